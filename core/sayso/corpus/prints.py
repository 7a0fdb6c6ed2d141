"""Fingerprints of a text, by which copies are found: winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003).

Of the hashes of all runs of :data:`RUN` words the smallest in each window of :data:`WINDOW` is kept. Two texts that
share :data:`CERTAIN` words in a row share a fingerprint for certain, and none of less than :data:`RUN` words can.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

#: Words that a fingerprint stands for.
RUN = 5
#: Runs of which one is kept.
WINDOW = 8
#: Shared words in a row that are never missed.
CERTAIN = RUN + WINDOW - 1


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The fingerprints of words in their order, as signed integers of 64 bits.

    A text of less than :data:`RUN` words has none.
    """
    hashes = [_hash(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    if len(hashes) <= WINDOW:
        return frozenset((min(hashes),)) if hashes else frozenset()
    kept = set()
    best, place = hashes[0], -1
    for end, newest in enumerate(hashes):
        if newest <= best or end == 0:
            best, place = newest, end
        elif place <= end - WINDOW:
            start = end - WINDOW + 1
            # The last of equals, as the paper has it, so that it serves for as many windows as can be.
            best, negative = min((hashes[at], -at) for at in range(start, end + 1))
            place = -negative
        if end >= WINDOW - 1:
            kept.add(best)
    return frozenset(kept)


def _hash(run: Sequence[str]) -> int:
    words = " ".join(run).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "big", signed=True)
