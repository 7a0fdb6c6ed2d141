"""Whether a sentence gives a figure or a rank that somebody must have counted, by its words."""

from __future__ import annotations

from sayso import Pattern

PERCENT = frozenset({"%", "percent", "per-cent", "cent", "percentage"})
MOVES = frozenset(
    """rose fell grew shrank climbed dropped increased decreased surged plunged slumped soared jumped leapt tumbled
    rocketed ballooned swelled dwindled""".split()
)
#: Moves that are told of with *have*.
MOVED = MOVES | {"risen", "fallen", "grown", "shrunk"}
MARGINS = frozenset({"by", "to", "from", "almost", "nearly", "about", "around", "some", "more", "over", "roughly"})
MONEY = frozenset("$£€¥")
#: What a share is of, where only a count of many can tell; and the rates that offices publish.
COUNTED = frozenset(
    """people population residents households children women men adults families users students pupils workers schools
    homes patients farmers migrants refugees teenagers girls boys pensioners businesses firms companies jobs employees
    teachers nurses doctors citizens customers villagers drivers motorists parents tenants""".split()
)
#: What is counted by those who keep it, hold it or lost it.
KEPT = COUNTED | frozenset(
    """detainees prisoners inmates troops soldiers houses apartments buildings deaths cases layoffs complaints crimes
    burglaries thefts evictions letters voters cattle livestock hectares acres trees vehicles visitors tourists
    members beds""".split()
)
#: Verbs of what happened to so many, or of who has so many.
COUNTS = frozenset(
    """lost lose loses shed cut claimed claims added add employ employs employed affect affects affected affecting
    displaced evacuated flooded destroyed damaged demolished lack lacks lacked left leaving without homeless hold
    holds house houses serve serves served awaiting closed shut sacked dismissed deported expelled stranded
    visited visit visits treated infected received copied created create built need needs rely depend used uses
    currently taken moved remain remains sheltered homes sleep die dies suffer suffers smoke commute skip list
    backlog queue shortage shortfall""".split()
)
COUNTS_NEAR = 9
RATES = frozenset("infection unemployment jobless inflation poverty mortality literacy crime birth prevalence".split())
SHARES = frozenset({"account", "accounts", "accounted", "accounting", "comprise", "comprises", "makes", "make"})
OF_A_MARKET = frozenset({"share", "shares", "usage", "used"})
#: Parts of a whole; of a match, a year or a life they are no statistic.
PARTS = frozenset(
    """half third quarter fifth sixth eighth tenth thirds quarters fifths tenths two-thirds three-quarters one-third
    one-quarter one-fifth two-fifths""".split()
)
BEFORE_PART = frozenset("a one two three four about around nearly almost roughly over than least some only".split())
NO_WHOLE = frozenset(
    """hour hours minute minutes day week month year years century decade season match game them course mile miles
    dozen million billion life time night afternoon way""".split()
)
SMALL = frozenset("one two three four five six seven eight nine ten".split())
ORDINALS = frozenset("second third fourth fifth sixth tenth".split())
#: One of those of whom *every third* is counted.
EACH_OF = frozenset(
    """person child household family home woman man adult pupil student worker voter driver school patient citizen
    teenager resident company firm business house shop""".split()
)
RATIOS = frozenset("two three four five six seven eight nine ten twelve every".split())
TIMES = frozenset({"double", "twice", "triple", "quadruple", "treble", "thrice"})
MULTIPLIED = frozenset(
    {"rate", "number", "level", "average", "amount", "share", "cost", "size", "proportion", "figure"}
)
#: What a multiple is told by: *nine times the average wage*, *four times more*.
THAN = frozenset("more higher larger bigger faster likelier average national going legal usual normal rate".split())
#: How far from a standard: *40 per cent below average*.
OFF = frozenset("below above less more fewer higher lower up down cheaper dearer".split())
MODALS = frozenset({"may", "might", "can", "could", "would"})
AHEAD = frozenset({"will", "would", "could", "might"})
UP_OR_DOWN = frozenset({"up", "down"})
CURRENCIES = frozenset(
    """pounds euros dollars rupees rand naira pesos yen francs crowns kronor shillings lakh crore""".split()
)
#: What is lost, spent and earned; acts such as a bid, a fine or a budget are somebody's own.
SPENT = frozenset(
    """cost costs costing spent wasted lost losing losses damage went siphoned owed owes owing debt debts turnover turns
    earns earned generates generated profit profits revenue revenues worth losses""".split()
)
OWN_ACT = frozenset(
    """fine fined fines charged bid bids bought sold sell deal package budget approved passed pledged donated bail
    sentence lawsuit sued jackpot contract grant fund""".split()
)
TIME = frozenset("hour hours day days week weeks month months year years".split())
YEARLY = frozenset({"annually", "yearly", "daily", "monthly", "weekly"})
EACH = frozenset({"a", "per", "every", "each"})
#: Within how many words of a figure *a year* makes a rate of it.
YEARLY_NEAR = 12
#: Nouns for a move.
RISES = frozenset("increase rise drop fall decline decrease growth reduction jump surge".split())
#: Who moves it decides about it.
DECIDED = frozenset("pay wage wages budget proposed plan plans raise will bonus spending vat".split())
#: Ranks in time, and those among neighbours.
GRADES = frozenset(
    """highest lowest worst deadliest costliest largest biggest smallest longest shortest tallest oldest youngest
    richest poorest fastest slowest busiest strongest weakest steepest sharpest hottest coldest wettest driest cheapest
    heaviest bloodiest broadest deepest fewest greatest most-visited third-largest second-largest fourth-largest
    fifth-largest second-highest third-highest fastest-growing""".split()
)
SPANS = frozenset({"years", "century", "generation", "months"})
IN_TIME = frozenset({"ever", "since", "history", "decades", "decade", "recorded", "ever-recorded", "memory"})
PLACES = frozenset(
    """world country state region nation continent market province department county district industry globe earth
    sector union""".split()
)
OWNERS = frozenset({"world’s", "country’s", "nation’s", "region’s", "state’s", "europe’s", "africa’s", "asia’s"})
MOST = frozenset("popular common expensive dangerous populous powerful successful violent widespread prolific".split())
#: What everybody can look up on a map.
MAPPED = frozenset(
    """cave caves waterfall glacier canyon bay
    city cities island lake river town planet mountain peak desert volcano ocean sea party opposition language
    religion church democracy moon continent country state economy""".split()
)
EXTENTS = frozenset("longest largest biggest tallest highest deepest oldest smallest".split())
#: What is not yet, and what is wished.
PLANNED = frozenset("will would could may might should must be to become".split())
PEAKS = frozenset({"record-breaking", "record-high", "record-low", "record-setting", "all-time"})
RECORDS = frozenset(
    """low high lows highs number numbers level levels profit profits sales pace amount total loss time""".split()
)
#: Firsts that stand in lists of winners and holders of an office.
WON = frozenset(
    """win won wins winning award awards prize trophy title president premier visit visited goal team player players
    album film star minister astronaut spaceflight elected""".split()
)
#: A count that is worth a source; years are none.
MANY = Pattern(r"(?!(?:19|20)\d\d$)\d[\d,]*\d\d|(?:million|billion|thousand)s?")
LARGE = Pattern(r"\d[\d.]*(?:m|bn|tn)|(?:million|billion|trillion)s?")


