"""Whether the evidence of a record leads back to what was read."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from sayso.errors import SaysoError
from sayso.readers.document import Document
from sayso.readers.fitting import unfit_record
from sayso.records.codec import record_from_json, record_to_json
from sayso.records.fact import Fact, Status
from sayso.records.record import LIST_FACTS, SINGLE_FACTS, Record
from sayso.records.values import Agent, DateValue, InfoSource, Note, Org
from sayso.text.span import Span
from sayso.validation import validate

#: Gives the words at a pointer of a document; raises ``LookupError`` or ``ValueError`` where it leads nowhere.
At = Callable[[str], str]
#: Facts whose values are words of sayso's, and not of the document.
OURS = ("/item_type", "/language")
#: Facts that readers state; the others are the analysis's.
STATED = (*SINGLE_FACTS, *LIST_FACTS)


def problems_of(record: Record, at: At | None) -> Iterator[str]:
    """What is wrong with a record that a reader made.

    Args:
        at: What stands at a pointer of the document; None follows no pointer.
    """
    plain = record_to_json(record)
    for problem in validate(plain, "record"):
        yield f"not valid by the schema record: {problem.pointer}: {problem.message}"
    try:
        if record_from_json(json.loads(json.dumps(plain))) != record:
            yield "it comes back from JSON as another record"
    except (TypeError, ValueError, SaysoError) as error:
        yield f"it cannot go through JSON: {error}"
    if (unfit := unfit_record(record)) is not None:
        yield unfit
    if "\0" in record.text:
        yield "its text holds a NUL"
    for pointer, fact in record.facts():
        for one in (fact, *fact.alternatives):
            yield from (f"{pointer}: {problem}" for problem in _of_fact(one, record, at, pointer))
    for name, span in _spans(record):
        if span.end > len(record.text):
            yield f"{name} ends at {span.end}, the text at {len(record.text)}"
    sections = sorted(record.sections, key=lambda one: one.span)
    for before, after in pairwise(sections):
        if after.span.start < before.span.end:
            yield (
                f"the sections {before.kind} ({before.span.start}..{before.span.end}) and {after.kind} "
                f"({after.span.start}..{after.span.end}) overlap; a stretch of the text is of one kind"
            )


def _of_fact(fact: Fact[Any], record: Record, at: At | None, pointer: str) -> Iterator[str]:
    for selector in fact.selectors:
        if not selector.matches(record.text):
            yield f"the words {selector.exact!r} do not stand at {selector.start}..{selector.end} of the text"
    if fact.selectors and fact.content_sha256 != record.content.sha256:
        yield "its selectors are for another text"
    elif fact.status is Status.EXTRACTED and not fact.basis and pointer not in OURS and pointer.split("/")[1] in STATED:
        yield from _not_there(fact, record)
    if fact.status is not Status.ASSERTED or fact.source_field is None or at is None:
        return
    where = fact.source_field.pointer
    try:
        found = html.unescape(" ".join(" ".join(at(one) for one in where.split(" | ")).split()))
    except (LookupError, ValueError, TypeError):
        yield f"there is nothing at {where}, which the value is said to be from"
        return
    if pointer in OURS:
        return
    for words in words_of(fact.value):
        absent = [word for word in words.split() if word not in found]
        if absent:
            yield f"the value {words!r} does not stand at {where}, where {found[:80]!r} is"


def _not_there(fact: Fact[Any], record: Record) -> Iterator[str]:
    """The parts of an extracted value that do not stand in the words that it is said to be from."""
    found = " ".join(record.text[span.start : span.end] for span in fact.spans)
    folded = _folded(found)
    ways = [list(words_of(fact.value))]
    if isinstance(fact.value, Org) and fact.value.short_name:
        ways.append([fact.value.short_name])
    absent = [[one for one in way if not all(word in folded for word in _folded(one).split())] for way in ways]
    if all(absent):
        yield (
            f"the value {absent[0][0]!r} does not stand in {found[:80]!r}, which it is said to be from; where it "
            "follows from these words, say how with basis=, or state it as inferred"
        )


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def words_of(value: Any) -> Iterator[str]:
    """The words of a value that its place must hold."""
    if isinstance(value, tuple):
        for one in value:
            yield from words_of(one)
    elif isinstance(value, DateValue):
        yield value.raw
    elif isinstance(value, Note):
        yield value.href or value.text or ""
    elif isinstance(value, Org | Agent | InfoSource):
        yield value.name
    elif isinstance(value, str):
        yield value


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    """The spans of a record that are no selectors, by where they stand."""
    for number, section in enumerate(record.sections):
        yield f"/sections/{number}", section.span
        if section.label is not None:
            yield f"/sections/{number}/label", section.label
    for number, attribution in enumerate(record.attributions):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            yield f"/attributions/{number}", span
    for number, correction in enumerate(record.corrections):
        if correction.span is not None:
            yield f"/corrections/{number}", correction.span
    for number, speaker in enumerate(record.speakers):
        for span in speaker.mentions:
            yield f"/speakers/{number}", span


def json_at(data: bytes) -> At:
    """Look-up by JSON Pointer (RFC 6901): the texts at a place and below it.

    Raises:
        ValueError: If the bytes are no JSON.
    """
    loaded = json.loads(data)

    def at(pointer: str) -> str:
        return text_at(loaded, pointer)

    return at


def text_at(value: Any, pointer: str) -> str:
    """The texts at a JSON Pointer of a value and below it.

    Raises:
        LookupError: Or ValueError or TypeError, if it leads nowhere.
    """
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return " ".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)


def places_of(document: Document, record: Record, given: Callable[[bytes], At] | None) -> At | None:
    """How to look up the pointers of a record; None where the document is no JSON and nobody says how.

    Args:
        given: What makes a look-up of the bytes of a document.
    """
    if document.item is not None:
        item: Mapping[str, Any] = document.item
        return lambda pointer: text_at(item, pointer)
    data = document.read()
    if given is not None:
        look_up = given(data)
        if not callable(look_up):
            raise TypeError(
                f"at= gives {type(look_up).__name__} for a document's bytes; it must give a function that takes a "
                "pointer and gives the words there"
            )
        return look_up
    locator = record.retrieval.locator or ""
    if locator.startswith("line ") and locator[5:].isdigit():
        lines = data.split(b"\n")
        data = lines[int(locator[5:]) - 1]
    try:
        whole = json_at(data)
    except ValueError:
        return None

    def at(pointer: str) -> str:
        try:
            return whole(pointer)
        except (LookupError, ValueError, TypeError):
            if not locator.startswith("/"):
                raise
            return whole(locator + pointer)

    return at
