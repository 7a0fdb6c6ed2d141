"""What came of checking: findings per item, what was skipped and why, and what failed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import field

from sayso.errors import SaysoError
from sayso.frozen import frozen
from sayso.readers.left_out import LeftOut
from sayso.records.fact import PluginRef
from sayso.rules.finding import Severity
from sayso.text.lines import LINE_END, Lines
from sayso.text.location import Location
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.records.record import Record

SCHEMA = "urn:sayso:schema:report:1.0.0"
#: Begins the reason of a skip where no rule of a language could look, and what ends it with the rule's own languages.
NOT_ANALYSED, READS = "the text was not analysed", "; the rule reads "
#: Items that a gap names.
NAMED = 5
#: The locator of an item that is a line of its file.
LINE = re.compile(r"line ([1-9]\d{0,17})\Z", re.ASCII)


@frozen
class Place:
    """A span of an item with its words and where in the text they stand; lines and columns count from 1.

    Attributes:
        location: Where they stand in the file, if that is another place.
    """

    start: int
    end: int
    exact: str
    line: int
    column: int
    location: Location | None = None


@frozen
class ReportedFinding:
    """A finding with what the engine adds to it.

    Attributes:
        fingerprint: Names the finding across runs; it holds no offsets, so it stays when other text moves.
        location: Where in the file the values stand that a finding without spans is about, or the item.
    """

    rule: str
    severity: Severity
    confidence: float
    message: str
    help: str
    spans: tuple[Place, ...]
    related: tuple[Place, ...]
    facts: tuple[str, ...]
    fingerprint: str
    location: Location | None = None


@frozen
class Skip:
    """A rule that did not look at an item, and why."""

    rule: str
    reason: str


@frozen
class Gap:
    """Rules that did not look at some items, for one reason.

    Attributes:
        items: How many.
        rules: The names of the rules, in the order of names.
        named: The first of the items, by path, or id, and place inside the file.
    """

    reason: str
    items: int
    rules: tuple[str, ...]
    named: tuple[str, ...] = ()


@frozen
class Coverage:
    """What a run saw and what it does not report, told once, at its end.

    Attributes:
        inputs: Files, and standard input, that there were to look at.
        skipped: Files of folders that were not read, by kind and reason.
        unchanged: Inputs and items that are as they were in the commit of ``--since``, and were not checked.
        accepted: Findings that the baseline accepts.
        broken: Inputs, or parts of them, that failed and that the baseline accepts; they were not checked.
        waived: Findings that waivers let stand.
        exceeded: What each rule that fires on more of the items than is allowed did, in words.
    """

    inputs: int = 0
    skipped: tuple[LeftOut, ...] = ()
    unchanged: int = 0
    accepted: int = 0
    broken: int = 0
    waived: int = 0
    exceeded: tuple[str, ...] = ()


@frozen
class Failure:
    """An input that could not be checked, or a rule or plugin that could not be asked; never dropped silently.

    Attributes:
        location: Where in the file at `path`, if that is known.
        cause: What was raised, for a look at its traceback, which has no values of variables. Failures are compared
            without it, and it stays behind where they go to another process or into a report.
    """

    path: str | None
    error: str
    message: str
    locator: str | None = None
    location: Location | None = None
    cause: BaseException | None = field(default=None, eq=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Failure, (self.path, self.error, self.message, self.locator, self.location)

    def __str__(self) -> str:
        if self.location is None:
            where = ":".join(part for part in (self.path, self.locator) if part)
        else:
            locator = None if self.locator == f"line {self.location.line}" else self.locator
            where = ":".join(part for part in (self.path, str(self.location)) if part)
            where += f" ({locator})" if locator else ""
        return f"{where}: {self.message}" if where else self.message


@frozen
class ItemReport:
    """The findings of one item, in the order of the text.

    Attributes:
        in_file: Whether lines and columns of the text are those of the file at `path`.
        uri: The item's address, where it is known.
        record: With its speakers, quotations, attributions and claims; only where somebody asked for it.
        unsure: Rules of which a finding was left out, since it is less sure than was asked for.
    """

    id: str
    path: str | None
    locator: str | None
    content_sha256: str
    reader: PluginRef
    findings: tuple[ReportedFinding, ...]
    skips: tuple[Skip, ...]
    text: str
    in_file: bool = False
    uri: str | None = None
    record: Record | None = None
    unsure: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Path, or id where there is none, and the place inside a container."""
        return f"{self.path or self.id}{f' ({self.locator})' if self.locator else ''}"

    def is_of(self, failure: Failure) -> bool:
        """Whether a failure is about this item, as where a rule failed on it, so that it was not wholly checked."""
        return (self.path, self.locator) == (failure.path, failure.locator)

    @property
    def unanalysed(self) -> str | None:
        """Why the text was not analysed, so that no rule of a language looked at it; None where it was."""
        known = (skip.reason for skip in self.skips if skip.reason.startswith(NOT_ANALYSED))
        return next((_cause(reason) for reason in known), None)

    def location_of(self, place: Place) -> Location | None:
        """Where a place of the text stands in the file at `path`; None where that is not known."""
        if place.location is not None or not self.in_file:
            return place.location
        lines = LINE_END.split(place.exact)
        column = len(lines[-1]) + (place.column if len(lines) == 1 else 1)
        return Location(place.line, place.column, place.line + len(lines) - 1, column)

    def location(self, finding: ReportedFinding) -> Location | None:
        """Where a finding stands in the file at `path`: its first span, else what it is about, else the item's line."""
        found = self.location_of(finding.spans[0]) if finding.spans else finding.location
        line = LINE.match(self.locator or "") if found is None else None
        return Location(int(line[1]), exact=False) if line else found


