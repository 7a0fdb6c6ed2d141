"""What the lines between headline and text say: who signs, for which outlet, on which day."""

from __future__ import annotations

from sayso.analysis.heads import is_name
from sayso.analysis.outline import Block
from sayso.readers.dates import full_date
from sayso.readers.draft import Draft
from sayso.readers.furniture import AGENCY, AND, LABELLED, NAMED, SIGNED, UPDATED, is_agency, lines_of, parts_of
from sayso.records.values import Agent, DateValue, InfoSource, Org
from sayso.text.pattern import Pattern
from sayso.text.span import Span

CHUNK = Pattern(r"[^,;/|·•\n]+")
#: *Ana Ruiz reporting from Norvik for Larkmoor Sport*.
FOR = Pattern(r"\breporting\s+(?:from|in|at)\s[^\n,;]{1,60}?\sfor\s+(?P<outlet>[^\n,;]{2,40})")
#: A name that is no person's, nor a place's: *StartGrid*, *Samvad 24*.
MADE_UP = Pattern(r"[^\W\d_]+(?:(?<=[a-z])[A-Z]|\s?\d)\w*\Z")


def state_bylines(draft: Draft) -> DateValue | None:
    """State author, outlet and date as the byline, the date line and a sign-off give them.

    Returns:
        The day of the last update, if these lines give one.
    """
    lines = draft.blocks_of("byline")
    outlets = [span for line in lines if (span := _outlet_in(draft, line)) is not None]
    for span in outlets:
        draft.extracted("outlet", Org(span.of(draft.text)), span, confidence=0.8)
    if not draft.states("outlet"):
        outlets = [span for line in lines if (span := _outlet_behind(draft, line)) is not None][:1]
        for span in outlets:
            draft.extracted("outlet", Org(span.of(draft.text)), span, confidence=0.6)
    named = {span.of(draft.text) for span in outlets}
    for line in lines:
        _authors_in(draft, line, named)
    updates = [day for line in lines for day in _days_in(draft, line)]
    state_parts(draft, lines)
    if not draft.states("author"):
        for block in draft.blocks_of("boilerplate"):
            written = draft.pack.written_by.search(draft.text, block.span.start, block.span.end)
            if written:
                agents = tuple(Agent(name) for name in AND.compiled.split(written.group("signed")) if name)
                draft.extracted("author", agents, Span(*written.span("signed")), confidence=0.8)
    draft.looked("author", "text: byline before the first paragraph", "text: sign-off behind the last one")
    draft.looked("date_published", "text: date line before the first paragraph")
    return updates[-1] if updates else None


def _authors_in(draft: Draft, line: Block, outlets: set[str]) -> None:
    if line.name is None:
        return
    signed = [_without_place(draft, name) for name in AND.compiled.split(line.name.of(draft.text))]
    names = [name for name in signed if name and name not in outlets and not _is_outlet(draft, name)]
    # Of "Dale Winter, Staff Writer", one signs; "Staff Writer" alone is all that is said of who did.
    names = [name for name in names if name.split()[-1].lower() not in draft.pack.roles] or names
    if names:
        end = line.name.start + line.name.of(draft.text).index(names[-1]) + len(names[-1])
        span = Span(line.name.start, end)
        draft.extracted("author", tuple(Agent(name) for name in names), span, confidence=line.confidence)


def _without_place(draft: Draft, name: str) -> str:
    """A name without where its bearer reports from: *Ana Ruiz in Larkmoor*."""
    words, inside = name.split(), draft.pack.particles | draft.pack.grammar.within
    placed = (i for i, word in enumerate(words) if i > 1 and word in draft.pack.prepositions and word not in inside)
    end = next(placed, len(words))
    return name if end == len(words) else name[: name.index(words[end - 1]) + len(words[end - 1])]


def _days_in(draft: Draft, line: Block) -> list[DateValue]:
    """State the first day of a line, and those behind it that have a label; gives those of an update."""
    updates: list[DateValue] = []
    words = line.span.of(draft.text)
    dated = draft.pack.date_line.match(words)
    at = 0
    while (when := full_date(words[at:], draft.pack)) is not None:
        start = words.index(when.raw, at)
        label = LABELLED.search(words, at, start)
        updated = UPDATED.search(words, at, start) or (not at and dated and dated.group("updated"))
        if not at or label:
            span = Span(line.span.start + start, line.span.start + start + len(when.raw))
            draft.extracted("date_modified" if updated else "date_published", when, span, confidence=0.85)
            updates += [when] if updated else []
        at = start + len(when.raw)
    return updates


