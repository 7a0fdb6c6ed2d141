"""Words and marks with their offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from sayso.text.word_list import NUMBERS, WordList, made_so_far

#: Words with inner apostrophes and hyphens, numbers (3,000 and 8:30), initials (U.S., I.R.G.C.), then single marks.
#: Possessive throughout and led by one class, so that the scan is linear and quick.
TOKEN = re.compile(
    r"(\w++(?:(?=[’'\-‐‑&.,:])(?:[’'\-‐‑&]\w++|(?<=\d)[.,:]\d\w*+|(?<=\b\w)\.(?:[^\W\d_]\.)++))*+|[^\w\s])"
)
RUN = re.compile(r"\w+")
JOINER = "\u200d"
#: The first of the marks that belong to the character before them.
FIRST_MARK = "\u0300"
#: One half of a flag.
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")


def whole(pieces: list[str]) -> list[str]:
    """Gaps and tokens in turn, where a token has its combining marks, and an emoji all its parts.

    A boundary inside such a cluster (Unicode Standard Annex 29) would cut what readers see as one character.
    """
    signs = {piece for piece in pieces if len(piece) == 1 and piece >= FIRST_MARK}
    if not any(_extends(sign) or FLAG.fullmatch(sign) for sign in signs):
        return pieces
    found = pieces[:2]
    for gap, token in zip(pieces[2:-1:2], pieces[3::2], strict=True):
        joined = found[-1][-1:] == JOINER or _extends(token) or (FLAG.fullmatch(token) and FLAG.fullmatch(found[-1]))
        if not gap and joined:
            found[-1] += token
        else:
            found += (gap, token)
    return [*found, pieces[-1]]


def _extends(piece: str) -> bool:
    """Whether a token is a mark that belongs to the character before it."""
    if len(piece) != 1 or piece < FIRST_MARK:
        return False
    return piece == JOINER or "\U0001f3fb" <= piece <= "\U0001f3ff" or unicodedata.category(piece)[0] == "M"


class Tokens:
    """The tokens of a text: parallel lists, which cost a tenth of as many objects.

    Attributes:
        starts: Offsets of the first code points, ascending.
        ends: Offsets behind the last code points.
        words: The tokens as written.
        lows: The same in lower case, with typographic apostrophes: as language packs write words.
    """

    def __init__(self, text: str) -> None:
        # Splitting by a group gives gap, token, gap, token …: their lengths add up to the offsets.
        pieces = TOKEN.split(text)
        if not text.isascii():
            pieces = whole(pieces)
        ends = array("Q", accumulate(map(len, pieces)))
        self.starts: array[int] = ends[:-1:2]
        self.ends: array[int] = ends[1::2]
        # Most words come again and again: one text serves for all places.
        memo: dict[str, str] = {}
        self.words: list[str] = list(map(memo.setdefault, pieces[1::2], pieces[1::2]))
        lows = {word: word.lower().replace("'", "’") for word in memo}
        self.lows: list[str] = list(map(lows.__getitem__, self.words))

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def known(self) -> frozenset[str]:
        """Each of `lows` once: what none of them is need not be looked for."""
        return frozenset(self._places)

    @cached_property
    def parts(self) -> frozenset[str]:
        """Each run of letters and digits of `lows` once: of *well-informed* its parts."""
        joined = [low for low in self._places if not low.isalnum()]
        return self.known.union(RUN.findall(" ".join(joined)))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Those of `known` that begin with a digit of the ASCII ones."""
        return frozenset([low for low in self._places if "0" <= low[0] <= "9"])

    def hits(self, words: frozenset[str], *, parts: bool = False) -> Sequence[str] | frozenset[str]:
        """Those of some words that are `known`, each once; of a :class:`WordList`, without a look at each of them.

        Args:
            parts: Whether those that are `parts` are meant.
        """
        if type(words) is WordList:
            until, whole, joined = self._lists
            if words.number < until:
                found = whole.get(words.number, ())
                return (*found, *joined.get(words.number, ())) if parts else found
        return words & (self.parts if parts else self.known)

    def having(self, words: frozenset[str]) -> list[int]:
        """The numbers of the tokens that are one of these words, ascending: a few look-ups instead of a scan."""
        hits = self.hits(words)
        if not hits:
            return []
        if len(hits) == 1:
            return list(self._places[next(iter(hits))])
        return sorted([place for hit in hits for place in self._places[hit]])

    @cached_property
    def _lists(self) -> tuple[int, dict[int, list[str]], dict[int, list[str]]]:
        """How many lists there were, and what is known of each, and what is a part alone."""
        until = made_so_far()
        return until, _by_list(self._places), _by_list(self.parts - self.known)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for number, low in enumerate(self.lows):
            places[low].append(number)
        return dict(places)


def _by_list(words: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in filter(NUMBERS.__contains__, words):
        for number in NUMBERS[word]:
            found[number].append(word)
    return dict(found)
