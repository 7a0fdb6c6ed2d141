"""What the operator says of a file holds for a record that comes whole, as it does for every other item."""

from __future__ import annotations

import json

import pytest

from sayso import Document, Engine, Org, Status, evolve, reader, record_to_json
from sayso.config.settings import from_mapping
from sayso.testing import engine_with

TEXT = "The mill will close in May, said Jo Berg."
PLAIN = Engine(own_only=True).normalize({"text": TEXT, "outlet": "Example Wire", "author": "Ana Ruiz"})


def config(mode="override", **tables):
    """A configuration with facts for all files."""
    path = {"match": "**", "facts": {"outlet": "Harbour Post", "language": "en", "independence": "Ours."}, "mode": mode}
    return from_mapping({"paths": [path], **tables}, "sayso.toml", "/", "")


def whole(config, record=PLAIN):
    """A record that a reader supplies."""

    @reader("whole", "Whole", version="1", suffixes=[".whole"])
    def read(document, reading):
        draft = reading.draft(document, record.text)
        draft.supply(record)
        yield draft

    engine = engine_with(read, config=config)
    return engine.normalize(Document.from_bytes(b"x", path="a.whole"))


def in_json(config, record=PLAIN):
    """A record in a file of JSON."""
    data = json.dumps(record_to_json(record)).encode()
    return Engine(config, own_only=True).normalize(Document.from_bytes(data, path="a.json"))


def handed_over(config, record=PLAIN):
    """A record in memory, that says which file it is of."""
    record = evolve(record, retrieval=evolve(record.retrieval, path="a.txt"))
    return Engine(config, own_only=True).normalize(record)


WAYS = [whole, in_json, handed_over]


@pytest.mark.parametrize("way", WAYS)
def test_an_override_beats_what_the_record_says(way):
    """And that stays as an alternative."""
    record = way(config())
    assert record.outlet.value == Org("Harbour Post")
    assert record.outlet.status is Status.CONFIGURED
    assert [one.value.name for one in record.outlet.alternatives] == ["Example Wire"]
    assert record.author.value[0].name == "Ana Ruiz"
    assert [one.value.text for one in record.independence] == ["Ours."]


@pytest.mark.parametrize("way", WAYS)
def test_a_default_fills_in_where_the_record_says_nothing(way):
    """What it says stays, with the operator's value as an alternative."""
    record = way(config("default"))
    assert record.outlet.value.name == "Example Wire"
    assert [one.value.name for one in record.outlet.alternatives] == ["Harbour Post"]


@pytest.mark.parametrize("way", WAYS)
def test_the_profile_of_its_outlet_is_in_a_record(way):
    """With its kind and its note, once, however often the record is read again."""
    settings = from_mapping(
        {"outlets": {"Example Wire": {"kind": "think_tank", "independence": "Nobody's."}}}, "sayso.toml", "/", ""
    )
    record = way(settings)
    assert record.outlet.value.kind == "think_tank"
    assert [one.value.text for one in record.independence] == ["Nobody's."]
    assert in_json(settings, record) == record
    assert Engine(settings, own_only=True).normalize(record) == record


def test_reading_a_record_again_adds_nothing():
    """The operator's facts are in it already."""
    once = in_json(config())
    assert in_json(config(), once) == once
    assert Engine(config(), own_only=True).normalize(once) == once
