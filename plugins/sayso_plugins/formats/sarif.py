"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning.

Fingerprints stand under a key of our own. They hold the item, and no line numbers; no two results have the same.
GitHub takes 25,000 results a run and shows 5,000: the gravest are kept, and a notification says how many were left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import heappush, heapreplace
from typing import Any

from sayso import (
    Certainty,
    Failure,
    Format,
    ItemReport,
    Location,
    Pattern,
    Place,
    Rendering,
    Report,
    ReportedFinding,
    Rule,
    Severity,
)
from sayso_plugins.formats.places import address, tidy
from sayso_plugins.formats.tally import Tally

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: Results that GitHub takes in a run, and those of them that it shows.
TAKEN, SHOWN = 25_000, 5_000
#: What is found in waivers, by no rule. Code scanning wants each described.
OWN = {
    "waivers/expired": "A waiver holds no more, and its finding stands: renew it, or mend what it is about.",
    "waivers/unused": "A waiver lets nothing stand: take it out.",
}
FINGERPRINT = "sayso/v1"
#: Begins the id of an item that has none of its own; it changes with the text.
UNNAMED = "urn:sayso:sha256:"
#: What SARIF calls a semantic version (Semantic Versioning 2.0.0); a version of Python's own form need not be one.
SEMANTIC = Pattern(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PRECISION = {Certainty.EXACT: "very-high", Certainty.LEXICAL: "high", Certainty.EXTRACTION: "medium"}


class Kept:
    """The gravest results of a run, in the order in which they came."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.seen = 0
        self._heap: list[tuple[int, int, str, str]] = []

    def add(self, rank: int, rule: str, result: str) -> None:
        """Keep a result, if need be in place of the mildest one, and of equals of the one that came last."""
        entry = (rank, -self.seen, rule, result)
        self.seen += 1
        if len(self._heap) < self.most:
            heappush(self._heap, entry)
        elif entry > self._heap[0]:
            heapreplace(self._heap, entry)

    def results(self) -> list[tuple[str, str]]:
        """Rule and result, in their order."""
        return [(rule, result) for _, _, rule, result in sorted(self._heap, key=lambda entry: -entry[1])]

    @property
    def left_out(self) -> int:
        """How many there was no room for."""
        return self.seen - len(self._heap)


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One log with one run."""
    kept = Kept(TAKEN)
    failures: list[Failure] = []
    tally = Tally()
    for report in reports:
        tally.add(report)
        failures.extend(report.failures)
        for item in report.listed:
            for finding in item.findings:
                key = f"{finding.rule} {_fingerprint(item, finding)}"
                kept.add(finding.severity.rank, key, _line(_result(item, finding)))
    results = [(*key.rsplit(" ", 1), result) for key, result in kept.results()]
    rules = sorted({rule for rule, *_ in results})
    numbers = {rule: number for number, rule in enumerate(rules)}
    yield f'{{"$schema": {_line(SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {{"driver": '
    yield _line(_driver(rendering, rules))
    said = _line(_invocation(failures, kept, tally))
    yield f'}}, "columnKind": "unicodeCodePoints", "invocations": [{said}], "results": ['
    repeats: Counter[str] = Counter()
    for number, (rule, print_, result) in enumerate(results):
        # The index is known only when all rules are, and which of equal items this is when the others are.
        repeats[print_] += 1
        if repeats[print_] > 1:
            print_ = _hashed(print_, str(repeats[print_]))
        known = _line({"ruleIndex": numbers[rule], "partialFingerprints": {FINGERPRINT: print_}})
        yield f"{',' if number else ''}\n{known[:-1]}, {result[1:]}"
    yield "\n]}]}\n"


def _fingerprint(item: ItemReport, finding: ReportedFinding) -> str:
    """Names a finding in its item: by the item's own id or address, else by its file, else by its text."""
    known = item.id if not item.id.startswith(UNNAMED) else item.uri
    if known is None:
        known = tidy(item.path) if item.path is not None and item.locator is None else f"{item.path} {item.id}"
    return _hashed(known, finding.rule, finding.fingerprint)


def _hashed(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _message(words: str, otherwise: str) -> dict[str, str]:
    """A message as SARIF has it: never empty, with braces doubled, which would hold a place, and without links."""
    return {"text": words.replace("{", "{{").replace("}", "}}").replace("](", "] (") or otherwise}


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _driver(rendering: Rendering, rules: list[str]) -> dict[str, Any]:
    version = {"version": rendering.version}
    if SEMANTIC.fullmatch(rendering.version):
        version = {"semanticVersion": rendering.version}
    return {"name": "sayso", **version, "rules": [_rule(name, rendering.rules.get(name)) for name in rules]}


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        words = _message(OWN.get(name, name), name)
        return {"id": name, "shortDescription": words, "fullDescription": words, "help": words}
    known = {
        "id": name,
        "name": "".join(word.title() for word in name.partition("/")[2].split("-")),
        "shortDescription": _message(rule.summary, name),
        "fullDescription": _message(rule.why or rule.summary, name),
        "help": _message(rule.cure or rule.summary, name),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }
    if rule.certainty in PRECISION:
        known["properties"] = {"tags": [rule.family], "precision": PRECISION[rule.certainty]}
    return known


def _invocation(failures: list[Failure], kept: Kept, tally: Tally) -> dict[str, Any]:
    said = [_notification(failure) for failure in failures]
    if kept.left_out:
        text = f"{kept.left_out:,} of {kept.seen:,} results are left out, the mildest: code scanning takes {TAKEN:,}"
        said.append({"level": "warning", "message": {"text": text}})
    if kept.seen > SHOWN:
        text = f"{kept.seen:,} results: code scanning shows the first {SHOWN:,}"
        said.append({"level": "note", "message": {"text": text}})
    said += [{"level": "warning", "message": _message(one, "-")} for one in (*tally.exceeded(), *tally.gaps())]
    said += [{"level": "note", "message": _message(one, "-")} for one in tally.seen()]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": said}


def _notification(failure: Failure) -> dict[str, Any]:
    said: dict[str, Any] = {"level": "error", "message": _message(str(failure), failure.error or "failed")}
    if failure.path is not None and failure.location is not None:
        place = {"artifactLocation": {"uri": address(failure.path)}, "region": _region(failure.location, None)}
        said["locations"] = [{"physicalLocation": place}]
    return said


def _result(item: ItemReport, finding: ReportedFinding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": _message(finding.message, finding.rule),
        "locations": [_location(item, item.location(finding), finding.spans[0] if finding.spans else None)],
        "properties": {"confidence": finding.confidence, "item": item.id, "facts": list(finding.facts)},
    }
    others = [(place, item.location_of(place)) for place in (*finding.spans[1:], *finding.related)]
    known = {_line(one): one for one in (_location(item, at, place) for place, at in others if at is not None)}
    if known:
        result["relatedLocations"] = list(known.values())  # each once, as the standard asks
    return result


def _location(item: ItemReport, at: Location | None, place: Place | None) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [_logical(item)]}
    if item.path is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": address(item.path)}}
        if at is not None:
            physical["region"] = _region(at, place)
        location["physicalLocation"] = physical
    return location


def _logical(item: ItemReport) -> dict[str, Any]:
    # Of a location that lies in no other one, a full name would have to be the name.
    return {"name": item.name or item.id or "item", "kind": "resource"}


def _region(at: Location, place: Place | None) -> dict[str, Any]:
    known = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        # A snippet is what stands in the region, and escapes would make it something else.
        "snippet": {"text": place.exact} if place is not None and place.location is None else None,
    }
    return {key: value for key, value in known.items() if value is not None}


SARIF = Format("sarif", "SARIF 2.1.0, for code scanning", render)
