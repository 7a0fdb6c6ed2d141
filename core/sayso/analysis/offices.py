"""Names that a preposition is part of or stands before: *Ministry of Health*, *professor of law Ian Dunne*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.elements import WORD, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.phrases import bare

#: A person's name has at least so many words here: one alone may be of a place.
FULL = 2


class Office(NamedTuple):
    """What a phrase names, by places among its words.

    Attributes:
        kind: ``organization``, ``person``, ``unnamed_person`` or ``unnamed_collective``.
        name: From where to where the name is; None for who has none.
        role: The same of the role.
        head: The place of the noun that decides the kind.
    """

    kind: str
    name: tuple[int, int] | None
    role: tuple[int, int] | None
    head: int


def office(words: Sequence[Element], pack: LanguagePack) -> Office | None:
    """What a source phrase names by a body of several parts, or by what a person is; None for any other phrase."""
    first = next((i for i, word in enumerate(words) if word.low not in pack.determiners), len(words))
    if first + FULL > len(words):
        return None
    return _of_body(words, first, pack) or _of_role(words, first, pack)


def _of_body(words: Sequence[Element], first: int, pack: LanguagePack) -> Office | None:
    """*The Ministry of Health*, *a University of Oslo spokesman*, *University of Oslo professor Ana Ruiz*."""
    end = _capitals(words, first, len(words))
    if end == first or bare(words[end - 1].low) not in pack.organisations or words[end - 1].low.endswith("’s"):
        return None
    begun = end
    while (behind := _joined(words, end, pack)) > end:
        end = behind
    if end == begun or words[end - 1].low.endswith("’s"):
        return None
    tail = [word.low for word in words[end:]]
    if not tail or tail[0] in {",", "("} | pack.prepositions | pack.grammar.relatives:
        return Office("organization", (first, end), None, end - 1)
    noun = end
    while noun < len(words) and words[noun].kind == WORD and pack.kind_of(bare(words[noun].low)) not in VOICES:
        noun += 1
    if noun == len(words) or words[noun].low.endswith("’s") or words[noun].low in pack.grammar.both:
        return None
    last = _capitals(words, noun + 1, len(words))
    if last - noun > FULL:
        return Office("person", (noun + 1, last), (first, noun + 1), noun)
    kind = pack.kind_of(bare(words[noun].low))
    return Office(kind, None, (first, noun + 1), noun) if kind and last == noun + 1 else None


VOICES = frozenset({"unnamed_person", "unnamed_collective"})


def _joined(words: Sequence[Element], at: int, pack: LanguagePack) -> int:
    """Where a name goes on to from *of*, *for*, *and* or *the*; `at` where it does not."""
    if at == len(words) or words[at].low not in pack.grammar.in_bodies:
        return at
    names = at + 1
    if names < len(words) and words[names].low in pack.grammar.articles:
        names += 1
    end = names
    while end < len(words) and words[end].capital and bare(words[end].low) not in pack.roles:
        end += 1
    if words[at].low in pack.grammar.both and end - names != 1:
        return at  # "the Ministry of Health and Ana Ruiz"
    return end if end > names else at


def _of_role(words: Sequence[Element], first: int, pack: LanguagePack) -> Office | None:
    """*Professor of law Ian Dunne*, *the Archbishop of York Stephen Hale*: without an article, there is a name behind.

    Where nothing but the name of a place or body stands before it, a given name shows where it begins.
    """
    at = first
    while at < len(words) and (bare(words[at].low) in pack.roles or words[at].low in pack.titles):
        at += 1
    if at in (first, len(words)) or words[at].low not in pack.prepositions or words[at - 1].low.endswith("’s"):
        return None
    stops = {",", "("} | pack.grammar.relatives | pack.grammar.both
    end = next((i for i in range(at, len(words)) if words[i].low in stops), len(words))
    start = end
    while start > at and (words[start - 1].capital or words[start - 1].low in pack.particles):
        start -= 1
    before = words[start - 1]
    bound = before.low in pack.prepositions or before.low in pack.determiners or before.kind != WORD
    if bound or first:
        start = next((i for i in range(start + bound, end) if _given(words[start : i + 1], pack)), end)
    if end - start < FULL or not words[start].capital or words[end - 1].low.endswith("’s"):
        return None
    return Office("person", (start, end), (first, start), end - 1)


def _given(words: Sequence[Element], pack: LanguagePack) -> bool:
    """Whether the last of some words is a given name, and no part of a place's name such as *New Ross*."""
    if len(words[-1].text) == 1 and words[-1].capital:
        return True  # "K. Ramanathan"
    if words[-1].low not in pack.given_names:
        return False
    return not pack.place_name.match(" ".join(word.text for word in words[-2:]))


def _capitals(words: Sequence[Element], start: int, end: int) -> int:
    """The first word from a place on that has no capital."""
    return next((i for i in range(start, end) if not words[i].capital), end)
