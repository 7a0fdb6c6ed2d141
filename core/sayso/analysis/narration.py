"""The narration of an item, sentence by sentence: elements are made when they are first asked for.

Most sentences attribute nothing, and their tokens tell so at once: no word of theirs may be a cue, and nothing in them
stands in quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from sayso.analysis.elements import Element, elements, with_first_names
from sayso.analysis.flags import CANDIDATE, OPENING, VERB
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.analysis.sentence import Sentence
from sayso.text.span import Span

#: How many elements are kept: those of some 800,000 characters of prose. Then all are forgotten and made again at need,
#: so that memory does not grow with what is read.
KEPT = 200_000
#: The time before an entry of a live blog: *15:12 Two people …*, *9.40pm GMT – The gates …*.
CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|UTC|CES?T|ES?T|EDT|P[DS]T|IST|WAT|SAST|AE[DS]T|NZ[DS]T)\b)?"
    r"\s{0,2}[:–—|-]?\s{1,2}(?=[^\W\d_a-z]|[“\"‘'«„])"
)


class Sentences(Protocol):
    """The elements of sentences by their index: a list, or what makes them at need."""

    def __getitem__(self, index: int, /) -> list[Element]: ...
    def __len__(self) -> int: ...


class Narration:
    """The elements of each sentence, by the sentence's index.

    Args:
        quotations: The outermost quotations, in order.
        times: The time expressions, in order.
    """

    def __init__(
        self,
        layout: Layout,
        pack: LanguagePack,
        sentences: Sequence[Sentence],
        quotations: list[Span],
        times: list[Span],
    ) -> None:
        self._text = layout.text
        self._pack = pack
        self._tokens = tokens = layout.tokens
        self._flags = layout.flags(pack)
        self._sentences = sentences
        self._quotations = quotations
        self._quotation_starts = [span.start for span in quotations]
        self._times = times
        self._time_starts = [span.start for span in times]
        self._made: dict[int, list[Element]] = {}
        self._kept = 0
        #: Where each sentence begins in the text.
        self.starts: list[int] = [sentence.span.start for sentence in sentences]
        firsts = [bisect_left(tokens.starts, start) for start in self.starts]
        #: The first token of each sentence, and the first behind it.
        self.ranges: list[tuple[int, int]] = list(pairwise([*firsts, len(tokens)]))

    def __len__(self) -> int:
        return len(self._sentences)

    def __getitem__(self, index: int) -> list[Element]:
        made = self._made.get(index)
        if made is None:
            made = self._make(index)
            self._kept += len(made)
            if self._kept > KEPT:
                self._made.clear()
                self._kept = len(made)
            self._made[index] = made
        return made

    def _make(self, index: int) -> list[Element]:
        words, quoted, timed = self._inside(index)
        made = elements(self._text, words, self._tokens, quoted, timed, self._pack.abbreviations)
        first, last = self.ranges[index]
        pack, written = self._pack, self._tokens.words
        led = first < last and self._tokens.lows[first] in pack.auxiliaries
        if not led and pack.name_like.isdisjoint(written[first + 1 : last]):
            return made
        asks = first < last and written[last - 1] == "?"
        return with_first_names(made, pack.name_like, pack.titles, frozenset() if asks else pack.auxiliaries)

    def _inside(self, index: int) -> tuple[Span, list[Span], list[Span]]:
        """A sentence without the label or the time of day before it, its quotations and its time expressions."""
        sentence = self._sentences[index]
        words, label = sentence.span, sentence.section.label
        quoted = _within(self._quotations, self._quotation_starts, words)
        timed = _within(self._times, self._time_starts, words)
        if label is not None and words.start <= label.start and label.end < words.end:
            words = Span(label.end, words.end)
        if self._text[words.start].isdigit():
            clock = CLOCK.match(self._text, words.start, words.end)
            words = Span(clock.end(), words.end) if clock and clock.end() < words.end else words
        return words, quoted, timed

    def having(self, low: str) -> list[int]:
        """The sentences that have a word with a capital, or a role, given in lower case; quotations are read too."""
        return self._having.get(low, [])

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        words, lows, roles = self._tokens.words, self._tokens.lows, self._pack.roles
        for index, (first, last) in enumerate(self.ranges):
            for word, low in zip(words[first:last], lows[first:last], strict=True):
                if word != low or low in roles:
                    here = found.setdefault(low, [])
                    if not here or here[-1] != index:
                        here.append(index)
        return found

    def quotes(self, index: int) -> bool:
        """Whether a quotation begins in a sentence."""
        span = self._sentences[index].span
        at = bisect_left(self._quotation_starts, span.start)
        return at < len(self._quotations) and self._quotation_starts[at] < span.end

    def has_words(self, index: int) -> bool:
        """Whether a sentence has a word outside quotations and time expressions."""
        first, last = self.ranges[index]
        if first == last:
            return False
        words, quoted, timed = self._inside(index)
        if not quoted and not timed and words.start == self.starts[index] and self._tokens.words[first][0].isalnum():
            return True
        for i in range(first, last):
            start = self._tokens.starts[i]
            if start >= words.start and self._tokens.words[i][0].isalnum():
                units = (unit for unit in (*quoted, *timed) if unit.start <= start < unit.end)
                if next(units, None) is None:
                    return True
        return False

    def flagged(self, index: int, bits: int) -> bool:
        """Whether a token of a sentence has one of the flags, its quotations included."""
        return self._flags.has(bits, *self.ranges[index])

    def may_attribute(self, index: int, *, learned: bool = False) -> bool:
        """Whether a sentence has a word that may be a cue, by the rules or for the learned part, or a quotation."""
        first, last = self.ranges[index]
        if self._flags.has(VERB | CANDIDATE if learned else VERB, first, last):
            return True
        lows, openings = self._tokens.lows, self._pack.openings
        for i in self._flags.places(OPENING, first, last):
            if (lows[i],) in openings or tuple(lows[i : i + 2]) in openings:
                return True
        return self.quotes(index)


def _within(spans: list[Span], starts: list[int], sentence: Span) -> list[Span]:
    """The spans that begin in a sentence."""
    return spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
