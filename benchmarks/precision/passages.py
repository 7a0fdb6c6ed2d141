"""Defects found in passages that writers annotated: ``passages.py FILE... [--by-rule]``.

FILE has one JSON object a line: ``text``, ``defects`` and ``may``, each a list of ``rule`` and ``quote``. A defect is
found where a finding of its rule touches its words; a finding at warning or above that touches no words of a defect or
of what may be found is a false alarm. Findings on the whole item touch all words of their rule. No text is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Container
from pathlib import Path
from typing import Any, NamedTuple

import sayso

Place = tuple[str, int, int]


def places(row: dict[str, Any], kind: str) -> list[Place]:
    """The rules and words of one kind."""
    starts = [(one["rule"], row["text"].index(one["quote"]), len(one["quote"])) for one in row.get(kind, [])]
    return [(rule, start, start + length) for rule, start, length in starts]


def touches(finding: sayso.ReportedFinding, place: Place) -> bool:
    """Whether a finding is on the words of a place, whatever its rule."""
    rule, start, end = place
    if not finding.spans:
        return finding.rule == rule
    return any(span.start < end and start < span.end for span in finding.spans)


class Count(NamedTuple):
    """Defects found by rule, all by rule, and false alarms in so many words."""

    found: Counter[str]
    every: Counter[str]
    false: int
    words: int


Checked = list[tuple[dict[str, Any], tuple[sayso.ReportedFinding, ...]]]


def checked(file: Path, engine: sayso.Engine) -> Checked:
    """The passages of a file, each with what an engine finds in it."""
    made = []
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        report = engine.check(sayso.Document.from_bytes(row["text"].encode(), path="passage.txt"))
        made.append((row, report.items[0].findings))
    return made


def count(passages: Checked, rules: Container[str]) -> Count:
    """What some rules found in passages."""
    total = Count(Counter(), Counter(), 0, 0)
    for row, every in passages:
        findings = [one for one in every if one.rule in rules]
        defects, may = places(row, "defects"), places(row, "may")
        found = [place for place in defects if any(one.rule == place[0] and touches(one, place) for one in findings)]
        loud = [one for one in findings if one.severity.rank >= sayso.Severity.WARNING.rank]
        false = sum(not any(touches(one, place) for place in (*defects, *may)) for one in loud)
        total.found.update(rule for rule, _, _ in found)
        total.every.update(rule for rule, _, _ in defects)
        total = total._replace(false=total.false + false, words=total.words + len(row["text"].split()))
    return total


def main() -> None:
    """Print how many defects are found, and how many alarms are false."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--by-rule", action="store_true")
    given = parser.parse_args()
    every = sayso.Engine(sayso.Config(preview=True))
    for file in given.files:
        passages = checked(file, every)
        for name, engine in (("default", sayso.Engine()), ("all rules", every)):
            made = count(passages, {active.rule.name for active in engine.rules})
            total, right = made.every.total(), made.found.total()
            share = f"{right} of {total} ({right / max(1, total):.3f})"
            print(f"{file.stem}, {name}: {share}, {made.false} false in {made.words} words")
            for rule, number in made.every.most_common() if given.by_rule else ():
                print(f"  {rule:48} {made.found[rule]:3} of {number}")


if __name__ == "__main__":
    main()
