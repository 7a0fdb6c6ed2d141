"""Every rule's examples, and what every rule must have."""

from __future__ import annotations

import pytest

from sayso import Clean, CorpusRule, Flagged, Rule
from support import engine, every_rule

RULES = [rule for rule in engine().host.rules.values() if not isinstance(rule, CorpusRule)]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def name(value: object) -> str:
    """A short name for a case."""
    if isinstance(value, Rule):
        return value.name
    return " ".join(getattr(value, "text", "").split())[:40]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_an_example_is_flagged_where_it_says_and_nowhere_else(rule, example):
    """A flagged example gives exactly the findings it names, at those words; a clean one gives none."""
    report = every_rule().check({**example.item, "text": example.text})
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
