"""Where a document has the words of a quotation, and where it almost has them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sayso.outside.folding import Word, lowered
from sayso.outside.quoted import Part, Quoted

#: Places of one run of words that are looked at; of the pieces of a run that is almost there.
MOST_PLACES = 100_000
MOST_NEAR = 40
#: From how many words on two may differ, and not one; fewer words than the least are not almost there.
LONG, LEAST = 8, 4
#: Characters that a word takes at most, where a stretch of words is cut out.
WIDE = 40


class Node(NamedTuple):
    """A part in its place: from the space before it to the one behind it, and the part before."""

    start: int
    end: int
    part: Part
    before: Node | None

    def chain(self) -> list[Node]:
        """This and what is before it, the first first."""
        found: list[Node] = []
        node: Node | None = self
        while node is not None:
            found.append(node)
            node = node.before
        return found[::-1]


class Difference(NamedTuple):
    """Words of the quotation and those that the document has for them; None where one of them has none."""

    here: Word | None
    there: str | None


class Near(NamedTuple):
    """A place that has almost all words: where, and what differs."""

    offset: int
    differences: tuple[Difference, ...]


def places(low: str, quoted: Quoted) -> list[Node]:
    """The places of a quotation in a folded text without capitals: the last part of each, with those before it."""
    nodes: list[Node] = []
    for part in quoted.parts:
        found = islice(_found(low, part), MOST_PLACES)
        if part.reach is None:
            nodes = [Node(start, end, part, None) for start, end in found]
        else:
            nodes = list(_follow(nodes, found, part))
        if not nodes:
            return []
    return nodes


def _follow(nodes: list[Node], found: Iterator[tuple[int, int]], part: Part) -> Iterator[Node]:
    ends = [node.end for node in nodes]
    for start, end in found:
        at = bisect_right(ends, start) - 1
        if at >= 0 and start - ends[at] <= (part.reach or 0):
            yield Node(start, end, part, nodes[at])


def _found(low: str, part: Part) -> Iterator[tuple[int, int]]:
    if part.partly is not None:
        yield from _partly(low, *part.partly)
        return
    run = lowered(part.written)
    at = low.find(run)
    while at >= 0:
        yield at, at + len(run) - 1
        at = low.find(run, at + 1)


def _partly(low: str, first: str, last: str) -> Iterator[tuple[int, int]]:
    """The words that begin and end so."""
    wanted = f" {first}" if first else f"{last} "
    at = low.find(wanted)
    while at >= 0:
        start = at if first else low.rfind(" ", 0, at)
        end = low.find(" ", start + 1)
        word = low[start + 1 : end]
        if word.startswith(first) and word.endswith(last) and len(word) >= len(first) + len(last):
            yield start, end
        at = low.find(wanted, at + 1)


def same_capitals(written: str, node: Node) -> bool:
    """Whether the words have the capitals of the document, but for those that a quotation may change.

    A word that is in capitals throughout, here or there, is no difference.
    """
    if node.part.partly is not None:
        return True
    there = written[node.start : node.end].split()
    return all(
        (free and here.text[1:] == other[1:]) or here.text == other or here.text.isupper() or other.isupper()
        for here, other, free in zip(node.part.words, there, node.part.free, strict=True)
    )


def nearest(written: str, low: str, quoted: Quoted) -> Near | None:
    """Where all words are there but one or two; None where more differ, or more than one run is not there."""
    absent = [part for part in quoted.parts if next(_found(low, part), None) is None]
    if len(absent) != 1 or absent[0].partly is not None or len(absent[0].words) < LEAST:
        return None
    run = absent[0].words
    allowed = 2 if len(run) >= LONG else 1
    lows = [lowered(word.text) for word in run]
    best: Near | None = None
    size = len(run) / (allowed + 1)
    for piece in range(allowed + 1):
        first, last = round(piece * size), round((piece + 1) * size)
        for start, end in islice(_found(low, Part(run[first:last], ())), MOST_NEAR):
            tail = _extend(lows[last:], _words(low, end, len(run) - last + allowed), allowed)
            if tail is None:
                continue
            head = _extend(lows[:first][::-1], _words(low, start, -first - allowed), allowed - len(tail))
            if head is None or (best is not None and len(head) + len(tail) >= len(best.differences)):
                continue
            best = Near(start, _named(written, run, (start, end), (first, last), (head, tail)))
    return best


#: Index of a word of the quotation and of the document, each counted from the piece that is there.
Edit = tuple[int | None, int | None]


def _words(low: str, offset: int, number: int) -> list[str]:
    """So many words behind an offset, or, for a negative number, before it, the nearest first."""
    if number >= 0:
        return low[offset : offset + WIDE * number].split()[:number]
    return low[max(0, offset + WIDE * number) : offset].split()[: -1 + number : -1]


def _extend(here: list[str], there: list[str], allowed: int, at: tuple[int, int] = (0, 0)) -> list[Edit] | None:
    """What differs when words are laid beside words from the same beginning; None for more than is allowed."""
    i, j = at
    while i < len(here) and j < len(there) and here[i] == there[j]:
        i, j = i + 1, j + 1
    if i == len(here):
        return []
    if allowed < 1:
        return None
    best: list[Edit] | None = None
    for step, edit in (((1, 1), (i, j)), ((0, 1), (None, j)), ((1, 0), (i, None))):
        if edit[1] is not None and j >= len(there):
            continue
        rest = _extend(here, there, allowed - 1, (i + step[0], j + step[1]))
        if rest is not None and (best is None or len(rest) + 1 < len(best)):
            best = [edit, *rest]
    return best


def _named(
    written: str,
    run: tuple[Word, ...],
    place: tuple[int, int],
    piece: tuple[int, int],
    edits: tuple[list[Edit], list[Edit]],
) -> tuple[Difference, ...]:
    head, tail = edits
    first, last = piece
    most = len(run) + 4
    before, behind = _words(written, place[0], -most), _words(written, place[1], most)
    found: list[Difference] = []
    for edits_here in reversed(_joined(head)):
        mine = [run[first - 1 - i] for i, _ in reversed(edits_here) if i is not None]
        found.append(_difference(mine, [before[j] for _, j in reversed(edits_here) if j is not None]))
    for edits_here in _joined(tail):
        mine = [run[last + i] for i, _ in edits_here if i is not None]
        found.append(_difference(mine, [behind[j] for _, j in edits_here if j is not None]))
    return tuple(found)


def _difference(here: list[Word], there: list[str]) -> Difference:
    word = Word(" ".join(one.text for one in here), here[0].start, here[-1].end) if here else None
    return Difference(word, " ".join(there) or None)


def _joined(edits: list[Edit]) -> list[list[Edit]]:
    """The edits, those of words side by side together: *it will* and *it'll* are one."""
    found: list[list[Edit]] = []
    for i, j in edits:
        before = found[-1][-1] if found else (None, None)
        beside = any(a is not None and b is not None and a + 1 == b for a, b in zip(before, (i, j), strict=True))
        if beside:
            found[-1].append((i, j))
        else:
            found.append([(i, j)])
    return found
