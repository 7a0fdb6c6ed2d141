"""The entries of a feed that is well formed: what each says, with the place of the element that says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso import Agent, DateValue, Draft, InfoSource, Org
from sayso_plugins.readers.feeds.tree import Node
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.markup import Markup, shown
from sayso_plugins.readers.sent_dates import sent_date
from sayso_plugins.readers.signed import agents_of_field

#: Facts to the elements that may give them, the likeliest first: of RSS, of Atom, of the modules of either.
HEADLINE = ("title", "atom:title", "dc:title", "itunes:title", "media:title")
SIGNED = ("author", "atom:author", "dc:creator", "dc:author", "dcterms:creator", "itunes:author")
PUBLISHED = ("pubDate", "published", "issued", "atom:published", "dcterms:issued", "dc:date", "date", "created")
MODIFIED = ("updated", "modified", "atom:updated", "dcterms:modified")
WHOLE = ("content:encoded", "content", "atom:content", "xhtml:body", "xhtml:div", "body", "fullitem")
SHORT = ("description", "summary", "atom:summary", "dc:description", "itunes:summary", "media:description")
LINKS = ("link", "atom:link")
TEXT_TYPES = frozenset({"text", "text/plain"})


class Words(NamedTuple):
    """The words of an entry.

    Attributes:
        node: The element that they stand in.
        kind: ``content``, ``summary`` or ``title``.
    """

    body: Markup
    node: Node
    kind: str


def channel_of(root: Node) -> Node:
    """The element that describes the feed."""
    return next((child for child in root.children if child.local == "channel"), root)


def construct(node: Node) -> Markup:
    """The words of an element, as its type says and, in RSS, as they look."""
    kind = node.attributes.get("type", "").strip().lower()
    mode = node.attributes.get("mode", "").strip().lower()
    if kind and "/" in kind and not kind.startswith("text/") and "xml" not in kind:
        return Markup("", ())  # RFC 4287, 4.1.3.3: a file of another kind, encoded
    if mode == "base64":
        return Markup(_base64(node.text), ())
    inner = any(True for _ in node.children)
    if not inner and (kind in TEXT_TYPES or mode == "xml") and kind not in ("text/html", "html"):
        return Markup(node.text.strip(), ())
    return shown(node.markup)


def _base64(written: str) -> str:
    """What Atom carries encoded, where it is text."""
    import base64
    import binascii

    try:
        return shown(base64.b64decode("".join(written.split()), validate=True).decode("utf-8")).text
    except (binascii.Error, ValueError):
        return ""


def words_of(entry: Node) -> Words | None:
    """The text of an entry: its content, else its summary, else its title; None where there is none of them."""
    if not entry.pieces:
        return None
    group = next(iter(entry.of("media:group")), None)
    for kind, names in (("content", WHOLE), ("summary", SHORT), ("title", HEADLINE)):
        for name in names:
            nodes = entry.of(name) or (group.of(name) if group is not None else [])
            bodies = [(construct(node), node) for node in nodes[:20]]
            # Several are versions of the same: the longest says most.
            best = max(bodies, key=lambda one: len(one[0].text), default=None)
            if best is not None and best[0].text.strip():
                return Words(best[0], best[1], kind)
    return None


def state(draft: Draft, entry: Node, channel: Node) -> None:
    """State all that an entry says, and say where the rest was looked for."""
    for name in HEADLINE:
        for node in entry.of(name)[:1]:
            words = " ".join(construct(node).text.split())
            if words:
                draft.offered("headline", words, node.path)
    outlets = _outlets(draft, entry, channel)
    _authors(draft, entry, channel, outlets)
    _dates(draft, entry)
    _addresses(draft, entry)
    _language(draft, entry, channel)
    _origin(draft, entry)
    where = entry.path
    for fact, names in (
        ("headline", HEADLINE),
        ("author", SIGNED),
        ("date_published", PUBLISHED),
        ("date_modified", MODIFIED),
        ("uri", (*LINKS, "guid")),
        ("info_sources", ("source",)),
    ):
        draft.looked(fact, f"{where}: {', '.join(names)}")
    draft.looked("outlet", f"{channel.path}: title, dc:publisher")
    draft.looked("language", f"{where}: xml:lang, dc:language", f"{channel.path}: language, xml:lang")


def _outlets(draft: Draft, entry: Node, channel: Node) -> list[str]:
    """Who publishes: as the entry or else the feed say in so many words; else the feed by its title.

    What a feed is called is no second word on who publishes it, so that beside one it is only inferred.
    """
    names: list[str] = []
    link = next((_target(node) for node in _links(channel) if _target(node).startswith("http")), None)
    said = [node for owner in (entry, channel) for node in owner.of("dc:publisher", "dcterms:publisher")[:1]]
    for node in (*said, *channel.of("title", "atom:title", "dc:title")[:1]):
        name = " ".join(construct(node).text.split())
        # "Example Post - World" names the same as "Example Post".
        if not name or any(one in name or name in one for one in names):
            continue
        if names:
            basis = f"{node.path}: of the feed, where {said[0].path} names who publishes"
            draft.inferred("outlet", Org(name, url=link), basis=basis, confidence=0.5)
        else:
            draft.offered("outlet", Org(name, url=link), node.path)
        names.append(name)
    return names


def _authors(draft: Draft, entry: Node, channel: Node, outlets: list[str]) -> None:
    owners = [entry, *entry.of("source", "atom:source")[:1]]
    if channel.local == "feed":
        owners.append(channel)  # RFC 4287, 4.2.1: an entry without authors has those of its feed
    for owner in owners:
        for name in SIGNED:
            found: list[Agent] = []
            first: Node | None = None
            for node in owner.of(name)[:50]:
                given, place = _signed(node, outlets)
                first = first or (place if given else None)
                found += [one for one in given if all(one.name != other.name for other in found)]
            if found and first is not None:
                draft.offered("author", tuple(found), first.path)
        if draft.states("author"):
            return


def _signed(node: Node, outlets: list[str]) -> tuple[tuple[Agent, ...], Node]:
    """Whom an element names, and the element that the name stands in: Atom has it one level deeper."""
    name = next(iter(node.of("name", "atom:name")), node)
    words = " ".join(construct(name).text.split())
    if name is not node:
        # One person or body each; only what several words join is several.
        given = agents_in(words, outlets)
        return given or ((Agent(words),) if words and "@" not in words else ()), name
    if any(True for _ in node.children):
        return (), node
    return agents_of_field(words, outlets), node


def _dates(draft: Draft, entry: Node) -> None:
    for fact, names in (("date_published", PUBLISHED), ("date_modified", MODIFIED)):
        for name in names:
            for node in entry.of(name)[:1]:
                value = _date(draft, fact, node)
                if value is not None:
                    draft.offered(fact, value, node.path)
    if not draft.states("date_modified") and not any(entry.of(name) for name in PUBLISHED if name != "dc:date"):
        # The one date of an entry is that of its publication and of its last change.
        for node in entry.of("dc:date")[:1]:
            value = sent_date(node.text)
            if value is not None:
                draft.offered("date_modified", value, node.path)
    if not draft.states("date_published"):
        for changed in entry.of(*MODIFIED)[:1]:
            value = sent_date(changed.text)
            if value is not None:
                basis = f"{changed.path}: the one date that the entry has, of its last change"
                draft.inferred("date_published", value, basis=basis, confidence=0.6)


def _date(draft: Draft, fact: str, node: Node) -> DateValue | None:
    words = node.text.strip()
    value = sent_date(words) if words else None
    if value is None and words:
        draft.looked(fact, f"{node.path}: {words!r:.60} is no date")
    return value


def _links(node: Node) -> list[Node]:
    """The links to what is described, the likeliest first."""
    return [
        one
        for name in LINKS
        for one in node.of(name)[:200]
        if one.attributes.get("rel", "alternate").strip().rpartition("/")[2].lower() in ("alternate", "")
    ]


def _target(node: Node) -> str:
    given = node.attributes.get("href") or node.attributes.get("rdf:resource") or node.text
    return node.address(given.strip()) if given.strip() else ""


def _addresses(draft: Draft, entry: Node) -> None:
    stated: set[str] = set()
    guids = [one for one in entry.of("guid") if one.attributes.get("isPermaLink", "true").lower() != "false"]
    for node in (*entry.of("feedburner:origLink")[:1], *_links(entry)[:3], *guids[:1]):
        target = _target(node)
        if target.startswith(("http://", "https://")) and target not in stated:
            stated.add(target)
            draft.offered("uri", target, f"{node.path}/@href" if node.attributes.get("href") else node.path)
    about = entry.attributes.get("rdf:about", "")
    if not stated and about.startswith(("http://", "https://")):
        draft.offered("uri", about, f"{entry.path}/@about")


def _language(draft: Draft, entry: Node, channel: Node) -> None:
    words = next((node for name in (*WHOLE, *SHORT, *HEADLINE) for node in entry.of(name)), entry)
    found = words.inherited("xml:lang")
    if found is not None:
        draft.offered("language", _tag(found[0]), f"{found[1].path}/@lang")
    for owner in (entry, channel):
        for node in owner.of("language", "dc:language")[:1]:
            if node.text.strip():
                draft.offered("language", _tag(node.text), node.path)


def _tag(written: str) -> str:
    """A language tag as BCP 47 has it; some write an underscore."""
    return written.strip().replace("_", "-")


def _origin(draft: Draft, entry: Node) -> None:
    """Where an entry was taken from: the element ``source`` is one thing in RSS and another in Atom, to one end."""
    for node in entry.of("source", "atom:source")[:3]:
        title = next(iter(node.of("title", "atom:title")), node)
        if title is node and any(True for _ in node.children):
            continue
        name = " ".join(construct(title).text.split())
        address = node.attributes.get("url") or next((_target(one) for one in _links(node)), None)
        if name:
            draft.offered("info_sources", InfoSource(name, "feed", address or None), title.path)


def kept(entry: Node, words: Words) -> dict[str, Any]:
    """What is no fact, for `extra`."""
    tags: list[str] = []
    for node in (*entry.of("category"), *entry.of("atom:category"), *entry.of("dc:subject"))[:200]:
        # A label is for people and a term for programs.
        given = (node.attributes.get("label", ""), node.attributes.get("term", ""), " ".join(node.text.split()))
        tags += [one for one in given if one and one not in tags]
    for node in (*entry.of("itunes:keywords")[:1], *entry.of("media:keywords")[:1], *entry.of("tags")[:1]):
        tags += [one for part in node.text.split(",") if (one := part.strip()) and one not in tags]
    summary = next((one for name in SHORT for one in entry.of(name) if one is not words.node), None)
    enclosures = [
        {key: value for key in ("url", "type") if (value := node.attributes.get(key))}
        for node in (*entry.of("enclosure"), *entry.of("media:content"))[:50]
    ]
    rights = next((node.text.strip() for node in entry.of("rights", "copyright", "dc:rights", "atom:rights")), "")
    contributors = [
        name for node in entry.of("contributor", "dc:contributor")[:50] if (name := _signed(node, [])[1].text.strip())
    ]
    found = {
        "summary_only": words.kind == "summary",
        "title_only": words.kind == "title",
        "summary": construct(summary).text if summary is not None and words.kind != "title" else "",
        "categories": tags,
        "contributors": contributors,
        "enclosures": [one for one in enclosures if one],
        "rights": rights,
    }
    return {key: value for key, value in found.items() if value}


def further_links(entry: Node) -> Iterator[tuple[str, str]]:
    """Links that an entry of Atom has beside its text, to what it is about and where it is from."""
    for node in (*entry.of("link"), *entry.of("atom:link"))[:200]:
        kind = node.attributes.get("rel", "").strip().lower()
        target = _target(node)
        if kind in ("related", "via") and target.startswith(("http://", "https://")):
            yield node.attributes.get("title") or kind, target
