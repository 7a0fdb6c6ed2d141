"""What a comment may state that is a fact, and not a judgement. Origin of the words: written for sayso."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso import Item, Pattern
from sayso_plugins.rules.sourcing._deeds import DEED

if TYPE_CHECKING:
    from sayso import Sentence

#: What was done to many, or cost much: with a number, somebody has counted.
WROUGHT = frozenset(
    """
    cost drove driven killed emptied destroyed wiped forced displaced evicted threw thrown pushed left robbed stripped
    created closed shut ruined bankrupted infected poisoned saved lifted employed lost starved laid sacked dismissed
    jailed arrested deported drained burned burnt flattened put
    """.split()
)
#: A number that nobody counts at a glance; no year.
LARGE = Pattern(r"(?:\d{1,3}(?:,\d{3})+|[3-9]\d{2}|1[0-8]\d{2}|\d{5,})\Z")
LARGER = frozenset("thousand thousands million millions billion billions hundreds dozens".split())
#: What somebody had done to him, and why: *was forced out because …*.
OUSTED = Pattern(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:forced\s+out|pushed\s+out|sacked|fired|dismissed|removed|demoted|ousted|suspended|arrested|jailed|silenced"
    r"|transferred|moved|replaced|dropped|killed|closed|cancelled|buried)\s+(?:\w+\s+){0,3}?(?:because|so\s+that|for\s+(?:refusing|asking|speaking|saying|writing))\b"
    r"|\b(?:sacked|fired|dismissed|removed|dropped|killed|cancelled|shut\s+down|closed|buried)\s+(?:\w+\s+){1,6}?because\s+(?:he|she|they|it|his|her|their|its|the)\b",
    re.IGNORECASE,
    needs=("because", "so that", "for refusing", "for asking", "for speaking", "for saying", "for writing"),
)
#: Money for a favour: *paid officials to look the other way*, *paid for the campaigns of*.
BOUGHT = Pattern(
    r"\b(?:(?:pays?|paid|bankrolled|bankrolls|funded|financed)\s+(?:for\s+)?(?:the\s+)?(?:election\s+|re-election\s+)?campaigns?\s+of\b"
    r"|(?:paid|bribed|pressured|ordered|told)\s+(?:[\w’'-]+\s+){1,4}?to\s+(?:look\s+the\s+other\s+way|look\s+away|keep\s+(?:quiet|silent)|stay\s+away|drop|bury|hide)\b"
    r"|(?:beat|clubbed|shot\s+at|tear-gassed|fired\s+on|kettled)\s+(?:[\w’'-]+\s+){0,2}?(?:students|protesters|demonstrators|marchers|strikers|workers|women|children|crowds?|prisoners"
    r"|detainees|farmers|journalists)\b|(?:turned|opened)\s+(?:their\s+)?(?:guns|dogs|fire)\s+on\b)",
    re.IGNORECASE,
    needs=("campaign", " to ", "student", "protest", "demonstrat", "marcher", "strik", "worker", "women", "children",
           "crowd", "prisoner", "detainee", "farmer", "journalist", " on"),
)  # fmt: skip
#: What a word means: *a hung parliament is one in which …*; of *it* only where what follows is a bound, and no count.
DEFINES = Pattern(
    r"(?:(?:An?\s+(?:[\w’'-]+\s+){1,5}?|(?:It|This|That)\s+)"
    r"(?:is\s+(?:an?|one|any|when|where|what|defined\s+as)\b|means\b|refers\s+to\b))"
)
BOUND = Pattern(
    r"\b(?:in\s+which|where|that|when|whose|of\s+which)\b[^.;]*?\b(?:more|less|fewer|other)\s+than\b"
    r"|\b(?:in\s+which|where|that|when|whose|of\s+which)\b[^.;]*?\bat\s+(?:least|most)\b"
)
#: It has not happened, or it is asked, meant or said in general.
UNREAL = frozenset(
    "if would could should may might must will shall can cannot imagine suppose perhaps maybe unless whether".split()
)
OWN = frozenset("i we my our me us you your".split())


def defines(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence says what a word means, which nobody counts."""
    opening = DEFINES.match(item.text, sentence.span.start, sentence.span.end)
    if opening is None:
        return False
    general = item.text.startswith(("A ", "An "), sentence.span.start)
    return general or BOUND.search(item.text, opening.end(), sentence.span.end) is not None


def states_deed(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence of a comment tells of a deed, a motive or a counted harm that somebody must know of."""
    words = item.analysis.narrated(sentence)
    text, start, end = item.text, sentence.span.start, sentence.span.end
    if not OWN.isdisjoint(words) or text[end - 1] == "?":
        return False
    ousted = OUSTED.search(text, start, end)
    # "Because she would not print it": what is unreal behind it is the motive.
    if ousted is not None and UNREAL.isdisjoint(text[start : ousted.start()].lower().split()):
        return True
    if not UNREAL.isdisjoint(words):
        return False
    if BOUGHT.search(text, start, end) or DEED.search(text, start, end):
        return True
    if WROUGHT.isdisjoint(words):
        return False
    numbers = LARGE.compiled
    return not LARGER.isdisjoint(words) or any(numbers.match(word) for word in words)
