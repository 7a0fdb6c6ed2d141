"""One line a finding, for editors and for grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Format, Rendering, Report, visible


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """``path:line:column: severity rule message``; 0:0 where the finding is about the item as a whole."""
    for report in reports:
        for item in report.listed:
            where = visible(f"{item.path or item.id}{f':{item.locator}' if item.locator else ''}")
            for finding in item.findings:
                place = finding.spans[0] if finding.spans else None
                at = f"{place.line}:{place.column}" if place else "0:0"
                yield f"{where}:{at}: {finding.severity.value} {finding.rule} {visible(finding.message)}\n"


CONCISE = Format("concise", "One line a finding", render)
