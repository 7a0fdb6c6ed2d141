"""Attributions beside the narration: in headlines, and inside somebody's words.

They stand in the record and no rule reads them. Whoever is quoted answers for what others say, think or want by that
quotation; and a headline only sums up what the text must say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso.analysis.elements import Element, elements
from sayso.analysis.flags import CANDIDATE, OPENING, VERB
from sayso.analysis.learned import LearnedFinder
from sayso.analysis.sentences import sentences
from sayso.analysis.sources import read_source
from sayso.analysis.sureness import measured
from sayso.records.parts import Attribution, Link
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.analysis import Analysis
    from sayso.analysis.cue_parts import Found

#: What a sentence without attributions has no word of.
CUES = VERB | CANDIDATE | OPENING
#: A quotation of fewer words tells of nobody else.
FEWEST = 4


class Voice(NamedTuple):
    """A headline or somebody's words, as the elements of their sentences.

    Attributes:
        owner: The attribution that the words are the content of.
    """

    sentences: list[list[Element]]
    owner: Attribution | None
    quoted: bool


def voices(analysis: Analysis) -> Iterator[Voice]:
    """The headlines of an item, then its quotations and turns, each in order."""
    for sentence in analysis.sentences:
        if sentence.section.kind == "headline":
            yield Voice([analysis.elements[sentence.index]], None, False)
    owners: list[tuple[Span, Attribution | None]] = [
        (Span(*quotation.inner), analysis.owner(quotation))
        for _, quotation in analysis.numbered_quotations
        if quotation.inner[0] < quotation.inner[1]
    ]
    by_content = {one.content[0]: one for one in analysis.attributions if one.cue_lemma == ":"}
    owners += [(turn.words, by_content.get(turn.words)) for turn in analysis.turns]
    for span, owner in sorted(owners, key=lambda one: one[0]):
        pack = analysis.pack
        inner = [
            elements(analysis.text, sentence, analysis.tokens, [], [], pack.abbreviations)
            for sentence, _ in sentences(analysis.text, (span,), (), pack.abbreviations, lambda _: False)
        ]
        if sum(map(len, inner)) >= FEWEST:
            yield Voice(inner, owner, True)


def nested(analysis: Analysis) -> tuple[Attribution, ...]:
    """The attributions in headlines and inside quotations and turns; the latter are `via` what holds them."""
    made: list[Attribution] = []
    flags = analysis.pack.flags
    first = len(analysis.attributions) + 1
    for voice in voices(analysis):
        model = analysis.pack.model if analysis.learned else None
        finder = LearnedFinder(analysis.pack, voice.sentences, [0] * len(voice.sentences), model)
        for index, els in enumerate(voice.sentences):
            if not any(flags.get(el.low, 0) & CUES for el in els):
                continue
            for found in finder.found(index):
                made.append(_attribution(analysis, found, voice, f"a{first + len(made)}"))
    return tuple(made)


def _attribution(analysis: Analysis, found: Found, voice: Voice, identity: str) -> Attribution:
    owner = voice.owner
    source = read_source(analysis.text, found.source, analysis.pack) if found.source else None
    own = source is not None and source.kind == "pronoun" and source.head in analysis.pack.own_voice
    speaker = owner.speaker if own and owner is not None else None
    chain = owner.chain if owner is not None else (Link("author", "writes", "author", False),)
    if source is not None and not voice.quoted:
        speaker = analysis.known_speaker(source)
    if source is not None and not own:
        words = source.name or source.mention.of(analysis.text)
        chain = (*chain, Link(words, found.lemma, source.kind, source.named and source.kind != "pronoun"))
    return Attribution(
        id=identity,
        mode="hedge" if found.cue_class == "hedge" else "indirect",
        cue_lemma=found.lemma,
        cue_class=found.cue_class,
        source=(source.span,) if source else (),
        cue=found.cue,
        content=found.content,
        chain=chain,
        speaker=speaker,
        addressee=found.addressee,
        governs=False,
        via=owner.id if owner is not None else None,
        quoted=voice.quoted,
        confidence=measured(analysis.pack, found.pattern, found.confidence, sourced=bool(found.source)),
    )
