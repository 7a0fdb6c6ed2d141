"""A row an item, for a spreadsheet: what is known, how, and how many findings there are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from sayso import Agent, DateValue, Exported, Exporter, Fact, Org, Rendering, Severity

FACTS = ("outlet", "author", "date_published", "date_modified", "headline", "language", "item_type", "uri")
COUNTS = ("words", "speakers", "named_speakers", "quotations", "attributions", "claims", "unsourced_claims")
COLUMNS = (
    *("id", "path", "locator"),
    *(column for fact in FACTS for column in (fact, f"{fact}_status")),
    *("independence_status", "info_sources"),
    *COUNTS,
    *("errors", "warnings", "infos"),
)
#: What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), in either width, also behind blanks.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """RFC 4180 with a header; cells that a spreadsheet would run begin with an apostrophe."""
    yield _row(COLUMNS)
    for item in items:
        values = _values(item)
        yield _row([_safe(values[column]) for column in COLUMNS])


def _values(item: Exported) -> dict[str, Any]:
    record = item.record
    place = record.retrieval
    values: dict[str, Any] = {"id": record.id, "path": place.path, "locator": place.locator}
    for name in FACTS:
        fact: Fact[Any] = getattr(record, name)
        values[name], values[f"{name}_status"] = _shown(fact.value), fact.status.value
    values["independence_status"] = next((f.status.value for f in record.independence if f.known), "missing")
    values["info_sources"] = "; ".join(f.value.name for f in record.info_sources if f.value is not None)
    listed = [claim for claim in record.claims if claim.contestable.known]
    values.update(
        words=len(record.text.split()),
        speakers=len(record.speakers),
        named_speakers=sum(speaker.named for speaker in record.speakers),
        quotations=len(record.quotes),
        attributions=len(record.attributions),
        claims=len(listed),
        unsourced_claims=sum(claim.standing == "unsourced" for claim in listed),
    )
    severities = [finding.severity for finding in item.report.findings] if item.report else []
    for severity, column in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "infos")):
        values[column] = severities.count(severity)
    return values


def _shown(value: Any) -> str:
    if isinstance(value, Org):
        return value.name
    if isinstance(value, DateValue):
        return value.value
    if isinstance(value, tuple):
        return "; ".join(agent.name for agent in value if isinstance(agent, Agent))
    return value if isinstance(value, str) else ""


def _safe(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("\t", "\r")) or text.lstrip().startswith(FORMULA) else text


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


SUMMARY = Exporter("csv", "One row an item: facts, how each is known, and counts", render, findings=True)
