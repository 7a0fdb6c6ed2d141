"""Findings with their places in the file that the item came from."""

from __future__ import annotations

from sayso.frozen import evolve
from sayso.records.fact import Fact
from sayso.records.record import LIST_FACTS, SINGLE_FACTS, Record
from sayso.report import Place, ReportedFinding
from sayso.text.location import Location, Locations
from sayso.text.span import Span


def located(findings: tuple[ReportedFinding, ...], record: Record, locations: Locations) -> tuple[ReportedFinding, ...]:
    """The findings, each with the places of its words, or of what it is about where it has none."""
    return tuple(
        evolve(one, spans=_places(one.spans, locations), related=_places(one.related, locations))
        if one.spans
        else evolve(one, related=_places(one.related, locations), location=_about(one.facts, record, locations))
        for one in findings
    )


def _places(places: tuple[Place, ...], locations: Locations) -> tuple[Place, ...]:
    # Written out, since there are many and `evolve` is slow.
    return tuple(
        Place(one.start, one.end, one.exact, one.line, one.column, locations.of_words(Span(one.start, one.end)))
        for one in places
    )


def _about(facts: tuple[str, ...], record: Record, locations: Locations) -> Location | None:
    """The first of the facts that stands somewhere; else where the item begins."""
    for pointer in facts:
        found = locations.of_fact(pointer) or _unknown_key(pointer, record, locations)
        for fact in _facts(pointer, record) if found is None else ():
            found = _of_fact(fact, locations)
            if found is not None:
                break
        if found is not None:
            return found
    return locations.of_item()


def _unknown_key(pointer: str, record: Record, locations: Locations) -> Location | None:
    """The first of the keys of a plain item that were kept for want of a better place."""
    names = record.extra.get("unknown_keys") if pointer == "/extra" else None
    if not isinstance(names, list) or not names:
        return None
    return locations.of_value("/" + str(names[0]).replace("~", "~0").replace("/", "~1"))


def _facts(pointer: str, record: Record) -> tuple[Fact[object], ...]:
    name, _, number = pointer.removeprefix("/").partition("/")
    if name in SINGLE_FACTS:
        return (getattr(record, name),)
    if name not in LIST_FACTS:
        return ()
    facts: tuple[Fact[object], ...] = getattr(record, name)
    return facts[int(number) : int(number) + 1] if number.isdecimal() and len(number) < 9 else facts


def _of_fact(fact: Fact[object], locations: Locations) -> Location | None:
    if fact.source_field is not None:
        return locations.of_value(fact.source_field.pointer)
    return next((found for span in fact.spans if (found := locations.of_words(span)) is not None), None)
