"""Findings as W3C Web Annotations (Recommendation of 23 February 2017), one annotation a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sayso import Exported, Exporter, Place, Record, Rendering, ReportedFinding
from sayso_plugins.exporters.stated import address, identity, line, stated

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 20


def render(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """One annotation a line; an item without findings has none."""
    for item in items:
        for finding in item.report.findings if item.report else ():
            yield line(annotation(item.record, finding, rendering.version))


def annotation(record: Record, finding: ReportedFinding, version: str) -> dict[str, Any]:
    """A finding as an annotation of the item, or of places in its text.

    The positions count in the record's text, in code points, which is what the Recommendation asks for.
    """
    # Items of several documents may have one id, and the same words.
    parts = (record.id, record.retrieval.path, record.retrieval.locator, finding.fingerprint)
    named = "\x1f".join(part or "" for part in parts)
    name = sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    source = address(stated(record.uri)) or identity(record)
    targets = [_target(source, place, record.text) for place in finding.spans] or [{"source": source}]
    return {
        "@context": CONTEXT,
        "id": f"urn:sayso:finding:{name}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"id": "urn:sayso", "type": "Software", "name": f"sayso {version}"},
        "body": [
            {"type": "TextualBody", "value": finding.message, "format": "text/plain", "purpose": "assessing"},
            {"type": "TextualBody", "value": finding.rule, "format": "text/plain", "purpose": "tagging"},
            {"type": "TextualBody", "value": finding.severity.value, "format": "text/plain", "purpose": "classifying"},
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(source: str, place: Place, text: str) -> dict[str, Any]:
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": place.start, "end": place.end},
            {
                "type": "TextQuoteSelector",
                "exact": place.exact,
                "prefix": text[max(0, place.start - AROUND) : place.start],
                "suffix": text[place.end : place.end + AROUND],
            },
        ],
    }


WEB_ANNOTATION = Exporter("web-annotation", "Findings as W3C Web Annotations, one a line", render, findings=True)
