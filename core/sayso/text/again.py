"""Words of a text found again in the markup that it was made of."""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import codepoint2name

from sayso.text.span import Span

TAG = re.compile(r"<[^<>]*+>")
#: Words that are looked for, and characters that are looked through in all: whoever has more findings sees where the
#: markup begins.
MOST_WORDS, MOST = 400, 50_000_000


class Again:
    """A stretch of markup."""

    def __init__(self, raw: str, start: int, end: int | None) -> None:
        self.stretch: tuple[int, int | None] = (start, end)
        self._markup = TAG.sub(lambda tag: "\0" * len(tag.group()), raw[start:end])
        self._left = MOST

    def find(self, span: Span, text: str) -> tuple[int, int] | None:
        """Where the words of a span of a text stand in the raw text; None where that cannot be told."""
        said = span.of(text)
        words = said.split()
        self._left -= len(text) + len(self._markup)
        if not words or len(words) > MOST_WORDS or self._left < 0:
            return None
        here = span.start + len(said) - len(said.lstrip())
        places = [found.start() for found in re.finditer(r"\s++".join(map(re.escape, words)), text)]
        found = [found.span() for found in re.finditer(r"(?:[\s\0]|&nbsp;)++".join(map(_spelt, words)), self._markup)]
        if len(places) != len(found) or here not in places:
            return None
        start, end = found[places.index(here)]
        return start + self.stretch[0], end + self.stretch[0]


def _spelt(word: str) -> str:
    """A word however markup may spell it."""
    return word if word.isascii() and word.isalnum() else "".join(map(_character, word))


@lru_cache(maxsize=512)
def _character(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char
    code = ord(char)
    name = codepoint2name.get(code, "apos" if char == "'" else None)
    ways = [re.escape(char), f"&#{code};", f"&#[xX]0*(?i:{code:x});", *([f"&{name};"] if name else [])]
    return f"(?:{'|'.join(ways)})"
