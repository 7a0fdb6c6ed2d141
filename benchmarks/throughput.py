"""Items through ``Engine.check`` on one core, as a ratio to ``re.findall(r"\\w+")`` over the same texts."""

import argparse
import re
import statistics
import time
from pathlib import Path

import sayso


def timed(work) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the speed and the median of the paired ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="tests/eval/items", help="a folder with .txt files")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(Path(given.folder).rglob("*.txt"))]
    size = sum(len(text.encode()) for text in texts)
    texts *= max(1, 300_000 // size)
    engine = sayso.Engine()
    documents = [sayso.Document.from_text(text) for text in texts]
    for document in documents[:20]:
        engine.check(document)
    pairs = [
        (
            timed(lambda: [re.findall(r"\w+", text) for text in texts]),
            timed(lambda: [engine.check(document) for document in documents]),
        )
        for _ in range(given.rounds)
    ]
    size = sum(len(text.encode()) for text in texts)
    speed = size / 1000 / statistics.median(own for _, own in pairs)
    ratio = statistics.median(own / yard for yard, own in pairs)
    print(f"{len(texts)} items, {size / 1000:.0f} kB: {speed:.0f} kB/s, ratio {ratio:.1f} (bound 20)")


if __name__ == "__main__":
    main()
