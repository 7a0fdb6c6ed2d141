"""Whether a sentence gives a figure or a rank that somebody must have counted, by its words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso_plugins.rules.attribution._figure_words import (
    AHEAD,
    BEFORE_PART,
    COMPARED,
    COUNTED,
    COUNTS,
    COUNTS_NEAR,
    CROWD,
    CURRENCIES,
    DECIDED,
    EACH,
    EACH_OF,
    EXTENTS,
    FIRST_NEAR,
    FOOTED,
    GLUED,
    GRADES,
    HIGHS,
    IN_TIME,
    KEPT,
    LARGE,
    LOCAL,
    MANY,
    MAPPED,
    MARGINS,
    MODALS,
    MONEY,
    MOST,
    MOVED,
    MOVES,
    MULTIPLIED,
    NO_RANKS,
    NO_WHOLE,
    OF_A_MARKET,
    OFF,
    ORDINALS,
    OWN_ACT,
    OWNERS,
    PARTS,
    PASSES,
    PEAKS,
    PERCENT,
    PERIODS,
    PLACES,
    PLANNED,
    RANKS,
    RATES,
    RATIOS,
    RECORDS,
    RESULTS,
    RISES,
    SET_BACK,
    SHARE,
    SHARES,
    SIGNED,
    SMALL,
    SPANS,
    SPENT,
    TELLS,
    THAN,
    THOUSANDS,
    TIME,
    TIMES,
    UP_OR_DOWN,
    WON,
    YEARLY,
    YEARLY_NEAR,
    YEARS,
)

if TYPE_CHECKING:
    from sayso import Item

#: By which of its words a sentence counts.
COUNT_SIGNS = MOVED | PERCENT | PARTS | SMALL | TIMES | UP_OR_DOWN | {"times", "per", "estimated", "majority", "every"}


def may_count(words: frozenset[str]) -> bool:
    """Whether a sentence has any sign of a figure or a rank among its words."""
    return not (SIGNED.isdisjoint(words) and RANKS.isdisjoint(words)) or _may_rank(words)


def _may_rank(words: frozenset[str]) -> bool:
    """Whether words are there that make a rank or two counts together."""
    if "from" in words and ("up" in words or "down" in words):
        return True
    if ("any" in words and "other" in words) or ("only" in words and "second" in words):
        return True
    return not HIGHS.isdisjoint(words) and any(low.endswith(("-year", "-month", "-decade")) for low in words)


def counted(lows: list[str], words: frozenset[str]) -> bool:
    """Whether there is a share, a rate, a move, a multiple, a loss or a count that only who counted can know.

    Args:
        lows: The words of a sentence in lower case.
        words: The same, each once.
    """
    if SIGNED.isdisjoint(words) and not _may_rank(words):
        return False
    # What will or could be has not been counted: a plan, or a forecast.
    if not AHEAD.isdisjoint(words) and MOVED.isdisjoint(words):
        lows = lows[: next((i for i, low in enumerate(lows) if low in AHEAD), None)]
    hits = COUNT_SIGNS & words
    for i, low in enumerate(lows) if hits else ():
        if low not in hits:
            continue
        if low in MOVED:
            if _moves(lows, i):
                return True
        elif low in PERCENT:
            if _share(lows, i):
                return True
        elif low in PARTS:
            if _part(lows, i):
                return True
        elif low in SMALL:
            if _one_in(lows, i):
                return True
        elif low in TIMES or low == "times":
            if _multiple(lows, i):
                return True
        elif low in ("per", "estimated"):
            if _by_number(lows, i):
                return True
        elif low in UP_OR_DOWN:
            if _up_from(lows, i):
                return True
        elif low in ("majority", "every") and _of_many(lows, i):
            return True
    return _many(lows, words) or _spent(lows, words) or _crowd(lows, words) or _rate(words) or _yearly(lows, words)


def _of_many(lows: list[str], i: int) -> bool:
    """Whether it is *a majority of drivers*, or *every third household*."""
    behind = lows[i + 1 : i + 5]
    if lows[i] == "every" and lows[i - 1 : i] == ["for"] and behind and MANY.fullmatch(behind[0]):
        return True
    if lows[i] == "every":
        return behind[:1] != [] and behind[0] in ORDINALS and bool(EACH_OF & set(behind[1:2]))
    return behind[:1] == ["of"] and bool(COUNTED & set(behind[1:]))


def _one_in(lows: list[str], i: int) -> bool:
    """Whether it is *one in six* or *nine out of ten*, of people and not of time."""
    behind = lows[i + 1 : i + 5]
    # "One child in four".
    behind = behind[1:] if behind[1:2] == ["in"] and behind[0] in EACH_OF else behind
    if behind[:2] == ["out", "of"]:
        behind = behind[1:]
    elif behind[:1] != ["in"]:
        return False
    return len(behind) > 1 and (behind[1] in RATIOS or behind[1].isdigit()) and not TIME & set(behind[2:3])


def ranked(lows: list[str], words: frozenset[str], names: frozenset[str] = frozenset()) -> bool:
    """Whether something is the highest in time or place, at a record, or the first since long.

    Args:
        lows: The words of a sentence in lower case.
        words: The same, each once.
        names: Those of them that have a capital within the sentence, such as places.
    """
    if words.isdisjoint(RANKS) and not _may_rank(words):
        return False
    for i, low in enumerate(lows):
        if low in GRADES or low == "most":
            if _graded(lows, i, names):
                return True
        elif low in PEAKS:
            return True
        elif low == "record":
            behind = lows[i + 1 : i + 2]
            if IN_TIME & _times(lows[i + 1 : i + 6]) or (behind and behind[0] in RECORDS):
                return True
        elif low in ("high", "low", "peak"):
            if lows[i - 1].endswith(("-year", "-month", "-decade")) and i:
                return True
        elif low in ("any", "only"):
            if _beats_all(lows, i):
                return True
        elif low == "first" and lows[i + 1 : i + 2] not in NO_RANKS:
            if _passes_mark(lows, i):
                return True
            near = _times(lows[i + 1 : i + 14])
            if not WON.isdisjoint(words) or "not" in lows[max(0, i - 3) : i]:
                continue
            if (near & {"since", "decades", "history"} and "war" not in near) or (
                "years" in near and near & {"in", "over", "than"}
            ):
                return True
    return False


def own_results(lows: list[str]) -> bool:
    """Whether a company tells its own results: *Norbank on Thursday posted a fall in profit*."""
    # "Full-year loss narrowed to 412 million": of a company, as its accounts have it.
    if not PERIODS.isdisjoint(lows[:3]) and not RESULTS.isdisjoint(lows[:5]):
        return True
    at = next((i for i, low in enumerate(lows) if low in TELLS), None)
    return at is not None and not RESULTS.isdisjoint(lows[at + 1 : at + 12])


def _passes_mark(lows: list[str], i: int) -> bool:
    """Whether a figure is passed *for the first time*, seen from *first*."""
    if lows[i + 1 : i + 2] != ["time"]:
        return False
    near = lows[max(0, i - FIRST_NEAR) : i]
    return not PASSES.isdisjoint(near) and any(MANY.fullmatch(low) or LARGE.fullmatch(low) for low in near)


def _beats_all(lows: list[str], i: int) -> bool:
    """Whether it is *more than any other*, or *second only to* another."""
    if lows[i] == "any":
        before = lows[max(0, i - 8) : i]
        return lows[i + 1 : i + 2] == ["other"] and before[-1:] == ["than"] and not COMPARED.isdisjoint(before)
    return lows[i - 1 : i] == ["second"] and lows[i + 1 : i + 2] == ["to"]


def _times(lows: list[str]) -> set[str]:
    """The words, those of time expressions singly: *since 1970* is one element."""
    return {word for low in lows for word in low.split()}


def _one_of(lows: list[str], i: int) -> bool:
    """Whether it is *one of the largest*, or *among the largest*: no rank."""
    before = lows[max(0, i - 3) : i]
    return "among" in before or ("of" in before and lows[max(0, i - 4)] in ("one", "some", "many"))


def _graded(lows: list[str], i: int, names: frozenset[str]) -> bool:
    if _one_of(lows, i) or PLANNED.intersection(lows[max(0, i - 8) : i]):
        return False
    if lows[i] == "most" and (i + 1 == len(lows) or not (lows[i + 1].endswith("ed") or lows[i + 1] in MOST)):
        return False
    near = lows[i + 1 : i + 9]
    since = lows[i + 1 : i + 14]
    if MAPPED & set(lows[i + 1 : i + 4]) or (lows[i] in EXTENTS and MAPPED & set(lows[max(0, i - 3) : i])):
        return False
    if IN_TIME & _times(since) or (lows[i + 1 : i + 3] == ["on", "record"]):
        return lows[i] != "most"
    if SPANS & _times(near) and {"in", "for", "than"} & _times(near) and "old" not in near:
        return lows[i] != "most"
    in_place = any(near[k] in PLACES and {"in", "on", "of"} & set(near[:k]) for k in range(len(near)))
    # "The cheapest builder in the Gulf".
    at = near.index("in") if "in" in near[1:6] else 0
    in_place = in_place or (at > 0 and names.issuperset([one for one in near[at + 1 : at + 3] if one != "the"][:1]))
    return in_place or (i > 0 and (lows[i - 1] in OWNERS or (i > 1 and lows[i - 2] in OWNERS)))


def _moves(lows: list[str], i: int) -> bool:
    """Whether something *rose by* so much by itself: nobody raised it, as in *increased the budget*, *be increased*."""
    near = lows[i + 1 : i + 7]
    if not near or "will" in lows[:i] or "number" in near or (i and lows[i - 1] in ("be", "been", "was", "were")):
        return False
    if near[0] not in MARGINS and not near[0][0].isdigit() and near[0] not in MONEY:
        return False
    if PERCENT & set(near) or MONEY & set(near) or any(map(MANY.fullmatch, near)):
        return True
    # "Has risen 21cm since 1990".
    if GLUED.fullmatch(near[near[0] in MARGINS]) and any(low in YEARS or low.startswith("since") for low in lows):
        return True
    part = next((k for k, low in enumerate(near) if low in PARTS), 0)
    return part > 0 and (near[part - 1] in BEFORE_PART or ("by" in near[:part] and ("-" in near[part] or part == 1)))


def _share(lows: list[str], i: int) -> bool:
    """Whether a percentage is the share of a whole."""
    behind, before = lows[i + 1 : i + 6], set(lows[max(0, i - 6) : i])
    if not any(low[0].isdigit() for low in lows[max(0, i - 2) : i]):
        return False
    if RISES & set(lows[max(0, i - 4) : i + 4]) and not DECIDED & set(lows):
        return True
    if COUNTED & set(behind) or SHARES & before:
        return True
    if (OFF & set(behind[:1]) and not MODALS & set(lows[:i])) or (
        UP_OR_DOWN & set(lows[max(0, i - 4) : i]) and not DECIDED & set(lows)
    ):
        return True
    # "Takes 1 per cent of each payout": its terms.
    of = behind[:1] == ["of"] and behind[1:2] not in (["each"], ["every"])
    return of or bool(OF_A_MARKET & (set(lows) - {"shares"}))


def _part(lows: list[str], i: int) -> bool:
    """Whether a part is the part of a whole: *a third of the trees*."""
    behind = lows[i + 1 : i + 5]
    if "by" in lows[max(0, i - 3) : i] and UP_OR_DOWN & set(lows[max(0, i - 5) : i]) and DECIDED.isdisjoint(lows):
        return True
    # "Fewer than half the wells".
    half = lows[i] == "half" and behind[:1] != [] and behind[0] in ("the", "its", "their", "all") and behind[1:2] != []
    if half and behind[1].endswith("s") and not NO_WHOLE & set(behind):
        return i > 0 and lows[i - 1] in BEFORE_PART
    if behind[:1] != ["of"] or NO_WHOLE & set(behind):
        return False
    return "-" in lows[i] or (i > 0 and lows[i - 1] in BEFORE_PART)


def _multiple(lows: list[str], i: int) -> bool:
    if lows[i] == "times":
        behind = lows[i + 1 : i + 3]
        told = behind in (["as", "much"], ["as", "many"]) or (THAN & set(behind[:1]) and behind[1:] not in ([], ["."]))
        return i > 0 and lows[i - 1] in SMALL and bool(told or (behind[:1] == ["the"] and THAN & set(behind)))
    behind = lows[i + 1 : i + 3]
    return (behind[:1] == ["the"] and behind[-1] in MULTIPLIED) or behind in (["as", "many"], ["as", "much"])


def _many(lows: list[str], words: frozenset[str]) -> bool:
    """Whether a hundred or more are counted of what only a count can tell, by a verb for what happened to them."""
    if words.isdisjoint(COUNTS):
        return False
    for i, low in enumerate(lows):
        if low[0].isdigit() and MANY.fullmatch(low) and (i == 0 or lows[i - 1] not in MONEY):
            if KEPT & set(lows[i + 1 : i + 4]) and not {"-", "to"} & set(lows[i + 1 : i + 2]) and _counts(lows, i):
                return True
        elif low in ("million", "millions") and KEPT & set(lows[i + 1 : i + 3]) and _counts(lows, i):
            return True
    return False


def _crowd(lows: list[str], words: frozenset[str]) -> bool:
    """Whether thousands are said to have come out: *about 9,000 marched*, *a crowd of 40,000*."""
    crowd = CROWD & words
    if not crowd or (crowd == {"turned"} and ("turned", "out") not in pairwise(lows)):
        return False
    return any(map(THOUSANDS.fullmatch, lows))


def glued_of(item: Item) -> frozenset[str]:
    """The shares of an item that are written with their unit: *40pc*."""
    return frozenset([low for low in item.analysis.tokens.figures if low.endswith("pc") and SHARE.fullmatch(low)])


def spelled(lows: list[str]) -> list[str]:
    """The words of a sentence, with *40pc* as the two that it stands for."""
    return [part for low in lows for part in ((low[:-2], "%") if SHARE.fullmatch(low) else (low,))]


def _counts(lows: list[str], i: int) -> bool:
    """Whether the verb stands near the figure, as its own."""
    return not COUNTS.isdisjoint(lows[max(0, i - COUNTS_NEAR) : i + COUNTS_NEAR])


def _spent(lows: list[str], words: frozenset[str]) -> bool:
    """Whether millions were lost, spent or earned."""
    if (words.isdisjoint(SPENT) and not words >= SET_BACK) or not (words.isdisjoint(OWN_ACT) or FOOTED & words):
        return False
    if words.isdisjoint(MONEY) and words.isdisjoint(CURRENCIES) and not any(map(LOCAL.fullmatch, lows)):
        return False
    return any(map(LARGE.fullmatch, lows))


def _by_number(lows: list[str], i: int) -> bool:
    """Whether it is so many *per 100,000*, or nobody is said to have *estimated* what is counted or paid."""
    if lows[i] == "per":
        return i + 1 < len(lows) and bool(MANY.fullmatch(lows[i + 1]))
    near = lows[i + 1 : i + 6]
    return bool(PERCENT & set(near)) or any(MANY.fullmatch(low) or LARGE.fullmatch(low) for low in near)


def _yearly(lows: list[str], words: frozenset[str]) -> bool:
    """Whether there are so many in a year or a day: *10 million pints every day*."""
    if (words.isdisjoint(YEARLY) and words.isdisjoint(TIME)) or not words.isdisjoint(OWN_ACT):
        return False
    last = -YEARLY_NEAR
    for k, low in enumerate(lows):
        if MANY.fullmatch(low) or (low.isdigit() and len(low) > 1 and COUNTED & set(lows[k + 1 : k + 2])):
            last = k
        elif k - last < YEARLY_NEAR and (
            low in YEARLY or (low in TIME and low != "hour" and EACH & set(lows[k - 2 : k]))
        ):
            return True
    return False


def _up_from(lows: list[str], i: int) -> bool:
    """Whether it is *up from four in 2019*: two counts."""
    behind = lows[i + 1 : i + 4]
    if behind[:1] != ["from"] or len(behind) < 2 or not DECIDED.isdisjoint(lows):
        return False
    figure = behind[-1] if behind[1] in MARGINS or behind[1] in MONEY else behind[1]
    return figure[0].isdigit() or figure in SMALL


def _rate(words: frozenset[str]) -> bool:
    return not words.isdisjoint(PERCENT) and not words.isdisjoint(RATES) and words.isdisjoint(MOVES)
