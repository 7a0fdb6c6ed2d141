"""What is told by its line: headings, quotations, lists, tables, code by its indentation, definitions of links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sayso_plugins.readers.markdown.blanking import Canvas

DEFINED = re.compile(r" {0,3}\[([^\]\n^][^\]\n]{0,200})\]:[ \t]*(<[^>\n]*>|\S+)[^\n]*")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,100}\]:")
RULE = re.compile(r"[ \t]*(?:([-*_=])(?:[ \t]*\1){2,}|=+|-+)[ \t]*\Z")
TABLE_RULE = frozenset("|:- \t")
QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
LIST = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
#: Only the number 1 begins a list in the midst of a paragraph (CommonMark 0.31.2, 5.3): *it opens in\n2029. Then*.
NUMBERED = re.compile(r"[ \t]*(?!0*1[.)])\d{1,9}[.)]")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[A-Z])|\Z)")
ATTRIBUTES = re.compile(r"\{[:#.][^}\n]*\}[ \t]*\Z")
DIRECTIVE = re.compile(r"[ \t]*(?::{3,}|!{3}|\?{3}\+?)[^\n]*\Z")
CODE = re.compile(r"(?: {4}|\t)")


class Lines(NamedTuple):
    """What the lines of a text are.

    Attributes:
        definitions: Targets of links by their labels, in small letters.
        headings: Start and end of the words of each heading.
        regions: Runs of lines without an empty one between them, within which marks belong together.
    """

    definitions: dict[str, str]
    headings: list[tuple[int, int]]
    regions: list[tuple[int, int]]


def read_lines(canvas: Canvas, start: int) -> Lines:
    """White out what is told by its line, and the signs that lines begin with."""
    found = Lines({}, [], [])
    at, begin = start, -1
    after_blank, listed = True, False
    for line in canvas.text()[start:].splitlines(keepends=True):
        words = line.rstrip("\r\n")
        empty = not words.strip()
        whole = empty or _whole_line(canvas, found, at, words, after_blank and not listed)
        heading = not whole and HEADING.match(words) is not None
        if (whole or heading) and begin >= 0:
            found.regions.append((begin, at))
            begin = -1
        if not whole:
            prose = begin >= 0 and not listed and NUMBERED.match(words) is not None
            opens = not prose and LIST.match(words) is not None
            listed = opens or (listed and (words[:1] in " \t" or not after_blank))
            _signs(canvas, found, at, words, numbered=not prose)
            if heading:
                found.regions.append((at, at + len(words)))
            elif begin < 0:
                begin = at
        after_blank = empty
        at += len(line)
    if begin >= 0:
        found.regions.append((begin, at))
    return found


def _whole_line(canvas: Canvas, found: Lines, at: int, words: str, code: bool) -> bool:
    """White out a line that is no prose at all; whether it was one."""
    defined = DEFINED.match(words)
    if defined:
        found.definitions.setdefault(" ".join(defined[1].lower().split()), defined[2].strip("<>"))
    elif not (
        RULE.match(words)
        or ("|" in words and "-" in words and TABLE_RULE.issuperset(words))
        or DIRECTIVE.match(words)
        or (code and CODE.match(canvas.source, at))
        or words.strip() in ("[TOC]", "[[_TOC_]]", "[toc]")
    ):
        return False
    canvas.blank(at, at + len(words))
    return True


def _signs(canvas: Canvas, found: Lines, at: int, words: str, *, numbered: bool = True) -> None:
    """White out what a line begins and ends with.

    Args:
        numbered: Whether a number at its beginning may be that of a list.
    """
    lead = 0
    while numbered and (match := QUOTE.match(words, lead) or LIST.match(words, lead) or FOOTNOTE.match(words, lead)):
        lead = match.end()
    heading = HEADING.match(words, lead)
    end = len(words.rstrip())
    attributes = ATTRIBUTES.match(words, max(lead, words.rfind("{"))) if words.endswith("}", 0, end) else None
    if attributes:
        canvas.blank(at + attributes.start(), at + len(words))
        end = len(words[: attributes.start()].rstrip())
    if heading:
        lead = heading.end()
        marks = words[lead:end].rstrip("#")
        if marks != words[lead:end] and (not marks or marks[-1] in " \t"):
            canvas.blank(at + lead + len(marks), at + end)
            end = lead + len(marks.rstrip())
        found.headings.append((at + lead, at + max(lead, end)))
    canvas.blank(at, at + lead)
