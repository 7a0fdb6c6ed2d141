"""An in-toto Statement v1 with the predicate test-result v0.1, one a line and unsigned: a tool that signs takes it.

The subject is the document by the hash of its bytes, or the text where an item has no bytes of its own. A rule that
found nothing passed, one that found at most warnings warned. What is attested is that the sourcing was checked, never
that the item is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sayso import Exported, Exporter, Rendering, Severity
from sayso_plugins.exporters.stated import line

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"


def render(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """One statement a line."""
    for item in items:
        yield line(statement(item, rendering))


def statement(item: Exported, rendering: Rendering) -> dict[str, Any]:
    """The result of the rules on one item."""
    content = item.record.content
    findings = item.report.findings if item.report else ()
    failed = sorted({one.rule for one in findings if one.severity is Severity.ERROR})
    warned = sorted({one.rule for one in findings if one.severity is Severity.WARNING}.difference(failed))
    passed = sorted(set(item.rules).difference(failed, warned))
    place = item.record.retrieval
    name = "#".join(part for part in (place.path or item.record.id, place.locator) if part)
    # A file that holds many items has one hash, and each of them its own text.
    whole = content.raw_sha256 if content.raw_sha256 and place.locator is None else content.sha256
    return {
        "_type": STATEMENT,
        "subject": [{"name": name, "digest": {"sha256": whole}}],
        "predicateType": PREDICATE,
        "predicate": {
            "result": "FAILED" if failed else "WARNED" if warned else "PASSED",
            "configuration": [_tool(rendering, item.rules)],
            "passedTests": passed,
            "warnedTests": warned,
            "failedTests": failed,
        },
    }


def _tool(rendering: Rendering, rules: tuple[str, ...]) -> dict[str, Any]:
    """What was run: the version, the plugins with theirs, and the rules, under one hash."""
    parts = [f"sayso {rendering.version}", *(f"{one.name} {one.version}" for one in rendering.plugins), *sorted(rules)]
    return {"name": f"sayso {rendering.version}", "digest": {"sha256": sha256("\n".join(parts).encode()).hexdigest()}}


IN_TOTO = Exporter("in-toto", "in-toto test-result statements, one a line, unsigned", render, findings=True)
