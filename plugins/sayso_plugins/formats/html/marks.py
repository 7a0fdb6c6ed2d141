"""Where attributions, unsourced claims and findings stand in a text, and the text with them marked.

Marks may nest and cross, and elements may not: so the text is cut at every end of a mark, and each piece says which
marks it lies in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sayso import ItemReport, Record, Span
from sayso_plugins.formats.html.safe import words

#: Marks that a piece names; deeper nesting is marked by kind and not by number.
NAMED = 8
KINDS = ("source", "cue", "content", "unsourced", "error", "warning", "info", "related")


class Mark(NamedTuple):
    """A stretch of the text and what it is.

    Attributes:
        kind: ``source``, ``cue``, ``content``, ``unsourced``, ``error``, ``warning``, ``info`` or ``related``.
        group: ``a`` for attributions, ``c`` for claims, ``f`` for findings.
        number: Of the attribution, claim or finding in its item, from 1.
    """

    start: int
    end: int
    kind: str
    group: str
    number: int


def attributed(record: Record) -> Iterator[Mark]:
    """The marks of the attributions of a record."""
    for number, one in enumerate(record.attributions, 1):
        for kind, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
            for span in spans:
                yield Mark(span.start, span.end, kind, "a", number)


def anchor(record: Record, index: int) -> int:
    """Where the number of an attribution stands: behind its cue, else its source, else its content."""
    one = record.attributions[index]
    spans: tuple[Span, ...] = one.cue or one.source or one.content
    return max((span.end for span in spans), default=0)


def found(item: ItemReport) -> Iterator[Mark]:
    """The marks of the findings of an item."""
    for number, one in enumerate(item.findings, 1):
        for place in one.spans:
            yield Mark(place.start, place.end, one.severity.value, "f", number)
        for place in one.related:
            yield Mark(place.start, place.end, "related", "f", number)


def by_paragraph(marks: Iterable[Mark], paragraphs: Sequence[Span]) -> dict[int, list[Mark]]:
    """The marks by the index of each paragraph that they reach into, cut to it."""
    starts = [span.start for span in paragraphs]
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        first = max(0, bisect_right(starts, mark.start) - 1)
        for index in range(first, bisect_right(starts, mark.end - 1)):
            span = paragraphs[index]
            start, end = max(mark.start, span.start), min(mark.end, span.end)
            if start < end:
                found.setdefault(index, []).append(mark._replace(start=start, end=end))
    return found


def marked(text: str, span: Span, marks: Iterable[Mark], behind: Mapping[int, str]) -> Iterator[str]:
    """The HTML of a stretch of the text.

    Args:
        marks: Those inside it.
        behind: HTML to put in, by the offset in the text that it stands behind.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    inner = {at for at in behind if span.start < at <= span.end}
    bounds = sorted({span.start, span.end, *opening, *closing, *inner})
    live: dict[Mark, None] = {}
    kinds: Counter[str] = Counter()
    for at, following in zip(bounds, [*bounds[1:], span.end], strict=True):
        for mark in closing.get(at, ()):
            if mark in live:
                del live[mark]
                kinds[mark.kind] -= 1
        if at in inner:
            yield behind[at]
        for mark in opening.get(at, ()):
            if mark not in live:
                live[mark] = None
                kinds[mark.kind] += 1
        if at < following:
            yield _piece(words(text[at:following]), live, kinds)


def _piece(made: str, live: dict[Mark, None], kinds: Mapping[str, int]) -> str:
    if not live:
        return made
    classes = " ".join(kind for kind in KINDS if kinds.get(kind))
    numbers: dict[str, list[str]] = {}
    for mark in islice(reversed(live), NAMED):
        known = numbers.setdefault(mark.group, [])
        if str(mark.number) not in known:
            known.append(str(mark.number))
    data = "".join(f' data-{group}="{" ".join(known)}"' for group, known in sorted(numbers.items()))
    return f'<span class="{classes}"{data}>{made}</span>'
