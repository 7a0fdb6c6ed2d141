"""What is traded: metals, oils and gases, crops, coins, currencies, bonds and indices. Origin: written for sayso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso import Pattern

if TYPE_CHECKING:
    from sayso import Item, Sentence

METALS = "gold silver platinum palladium copper aluminium aluminum zinc nickel tin lithium cobalt uranium steel bullion"
FUELS = "oil crude brent wti intermediate gas lng diesel gasoline petrol coal"
CROPS = """wheat corn maize soy soybean soybeans rice cocoa coffee sugar cotton rubber barley oats canola rapeseed
    cattle hogs lumber"""
COINS = "bitcoin ether ethereum solana dogecoin litecoin xrp cardano"
CURRENCIES = """dollar greenback euro pound sterling yen yuan renminbi rupee rouble ruble lira peso rand real franc won
    krone krona zloty forint koruna baht ringgit rupiah shekel naira cedi shilling dirham dinar riyal taka loonie"""
BONDS = "yield yields treasury treasurys treasuries gilt gilts bund bunds"
INDICES = "nikkei ftse dow nasdaq dax cac sensex nifty kospi stoxx topix ibovespa"
TRADED = frozenset(" ".join((METALS, FUELS, CROPS, COINS, CURRENCIES, BONDS, INDICES)).split())
#: A traded thing moves, and nothing of it is counted: *Spot gold fell 0.3%*, but not *Gold exports fell*.
MOVES = Pattern(
    r"(?:\A|[,;:]\s+(?:(?:and|but|while|as|with)\s+)?|\b(?:and|but|while|as)\s+)(?:the\s+)?"
    r"(?:(?:spot|benchmark|front-month|most-active|international|british|u\.?s\.?|american|european|asian|japanese|indian"
    r"|chinese|canadian|australian|swiss|chicago|london|new\s+york|dutch|west\s+texas|natural|iron|palm|brent|crude"
    r"|heating|government|bond|treasury|gilt|bund|yields?\s+on|\w+-(?:year|month)|\d{1,2}-?(?:year|month)|arabica"
    r"|robusta|s&p|hang)\s+){0,4}"
    rf"(?:{'|'.join(sorted(TRADED))}|ore|seng|bonds?|notes?)"
    r"(?:\s+(?:index|futures?|contracts?|bonds?|notes?|yields?|industrials?|composite|\d{2,3})){0,3}"
    r"(?:,\s+[^,.;]{1,60},)?"
    r"(?:\s+(?:also|again|then|slightly|briefly|has|had|have|was|were|is|are|last|further|still)){0,3}\s+"
    r"(?:rose|rises|risen|rising|fell|falls|fallen|falling|slid|slides|slipped|slips|gained|gains|lost|loses|added|adds|shed|jumped"
    r"|jumps|climbed|climbs|dropped|drops|dipped|dips|eased|eases|edged|edges|advanced|advances|declined|declines|sank|sinks"
    r"|plunged|plunges|surged|surges|soared|soars|rallied|tumbled|tumbles|retreated|strengthened|weakened|firmed"
    r"|ticked|inched|traded|hit|touched|up|down|at|closed|opened|ended|settled|finished)\b",
)
#: What is grown, dug or shipped by weight is counted by somebody.
SHIPPED = Pattern(r"\b(?:thousand|million|billion)\s+(?:tonnes?|tons?|bushels?|barrels?|bales?|heads?)\b")


def is_traded(item: Item, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence says how what is traded moved on its market: AFP asks no source for that."""
    if TRADED.isdisjoint(words):
        return False
    low = sentence.span.of(item.text).lower()
    return MOVES.search(low) is not None and SHIPPED.search(low) is None
