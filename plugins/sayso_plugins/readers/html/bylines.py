"""The byline that readers see: elements that are named for it, links to authors' pages, lines with *By*."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Agent, Pattern
from sayso_plugins.readers.html.flow import Mark
from sayso_plugins.readers.html.houses import is_nobody
from sayso_plugins.readers.html.names import WORK, agents_in, looks_like_a_name, without_others
from sayso_plugins.readers.html.notices import CERTAIN, told
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.scored import Scored, place_of
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import CAPTION, COMMENTS, NAVIGATION, QUOTE
from sayso_plugins.readers.html.words import BY

Signed = Said[tuple[Agent, ...]]

NAMED = Pattern(
    r"(?:author|byline|by-?line|writer|autor|auteur|verfasser|reporter|journalist|contributor)[\w\s]{0,3}[-_]?[\w-]{0,8}?name|display-?name|itemprop-author"
)
PLAIN = Pattern(
    r"(?:\A|[\s_-])(?:author|authors|byline|bylines|by-line|by-author|post-author|entry-author|article-author|story-author|vcard|auth|autor|autore|auteur|verfasser|writer|reporter|posted-by|fn)(?=\Z|[\s_-])"
)
WEAK = Pattern(r"(?:\A|[\s_-])(?:meta|info|submitted|credits?|signature|firma|by|creator|username|data)(?=\Z|[\s_-])")
NOT = Pattern(
    r"avatar|image|img|photo|thumb|picture|social|(?<!no)follow|twitter|facebook|e-?mail|comment|description|desc|bio(?:\Z|[\s_-])|count|more|icon|position|job|role|prefix|label|related|login|"
    r"date|time|link-list|twitter|avatar|reading|updated|copyright|prep|sep(?:arator)?(?:\Z|[\s_-])|caption|image-credit|photo-credit|recommend|newsletter|-url|sitemap|tags?(?:\Z|[\s_-])"
)
#: Who did something else: translated, took pictures, made the site.
OTHERS = Pattern(
    r"\s*(?:(?:übersetzt|übersetzung|translat\w+|traducid\w+|traducción|traduit|traduction|tradotto|traduzione|vertaald|przełożył\w*|powered|designed|theme|hosted|proudly|photo\w*|foto\w*|bild\w*"
    r"|image|illustration\w*|video|reviewed|edited|fact.?checked|sponsored|presented|developed|built|website|copyright|©|licensed|filed\s+under|liked|commented|reply)\b)",
    2,
)
OTHERS_BY = Pattern(
    rf"(?:review\w*|edit\w*|check\w*|translat\w*|photo\w*|foto\w*|illustrat\w*|video|traduit|übersetzt|\b{WORK})"
    r"(?:\s(?:by|von|par|por))?[\s:|]*\Z",
    2,
)
#: What a line says that names who wrote the item, and not only somebody.
POSTED = Pattern(
    r"\b(?:posted|published|written|submitted|created|filed|guest\s+post|erstellt|verfasst|geschrieben|veröffentlicht|gespeichert|gepostet|eingestellt|beitrag|artikel"
    r"|kommentar|publié|écrit|posté|rédigé|soumis|publicado|escrito|enviado|pubblicato|scritto|inviato|geplaatst|geschreven|ingezonden|publisert|skrevet|publicerad|skriven"
    r"|udgivet|opublikowan[eay]|autor|author|story|report|words|text)\b|\b(?:19|20)\d{2}\b",
    2,
)
INNER = Pattern(
    r"(?<=\s)(?:by|von|par|por|door|da|di|av|af|przez)\s+(?=\S)|(?<=[|·•–—])\s*(?:by|von|par|por)\s+(?=\S)|(?<=\s)(?:autor(?:ka|in)?|author|auteur|autore)\s?:\s+(?=\S)",
    2,
)
#: How a line behind the text begins that names all who worked on it; a byline above says who signs.
WORKED = Pattern(r"(?:reporting|writing)\s+by\b", 2)
#: A label and nothing else.
LABEL = Pattern(
    r"(?:(?:written|posted|published|story|reported)\s)?by:?|authors?:|autor(?:in)?:|auteur\s?:|autore:|von:?"
    r"|(?:words|texte?|testo|texto|tekst):?",
    2,
)
#: Who wrote it and did more: *Text und Fotos: Ana Ruiz*.
JOINTLY = Pattern(
    r"\A\W*(?:words|text|story|texte?|texto|testo|tekst)\s?(?:and|und|et|y|e|en|og|och|&|\+|/|,)\s?\w{3,14}\s?:\s*", 2
)
#: From this weight on, an element's names say plainly that it holds an author.
PLAINLY = 5
#: A picture of a person before a name.
ICON = Pattern(r"(?:glyphicon|fa|icon|bi)-(?:user|person|author|pencil|pen)(?=\Z|[\s_-])")
#: Names behind a label, where no blank and no capital tells a name.
IDEOGRAPHS = Pattern(
    r"(?:作者|记者|記者|撰文|文)\s*[:：]\s*(?P<name>[\u3400-\u9fff]{2,4}|[\u30a0-\u30ff・]{3,16})(?![\u3400-\u9fff])"
    r"|(?<![가-힣])(?P<korean>[가-힣]{2,4})\s(?:선임)?기자(?![가-힣])"
)
PATHS = Pattern(
    r"/@[\w.-]{2,}|/(?:authors?|autor(?:en|es|i|as|in)?|auteurs?|by|byline|profiles?|people|persons?|journalists?|reporters?|columnists?|staff|writers?|contributors?|redaktion|redakteure?|medarbejder|verfasser|team|autore|firmas?|user|users|korrespondenten|bio|bios|correspondents?)/[^/?#]{2,}",
    2,
)


def shown_names(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """What readers see as the byline: elements that are named for it, links to authors' pages, lines with *By*."""
    scored = [
        *_marked(sheet, outlets),
        *_pictured(sheet, outlets),
        *_linked_names(sheet, outlets),
        *told(sheet, outlets),
        *_lines(sheet, outlets),
    ]
    scored = _without_lists(scored, sheet)
    top = max((one.score for one in scored), default=0.0)
    if top < 30:
        return []
    first = next(one for one in scored if one.score == top)
    agents: list[Agent] = []
    pointers: list[str] = []
    for one in scored:
        if one.score < top or abs(one.at - first.at) > 8:
            continue
        fresh = [a for a in one.named if not any(same_person(a.name, b.name) for b in agents)]
        if fresh:
            agents.extend(fresh)
            pointers.append(one.pointer)
    whole = (
        None
        if top >= CERTAIN
        else next(
            (one for one in scored if one.said and abs(one.at - first.at) <= 1 and _names_more(one, agents)), None
        )
    )
    if whole is not None:
        agents, pointers = list(whole.named), [whole.pointer]
    # "Par Ana Ruiz … Lien permanent"
    agents = [agent for agent in agents if not is_nobody(agent.name)] or agents
    made: list[Signed] = [Said(tuple(agents[:12]), " | ".join(pointers[:12]))]
    if any(one.said and any(same_person(a.name, b.name) for a in one.named for b in agents) for one in scored):
        sheet.lines.add(made[0].pointer)
    known = {plain(agent.name) for agent in agents}
    made.extend(
        Said(one.named, one.pointer)
        for one in sorted(scored, key=lambda each: -each.score)
        if one.score >= 30 and not {plain(agent.name) for agent in one.named} <= known
    )
    return made[:4]


