"""The narration of an item, sentence by sentence: elements are made when they are first asked for.

Most sentences attribute nothing, and their tokens tell so at once: no word of theirs may be a cue, and nothing in them
stands in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from sayso.analysis.elements import Element, elements
from sayso.analysis.language import CANDIDATE, OPENING, VERB, LanguagePack
from sayso.analysis.sentence import Sentence
from sayso.analysis.tokens import Tokens
from sayso.text.span import Span


class Sentences(Protocol):
    """The elements of sentences by their index: a list, or what makes them at need."""

    def __getitem__(self, index: int, /) -> list[Element]: ...
    def __len__(self) -> int: ...


class Narration:
    """The elements of each sentence, by the sentence's index.

    Args:
        flags: Of each token, by :attr:`LanguagePack.flags`.
        quotations: The outermost quotations, in order.
        times: The time expressions, in order.
    """

    def __init__(
        self,
        text: str,
        pack: LanguagePack,
        tokens: Tokens,
        flags: list[int],
        sentences: Sequence[Sentence],
        quotations: list[Span],
        times: list[Span],
    ) -> None:
        self._text = text
        self._pack = pack
        self._tokens = tokens
        self._flags = flags
        self._sentences = sentences
        self._quotations = quotations
        self._quotation_starts = [span.start for span in quotations]
        self._times = times
        self._time_starts = [span.start for span in times]
        self._made: dict[int, list[Element]] = {}
        starts = [bisect_left(tokens.starts, sentence.span.start) for sentence in sentences]
        #: The first token of each sentence, and the first behind it.
        self.ranges: list[tuple[int, int]] = list(pairwise([*starts, len(tokens)]))

    def __len__(self) -> int:
        return len(self._sentences)

    def __getitem__(self, index: int) -> list[Element]:
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = self._make(index)
        return made

    def _make(self, index: int) -> list[Element]:
        sentence = self._sentences[index]
        words, label = sentence.span, sentence.section.label
        quoted = _within(self._quotations, self._quotation_starts, words)
        timed = _within(self._times, self._time_starts, words)
        if label is not None and words.start <= label.start and label.end < words.end:
            words = Span(label.end, words.end)
        return elements(self._text, words, self._tokens, quoted, timed, self._pack.abbreviations)

    def quotes(self, index: int) -> bool:
        """Whether a quotation begins in a sentence."""
        span = self._sentences[index].span
        at = bisect_left(self._quotation_starts, span.start)
        return at < len(self._quotations) and self._quotation_starts[at] < span.end

    def flagged(self, index: int, bits: int) -> bool:
        """Whether a token of a sentence has one of the flags, its quotations included."""
        first, last = self.ranges[index]
        return any(flag & bits for flag in self._flags[first:last])

    def may_attribute(self, index: int, *, learned: bool = False) -> bool:
        """Whether a sentence has a word that may be a cue, by the rules or for the learned part, or a quotation."""
        first, last = self.ranges[index]
        wanted = VERB | CANDIDATE if learned else VERB
        lows, openings = self._tokens.lows, self._pack.openings
        for i, flag in enumerate(self._flags[first:last], first):
            if flag & wanted or (flag & OPENING and ((lows[i],) in openings or tuple(lows[i : i + 2]) in openings)):
                return True
        return self.quotes(index)


def _within(spans: list[Span], starts: list[int], sentence: Span) -> list[Span]:
    """The spans that begin in a sentence."""
    return spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
