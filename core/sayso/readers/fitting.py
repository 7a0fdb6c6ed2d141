"""Whether a value is one that a fact can hold: what is none would pass for a fact, and silence the rules about it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from difflib import get_close_matches
from types import NoneType
from typing import Any

from sayso.errors import RecordError, said
from sayso.records.parts import SECTION_KINDS
from sayso.records.record import ITEM_TYPES, LIST_FACTS, SINGLE_FACTS, Record
from sayso.records.values import AGENT_KINDS, NOTE_KINDS, ORG_KINDS, Agent, DateValue, InfoSource, Note, Org
from sayso.text.visible import half_pair

MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
YEAR = re.compile(r"[0-9]{4}\Z")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})?\Z"
)
#: A scheme, and something behind it; blanks are written as ``%20`` there.
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+:[^\s\x00-\x1f\x7f\ud800-\udfff]++\Z")
#: What else the values of facts hold: a text, or None too where there may be none; True or False; several texts.
PARTS: dict[type, tuple[tuple[str, tuple[type, ...], str], ...]] = {
    Org: (
        *((name, (str, NoneType), "a text or None") for name in ("short_name", "id", "url", "owner", "profile")),
        ("funders", (tuple,), "a tuple of texts"),
        ("no_bylines_policy", (bool,), "True or False"),
    ),
    Agent: (("role", (str, NoneType), "a text or None"),),
    Note: (
        ("text", (str, NoneType), "a text or None"),
        ("href", (str, NoneType), "a text or None"),
        ("scope", (str,), "outlet or item"),
        ("self_asserted", (bool,), "True or False"),
    ),
    InfoSource: (("role", (str,), "a text"), ("id", (str, NoneType), "a text or None")),
}
BOILERPLATE = re.compile(r"boilerplate(?:\.[a-z_]+)?\Z")

#: How a date of each precision is written.
FORMS = {
    "year": "2026",
    "month": "2026-05",
    "day": "2026-05-04",
    "minute": "2026-05-04T08:30:00, with the offset behind it where it is known",
    "second": "2026-05-04T08:30:15, with the offset behind it where it is known",
}


def unfit(name: str, value: Any) -> str | None:
    """What is wrong with a value for a fact, as ``holds …, not …``; None where nothing is.

    Raises:
        RecordError: If a record has no such fact.
    """
    look = HOLDS.get(name)
    if look is None:
        raise RecordError(f"a record has no fact {name!r}; it has {', '.join(HOLDS)}")
    return look(value)


def fitting(name: str, value: Any) -> Any:
    """The value itself, if a fact can hold it.

    Raises:
        RecordError: If it cannot; says what is expected.
    """
    problem = unfit(name, value)
    if problem is not None:
        raise RecordError(f"the fact {problem}")
    return value


def unfit_section(kind: Any) -> str | None:
    """What is wrong with a kind of section; None where nothing is."""
    if kind in SECTION_KINDS or (isinstance(kind, str) and BOILERPLATE.match(kind)):
        return None
    return f"is one of {_listed(SECTION_KINDS)}, or boilerplate with a word such as boilerplate.legal, not {kind!r:.60}"


def unfit_record(record: Record) -> str | None:
    """The first fact or section of a record that holds what it cannot, in words; None where none does."""
    for name in SINGLE_FACTS:
        fact = getattr(record, name)
        for one in (fact, *fact.alternatives):
            problem = unfit(name, one.value) if one.value is not None else None
            if problem:
                return f"/{name}: the fact {name} {problem}"
    for name in LIST_FACTS:
        for number, fact in enumerate(getattr(record, name)):
            problem = unfit(name, fact.value) if fact.value is not None else None
            if problem:
                return f"/{name}/{number}: the fact {name} {problem}"
    for number, section in enumerate(record.sections):
        problem = unfit_section(section.kind)
        if problem:
            return f"/sections/{number}/kind: the kind of a section {problem}"
    return None


def unfit_extra(extra: Any) -> str | None:
    """Why what came along cannot be kept; None where it can."""
    if extra == {}:
        return None
    try:
        json.dumps(extra, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        return f"extra holds what JSON cannot: {said(error)}"
    return None if isinstance(extra, dict) else f"extra is a table, not {type(extra).__name__}"


def is_address(words: str) -> bool:
    """Whether a text is a URI or an IRI with its scheme."""
    return ADDRESS.match(words) is not None


def _listed(known: Any) -> str:
    return ", ".join(known)


def _of_type(kind: type, value: Any) -> str | None:
    return None if isinstance(value, kind) else f"holds a value of type {kind.__name__}, not {value!r:.60}"


def _one_of(known: tuple[str, ...], value: Any, what: str = "holds") -> str | None:
    if value in known:
        return None
    near = get_close_matches(str(value).lower().replace(" ", "_"), known, 1)
    meant = f"; is {near[0]!r} meant?" if near else ""
    return f"{what} one of {', '.join(known)}, not {value!r:.60}{meant}"


def _blank(value: Any) -> bool:
    return not isinstance(value, str) or not value or value.isspace() or half_pair(value) is not None


def _unfit_part(value: Any) -> str | None:
    """The first of the other parts of a value that is of another type, or cannot be written."""
    for name, kinds, written in PARTS[type(value)]:
        part = getattr(value, name)
        texts = part if isinstance(part, tuple) else (part,) if isinstance(part, str) else ()
        if not isinstance(part, kinds) or not all(isinstance(one, str) and half_pair(one) is None for one in texts):
            return f"holds {type(value).__name__} whose {name} is {written}, not {part!r:.60}"
    return None


def _text(value: Any) -> str | None:
    if isinstance(value, str) and value and not value.isspace():
        half = half_pair(value)
        return None if half is None else f"holds characters, and {value!r:.60} has half of a surrogate pair"
    if not isinstance(value, str):
        return _of_type(str, value)
    return f"holds words, not {value!r:.60}; for what is not there, say looked"


def _item_type(value: Any) -> str | None:
    return None if value in ITEM_TYPES else _one_of(ITEM_TYPES, value)


def _uri(value: Any) -> str | None:
    if not isinstance(value, str):
        return _of_type(str, value)
    if ADDRESS.match(value):
        return None
    return f"holds an address with its scheme and without blanks, such as https://example.org/mill, not {value!r:.60}"


def _outlet(value: Any) -> str | None:
    if not isinstance(value, Org):
        return _of_type(Org, value)
    if _blank(value.name):
        return f"holds an Org with a name, not {value.name!r:.60}"
    if value.kind is not None and value.kind not in ORG_KINDS:
        return _one_of(ORG_KINDS, value.kind, "holds an Org whose kind is")
    return _unfit_part(value)


def _author(value: Any) -> str | None:
    if not isinstance(value, tuple) or not all(isinstance(one, Agent) for one in value):
        return f"holds a value of type tuple of Agent, not {value!r:.60}"
    if not value:
        return "holds at least one Agent, not (); for an item that nobody signs, say looked"
    for one in value:
        if _blank(one.name):
            return f"holds Agents with names, not {one.name!r:.60}"
        if one.kind not in AGENT_KINDS:
            return _one_of(AGENT_KINDS, one.kind, "holds Agents whose kind is")
        if (odd := _unfit_part(one)) is not None:
            return odd
    return None


def _date(value: Any) -> str | None:
    if not isinstance(value, DateValue):
        return _of_type(DateValue, value)
    if value.precision not in FORMS:
        return _one_of(tuple(FORMS), value.precision, "holds a DateValue whose precision is")
    written: object = value.value  # whatever a reader put there
    if not isinstance(written, str) or not _written(written, value.precision):
        return f"holds a date of precision {value.precision} as {FORMS[value.precision]}, not {value.value!r:.60}"
    if _blank(value.raw):
        return f"holds a DateValue whose raw is the words it was read from, not {value.raw!r:.60}"
    return None if value.zone is None or not _blank(value.zone) else f"holds a zone as +02:00, not {value.zone!r:.60}"


def _written(value: str, precision: str) -> bool:
    try:
        if precision == "day":
            return DAY.match(value) is not None and date.fromisoformat(value) is not None
        if precision in ("minute", "second"):
            return MOMENT.match(value) is not None and datetime.fromisoformat(value) is not None
    except ValueError:
        return False
    return (MONTH if precision == "month" else YEAR).match(value) is not None


def _note(value: Any) -> str | None:
    if not isinstance(value, Note):
        return _of_type(Note, value)
    if value.kind not in NOTE_KINDS:
        return _one_of(NOTE_KINDS, value.kind, "holds a Note whose kind is")
    without = _blank(value.text) and _blank(value.href)
    return _unfit_part(value) or ("holds a Note with a text or an href, not one without" if without else None)


def _info_source(value: Any) -> str | None:
    if not isinstance(value, InfoSource):
        return _of_type(InfoSource, value)
    return f"holds an InfoSource with a name, not {value.name!r:.60}" if _blank(value.name) else _unfit_part(value)


#: What is asked of the value of each fact.
HOLDS: dict[str, Callable[[Any], str | None]] = {
    "language": _text,
    "item_type": _item_type,
    "headline": _text,
    "uri": _uri,
    "outlet": _outlet,
    "author": _author,
    "date_published": _date,
    "date_modified": _date,
    "dateline_date": _date,
    "dateline_place": _text,
    "independence": _note,
    "info_sources": _info_source,
}
