"""JSON Feed 1.0 and 1.1: each entry is an item."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso import VALUES, Document, Draft, Org, ReadError, Reading, RecordError, decode, parse_json, reader
from sayso_plugins.readers.markup import Markup, shown
from sayso_plugins.readers.text_facts import state_text_facts

MARKED = "markup of the entry taken away, one paragraph a block"
VERSION = re.compile(rb'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/version/')


def is_json_feed(head: bytes) -> bool:
    """Whether a JSON document says that it is a feed."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and VERSION.search(head) is not None


@reader(
    "json-feed",
    "JSON Feed, one item an entry",
    version="1.0.0",
    media_types=["application/feed+json", "application/json"],
    suffixes=[".json"],
    recognises=is_json_feed,
)
def json_feed(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read the entries of a feed.

    Raises:
        ReadError: ``json`` for what is no JSON, ``feed`` for what has no list of items.
    """
    data = document.read()
    loaded = parse_json(decode(data, document.encoding).text)
    items = loaded.get("items") if isinstance(loaded, Mapping) else None
    if not isinstance(items, list):
        raise ReadError("feed", "a JSON Feed has a list of 'items' (/items)")
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(items):
        where = f"/items/{number}"
        if not isinstance(entry, Mapping):
            yield ReadError("type", "an entry is an object", where)
            continue
        yield _draft(document, reading, entry, loaded, where, digest)


def _draft(
    document: Document, reading: Reading, entry: Mapping[str, Any], feed: Mapping[str, Any], where: str, digest: str
) -> Draft | ReadError:
    given = _text(entry, "content_html")
    body = shown(given) if given else Markup(_text(entry, "content_text") or "", ())
    headline = _text(entry, "title") or ""
    text = body.text or _text(entry, "summary") or headline
    if not text.strip():
        return ReadError("empty", "the entry has neither content, summary nor title", where)
    identity = entry.get("id")
    draft = reading.draft(
        document,
        text,
        media_type="application/feed+json",
        normalisation=MARKED if given else "the entry's text, unchanged",
        raw_sha256=digest,
        locator=where,
        record_id=str(identity) if isinstance(identity, str | int) and identity != "" else None,
        extra={} if body.text else {"summary_only": True},
    )
    stated = {
        "headline": (headline or None, f"{where}/title"),
        "date_published": (entry.get("date_published"), f"{where}/date_published"),
        "date_modified": (entry.get("date_modified"), f"{where}/date_modified"),
        "uri": (entry.get("url"), f"{where}/url"),
        "language": (entry.get("language") or feed.get("language"), f"{where}/language"),
    }
    for fact, (value, pointer) in stated.items():
        _state(draft, fact, value, pointer)
    for people, pointer in ((entry, where), (feed, "")):
        _authors(draft, people, pointer)
    title = _text(feed, "title")
    if title:
        draft.asserted("outlet", Org(title, url=_text(feed, "home_page_url")), "/title")
    draft.looked("outlet", "/title")
    for words, target in body.links:
        draft.link(words, target)
    state_text_facts(draft)
    return draft


def _state(draft: Draft, fact: str, value: Any, pointer: str) -> None:
    if isinstance(value, str) and value.strip():
        try:
            draft.asserted(fact, VALUES[fact](value), pointer)
        except RecordError as error:
            draft.looked(fact, f"{pointer}: {error}")
    draft.looked(fact, f"{pointer} is absent")


def _authors(draft: Draft, given: Mapping[str, Any], where: str) -> None:
    if draft.states("author"):
        return
    many, one = given.get("authors"), given.get("author")
    people = many if isinstance(many, list) else [one] if one else []
    names = [name for person in people if isinstance(person, Mapping) and (name := _text(person, "name"))]
    pointer = f"{where}/authors" if isinstance(many, list) else f"{where}/author"
    if names:
        draft.asserted("author", VALUES["author"](names), pointer)
    draft.looked("author", f"{where}/authors", f"{where}/author")


def _text(given: Mapping[str, Any], key: str) -> str | None:
    found = given.get(key)
    return found if isinstance(found, str) and found.strip() else None
