"""The rule sourcing/social-post-unverified."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Policy, Span, rule

if TYPE_CHECKING:
    from sayso import Sentence

#: Where anybody can post; *online* is no better.
PLATFORMS = frozenset(
    "twitter facebook telegram tiktok youtube instagram whatsapp snapchat reddit weibo vkontakte tumblr online".split()
)
NETWORKS = frozenset({"media", "network", "networks", "platforms", "networking"})
#: What is posted there.
POSTED = frozenset(
    """
    clip clips video videos footage photo photos photograph photographs image images picture pictures post posts tweet
    tweets message messages recording recordings screenshot screenshots livestream
    """.split()
)
SHOW = frozenset(
    """
    show shows showed showing appear appears appeared depict depicts depicted capture captures captured reveal reveals
    revealed suggest suggests suggested say says said claim claims claimed indicate indicates indicated allege alleged
    """.split()
)
#: What somebody wrote, which says what it says; pictures show.
WRITTEN = frozenset({"post", "posts", "tweet", "tweets", "message", "messages"})
SAY = frozenset("say says said claim claims claimed allege alleged".split())
#: How it got there.
SPREAD = frozenset("shared posted circulating circulated uploaded published spread spreading viral".split())
#: What may stand between what was posted and where.
BETWEEN = frozenset(
    """
    on to across over via and widely shared posted circulating circulated uploaded published spread spreading the
    circulate viral that was were have has been being released in
    """.split()
)
#: What may stand before it, where it is what shows or says.
BEFORE = frozenset({",", ";", ":", "and", "but", "as", "that"})
#: A word on whether it is what it seems.
CHECKED = frozenset(
    """
    verified verify verifying verification unverified authenticated authenticity authentic geolocated geolocation
    unconfirmed independently purported purportedly purports purporting confirm confirmed confirms doctored fake faked
    hoax fabricated corroborated corroborate altered edited manipulated
    """.split()
)
NAMED = frozenset({"account", "accounts", "page", "pages", "channel", "profile", "feed"})


@rule(
    "sourcing/social-post-unverified",
    "A claim rests on a post by nobody in particular, and nothing says that it was checked.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    confidence=0.8,
    preview=True,
    cure="Say who posted it, and whether place, time and content were verified.",
    policies=[
        Policy("AP", "A post is no source until its maker has been found and spoken to.", "2012"),
        Policy("AFP", "Only authenticated accounts need no further check."),
        Policy("BBC", "What could not be verified is attributed, and the item says so.", "2019"),
    ],
    examples=[
        Flagged("A clip on TikTok shows the guard kicking a man.", at="A clip on TikTok shows"),
        Flagged("A viral video shows the mayor dancing.", at="A viral video shows"),
        Flagged(
            "A clip shared on social networks shows soldiers looting a shop.",
            at="A clip shared on social networks shows",
        ),
        Flagged("Videos posted on Telegram showed the bridge on fire.", at="Videos posted on Telegram showed"),
        Flagged("The mill was empty. Posts on Facebook said nine people were hurt.", at="Posts on Facebook said"),
        Flagged("According to posts on social media, the mill is on fire.", at="posts on social media"),
        Clean("In a post on its verified account, the ministry said the mill was on fire."),
        Clean(
            "A clip shared on social networks shows soldiers looting a shop. The Larkmoor Gazette could not verify it."
        ),
        Clean("A video that mayor Ana Ruiz posted on Facebook shows the bridge.", "Who posted it is known."),
        Clean("Her post on Facebook said the mill was on fire.", "Whose it is is told."),
        Clean("Norbank's video on YouTube shows how notes are printed."),
        Clean("A video posted on YouTube was watched by many.", "No claim rests on it."),
        Clean('"A clip on Telegram shows it all," Ana Ruiz said.', "Somebody else's words."),
    ],
    known_false_alarms="A poster who is named in another sentence.",
)
def social_post_unverified(item: Item) -> Iterator[Finding]:
    """Anybody can post anything; without who or a check, readers are told a rumour as evidence.

    One word on verification anywhere in the item is enough.
    """
    lows = item.analysis.tokens.lows
    words = set(lows)
    if (PLATFORMS.isdisjoint(words) and words.isdisjoint(("social", "viral"))) or POSTED.isdisjoint(words):
        return
    if not CHECKED.isdisjoint(words):
        return
    for sentence in item.analysis.sentences:
        span = _claim(item, sentence) if sentence.is_read else None
        if span is not None:
            yield Finding(f"{span.of(item.text)!r}: nothing says who posted it or who checked it", spans=(span,))


def _claim(item: Item, sentence: Sentence) -> Span | None:
    """The post, where it was posted and the verb by which a claim rests on it."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if POSTED.isdisjoint(lows) or not NAMED.isdisjoint(lows):
        return None
    for i, low in enumerate(lows):
        if low not in POSTED:
            continue
        start, end = _start(item, lows, i), _platform(lows, i + 1)
        if end is None and start is not None and "viral" in lows[start:i]:
            end = i + 1
        if start is None or end is None or any(el.capital for el in elements[start + 1 : i]):
            continue
        if lows[max(0, start - 2) : start] == ["according", "to"]:
            return Span(elements[start].start, elements[end - 1].end)
        written = low in WRITTEN
        verb = _verb(lows, end, SAY if written else SHOW)
        on_one = lows[end - 1] in PLATFORMS and lows[end - 1] != "online"
        if verb is None or not (written or on_one or SPREAD & set(lows[start:end])):
            continue
        if lows[verb + 1 : verb + 2] not in (["how"], ["why"]) and (start == 0 or lows[start - 1] in BEFORE):
            return Span(elements[start].start, elements[verb].end)
    return None


def _start(item: Item, lows: list[str], noun: int) -> int | None:
    """Where the phrase of the noun begins; None where it says whose it is, or goes back to one named before."""
    start = noun
    while start > 0 and noun - start < 4 and lows[start - 1].replace("-", "").isalpha():
        before = lows[start - 1]
        if before in item.pack.prepositions or before in item.pack.clause_words or before in item.pack.verbs:
            break
        start -= 1
        if before in item.pack.determiners:
            break
    if lows[start] in ("the", "this", "that"):
        return None
    owned = any(low.endswith("’s") or low in ("his", "her", "their", "its", "my", "our") for low in lows[start:noun])
    return None if owned or (start > 0 and lows[start - 1].endswith("’s")) else start


def _platform(lows: list[str], at: int) -> int | None:
    """The end of the platform's name behind a noun, with nothing but the way it got there in between."""
    for i in range(at, min(at + 7, len(lows))):
        if lows[i] in PLATFORMS:
            return i + 1
        if lows[i] == "social" and i + 1 < len(lows) and lows[i + 1] in NETWORKS:
            return i + 2
        if lows[i] not in BETWEEN:
            return None
    return None


def _verb(lows: list[str], at: int, verbs: frozenset[str]) -> int | None:
    """The verb behind the platform, with no more than a time or a place in between."""
    for i in range(at, min(at + 6, len(lows))):
        if lows[i] in verbs:
            return i
        if lows[i] in (",", ";", ":", "by", "in"):
            return None
    return None
