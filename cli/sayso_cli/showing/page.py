"""The page of an item: its facts, its text with the attributions marked, and who speaks in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso_cli.showing.facts import described, facts
from sayso_cli.showing.lists import Lists
from sayso_cli.showing.marks import Mark, marks, pieces, sign
from sayso_cli.showing.pieces import CLOSE, OPEN, Piece, fit, paint, wrapped

if TYPE_CHECKING:
    from sayso import Record, Section

#: Columns of the names of facts, and of the numbers of attributions and claims.
NAME, NUMBER = 14, 6


class Look(NamedTuple):
    """How pages are to look."""

    width: int = 100
    color: bool = False
    facts: bool = True


def page(record: Record, look: Look) -> Iterator[str]:
    """The page of a record, line by line."""
    yield from _lines(title(record), look)
    if look.facts:
        for name, description in facts(record):
            yield from _lines(description, look, [Piece(f"{name:<{NAME}}", "label")], NAME)
    yield from _lines(legend(look.color), look, [Piece(f"{'marks':<{NAME}}", "label")], NAME)
    lists = Lists(record)
    yield from body(record, lists, look)
    yield "\n"
    yield from _lines([Piece("speakers", "label")], look)
    for speaker in record.speakers:
        yield from _lines(lists.speaker(speaker), look, [Piece("  ")], 4)
    if record.speakers_searched is not None:
        yield from _lines(described(record.speakers_searched, record.text), look, [Piece("  ")], 4)


def title(record: Record) -> Iterator[Piece]:
    """Where the item came from, and what it is."""
    at = record.retrieval
    where = ":".join(filter(None, (at.path or at.uri or record.id, at.locator)))
    known = ", ".join(filter(None, (record.item_type.value, record.language.value)))
    yield Piece(fit(where), "label")
    if known:
        yield Piece(f" ({fit(known)})", "dim")


def legend(color: bool) -> Iterator[Piece]:
    """One line that shows each mark on its own name."""
    for kind in ("source", "cue", "content", "unsourced"):
        mark = Mark(0, 1, kind, 1)
        if kind != "source":
            yield Piece(", ")
        yield from sign(mark, OPEN, color)
        yield Piece("unsourced claim" if kind == "unsourced" else kind, kind)
        yield from sign(mark, CLOSE, color)


def body(record: Record, lists: Lists, look: Look) -> Iterator[str]:
    """The text by paragraphs; beneath each, the attributions and claims that begin in it."""
    from sayso.analysis.paragraphs import paragraphs

    text = record.text
    stretches = [(span.start, span.end) for span in paragraphs(text)] or [(0, len(text))]
    starts = [start for start, _ in stretches]
    marked = _by_paragraph(marks(record), starts)
    beneath = lists.by_paragraph(starts)
    section = None
    for index, (start, end) in enumerate(stretches):
        yield "\n"
        here = section_at(record, start)
        if here is not section and here is not None and len(record.sections) > 1:
            yield from _lines([Piece(f"-- {fit(here.kind)} --", "dim")], look)
        section = here
        yield from _lines(pieces(text, start, end, marked.get(index, ()), look.color), look)
        for number, line in beneath.get(index, ()):
            yield from _lines(line, look, [Piece(f"{number:>{NUMBER}} ", "dim")], NUMBER + 3)


def section_at(record: Record, place: int) -> Section | None:
    """The section in which a place of the text lies."""
    return next((one for one in record.sections if one.span.start <= place < one.span.end), None)


def _by_paragraph(marked: Sequence[Mark], starts: Sequence[int]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marked:
        first, last = bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end - 1)
        for index in range(max(0, first), last):
            found.setdefault(index, []).append(mark)
    return found


def _lines(line: Iterable[Piece], look: Look, head: Sequence[Piece] = (), indent: int = 0) -> Iterator[str]:
    for one in wrapped(line, look.width, head, indent):
        yield f"{paint(one, look.color)}\n"
