"""GitLab's Code Quality report: an array, one object a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sayso import Failure, Format, Gap, ItemReport, Rendering, Report, ReportedFinding, Severity
from sayso_plugins.formats.places import tidy
from sayso_plugins.formats.tally import number, unread

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """Every finding has a path and a line, since GitLab shows none without: the first, where none is known."""
    first = True
    yield "["
    for report in reports:
        for entry in _entries(report, rendering):
            yield ("" if first else ",") + "\n" + json.dumps(entry, ensure_ascii=False, allow_nan=False)
            first = False
    yield "\n]\n"


def _entries(report: Report, rendering: Rendering) -> Iterator[dict[str, Any]]:
    for item in report.listed:
        for finding in item.findings:
            yield _finding(item, finding)
    for item in report.items:
        if unread(item, rendering.rules):
            yield from (_gap(item, gap) for gap in Report((item,)).gaps)
    for failure in report.failures:
        yield _failure(failure)


def _finding(item: ItemReport, finding: ReportedFinding) -> dict[str, Any]:
    at = item.location(finding)
    lines = {"begin": at.line if at else 1}
    if at is not None and at.end_line is not None:
        lines["end"] = at.end_line
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": _fingerprint(item.path or item.id, item.locator or "", finding.rule, finding.fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": tidy(item.path) if item.path else item.id, "lines": lines},
    }


def _gap(item: ItemReport, gap: Gap) -> dict[str, Any]:
    """That rules did not look at an item; an entry for each reason, for GitLab shows nothing that has no path."""
    return {
        "description": f"{number(len(gap.rules), 'rule')} did not look: {gap.reason}",
        "check_name": "sayso/not-wholly-checked",
        "fingerprint": _fingerprint(item.path or item.id, item.locator or "", gap.reason),
        "severity": "info",
        "location": {"path": tidy(item.path) if item.path else item.id, "lines": {"begin": 1}},
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "description": str(failure.message),
        "check_name": f"sayso/{failure.error}",
        "fingerprint": _fingerprint(failure.path or "", failure.locator or "", failure.error),
        "severity": "blocker",
        "location": {
            "path": tidy(failure.path) if failure.path else "input",
            "lines": {"begin": failure.location.line if failure.location else 1},
        },
    }


def _fingerprint(*parts: str) -> str:
    """Unique in the report, as GitLab asks, and the same while the finding is."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


GITLAB = Format("gitlab", "GitLab Code Quality", render)