#: Without one of these a sentence gives no figure and no rank.
SIGNS = (
    MOVED
    | PERCENT
    | PARTS
    | SMALL
    | TIMES
    | COUNTS
    | YEARLY
    | TIME
    | {"times", "per", "estimated", "majority", "every"}
)
SIGNED = SIGNS | MONEY | CURRENCIES
RANKS = GRADES | PEAKS | {"most", "record", "first"}


def may_count(words: frozenset[str]) -> bool:
    """Whether a sentence has any sign of a figure or a rank among its words."""
    return not (SIGNED.isdisjoint(words) and RANKS.isdisjoint(words))


def counted(lows: list[str], words: frozenset[str]) -> bool:
    """Whether there is a share, a rate, a move, a multiple, a loss or a count that only who counted can know.

    Args:
        lows: The words of a sentence in lower case.
        words: The same, each once.
    """
    if SIGNED.isdisjoint(words):
        return False
    # What will or could be has not been counted: a plan, or a forecast.
    if not AHEAD.isdisjoint(words) and MOVED.isdisjoint(words):
        lows = lows[: next((i for i, low in enumerate(lows) if low in AHEAD), None)]
    for i, low in enumerate(lows):
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
        elif low in ("majority", "every") and _of_many(lows, i):
            return True
    return _many(lows, words) or _spent(lows, words) or _rate(words) or _yearly(lows, words)


def _of_many(lows: list[str], i: int) -> bool:
    """Whether it is *a majority of drivers*, or *every third household*."""
    behind = lows[i + 1 : i + 5]
    if lows[i] == "every":
        return behind[:1] != [] and behind[0] in ORDINALS and bool(EACH_OF & set(behind[1:2]))
    return behind[:1] == ["of"] and bool(COUNTED & set(behind[1:]))


