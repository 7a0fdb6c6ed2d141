"""Draw findings of each rule on real texts, to be judged: as many of each as asked for, the same at every run.

A finding that has a verdict already, by its rule, item and span, is not drawn again. Lines go to standard output as
JSON with the words around; a verdict is kept without them (see verdicts.jsonl).
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from corpus import texts

import sayso

VERDICTS = Path(__file__).with_name("verdicts.jsonl")
AROUND = 300


def key(one: dict[str, object]) -> tuple[object, ...]:
    """What a finding is known by."""
    return (one["rule"], one["item"], one["start"], one["end"])


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder with the texts")
    parser.add_argument("--each", type=int, default=20, help="findings of each rule, those with a verdict included")
    parser.add_argument("--select", nargs="*", default=None, help="rules or families")
    parser.add_argument("--counts", action="store_true", help="print how many findings each rule has, and no sample")
    given = parser.parse_args()
    judged = {key(json.loads(line)) for line in VERDICTS.read_text("utf-8").splitlines() if line}
    select = tuple(given.select) if given.select else None
    engine = sayso.Engine(sayso.Config(preview=True, select=select))
    found: dict[str, list[tuple[str, dict[str, object]]]] = {name: [] for name in engine.host.rules}
    for one in texts(given.corpus):
        for finding in engine.check({**one.keys, "text": one.text}).findings:
            place = finding.spans[0] if finding.spans else None
            start, end = (place.start, place.end) if place else (0, 0)
            line = {
                "rule": finding.rule, "item": one.name, "start": start, "end": end, "severity": finding.severity.value,
                "message": finding.message, "words": place.exact if place else "",
                "before": one.text[max(0, start - AROUND) : start], "after": one.text[end : end + AROUND],
            }  # fmt: skip
            draw = hashlib.sha256(repr(key(line)).encode()).hexdigest()
            found[finding.rule].append((draw, line))
    for rule, lines in found.items():
        if given.counts:
            print(len(lines), rule)
            continue
        drawn = [line for _, line in sorted(lines, key=lambda pair: pair[0])[: given.each]]
        for line in drawn:
            if key(line) not in judged:
                sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
