"""What the analysis writes into a record: speakers and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.analysis.analysis import ANALYSIS
from sayso.records.fact import Fact
from sayso.records.voices import Anonymity, Quote, Speaker
from sayso.text.pattern import Pattern
from sayso.text.selectors import TextSelector
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.analysis import Analysis
    from sayso.analysis.speakers import Cast, Entity

ALTERED = Pattern(r"\[[^\]\n]{0,80}\]|\.\.\.|…")
#: A fragment of fewer words that nobody is said to have said is a scare quotation.
FEW_WORDS = 4


def speakers(analysis: Analysis, cast: Cast) -> tuple[Speaker, ...]:
    """Everybody to whom an item attributes words."""
    return tuple(
        Speaker(
            id=entity.id,
            surface=entity.surface,
            kind=entity.kind,
            named=entity.named,
            role=_role(analysis, entity),
            mentions=_apart(entity.mentions),
            name=entity.name,
            anonymity=_anonymity(analysis, entity),
        )
        for entity in cast.entities
    )


def _apart(mentions: Iterable[Span]) -> tuple[Span, ...]:
    """The places in their order, each once: of a phrase and the name in it, the phrase."""
    found: list[Span] = []
    for place in sorted(mentions):
        if not found or not place.overlaps(found[-1]):
            found.append(place)
        elif len(place) > len(found[-1]):
            found[-1] = place
    return tuple(found)


def _anonymity(analysis: Analysis, entity: Entity) -> Anonymity:
    """Whether the item says, in a sentence where it leads to one without a name, that the name is withheld, and why."""
    if entity.kind not in ("unnamed_person", "unnamed_collective"):
        return Anonymity()
    for place in entity.mentions:
        span = analysis.sentence_at(place.start).span
        match = analysis.pack.anonymity.search(analysis.text, span.start, span.end)
        if match is not None:
            return Anonymity(stated=True, reason=match.group("reason"))
    return Anonymity()


def _role(analysis: Analysis, entity: Entity) -> Fact[str]:
    if entity.role and entity.role_span:
        selector = TextSelector.for_span(entity.role_span, analysis.text)
        return Fact.extracted(
            entity.role,
            ANALYSIS,
            selectors=(selector,),
            content_sha256=analysis.record.content.sha256,
            confidence=0.85,
        )
    return Fact.missing(ANALYSIS, looked_in=("words before and behind the name",))


def quotes(analysis: Analysis) -> tuple[Quote, ...]:
    """The quotations of an item with who is said to have said them."""
    missing: Fact[str] = Fact.missing(ANALYSIS, looked_in=("words around the quotation",))
    language: Fact[str] = _given_language(analysis) or missing
    translated: Fact[bool] = Fact.missing(ANALYSIS, looked_in=("words around the quotation",))
    found: list[Quote] = []
    first_of: dict[str, str] = {}
    for identity, quotation in analysis.numbered_quotations:
        owner = analysis.owner(quotation)
        continues = first_of.get(owner.id) if owner else None
        if owner and continues is None:
            first_of[owner.id] = identity
        words = len(re.findall(r"\w+", analysis.text[slice(*quotation.inner)]))
        split = owner is not None and len(owner.content) > 1 and owner.mode == "direct"
        if owner is not None and owner.mode == "direct":
            kind = "direct.split" if split else "direct"
        else:
            kind = "fragment" if owner or words >= FEW_WORDS else "scare"
        found.append(
            Quote(
                id=identity,
                span=quotation.span,
                kind=kind,
                altered=bool(ALTERED.search(analysis.text, *quotation.inner)),
                original_language=language,
                translated=translated,
                speaker=owner.speaker if owner else None,
                via=analysis.attribution(owner.via).speaker if owner and owner.via else None,
                continues=continues,
            )
        )
    return tuple(found)


def _given_language(analysis: Analysis) -> Fact[str] | None:
    given = analysis.record.extra.get("original_language")
    if not isinstance(given, str):
        return None
    return Fact.asserted(given, ANALYSIS, pointer="/original_language")
