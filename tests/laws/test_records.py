"""Laws of records."""

from __future__ import annotations

import json
import pickle

from hypothesis import given

from sayso import record_from_json, record_from_json_leniently, record_to_json
from sayso.testing.strategies import records
from sayso.validation import validate


@given(records())
def test_a_record_survives_json(record):
    """A record that goes out as JSON text and comes back is the same record."""
    assert record_from_json(json.loads(json.dumps(record_to_json(record)))) == record


@given(records())
def test_a_record_validates(record):
    """Every record that can be made is valid against the schema."""
    assert validate(json.loads(json.dumps(record_to_json(record))), "record") == ()


@given(records())
def test_a_record_pickles(record):
    """A record goes to another process and is the same there, hash included."""
    there = pickle.loads(pickle.dumps(record))
    assert there == record
    assert hash(there.content) == hash(record.content)


@given(records())
def test_a_sound_record_has_no_defects(record):
    """The lenient reading of a sound record finds nothing to forgive."""
    again, defects = record_from_json_leniently(json.loads(json.dumps(record_to_json(record))))
    assert again == record
    assert defects == ()


@given(records())
def test_selectors_lead_back(record):
    """Every selector of a fact stands where it says, and is found again when the text moves."""
    moved = "A line before.\n" + record.text
    for _, fact in record.facts():
        for selector in fact.selectors:
            assert selector.matches(record.text)
            if moved.count(selector.exact) == 1:
                assert selector.resolve(moved).start == selector.start + 15
