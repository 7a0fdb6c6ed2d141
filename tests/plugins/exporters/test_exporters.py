"""The exporters: golden output, the rules of each standard, and nothing that the record does not say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso_plugins.plugin
from sayso import Document, Engine, Exported, Record, Rendering, Severity, evolve, record_from_json, record_to_json
from sayso_plugins.exporters import exporters
from support import engine

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
EXPORTERS = {one.name: one for one in exporters()}
ITEM = json.loads((HERE / "item.json").read_text("utf-8"))


def exported(item: dict[str, object] | Document) -> Exported:
    """An item as exporters take it, with its findings."""
    (one,) = engine().exported(item, findings=True)
    assert isinstance(one, Exported)
    return one


def written(name: str, *items: Exported) -> str:
    """What an exporter writes."""
    return "".join(EXPORTERS[name].render(iter(items), Rendering("0.1.0", engine().host.refs[:0])))


def lines(name: str, *items: Exported) -> list[dict[str, object]]:
    """The documents of an exporter that writes one a line."""
    return [json.loads(line) for line in written(name, *items).split("\n") if line]


@pytest.fixture(scope="module")
def item() -> Exported:
    """A record that was written down once, so that golden output does not hang on the analysis."""
    record = record_from_json(json.loads((HERE / "record.json").read_text("utf-8")))
    return Exported(record)


@pytest.mark.parametrize("name", ["schema.org", "ninjs", "prov-json"])
def test_an_exporter_writes_what_it_wrote(name, item):
    """Output that rests on the record alone is its golden file, byte for byte."""
    file = GOLDEN / f"{name}.json"
    assert written(name, item) == file.read_text("utf-8"), f"if this is meant, write it to {file}"


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_an_exporter_streams_and_says_the_same_twice(name):
    """Something of the first item comes before the second is asked for; the same items give the same bytes."""
    asked = []
    item = exported({"text": "The mill closed, sources said.", "language": "en"})

    def items():
        for number in range(3):
            asked.append(number)
            yield item

    pieces = EXPORTERS[name].render(items(), Rendering("0.1.0"))
    for piece in pieces:
        if len(piece) > 40 and asked:
            break
    assert asked == [0]
    assert written(name, item) == written(name, item)


def values(document: object) -> list[str]:
    """Every text in a JSON document."""
    if isinstance(document, dict):
        return [text for value in document.values() for text in values(value)]
    if isinstance(document, list):
        return [text for value in document for text in values(value)]
    return [document] if isinstance(document, str) else []


@pytest.mark.parametrize("name", ["schema.org", "ninjs"])
def test_what_is_missing_or_inferred_is_not_stated(name):
    """An item of which only the text is known has no outlet, author, date, language or headline in a standard."""
    (document,) = lines(name, exported({"text": "The mill closed on Monday."}))
    for key in "publisher author by datePublished dateModified versionCreated firstCreated language inLanguage".split():
        assert key not in document
    assert not {"headline", "headlines", "dateline", "located", "genres"} & set(document)


def test_a_day_is_no_instant_for_ninjs():
    """Ninjs takes instants; a day, or a time whose zone nobody knows, is left out and never completed."""
    for given_date in ("2026-05-04", "2026-05-04T10:00", "2026"):
        (document,) = lines("ninjs", exported({"text": "The mill closed.", "date_published": given_date}))
        assert "versionCreated" not in document
    (document,) = lines("ninjs", exported({"text": "The mill closed.", "date_published": "2026-05-04T10:00+02:00"}))
    assert document["versionCreated"] == "2026-05-04T10:00:00+02:00"


def test_an_unnamed_speaker_is_no_person_of_a_standard():
    """Whom no reader could find is given no name."""
    one = exported({"text": "“It is over,” an officer who asked not to be named said on Monday.", "language": "en"})
    (article,) = lines("schema.org", one)
    assert "spokenByCharacter" not in json.dumps(article)
    assert "people" not in lines("ninjs", one)[0]


def test_prov_json_loads_in_the_reference_package(item):
    """The prov package reads it, with a bundle for each record, and writes the same back."""
    model = pytest.importorskip("prov.model", reason="needs the prov package")
    text = written("prov-json", item, exported({"text": "The mill closed."}), item)
    document = model.ProvDocument.deserialize(content=text, format="json")
    assert len(list(document.bundles)) == 3
    again = model.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again


def test_annotations_find_their_place():
    """Position and quotation of each selector lead to the same words of the record's text."""
    text = f"Sources said that more was lost. {ITEM['text']} It is over, an insider said."
    found = lines("web-annotation", exported({**ITEM, "text": text}))
    assert len(found) >= 2
    for one in found:
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        for target in targets:
            if "selector" in target:
                position, quote = target["selector"]
                assert text[position["start"] : position["end"]] == quote["exact"]
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_a_statement_counts_each_rule_once():
    """Every rule that ran passed, warned or failed; the worst of them is the result."""
    one = exported({"text": "The mill closed, sources said.", "language": "en"})
    (statement,) = lines("in-toto", one)
    predicate = statement["predicate"]
    parts = [predicate[key] for key in ("passedTests", "warnedTests", "failedTests")]
    assert predicate["result"] == "FAILED"
    assert "sourcing/bare-anonymous-source" in predicate["warnedTests"]
    assert sorted(rule for part in parts for rule in part) == sorted(set(one.rules))
    clean = evolve(one, report=evolve(one.report, findings=()))
    assert lines("in-toto", clean)[0]["predicate"]["result"] == "PASSED"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2", "@sum", "\tx", "\n=1x", " =1", "\uff1d1", "\uff0b1", "ok"])
