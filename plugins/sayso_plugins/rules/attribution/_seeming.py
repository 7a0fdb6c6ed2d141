"""Hedges that say how it seems, to nobody: *it would appear*, *seemingly*, *is held to have*, *tradition has it*."""

from __future__ import annotations

from sayso import Item, Pattern, Span, WordList

_PUT_IN = r"(?:\s+(?:already|also|now|still|even|widely|long|since|once|all|generally|commonly|strongly|openly))?"
#: Origin: written for sayso from reading news prose.
SEEMING = Pattern(
    r"\b(?:[Ii]t\s+(?:would\s+(?:appear|seem)|(?:now\s+)?(?:appears|seems))(?=\s+(?:that|the|a|an|he|she|they|his|her|some)\b|,)"
    # What stands before a word is looked at only where the word may be one.
    r"|(?=[SsPpRr][er])(?<!\ba\s)(?<!\ban\s)(?<!\bthe\s)(?<!\bof\s)(?<!\bin\s)(?<!\bthis\s)(?<!\btheir\s)(?<!\bits\s)(?:[Ss]eemingly|[Pp]resumably|[Rr]eputedly)"
    r"(?!\s+(?:endless|random|impossible|innocuous|small|simple|minor|unrelated|never-ending|inevitable|unstoppable|contradictory))"
    rf"|(?:is|are|was|were|has\s+been|have\s+been){_PUT_IN}\s+(?:supposed|assumed|held|reckoned|suspected|whispered|imagined|surmised)\s+to\s+have"
    rf"|(?:is|are|was|were){_PUT_IN}\s+(?:said|believed|thought|alleged|reported|rumou?red|reputed|held|suspected|reckoned|claimed|supposed|understood)\s+by\s+"
    r"(?:many|some|others|all|most|several|everyone|everybody|people)\s+(?:[a-z]{3,15}\s+)?to"
    rf"|[Ii]t\s+(?:is|was){_PUT_IN}\s+(?:whispered|suspected|surmised|presumed|rumou?red|supposed|assumed|murmured)(?=\s+(?:that|the|a|an)\b|,)"
    rf"|[Ii]t\s+(?:has|had){_PUT_IN}\s+been\s+(?:claimed|suggested|alleged|rumou?red|reported|said|whispered|suspected|argued)"
    r"(?=,|\s+by\s+(?:some|many|others|several)\b)"
    r"|(?:[Ll]egend|[Tt]radition|[Gg]ossip|[Hh]earsay|[Ll]ore|(?:[Tt]he|[Oo]ne)\s+(?:story|rumou?r|theory|version))\s+has\s+it"
    r"|by\s+(?:most|many|some|several)\s+accounts"
    rf"|(?:is|are|was|were){_PUT_IN}\s+(?:suspected|feared|rumou?red|alleged)(?=[.;])"
    r"|(?=appear|seem)(?<!\bto\s)(?<!\bher\s)(?<!\bhim\s)(?<!\bit\s)(?<!\bthem\s)(?<!\bmay\s)(?<!\bmight\s)(?<!\bnot\s)(?<!\bcould\s)(?<!\bwould\s)"
    r"(?:appears?|seems?|appeared|seemed)\s+to\s+have\s+(?:been\s+)?[a-z]{1,15}(?:ed|en|wn|ought|id|old|ung|ost|eft|un|own|rung|ut))\b",
    needs=(
        *("would appear", "would seem", "appears", "seems", "seemingly", "presumably", "reputedly", "to have"),
        *(" by many", " by some", " by others", " by all", " by most", " by several", " by people"),
        *(" by everyone", " by everybody"),
        *("whispered", "suspected", "surmised", "presumed", "rumoured", "rumored", "supposed", "assumed", "murmured"),
        *("been ", "has it", " accounts", "feared", "alleged"),
    ),
    whole=True,
)
#: Without one of these there is none.
WORDS = WordList(
    """appear seem appears seems appeared seemed seemingly presumably reputedly supposed assumed held reckoned suspected
    whispered imagined surmised said believed thought alleged reported rumoured rumored reputed claimed understood
    presumed murmured suggested argued legend tradition gossip hearsay lore story rumour rumor theory version accounts
    feared""".split()
)
#: Where the hedge is told to stand, or whose it is: *alleged in the charge sheet*, *claimed by the owner*.
STANDS = Pattern(
    r"\s+(?:(?:in|by)\s+(?:the|an?|his|her|its|their|court|police)\s+(?P<what>[^,.;]{1,60})|(?:in|by)\s+[A-Z])"
)


def stands_in(item: Item, phrase: Span) -> bool:
    """Whether a paper that can be found is told behind the hedge, or whose word it is."""
    found = STANDS.match(item.text, phrase.end)
    if found is None:
        return False
    what = found["what"]
    if what is None or item.text[phrase.end :].lstrip().startswith("by "):
        return True
    words = what.lower().split()[:5]
    return any(word in item.pack.documents for word in words)
