"""What the two rules on claims without a source report, against the marks of annotators, by kind of claim.

    recall.py FOLDER [--texts FOLDER] [--half 0|1] [--training | --held-out] [--show]

A finding is right where it overlaps a marked claim. A finding that is reasonable and not marked counts as wrong, so the
precision is understated: annotators marked what struck them, and two of them differ.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import sayso

sys.path.insert(0, str(Path(__file__).parents[1] / "attribution"))
from corpus import Doc, is_training, read_folder

CONTESTABLE, STATISTIC = "attribution/unattributed-contestable-claim", "attribution/statistic-without-source"
#: Kinds of marked claims that a rule is there for; those marked otherwise are counted and belong to none.
KINDS = {
    CONTESTABLE: ("casualties", "cause", "blame", "motive", "crime", "private_conversation", "military_action"),
    STATISTIC: ("statistic", "superlative"),
}
NEWS = {"language": "en", "outlet": "The Outlet", "author": "Ana Ruiz"}
NOTE = "A reasonable finding that nobody marked counts as wrong: the precision is understated."


def half(name: str) -> int:
    """Which half a document belongs to, by the hash of its name."""
    return hashlib.sha256(f"recall {name}".encode()).digest()[0] % 2


class Tally:
    """Findings and marks, and how many of each meet."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.marked: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.words = 0

    def add(self, doc: Doc, findings: Iterable[sayso.ReportedFinding], show: bool) -> None:
        """Count a document."""
        self.words += len(doc.text.split())
        places = [(one.rule, one.spans[0].start, one.spans[0].end) for one in findings]
        for rule, start, end in places:
            whys = [why for first, last, why in doc.claims if first < end and start < last]
            for key in (rule, "both"):
                self.found[key][0] += bool(whys)
                self.found[key][1] += 1
            if show:
                mark = "RIGHT" if whys else "WRONG"
                print(mark, doc.id, rule.rpartition("/")[2], *whys, "|", " ".join(doc.text[start:end].split()))
        for first, last, why in doc.claims:
            hit = any(first < end and start < last for _, start, end in places)
            kinds = set(why.split(","))
            for key in {*kinds, *(rule for rule in KINDS if kinds & set(KINDS[rule])), "all"}:
                self.marked[key][0] += hit
                self.marked[key][1] += 1
            if show and not hit:
                print("MISSED", doc.id, why, "|", " ".join(doc.text[first:last].split()))

    def print(self) -> None:
        """A line a rule, and one a kind."""
        print(f"{self.words:,} words. {NOTE}")
        for rule, (right, of) in sorted(self.found.items()):
            print(f"  {rule.rpartition('/')[2]:32} found {of:4}, right {right:4}, precision {right / of:.2f}")
        for kind, (hit, of) in sorted(self.marked.items()):
            print(f"  {kind.rpartition('/')[2]:32} marked {of:4}, found {hit:4}, recall {hit / of:.2f}")


def main() -> None:
    """Print found, precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="annotations, as in tests/eval/attribution")
    parser.add_argument("--texts", type=Path, help="where the texts are, if the folder has none")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the documents of one half, by their names' hash")
    parser.add_argument("--training", action="store_true", help="only items that may be trained on")
    parser.add_argument("--held-out", action="store_true", help="only items that are never trained on")
    parser.add_argument("--show", action="store_true", help="print every finding and every miss")
    given = parser.parse_args()
    engine = sayso.Engine(sayso.Config(preview=True, select=(CONTESTABLE, STATISTIC)))
    tally = Tally()
    for doc in read_folder(given.folder, given.texts):
        trained = is_training(doc.id)
        if given.half not in (None, half(doc.id)) or (given.training and not trained) or (given.held_out and trained):
            continue
        tally.add(doc, engine.check({**NEWS, "id": doc.id, "text": doc.text}).findings, given.show)
    tally.print()


if __name__ == "__main__":
    main()
