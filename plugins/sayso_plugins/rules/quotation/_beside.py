"""Whether the sentences beside one with a quotation lead to it, or tell of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso import Item, Sentence

#: A sentence that begins so goes on with the one before.
GOES_ON = frozenset(
    "he she it they his her its their this that these those such both so then there we our asked also".split()
)
#: How many words a sentence has, at most, that only says how somebody speaks: *Ana Ruiz was blunt*.
SHORT = 7


def is_of_others(item: Item, sentence: Sentence, behind: Sentence) -> bool:
    """Whether the sentence behind one with a quotation begins with somebody else, who says other things.

    Not so at the beginning of an item, which tells first what its second sentence gives to somebody.
    """
    if behind.index < sentence.index or sentence.paragraph == _opening(item):
        return False
    words = [el.low for el in item.analysis.narration(behind) if el.kind == "word"]
    quoted = any(behind.span.contains(one.span) for one in item.analysis.quotations)
    return not quoted and bool(words) and GOES_ON.isdisjoint(words[:2])


def leads_in(item: Item, sentence: Sentence, before: Sentence) -> bool:
    """Whether a short sentence with a name stands right before: what follows is theirs."""
    if before.index > sentence.index or before.paragraph != sentence.paragraph:
        return False
    words = [el for el in item.analysis.narration(before) if el.kind == "word"]
    if not words or len(words) > SHORT:
        return False
    named = words[0].capital and (len(words) > 1 and words[1].capital)
    return named or words[0].low in item.pack.singular_pronouns - {"it"} or words[0].low in item.pack.titles


def _opening(item: Item) -> int:
    """The paragraph of the first sentence that is read."""
    return next((one.paragraph for one in item.analysis.sentences if one.is_read), 0)
