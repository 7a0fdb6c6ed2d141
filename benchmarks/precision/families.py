"""Recall and false alarms by family: on items with gold findings, and on real texts by the verdicts.

On items with gold, a finding that must be there and is not lowers the recall, and one at warning or above that is
neither expected nor allowed is a false alarm. On real texts nobody knows what is missing; false alarms are estimated:
the findings at warning or above, times the share of those judged that are wrong (an arguable one counts as half).
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from corpus import texts

import sayso

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "eval"))
from scoring import score_folder  # noqa: E402 - it lies with the items


def family(line: str) -> str:
    """The family of a miss or an alarm, as ``score_folder`` writes it."""
    return line.partition(": ")[2].partition("/")[0]


def by_gold(folder: Path) -> None:
    """A line a family on items with gold findings."""
    must: Counter[str] = Counter()
    for file in sorted(folder.glob("*.gold.json")):
        for want in json.loads(file.read_text("utf-8"))["findings"]["must"]:
            must[want["rule"].partition("/")[0]] += 1
    total = score_folder(sayso.Engine(), folder)
    misses, alarms = Counter(map(family, total.misses)), Counter(map(family, total.alarms))
    print(f"{folder.name}: {total.words:,} words")
    for name in sorted(must | alarms):
        hit = must[name] - misses[name]
        recall = f"{hit / must[name]:.2f}" if must[name] else "-"
        rate = 1000 * alarms[name] / total.words
        print(f"  {name:<14} {hit:>3} of {must[name]:>3} ({recall}), {rate:.2f} false per 1,000 words")


def by_verdicts(corpus: Path) -> None:
    """A line a family on real texts: findings, and how many of them are false by what was judged."""
    engine = sayso.Engine()
    found: Counter[str] = Counter()
    words = 0
    for one in texts(corpus):
        words += len(one.text.split())
        for finding in engine.check({**one.keys, "text": one.text}).findings:
            if finding.severity is not sayso.Severity.INFO:
                found[finding.rule] += 1
    false: Counter[str] = Counter()
    for name, number in found.items():
        judged = engine.host.rules[name].judged
        if judged is not None and judged.precision is not None:
            false[name.partition("/")[0]] += number * (1 - judged.precision)
    print(f"real texts: {words:,} words")
    for name in sorted({rule.partition("/")[0] for rule in found}):
        findings = sum(number for rule, number in found.items() if rule.startswith(f"{name}/"))
        rate = 1000 * false[name] / words
        print(f"  {name:<14} {findings:>4} findings, {false[name]:5.1f} false, {rate:.3f} per 1,000 words")
    print(f"  all: {1000 * sum(found.values()) / words:.2f} findings, {1000 * sum(false.values()) / words:.3f} false")


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder with the texts")
    given = parser.parse_args()
    by_gold(ROOT / "tests" / "eval" / "items")
    by_verdicts(given.corpus)


if __name__ == "__main__":
    main()
