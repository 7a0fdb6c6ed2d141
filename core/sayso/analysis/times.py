"""Time expressions, looked for only around the words that every one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.analysis.flags import DATE_WORD, TIME_WORD
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.text.pattern import Pattern
from sayso.text.span import Span

#: Words that may stand in an expression before the first of its telling ones: *by the 4th of* June.
BEFORE = 4


def relative_times(layout: Layout, pack: LanguagePack) -> Iterator[Span]:
    """The time expressions of a text that need a date to count from, in order."""
    return _matches(layout, pack.relative_time, layout.flags(pack).places(TIME_WORD))


def absolute_times(layout: Layout, pack: LanguagePack) -> Iterator[Span]:
    """The dates and years of a text, in order."""
    hits = layout.flags(pack).places(DATE_WORD)
    if "-" in layout.text:
        hits += [i for i, low in enumerate(layout.tokens.lows) if len(low) == 10 and _is_iso_date(low)]
        hits.sort()
    return _matches(layout, pack.absolute_time, hits)


def _matches(layout: Layout, pattern: Pattern, hits: Sequence[int]) -> Iterator[Span]:
    """The matches of a pattern around tokens, in order and without overlap."""
    end = 0
    text, starts = layout.text, layout.tokens.starts
    for hit in hits:
        place = starts[hit]
        if place < end:
            continue
        for first in range(max(0, hit - BEFORE), hit + 1):
            start = starts[first]
            if start < end:
                continue
            found = pattern.compiled.match(text, start)
            if found is not None and found.end() > place:
                end = found.end()
                yield Span(start, end)
                break


def _is_iso_date(low: str) -> bool:
    """Whether a token is written like 2026-05-04."""
    return low[4] == low[7] == "-" and low[:4].isdigit()
