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
    """

    __slots__ = ("end", "kind", "low", "start", "text")

    def __init__(self, kind: str, start: int, end: int, text: str) -> None:
        self.kind: str = kind
        self.start: int = start
        self.end: int = end
        self.text: str = text
        self.low: str = text.lower().replace("'", "’")

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == WORD and self.text[0].isupper()

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
    units = sorted(
        [(span.start, min(span.end, sentence.end), QUOTE) for span in quotations]
        + [(span.start, span.end, TIME) for span in times]
    )
    found: list[Element] = []
    position = bisect_left(tokens.starts, sentence.start)
    last = len(tokens)
    unit = 0
    while position < last and tokens.starts[position] < sentence.end:
        start, end = tokens.starts[position], tokens.ends[position]
        while unit < len(units) and units[unit][1] <= start:
            unit += 1
        if unit < len(units) and units[unit][0] <= start:
            unit_start, unit_end, kind = units[unit]
            found.append(Element(kind, unit_start, unit_end, text[unit_start:unit_end]))
            position = bisect_left(tokens.starts, unit_end, position + 1)
            unit += 1
            continue
        word = tokens.words[position]
        if word == "." and found and found[-1].kind == WORD and found[-1].end == start and end < sentence.end:
            before = found[-1]
            # The full stop of "Mr." and of an initial belongs to the word.
            if before.low in abbreviations or (len(before.text) == 1 and before.text.isupper()):
                found[-1] = Element(WORD, before.start, end, before.text)
                position += 1
                continue
        found.append(Element(WORD if word[0].isalnum() else MARK, start, end, word))
        position += 1
    return found
