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
from sayso_plugins.formats.html.overview import Overview
from sayso_plugins.formats.html.safe import joined, line
from sayso_plugins.formats.tally import Tally

#: Items that are shown whole, that have a row in the list of items, and failures that are named.
DETAILED, LISTED, FAILED = 500, 5_000, 1_000


class Row(NamedTuple):
    """What the list of items says of one."""

    title: str
    about: str
    counts: tuple[int, int, int]


class Page:
    """What is known of the page while the reports come."""

    def __init__(self, rendering: Rendering) -> None:
        self.rendering = rendering
        self.parts = Parts()
        self.rules: dict[str, str] = {}
        self.overview = Overview(rendering.rules, self.rule_id)
        self.tally = Tally()
        self.items = self.across = 0
        self.detailed: Gravest[tuple[int, int]] = Gravest(DETAILED)
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
        weight = _weight(item.findings)
        if self.detailed.wants(weight):
            place = self.parts.put(ItemPage(item, self.items, self.rule_id).html())
            self.detailed.add(weight, self.items, place)
            self.numbers[(item.id, item.path, item.locator)] = self.items
        if self.listed.wants(weight):
            where = line(item.path or item.id) + (f" ({line(item.locator)})" if item.locator else "")
            unanalysed = "" if item.unanalysed is None else '<b class="absent">text not analysed</b>'
            about = joined((byline(item.record) if item.record is not None else "", where, unanalysed))
            self.listed.add(weight, self.items, Row(title(item), about, weight))

    def html(self) -> Iterator[str]:
        """The page."""
        seen = frame.seen(self.tally, self.left_out, self.parts_left_out)
        nav = [
            ("overview", "Overview", self.items > 1),
            ("list", "List of items", self.items > 1),
            ("items", "Items" if self.items != 1 else "The item", self.items > 0),
            ("across", "What items show together", self.across > 0),
            ("failures", "Could not be checked", bool(self.failures)),
            ("seen", "What was seen", bool(seen)),
            ("rules", "The rules", bool(self.rules)),
        ]
        yield from frame.head(self.rendering, self.tally, [(at, name) for at, name, there in nav if there])
        if self.items > 1:
            yield '<section id="overview" aria-labelledby="overview-h">\n<h2 id="overview-h">Overview</h2>\n'
            yield from self.overview.html()
            yield "</section>\n"
            yield from self._list()
        if self.items or self.across:
            yield from frame.filters(self.items > 1)
        if self.items:
            yield from self._items()
        if self.across:
            yield from self._across()
        yield from frame.failures(self.failures, self.tally.counts["failures"])
        yield seen
        yield from frame.rules(self.rules, self.rendering.rules)
        yield from frame.foot(self.rendering)

    def _list(self) -> Iterator[str]:
        yield '<section id="list" aria-labelledby="list-h">\n<h2 id="list-h">List of items</h2>\n'
        if len(self.listed) < self.items:
            yield f"<p><b>The list has the {LISTED:,} gravest of {self.items:,} items; all are counted above.</b></p>\n"
        yield '<div class="scroll" tabindex="0" role="group" aria-label="List of items"><table>\n<thead><tr>'
        yield from (f'<th scope="col">{head}</th>' for head in ("no.", "item", "errors", "warnings", "info"))
        yield "</tr></thead>\n<tbody>\n"
        for n, row in self.listed.in_order():
            link = f'<a href="#item-{n}">{row.title}</a>' if n in self.detailed else row.title
            counts = "".join(f'<td class="number">{count:,}</td>' for count in row.counts)
            yield f'<tr data-item="item-{n}"><td class="number">{n}</td><th scope="row">{link} '
            yield f'<span class="aside">{row.about}</span></th>{counts}</tr>\n'
        yield "</tbody></table></div>\n</section>\n"

    def _items(self) -> Iterator[str]:
        heading = "Items" if self.items != 1 else "The item"
        yield f'<section id="items" aria-labelledby="items-h">\n<h2 id="items-h">{heading}</h2>\n'
        if len(self.detailed) < self.items:
            yield (
                f"<p><b>Shown are the {DETAILED:,} gravest of {self.items:,} items, in their order: those with the "
                "most errors, then warnings. All are counted in the overview.</b></p>\n"
            )
        yield from frame.legend(self.has_records)
        for _, place in self.detailed.in_order():
            yield self.parts.get(place)
        yield "</section>\n"

    def _across(self) -> Iterator[str]:
        yield '<section id="across" aria-labelledby="across-h">\n'
        yield '<h2 id="across-h">What items show together</h2>\n'
        if len(self.together) < self.across:
            yield f"<p><b>Shown are the {DETAILED:,} gravest of {self.across:,}; all are counted.</b></p>\n"
        for n, item in self.together.in_order():
            own = self.numbers.get((item.id, item.path, item.locator))
            row = self.listed.get(own)
            home = Home(f"item-{own}", row.title) if row is not None and own in self.detailed else None
            yield from ItemPage(item, n, self.rule_id, home, "across").html()
        yield "</section>\n"


def _weight(findings: Iterable[ReportedFinding]) -> Weight:
    found = Counter(finding.severity for finding in findings)
    return found[Severity.ERROR], found[Severity.WARNING], found[Severity.INFO]


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One document of HTML, which needs nothing from elsewhere."""
    page = Page(rendering)
    try:
        for report in reports:
            page.add(report)
        yield from page.html()
    finally:
        page.parts.close()
