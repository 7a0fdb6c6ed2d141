"""Whether the words that make a sentence contestable really claim something, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sayso import Claim, Contest, Item, LanguagePack, Span
from sayso_plugins.rules._genre import addresses
from sayso_plugins.rules.attribution._nearby import NATURE

#: How many words the other half of a claim may stand from its trigger: *killed … nine people*.
NEAR = 20
#: How many words a negation, or an auxiliary of what may be, may stand before what it takes back.
BEFORE = 4
#: How many words a subject may stand before its verb.
SUBJECT = 4
NOT = frozenset({"not", "never", "nobody", "none", "nor"})
#: Words by which something is kept from happening: *safe from poisoning*.
AVERT = frozenset(
    "halt halting stop stopping end ending safe prevent prevents avoid avoids avoiding protect protects against".split()
)
#: Words that tell that *bodies* are those of the dead.
REMAINS = frozenset(
    """found recovered pulled retrieved discovered identified buried taken counted lay lying carried washed charred
    dead lifeless mutilated morgue mortuary killed died""".split()
)
#: Where rockets are launched by no army.
SPACE = frozenset("orbit satellite satellites spacecraft spaceflight cosmodrome astronauts cosmonauts payload".split())
#: Who sends troops in public, and by which verbs: an act of state, like a court's.
STATE = frozenset("government authorities ministry parliament president cabinet council".split())
SENDS = frozenset({"deployed", "dispatched", "withdrew", "massed"})
#: What one person is taken to hospital for, and no toll.
ILLNESS = frozenset("infection pneumonia stroke surgery fever heart transplant pregnancy ailment".split())
#: Where people are fought, beaten and hurt before everybody's eyes.
SPORT = frozenset(
    """match matches game games league innings tournament championship championships semifinal semi-final playoff
    playoffs goals scored striker midfielder goalkeeper quarterback referee touchdown""".split()
)
HOSPITAL = frozenset({"hospital", "hospitals", "intensive"})
#: Words that tie a harm to what brought it about.
CAUSES = frozenset(
    """because due result caused causing triggered triggering sparked sparking resulted resulting led leading prompting
    leads causes""".split()
)
#: What is said of people, or stands before what they are: *the missing miners*.
GONE = frozenset("missing stranded trapped".split())
#: Who may burn things down in public.
FORCES = frozenset("police soldiers troops army task navy gendarmes rangers firefighters crews".split())
#: The harm in *lives*.
LOST = frozenset("lost lose losing claimed claiming claim cost toll taken took".split())
#: Faults of those at the wheel, where they are said of them: *drunk drivers* are a kind.
FAULTS = frozenset("asleep drunk speeding texting intoxicated drinking".split())
#: Verbs of who blames.
BLAMES = frozenset({"blamed", "blames", "blame"})
#: What a deed is said to be, and whose.
WORK = frozenset({"work", "handiwork"})
COPULAS = frozenset({"is", "are", "was", "were", "been"})
#: Those that tie it only with their preposition.
TIES = frozenset({"due", "result", "owing"})
#: What follows a verb: *due to expire in March*.
BEHIND_VERB = frozenset("a an the in on at to for his her their its with from by back".split())
#: Words that make a claim only with others beside them: *failed to warn*, *too late*, *covered up*, *set fire to*.
PHRASES = frozenset(
    """failed neglected refused late covered covering blind set setting gave took ran jumped phone smartphone mobile
    signal signals barrier barriers gates crossing nobody""".split()
)
#: What nobody did: *nobody had cleared the spillway*.
DONE = frozenset("cleared checked inspected warned noticed maintained serviced reported".split())
PHONES = frozenset({"phone", "smartphone", "mobile"})
#: What gives way tells of a cause only where one is told.
WHY = frozenset({"because", "after", "as", "since", "due", "under"})
HAD = frozenset({"had", "have", "has"})
#: What is claimed only where it was not: *the crane had never been inspected*.
LEFT_OUT = frozenset(
    "working inspected serviced maintained trained licensed insured tested checked functioning".split()
)
#: What fails by itself, without anything it fails to do.
EQUIPMENT = frozenset(
    """brakes brake engine engines valve valves cable cables pump pumps alarm alarms sensor sensors signal signals
    steering sluice spillway generator generators rudder boiler radar chain parachute gearbox transformer regulator
    sprinklers""".split()
)
#: Clauses in which it is told how things stood when something happened.
WHEN = frozenset({"when", "as", "before", "while"})
STOOD = frozenset({"was", "were", "had", "stood", "showed", "remained"})
#: Whose way it is: that of those who are at work, or of what runs into others.
MOVING = frozenset(
    """train trains tram lorry truck bus car coach van plane aircraft jet ferry boat vessel driver helicopter motorist
    motorcyclist""".split()
)
#: What belongs to the aim: *sacked the auditor to bury the report*.
AIMS = frozenset(
    """bury hide conceal dodge evade escape forestall pre-empt placate appease reward avenge save spare
    protect please avoid derail embarrass humiliate provoke discredit frighten smear intimidate silence scare
    punish""".split()
)
NEGLECTED = frozenset(
    """report warn act inspect maintain disclose check protect prevent investigate notify repair alert supervise
    evacuate treat service replace tell""".split()
)
HURT = {"injuries", "injury", "hurt"} | HOSPITAL | {"injured", "injuring", "wounded", "hospitalised", "hospitalized"}
UNSAID = NOT | AVERT
#: Talks that are private; *the private sector* is none.
TALKS = frozenset(
    "conversation conversations talk talks meeting meetings call calls dinner session letter letters audience".split()
)


def claimed(item: Item, claim: Claim) -> list[str]:
    """The categories of a claim by the lists that its words bear out, each once, in order.

    What the model of statements takes it for is none of these: its evidence says so in its basis.
    """
    if claim.contestable.basis is not None:
        return []
    sentence = item.analysis.sentence_at(claim.span.start)
    els = item.analysis.elements[sentence.index]
    told = _unbracketed(els) if "(" in item.analysis.narrated(sentence) else els
    words = [el for el in told if el.kind == "word"]
    if addresses(item, [el.low for el in words]):
        return []
    pairs = zip(claim.contestable.value or (), claim.contestable.spans, strict=False)
    found = [category for category, trigger in pairs if _bears(item, words, category, trigger)]
    return list(dict.fromkeys(found))


def addressed(item: Item, claim: Claim) -> bool:
    """The same of a claim: whether its sentence speaks of the author, or to the reader."""
    return addresses(item, item.analysis.narrated(item.analysis.sentence_at(claim.span.start)))


def _unbracketed(els: list[Any]) -> Iterator[Any]:
    """The elements outside round brackets."""
    depth = 0
    for el in els:
        depth += (el.low == "(") - (el.low == ")" and depth > 0)
        if not depth:
            yield el


def _bears(item: Item, words: list[Any], category: str, trigger: Span) -> bool:
    at = next((i for i, el in enumerate(words) if el.start == trigger.start), None)
    # "The Larkmoor Toll Road": a name. That of a hospital or a fighter plane still tells of one.
    if at is None or (at and words[at].capital and category != "military_action" and words[at].low not in HOSPITAL):
        return False
    lows = [el.low for el in words]
    before = lows[max(0, at - BEFORE) : at]
    # "The owner is to blame" is said of him.
    meant = before[-1:] == ["to"] and lows[at] not in HOSPITAL and not (lows[at] == "blame" and COPULAS & set(before))
    unsaid_here = (
        not UNSAID.isdisjoint(before)
        or not item.pack.grammar.unreal.isdisjoint(before)
        or any(low.endswith("n’t") for low in before)
    )
    if lows[at] in LEFT_OUT:
        return bool(NOT & set(before)) or any(low.endswith("n’t") for low in before)
    if meant or unsaid_here:
        return False
    if _relative(item, words, at) or not _near(item, words, at, category):
        return False
    if lows[at] in PHRASES and not (lows[at] in PHONES and category != "blame") and not _phrased(lows, at):
        return False
    if category == "casualties":
        return _of_people(item, words, at)
    if category == "military_action":
        if lows[at] in SENDS and STATE & set(lows[max(0, at - SUBJECT) : at]):
            return False
        return not set(lows) & (SPACE | NATURE | SPORT)
    if category == "crime":
        # "The hacked account" names a thing.
        if at and lows[at].endswith(("ed", "en")) and lows[at - 1] in item.pack.determiners:
            return False
        # "Police set fire to nine dredgers": an act of state, done in public.
        if lows[at] in ("set", "setting") and FORCES & set(lows[:at]):
            return False
        return not set(lows) & SPORT and (lows[at] not in WORK or _is_said_to_be(lows, at))
    if lows[at] in FAULTS:
        return bool((COPULAS | {"fell", "fallen", "being", "while"}) & set(before[-2:]))
    if category == "cause":
        return _caused(item, words, lows, at)
    if category == "motive" and not _aimed(item, lows, at):
        return False
    if category == "blame":
        return lows[at] == "knew" or not _blamed_by_somebody(item, trigger)
    return category != "private_conversation" or _in_private(lows)


def _phrased(lows: list[str], at: int) -> bool:
    """Whether a word of a phrase stands in it. Those that are of another list, too, stand by themselves."""
    behind = lows[at + 1 : at + 3]
    if lows[at] == "failed" and EQUIPMENT & set(lows[max(0, at - 3) : at]):
        return True
    if lows[at] in ("gave", "took", "ran", "jumped"):
        return _went(lows, at)
    if lows[at] == "nobody":
        return lows[at + 1 : at + 2] == ["had"] and bool(DONE & set(behind[1:]))
    if lows[at] in PHONES:
        return lows[max(0, at - 2) : at - 1] == ["on"] and bool(COPULAS & set(lows[max(0, at - 4) : at]))
    if lows[at] in ("signal", "signals", "barrier", "barriers", "gates", "crossing"):
        return bool(STOOD & set(behind)) and bool(WHEN & set(lows[at:])) and bool(MOVING & set(lows))
    if lows[at] in ("failed", "refused"):
        return behind[:1] == ["to"] and not NEGLECTED.isdisjoint(behind[1:])
    if lows[at] == "neglected":
        return behind[:1] != ["to"] or not NEGLECTED.isdisjoint(behind[1:])
    if lows[at] == "late":
        return lows[at - 1 : at] == ["too"]
    if lows[at] == "blind":
        return behind[:1] == ["eye"] and bool({"turned", "turning"} & set(lows[max(0, at - 3) : at]))
    if lows[at] in ("covered", "covering"):
        return behind[:1] == ["up"] or "up" not in lows
    return behind == ["fire", "to"] and bool(lows[:at])


def _went(lows: list[str], at: int) -> bool:
    """Whether something *gave way*, help *took 50 minutes to arrive*, or somebody *ran a red light*."""
    behind = lows[at + 1 : at + 6]
    if lows[at] == "gave":
        return behind[:1] == ["way"] and behind[1:2] != ["to"] and not WHY.isdisjoint(lows[at:])
    if lows[at] == "took":
        return "to" in behind and bool({"minutes", "hours", "hour", "days"} & set(behind))
    return "red" in behind[:3] and bool({"light", "lights", "signal", "signals"} & set(behind))


def _relative(item: Item, words: list[Any], at: int) -> bool:
    """Whether the word is of a relative clause that names a thing, as in *three swans that have died*.

    Behind a comma it tells something of what is named already.
    """
    i = at - 1
    while i > 0 and words[i].low in item.pack.auxiliaries:
        i -= 1
    if not 0 < i < at - 1 or "," in item.text[words[i - 1].end : words[i].start]:
        return False
    return words[i].low in item.pack.grammar.relatives or words[i].low in item.pack.grammar.that


def _near(item: Item, words: list[Any], at: int, category: str) -> bool:
    """Whether the other half of the claim stands near its trigger, and is no figure of a link or a code."""
    lows = [el.low for el in words[max(0, at - NEAR) : at + NEAR + 1]]
    contests = [one for one in _contests(item.pack, category) if words[at].low in one.triggers]
    return not contests or any(_complete(one, lows) for one in contests)


@lru_cache(maxsize=16)
def _contests(pack: LanguagePack, category: str) -> tuple[Contest, ...]:
    return tuple([one for one in pack.contested if one.name == category])


def _complete(contest: Contest, lows: list[str]) -> bool:
    others = contest.companions
    figures = "#" in others and any(low.replace(",", "").isdigit() for low in lows)
    return not others or figures or bool(others & set(lows))


def _of_people(item: Item, words: list[Any], at: int) -> bool:
    """Whether people are dead or hurt, and it is no *dead swan*, *celestial body* or quiet death at a great age."""
    low, lows = words[at].low, [el.low for el in words]
    behind = lows[at + 1] if at + 1 < len(lows) else ""
    if low == "dead" and at and lows[at - 1] in item.pack.determiners:
        return any(behind in contest.companions for contest in _contests(item.pack, "casualties"))
    if low in GONE and _is_of_things(item, words, at):
        return False
    if low == "lives":
        return bool(LOST & set(lows))
    if low == "bodies":
        return bool(REMAINS & set(lows))
    if low in HURT and set(lows) & SPORT:
        return False
    if low in HOSPITAL:
        return not set(lows) & ILLNESS or any(word.isdigit() for word in lows)
    # "died on Monday at 93": an age and no toll.
    figures = [i for i, word in enumerate(lows) if word.isdigit()]
    return low != "died" or not figures or any(lows[i - 1] not in ("at", "aged") for i in figures if i)


def _is_of_things(item: Item, words: list[Any], at: int) -> bool:
    """Whether what is missing is a thing that is named right behind: *the 15 missing blocks*."""
    noun = words[at + 1] if at + 1 < len(words) else None
    if noun is None or noun.capital or not noun.text.isalpha() or noun.low in item.pack.function_like:
        return False
    if "," in item.text[words[at].end : noun.start] or noun.low.endswith("ly") or noun.low in item.pack.prepositions:
        return False
    people = any(noun.low in one.companions for one in _contests(item.pack, "casualties"))
    return not people and noun.low not in item.pack.collectives and item.pack.kind_of(noun.low) is None


def _caused(item: Item, words: list[Any], lows: list[str], at: int) -> bool:
    """Whether a word for a cause is one, with the harm near it: not *due to speak*, and not what weather does."""
    if lows[at] not in CAUSES:
        return True
    # "The revolt leading to his fall" names a thing; behind a comma it tells.
    if lows[at].endswith("ing") and at and "," not in item.text[words[at - 1].end : words[at].start]:
        return False
    if lows[at] in TIES and not _ties(item, lows, at):
        return False
    return not set(lows) & NATURE and not item.pack.grammar.unreal & set(lows[:at])


def _ties(item: Item, lows: list[str], at: int) -> bool:
    """Whether it is *owing to*, *as a result of* or *due to* something."""
    behind = lows[at + 1 : at + 2]
    if lows[at] == "due":
        return behind == ["to"] and not _infinitive(item, lows[max(0, at - 1) : at], lows[at + 2 :])
    if lows[at] == "result":
        return behind == ["of"] and ("as" in lows[max(0, at - 3) : at] or _is_said_to_be(lows, at))
    return behind == ["to"]


def _aimed(item: Item, lows: list[str], at: int) -> bool:
    """Whether an aim that only stands beside the deed is told as one: behind *to*."""
    others = [
        one
        for one in _contests(item.pack, "motive")
        if lows[at] in one.triggers and _complete(one, lows) and AIMS.isdisjoint(one.companions)
    ]
    return bool(others) or any(low in AIMS and lows[i - 1] == "to" for i, low in enumerate(lows) if i > at)


def _is_said_to_be(lows: list[str], at: int) -> bool:
    """Whether something *was the work of* or *was the result of* something."""
    return lows[at - 1 : at + 2 : 2] == ["the", "of"] and bool(COPULAS & set(lows[max(0, at - 4) : at - 1]))


def _infinitive(item: Item, before: list[str], behind: list[str]) -> bool:
    """Whether *due to* leads over to what is planned: *is due to give a speech*."""
    if not behind or behind[0] in item.pack.determiners or behind[0].endswith(("s", "ing", "ion", "ity", "ment")):
        return False
    return bool(set(before) & item.pack.auxiliaries) or behind[1:2] == [] or behind[1] in BEHIND_VERB


def _blamed_by_somebody(item: Item, trigger: Span) -> bool:
    """Whether the blame is put by one who is named as its source: *analysts blame the flood on the dam*."""
    sentence = item.analysis.sentence_at(trigger.start)
    own = item.analysis.attributions_in(sentence)
    if any(one.source and any(cue.overlaps(trigger) for cue in one.cue) for one in own):
        return True
    lows = [el.low for el in item.analysis.elements[sentence.index] if el.start >= trigger.start]
    before = [el for el in item.analysis.elements[sentence.index] if el.end <= trigger.start][-2:]
    # "She blamed four days of storms", "Hedgehogs, which the keepers had blamed": it is they who do.
    if before and lows[:1] == ["blamed"] and before[-1].low in item.pack.singular_pronouns | HAD:
        return True
    # "Berg blamed the fall on imports": no participle, and no passive.
    active = bool(lows) and lows[0] in BLAMES and lows[1:2] and lows[1] not in item.pack.prepositions and "on" in lows
    return bool(active and before) and not any(el.low in item.pack.auxiliaries or el.low == "to" for el in before)


def _in_private(lows: list[str]) -> bool:
    """Whether *private* is said of talks, where nothing else tells of them."""
    if "private" not in lows:
        return True
    behind = lows[lows.index("private") + 1 :][:1]
    return not behind or behind[0] in TALKS or lows[lows.index("private") - 1] == "in"
