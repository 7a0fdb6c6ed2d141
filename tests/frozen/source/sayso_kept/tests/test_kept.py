"""All that the plugin offers, through the kit and the engine."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings

import sayso_kept.plugin as plugin
from sayso import (
    Config,
    ConfigError,
    Document,
    Engine,
    Exported,
    Failure,
    Item,
    Record,
    Rendering,
    Rule,
    Severity,
    Span,
    record_from_json,
    record_to_json,
)
from sayso.testing import (
    assert_rule,
    check_examples,
    check_exporter,
    check_format,
    check_language,
    check_reader,
    engine_with,
)
from sayso.testing.strategies import items, records
from sayso_kept.language import esperanto
from sayso_kept.outputs import counts, voices
from sayso_kept.readers import kept_gazette, kept_lines
from sayso_kept.rules import no_shouting, unnamed

RULES = {rule.name: rule for rule in plugin.sayso_rules()}
GAZETTE = "The ferry sails again, Jo Berg said.\n\n-- Kept Gazette, 2026-05-04\n"
LINES = b"Ferry|The ferry sails again.\nMill|The mill closed.\n"
ESPERANTO = "La muelejo en la urbo estos fermita post du monatoj, diris Ana Ruiz. Ili ne estas kontentaj pri la plano."


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Sayso's readers and languages, and all of the plugin."""
    return engine_with(plugin, bundled=["readers", "languages"])


def test_it_is_taken_whole(engine: Engine) -> None:
    """Nothing of what its six hooks offer is refused."""
    (own, *_) = engine.host.plugins
    assert own.error is None
    assert sorted(own.adds) == ["exporters", "formats", "languages", "profiles", "readers", "rules"]
    assert {active.rule.name for active in engine.rules} == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples_hold(rule: Rule) -> None:
    """Each rule fires on its examples where they say, and nowhere else."""
    check_examples(rule)


def test_carets() -> None:
    """What the carets mean has stayed."""
    assert_rule(
        no_shouting,
        """
        The ferry sails again! All the harbour cheers!
                             ^                       ^
        “Hurrah!” Jo Berg said.
        """,
    )
    assert_rule(RULES["kept/no-outlet"], "The mill closed.", on_item=1)
    with pytest.raises(AssertionError, match="found other words"):
        assert_rule(unnamed, "Officials said the bridge is safe.")


def test_readers_keep_to_the_contract() -> None:
    """The kit of that day, as it is now, finds nothing."""
    check_reader(kept_lines, [LINES])
    check_reader(kept_gazette, [GAZETTE.encode(), {"text": GAZETTE}])


def test_the_others_keep_to_theirs() -> None:
    """Language, exporter, format."""
    check_language(esperanto, [ESPERANTO], others=["The mill in the town will be closed in two months, she said."])
    check_exporter(voices, parse=lambda text: [json.loads(line) for line in text.splitlines()])
    check_format(counts, parse=lambda text: [json.loads(line) for line in text.splitlines()])


def test_what_a_refiner_states(engine: Engine) -> None:
    """Values, places and reasons are in the record as they were stated."""
    record = engine.normalize(Document.from_text(GAZETTE, path="a.txt"))
    assert record.outlet.value is not None
    assert (record.outlet.value.name, record.outlet.value.kind) == ("Kept Gazette", "newspaper")
    assert [span.of(GAZETTE) for span in record.date_published.spans] == ["2026-05-04"]
    assert record.author.basis == "the outlet signs nothing"
    assert record.outlet.plugin.name == "kept-gazette"
    assert record_from_json(json.loads(json.dumps(record_to_json(record)))) == record
    assert pickle.loads(pickle.dumps(record)) == record


def test_what_a_reader_yields(engine: Engine) -> None:
    """Items and errors in their order, each with its place."""
    found = list(engine.normalize_many(Document.from_bytes(b"A|The mill closed.\nnothing\n", path="a.kept")))
    good, bad = found
    assert isinstance(good, Record)
    assert good.extra["line"] == 1
    assert isinstance(bad, Failure)
    assert (bad.error, bad.locator) == ("format", "line 2")


def test_findings_and_options() -> None:
    """Severity, places, options and the profile work as they did."""
    engine = engine_with(plugin, bundled=["readers", "languages"], config=Config(profile="kept"))
    report = engine.check({"text": "Ahoy! Ahoy! It is world-class.", "language": "en"})
    found = [(one.rule, one.severity, [place.exact for place in one.spans]) for one in report.findings]
    assert found == [
        ("kept/no-shouting", Severity.WARNING, ["!"]),
        ("kept/cant", Severity.INFO, ["world-class"]),
    ]
    assert report.findings[0].spans[0].start == 10
    with pytest.raises(ConfigError, match="no option"):
        no_shouting.checked_options({"unknown": 1})


def test_an_export(engine: Engine) -> None:
    """Speakers and quotations are those of the text."""
    item = {"text": "“We lost the river,” Jo Berg said.", "language": "en", "outlet": "Example Post"}
    given_ = [one for one in engine.exported(item, findings=True) if isinstance(one, Exported)]
    (line,) = [json.loads(one) for one in voices.render(given_, Rendering("0"))]
    assert line["outlet"] == "Example Post"
    assert line["speakers"] == ["Jo Berg"]
    assert line["quotes"] == ["“We lost the river,”"]
    assert line["findings"] == 0


@settings(max_examples=15, deadline=None)
@given(items())
def test_for_any_item(item: Item) -> None:
    """What is found is an exclamation mark."""
    for finding in no_shouting(item):
        assert [span.of(item.text) for span in finding.spans] == ["!"]


@settings(max_examples=15, deadline=None)
@given(records())
def test_for_any_record(record: Record) -> None:
    """A record goes through JSON unchanged."""
    assert record_from_json(json.loads(json.dumps(record_to_json(record)))) == record


def test_spans_are_half_open_and_count_code_points() -> None:
    """The unit has stayed."""
    assert Span(0, 1).of("🙂!") == "🙂"
    assert not Span(0, 1).overlaps(Span(1, 2))
