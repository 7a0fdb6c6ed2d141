"""CPU time of ``sayso check`` on one small item, as a ratio to an empty typer application run beside it."""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EMPTY = """
import typer
app = typer.Typer()
@app.command()
def main(name: str): pass
app()
"""


def cpu(command: list[str]) -> float:
    """CPU milliseconds of a command, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Print the medians and the median of the paired ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("item", nargs="?", default="examples/harbour-digest.txt")
    parser.add_argument("--runs", type=int, default=31)
    given = parser.parse_args()
    program = str(Path(sys.executable).with_name("sayso"))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY, "utf-8")
        yard, own = [sys.executable, str(empty), "x"], [program, "check", given.item]
        pairs = [(cpu(yard), cpu(own)) for _ in range(given.runs + 2)]
    pairs = pairs[2:]  # the first runs warm the file cache
    typer_ms, sayso_ms = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(own / yard for yard, own in pairs)
    print(f"empty typer app {typer_ms:.0f} ms, sayso check {sayso_ms:.0f} ms: ratio {ratio:.2f} (bound 2)")


if __name__ == "__main__":
    main()
