"""The whole page: what was checked, an overview of many items, the items, and what could not be read.

Items are written to a temporary file while the overview is counted, so that memory does not grow with the run; where
there are very many, the gravest are shown and all are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso import Failure, ItemReport, LeftOut, Rendering, Report, ReportedFinding, Severity
from sayso_plugins.formats.html import frame
from sayso_plugins.formats.html.facts import byline
from sayso_plugins.formats.html.gravest import Gravest, Parts, Weight
from sayso_plugins.formats.html.item import Home, ItemPage, title
from sayso_plugins.formats.html.notes import open_claims
from sayso_plugins.formats.html.overview import Overview
from sayso_plugins.formats.html.safe import joined, line
from sayso_plugins.formats.html.table import row, table
from sayso_plugins.formats.tally import Tally, number, unread

#: Items that are shown whole, that have a row in the list of items, and failures that are named.
DETAILED, LISTED, FAILED = 500, 5_000, 1_000
#: Of more items than these, those that have nothing to show are folded away.
MANY = 20
HEADS = ("no.", "item", "errors", "warnings", "info")


class Row(NamedTuple):
    """What the list of items says of one.

    Attributes:
        weight: Its findings by severity, and whether it has something else to show.
    """

    title: str
    about: str
    weight: Weight


class Kept(NamedTuple):
    """An item that is shown whole: where its part of the page is, and whether it has something to show."""

    place: tuple[int, int]
    loud: bool


class Page:
    """What is known of the page while the reports come."""

    def __init__(self, rendering: Rendering) -> None:
        self.rendering = rendering
        self.parts = Parts()
        self.rules: dict[str, str] = {}
        self.overview = Overview(rendering.rules, self.rule_id)
        self.tally = Tally()
        self.items = self.across = 0
        self.detailed: Gravest[Kept] = Gravest(DETAILED)
        self.listed: Gravest[Row] = Gravest(LISTED)
        self.together: Gravest[ItemReport] = Gravest(DETAILED)
        self.numbers: dict[tuple[str, str | None, str | None], int] = {}
        self.failures: list[Failure] = []
        self.left_out: list[LeftOut] = []
        self.parts_left_out = 0
        self.has_records = False

    def rule_id(self, name: str) -> str:
        """The id of a rule's entry, by the order in which rules come up."""
        return self.rules.setdefault(name, f"rule-{len(self.rules) + 1}")

    def add(self, report: Report) -> None:
        """Count a report, and write its items down."""
        self.tally.add(report)
        self.failures.extend(report.failures[: max(0, FAILED - len(self.failures))])
        self.left_out.extend(report.left_out[: max(0, FAILED - len(self.left_out))])
        self.parts_left_out += len(report.left_out)
        for item in report.items:
            self._item(item)
        for item in report.across:
            self.across += 1
            self.overview.add(item, across=True)
            weight = _weight(item.findings)
            if self.together.wants(weight):
                self.together.add(weight, self.across, item)

    def _item(self, item: ItemReport) -> None:
        self.items += 1
        self.overview.add(item)
        self.has_records = self.has_records or item.record is not None
        passed_over, claims = unread(item, self.rendering.rules), len(open_claims(item))
        weight = _weight(item.findings, 2 if passed_over else int(bool(claims)))
        if self.detailed.wants(weight):
            part = ItemPage(item, self.items, self.rule_id, rules=self.rendering.rules)
            self.detailed.add(weight, self.items, Kept(self.parts.put(part.html()), any(weight)))
            self.numbers[(item.id, item.path, item.locator)] = self.items
        if self.listed.wants(weight):
            known = byline(item.record) if item.record is not None else ""
            open_ones = number(claims, "unsourced claim") if claims else ""
            about = joined((known, line(item.name), open_ones, _lacks(item) if passed_over else ""))
            self.listed.add(weight, self.items, Row(title(item), about, weight))

    def html(self) -> Iterator[str]:
        """The page."""
        seen = frame.seen(self.tally, self.left_out, self.parts_left_out)
        nav = [
            ("overview", "Overview", self.items > 1),
            ("failures", "Could not be checked", bool(self.failures)),
            ("list", "List of items", self.items > 1),
            ("items", "Items" if self.items != 1 else "The item", self.items > 0),
            ("across", "What items show together", self.across > 0),
            ("seen", "What was seen", bool(seen)),
            ("rules", "The rules", bool(self.rules)),
        ]
        yield from frame.head(self.rendering, self.tally, [(at, name) for at, name, there in nav if there])
        if self.items > 1:
            yield '<section id="overview" aria-labelledby="overview-h">\n<h2 id="overview-h">Overview</h2>\n'
            yield from self.overview.html()
            yield "</section>\n"
        yield from frame.failures(self.failures, self.tally.counts["failures"])
        if self.items > 1:
            yield from self._list()
        if self.items or self.across:
            yield from frame.filters(many=self.items > 1, only_found=self.items > MANY)
        if self.items:
            yield from self._items()
        if self.across:
            yield from self._across()
        yield seen
        yield from frame.rules(self.rules, self.rendering.rules)
        yield from frame.foot(self.rendering)

    def _list(self) -> Iterator[str]:
        yield '<section id="list" aria-labelledby="list-h">\n<h2 id="list-h">List of items</h2>\n'
        if len(self.listed) < self.items:
            yield f"<p><b>The list has the {LISTED:,} gravest of {self.items:,} items; all are counted above.</b></p>\n"
        yield '<p class="aside">Those with the most errors come first, then those with the most warnings. '
        yield '<button type="button" id="by-name" aria-pressed="false" hidden>Sort by name</button></p>\n'
        loud = [(n, row) for n, row in self.listed.by_weight() if any(row.weight) or self.items <= MANY]
        if loud:
            yield from self._rows(loud, "List of items")
        quiet = [(n, row) for n, row in self.listed.in_order() if not any(row.weight) and self.items > MANY]
        if quiet:
            yield from _folded(len(quiet), self._rows(quiet, "Items with nothing to show"))
        yield "</section>\n"

    def _rows(self, listed: list[tuple[int, Row]], title: str) -> Iterator[str]:
        return table(title, HEADS, (self._row(n, known) for n, known in listed), figures=(0, 2, 3, 4))

    def _row(self, n: int, known: Row) -> str:
        link = f'<a href="#item-{n}">{known.title}</a>' if n in self.detailed else known.title
        named = f'{link} <span class="aside">{known.about}</span>'
        counts = (f"{count:,}" for count in known.weight[:3])
        return row((f"{n}", named, *counts), HEADS, name=1, data=f' data-item="item-{n}"')

    def _items(self) -> Iterator[str]:
        heading = "Items" if self.items != 1 else "The item"
        yield f'<section id="items" aria-labelledby="items-h">\n<h2 id="items-h">{heading}</h2>\n'
        if len(self.detailed) < self.items:
            yield (
                f"<p><b>Shown are the {DETAILED:,} gravest of {self.items:,} items, in their order: those with the "
                "most errors, then warnings. All are counted in the overview.</b></p>\n"
            )
        yield from frame.legend(self.has_records)
        quiet = [kept for _, kept in self.detailed.in_order() if not kept.loud and self.items > MANY]
        for _, kept in self.detailed.in_order():
            if kept.loud or not quiet:
                yield self.parts.get(kept.place)
        if quiet:
            yield from _folded(len(quiet), (self.parts.get(kept.place) for kept in quiet))
        yield "</section>\n"

    def _across(self) -> Iterator[str]:
        yield '<section id="across" aria-labelledby="across-h">\n'
        yield '<h2 id="across-h">What items show together</h2>\n'
        if len(self.together) < self.across:
            yield f"<p><b>Shown are the {DETAILED:,} gravest of {self.across:,}; all are counted.</b></p>\n"
        for n, item in self.together.in_order():
            own = self.numbers.get((item.id, item.path, item.locator))
            known = self.listed.get(own)
            home = Home(f"item-{own}", known.title) if known is not None and own in self.detailed else None
            yield from ItemPage(item, n, self.rule_id, home, "across", self.rendering.rules).html()
        yield "</section>\n"


def _folded(count: int, parts: Iterable[str]) -> Iterator[str]:
    """What has nothing to show, folded away; the words that say so are printed too."""
    left = f"Left out here: {number(count, 'item')} with nothing to show; open to see"
    yield f'<details class="quiet"><summary>{left}</summary>\n'
    yield from parts
    yield "</details>\n"


def _lacks(item: ItemReport) -> str:
    """That nobody looked at the text of an item, or hardly anybody."""
    if item.unanalysed is not None:
        return '<b class="absent">text not analysed</b>'
    return f'<b class="absent">{number(len({skip.rule for skip in item.skips}), "rule")} did not look</b>'


def _weight(findings: Iterable[ReportedFinding], other: int = 0) -> Weight:
    found = Counter(finding.severity for finding in findings)
    return found[Severity.ERROR], found[Severity.WARNING], found[Severity.INFO], other


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One document of HTML, which needs nothing from elsewhere."""
    page = Page(rendering)
    try:
        for report in reports:
            page.add(report)
        yield from page.html()
    finally:
        page.parts.close()
