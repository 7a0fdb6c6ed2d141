"""Those of whom an item, or somebody in it, tells a wrong."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso import Item, Span, WordList
from sayso_plugins.rules._genre import is_report
from sayso_plugins.rules._near import has
from sayso_plugins.rules.sourcing._accused import (
    BE,
    BODIES,
    BOSSES,
    DEED_NEAR,
    DID,
    GRAVE,
    NEAR,
    NOT,
    PAID,
    PASSIVE,
    QUOTES,
    SUITS,
    WRONGS,
    at_a_place,
    behind_name,
    did_wrong,
    is_authority,
    is_past,
    name_size,
    recurs,
    subject_of,
)
from sayso_plugins.rules.sourcing._blamed import HISTORIANS, Blamed, blamed, blamed_flatly
from sayso_plugins.rules.sourcing._charges import charged, known_body
from sayso_plugins.rules.sourcing._deeds import DEED, DEEDS, FLAT

if TYPE_CHECKING:
    import re

    from sayso import Attribution, LanguagePack, Sentence

ACCUSED = WordList({"accused"})

#: Nobody has said it but the item.
BARE = frozenset({"unsourced", "hedged", "observation"})


@lru_cache(maxsize=2)
def _signs(pack: LanguagePack) -> frozenset[str]:
    return WordList(DID.union(PAID, *(contest.triggers for contest in pack.contested if contest.name in GRAVE)))


def all_accused(item: Item) -> Iterator[tuple[Span, ...]]:
    """The names of those of whom a wrong is told, each with the words for the deed where those are found."""
    analysis = item.analysis
    signs = _signs(item.pack)
    starts = analysis.tokens.starts
    told = [starts[i] for i in analysis.tokens.having(DEEDS)]
    signed = [starts[i] for i in analysis.tokens.having(signs)]
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None or source.head in HISTORIANS:
            continue
        # A suspicion is no charge yet, and what is alleged is not yet proved.
        if is_authority(item, source) and attribution.cue_lemma not in ("suspect", "allege"):
            continue
        sentence = analysis.sentence_at((attribution.cue or attribution.content)[0].start)
        found = _deed(item, sentence, attribution, told) if told else None
        if found is not None:
            yield found
            continue
        if attribution.cue_class in ("reporting", "evidential"):
            suing = source.head in SUITS or attribution.cue_lemma == "allege"
            name = _sued(item, attribution) if suing else None
            # To accuse somebody of something says by itself that it is a wrong.
            if name is None and (attribution.cue_lemma == "accuse" or _within(attribution.content[0], signed)):
                name = _accused(item, sentence, attribution, signs)
            if name is not None:
                yield (name,)
    yield from charged(item)
    flat = has(item, FLAT)
    for claim in analysis.claims:
        if claim.standing in BARE:
            sentence = analysis.sentence_at(claim.span.start)
            found = _done(item, sentence, claim.span, told) if flat and not sentence.section.is_comment else None
            if found is not None:
                yield found
                continue
        if claim.standing == "unsourced" and set(claim.contestable.value or ()) & GRAVE:
            name = _flatly(item, analysis.sentence_at(claim.span.start))
            if name is not None:
                yield (name,)
    for sentence in analysis.sentences_with(ACCUSED):
        name = _passive(item, sentence) if sentence.is_read else None
        if name is not None:
            yield (name,)


def _within(span: Span, places: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, lies in a span."""
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


def all_blamed(item: Item) -> Iterator[Blamed]:
    """Those of whom somebody, or the item itself, says another wrong of a list, or what the model takes for one."""
    for attribution in item.analysis.attributions:
        source = item.analysis.source_of(attribution)
        if attribution.quoted or not attribution.content or source is None:
            continue
        if is_authority(item, source) and attribution.cue_lemma not in ("suspect", "allege"):
            continue
        found = blamed(item, attribution) if attribution.cue_class in ("reporting", "evidential") else None
        if found is not None:
            yield found
    if not is_report(item):
        return
    for claim in item.analysis.claims:
        if claim.standing in BARE:
            sentence = item.analysis.sentence_at(claim.span.start)
            found = blamed_flatly(item, sentence) if sentence.is_read and not sentence.section.is_comment else None
            if found is not None:
                yield found


def _deed(item: Item, sentence: Sentence, attribution: Attribution, told: Sequence[int]) -> tuple[Span, Span] | None:
    """The name or the body of which a source says such a deed, in its own words or in quoted ones."""
    if attribution.cue_class not in ("reporting", "evidential") and attribution.cue_lemma != "suspect":
        return None
    content = attribution.content[0]
    if attribution.cue and attribution.cue[-1].end <= content.start < sentence.span.end:
        # "The audit says Mira Holt, the teacher, sold …": what explains the name may seem to end it.
        content = Span(content.start, max(content.end, sentence.span.end))
    return _done(item, sentence, content, told) if sentence.is_read else None


