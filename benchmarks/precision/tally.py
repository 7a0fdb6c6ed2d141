"""Count the verdicts of the findings that the rules still have: right, wrong, arguable, and the precision of each rule.

A verdict on what is found no more does not count. Prints what each rule says of itself beside it, where that differs.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from corpus import texts
from sample import VERDICTS, key

import sayso


def main() -> None:
    """Print a line a rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="the folder with the texts")
    given = parser.parse_args()
    verdicts = {}
    for line in VERDICTS.read_text("utf-8").splitlines():
        one = json.loads(line)
        verdicts[key(one)] = one["verdict"]
    engine = sayso.Engine(sayso.Config(preview=True))
    found: Counter[str] = Counter()
    counted: dict[str, Counter[str]] = {name: Counter() for name in engine.host.rules}
    for text in texts(given.corpus):
        for finding in engine.check({**text.keys, "text": text.text}).findings:
            found[finding.rule] += 1
            place = finding.spans[0] if finding.spans else None
            verdict = verdicts.get((finding.rule, text.name, place.start if place else 0, place.end if place else 0))
            if verdict is not None:
                counted[finding.rule][verdict] += 1
    for name, counts in counted.items():
        judged = sayso.Judged(counts["right"], counts["wrong"], counts["arguable"])
        said = engine.host.rules[name].judged
        share = f"{judged.precision:.2f}" if judged.precision is not None else "-"
        differs = "" if said == judged else f"  (the rule says {said})"
        mark = "preview" if engine.host.rules[name].preview else engine.host.rules[name].severity.value
        figures = f"{judged.right:>3} {judged.wrong:>3} {judged.arguable:>3} of {found[name]:>4}"
        print(f"{share:>5}  {figures}  {mark:<8} {name}{differs}")


if __name__ == "__main__":
    main()
