"""What an item speaks of as known, by another number or another day than it gave at first.

*Six wagons left the track*, and later *the eight wagons*; *a father of three* and *his four children*. Origin of the
words: written for sayso.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Pattern, Span
from sayso_plugins.rules._near import matches
from sayso_plugins.rules.attribution._tallies import IRREGULAR, NO_COUNT, SINGULAR, STOPS
from sayso_plugins.rules.consistency._sums import SMALL, Odd, numbers_of
from sayso_plugins.rules.consistency._told_twice import is_told

if TYPE_CHECKING:
    from sayso import Element

NUMBERS = {word: number for number, word in enumerate(SMALL) if number > 1}
ALL = frozenset({"the", "all", "these", "those", "its", "their"})
#: With one of these in its sentence a number is of some, of others, or of another time.
OTHERS = frozenset(
    """other others another more further additional extra new next first second third rest remaining surviving both each
    every including included include among later earlier previously originally initially previous already or if
    would could may might since rose risen increased joined formerly different separate elsewhere""".split()
)
#: Right before a number these make it a rough one, or one of a part.
ROUGH = frozenset(
    """about around over nearly almost least than under up to roughly approximately estimated some last other another
    between and of""".split()
)
ANOTHER = frozenset("another second third other more further".split())
SAID_OF_ONE = frozenset("since first second third last".split())
#: Behind the noun one of these goes on with what they all did; *the three miners who saved them* are others.
GOES_ON = frozenset(
    """is are was were will would have has had can could must did do does deny denied denies said say were""".split()
)
DIED = frozenset({"killed", "killing", "kills"})
#: Counted of many things.
LOOSE = frozenset(
    """days weeks months years hours minutes seconds metres meters kilometres miles feet points goals times votes seats
    sets games matches rounds runs wickets laps places pages words cents euros dollars pounds degrees ways things steps
    parts sides ends halves cases reasons questions others women men countries states teams players groups
    parties""".split()
)
#: Larger ones are of two things.
MOST_APART, MOST = 2, 60
#: How many words may stand between a number and its noun.
APART = 2
_FEW = "|".join(SMALL[2:11])
CHILDREN = Pattern(
    rf"\b(?:father|mother|parent|dad|mum|mom)-?(?:\s|-)of-?(?:\s|-)(?P<n>{_FEW})\b",
    re.IGNORECASE,
    needs=("father", "mother", "parent", "dad", "mum", "mom"),
)
HIS_CHILDREN = Pattern(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?P<n>{_FEW})\s+(?:young\s+|small\s+|grown\s+)?(?:children|kids)\b",
    needs=("children", "kids"),
)
_SMALL = rf"(?:\d{{1,2}}|{'|'.join(SMALL[2:])})"
JAILED = Pattern(
    rf"\b(?:jailed|imprisoned|sentenced\s+(?:\w+\s+)?to|prison|behind\s+bars)\s+(?:for\s+)?(?P<n>{_SMALL})\s+years\b(?!\s+(?:in|from)\s+(?:1|2))",
    re.IGNORECASE,
    needs=("jailed", "imprisoned", "sentenced", "prison", "behind bars"),
)
TERM = Pattern(
    rf"\b(?:his|her|the|that|this)\s+(?P<n>{_SMALL})-year\s+(?:prison\s+|jail\s+)?(?:term|sentence)\b(?!\s+(?:given|imposed|handed|passed))",
    re.IGNORECASE,
    needs=("-year",),
)
MOVES = "fall rise drop increase decline cut gain loss jump surge slump dip growth reduction".split()
_MOVE = f"(?:{'|'.join(MOVES)})"
_SHARE = r"(?P<n>\d+(?:\.\d+)?)(?:\s*%|\s+per\s?cent|-per\s?cent)"
MOVED = Pattern(rf"\b(?P<what>{_MOVE})\s+of\s+{_SHARE}", re.IGNORECASE, needs=[f"{one} of" for one in MOVES])
THE_MOVE = Pattern(rf"\b(?:the|that|this)\s+{_SHARE}\s+(?P<what>{_MOVE})\b", re.IGNORECASE, needs=MOVES)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = rf"(?P<when>\d{{1,2}}\s+{_MONTHS}|{_MONTHS}\s+\d{{1,2}}|1[89]\d\d|20[012]\d|{_DAY})\b(?!\s+\d)"
_DID = (
    r"(?P<did>began|begins|opened|opens|started|starts|ended|ends|closed|closes|built|founded|launched|established|signed"
    r"|completed|buried|sank|collapsed|broke\s+out|struck|adopted|passed)"
)
#: *The strike began on 4 May*, *the strike, which began on 6 May*; *the bridge was built in 1961*.
DATED = Pattern(
    rf"\b(?P<d>[Tt]he|[Aa]n?)\s+(?:[a-z]+\s+)?(?P<what>(?!(?:was|were|are|will|had|has|have|which|who|that)\b)[a-z]{{3,}}),?\s+(?:which\s+|who\s+)?(?:was\s+|were\s+|will\s+be\s+|is\s+|had\s+|has\s+been\s+)?{_DID}\s+(?:on|in)\s+{_WHEN}"
    rf"|\b(?P<did2>Built|Founded|Opened|Launched|Established|Signed|Completed)\s+in\s+(?P<when2>1[89]\d\d|20[012]\d),\s+the\s+(?P<what2>[a-z]{{3,}})\b",
    needs=(
        *("began ", "begins ", "opened ", "opens ", "started ", "starts ", "ended ", "ends ", "closed ", "closes "),
        *("built ", "founded ", "launched ", "established ", "signed ", "completed ", "buried ", "sank ", "collapsed "),
        *("broke out", "struck ", "adopted ", "passed "),
    ),
)
#: Each pair, and the group that both must have alike.
PAIRS = ((CHILDREN, HIS_CHILDREN, None), (JAILED, TERM, None), (MOVED, THE_MOVE, "what"))
#: Of these an item may tell of several.
COMMON = frozenset("man woman boy girl one court case company child person people talks meeting game match".split())


class Told(NamedTuple):
    """A number, the names in its sentence, and where it stands."""

    value: int
    names: frozenset[str]
    span: Span


def same_thing(item: Item) -> Iterator[Odd]:
    """All of them, in no order."""
    yield from _counts(item)
    yield from _pairs(item)
    yield from _dates(item)


def _counts(item: Item) -> Iterator[Odd]:
    """*Six wagons*, and later *the eight wagons*; *killing 14 herders*, and later *all twelve of the dead*."""
    lows = item.analysis.tokens.lows
    places = numbers_of(item)
    if len(places) < 2 or not any(lows[i - 1] in ALL for i in places if i):
        return
    first: dict[str, Told | None] = {}
    for sentence in item.analysis.sentences:
        if not sentence.is_read or sentence.section.kind != "news":
            continue
        els = item.analysis.narration(sentence)
        lows = [el.low for el in els]
        for at, low in enumerate(lows):
            value = _value(low)
            found = _noun(lows, at) if value is not None else None
            if value is None or found is None:
                continue
            noun, end = found
            known = lows[at - 1] if at and lows[at - 1] in ALL else ""
            span = Span(els[at].start, els[end].end)
            apart = not OTHERS.isdisjoint(lows) or not ROUGH.isdisjoint(lows[max(0, at - 2) : at])
            before = first.get(noun)
            here = frozenset(el.low for el in els if el.capital)
            if noun not in first:
                # What is known at its first count has been told otherwise.
                first[noun] = None if apart or (known and noun != "dead") else Told(value, here, span)
            elif not known or apart:
                first[noun] = before if before is not None and before.value == value and not apart else None
            elif before is not None and before.value != value and _is_all(lows, end, noun) and not _placed(els, before):
                close = max(value, before.value) <= MOST_APART * min(value, before.value)
                if close and (value > before.value or known == "all") and not _has_another(item, noun):
                    yield Odd(f"{span.of(item.text)!r} are {before.span.of(item.text)!r} before", span, before.span)
                first[noun] = None


def _value(low: str) -> int | None:
    if low in NUMBERS:
        return NUMBERS[low]
    return int(low) if len(low) < 3 and low.isascii() and low.isdigit() and 1 < int(low) <= MOST else None


def _noun(lows: Sequence[str], at: int) -> tuple[str, int] | None:
    """What a number counts, and where that word is."""
    if lows[at + 1 : at + 3] == ["of", "the"] and lows[at + 3 : at + 4] in (["dead"], ["victims"]):
        return "dead", at + 3
    for k in range(at + 1, min(at + 2 + APART, len(lows))):
        low = lows[k]
        if low == "dead":
            return "dead", k
        if low in STOPS or not low[:1].isalpha() or low in NO_COUNT or low in LOOSE:
            return None
        if low in IRREGULAR or low == "children" or (low.endswith("s") and not low.endswith(SINGULAR)):
            # "Six cars" are counted, and of "six cars races" the races.
            if lows[k + 1 : k + 2] and lows[k + 1].endswith("s") and len(lows[k + 1]) > 3 and lows[k + 1] not in STOPS:
                return None
            return ("dead" if at and lows[at - 1] in DIED else low), k
    return None


def _has_another(item: Item, noun: str) -> bool:
    """Whether the item tells of one more of a kind: *another ship sank*."""
    lows = item.analysis.tokens.lows
    one = noun.removesuffix("s")
    return any(low in (one, noun) and not ANOTHER.isdisjoint(lows[max(0, i - 2) : i]) for i, low in enumerate(lows))


def _placed(elements: Sequence[Element], before: Told) -> bool:
    """Whether a sentence is on another place than the one with the first number."""
    return any(
        el.capital and elements[i].low in ("in", "at", "near") and el.low not in before.names
        for i, el in enumerate(elements[1:])
    )


def _is_all(lows: Sequence[str], end: int, noun: str) -> bool:
    """Whether what follows the noun tells of all of them, and marks none off from others."""
    behind = lows[end + 1] if end + 1 < len(lows) else "."
    return (
        behind in GOES_ON or behind in (".", ",", ";") or behind.endswith("ed") or (noun == "dead" and behind != "in")
    )


def _pairs(item: Item) -> Iterator[Odd]:
    """What is told by one form at first and by another when it is known."""
    for first, second, same in PAIRS:
        told = [m for m in matches(first, item.analysis, back=40, ahead=60) if is_told(item, Span(*m.span()))]
        if len(told) != 1:
            continue
        known = [m for m in matches(second, item.analysis, back=30, ahead=60) if is_told(item, Span(*m.span()))]
        if len(known) != 1 or known[0].start() < told[0].start():
            continue
        one, other = told[0], known[0]
        if same and one[same].lower() != other[same].lower():
            continue
        if first is CHILDREN and not _is_same_parent(item, one, other):
            continue
        if _number(one["n"]) != _number(other["n"]) and _plain(item, one) and _plain(item, other):
            span = Span(*other.span())
            yield Odd(f"{span.of(item.text)!r} is {one.group()!r} before", span, Span(*one.span()))


def _is_same_parent(item: Item, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the second sentence has no name that the first has not, and *his* goes with *father*."""
    names = [
        {el.low for el in item.analysis.narration(item.analysis.sentence_at(match.start()))[1:] if el.capital}
        for match in (one, other)
    ]
    whose = {"father": "his", "dad": "his", "mother": "her", "mum": "her", "mom": "her"}
    parent = one.group().lower().replace("-", " ").split()[0]
    return (
        names[1] <= names[0] and whose.get(parent, other.group().lower().split()[0]) == other.group().lower().split()[0]
    )


