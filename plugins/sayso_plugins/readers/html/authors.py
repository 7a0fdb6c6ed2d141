"""Who signs a page: every place that names authors, the most reliable first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import Agent, Pattern
from sayso_plugins.readers.html.flow import BIOGRAPHY, COMMENTS, NAVIGATION, RELATED, Mark
from sayso_plugins.readers.html.linked import ORGANISATIONS, Linked, Node, text_of
from sayso_plugins.readers.html.names import agents_in, is_nobody, is_organisation, looks_like_a_name
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.words import BY

Signed = Said[tuple[Agent, ...]]

METAS = (
    "parsely-author sailthru.author cxenseparse:author citation_author dc.creator dcterms.creator dc:creator "
    "dc.creator.personalname author article:author article:author_name og:article:author og:author article.author "
    "articleauthor byl byline vr:author rbauthors authors author_name authorname creator wp:author news_author "
    "content-author page.content.author hdl_author mediator_author"
).split()
#: Of these, a name is given with the family's first.
LIBRARY = frozenset({"citation_author", "dc.creator", "dcterms.creator", "dc:creator"})
LABELS = Pattern(r"(?:written|posted|published)\s+by|authors?|by|autor(?:en|in)?|verfasst\s+von|geschrieben\s+von|écrit\s+par|auteur|escrito\s+por|scritto\s+da|autore|geschreven\s+door|skrevet\s+av|skriven\s+av|napisane\s+przez|написано|автор", 2)
NAMED = Pattern(r"(?:author|byline|by-?line|writer|autor|auteur|verfasser|reporter|journalist|contributor)[\w\s]{0,3}[-_]?[\w-]{0,8}?name|display-?name|itemprop-author")
PLAIN = Pattern(r"(?:\A|[\s_-])(?:author|authors|byline|bylines|by-line|by-author|post-author|entry-author|article-author|story-author|vcard|autor|autore|auteur|verfasser|writer|reporter|posted-by|fn)(?=\Z|[\s_-])")
WEAK = Pattern(r"(?:\A|[\s_-])(?:meta|info|submitted|credits?|signature|firma|by|creator|username|data)(?=\Z|[\s_-])")
NOT = Pattern(
    r"avatar|image|img|photo|thumb|picture|social|follow|twitter|facebook|e-?mail|comment|description|desc|bio(?:\Z|[\s_-])|count|more|icon|position|job|role|prefix|label|related|login|"
    r"date|time|link-list|twitter|avatar|reading|updated|copyright|prep|sep(?:arator)?(?:\Z|[\s_-])|caption|image-credit|photo-credit|recommend|newsletter|-url|sitemap|tags?(?:\Z|[\s_-])"
)
PATHS = Pattern(r"/(?:authors?|autor(?:en|es|i|as|in)?|auteurs?|by|byline|profiles?|people|persons?|journalists?|reporters?|columnists?|staff|writers?|contributors?|redaktion|redakteure?|medarbejder|verfasser|team|autore|firmas?|user|users|korrespondenten|bio|bios|correspondents?)/[^/?#]{2,}", 2)


def signed(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """The authors by each place that names some, best first.

    Args:
        outlets: Names under which the outlet is known.
    """
    found = [*_linked(sheet.linked, outlets), *_microdata(sheet, outlets), *_metas(sheet, outlets)]
    shown = _shown(sheet, outlets)
    own = {plain(name) for name in outlets}
    ranked = sorted(
        ((_rank(one, own), index, one) for index, one in enumerate([*found, *shown])), key=lambda entry: entry[:2]
    )
    best = [one for rank, _, one in ranked if rank < 9]
    if len(best) > 1 and _is_account(best[0].value):
        # An account's name stands in the metadata, and the person's in the byline.
        fuller = next((one for one in best if one in shown and looks_like_a_name(one.value[0].name) and one.value[0].kind == "person"), None)
        if fuller is not None:
            best = [fuller, *(one for one in best if one is not fuller)]
    return _once(best)


def _is_account(agents: tuple[Agent, ...]) -> bool:
    return len(agents) == 1 and " " not in agents[0].name and (agents[0].name.islower() or any(c.isdigit() for c in agents[0].name))


def _once(found: list[Signed]) -> list[Signed]:
    kept: list[Signed] = []
    for one in found:
        if all(one.pointer != other.pointer for other in kept):
            kept.append(one)
    return kept[:8]


def _rank(one: Signed, own: set[str]) -> int:
    """People before bodies, other bodies before the outlet itself, and accounts of software last."""
    agents = one.value
    if all(is_nobody(agent.name) for agent in agents):
        return 8
    if any(agent.kind == "person" and not is_nobody(agent.name) for agent in agents):
        return 0
    return 2 if any(plain(agent.name) in own for agent in agents) else 1


def _linked(linked: Linked, outlets: tuple[str, ...]) -> Iterator[Signed]:
    for node in linked.articles[:4]:
        for key in ("author", "creator"):
            agents: list[Agent] = []
            pointers: list[str] = []
            for value, pointer in linked.of(node, key):
                named, at = _agents_of(value, pointer, outlets)
                fresh = [one for one in named if all(plain(one.name) != plain(two.name) for two in agents)]
                if fresh:
                    agents.extend(fresh)
                    pointers.append(at)
            if agents:
                own = [one for one in agents if one.kind == "person"]
                names = {plain(name) for name in outlets}
                kept = [a for a in agents if a.kind == "person" or not own or plain(a.name) not in names]
                yield Said(tuple(kept), pointers[0] if len(pointers) == 1 else f"{node.pointer}/{key}")
                break


def _agents_of(value: Any, pointer: str, outlets: tuple[str, ...]) -> tuple[tuple[Agent, ...], str]:
    if isinstance(value, str):
        return agents_in(value, outlets), pointer
    if not isinstance(value, Mapping):
        return (), pointer
    types = Node(value, pointer, ()).types
    kind = "organization" if types & ORGANISATIONS and "person" not in types else None
    name = value.get("name")
    if isinstance(name, list):
        names = [one for one in name if isinstance(one, str)]
        return tuple(agent for one in names for agent in agents_in(text_of(one) or "", outlets, kind=kind)), f"{pointer}/name"
    text = text_of(name)
    if text:
        if kind == "organization" and looks_like_a_name(text) and not is_organisation(text) and plain(text) not in {plain(o) for o in outlets}:
            kind = None if "person" in types or "," in text else kind
        return agents_in(text, outlets, kind=kind), f"{pointer}/name"
    given, family = text_of(value.get("givenName")), text_of(value.get("familyName"))
    if given and family:
        return agents_in(f"{given} {family}", outlets), pointer
    other = text_of(value.get("alternateName"))
    return (agents_in(other, outlets), f"{pointer}/alternateName") if other else ((), pointer)


def _microdata(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    agents: list[Agent] = []
    pointers: list[str] = []
    for one in [*sheet.properties.get("author", ()), *sheet.properties.get("creator", ())]:
        node, attribute = one.node, None
        inner = node.css_first("[itemprop~=name]")
        if inner is not None and inner.mem_id != node.mem_id:
            node = inner
        text = (node.attributes.get("content") or "").strip()
        attribute = "content" if text else None
        text = text or words(node, 160) or ""
        kind = "organization" if "Organization" in (one.node.attributes.get("itemtype") or "") else None
        fresh = [a for a in agents_in(text, outlets, kind=kind, shown=attribute is None) if all(plain(a.name) != plain(b.name) for b in agents)]
        if fresh:
            agents.extend(fresh)
            pointers.append(sheet.page.pointer(node, attribute))
    if agents:
        yield Said(tuple(agents[:20]), " | ".join(pointers[:20]))


def _metas(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    page = sheet.page
    for name in METAS:
        agents: list[Agent] = []
        pointers: list[str] = []
        for meta in page.meta(name):
            named = agents_in(meta.content, outlets, listed=name in LIBRARY)
            fresh = [a for a in named if all(plain(a.name) != plain(b.name) for b in agents)]
            if fresh:
                agents.extend(fresh)
                pointers.append(page.meta_pointer(meta))
        if agents:
            yield Said(tuple(agents[:40]), " | ".join(pointers[:40]))
    for number in ("1", "2"):
        labels = list(page.meta(f"twitter:label{number}"))
        data = list(page.meta(f"twitter:data{number}"))
        if labels and data and LABELS.fullmatch(labels[0].content.strip(" :")):
            agents_here = agents_in(data[0].content, outlets)
            if agents_here:
                yield Said(agents_here, page.meta_pointer(data[0]))


def _shown(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """What readers see as the byline: elements that are named for it, links to authors' pages, lines with *By*."""
    scored = [*_marked(sheet, outlets), *_linked_names(sheet, outlets), *_lines(sheet, outlets)]
    if not scored:
        return []
    top = max(score for score, _, _, _ in scored)
    if top < 30:
        return []
    leading = [one for one in scored if one[0] == top]
    first = leading[0]
    agents: list[Agent] = []
    pointers: list[str] = []
    for _, at, named, pointer in leading:
        if abs(at - first[1]) > 8:
            continue
        fresh = [a for a in named if not any(_same_person(a.name, b.name) for b in agents)]
        if fresh:
            agents.extend(fresh)
            pointers.append(pointer)
    made: list[Signed] = [Said(tuple(agents[:12]), " | ".join(pointers[:12]))]
    for score, _, named, pointer in sorted(scored, key=lambda one: -one[0]):
        if score >= 30 and not {plain(a.name) for a in named} <= {plain(a.name) for a in agents}:
            made.append(Said(named, pointer))
    return made[:4]


