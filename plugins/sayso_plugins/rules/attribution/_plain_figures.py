"""Figures that need no source: of games, votes, markets and prices. Origin of the words: written for sayso."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso import Pattern
from sayso_plugins.rules.attribution._figure_words import UP_OR_DOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso import Item, Sentence

#: Games, votes, markets, prices, measures and ages: AFP asks no source for them, or they are measured and not counted.
PLAIN = frozenset(
    """score scored goals points innings wickets wicket bowling batting
    match season lap race tournament championship league cup medal medals titles trophies caps
    vote votes voted voters election elections ballot ballots precincts constituency turnout seats referendum runoff
    portfolio equities shares stock stocks index nasdaq nikkei ftse dow yen dollar euro barrel trading traded
    bourse futures interest tax taxes taxed tariff tariffs duty stake owns owned deputies lawmakers mps dose
    price prices priced fare fares ticket tickets toll fee fees discount salary champion champions hurling auction
    guilty convicted sentenced aged age ages old chance odds balls benchmark""".split()
)
#: Of these there is fish and timber, too; what is traded does not dwindle.
STOCKS = frozenset({"stock", "stocks"})
DWINDLES = frozenset("shrunk shrank shrinks dwindled dwindling depleted overfished spawning biomass".split())
#: Where a price stands at the end of a day on the market.
CLOSES = frozenset("closed ended settled finished opened".split())
LEVELS = frozenset({"lower", "higher"})
UNITS = frozenset("points tonne ton ounce barrel bushel pound lb share".split())
OUTLOOK = frozenset("forecast forecasts outlook guidance".split())
REVISED = frozenset("raised cut lowered trimmed lifted kept revised downgraded upgraded".split())
#: Of voters; that of marchers is counted by somebody.
TURNOUT = frozenset({"turnout"})
WANTS = frozenset("want wants wanted seek seeks sought counting banking budgeting planning".split())
#: What somebody asks for: *the union wants a rise of 6 percent*.
WISH = Pattern(
    r"\b(?:wants?|wanted|seeks?|sought)\s+(?:an?|the)\s+(?:[\w-]{1,20}\s+){0,2}?(?:rise|raise|increase|cut|offer)\b"
    r"|\b(?:is|are|was|were)\s+(?:counting|banking|budgeting|planning)\s+(?:on|for)\b"
)
PRICES = frozenset({"price", "prices", "priced", "interest"})
COST_OF_LIVING = frozenset("inflation consumer food energy house housing producer wholesale fuel rents".split())


#: The outlet, in its own words.
OURS = Pattern(r"\bthis\s+(?:website|newspaper|paper|magazine|title|site|newsletter|digest|station)\b")

#: Before *told*, where others told them.
BE = frozenset({"was", "were", "been", "is", "are"})


def is_plain(words: frozenset[str]) -> bool:
    """Whether a figure is of games, votes, markets or prices; what food costs throughout the land is counted."""
    if "at" in words and not CLOSES.isdisjoint(words) and not LEVELS.isdisjoint(words):
        return True
    # "It raised its forecast to 7.1 per cent": an act of its own.
    if not OUTLOOK.isdisjoint(words) and not REVISED.isdisjoint(words):
        return True
    plain = PLAIN & words
    if plain == TURNOUT and "streets" in words:
        return False
    if plain <= STOCKS and not DWINDLES.isdisjoint(words):
        return False
    return bool(plain) and not (plain <= PRICES and not COST_OF_LIVING.isdisjoint(words))


def opens_market(words: frozenset[str]) -> bool:
    """Whether a sentence that opens an item says where a price closed: *Cocoa closed at £5,118 a tonne*."""
    return not CLOSES.isdisjoint(words) and "at" in words and not UNITS.isdisjoint(words)


def is_wish(item: Item, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a figure is what somebody asks for."""
    if WANTS.isdisjoint(words):
        return False
    return WISH.search(item.text, sentence.span.start, sentence.span.end) is not None


def is_own(item: Item, sentence: Sentence) -> bool:
    """Whether it is of the outlet itself, or the sentence before tells of the author's own doings: so is the figure."""
    if OURS.search(item.text, sentence.span.start, sentence.span.end) is not None:
        return True
    before = item.analysis.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return not item.pack.own_voice.isdisjoint(item.analysis.narrated(before))


def until_now(words: frozenset[str]) -> bool:
    """Whether a year is the one since when, or from which on: *the deadliest since 1970* is no background."""
    if "from" in words and not UP_OR_DOWN.isdisjoint(words):
        return True
    return "since" in words or any(low.startswith("since ") for low in words)


def were_told(lows: Sequence[str]) -> bool:
    """Whether it was said where some met: *Governors were told that one in four had left*."""
    return any(before in BE and low == "told" for before, low in pairwise(lows))
