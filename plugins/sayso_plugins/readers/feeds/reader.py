"""RSS and Atom, by feedparser; each entry is an item."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from sayso import VALUES, Document, Draft, InfoSource, Org, ReadError, Reading, RecordError, reader
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.text_facts import state_text_facts

OPENING = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|RDF|channel)[\s>/]")
BEFORE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>\s*)*", re.DOTALL
)
#: Where a feed could make more of itself than it is, or ask for files.
DECLARES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
ENTRY = re.compile(r"<(/?)(?:[\w.-]+:)?(item|entry)(?=[\s>/])[^>]*>")
ELEMENT = re.compile(r"<((?:[\w.-]+:)?[\w.-]+)(?=[\s>/])")
#: Facts to the elements that may give them, the first that an entry has is the one.
ELEMENTS = {
    "headline": ("title", "dc:title"),
    "author": ("author", "dc:creator", "itunes:author", "name"),
    "date_published": ("pubDate", "published", "issued", "dc:date", "created", "dcterms:issued"),
    "date_modified": ("updated", "modified", "atom:updated", "dcterms:modified"),
    "uri": ("link", "guid", "id"),
    "text": ("content:encoded", "content", "xhtml:body", "fullitem", "description", "summary"),
}
#: A name in brackets behind an address, or before it: "a@post.example (Ana Ruiz)".
MAILED = re.compile(r"\s*[^\s@()<>]+@[^\s()<>]+\s*\(([^()]+)\)\s*\Z|\s*([^<>@]+?)\s*<[^<>\s]+@[^<>\s]+>\s*\Z")
AND = re.compile(r"\s*(?:,|;|&|\band\b)\s+")


class Place(NamedTuple):
    """Where an entry stands.

    Attributes:
        path: XPath of the element, by names without namespaces.
        elements: The names of its own elements, with their prefixes.
    """

    path: str
    elements: frozenset[str]

    def of(self, fact: str) -> str:
        """The element of a fact."""
        name = next((one for one in ELEMENTS[fact] if one in self.elements), ELEMENTS[fact][0])
        return f"{self.path}/{name}"


def is_feed(head: bytes) -> bool:
    """Whether the first element of a document is that of a feed."""
    before = BEFORE.match(head)
    return OPENING.match(head, before.end() if before else 0) is not None


@reader(
    "feed",
    "RSS and Atom feeds, one item an entry",
    version="1.0.0",
    media_types=["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"],
    suffixes=[".rss", ".atom", ".rdf", ".xml"],
    recognises=is_feed,
    needs=["feedparser"],
    extra="sayso[feeds]",
)
def feed(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read the entries of a feed.

    The text of an entry is its content, else its summary, which `extra` then says; markup becomes paragraphs.

    Raises:
        ReadError: ``entities`` for a feed that declares entities of its own, ``feed`` for what is no feed.
    """
    import feedparser  # type: ignore[import-untyped,unused-ignore]

    data = document.read()
    if DECLARES.search(data[:65_536]):
        raise ReadError("entities", "it declares entities of its own, which are not read")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        why = parsed.get("bozo_exception")
        raise ReadError("feed", f"is no feed: {why}"[:200] if why else "is no feed")
    root = "/feed" if parsed.version.startswith("atom") else "/RDF" if parsed.version == "rss10" else "/rss/channel"
    places = _places(data, parsed.encoding or "utf-8", root)
    digest = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(parsed.entries, 1):
        place = places[number - 1] if len(places) == len(parsed.entries) else Place(f"{root}/*[{number}]", frozenset())
        yield _draft(document, reading, entry, parsed.feed, place, number, digest)


def _places(data: bytes, encoding: str, root: str) -> list[Place]:
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    found: list[Place] = []
    opened: re.Match[str] | None = None
    for tag in ENTRY.finditer(text):
        if tag[1] and opened is not None:
            elements = frozenset(ELEMENT.findall(text, opened.end(), tag.start()))
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
        draft.asserted("headline", headline, place.of("headline"))
    names = _authors(entry)
    if names:
        draft.asserted("author", VALUES["author"](names), place.of("author"))
    for fact, key in (("date_published", "published"), ("date_modified", "updated")):
        # feedparser answers for "updated" with the publication where there is no update.
        written = dict.get(entry, key)
        value = _date(written, dict.get(entry, f"{key}_parsed")) if written else None
        if value is not None:
            draft.asserted(fact, value, place.of(fact))
    link = _text(entry, "link")
    if link and link.startswith(("http://", "https://")):
        draft.asserted("uri", link, place.of("uri"))
    root = place.path.rpartition("/")[0]
    title = shown(_text(channel, "title") or "").text
    if title:
        draft.asserted("outlet", Org(title, url=_text(channel, "link")), f"{root}/title")
    content = entry["content"][0] if entry.get("content") else {}
    language = _text(content, "language") or _text(channel, "language")
    if language:
        draft.asserted("language", language, f"{root}/language")
    origin = shown(_text(entry.get("source", {}), "title") or "").text
    if origin:
        draft.asserted("info_sources", InfoSource(origin, "feed"), f"{place.path}/source")
    for fact in ("headline", "author", "date_published", "date_modified", "uri"):
        draft.looked(fact, *(f"{place.path}/{one}" for one in ELEMENTS[fact]))
    draft.looked("outlet", f"{root}/title")
    draft.looked("language", f"{root}/language")


def _text(given: Any, key: str) -> str | None:
    found = given.get(key)
    return found if isinstance(found, str) and found.strip() else None


def _authors(entry: Any) -> list[str]:
    people = [one for one in entry.get("authors", ()) if isinstance(one, dict)]
    given = [one["name"] for one in people if isinstance(one.get("name"), str)]
    written = _text(entry, "author")
    if written and (not given or (len(given) == 1 and "@" in written)):
        given = [written]
    names: list[str] = []
    for words in given:
        mailed = MAILED.match(words)
        plain = (mailed[1] or mailed[2]) if mailed else words
        plain = shown(plain).text.strip().removeprefix("By ").removeprefix("by ")
        names += [name for name in AND.split(plain) if name and "@" not in name and name not in names]
    return names


def _date(written: str, parsed: Any) -> Any:
    """A date with the zone as published; where only feedparser can read it, the day, since its zone is lost."""
    words = written.strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        # "-0000" is RFC 5322 for a time whose zone nobody knows.
        whole = len(words) > 10
        try:
            value = VALUES["date_published"](moment.isoformat() if whole else words)
        except RecordError:
            continue
        from sayso import evolve

        return evolve(value, raw=words)
    if parsed:
        from sayso import DateValue

        return DateValue(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}", "day", words)
    return None
