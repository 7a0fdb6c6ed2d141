"""Who wrote an item that says so without any word for it: a name beside the date, or a line about its author."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Agent, Pattern
from sayso_plugins.readers.html.bylines import Signed
from sayso_plugins.readers.html.dates import find_date
from sayso_plugins.readers.html.flow import Block
from sayso_plugins.readers.html.houses import is_agency, is_organisation
from sayso_plugins.readers.html.names import agents_in, is_role, looks_like_a_name
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import CAPTION, COMMENTS, OUTSIDE, QUOTE, RELATED
from sayso_plugins.readers.html.words import ROLE_HEADS

#: How far behind the headline such a line stands, and how long it may be.
FAR, LONG = 4, 100
#: Blocks of the page, from its first paragraph on, in which somebody is introduced.
MOST = 1_000
#: A paragraph of prose is at least so long; the last ones may be about the author.
PROSE, LAST = 60, 3
JOINT = Pattern(r"\s*[|•·]\s*|,\s+|\s+[–—-]\s+|\s{2,}")
CLOCK = Pattern(r"\d{1,2}[:.h]\s?\d{0,2}|\b(?:19|20)\d{2}\b|uhr|min|read", 2)
#: First words of places and of sections with two words or more, which look like names.
NO_FIRST = frozenset(
    """new san santa los las el la le les los st saint sankt fort port north south east west central cape hong buenos
    rio tel sao são mexico washington kuala abu addis costa puerto united great lake mount bad den haag middle far
    real many happy merry thank thanks vielen herzlichen merci muchas molte best kind yours liebe dear high latest
    breaking top local world national public climate social science general special""".split()
)
NO_LAST = frozenset(
    """news politics world business sports sport opinion city county state states health life culture europe asia africa
    america americas kingdom street week magazine review estate change east west science tech economy education justice
    affairs rights arts style travel food money markets market house island islands beach springs valley park hills
    nachrichten politik wirtschaft kultur""".split()
)
MORE_BY = Pattern(
    r"(?:(?:more|other|all)(?:\s(?:stories|articles|posts|news))?\s(?:by|from)|(?:mehr|weitere)(?:\s\w{4,12})?\svon"
    r"|(?:meer|andere)\s\w{4,12}\svan|plus\sd['’]articles\sde|más(?:\s\w{4,12})?\sde|altri\sarticoli\sdi|mais\sde)\s"
    r"(?P<name>\S.{3,60})",
    2,
)
ABOUT = Pattern(
    r"(?P<name>(?:[A-ZÀ-ÞŁŚŻČŠŽ][\w.’'-]{0,30}\s){1,3}[A-ZÀ-ÞŁŚŻČŠŽ][\w’'-]{1,30})(?:,[^,.]{3,60},)?\s"
    r"(?:is|was|ist|est|es|è|é|covers|writes)\s(?P<what>.{3,120})"
)


def unsigned(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """The author of a page that names none by a label, an element or a link."""
    for found in (_beside_the_date(sheet, outlets), _about(sheet), _more_by(sheet, outlets)):
        first = next(iter(found), None)
        if first is not None:
            return [first]
    return []


def _beside_the_date(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    node, start = sheet.heading
    blocks, own = sheet.flow.blocks, {plain(name) for name in outlets}
    if node is None:
        return
    for at in range(start + 1, min(len(blocks), start + 1 + FAR)):
        block = blocks[at]
        lines = block.lines[:6] or (block.text,)
        if block.linked or max(map(len, lines)) > LONG or block.parts & (OUTSIDE | CAPTION | QUOTE):
            continue
        if is_agency(block.text.removeprefix("The ")) and (" " in block.text or block.text.isupper()):
            yield Said((Agent(block.text, "organization"),), sheet.page.pointer(block.node))
            return
        pieces = [piece for line in lines for piece in JOINT.compiled.split(line) if piece]
        named = [
            piece
            for piece in pieces
            if not CLOCK.search(piece) and looks_like_a_name(piece) and plain(piece) not in own
        ]
        others = [piece for piece in pieces if piece not in named and plain(piece) not in own]
        dated = find_date(block.text, sheet.date_language) is not None
        behind = at + 1 + (at + 1 < len(blocks) and is_role(blocks[at + 1].text))
        alone = not others and any(_is_date(sheet, near) for near in (at - 1, behind) if start < near < len(blocks))
        if len(named) != 1 or not (alone or (dated and all(_is_of_a_date(piece) for piece in others))):
            continue
        if is_a_person(sheet, named[0], blocks[sheet.first_paragraph : sheet.first_paragraph + 1]):
            agents = agents_in(named[0], outlets, shown=True)
            if len(agents) == 1 and agents[0].kind == "person":
                yield Said(agents, sheet.page.pointer(block.node))


def _is_date(sheet: Sheet, at: int) -> bool:
    text = sheet.flow.blocks[at].text
    found = find_date(text, sheet.date_language) if len(text) <= LONG else None
    return found is not None and len(text) - len(found.raw) < 30


def _is_of_a_date(piece: str) -> bool:
    """Whether a piece of a line with a date is of the date, such as a day of the week or a time."""
    return bool(CLOCK.search(piece)) or (len(piece) <= 12 and " " not in piece) or any(c.isdigit() for c in piece)


def is_a_person(sheet: Sheet, name: str, body: list[Block]) -> bool:
    """Whether words with capitals are no place and no section: the item does not use them in small letters."""
    parts = name.casefold().split()
    if parts[0] in NO_FIRST or parts[-1] in NO_LAST or len(parts) > 4 or is_organisation(name):
        return False
    if any(block.text.casefold().startswith(name.casefold()) for block in body):
        return False
    small = {word.strip(".,;:!?") for block in sheet.flow.blocks[:400] for word in block.text.split() if word.islower()}
    return not any(part in small for part in parts if len(part) > 3)


def _more_by(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    """Whose other items a heading below the text leads to: *More stories by Ana Ruiz*."""
    for block in sheet.flow.blocks[sheet.first_paragraph :][:MOST]:
        match = MORE_BY.fullmatch(block.text) if len(block.text) <= LONG else None
        agents = agents_in(match["name"], outlets, shown=True) if match is not None else ()
        if len(agents) == 1 and looks_like_a_name(agents[0].name) and agents[0].kind == "person":
            yield Said(agents, sheet.page.pointer(block.node))


def _about(sheet: Sheet) -> Iterator[Signed]:
    """A line that ends the text, such as *Ana Ruiz is a reporter at …*; of two none is, nor of one whom it is about."""
    blocks = sheet.flow.blocks
    outside = COMMENTS | RELATED | QUOTE | CAPTION
    prose = [
        at
        for at in range(sheet.first_paragraph, min(len(blocks), sheet.first_paragraph + MOST))
        if len(blocks[at].text) >= PROSE and not blocks[at].parts & (OUTSIDE | CAPTION) and blocks[at].density < 0.5
    ]
    found: list[Signed] = []
    for at in range(prose[-LAST:][0] if prose else len(blocks), min(len(blocks), sheet.first_paragraph + MOST)):
        block = blocks[at]
        if len(block.text) > 400 or block.parts & outside or at == sheet.first_paragraph:
            continue
        match = ABOUT.match(block.text)
        if match is None or not looks_like_a_name(match["name"]) or is_organisation(match["name"]):
            continue
        family = match["name"].split()[-1]
        what = {word.strip(".,;:").casefold() for word in match["what"].split()[:8]}
        if what & ROLE_HEADS and not any(family in blocks[one].text for one in prose if one < at):
            found.append(Said((Agent(match["name"]),), sheet.page.pointer(block.node)))
    if len({plain(one.value[0].name) for one in found}) == 1:
        yield found[0]
