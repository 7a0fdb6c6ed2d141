"""A corpus as rules on many items see it: entries, copies, versions and what they collected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from sayso.corpus.entry import Entry
from sayso.frozen import frozen


class Index(Protocol):
    """Where the rows come from."""

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        ...

    def entry(self, number: int) -> Entry:
        """An entry by its row."""
        ...


@frozen
class Copy:
    """Two items with the same words.

    Attributes:
        origin: Of the two the one that was published first, or sorts first where no date says.
        copy: The other.
        share: How much of the copy's narration is the origin's, 0 to 1, estimated from fingerprints.
    """

    origin: Entry
    copy: Entry
    share: float


#: Of each fingerprint the item that has it first.
FIRSTS = """
SELECT first, item, count(*) FROM
    (SELECT prints.item AS item, first_value(prints.item) OVER (PARTITION BY hash ORDER BY sorting) AS first
     FROM prints JOIN entries USING (item))
WHERE first <> item GROUP BY first, item
"""


class Corpus:
    """The whole of an index. Everything comes in an order that depends on the items alone."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def entries(self) -> Iterator[Entry]:
        """All entries by date of publication; undated ones last."""
        for number in self._numbers():
            yield self._index.entry(number)

    def _numbers(self) -> Iterator[int]:
        yield from (row[0] for row in self._index.rows("SELECT item FROM entries ORDER BY sorting"))

    def copies(self, least: float) -> Iterator[Copy]:
        """Items of whose narration at least this share stood in one earlier item, each with the one that has most.

        A fingerprint counts for the item that had it first, so that of a story copied a hundred times all copies lead
        to the one origin, and finding them takes time in proportion to the text.
        """
        sizes = dict(self._index.rows("SELECT item, prints FROM entries"))
        order = {number: place for place, number in enumerate(self._numbers())}
        best: dict[int, tuple[int, int, int]] = {}
        for first, number, shared in self._index.rows(FIRSTS):
            if shared >= least * sizes[number]:
                candidate = (shared, -order[first], first)
                best[number] = max(best.get(number, candidate), candidate)
        for number in sorted(best, key=order.__getitem__):
            shared, _, first = best[number]
            yield Copy(self._index.entry(first), self._index.entry(number), shared / sizes[number])

    def versions(self) -> Iterator[tuple[Entry, ...]]:
        """The items that have one address and different versions, each time in the order of their dates.

        Addresses are compared without what leads nowhere else, such as ``www.`` or a fragment. Where the dates are the
        same, the version that the index had in an earlier run comes first.
        """
        rows = self._index.rows(
            "SELECT uri, item FROM entries WHERE uri IN"
            " (SELECT uri FROM entries WHERE uri IS NOT NULL GROUP BY uri HAVING count(*) > 1)"
            " ORDER BY uri, latest, first, sorting"
        )
        for _, group in groupby(rows, itemgetter(0)):
            yield tuple(self._index.entry(number) for _, number in group)

    def traces(self, rule: str) -> Iterator[tuple[str, Entry, Any]]:
        """What a rule collected: topic, entry and value, sorted by topic and entry."""
        query = (
            "SELECT topic, item, value FROM traces JOIN entries USING (item)"
            " WHERE rule = ? ORDER BY topic, sorting, number"
        )
        for topic, number, value in self._index.rows(query, rule):
            yield topic, self._index.entry(number), json.loads(value)

    def traces_of(self, rule: str, entry: Entry) -> Iterator[tuple[str, Any]]:
        """What a rule collected of one item: topic and value."""
        query = (
            "SELECT topic, value FROM traces JOIN entries USING (item) WHERE rule = ? AND key = ?"
            " ORDER BY topic, number"
        )
        for topic, value in self._index.rows(query, rule, entry.key):
            yield topic, json.loads(value)
