"""NewsML-G2: news items alone, in messages and beside packages; power and core."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from sayso import VALUES, Document, Draft, InfoSource, LeftOut, Org, Reading, RecordError, reader
from sayso_plugins.readers.text_facts import state_text_facts
from sayso_plugins.readers.wire_xml import nitf
from sayso_plugins.readers.wire_xml.safe import below, find, local, paragraphs, parse, path, words

#: What a document of the standard begins with, behind its declaration and comments.
OPENING = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?:[\w.-]+:)?"
    rb"(?:(?:news|package|concept|knowledge|planning|catalog)Item|newsMessage|contentSet|groupSet|group|contentMeta|itemMeta)[\s>/]",
    re.DOTALL,
)
#: Ways in which a value was found by a program and not by a person (``@how``, howextr NewsCodes).
BY_PROGRAM = frozenset({"tool", "howextr:tool", "howextr:algorithm"})
META = ("itemMeta", "contentMeta")


def is_newsml(head: bytes) -> bool:
    """Whether the first element of a document is one of NewsML-G2."""
    return OPENING.match(head) is not None


@reader(
    "newsml-g2",
    "NewsML-G2: news items, alone, in packages and in messages",
    version="1.0.0",
    media_types=[
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/xml",
        "text/xml",
    ],
    suffixes=[".xml", ".newsml"],
    recognises=is_newsml,
    needs=["lxml"],
    extra="sayso[xml]",
)
def newsml_g2(document: Document, reading: Reading) -> Iterator[Draft | LeftOut]:
    """Read each news item. What describes concepts, plans or packages holds no news of its own and is left out.

    Raises:
        ReadError: ``entities``, ``xml`` with the line.
    """
    data = document.read()
    root = parse(data)
    digest = hashlib.sha256(data).hexdigest()
    items = [root]
    if local(root) == "newsMessage":
        items = [one for group in find(root, "itemSet") for one in group if isinstance(one.tag, str)]
    for item in items:
        locator = path(item) if item is not root else None
        if local(item) not in ("newsItem", "contentSet"):
            yield LeftOut("item", "describes other items, and holds no news", detail=local(item))
            continue
        text, media_type, origin, places = _text(item)
        if not text:
            kind = next((element.get("qcode") for element in below(item, "itemClass") if element.get("qcode")), None)
            yield LeftOut("item", "has neither content in words, description nor headline", detail=kind)
            continue
        draft = reading.draft(
            document,
            text,
            media_type=media_type,
            normalisation=f"the words at {origin}, one paragraph a block",
            raw_sha256=digest,
            locator=locator,
            record_id=item.get("guid"),
            extra=_extras(item),
        )
        for inner in below(item, "nitf"):
            nitf.state(draft, inner, places)
        _state(draft, item)
        state_text_facts(draft)
        yield draft


def _text(item: Any) -> tuple[str, str, str, list[Any]]:
    """The words of an item, their media type, the element they stand in, and the place of each block."""
    for content in below(item, "inlineXML"):
        for inner in below(content, "nitf"):
            text, places = nitf.body(inner)
            if text:
                return text, "application/nitf+xml", path(inner), places
        lines = [line for _, line in paragraphs(content) if line]
        if lines:
            return "\n\n".join(lines), str(content.get("contenttype") or "application/xml"), path(content), []
    for content in below(item, "inlineData"):
        if words(content) and str(content.get("contenttype") or "text/plain").startswith("text/"):
            return (content.text or "").strip(), "text/plain", path(content), []
    for name in ("description", "headline"):
        for meta in META:
            for one in find(item, meta, name):
                if words(one):
                    return words(one), "text/plain", path(one), []
    return "", "", "", []


def _extras(item: Any) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name in ("pubStatus", "itemClass", "embargoed", "edNote", "urgency", "slugline"):
        for element in below(item, name):
            kept[name] = element.get("qcode") or element.get("uri") or words(element)
    subjects = [words(one) for one in below(item, "subject") if words(one)]
    hops = [words(one) for one in below(item, "hop") if words(one)]
    return {**kept, **({"subjects": subjects[:200]} if subjects else {}), **({"hops": hops[:50]} if hops else {})}


def _state(draft: Draft, item: Any) -> None:
    for element in _meta(item, "headline"):
        _say(draft, "headline", words(element), element)
    for element in _meta(item, "by"):
        _say(draft, "author", VALUES["author"](nitf.names_of(words(element))), element)
    creators = [one for one in _meta(item, "creator") if _name(one)]
    if creators:
        _say(draft, "author", VALUES["author"]([_name(one) for one in creators]), creators[0])
    for element in _meta(item, "dateline"):
        place = re.split(r"[,(–—-]", words(element))[0].strip()
        if place:
            _say(draft, "dateline_place", place, element)
    for element in _meta(item, "located"):
        if _name(element):
            _say(draft, "dateline_place", _name(element), element)
    for element in _meta(item, "language"):
        if element.get("tag"):
            draft.asserted("language", element.get("tag"), f"{path(element)}/@tag")
    for element in _meta(item, "provider"):
        name = _name(element) or element.get("literal")
        if name:
            _say(draft, "outlet", Org(name, id=element.get("qcode"), url=element.get("uri")), element)
    for element in find(item, "rightsInfo", "copyrightHolder"):
        name = _name(element) or element.get("literal")
        if name:
            draft.inferred("outlet", Org(name), basis=f"{path(element)}: who holds the rights", confidence=0.7)
    for element in _meta(item, "infoSource"):
        name = _name(element) or element.get("literal")
        if name:
            _say(draft, "info_sources", InfoSource(name, _role(element), element.get("qcode")), element)
    for element in _meta(item, "creditline"):
        _say(draft, "info_sources", InfoSource(words(element), "credit"), element)
    for element in _meta(item, "genre"):
        kind = VALUES["item_type"](_name(element) or "")
        if kind != "other":
            _say(draft, "item_type", kind, element)
    _dates(draft, item)
    for fact in ("headline", "author", "outlet", "info_sources", "dateline_place", "language", "independence"):
        draft.looked(fact, "NewsML-G2: itemMeta, contentMeta, rightsInfo")


def _meta(item: Any, name: str) -> Iterator[Any]:
    for meta in META:
        for element in find(item, meta, name):
            if words(element) or element.attrib:
                yield element


def _name(element: Any) -> str:
    return next((words(one) for one in find(element, "name") if words(one)), "")


def _role(element: Any) -> str:
    return str(element.get("role") or "agency").rpartition(":")[2]


def _say(draft: Draft, fact: str, value: Any, element: Any) -> None:
    """State a value as the standard says it was found: by a program with some confidence, or by somebody."""
    how, sure = element.get("how"), element.get("confidence")
    if how in BY_PROGRAM or sure:
        share = min(100, int(sure)) / 100 if sure and sure.isdigit() else 0.5
        given = (f"@{name}={element.get(name)}" for name in ("how", "confidence", "creator") if element.get(name))
        said = ", ".join(given)
        draft.inferred(fact, value, basis=f"{path(element)} ({said})", confidence=share)
    elif value not in ("", ()):
        draft.asserted(fact, value, path(element))


def _dates(draft: Draft, item: Any) -> None:
    """G2 says when something was published in its history of publication, and elsewhere only when it was made."""
    for element in below(item, "published"):
        _date(draft, "date_published", element)
    made: dict[str, Any] = {}
    for name in ("firstCreated", "versionCreated", "contentCreated", "contentModified"):
        for element in below(item, name):
            made.setdefault(name, element)
    first = next((made[name] for name in ("firstCreated", "contentCreated", "versionCreated") if name in made), None)
    latest = made.get("contentModified", made.get("versionCreated"))
    if latest is not None and latest is not first:
        _date(draft, "date_modified", latest)
    if first is not None:
        try:
            value = VALUES["date_published"](words(first))
            basis = f"{path(first)}: when it was made; the history of publication says nothing"
            draft.inferred("date_published", value, basis=basis, confidence=0.8)
        except RecordError as error:
            draft.looked("date_published", f"{path(first)}: {error}")
    draft.looked("date_published", "NewsML-G2: pubHistory, firstCreated, contentCreated, versionCreated")


def _date(draft: Draft, fact: str, element: Any) -> None:
    try:
        draft.asserted(fact, VALUES[fact](words(element)), path(element))
    except RecordError as error:
        draft.looked(fact, f"{path(element)}: {error}")
