"""Feeds that are not well formed, as far as feedparser makes sense of them."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from sayso import Agent, DateValue, Document, Draft, InfoSource, Org, ReadError, Reading, state_text_facts
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.sent_dates import sent_date
from sayso_plugins.readers.signed import agents_of_field

#: feedparser takes many times as long for what is broken as the parser of what is not.
LARGEST, MOST_TAGS = 2_000_000, 50_000
ENTRY = re.compile(r"<(/?)(?:[\w.-]+:)?(item|entry)(?=[\s>/])[^>]*>")
ELEMENT = re.compile(r"<((?:[\w.-]+:)?[\w.-]+)(?=[\s>/])")
#: A character by its number; half a pair of surrogates is none, and stops feedparser.
NUMBERED = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))\b;?")
HALVES = range(0xD800, 0xE000)
#: Facts to the elements that may give them, the first that an entry has is the one.
ELEMENTS = {
    "headline": ("title",),
    "author": ("author", "creator", "name"),
    "date_published": ("pubDate", "published", "issued", "date", "created"),
    "date_modified": ("updated", "modified"),
    "uri": ("link", "guid", "id"),
}


class Place(NamedTuple):
    """Where an entry stands.

    Attributes:
        path: XPath of the element, by names without namespaces.
        elements: The names of the elements in it, without their prefixes.
    """

    path: str
    elements: frozenset[str]

    def of(self, fact: str) -> str:
        """The element of a fact."""
        name = next((one for one in ELEMENTS[fact] if one in self.elements), ELEMENTS[fact][0])
        return f"{self.path}/{name}"


def broken_entries(document: Document, reading: Reading, data: bytes, why: str) -> Iterator[Draft | ReadError]:
    """The entries of a feed that is no well-formed XML.

    Where an element stands is told by counting tags; `extra` says what is wrong with the feed.

    Raises:
        ReadError: ``missing-extra`` without feedparser, ``feed`` where it finds no entry and nothing of a feed.
    """
    try:
        import feedparser  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        raise ReadError(
            "missing-extra", f"not well-formed XML ({why}); reading it anyway needs feedparser; install sayso[feeds]"
        ) from None
    if len(data) > LARGEST or data.count(b"<") > MOST_TAGS:
        limits = f"{LARGEST:,} bytes and {MOST_TAGS:,} tags"
        raise ReadError("too-large", f"not well-formed XML ({why}), and such a feed is read up to {limits}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # A stream: what is handed over by itself it takes for an address or a path, and opens it.
        stream = BytesIO(NUMBERED.sub(_whole, data))
        try:
            parsed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
        except (UnicodeError, ValueError) as error:
            raise ReadError("feed", f"is no feed that can be read: {type(error).__name__}, {why}"[:200]) from None
    if not parsed.entries:
        raise ReadError("feed", f"is no feed that can be read: not well-formed XML, {why}"[:200])
    root = "/feed" if parsed.version.startswith("atom") else "/RDF" if parsed.version == "rss10" else "/rss/channel"
    places = _places(data, parsed.encoding or "utf-8", root)
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(parsed.entries, 1):
        place = places[number - 1] if len(places) == len(parsed.entries) else Place(f"{root}/*[{number}]", frozenset())
        made = _draft(document, reading, entry, parsed.feed, place, number, digest)
        if isinstance(made, Draft):
            made.extra["not_well_formed"] = why
        yield made


def _whole(found: re.Match[bytes]) -> bytes:
    number = int(found[1], 16) if found[1] else int(found[2])
    return b"&#xFFFD;" if number in HALVES else found.group()


def _places(data: bytes, encoding: str, root: str) -> list[Place]:
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    found: list[Place] = []
    opened: re.Match[str] | None = None
    for tag in ENTRY.finditer(text):
        if tag[1] and opened is not None:
            elements = frozenset(name.rpartition(":")[2] for name in ELEMENT.findall(text, opened.end(), tag.start()))
            found.append(Place(f"{root}/{tag[2]}[{len(found) + 1}]", elements))
            opened = None
        elif not tag[1]:
            if opened is not None or tag.group().endswith("/>"):
                found.append(Place(f"{root}/{tag[2]}[{len(found) + 1}]", frozenset()))
            opened = None if tag.group().endswith("/>") else tag
    return found


def _draft(
    document: Document, reading: Reading, entry: Any, channel: Any, place: Place, number: int, digest: str
) -> Draft | ReadError:
    identity = _text(entry, "id")
    locator = f"entry {number}"
    whole = "\n".join(one.get("value", "") for one in entry.get("content", ())) if "content" in entry else ""
    body = shown(whole or _text(entry, "summary") or "")
    headline = shown(_text(entry, "title") or "").text
    text = body.text or headline
    if not text:
        return ReadError("empty", "the entry has neither content, summary nor title", locator)
    extra = {
        "summary_only": (not whole and bool(body.text)) or None,
        "title_only": not body.text or None,
        "categories": [tag["term"] for tag in entry.get("tags", ()) if isinstance(tag.get("term"), str)] or None,
    }
    draft = reading.draft(
        document,
        text,
        media_type="text/html",
        normalisation="markup of the entry taken away, one paragraph a block",
        raw_sha256=digest,
        locator=locator,
        record_id=identity,
        extra={key: value for key, value in extra.items() if value is not None},
    )
    _state(draft, entry, channel, place, headline)
    for words, target in body.links:
        draft.link(words, target)
    state_text_facts(draft)
    return draft


def _state(draft: Draft, entry: Any, channel: Any, place: Place, headline: str) -> None:
    if headline:
        draft.offered("headline", headline, place.of("headline"))
    signed = _authors(entry)
    if signed:
        draft.offered("author", signed, place.of("author"))
    for fact, key in (("date_published", "published"), ("date_modified", "updated")):
        # feedparser answers for "updated" with the publication where there is no update.
        written = dict.get(entry, key)
        value = _date(written, dict.get(entry, f"{key}_parsed")) if written else None
        if value is not None:
            draft.offered(fact, value, place.of(fact))
    link = _text(entry, "link")
    if link and link.startswith(("http://", "https://")):
        draft.offered("uri", link, place.of("uri"))
    root = place.path.rpartition("/")[0]
    title = shown(_text(channel, "title") or "").text
    if title:
        draft.offered("outlet", Org(title, url=_text(channel, "link")), f"{root}/title")
    content = entry["content"][0] if entry.get("content") else {}
    language = _text(content, "language") or _text(channel, "language")
    if language:
        draft.offered("language", language, f"{root}/language")
    origin = shown(_text(entry.get("source", {}), "title") or "").text
    if origin:
        draft.offered("info_sources", InfoSource(origin, "feed"), f"{place.path}/source")
    for fact in ("headline", "author", "date_published", "date_modified", "uri"):
        draft.looked(fact, *(f"{place.path}/{one}" for one in ELEMENTS[fact]))
    draft.looked("outlet", f"{root}/title")
    draft.looked("language", f"{root}/language")


def _text(given: Any, key: str) -> str | None:
    found = given.get(key)
    return found if isinstance(found, str) and found.strip() else None


def _authors(entry: Any) -> tuple[Agent, ...]:
    people = [one for one in entry.get("authors", ()) if isinstance(one, dict)]
    given = [one["name"] for one in people if isinstance(one.get("name"), str)]
    written = _text(entry, "author")
    if written and (not given or (len(given) == 1 and "@" in written)):
        given = [written]
    found: list[Agent] = []
    for words in given[:50]:
        found += [one for one in agents_of_field(words) if one not in found]
    return tuple(found)


def _date(written: str, parsed: Any) -> DateValue | None:
    """A date with the zone as published; where only feedparser can read it, the day, since its zone is lost."""
    value = sent_date(written)
    if value is None and parsed:
        return DateValue(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}", "day", written.strip())
    return value
