"""The rule provenance/conflicting-assertions."""

from collections.abc import Iterator
from typing import Any

from sayso import Clean, DateValue, Fact, Finding, Flagged, Item, Org, Policy, Severity, Status, rule

SURE = 0.85
#: What sites vary on purpose: headlines for search engines, and short addresses.
VARIED = frozenset({"/headline", "/uri"})


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
        Clean(
            "The mill closed.",
            "Cut off to the minute.",
            record=_dated("2026-05-03T08:00:31+00:00", "2026-05-03T08:00:00+00:00"),
        ),
        Clean(
            "The mill closed.", "A time of no zone.", record=_dated("2026-05-03T08:00:00+00:00", "2026-05-03T10:00:00")
        ),
        Flagged("The mill closed.", record=_dated("2026-05-03T08:00:00+00:00", "2026-05-03T10:07:00")),
        Clean("By Ana Ruiz\n\nThe mill closed.", "An account is nobody else.", {"author": "newsdesk2"}),
        Clean("By Ana Ruiz and Jo Berg\n\nThe mill closed.", "It says less.", {"author": "Ana Ruiz"}),
        Flagged(
            "By Ana Ruiz and Jo Berg\n\nThe mill closed.",
            at="Ana Ruiz and Jo Berg",
            item={"author": ["Ana Ruiz", "Per Lind"]},
        ),
    ],
    known_false_alarms="An owner whose name has no word for one; a columnist's name beside a pseudonym.",
    languages=(),
)
def conflicting_assertions(item: Item) -> Iterator[Finding]:
    """Whichever value is used, a reader of the other one is misled.

    Values are compared by what they mean. Times are moments; one without a zone may be of any, and one that is cut off
    is the same. A name and its short form, its initials, its host or its owner are one outlet; an office, an account
    or the house that signs in metadata beside a person is nobody else, and whoever names fewer people says less.
    Headlines that share half of their words are one, and so are addresses of one host; others that differ, as for
    search engines or to be short, are for information.
    """
    several = [(pointer, fact) for pointer, fact in item.record.facts() if fact.alternatives]
    if not several:
        return
    # Few items have such facts, and the start of the program need not wait for what compares them.
    from sayso_plugins.rules.provenance._differing import differ

    for pointer, fact in several:
        stated = [one for one in (fact, *fact.alternatives) if _is_stated(pointer, one)]
        apart = [one for one in stated[1:] if differ(pointer, stated[0].value, one.value)]
        apart = [one for i, one in enumerate(apart) if all(differ(pointer, one.value, two.value) for two in apart[:i])]
        if not apart:
            continue
        shown = (stated[0], *apart)
        values = " and as ".join(f"{_shown(one.value)} ({_where(one)})" for one in shown)
        spans = tuple(span for one in stated for span in one.spans)
        severity = Severity.INFO if pointer in VARIED else None
        yield Finding(f"{pointer.lstrip('/')} is given as {values}", spans=spans, facts=(pointer,), severity=severity)


def _is_stated(pointer: str, fact: Fact[Any]) -> bool:
    """Whether the publisher says it: in metadata, or in the item's own byline or date line."""
    if fact.status is Status.ASSERTED:
        return True
    return (
        pointer in ("/author", "/date_published") and fact.status is Status.EXTRACTED and (fact.confidence or 0) >= SURE
    )


def _where(fact: Fact[Any]) -> str:
    return fact.source_field.pointer if fact.source_field else "in the text"


def _shown(value: Any) -> str:
    if isinstance(value, Org):
        return repr(value.name)
    if isinstance(value, tuple):
        return repr(", ".join(agent.name for agent in value))
    return repr(value.shown if isinstance(value, DateValue) else value)
