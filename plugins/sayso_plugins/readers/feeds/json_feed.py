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
    text = decode(data, document.encoding).text
    twice: list[str] = []
    loaded = parse_json(text, twice=twice)
    broken = _broken(twice)
    if "" in broken:
        parse_json(text)  # which of two titles of the feed counts nobody knows: refused, with the place
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
        if str(number) in broken:
            said = f"the key {broken[str(number)]!r:.80} stands twice in it; which one counts?"
            yield ReadError("duplicate-key", said, where, raw.at(where))
            continue
        yield entry_draft(document, reading, entry, loaded, where, digest, raw)


def _broken(twice: list[str]) -> dict[str, str]:
    """By the number of an entry, and empty for the feed, a key that stands twice; keys of its own say nothing here."""
    found: dict[str, str] = {}
    for pointer in twice:
        first, *rest = pointer.split("/")[1:]
        number, *path = rest if first == "items" and len(rest) > 1 else ["", first, *rest]
        if not path[0].startswith("_"):
            found.setdefault(number, path[-1].replace("~1", "/").replace("~0", "~"))
    return found
