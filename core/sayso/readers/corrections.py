"""Corrections: notes that say what was wrong with an item, as a reader states them and as a text shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.readers.dates import full_date
from sayso.records.fact import Fact, SourceField
from sayso.records.values import DateValue
from sayso.records.voices import Correction
from sayso.text.pattern import Pattern
from sayso.text.selectors import TextSelector
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.readers.draft import Draft

#: How a paragraph begins that corrects the item: a label in its own right, or a sentence about the item.
NOTE = Pattern(
    r"[(\[*_]{0,3}(?:(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?|Errat(?:um|a)|ERRAT(?:UM|A)|Berichtigung"
    r"|Korrektur|Richtigstellung|Corrección|Fe\s+de\s+erratas|Fe\s+de\s+errores|Rectificatif|Rettelser?|Correctie"
    r"|Correzione)[*_]{0,2}(?:[ \t]{0,3}[:–—]|(?=[^:\n–—]{0,40}\d)[^:\n–—]{1,44}[:–—])"
    r"|[Tt]his\s(?:story|article|report|post|item|piece|page|column|headline)\s(?:has\s(?:since\s)?been|was)\s"
    r"(?:corrected|amended)\b(?!\sby\s))",
    needs=(
        *("correct", "clarif", "errat", "amended", "berichtigung", "korrektur", "richtigstellung", "correcc"),
        *("fe de err", "rectificatif", "rettelse", "correzione"),
    ),
)
#: In how many code points of a note its date is looked for.
NEAR = 240


def corrected(draft: Draft, places: tuple[Span | str, ...], date: DateValue | None, confidence: float) -> Correction:
    """A correction with its evidence.

    Args:
        places: Of the note, and of its date where that is another: spans of the text or pointers into the metadata.
    """
    at, when = places[0], places[-1]
    field = None if isinstance(at, Span) else SourceField(at, draft.raw_sha256)
    fact: Fact[DateValue]
    if date is None:
        said = f"{at.start}-{at.end}" if isinstance(at, Span) else at
        fact = Fact.missing(draft.plugin, looked_in=(f"the note of the correction ({said})",), at=draft.at)
    elif isinstance(when, Span):
        selectors = (TextSelector.for_span(when, draft.text),)
        fact = Fact.extracted(
            date, draft.plugin, selectors=selectors, content_sha256=draft.sha256, confidence=confidence, at=draft.at
        )
    else:
        fact = Fact.asserted(date, draft.plugin, pointer=when, document_sha256=draft.raw_sha256, at=draft.at)
    span = at if isinstance(at, Span) else None
    return Correction(span, fact, span.of(draft.text) if span is not None else None, source_field=field)


def state_corrections(draft: Draft) -> None:
    """State the paragraphs of the text that say that they correct it, unless a correction is stated there already."""
    if not NOTE.possible(draft.text):
        return
    for part in draft.layout.paragraphs:
        if NOTE.compiled.match(draft.text, part.start, part.end):
            state_correction(draft, part)


def state_correction(draft: Draft, note: Span) -> None:
    """State a stretch of the text as a correction, with the day that it gives."""
    if any(one.span is not None and one.span.overlaps(note) for one in draft.corrections):
        return
    head = draft.text[note.start : min(note.end, note.start + NEAR)]
    day = full_date(head, draft.pack)
    start = note.start + head.index(day.raw) if day is not None else 0
    draft.correction(note, date=day, date_at=Span(start, start + len(day.raw)) if day is not None else None)
