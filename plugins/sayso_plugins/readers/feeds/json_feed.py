"""JSON Feed 1.0 and 1.1: each entry is an item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from sayso import Document, Draft, JsonText, LeftOut, ReadError, Reading, decode, parse_json, reader
from sayso_plugins.readers.json_kinds import json_kind


def is_json_feed(head: bytes) -> bool:
    """Whether a JSON document is one object, whose own version says that it is a feed."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and json_kind(head) == "feed"


@reader(
    "json-feed",
    "JSON Feed, one item an entry",
    version="1.1.0",
    media_types=["application/feed+json", "application/json"],
    suffixes=[".json"],
    recognises=is_json_feed,
)
def json_feed(document: Document, reading: Reading) -> Iterator[Draft | LeftOut | ReadError]:
    """Read the entries of a feed.

    Raises:
        ReadError: ``json`` for what is no JSON, ``feed`` for what has no list of items.
    """
    from sayso_plugins.readers.feeds.json_entries import entry_draft

    data = document.read()
    loaded = parse_json(decode(data, document.encoding).text)
    items = loaded.get("items") if isinstance(loaded, Mapping) else None
    if not isinstance(items, list):
        raise ReadError("feed", "a JSON Feed has a list of 'items' (/items)")
    digest, raw = hashlib.sha256(data).hexdigest(), JsonText(data, document.encoding)
    if not items:
        yield LeftOut("feed", "it has no entries")
    for number, entry in enumerate(items):
        where = f"/items/{number}"
        if not isinstance(entry, Mapping):
            yield ReadError("type", "an entry is an object", where, raw.at(where))
            continue
        yield entry_draft(document, reading, entry, loaded, where, digest, raw)
