"""Findings with their places in the file that the item came from."""

from __future__ import annotations

from sayso.frozen import evolve
from sayso.records.fact import Fact
from sayso.records.record import LIST_FACTS, SINGLE_FACTS, Record
from sayso.report import Place, ReportedFinding
from sayso.text.location import Location, Locations, place_given
from sayso.text.span import Span


def located(findings: tuple[ReportedFinding, ...], record: Record, locations: Locations) -> tuple[ReportedFinding, ...]:
    """The findings, each with the places of its words, or of what it is about where it has none.

    Raises:
        Exception: Whatever the locations of a plugin's reader raise; ``TypeError`` where they give what is no place.
    """
    return tuple(
        evolve(one, spans=_places(one.spans, locations), related=_places(one.related, locations))
        if one.spans
        else evolve(one, related=_places(one.related, locations), location=_about(one.facts, record, locations))
        for one in findings
    )


def _places(places: tuple[Place, ...], locations: Locations) -> tuple[Place, ...]:
    # Written out, since there are many and `evolve` is slow.
    return tuple(
        Place(one.start, one.end, one.exact, one.line, one.column, _of_words(Span(one.start, one.end), locations))
        for one in places
    )


def _about(facts: tuple[str, ...], record: Record, locations: Locations) -> Location | None:
    """The first of the facts that stands somewhere; else where the item begins."""
    for pointer in facts:
        found = place_given(locations.of_fact(pointer), "of_fact") or _unknown_key(pointer, record, locations)
        for fact in _facts(pointer, record) if found is None else ():
            found = _of_fact(fact, locations)
            if found is not None:
                break
        if found is not None:
            return found
    return place_given(locations.of_item(), "of_item")


def _unknown_key(pointer: str, record: Record, locations: Locations) -> Location | None:
    """The first of the keys of a plain item that were kept for want of a better place."""
    names = record.extra.get("unknown_keys") if pointer == "/extra" else None
    if not isinstance(names, list) or not names:
        return None
    return _of_value("/" + str(names[0]).replace("~", "~0").replace("/", "~1"), locations)


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
        return _of_value(fact.source_field.pointer, locations)
    return next((found for span in fact.spans if (found := _of_words(span, locations)) is not None), None)


def _of_words(span: Span, locations: Locations) -> Location | None:
    return place_given(locations.of_words(span), "of_words")


def _of_value(pointer: str, locations: Locations) -> Location | None:
    return place_given(locations.of_value(pointer), "of_value")
