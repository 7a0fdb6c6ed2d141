"""The examples of rules on many items: each is a small corpus."""

from __future__ import annotations

import pytest

import sayso_plugins.plugin
from sayso import Clean, Config, CorpusRule, Engine, Flagged
from support import engine

RULES = [rule for rule in engine().host.rules.values() if isinstance(rule, CorpusRule)]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def places(rule: CorpusRule, example: Clean | Flagged) -> list[str | None]:
    """The words of each finding of a rule at the example's own item."""
    checker = Engine(Config(select=(rule.name,)), plugins=[sayso_plugins.plugin])
    own = {"language": "en", **example.item, "text": example.text}
    with checker.index() as index:
        for number, one in enumerate((*example.beside, own)):
            assert not checker.check({"language": "en", **one}, index=index).failures, number
        report = checker.conclude(index)
    assert not report.failures
    found = [f for item in report.across if item.text == example.text for f in item.findings]
    if isinstance(example, Flagged) and example.severity is not None:
        assert {f.severity for f in found} == {example.severity}
    return [f.spans[0].exact if f.spans else None for f in found]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda one: getattr(one, "name", None))
def test_an_example_is_flagged_where_it_says_and_nowhere_else(rule, example):
    """A flagged example gives exactly the findings it names, at those words; a clean one gives none."""
    found = places(rule, example)
    assert found == ([] if isinstance(example, Clean) else list(example.places) or [None])


@pytest.mark.parametrize(
    ("cites", "says"),
    [
        (["Kelby Post"], "This goes back to itself: Kelby Post cites this outlet for it."),
        (["Kelby Post", "Sample Gazette"], "This goes back to itself by way of Kelby Post and Sample Gazette."),
    ],
)
def test_a_circle_of_citations_is_told_by_its_outlets(cites, says):
    """One outlet cites; of several the circle goes by way of them."""
    names = ["Lindow Herald", *cites]
    checker = Engine(Config(select=("consistency/circular-citation",)), plugins=[sayso_plugins.plugin])
    with checker.index() as index:
        for day, (name, cited) in enumerate(zip(names, [*names[1:], names[0]], strict=True)):
            text = f"The harbour bank will soon lose its licence, the {cited} reported."
            date = f"2026-05-0{9 - day}"
            checker.check({"text": text, "language": "en", "outlet": name, "date_published": date}, index=index)
        found = [f for item in checker.conclude(index).across for f in item.findings]
    assert [f.message for f in found] == [says]
