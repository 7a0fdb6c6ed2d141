"""Attribution relations of a GUM sample (``attributions.jsonl``) against the analysis: recall, and false attributions.

A relation is found where one attribution has its source or cue in the source clause and its content over the content
clause. Only clauses are annotated there, so that nothing is said of exact spans.

    gum.py FOLDER [--show]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from sayso import Document, Engine, Span


def main() -> None:
    """Print recall over all relations and over those of each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print the relations that were missed")
    given = parser.parse_args()
    relations = defaultdict(list)
    with (given.folder / "attributions.jsonl").open(encoding="utf-8") as file:
        for line in file:
            relation = json.loads(line)
            relations[relation["id"]].append(relation)
    engine = Engine()
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for identity, gold in sorted(relations.items()):
        with (given.folder / f"{identity}.txt").open(encoding="utf-8", newline="") as file:
            record = engine.normalize(Document.from_text(file.read()))
        matched = set()
        for relation in gold:
            source, content = Span(*relation["source_edu"]), Span(*relation["content_edu"])
            hits = [
                one.id
                for one in record.attributions
                if any(span.overlaps(source) for span in (*one.cue, *one.source))
                and any(span.overlaps(content) for span in one.content)
            ]
            matched.update(hits)
            if not hits and given.show:
                print(f"{identity}: {relation['source_text']!r} -> {relation['content_text']!r}")
            for key in ("all", identity.split("_")[1], relation["relation"]):
                totals[key][0] += bool(hits)
                totals[key][1] += 1
        for key in ("all", identity.split("_")[1]):
            totals[key][2] += len(matched)
            totals[key][3] += len(record.attributions)
    for key, (found, of, right, made) in sorted(totals.items()):
        tail = f", {right} of {made} attributions are relations ({right / made:.3f})" if made else ""
        print(f"{key}: {found} of {of} relations found ({found / of:.3f}){tail}")


if __name__ == "__main__":
    main()
