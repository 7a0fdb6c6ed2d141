"""What a run comes to, in words: counted while reports come, told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso import Coverage, Report, Severity

#: What is counted by severity, in the order in which it is told.
SEVERITIES = tuple(severity.value for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))


class Tally:
    """Counts over the reports of a run, taken one by one.

    Attributes:
        counts: Those of :attr:`sayso.Report.summary`, and items whose text was not analysed.
        coverage: What the run saw beside its items; None where nobody said.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.coverage: Coverage | None = None
        self._gaps: dict[str, tuple[int, set[str]]] = {}

    def add(self, report: Report) -> None:
        """Count a report."""
        self.counts.update(report.summary)
        self.counts["unanalysed"] += sum(item.unanalysed is not None for item in report.items)
        self.coverage = report.coverage or self.coverage
        for gap in report.gaps:
            items, rules = self._gaps.get(gap.reason, (0, set()))
            self._gaps[gap.reason] = items + gap.items, rules | {*gap.rules}

    def totals(self) -> str:
        """One line: what was checked and what came of it."""
        counts = self.counts
        found = ", ".join(number(counts[f"{one}s"], one) for one in SEVERITIES if counts[f"{one}s"])
        failed = number(counts["failures"], "input") if counts["failures"] else ""
        if not counts["items"]:
            nothing = f"nothing could be checked: {failed} could not be read" if failed else "nothing was checked"
            return f"{nothing}; {found}" if found else nothing
        parts = [f"{number(counts['items'], 'item')} checked: {found or 'nothing found'}"]
        if counts["unanalysed"]:
            parts.append(f"the text of {number(counts['unanalysed'], 'item')} was not analysed")
        if failed:
            parts.append(f"{failed} could not be checked")
        return "; ".join(parts)

    def gaps(self) -> Iterator[str]:
        """A line for each reason for which rules did not look at items."""
        for reason, (items, rules) in sorted(self._gaps.items()):
            where = f"{number(items, 'item')}, at which {number(len(rules), 'rule')} did not look"
            yield f"not wholly checked: {where}: {reason}"

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
