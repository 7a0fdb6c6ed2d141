"""The claims of an item and their standing: what each sentence of the narration rests on.

The categories of contestable statements are those for which AP, Reuters, AFP and the BBC ask a source. A standing is
decided in this order: a source in the sentence, one that still speaks, a hedge, the genre, the public domain, the
lists, and for what these do not have the model of statements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sayso.analysis.analysis import ANALYSIS
from sayso.analysis.claims import Contested, contested, dated_in_the_past
from sayso.analysis.cue_parts import HEDGE
from sayso.analysis.flags import CONTESTED, OPINION
from sayso.records.fact import Fact
from sayso.records.parts import Attribution, Claim
from sayso.text.selectors import TextSelector

if TYPE_CHECKING:
    from sayso.analysis.analysis import Analysis
    from sayso.analysis.sentence import Sentence
    from sayso.analysis.statements import Statement

YEAR = re.compile(r"\d{4}")
#: Items that are somebody's own word as a whole: the one who releases them is the source of it all.
RELEASED = frozenset({"press_release", "statement"})
#: Sources whom nobody can ask.
VAGUE = frozenset({"media", "unnamed_collective", "unnamed_person"})
#: How sure the lists are, by what the words alone show; measured on the development sets.
SURE, UNSURE = 0.75, 0.6
#: Standings of statements that the lists do not have, and that the model is asked about.
UNLISTED = frozenset({"observation", "background"})
#: How it is known that a statement is contestable, where the lists do not say so.
BY_MODEL = "by the model of statements"
NOT_LISTED: Fact[Any] = Fact.missing(ANALYSIS, looked_in=("the closed lists of contestable statements",))


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """Every declarative sentence of the narration, with what it rests on."""
    found: list[Claim] = []
    anchor = analysis.record.anchor
    year = int(anchor.value[:4]) if anchor and anchor.value[:4].isdigit() else None
    lead = next((s for s in analysis.sentences if s.is_read), None)
    quotations = list(analysis.numbered_quotations)
    first = 0
    for sentence in analysis.sentences:
        span = sentence.span
        while first < len(quotations) and quotations[first][1].span.start < span.start:
            first += 1
        last = first
        while last < len(quotations) and quotations[last][1].span.start < span.end:
            last += 1
        if not sentence.is_read or not _declares(analysis, sentence):
            continue
        why = None
        if analysis.elements.flagged(sentence.index, CONTESTED):
            why = contested(analysis.text, analysis.elements[sentence.index], analysis.pack)
        own = analysis.attributions_in(sentence)
        by, standing = _standing(analysis, sentence, why, year, lead is sentence)
        contestable = _contestable(analysis, why)
        if why is None and standing in UNLISTED and not sentence.section.is_comment and not own:
            judged = analysis.statement(sentence)
            if judged is not None:
                contestable = _by_model(analysis, judged)
                # What will be is no background: "worse than in 2013".
                if standing != "background" or "prediction" in judged.names:
                    seen = analysis.may_be_sourced(sentence, judged.trigger)
                    standing = "attributed" if seen else "unsourced"
        found.append(
            Claim(
                id=f"c{len(found) + 1}",
                span=span,
                section=sentence.section.id,
                contestable=contestable,
                standing=standing,
                attribution=by.id if by is not None else None,
                quotes=tuple(name for name, _ in quotations[first:last]),
            )
        )
    return tuple(found)


def _declares(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence states something in words of its own: no question, no quotation alone, no turn."""
    if analysis.text[sentence.span.end - 1] == "?":
        return False
    if not analysis.elements.has_words(sentence.index):
        return False
    return not (analysis.turns and analysis.in_quotation(sentence.span))


def _standing(
    analysis: Analysis,
    sentence: Sentence,
    why: Contested | None,
    year: int | None,
    lead: bool,
) -> tuple[Attribution | None, str]:
    """The attribution that a sentence rests on, and its standing."""
    own = analysis.attributions_in(sentence)
    triggers = why.triggers if why is not None else (None,)
    by = next((one for at in triggers if (one := analysis.sourced_by(sentence, at)) is not None), None)
    by = by or analysis.carried_by(sentence)
    if by is not None:
        return by, "vague" if _is_vague(analysis, by) else "attributed"
    if any(one.cue_class == HEDGE for one in own):
        return None, "hedged"
    if lead and why is not None:
        by = _sourced_next(analysis, sentence)
        if by is not None:
            return by, "attributed"
    if analysis.record.item_type.value in RELEASED:
        return None, "attributed"
    past = _dated_in_the_past(analysis, sentence, year)
    if why is not None and not past:
        seen = any(analysis.may_be_sourced(sentence, at) for at in why.triggers)
        return None, "attributed" if seen else "unsourced"
    if sentence.section.is_comment or (
        analysis.elements.flagged(sentence.index, OPINION)
        and any(el.low in analysis.pack.opinion_words for el in analysis.elements[sentence.index])
    ):
        return None, "opinion"
    return None, "background" if past else "observation"


def _dated_in_the_past(analysis: Analysis, sentence: Sentence, year: int | None) -> bool:
    if YEAR.search(analysis.text, sentence.span.start, sentence.span.end) is None:
        return False
    return dated_in_the_past(analysis.elements[sentence.index], analysis.pack, year)


def _is_vague(analysis: Analysis, attribution: Attribution) -> bool:
    source = analysis.source_of(attribution)
    return source is not None and source.kind in VAGUE and not source.named


def _contestable(analysis: Analysis, why: Contested | None) -> Fact[tuple[str, ...]]:
    if why is None:
        return NOT_LISTED
    return Fact.extracted(
        why.categories,
        ANALYSIS,
        selectors=tuple(TextSelector.for_span(trigger, analysis.text) for trigger in why.triggers),
        content_sha256=analysis.record.content.sha256,
        confidence=SURE if len(why.categories) > 1 else UNSURE,
    )


def _by_model(analysis: Analysis, judged: Statement) -> Fact[tuple[str, ...]]:
    return Fact.extracted(
        judged.names,
        ANALYSIS,
        selectors=(TextSelector.for_span(judged.trigger, analysis.text),),
        content_sha256=analysis.record.content.sha256,
        confidence=judged.share,
        basis=BY_MODEL,
    )


def _sourced_next(analysis: Analysis, sentence: Sentence) -> Attribution | None:
    """A lead may give its source in the sentence behind it."""
    following = sentence.index + 1
    return analysis.sourced_by(analysis.sentences[following]) if following < len(analysis.sentences) else None
