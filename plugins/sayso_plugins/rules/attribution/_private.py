"""What people said to each other in private, retold in the item's own words: the speaker is not who told the outlet."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Item, Pattern, Sentence, Span, WordList
from sayso_plugins.rules._near import matches

#: Where nobody listens. Origin: written for sayso.
PRIVATE = Pattern(
    r"\b(?:behind\s+closed\s+doors|in\s+private|privately|confidentially"
    r"|(?:at|in|during|over)\s+(?:an?\s+|the\s+|their\s+)?(?:private|closed-door|secret)\s+"
    r"(?:meeting|conversation|talks?|dinner|lunch|session|calls?|telephone\s+calls?))\b",
    needs=("closed", "private", "privately", "confidentially", "secret"),
    whole=True,
)
OPENING = Pattern(
    r"(?:Behind\s+closed\s+doors|In\s+private|Privately)\b", needs=("closed", "private", "privately"), whole=True
)
#: Those to whom one speaks in confidence.
CONFIDING = Pattern(
    r"\b(?:told|assured|warned|confided\s+in|confided\s+to|admitted\s+to)\s+(?:(?:his|her|their|close|senior|several|some|other"
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
    confidantes allies associates colleagues teammates mates cabinet circle""".split()
)
#: Words by which one speaks to another.
SAYS = frozenset(
    """told asked confided urged warned assured promised threatened offered begged replied ordered pressed complained
    admitted conceded said argued agreed decided settled resolved plotted conspired haggled""".split()
)
#: To the press, or before it: the words are the outlet's to have heard.
PRESS = frozenset(
    """reporters reporter journalists journalist newspaper us press broadcaster agency magazine interview court
    tribunal hearing""".split()
)


def retold_in_private(item: Item) -> Iterator[Sentence]:
    """The sentences of the news in which one tells another something in private, and nobody is said to have told it."""
    analysis = item.analysis
    if not analysis.tokens.hits(SIGNS, parts=True):
        return
    for pattern in (PRIVATE, OPENING, CONFIDING):
        for found in matches(pattern, item.analysis, back=120, ahead=60):
            place = Span(*found.span())
            sentence = analysis.sentence_at(place.start)
            news = sentence.is_read and sentence.section.kind == "news"
            # Words in quotation marks were said before somebody who wrote them down.
            if pattern is CONFIDING and any(sentence.span.overlaps(one.span) for one in analysis.quotations):
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
