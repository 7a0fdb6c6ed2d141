"""Quotation marks, paired within paragraphs.

Pairing across paragraphs lets one lost mark swallow the rest of an item; the only tie between paragraphs is
the old custom of opening each paragraph of a long quotation anew and closing only the last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from sayso.text.span import Span

MARK = re.compile(r"''|``|[\"“”„«»‘’']")
OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "»": "«"}
CLOSERS = frozenset({"”", "»", "''"})
SINGLE = frozenset("‘’'")


class Quotation(NamedTuple):
    """A quotation with its marks.

    Attributes:
        span: The quotation, marks included.
        opener: The mark that opens it.
        closer: The mark that closes it; empty where it runs on into the next paragraph or is never closed.
        continues: Whether it goes on with a quotation that the paragraph before left open.
        balanced: Whether both marks are there, or the missing one is made good by the next paragraph.
    """

    span: Span
    opener: str
    closer: str
    continues: bool = False
    balanced: bool = True

    @property
    def inner(self) -> tuple[int, int]:
        """The offsets of the words between the marks; equal where there are none."""
        return self.span.start + len(self.opener), self.span.end - len(self.closer)

    @property
    def mixed(self) -> bool:
        """Whether the marks are of two styles."""
        return bool(self.closer) and self.closer not in _partners(self.opener)


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    found: list[Quotation] = []
    open_before: Quotation | None = None
    for paragraph in paragraphs:
        marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
        if not marks:
            open_before = None
            continue
        pairs = _double(text, paragraph, marks)
        pairs += _single(text, paragraph, marks, pairs)
        pairs.sort(key=lambda quotation: quotation.span)
        if open_before is not None and pairs and pairs[0].span.start == paragraph.start:
            _reopen(found, pairs)
        open_before = next((q for q in pairs if not q.closer and q.opener not in SINGLE), None)
        found.extend(pairs)
    return tuple(found)


def _reopen(found: list[Quotation], pairs: list[Quotation]) -> None:
    """Tie a paragraph's first quotation to the one that the paragraph before left open: both are in order."""
    last = found[-1]
    found[-1] = Quotation(last.span, last.opener, "", last.continues, balanced=True)
    first = pairs[0]
    pairs[0] = Quotation(first.span, first.opener, first.closer, continues=True, balanced=first.balanced)


def _partners(opener: str) -> str:
    return {"“": "”", "„": "“”", "«": "»", "»": "«", "``": "''", '"': '"', "‘": "’", "'": "'"}.get(opener, opener)


def _double(text: str, paragraph: Span, marks: list[re.Match[str]]) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in marks:
        sign = mark.group()
        if sign in SINGLE:
            continue
        if opened is None:
            if _opens(text, mark, paragraph):
                opened = mark
            continue
        partners = _partners(opened.group())
        if sign in partners or sign in CLOSERS or (sign == '"' and not _must_open(text, mark, paragraph)):
            found.append(Quotation(Span(opened.start(), mark.end()), opened.group(), sign))
            opened = None
        elif sign in OPENERS or sign == '"':
            # A second opening mark: the first was never closed. It ends where the sentence of its own ends.
            found.append(_unclosed(text, opened, mark.start()))
            opened = mark
    if opened is not None:
        found.append(_unclosed(text, opened, paragraph.end))
    return found


def _unclosed(text: str, opened: re.Match[str], end: int) -> Quotation:
    stripped = len(text[opened.start() : end].rstrip())
    return Quotation(Span(opened.start(), opened.start() + stripped), opened.group(), "", balanced=False)


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign = mark.group()
    if sign in ("“", "„", "«", "``"):
        return True
    if sign != '"':
        return False
    return _must_open(text, mark, paragraph) or not _after_word(text, mark, paragraph)


def _must_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a straight mark can only open: space or a bracket before it, and a word right behind it."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return (before.isspace() or before in "([{—–-") and not after.isspace() and after not in ".,;:!?)"


def _after_word(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    return mark.start() > paragraph.start and not text[mark.start() - 1].isspace()


def _single(text: str, paragraph: Span, marks: list[re.Match[str]], doubles: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks outside the double ones; an apostrophe opens and closes nothing."""
    found: list[Quotation] = []
    taken = sorted((q.span.start, q.span.end) for q in doubles)
    starts = [start for start, _ in taken]
    singles = [m for m in marks if m.group() in SINGLE and not _inside(m.start(), starts, taken)]
    opened: re.Match[str] | None = None
    closing: re.Match[str] | None = None
    for mark in singles:
        sign = mark.group()
        begins = sign != "’" and _must_open(text, mark, paragraph)
        if begins and (opened is None or closing is not None):
            _close_single(found, opened, closing, taken)
            opened, closing = mark, None
        elif opened is not None and _can_close(text, mark, opened):
            # A mark behind punctuation surely closes; one behind a word may be a plural's apostrophe, so that
            # a later one is preferred until something new opens.
            closing = closing if closing is not None and _surely(text, closing) else mark
    _close_single(found, opened, closing, taken)
    return found


def _close_single(
    found: list[Quotation],
    opened: re.Match[str] | None,
    closing: re.Match[str] | None,
    taken: list[tuple[int, int]],
) -> None:
    if opened is None or closing is None:
        return
    # What is taken does not overlap itself, so that only the last one that begins before the end can be in the way.
    last = bisect_left(taken, (closing.end(), 0)) - 1
    if last >= 0 and opened.start() < taken[last][1]:
        return
    found.append(Quotation(Span(opened.start(), closing.end()), opened.group(), closing.group()))


def _can_close(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    sign = mark.group()
    if sign == "‘" or (sign == "'" and opened.group() == "‘") or (sign == "’" and opened.group() == "'"):
        return False
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1]
    return mark.start() > opened.end() and not before.isspace() and not (after.isalnum() or after == "_")


def _surely(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1]
    return before != "s" or text[mark.end() : mark.end() + 1] in (".", ",", ";", ":", "?", "!", ")", "")


def _inside(offset: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < spans[at][1]
