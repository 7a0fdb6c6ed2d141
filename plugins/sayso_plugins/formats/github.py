"""Annotations of GitHub Actions, as workflow commands, and a summary of the job in Markdown.

GitHub shows ten annotations of a kind for each step, which are the first. So no more are written; they stay in their
order, errors before warnings before notices, and the last one says how many there are beside them. A summary of a step
may have 1 MiB; one that is larger is not shown at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sayso import Failure, Format, ItemReport, Rendering, Report, ReportedFinding, Severity, visible
from sayso_plugins.formats.places import tidy, within
from sayso_plugins.formats.sarif import Kept
from sayso_plugins.formats.tally import Tally, number

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: Annotations of a kind that GitHub shows for a step.
SHOWN = 10
#: Findings and failures that a summary lists, characters of one cell, and bytes of the whole.
ROWS, CELL, SIZE = 100, 1_000, 900_000
#: What would end a cell or begin markup of the summary.
MARKUP = str.maketrans({**{mark: f"\\{mark}" for mark in "\\`*_[]#|~$@"}, "<": "&lt;", ">": "&gt;", "&": "&amp;"})


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One workflow command a finding, an input that failed and a reason why rules did not look, as many as are shown.

    What nobody looked at comes before the findings that are notices, so that it is among those that are shown.
    """
    tally = Tally(rendering.rules)
    shown: dict[str, list[str]] = {name: [] for name in COMMANDS.values()}
    counts: Counter[str] = Counter()

    def add(name: str, command: str) -> None:
        counts[name] += 1
        if len(shown[name]) < SHOWN:
            shown[name].append(command)

    for report in reports:
        tally.see(report)
        for failure in report.failures:
            add("error", _failure(failure))
        for item in report.listed:
            for finding in item.findings:
                add(COMMANDS[finding.severity], _annotation(item, finding))
        for one in report.coverage.exceeded if report.coverage is not None else ():
            add("error", _command("error", {"title": "--max-rate"}, one))
    gaps = [_command("notice", {"title": "sayso"}, line) for line in tally.gaps()]
    counts["notice"] += len(gaps)
    shown["notice"] = [*gaps, *shown["notice"]][:SHOWN]
    if any(counts[name] > SHOWN for name in shown):
        del shown["notice"][SHOWN - 1 :]  # what says so is a notice, too
    yield from (command for commands in shown.values() for command in commands)
    left = {name: counts[name] - len(commands) for name, commands in shown.items()}
    if any(left.values()):
        more = ", ".join(number(count, name) for name, count in left.items() if count)
        where = "the summary of the job counts all, and --format text or sarif:FILE lists them"
        yield _command("notice", {"title": "sayso"}, f"{more} more: GitHub shows {SHOWN} of a kind; {where}")


def _annotation(item: ItemReport, finding: ReportedFinding) -> str:
    properties = {"title": finding.rule}
    at = item.location(finding)
    if item.path is not None:
        properties = {"file": tidy(item.path), **properties}
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
    properties = {"file": tidy(failure.path)} if failure.path else {}
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
    tally = Tally()
    rules: dict[str, Counter[Severity]] = {}
    kept = Kept(ROWS)
    failures: list[Failure] = []
    left_out: list[str] = []
    left = 0
    for report in reports:
        tally.add(report)
        failures.extend(report.failures[: max(0, ROWS - len(failures))])
        left += len(report.left_out)
        left_out.extend(map(str, report.left_out[: max(0, ROWS - len(left_out))]))
        for item in report.listed:
            for finding in item.findings:
                rules.setdefault(finding.rule, Counter())[finding.severity] += 1
                kept.add(finding.severity.rank, finding.rule, _row(item, finding))
    room = Room(SIZE)
    yield f"### sayso: {tally.totals()}\n"
    notes = [f"- {_plain(line)}\n" for line in (*tally.exceeded(), *tally.gaps())]
    yield "\n" if notes else ""
    yield from room.of(notes, "line")
    if rules:
        yield "\n| rule | errors | warnings | info |\n| --- | ---: | ---: | ---: |\n"
        yield from room.of(_rules(rules), "rule")
        yield "\n<details><summary>Findings</summary>\n\n| | where | rule | what |\n| --- | --- | --- | --- |\n"
        yield from room.of([row for _, row in kept.results()], "finding", kept.left_out)
        yield "\n</details>\n"
    rows = [f"\n- could not be checked: {_plain(str(failure))}\n" for failure in failures]
    yield from room.of(rows, "input", tally.counts["failures"] - len(rows))
    seen = [f"- {_plain(line)}\n" for line in (*tally.seen(), *left_out)]
    yield "\nWhat was seen:\n\n" if seen else ""
    yield from room.of(seen, "line", left - len(left_out))
    yield "\nA pass means that the sourcing is visible, never that the item is true.\n"


class Room:
    """Bytes that there is room for."""

    def __init__(self, size: int) -> None:
        self.left = size

    def of(self, lines: list[str], noun: str, more: int = 0) -> Iterator[str]:
        """The lines that there is room for, and how many there are beside them.

        Args:
            noun: What a line is about, for the words on those that are left out.
            more: How many there are that have no line.
        """
        for index, line in enumerate(lines):
            self.left -= len(line.encode("utf-8", "backslashreplace"))
            if self.left < 0:
                more += len(lines) - index
                break
            yield line
        if more:
            yield f"\n{number(more, noun)} more.\n"


def _rules(rules: dict[str, Counter[Severity]]) -> list[str]:
    ranked = sorted(rules.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return [f"| {_plain(rule)} | {' | '.join(str(by[severity]) for severity in COMMANDS)} |\n" for rule, by in ranked]


def _row(item: ItemReport, finding: ReportedFinding) -> str:
    at, inside = item.location(finding), within(item, finding)
    place = f"{item.path or item.id}{f':{at.line}' if at else ''}{f' ({inside})' if inside else ''}"
    return f"| {finding.severity.value} | {_plain(place)} | {_plain(finding.rule)} | {_plain(finding.message)} |\n"


def _plain(words: str) -> str:
    """Words that mean nothing to Markdown and HTML; of very many, the first."""
    folded = " ".join(words.split())
    return visible(folded if len(folded) <= CELL else f"{folded[:CELL]}…").translate(MARKUP)


GITHUB = Format("github", "Annotations of GitHub Actions", render)
MARKDOWN = Format("markdown", "A summary in Markdown: rules by count, the gravest findings", render_summary)
