"""Numbers that do not go together: parts and their whole, an amount told twice, two ages of one person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sayso import Item, Pattern, Sentence, Span, Tokens, WordList
from sayso_plugins.rules._near import everywhere, has

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(SMALL[1:])})"
#: Of which one is told: *of the dead, 23 were in …*, *60 aboard, of whom …*, *14 people: nine men …*.
OF = Pattern(
    rf"\b[Oo]f\s+(?:the|its|their|those)\s+(?:(?P<whole>{NUMBER})\s+)?(?P<noun>[a-z]+)(?:\s+(?:who|that|killed|held|cast)\b[^,;]{{0,30}})?,\s+(?:only\s+)?"
    rf"(?={NUMBER}\b)"
)
WHO = Pattern(
    rf"\b(?P<whole>{NUMBER})\s+(?:[a-z]+\s+){{0,3}}?(?P<noun>[a-z]+),\s+of\s+(?:whom|which)\s+(?:only\s+)?(?={NUMBER}\b)"
)
LISTED = Pattern(rf"\b(?P<whole>{NUMBER})\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+):\s+(?={NUMBER}\b)")
#: A part; what stands behind it has no number of its own.
PART = Pattern(
    rf"(?<![\w$£€.,-])(?P<part>{NUMBER})(?=\s+[a-z])(?!\s+(?:per\s?cent|percent|years?|months?|days?|hours?|metres|times|other))",
    re.IGNORECASE,
)
COUNTS = WordList(SMALL[1:])
#: With one of these the parts are not all, or not of one kind.
PARTLY = frozenset(
    """including include includes among rest others other remaining about some nearly almost over least more than under
    roughly both also each aged between another further""".split()
)
INCLUDING = frozenset({"including", "include", "includes", "among", "also"})
DEAD = frozenset({"dead", "killed", "victims", "deaths"})
#: *Claimed 41 lives*, *killed 41 people*.
TOLL = Pattern(
    rf"\b(?:(?:claimed|taken|took|cost|claiming)\s+(?P<lives>{NUMBER})\s+lives|(?:killed|killing)\s+(?P<killed>{NUMBER})\s+(?:people|persons)\b"
    rf"|\b(?P<died>{NUMBER})\s+(?:people|persons)\s+(?:have\s+|had\s+)?(?:died|(?:were|are|been)\s+killed))",
    re.IGNORECASE,
    needs=(" lives", "kill", "died"),
)
#: *Killing 31 people in Larkmoor and 12 in Ostmark*, and *the 45 dead*.
PLACES = Pattern(
    rf"\bkill(?:ed|ing)\s+(?:{NUMBER})\s+(?:people\s+)?(?:in|at|near)\s+[A-Z][\w’\x20-]+"
    rf"(?:,\s+(?:{NUMBER})\s+(?:in|at|near)\s+[A-Z][\w’\x20-]+){{0,4}}"
    rf",?\s+and\s+(?:{NUMBER})\s+(?:in|at|near)\s+[A-Z]",
    needs=("killed", "killing"),
    whole=True,
)
ALL = Pattern(rf"\b[Tt]he\s+(?P<all>{NUMBER})\s+(?:dead|deaths|victims)\b", needs=(" dead", " deaths", " victims"))
UNIT = r"million|billion|trillion|bn|m|crore|lakh"
MONEY = Pattern(rf"(?:[$£€¥₹₦]|\b(?:Rs\.?|K?Sh))\s?(?P<sum>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<unit>{UNIT})\b)?")
#: Things that have one amount each; by the verbs that tell of them, too.
NOUNS = {
    **{
        noun: noun
        for noun in "loan fine prize grant budget sale contract ransom bail donation settlement subsidy".split()
    },
    **dict.fromkeys(("sold", "sells"), "sale"),
    **dict.fromkeys(("fined", "fines"), "fine"),
    **dict.fromkeys(("lent", "lends"), "loan"),
    **dict.fromkeys(("donated", "donates"), "donation"),
}
NOUN_WORDS = WordList(NOUNS)
NAMES = "|".join(sorted(set(NOUNS.values())))
VERBS = "|".join(sorted(set(NOUNS) - set(NOUNS.values())))
#: Where such a thing stands before its amount or behind it: *a loan of $40 million*, *the $40 million loan*.
BEFORE = Pattern(
    rf"(?P<lead>\b[\w’']+\s+)?(?P<noun>\b(?:{NAMES}|{VERBS}))\s+(?:(?:of|worth|was\s+(?:put|set)\s+at)\s+|(?:[A-Z][\w’-]+\s+){{0,3}})(?:about\s+)?\Z"
)
BEHIND = Pattern(rf"[\s-](?:[a-z]+\s+)?(?P<noun>{NAMES})\b")
LEAD = Pattern(r"(?P<lead>[\w’']+)\s+\Z")
#: Words that take it for known, before it.
KNOWN = frozenset("the this that its his her their".split())
#: Words that tell one from another of the kind.
OTHERS = frozenset(
    """second third another other first separate new earlier previous previously original originally initial initially
    reduced extra additional annual yearly further last next each every per later raised cut increased up down maximum
    total combined average between former latest instead rather than compared proposed""".split()
)
#: How far back of an amount its noun is looked for.
REACH = 60
#: Amounts that differ by less are one, rounded.
CLOSE = 0.1
AGE = Pattern(r",\s(?P<age>\d{2})(?=[,.;])|\s\((?P<paren>\d{2})\)")
#: How many characters before its number.
AGE_BEGINS = 2
#: The name before it.
NAME = Pattern(r"(?<![\w’'-])(?P<name>(?:[A-ZÀ-Ý][\w’'-]+\s+){0,2}[A-ZÀ-Ý][\w’'-]+)\Z")
FACTORS = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5}


class Odd(NamedTuple):
    """A number that does not go with what stands elsewhere."""

    message: str
    span: Span
    related: Span


def odd_numbers(item: Item) -> Iterator[Odd]:
    """All of them, in no order."""
    yield from _sums(item)
    yield from _by_place(item)
    yield from _amounts(item)
    yield from _ages(item)


def _value(number: str) -> int:
    low = number.lower()
    return SMALL.index(low) if low in SMALL else int(low.replace(",", ""))


def _sums(item: Item) -> Iterator[Odd]:
    """Parts that are more than the whole, or that are all of it and less."""
    analysis, text = item.analysis, item.text
    for sentence in _with_numbers(item):
        pattern = _of_what(analysis.narrated(sentence))
        match = pattern.compiled.search(text, sentence.span.start, sentence.span.end) if pattern else None
        if match is None or not _is_told(item, sentence, match.start()):
            continue
        end = min([sentence.span.end, *(at for sign in ";—" if (at := text.find(sign, match.end())) >= 0)])
        parts = [_value(part["part"]) for part in PART.compiled.finditer(text, match.end(), end)]
        words = set(re.findall(r"[a-z]+", text[match.end() : end].lower()))
        if not 1 < len(parts) < 7 or not PARTLY.isdisjoint(words) or "and" not in words:
            continue
        given = match["whole"]
        whole, where = (_value(given), Span(*match.span())) if given else _toll(item, match["noun"])
        if whole is None or where is None or analysis.in_quotation(where):
            continue
        # A list behind a colon is the whole of it; elsewhere the rest may be untold.
        if sum(parts) > whole or (pattern is LISTED and sum(parts) < whole <= 2 * sum(parts)):
            message = f"{' + '.join(map(str, parts))} is {sum(parts)}, and not {whole}"
            yield Odd(message, Span(match.start(), end), where)


def _of_what(words: frozenset[str]) -> Pattern | None:
    """How a sentence may tell the whole, by its words."""
    if ":" in words:
        return LISTED
    if "whom" in words or "which" in words:
        return WHO
    return OF if "of" in words and "," in words else None


def numbers_of(item: Item) -> tuple[int, ...]:
    """Where numbers stand among the words of an item."""
    return _numbers(item.analysis.tokens)


@lru_cache(maxsize=2)
def _numbers(tokens: Tokens) -> tuple[int, ...]:
    return tuple(sorted([*tokens.having(tokens.figures), *tokens.having(COUNTS)]))


def _with_numbers(item: Item) -> list[Sentence]:
    """The sentences with two numbers and more."""
    analysis, tokens = item.analysis, item.analysis.tokens
    starts = analysis.elements.starts
    places = [bisect_right(starts, tokens.starts[i], 1) - 1 for i in numbers_of(item)]
    return [analysis.sentences[index] for index in sorted({one for one, next_ in pairwise(places) if one == next_})]


def _by_place(item: Item) -> Iterator[Odd]:
    """The dead of several places, and another number of all of them."""
    places = list(everywhere(PLACES, item.analysis))
    whole = list(ALL.finditer(item.text)) if len(places) == 1 else []
    if len(whole) != 1 or whole[0].start() < places[0].end():
        return
    parts = [_value(one["part"]) for one in PART.compiled.finditer(item.text, *places[0].span())]
    sentence = item.analysis.sentence_at(places[0].start())
    around = item.analysis.narrated(sentence) | item.analysis.narrated(item.analysis.sentence_at(whole[0].start()))
    total = _value(whole[0]["all"])
    if len(parts) > 1 and sum(parts) != total and (PARTLY - INCLUDING).isdisjoint(around):
        message = f"{' + '.join(map(str, parts))} is {sum(parts)}, and not {total}"
        yield Odd(message, Span(*whole[0].span()), Span(*places[0].span()))


def _toll(item: Item, noun: str) -> tuple[int | None, Span | None]:
    """The one number of dead that the item gives."""
    if noun.lower() not in DEAD:
        return None, None
    found = [
        (_value(match["lives"] or match["killed"] or match["died"]), Span(*match.span()))
        for match in TOLL.finditer(item.text)
        if not item.analysis.in_quotation(Span(*match.span()))
    ]
    return found[0] if len(found) == 1 else (None, None)


def _amounts(item: Item) -> Iterator[Odd]:
    """Another amount for what the item takes for known: *the $75 million sale* behind *sold $60 million*."""
    if not has(item, NOUN_WORDS):
        return
    first: dict[tuple[str, ...], list[tuple[float, Span]]] = {}
    seen: set[tuple[str | float, ...]] = set()
    analysis, text = item.analysis, item.text
    for match in MONEY.finditer(text):
        before = BEFORE.compiled.search(text, max(0, match.start() - REACH), match.start())
        behind = BEHIND.match(text, match.end())
        found = before or behind
        sentence = analysis.sentence_at(match.start())
        # "US$" and "A$" are two.
        sign = text[max(0, match.start() - 2) : match.start("sum")].strip(" .(").split()[-1:]
        value = float(match["sum"].replace(",", "").rstrip(".")) * FACTORS.get((match["unit"] or "").lower(), 1.0)
        # An amount that was told before is that of something told before.
        is_new = (*sign, value) not in seen
        seen.add((*sign, value))
        if found is None or not _is_told(item, sentence, match.start()):
            continue
        led = before or LEAD.compiled.search(text, max(0, match.start() - REACH), match.start())
        lead = (led["lead"] or "").strip().lower() if led else ""
        span = Span(before.start("noun") if before else match.start(), match.end() if before else found.end())
        noun = NOUNS[found["noun"].lower()]
        known = found["noun"] == noun and (lead in KNOWN or lead.endswith(("’s", "'s")))
        told = first.setdefault((noun, *sign), [])
        apart = not OTHERS.isdisjoint(analysis.narrated(sentence))
        if (
            known
            and is_new
            and len(told) == 1
            and not apart
            and abs(value - told[0][0]) > CLOSE * max(value, told[0][0])
        ):
            was = told[0][1]
            yield Odd(f"{span.of(text)!r} is {was.of(text)!r} elsewhere", span, was)
        # Of several of a kind nobody knows which is meant.
        told += [(value, span)] * (2 if apart else 1)


def _ages(item: Item) -> Iterator[Odd]:
    """Two ages of one person: *Mira Holt, 43, …*, and later *Holt, 47, …*."""
    tokens = item.analysis.tokens
    # Two ages are two numbers, of two digits in the text, whatever is tied to them.
    figures = frozenset([low for low in tokens.figures if len(low) == 2 or not low.isdecimal()])
    if len(figures) < 2:
        return
    full: dict[str, set[str]] = {}
    ages: dict[str, tuple[int, Span]] = {}
    for i in tokens.having(figures):
        match = AGE.compiled.match(item.text, max(0, tokens.starts[i] - AGE_BEGINS))
        if match is None:
            continue
        named = NAME.compiled.search(item.text, max(0, match.start() - REACH), match.start())
        if named is None:
            continue
        span = Span(named.start(), match.end())
        names = named["name"].split()
        surname = names[-1]
        people = full.setdefault(surname, set())
        if len(names) > 1:
            people.add(" ".join(names[-2:]))
        age = int(match["age"] or match["paren"])
        if surname in ages and ages[surname][0] != age and len(people) == 1 and not item.analysis.in_quotation(span):
            yield Odd(f"{span.of(item.text)!r} is {ages[surname][0]} elsewhere", span, ages[surname][1])
        ages.setdefault(surname, (age, span))


def _is_told(item: Item, sentence: Sentence, at: int) -> bool:
    return sentence.is_read and not item.analysis.in_quotation(Span(at, at + 1))
