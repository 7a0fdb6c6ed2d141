"""Where the words and the metadata of an item stand in its file, for people who open it.

A reader hands over :class:`Locations` with a draft. They are asked only about an item with findings: until then they
hold what the reader held anyway.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.frozen import frozen
from sayso.text.lines import Lines
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.text.again import Again


@frozen
class Location:
    """A place in a file; lines and columns count from 1, columns in code points.

    Attributes:
        column: None where only the line is known.
        end_line: Of the end, which lies behind the last character; None where only the beginning is known.
        exact: Whether these are the words or the value themselves; else what holds them begins here.
    """

    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    exact: bool = True

    def __str__(self) -> str:
        return f"{self.line}" if self.column is None else f"{self.line}:{self.column}"


class Locations:
    """How the parts of one item are found in its file; what cannot be found is None."""

    def of_words(self, span: Span) -> Location | None:  # noqa: ARG002 - readers know how
        """Where a span of the item's text stands."""
        return None

    def of_value(self, pointer: str) -> Location | None:  # noqa: ARG002 - readers know how
        """Where a value stands, by the place that the reader stated it with (:meth:`Draft.asserted`)."""
        return None

    def of_fact(self, pointer: str) -> Location | None:  # noqa: ARG002 - readers know how
        """Where a fact stands, by its JSON Pointer in the record; this is asked before where it was stated to be.

        For what is stated with no place, as a value of ``extra`` (``/extra/embargo``), and for a file that holds the
        record itself.
        """
        return None

    def of_item(self) -> Location | None:
        """Where the item begins, if it is a part of its file."""
        return None


def place_given(given: object, method: str) -> Location | None:
    """What a method of a reader's :class:`Locations` gave, if it is what it may give.

    Raises:
        TypeError: If it is no place.
    """
    if given is None:
        return None
    if not isinstance(given, Location):
        raise TypeError(f"its {method} gives a Location or None, not {given!r:.60}")
    numbers = (given.line, 1 if given.column is None else given.column)
    ends = (given.end_line or 1, given.end_column or 1)
    if not all(type(number) is int and number > 0 for number in (*numbers, *ends)):
        raise TypeError(f"its {method} gives lines and columns that count from 1, not {given!r:.90}")
    return given


class RawText:
    """A text as it stands in a file, or a line or a row of it.

    Args:
        text: As decoded, without a byte order mark.
        line: The number of its first line in the file.
    """

    def __init__(self, text: str, line: int = 1) -> None:
        self.text = text
        self.line: int = line
        self._again: Again | None = None

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def location(self, start: int, end: int | None = None, *, exact: bool = True) -> Location:
        """The place of a stretch; without an end, of where something begins."""
        line, column = self._at(start)
        if end is None:
            return Location(line, column, exact=exact)
        return Location(line, column, *self._at(end), exact)

    def again(self, span: Span, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Where the words of a span stand again in a stretch that the text was made of, markup taken away.

        None unless the words stand there as often as in the text, so that it can be said which of them these are.

        Args:
            text: What the span is of.
        """
        from sayso.text.again import Again

        if self._again is None or self._again.stretch != (start, end):
            self._again = Again(self.text, start, end)
        return self._again.find(span, text)

    def _at(self, offset: int) -> tuple[int, int]:
        line, column = self._lines.position(offset)
        return line + self.line - 1, column


class Shifts:
    """Where the characters of a value stand in what is written, where some are written as several.

    Args:
        begin: Where the value begins, as it is written.
        escapes: Beginning and end of each stretch that stands for one character, in their order.
    """

    def __init__(self, begin: int, escapes: Iterable[tuple[int, int]]) -> None:
        self._meant = array("q", [0])
        self._written = array("q", [begin])
        for start, end in escapes:
            self._meant.append(self._meant[-1] + start - self._written[-1] + 1)
            self._written.append(end)

    def written(self, offset: int) -> int:
        """Where a character is written; for the length of the value, where that ends."""
        last = bisect_right(self._meant, offset) - 1
        return self._written[last] + offset - self._meant[last]
