"""How time and memory grow with one item, from 10 kB to 10 MB, for prose and for hostile repetitions.

    growth.py [--sizes 10000 100000 1000000] [--case NAME ...] [--rules]

Printed for each case and size: CPU time of ``Engine.normalize`` as a ratio to ``re.findall(r"\\w+")``, and the peak of
memory beyond that of the interpreter with sayso loaded. Time is linear where the ratio stays the same.
"""

import argparse
import re
import subprocess
import sys
import time

PROSE = (
    "The mayor of Larkmoor, Ana Ruiz, said on Tuesday that the mill would close. “We tried,” she told reporters. "
    "According to the county, nine people lost their jobs in 2024. Critics say the plan, which cost $3 million, was "
    "never tested.\n\n"
)
CASES = {
    "prose": PROSE,
    "quotes": "“a ” ‘b “ \" ' ",
    "open quotes": "“ ",
    "cues": "said that ",
    "names": "Ana Ruiz said. He said. The mayor said. ",
    "different names": "N{0} R{0} said that it rained. He agreed. ",
    "brackets": "((([[[ said ))) ",
    "abbreviations": "Mr. Dr. U.S. e.g. ",
    "commas": "Ruiz, the mayor, ",
    "one word": "a",
    "dots": ". . . … ",
    "labels": "Ana: yes\n\nBen: no\n\n",
    "times": "on Tuesday last May 2024 ",
    "dashes": "- – — ",
    "marks": "e\u0301\u0301",
}
LIMIT = 50_000_000


def text_of(case: str, size: int) -> str:
    """A text of about that many characters."""
    piece = CASES[case]
    if "{0}" in piece:
        return "".join(piece.format(number) for number in range(size // len(piece)))
    return (piece * (size // len(piece) + 1))[:size]


def one(case: str, size: int, rules: bool) -> None:
    """Measure in this process, so that memory is its own."""
    import resource

    import sayso

    engine = sayso.Engine(sayso.Config(model=not rules, max_bytes=LIMIT))
    engine.normalize(sayso.Document.from_text(PROSE))
    text = text_of(case, size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    engine.normalize(sayso.Document.from_text(text))
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    yard = (PROSE * (1_000_000 // len(PROSE)))[:1_000_000]
    start = time.process_time()
    re.findall(r"\w+", yard)
    beside = (time.process_time() - start) * size / 1_000_000
    print(f"{case:16} {size / 1000:8.0f} kB {took:8.2f} s  ratio {took / beside:7.1f}  peak {peak / 1024:6.0f} MB")


def main() -> None:
    """Run each case and size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--case", nargs="+", default=list(CASES), choices=CASES)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        one(given.case[0], given.sizes[0], given.rules)
        return
    for case in given.case:
        for size in given.sizes:
            command = [sys.executable, __file__, "--here", "--case", case, "--sizes", str(size)]
            ran = subprocess.run(command + ["--rules"] * given.rules, check=False, text=True, stdout=subprocess.PIPE)
            print(ran.stdout or f"{case} {size}: failed", end="", flush=True)


if __name__ == "__main__":
    main()
