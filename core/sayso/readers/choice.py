"""Which of several values of a fact counts, and what the operator's facts are to a record that came whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.frozen import evolve
from sayso.records.fact import ConfigRef, Fact, PluginRef, Status
from sayso.records.record import LIST_FACTS, Record

#: Which assertion wins where there are several: configuration in mode override comes before all.
ORDER = (Status.ASSERTED, Status.CONFIGURED, Status.EXTRACTED, Status.INFERRED)
#: Who states the facts that the operator sets.
CONFIGURATION = PluginRef("configuration", "1")


#: Among how many facts before it one is looked for again.
NEAR = 8


def state(stated: list[Fact[Any]], fact: Fact[Any]) -> None:
    """Add a fact to those that are stated already; what says the same from the same place is one, the surer."""
    for number in range(max(0, len(stated) - NEAR), len(stated)):
        if _is_same(stated[number], fact):
            if (fact.confidence or 0) > (stated[number].confidence or 0):
                stated[number] = fact
            return
    stated.append(fact)


def _is_same(one: Fact[Any], other: Fact[Any]) -> bool:
    """Whether two facts are one but for who states it and how sure: a basis tells only inferred ones apart."""
    return (
        one.status is other.status
        and one.value == other.value
        and one.selectors == other.selectors
        and one.source_field == other.source_field
        and one.config_ref == other.config_ref
        and one.looked_in == other.looked_in
        and (one.status is not Status.INFERRED or (one.basis, one.derived_from) == (other.basis, other.derived_from))
    )


def best_of(stated: Sequence[Fact[Any]]) -> Fact[Any]:
    """The fact that counts, with the others as its alternatives; of equals, the first stated wins."""
    if len(stated) == 1:
        return stated[0]
    best, *others = sorted(stated, key=_rank)
    return best.with_alternatives(tuple(others))


def _rank(fact: Fact[Any]) -> tuple[int, float]:
    if fact.config_ref and fact.config_ref.mode == "override":
        return (-1, 0.0)
    return (ORDER.index(fact.status), -(fact.confidence or 0.0))


def with_configured(record: Record, configured: Iterable[tuple[str, Any, ConfigRef]], at: str | None = None) -> Record:
    """A record that came whole, with the facts that the configuration sets for its file.

    They take the place that they would have among those of a draft; one that the record has already is not added.
    """
    for name, value, ref in configured:
        fact: Fact[Any] = Fact.configured(value, CONFIGURATION, ref=ref, at=at)
        had = getattr(record, name)
        stated = [one for each in (had if name in LIST_FACTS else (had,)) for one in (each, *each.alternatives)]
        if any(one.value == value and one.config_ref == ref for one in stated):
            continue
        known = [evolve(one, alternatives=()) if name not in LIST_FACTS else one for one in stated if one.known]
        record = evolve(record, **{name: (*known, fact) if name in LIST_FACTS else best_of([*known, fact])})
    return record
