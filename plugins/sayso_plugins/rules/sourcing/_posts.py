"""Posts and clips that went from hand to hand, wherever the words for that stand. Origin: written for sayso."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import Item, Span

if TYPE_CHECKING:
    from sayso import Element

#: How it went round, and through what.
SPREAD = frozenset(
    """passed forwarded put sent viewed watched seen shared posted reposted reshared uploaded circulated circulating
    spread spreading trending went gone going doing making surfaced emerged leaked copied deleted handed swapped liked
    published released streamed aired""".split()
)
THROUGH = frozenset(
    """phone phones messaging app apps group groups chat chats page pages forum forums channels web internet networks
    online rounds viral neighbourhood neighborhood messenger inbox inboxes times
    twitter facebook telegram tiktok youtube instagram whatsapp snapchat reddit weibo vkontakte tumblr bluesky mastodon
    discord wechat nairaland linkedin""".split()
)
#: Of these one says by itself that nobody in particular put it there.
LOOSE = frozenset("viral rounds deleted circulating trending".split())
#: Without one of these in the item, nothing went round.
SIGNS = frozenset(
    """phone phones messaging viral rounds deleted circulating trending viewed watched page chat chats forum forums
    apps groups""".split()
)
#: By these a claim rests on it.
CLAIMS = frozenset(
    """show shows showed showing shown appear appears appeared depict depicts depicted capture captures captured reveal
    reveals revealed suggest suggests suggested say says said claim claims claimed indicate indicates indicated allege
    alleges alleged tell tells told has have seen heard filmed describe describes described warn warns warned accuse
    accuses accused report reports reported speak speaks spoke complain complained""".split()
)
#: Whose it may be, and still nobody's in particular.
ANYBODY = frozenset(
    """passenger user resident witness villager customer commuter neighbour neighbor driver motorist student pupil
    parent mother father worker soldier bystander passer-by fan tourist visitor shopper patient protester
    hiker""".split()
)
NOT_LOOSE = frozenset("the this that his her their its our my no any these those".split())
#: Channels that may be somebody's.
OWNED = frozenset("page pages channel channels group groups app forum".split())
#: What may stand before it, where it is what shows or tells.
LEADS = frozenset({",", ";", ":", "and", "but", "as", "that", "when", "after", "while", "because", "in", "to", "from"})
VERIFIED = frozenset({"verified", "official"})
#: How many words may stand before the noun, and within how many behind it is told who put it there.
BEFORE, BEHIND = 4, 10


def adrift(
    item: Item, elements: Sequence[Element], lows: Sequence[str], noun: int, anybody: frozenset[str]
) -> Span | None:
    """The phrase of something posted, where the sentence says that it went round and what it shows or tells."""
    words = set(lows)
    if CLAIMS.isdisjoint(words) or not words.isdisjoint(VERIFIED) or (LOOSE.isdisjoint(words) and not _near(lows)):
        return None
    start = noun
    while start > 0 and noun - start < BEFORE and lows[start - 1].replace("-", "").replace("’", "").isalpha():
        before = lows[start - 1]
        if before in item.pack.prepositions or before in item.pack.clause_words or before in item.pack.auxiliaries:
            break
        start -= 1
        if before in item.pack.determiners:
            break
    if start and lows[start - 1] not in LEADS:
        return None
    # "A video that mayor Ana Ruiz posted": it is hers.
    way = next((i for i in range(noun, len(lows)) if lows[i] in SPREAD), noun)
    if any(el.capital and el.low not in THROUGH for el in elements[noun + 1 : way]):
        return None
    if lows[start] in NOT_LOOSE or any(el.capital for el in elements[max(start, 1) : noun]):
        return None
    owners = [low for low in lows[start:noun] if low.endswith(("’s", "'s"))]
    if any(low[:-2] not in ANYBODY for low in owners):
        return None
    behind = list(lows[noun + 1 : noun + 1 + BEHIND])
    if "by" in behind and anybody.isdisjoint(behind[behind.index("by") + 1 :][:2]):
        return None
    # Whose page or channel it is on: "on its page", "on the ministry’s channel".
    owned = any(low in OWNED and _owned(lows[max(0, i - 3) : i]) for i, low in enumerate(lows))
    return None if owned else Span(elements[start].start, elements[noun].end)


def _near(lows: Sequence[str]) -> bool:
    """Whether a way to spread and what it spread through stand together."""
    ways = [i for i, low in enumerate(lows) if low in SPREAD]
    through = [i for i, low in enumerate(lows) if low in THROUGH]
    return any(abs(a - b) <= BEHIND for a in ways for b in through)


def _owned(before: Sequence[str]) -> bool:
    return any(low in ("its", "his", "her", "their", "the") or low.endswith(("’s", "'s")) for low in before)
