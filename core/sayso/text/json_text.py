"""Places in a JSON text: where the value at a pointer is written, and where in it the words of a text are.

What is read once is not read again: each list and object is gone through as far as somebody asked, and what is passed
over is passed over by the decoder of the standard library, so that the time grows with the text and no faster.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from sayso.text.location import Location, Locations, RawText, Shifts
from sayso.text.span import Span

SPACE = re.compile(r"[ \t\r\n]*+")
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
BARE = re.compile(r"[^\s,\]}]++")
#: What stands for one character: a pair of surrogates is one, and half of one is one too.
ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)",
    re.DOTALL,
)
SURROGATE = re.compile("[\ud800-\udfff]")
#: Numbers are passed over as they stand, however long they are.
DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)

#: What comes of a text that is no JSON.
BROKEN = (ValueError, IndexError, RecursionError)


class JsonText:
    """A JSON text, decoded when it is first asked for a place.

    Args:
        data: The bytes, or the text itself.
        encoding: As for :func:`sayso.decode`.
        line: The number of its first line in the file; None where it is the whole file.
    """

    def __init__(self, data: bytes | str, encoding: str | None = None, line: int | None = None) -> None:
        self._data = data
        self._encoding = encoding
        self.line: int = line or 1
        self.whole: bool = line is None
        self._opened: dict[int, _Members] = {}
        #: Of the text that was asked for last, its pointer and how it is written, and what markup it is.
        self._literal: tuple[str, Shifts | None] | None = None
        self._markup: tuple[str, RawText] | None = None

    @cached_property
    def raw(self) -> RawText:
        """The text with its lines."""
        if isinstance(self._data, str):
            return RawText(self._data, self.line)
        from sayso.text.decode import decode

        return RawText(decode(self._data, self._encoding).text, self.line)

    def value(self, pointer: str) -> Location | None:
        """Where a value is written; of a list or an object, where it begins."""
        start = self._find(pointer)
        if start is None:
            return None
        return self.raw.location(start, None if self.raw.text[start] in "{[" else self._end(start))

    def at(self, pointer: str) -> tuple[int, int] | None:
        """Line and column of a value that is a part of the file, for a :class:`sayso.ReadError`."""
        found = None if self.whole and not pointer else self.value(pointer)
        return (found.line, found.column) if found is not None and found.column is not None else None

    def key(self, pointer: str, *, again: bool = False) -> Location | None:
        """Where the key of a value is written.

        Args:
            again: Whether the second place is wanted of a key that stands twice.
        """
        holder, _, name = pointer.rpartition("/")
        start = self._find(holder) if pointer else None
        if start is None or self.raw.text[start] != "{":
            return None
        try:
            found = self._members(start).key(_unescaped(name), again)
        except BROKEN:
            return None
        return None if found is None else self.raw.location(found, self._end(found))

    def words(self, pointer: str, start: int, end: int) -> Location | None:
        """Where characters of a text are written, from `start` to `end` in the text at a pointer."""
        shifts = self._shifts(pointer)
        return self.raw.location(shifts.written(start), shifts.written(end)) if shifts is not None else None

    def words_of(self, pointer: str, span: Span, made: str) -> Location | None:
        """Where the words of a span are written, where its text was made of the markup at a pointer.

        Args:
            made: The text.
        """
        shifts = self._shifts(pointer)
        if shifts is None:
            return None
        if self._markup is None or self._markup[0] != pointer:
            self._markup = pointer, RawText(DECODER.raw_decode(self.raw.text, shifts.written(0) - 1)[0])
        found = self._markup[1].again(span, made)
        if found is None:
            return None
        return self.raw.location(shifts.written(found[0]), shifts.written(found[1]))

    def item(
        self,
        base: str = "",
        text: str | Sequence[str] | None = "/text",
        *,
        made: str | None = None,
        between: str = "\n\n",
        absolute: bool = False,
        record: bool = False,
    ) -> Locations:
        """The places of one item.

        Args:
            base: The pointer of the item in the document; empty where it is all of it, or all of a line.
            text: The pointer of its text in the item; of a text that was joined of several values, their pointers in
                order; None where it is neither.
            made: The text, where it is not the value at that pointer as it stands, but was made of it.
            between: What was put between the values of a text that was joined.
            absolute: Whether facts are stated with pointers of the whole document, as ``/items/3/title``. Otherwise
                they are those of the item, as ``/title``, and what is not there is looked for in the document.
            record: Whether the item is a record, so that its facts are found by their own pointers.
        """
        if text is None or isinstance(text, str):
            return _Item(self, base, text, made, record, absolute)
        return _Joined(self, base, tuple(text), between, absolute)

    def text_at(self, pointer: str) -> str | None:
        """The text at a pointer, as it is meant; None where there is none."""
        at = self._find(pointer)
        if at is None or self.raw.text[at] != '"':
            return None
        try:
            return str(DECODER.raw_decode(self.raw.text, at)[0])
        except BROKEN:
            return None

    def _shifts(self, pointer: str) -> Shifts | None:
        """How the text at a pointer is written; None where there is none."""
        if self._literal is None or self._literal[0] != pointer:
            at = self._find(pointer)
            behind = self._end(at) if at is not None and self.raw.text[at] == '"' else None
            if at is None or behind is None:
                self._literal = pointer, None
            else:
                escapes = (found.span() for found in ESCAPE.finditer(self.raw.text, at + 1, behind - 1))
                self._literal = pointer, Shifts(at + 1, escapes)
        return self._literal[1]

    def _find(self, pointer: str) -> int | None:
        """Where the value at a pointer begins; None where there is none."""
        try:
            at = _space(self.raw.text, 0)
            self.raw.text[at]
            for part in pointer.split("/")[1:]:
                found = self._members(at).value(_unescaped(part)) if self.raw.text[at] in "{[" else None
                if found is None:
                    return None
                at = found
        except BROKEN:
            return None
        return at

    def _end(self, start: int) -> int | None:
        try:
            return _behind(self.raw.text, start)
        except BROKEN:
            return None

    def _members(self, start: int) -> _Members:
        if start not in self._opened:
            self._opened[start] = _Members(self.raw.text, start)
        return self._opened[start]


class _Members:
    """The members of one list or object, gone through as far as they were asked for."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.is_list = text[start] == "["
        self.starts = array("q")
        self.keys: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.twice: dict[str, int] = {}
        self._rest = self._each(start)

    def value(self, name: str) -> int | None:
        """Where a member's value begins."""
        if self.is_list:
            if not (name.isascii() and name.isdigit()) or len(name) > 9:
                return None
            while len(self.starts) <= int(name):
                if not self._next():
                    return None
            return self.starts[int(name)]
        while name not in self.numbers:
            if not self._next():
                return None
        return self.starts[self.numbers[name]]

    def key(self, name: str, again: bool) -> int | None:
        """Where a member's key begins."""
        found = self.twice if again else self.keys
        while name not in found:
            if not self._next():
                return None
        return found[name]

    def _next(self) -> bool:
        return next(self._rest, None) is not None

    def _each(self, start: int) -> Iterator[int]:
        text = self.text
        at = _space(text, start + 1)
        while text[at] not in "]}":
            if not self.is_list:
                end = _behind(text, at)
                self._named(at, end)
                at = _space(text, end)
                if text[at] != ":":
                    raise ValueError("no JSON")
                at = _space(text, at + 1)
            self.starts.append(at)
            yield at
            at = _space(text, _behind(text, at))
            if text[at] == ",":
                at = _space(text, at + 1)
            elif text[at] not in "]}":
                raise ValueError("no JSON")

    def _named(self, at: int, end: int) -> None:
        name = self.text[at + 1 : end - 1]
        if "\\" in name:
            name = SURROGATE.sub("\ufffd", json.loads(self.text[at:end], strict=False))
        if name in self.keys:
            self.twice.setdefault(name, at)
            return
        self.keys[name] = at
        self.numbers[name] = len(self.starts)


class _Item(Locations):
    def __init__(
        self, document: JsonText, base: str, text: str | None, made: str | None, record: bool, absolute: bool
    ) -> None:
        self.document = document
        self.base = base
        self.text = text
        self.made = made
        self.record = record
        self.absolute = absolute

    def of_words(self, span: Span) -> Location | None:
        if self.text is None:
            return self.of_item()
        pointer = self.base + self.text
        if self.made is None:
            return self.document.words(pointer, span.start, span.end)
        again = self.document.words_of(pointer, span, self.made)
        if again is not None:
            return again
        found = self.document.value(pointer)
        return Location(found.line, found.column, exact=False) if found is not None else None

    def of_value(self, pointer: str) -> Location | None:
        first = pointer.partition(" | ")[0]
        if self.record or not first.startswith("/"):
            return None  # a record says where a value stood in the document that it was made of
        if self.absolute or not self.base:
            return self.document.value(first)
        return self.document.value(self.base + first) or self.document.value(first)

    def of_fact(self, pointer: str) -> Location | None:
        return self.document.value(self.base + pointer) if self.record else None

    def of_item(self) -> Location | None:
        if self.document.whole and not self.base:
            return None
        found = self.document.value(self.base)
        return Location(found.line, found.column, exact=False) if found is not None else None


class _Joined(_Item):
    """An item whose text was joined of several values."""

    def __init__(self, document: JsonText, base: str, parts: tuple[str, ...], between: str, absolute: bool) -> None:
        super().__init__(document, base, None, None, False, absolute)
        self.parts = parts
        self.between = len(between)

    @cached_property
    def starts(self) -> list[int]:
        """Where in the text each value begins, up to the first that is no text; and where the last of them ends."""
        starts = [0]
        for part in self.parts:
            words = self.document.text_at(self.base + part)
            if words is None:
                break
            starts.append(starts[-1] + len(words) + self.between)
        return starts

    def of_words(self, span: Span) -> Location | None:
        number = bisect_right(self.starts, span.start) - 1
        if number >= len(self.starts) - 1:
            return None
        here, behind = self.starts[number], self.starts[number + 1] - self.between
        if span.start >= behind:  # it begins between two values
            return None
        end = min(span.end, behind) - here
        found = self.document.words(self.base + self.parts[number], span.start - here, end)
        if found is None or span.end <= behind:
            return found
        return Location(found.line, found.column, exact=False)


def _space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    assert found is not None  # noqa: S101 - it may be empty
    return found.end()


def _behind(text: str, at: int) -> int:
    """Where a value ends.

    Raises:
        ValueError: If there is none.
    """
    char = text[at]
    if char in "{[":
        return DECODER.raw_decode(text, at)[1]
    found = (STRING if char == '"' else BARE).match(text, at)
    if found is None:
        raise ValueError("no JSON")
    return found.end()


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
