"""What an item tells twice and otherwise: a count, a measure, an edition, a first name, a birth and an age, an hour.

Origin of the words: written for sayso.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules._near import has, matches, words_of
from sayso_plugins.rules.attribution._tallies import IRREGULAR, NO_COUNT, SINGULAR, STOPS
from sayso_plugins.rules.consistency._sums import Odd, numbers_of

#: Words that tell some from others of a kind, right before a number or its noun.
OTHERS = frozenset(
    """other others more additional further another first last remaining next extra new surviving about around some over
    nearly almost least than up under roughly approximately estimated fewer original earlier initial previous""".split()
)
ALL = frozenset({"the", "all", "these", "those"})
FIGURE = Pattern(r"(?:\d{1,3}(?:,\d{3})+|\d{2,6})")
#: Counts that differ by more are of two things; smaller ones are often told of parts.
LEAST, MOST_APART = 10, 1.6
#: How many words may stand between a number and its noun.
APART = 3
_UNITS = (
    r"(?:kilomet(?:re|er)|met(?:re|er)|mile|foot|feet|hectare|acre|tonne|ton|litre|gallon|megawatt|km|storey|story|bed"
    r"|seat|room)s?"
)
_SIZE = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty)"
)
#: *The 340-metre sea wall*, *a zone of three kilometres*, *the wall, all 430 metres of it*.
SIZED = Pattern(
    rf"\b(?P<d1>the|its|this|an?)\s+(?P<n1>{_SIZE})-(?P<u1>{_UNITS})\s+(?:[a-z]+\s+)?(?P<w1>[a-z]+)\b"
    rf"|\b(?:(?P<d2>the|its|this|an?)\s+)?(?:[a-z]+\s+)?(?P<w2>[a-z]+)\s+of\s+(?P<n2>{_SIZE})\s+(?P<u2>{_UNITS})\b"
    rf"|\b(?P<w3>[a-z]+),\s+(?P<d3>all)\s+(?P<n3>{_SIZE})\s+(?P<u3>{_UNITS})\s+of\s+it\b",
    re.IGNORECASE,
    needs=(
        "metre",
        "meter",
        "mile",
        "foot",
        "feet",
        "hectare",
        "acre",
        "tonne",
        "ton",
        "litre",
        "gallon",
        "megawatt",
        "km",
        "store",
        "-bed",
        "-seat",
        "-room",
    ),
)
WORDS = {
    **{w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())},
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
#: Of a text that tells a size twice, one has its unit by itself.
UNITS = WordList(
    """metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet hectares acres tonnes
    tons litres liters gallons megawatts storeys stories beds seats rooms""".split()
)
#: Nouns that many things of an item may be by.
LOOSE = frozenset("distance height depth length width area total maximum minimum range radius speed least most".split())
#: *The 41st film festival*, *now in its 43rd edition*.
NTH = Pattern(
    r"\b(?P<d>the|its|their)\s+(?P<n>\d{1,3})(?:st|nd|rd|th)\s+(?:annual\s+)?(?:[\w’'-]+\s+){0,3}?(?P<w>festival|edition|congress|conference|summit|games|fair"
    r"|marathon|race|tournament|championships?|convention|biennale|carnival|regatta|rally|assembly|meeting|anniversary|birthday|session|season)\b",
    re.IGNORECASE,
    needs=("1st", "2nd", "3rd", "th "),
)
EDITIONS = WordList({"edition", "session", "season", "festival", "congress", "summit", "fair", "games"})
#: These are counted on whatever they are of.
ANY = frozenset({"edition", "session", "season"})
APARTS = frozenset({"anniversary", "birthday"})
BORN = Pattern(r"\b(?:was\s+)?born\s+(?:[\w’',-]+\s+){0,6}?in\s+(?P<year>1[89]\d\d|20[012]\d)\b", needs=("born",))
AGED = Pattern(
    r"\baged\s+(?P<a>\d{2,3})\b|,\s(?P<b>\d{2,3}),|\b(?:[Ss]?[Hh]e|was|is)\s+(?:was|is)?\s?(?P<c>\d{2,3})(?=[.,;]|\s+years\s+old)",
    needs=("aged ", ", ", "he was ", "he is ", "years old"),
)
#: Parts of a day by the hours that they may have.
PARTS = {
    "dawn": (4, 8),
    "sunrise": (4, 8),
    "morning": (4, 12),
    "noon": (11, 13),
    "midday": (11, 14),
    "lunchtime": (11, 15),
    "afternoon": (12, 19),
    "dusk": (16, 22),
    "sunset": (16, 22),
    "evening": (16, 24),
    "nightfall": (16, 24),
    "midnight": (0, 1),
}
CLOCK = Pattern(
    r"\b(?P<h>1[0-2]|0?\d)(?:[.:](?P<m>\d\d))?\s?(?P<half>[ap])\.?m\b", re.IGNORECASE, needs=("am", "pm", "a.m", "p.m")
)
WHEN = Pattern(
    r"\b(?:in|at|before|after|around|during)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?(?P<part>dawn|sunrise|morning|noon|midday|lunchtime|afternoon|dusk|sunset|evening"
    r"|nightfall)\b",
    needs=tuple(PARTS),
)
ABOARD = Pattern(
    r"\b(?P<all>\d{2,4})\s+(?:people|passengers|persons)\s+(?:and\s+crew\s+)?(?:aboard|on\s+board)\b.{0,400}?"
    r"\b[Oo]f\s+(?:those|the\s+(?:people|passengers))\s+(?:aboard|on\s+board),\s+"
    r"(?:[^,;.]{1,40}\s(?:said|says),\s+)?(?P<a>\d{1,4})\s+[a-z][^.;,]{0,60}?\s+and\s+(?P<b>\d{1,4})\s+[a-z]",
    re.DOTALL,
    needs=("aboard", "on board"),
)
KIN = WordList("brother sister son daughter wife husband father mother twin cousin uncle aunt nephew niece".split())
#: First names that are so alike are one, told otherwise.
ALIKE = 0.6


def told_twice(item: Item) -> Iterator[Odd]:
    """All of them, in no order."""
    yield from _counts(item)
    yield from _sizes(item)
    yield from _nth(item)
    yield from _names(item)
    yield from _births(item)
    yield from _aboard(item)


def is_told(item: Item, span: Span) -> bool:
    """Whether a place is in the news, and not in a quotation."""
    sentence = item.analysis.sentence_at(span.start)
    return sentence.is_read and sentence.section.kind == "news" and not item.analysis.in_quotation(span)


def _counts(item: Item) -> Iterator[Odd]:
    """*40,000 jars*, and later *the 45,000 recalled jars*: a larger number of what is taken for known, or of *all*."""
    tokens = item.analysis.tokens
    lows, words = tokens.lows, tokens.words
    first: dict[str, set[int]] = {}
    where: dict[str, Span] = {}
    places = [i for i in numbers_of(item) if len(lows[i]) > 1 and "0" <= lows[i][0] <= "9"]
    if len(places) < 2 or not any(lows[i - 1] in ALL for i in places if i):
        return
    for i in places:
        low = lows[i]
        if not FIGURE.fullmatch(low) or _is_label(lows, words, i):
            continue
        found = _noun(lows, i)
        if found is None:
            continue
        noun, end = found
        span = Span(tokens.starts[i], tokens.ends[end])
        if not is_told(item, span):
            continue
        value = int(low.replace(",", ""))
        before = lows[max(0, i - 2) : i]
        known = bool(before) and before[-1] in ALL
        apart = not OTHERS.isdisjoint([*before, *lows[i + 1 : end]])
        told = first.get(noun, set())
        if known and not apart and len(told) == 1 and value not in told:
            was = next(iter(told))
            close = max(was, value) <= MOST_APART * min(was, value) and min(was, value) >= LEAST
            if close and (value > was or before[-1] == "all"):
                yield Odd(f"{span.of(item.text)!r} are {was} before", span, where[noun])
        elif not known:
            first.setdefault(noun, set()).update({value, -1} if apart else {value})
            where.setdefault(noun, span)


def _is_label(lows: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether a number is a name's: *Flight 370*."""
    return at > 1 and words[at - 1][:1].isupper() and lows[at - 1] not in ALL and lows[at - 2] not in (".", "!", "?")


