"""Annotations of GitHub Actions, as workflow commands, and a summary of the job in Markdown.

GitHub shows ten annotations of a kind for each step, which are the first: so errors come before warnings before
notices, of the ten thousand gravest findings at most, and the summary has the counts of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Failure, Format, ItemReport, Rendering, Report, ReportedFinding, Severity, visible
from sayso_plugins.formats.places import within
from sayso_plugins.formats.sarif import Kept

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: Annotations that are written in all, and rows that a summary lists.
MOST, ROWS = 10_000, 100
#: What would end a cell or begin markup of the summary.
MARKUP = str.maketrans({**{mark: f"\\{mark}" for mark in "\\`*_[]#|~$@"}, "<": "&lt;", ">": "&gt;", "&": "&amp;"})


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One workflow command a finding and an input that failed."""
    kept = Kept(MOST)
    for report in reports:
        for failure in report.failures:
            yield _failure(failure)
        for item in report.listed:
            for finding in item.findings:
                kept.add(finding.severity.rank, finding.severity.value, _annotation(item, finding))
    results = kept.results()
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        yield from (line for name, line in results if name == severity.value)
    if kept.left_out:
        yield f"::notice::{kept.left_out:,} findings more are not annotated\n"


def _annotation(item: ItemReport, finding: ReportedFinding) -> str:
    properties = {"title": finding.rule}
    at = item.location(finding)
    if item.path is not None:
        properties = {"file": item.path, **properties}
        if at is not None:
            places = {"line": at.line, "endLine": at.end_line, "col": at.column, "endColumn": at.end_column}
            if at.end_line not in (None, at.line):
                # Columns count in one line only.
                places = {"line": at.line, "endLine": at.end_line}
            properties.update({key: str(value) for key, value in places.items() if value is not None})
    inside = within(item, finding)
    words = finding.message + (f" ({inside})" if inside else "")
    return _command(COMMANDS[finding.severity], properties, words)


def _failure(failure: Failure) -> str:
    properties = {"file": failure.path} if failure.path else {}
    at = failure.location if failure.path else None
    places = {"line": at.line, "col": at.column} if at is not None else {}
    known = {key: str(value) for key, value in places.items() if value is not None}
    return _command("error", {**properties, "title": failure.error, **known}, failure.message)


def _command(name: str, properties: dict[str, str], words: str) -> str:
    given = ",".join(f"{key}={_escaped(value, True)}" for key, value in properties.items())
    return f"::{name} {given}::{_escaped(words)}\n"


def _escaped(words: str, in_property: bool = False) -> str:
    """As the toolkit of Actions escapes data: percent signs and line ends, in properties colons and commas too."""
    found = visible(words.replace("\r", " ").replace("\n", " ")).replace("%", "%25")
    return found.replace(":", "%3A").replace(",", "%2C") if in_property else found


def render_summary(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """A table of rules and the gravest findings, for ``$GITHUB_STEP_SUMMARY`` or a comment on a merge request."""
    items = 0
    counts: dict[str, dict[str, int]] = {}
    kept = Kept(ROWS)
    failures: list[Failure] = []
    for report in reports:
        items += len(report.items)
        failures.extend(report.failures[: max(0, ROWS - len(failures))])
        for item in report.listed:
            for finding in item.findings:
                by_severity = counts.setdefault(finding.rule, {})
                by_severity[finding.severity.value] = by_severity.get(finding.severity.value, 0) + 1
                kept.add(finding.severity.rank, finding.rule, _row(item, finding))
    found = ", ".join(_totals(counts)) or "nothing found"
    yield f"### sayso: {items:,} {'item' if items == 1 else 'items'} checked, {found}\n\n"
    if counts:
        yield "| rule | errors | warnings | info |\n| --- | ---: | ---: | ---: |\n"
        for rule, by in sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), pair[0])):
            figures = " | ".join(str(by.get(severity.value, 0)) for severity in COMMANDS)
            yield f"| {_plain(rule)} | {figures} |\n"
        yield "\n<details><summary>Findings</summary>\n\n| | where | rule | what |\n| --- | --- | --- | --- |\n"
        yield from (row for _, row in kept.results())
        if kept.left_out:
            yield f"\n{kept.left_out:,} findings more.\n"
        yield "\n</details>\n"
    for failure in failures:
        yield f"\n- could not be checked: {_plain(str(failure))}\n"
    yield "\nA pass means that the sourcing is visible, never that the item is true.\n"


def _totals(counts: dict[str, dict[str, int]]) -> Iterator[str]:
    for severity in COMMANDS:
        total = sum(by.get(severity.value, 0) for by in counts.values())
        if total:
            plural = "" if total == 1 or severity is Severity.INFO else "s"
            yield f"{total:,} {severity.value}{plural}"


def _row(item: ItemReport, finding: ReportedFinding) -> str:
    at, inside = item.location(finding), within(item, finding)
    place = f"{item.path or item.id}{f':{at.line}' if at else ''}{f' ({inside})' if inside else ''}"
    return f"| {finding.severity.value} | {_plain(place)} | {_plain(finding.rule)} | {_plain(finding.message)} |\n"


def _plain(words: str) -> str:
    """Words that mean nothing to Markdown and HTML."""
    return visible(" ".join(words.split())).translate(MARKUP)


GITHUB = Format("github", "Annotations of GitHub Actions", render)
MARKDOWN = Format("markdown", "A summary in Markdown: rules by count, the gravest findings", render_summary)
