"""ninjs: each version by its schema, each value with its JSON Pointer, and no date of publication that nobody gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import leads_back
from sayso import Config, Document, Engine, Exported, Failure, Rendering, Status
from sayso_plugins.exporters.ninjs import NINJS as EXPORTER
from sayso_plugins.readers.ninjs.conformance import MOST, VERSIONS, problems, version_of
from support import engine

SAMPLES = Path(__file__).parent / "samples" / "ninjs"
V3 = {
    "uri": "https://wire.example/1", "type": "text", "language": "en", "located": "Hallin",
    "firstCreated": "2026-05-04T09:30:00+02:00", "versionCreated": "2026-05-05T09:30:00+02:00",
    "headlines": [{"role": "sub", "value": "Second"}, {"role": "main", "value": "Mill closes"}],
    "bodies": [
        {"role": "main", "contentType": "text/html",
         "value": "<p>The mill closed, sources <a href='https://x.example'>said</a>.</p>"},
    ],
    "by": "By Ana Ruiz and Jo Berg",
    "infoSources": [
        {"name": "Norbank News", "role": "https://roles.example/publisher"},
        {"name": "Harbour Press", "role": "contributor"},
    ],
    "trustIndicators": [
        {"role": "http://cv.iptc.org/newscodes/trustindicator/partyInfo", "href": "https://wire.example/us"},
    ],
    "genres": [{"name": "Interview"}],
}  # fmt: skip


def read(item, **options):
    """The records and failures of a document."""
    data = item if isinstance(item, bytes) else json.dumps(item).encode()
    made = Engine(Config(reader={"ninjs": options})) if options else engine()
    return list(made.normalize_many(Document.from_bytes(data, path="item.json")))


def sample(name, **options):
    """The records and failures of a sample."""
    return read((SAMPLES / f"2026-05-04-{name}.json").read_bytes(), **options)


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


def test_version_one():
    """Keys with their role, lists of the singular; what is no fact is kept, and so is the picture of the story."""
    record, further = sample("v1")
    assert (record.text, record.extra["other_bodies"]) == ("The mill closed.", ["/body_xhtml"])
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert (record.outlet.value.name, record.outlet.status) == ("Norbank Media", Status.INFERRED)
    assert record.info_sources[0].source_field.pointer == "/infosource/0/name"
    assert record.independence[0].source_field.pointer == "/trustindicator/0/href"
    assert record.item_type.value == "analysis"
    assert record.date_modified.status is Status.MISSING
    assert record.extra["usageterms"] == "Not for print."
    assert record.extra["ednote"] == "Corrects the number of jobs."
    assert record.extra["person"][0]["name"] == "Jo Berg"
    assert [one["pointer"] for one in record.extra["associations"]] == ["/associations/picture"]
    assert [one.target for one in record.relations] == ["urn:wire:4", "urn:wire:5"]
    assert (further.retrieval.locator, further.text) == ("/associations/more~1later", "The ferry sailed, crews said.")


def test_a_list_of_objects_is_read_one_by_one():
    """A bad one is a failure in its place, with the pointer of what is wrong."""
    good, schema, kind, empty = sample("v2")
    assert good.text == "The mill closed.\n\nJobs & more, a clerk said."
    assert good.date_modified.source_field.pointer == "/0/versioncreated"
    assert [(one.error, one.locator) for one in (schema, kind, empty)] == [
        ("schema", "/1"),
        ("type", "/2"),
        ("empty", "/3"),
    ]
    assert "/bodies/0/value" in schema.message
    assert "/urgency" in schema.message


def test_versions_are_told_by_what_they_say_or_else_by_their_keys():
    """The version that a document says counts; an unknown one is the newest of its kind."""
    assert version_of({"standard": {"version": "1.3"}}) == "1.3"
    assert version_of({"standard": {"version": "3.7"}}) == "3.1"
    assert [version_of(item) for item in ({"headline": "H"}, {"headlines": []}, V3)] == ["1.6", "2.2", "3.1"]


@pytest.mark.parametrize("version", ["3.0", "3.1"])
@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({}, None),
        ({"pubStatus": "usable", "urgency": 3, "edNote": "Hold.", "copyrightHolder": "Norbank"}, None),
        ({"people": [{"name": "Jo Berg", "rel": "https://roles.example/speaker"}]}, None),
        ({"associations": [{"name": "picture", "uri": "urn:w:5", "type": "picture"}]}, None),
        ({"subjects": [{"name": "Mills", "uri": "https://s.example/1", "confidence": 80}]}, None),
        ({"uri": None}, "/uri"),
        ({"pubStatus": "published"}, "/pubStatus"),
        ({"urgency": 10}, "/urgency"),
        ({"type": "story"}, "/type"),
        ({"bodies": [{"role": "main"}]}, "/bodies/0"),
        ({"bodies": "The mill closed."}, "/bodies"),
        ({"headlines": [{"value": 7}]}, "/headlines/0/value"),
        ({"body_text": "A key of version 1."}, "the object"),
        ({"by": ["Ana Ruiz"]}, "/by"),
        ({"representationType": "complete"}, "/representationType"),
    ],
)
def test_version_three_by_its_schemas(version, change, at):
    """What the schemas of 3.0 and 3.1 allow is read, and what they do not is refused with the pointer of it."""
    (found,) = read({**V3, **change}, version=version)
    if at is None:
        assert found.extra["ninjs"] == version
    else:
        assert (found.error, f"{at}: " in found.message) == ("schema", True), found.message


@pytest.mark.parametrize(
    ("path", "reader"), [("a.jsonl", None), ("a.ndjson", None), ("a.json", "ninjs"), ("", "ninjs")]
)
def test_one_object_a_line(path, reader):
    """Each line is an object of its own, or a list of some; a bad one is a failure in its place, by its line."""
    bad, listed = {**V3, "urgency": 10}, [{**V3, "uri": "x:5"}, {**V3, "urgency": 11}]
    lines = [json.dumps(V3), json.dumps(bad), "", '{"uri": ', json.dumps({**V3, "uri": "x:4"}), json.dumps(listed)]
    document = Document.from_bytes("\n".join(lines).encode(), path=path or None)
    found = list(Engine(reader=reader).normalize_many(document))
    assert [
        (one.error, one.locator) if isinstance(one, Failure) else (one.id, one.retrieval.locator) for one in found
    ] == [
        ("https://wire.example/1", "line 1"),
        ("schema", "line 2"),
        ("json", "line 4"),
        ("x:4", "line 5"),
        ("x:5", "line 6 /0"),
        ("schema", "line 6 /1"),
    ]
    assert leads_back.check(found[3], leads_back.json_at(lines[4].encode())) >= 8
    plain = Document.from_bytes(b'{"text": "The mill closed."}\n' * 2, path="a.jsonl")
    assert [one.retrieval.retriever.split()[0] for one in engine().normalize_many(plain)] == ["jsonl"] * 2


def test_a_key_that_stands_twice():
    """Among what is only kept the last value counts, and it is said; of a fact or the text nobody knows which."""
    given = json.dumps({**V3, "edNote": "b"}).encode().replace(b'"edNote"', b'"edNote": "a", "edNote"')
    (record,) = read(given)
    assert (record.extra["edNote"], record.extra["keys_twice"]) == ("b", ["/edNote"])
    for key in (b'"by"', b'"value"', b'"headlines"'):
        (failure,) = read(json.dumps(V3).encode().replace(key, key + b": 1, " + key, 1))
        assert failure.error == "duplicate-key"


def test_a_version_that_nobody_says_is_any_that_the_object_is_valid_by():
    """Keys only hint at it; where it is said, that one counts."""
    item = {"uri": "x:1", "title": "Mill", "associations": [{"name": "a", "uri": "x:2"}]}
    (record,) = read(item)
    assert record.extra["ninjs"] == "2.2"
    (failure,) = read({**item, "standard": {"name": "ninjs", "version": "1.6"}})
    assert failure.error == "schema"


def test_an_object_that_is_not_valid_can_be_read_all_the_same():
    """Who wants it reads what there is."""
    (failure,) = read({**V3, "house": 1})
    assert "house" in failure.message
    assert "validate = false" in failure.message
    assert read({**V3, "house": 1}, validate=False)[0].text


def test_an_unknown_version_in_the_configuration_is_refused():
    """It says which there are."""
    (failure,) = read(V3, version="9")
    assert failure.error == "version"


@pytest.mark.parametrize("name", ["v1", "v2"])
def test_evidence_leads_back(name):
    """At the pointer of every asserted fact stands its value."""
    data = (SAMPLES / f"2026-05-04-{name}.json").read_bytes()
    records = [one for one in read(data) if not isinstance(one, Failure)]
    assert sum(leads_back.check(one, leads_back.json_at(data)) for one in records) >= 5
    (record,) = read(V3)
    assert leads_back.check(record, leads_back.json_at(json.dumps(V3).encode())) >= 8


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


def test_too_much_is_refused():
    """Neither a list of a hundred thousand subjects nor a hundred levels of associations is held against a schema."""
    (failure,) = read({**V3, "subjects": [{"name": "a"}] * MOST})
    assert failure.error == "too-large"
    deep = {"uri": "x:1", "headline": "H"}
    for _ in range(200):
        deep = {"uri": "x:1", "headline": "H", "associations": {"a": deep}}
    (failure,) = read(deep)
    assert failure.error == "nesting"


CASES = Path(__file__).parents[4] / "shared" / "corpus" / "ninjs" / "conformance"


@pytest.mark.skipif(not CASES.is_dir(), reason="needs the shared material")
@pytest.mark.parametrize("version", VERSIONS)
def test_verdicts_are_those_of_the_conformance_cases(version):
    """What should pass passes, what should fail is refused."""
    made = Engine(Config(reader={"ninjs": {"version": version}}), reader="ninjs")
    for file in sorted(CASES.glob(f"{version}/*/*.json")):
        refused = any(isinstance(one, Failure) and one.error != "empty" for one in made.normalize_many(file))
        assert refused == (file.parent.name == "should_fail"), file


@pytest.mark.skipif(not CASES.is_dir(), reason="needs the shared material")
def test_every_example_is_read():
    """Of the IPTC's examples all are, but two that no schema allows."""
    refused = {"extension-example.json", "008_extension.json"}
    for file in sorted(CASES.parent.glob("examples/**/*.json")):
        if file.name == "extension-schema.json":
            continue
        made = list(engine().normalize_many(file))
        for record in made:
            if not isinstance(record, Failure):
                leads_back.check(record, leads_back.json_at(file.read_bytes()))
        assert any(isinstance(one, Failure) for one in made) <= (file.name in refused), file


