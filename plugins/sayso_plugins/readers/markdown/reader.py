"""The reader of Markdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sayso import VALUES, Document, Draft, Note, ReadError, Reading, RecordError, Span, decode, reader
from sayso_plugins.readers.markdown.blanking import blanked
from sayso_plugins.readers.markdown.front_matter import FrontMatter, front_matter
from sayso_plugins.readers.text_facts import state_text_facts

#: Facts to the keys that generators have for them (Hugo, Jekyll, Eleventy), the first that is there counts most.
KEYS = {
    "headline": ("title", "headline"),
    "author": ("authors", "author", "byline", "by"),
    "date_published": ("date", "published", "date_published", "publishDate", "publishdate", "pubdate", "pubDate"),
    "date_modified": ("lastmod", "updated", "last_modified_at", "modified", "date_modified", "last-modified"),
    "outlet": ("outlet", "publisher", "site_name", "publication"),
    "uri": ("canonical_url", "canonical", "url", "permalink"),
    "language": ("lang", "language", "locale"),
    "item_type": ("item_type", "type", "genre"),
}
SPONSOR = ("sponsor", "sponsored_by", "sponsored-by")
#: Jekyll's name of a post begins with its day.
NAMED_DAY = re.compile(r"(\d{4}-\d\d-\d\d)-")
#: As generators write times: a space for the T, and before the zone.
TIME = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?\Z")
AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
HEAD_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:---|\+\+\+)\s*\n")


def looks_so(head: bytes) -> bool:
    """Whether a text begins with front matter."""
    return HEAD_LINES.match(head) is not None


@reader(
    "markdown",
    "Markdown with YAML, TOML or JSON front matter",
    version="1.0.0",
    media_types=["text/markdown", "text/x-markdown"],
    suffixes=[".md", ".markdown", ".mdown", ".mkd"],
    needs=["yaml"],
    extra="sayso[markdown]",
)
def markdown(document: Document, reading: Reading) -> Iterator[Draft]:
    """Read a post. Its text is the decoded file with front matter, code and markup blank: offsets are the file's.

    Raises:
        ReadError: ``front-matter`` with the line, ``empty`` where there is nothing but markup.
    """
    data = document.read()
    decoded = decode(data, document.encoding)
    front = front_matter(decoded.text)
    shown = blanked(decoded.text, front.end)
    if not shown.text.strip():
        raise ReadError("empty", "there are no words in it but markup and front matter")
    draft = reading.draft(
        document,
        shown.text,
        media_type="text/markdown",
        normalisation=f"{decoded.normalisation}, front matter, code and markup blanked",
        raw_sha256=hashlib.sha256(data).hexdigest(),
        extra={"front_matter": dict(front.values)} if front.values else {},
    )
    _state(draft, front)
    _from_name(draft, document)
    if not draft.states("headline") and shown.headings:
        start, end = shown.headings[0]
        if start < end and not shown.text[front.end : start].strip():
            draft.extracted("headline", " ".join(shown.text[start:end].split()), Span(start, end), confidence=0.9)
    for words, target in shown.links:
        draft.link(words, target)
    state_text_facts(draft)
    yield draft


def _state(draft: Draft, front: FrontMatter) -> None:
    for fact, keys in KEYS.items():
        for key in keys:
            given = front.values.get(key)
            if given in (None, "", [], {}):
                continue
            where = f"front matter /{key}"
            problem = _stated(draft, fact, given, where)
            if problem is not None:
                line = f", line {front.lines[key]}" if key in front.lines else ""
                draft.looked(fact, f"{where}{line}: {problem}")
        draft.looked(fact, "front matter: " + ", ".join(keys))
    for key in SPONSOR:
        if isinstance(front.values.get(key), str):
            draft.asserted("independence", Note("sponsor", front.values[key], scope="item"), f"front matter /{key}")


def _stated(draft: Draft, fact: str, given: Any, where: str) -> str | None:
    """State a fact, or say why the value cannot be one."""
    try:
        value = _value(fact, given)
    except RecordError as error:
        return str(error)
    if value is None:
        return f"{given!r:.60} is of no known kind"
    draft.asserted(fact, value, where)
    return None


def _value(fact: str, given: Any) -> Any:
    if fact == "author":
        people = given if isinstance(given, list) else [given]
        return VALUES[fact]([one for person in people for one in _people(person)])
    if fact.startswith("date_"):
        return VALUES[fact](_instant(given) if isinstance(given, str) else given)
    if fact == "uri":
        return given if isinstance(given, str) and given.startswith(("http://", "https://")) else None
    if fact == "item_type":
        kind = VALUES[fact](given)
        return None if kind == "other" else kind
    if fact == "outlet" and isinstance(given, Mapping):
        return VALUES[fact](given)
    return VALUES[fact](given)


def _people(given: Any) -> list[Any]:
    """Names of a list, of one text with several, or of objects; a slug such as ``ana-ruiz`` stays what it is."""
    if isinstance(given, Mapping) and not isinstance(given.get("name"), str):
        given = given.get("display_name") or given.get("full_name") or given.get("login")
    if isinstance(given, str):
        words = given.strip().removeprefix("By ").removeprefix("by ")
        return [name for name in AND.split(words) if name]
    return [given] if given is not None else []


def _instant(words: str) -> str:
    """A time as ISO 8601 has it, as far as it is one."""
    found = TIME.match(words.strip())
    if found is None:
        return words.strip()
    day, clock, zone = found.groups()
    clock = clock if clock[1] != ":" else f"0{clock}"
    zone = {"Z": "Z", "UTC": "Z", None: ""}.get(zone, zone)
    if zone not in ("", "Z") and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        datetime.fromisoformat(f"{day}T{clock}{zone}")
    except ValueError:
        return words.strip()
    return f"{day}T{clock}{zone}"


def _from_name(draft: Draft, document: Document) -> None:
    found = NAMED_DAY.match(document.name)
    if found is None or draft.states("date_published"):
        return
    try:
        day = VALUES["date_published"](found[1])
    except RecordError:
        return
    draft.inferred("date_published", day, basis=f"the file's name begins with {found[1]}", confidence=0.9)
