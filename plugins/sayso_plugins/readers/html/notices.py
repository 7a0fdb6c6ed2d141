"""Who wrote a page by what is told of it: as a guest, in the notice of a blog's software, or beside an editor."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Pattern
from sayso_plugins.readers.html.houses import is_nobody
from sayso_plugins.readers.html.names import agents_in, looks_like_a_name
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.scored import Scored
from sayso_plugins.readers.html.sheet import Sheet
from sayso_plugins.readers.html.signs import CAPTION, COMMENTS, QUOTE, RELATED

#: Who wrote what somebody else brings in: *This is a guest post by Ana Ruiz, who keeps geese*.
GUEST = Pattern(
    r"\b(?:guest\s+(?:post|column|essay|article|blog)\s+by|gast(?:beitrag|kommentar|artikel|kolumne)\s+von|tribune\s+de)\s+(?:(?:Prof|Dr)\.\s?)*(?P<names>[^,.;:()|]{4,90})",
    2,
)
#: What a blog's software writes below an entry: *This entry was posted by Ana Ruiz on 3 May and is filed under …*.
FILED = Pattern(
    r"\b(?:(?:entry|post|article)\swas\s(?:written|posted|published)\s(?:[^.]{0,80}?\s)?by\s+(?P<en>[^,.;:()|]{2,60}?)(?=\s+(?:on|at|and|under|in)\b|[.,|]|\Z)"
    r"|(?:beitrag|artikel|eintrag)\swurde\s(?:(?:am|um|in|unter)\s[^;]{0,80}?\s)?von\s+(?P<de>[^,.;:()|]{2,60}?)\s+(?:(?:unter|in|am|um)\s|veröffentlicht|geschrieben|verfasst|erstellt|gepostet|publiziert|eingestellt)"
    r"|(?:contenu|entrée|article|billet)\sa\sété\spubliée?\s(?:dans|le|sous)\s[^;]{0,80}?\spar\s+(?P<fr>[^,.;:()|]{2,60}?)(?=\s+(?:le|avec|dans)\b|[.,|]|\Z)"
    r"|entrada\sfue\spublicada\s(?:en|el)\s[^;]{0,80}?\spor\s+(?P<es>[^,.;:()|]{2,60}?)(?=\s+(?:el|y|en|con)\b|[.,|]|\Z)"
    r"|(?:voce|articolo)\sè\sstat[ao]\spubblicat[ao]\s(?:in|il|da)\s[^;]{0,80}?\sda\s+(?P<it>[^,.;:()|]{2,60}?)(?=\s+(?:il|e|con|in)\b|[.,|]|\Z)"
    r"|bericht\swerd\sgeplaatst\s(?:in|op)\s[^;]{0,80}?\sdoor\s+(?P<nl>[^,.;:()|]{2,60}?)(?=\s+(?:op|en|met|in)\b|[.,|]|\Z))",
    2,
    needs=(" was ", "wurde", "publi", "pubbl", "geplaatst"),
)
#: A sentence of a standfirst that names who wrote it.
SENTENCE = Pattern(r"[.!?]\s(?:Von|By|Par|Por|Door)\s(?P<names>(?:[A-ZÀ-ÞŁŚŻČŠŽ][\w’'-]{1,30}\s?){2,4})(?=[,.]|\Z)")
#: Letters of a standfirst, and of what software writes below an entry.
STANDFIRST, NOTICE = 260, 420
#: How the trade press in German names who wrote it and who edited it: *Autor / Redakteur: Ana Ruiz / Per Lind*.
EDITED = Pattern(r"\s*Autor(?:in)?\s*/\s*Redakteur(?:in)?\s*:\s*(?P<name>[^/*|,]{4,60})", 2)
#: Elements whose title may be the name of whose initials they hold.
SPELT = "abbr[title], a[title][href^='mailto:'], [class*=kuerzel][title], [class*=author][title], [class*=autor][title]"
#: Letters of initials that a title spells out.
INITIALS = 4
#: From this score on, no other line is asked.
CERTAIN = 80
ELSEWHERE = COMMENTS | RELATED | QUOTE | CAPTION


def told(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    """All of those, with how much each counts."""
    yield from _guests(sheet, outlets)
    yield from _filed(sheet, outlets)
    yield from _edited(sheet, outlets)
    yield from _spelt_out(sheet, outlets)


def _edited(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    for at in sheet.near:
        block = sheet.flow.blocks[at]
        match = EDITED.match(block.text)
        named = agents_in(match["name"], outlets, shown=True) if match else ()
        if len(named) == 1 and looks_like_a_name(named[0].name):
            # Above the links to either's page.
            yield Scored(CERTAIN, at, named, sheet.page.pointer(block.node), True)


def _spelt_out(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    """Initials about the headline whose element has the full name as its title."""
    for at in sheet.near:
        block = sheet.flow.blocks[at]
        if block.parts & ELSEWHERE or len(block.text) > STANDFIRST:
            continue
        for node in block.node.css(SPELT)[:4]:
            name, shown = (node.attributes.get("title") or "").strip(), words(node, 20) or ""
            if not (shown.isalpha() and len(shown) <= INITIALS and looks_like_a_name(name)):
                continue
            named = agents_in(name, outlets, shown=True)
            if len(named) == 1 and named[0].kind == "person" and _are_initials(shown, name):
                yield Scored(46, at, named, sheet.page.pointer(node, "title"), True)


def _are_initials(shown: str, name: str) -> bool:
    """Whether letters are those of a name: its first one, and that of the last part of the name."""
    parts, letters = name.casefold().split(), shown.casefold()
    return name.istitle() and letters[0] == parts[0][0] and parts[-1][0] in letters


def _guests(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    """Who is said to have written it as a guest, in a sentence of any length about the headline."""
    for at in sheet.near:
        block = sheet.flow.blocks[at]
        guest = GUEST.search(block.text) if not block.parts & ELSEWHERE else None
        named = agents_in(guest["names"], outlets, shown=True) if guest is not None else ()
        if named and all(looks_like_a_name(one.name) and one.kind == "person" for one in named):
            yield Scored(48, at, named, sheet.page.pointer(block.node), True)


def _filed(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Scored]:
    """Whom the software of a blog names below the entry, or a sentence above the text."""
    blocks = sheet.flow.blocks
    start = sheet.heading[1]
    for at in range(start, min(len(blocks), start + 400)):
        block = blocks[at]
        if block.parts & ELSEWHERE:
            continue
        match = FILED.search(block.text) if len(block.text) <= NOTICE else None
        if match is None and at <= sheet.first_paragraph and len(block.text) <= STANDFIRST:
            match = SENTENCE.search(block.text)
        named = agents_in(match[match.lastgroup or 0], outlets, shown=True) if match is not None else ()
        if len(named) == 1 and named[0].kind == "person" and not is_nobody(named[0].name):
            yield Scored(46, at, named, sheet.page.pointer(block.node), True)
