"""A sentence as its narration: words, marks, and each quotation or time expression as one element.

The words inside a quotation are the speaker's, so no cue is looked for there, and no lexical rule reads them.
"""

from __future__ import annotations

from bisect import bisect_left

from sayso.analysis.tokens import Tokens
from sayso.text.span import Span

WORD, MARK, QUOTE, TIME = "word", "mark", "quote", "time"


class Element:
    """One element of a sentence.

    Attributes:
        kind: `WORD`, `MARK`, `QUOTE` or `TIME`.
        text: The words as written.
        low: The same in lower case, with typographic apostrophes.
        capital: Whether it is a word that begins with a capital letter.
    """

    __slots__ = ("capital", "end", "kind", "low", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str, low: str) -> None:
        self.kind: str = kind
        self.start: int = start
        self.end: int = end
        self.text: str = text
        self.low: str = low
        self.capital: bool = kind == WORD and text[0] != low[0] and text[0].isupper()

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


def elements(
    text: str,
    sentence: Span,
    tokens: Tokens,
    quotations: list[Span],
    times: list[Span],
    abbreviations: frozenset[str],
) -> list[Element]:
    """The elements of a sentence.

    Args:
        quotations: The quotations of the text that begin in this sentence, in order.
        times: Its time expressions, in order.
        abbreviations: Words whose full stop belongs to them.
    """
    starts, ends, words, lows = tokens.starts, tokens.ends, tokens.words, tokens.lows
    position = bisect_left(starts, sentence.start)
    last = bisect_left(starts, sentence.end, position)
    found: list[Element] = []
    units = sorted(
        [(span.start, min(span.end, sentence.end), QUOTE) for span in quotations]
        + [(span.start, span.end, TIME) for span in times]
    )
    reached = sentence.start
    for start, end, kind in units:
        if start < reached:
            continue
        first = bisect_left(starts, start, position, last)
        if first == last or starts[first] >= end:
            continue
        _words(found, starts, ends, words, lows, position, first, abbreviations, sentence.end)
        unit = text[start:end]
        found.append(Element(kind, start, end, unit, unit.lower()))
        position, reached = bisect_left(starts, end, first), end
    _words(found, starts, ends, words, lows, position, last, abbreviations, sentence.end)
    return found


def _words(
    found: list[Element],
    starts: list[int],
    ends: list[int],
    words: list[str],
    lows: list[str],
    position: int,
    last: int,
    abbreviations: frozenset[str],
    sentence_end: int,
) -> None:
    """Append the elements of a run of tokens."""
    for i in range(position, last):
        word = words[i]
        if word[0].isalnum():
            found.append(Element(WORD, starts[i], ends[i], word, lows[i]))
            continue
        if word == "." and found and found[-1].kind == WORD and found[-1].end == starts[i] and ends[i] < sentence_end:
            before = found[-1]
            # The full stop of "Mr." and of an initial belongs to the word.
            if before.low in abbreviations or (len(before.text) == 1 and before.text.isupper()):
                before.end = ends[i]
                continue
        found.append(Element(MARK, starts[i], ends[i], word, word))