def _done(item: Item, sentence: Sentence, content: Span, told: Sequence[int]) -> tuple[Span, Span] | None:
    """The name or the body that opens these words, where it is said to have done such a deed.

    Args:
        told: Where the words for such deeds stand.
    """
    if not _within(content, told):
        return None
    said = item.text[content.start : content.end]
    if DEEDS.isdisjoint(item.analysis.narrated(sentence)) and not any(mark in said for mark in QUOTES):
        return None
    deed = DEED.compiled.search(item.text, content.start, min(content.end, sentence.span.end))
    if deed is None:
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    if size == 0:
        placed = at_a_place(item, elements)
        if placed is not None:
            return placed, Span(*deed.span())
        size = known_body(item, elements)
        if size:
            return _of_deed(Span(elements[0].start, elements[size - 1].end), deed, item)
        body = next((i for i, el in enumerate(elements[:3]) if el.low in BODIES or el.low in BOSSES), None)
        names = [el for el in item.analysis.narration(sentence) if el.capital and el.start > sentence.span.start]
        if body is None or not names:
            return None
        if elements[0].low not in ("the", "its", "their") and not (elements[body].low in BOSSES and body < 2):
            return None
        first, size = 0, body + 1
    elif first == 0 and size == 1 and not recurs(item, elements[0].text, elements[0].start):
        return None
    return _of_deed(Span(elements[first].start, elements[first + size - 1].end), deed, item)


def _of_deed(span: Span, deed: re.Match[str], item: Item) -> tuple[Span, Span] | None:
    """Who is meant and the deed, where that stands near and is not denied."""
    before = item.text[span.end : deed.start()].lower().split()
    if deed.start() - span.end > DEED_NEAR or not NOT.isdisjoint(before):
        return None
    return span, Span(*deed.span())


def _sued(item: Item, attribution: Attribution) -> Span | None:
    """The name of whom a suit or somebody who alleges it tells anything: that is against them by itself."""
    content = attribution.content[0]
    sentence = item.analysis.sentence_at(content.start)
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    behind = [el.low for el in behind_name(elements, first, first + size)][:NEAR]
    if not size or not behind or not sentence.is_read or (size == 1 and content.start <= sentence.span.start):
        return None
    # What was done to them is no deed of theirs, and they may be those who sue.
    done = behind[0] in BE or (behind[0] in ("has", "have", "had") and behind[1:2] == ["been"])
    if done or NOT & set(behind) or not any(is_past(item, low) for low in behind[:3]):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _accused(item: Item, sentence: Sentence, attribution: Attribution, signs: frozenset[str]) -> Span | None:
    """The name that opens the words of the content, where a wrong is said of it right behind."""
    content = attribution.content[0]
    accuses = attribution.cue_lemma == "accuse"
    if not sentence.is_read or (not accuses and signs.isdisjoint(item.analysis.narrated(sentence))):
        return None
    elements = [el for el in item.analysis.narration(sentence) if content.start <= el.start < content.end]
    first, size = subject_of(item, elements)
    if size == 0 and accuses:
        # "Accused the school board of hiding leaks."
        first, size = 0, known_body(item, elements)
    if size == 0:
        return None
    behind = [el.low for el in behind_name(elements, first, first + size)]
    # "Thieves stole it": the capital may be that of the sentence.
    opens = first == 0 and size == 1 and content.start <= sentence.span.start and not accuses
    if opens and not recurs(item, elements[0].text, elements[0].start):
        return None
    if not (accuses and behind[:1] == ["of"]) and not did_wrong(item, [el.low for el in elements], behind[:NEAR]):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _flatly(item: Item, sentence: Sentence) -> Span | None:
    """The name of whom a sentence without a source says a wrong."""
    section = sentence.section
    if not sentence.is_read or section.is_comment:
        return None
    elements = [el for el in item.analysis.narration(sentence) if el.kind != "time"]
    first, size = subject_of(item, elements)
    behind = [el.low for el in elements[first + size : first + size + NEAR]]
    if size == 0 or not did_wrong(item, [el.low for el in elements], behind):
        return None
    # "Pirates seized it" opens with a noun; a name comes up again, or has more than a word.
    if size == 1 and first == 0 and not recurs(item, elements[0].text, elements[0].start):
        return None
    return Span(elements[first].start, elements[first + size - 1].end)


def _passive(item: Item, sentence: Sentence) -> Span | None:
    """The name in *Halvorsen has been accused of fraud*, at the beginning of a sentence."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    if "accused" not in lows:
        return None
    at = lows.index("accused")
    first = 1 if lows[0] == "the" else 0
    size = name_size(item, [el.text for el in elements[first:]])
    told = lows[first + size : at]
    if size == 0 or set(told) - PASSIVE or BE.isdisjoint(told):
        return None
    # "Accused by four former pupils of …".
    of = next((i for i in range(at + 1, min(at + 10, len(lows))) if lows[i] == "of" or elements[i].kind == "mark"), 0)
    if not of or lows[of] != "of" or (of > at + 1 and lows[at + 1] != "by"):
        return None
    told = lows[of + 1 : of + 5]
    of_wrong = not WRONGS.isdisjoint(told) or (told[:1] != [] and told[0].endswith("ing"))
    return Span(elements[first].start, elements[first + size - 1].end) if of_wrong else None


def last(name: str) -> str:
    """The last word of a name, in lower case."""
    return name.split()[-1].lower()
