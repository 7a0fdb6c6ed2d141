"""Laws of pointers into a record: what leads somewhere in its JSON leads somewhere in the record, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records.codec import record_to_json
from sayso.records.pointers import is_there
from sayso.testing.strategies import records


def pointers(value: Any, begin: str = "") -> Iterator[str]:
    """Every place in a JSON value."""
    if begin:
        yield begin
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in parts:
        yield from pointers(one, f"{begin}/{str(key).replace('~', '~0').replace('/', '~1')}")


@settings(max_examples=30, deadline=None)
@given(records())
def test_every_place_of_the_json_is_in_the_record(record):
    """Facts with their evidence, the values in them, and what came along."""
    lost = [pointer for pointer in pointers(record_to_json(record)) if not is_there(pointer, record)]
    assert lost == []


@settings(max_examples=30, deadline=None)
@given(records(), st.data())
def test_what_the_json_has_not_the_record_has_not(record, data):
    """A name or a number more or less, or another one, leads nowhere."""
    whole = record_to_json(record)
    known = sorted(set(pointers(whole)))
    names = st.sampled_from(["value", "x", "0", "7", "01", "-1", "", "type", "basis", "exact", "name", "~1"])
    begin = data.draw(st.sampled_from([*known, ""]))
    asked = f"{begin.rpartition('/')[0] if data.draw(st.booleans()) else begin}/{data.draw(names)}"
    there = asked in known
    if (
        record.speakers
        or record.speakers_searched is not None
        or asked.split("/")[1] not in (*("speakers", "speakers_searched", "quotes", "claims", "attributions"),)
    ):
        assert is_there(asked, record) == there
