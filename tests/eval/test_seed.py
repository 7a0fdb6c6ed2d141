"""The real item that must always work. It is other people's text and lies outside the project."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from scoring import score

import sayso_plugins.plugin as bundled
from sayso import Engine
from sayso.config.load import load
from support import engine

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[3] / "shared")
SEED = SHARED / "seed" / "000_d3ba39ac7f38ef97.txt"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the material shared by developers is not beside this clone")


@pytest.fixture(scope="module")
def gold():
    """The annotation of the item."""
    return json.loads((SHARED / "seed" / "gold.json").read_text("utf-8"))


def test_every_gold_finding_is_found_and_nothing_else(gold):
    """All findings of a careful editor with their severities, and no false alarm."""
    total = score(engine(), SEED, gold)
    assert total.misses == ()
    assert total.alarms == ()
    assert total.severity == total.must == 12


def test_the_record_has_every_gold_fact(gold):
    """Outlet, note, sections, speakers and chains are those of the gold; what is missing says where it was sought."""
    record = engine().normalize(SEED)
    facts = gold["facts"]
    assert record.content.sha256 == gold["content"]["sha256"]
    assert (record.outlet.value.name, record.outlet.value.short_name) == ("Middle East Institute", "MEI")
    assert record.outlet.spans[0].of(record.text) == "The Middle East Institute (MEI)"
    note, pointer = record.independence
    assert note.value.text == facts["independence"][0]["value"]["text"]
    assert not pointer.known
    assert "click here" in pointer.looked_in[0]
    for name in ("author", "headline", "uri", "date_published", "dateline_date"):
        fact = getattr(record, name)
        assert not fact.known
        assert len(fact.looked_in) >= 1, name
    assert (record.language.value, record.item_type.value) == ("en", "digest_item")
    assert [(s.kind, s.span.start, s.span.end) for s in record.sections] == [
        (s["kind"], s["start"], s["end"]) for s in gold["sections"]
    ]
    assert record.sections[1].label.of(record.text) == "Comment:"
    by_name = {s.name or s.surface: s for s in record.speakers}
    assert set(by_name) >= {s["name"] or s["surface"] for s in facts["speakers"]}
    assert by_name["Bahram Ghassemi"].role.value == "Iran’s Foreign Ministry Spokesman"
    assert by_name["Hossein Dehghan"].role.value == "Iranian Defense Minister"
    assert len(by_name["the Iranian media"].mentions) == 3
    ids = {s.id: name for name, s in by_name.items()}
    chains = {a.cue_lemma: [ids.get(link.agent, link.agent) for link in a.chain] for a in record.attributions}
    assert chains["tell"] == ["author", "the Iranian media", "Hossein Dehghan"]
    carried = [a for a in record.attributions if not a.quoted][-1]
    assert [ids.get(link.agent, link.agent) for link in carried.chain] == chains["tell"]
    assert carried.carried_over_from


def test_what_the_operator_knows_clears_the_errors(tmp_path):
    """With outlet and date configured no error is left, and the record says which file and key said so."""
    item = tmp_path / "item.txt"
    item.write_bytes(SEED.read_bytes())
    facts = '{ outlet = "Middle East Institute", date_published = "2017-04-18" }'
    (tmp_path / "sayso.toml").write_text(f'[[paths]]\nmatch = "*.txt"\nfacts = {facts}\n', "utf-8")
    made = Engine(load(tmp_path / "sayso.toml"), plugins=[bundled])
    report = made.check(item)
    assert report.summary["errors"] == 0
    assert "provenance/outlet-unknown" not in {f.rule for f in report.findings}
    outlet = made.normalize(item).outlet
    assert outlet.config_ref.key == "paths[0].facts.outlet"
    assert outlet.alternatives[0].status.value == "extracted"
