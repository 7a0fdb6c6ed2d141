"""How often an attribution is right, by its confidence.

    calibrate.py PREDICTIONS FOLDER... [--texts FOLDER]

An attribution is right where each role shares at least half of its words with one that annotators made. PREDICTIONS are
those of ``train.py --folds``, so that no document was trained on. Printed: the reliability table of the documentation
and the expected calibration error (Naeini et al. 2015).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from corpus import Doc, read_folder
from scores import ROLES, words_in


def is_right(doc: Doc, made: dict[str, list[list[int]]]) -> bool:
    """Whether an attribution is one that annotators made, each role by at least half of its words."""
    mine = {role: words_in(doc.text, made[role]) for role in ROLES}
    for gold in doc.gold:
        theirs = {role: words_in(doc.text, getattr(gold, role)) for role in ROLES}
        if all(2 * len(mine[role] & theirs[role]) >= len(mine[role] | theirs[role]) for role in ROLES):
            return True
    return False


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    found = {row["id"]: row["attributions"] for row in map(json.loads, given.predictions.read_text().splitlines())}
    bins: dict[int, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for folder in given.folders:
        texts = None if (folder / "text").is_dir() else given.texts
        for doc in read_folder(folder, texts):
            for made in found.get(doc.id, ()):
                cell = bins[min(9, int(made["confidence"] * 10))]
                cell[0] += 1
                cell[1] += is_right(doc, made)
                cell[2] += made["confidence"]
    total = sum(cell[0] for cell in bins.values())
    error = 0.0
    for key, (count, right, sure) in sorted(bins.items()):
        print(f"| {key / 10:.1f}-{key / 10 + 0.1:.1f} | {count:.0f} | {sure / count:.2f} | {right / count:.2f} |")
        error += abs(right - sure) / total
    print(f"expected calibration error {error:.3f}")


if __name__ == "__main__":
    main()