def _noun(lows: Sequence[str], at: int) -> tuple[str, int] | None:
    """What a number counts, and where that word is; *19 of the dead* are the dead, and so are those who are killed."""
    behind = lows[at + 1 : at + 4]
    if list(behind[:2]) == ["of", "the"] and behind[2:] and behind[2] in ("dead", "victims"):
        return "dead", at + 3
    if at and lows[at - 1] in ("killed", "killing") and behind and behind[0] in IRREGULAR:
        return "dead", at + 1
    for k in range(at + 1, min(at + 1 + APART, len(lows))):
        low = lows[k]
        if low in STOPS or not low[:1].isalpha() or low in NO_COUNT:
            return None
        if low == "dead":
            return "dead", k
        if low in IRREGULAR or (low.endswith("s") and not low.endswith(SINGULAR)):
            if (
                k + 1 < len(lows)
                and lows[k + 1].endswith("s")
                and lows[k + 1][:1].isalpha()
                and lows[k + 1] not in STOPS
            ):
                continue
            return low, k
    return None


def _sizes(item: Item) -> Iterator[Odd]:
    """*A zone of three kilometres*, and later *the zone of five kilometres*."""
    first: dict[tuple[str, str], tuple[float, Span] | None] = {}
    if not has(item, UNITS):
        return
    for match in matches(SIZED, item.analysis, back=60, ahead=80):
        group = "123"[[match["w1"], match["w2"], match["w3"]].index(match["w1"] or match["w2"] or match["w3"])]
        noun, unit = match["w" + group].lower(), match["u" + group].lower()[:4]
        number = match["n" + group].lower().replace(",", "")
        value = float(WORDS.get(number, 0) or number) if number not in WORDS else float(WORDS[number])
        span = Span(*match.span())
        if noun in LOOSE or not is_told(item, span):
            continue
        known = (match["d" + group] or "").lower() in ("the", "its", "this", "all")
        before = first.get((noun, unit))
        if (noun, unit) not in first:
            first[noun, unit] = (value, span)
        elif before is not None and value != before[0]:
            if known and max(value, before[0]) <= 2 * min(value, before[0]):
                yield Odd(f"{span.of(item.text)!r} is {before[1].of(item.text)!r} before", span, before[1])
            first[noun, unit] = None


