"""Time expressions, looked for only around the words that every one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.analysis.tokens import Tokens
from sayso.text.pattern import Pattern
from sayso.text.span import Span

#: Words that may stand in an expression before the first of its telling ones: *by the 4th of* June.
BEFORE = 4


def times(text: str, tokens: Tokens, hits: Sequence[int], pattern: Pattern) -> Iterator[Span]:
    """The matches of a pattern, in order and without overlap.

    Args:
        hits: The tokens that a language pack's `time_words` or an ISO date name, ascending.
    """
    end = 0
    match = pattern.compiled.match
    for hit in hits:
        place = tokens.starts[hit]
        if place < end:
            continue
        for first in range(max(0, hit - BEFORE), hit + 1):
            start = tokens.starts[first]
            if start < end:
                continue
            found = match(text, start)
            if found is not None and found.end() > place:
                end = found.end()
                yield Span(start, end)
                break


def is_iso_date(low: str) -> bool:
    """Whether a token is written like 2026-05-04."""
    return len(low) == 10 and low[4] == low[7] == "-" and low[:4].isdigit()
