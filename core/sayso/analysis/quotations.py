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
SIGNS = {sign: sign for sign in (*"\"“”„«»‘’'", "''", "``")}


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
        pairs, singles = _double(text, paragraph)
        if singles:
            pairs += _single(text, paragraph, singles, pairs)
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


def _double(text: str, paragraph: Span) -> tuple[list[Quotation], list[int]]:
    """The quotations in double marks, and where single marks stand."""
    found: list[Quotation] = []
    singles: list[int] = []
    opened = -1
    opener = ""
    for mark in MARK.finditer(text, paragraph.start, paragraph.end):
        # One text for each sign: a mark on its own is a new one each time.
        sign, at = SIGNS[mark.group()], mark.start()
        if sign in SINGLE:
            singles.append(at)
        elif opened < 0:
            if _opens(text, at, sign, paragraph):
                opened, opener = at, sign
        elif sign in _partners(opener) or sign in CLOSERS or (sign == '"' and not _must_open(text, at, paragraph)):
            found.append(Quotation(Span(opened, at + len(sign)), opener, sign))
            opened = -1
        elif sign in OPENERS or sign == '"':
            # A second opening mark: the first was never closed. It ends where the sentence of its own ends.
            found.append(_unclosed(text, opened, opener, at))
            opened, opener = at, sign
    if opened >= 0:
        found.append(_unclosed(text, opened, opener, paragraph.end))
    return found, singles


def _unclosed(text: str, opened: int, opener: str, end: int) -> Quotation:
    stripped = len(text[opened:end].rstrip())
    return Quotation(Span(opened, opened + stripped), opener, "", balanced=False)


def _opens(text: str, at: int, sign: str, paragraph: Span) -> bool:
    if sign in ("“", "„", "«", "``"):
        return True
    if sign != '"':
        return False
    return _must_open(text, at, paragraph) or not _after_word(text, at, paragraph)


def _must_open(text: str, at: int, paragraph: Span) -> bool:
    """Whether a straight mark can only open: space or a bracket before it, and a word right behind it."""
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return (before.isspace() or before in "([{—–-") and not after.isspace() and after not in ".,;:!?)"


def _after_word(text: str, at: int, paragraph: Span) -> bool:
    return at > paragraph.start and not text[at - 1].isspace()


def _single(text: str, paragraph: Span, singles: list[int], doubles: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks outside the double ones; an apostrophe opens and closes nothing."""
    found: list[Quotation] = []
    taken = sorted((q.span.start, q.span.end) for q in doubles)
    starts = [start for start, _ in taken]
    opened = closing = -1
    for at in singles:
        if taken and _inside(at, starts, taken):
            continue
        begins = text[at] != "’" and _must_open(text, at, paragraph)
        if begins and (opened < 0 or closing >= 0):
            _close_single(found, text, opened, closing, taken)
            opened, closing = at, -1
        elif opened >= 0 and _can_close(text, at, opened):
            # A mark behind punctuation surely closes; one behind a word may be a plural's apostrophe, so that
            # a later one is preferred until something new opens.
            closing = closing if closing >= 0 and _surely(text, closing) else at
    _close_single(found, text, opened, closing, taken)
    return found


def _close_single(found: list[Quotation], text: str, opened: int, closing: int, taken: list[tuple[int, int]]) -> None:
    if opened < 0 or closing < 0:
        return
    # What is taken does not overlap itself, so that only the last one that begins before the end can be in the way.
    last = bisect_left(taken, (closing + 1, 0)) - 1
    if last >= 0 and opened < taken[last][1]:
        return
    found.append(Quotation(Span(opened, closing + 1), SIGNS[text[opened]], SIGNS[text[closing]]))


def _can_close(text: str, at: int, opened: int) -> bool:
    sign, opener = text[at], text[opened]
    if sign == "‘" or (sign == "'" and opener == "‘") or (sign == "’" and opener == "'"):
        return False
    after = text[at + 1 : at + 2]
    return at > opened + 1 and not text[at - 1].isspace() and not (after.isalnum() or after == "_")


def _surely(text: str, at: int) -> bool:
    return text[at - 1] != "s" or text[at + 1 : at + 2] in (".", ",", ";", ":", "?", "!", ")", "")


def _inside(offset: int, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < spans[at][1]
