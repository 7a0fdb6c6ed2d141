"""A quotation as it is looked for: its words in runs, and what the marks of an intervention leave open."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.frozen import frozen
from sayso.outside.folding import SIGN, WORD, Word, lowered, words

#: Characters of a document that words put in brackets may stand for, and that an ellipsis may leave out.
FEW, NEAR = 80, 2_000
#: A quotation in more pieces is not looked for.
MOST_PARTS = 16
#: Words left out, with or without brackets; then words or letters put in.
MARK = re.compile(r"[\[(]\s?(?:…|\.(?:\s?\.){2,3})\s?[\])]|…|\.(?:\s?\.){2,}|(?P<put>\[[^\[\]\n]{0,200}\])")
#: What an editor notes of the words, without changing them.
NOTE = re.compile(r"\[(?:sic|\W{0,3}\d{1,4}\W{0,3}|)\]", re.IGNORECASE)
TARGET = re.compile(r"\([^()\s]{1,2000}\)")
LETTER = re.compile(SIGN)
#: Scripts that write without spaces, where nothing tells a word from a piece of one.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Part(NamedTuple):
    """Words that stand together in a document.

    Attributes:
        words: The words; of one with letters in brackets, as the quotation has it.
        free: Of each, whether its capital may be the quotation's own: it opens a sentence or a piece.
        reach: How many characters may stand between the part before and this one; None for the first.
        partly: Beginning and end of a single word whose other letters are in brackets, without capitals.
    """

    words: tuple[Word, ...]
    free: tuple[bool, ...]
    reach: int | None = None
    partly: tuple[str, str] | None = None

    @property
    def written(self) -> str:
        """The words as a folded text has them."""
        return f" {' '.join(word.text for word in self.words)} "


@frozen
class Quoted:
    """A quotation taken apart; without parts where it has no words that can be looked for."""

    parts: tuple[Part, ...]

    @property
    def length(self) -> int:
        """The number of words that must be there."""
        return sum(len(part.words) for part in self.parts)


def quoted(text: str, start: int, end: int) -> Quoted:
    """The words between two quotation marks.

    Words in brackets may stand for a few others, letters in brackets for other letters, and an ellipsis for words
    that were left out; *[sic]* and the numbers of notes stand for nothing.
    """
    if UNSPACED.search(text, start, end):
        return Quoted(())
    builder = _Builder(text)
    at = start
    for mark in MARK.finditer(text, start, end):
        if mark.start() < at:
            continue  # inside a word or a link that has been read already
        builder.add(words(text, at, mark.start()))
        at = builder.mark(mark, end) if mark["put"] else builder.leave(NEAR, mark.end())
    builder.add(words(text, at, end))
    builder.leave(0, end)
    return Quoted(tuple(builder.parts) if len(builder.parts) <= MOST_PARTS else ())


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self._run: list[Word] = []
        self._reach = 0

    def add(self, more: list[Word]) -> None:
        """Go on with words that stand there as they are."""
        self._run += more

    def leave(self, reach: int, end: int) -> int:
        """Close the run; up to so many characters may follow before the next. Returns where to go on."""
        if self._run:
            free = tuple(not i or self._opens(word.start) for i, word in enumerate(self._run))
            if self._reach == 0 and self.parts:
                free = (False, *free[1:])
            self._append(tuple(self._run), free, None)
            self._run = []
        self._reach = max(self._reach, reach)
        return end

    def mark(self, mark: re.Match[str], end: int) -> int:
        """Read brackets with something in them. Returns where to go on."""
        link = TARGET.match(self.text, mark.end(), end)
        if link is not None:
            self.add(words(self.text, mark.start() + 1, mark.end() - 1))
            return link.end()
        if NOTE.fullmatch(mark.group()):
            return mark.end()
        before = self._run[-1] if self._run and self._run[-1].end == mark.start() else None
        behind = WORD.match(self.text, mark.end(), end) if LETTER.match(self.text, mark.end(), end) else None
        if before is None and behind is None:
            return self.leave(FEW, mark.end())
        if before is not None:
            self._run.pop()
        self.leave(0, mark.end())
        last = words(self.text, behind.start(), behind.end()) if behind else []
        first, rest = before.text if before else "", last[0].text if last else ""
        begin, stop = before.start if before else mark.start(), behind.end() if behind else mark.end()
        whole = Word(f"{first}{mark.group()[1:-1]}{rest}", begin, stop)
        self._append((whole,), (True,), (lowered(first), lowered(rest)))
        return stop

    def _append(self, run: tuple[Word, ...], free: tuple[bool, ...], partly: tuple[str, str] | None) -> None:
        self.parts.append(Part(run, free, self._reach if self.parts else None, partly))
        self._reach = 0

    def _opens(self, offset: int) -> bool:
        """Whether a word opens a sentence of the quotation."""
        before = self.text[max(0, offset - 4) : offset].rstrip(" \n\t“\"‘'«„(")
        return before[-1:] in (".", "!", "?", ":")
