"""Whether the house of a group is named: whose officials they are. Origin of the words: written for sayso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso import Pattern, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso import Item, Sentence, Source

#: Those who speak for a house.
OF_A_HOUSE = frozenset("officials authorities diplomats executives".split())
#: Houses that are named by a building.
BUILDINGS = frozenset("pentagon kremlin vatican whitehall élysée bundestag knesset".split())
#: What is of a country or of several.
NATIONS = frozenset(
    """american british french german italian spanish portuguese dutch belgian swiss austrian irish scottish welsh
    english danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian
    serbian croatian bosnian albanian greek turkish russian ukrainian belarusian georgian armenian azerbaijani
    estonian latvian lithuanian israeli palestinian lebanese syrian jordanian iraqi iranian saudi yemeni omani
    qatari emirati kuwaiti afghan pakistani indian bangladeshi nepali chinese taiwanese japanese korean
    vietnamese thai cambodian burmese malaysian indonesian filipino philippine australian canadian mexican
    cuban haitian colombian venezuelan brazilian argentine chilean peruvian egyptian libyan tunisian algerian
    moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian
    ivorian senegalese malian zambian zimbabwean european african asian eu un nato""".split()
)
#: Places of a word that are looked at.
LOOKED_AT = 50
#: Houses of which there are many: the item must tell which.
KINDS = frozenset({"state", "county", "city", "town", "village", "district", "province", "company", "firm"})
#: Letters behind a poll in which it is said who was asked.
ASKED = 40
#: What is said before a body is on record.
ON_RECORD = Pattern(r"\bunder\s+oath\b|\btestified\b", needs=("under oath", "testified"), whole=True)
#: Who asked them, and how many.
POLL = Pattern(
    r"\b(?:poll|survey)s?\s+(?:of\s+(?:[a-z]+\s+){0,3}?(?:\d|[a-z]+s\b)|by\s+(?:[Tt]he\s+)?[A-Z])"
    r"|\b(?:polled|surveyed|canvassed)\s+by\s",
    needs=("poll", "polls", "polled", "survey", "surveys", "surveyed", "canvassed"),
    whole=True,
)


def names_house(item: Item, source: Source) -> bool:
    """Whether the words before *officials* name the house, or are of a kind of which the item tells one."""
    if source.head not in OF_A_HOUSE:
        return False
    words = source.span.of(item.text).split()
    lows = [word.lower().strip(",.") for word in words]
    before = lows[: lows.index(source.head)] if source.head in lows else []
    if not before:
        return False
    if (
        words[0][0].isupper()
        and before[0] not in item.pack.function_like
        and _is_name(item, source.span.start, before[0])
    ):
        return True
    return any(low in KINDS | item.pack.organisations and _is_told_of(item, source.span, low) for low in before)


def _is_name(item: Item, start: int, low: str) -> bool:
    """Whether a word with a capital has it for itself, and not for the beginning of a sentence."""
    opening = item.text[:start].rstrip()[-1:]
    if opening.isalnum() or opening in (",", ";"):
        return True
    if low in BUILDINGS or low in NATIONS:
        return True
    tokens = item.analysis.tokens
    again = (i for i in tokens.having(frozenset({low}))[:LOOKED_AT] if i and tokens.words[i][0].isupper())
    # "In Norland" is a place, and "the Senior Cup" none.
    return any(tokens.lows[i - 1] in item.pack.prepositions for i in again)


def _is_told_of(item: Item, here: Span, low: str) -> bool:
    """Whether the item tells of a house of that kind elsewhere: *the city*, *Larkmoor City*, *City of Larkmoor*."""
    tokens = item.analysis.tokens
    for i in tokens.having(frozenset({low}))[:LOOKED_AT]:
        if here.start <= tokens.starts[i] < here.end:
            continue
        definite = i and tokens.lows[i - 1] in item.pack.grammar.definite
        named = i and tokens.words[i][0].isupper() and tokens.words[i - 1][0].isupper()
        of_name = (
            tokens.lows[i + 1 : i + 2] == ["of"] and tokens.words[i + 2 : i + 3] and tokens.words[i + 2][0].isupper()
        )
        if definite or named or of_name:
            return True
    return False


def is_on_record(item: Item, sentence: Sentence, source: Source, content: Sequence[Span]) -> bool:
    """Whether a sentence says that they were polled, and by whom, or that they spoke under oath.

    Args:
        source: The group; of a poll in the sentence it must be said that these were asked.
        content: What they say: what is told there is of others.
    """
    start, end = sentence.span.start, sentence.span.end
    polled = POLL.search(item.text, start, end)
    if polled is not None and not item.analysis.in_quotation(Span(*polled.span())):
        behind = item.text[polled.start() : min(end, polled.end() + ASKED)].lower()
        if source.head in behind or 0 <= polled.start() - source.span.end <= 1:
            return True
    sworn = ON_RECORD.search(item.text, start, end)
    return sworn is not None and not any(span.start <= sworn.start() < span.end for span in content)