def test_a_role_that_nobody_gives_is_none():
    """A source without a role has none, neither in the record nor in what is written of it."""
    (record,) = read({**V3, "infoSources": [{"name": "Norbank Foundation"}]})
    assert record.info_sources[0].value.role == ""
    (line,) = EXPORTER.render(iter([Exported(record)]), Rendering("0"))
    assert json.loads(line)["infoSources"] == [{"name": "Norbank Foundation"}]


@pytest.mark.parametrize("by", ["Ana Ruiz and AP", "Ana Ruiz, Bo Lind", "Ana Ruiz, Bo Lind and AP"])
def test_authors_come_back_as_they_went(by):
    """An agency among the authors is written so that it is read as one of them."""
    (record,) = read({**V3, "by": by})
    (line,) = EXPORTER.render(iter([Exported(record)]), Rendering("0"))
    (again,) = read(line.encode())
    assert again.author.value == record.author.value
    assert len(again.author.value) > 1


def test_a_line_that_is_no_json_has_one_place():
    """The place of an error is that in the file, and not one in its line."""
    data = json.dumps(V3).encode() + b'\n{"uri": \n'
    *_, failure = Engine(reader="ninjs").normalize_many(Document.from_bytes(data, path="a.jsonl"))
    assert isinstance(failure, Failure)
    assert failure.location is not None
    assert (failure.locator, failure.location.line) == ("line 2", 2)
    assert "line 1" not in str(failure)
