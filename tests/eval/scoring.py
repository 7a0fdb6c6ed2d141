"""Findings against gold: what an editor must find, may find, and must not.

A gold finding is hit when a finding of its rule, or of one it accepts, overlaps one of its spans (or has none,
where it has none). A finding at warning or above that is neither expected nor allowed counts as a false alarm.
"""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from sayso import Engine, ReportedFinding, Severity


class Score(NamedTuple):
    """Counts over items; `misses` and `alarms` say which."""

    must: int = 0
    hit: int = 0
    severity: int = 0
    alarms: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    words: int = 0

    def __add__(self, other: Any) -> Score:
        return Score(*(mine + theirs for mine, theirs in zip(tuple(self), tuple(other), strict=True)))

    @property
    def recall(self) -> float:
        """Of what must be found, how much is."""
        return self.hit / self.must if self.must else 1.0

    @property
    def precision(self) -> float:
        """Of hits and false alarms, how many are hits."""
        return self.hit / (self.hit + len(self.alarms)) if self.hit else 1.0


def score(engine: Engine, item: Path, gold: dict[str, Any]) -> Score:
    """Check one item and compare."""
    report = engine.check(item)
    assert not report.failures, report.failures
    text = report.items[0].text
    found = report.findings
    sentences = {one["sid"]: [(one["start"], one["end"])] for one in gold["sentences"]}
    used: set[int] = set()
    hit = severity = 0
    misses = []
    for want in gold["findings"]["must"]:
        match = _matching(found, want)
        used.update(match)
        hit += bool(match)
        severity += any(found[i].severity.value == want["severity"] for i in match)
        if not match:
            misses.append(f"{item.name}: {want['rule']} {[text[a:b] for a, b in want['spans']][:1]}")
    for want in gold["findings"]["may"]:
        used.update(_matching(found, want))
    alarms = []
    for index, one in enumerate(found):
        if index not in used and one.severity is not Severity.INFO:
            alarms.append(f"{item.name}: {one.rule} {[place.exact for place in one.spans][:1]}")
    for no in gold["findings"]["must_not"]:
        places = [tuple(span) for span in no.get("spans", [])] or sentences.get(no.get("sid"))
        for index, one in enumerate(found):
            named = any(fnmatch.fnmatch(one.rule, rule) for rule in no["rules"])
            where = places is None or _touches(places, one)
            line = f"{item.name}: {one.rule} {[place.exact for place in one.spans][:1]}"
            if named and where and index not in used and one.severity is not Severity.INFO and line not in alarms:
                alarms.append(line)
    return Score(len(gold["findings"]["must"]), hit, severity, tuple(alarms), tuple(misses), len(text.split()))


def score_folder(engine: Engine, folder: Path) -> Score:
    """All items of a folder that have a gold file beside them."""
    total = Score()
    for file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(file.read_text("utf-8"))
        total = total + score(engine, folder / gold["item"], gold)
    return total


def _matching(found: Iterable[ReportedFinding], want: dict[str, Any]) -> list[int]:
    rules = {want["rule"], *want.get("accept", [])}
    places = [tuple(span) for span in want["spans"]]
    return [
        i
        for i, one in enumerate(found)
        if one.rule in rules and (_touches(places, one) if places else not one.spans or "severity" not in want)
    ]


def _touches(places: list[Any], finding: ReportedFinding) -> bool:
    return any(start < one.end and one.start < end for start, end in places for one in finding.spans)
