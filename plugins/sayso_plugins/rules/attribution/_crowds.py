"""Crowds that stand in no list of callings: those who know, a few in the hall, watchers who give somebody a week.

Origin of the words: written for sayso.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso import Item, Pattern, Span
from sayso_plugins.rules._near import matches, words_of
from sayso_plugins.rules.attribution._groups import NEIGHBOURS

#: Those of whose words these are, at the head of a sentence.
_WATCHERS = (
    r"(?:watchers|analysts|observers|pundits|commentators|insiders|experts|bookmakers|bookies|oddsmakers|pollsters"
    r"|forecasters|economists|traders|brokers|diplomats|specialists|critics|strategists|sceptics|skeptics)"
)
_THEM = r"(?:him|her|it|them|the\s+[\w-]+(?:\s+[\w-]+)?|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)"
#: *Political watchers give him until June*, *court watchers put her chances at one in three*.
GIVES = Pattern(
    rf"(?P<who>(?:(?!(?:The|These|Those|Our|His|Her|Its|Their|Both|Two|Three|the)\b)[A-Za-z][\w-]+\s+){{0,2}}?{_WATCHERS})\s+(?:of\s+(?:the\s+)?[\w-]+\s+)?(?:now\s+|also\s+|still\s+|already\s+|do\s+)?"
    rf"(?:(?:give|gave|have\s+given)\s+{_THEM}\s+(?:until|till|no|little|less|better|slim|an?|even|one|two|three|\d+|weeks|months|days|at)\b"
    r"|(?:put|rate|rated|place)\s+(?:his|her|its|their|the)\s+(?:chances?|odds|prospects|probability|likelihood)\b"
    rf"|(?:rate|make|tip|tipped|have|see|peg|back|mark)\s+{_THEM}\s+(?:as|down\s+as|down\s+for|favou?rite|odds-on|evens|for\s+(?:the|a)\b|to\s+win)"
    r"|would\s+not\s+bet|wouldn[’']t\s+bet|are\s+(?:not\s+)?(?:betting|counting|banking)\b)",
    needs=("watchers", "analysts", "observers", "pundits", "commentators", "insiders", "experts", "bookmakers",
           "bookies", "oddsmakers", "pollsters", "forecasters", "economists", "traders", "brokers", "diplomats",
           "specialists", "critics", "strategists", "sceptics", "skeptics"),
)  # fmt: skip
_SAY = (
    r"(?:say|said|believe|believed|think|thought|expect|expected|insist|insisted|reckon|reckoned|suspect|suspected|fear"
    r"|feared|warn|warned|doubt|doubted|argue|argued|complain|complained|grumble|grumbled|mutter|muttered|murmured|murmur"
    r"|whisper|whispered|shouted|swear|swore|question|questioned|wonder|wondered|blame|blamed|agree|agreed|speak|spoke"
    r"|talk|talked)"
)
#: *Those who know the mill say*, *old hands at the port reckon*.
KNOWERS = Pattern(
    rf"(?P<who>(?:Those|People)\s+(?:who\s+(?:know|follow|watch|have\s+(?:worked|dealt|sat|served|followed|watched|known))\s[^.,;:\n]{{3,40}}?|in\s+the\s+know)"
    rf"|(?:Old|Long-time|Longtime|Veteran)\s+(?:hands|stagers|timers)(?:\s+[^.,;:\n]{{3,40}}?)?|Old-timers(?:\s+[^.,;:\n]{{3,40}}?)?"
    rf"|(?:Party|Village|Tribal|Church|Clan|Industry|City|Business|Regional)\s+(?:elders|grandees|insiders|heavyweights|bigwigs)\b)"
    rf"\s+(?:{_SAY}|see|want|view|regard)\s",
    needs=("those who", "people who", "in the know", "hands", "stagers", "timers", "elders", "grandees", "insiders",
           "heavyweights", "bigwigs"),
)  # fmt: skip
#: *A few on the terrace shouted that*, *few in the capital expect the truce to hold*.
PLACED = Pattern(
    rf"(?P<who>(?:A\s+few|Few|Some|Many|Several|Others|Not\s+a\s+few|A\s+handful|One\s+or\s+two)\s+(?:in|on|at|along|outside|inside|around|near|among|aboard|behind|from)\s+the\s+[^.,;:\n]{{2,40}}?)"
    rf"\s+(?:privately\s+|still\s+|even\s+|now\s+|openly\s+)?{_SAY}\s"
    # "Women at the well said they ran" tells what befell them.
    r"|(?P<folk>(?:Women|Men|Youths|Mothers|Elders|Boys)\s+(?:in|on|at|along|outside|around|near)\s+the\s+[^.,;:\n]{2,40}?)"
    rf"\s+{_SAY}\s(?!(?:that\s+)?(?:they|their|he|she|we|to)\b)",
    needs=(
        "women ",
        "men ",
        "youths ",
        "mothers ",
        "elders ",
        "boys ",
        "few ",
        "some ",
        "many ",
        "several ",
        "others ",
        "handful",
        "one or two",
    ),
)
#: *Word among drivers is that the depot will shut*; *the talk in the market is of a sale*.
WORD = Pattern(
    r"(?P<who>(?:The\s+)?(?:[Ww]ord|[Tt]alk|[Gg]ossip|[Cc]hatter|[Ww]hisper|[Bb]uzz|[Rr]umou?r)\s+(?:among|in|on|around|at|along)\s+[^.,;:\n]{2,40}?)\s+"
    r"(?:is|was|has\s+it)\s+(?:that|of)\b",
    needs=("word ", "talk ", "gossip ", "chatter ", "whisper ", "buzz ", "rumour ", "rumor "),
)
#: *Fishermen swear the trawlers come at night*.
SWEAR = Pattern(
    r"(?P<who>[A-Z][a-z]+(?:\s+[a-z]+)?)\s+(?:swear|reckon|will\s+tell\s+you|would\s+have\s+it)\s+(?=(?:that|the|a|an|it|he|she|they|there|his|her|their)\b)",
    needs=("swear ", "reckon ", "will tell", "would have it"),
)
#: Of these one stands in every such sentence.
SIGNS = frozenset(
    """watchers analysts observers pundits commentators insiders experts bookmakers bookies oddsmakers pollsters
    forecasters economists traders brokers diplomats specialists critics strategists sceptics skeptics know follow watch
    women men youths mothers elders boys hands stagers timers old-timers elders grandees heavyweights bigwigs worked
    dealt served few some many several
    others handful word talk gossip chatter whisper buzz rumour rumor swear reckon tell have""".split()
)
#: What stands before one that is known: *the others in the boat*.
COUNTED = "some"


class Crowd(NamedTuple):
    """A crowd, the noun by which one of it could be named, and its words."""

    head: str
    who: Span


def crowds(item: Item) -> Iterator[Crowd]:
    """Where such a crowd holds something, in no order; quotations too."""
    if SIGNS.isdisjoint(words_of(item)):
        return
    for pattern, back in ((GIVES, 60), (KNOWERS, 20), (PLACED, 10), (WORD, 20), (SWEAR, 40)):
        for match in matches(pattern, item.analysis, back=back, ahead=110):
            who = "folk" if match.groupdict().get("folk") else "who"
            head = match[who].split()[-1].lower()
            if pattern is SWEAR and head not in NEIGHBOURS and not head.endswith("men"):
                continue
            yield Crowd(head if pattern in (GIVES, SWEAR) else COUNTED, Span(*match.span(who)))
