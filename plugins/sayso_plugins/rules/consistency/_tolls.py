"""The dead as an item counts them at first, and as it speaks of them later: *the 14 people who died*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso import Item, Sentence, Span, WordList

PEOPLE = frozenset(
    """people persons passengers soldiers civilians workers miners children students men women protesters officers
    firefighters pilgrims tourists residents sailors villagers fans employees crew victims migrants inmates patients
    climbers pupils prisoners""".split()
)
DIED = frozenset({"died", "dead", "killed"})
BE = frozenset({"were", "are", "was", "have", "been"})
#: Without one of these no sentence gives a toll.
SIGNS = WordList(DIED | {"victims"})
ROUGHLY = frozenset({"about", "over", "to", "than", "some", "around", "nearly", "almost"})
ALL = WordList({"the", "all", "those"})


class Toll(NamedTuple):
    """A number of dead.

    Attributes:
        known: Whether the sentence takes them for known: *the 14 who died*.
        least: Whether there may be more: *at least 14*.
    """

    value: int
    known: bool
    span: Span
    least: bool = False


def tolls(item: Item, sentence: Sentence, number: Callable[[str], int | None]) -> Iterator[Toll]:
    """The numbers of dead that the narration of a sentence gives, in its order."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    for at, low in enumerate(lows):
        value = number(low)
        if value is None or (at and lows[at - 1] in ROUGHLY):
            continue
        behind = lows[at + 1 : at + 6]
        noun = bool(behind) and behind[0] in PEOPLE
        after = behind[noun:]
        end = elements[at + noun].end
        known = at > 0 and lows[at - 1] in ALL
        if known and (after[:1] == ["dead"] or behind[:1] == ["victims"] or _who_died(after)):
            yield Toll(value, True, Span(elements[at].start, end))
        least = lows[max(0, at - 2) : at] == ["at", "least"]
        first = at - 2 * least
        if not known and noun and _died(after, lows[max(0, first - 1) : first]):
            yield Toll(value, False, Span(elements[at].start, end), least)


def _who_died(after: list[str]) -> bool:
    """Whether they are those *who died*, or *who were killed*."""
    return after[:1] == ["who"] and bool(DIED & set(after[1:2] if after[1:2] and after[1] not in BE else after[2:3]))


def _died(after: list[str], before: list[str]) -> bool:
    """Whether it is said that so many *died*, *were killed*, or that something *killed* so many."""
    if before in (["killed"], ["killing"]):
        return True
    return bool(DIED & set(after[:1])) or (after[:1] != [] and after[0] in BE and bool(DIED & set(after[1:3])))
