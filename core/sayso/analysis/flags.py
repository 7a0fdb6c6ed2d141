"""What the tokens of a text may be, one byte a token, so that places are found at the speed of a search in bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import repeat

#: Bits of :attr:`LanguagePack.flags`. `TIME_WORD` is a word of a time expression, `DATE_WORD` a month or a year.
VERB, TIME_WORD, CONTESTED, CANDIDATE, OPENING, OPINION, DATE_WORD = 1, 2, 4, 8, 16, 32, 64
LARGEST = 127


class Flags:
    """The flags of the tokens of a text.

    Args:
        lows: The tokens in lower case.
        of_word: Lower-case word to bits.
    """

    def __init__(self, lows: Sequence[str], of_word: Mapping[str, int]) -> None:
        self._bytes = bytes(map(of_word.get, lows, repeat(0)))

    def places(self, bits: int, first: int = 0, last: int | None = None) -> list[int]:
        """The tokens of a range that have one of the bits, ascending."""
        end = len(self._bytes) if last is None else last
        return [found.start() for found in _having(bits).finditer(self._bytes, first, end)]

    def has(self, bits: int, first: int, last: int) -> bool:
        """Whether a token of a range has one of the bits."""
        return _having(bits).search(self._bytes, first, last) is not None


@lru_cache(maxsize=128)
def _having(bits: int) -> re.Pattern[bytes]:
    values = b"".join(b"\\x%02x" % value for value in range(1, LARGEST + 1) if value & bits)
    return re.compile(b"[" + values + b"]")
