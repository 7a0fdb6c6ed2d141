"""Who signs a page: every place that names authors, the most reliable first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sayso import Agent, Pattern
from sayso_plugins.readers.html.flow import Mark
from sayso_plugins.readers.html.linked import ORGANISATIONS, Linked, Node, text_of
from sayso_plugins.readers.html.names import agents_in, is_nobody, is_organisation, looks_like_a_name
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import BIOGRAPHY, CAPTION, COMMENTS, NAVIGATION, QUOTE, RELATED
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
LABELS = Pattern(
    r"(?:written|posted|published)\s+by|authors?|by|autor(?:en|in)?|verfasst\s+von|geschrieben\s+von|écrit\s+par|auteur|escrito\s+por|scritto\s+da|autore|geschreven\s+door|skrevet\s+av|skriven\s+av|napisane\s+przez|написано|автор",
    2,
)
NAMED = Pattern(
    r"(?:author|byline|by-?line|writer|autor|auteur|verfasser|reporter|journalist|contributor)[\w\s]{0,3}[-_]?[\w-]{0,8}?name|display-?name|itemprop-author"
)
PLAIN = Pattern(
    r"(?:\A|[\s_-])(?:author|authors|byline|bylines|by-line|by-author|post-author|entry-author|article-author|story-author|vcard|autor|autore|auteur|verfasser|writer|reporter|posted-by|fn)(?=\Z|[\s_-])"
)
WEAK = Pattern(r"(?:\A|[\s_-])(?:meta|info|submitted|credits?|signature|firma|by|creator|username|data)(?=\Z|[\s_-])")
NOT = Pattern(
    r"avatar|image|img|photo|thumb|picture|social|follow|twitter|facebook|e-?mail|comment|description|desc|bio(?:\Z|[\s_-])|count|more|icon|position|job|role|prefix|label|related|login|"
    r"date|time|link-list|twitter|avatar|reading|updated|copyright|prep|sep(?:arator)?(?:\Z|[\s_-])|caption|image-credit|photo-credit|recommend|newsletter|-url|sitemap|tags?(?:\Z|[\s_-])"
)
#: Who did something else: translated, took pictures, made the site.
OTHERS = Pattern(
    r"\s*(?:(?:übersetzt|übersetzung|translat\w+|traducid\w+|traducción|traduit|traduction|tradotto|traduzione|vertaald|przełożył\w*|powered|designed|theme|hosted|proudly|photo\w*|foto\w*|bild\w*"
    r"|image|illustration\w*|video|reviewed|edited|fact.?checked|sponsored|presented|developed|built|website|copyright|©|licensed|filed\s+under|liked|commented|reply)\b)",
    2,
)
#: What a line says that names who wrote the item, and not only somebody.
POSTED = Pattern(
    r"\b(?:posted|published|written|submitted|created|filed|erstellt|verfasst|geschrieben|veröffentlicht|gespeichert|gepostet|eingestellt|beitrag|artikel"
    r"|kommentar|publié|écrit|posté|rédigé|soumis|publicado|escrito|enviado|pubblicato|scritto|inviato|geplaatst|geschreven|ingezonden|publisert|skrevet|publicerad|skriven"
    r"|udgivet|opublikowan[eay]|autor|author|story|report|words|text)\b|\b(?:19|20)\d{2}\b",
    2,
)
INNER = Pattern(
    r"(?<=\s)(?:by|von|par|por|door|da|di|av|af|przez)\s+(?=\S)|(?<=[|·•–—])\s*(?:by|von|par|por)\s+(?=\S)", 2
)
PATHS = Pattern(
    r"/@[\w.-]{2,}|/(?:authors?|autor(?:en|es|i|as|in)?|auteurs?|by|byline|profiles?|people|persons?|journalists?|reporters?|columnists?|staff|writers?|contributors?|redaktion|redakteure?|medarbejder|verfasser|team|autore|firmas?|user|users|korrespondenten|bio|bios|correspondents?)/[^/?#]{2,}",
    2,
)


def signed(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """The authors by each place that names some, best first.

    Args:
        outlets: Names under which the outlet is known.
    """
    shown = _shown(sheet, outlets)
    metas = list(_metas(sheet, outlets))
    if metas and shown and _is_line(sheet, shown[0]) and not _share(metas[0].value, shown[0].value):
        # A field of the whole site names whoever runs it; a line under the headline names who wrote the item.
        metas = (
            [one for one in metas if not _is_general(sheet, one)]
            + [shown[0]]
            + [one for one in metas if _is_general(sheet, one)]
        )
    found = [*_linked(sheet.linked, outlets), *_microdata(sheet, outlets), *metas]
    own = {plain(name) for name in outlets}
    if found:
        # What only looks like a byline is no other answer where there is one; what is one may be.
        shown = [one for one in shown[:1] if any(looks_like_a_name(agent.name) for agent in one.value)]
    ranked = sorted(
        ((_rank(one, own), index, one) for index, one in enumerate([*found, *shown])), key=lambda entry: entry[:2]
    )
    best = [one for rank, _, one in ranked if rank < 9]
    if len(best) > 1 and _is_account(best[0].value):
        # An account's name stands in the metadata, and the person's in the byline.
        fuller = next(
            (
                one
                for one in best
                if one in shown and looks_like_a_name(one.value[0].name) and one.value[0].kind == "person"
            ),
            None,
        )
        if fuller is not None:
            best = [fuller, *(one for one in best if one is not fuller)]
    return _once(best)


def _is_line(sheet: Sheet, said: Signed) -> bool:
    return said.pointer in sheet.lines


def _is_general(sheet: Sheet, said: Signed) -> bool:
    """Whether only ``<meta name=author>`` says so, which templates fill once for all pages."""
    return any(said.pointer == sheet.page.meta_pointer(meta) for meta in sheet.page.meta("author"))


def _share(some: tuple[Agent, ...], others: tuple[Agent, ...]) -> bool:
    return any(_same_person(one.name, other.name) for one in some for other in others)


def _is_account(agents: tuple[Agent, ...]) -> bool:
    return (
        len(agents) == 1
        and " " not in agents[0].name
        and (agents[0].name.islower() or any(c.isdigit() for c in agents[0].name))
    )


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
        return tuple(
            agent for one in names for agent in agents_in(text_of(one) or "", outlets, kind=kind)
        ), f"{pointer}/name"
    text = text_of(name)
    if text:
        if (
            kind == "organization"
            and looks_like_a_name(text)
            and not is_organisation(text)
            and plain(text) not in {plain(o) for o in outlets}
        ):
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
        fresh = [
            a
            for a in agents_in(text, outlets, kind=kind, shown=attribute is None)
            if all(plain(a.name) != plain(b.name) for b in agents)
        ]
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
        for meta in page.metas.get(name, ())[:40]:
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
    top = max((one.score for one in scored), default=0.0)
    if top < 30:
        return []
    first = next(one for one in scored if one.score == top)
    agents: list[Agent] = []
    pointers: list[str] = []
    for one in scored:
        if one.score < top or abs(one.at - first.at) > 8:
            continue
        fresh = [a for a in one.named if not any(_same_person(a.name, b.name) for b in agents)]
        if fresh:
            agents.extend(fresh)
            pointers.append(one.pointer)
    made: list[Signed] = [Said(tuple(agents[:12]), " | ".join(pointers[:12]))]
    if any(one.said and _share(one.named, tuple(agents)) for one in scored):
        sheet.lines.add(made[0].pointer)
    known = {plain(agent.name) for agent in agents}
    made.extend(
        Said(one.named, one.pointer)
        for one in sorted(scored, key=lambda each: -each.score)
        if one.score >= 30 and not {plain(agent.name) for agent in one.named} <= known
    )
    return made[:4]


def _same_person(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    return a == b or a in b.split() or b in a.split()


class Scored(NamedTuple):
    """Names in the body with what speaks for their being the byline.

    Attributes:
        at: The number of their block.
        said: Whether a word such as *By* says that they are.
    """

    score: float
    at: int
    named: tuple[Agent, ...]
    pointer: str
    said: bool


def _place(sheet: Sheet, at: int, parts: int) -> float | None:
    """What a place says for or against a byline there; None where none can be."""
    if parts & (COMMENTS | RELATED):
        return None
    start, body = sheet.heading[1], sheet.first_paragraph
    penalty = 12.0 * bool(parts & NAVIGATION) + 14.0 * bool(parts & BIOGRAPHY)
    if at in sheet.near:
        return -penalty - (3.0 if at < start else 0.0)
    if at > body:
        return -penalty - 12.0
    return -penalty - 18.0


def _marked(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    for mark in sheet.flow.authors[:400]:
        place = _place(sheet, mark.at, mark.parts)
        weight = _weight(mark)
        if mark.parts & (QUOTE | CAPTION) or (mark.parts & NAVIGATION and weight < 6):
            continue
        if place is None or not weight or 10 * weight + place < 30:
            continue
        text = words(mark.node, 160 if weight >= 4 else 120, apart=True)
        if not text or OTHERS.match(text):
            continue
        introduced = BY.match(text) is not None
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
        yield Scored(10 * weight + place + good, mark.at, named, sheet.page.pointer(mark.node), introduced)


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
    blocks = sheet.flow.blocks
    for at in sheet.near:
        block = blocks[at]
        place = _place(sheet, at, block.parts)
        if place is None or not block.links or len(block.text) > 200:
            continue
        for text, href in block.links:
            if not PATHS.search(href):
                continue
            slug = plain(href.rstrip("/").rpartition("/")[2]).replace(" ", "")
            if looks_like_a_name(text) or (len(slug) > 3 and plain(text).replace(" ", "") == slug):
                named = agents_in(text, outlets, shown=True)
                if named:
                    yield Scored(50 + place, at, named, sheet.page.pointer(block.node), False)


def _lines(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    start, near = sheet.heading[1], sheet.near
    blocks = sheet.flow.blocks
    for at in (*near, *range(near.stop, min(len(blocks), near.stop + 400))):
        block = blocks[at]
        if at == start or len(block.text) > 140 or block.parts & (QUOTE | CAPTION):
            continue
        place = _place(sheet, at, block.parts)
        if place is None:
            continue
        text = words(block.node, 160, apart=True) or block.text
        if len(text) > 160 or OTHERS.search(text):
            continue
        match = BY.match(text)
        introduced = match is not None and (len(text) < 60 or not text[:1].islower())
        said = _behind_by(text) if not introduced else None
        if not introduced and said is None:
            continue
        named = agents_in(said or text, outlets, shown=True)
        if said is not None and at not in near and not POSTED.search(text):
            continue
        if any(looks_like_a_name(a.name) and a.kind == "person" for a in named):
            yield Scored(46 + place, at, named, sheet.page.pointer(block.node), True)
        elif POSTED.search(text) and len(named) == 1 and " " not in named[0].name and not is_nobody(named[0].name):
            yield Scored(44 + place, at, named, sheet.page.pointer(block.node), True)


def _behind_by(text: str) -> str | None:
    """The end of a line such as *Posted in Markets by ana on 3 May*, from its *by*; None where it has no such shape."""
    if not POSTED.search(text):
        return None
    inner = INNER.search(text)
    return text[inner.start() :].strip() if inner else None
