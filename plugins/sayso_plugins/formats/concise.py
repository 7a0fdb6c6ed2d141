"""One line a finding, for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Format, ItemReport, Rendering, Report, ReportedFinding, visible
from sayso_plugins.formats.tally import Tally


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """``path:line:column: severity rule message``; 0:0 where the finding is about the item as a whole.

    Where the place in the file is not known, path and locator of the item, and line and column in its text. One
    finding is one line: line ends and controls in names and words are shown as escapes.

    Behind the findings, a line that begins with ``sayso:`` says what nobody looked at, by reason. What a baseline or
    waivers let stand has no line here, so that nothing new is nothing.
    """
    tally = Tally(rendering.rules)
    for report in reports:
        tally.see(report)
        for item in report.listed:
            for finding in item.findings:
                words = f"{finding.severity.value} {finding.rule} {finding.message}"
                yield f"{_where(item, finding)}: {visible(words)}\n"
    yield from (f"sayso: {visible(line)}\n" for line in (*tally.gaps(), *tally.unchecked()))


def _where(item: ItemReport, finding: ReportedFinding) -> str:
    found = item.location(finding)
    if item.path is not None and found is not None and found.column is not None:
        return f"{visible(item.path)}:{found}"
    name = f"{item.path or item.id}{f':{item.locator}' if item.locator else ''}"
    place = finding.spans[0] if finding.spans else None
    return f"{visible(name)}:{f'{place.line}:{place.column}' if place else '0:0'}"


CONCISE = Format("concise", "One line a finding", render)
