"""Facts and their evidence."""

from __future__ import annotations

import pytest

from sayso import Fact, PluginRef, RecordError, Status, record_from_json_leniently, record_to_json
from support import record

PLUGIN = PluginRef("acme", "1.0.0")


@pytest.mark.parametrize("status", list(Status))
def test_a_fact_without_its_evidence_cannot_be(status):
    """Each status needs evidence of its own; a value alone is no fact."""
    value = None if status is Status.MISSING else "Example Post"
    with pytest.raises(RecordError, match="needs"):
        Fact(value, status, PLUGIN)


def test_a_missing_fact_has_no_value():
    """What is missing has no value, and what has none is missing."""
    with pytest.raises(RecordError):
        Fact("Example Post", Status.MISSING, PLUGIN, looked_in=("text",))
    with pytest.raises(RecordError):
        Fact(None, Status.INFERRED, PLUGIN, basis="a guess")


def test_only_what_was_found_has_a_confidence():
    """A confidence belongs to extracted and inferred facts, and lies between 0 and 1."""
    with pytest.raises(RecordError, match="between"):
        Fact.inferred("en", PLUGIN, basis="words", confidence=1.5)
    with pytest.raises(RecordError, match="confidence"):
        Fact(None, Status.MISSING, PLUGIN, looked_in=("text",), confidence=0.5)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"value": {"name": "Example Post"}}, "status"),
        ({"value": {"name": "Example Post"}, "status": "asserted"}, "source_field"),
        ({"value": {"name": "Example Post"}, "status": "extracted"}, "selectors"),
        ("Example Post", "evidence"),
    ],
)
def test_a_value_without_provenance_is_taken_out_and_reported(given, problem):
    """A supplied fact that nobody accounts for becomes missing, and is not lost."""
    data = {**record_to_json(record("The mill closed.")), "outlet": given}
    made, ((pointer, words, value),) = record_from_json_leniently(data)
    assert not made.outlet.known
    assert pointer == "/outlet"
    assert problem in words
    assert value in (given, {"name": "Example Post"})


def test_the_same_from_the_same_place_is_said_once():
    """A reader that states a value twice from one pointer has one fact; from another place it is another."""
    from sayso import Document, Org, reader
    from sayso.testing import engine_with

    @reader("desk", "Items of the desk", version="1.0.0", suffixes=[".desk"])
    def desk(document, reading):
        """State the outlet three times, from two places."""
        draft = reading.draft(document, document.read().decode())
        for pointer in ("/a", "/a", "/b"):
            draft.asserted("outlet", Org("Harbour Post"), pointer)
        yield draft

    record = engine_with(desk).normalize(Document.from_bytes(b"The mill closed.", path="mill.desk"))
    assert [one.source_field.pointer for one in (record.outlet, *record.outlet.alternatives)] == ["/a", "/b"]
