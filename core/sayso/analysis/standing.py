"""The claims of an item and their standing: which have a source, which only a hedge, which none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.analysis.analysis import ANALYSIS
from sayso.analysis.claims import contested, dated_in_the_past
from sayso.analysis.cue_parts import HEDGE
from sayso.records.fact import Fact
from sayso.records.parts import Claim
from sayso.text.selectors import TextSelector

if TYPE_CHECKING:
    from sayso.analysis.analysis import Analysis
    from sayso.analysis.sentence import Sentence


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """The sentences that say something contestable, and whether they have a source."""
    found: list[Claim] = []
    anchor = analysis.record.anchor
    year = int(anchor.value[:4]) if anchor and anchor.value[:4].isdigit() else None
    lead = next((s for s in analysis.sentences if s.is_read), None)
    for sentence in analysis.sentences:
        if not sentence.is_read:
            continue
        els = analysis.narration(sentence)
        past = dated_in_the_past(els, analysis.pack, year)
        why = contested(analysis.text, els, analysis.pack, past) if els else None
        if why is None:
            continue
        span = sentence.span
        attributed = analysis.attributions_in(sentence)
        standing = "unsourced"
        if any(analysis.is_sourced(sentence, at) for at in why.triggers) or analysis.is_carried(sentence):
            standing = "attributed"
        elif any(a.cue_class == HEDGE for a in attributed):
            standing = "hedged"
        elif lead is sentence and _sourced_next(analysis, sentence):
            standing = "attributed"
        by = next((a.id for a in attributed if a.cue_class != HEDGE), None)
        selectors = tuple(TextSelector.for_span(trigger, analysis.text) for trigger in why.triggers)
        found.append(
            Claim(
                id=f"c{len(found) + 1}",
                span=span,
                section=sentence.section.id,
                contestable=Fact.extracted(
                    why.categories,
                    ANALYSIS,
                    selectors=selectors,
                    content_sha256=analysis.record.content.sha256,
                    confidence=0.7,
                ),
                standing=standing,
                attribution=by if standing == "attributed" else None,
                quotes=tuple(name for name, one in analysis.numbered_quotations if span.contains(one.span)),
            )
        )
    return tuple(found)


def _sourced_next(analysis: Analysis, sentence: Sentence) -> bool:
    """A lead may give its source in the sentence behind it."""
    following = sentence.index + 1
    return following < len(analysis.sentences) and analysis.is_sourced(analysis.sentences[following])
