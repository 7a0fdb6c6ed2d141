"""Whether what a reader gives beside its facts can stand in a record or a report: a fault in it is the reader's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sayso.errors import cut
from sayso.readers.fitting import unfit_extra
from sayso.records.parts import Relation
from sayso.text.span import Span
from sayso.text.visible import half_pair

if TYPE_CHECKING:
    from sayso.errors import ReadError
    from sayso.readers.draft import Draft
    from sayso.readers.left_out import LeftOut
    from sayso.records.record import Record

HASH = re.compile(r"[0-9a-f]{64}\Z")


def unfit_text(text: str) -> str | None:
    """Why a text cannot be that of an item; None where it can."""
    if not text.strip():
        return "the text of an item has words; where there are none, yield a ReadError, or nothing"
    half = half_pair(text)
    return None if half is None else f"the text has half of a surrogate pair at {half}, which is no character"


def unfit_draft(draft: Draft) -> str | None:
    """What is wrong with what a draft has beside its text and its facts; None where nothing is."""
    return (
        _unfit_item(draft.record_id, draft.media_type, draft.normalisation, draft.raw_sha256, draft.relations)
        or unfit_words(locator=draft.locator)
        or unfit_extra(draft.extra)
    )


def unfit_supplied(record: Record) -> str | None:
    """The same of a record that a reader supplies whole."""
    content, relations = record.content, list(record.relations)
    return (
        unfit_text(content.text)
        or _unfit_item(record.id, content.media_type, content.normalisation, content.raw_sha256, relations)
        or unfit_extra(record.extra)
    )


def _unfit_item(
    own: object, media_type: object, normalisation: object, sha256: object, relations: object
) -> str | None:
    for name, value in (("media_type", media_type), ("normalisation", normalisation)):
        if not _is_text(value):
            return f"{name} is a text, not {cut(value)}"
    if own is not None and not (_is_text(own) and own):
        return f"record_id is a text or None, not {cut(own)}"
    if sha256 is not None and not (isinstance(sha256, str) and HASH.match(sha256)):
        return f"raw_sha256 is a SHA-256 hash in 64 hexadecimal digits in small letters, not {cut(sha256)}"
    if not isinstance(relations, list):
        return f"relations is a list, not {cut(relations)}"
    return next(filter(None, map(_unfit_relation, relations)), None) if relations else None


def _unfit_relation(one: object) -> str | None:
    if not isinstance(one, Relation):
        return f"relations holds Relations, not {cut(one)}"
    values: tuple[object, ...] = (one.type, one.target, one.evidence or "")
    if all(map(_is_text, values)):
        return None
    return f"the type, target and evidence of a relation are texts, not {', '.join(map(cut, values))}"


def unfit_span(span: object, length: int) -> str | None:
    """What is wrong with a place in a text of so many characters; None where nothing is."""
    if not isinstance(span, Span):
        return f"a place is a Span, not {cut(span)}"
    start, end = span.start, span.end
    if type(start) is not int or type(end) is not int:
        return f"a place is between two whole numbers, not from {cut(start)} to {cut(end)}"
    return None if end <= length else f"a place ends at {end}, the text at {length}"


def unfit_places(places: Iterable[object]) -> str | None:
    """What is wrong with where a fact was looked for; None where nothing is."""
    for place in places:
        if not _is_text(place):
            return f"is looked for at places in words, not {cut(place)}"
    return None


def unfit_basis(basis: object, derived_from: Iterable[object]) -> str | None:
    """What is wrong with what a value follows from; None where nothing is."""
    for pointer in derived_from:
        if not isinstance(pointer, str):
            return f"derived_from is JSON Pointers such as /outlet, not {cut(pointer)}"
    return unfit_words(basis=basis)


def unfit_confidence(given: object) -> str | None:
    """What is wrong with how sure a reader is; None where nothing is."""
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= 1:
        return None
    return f"a confidence is a number from 0 to 1, not {cut(given)}"


def unfit_words(**given: object) -> str | None:
    """The first of what was given by name that is neither a text nor None, in words; None where all are."""
    return next(filter(None, (_words_or_none(name, value) for name, value in given.items())), None)


def unfit_left_out(one: LeftOut) -> str | None:
    """What is wrong with a word on what was left out; None where nothing is."""
    for name, value in (("kind", one.kind), ("reason", one.reason)):
        if not _is_text(value) or not value.strip():
            return f"the {name} of a LeftOut is a text, not {cut(value)}"
    number: object = one.number
    if number is not None and not (type(number) is int and number >= 0):
        return f"the number of a LeftOut is how many, or None for the rest, not {cut(number)}"
    return unfit_words(**{"the detail of a LeftOut": one.detail, "the locator of a LeftOut": one.locator})


def unfit_error(error: ReadError) -> str | None:
    """What is wrong with an error that a reader gives, as ``whose …``; None where nothing is."""
    words: tuple[object, ...] = (error.kind, error.message, error.locator or "")
    if not all(isinstance(one, str) for one in words):
        return "whose kind, message and locator are no texts"
    if not (error.kind.strip() and error.message.strip()):
        return f"without a kind or a message: {error.args!r:.90}"
    at: Any = error.at
    if at is not None and not (len(at) == 2 and all(type(one) is int and one > 0 for one in at)):
        return f"whose line and column do not count from 1: {cut(at)}"
    return None


def _words_or_none(name: str, value: object) -> str | None:
    return None if value is None or _is_text(value) else f"{name} is a text or None, not {cut(value)}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and half_pair(value) is None
