"""Where the cells of a row stand in the file, and the words of a story in its cell."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from sayso import Location, Locations, RawText, Shifts, Span
from sayso_plugins.readers.tables.columns import Columns
from sayso_plugins.readers.tables.csv_rows import Dialect, Row


class Cell(NamedTuple):
    """A cell as it is written, without the quotes around it.

    Attributes:
        shifts: Where each of its characters is written.
    """

    start: int
    end: int
    shifts: Shifts


class RowLocations(Locations):
    """The places of one row; a cell that is written in no way that is understood here has none."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self.row = row
        self.columns = columns
        self._cells: dict[int, Cell | None] = {}

    @cached_property
    def raw(self) -> RawText:
        """The row as it is written."""
        return RawText(self.row.raw.decode(self.row.encoding, "replace"), self.row.line)

    def of_words(self, span: Span) -> Location | None:
        """Where a span of the story stands in its cell; the row, where that cannot be said."""
        place = self.columns.place("text")
        cell = self._cell(place) if place is not None else None
        if cell is None:
            return self.of_item()
        return self.raw.location(cell.shifts.written(span.start), cell.shifts.written(span.end))

    def of_value(self, pointer: str) -> Location | None:
        """Where the cell of a fact or, as ``/name``, of a key stands."""
        key = pointer.removeprefix("/").replace("~1", "/").replace("~0", "~")
        by_key = pointer.startswith("/")  # one that is no fact's
        place = self.columns.place(key) if by_key else self.columns.place_at(self.row.number, pointer)
        cell = self._cell(place) if place is not None else None
        return self.raw.location(cell.start, cell.end) if cell is not None else None

    def of_item(self) -> Location:
        """The beginning of the row."""
        return Location(self.row.line, 1, exact=False)

    def at(self, key: str | None) -> tuple[int, int]:
        """Line and column of the cell of a key, or of the row."""
        place = self.columns.place(key) if key is not None else None
        cell = self._cell(place) if place is not None else None
        found = self.raw.location(cell.start) if cell is not None else self.of_item()
        return found.line, found.column or 1

    def _cell(self, place: int) -> Cell | None:
        if place not in self._cells:
            self._cells[place] = cell_of(self.raw.text, self.row.dialect, place, self.row.cells[place])
        return self._cells[place]


def cell_of(text: str, dialect: Dialect, place: int, meant: str) -> Cell | None:
    """A cell of a row.

    Args:
        text: The row as it is written.
        place: Which cell, from 0.
        meant: What the cell holds; where what is found says something else, it is not known where it stands.
    """
    quoted, plain, escape = _patterns(dialect)
    found = _next(text, 0, quoted, plain)
    for _ in range(place):
        if text[found.end() : found.end() + 1] != dialect.delimiter:
            return None
        found = _next(text, found.end() + 1, quoted, plain)
    start, end = found.span(1)
    # A quote within a cell that is not quoted is a mark like any other.
    marked = escape is not None and (found.re is not plain or dialect.escape is not None)
    escapes = [one.span() for one in escape.finditer(text, start, end)] if escape is not None and marked else []
    if _unescaped(text, start, end, escapes) != meant:
        return None
    return Cell(start, end, Shifts(start, escapes))


def _next(text: str, at: int, quoted: re.Pattern[str] | None, plain: re.Pattern[str]) -> re.Match[str]:
    found = (quoted.match(text, at) if quoted is not None else None) or plain.match(text, at)
    assert found is not None  # noqa: S101 - a plain cell may be empty
    return found


def _unescaped(text: str, start: int, end: int, escapes: list[tuple[int, int]]) -> str:
    """What is written; of each escape the last character is meant."""
    pieces: list[str] = []
    at = start
    for begin, behind in escapes:
        pieces += text[at:begin], text[behind - 1]
        at = behind
    return "".join((*pieces, text[at:end]))


@lru_cache(maxsize=8)
def _patterns(dialect: Dialect) -> tuple[re.Pattern[str] | None, re.Pattern[str], re.Pattern[str] | None]:
    """A quoted cell, one that is not, and what stands for one character in the first."""
    end, mark = re.escape(dialect.delimiter), re.escape(dialect.quote)
    escape: re.Pattern[str] | None
    if dialect.escape is not None:
        sign = re.escape(dialect.escape)
        escape = re.compile(rf"{sign}.", re.DOTALL)
        plain = re.compile(rf"((?:[^{end}{sign}\r\n]++|{sign}.)*+)", re.DOTALL)
        inside = rf"[^{mark}{sign}]++|{sign}."
    else:
        escape = re.compile(mark * 2) if mark else None
        plain = re.compile(rf"([^{end}\r\n]*+)")
        inside = rf"[^{mark}]++|{mark * 2}"
    quoted = re.compile(rf"{mark}((?:{inside})*+){mark}(?=[{end}\r\n]|\Z)", re.DOTALL) if mark else None
    return quoted, plain, escape
