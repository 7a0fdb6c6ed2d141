"""NITF 3.x: the reader of documents, and what NewsML-G2 asks of one inside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from sayso import VALUES, Document, Draft, InfoSource, Org, ReadError, Reading, RecordError, Span, reader
from sayso_plugins.readers.text_facts import state_text_facts
from sayso_plugins.readers.wire_xml.safe import below, find, local, paragraphs, parse, path, words

OPENING = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>\s*)*"
    rb"<(?:[\w.-]+:)?nitf[\s>/]",
    re.DOTALL,
)
NORM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\Z")
#: Parts of a document to the kinds of section that they are.
SECTIONS = {"media-caption": "caption", "media": "caption", "hl1": "headline", "hl2": "headline", "byline": "byline"}
KNOWN = frozenset({"headline", "byline"})


def is_nitf(head: bytes) -> bool:
    """Whether the first element of a document is that of NITF."""
    return OPENING.match(head) is not None


@reader(
    "nitf",
    "NITF, one item a document",
    version="1.0.0",
    media_types=["application/nitf+xml", "application/xml", "text/xml"],
    suffixes=[".nitf", ".xml"],
    recognises=is_nitf,
    needs=["lxml"],
    extra="sayso[xml]",
)
def nitf(document: Document, reading: Reading) -> Iterator[Draft]:
    """Read one document.

    Raises:
        ReadError: ``entities``, ``xml`` with the line, ``empty`` for a document without words.
    """
    data = document.read()
    root = parse(data)
    text, places = body(root)
    if not text:
        raise ReadError("empty", "there are no words in its body")
    draft = reading.draft(
        document,
        text,
        media_type="application/nitf+xml",
        normalisation="the words of the body, one paragraph a block",
        raw_sha256=hashlib.sha256(data).hexdigest(),
        extra=extras(root),
    )
    state(draft, root, places)
    state_text_facts(draft)
    yield draft


def body(root: Any) -> tuple[str, list[tuple[Any, Span]]]:
    """The text of a document with the place of each block; headline and byline are facts, and no part of it."""
    parts: list[str] = []
    places: list[tuple[Any, Span]] = []
    at = 0
    contents = [*below(root, "body.content")] or [*below(root, "body")]
    for content in contents[:1]:
        for owner, line in paragraphs(content):
            if line:
                places.append((owner, Span(at, at + len(line))))
                parts.append(line)
                at += len(line) + 2
    return "\n\n".join(parts), places


def state(draft: Draft, root: Any, places: list[tuple[Any, Span]]) -> None:
    """State the facts of a document, each with its XPath by local names."""
    for name in ("hl1", "title"):
        for element in below(root, name):
            if words(element):
                draft.asserted("headline", words(element), path(element))
    for element in below(root, "byline"):
        people = [words(one) for one in below(element, "person")]
        names = people or names_of(words(element))
        if names:
            draft.asserted("author", VALUES["author"](names), path(element))
    for element in below(root, "dateline"):
        for place in find(element, "location"):
            draft.asserted("dateline_place", words(place), path(place))
        for when in find(element, "story.date"):
            _date(draft, "dateline_date", when)
    for name, fact in (("date.issue", "date_published"), ("date.release", "date_published")):
        for element in below(root, name):
            _date(draft, fact, element)
    for element in below(root, "revision-history"):
        _date(draft, "date_modified", element)
    for element in below(root, "distributor"):
        names = [words(one) for one in find(element, "org")] or [words(element)]
        if names[0]:
            draft.asserted("info_sources", InfoSource(names[0], "distributor"), path(element))
    for element in below(root, "doc.copyright"):
        holder = element.get("holder")
        if holder:
            basis = f"{path(element)}/@holder: who holds the rights"
            draft.inferred("outlet", Org(holder), basis=basis, confidence=0.7)
    for element in below(root, "pubdata"):
        if element.get("name"):
            draft.asserted("outlet", Org(element.get("name")), f"{path(element)}/@name")
        if element.get("date.publication"):
            _date(draft, "date_published", element, "date.publication")
    for element in below(root, "datasource"):
        if words(element):
            draft.asserted("info_sources", InfoSource(words(element), "document"), path(element))
    for owner, span in places:
        kind = SECTIONS.get(local(owner))
        if kind in KNOWN:
            draft.section(str(kind), span)
    for fact in ("headline", "author", "date_published", "date_modified", "outlet", "dateline_place", "info_sources"):
        draft.looked(fact, "NITF: head and body.head")


def extras(root: Any) -> dict[str, Any]:
    """Who and what is marked in the text, as it is marked: persons, bodies, and quoted words."""
    marked = {
        name: sorted({words(element) for element in below(root, tag) if words(element)})
        for name, tag in (("persons", "person"), ("organisations", "org"), ("quoted", "q"))
    }
    return {name: found[:500] for name, found in marked.items() if found}


def names_of(line: str) -> list[str]:
    """The names of a byline."""
    plain = re.sub(r"\A(?:by|von|par|por)\s+", "", line, flags=re.IGNORECASE)
    return [name for name in re.split(r"\s*(?:,|;|\band\b|&)\s*", plain) if name]


def _date(draft: Draft, fact: str, element: Any, attribute: str = "norm") -> None:
    given = element.get(attribute)
    if not given:
        return
    where = f"{path(element)}/@{attribute}"
    found = NORM.match(given)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        zone = f"{zone[:3]}:{zone[3:]}" if zone and len(zone) == 5 else zone or ""
        given = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone}" if hour else "")
    try:
        draft.asserted(fact, VALUES[fact](given), where)
    except RecordError as error:
        draft.looked(fact, f"{where}: {error}")
