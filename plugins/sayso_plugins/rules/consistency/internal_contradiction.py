"""The rule consistency/internal-contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso import Clean, Finding, Flagged, Item, Policy, Span, WordList, rule
from sayso_plugins.rules._near import has
from sayso_plugins.rules.consistency._same_thing import same_thing
from sayso_plugins.rules.consistency._sums import SMALL, Odd, odd_numbers
from sayso_plugins.rules.consistency._told_twice import PARTS, hours, told_twice
from sayso_plugins.rules.consistency._tolls import ALL, SIGNS, Toll, tolls

if TYPE_CHECKING:
    from sayso import Sentence

#: Participles to what they count.
MEASURES = {
    **dict.fromkeys(("killed", "killing", "dead", "died", "kills"), "dead"),
    **dict.fromkeys(("injured", "injuring", "wounded", "wounding", "hurt", "injures", "wounds"), "injured"),
    **dict.fromkeys(("arrested", "arresting", "detained", "detaining"), "arrested"),
}
#: Counted nouns by what they name.
COUNTED = WordList(
    """
    people persons passengers soldiers civilians workers miners children students men women protesters demonstrators
    police officers firefighters pilgrims tourists residents sailors villagers fans players employees crew
    """.split()
)
#: Events by what they are: different words for one kind of event are one.
EVENTS = {
    **dict.fromkeys("blast blasts explosion explosions bomb bombs bombing bombings bomber".split(), "blast"),
    **dict.fromkeys("attack attacks raid assault ambush".split(), "attack"),
    **dict.fromkeys("crash crashes collision derailment accident".split(), "crash"),
    **dict.fromkeys("fire fires blaze".split(), "fire"),
    **dict.fromkeys("earthquake earthquakes quake quakes tremor".split(), "quake"),
    **dict.fromkeys("flood floods flooding".split(), "flood"),
    **dict.fromkeys("storm storms hurricane typhoon cyclone tornado".split(), "storm"),
    **dict.fromkeys("shooting shootings gunman".split(), "shooting"),
    **dict.fromkeys(("landslide", "mudslide", "avalanche"), "slide"),
    **dict.fromkeys("riot riots clash clashes protest protests demonstration".split(), "unrest"),
    **dict.fromkeys(("collapse", "collapsed"), "collapse"),
}
EVENT_WORDS, MEASURED, PART_WORDS = WordList(EVENTS), WordList(MEASURES), WordList(PARTS)
NUMBERS = {word: number for number, word in enumerate(SMALL[:13]) if number}
#: What makes a number that stands behind it a rough one, or one of others.
ROUGH = frozenset(
    """
    least most more less fewer than over about around some nearly almost approximately roughly estimated up many other
    others another further additional additionally including include includes among or between
    """.split()
)
#: With one of these a sentence counts in part, at another time, or in another event.
ELSEWHERE = frozenset(
    """
    several others whom total toll far later earlier initially initial first second third since previous previously last
    year years month months week weeks separate similar rose risen rise increased updated revised now still each both
    every either may might could would if former rest elsewhere respectively where ago currently already subsequently
    meanwhile past history worst deadliest before reportedly another
    """.split()
)
#: Words that tell of no other dead, in a sentence on all of them.
TOLD = frozenset("first now still may might could would if where when".split())
#: Within how many characters of an event its hour stands.
HOUR_NEAR = 70
AROUND = frozenset({"about", "over", "up", "of"})
LINKS = frozenset("were was are have has had been be being also reported confirmed".split())


#: Others' numbers stand in these beside each other.
OTHER_GENRES = frozenset({"fact_check", "interview"})


class Count(NamedTuple):
    """A number of people to whom something happened.

    Attributes:
        is_known: Whether the sentence takes the event for known, as *the blast* does.
    """

    measure: str
    noun: str
    value: int
    span: Span
    event: str
    is_known: bool
    names: frozenset[str]
    times: frozenset[str]
    speaker: str | None


@rule(
    "consistency/internal-contradiction",
    "Two numbers are given for one thing, or parts do not add up to their whole.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.75,
    preview=True,
    cure="Find out which number is right; where they are of two sources or two times, say which is whose.",
    policies=[
        Policy("Reuters", "Figures are added up and compared within the story before it goes out."),
        Policy("AP", "Sources that differ are named, each with its figure."),
    ],
    examples=[
        Flagged("A blast killed 12 people on Monday.\n\nThe blast killed 14 people.", at="14 people"),
        Flagged("Twelve people were killed in a fire. Ten people were killed in the fire.", at="Ten people"),
        Flagged("A train crash injured 31 passengers. The crash injured 13 passengers.", at="13 passengers"),
        Flagged("Nine fans were arrested in clashes. In the clashes, 19 fans were arrested.", at="19 fans"),
        Flagged(
            "Twelve people died when the bus left the road.\n\nThe names of the 14 people who died are not known.",
            at="14 people",
        ),
        Flagged(
            "A heatwave claimed 41 lives. Of the dead, 23 were in Larkmoor, 14 in Ostmark and nine in Norvik.",
            at="Of the dead, 23 were in Larkmoor, 14 in Ostmark and nine in Norvik.",
        ),
        Flagged("Police arrested 14 people: nine men and four women.", at="14 people: nine men and four women."),
        Flagged(
            "Norbank sold $60 million to lenders. The sale of $75 million was routine, it said.",
            at="sale of $75 million",
        ),
        Flagged("The prize of $5,000 goes to Jo Berg. He will give the $50,000 prize away.", at="$50,000 prize"),
        Flagged("Mira Holt, 43, was found on Monday. Holt, 47, had been away.", at="Holt, 47"),
        Flagged(
            "A quake struck, killing 31 people in Larkmoor and 12 in Ostmark. The 45 dead include six pupils.",
            at="The 45 dead",
        ),
        Flagged("Norbank called back 40,000 jars. The 45,000 jars went to shops.", at="45,000 jars"),
        Flagged("A flood killed 17 people. All 19 of the dead are known by name.", at="19 of the dead"),
        Flagged("It wants the land of 340 families. The 430 families stay put, Jo Berg said.", at="430 families"),
        Flagged(
            "A zone of three kilometres was shut. The zone of five kilometres will stay, it said.",
            at="The zone of five kilometres",
        ),
        Flagged(
            "The 340-metre sea wall fell. The wall, all 430 metres of it, was new.", at="wall, all 430 metres of it"
        ),
        Flagged("The 41st Larkmoor fair began. The fair, now in its 43rd edition, is loud.", at="its 43rd edition"),
        Flagged("It is late, Sheriff Dana Holt said. It was dark, said Sheriff Donna Holt.", at="Sheriff Donna Holt"),
        Flagged(
            "With 212 people aboard, the ferry sank. Of those aboard, 150 were saved by boats and 72 by a ship.",
            at="150 were saved by boats and 72",
        ),
        Flagged(
            "A quake struck at 4.12am. The tremor, which came in the late afternoon, broke a dam.",
            at="tremor, which came in the late afternoon",
        ),
        Flagged(
            "Jo Berg, who died on Monday aged 88, was a baker. He was born in Larkmoor in 1941.",
            at="was born in Larkmoor in 1941",
            item={"date_published": "2016-05-04"},
        ),
        Flagged(
            "Six wagons left the track, the port said. Lifting the eight wagons will take a week.", at="eight wagons"
        ),
        Flagged(
            "A shell killed 14 traders. All twelve of the dead were buried, Jo Berg said.", at="twelve of the dead"
        ),
        Flagged("Thieves took nine goats. The eleven goats were found in a lorry.", at="eleven goats"),
        Flagged("Holt, a father of three, was buried on Friday. His four children stood by.", at="His four children"),
        Flagged(
            "Jo Berg was jailed for six years. He will serve half of his eight-year term.", at="his eight-year term"
        ),
        Flagged("A fall of 12 per cent was seen in May. The 21 per cent fall is steep.", at="The 21 per cent fall"),
        Flagged(
            "The strike began on 4 May. The strike, which began on 6 May, is long.",
            at="The strike, which began on 6 May",
        ),
        Clean("Six wagons left the track. The two wagons of acid were lifted first.", "Some of them."),
        Clean("Two miners were trapped. The three miners who went in to save them were hurt.", "Others."),
        Clean("Three houses burned in Larkmoor. In Ostmark the four houses were saved.", "Another place."),
        Clean("Two ships were hit. Another ship sank. The three ships were old.", "A sum."),
        Clean("Berg is a father of two. Holt, his neighbour, has three children, and her three children swim."),
        Clean("The old pier was built in 1961. The new pier was built in 1988.", "Two of them."),
        Clean("He was jailed for six years in 2011. The 10-year term given on Monday is his longest."),
        Clean("The first phase began on 4 May. The second phase began on 6 May. The talks began on Monday."),
        Clean(
            "Jo Berg, who died on Monday aged 88, was a baker. He was born in Larkmoor in 1927.",
            "",
            {"date_published": "2016-05-04"},
        ),
        Clean("Norbank called back 40,000 jars. The 30,000 jars of May were good.", "A part of them."),
        Clean("Norbank called back 40,000 jars and another 5,000 jars. The 45,000 jars went to shops."),
        Clean("A zone of three kilometres was shut. A zone of five kilometres will follow. The wall is 9 metres long."),
        Clean("The 41st Larkmoor fair began. The 12th mill congress ended."),
        Clean("It is late, Dana Holt said. It was dark, her sister Donna Holt said."),
        Clean("A quake struck at 4.12am. Another tremor came in the late afternoon."),
        Clean(
            "A heatwave claimed 41 lives. Of the dead, 23 were in Larkmoor and 14 in Ostmark.", "The rest elsewhere."
        ),
        Clean("Police arrested 14 people, among them nine men and four women."),
        Clean("We ask two questions: 1) what is wrong and 2) who mends it.", "Numbers of a list."),
        Clean(
            "A loan of $40 million was signed. The second loan, of $60 million, is late. The $60 million loan is new."
        ),
        Clean("Mira Holt, 43, was found on Monday. Ida Holt, 47, had looked for her.", "Two people."),
        Clean("The grant of $2.1 million is late. The $2 million grant is for a road.", "Rounded."),
        Clean("Twelve people died when the bus left the road.\n\nThe 12 who died are not named. The two were friends."),
        Flagged("A flood killed at least 26 people. The names of all 23 victims are known.", at="23 victims"),
        Clean("At least twelve people died on the road.\n\nThe names of the 14 people who died are not known."),
        Clean("A blast killed 12 people. Later, the blast was said to have killed 14 people.", "Another time."),
        Clean("A blast killed 12 people, police said. The blast killed 14 people, the hospital said.", "Two sources."),
        Clean("A blast killed at least 12 people. The blast killed 14 people.", "At least."),
        Clean("A blast killed 12 people. The blast injured 14 people. The blast killed 3 children."),
        Clean("A blast in Larkmoor killed 12 people. A blast in Ostmark killed 14 people.", "Two events."),
        Clean("A quake killed 12 people here and 14 people there. The quake killed 26 people.", "A sum."),
        Clean("A blast killed 12 people. The blast, which killed twelve people, tore off the roof."),
    ],
    known_false_alarms="Two events of one kind that the item tells apart in words that are not on the lists.",
)
def internal_contradiction(item: Item) -> Iterator[Finding]:
    """One of the two numbers is wrong, and readers cannot tell which.

    Compared are whole numbers of the same noun with the same fate in an event that both sentences name, by the same
    speaker or by none, with no word that counts roughly, in part, at another time or place. Compared are, too, parts
    with the whole that they are said to be of, the amounts of a thing of which there is one, the ages of somebody, and
    what is counted or dated once and then spoken of as known.
    """
    analysis = item.analysis
    if item.record.item_type.value not in OTHER_GENRES and not analysis.turns:
        shown: list[Span] = []
        for odd in (*odd_numbers(item), *told_twice(item), *_other_hour(item), *same_thing(item)):
            if any(odd.span.overlaps(span) for span in shown):
                continue
            shown.append(odd.span)
            yield Finding(odd.message, spans=(odd.span,), related=(odd.related,))
    if not has(item, MEASURED):
        return
    yield from _other_toll(item)
    if not has(item, COUNTED) or not has(item, EVENT_WORDS):
        return
    before: dict[tuple[str, str], Count] = {}
    seen: set[tuple[str, str, int]] = set()
    for sentence in analysis.sentences:
        for count in _counts(item, sentence) if sentence.is_read else ():
            earlier = before.get((count.measure, count.noun))
            new = (count.measure, count.noun, count.value) not in seen
            if earlier is not None and new and _contradict(earlier, count):
                message = f"{count.span.of(item.text)!r} is {earlier.span.of(item.text)!r} before, in the same event"
                yield Finding(message, spans=(count.span,), related=(earlier.span,))
            before[count.measure, count.noun] = count
            seen.add((count.measure, count.noun, count.value))


def _other_hour(item: Item) -> Iterator[Odd]:
    """*A quake struck at 4.12am*, and later *the tremor, which came in the late afternoon*."""
    analysis, tokens = item.analysis, item.analysis.tokens
    if not has(item, PART_WORDS) or not has(item, EVENT_WORDS):
        return
    first: dict[str, tuple[tuple[int, int], Span]] = {}
    for i in tokens.having(EVENT_WORDS):
        event = EVENTS[tokens.lows[i]]
        sentence = analysis.sentence_at(tokens.starts[i])
        when = hours(item.text, tokens.ends[i], min(sentence.span.end, tokens.ends[i] + HOUR_NEAR))
        if when is None or not sentence.is_read or sentence.section.kind != "news":
            continue
        here = Span(tokens.starts[i], when[2])
        if event not in first:
            first[event] = (when[:2], here)
            continue
        (start, end), was = first[event]
        apart = not ELSEWHERE.isdisjoint(here.of(item.text).lower().replace(",", "").split())
        if not apart and i and tokens.lows[i - 1] in ("the", "this") and (when[0] >= end or when[1] <= start):
            yield Odd(f"{here.of(item.text)!r}: another hour was told before", here, was)
            return


def _other_toll(item: Item) -> Iterator[Finding]:
    """Where the dead are *the 14 who died*, and the item has counted them once before, as another number."""
    first: list[Toll] = []
    analysis, tokens = item.analysis, item.analysis.tokens
    if len(tokens.having(SIGNS)) < 2 or not has(item, ALL):
        return
    for sentence in analysis.sentences_with(SIGNS):
        found = list(tolls(item, sentence, _number)) if sentence.is_read and sentence.section.kind == "news" else []
        if not found:
            continue
        lows = item.analysis.narrated(sentence)
        apart = not (ELSEWHERE - TOLD).isdisjoint(lows)
        for toll in found:
            exact = not apart and (ROUGH - AROUND - ({"least"} if toll.least else set())).isdisjoint(lows)
            if toll.known and exact and len(first) == 1 and _is_other(first[0], toll):
                message = f"{toll.span.of(item.text)!r} are {first[0].span.of(item.text)!r} before"
                yield Finding(message, spans=(toll.span,), related=(first[0].span,))
                return
            if not toll.known:
                # Of two counts, of rough ones and of those of other times nobody knows which is meant.
                first += [toll] if exact else [toll, toll]


def _is_other(first: Toll, known: Toll) -> bool:
    """Whether the dead as they are known cannot be those that were counted; of *at least 14* there may be more."""
    return known.value < first.value if first.least else known.value != first.value


def _contradict(first: Count, second: Count) -> bool:
    """Whether the second number is of the event of the first, and nothing but the number differs."""
    return (
        second.is_known
        and first.speaker == second.speaker
        and first.value != second.value
        and first.event == second.event
        and second.names <= first.names
        and (not second.times or second.times == first.times)
    )


def _counts(item: Item, sentence: Sentence) -> list[Count]:
    """The numbers that a sentence gives of people and what happened to them."""
    analysis = item.analysis
    elements = analysis.narration(sentence)
    lows = [el.low for el in elements]
    if MEASURES.keys().isdisjoint(lows) or not ELSEWHERE.isdisjoint(lows):
        return []
    events = [i for i, low in enumerate(lows) if low in EVENTS]
    source = analysis.sourced_by(sentence) or analysis.carried_by(sentence)
    if len({EVENTS[lows[i]] for i in events}) != 1 or (source is not None and source.speaker is None):
        return []
    if source is None and analysis.may_be_sourced(sentence):
        return []
    found: list[Count] = []
    for at, low in enumerate(lows):
        value = _number(low)
        noun = next((i for i in range(at + 1, min(at + 3, len(lows))) if lows[i] in COUNTED), None)
        if value is None or noun is None:
            continue
        measure = _measure(lows, at, noun)
        if measure is None or any(one.measure == measure for one in found):
            return []  # A second number may be a part of a sum.
        if not ROUGH.isdisjoint(lows[max(0, at - 4) : noun]):
            continue
        count = Count(
            measure,
            lows[noun],
            value,
            Span(elements[at].start, elements[noun].end),
            EVENTS[lows[events[0]]],
            _is_known(lows, events[0]),
            frozenset(el.low for i, el in enumerate(elements) if i and el.capital),
            frozenset(el.low for el in elements if el.kind == "time"),
            source.speaker if source else None,
        )
        found.append(count)
    return found


def _is_known(lows: list[str], event: int) -> bool:
    return event > 0 and lows[event - 1] in ("the", "this", "that") and lows[event + 1 : event + 2] != ["on"]


def _measure(lows: list[str], at: int, noun: int) -> str | None:
    """What happened to them: *killed 12 people*, or *12 people were killed*."""
    if at and lows[at - 1] in MEASURES:
        return MEASURES[lows[at - 1]]
    behind = noun + 1
    while behind < min(noun + 4, len(lows)) and lows[behind] in LINKS:
        behind += 1
    return MEASURES.get(lows[behind]) if behind < len(lows) else None


def _number(low: str) -> int | None:
    if low in NUMBERS:
        return NUMBERS[low]
    digits = low.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None