def _one_in(lows: list[str], i: int) -> bool:
    """Whether it is *one in six* or *nine out of ten*, of people and not of time."""
    behind = lows[i + 1 : i + 5]
    if behind[:2] == ["out", "of"]:
        behind = behind[1:]
    elif behind[:1] != ["in"]:
        return False
    return len(behind) > 1 and (behind[1] in RATIOS or behind[1].isdigit()) and not TIME & set(behind[2:3])


def ranked(lows: list[str], words: frozenset[str]) -> bool:
    """Whether something is the highest in time or place, at a record, or the first since long.

    Args:
        lows: The words of a sentence in lower case.
        words: The same, each once.
    """
    if words.isdisjoint(RANKS):
        return False
    for i, low in enumerate(lows):
        if low in GRADES or low == "most":
            if _graded(lows, i):
                return True
        elif low in PEAKS:
            return True
        elif low == "record":
            behind = lows[i + 1 : i + 2]
            if IN_TIME & _times(lows[i + 1 : i + 6]) or (behind and behind[0] in RECORDS):
                return True
        elif low == "first":
            near = _times(lows[i + 1 : i + 14])
            if not WON.isdisjoint(words) or "not" in lows[max(0, i - 3) : i]:
                continue
            if (near & {"since", "decades", "history"} and "war" not in near) or (
                "years" in near and near & {"in", "over", "than"}
            ):
                return True
    return False


def _times(lows: list[str]) -> set[str]:
    """The words, those of time expressions singly: *since 1970* is one element."""
    return {word for low in lows for word in low.split()}


def _one_of(lows: list[str], i: int) -> bool:
    """Whether it is *one of the largest*, or *among the largest*: no rank."""
    before = lows[max(0, i - 3) : i]
    return "among" in before or ("of" in before and lows[max(0, i - 4)] in ("one", "some", "many"))


def _graded(lows: list[str], i: int) -> bool:
    if _one_of(lows, i) or PLANNED.intersection(lows[max(0, i - 8) : i]):
        return False
    if lows[i] == "most" and (i + 1 == len(lows) or not (lows[i + 1].endswith("ed") or lows[i + 1] in MOST)):
        return False
    near = lows[i + 1 : i + 9]
    since = lows[i + 1 : i + 14]
    if MAPPED & set(lows[i + 1 : i + 4]) or (lows[i] in EXTENTS and MAPPED & set(lows[max(0, i - 3) : i])):
        return False
    if IN_TIME & _times(since):
        return lows[i] != "most"
    if SPANS & _times(near) and {"in", "for", "than"} & _times(near) and "old" not in near:
        return lows[i] != "most"
    in_place = any(near[k] in PLACES and {"in", "on", "of"} & set(near[:k]) for k in range(len(near)))
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
    part = next((k for k, low in enumerate(near) if low in PARTS), 0)
    return part > 0 and near[part - 1] in BEFORE_PART


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
        UP_OR_DOWN & set(lows[max(0, i - 3) : i]) and not DECIDED & set(lows)
    ):
        return True
    return behind[:1] == ["of"] or bool(OF_A_MARKET & (set(lows) - {"shares"}))


def _part(lows: list[str], i: int) -> bool:
    """Whether a part is the part of a whole: *a third of the trees*."""
    behind = lows[i + 1 : i + 5]
    if behind[:1] != ["of"] or NO_WHOLE & set(behind):
        return False
    return "-" in lows[i] or (i > 0 and lows[i - 1] in BEFORE_PART)


def _multiple(lows: list[str], i: int) -> bool:
    if lows[i] == "times":
        behind = lows[i + 1 : i + 3]
        told = behind in (["as", "much"], ["as", "many"]) or THAN & set(behind[:1])
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


def _counts(lows: list[str], i: int) -> bool:
    """Whether the verb stands near the figure, as its own."""
    return not COUNTS.isdisjoint(lows[max(0, i - COUNTS_NEAR) : i + COUNTS_NEAR])


def _spent(lows: list[str], words: frozenset[str]) -> bool:
    """Whether millions were lost, spent or earned."""
    if (
        (words.isdisjoint(MONEY) and words.isdisjoint(CURRENCIES))
        or words.isdisjoint(SPENT)
        or not words.isdisjoint(OWN_ACT)
    ):
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
        if MANY.fullmatch(low):
            last = k
        elif k - last < YEARLY_NEAR and (
            low in YEARLY or (low in TIME and low != "hour" and EACH & set(lows[k - 2 : k]))
        ):
            return True
    return False


def _rate(words: frozenset[str]) -> bool:
    return not words.isdisjoint(PERCENT) and not words.isdisjoint(RATES) and words.isdisjoint(MOVES)
