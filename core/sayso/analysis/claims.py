"""Claims that need a source: flat statements of the narration by the words that make them contestable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.elements import TIME, WORD, Element
from sayso.analysis.flags import CONTESTED
from sayso.analysis.language import LanguagePack
from sayso.text.span import Span

#: How many words a figure may stand from what it counts.
NEAR = 6


class Contested(NamedTuple):
    """Why a sentence needs a source: the categories, and the words that decided each."""

    categories: tuple[str, ...]
    triggers: tuple[Span, ...]


def contested(text: str, elements: Sequence[Element], pack: LanguagePack) -> Contested | None:
    """Whether the narration of a sentence says something contestable; None where it does not."""
    flags = pack.flags
    if not any(flags.get(el.low, 0) & CONTESTED for el in elements):
        return None
    words = [el for el in elements if el.kind == WORD]
    lows = {el.low for el in words}
    if lows & pack.uncontested or text[elements[-1].end - 1] == "?":
        return None
    # "the damage caused by the fire", "those who died": that names a thing, and says nothing of it.
    reduced = {
        id(el)
        for before, el, behind in zip(elements, elements[1:], elements[2:], strict=False)
        if before.low in pack.grammar.relatives
        or before.low in pack.grammar.that
        or (behind.low in pack.grammar.by and before.low not in pack.auxiliaries and before.low not in pack.adverbs)
    }
    marked = [el for el in words if flags.get(el.low, 0) & CONTESTED and id(el) not in reduced]
    telling = {el.low for el in marked}
    categories: list[str] = []
    triggers: list[Span] = []
    for contest in pack.contested:
        if contest.triggers.isdisjoint(telling) or not contest.unless.isdisjoint(lows):
            continue
        hit = next(el for el in marked if el.low in contest.triggers)
        others = contest.companions
        if others and others.isdisjoint(lows) and not ("#" in others and _numbered(words, hit)):
            continue
        categories.append(contest.name)
        triggers.append(Span(hit.start, hit.end))
    return Contested(tuple(categories), tuple(triggers)) if categories else None


def _numbered(words: Sequence[Element], hit: Element) -> bool:
    """Whether a figure stands near a word, so that it counts what the word says."""
    at = next(i for i, el in enumerate(words) if el is hit)
    figures = (el.text for el in words[max(0, at - NEAR) : at + NEAR] if el.text.replace(",", "").isdigit())
    return any(len(figure) != 4 or figure[:2] not in ("19", "20") for figure in figures)


def dated_in_the_past(elements: Sequence[Element], pack: LanguagePack, year: int | None) -> bool:
    """Whether a sentence gives a year that is not the item's own, and no time that counts from the item."""
    years = [
        int(digits)
        for el in elements
        if el.kind in (TIME, WORD)
        for digits in (el.text[-4:],)
        if digits.isdigit() and 1000 <= int(digits) <= 2999 and len(digits) == 4
    ]
    relative = any(el.kind == TIME and pack.relative_time.fullmatch(el.text) for el in elements)
    return bool(years) and not relative and (year is None or all(given < year for given in years))
