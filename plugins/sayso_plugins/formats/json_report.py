"""For programs: the JSON report, and its items one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Coverage, Failure, Format, ItemReport, LeftOut, Rendering, Report, report_to_json


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One document for the whole run, in two-space indent."""
    import json

    items: list[ItemReport] = []
    failures: list[Failure] = []
    across: list[ItemReport] = []
    left_out: list[LeftOut] = []
    coverage: Coverage | None = None
    for report in reports:
        items.extend(report.items)
        failures.extend(report.failures)
        across.extend(report.across)
        left_out.extend(report.left_out)
        coverage = report.coverage or coverage
    merged = Report(tuple(items), tuple(failures), rendering.plugins, tuple(across), tuple(left_out), coverage)
    whole = report_to_json(merged, rendering.version)
    yield json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    yield "\n"


def render_lines(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One object a line: ``{"item": …}`` for each item checked and ``{"failure": …}`` for each that failed.

    What an input holds and was not read comes behind its items, as ``{"left_out": …}``; what several items show
    together comes behind all, as ``{"across": …}``, and last ``{"coverage": …}``, what the run saw beside its items.
    """
    import json

    for report in reports:
        whole = report_to_json(report, rendering.version)
        for key, name in (("items", "item"), ("failures", "failure"), ("left_out", "left_out"), ("across", "across")):
            for one in whole.get(key, ()):
                yield json.dumps({name: one}, ensure_ascii=False, allow_nan=False) + "\n"
        if "coverage" in whole:
            yield json.dumps({"coverage": whole["coverage"]}, ensure_ascii=False, allow_nan=False) + "\n"


JSON = Format("json", "One JSON document, by the report schema", render)
JSONL = Format("jsonl", "One JSON object a line, as items come", render_lines)
