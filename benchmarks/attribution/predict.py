"""Attributions of a folder of texts as the scorer reads them: ``predict.py FOLDER > predictions.jsonl``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import sayso
from sayso import Document, Engine, Record


def prediction(record: Record) -> list[dict[str, Any]]:
    """The attributions of a record as source, cue and content spans."""
    return [
        {
            **{role: [[span.start, span.end] for span in getattr(one, role)] for role in ("source", "cue", "content")},
            "confidence": one.confidence,
            "lemma": one.cue_lemma,
            "class": one.cue_class,
        }
        for one in record.attributions
    ]


def main() -> None:
    """Print a line a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="with text/ID.txt, or ID.txt")
    given = parser.parse_args()
    folder = given.folder / "text" if (given.folder / "text").is_dir() else given.folder
    engine = Engine()
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            record = engine.normalize(Document.from_text(file.read()))
        print(json.dumps({"id": path.stem, "attributions": prediction(record)}))
    print(f"sayso {sayso.__version__}", file=sys.stderr)


if __name__ == "__main__":
    main()
