"""Reports as JSON."""

from __future__ import annotations

from typing import Any

from sayso.readers.left_out import LeftOut
from sayso.records.fact import PluginRef
from sayso.report import SCHEMA, Coverage, Failure, ItemReport, Place, Report, ReportedFinding
from sayso.text.location import Location


def report_to_json(report: Report, tool_version: str) -> dict[str, Any]:
    """A report as JSON-ready values, valid against the report schema."""
    whole = {
        "schema": SCHEMA,
        "tool": {"name": "sayso", "version": tool_version, "plugins": [_ref(plugin) for plugin in report.plugins]},
        "summary": report.summary,
        "items": [item_to_json(item) for item in report.items],
        "failures": [failure_to_json(failure) for failure in report.failures],
    }
    if report.across:
        whole["across"] = [item_to_json(item) for item in report.across]
    if report.left_out:
        whole["left_out"] = [_left_out(one) for one in report.left_out]
    gaps = report.gaps
    if gaps:
        whole["gaps"] = [{"reason": gap.reason, "items": gap.items, "rules": list(gap.rules)} for gap in gaps]
    if report.coverage is not None:
        whole["coverage"] = coverage_to_json(report.coverage)
    return whole


def coverage_to_json(coverage: Coverage) -> dict[str, Any]:
    """What a run saw beside its items."""
    return {
        "inputs": coverage.inputs,
        "skipped": [_left_out(one) for one in coverage.skipped],
        "unchanged": coverage.unchanged,
        "accepted": coverage.accepted,
        "broken": coverage.broken,
        "waived": coverage.waived,
        "exceeded": list(coverage.exceeded),
    }


def item_to_json(item: ItemReport) -> dict[str, Any]:
    """The report on one item."""
    return {
        "id": item.id,
        "path": item.path,
        "locator": item.locator,
        "content_sha256": item.content_sha256,
        "reader": _ref(item.reader),
        "findings": [_finding(finding, item) for finding in item.findings],
        "skips": [{"rule": skip.rule, "reason": skip.reason} for skip in item.skips],
    }


def failure_to_json(failure: Failure) -> dict[str, Any]:
    """An input that failed."""
    known = {"path": failure.path, "locator": failure.locator, "error": failure.error, "message": failure.message}
    return known if failure.location is None else {**known, "location": _location(failure.location)}


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "path": one.path,
        "locator": one.locator,
        "kind": one.kind,
        "detail": one.detail,
        "number": one.number,
        "reason": one.reason,
    }


def _ref(plugin: PluginRef) -> dict[str, str]:
    return {"name": plugin.name, "version": plugin.version}


def _finding(finding: ReportedFinding, item: ItemReport) -> dict[str, Any]:
    known = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "help": finding.help,
        "spans": [_place(place, item) for place in finding.spans],
        "related": [_place(place, item) for place in finding.related],
        "facts": list(finding.facts),
        "fingerprint": finding.fingerprint,
    }
    return known if finding.location is None else {**known, "location": _location(finding.location)}


def _place(place: Place, item: ItemReport) -> dict[str, Any]:
    known: dict[str, Any] = {
        "start": place.start,
        "end": place.end,
        "exact": place.exact,
        "line": place.line,
        "column": place.column,
    }
    found = item.location_of(place)
    return known if found is None else {**known, "location": _location(found)}


def _location(found: Location) -> dict[str, Any]:
    known = {name: getattr(found, name) for name in ("line", "column", "end_line", "end_column")}
    return {**{name: value for name, value in known.items() if value is not None}, "exact": found.exact}
