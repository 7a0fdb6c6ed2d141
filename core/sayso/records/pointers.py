"""Whether a JSON Pointer leads somewhere in a record, without writing the record in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.records.fact import Fact
from sayso.records.record import Record
from sayso.text.selectors import TextSelector

#: What pointers into a record begin with; its schema is beside them.
FIELDS = frozenset({"schema", *Record.__annotations__})
#: What the analysis writes into a record, which has none of it before.
OF_THE_ANALYSIS = frozenset({"speakers", "speakers_searched", "quotes", "claims", "attributions"})
#: Digits of the numbers that are looked up in lists.
MOST = 8


def is_there(pointer: str, record: Record | None) -> bool:
    """Whether a record has what a pointer leads to; what its analysis is yet to write counts as there.

    Args:
        record: None asks only for the first name.
    """
    begin, *names = pointer.split("/")
    if begin or not names or names[0] not in FIELDS:
        return False
    if record is None or (names[0] in OF_THE_ANALYSIS and not _analysed(record)):
        return True
    if len(names) == 1:
        return True
    at: Any = record
    for name in names:
        key = name.replace("~1", "/").replace("~0", "~") if "~" in name else name
        if isinstance(at, Mapping):
            if key not in at:
                return False
            at = at[key]
        elif isinstance(at, tuple | list):
            if not _counts(key) or int(key) >= len(at):
                return False
            at = at[int(key)]
        elif not _has(at, key):
            return False
        else:
            at = getattr(at, key, None)
    return True


def _analysed(record: Record) -> bool:
    return bool(record.speakers) or record.speakers_searched is not None


def _counts(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= MOST and (key == "0" or key[0] != "0")


def _has(value: object, key: str) -> bool:
    """Whether a part of a record has a field in JSON, where facts and selectors leave out what they have none of."""
    fields = {one.name: one for one in getattr(type(value), "__attrs_attrs__", ())}
    if key not in fields:
        return isinstance(value, TextSelector) and key == "type"
    if isinstance(value, Fact):
        return key in ("value", "status", "plugin") or getattr(value, key) not in (None, ())
    return not isinstance(value, TextSelector) or getattr(value, key) != fields[key].default
