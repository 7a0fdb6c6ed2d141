"""Who is said to have done a wrong: the words for it, and whether a name stands where the one who did it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso import Item, Span

if TYPE_CHECKING:
    from sayso import Source

#: Wrongs by their noun or gerund: what somebody is accused *of*.
WRONGS = frozenset(
    """
    bribery bribes fraud corruption embezzlement embezzling torture torturing abuse abusing rape raping theft stealing
    extortion extorting blackmail blackmailing laundering forgery forging perjury misconduct harassment harassing
    assault assaulting murder murdering trafficking smuggling plagiarism doping negligence nepotism racketeering
    kickbacks wrongdoing malpractice defrauding bribing falsifying rigging cheating espionage spying treason lying
    """.split()
)
#: What somebody is said to have done, by the verb alone.
DID = frozenset(
    """
    bribed embezzled defrauded tortured raped molested stole extorted blackmailed laundered forged falsified murdered
    plagiarised plagiarized rigged harassed groomed trafficked lied cheated bullied misused exploited threatened
    assaulted inflated overcharged siphoned pocketed looted squandered misled swindled abused fabricated enriched enrich
    diverted beaten hid sabotaged
    """.split()
)
#: Said of a body that has its name in the sentence: *the company told employees to …*.
BODIES = frozenset(
    "company firm bank hospital school council club agency landlord employer operator chain contractor charity".split()
)
#: Who runs one that has its name in the sentence, with no article: *managers left …*.
BOSSES = frozenset("managers bosses executives directors owners supervisors administrators".split())
STAFF = BOSSES | frozenset(
    "officers guards nurses staff teachers drivers wardens carers workers crew clerks doctors".split()
)
#: In a game, to rob, to steal and to cheat are figures of speech.
PLAY = frozenset(
    "goal goals point points match win victory lead penalty wicket title equaliser header striker inning".split()
)
#: Whirlwinds have names, too.
STORMS = frozenset({"storm", "hurricane", "cyclone", "typhoon"})
#: What goes before a place, and no victim or truth: *hid in the cellar*.
WHERE = frozenset("in under behind down inside at on out".split())
DEED_NEAR = 60
#: Verbs that make it one together with a noun of what was paid.
TOOK = frozenset("took takes taken accepted accepts paid pays offered offers received receives solicited".split())
PAID = frozenset({"bribe", "bribes", "kickback", "kickbacks"})
#: To what these say, the accused answers in court.
AUTHORITIES = frozenset({"police", "prosecutor", "prosecutors", "sheriff", "court", "detective", "detectives"})
#: Who was one is none any more.
FORMER = frozenset({"former", "ex", "retired"})
#: Past forms that do not end in *-ed*.
PAST = frozenset(
    """told gave took made sold paid kept knew let left sent put ran hid beat shot stole broke wrote bought built cut
    drew drove fed fell flew forgot got held hit hurt laid led lent lost meant met read rode said saw set shut slept
    spent spoke stood struck swore taught threw wore bit bled blew bred burnt caught dealt did dug fled fought froze
    rang shook sank slid spat spilt swept swung tore went won withdrew withheld""".split()
)
#: Papers in which somebody sues: all that they say of somebody is against him.
SUITS = frozenset({"lawsuit", "suit", "complaint", "writ"})
OTHER_GENRES = frozenset({"interview", "press_release", "statement", "fact_check"})
#: What is said of somebody by these kinds of claims is a wrong.
GRAVE = frozenset({"crime", "blame"})
OPENERS = frozenset({"that", "the", "a", "its", "their", ",", "former", "senior", "deputy"})
QUOTES = frozenset('“‘"')
NOT = frozenset({"not", "never", "no", "nothing", "nobody"})
#: How many words a verb may stand behind its subject, and how many may stand before a name.
NEAR, OPENING = 5, 5
#: How many words may stand before a name that what its bearer is leads up to.
LEADING = 9
#: And within how many what explains a name ends.
APPOSED = 9
BE = frozenset("is are was were been being be".split())
PASSIVE = BE | {"has", "have", "had", "also", "repeatedly"}


def subject_of(item: Item, elements: list[Any]) -> tuple[int, int]:
    """Where the name at the beginning stands, behind *the* and what its bearer is, and how many words it has."""
    first = 0
    for el in elements[:OPENING]:
        if el.low not in OPENERS and (el.capital or item.pack.kind_of(el.low) is None):
            break
        first += 1
    size = name_size(item, [el.text for el in elements[first:]])
    if size:
        return first, size
    # "The school’s bursar, Mrs Oyin Akande, …": right behind what she is, whatever stands before that.
    named = next((i for i, el in enumerate(elements[:LEADING]) if el.capital and i), 0)
    before = [el.low for el in elements[:named] if el.text != ","]
    if not before or not item.pack.auxiliaries.isdisjoint(before):
        return first, 0
    apart = elements[named - 1].text == "," and before[0] in ("the", "its", "their", "a", "an", "that")
    # "Trustee Jo Berg": a word that no list has is an office, right before a full name.
    last, pack = before[-1], item.pack
    little = last in pack.function_like or last in pack.prepositions or last in pack.verbs
    office = len(before) < 3 and not little and not last.endswith(("ed", "ing"))
    size = name_size(item, [el.text for el in elements[named:]])
    if not (apart or item.pack.kind_of(last) or (office and size > 1)):
        return first, 0
    return named, size


def behind_name(elements: Sequence[Any], first: int, end: int) -> Sequence[Any]:
    """What follows a name, behind an age or what explains it between commas."""
    if elements[end : end + 1] and elements[end].text.isdigit():
        end += 1
    if elements[end : end + 1] and elements[end].text != ",":
        return elements[end:]
    if first and elements[first - 1].text == ",":
        return elements[end + 1 :]
    close = next((i for i in range(end + 1, min(end + APPOSED, len(elements))) if elements[i].text == ","), None)
    return elements[close + 1 :] if close is not None else ()


def name_size(item: Item, words: list[str]) -> int:
    """How many words at the beginning are a name; 0 for none."""
    size = next((i for i, word in enumerate(words) if not word[:1].isupper()), len(words))
    if words and words[0].lower() in STORMS:
        return 0
    return 0 if size == 0 or _is_common(item, words[0].lower(), size) else size


def _is_common(item: Item, low: str, size: int) -> bool:
    return size == 1 and (item.pack.is_common(low) or low in item.pack.function_like or low in item.pack.pronouns)


def recurs(item: Item, word: str, start: int) -> bool:
    """Whether a word has its capital within a sentence, too."""
    tokens = item.analysis.tokens
    return any(
        one == word and tokens.starts[i] != start and i and tokens.words[i - 1][:1].isalpha()
        for i, one in enumerate(tokens.words)
    )


def is_authority(item: Item, source: Source) -> bool:
    """Whether a source speaks for those to whom one answers in court: no former detective."""
    return source.head in AUTHORITIES and FORMER.isdisjoint(source.span.of(item.text).lower().split())


def is_past(item: Item, low: str) -> bool:
    """Whether a word tells what was done: a past form, or an auxiliary of one."""
    return low.endswith("ed") or low in PAST or low in item.pack.auxiliaries


def did_wrong(item: Item, lows: list[str], behind: list[str]) -> bool:
    """Whether the words right behind a name say, in the active voice, that its bearer did something wrong."""
    if not BE.isdisjoint(behind[:2]) or NOT & set(behind) or not PLAY.isdisjoint(lows):
        return False
    # "Norbank drivers stole it": it was the drivers.
    if behind and item.pack.kind_of(behind[0]) is not None:
        return False
    at = next((i for i, low in enumerate(behind) if low in DID), None)
    # "Had beaten him by two strokes": a game.
    if at is not None and behind[at] == "beaten" and not {"by", "to"}.isdisjoint(behind[at:]):
        return False
    if (at is not None and not (at + 1 < len(behind) and behind[at + 1] in WHERE)) or (
        not TOOK.isdisjoint(behind) and not PAID.isdisjoint(behind)
    ):
        return True
    near = [low for low in behind if low not in item.pack.verbs]
    return any(
        not contest.triggers.isdisjoint(near)
        and (not contest.companions or not contest.companions.isdisjoint(lows))
        and contest.unless.isdisjoint(lows)
        for contest in item.pack.contested
        if contest.name in GRAVE
    )


def at_a_place(item: Item, elements: list[Any]) -> Span | None:
    """Those of a house with a name: *officers at Halmere*, *the nurses of Larkmoor Care*."""
    at = next((i for i, el in enumerate(elements[:5]) if el.low in ("at", "of") and i), 0)
    size = name_size(item, [el.text for el in elements[at + 1 :]]) if at else 0
    staff = elements[at - 1].low if at else ""
    if not size or not (item.pack.kind_of(staff) or staff in STAFF) or any(el.capital for el in elements[1:at]):
        return None
    return Span(elements[0].start, elements[at + size].end)
