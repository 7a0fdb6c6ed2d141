"""ninjs: each version by its schema, each value with its JSON Pointer, and no date of publication that nobody gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso import Config, Document, Engine, Failure, Status
from sayso_plugins.exporters.ninjs import NINJS as EXPORTER
from sayso_plugins.readers.ninjs.conformance import VERSIONS, problems, version_of
from support import engine

V3 = {
    "uri": "https://wire.example/1", "type": "text", "language": "en", "located": "Hallin",
    "firstCreated": "2026-05-04T09:30:00+02:00", "versionCreated": "2026-05-05T09:30:00+02:00",
    "headlines": [{"role": "sub", "value": "Second"}, {"role": "main", "value": "Mill closes"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The mill closed, sources <a href='https://x.example'>said</a>.</p>"}],
    "by": "By Ana Ruiz and Jo Berg",
    "infoSources": [{"name": "Norbank News", "role": "publisher"}, {"name": "Harbour Press", "role": "contributor"}],
    "trustIndicators": [{"role": "http://cv.iptc.org/newscodes/trustindicator/partyInfo", "href": "https://wire.example/us"}],
    "genres": [{"name": "Interview"}],
}  # fmt: skip
V2 = {
    "uri": "https://wire.example/2", "versioncreated": "2026-05-04T09:30:00Z", "copyrightholder": "Norbank",
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": "The mill closed."}],
}  # fmt: skip
V1 = {
    "uri": "x:3",
    "versioncreated": "2026-05-04T09:30:00Z",
    "byline": "Ana Ruiz",
    "headline": "H",
    "body_text": "It sank.",
}


def read(item, **options):
    """The records and failures of a document."""
    made = Engine(Config(reader={"ninjs": options})) if options else engine()
    return list(made.normalize_many(Document.from_bytes(json.dumps(item).encode(), path="item.json")))


def test_version_three():
    """Headline and body by their roles, parties by theirs; the date of publication is inferred and says from what."""
    (record,) = read(V3)
    assert record.text == "The mill closed, sources said."
    assert record.headline.value == "Mill closes"
    assert record.headline.source_field.pointer == "/headlines/1/value"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert record.outlet.value.name == "Norbank News"
    assert record.info_sources[0].value.name == "Harbour Press"
    assert record.date_published.status is Status.INFERRED
    assert "/firstCreated" in record.date_published.basis
    assert record.date_modified.value.value == "2026-05-05T09:30:00+02:00"
    assert record.independence[0].value.kind == "ownership"
    assert record.item_type.value == "interview"
    assert record.dateline_place.value == "Hallin"
    assert record.relations[0].target == "https://x.example"


def test_the_older_versions():
    """Lists of version two, keys with their role in version one."""
    (two,), (one,) = read(V2), read(V1)
    assert two.outlet.status is Status.INFERRED
    assert (one.text, one.headline.value, one.author.value[0].name) == ("It sank.", "H", "Ana Ruiz")
    assert [version_of(item) for item in (V1, V2, V3)] == ["1.6", "2.2", "3.1"]


def test_a_list_of_objects_is_read_one_by_one():
    """A bad one is a failure in its place, with the pointer of what is wrong."""
    first, second = read([V1, {**V3, "type": "poem"}])
    assert first.text == "It sank."
    assert isinstance(second, Failure)
    assert (second.locator, "/type" in second.message) == ("/1", True)


def test_an_object_that_is_not_valid_can_be_read_all_the_same():
    """Who wants it reads what there is."""
    assert isinstance(read({**V3, "house": 1})[0], Failure)
    assert read({**V3, "house": 1}, validate=False)[0].text


def test_evidence_leads_back():
    """At the pointer of every asserted fact stands its value."""
    for item in (V1, V2, V3):
        (record,) = read(item)
        for _, fact in record.facts():
            if fact.status is Status.ASSERTED:
                value = item
                for part in fact.source_field.pointer.strip("/").split("/"):
                    value = value[int(part)] if isinstance(value, list) else value[part]
                assert value


def test_what_is_exported_is_read_again():
    """The exporter's objects are valid, and give the same facts back."""
    from sayso import Rendering

    (first,) = engine().exported(Document.from_bytes(json.dumps(V3).encode(), path="item.json"))
    (line,) = EXPORTER.render([first], Rendering("0.1.0"))
    assert list(problems(json.loads(line), "3.1")) == []
    (again,) = read(json.loads(line))
    for name in ("headline", "author", "language", "dateline_place", "uri"):
        assert getattr(again, name).value == getattr(first.record, name).value
    assert (again.text, again.outlet.value.name) == (first.record.text, "Norbank News")


CASES = Path(__file__).parents[4] / "shared" / "corpus" / "ninjs" / "conformance"
#: One needs the shape of GeoJSON, which has a schema of its own.
BEYOND = {"001_bad_geojson.json"}


@pytest.mark.skipif(not CASES.is_dir(), reason="needs the shared material")
@pytest.mark.parametrize("version", VERSIONS)
def test_verdicts_are_those_of_the_conformance_cases(version):
    """What should pass passes, what should fail is refused."""
    for file in sorted(CASES.glob(f"{version}/*/*.json")):
        made = Engine(Config(reader={"ninjs": {"version": version}}), reader="ninjs")
        refused = any(isinstance(one, Failure) and one.error != "empty" for one in made.normalize_many(file))
        assert refused == (file.parent.name == "should_fail") or file.name in BEYOND, file
