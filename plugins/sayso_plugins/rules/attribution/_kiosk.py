"""Media of no name that tell something in whatever words, and those in which or by which it was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Span, WordList

if TYPE_CHECKING:
    from sayso import Element, Sentence

#: Media and no other thing, by one of them and by many. Origin: written for sayso.
ONE = frozenset(
    "newspaper tabloid broadsheet broadcaster magazine blog website portal podcast webzine phone-in".split()
)
MANY = frozenset(
    """media press newspapers tabloids broadsheets broadcasters magazines dailies weeklies blogs websites portals
    podcasts webzines newscasts headlines editorials op-eds""".split()
)
#: Media where one of the other words stands before them: *the papers* are documents, *the sports papers* are none.
OF_NEWS = frozenset(
    """paper papers outlet outlets channel channels station stations network networks site sites agency agencies
    publication publications bulletin bulletins reports coverage page pages column columns programme programmes program
    programs shows television tv radio daily weekly service services wires journal journals stations""".split()
)
NEWS = frozenset(
    """news tv television radio press media newspaper sports sporting sport business financial trade gossip society arts
    national local regional foreign state state-run state-owned opposition overseas international provincial vernacular
    tabloid online talk chat cable satellite pro-government independent private morning evening sunday popular financial
    broadsheet scandal celebrity fashion music entertainment culture op-ed opinion front inside back internet web
    current-affairs breakfast phone-in wire rival continental domestic metropolitan western english-language
    left-wing right-wing conservative liberal nationalist government religious student community""".split()
)
#: Places, bodies and shops go by these, too.
HARD = frozenset(
    """site sites agency agencies service services network networks station stations channel channels programme
    programmes program programs shows page pages column columns outlet outlets bulletin bulletins""".split()
)
OF_HARD = NEWS & frozenset(
    """news tv television radio press wire media sports gossip society talk chat cable satellite current-affairs
    breakfast phone-in arts business opinion op-ed front music entertainment culture celebrity fashion""".split()
)
QUANTITIES = frozenset("a an one another two three four several some many most various numerous certain".split())
#: *The media* and *the sports papers* are any; *the newspaper* is one that was named.
THE = frozenset({"the", "all", "much"})
#: Endings of where they are from: *the Korean papers*.
FROM = ("an", "ish", "ese", "ch", "i", "ic", "ss", "k")
TELL = frozenset(
    """say says said report reports reported write writes wrote written claim claims claimed name names named link
    links linked tip tips tipped call calls called describe describes described put puts suggest suggests suggested
    speculate speculates speculated carry carries carried publish publishes published print prints printed air airs
    aired hint hints hinted allege alleges alleged quote quotes quoted cite cites cited predict predicts predicted
    forecast dub dubs dubbed brand brands branded accuse accuses accused speak speaks spoke spoken hail hails
    hailed praise praises praised condemn condemns condemned criticise criticises criticised criticize criticized
    celebrate celebrated portray portrays portrayed depict depicts depicted compare compares compared identify
    identifies identified reveal reveals revealed mock mocks mocked attack attacks attacked denounce denounced
    ridicule ridiculed blame blames blamed talk talks talked tell tells told note notes noted wonder wonders
    wondered warn warns warned insist insists insisted estimate estimates estimated label labels labelled labeled see
    sees mention mentions mentioned disclose disclosed
    connect connected associate associated touted""".split()
)
#: What was done in or by them to something that is told.
TOLD = frozenset(
    """reported said called written described made canvassed given named linked tipped alleged claimed
    suggested criticised criticized condemned hailed praised dubbed branded mocked quoted cited denounced attacked
    speculated broken rumoured rumored predicted floated mooted questioned portrayed depicted derided mentioned
    compared likened hinted identified blamed labelled labeled ridiculed lampooned touted noted put portrayed accused
    picked taken seized quoted splashed trailed leaked aired carried published printed""".split()
)
#: In these senses a thing is only shown there.
SHOWN = frozenset("aired carried published printed taken made given put broken leaked".split())
#: What stands in them.
MATTER = frozenset(
    """rumours rumors claims stories speculation talk allegations criticism comment attacks space much columns mention
    suggestions whispers predictions articles editorials accusations""".split()
)
AUXILIARIES = frozenset(
    """have has had also even now meanwhile since already been repeatedly widely all both then long still later
    immediately""".split()
)
BE = frozenset("is are was were be been being".split())
#: Behind the noun: where they are, and what kind.
BEHIND = frozenset("in across abroad from close loyal on around of over for put run based".split())
PARTS = frozenset("on in up off out away for".split())
COMPOUND = frozenset(
    """release releases conference conferences officer officers office club gallery freedom statement briefing studies
    group groups company companies mogul tycoon empire baron magnate watchdog regulator law rights adviser advisor
    centre center secretary team corps pack attention""".split()
)
OPENS = frozenset("but and while whereas although though because since where as that".split())
MARKS = frozenset(".,;:!?—–()")
BEFORE_CLAUSE = MARKS | OPENS
NOUNS = WordList(ONE | MANY | OF_NEWS)
VERBS = (TELL | TOLD | BE) - NEWS
FINITE = TELL | AUXILIARIES | BE
BELIEVED = (("is", "to", "be", "believed"), ("are", "to", "be", "believed"), ("are", "right"), ("is", "right"))
JUDGE = (("judge", "by"), ("judging", "by"), ("judge", "from"), ("judging", "from"), ("go", "by"), ("going", "by"))
LONG = 5
REACH = 9


class Medium(NamedTuple):
    """Unnamed media, their words with the verb, and the words that name them."""

    what: Span
    phrase: Span


def kiosk(item: Item) -> Iterator[Medium]:
    """Where media that nothing names tell something; quotations too."""
    for sentence in item.analysis.sentences_with(NOUNS):
        if sentence.is_read:
            yield from _media(item, sentence)


def _media(item: Item, sentence: Sentence) -> Iterator[Medium]:
    els = item.analysis.narration(sentence)
    lows = [el.low for el in els]
    for i, low in enumerate(lows):
        if low not in NOUNS or (els[i].capital and i and low != "tv"):
            continue
        first = _first(item, els, i)
        end = _end(lows, i)
        if first is None or not _is_medium(lows, first, i, end):
            continue
        # "A magazine, Flour World", "the tabloids Blick and Tide", "blogs such as …".
        if any(el.capital for el in els[i + 1 : end + 2]) and not _tells(lows, end):
            continue
        if any(el.capital for el in els[i + 1 : end]) and low in ONE:
            continue
        what = Span(els[first].start, els[i].end)
        verb = _tells(lows, end)
        opens = first == 0 or lows[first - 1] in BEFORE_CLAUSE
        # "A newspaper called the Gazette" has its name.
        if verb is not None and lows[verb] == "called" and any(el.capital for el in els[verb + 1 : verb + 3]):
            continue
        if opens and verb is not None:
            whole = verb - i <= LONG
            yield Medium(what, Span(els[first].start, els[verb].end) if whole else what)
            return
        rest = lows[end:]
        if lows[first - 1 : first] == ["if"] and any(tuple(rest[: len(one)]) == one for one in BELIEVED):
            yield Medium(what, what)
            return
        if _behind(lows, first, end):
            yield Medium(what, what)
            return


def _first(item: Item, els: Sequence[Element], i: int) -> int | None:
    """Where the phrase begins; None where it leads back, or a name stands in it: *the Gazette website*."""
    pack = item.pack
    first = i
    while first and i - first < LONG:
        el = els[first - 1]
        before = el.low
        if before in QUANTITIES or before in THE:
            return first - 1 if not (before in THE and els[i].low in ONE) else None
        if before.endswith(("’s", "'s", "s’")):
            # "The downstream country's media": a place has many.
            if el.capital and first > 1 and els[i].low not in ("media", "press", "newspapers", "papers"):
                return None
            if pack.kind_of(before[:-2]) is not None and not el.capital:
                return None
            first -= 1
            continue
        if before in pack.determiners or before in pack.grammar.definite or before == "social":
            return None
        if before in MARKS or (before in pack.function_like and before not in NEWS) or el.kind != "word":
            break
        # "Cyprus state radio" is one.
        if el.capital and els[i].low in ("television", "radio", "tv") and before not in NEWS:
            return None
        if el.capital and first > 1 and not (before in NEWS or (before.endswith(FROM) and els[i].low not in ONE)):
            # "A Dublin business page": a place, and no name of a paper.
            placed = els[first - 2].low in QUANTITIES and first < i and before not in pack.outlet_words
            return first - 2 if placed else None
        if before in VERBS:
            break
        first -= 1
    return first


def _is_medium(lows: Sequence[str], first: int, i: int, end: int) -> bool:
    before = set(lows[first:i])
    low = lows[i]
    # "A press release", "media studies": another noun follows.
    if "social" in before or (low in ("press", "media", "news", "radio", "television") and _is_compound(lows, i)):
        return False
    if low in ("television", "radio", "tv"):
        return bool(before & (NEWS - {"news", "business", "sports"}))
    if low in HARD:
        one = not low.endswith("s") and low != "press"
        of_news = bool(before & OF_HARD) or not (ONE | MANY | HARD).isdisjoint(lows[i + 1 : end])
        return of_news and (not one or bool(before & QUANTITIES))
    if low in ONE or low in ("paper", "daily", "weekly", "publication"):
        return bool(before & QUANTITIES) and (low in ONE or bool(before & NEWS))
    return low in MANY or bool(before & NEWS)


def _is_compound(lows: Sequence[str], i: int) -> bool:
    behind = lows[i + 1 : i + 2]
    return behind != [] and behind[0] in COMPOUND


def _end(lows: Sequence[str], i: int) -> int:
    """Where what tells of them ends: *stations across the border*, *blogs and news sites*."""
    k = i + 1
    if lows[k : k + 1] == ["and"]:
        for j in range(k + 1, min(k + 4, len(lows))):
            if lows[j] in NOUNS:
                return j + 1
    if lows[k : k + 1] == [] or lows[k] not in BEHIND:
        return k
    k += 1
    while k < len(lows) and k - i < REACH and lows[k] not in MARKS and lows[k] not in FINITE:
        k += 1
    return k


def _tells(lows: Sequence[str], k: int) -> int | None:
    while k < len(lows) and lows[k] in AUXILIARIES:
        k += 1
    if k >= len(lows) or lows[k] not in TELL or lows[k - 1] == "been":
        return None
    return None if not PARTS.isdisjoint(lows[k + 1 : k + 2]) and lows[k] not in ("speculated", "reported") else k


def _behind(lows: Sequence[str], first: int, end: int) -> bool:
    """Whether something is told *in*, *on* or *by* them: *in the business papers, …*, *called dismal in newspapers*."""
    before = list(lows[:first])
    if before[-2:] == ["according", "to"] or tuple(before[-2:]) in JUDGE:
        return True
    if before in (["in"], ["on"], ["across"]):
        return lows[end : end + 1] in ([","], ["it"], ["there"])
    if before[-1:] not in (["in"], ["on"], ["by"], ["across"]):
        return False
    near = before[-9:-1]
    for k in range(len(near) - 1, -1, -1):
        if near[k] in MARKS:
            near = near[k + 1 :]
            break
    if not MATTER.isdisjoint(near):
        return True
    told = (TOLD if before[-1] == "by" else TOLD - SHOWN) & set(near)
    return bool(told) and not BE.isdisjoint(near)
