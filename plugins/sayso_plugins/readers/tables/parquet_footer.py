"""What the footer of a Parquet file claims, before pyarrow acts on it.

pyarrow ends the whole program where some claims of a footer contradict each other (it asks for the metadata of a column
without catching what is thrown), so they are read here: Thrift's compact protocol, and of it what a footer uses.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sayso import ReadError

#: Values in a footer. One with a thousand columns in a hundred groups of rows has some three millions.
VALUES = 5_000_000
#: How deep structures lie in structures; in Parquet seven.
DEEP = 16
TRUE, FALSE, I8, DOUBLE, TEXT, LIST, SET, STRUCT = 1, 2, 3, 7, 8, 9, 10, 12


class Group(NamedTuple):
    """A group of rows.

    Attributes:
        columns: The path of each, its unpacked and its packed size in bytes.
    """

    rows: int
    columns: tuple[tuple[str, int, int], ...]


def groups(footer: bytes) -> list[Group]:
    """The groups of rows that a footer lists.

    Raises:
        ReadError: ``parquet`` where it is none.
    """
    try:
        whole = _Thrift(footer).struct(0)
        found = [
            Group(_number(group, 3), tuple(_column(one) for one in _structs(group.get(1, []))))
            for group in _structs(whole.get(4, []))
        ]
        if sum(group.rows for group in found) != _number(whole, 3):
            raise ValueError("the groups of rows do not add up")
    except (IndexError, ValueError, RecursionError, KeyError, TypeError, OverflowError) as error:
        raise ReadError("parquet", f"its footer is damaged: {error}"[:160]) from None
    return found


def _structs(given: Any) -> list[dict[int, Any]]:
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise ValueError("a list of structures is none")
    return given


def _column(chunk: dict[int, Any]) -> tuple[str, int, int]:
    data = chunk.get(3)
    if not isinstance(data, dict):
        raise ValueError("a column is without its metadata")
    path = b".".join(part for part in data.get(3, []) if isinstance(part, bytes))
    return path.decode("utf-8", "replace"), _number(data, 6), _number(data, 7)


def _number(given: dict[int, Any], field: int) -> int:
    value = given[field]
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"field {field} is no number of anything")
    return value


class _Thrift:
    """Values of the compact protocol; structures as dictionaries by the number of the field."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.left = VALUES

    def struct(self, depth: int) -> dict[int, Any]:
        if depth > DEEP:
            raise ValueError("nested too deeply")
        found: dict[int, Any] = {}
        field = 0
        while (head := self._byte()) != 0:
            kind = head & 15
            field = field + (head >> 4) if head >> 4 else self._zigzag()
            found[field] = kind == TRUE if kind in (TRUE, FALSE) else self._value(kind, depth)
        return found

    def _value(self, kind: int, depth: int) -> Any:
        self.left -= 1
        if self.left < 0:
            raise ValueError("it holds too many values")
        if kind in (I8, TRUE, FALSE):  # a truth value in a list takes a byte
            return self._byte()
        if I8 < kind < DOUBLE:
            return self._zigzag()
        if kind == DOUBLE:
            return self._bytes(8)
        if kind == TEXT:
            return self._bytes(self._varint())
        if kind in (LIST, SET):
            head = self._byte()
            size = head >> 4 if head >> 4 != 15 else self._varint()
            return [self._value(head & 15, depth + 1) for _ in range(min(size, self.left + 1))]
        if kind == STRUCT:
            return self.struct(depth + 1)
        raise ValueError(f"a value is of kind {kind}, which is none")

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _bytes(self, size: int) -> bytes:
        if size > len(self.data) - self.at:
            raise ValueError("a text is longer than the footer")
        self.at += size
        return self.data[self.at - size : self.at]

    def _varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7
            if shift > 63:
                raise ValueError("a number is too long")

    def _zigzag(self) -> int:
        value = self._varint()
        return (value >> 1) ^ -(value & 1)
