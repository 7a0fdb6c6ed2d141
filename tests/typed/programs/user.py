"""What a user of the library writes: the types that come back, in the strictest mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_type

import sayso
from sayso import (
    Agent,
    Config,
    ConfigError,
    CorpusIndex,
    Coverage,
    DateValue,
    Document,
    Engine,
    Exported,
    Fact,
    Failure,
    Gap,
    Item,
    ItemReport,
    Note,
    Org,
    Place,
    Record,
    Report,
    ReportedFinding,
    RuleSetting,
    Severity,
    Span,
    Status,
    covering,
    evolve,
    record_from_json,
    record_to_json,
    report_to_json,
)

engine = Engine(Config(fail_on="warning"), own_only=True)
assert_type(engine, Engine)
assert_type(Engine.from_config("sayso.toml"), Engine)

assert_type(sayso.check({"text": "The mill closed."}), Report)
assert_type(Config(rules={"house/no-cant": RuleSetting("warning", {"allowed": 2})}), Config)
report = engine.check("item.txt", records=True)
assert_type(report.items, tuple[ItemReport, ...])
assert_type(report.failures, tuple[Failure, ...])
assert_type(report.coverage, Coverage | None)
assert_type(report.gaps, tuple[Gap, ...])
assert_type(engine.check_many(["a.txt", b"bytes", {"text": "x"}]), Iterator[Report])

for finding in report.findings:
    assert_type(finding, ReportedFinding)
    assert_type(finding.severity, Severity)
    assert_type(finding.spans, tuple[Place, ...])
    assert_type(finding.confidence, float)

record = engine.normalize(Document.from_path("item.txt"))
assert_type(record, Record)
assert_type(record.headline, Fact[str])
assert_type(record.headline.value, str | None)
assert_type(record.headline.status, Status)
assert_type(record.outlet.value, Org | None)
assert_type(record.author.value, tuple[Agent, ...] | None)
assert_type(record.date_published.value, DateValue | None)
assert_type(record.independence, tuple[Fact[Note], ...])
assert_type(record.headline.alternatives, tuple[Fact[str], ...])
assert_type(evolve(record, extra={}), Record)
assert_type(record_to_json(record), dict[str, Any])
assert_type(record_from_json({}), Record)
assert_type(report_to_json(report, sayso.__version__), dict[str, Any])
assert_type(sayso.__version__, str)

for one in engine.normalize_many("items.jsonl"):
    assert_type(one, Record | Failure)
for item in engine.items("items.jsonl"):
    if isinstance(item, Item):
        assert_type(item.text, str)
        assert_type(item.analysis.quotations[0].span, Span)
        assert_type([a.source for a in item.analysis.attributions], list[tuple[Span, ...]])
for given in engine.exported("items.jsonl", findings=True):
    assert_type(given, Exported | Failure)

with engine.index() as index:
    assert_type(index, CorpusIndex)
    assert_type(engine.conclude(index), Report)

assert_type(Span(0, 4).of("text"), str)
assert_type(covering((Span(0, 1), Span(3, 4))), Span)
try:
    Engine(Config(profile="none"))
except ConfigError as error:
    assert_type(error.file, str | None)
