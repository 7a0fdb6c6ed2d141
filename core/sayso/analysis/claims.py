"""Claims that need a source: flat statements of the narration by the words that make them contestable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.elements import TIME, WORD, Element
from sayso.analysis.flags import CONTESTED
from sayso.analysis.language import Contest, LanguagePack
from sayso.text.span import Span

#: Words before the comma of what opens a sentence.
OPENING = 16
#: How many words a figure may stand from what it counts.
NEAR = 6


class Contested(NamedTuple):
    """Why a sentence needs a source: the categories, and the words that decided each."""

    categories: tuple[str, ...]
    triggers: tuple[Span, ...]


def contested(text: str, elements: Sequence[Element], pack: LanguagePack) -> Contested | None:
    """Whether the narration of a sentence says something contestable; None where it does not."""
    flags = pack.flags
    marked = [at for at, el in enumerate(elements) if flags.get(el.low, 0) & CONTESTED and el.kind == WORD]
    if not marked:
        return None
    words = [el for el in elements if el.kind == WORD]
    lows = {el.low for el in words}
    if not pack.uncontested.isdisjoint(lows) or text[elements[-1].end - 1] == "?":
        return None
    hits: dict[int, Element] = {}
    for at in marked:
        if not _names(elements, at, pack):
            for number in pack.contested_by[elements[at].low]:
                hits.setdefault(number, elements[at])
    found = [
        (contest.name, Span(hit.start, hit.end))
        for contest, hit in ((pack.contested[number], hits[number]) for number in sorted(hits))
        if contest.unless.isdisjoint(lows) and _has_companions(contest, hit, words, lows)
    ]
    return Contested(tuple(name for name, _ in found), tuple(trigger for _, trigger in found)) if found else None


def _names(elements: Sequence[Element], at: int, pack: LanguagePack) -> bool:
    """Whether a word only names a thing, and says nothing of it: *the damage caused by the fire*, *those who died*."""
    if not 0 < at < len(elements) - 1:
        return False
    before, behind, grammar = elements[at - 1].low, elements[at + 1].low, pack.grammar
    if before in grammar.relatives or before in grammar.that:
        return True
    return behind in grammar.by and before not in pack.auxiliaries and before not in pack.adverbs


def _has_companions(contest: Contest, hit: Element, words: Sequence[Element], lows: set[str]) -> bool:
    others = contest.companions
    return not others or not others.isdisjoint(lows) or ("#" in others and _numbered(words, hit))


def _numbered(words: Sequence[Element], hit: Element) -> bool:
    """Whether a figure stands near a word, so that it counts what the word says."""
    at = next(i for i, el in enumerate(words) if el is hit)
    figures = (el.text for el in words[max(0, at - NEAR) : at + NEAR] if el.text.replace(",", "").isdigit())
    return any(len(figure) != 4 or figure[:2] not in ("19", "20") for figure in figures)


def dated_in_the_past(elements: Sequence[Element], pack: LanguagePack, year: int | None) -> bool:
    """Whether a sentence gives a year that is not the item's own, and no time that counts from the item.

    A year of what opens it is of that alone: *Founded in 1998, Norbank is the largest …*.
    """
    if elements and elements[0].low.endswith(pack.grammar.past):
        comma = next((at for at, el in enumerate(elements[:OPENING]) if el.text == ","), -1)
        elements = elements[comma + 1 :]
    years = [
        int(digits)
        for el in elements
        if el.kind in (TIME, WORD)
        for digits in (el.text[-4:],)
        if digits.isdigit() and 1000 <= int(digits) <= 2999 and len(digits) == 4
    ]
    relative = any(el.kind == TIME and pack.relative_time.fullmatch(el.text) for el in elements)
    return bool(years) and not relative and (year is None or all(given < year for given in years))
