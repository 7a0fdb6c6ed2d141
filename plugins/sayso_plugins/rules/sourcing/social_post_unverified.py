"""The rule sourcing/social-post-unverified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, WordList, rule
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.sourcing._posts import SIGNS, adrift

if TYPE_CHECKING:
    from sayso import Element, Sentence

#: Where anybody can post; *online* is no better.
PLATFORMS = WordList(
    """twitter facebook telegram tiktok youtube instagram whatsapp snapchat reddit weibo vkontakte tumblr threads
    bluesky mastodon discord wechat nairaland linkedin online""".split()
)
NETWORKS = frozenset({"media", "network", "networks", "platforms", "networking"})
#: What is posted there.
POSTED = WordList(
    """
    clip clips video videos footage photo photos photograph photographs image images picture pictures post posts
    tweet tweets message messages recording recordings screenshot screenshots livestream tiktok tiktoks reel reels
    note notes audio
    """.split()
)
SHOW = frozenset(
    """
    show shows showed showing appear appears appeared depict depicts depicted capture captures captured reveal reveals
    revealed suggest suggests suggested say says said claim claims claimed indicate indicates indicated allege alleged
    """.split()
)
#: What somebody wrote, which says what it says; pictures show.
WRITTEN = frozenset({"post", "posts", "tweet", "tweets", "message", "messages", "note", "notes"})
#: Notes are voice notes here.
NOTES = frozenset({"note", "notes"})
SEEN = frozenset({"seen", "heard", "shown", "filmed"})
#: Behind these, X is the platform.
ON = frozenset({"on", "to", "via", "across"})
SAY = frozenset("say says said claim claims claimed allege alleges alleged".split())
#: What a post does beside that.
TOLD = frozenset("accuse accuses accused accusing report reports reported suggest suggests suggested".split())
#: Behind *has*, who is seen doing something.
SOMEBODY = frozenset("a an the two three several one".split())
#: How it got there.
SPREAD = frozenset(
    """rounds trending shared posted circulating circulated uploaded published spread spreads spreading viral surfaced
    surfacing emerged emerging leaked reposted reshared forwarded""".split()
)
#: What says by itself that nobody in particular put it there, whatever the platform.
ADRIFT = WordList("viral surfaced surfacing emerged emerging circulating rounds".split())
#: What may stand between what was posted and where, and between that and the verb.
BETWEEN = SPREAD | frozenset(
    """
    on to across over via and widely the circulate went go goes going gone that was were have has had been being
    released in of doing making does makes did made which now since late early first last viewed watched seen more
    than times million millions thousand thousands hundreds hundred groups group chats chat sites site app apps
    channels forum forums two three four five six seven eight nine ten half
    """.split()
)
#: What may stand before it, where it is what shows or says.
BEFORE = frozenset({",", ";", ":", "and", "but", "as", "that", "when", "after", "while", "because"})
#: Words on whether it is what it seems: one anywhere is enough.
CHECKED = WordList(
    """
    verified verify verifying verification unverified authenticated authenticate authenticity geolocated geolocation
    unconfirmed purported purportedly purports purporting doctored hoax corroborated corroborate deepfake
    """.split()
)
#: Those that are on other things too: near the post, they are on it.
TOUCHED = frozenset(
    """confirm confirmed confirms confirming independently fake faked genuine authentic fabricated altered edited
    manipulated debunked""".split()
)
NAMED = frozenset({"account", "accounts", "page", "pages", "channel", "profile", "feed"})
#: Those that are somebody's.
ACCOUNTS = frozenset({"account", "accounts", "profile", "feed"})
#: By these it was put there, and still by nobody in particular.
ANYBODY = frozenset(
    """users user people residents locals witnesses bystanders passers-by activists supporters students protesters
    commuters onlookers passengers viewers netizens""".split()
)


@rule(
    "sourcing/social-post-unverified",
    "A claim rests on a post by nobody in particular, and nothing says that it was checked.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    judged=Judged(right=5),
    confidence=0.8,
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
        Flagged("A clip doing the rounds on X shows the bridge on fire.", at="A clip doing the rounds on X shows"),
        Flagged("Footage that has gone viral shows the bridge on fire.", at="Footage that has gone viral shows"),
        Flagged(
            "A voice note circulating on WhatsApp says the bank is shut.",
            at="A voice note circulating on WhatsApp says",
        ),
        Flagged("In a clip posted to Bluesky, a guard is seen kicking a man.", at="a clip posted to Bluesky"),
        Flagged(
            "A TikTok video viewed nine million times shows the guard kicking a man.",
            at="A TikTok video viewed nine million times shows",
        ),
        Flagged("Social media footage showed flames on the roof.", at="Social media footage showed"),
        Flagged("A video that surfaced in May shows the mayor dancing.", at="A video that surfaced in May shows"),
        Flagged("The guards fled at noon, according to a Telegram post.", at="a Telegram post"),
        Flagged("A recording leaked on YouTube has the mayor promising jobs.", at="A recording leaked on YouTube has"),
        Flagged(
            "Videos on social media showed the bridge on fire. It is old. It was built in 1920. The port confirmed the "
            "price.",
            at="Videos on social media showed",
        ),
        Flagged("A photo doing the rounds online has him at a bar.", at="A photo"),
        Flagged("In a voice note passed from phone to phone, a man says the wells are bad.", at="a voice note"),
        Flagged(
            "Footage in which men seem to empty a shop is seen to have been passed from phone to phone.", at="Footage"
        ),
        Flagged("In a clip that has been viewed nine million times online, a mill is seen to burn.", at="a clip"),
        Flagged("A passenger’s post, since deleted, told of locked doors.", at="A passenger’s post"),
        Flagged(
            "On a neighbourhood page, a doorbell video was put up in which men are seen with a safe.",
            at="a doorbell video",
        ),
        Clean("A video that the ministry put up on its page shows the bridge."),
        Clean("A message was sent by the port to all phones. It said that the ferry was late."),
        Clean("He was seen with a picture in a chat at the mill."),
        Clean("Videos on social media showed the bridge on fire. The harbour office confirmed the fire."),
        Clean("A TikTok video posted by the school shows pupils planting trees.", "Who posted it is told."),
        Clean(
            "A video shared on Facebook shows the bridge on fire. It was filmed elsewhere.",
            "What a fact-check is about.",
            {"item_type": "fact_check"},
        ),
        Clean("Footage released by the port office shows two men at the gate."),
        Clean("A video of the crash was played in court and shows the car leaving."),
        Clean("A clip holds the paper, and Malcolm X appears in a photo."),
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
    words = words_of(item)
    if POSTED.isdisjoint(words) or (
        PLATFORMS.isdisjoint(words)
        and ADRIFT.isdisjoint(words)
        and words.isdisjoint(("social", "x", "shared"))
        and words.isdisjoint(SIGNS)
    ):
        return
    if not CHECKED.isdisjoint(words) or item.record.item_type.value == "fact_check":
        return
    posts = item.analysis.sentences_with(POSTED)
    places = [sentence.index for sentence in posts]
    for sentence in posts:
        span = _claim(item, sentence) if sentence.is_read else None
        if span is not None and not _is_checked(item, sentence, places):
            yield Finding(f"{span.of(item.text)!r}: nothing says who posted it or who checked it", spans=(span,))


def _is_checked(item: Item, sentence: Sentence, places: list[int]) -> bool:
    """Whether a word near the post, or in another sentence on one, says that it is or is not what it seems."""
    near = {*range(sentence.index, sentence.index + 3), *(one for one in places if one >= sentence.index)}
    sentences = item.analysis.sentences
    return any(not TOUCHED.isdisjoint(item.analysis.narrated(sentences[i])) for i in near if i < len(sentences))


def _claim(item: Item, sentence: Sentence) -> Span | None:
    """The post, where it was posted and the verb by which a claim rests on it."""
    elements = item.analysis.narration(sentence)
    lows = [_low(el.text, elements[i - 1].low if i else "") or el.low for i, el in enumerate(elements)]
    if POSTED.isdisjoint(lows):
        return None
    return (_shown(item, elements, lows) if NAMED.isdisjoint(lows) else None) or _loose(item, elements, lows)


def _loose(item: Item, elements: Sequence[Element], lows: list[str]) -> Span | None:
    """The same, where the words for how it went round stand anywhere in the sentence."""
    if not ACCOUNTS.isdisjoint(lows):
        return None
    for i, low in enumerate(lows):
        if low in POSTED and (low not in NOTES or lows[i - 1 : i] == ["voice"]):
            found = adrift(item, elements, lows, i, ANYBODY)
            if found is not None:
                return found
    return None


def _shown(item: Item, elements: Sequence[Element], lows: list[str]) -> Span | None:
    """The post, the platform behind it and the verb, one behind the other."""
    for i, low in enumerate(lows):
        if low not in POSTED or (low in NOTES and lows[i - 1 : i] != ["voice"]):
            continue
        start = _start(item, lows, i)
        if start is None or any(el.capital and lows[j] not in PLATFORMS for j, el in _inner(elements, start, i)):
            continue
        end, placed = _placed(lows, start, i, [el.kind == "time" for el in elements])
        if not placed:
            continue
        # "The bank has no cash, according to a post on X", "claimed one viral post".
        if lows[max(0, start - 2) : start] == ["according", "to"] or (
            start > 1 and lows[start - 1] in SAY and low in WRITTEN
        ):
            return Span(elements[start].start, elements[end - 1].end)
        # "In a clip posted to Bluesky, a guard is seen kicking a man."
        if lows[start - 1 : start] == ["in"] and lows[end : end + 1] == [","] and SEEN & set(lows[end : end + 10]):
            return Span(elements[start].start, elements[end - 1].end)
        verb = _verb(lows, end, SAY | TOLD if low in WRITTEN else SHOW)
        if verb is None or lows[verb + 1 : verb + 2] in (["how"], ["why"]):
            continue
        if start == 0 or lows[start - 1] in BEFORE:
            return Span(elements[start].start, elements[verb].end)
    return None


def _low(text: str, before: str) -> str:
    """X, where it is the platform."""
    return "twitter" if text == "X" and before in ON else ""


def _inner(elements: Sequence[Element], start: int, end: int) -> Iterator[tuple[int, Element]]:
    """What stands within a phrase, without the word that may have its capital from the sentence."""
    return ((j, elements[j]) for j in range(start + 1, end))


def _start(item: Item, lows: list[str], noun: int) -> int | None:
    """Where the phrase of the noun begins; None where it says whose it is, or goes back to one named before."""
    start = noun
    while start > 0 and noun - start < 5 and lows[start - 1].replace("-", "").isalpha():
        before = lows[start - 1]
        if before in item.pack.prepositions or before in item.pack.clause_words or before in item.pack.verbs:
            break
        start -= 1
        if before in item.pack.determiners:
            break
    if lows[start] in ("the", "this", "that", "no", "any"):
        return None
    owned = any(low.endswith("’s") or low in ("his", "her", "their", "its", "my", "our") for low in lows[start:noun])
    return None if owned or (start > 0 and lows[start - 1].endswith("’s")) else start


def _placed(lows: list[str], start: int, noun: int, timed: list[bool]) -> tuple[int, bool]:
    """Where the words on the way of a post end, and whether it is one that anybody may have put there.

    *A TikTok video viewed by many*, *social media footage*, *footage shared online*, *a video that surfaced on Sunday*.
    """
    head = set(lows[start:noun])
    known = bool(head & PLATFORMS or {"social", "media"} <= head or "viral" in head or {"widely", "shared"} <= head)
    at = noun + 1
    if lows[at : at + 1] == [","] and lows[at + 1 : at + 2] and lows[at + 1] in SPREAD:
        at += 1
    while at < len(lows) and at < noun + 14:
        low = lows[at]
        if low in PLATFORMS:
            # "Images online": where anything is; "photos of the mill online" are those of a story.
            known = known or low != "online" or at == noun + 1 or bool(SPREAD & set(lows[noun:at]))
        elif low == "social" and lows[at + 1 : at + 2] and lows[at + 1] in NETWORKS:
            known, at = True, at + 1
        elif low == "by":
            if not ANYBODY & set(lows[at + 1 : at + 3]):
                return at, False
            at += 1 + (lows[at + 1] not in ANYBODY)
        elif low in ADRIFT:
            known = True
        elif low not in BETWEEN and not timed[at] and not low[:1].isdigit():
            break
        at += 1
    return at, known


def _verb(lows: list[str], at: int, verbs: frozenset[str]) -> int | None:
    """The verb behind the platform, with no more than a word or two in between."""
    for i in range(at, min(at + 3, len(lows))):
        if lows[i] in verbs:
            return i
        if lows[i] in (",", ";", ":", "by", "in"):
            return None
    # "A recording leaked on YouTube has the governor promising jobs."
    has = next((i for i in (at, at - 1, at - 2) if lows[i : i + 1] and lows[i] in ("has", "have", "had")), None)
    if has is not None and verbs is SHOW and lows[has + 1 : has + 2] and lows[has + 1] in SOMEBODY:
        return has if any(low.endswith("ing") for low in lows[has + 2 : has + 7]) else None
    return None
