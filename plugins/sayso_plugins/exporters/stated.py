"""What a record states in a way that a standard without provenance can pass on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from sayso import Fact, Pattern, Quote, Record, Speaker, Status

T = TypeVar("T")
#: RFC 3339 with seconds and an offset: what ``date-time`` of JSON Schema asks for.
INSTANT = Pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\Z")
MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』＂")
#: RFC 3986: a scheme and something behind it, without white space.
ADDRESS = Pattern(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")


def stated(fact: Fact[T]) -> T | None:
    """The value that somebody gives; None for what is missing and for what was only inferred."""
    return None if fact.status is Status.INFERRED else fact.value


def instant(written: str | None) -> str | None:
    """A date as RFC 3339 where it is an instant; None for a day, and for a time whose zone is unknown."""
    if written is None:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", written):
        written = f"{written[:16]}:00{written[16:]}"
    return written if INSTANT.match(written) else None


def address(written: str | None) -> str | None:
    """An absolute address, or None where it is none."""
    return written if written and ADDRESS.match(written) else None


def identity(record: Record) -> str:
    """The record's id as a URI; an id that is none becomes part of one."""
    from urllib.parse import quote

    return address(record.id) or f"urn:sayso:id:{quote(record.id, safe='')}"


def speakers(record: Record) -> dict[str, Speaker]:
    """The speakers by id."""
    return {speaker.id: speaker for speaker in record.speakers}


def quoted(quote: Quote, text: str) -> str:
    """The words of a quotation without its marks."""
    words = quote.span.of(text)
    opened = words[:1] in MARKS
    return words[opened : len(words) - (words[-1:] in MARKS and len(words) > 1)].strip() or words


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what has no value."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, ())}


def line(value: Any) -> str:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def pieces(record: Record) -> Iterator[tuple[str, str, str | None]]:
    """The claims that need a source, with id, words and the id of the speaker on whose word they stand."""
    by = {attribution.id: attribution.speaker for attribution in record.attributions}
    for claim in record.claims:
        if claim.contestable.known:
            yield claim.id, claim.span.of(record.text), by.get(claim.attribution or "")
