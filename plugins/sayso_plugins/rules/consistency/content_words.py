"""What a stretch of text is about, as a set of words that can be compared across items."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso import Item, Span

if TYPE_CHECKING:
    from sayso import Sentence, Tokens

#: Letters that a word is compared by, so that *destroyed* and *destroys* are one.
STEM = 6
SHORTEST = 3


def content_words(item: Item, spans: Iterable[Span]) -> list[str]:
    """The words that carry the sense of some spans, cut to their stems, each once and sorted."""
    tokens = item.analysis.tokens
    pack = item.pack
    found: set[str] = set()
    for span in spans:
        found.update(tokens.lows[bisect_left(tokens.starts, span.start) : bisect_left(tokens.starts, span.end)])
    # Sets are taken one from another this way round: the words of a sentence are few, those of a language many.
    carried = found - pack.function_words - pack.pronouns - pack.before_nouns - pack.auxiliaries
    return sorted({low[:STEM] for low in carried if low.isdigit() or (len(low) >= SHORTEST and low[0].isalpha())})


def matter(item: Item, sentence: Sentence) -> frozenset[str]:
    """What a sentence is about: rules compare it with those around it, again and again."""
    known = _matter(item.analysis.tokens)
    found = known.get(sentence.index)
    if found is None:
        found = known[sentence.index] = frozenset(content_words(item, [sentence.span]))
    return found


@lru_cache(maxsize=2)
def _matter(_: Tokens) -> dict[int, frozenset[str]]:
    """By sentences of the item that is under check."""
    return {}


def alike(ours: Iterable[str], theirs: Iterable[str], share: float, least: int = 3) -> bool:
    """Whether two sets of words have enough in common: at least `least` words, and `share` of the smaller set."""
    first, second = set(ours), set(theirs)
    common = len(first & second)
    return common >= least and common >= share * min(len(first), len(second))
