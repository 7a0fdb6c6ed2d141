"""Counts and amounts that somebody must have taken: *stripped 11,000 hectares*. Origin: written for sayso."""

from __future__ import annotations

from collections.abc import Sequence

from sayso import Item, Pattern
from sayso_plugins.rules.attribution._figure_words import CURRENCIES, LARGE, LOCAL, MONEY, OWN_ACT, TIME

#: A hundred and more in figures; what may be a year is none.
HUNDREDS = Pattern(r"(?!(?:1[5-9]|20)\d\d$)(?:\d{1,3}(?:,\d{3})+|\d{3,7})")
#: Words that make a hundred and more of the number before them: *nine hundred*, *2.3 million*.
SCALES = frozenset("hundred thousand million billion hundreds thousands millions".split())
#: Numbers in words.
WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty
    thirty forty fifty sixty seventy eighty ninety several""".split()
)
#: Behind these a number is one that was told before, or that everybody can count: *the 212 aboard*, *its 40 rooms*.
KNOWN = frozenset("the these those this that its his her their our all both".split())
#: Behind these it tells how large something is: *a staff of 300*, *has 214 members*, *tents for 300 people*.
SIZES = frozenset("of with for has have had without employs employ between".split())
#: What makes a number a rough one.
ROUGH = frozenset("about around some nearly almost roughly approximately over than more least at up estimated".split())
#: Before hundreds in words: nobody has counted.
SEEN = frozenset({"about", "around", "some", "perhaps", "maybe"})
#: Behind these a number is a name: *Flight 370*, *Route 128*.
LABELS = frozenset(
    """flight route highway road page chapter section article room number no no. boeing airbus act channel
    apollo platform gate grade resolution order standing year sometime circa around-the""".split()
)
#: What stands behind a number and is measured, priced, played or printed, and not counted.
NO_COUNT = TIME | frozenset(
    """minutes seconds km kilometres kilometers metres meters miles feet foot yards inches degrees mph kph knots volts
    watts bits bytes gigabytes megabytes pages words lines verses calories grams kilograms kilos kg lb lbs pounds
    euros dollars rupees rand naira pesos yen francs crowns cents pence points seats runs goals times words
    points percent horsepower horses pixels stars galleries minutes weeks decades centuries rounds grammes milligrams
    nautical light-years metres kilometre metre mile litre hours characters columns steps stairs
    nations countries states territories islands languages parts yeas nays ayes noes amendments clauses
    """.split()
)
#: Who is aboard and who has come to a game is counted at the gate; what a thing can hold is measured.
AT_THE_GATE = frozenset(
    """board aboard carrying carries carried seats hold holds capacity game match fixture stadium arena can crew seating
    seated pixels""".split()
)
#: Amounts of what was taken, lost, burnt or made.
AMOUNTS = frozenset(
    """tonnes tons hectares acres barrels litres liters gallons bushels megawatts gigawatts kilowatt-hours sacks bales
    crates""".split()
)
#: Verbs by which such an amount came about; what a ship holds and a park covers is measured.
MADE = frozenset(
    """took taken takes stripped strip strips burned burnt burns burn scorched charred destroyed destroys lost loses
    ruined ruins felled cleared logged caught landed catch catches poached stolen smuggled spilled spilt leaked leaks
    dumped dump dumps pumped pump pumps mined mines dug extracted drained drilled harvested harvest harvests reaped
    produced produces produce grown grows grew yielded yields yield exported exports export imported imports import
    shipped sold eaten ate consumed consumes consume emitted emits emit swallowed flooded inundated ravaged devastated
    blighted discarded discards wasted wastes threw thrown rotted rotting rotten released generated generates seized
    recycled processed milled washed killed swept submerged gutted damaged damages trampled devoured grazed
    spoiled spoilt rotted burst lay lies gone vanished disappeared sank washed turned soaked infested ravaged razed
    contaminated poisoned used uses use abandoned planted sown seeded""".split()
)
IRREGULAR = frozenset(
    "people children women men sheep cattle fish deer livestock poultry staff police geese oxen mice salmon".split()
)
#: No plural, though they end as one.
SINGULAR = ("ss", "us", "is", "’s", "'s")
#: What ends the phrase of a number.
STOPS = frozenset(
    """in on at to for of by with from and or but as than that which who when where was were is are has have had be
    been , . ; : ( ) — – will would could may might""".split()
)
#: How many words may stand between a number and what it counts.
APART = 4
#: How far from an amount its verb stands.
VERB_NEAR = 12


def large_of(item: Item) -> frozenset[str]:
    """The numbers of a hundred and more among the words of an item."""
    figures = item.analysis.tokens.figures
    return SCALES.union([low for low in figures if len(low) > 2 and HUNDREDS.compiled.fullmatch(low)])


def tallied(lows: Sequence[str], capitals: Sequence[bool]) -> bool:
    """Whether a hundred or more of something are counted.

    Args:
        lows: The words of a sentence in lower case.
        capitals: Which of them begin with a capital.
    """
    # "One biography puts it at 900": whoever puts it there has counted.
    if not AT_THE_GATE.isdisjoint(lows) or ("at" in lows and ("puts" in lows or "put" in lows)):
        return False
    for i, low in enumerate(lows):
        if HUNDREDS.fullmatch(low):
            end = i + 1
            if lows[end : end + 1] and lows[end] in SCALES:
                end += 1
        elif low in SCALES and i and (lows[i - 1][0].isdigit() or lows[i - 1] in WORDS):
            # "About two hundred women sat there": as the reporter saw it.
            if low == "hundred" and i > 1 and lows[i - 2] in SEEN:
                continue
            end = i + 1
        else:
            continue
        if _is_count(lows, capitals, i, end):
            return True
    return False


def _is_count(lows: Sequence[str], capitals: Sequence[bool], at: int, end: int) -> bool:
    first = at - 1 if lows[at] in SCALES else at
    before = lows[first - 1] if first else ""
    if before in KNOWN or before in MONEY or before in LABELS or (first > 1 and capitals[first - 1]):
        return False
    size = first
    while size and lows[size - 1] in ROUGH:
        size -= 1
    if size and lows[size - 1] in SIZES:
        return False
    if end < len(lows) and lows[end] == "of":
        end += 1
    for k in range(end, min(end + APART, len(lows))):
        low = lows[k]
        if low in STOPS or not low[:1].isalpha():
            return False
        if low in NO_COUNT:
            return False
        if low in AMOUNTS:
            return not MADE.isdisjoint(lows[max(0, at - VERB_NEAR) : k + VERB_NEAR])
        if low in IRREGULAR or (len(low) > 2 and low.endswith("s") and not low.endswith(SINGULAR)):
            return True
    return False


#: What a sum ahead is said to be: saved, lost, brought in.
SAVES = frozenset("save cost lose earn generate bring add wipe shave free recoup drain swallow yield net".split())
AHEAD = frozenset({"will", "would", "could", "may", "might", "to"})
#: How far behind its verb a sum stands.
SUM_NEAR = 8


def foretold(lows: Sequence[str], words: frozenset[str]) -> bool:
    """Whether it is told what something *will save* or cost, in millions; a decision to spend is an act."""
    if words.isdisjoint(SAVES) or not words.isdisjoint(OWN_ACT):
        return False
    for i, low in enumerate(lows):
        if low in SAVES and not AHEAD.isdisjoint(lows[max(0, i - 2) : i]) and "not" not in lows[max(0, i - 2) : i]:
            near = lows[i + 1 : i + 1 + SUM_NEAR]
            money = not MONEY.isdisjoint(near) or not CURRENCIES.isdisjoint(near) or any(map(LOCAL.fullmatch, near))
            if money and any(map(LARGE.fullmatch, near)):
                return True
    return False
