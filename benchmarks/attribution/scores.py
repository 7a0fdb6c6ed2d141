"""Attributions of the analysis against those of annotators.

    scores.py FOLDER... [--texts FOLDER] [--rules] [--held-out] [--genres]

FOLDER holds brat standoff as in ``tests/eval``. A word belongs to a role where it lies in a span of it, whole or not.
Measures, over all documents together:

- ``source``, ``cue``, ``content``: words of each role.
- ``strict``, ``half``, ``overlap``: whole attributions, one to one: each role has the same words, at least half of all
  words of both, or one word in common; a role that is absent equals only an absent one.
- ``unattributed``: sentences of which fewer than half of the words are content, and that do not hold source and cue of
  one attribution. Its precision says how far *this sentence has no source* can be trusted.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus import Doc, is_training, read_folder

import sayso

ROLES = ("source", "cue", "content")
LEVELS = ("strict", "half", "overlap")
WORD = re.compile(r"\w+")
Words = frozenset[int]
Spans = Sequence[Sequence[int]]


class Counts(NamedTuple):
    """How many are right, how many were made, and how many there are."""

    right: int = 0
    made: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        return Counts(self.right + other.right, self.made + other.made, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Of what was made, how much is right."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """Of what there is, how much was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.made + self.gold) if self.made + self.gold else 1.0


class Triple(NamedTuple):
    """The words of each role of one attribution, by where they begin."""

    source: Words
    cue: Words
    content: Words


def scores(
    text: str, sentences: Iterable[tuple[int, int]], gold: Iterable[Triple], made: Iterable[Triple]
) -> dict[str, Counts]:
    """The measures of one document."""
    gold = [one for one in gold if one.cue or one.content]
    made = [one for one in made if one.cue or one.content]
    found: dict[str, Counts] = {}
    for number, role in enumerate(ROLES):
        theirs: Words = frozenset().union(*(one[number] for one in gold))
        mine: Words = frozenset().union(*(one[number] for one in made))
        found[role] = Counts(len(theirs & mine), len(mine), len(theirs))
    for level in LEVELS:
        found[level] = Counts(_pairs(gold, made, level), len(made), len(gold))
    of = [words for place in sentences if (words := words_in(text, [place]))]
    theirs_bare = {i for i, words in enumerate(of) if not _attributed(words, gold)}
    mine_bare = {i for i, words in enumerate(of) if not _attributed(words, made)}
    found["unattributed"] = Counts(len(theirs_bare & mine_bare), len(mine_bare), len(theirs_bare))
    return found


def words_in(text: str, spans: Iterable[Sequence[int]]) -> Words:
    """The words that spans touch, by where they begin."""
    places = [tuple(span) for span in spans]
    return frozenset(
        match.start()
        for match in WORD.finditer(text)
        if any(match.start() < end and start < match.end() for start, end in places)
    )


def triple(text: str, roles: Mapping[str, Spans]) -> Triple:
    """An attribution by its words."""
    return Triple(*(words_in(text, roles[role]) for role in ROLES))


def _pairs(gold: Sequence[Triple], made: Sequence[Triple], level: str) -> int:
    """How many can be paired, those that share most words first."""
    near = sorted(
        (-sum(len(a & b) for a, b in zip(one, other, strict=True)), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(made)
        if all(_agree(a, b, level) for a, b in zip(one, other, strict=True))
    )
    paired: set[int] = set()
    taken: set[int] = set()
    for _, i, j in near:
        if i not in paired and j not in taken:
            paired.add(i)
            taken.add(j)
    return len(paired)


def _agree(one: Words, other: Words, level: str) -> bool:
    if level == "strict" or not (one and other):
        return one == other
    shared = len(one & other)
    return shared > 0 if level == "overlap" else 2 * shared >= len(one | other)


def _attributed(words: Words, triples: Sequence[Triple]) -> bool:
    content: Words = frozenset().union(*(one.content for one in triples))
    return 2 * len(words & content) >= len(words) or any(words & one.source and words & one.cue for one in triples)


def measure(docs: Iterable[Doc], engine: sayso.Engine) -> dict[str, dict[str, Counts]]:
    """The measures by genre, which is the first part of an item's id, and ``all``."""
    found: dict[str, dict[str, Counts]] = {}
    for doc in docs:
        item = next(iter(engine.items(sayso.Document.from_text(doc.text))))
        assert isinstance(item, sayso.Item)
        record = item.analysis.fuller.enriched()
        made = [
            triple(doc.text, {role: [(s.start, s.end) for s in getattr(one, role)] for role in ROLES})
            for one in record.attributions
        ]
        gold = [triple(doc.text, one._asdict()) for one in doc.gold]
        sentences = [(one.span.start, one.span.end) for one in item.analysis.sentences]
        one = scores(doc.text, sentences, gold, made)
        for key in ("all", re.split(r"[-_]", doc.id)[0]):
            total = found.setdefault(key, {})
            for name, counts in one.items():
                total[name] = total.get(name, Counts()) + counts
    return found


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--rules", action="store_true", help="without the learned part")
    parser.add_argument("--held-out", action="store_true", help="only items that are never trained on")
    parser.add_argument("--genres", action="store_true", help="precision and recall of unattributed by genre")
    given = parser.parse_args()
    engine = sayso.Engine(sayso.Config(model=not given.rules))
    for folder in given.folders:
        docs = list(read_folder(folder, None if (folder / "text").is_dir() else given.texts))
        if given.held_out:
            docs = [doc for doc in docs if not is_training(doc.id)]
        found = measure(docs, engine)
        print(f"{folder}: {len(docs)} items")
        for name, counts in found["all"].items():
            print(f"  {name:13} P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}  ({counts.gold})")
        if given.genres:
            for genre, total in sorted(found.items()):
                bare = total["unattributed"]
                print(f"  {genre:14} {bare.precision:.2f} ({bare.right} of {bare.made}), recall {bare.recall:.2f}")


if __name__ == "__main__":
    main()