def _nth(item: Item) -> Iterator[Odd]:
    """*The 41st festival*, and *now in its 43rd edition*."""
    if not has(item, EDITIONS):
        return
    found = [m for m in matches(NTH, item.analysis, back=12, ahead=70) if m["w"].lower() not in APARTS]
    for number, match in enumerate(found):
        earlier = [one for one in found[:number] if _same(one["w"], match["w"])]
        span = Span(*match.span())
        if len(earlier) == 1 and earlier[0]["n"] != match["n"] and is_told(item, span) and len(found) == 2:
            yield Odd(f"{span.of(item.text)!r} is {earlier[0].group()!r} before", span, Span(*earlier[0].span()))


def _same(first: str, second: str) -> bool:
    return first.lower() == second.lower() or second.lower() in ANY


def _names(item: Item) -> Iterator[Odd]:
    """*Dana Whitlock*, and later *Donna Whitlock*: one surname, and first names that are nearly one."""
    full: dict[str, list[tuple[str, Span]]] = {}
    if has(item, KIN):
        return
    for speaker in item.analysis.speakers:
        if item.analysis.speaker_kind(speaker.id) != "person":
            continue
        for span in speaker.mentions:
            shown = span.of(item.text)
            if shown.isalpha():  # one word alone
                continue
            words = [word for word in shown.replace(",", "").split() if word[:1].isupper()]
            if (
                len(words) > 1
                and words[-2].lower() not in item.pack.titles
                and words[-2].lower() not in item.pack.roles
            ):
                full.setdefault(words[-1], []).append((words[-2], span))
    for surname, ones in full.items():
        name, span = ones[0]
        for other, at in ones[1:]:
            # "Pakistan's" and "Pakistani" tell whose they are.
            if name[:5] == other[:5] or name.endswith(("’s", "'s")):
                continue
            alike = other[0] == name[0] and abs(len(other) - len(name)) <= 2 and "." not in other + name
            if other != name and alike and SequenceMatcher(None, name, other).ratio() >= ALIKE and len(other) > 2:
                yield Odd(f"{other} {surname} is {name} {surname} elsewhere", at, span)
                break


def _births(item: Item) -> Iterator[Odd]:
    """A year of birth and an age that do not go together, where the item has one of each."""
    anchor = item.record.anchor
    if anchor is None or "born" not in words_of(item):
        return
    born = list(BORN.finditer(item.text))
    ages = list(AGED.finditer(item.text)) if len(born) == 1 else []
    if len(ages) != 1 or not is_told(item, Span(*born[0].span())):
        return
    age = int(ages[0]["a"] or ages[0]["b"] or ages[0]["c"])
    year = int(born[0]["year"])
    sentence = item.analysis.sentence_at(ages[0].start()).span.of(item.text)
    now = int(anchor.value[:4])
    # An age of long ago has its year with it.
    if re.search(r"\b(?:1[89]|20)\d\d\b", sentence) or not 0 <= now - year <= 110:
        return
    if now - year - age not in (0, 1):
        span = Span(*born[0].span())
        yield Odd(f"born in {year}, one is not {age} in {now}", span, Span(*ages[0].span()))


def _aboard(item: Item) -> Iterator[Odd]:
    """*212 people aboard*, and *of those aboard, 150 … and 72 …*."""
    if words_of(item).isdisjoint(("aboard", "board")):
        return
    for match in ABOARD.finditer(item.text):
        parts = int(match["a"]) + int(match["b"])
        span = Span(match.start("a"), match.end("b"))
        if parts > int(match["all"]) and is_told(item, span):
            yield Odd(
                f"{match['a']} and {match['b']} are {parts}, and not {match['all']}", span, Span(*match.span("all"))
            )


def hours(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The hours of a day that a stretch of text gives, and where they end; None for none or several.

    They are told by a clock or by a part of the day.
    """
    found: list[tuple[int, int, int]] = []
    for match in CLOCK.compiled.finditer(text, start, end):
        hour = int(match["h"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        found.append((hour, hour + 1, match.end()))
    found += [(*PARTS[match["part"]], match.end()) for match in WHEN.compiled.finditer(text, start, end)]
    return found[0] if len(found) == 1 else None
