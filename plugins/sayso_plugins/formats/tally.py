"""What a run comes to, in words: counted while reports come, told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sayso import Coverage, ItemReport, Report, Rule, Severity

#: What is counted by severity, in the order in which it is told.
SEVERITIES = tuple(severity.value for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))
#: Items that a line names, and characters of a name.
NAMED, NAME = 5, 200


class Tally:
    """Counts over the reports of a run, taken one by one.

    Args:
        rules: What is known of each rule, where only items that are :func:`unread` are to be told as not looked at.

    Attributes:
        counts: Those of :attr:`sayso.Report.summary`, and items whose text was not analysed.
        coverage: What the run saw beside its items; None where nobody said.
    """

    def __init__(self, rules: Mapping[str, Rule] | None = None) -> None:
        self.rules = rules
        self.counts: Counter[str] = Counter()
        self.coverage: Coverage | None = None
        self._gaps: dict[str, tuple[int, set[str], tuple[str, ...]]] = {}

    def add(self, report: Report) -> None:
        """Count a report."""
        self.counts.update(report.summary)
        self.counts["left out"] += sum(failure.error == "plugin" for failure in report.failures)
        self.counts["unanalysed"] += sum(item.unanalysed is not None for item in report.items)
        self.see(report)

    def see(self, report: Report) -> None:
        """Take from a report what was not looked at, and what is beside its items; its findings are not counted."""
        self.coverage = report.coverage or self.coverage
        if self.rules is not None:
            report = Report(tuple(item for item in report.items if unread(item, self.rules)))
        for gap in report.gaps:
            items, rules, named = self._gaps.get(gap.reason, (0, set(), ()))
            self._gaps[gap.reason] = items + gap.items, rules | {*gap.rules}, (*named, *gap.named)[:NAMED]

    def totals(self) -> str:
        """One line: what was checked and what came of it, and how much of it was accepted before."""
        counts = self.counts
        found = ", ".join(number(counts[f"{one}s"], one) for one in SEVERITIES if counts[f"{one}s"])
        inputs, plugins = counts["failures"] - counts["left out"], counts["left out"]
        failed = number(inputs, "input") if inputs else ""
        absent = f"{number(plugins, 'plugin')} could not be loaded whole" if plugins else ""
        if not counts["items"]:
            nothing = f"nothing could be checked: {failed} could not be read" if failed else "nothing was checked"
            return "; ".join(part for part in (nothing, absent, found, *self.accepted()) if part)
        parts = [f"{number(counts['items'], 'item')} checked: {found or self._nothing()}"]
        if counts["unanalysed"]:
            parts.append(f"the text of {number(counts['unanalysed'], 'item')} was not analysed")
        if failed:
            parts.append(f"{failed} could not be checked")
        if absent:
            parts.append(absent)
        return "; ".join((*parts, *self.accepted()))

    def _nothing(self) -> str:
        known = self.coverage
        if known is None or not (known.accepted or known.waived):
            return "nothing found"
        return "nothing new" if known.accepted else "nothing else found"

    def accepted(self) -> Iterator[str]:
        """What was found and let stand, and what nobody looked at since its failure is accepted; a part each."""
        known = self.coverage
        if known is None:
            return
        if known.accepted:
            yield f"{number(known.accepted, 'finding')} accepted by the baseline"
        if known.waived:
            yield f"{number(known.waived, 'finding')} waived"
        yield from self.unchecked()

    def unchecked(self) -> Iterator[str]:
        """How many inputs nobody looked at since their failure is accepted."""
        if self.coverage is not None and self.coverage.broken:
            yield f"{number(self.coverage.broken, 'input')} not checked (failures that the baseline accepts)"

    @property
    def passed(self) -> bool:
        """Whether items were looked at and nothing graver than info stands, be it accepted or not."""
        grave = ("errors", "warnings", "failures", "unanalysed")
        return bool(self.counts["items"]) and not any(self.counts[key] for key in grave) and not any(self.accepted())

    def gaps(self) -> Iterator[str]:
        """A line for each reason for which rules did not look at items; it names the first of them."""
        for reason, (items, rules, named) in sorted(self._gaps.items()):
            where = f"{number(items, 'item')}, at which {number(len(rules), 'rule')} did not look"
            names = ", ".join(short(name) for name in named)
            more = f" and {items - len(named):,} more" if items > len(named) else ""
            yield f"not wholly checked: {where}: {reason} ({names}{more})"

    def exceeded(self) -> Iterator[str]:
        """A line for each rule that fires on more of the items than is allowed."""
        if self.coverage is not None:
            yield from (f"more often than is allowed: {one}" for one in self.coverage.exceeded)

    def seen(self) -> Iterator[str]:
        """A line for each thing that the run saw and that is none of its items and findings."""
        known = self.coverage
        if known is None:
            return
        yield f"inputs: {known.inputs:,}"
        yield from map(str, known.skipped)
        if known.unchanged:
            yield f"unchanged and not checked: {known.unchanged:,}"
        if known.accepted:
            yield f"accepted by the baseline: {number(known.accepted, 'finding')}"
        if known.broken:
            yield f"failed, accepted by the baseline and not checked: {known.broken:,}"
        if known.waived:
            yield f"waived: {number(known.waived, 'finding')}"


def number(count: int, noun: str) -> str:
    """A count with its noun: ``2 errors``; ``info`` has one form."""
    plural = noun if count == 1 or noun == "info" else f"{noun}s"
    return f"{count:,} {plural}"


def unread(item: ItemReport, rules: Mapping[str, Rule]) -> bool:
    """Whether more rules of a language did not look at an item than there are rules that could have.

    One house rule for another language than all the rest has is no reason to mark every item.

    Args:
        rules: What is known of each rule, by name; those that are off are among them.
    """
    if not item.skips:
        return False
    elsewhere = {rules[skip.rule].languages for skip in item.skips if skip.rule in rules}
    could = sum(bool(rule.languages) and rule.languages not in elsewhere for rule in rules.values())
    return item.unanalysed is not None or len(item.skips) > could


def short(name: str) -> str:
    """A name, of a very long one the end, which tells more."""
    return name if len(name) <= NAME else f"…{name[-NAME:]}"
