"""Lists of words that rules look for: which of them an item has is found for all lists at once."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

#: By each word, the numbers of the lists that it is in.
NUMBERS: dict[str, list[int]] = {}
#: Each list with its number. It is added when all its words are in `NUMBERS`: those that are counted are complete.
_KNOWN: dict[frozenset[str], int] = {}
_NUMBERING = Lock()


class WordList(frozenset[str]):
    """Words in lower case that stay what they are, such as a constant of a module: looked for by a look-up.

    Any other set may be looked for, too; it is held against the words of an item each time.

    Attributes:
        number: Which list it is; equal ones are one.
    """

    number: int

    def __new__(cls, words: Iterable[str]) -> WordList:
        """A list; from then on, each item is held against it: a rule makes its lists once, and not for an item."""
        made = super().__new__(cls, words)
        plain = frozenset(made)
        with _NUMBERING:
            if plain not in _KNOWN:
                number = len(_KNOWN)
                for word in plain:
                    NUMBERS.setdefault(word, []).append(number)
                _KNOWN[plain] = number
            made.number = _KNOWN[plain]
        return made

    def __reduce__(self) -> tuple[type[WordList], tuple[frozenset[str]]]:
        return WordList, (frozenset(self),)


def made_so_far() -> int:
    """How many lists there are."""
    return len(_KNOWN)