class FindingsError(SaysoError):
    """A report that somebody asked to raise has findings at or above the severity asked for."""


@frozen
class Report:
    """What came of one input or, merged, of a whole run. Immutable and picklable.

    Attributes:
        across: What only several items together show, by the item it is reported at; the item itself was counted
            where it was checked.
        left_out: What the input holds and was not read, though nothing is wrong with it.
        coverage: What a run saw beside its items; the last report of a run has it, and no other.
        fail_on: The severity from which on findings here make the run fail, or ``never``; None where nobody said.
    """

    items: tuple[ItemReport, ...] = ()
    failures: tuple[Failure, ...] = ()
    plugins: tuple[PluginRef, ...] = ()
    across: tuple[ItemReport, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    coverage: Coverage | None = None
    fail_on: str | None = None

    @property
    def listed(self) -> tuple[ItemReport, ...]:
        """Everything that has findings to show: the items, then what they show together."""
        return self.items + self.across

    @property
    def findings(self) -> tuple[ReportedFinding, ...]:
        """The findings of all items."""
        return tuple(finding for item in self.listed for finding in item.findings)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What rules did not look at, by reason."""
        found: dict[str, tuple[dict[int, str], set[str]]] = {}
        for number, item in enumerate(self.items):
            for skip in item.skips:
                items, rules = found.setdefault(_cause(skip.reason), ({}, set()))
                items[number] = item.name
                rules.add(skip.rule)
        return tuple(
            Gap(reason, len(items), tuple(sorted(rules)), tuple(items.values())[:NAMED])
            for reason, (items, rules) in sorted(found.items())
        )

    @property
    def summary(self) -> dict[str, int]:
        """The counts of the JSON report; `skips` counts pairs of an item and a rule that did not look at it."""
        severities = [finding.severity for finding in self.findings]
        return {
            "items": len(self.items),
            "findings": len(severities),
            "errors": severities.count(Severity.ERROR),
            "warnings": severities.count(Severity.WARNING),
            "infos": severities.count(Severity.INFO),
            "skips": sum(len(item.skips) for item in self.items),
            "failures": len(self.failures),
        }

    def at_least(self, severity: Severity) -> int:
        """How many findings are of this severity or a graver one."""
        return sum(finding.severity.rank >= severity.rank for finding in self.findings)

    def raise_if_failed(self, fail_on: Severity = Severity.ERROR) -> None:
        """Raise where an input failed or a finding is at or above `fail_on`.

        Raises:
            FindingsError: Saying how many.
        """
        count = self.at_least(fail_on)
        if count or self.failures:
            raise FindingsError(f"{count} findings at {fail_on.value} or above, {len(self.failures)} failures")


def merged(reports: Iterable[Report], plugins: tuple[PluginRef, ...]) -> Report:
    """One report of many, in their order."""
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
    return Report(tuple(items), tuple(failures), plugins, tuple(across), tuple(left_out), coverage)


def place(span: Span, text: str, lines: Lines) -> Place:
    """A span as reports give it."""
    line, column = lines.position(span.start)
    return Place(span.start, span.end, span.of(text), line, column)


def fingerprint(rule: str, words: tuple[str, ...], facts: tuple[str, ...], repeat: int) -> str:
    """32 hexadecimal digits over the rule, the quoted words (white space folded), the facts and the repetition."""
    parts = [rule, *(" ".join(quoted.split()) for quoted in words), *facts, str(repeat)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _cause(reason: str) -> str:
    """The reason of a skip without what differs from rule to rule though the cause is one."""
    return reason.partition(READS)[0] if reason.startswith(NOT_ANALYSED) else reason
