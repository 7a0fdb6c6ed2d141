"""Marked text, in which items are annotated, to brat standoff files and back to values.

    marked.py check FILE... [--original FOLDER]     say what is wrong with marked texts
    marked.py convert FILE... --out FOLDER [--who A] [--original FOLDER] [--without-text]

docs/contributing/annotating.md lays the form down. FILE is ``ID.marked``; with ``--original`` the text must be that of
``FOLDER/ID.txt`` to the letter. ``--without-text`` writes offsets, labels and a hash of texts that are not ours.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

OPEN, CLOSE = "⟦", "⟧"
HEAD = re.compile(r"((?:[SCKU]\d+)(?:,[SCKU]\d+)*)\|")
LINE = re.compile(r"(?P<id>\d+) (?P<cls>\w+) (?P<mode>\w+) \| ?(?P<speaker>.*)\Z")
CLAIM = re.compile(r"U(?P<id>\d+) (?P<why>\w+(?:,? \w+)*)\Z")
ROLES = {"S": "Source", "C": "Cue", "K": "Content"}
CLASSES = frozenset("reporting evidential belief intention hedge".split())
MODES = frozenset("direct indirect mixed hedge".split())
KINDS = frozenset(
    "casualties cause blame motive crime private_conversation military_action statistic superlative prediction".split()
)


class Marked(NamedTuple):
    """A text with its spans: role letter and number to places; attribution number to class, mode and speaker."""

    text: str
    spans: dict[str, list[tuple[int, int]]]
    attributions: dict[str, tuple[str, str, str]]
    claims: dict[str, str]


def parse(raw: str) -> Marked:
    """Read a marked text.

    Raises:
        ValueError: If marks do not pair or a line behind ``----`` cannot be read; says where.
    """
    body, _, notes = raw.partition("\n----\n")
    text: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {}
    stack: list[tuple[list[str], int, int]] = []
    length = position = 0
    while position < len(body):
        char = body[position]
        if char == OPEN:
            head = HEAD.match(body, position + 1)
            if head is None:
                raise ValueError(f"no ID behind {OPEN}: {body[position : position + 30]!r}")
            stack.append((head.group(1).split(","), length, position))
            position = head.end()
            continue
        if char == CLOSE:
            if not stack:
                raise ValueError(f"{CLOSE} without {OPEN}: {body[max(0, position - 30) : position + 1]!r}")
            names, start, _ = stack.pop()
            if start == length:
                raise ValueError(f"an empty span {names} before {body[position : position + 30]!r}")
            for name in names:
                spans.setdefault(name, []).append((start, length))
        else:
            text.append(char)
            length += 1
        position += 1
    if stack:
        raise ValueError(f"{OPEN} is never closed: {body[stack[-1][2] : stack[-1][2] + 40]!r}")
    attributions, claims = {}, {}
    for line in filter(None, map(str.strip, notes.splitlines())):
        found, claim = LINE.match(line), CLAIM.match(line)
        if found:
            attributions[found["id"]] = (found["cls"], found["mode"], found["speaker"].strip() or "?")
        elif claim:
            claims[claim["id"]] = ",".join(re.split(r"[ ,]+", claim["why"]))
        else:
            raise ValueError(f"cannot read the line {line!r}")
    return Marked("".join(text), {name: sorted(places) for name, places in spans.items()}, attributions, claims)


def problems(marked: Marked, original: str | None) -> Iterator[str]:
    """What is wrong with a marked text."""
    if original is not None and marked.text.rstrip("\n") != original.rstrip("\n"):
        at = next(
            (i for i, (a, b) in enumerate(zip(marked.text, original, strict=False)) if a != b),
            min(len(marked.text), len(original)),
        )
        yield f"the text differs from its original at {at}: {marked.text[at : at + 25]!r}, {original[at : at + 25]!r}"
    numbers = {name[1:] for name in marked.spans if name[0] != "U"}
    for number in sorted(numbers ^ set(marked.attributions), key=int):
        yield f"attribution {number} has {'no line behind ----' if number in numbers else 'a line and no marks'}"
    for number in sorted(marked.attributions, key=int):
        cls, mode, _ = marked.attributions[number]
        if cls not in CLASSES:
            yield f"attribution {number}: {cls!r} is no class"
        if mode not in MODES:
            yield f"attribution {number}: {mode!r} is no mode"
        if f"K{number}" not in marked.spans:
            yield f"attribution {number} has no content"
    claimed = {name[1:] for name in marked.spans if name[0] == "U"}
    for number in sorted(claimed ^ set(marked.claims), key=int):
        yield f"claim U{number} has {'no line behind ----' if number in claimed else 'a line and no marks'}"
    for number, why in marked.claims.items():
        for kind in set(why.split(",")) - KINDS:
            yield f"claim U{number}: {kind!r} is no kind"
    for name, places in marked.spans.items():
        for start, end in places:
            words = marked.text[start:end]
            if words != words.strip():
                yield f"{name} begins or ends with a blank: {words[:40]!r}"


def brat(marked: Marked, *, with_text: bool) -> str:
    """The standoff file."""
    lines: list[str] = []

    def entity(kind: str, places: list[tuple[int, int]]) -> str:
        name = f"T{sum(line[0] == 'T' for line in lines) + 1}"
        words = " ".join(marked.text[s:e].replace("\n", " ") for s, e in places) if with_text else ""
        lines.append(f"{name}\t{kind} {';'.join(f'{s} {e}' for s, e in places)}\t{words}")
        return name

    attributes: list[str] = []
    events: list[str] = []
    for number in sorted(marked.attributions, key=int):
        parts = {role: f"{letter}{number}" for letter, role in ROLES.items()}
        given = {role: entity(role, marked.spans[name]) for role, name in parts.items() if name in marked.spans}
        order = [role for role in ("Cue", "Source", "Content") if role in given]
        event = f"E{len(events) + 1}"
        events.append(f"{event}\t{' '.join(f'{role}:{given[role]}' for role in order)}")
        cls, mode, speaker = marked.attributions[number]
        for key, value in (("Class", cls), ("Mode", mode), ("Speaker", speaker)):
            attributes.append(f"A{len(attributes) + 1}\t{key} {event} {value}")
    for number in sorted(marked.claims, key=int):
        claim = entity("Unsourced", marked.spans[f"U{number}"])
        attributes.append(f"A{len(attributes) + 1}\tWhy {claim} {marked.claims[number]}")
    digest = hashlib.sha256(marked.text.encode()).hexdigest()
    return "\n".join([f"#0\tTextSha256 T0\t{digest}", *lines, *events, *attributes]) + "\n"


def main() -> int:
    """Run the program; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("check", "convert"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--original", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--who", default="a")
    parser.add_argument("--without-text", action="store_true")
    given = parser.parse_args()
    wrong = 0
    for path in given.files:
        original = None
        if given.original:
            with (given.original / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
                original = file.read()
        try:
            marked = parse(path.read_text("utf-8"))
            found = list(problems(marked, original))
        except ValueError as error:
            found = [str(error)]
        for problem in found:
            print(f"{path}: {problem}")
        wrong += bool(found)
        if found or given.command == "check":
            continue
        if original is not None:
            marked = marked._replace(text=original)
        (given.out / "attributions").mkdir(parents=True, exist_ok=True)
        target = given.out / "attributions" / f"{path.stem}_{given.who}.ann"
        target.write_text(brat(marked, with_text=not given.without_text), "utf-8")
        if not given.without_text:
            (given.out / "text").mkdir(exist_ok=True)
            (given.out / "text" / f"{path.stem}.txt").write_text(marked.text, "utf-8")
    print(f"{len(given.files) - wrong} of {len(given.files)} in order")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
