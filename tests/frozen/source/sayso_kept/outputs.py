"""A format and an exporter."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso import Exported, Exporter, Format, Rendering, Report, report_to_json


def render_counts(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """Write one line of JSON a report."""
    for report in reports:
        summary = report_to_json(report, rendering.version)["summary"]
        failed = [failure.error for failure in report.failures]
        yield json.dumps({"summary": summary, "failed": failed, "plugins": len(rendering.plugins)}) + "\n"


def render_voices(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """Write one line of JSON an item."""
    for item in items:
        record = item.record
        line = {
            "id": record.id,
            "outlet": record.outlet.value.name if record.outlet.value is not None else None,
            "speakers": [speaker.name or speaker.surface for speaker in record.speakers],
            "quotes": [quote.span.of(record.text) for quote in record.quotes],
            "findings": len(item.report.findings) if item.report is not None else None,
        }
        yield json.dumps(line) + "\n"


counts = Format("kept-counts", "Counts, a line of JSON an input", render_counts)
voices = Exporter("kept-voices", "Who speaks, a line of JSON an item", render_voices, findings=True)
