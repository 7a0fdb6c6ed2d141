"""What an index keeps of one item."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sayso.corpus.prints import fingerprints
from sayso.frozen import frozen
from sayso.records.fact import PluginRef
from sayso.records.values import DateValue
from sayso.rules.item import Item

#: Sorts behind every date.
UNDATED = "~"


@frozen
class Entry:
    """One item of a corpus.

    Attributes:
        id: The record's.
        path: Where it was read; of several places with the same item the first by name.
        uri: Its address, where that is known.
        headline: Likewise.
        outlet: The name of its outlet, where that is known.
        published: EDTF or RFC 3339, as in the record.
        modified: Likewise.
        credits: Names of those who supplied it or a part of it.
        reader: Which reader read it.
        content_sha256: Of `text`.
    """

    id: str
    path: str | None
    locator: str | None
    uri: str | None
    headline: str | None
    outlet: str | None
    published: str | None
    modified: str | None
    credits: tuple[str, ...]
    reader: PluginRef
    content_sha256: str
    text: str

    @classmethod
    def of(cls, item: Item) -> Entry:
        """The entry of an item."""
        record = item.record
        outlet = record.outlet.value
        return cls(
            id=record.id,
            path=record.retrieval.path,
            locator=record.retrieval.locator,
            uri=record.uri.value,
            headline=record.headline.value,
            outlet=outlet.name if outlet else None,
            published=_date(record.date_published.value),
            modified=_date(record.date_modified.value),
            credits=tuple(sorted({fact.value.name for fact in record.info_sources if fact.value is not None})),
            reader=record.headline.plugin,
            content_sha256=record.content.sha256,
            text=item.text,
        )

    @property
    def key(self) -> str:
        """Names the item whatever place it was read at: the same item read twice is one entry."""
        parts = [self.id, self.uri, self.headline, self.outlet, self.published, self.modified]
        parts += [*self.credits, self.content_sha256]
        return sha256(json.dumps(parts).encode()).hexdigest()[:32]

    @property
    def place(self) -> tuple[str, str]:
        """Path and locator, to sort by."""
        return (self.path or "", self.locator or "")

    @property
    def order(self) -> tuple[str, str]:
        """Sorts entries by date of publication, undated ones last, and by key."""
        return (_instant(self.published) if self.published else UNDATED, self.key)

    @property
    def latest(self) -> str:
        """When this version was last touched, to sort the versions of one item by."""
        dates = [_instant(date) for date in (self.published, self.modified) if date]
        return max(dates, default="")

    def precedes(self, other: Entry) -> bool | None:
        """Whether it was published before another; None where their dates do not say."""
        if self.published is None or other.published is None:
            return None
        ours, theirs = _instant(self.published), _instant(other.published)
        shorter = min(len(ours), len(theirs))
        ours, theirs = ours[:shorter], theirs[:shorter]
        return ours < theirs if ours != theirs else None


def _date(value: DateValue | None) -> str | None:
    return value.value if value else None


@lru_cache(maxsize=4096)
def _instant(date: str) -> str:
    """A date as text that sorts by time: in UTC where there is an offset, as it stands where there is none."""
    if len(date) > 10:
        try:
            read = datetime.fromisoformat(date)
        except ValueError:
            return date[:10]
        if read.tzinfo is None:
            return date[:10]  # a time that may be up to a day off says no more than its day
        return read.astimezone(UTC).isoformat()
    return date


def narration_prints(item: Item) -> frozenset[int]:
    """Fingerprints of what the item itself says: no quotations, which anybody may quote, and no boilerplate."""
    text = item.analysis
    spoken = [(one.span.start, one.span.end) for one in text.quotations]
    spoken += [(one.span.start, one.span.end) for one in item.record.sections if one.is_boilerplate]
    spoken.sort()
    words: list[str] = []
    at = 0
    tokens = text.tokens
    for start, low in zip(tokens.starts, tokens.lows, strict=True):
        while at < len(spoken) and spoken[at][1] <= start:
            at += 1
        if (at == len(spoken) or start < spoken[at][0]) and low[0].isalnum():
            words.append(low)
    return fingerprints(words)


def to_json(entry: Entry) -> str:
    """An entry as text; the same entry gives the same."""
    names = ("id", "path", "locator", "uri", "headline", "outlet", "published", "modified", "credits", "text")
    fields: dict[str, Any] = {name: getattr(entry, name) for name in names}
    fields.update(reader=[entry.reader.name, entry.reader.version], content_sha256=entry.content_sha256)
    return json.dumps(fields, sort_keys=True)


def from_json(written: str) -> Entry:
    """The entry that :func:`to_json` wrote."""
    fields = json.loads(written)
    reader = PluginRef(*fields.pop("reader"))
    return Entry(reader=reader, credits=tuple(fields.pop("credits")), **fields)