def _same_person(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    return a == b or a in b.split() or b in a.split()


Scored = tuple[float, int, tuple[Agent, ...], str]


def _place(sheet: Sheet, at: int, parts: int) -> float | None:
    """What a place says for or against a byline there; None where none can be."""
    if parts & (COMMENTS | RELATED):
        return None
    start, body = sheet.heading[1], sheet.first_paragraph
    penalty = 12.0 * bool(parts & NAVIGATION) + 14.0 * bool(parts & BIOGRAPHY)
    if start - 5 <= at <= max(start + 14, body + 1):
        return -penalty - (3.0 if at < start else 0.0)
    if at > body:
        return -penalty - 12.0
    return -penalty - 18.0


def _marked(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    for mark in sheet.flow.authors[:400]:
        place = _place(sheet, mark.at, mark.parts)
        weight = _weight(mark)
        if place is None or not weight or 10 * weight + place < 30:
            continue
        text = words(mark.node, 160 if weight >= 4 else 120)
        if not text:
            continue
        introduced = BY.match(text) is not None and not text[:2].islower()
        named = agents_in(text, outlets, shown=True)
        people = [a for a in named if a.kind == "person"]
        if not named or len(named) > 8:
            continue
        if weight < 4 and not (introduced and any(looks_like_a_name(a.name) for a in people)):
            continue
        if weight < 6 and not introduced and not any(looks_like_a_name(a.name) or " " not in a.name for a in named):
            continue
        if any(len(a.name.split()) > 5 for a in people):
            continue
        if all(is_nobody(a.name) for a in named):
            continue
        good = 2.0 * all(looks_like_a_name(a.name) for a in people) + 1.0 * introduced - 6.0 * (not people)
        yield 10 * weight + place + good, mark.at, named, sheet.page.pointer(mark.node)


def _weight(mark: Mark) -> int:
    """How plainly an element's names say that it holds an author, from 0 to 6."""
    attributes = mark.node.attributes
    rel = (attributes.get("rel") or "").lower().split()
    prop = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".lower()
    if "author" in rel and mark.node.tag in ("a", "span", "address", "p", "div"):
        return 6 if not (attributes.get("href") or "").startswith(("https://plus.google", "mailto:")) else 5
    if "author" in prop.split() or "schema:author" in prop or "foaf:name" in prop:
        return 6
    names = mark.names.lower()
    if NAMED.search(names) and not mark.parts & COMMENTS:
        return 6
    if NOT.search(names):
        return 0
    if PLAIN.search(names):
        return 5
    if "author" in names or "byline" in names or "autor" in names or "auteur" in names:
        return 4
    return 3 if WEAK.search(names) else 2


def _linked_names(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    start, body = sheet.heading[1], sheet.first_paragraph
    blocks = sheet.flow.blocks
    for at in range(max(0, start - 5), min(len(blocks), max(start + 14, body + 1))):
        block = blocks[at]
        place = _place(sheet, at, block.parts)
        if place is None or not block.links or len(block.text) > 200:
            continue
        for text, href in block.links:
            if PATHS.search(href) and looks_like_a_name(text):
                named = agents_in(text, outlets, shown=True)
                if any(a.kind == "person" for a in named):
                    yield 50 + place, at, named, sheet.page.pointer(block.node)


def _lines(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    start, body = sheet.heading[1], sheet.first_paragraph
    blocks = sheet.flow.blocks
    for at in range(max(0, start - 4), min(len(blocks), max(start + 14, body + 1))):
        block = blocks[at]
        place = _place(sheet, at, block.parts)
        match = BY.match(block.text) if place is not None and len(block.text) <= 140 else None
        if place is None or match is None or at == start:
            continue
        named = agents_in(block.text, outlets, shown=True)
        if named and any(looks_like_a_name(a.name) and a.kind == "person" for a in named):
            yield 46 + place, at, named, sheet.page.pointer(block.node)
