"""A sentence as its narration: words, marks, and each quotation or time expression as one element.

The words inside a quotation are the speaker's, so no cue is looked for there, and no lexical rule reads them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

from sayso.analysis.tokens import Tokens
from sayso.text.span import Span

WORD, MARK, QUOTE, TIME = "word", "mark", "quote", "time"


#: The most tokens of one sentence that become elements. Sentences are cut at blanks long before that, so that only a
#: run of signs without any is so long; what stands in it is read by nobody.
MOST = 5_000


class Element(NamedTuple):
    """One element of a sentence.

    Attributes:
        kind: ``word``, ``mark``, ``quote`` or ``time``.
        text: The words as written.
        low: The same in lower case, with typographic apostrophes.
        capital: Whether it is a word that begins with a capital letter.
    """

    kind: str
    start: int
    end: int
    text: str
    low: str
    capital: bool

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
    starts = tokens.starts
    position = bisect_left(starts, sentence.start)
    last = min(bisect_left(starts, sentence.end, position), position + MOST)
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
        _words(found, tokens, position, first, abbreviations, sentence.end)
        unit = text[start:end]
        low = unit.lower()
        found.append(Element(kind, start, end, unit, unit if low == unit else low, False))
        position, reached = bisect_left(starts, end, first), end
    _words(found, tokens, position, last, abbreviations, sentence.end)
    return found


def _words(
    found: list[Element], tokens: Tokens, first: int, last: int, abbreviations: frozenset[str], end: int
) -> None:
    """Append the elements of a run of tokens of a sentence that ends at `end`."""
    words = tokens.words[first:last]
    made: Iterator[Element] = map(
        tuple.__new__,
        repeat(Element),
        zip(
            [WORD if word[0].isalnum() else MARK for word in words],
            tokens.starts[first:last],
            tokens.ends[first:last],
            words,
            tokens.lows[first:last],
            [word[0].isupper() for word in words],
            strict=True,
        ),
    )
    if "@" in words:
        made = iter(_with_handles(list(made)))
    if "." not in words[:-1] and not (words and words[-1] == "." and tokens.ends[last - 1] < end):
        found.extend(made)
        return
    for el in made:
        if el.text == "." and el.end < end and found and found[-1].kind == WORD and found[-1].end == el.start:
            before = found[-1]
            # The full stop of "Mr." and of an initial belongs to the word.
            if before.low in abbreviations or (len(before.text) == 1 and before.text.isupper()):
                found[-1] = before._replace(end=el.end)
                continue
        found.append(el)


def with_first_names(
    made: list[Element], name_like: frozenset[str], titles: frozenset[str], auxiliaries: frozenset[str]
) -> list[Element]:
    """The elements in which a word of the grammar that is somebody's first name is no such word: *said Per Lind*.

    It has a capital within a sentence, behind a word that has none or a title, and a name behind it. So it is in no
    title in capitals, and *in London* is none. At the beginning of what is no question only auxiliaries are names:
    *Will Smith said*.

    Args:
        name_like: Words of the grammar, as a name has them.
        titles: Words before a name.
        auxiliaries: Auxiliaries in lower case; none where the sentence is a question.
    """
    if len(made) > 1 and made[0].low in auxiliaries and made[1].capital and made[1].text not in name_like:
        made[0] = made[0]._replace(low=made[0].text)
    for at in range(1, len(made) - 1):
        el = made[at]
        if not el.capital or el.text not in name_like:
            continue
        before, behind = made[at - 1], made[at + 1]
        led = before.kind == WORD and (not before.capital or before.low in titles) and before.text[0].isalpha()
        if led and behind.capital and behind.kind == WORD and behind.text not in name_like:
            made[at] = el._replace(low=el.text)
    return made


def _with_handles(made: list[Element]) -> list[Element]:
    """The elements with *@lundmum* as one name; the sign inside an address stays what it is."""
    joined: list[Element] = []
    for el in made:
        at = joined[-1] if joined else None
        if at is not None and at.text == "@" and at.end == el.start and el.kind == WORD:
            free = len(joined) < 2 or joined[-2].end < at.start or joined[-2].kind != WORD
            if free:
                joined[-1] = Element(WORD, at.start, el.end, f"@{el.text}", f"@{el.low}", True)
                continue
        joined.append(el)
    return joined
