"""Every rule's examples, and what every rule must have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import sayso_plugins.plugin
from sayso import Clean, Config, CorpusRule, Engine, Flagged, Rule, record_to_json
from support import engine, every_rule

RULES = [rule for rule in engine().host.rules.values() if not isinstance(rule, CorpusRule)]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def name(value: object) -> str:
    """A short name for a case."""
    if isinstance(value, Rule):
        return value.name
    return " ".join(getattr(value, "text", "").split())[:40]


def checker(rule: Rule, example: Clean | Flagged, folder: Path) -> Engine:
    """An engine with all rules; with what the operator hands over, where the example says so."""
    if not (example.evidence or example.register):
        return every_rule()
    for number, item in enumerate(example.evidence):
        (folder / f"evidence-{number}.json").write_text(json.dumps({"language": "en", **item}), "utf-8")
    register = folder / "register.toml"
    register.write_text(example.register, "utf-8")
    config = Config(
        select=(rule.name,),
        evidence=tuple(str(path) for path in sorted(folder.glob("*.json"))),
        register=(str(register),) if example.register else (),
    )
    return Engine(config, plugins=[sayso_plugins.plugin])


def supplied(example: Clean | Flagged) -> Mapping[str, Any]:
    """The plain item of an example, or the record made of it where the example says what is otherwise in that."""
    item = {**example.item, "text": example.text}
    if not example.record:
        return item
    record = record_to_json(engine().normalize(item))
    for pointer, value in example.record.items():
        *path, last = pointer[1:].split("/")
        place: Any = record
        for key in path:
            place = place[int(key) if isinstance(place, list) else key]
        place[int(last) if isinstance(place, list) else last] = value
    return record


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_an_example_is_flagged_where_it_says_and_nowhere_else(rule, example, tmp_path):
    """A flagged example gives exactly the findings it names, at those words; a clean one gives none."""
    report = checker(rule, example, tmp_path).check(supplied(example))
    assert not report.failures
    found = [f for f in report.findings if f.rule == rule.name]
    if isinstance(example, Clean):
        assert not found, [place.exact for f in found for place in f.spans]
        return
    assert isinstance(example, Flagged)
    expected = list(example.places) or [None]
    assert [f.spans[0].exact if f.spans else None for f in found] == expected
    if example.severity is not None:
        assert {f.severity for f in found} == {example.severity}


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_explains_itself(rule):
    """Every rule gives a reason, a cure, a policy and at least two examples, and says no more than it is sure of."""
    assert len(rule.why.split()) > 8, "the docstring of the check is the reason"
    assert rule.cure
    assert rule.policies
    assert len(rule.examples) >= 2
    assert rule.severity.rank <= rule.certainty.cap.rank


def test_at_least_the_twenty_rules_are_there():
    """The rules that the first version promises are all offered."""
    promised = """
        provenance/outlet-unknown provenance/author-missing provenance/fact-without-provenance
        provenance/selector-does-not-resolve provenance/conflicting-assertions
        attribution/unattributed-contestable-claim attribution/vague-media attribution/hedge-for-source
        attribution/anonymous-collective attribution/outlet-has-learned sourcing/bare-anonymous-source
        sourcing/second-hand-chain quotation/orphan-quote quotation/unbalanced-quote-marks dating/date-missing
        dating/relative-date-unanchored independence/independence-note-missing
        independence/disclosure-pointer-lost labelling/comment-unsigned labelling/unsourced-fact-in-opinion
    """.split()
    assert set(promised) <= set(engine().host.rules)
