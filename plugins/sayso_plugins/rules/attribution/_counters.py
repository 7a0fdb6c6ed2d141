"""Whether somebody beside a figure may be who counted. Origin of the words: written for sayso."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Pattern
from sayso_plugins.rules.attribution._nearby import in_account, lead_of, tells_other

if TYPE_CHECKING:
    from sayso import Analysis, Attribution, Item, Sentence, Span

#: Whose figure it is, told by *per*: *up by a third, per Norbank*.
PER = Pattern(
    r",\s+per\s+(?:the\s+)?[A-ZÀ-Ý]|,\s+the\s+(?:[a-z]{2,14}\s+){1,3}(?:count|reckon|calculate)s?(?=[.;]|\s+(?:on|from|by)\b)|\b[BbOo][yn]\s+(?:the\s+|(?:his|her|its|their)\s+(?:own\s+)?)?(?:latest\s+|own\s+)?"
    r"(?:account|reckoning|count|tally|calculation)s?\b|\b[Bb]y\s+(?:the\s+)?(?:[\w-]{2,20}\s+)?[\w-]{2,20}[’']s?\s+own\s+(?:numbers|count|tally|estimate)s?\b",
    needs=(", per ", "account", "reckon", "count", "tally", "calculat", " own "),
)
WHOSE = frozenset(
    """per account accounts reckoning reckon reckons count counts calculate calculates tally calculation
    calculations numbers""".split()
)
#: Papers that give a run of figures, where somebody is said to tell or publish them in one.
SHEET = Pattern(
    r"\b(?:[Ii]n|[Ww]ith)\s+(?:(?:its|the|an?|their|his|her|our)\s+)?(?:[\w’-]+\s+){0,3}?"
    r"(?:results|accounts|filings?|prospectus|trading\s+update|annual\s+report|earnings|paper)\b",
    needs=("results", "accounts", "filing", "prospectus", "update", "report", "earnings", "paper"),
)
#: How many sentences back in the paragraph a source is looked for.
BACK = 6
#: Words that lead back to the figures of the sentence before.
BACK_TO = frozenset("the this these those that its their such it they both all".split())
OWN = ("its ", "his ", "her ", "their ")
#: Who may have counted nothing.
UNNAMED = frozenset({"unnamed_person", "unnamed_collective"})
#: How many sentences before may say who counted.
SPEAKS = 1
#: Words that name what a figure is from, without a verb of saying.
ORIGIN = frozenset(
    """figures statistics data survey surveys poll polls census audit report reports study studies research estimates
    estimate released published analysis review according bulletin register gazette index
    measure gauge respondents surveyed polled""".split()
)
#: What stands before a colon, and is what the list behind it is from.
LISTS = ORIGIN | {"results", "accounts", "filing", "earnings", "numbers"}
#: Those that name it so clearly that the sentences behind rest on it.
SERIES = ORIGIN - frozenset(
    "released published review according measure gauge index analysis bulletin register gazette".split()
)


def needs_source(item: Item, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether neither the sentence of a figure nor one beside it says who counted, or what the figure is from."""
    analysis = item.analysis
    if analysis.sourced_by(sentence) or names_origin(item, sentence, words):
        return False
    if any(_gives_source(item, sentence, near) for near in _beside(analysis, sentence)) or _of_sheet(item, sentence):
        return False
    if in_account(item, sentence) or _opens_for_source(item, sentence):
        return False
    return not analysis.may_be_sourced(sentence)


def _opens_for_source(item: Item, sentence: Sentence) -> bool:
    """Whether a figure is the lead, alone in its paragraph, and the next one opens with who tells more of the matter.

    *Cases of cholera rose to 118.* is what *the health director said* behind it.
    """
    sentences = item.analysis.sentences
    behind = sentences[sentence.index + 1 : sentence.index + 2]
    if not behind or lead_of(item, sentence) is not sentence:
        return False
    near = behind[0]
    told = item.analysis.sourced_by(near) if near.paragraph != sentence.paragraph else None
    return told is not None and _has_weight(item.analysis, told, True) and not tells_other(item, sentence, near)


def _of_sheet(item: Item, sentence: Sentence) -> bool:
    """Whether a figure goes on with what a paper gives: *It sold less, it said in its results. Debt is $94m.*.

    The paper is told of before it, in its paragraph or the one before, and nobody else has spoken since. One that is
    announced before a colon, *here is what the audit says:*, goes on until somebody else speaks.
    """
    analysis = item.analysis
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        near = analysis.sentences[index]
        if near.section.id != sentence.section.id:
            return False
        if item.text[near.span.start : near.span.end].rstrip().endswith(":") and LISTS & analysis.narrated(near):
            return True
        if near.paragraph < sentence.paragraph - 1:
            continue
        if SHEET.search(item.text, *_ends(near)) is not None:
            return True
        if analysis.attributions_in(near):
            return False
    return False


def names_origin(item: Item, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether the sentence of a figure itself says what it is from, or whose it is."""
    if not ORIGIN.isdisjoint(words):
        return True
    return not WHOSE.isdisjoint(words) and PER.search(item.text, *_ends(sentence)) is not None


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _beside(analysis: Analysis, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before this one in its paragraph, the one before that, and the one behind it in the paragraph."""
    behind = sentence.index + 1
    if behind < len(analysis.sentences) and analysis.sentences[behind].paragraph == sentence.paragraph:
        yield analysis.sentences[behind]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        yield analysis.sentences[index]
        if analysis.sentences[index].paragraph != sentence.paragraph:
            return


def _gives_source(item: Item, sentence: Sentence, near: Sentence) -> bool:
    """Whether a sentence of the paragraph says who counted, or one speaks of what the figure is from."""
    analysis = item.analysis
    words = analysis.narrated(near)
    own = near.paragraph == sentence.paragraph
    behind = near.index > sentence.index
    # What the paragraph before is from is that of a figure with which the next one begins.
    if not SERIES.isdisjoint(words) and (own or near.index == sentence.index - 1):
        return not behind or not _turns_to_another(analysis, near)
    if not own or sentence.index - near.index > SPEAKS:
        return False
    told = analysis.sourced_by(near)
    if told is None or not _has_weight(analysis, told, behind):
        return False
    # Who speaks next of something else has not counted this: *Births have halved. The ferry was late, the port said.*
    return not behind or not tells_other(item, sentence, near)


def _turns_to_another(analysis: Analysis, near: Sentence) -> bool:
    """Whether the sentence behind begins with figures of its own: *Seven in ten …, a poll says*."""
    elements = analysis.narration(near)
    at = next((i for i, el in enumerate(elements) if el.low in SERIES), 0)
    return not BACK_TO.intersection(el.low for el in elements[max(0, at - 4) : at]) and elements[0].low not in BACK_TO


def _has_weight(analysis: Analysis, told: Attribution, behind: bool) -> bool:
    """Whether who speaks beside a figure may be who counted: no unnamed people behind it, nor *the local press*."""
    source = analysis.source_of(told)
    if source is None or source.named or _has_capital(analysis, source.span):
        return True
    # "Its accounts show": the books of a house.
    if source.span.of(analysis.text).lower().startswith(OWN):
        return True
    return source.kind != "media" and not (behind and source.kind in UNNAMED)


def _has_capital(analysis: Analysis, span: Span) -> bool:
    """Whether a phrase has a capital that is not that of its sentence: a name that no list has."""
    opens = analysis.sentence_at(span.start).span.start == span.start
    return any(word[:1].isupper() for word in span.of(analysis.text).split()[opens:])
