"""How often each rule fires: findings, the items they are in, and the rate among the items that the rule looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Format, ItemReport, Pattern, Rendering, Report, visible
from sayso_plugins.formats.tally import Tally

WORD = Pattern(r"\w+")
HEADINGS = ("findings", "items", "looked at", "share", "per 1,000 words")


class Counts:
    """What is counted while reports come."""

    def __init__(self) -> None:
        self.items = self.words = self.failures = 0
        self.findings: dict[str, int] = {}
        self.flagged: dict[str, int] = {}
        #: Of the items that a rule did not look at: how many, and their words.
        self.skipped: dict[str, int] = {}
        self.skipped_words: dict[str, int] = {}

    def add(self, item: ItemReport) -> None:
        """Count an item."""
        words = sum(1 for _ in WORD.finditer(item.text))
        self.items += 1
        self.words += words
        self.find(item)
        for skip in item.skips:
            _raise(self.skipped, skip.rule, 1)
            _raise(self.skipped_words, skip.rule, words)

    def find(self, item: ItemReport) -> None:
        """Count the findings of an item, or of several at an item."""
        rules = [finding.rule for finding in item.findings]
        for rule in rules:
            _raise(self.findings, rule, 1)
        for rule in set(rules):
            _raise(self.flagged, rule, 1)

    def rows(self) -> list[tuple[str, ...]]:
        """A row a rule, the most frequent first."""
        rows: list[tuple[str, ...]] = []
        for rule, findings in sorted(self.findings.items(), key=lambda pair: (-pair[1], pair[0])):
            looked = self.items - self.skipped.get(rule, 0)
            words = self.words - self.skipped_words.get(rule, 0)
            share = f"{self.flagged[rule] / looked:.1%}"
            rate = f"{1000 * findings / words:.2f}" if words else "-"
            rows.append((visible(rule), str(findings), str(self.flagged[rule]), str(looked), share, rate))
        return rows


def _raise(counts: dict[str, int], rule: str, by: int) -> None:
    counts[rule] = counts.get(rule, 0) + by


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """A table of the rules that found something, what rules did not look at, and what was checked in all."""
    counts, tally = Counts(), Tally()
    for report in reports:
        tally.see(report)
        counts.failures += len(report.failures)
        for item in report.items:
            counts.add(item)
        for item in report.across:
            counts.find(item)
    rows = [("rule", *HEADINGS), *counts.rows()]
    if len(rows) > 1:
        first, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
        for name, *figures in rows:
            columns = "  ".join(f"{one:>{width}}" for one, width in zip(figures, others, strict=True))
            yield f"{name:<{first}}  {columns}\n"
        yield "\n"
    yield from (f"{visible(line)}\n" for line in tally.gaps())
    if counts.failures and not counts.items:
        yield f"nothing could be checked; inputs that could not be read: {counts.failures}\n"
        return
    failed = f"; inputs that could not be checked: {counts.failures}" if counts.failures else ""
    accepted = "".join(f"; {part}" for part in tally.accepted())
    total = sum(counts.findings.values())
    yield f"items: {counts.items}; words: {counts.words:,}; findings: {total}{failed}{accepted}\n"


STATISTICS = Format("statistics", "How often each rule fires, with rates", render)
