"""Who signs an item with a name alone, above the text or behind it, or in brackets at its end."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Pattern
from sayso_plugins.readers.html.bylines import Signed
from sayso_plugins.readers.html.flow import Block
from sayso_plugins.readers.html.names import agents_in, is_role, looks_like_a_name
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import CAPTION, HEADINGS, OUTSIDE, QUOTE
from sayso_plugins.readers.html.unsigned import FAR, MOST, PROSE, is_a_person

#: What ends a text in brackets.
SIGNED = Pattern(r"[(（](?P<name>[^()（）\d]{2,50})[)）]\s*\Z")
#: What stands before a name at the end of a letter.
GREETS = Pattern(r"\A(?:Ihre?|Eure?|Euer|Dein|Deine|Yours|Your|Sincerely|Votre|Tu|Su),?\s(?=[A-ZÀ-ÞŁŚŻČŠŽ])")
#: Letters of initials, and of a line that says what somebody is.
INITIALS, BRIEF = 4, 60


def signatures(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """A name that is a line of its own right before the text or behind it, and the only one.

    It signs where the metadata have an account or an office, and so hide somebody.
    """
    node, start = sheet.heading
    if node is None:
        return []
    blocks, own = sheet.flow.blocks, {plain(name) for name in outlets}
    behind = range(sheet.first_paragraph + 1, min(len(blocks), sheet.first_paragraph + MOST))
    before = range(start + 1, min(sheet.first_paragraph, start + 1 + FAR))
    near = [*before, *(at for at in behind if _ended(blocks, at) and not _goes_on(blocks[at + 1 : at + 2]))]
    found: list[Signed] = []
    for block in (blocks[at] for at in near if at < len(blocks) and blocks[at].node.tag not in HEADINGS):
        text = GREETS.compiled.sub("", block.text.strip(" .—–-"))
        below = block.lines[1:3]
        if below and all(len(line) <= BRIEF and (is_role(line) or not _is_full_name(line)) for line in below):
            text = block.lines[0].strip(" .—–-")  # and below it what she is
        if (
            block.linked
            or block.parts & (OUTSIDE | CAPTION | QUOTE)
            or not looks_like_a_name(text)
            or plain(text) in own
        ):
            continue
        agents = agents_in(text, outlets, shown=True)
        if len(agents) == 1 and agents[0].name == text and is_a_person(sheet, text, []):
            found.append(Said(agents, sheet.page.pointer(block.node)))
    if not found:
        found = list(_in_brackets(sheet, outlets))
    return found if len(found) == 1 else []


def _in_brackets(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    """A full name in brackets that ends the text, or initials there whose element has it as its title."""
    blocks = sheet.flow.blocks
    prose = [at for at in range(sheet.first_paragraph, len(blocks)) if _is_prose(blocks[at])][:MOST]
    if not prose:
        return
    block = blocks[prose[-1]]
    match = SIGNED.search(block.text)
    if match is None:
        return
    name = match["name"].strip()
    if name.isalpha() and len(name) <= INITIALS:
        shown = (one for one in block.node.css("a[title], abbr[title], span[title]") if words(one, 20) == name)
        name = next((one.attributes.get("title") or "" for one in shown), "").strip()[:BRIEF]
    agents = agents_in(name, outlets, shown=True) if looks_like_a_name(name) else ()
    if len(agents) == 1 and agents[0].kind == "person" and is_a_person(sheet, name, []):
        yield Said(agents, sheet.page.pointer(block.node))


def _is_prose(block: Block) -> bool:
    return len(block.text) >= PROSE and not block.parts & (OUTSIDE | CAPTION | QUOTE) and block.density < 0.5


def _is_full_name(line: str) -> bool:
    """Whether a line is a name and nothing else: *Head of Culture at the Athenaeum* has small words in it."""
    return looks_like_a_name(line) and all(word[:1].isupper() for word in line.split())


def _goes_on(behind: list[Block]) -> bool:
    """Whether the text goes on behind a line."""
    return bool(behind) and not behind[0].parts and len(behind[0].text) >= PROSE and behind[0].density < 0.5


def _ended(blocks: list[Block], at: int) -> bool:
    """Whether the text has ended before a block, with or without a greeting such as *Yours sincerely,*."""
    greets = at > 1 and blocks[at - 1].text.endswith(",") and len(blocks[at - 1].text) <= BRIEF
    return _ends(blocks[at - 1 - greets])


def _ends(block: Block) -> bool:
    """Whether a block is a paragraph that ends."""
    return len(block.text) >= PROSE // 2 and block.text[-1] in '.!?…»”"'
