"""Wrongs, faults and motives that are told in a phrase, of which no single word is contestable: *in the pay of*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso import Claim, Item, Pattern, Sentence, Span, WordList
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.attribution._deed_phrases import CRIMES, DEEDS, HELPED, Told
from sayso_plugins.rules.attribution._fault_phrases import FAULTS

#: Fiction tells such things of nobody.
FICTION = frozenset(
    "film films novel novels play series drama thriller character characters plot musical opera".split()
)
SUPPOSED = frozenset({"if", "whether", "unless", "suspect", "suspects", "suspected", "alleged", "accused", "accuse"})
NOT = frozenset({"not", "never", "no", "nobody", "denied", "denies", "without"})
#: The past of a refusal: *because its pump would not start*.
WOULD = frozenset({"would", "wouldn’t"})
#: How many words a negation may stand before what it takes back.
BEFORE = 5
#: What a claim without words of the closed lists may rest on: nothing.
STANDINGS = frozenset({"unsourced", "observation", "background"})
#: For how many years a wrong that no court has heard of is no history.
LIVING = 15


TOLD = (*DEEDS, *FAULTS)
#: By each word, the expressions that are tried near it.
KEYS: dict[str, list[int]] = {}
for _number, _told in enumerate(TOLD):
    for _key in _told.keys:
        KEYS.setdefault(_key, []).append(_number)
KEY_WORDS = WordList(KEYS)
YEAR = Pattern(r"\b(?:1[0-9]|20)\d\d\b")


class Deed(NamedTuple):
    """A phrase and what it claims."""

    why: str
    phrase: Span


def deeds(item: Item) -> dict[int, Deed]:
    """The first such phrase of each sentence of the news, by the number of the sentence."""
    found: dict[int, Deed] = {}
    analysis = item.analysis
    for phrase, one in _places(item):
        sentence = analysis.sentence_at(phrase.start)
        if sentence.index in found or not sentence.is_read or sentence.section.kind != "news":
            continue
        if phrase.end > sentence.span.end or analysis.in_quotation(phrase):
            continue
        if _is_told(item, sentence, phrase) and (one.pattern is not HELPED or _is_crime(item, sentence)):
            found[sentence.index] = Deed(one.why, phrase)
    return found


def _places(item: Item) -> Iterator[tuple[Span, Told]]:
    """Where the phrases stand: each is tried around its words alone, which most items do not have."""
    words = words_of(item)
    keys = KEY_WORDS & words
    tried = {one for key in keys for one in KEYS[key] if not TOLD[one].also or not TOLD[one].also.isdisjoint(words)}
    if not tried:
        return
    tokens = item.analysis.tokens
    ends = dict.fromkeys(tried, -1)
    for i in tokens.having(keys):
        at = tokens.starts[i]
        for number in KEYS[tokens.lows[i]]:
            if number in tried:
                one = TOLD[number]
                for match in one.pattern.compiled.finditer(item.text, max(0, at - one.reach[0]), at + one.reach[1]):
                    if match.end() > ends[number]:
                        ends[number] = match.end()
                        yield Span(*match.span()), one


def stands_bare(item: Item, claim: Claim, deed: Deed) -> bool:
    """Whether nobody is the source of the phrase, in the sentence or from the sentences before."""
    sentence = item.analysis.sentence_at(claim.span.start)
    if claim.standing not in STANDINGS or item.analysis.may_be_sourced(sentence, deed.phrase):
        return False
    return claim.standing != "background" or (deed.why != "a motive" and _is_recent(item, sentence))


def _is_recent(item: Item, sentence: Sentence) -> bool:
    """Whether no year of the sentence is long before the item."""
    anchor = item.record.anchor
    years = [int(found) for found in YEAR.findall(sentence.span.of(item.text))]
    return anchor is not None and all(int(anchor.value[:4]) - year <= LIVING for year in years)


def _is_told(item: Item, sentence: Sentence, phrase: Span) -> bool:
    """Whether it is told flatly: not denied, not supposed, in no story."""
    words = item.analysis.narrated(sentence)
    if not (item.pack.uncontested - WOULD).isdisjoint(words) or not FICTION.isdisjoint(words):
        return False
    if not WOULD.isdisjoint(words) and "not" not in words and "wouldn’t" not in words:
        return False
    els = item.analysis.elements[sentence.index]
    near = {el.low for el in [el for el in els if el.start < phrase.start][-BEFORE:]}
    within = {el.low for el in els if phrase.start <= el.start < phrase.end}
    unreal = item.pack.grammar.unreal - WOULD
    return SUPPOSED.isdisjoint(words) and not (NOT | unreal) & near and not unreal & within


def _is_crime(item: Item, sentence: Sentence) -> bool:
    return not CRIMES.isdisjoint(item.analysis.narrated(sentence))
