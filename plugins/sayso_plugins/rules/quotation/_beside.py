"""Whether the sentences beside one with a quotation lead to it, or tell of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso import Pattern, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso import Element, Item, Sentence

#: A sentence that begins so goes on with the one before.
GOES_ON = frozenset(
    "he she it they his her its their this that these those such both so then there we our asked also".split()
)
#: How many words a sentence has, at most, that only says how somebody speaks: *Ana Ruiz was blunt*.
SHORT = 7
#: What one person does or seems to be before speaking: *Berg shrugged*, *Berg was blunt*.
#: Places of a word that are looked at.
LOOKED_AT = 50
GESTURES = frozenset(
    "shrugged laughed sighed smiled nodded wept grinned frowned disagreed relented hesitated paused exploded".split()
)
SEEMS = frozenset("was is sounded seemed looked appeared remained remains stayed became grew".split())
MOODS = frozenset(
    """blunt frank clear adamant angry furious defiant unrepentant scathing unmoved optimistic tears upset unsure sure
    certain hopeful sceptical skeptical cautious candid emphatic unequivocal unimpressed delighted dismayed livid calm
    downbeat upbeat bullish firm resigned philosophical sympathetic contrite apologetic proud bitter""".split()
)
#: *As Ana Ruiz once put it*: whoever puts it so says it.
PUTS = Pattern(
    r"\b[Aa]s\s+(?P<who>(?:[^\s,;“”\"]+\s+){1,5}?)(?:(?:once|later|then|himself|herself)\s+)?"
    r"(?:(?:has|had)\s+)?puts?\s+it\b",
    needs=("put it", "puts it"),
    whole=True,
)


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


def is_named_first(item: Item, words: Sequence[Element]) -> bool:
    """Whether the capital of a first word is a name's: somebody is in a mood there, or has that name elsewhere, too."""
    if len(words) < 2 or not words[0].capital:
        return False
    low, pack = words[0].low, item.pack
    if low in pack.function_like | pack.negations or pack.is_common(low) or low.endswith(pack.grammar.participles):
        return False
    lows = [el.low for el in words[1:5]]
    if lows[0] in GESTURES or (lows[0] in SEEMS and not MOODS.isdisjoint(lows[1:])):
        return True
    tokens = item.analysis.tokens
    again = (i for i in tokens.having(frozenset({low}))[:LOOKED_AT] if i and tokens.words[i][0].isupper())
    named = pack.given_names | pack.titles
    # "Jo Berg" and "Mr Berg", and no "Berg Traffic".
    return any(tokens.lows[i - 1] in named or tokens.lows[i - 1] in pack.roles for i in again)


def puts_it(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence says of one who put it so: *as Ana Ruiz puts it*."""
    found = PUTS.search(item.text, sentence.span.start, sentence.span.end)
    if found is None or item.analysis.in_quotation(Span(*found.span())):
        return False
    return item.pack.collectives.isdisjoint(found["who"].lower().split())
