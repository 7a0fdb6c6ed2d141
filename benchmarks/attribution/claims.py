"""Claims that need a source: what the analysis calls unsourced, against the marks of annotators.

    claims.py FOLDER [--texts FOLDER] [--model FILE | --rules]

A finding is right where it overlaps a marked claim; only sentences of the narration count. Printed by kind of statement
and by genre (the second part of an item's id, where it has one).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from corpus import read_folder
from train import with_model

import sayso


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    engine = with_model(given.model.read_bytes()) if given.model else sayso.Engine(sayso.Config(model=not given.rules))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for doc in read_folder(given.folder, given.texts):
        item = next(iter(engine.items(sayso.Document.from_text(doc.text))))
        assert isinstance(item, sayso.Item)
        made = [one for one in item.analysis.claims if one.standing == "unsourced"]
        genre = doc.id.split("-")[1] if "-" in doc.id else "wikinews"
        for one in made:
            right = any(start < one.span.end and one.span.start < end for start, end, _ in doc.claims)
            for key in ("all", genre, *(one.contestable.value or ())):
                counts[key][0] += right
                counts[key][1] += 1
            if given.show and not right:
                print(doc.id, one.contestable.value, one.span.of(doc.text).replace("\n", " "))
        for start, end, why in doc.claims:
            hit = any(start < one.span.end and one.span.start < end for one in made)
            for key in ("all", genre, *why.split(",")):
                counts[key][2] += hit
                counts[key][3] += 1
            if given.show and not hit:
                print("MISSED", doc.id, why, doc.text[start:end].replace("\n", " "))
    for key, (right, of, hit, gold) in sorted(counts.items()):
        precision = f"{right / of:.2f}" if of else "-"
        recall = f"{hit / gold:.2f}" if gold else "-"
        print(f"{key:22} precision {precision:>5} ({right} of {of}), recall {recall:>5} ({hit} of {gold})")


if __name__ == "__main__":
    main()
