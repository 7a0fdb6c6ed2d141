"""Regular expressions that are compiled when they are first used.

Compiling the expressions of a language costs more than checking a small item with them, and one item never
needs all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from sayso.text.word_list import WordList


class Pattern:
    """A regular expression with the methods of :class:`re.Pattern` that sayso uses.

    Args:
        needs: Words in lower case one of which stands in the text wherever the expression matches: looking for
            them is many times as quick as the expression, which then is seldom tried. None tries it always.
        whole: Whether each of these is made of whole words, and no part of one: where the words of a text are known,
            they are looked up, which is quicker again.
    """

    def __init__(self, source: str, flags: int = 0, *, needs: Iterable[str] = (), whole: bool = False) -> None:
        self.source = source
        self.flags = flags
        self.needs: tuple[str, ...] = tuple(needs)
        self.whole = whole

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled.

        Raises:
            re.error: If it is no regular expression.
        """
        return re.compile(self.source, self.flags)

    def __reduce__(self) -> tuple[Any, ...]:
        return _pattern, (self.source, self.flags, self.needs, self.whole)

    def possible(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether a text, or a part of it, has one of the words that every match needs."""
        if not self.needs:
            return True
        whole = start == 0 and (end is None or end == len(text))
        lower = _lowered(text) if whole else text[start:end].lower()
        return any(map(lower.__contains__, self.needs))

    def near(self, text: str, words: Any = None) -> list[int]:
        """Where the words stand of which every match needs one: only around these can there be one.

        Of a pattern that needs none, and in the rare text whose length changes with its capitals, where it matches.

        Args:
            words: The :class:`sayso.Tokens` of the text, where they are known.
        """
        lower = _lowered(text)
        if not self.needs or len(lower) != len(text):
            return [match.start() for match in self.compiled.finditer(text)]
        found: list[int] = []
        for need in self.needs if words is None else self.needed(words):
            at = lower.find(need)
            while at >= 0:
                found.append(at)
                at = lower.find(need, at + len(need))
        return found

    def needed(self, words: Any) -> Sequence[str]:
        """Those of the needs whose words are all in a text; of a pattern whose needs are not whole words, all.

        Args:
            words: The :class:`sayso.Tokens` of the text.
        """
        if not self.whole:
            return self.needs
        hits = words.hits(self._rarest, parts=True)
        if not hits:
            return ()
        parts: frozenset[str] = words.parts
        return [need for hit in hits for need, own in self._by_rarest[hit] if own <= parts]

    @cached_property
    def _by_rarest(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """The needs by the longest of their words, each with all of them."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for need in self.needs:
            parts = re.findall(r"\w+", need)
            found.setdefault(max(parts, key=len), []).append((need, frozenset(parts)))
        return found

    @cached_property
    def _rarest(self) -> WordList:
        return WordList(self._by_rarest)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        end = len(text) if end is None else end
        if self.needs and not self.possible(text, start, end):
            return None
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As :meth:`re.Pattern.fullmatch`."""
        if self.needs and not self.possible(text):
            return None
        return self.compiled.fullmatch(text)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`."""
        end = len(text) if end is None else end
        if self.needs and not self.possible(text, start, end):
            return None
        return self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        end = len(text) if end is None else end
        if self.needs and not self.possible(text, start, end):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[Any]:
        """As :meth:`re.Pattern.findall`."""
        return self.compiled.findall(text) if self.possible(text) else []

    def split(self, text: str) -> list[str | Any]:
        """As :meth:`re.Pattern.split`."""
        return self.compiled.split(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As :meth:`re.Pattern.sub`."""
        return self.compiled.sub(by, text) if self.possible(text) else text


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    """A text in lower case: all patterns of all rules ask for that of the item under check."""
    return text.lower()


def _pattern(source: str, flags: int, needs: tuple[str, ...], whole: bool = False) -> Pattern:
    return Pattern(source, flags, needs=needs, whole=whole)
