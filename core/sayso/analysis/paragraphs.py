"""Paragraphs: blocks between blank lines, and lines where a text has one line a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.text.span import Span

BLOCK = re.compile(r"[^\r\n]+(?:(?:\r\n|\n|\r)[^\S\r\n]*[^\s][^\r\n]*)*")
LINE = re.compile(r"[^\r\n]+")
LINE_END = re.compile(r"[\r\n]")
#: Nobody wraps text by hand wider than this.
WIDEST_WRAP = 110
#: Narrower than this, a block is wrapped only where all of it shows that.
NARROWEST_WRAP = 45
#: A line is no shorter than this share of the widest where its end comes of wrapping: the next word is no address.
LEAST_FILLED = 0.6
#: The end of a line that goes on in small letters: *“… in spring,” / said Jo Berg*.
GOES_ON = re.compile(r",[”\"’']{0,2}\s*\Z")
#: Lines that a head has at most, and signs that end a sentence.
HEAD = 5
ENDS = frozenset(".!?…:;,")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the white space around them.

    A line end inside a block is a paragraph end unless the text was wrapped there: the next line's first word
    would not have fitted any more, or it ends in a comma and the next goes on in small letters.
    """
    found: list[Span] = []
    for block in BLOCK.finditer(text):
        if not LINE_END.search(block.group()):
            _append(found, text, *block.span())
            continue
        lines = [(m.start(), m.end()) for m in LINE.finditer(text, block.start(), block.end())]
        width = max(end - start for start, end in lines)
        if len(found) < 3 and _is_head(text, lines):
            width = 0
        narrowest = 0 if _is_narrow(text, lines, width) else NARROWEST_WRAP
        start = lines[0][0]
        for (line_start, line_end), following in zip(lines, [*lines[1:], None], strict=True):
            if following and (
                _goes_on(text, line_end, following) or _wrapped(text, line_start, line_end, following, width, narrowest)
            ):
                continue
            _append(found, text, start, line_end)
            if following:
                start = following[0]
    return tuple(found)


def _is_head(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the first block is a head: title, byline, outlet and date, a line each, and no sentence in them.

    A line of a wrapped sentence begins with a small letter sooner or later, or its end has the mark of one.
    """
    if len(lines) > HEAD:
        return False
    written = [text[start:end].strip() for start, end in lines]
    # A title may ask, and may end with somebody's words.
    ends = [line.rstrip("”\"’'")[-1:] for line in written]
    return all(written) and all(
        not line[0].islower() and end and (end not in ENDS or (end in "?!" and not number))
        for number, (line, end) in enumerate(zip(written, ends, strict=True))
    )


def _is_narrow(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Whether a block is a paragraph in a narrow column: all lines are full, and half go on in small letters."""
    if not (len(lines) > 2 and 0 < width < NARROWEST_WRAP):
        return False
    pairs = list(pairwise(lines))
    if sum(text[after[0] : after[1]].lstrip()[:1].islower() for _, after in pairs) * 2 < len(pairs):
        return False
    return all(_wrapped(text, *line, after, width, 0) for line, after in pairs)


def _goes_on(text: str, end: int, following: tuple[int, int]) -> bool:
    begins = text[following[0] : following[1]].lstrip()[:1]
    return begins.islower() and GOES_ON.search(text, max(0, end - 4), end) is not None


def _wrapped(text: str, start: int, end: int, following: tuple[int, int], width: int, narrowest: int) -> bool:
    if not (narrowest <= width <= WIDEST_WRAP and end - start >= LEAST_FILLED * width):
        return False
    word = text[following[0] : min(following[1], following[0] + width)].split(maxsplit=1)
    return bool(word) and end - start + 1 + len(word[0]) > width - 3


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    inner = text[start:end]
    stripped = inner.strip()
    if stripped:
        start += len(inner) - len(inner.lstrip())
        found.append(Span(start, start + len(stripped)))
