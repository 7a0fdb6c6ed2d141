"""Markup made blank: the text keeps its length and its lines, so that every offset is one of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Line by line: a fence opens or closes; a definition of links; a line of marks alone.
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
DEFINED = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*(\S+)[^\n]*")
RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1){2,}[ \t]*\Z")
LEAD = re.compile(r"[ \t]*(?:(?:>[ \t]?)+|#{1,6}[ \t]+|[*+-][ \t]+(?:\[[ xX]\][ \t]+)?)*")
#: Inside lines. Each is bounded, so that no text makes them slow.
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
SHORT_CODE = re.compile(r"\{\{[^\n]{0,400}?\}\}|\{%[^\n]{0,400}?%\}|\{:[^}\n]{0,200}\}")
IMAGE = re.compile(r"!\[[^\]\n]{0,300}+\](?:\([^)\n]{0,1000}+\)|\[[^\]\n]{0,200}+\])")
LINK = re.compile(
    r"(?<!\\)\[([^\]\n]{1,400}+)\](?:\((<[^>\n]{0,1000}+>|[^)\s\n]{0,1000}+)[^)\n]{0,300}+\)|\[([^\]\n]{0,200}+)\])"
)
AUTO = re.compile(r"<((?:https?|mailto):[^>\s]{1,1000})>")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,1000}+>")
MARKS = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;!?”\"])_{1,3}(?!\w)|`+|~~|\|"
)
NO_BREAK = re.compile(r"[^\n\r]")


class Blanked(NamedTuple):
    """A text without its markup.

    Attributes:
        text: As long as what it was made of.
        links: Words and target of each link, in order.
        headings: Start and end of the words of each heading.
    """

    text: str
    links: list[tuple[str, str]]
    headings: list[tuple[int, int]]


def blanked(source: str, start: int) -> Blanked:
    """The text of a file, blank up to `start` and wherever it is markup or code."""
    chars = _Chars(source)
    chars.blank(0, start)
    definitions, headings = _lines(chars, start)
    for pattern in (COMMENT, SHORT_CODE, IMAGE):
        for found in list(pattern.finditer(chars.text())):
            chars.blank(*found.span())
    links: list[tuple[str, str]] = []
    for found in list(LINK.finditer(chars.text())):
        target = (found[2] or "").strip("<>") or definitions.get((found[3] or found[1]).lower(), "")
        if target:
            links.append((found[1].strip("*_` "), target))
            chars.blank(found.start(), found.start(1))
            chars.blank(found.end(1), found.end())
    for found in list(AUTO.finditer(chars.text())):
        links.append((found[1], found[1]))
        chars.blank(found.start(), found.start() + 1)
        chars.blank(found.end() - 1, found.end())
    for pattern in (TAG, MARKS):
        for found in list(pattern.finditer(chars.text())):
            chars.blank(*found.span())
    return Blanked(chars.text(), links, headings)


class _Chars:
    """A text that can be blanked piece by piece."""

    def __init__(self, source: str) -> None:
        self._chars = list(source)
        self._text: str | None = source

    def blank(self, start: int, end: int) -> None:
        """White out a stretch; line ends stay."""
        if end > start:
            self._chars[start:end] = NO_BREAK.sub(" ", "".join(self._chars[start:end]))
            self._text = None

    def text(self) -> str:
        """What there is now."""
        if self._text is None:
            self._text = "".join(self._chars)
        return self._text


def _lines(chars: _Chars, start: int) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """White out what is told by its line: code, definitions, rules, and the signs that lines begin with."""
    definitions: dict[str, str] = {}
    headings: list[tuple[int, int]] = []
    fence = ""
    for at, line in _each_line(chars.text(), start):
        opened = FENCE.match(line)
        if fence:
            chars.blank(at, at + len(line))
            if opened and opened[1].startswith(fence) and not line.strip(f" \t{fence[0]}"):
                fence = ""
        elif opened:
            fence = opened[1]
            chars.blank(at, at + len(line))
        elif defined := DEFINED.match(line):
            definitions[defined[1].lower()] = defined[2].strip("<>")
            chars.blank(at, at + len(line))
        elif RULE.match(line):
            chars.blank(at, at + len(line))
        else:
            lead = LEAD.match(line)
            assert lead is not None  # noqa: S101 - it matches nothing too
            chars.blank(at, at + lead.end())
            if lead.group().lstrip().startswith("#"):
                headings.append((at + lead.end(), at + len(line.rstrip(" \t#"))))
    return definitions, headings


def _each_line(text: str, start: int) -> Iterator[tuple[int, str]]:
    at = start
    for line in text[start:].splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)
