"""What people said to each other in private, retold in the item's own words: the speaker is not who told the outlet."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Item, Pattern, Sentence, Span, WordList
from sayso_plugins.rules._near import matches

#: Where nobody listens. Origin: written for sayso.
PRIVATE = Pattern(
    r"\b(?:behind\s+closed\s+doors|in\s+private|privately|confidentially"
    r"|(?:[Aa]t|[Ii]n|[Dd]uring|[Oo]ver)\s+(?:an?\s+|the\s+|their\s+)?(?:private|closed-door|secret)\s+"
    r"(?:meeting|conversation|talks?|dinner|lunch|session|calls?|telephone\s+calls?))\b",
    needs=("closed", "private", "privately", "confidentially", "secret"),
    whole=True,
)
OPENING = Pattern(
    r"(?:Behind\s+closed\s+doors|In\s+private|Privately)\b", needs=("closed", "private", "privately"), whole=True
)
#: Those to whom one speaks in confidence.
CONFIDING = Pattern(
    r"\b(?:told|assured|warned|informed|confided\s+in|confided\s+to|admitted\s+to)\s+(?:(?:his|her|their|close|senior|several|some|other"
    r"|fellow|party|cabinet|club|two|three)\s+){0,3}(?:aides|advisers|advisors|confidants?|confidantes?|allies|associates"
    r"|colleagues|team-?mates|cabinet|inner\s+circle)\b",
    needs=(
        *("aides", "advisers", "advisors", "confidant", "confidants", "confidante", "confidantes", "allies"),
        *("associates", "colleagues", "teammates", "mates", "cabinet", "inner circle"),
    ),
    whole=True,
)
#: Without one of these there is none.
SIGNS = WordList(
    """closed private privately confidentially secret aides advisers advisors confidant confidants confidante
    confidantes allies associates colleagues teammates mates cabinet circle phone telephone rang phoned telephoned
    texted video conference coffee coffees tea breakfast lunch dinner supper eggs drinks wine whisky whiskey beer beers
    pint pints cigar cigars cards notetakers note-takers notetaker note-taker witnesses interpreter interpreters
    corridor lift elevator kitchen stairwell taxi limousine sauna earshot""".split()
)
#: Where only two listen. Whoever rings for help speaks to those who write it down.
CALLS = Pattern(
    r"\b(?:in|during|over)\s+(?:an?|the|their|his|her)\s+(?:[a-z-]+\s+){0,2}?(?:phone|telephone|video|conference)\s+"
    r"(?:call|conversation|chat)\b|\bover\s+the\s+(?:tele)?phone\b"
    r"|\b(?:rang|phoned|telephoned|texted)\s+(?!(?:the\s+|an?\s+)?(?:police|emergency|ambulance|fire|operators?)\b)[A-Za-z]+",
    needs=("phone", "telephone", "rang", "phoned", "telephoned", "texted", "video", "conference"),
    whole=True,
)
#: Where few sit, and nobody writes it down.
SCENE = Pattern(
    r"\b(?:[Oo]ver\s+(?:an?\s+|their\s+|his\s+|her\s+|the\s+)?(?:[a-z-]+\s+)?(?:coffees?|tea|breakfast|lunch|dinner|supper|eggs|drinks|wine"
    r"|whisky|whiskey|beers?|pints?|cigars?|cards)"
    r"|(?:without|with\s+no|and\s+no)\s+(?:note-?takers?|witnesses|interpreters?)"
    r"|(?:[Ii]n|[Oo]ut\s+in)\s+(?:the|an?|his|her|their)\s+(?:corridor|lift|elevator|kitchen|stairwell|taxi|limousine|sauna)"
    r"|out\s+of\s+earshot)\b",
    needs=(
        *("coffee", "coffees", "tea", "breakfast", "lunch", "dinner", "supper", "eggs", "drinks", "wine", "whisky"),
        *("whiskey", "beer", "beers", "pint", "pints", "cigar", "cigars", "cards", "notetaker", "notetakers"),
        *("note-taker", "note-takers", "witnesses", "interpreter", "interpreters", "corridor", "lift", "elevator"),
        *("kitchen", "stairwell", "taxi", "limousine", "sauna", "earshot"),
    ),
    whole=True,
)
#: Words by which one speaks to another who is named behind them.
TELLS = frozenset("told informed assured warned asked urged ordered threatened promised instructed begged".split())
#: Words by which one speaks to another.
SAYS = frozenset(
    """told asked confided urged warned assured promised informed threatened offered begged replied ordered pressed
    complained admitted conceded said argued agreed decided settled resolved plotted conspired haggled""".split()
)
#: To the press, or before it: the words are the outlet's to have heard.
PRESS = frozenset(
    """reporters reporter journalists journalist newspaper us press broadcaster agency magazine interview court
    tribunal hearing audience crowd rally congregation""".split()
)


def retold_in_private(item: Item) -> Iterator[Sentence]:
    """The sentences of the news in which one tells another something in private, and nobody is said to have told it."""
    analysis = item.analysis
    if not analysis.tokens.hits(SIGNS, parts=True):
        return
    for pattern in (PRIVATE, OPENING, CONFIDING, CALLS, SCENE):
        for found in matches(pattern, item.analysis, back=120, ahead=60):
            place = Span(*found.span())
            sentence = analysis.sentence_at(place.start)
            news = sentence.is_read and sentence.section.kind == "news"
            # Words in quotation marks were said before somebody who wrote them down.
            written = pattern in (CONFIDING, CALLS, SCENE)
            if written and any(sentence.span.overlaps(one.span) for one in analysis.quotations):
                continue
            if pattern in (CALLS, SCENE) and TELLS.isdisjoint(analysis.narrated(sentence)):
                continue
            if news and not analysis.in_quotation(place) and _is_retold(item, sentence, place):
                yield sentence


def _is_retold(item: Item, sentence: Sentence, place: Span) -> bool:
    analysis = item.analysis
    words = [el for el in analysis.narration(sentence) if el.kind == "word"]
    lows = {el.low for el in words}
    says = [el for el in words if el.low in SAYS]
    if not says or PRESS & lows or "according" in lows or (item.pack.outlet_words & lows):
        return False
    if analysis.carried_by(sentence) is not None:
        return False
    # "In private, she told him …, two of them said": the one who tells of it has the talk for his content.
    return (
        not any(
            content.start <= place.start and place.end <= content.end
            for one in analysis.attributions_in(sentence)
            for content in one.content
        )
        and len(says) == 1
    )
