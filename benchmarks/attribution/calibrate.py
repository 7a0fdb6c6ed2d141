"""How often an attribution is right, by its confidence.

    calibrate.py PREDICTIONS FOLDER... [--texts FOLDER] [--fit]

An attribution is right where each role shares at least half of its words with one that annotators made. PREDICTIONS are
those of ``train.py --folds``, so that no document was trained on, or of ``predict.py`` for held-out ones. Printed: the
reliability table of the documentation and the expected calibration error (Naeini et al. 2015). With ``--fit``, the
points of ``words/en/sureness.py`` instead: of the rules' patterns by their raw score, and of the learned part by
isotonic regression over bins of equal size (Zadrozny and Elkan 2002), for which PREDICTIONS must be raw.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from corpus import Doc, is_training, read_folder
from scores import ROLES, words_in

import sayso
from sayso.analysis.cues import CueFinder

BINS = 12
#: Scores nearer to each other are one.
CLOSE = 0.001


def is_right(doc: Doc, made: dict[str, list[list[int]]]) -> bool:
    """Whether an attribution is one that annotators made, each role by at least half of its words."""
    mine = {role: words_in(doc.text, made[role]) for role in ROLES}
    for gold in doc.gold:
        theirs = {role: words_in(doc.text, getattr(gold, role)) for role in ROLES}
        if all(2 * len(mine[role] & theirs[role]) >= len(mine[role] | theirs[role]) for role in ROLES):
            return True
    return False


def fit_rules(docs: list[Doc]) -> dict[str, list[tuple[float, float]]]:
    """For each pattern of the rules, raw score to measured share, with one right and one wrong added to each."""
    engine = sayso.Engine(sayso.Config(model=False))
    counts: dict[tuple[str, float], list[int]] = defaultdict(lambda: [0, 0])
    for doc in docs:
        for item in engine.items(sayso.Document.from_text(doc.text)):
            assert isinstance(item, sayso.Item)
            analysis = item.analysis
            for sentence in analysis.sentences:
                if sentence.is_read:
                    for one in CueFinder(list(analysis.narration(sentence)), item.pack).attributions():
                        source = [[one.source[0].start, one.source[-1].end]] if one.source else []
                        spans = {role: [[s.start, s.end] for s in getattr(one, role)] for role in ("cue", "content")}
                        cell = counts[one.pattern, one.confidence]
                        cell[0] += 1
                        cell[1] += is_right(doc, {"source": source, **spans})
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (pattern, raw), (count, right) in sorted(counts.items()):
        points[pattern].append((raw, round((right + 1) / (count + 2), 2)))
    return points


def fit_learned(rows: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Raw score to measured share, never falling: neighbours that fall are put together."""
    rows.sort(key=lambda row: row[0])
    size = max(1, len(rows) // BINS)
    groups = [rows[k : k + size] for k in range(0, len(rows), size)]
    blocks = [[sum(raw for raw, _ in group) / len(group), sum(ok for _, ok in group), len(group)] for group in groups]
    k = 0
    while k + 1 < len(blocks):
        (x, a, n), (y, b, m) = blocks[k], blocks[k + 1]
        if a / n >= b / m or y - x < CLOSE:
            blocks[k : k + 2] = [[(x * n + y * m) / (n + m), a + b, n + m]]
            k = max(0, k - 1)
        else:
            k += 1
    return [(round(x, 3), round(a / n, 2)) for x, a, n in blocks]


def is_learned(made: dict[str, Any], pack: sayso.LanguagePack) -> bool:
    """Whether the learned part found it: the rules keep hedges, colons and phrases such as *according to*."""
    return made["class"] != "hedge" and made["lemma"] != ":" and made["lemma"].split()[0] not in pack.according


def main() -> None:
    """Print the table, or the points."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    found = {row["id"]: row["attributions"] for row in map(json.loads, given.predictions.read_text().splitlines())}
    docs: list[Doc] = []
    for folder in given.folders:
        here = read_folder(folder, None if (folder / "text").is_dir() else given.texts)
        # What nothing is trained on tells nothing to the points either.
        docs += [doc for doc in here if not (given.fit and folder.name == "attribution") or is_training(doc.id)]
    judged = [(doc, made, is_right(doc, made)) for doc in docs for made in found.get(doc.id, ())]
    if given.fit:
        pack = sayso.Engine().languages["en"]
        learned = [(made, ok) for _, made, ok in judged if is_learned(made, pack)]
        points = fit_rules(docs)
        for name, sourced in (("learned", True), ("learned without source", False)):
            rows = [(float(made["confidence"]), ok) for made, ok in learned if bool(made["source"]) == sourced]
            points[name] = fit_learned(rows)
        for name, steps in sorted(points.items()):
            print(f"    {json.dumps(name)}: {tuple(steps)},")
        return
    bins: dict[int, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for _, made, ok in judged:
        cell = bins[min(9, int(made["confidence"] * 10))]
        cell[0] += 1
        cell[1] += ok
        cell[2] += made["confidence"]
    error = 0.0
    for key, (count, right, sure) in sorted(bins.items()):
        print(f"| {key / 10:.1f}-{key / 10 + 0.1:.1f} | {count:.0f} | {sure / count:.2f} | {right / count:.2f} |")
        error += abs(right - sure) / len(judged)
    print(f"expected calibration error {error:.3f}")


if __name__ == "__main__":
    main()