def linked_names(sheet: Sheet, outlets: tuple[str, ...]) -> set[str]:
    """The names, plain, that lead to the page of an author from about the headline."""
    led = {plain(agent.name) for one in _linked_names(sheet, outlets) for agent in one.named}
    for mark in sheet.flow.authors[:400]:
        if mark.node.tag == "a" and mark.at in sheet.near and _weight(mark) >= PLAINLY:
            led |= {plain(agent.name) for agent in agents_in(words(mark.node, 80) or "", outlets, shown=True)}
    return led


def _without_lists(scored: list[Scored], sheet: Sheet) -> list[Scored]:
    """Without lines above the headline, or far below it, that each name somebody else, as lists of items do."""
    start = sheet.heading[1] if sheet.heading[0] is not None else 0
    for lines in (range(start), range(max(start, sheet.near.stop), len(sheet.flow.blocks))):
        listed = {one.at: {plain(agent.name) for agent in one.named} for one in scored if one.at in lines and one.said}
        sets = list(listed.values())
        if len(sets) > 1 and not set.intersection(*sets):
            scored = [one for one in scored if one.at not in listed]
    return scored


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, as far as they show."""
    a, b = plain(one), plain(other)
    return a == b or a in b.split() or b in a.split()


def _names_more(line: Scored, agents: list[Agent]) -> bool:
    """Whether a line with *By* names all of some people and others too, each by a full name."""
    return (
        len(line.named) > len(agents)
        and all(one.kind == "person" and looks_like_a_name(one.name) for one in line.named)
        and all(any(plain(one.name) == plain(other.name) for other in line.named) for one in agents)
    )


def _marked(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    for mark in sheet.flow.authors[:400]:
        place = place_of(sheet, mark.at, mark.parts)
        weight = _weight(mark)
        if mark.parts & (QUOTE | CAPTION) or (mark.parts & NAVIGATION and weight < 6):
            continue
        if place is None or not weight or 10 * weight + place < 30:
            continue
        if weight < 5 and "contributor" in mark.names.lower() and sheet.flow.blocks[mark.at].links:
            continue  # who wrote what the line leads to
        text = words(mark.node, 160 if weight >= 4 else 120, apart=True, lines=True)
        if not text or OTHERS.match(text):
            continue
        introduced = BY.match(text) is not None or _is_with_outlet(text, outlets)
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


def _pictured(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    """Names behind the picture of a person that stands for *By*."""
    for mark in sheet.flow.authors[:400]:
        place = place_of(sheet, mark.at, mark.parts) if ICON.search(mark.names.lower()) else None
        node = mark.node.next
        while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
            node = node.next
        if place is None or node is None or mark.node.child is not None:
            continue
        text = (node.text_content or "") if node.tag == "-text" else words(node, 80) or ""
        named = agents_in(text.strip(), outlets, shown=True) if len(text) <= 80 else ()
        if named and all(looks_like_a_name(one.name) and one.kind == "person" for one in named):
            yield Scored(44 + place, mark.at, named, sheet.page.pointer(mark.node.parent or mark.node), False)


def _is_with_outlet(text: str, outlets: tuple[str, ...]) -> bool:
    """Whether it is a name and behind it that of the outlet, as in *Ana Ruiz Larkmoor Herald*."""
    small = text.casefold()
    return any(
        len(one) > 3 and small.endswith(f" {one.casefold()}") and looks_like_a_name(text[: -len(one)].strip(" ,|·•"))
        for one in outlets
    )


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
    if any(sign in names for sign in ("author", "byline", "autor", "auteur", "contributor", "user-name")):
        return 4
    return 3 if WEAK.search(names) else 2


def _linked_names(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    blocks = sheet.flow.blocks
    for at in sheet.near:
        block = blocks[at]
        place = place_of(sheet, at, block.parts)
        if place is None or not block.links or len(block.text) > 200:
            continue
        behind = 0
        for text, href in block.links:
            start = max(block.text.find(text, behind), behind)
            before, behind = block.text[behind:start], start + len(text)
            if not PATHS.search(href) or OTHERS_BY.search(before):
                continue
            slug = plain(href.rstrip("/").rpartition("/")[2]).replace(" ", "")
            if looks_like_a_name(text) or (len(slug) > 3 and plain(text).replace(" ", "") == slug):
                named = agents_in(text, outlets, shown=True)
                if named:
                    yield Scored(50 + place, at, named, sheet.page.pointer(block.node), False)


def _lines(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    start, near, body = sheet.heading[1], sheet.near, sheet.first_paragraph
    blocks = sheet.flow.blocks
    for at in (*near, *range(near.stop, min(len(blocks), near.stop + 400))):
        block = blocks[at]
        place = place_of(sheet, at, block.parts)
        if place is None or block.parts & (QUOTE | CAPTION) or ((at not in near or at > body) and block.density > 0.5):
            continue
        if block.lines and at in near and len(block.text) > 60:
            lines: tuple[str, ...] = block.lines[:12]
        elif at == start or len(block.text) > 140:
            continue
        else:
            lines = (words(block.node, 160, apart=True, lines=True) or block.text,)
        if at in near and LABEL.fullmatch(block.text) and at + 1 < len(blocks):
            # A label in an element of its own, and the name in the next.
            behind = blocks[at + 1].text
            lines = (f"{block.text.removesuffix(':')}: {behind}",) if looks_like_a_name(behind) else ()
        for line in lines:
            named = _named_in(line, at in near, outlets)
            if named is not None:
                yield Scored(named[0] + place, at, named[1], sheet.page.pointer(block.node), True)


def _named_in(text: str, near: bool, outlets: tuple[str, ...]) -> tuple[float, tuple[Agent, ...]] | None:
    """Whom a line with *By* or a like word names, and how much that counts."""
    if len(text) > 160:
        return None
    text = without_others(JOINTLY.compiled.sub("Text: ", text))
    # "Larkmoor Herald By Ana Ruiz"
    house = next((one for one in outlets if len(one) > 3 and text.casefold().startswith(f"{one.casefold()} ")), "")
    text = (
        text[len(house) :].lstrip(" |·•,:–—-") if house and BY.match(text[len(house) :].lstrip(" |·•,:–—-")) else text
    )
    # "Words Ana Ruiz | Photographs Per Lind"
    text = " | ".join(piece for piece in text.split(" | ") if not OTHERS.match(piece))
    if OTHERS.search(text):
        return None
    labelled = IDEOGRAPHS.search(text) if near else None
    if labelled is not None:
        return 46, (Agent(labelled["name"] or labelled["korean"]),)
    match = BY.match(text)
    introduced = match is not None and (len(text) < 60 or not text[:1].islower())
    said = _behind_by(text) if not introduced else None
    if not introduced and said is None:
        return None
    named = agents_in(said or text, outlets, shown=True)
    if introduced and match is not None and len(named) > 1 and not any(looks_like_a_name(one.name) for one in named):
        # "von hpk | drucken"
        named = agents_in(text[: match.end()] + text[match.end() :].partition(" | ")[0], outlets, shown=True)
    if said is not None and not near and not POSTED.search(text):
        return None
    if any(looks_like_a_name(a.name) and a.kind == "person" for a in named):
        return (40 if WORKED.match(text) else 46), named
    if POSTED.search(text) and len(named) == 1 and " " not in named[0].name and not is_nobody(named[0].name):
        return 44, named
    return None


def _behind_by(text: str) -> str | None:
    """The end of a line such as *Posted in Markets by ana on 3 May*, from its *by*; None where it has no such shape."""
    if not POSTED.search(text):
        return None
    inner = INNER.search(text)
    return text[inner.start() :].partition(" | ")[0].strip() if inner else None