def _plain(item: Item, match: re.Match[str]) -> bool:
    """Whether nothing there tells of another, or of more: *the third* may be said of what there is one of."""
    sentence = item.analysis.sentence_at(match.start())
    # May is a month.
    lows = {el.low for el in item.analysis.narration(sentence) if el.low != "may" or not el.capital}
    return OTHERS.isdisjoint(match.group().split()) and (OTHERS - SAID_OF_ONE).isdisjoint(lows)


def _number(words: str) -> float:
    low = words.lower()
    return float(NUMBERS.get(low) or low)


def _dates(item: Item) -> Iterator[Odd]:
    """*The strike began on 4 May*, and later *the strike, which began on 6 May*."""
    first: dict[tuple[str, str, int], re.Match[str] | None] = {}
    for match in matches(DATED, item.analysis, back=60, ahead=60):
        span = Span(*match.span())
        what = (match["what"] or match["what2"]).lower()
        did = (match["did"] or match["did2"]).lower()
        when = match["when"] or match["when2"]
        kind = 0 if when.isdigit() else 1 if when.endswith("day") else 2
        if what in COMMON or not is_told(item, span):
            continue
        key = (what, did.split()[0][:5].removesuffix("s"), kind)
        before = first.get(key)
        if key not in first:
            first[key] = match if _plain(item, match) else None
        elif before is not None and (before["when"] or before["when2"]) != when:
            known = match["d"] in ("the", "The") or match["d"] is None
            if known and _plain(item, match):
                yield Odd(f"{span.of(item.text)!r} is {before.group()!r} before", span, Span(*before.span()))
            first[key] = None
