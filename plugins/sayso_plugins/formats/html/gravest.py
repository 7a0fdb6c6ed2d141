"""What is kept of very many items: the gravest, and their parts of the page on the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from heapq import heappush, heapreplace
from typing import IO, Generic, TypeVar

T = TypeVar("T")
#: Errors, warnings and the rest of an item, and whether it has something else to show.
Weight = tuple[int, int, int, int]


class Gravest(Generic[T]):
    """Numbered things of which the gravest are kept, and of equally grave ones the first.

    Args:
        most: How many there is room for.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.seen = 0
        self._heap: list[tuple[Weight, int]] = []
        self._kept: dict[int, T] = {}
        self._weights: dict[int, Weight] = {}

    def wants(self, weight: Weight) -> bool:
        """Whether one of this weight would be kept."""
        return len(self._heap) < self.most or (bool(self._heap) and weight > self._heap[0][0])

    def add(self, weight: Weight, number: int, kept: T) -> None:
        """Keep one, where there is no more room in place of the mildest; numbers rise."""
        if len(self._heap) < self.most:
            heappush(self._heap, (weight, -number))
        else:
            mildest = -heapreplace(self._heap, (weight, -number))[1]
            del self._kept[mildest], self._weights[mildest]
        self._kept[number] = kept
        self._weights[number] = weight

    def in_order(self) -> Iterator[tuple[int, T]]:
        """Number and what is kept of it, in the order of the numbers."""
        return ((number, self._kept[number]) for number in sorted(self._kept))

    def by_weight(self) -> Iterator[tuple[int, T]]:
        """The same, the gravest first, and of equally grave ones the first."""
        worst = sorted(self._kept, key=lambda number: (*(-part for part in self._weights[number]), number))
        return ((number, self._kept[number]) for number in worst)

    def get(self, number: int | None) -> T | None:
        """What is kept of a number."""
        return self._kept.get(number) if number is not None else None

    def __contains__(self, number: object) -> bool:
        return number in self._kept

    def __len__(self) -> int:
        return len(self._kept)


class Parts:
    """Parts of the page on the disk, in a file without a name."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="sayso-")  # noqa: SIM115 - it lives as long as the page

    def put(self, pieces: Iterable[str]) -> tuple[int, int]:
        """Write a part; where it begins, and how many bytes it has."""
        start = self._file.seek(0, 2)
        for piece in pieces:
            self._file.write(piece.encode("utf-8", "backslashreplace"))
        return start, self._file.tell() - start

    def get(self, place: tuple[int, int]) -> str:
        """The part that :meth:`put` wrote there."""
        self._file.seek(place[0])
        return self._file.read(place[1]).decode("utf-8")

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()
