"""The rule provenance/conflicting-assertions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sayso import Agent, Clean, DateValue, Fact, Finding, Flagged, Item, Org, Policy, Status, rule

SURE = 0.85


def _dated(*values: str) -> dict[str, Any]:
    """What a record has, by pointer, whose date two tags of a page give: the one taken first."""
    facts = [
        {
            "value": {"value": value, "precision": "minute" if "T" in value else "day", "raw": value},
            "status": "asserted",
            "plugin": {"name": "page", "version": "1"},
            "source_field": {"pointer": pointer},
        }
        for value, pointer in zip(values, ("/datePublished", "meta article:published_time"), strict=True)
    ]
    return {"/date_published": {**facts[0], "alternatives": facts[1:]}}


@rule(
    "provenance/conflicting-assertions",
    "Two places of the supplied metadata give different values for one fact.",
    since="0.1",
    certainty="exact",
    confidence=0.95,
    cure="Correct the metadata, or decide with a configured fact in mode override.",
    policies=[Policy("practice", "Extractors meet pages whose tags disagree; which one was believed must be visible.")],
    examples=[
        Flagged("The mill closed.", item={"author": "Ana Ruiz", "authors": ["Jo Berg"]}),
        Flagged("By Jo Berg\n\nThe mill closed.", at="Jo Berg", item={"author": "Ana Ruiz"}),
        Flagged("The mill closed.", record=_dated("2026-05-03", "2026-05-02")),
        Flagged("The mill closed.", record=_dated("2026-05-03T08:00:00+00:00", "2026-05-03T08:00:00+02:00")),
        Flagged(
            "Mill closes\n\nPublished: 2 May 2026\n\nThe mill closed, the city said.",
            at="2 May 2026",
            item={"date_published": "2026-05-04"},
        ),
        Clean(
            "The mill closed.",
            "One instant in two time zones.",
            record=_dated("2026-05-03T08:00:00+00:00", "2026-05-03T10:00:00+02:00"),
        ),
        Clean("The mill closed.", "A day, and a time on it.", record=_dated("2026-05-03", "2026-05-03T10:00:00+02:00")),
        Clean("By Ana Ruiz and Jo Berg\n\nThe mill closed.", "In another order.", {"author": ["Jo Berg", "Ana Ruiz"]}),
        Clean(
            "LARKMOOR (XYZ) - The mill closed, the city said.",
            "An agency that is credited is no second outlet.",
            {"outlet": "Example Post"},
        ),
        Clean("The mill closed.", "The same in other words.", {"author": "Ana Ruiz", "authors": ["ana ruiz"]}),
        Clean("The mill closed.", item={"author": "Ana Ruiz"}),
    ],
    known_false_alarms="One name in two forms, such as 'Ruiz, Ana', and a day cut off from a time in another zone.",
    languages=(),
)
def conflicting_assertions(item: Item) -> Iterator[Finding]:
    """Whichever value is used, a reader of the other one is misled.

    Values are compared by what they mean: names without regard to capitals, times as instants.
    """
    for pointer, fact in item.record.facts():
        if not fact.alternatives:
            continue
        stated = [one for one in (fact, *fact.alternatives) if _is_stated(pointer, one)]
        meanings = {_meaning(one.value): one for one in stated}
        if len(meanings) < 2 or _dates_agree([one.value for one in stated]):
            continue
        values = " and as ".join(f"{_shown(one.value)} ({_where(one)})" for one in meanings.values())
        spans = tuple(span for one in stated for span in one.spans)
        yield Finding(f"{pointer.lstrip('/')} is given as {values}", spans=spans, facts=(pointer,))


def _is_stated(pointer: str, fact: Fact[Any]) -> bool:
    """Whether the publisher says it: in metadata, or in the item's own byline or date line."""
    if fact.status is Status.ASSERTED:
        return True
    return (
        pointer in ("/author", "/date_published") and fact.status is Status.EXTRACTED and (fact.confidence or 0) >= SURE
    )


def _where(fact: Fact[Any]) -> str:
    return fact.source_field.pointer if fact.source_field else "in the text"


def _meaning(value: Any) -> Any:
    if isinstance(value, Org):
        return value.name.casefold()
    if isinstance(value, tuple):
        return frozenset(agent.name.casefold() for agent in value if isinstance(agent, Agent))
    if isinstance(value, DateValue):
        try:
            moment = datetime.fromisoformat(value.value)
        except ValueError:
            return value.value
        return moment.timestamp() if moment.tzinfo else value.value
    return value.casefold() if isinstance(value, str) else value


def _dates_agree(values: list[Any]) -> bool:
    """Whether dates differ only in how exact they are: a day and a time on it do not conflict."""
    if not all(isinstance(value, DateValue) for value in values):
        return False
    shortest = min((value.value for value in values), key=len)
    return all(value.value.startswith(shortest) for value in values)


def _shown(value: Any) -> str:
    if isinstance(value, Org):
        return repr(value.name)
    if isinstance(value, tuple):
        return repr(", ".join(agent.name for agent in value))
    return repr(value.shown if isinstance(value, DateValue) else value)
