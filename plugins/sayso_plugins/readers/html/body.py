"""The body of an article out of the flow of a page, with what each part of it is.

Where the markup says plainly what the body is (``itemprop=articleBody``, a class such as ``entry-content``, one
``<article>`` that holds most of the prose) it is taken from there, and this is sure. Else it is the run of blocks with
the most prose and the least else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso import Pattern
from sayso_plugins.readers.html.dates import find_date
from sayso_plugins.readers.html.flow import CHOSEN, Block
from sayso_plugins.readers.html.names import agents_in, looks_like_a_name
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Sheet
from sayso_plugins.readers.html.signs import CAPTION, CORRECTION, HEADINGS, OUTSIDE
from sayso_plugins.readers.html.words import BY

#: A paragraph of prose is at least this long.
PROSE = 60
#: Less prose than this is no body.
LEAST = 250
#: How plainly an ``<article>`` says that it holds the body.
ARTICLE = 1
PROMPTS = Pattern(
    r"(?:advertisement|share(?:\s+this.*|\s+on.*)?|read\s+(?:more|also|next)\b.*|see\s+also\b.*|also\s+read\b.*|related(?:\s+\w+)?:?.*|follow\s+(?:us|me)\b.*|sign\s+up\b.*|subscribe\b.*"
    r"|click\s+here\b.*|leave\s+a\s+(?:comment|reply).*|(?:\d+\s+)?comments?|continue\s+reading.*|story\s+continues\s+below.*|recommended\b.*|more\s+(?:on|from)\b.*|anzeige|werbung|teilen.*|drucken"
    r"|lesen\s+sie\s+(?:auch|mehr|hier).*|mehr\s+(?:dazu|zum\s+thema).*|lire\s+aussi.*|à\s+lire.*|partager.*|lee\s+también.*|te\s+puede\s+interesar.*|leggi\s+anche.*|condividi.*|compartir.*"
    r"|leia\s+(?:também|mais).*|lees\s+(?:ook|meer).*|les\s+også.*|läs\s+(?:också|även|mer).*|czytaj\s+(?:także|też).*|teile\s+dies.*|gefällt\s+mir.*|like\s+loading.*|tags?:.*|filed\s+under.*|posted\s+in.*"
    r"|category:.*|kategorien?:.*|schlagw[oö]rt(?:er)?:.*|verschlagwortet.*|permalink.*|bookmark\s+the.*|print(?:\s+this.*)?|e-?mail(?:\s+this.*)?|tweet|loading.*)\s*",
    2,
)
CORRECTIONS = Pattern(
    r"\s*[*_(\[]?(?:correction|corrections|clarification|berichtigung|korrektur|richtigstellung|corrección|fe\s+de\s+errores"
    r"|rectificatif|errata|rettelse|rettelser|correctie|correzione)\b.{0,40}?[:.—–-]"
    r"|\s*[*_(\[]?amended\s{1,3}(?:on\s{1,3})?\d{1,2}[./ ][^:]{1,30}:"
    r"|\s*[*_(\[]?this\s+(?:article|story|post|headline|report)\s+(?:was|has\s+been)\s+(?:amended|corrected|updated\s+to\s+correct)",
    2,
)


class Part(NamedTuple):
    """A paragraph of the text.

    Attributes:
        kind: ``news``, ``heading``, ``caption`` or ``correction``.
        links: Words and target of each link in it.
    """

    kind: str
    text: str
    links: tuple[tuple[str, str], ...] = ()


class Body(NamedTuple):
    """The parts of a body, and whether the markup says plainly that they are it."""

    parts: tuple[Part, ...]
    sure: bool

    @property
    def size(self) -> int:
        """The characters of its prose."""
        return sum(len(part.text) for part in self.parts if part.kind == "news")


def without_head(parts: Sequence[Part], headline: str | None) -> tuple[Part, ...]:
    """Parts without what stands before the prose: the headline once more, the byline, the date."""
    title = plain(headline) if headline else ""
    kept = list(parts)
    for number, part in enumerate(parts[:6]):
        if part.kind in ("news", "heading") and (plain(part.text) == title or is_credit(part.text)):
            kept.remove(part)
        elif number and len(part.text) >= 2 * PROSE:
            break
    return tuple(kept)


def is_credit(text: str) -> bool:
    """Whether a line is nothing but a byline or a date."""
    if len(text) > 140 or (text.endswith((".", "!", "?")) and len(text) > PROSE):
        return False
    match = BY.match(text)
    if match is not None and any(looks_like_a_name(agent.name) for agent in agents_in(text, shown=True)):
        return True
    when = find_date(text) if any(c.isdigit() for c in text) else None
    return when is not None and len(text) - len(when.raw) < 30


def own_body(sheet: Sheet, headline: str | None) -> Body:
    """The body of a page."""
    blocks = sheet.flow.blocks
    prose = [len(block.text) if _is_prose(block) else 0 for block in blocks]
    total = sum(prose)
    if total < LEAST / 2 and sum(len(b.text) for b in blocks) > 4 * LEAST:
        # What the classes say would leave nothing: they mean something else here.
        prose = [len(block.text) if _is_prose(block, outside=0) else 0 for block in blocks]
        return Body(_parts(blocks, *_run(blocks, prose), prose, headline, outside=0), False)
    chosen = _container(sheet, prose, total)
    if chosen is not None:
        inside = [index for index, block in enumerate(blocks) if chosen in block.within]
        made = _parts(blocks, inside[0], inside[-1] + 1, prose, headline)
        plainly = flow_weight(sheet, chosen) in (CHOSEN, ARTICLE) or sum(len(p.text) for p in made) >= LEAST
        return Body(made, plainly)
    return Body(_parts(blocks, *_run(blocks, prose), prose, headline), False)


def _is_prose(block: Block, outside: int = OUTSIDE) -> bool:
    if block.parts & (outside | CAPTION) or block.density > 0.5:
        return False
    text = block.text
    return len(text) >= PROSE or (
        len(text) >= 25 and block.tag in ("p", "li", "blockquote") and text[-1] in ".!?…”\"'»"
    )


def _container(sheet: Sheet, prose: list[int], total: int) -> int | None:
    """The number of the element that plainly holds the body; None where none does."""
    flow = sheet.flow
    held = [0] * len(flow.containers)
    for block, size in zip(flow.blocks, prose, strict=True):
        if size:
            for number in block.within:
                held[number] += size
    least = min(LEAST, max(PROSE, total))
    said = next((n for n, (own, _) in enumerate(flow.containers) if own == CHOSEN), None)
    if said is not None and any(said in block.within for block in flow.blocks):
        return said
    for weight, share in ((3, 0.25), (2, 0.45), (1, 0.5), (0, 0.6)):
        able = [
            n for n, (own, _) in enumerate(flow.containers) if own == weight and held[n] >= max(least, share * total)
        ]
        if able:
            most = max(held[n] for n in able)
            # The innermost of those that hold nearly all of it.
            return max(n for n in able if held[n] >= 0.9 * most)
    return None


def flow_weight(sheet: Sheet, number: int) -> int:
    """How plainly an element says that it holds the body."""
    return sheet.flow.containers[number][0]


def _run(blocks: Sequence[Block], prose: list[int]) -> tuple[int, int]:
    """The run of blocks with the most prose and the least else (from, to)."""
    best = total = 0.0
    start = first = last = 0
    for index, (block, size) in enumerate(zip(blocks, prose, strict=True)):
        total += size if size else -(25 + min(60, len(block.text)) * 0.5) * (2 if block.parts & OUTSIDE else 1)
        if total <= 0:
            total, start = 0.0, index + 1
        elif total > best:
            best, first, last = total, start, index + 1
    return first, last


def _parts(
    blocks: Sequence[Block], start: int, end: int, prose: list[int], headline: str | None, outside: int = OUTSIDE
) -> tuple[Part, ...]:
    first = next((n for n in range(start, end) if prose[n] >= PROSE), start)
    last = next((n for n in range(end - 1, start - 1, -1) if prose[n]), end - 1)
    title = plain(headline) if headline else ""
    made: list[Part] = []
    seen: set[str] = set()
    for number in range(start, end):
        block = blocks[number]
        text = block.text
        if block.parts & outside or text in seen:
            continue
        if len(text) > 40:
            seen.add(text)
        kind = _kind(block, number, first, last, prose[number], title)
        if kind is not None:
            made.append(Part(kind, text, tuple(block.links)))
    while made and made[-1].kind == "heading":
        made.pop()
    return tuple(made)


def _kind(block: Block, number: int, first: int, last: int, prose: int, title: str) -> str | None:
    text = block.text
    if block.parts & CAPTION:
        return "caption" if len(text) > 12 else None
    if block.parts & CORRECTION or CORRECTIONS.match(text):
        return "correction" if len(text) > 30 else None
    if block.tag in HEADINGS:
        return "heading" if plain(text) != title and block.density < 0.9 and block.tag != "h1" else None
    if len(text) < 200 and PROMPTS.fullmatch(text):
        return None
    if number <= first + 3 and len(text) <= 140 and is_credit(text):
        return None
    if prose:
        return "news"
    if number < first or number > last:
        return None
    if block.density > 0.8 and len(text) < 200:
        return None
    return "news" if len(text) > 2 or text.isalnum() else None