def _is_outlet(draft: Draft, words: str) -> bool:
    several = words.split()
    if not words[0].isupper() or len(several) < 2:
        return False
    # No person's name begins with an article or has this sign in it.
    return (
        several[-1].lower() in draft.pack.outlet_words
        or several[0].lower() in draft.pack.outlet_nouns
        or several[0].lower() in draft.pack.grammar.definite
        or "&" in several
    )


def _chunks(draft: Draft, line: Block) -> list[Span]:
    found = []
    for chunk in CHUNK.finditer(line.span.of(draft.text)):
        words = chunk.group().strip()
        if words:
            start = line.span.start + chunk.start() + chunk.group().index(words)
            found.append(Span(start, start + len(words)))
    return found


def _outlet_in(draft: Draft, line: Block) -> Span | None:
    """The outlet in *By Ana Ruiz, The Larkmoor Herald*."""
    for chunk in _chunks(draft, line):
        words = chunk.of(draft.text)
        if words.startswith(("By ", "by ", "From ", "from ")) and line.name is not None:
            # "From Ana Ruiz of The Larkmoor Herald, in Norvik".
            behind = draft.text[line.name.end : chunk.end].split(maxsplit=1)
            if len(behind) < 2 or behind[0] not in draft.pack.prepositions:
                continue
            words, chunk = behind[1], Span(chunk.end - len(behind[1]), chunk.end)
        elif line.name is not None and (place := FOR.search(draft.text, max(line.name.end, chunk.start), chunk.end)):
            words, chunk = place.group("outlet"), Span(*place.span("outlet"))
            return chunk if is_name(words, draft.pack) else None
        if _is_outlet(draft, words):
            return chunk
    return None


def _outlet_behind(draft: Draft, line: Block) -> Span | None:
    """The outlet in *By Ana Ruiz, North Stand*: behind who signs, what is no role, no place and nobody's name.

    Two who sign are joined by *and*, so that a name behind a comma alone is seldom a person's; it is one where it
    begins as people's names do.
    """
    pack, chunks = draft.pack, _chunks(draft, line)
    if line.name is None or len(chunks) < 2 or not pack.byline.match(line.span.of(draft.text)):
        return None
    if ":" in chunks[-1].of(draft.text):
        return None  # "Editor: Jo Berg"
    *before, last = (chunk.of(draft.text).lower().split() for chunk in chunks)
    signs = last[0] in pack.given_names or any(pack.roles.isdisjoint(several) for several in before[1:])
    return chunks[-1] if not signs and _may_be_outlet(draft, chunks[-1].of(draft.text)) else None


def _may_be_outlet(draft: Draft, words: str) -> bool:
    """Whether words are a name, and neither of a place, nor a role, nor a day."""
    pack, lows = draft.pack, words.lower().split()
    named = is_name(words, pack) or MADE_UP.match(words) is not None
    place = pack.place_name.match(words) is not None and pack.outlet_words.isdisjoint(lows)
    place = place or (not words.isupper() and words.upper() in draft.text)
    dated = full_date(words, pack) is not None or not pack.months.keys().isdisjoint(lows)
    return named and not (place or dated) and pack.roles.isdisjoint(lows)


def state_parts(draft: Draft, lines: tuple[Block, ...]) -> None:
    """State what lines of several parts give, and agencies on a line of their own, where nothing better was found."""
    authors, outlets = not draft.states("author"), not draft.states("outlet")
    for block in lines:
        for line in lines_of(draft.text, block.span):
            if not (authors or outlets or is_agency(line.of(draft.text))):
                continue
            parts = parts_of(draft.text, line, draft.pack)
            signed = [one.span for one in parts if one.what == SIGNED]
            if authors and signed:
                authors = False
                names = tuple(Agent(name) for name in AND.compiled.split(signed[0].of(draft.text)) if name)
                draft.extracted("author", names, signed[0], confidence=0.85)
            for one in parts:
                name = one.span.of(draft.text)
                if one.what == AGENCY:
                    draft.extracted("info_sources", InfoSource(name, "agency"), one.span, confidence=0.9)
                between = one.what == NAMED and bool(signed) and len(parts) > 2 and _may_be_outlet(draft, name)
                if outlets and (one.what == AGENCY or one.tied or between):
                    outlets = False
                    kind = "agency" if one.what == AGENCY else None
                    draft.extracted("outlet", Org(name, kind=kind), one.span, confidence=0.6)