def test_no_cell_is_a_formula(cell):
    """What a spreadsheet would run is a text there."""
    rows = list(csv.DictReader(io.StringIO(written("csv", exported({"text": "x y.", "id": cell, "headline": cell})))))
    assert rows[0]["id"].lstrip("'").strip() == cell.strip()
    assert not rows[0]["id"].strip().startswith(("=", "+", "-", "@", "\t", "\uff1d", "\uff0b"))


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)


@settings(max_examples=30, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_is_exported(text, name, outlet):
    """Whatever characters an item has, each exporter writes what JSON, or CSV, reads."""
    one = exported({"text": text, "authors": [name], "outlet": outlet, "id": name, "language": "en"})
    for exporter in ("schema.org", "ninjs", "web-annotation", "in-toto"):
        lines(exporter, one)
    json.loads(written("prov-json", one))
    assert len(list(csv.DictReader(io.StringIO(written("csv", one), newline="")))) == 1


def test_the_command_writes_them(tmp_path):
    """`normalize --to` finds each exporter among the plugins."""
    loaded = Engine(plugins=[sayso_plugins.plugin])
    assert set(loaded.host.exporters) == {"schema.org", "ninjs", "prov-json", "web-annotation", "in-toto", "csv"}
    assert Severity.ERROR in {f.severity for f in exported({"text": "The mill closed."}).report.findings}


def test_the_record_is_the_one_that_is_read():
    """The stored record is valid and whole."""
    stored = json.loads((HERE / "record.json").read_text("utf-8"))
    record = record_from_json(stored)
    assert isinstance(record, Record)
    assert record_to_json(record) == stored


def test_corrections_are_comments_of_schema_org():
    """A note that the item has is written with its day, in the words of the note."""
    given = {"text": "The mill closed.", "corrections": [{"text": "It closed on Monday.", "date": "2026-05-05"}]}
    (document,) = lines("schema.org", exported(given))
    assert document["correction"] == [
        {"@type": "CorrectionComment", "text": "It closed on Monday.", "datePublished": "2026-05-05"}
    ]


def test_annotations_of_two_documents_are_not_one():
    """Items with one id and the same words have annotations of their own in each document."""
    data = b'{"id": "1", "text": "The mill closed, two sources said."}'
    both = [exported(Document.from_bytes(data, path=path)) for path in ("a.json", "b.json")]
    named = [one["id"] for one in lines("web-annotation", *both)]
    assert len(named) == len(set(named)) > 1
