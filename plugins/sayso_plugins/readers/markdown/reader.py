"""The reader of Markdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sayso import (
    VALUES,
    Document,
    Draft,
    InfoSource,
    Note,
    ReadError,
    Reading,
    RecordError,
    Span,
    decode,
    reader,
    state_text_facts,
)
from sayso_plugins.readers.sent_dates import sent_date

if TYPE_CHECKING:
    from sayso_plugins.readers.markdown.blanking import Blanked
    from sayso_plugins.readers.markdown.front_matter import FrontMatter

#: Facts to the keys that generators have for them (Hugo, Jekyll, Eleventy), the first that is there counts most.
KEYS = {
    "headline": ("title", "headline"),
    "author": ("authors", "author", "byline", "by"),
    "date_published": tuple(
        "date published date_published publishDate publishdate publish_date pubdate pubDate issued".split()
    ),
    "date_modified": ("lastmod", "updated", "last_modified_at", "modified", "date_modified", "last-modified"),
    "outlet": ("outlet", "publisher", "site_name", "publication"),
    "uri": ("canonical_url", "canonical", "url", "permalink"),
    "language": ("lang", "language", "locale"),
    "item_type": ("item_type", "type", "genre"),
}
SPONSOR = ("sponsor", "sponsored_by", "sponsored-by")
ORIGIN = ("source", "credit", "agency", "syndicated_from")
#: Keys with addresses of what a post was taken from, or is about.
ADDRESSES = ("source_url", "original_url", "external_url", "external-url", "link", "tumblr_url")
#: Keys with words of the post, where its body has none.
SUMMARIES = ("summary", "excerpt", "description", "deck", "title")
#: Jekyll's name of a post begins with its day.
NAMED_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[-_]")
AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


@reader(
    "markdown",
    "Markdown with YAML, TOML or JSON front matter",
    version="1.1.0",
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
    from sayso_plugins.readers.markdown.blanking import blanked
    from sayso_plugins.readers.markdown.front_matter import FrontLocations, front_matter
    from sayso_plugins.readers.sectioning import state_sections

    data = document.read()
    decoded = decode(data, document.encoding)
    front = front_matter(decoded.text)
    shown = blanked(decoded.text, front.end)
    text, key = shown.text, None
    if not text.strip():
        text, key = _summary(decoded.text, front)
    extra: dict[str, Any] = {"front_matter": dict(front.values)} if front.values else {}
    if front.again:
        extra["front_matter_twice"] = dict(front.again)
    if key:
        extra["summary_only"] = True
    draft = reading.draft(
        document,
        text,
        media_type="text/markdown",
        normalisation=f"{decoded.normalisation}; front matter, code and markup blanked"
        + (f"; the text is the front matter's {key!r}" if key else ""),
        raw_sha256=hashlib.sha256(data).hexdigest(),
        extra=extra,
        locations=FrontLocations(decoded.text, front) if front.lines else None,
    )
    _state(draft, front)
    _from_name(draft, document)
    _headline(draft, shown, front.end)
    for words, target in shown.links:
        draft.link(words, target)
    state_text_facts(draft)
    heads = {start for start, end in shown.headings if start < end}
    told = {number: "headline" for number, part in enumerate(draft.layout.paragraphs) if part.start in heads}
    if told:
        state_sections(draft, told)
    yield draft


def _summary(source: str, front: FrontMatter) -> tuple[str, str]:
    """The words of a post whose body has none: a summary, where it stands in the front matter; and its key."""
    for key in map(front.written, SUMMARIES):
        given = front.values.get(key)
        words = given.strip() if isinstance(given, str) else ""
        at = source.find(words, 0, front.end) if words else -1
        if at >= 0:
            blank = re.sub(r"[^\n\r]", " ", source)
            return blank[:at] + words + blank[at + len(words) :], key
    raise ReadError("empty", "there are no words in it but markup and front matter")


def _headline(draft: Draft, shown: Blanked, begin: int) -> None:
    """The first heading, where nothing stands before it and the front matter has no title."""
    start, end = next(iter(shown.headings), (0, 0))
    if start < end and not draft.states("headline") and not shown.text[begin:start].strip():
        draft.extracted("headline", " ".join(shown.text[start:end].split()), Span(start, end), confidence=0.9)


def _state(draft: Draft, front: FrontMatter) -> None:
    for fact, keys in KEYS.items():
        for key in dict.fromkeys(map(front.written, keys)):
            if key in front.again:
                where = f"line {front.again[key]}"
                raise ReadError("front-matter", f"the key {key!r} stands twice with two values; take one away", where)
            given = front.values.get(key)
            if given in (None, "", [], {}):
                continue
            problem = _stated(draft, fact, given, _place(front, key))
            if problem is not None:
                draft.looked(fact, f"{_place(front, key)}: {problem}")
        draft.looked(fact, "front matter: " + ", ".join(keys))
    for key in map(front.written, SPONSOR):
        if isinstance(front.values.get(key), str):
            draft.offered("independence", Note("sponsor", front.values[key], scope="item"), _place(front, key))
    for key in map(front.written, ORIGIN):
        given = front.values.get(key)
        if isinstance(given, str) and given.strip() and "://" not in given:
            draft.offered("info_sources", InfoSource(given.strip(), "origin"), _place(front, key))
    draft.looked("info_sources", "front matter: " + ", ".join(ORIGIN))
    for key in map(front.written, ADDRESSES):
        given = front.values.get(key)
        if isinstance(given, str) and given.startswith(("http://", "https://")):
            draft.link(key, given.strip())


def _place(front: FrontMatter, key: str) -> str:
    """Where a key stands, as a JSON Pointer in the front matter and its line in the file."""
    pointer = key.replace("~", "~0").replace("/", "~1")
    return f"front matter /{pointer}" + (f", line {front.lines[key]}" if key in front.lines else "")


def _stated(draft: Draft, fact: str, given: Any, where: str) -> str | None:
    """State a fact, or say why the value cannot be one."""
    try:
        value = _value(fact, given)
    except RecordError as error:
        return str(error)
    if value in (None, "", ()):
        return f"{given!r:.60} is of no known kind"
    draft.offered(fact, value, where)
    return None


def _value(fact: str, given: Any) -> Any:
    if isinstance(given, int | float) and not isinstance(given, bool):
        given = str(given)
    if isinstance(given, str):
        given = given.strip()
    if fact == "author":
        people = given if isinstance(given, list) else [given]
        return VALUES[fact]([one for person in people[:100] for one in _people(person)])
    if fact.startswith("date_"):
        return sent_date(given) if isinstance(given, str) else None
    if fact == "uri":
        return given if isinstance(given, str) and given.startswith(("http://", "https://")) else None
    if fact == "item_type":
        kind = VALUES[fact](given)
        return None if kind == "other" else kind
    if fact == "language" and isinstance(given, str):
        return given.replace("_", "-")
    return VALUES[fact](given)


def _people(given: Any) -> list[Any]:
    """Names of a list, of one text with several, or of objects; a slug such as ``ana-ruiz`` stays what it is."""
    if isinstance(given, Mapping) and not isinstance(given.get("name"), str):
        given = given.get("display_name") or given.get("full_name") or given.get("login") or _only_key(given)
    if isinstance(given, str):
        words = given.strip().removeprefix("By ").removeprefix("by ")
        return [name for name in AND.split(words) if name]
    return [given] if given is not None else []


def _only_key(given: Mapping[str, Any]) -> str | None:
    """*ana* in ``ana: {url: ...}``, as some themes list people."""
    key = next(iter(given), None)
    return key if len(given) == 1 and isinstance(key, str) and isinstance(given[key], Mapping) else None


def _from_name(draft: Draft, document: Document) -> None:
    found = NAMED_DAY.match(document.name)
    if found is None or draft.states("date_published"):
        return
    try:
        day = VALUES["date_published"](found[1])
    except RecordError:
        return
    draft.inferred("date_published", day, basis=f"the file's name begins with {found[1]}", confidence=0.9)
