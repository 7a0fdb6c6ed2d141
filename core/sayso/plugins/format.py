"""What a report format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field

from sayso.frozen import frozen
from sayso.records.fact import PluginRef
from sayso.report import Report, ReportedFinding
from sayso.rules.finding import Severity
from sayso.rules.rule import Rule
from sayso.traces import kind_of


@frozen
class Rendering:
    """What a format is told of the run and of where its output goes.

    Attributes:
        version: Of sayso.
        plugins: The plugins that took part.
        color: Whether terminal colours are wanted.
        rules: What is known of each rule that may have found something, by name.
        fail_on: The severity from which on findings make the run fail, or ``never``; where a configuration says it
            otherwise for some inputs, their reports do.
        rated: Rules whose findings make no failure one by one, since ``--max-rate`` allows some.
    """

    version: str
    plugins: tuple[PluginRef, ...] = ()
    color: bool = False
    rules: Mapping[str, Rule] = field(factory=dict)
    fail_on: str = "error"
    rated: frozenset[str] = frozenset()

    def fails(self, finding: ReportedFinding, report: Report) -> bool:
        """Whether a finding of a report makes the run fail."""
        level = report.fail_on or self.fail_on
        if level == "never" or finding.rule in self.rated:
            return False
        return finding.severity.rank >= Severity(level).rank


@frozen
class Format:
    """A way to write reports down.

    Attributes:
        render: Takes the reports one by one, as they come, and yields text; it prints nothing.
        records: Whether the reports are to have the records of their items.
    """

    name: str
    summary: str
    render: Callable[[Iterable[Report], Rendering], Iterator[str]]
    records: bool = False


def pieces_of(given: object) -> Iterator[object]:
    """What a format or an exporter gave, piece by piece; a text by itself would be taken letter by letter.

    Raises:
        TypeError: If it is nothing that has pieces of text.
    """
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"it returns {kind_of(given)}; it yields its texts, or returns a list of them")
    return iter(given)
