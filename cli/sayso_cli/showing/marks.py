"""Where source, cue and content of attributions stand in a text, and unsourced claims, however they nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso_cli.showing.pieces import CLOSE, OPEN, Piece, fit

if TYPE_CHECKING:
    from sayso import Record, Span

#: What can be marked. Of two marks at the same place, the earlier of these is the inner one.
KINDS = ("cue", "source", "content", "unsourced")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Mark(NamedTuple):
    """A stretch of the text that has a part in an attribution, or is a claim that nobody answers for.

    Attributes:
        number: Of the attribution or of the claim, counted from 1.
    """

    start: int
    end: int
    kind: str
    number: int

    @property
    def depth(self) -> tuple[int, int, int]:
        """The innermost of several marks has the least: the shortest, then by kind, then the later one."""
        return (self.end - self.start, KINDS.index(self.kind), -self.number)


def marks(record: Record) -> list[Mark]:
    """The marks of a record, in the order of the text."""
    found: list[tuple[Span, str, int]] = []
    for number, one in enumerate(record.attributions, 1):
        for kind, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            found += [(span, kind, number) for span in spans]
    found += [(c.span, "unsourced", number) for number, c in enumerate(record.claims, 1) if c.standing == "unsourced"]
    return sorted(Mark(span.start, span.end, kind, number) for span, kind, number in found)


def within(text: str, start: int, end: int, marked: Iterable[Mark]) -> list[Mark]:
    """The marks inside a stretch of the text, those that reach beyond it cut, without white space at their ends."""
    found = []
    for mark in marked:
        first, last = max(start, mark.start), min(end, mark.end)
        words = text[first:last]
        if words.strip():
            first += len(words) - len(words.lstrip())
            found.append(mark._replace(start=first, end=first + len(words.strip())))
    return found


def pieces(text: str, start: int, end: int, marked: Iterable[Mark], color: bool) -> Iterator[Piece]:
    """A stretch of the text with its signs, each character in the style of the innermost mark that it lies in.

    Args:
        text: The text of the item.
        start: Where the stretch begins.
        end: Where it ends.
        marked: The marks of the item, as :func:`marks` gives them.
        color: Whether colours tell the kinds apart; else signs do.
    """
    here = within(text, start, end, marked)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in here:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    bounds = sorted({start, end, *opening, *closing})
    live: list[Mark] = []
    for at, following in zip(bounds, [*bounds[1:], end], strict=True):
        for mark in sorted(closing.get(at, ()), key=lambda mark: mark.depth):
            live.remove(mark)
            yield from sign(mark, CLOSE, color)
        for mark in sorted(opening.get(at, ()), key=lambda mark: mark.depth, reverse=True):
            live.append(mark)
            yield from sign(mark, OPEN, color)
        if at < following:
            style = min(live, key=lambda mark: mark.depth).kind if live else ""
            yield Piece(fit(text[at:following]), style)


def sign(mark: Mark, side: str, color: bool) -> Iterator[Piece]:
    """The sign that opens or closes a mark; where there are colours, source and cue have none but their number."""
    number = str(mark.number)
    if mark.kind == "content":
        signs = (f"[{number} ", f" {number}]")
    elif mark.kind == "unsourced":
        signs = (f"{{c{number} ", f" c{number}}}")
    elif color:
        signs = ("", number.translate(SUPERSCRIPT))
    elif mark.kind == "source":
        signs = ("‹", f"›{number}")
    else:
        signs = ("_", f"_{number}")
    text = signs[side == CLOSE]
    if text:
        yield Piece(text, side)
