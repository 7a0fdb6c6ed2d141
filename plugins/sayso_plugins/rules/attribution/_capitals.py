"""Capitals and houses that stand for those who govern from them, and where they speak without a verb of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso import Item, Span, WordList

#: The capitals of the world, and seats that are none; not those that are as often a person, as Victoria and Santiago.
#: Origin: written for sayso from general knowledge.
CAPITALS = (
    *"""
    moscow beijing washington london paris berlin brussels tehran teheran kyiv kiev minsk warsaw pyongyang seoul
    tokyo taipei delhi islamabad kabul baghdad damascus riyadh ankara jerusalem cairo khartoum caracas havana
    ottawa canberra madrid rome athens belgrade tbilisi yerevan baku kremlin whitehall élysée elysée elysee abuja
    accra algiers amman amsterdam antananarivo ashgabat asmara astana asunción asuncion bamako bangkok banjul
    beirut belmopan bern berne bishkek bissau bogotá bogota brasília brasilia bratislava brazzaville bridgetown
    bucharest budapest bujumbura chișinău chisinau colombo conakry copenhagen dakar dhaka dili djibouti dodoma doha
    dublin dushanbe freetown gaborone georgetown gitega hanoi harare helsinki holyrood honiara jakarta juba kampala
    kathmandu kigali kinshasa libreville lilongwe lima lisbon ljubljana lomé lome luanda lusaka malabo managua
    manama manila maputo maseru mbabane mogadishu monrovia montevideo moroni muscat nairobi naypyidaw naypyitaw
    ndjamena n’djamena niamey nicosia nouakchott nuku’alofa oslo ouagadougou paramaribo podgorica prague praia
    pretoria pristina quito rabat reykjavik reykjavík riga sanaa sarajevo skopje stockholm stormont suva tallinn
    tashkent tegucigalpa thimphu tirana tripoli tunis ulaanbaatar valletta vienna vientiane vilnius westminster
    windhoek yaoundé yaounde zagreb planalto zhongnanhai
    """.split(),
    *("new delhi", "tel aviv", "white house", "downing street", "number 10", "no 10", "foggy bottom", "capitol hill"),
    *("abu dhabi", "addis ababa", "buenos aires", "kuala lumpur", "la paz", "mexico city", "panama city", "phnom penh"),
    *("port moresby", "port louis", "port-au-prince", "porto-novo", "san josé", "san salvador", "santo domingo"),
    *("sri jayawardenepura", "the hague", "hague", "guatemala city", "kuwait city", "blue house", "casa rosada"),
    *("south block", "élysée palace", "elysée palace", "quirinal", "sana’a", "andorra la vella"),
)
#: What only a government does there.
GOVERNS = frozenset(
    """ruled rejected rejects dismissed dismisses denied denies insisted insists accused accuses blamed blames vowed
    vows pledged pledges threatened threatens signalled signals signaled hinted hints demanded demands condemned
    condemns wants believes fears maintains argues contends considers regards says warned warns refuses refused
    retorted countered disputes disputed protests denounced denounces urged urges""".split()
)
#: What is done by it.
DONE = frozenset(
    """ruled rejected dismissed denied condemned denounced ridiculed disputed described called criticised criticized
    confirmed announced said demanded blamed accused rebuffed mocked seen regarded viewed considered""".split()
)
VIEWS = frozenset("view eyes words judgement judgment opinion".split())
BETWEEN = frozenset("has had have also now already repeatedly again since twice long flatly firmly still".split())
MARKS = frozenset(".,;:!?—–()")
OPENS = frozenset("but and while whereas although though because as that".split())
BEFORE_CLAUSE = MARKS | OPENS
#: How many words before *by* its verb stands.
BACK = 7


@lru_cache(maxsize=2)
def _read(metonyms: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The names, and the last word of each."""
    return frozenset(metonyms), WordList([name.split()[-1] for name in metonyms])


def governing(item: Item, metonyms: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Where such a name rejects or fears something, or something is rejected by it; quotations too."""
    analysis = item.analysis
    names, last = _read(tuple(metonyms))
    for sentence in analysis.sentences_with(last):
        els = analysis.narration(sentence)
        lows = [el.low for el in els]
        for i, low in enumerate(lows):
            if low not in last or not els[i].capital:
                continue
            two = i > 0 and f"{lows[i - 1]} {low}" in names
            if not two and low not in names:
                continue
            first = i - 1 if two else i
            if first and lows[first - 1] == "the":
                first -= 1
            if (first and els[first - 1].capital and lows[first - 1] not in item.pack.function_like) or (
                i + 1 < len(els) and els[i + 1].capital
            ):
                continue
            if _governs(lows, first, i):
                yield (f"{lows[i - 1]} {low}" if two else low), Span(els[first].start, els[i].end)


def _governs(lows: Sequence[str], first: int, i: int) -> bool:
    if first == 0 or lows[first - 1] in BEFORE_CLAUSE:
        k = i + 1
        while k < len(lows) and lows[k] in BETWEEN:
            k += 1
        return k < len(lows) and lows[k] in GOVERNS and (lows[k] != "ruled" or lows[k + 1 : k + 2] == ["out"])
    before = lows[:first]
    if before[-1:] == ["of"] and not VIEWS.isdisjoint(before[-3:]):
        return True
    if before[-1:] != ["by"]:
        return False
    return not DONE.isdisjoint(lows[i + 1 :] if len(before) == 1 else before[-BACK:-1])
