"""The attributions of an item: its sentences in order, with the speakers, chains and carried-over sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.analysis.cue_parts import HEDGE, REPORTING, Found
from sayso.analysis.cues import CueFinder
from sayso.analysis.elements import MARK, QUOTE, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.narration import Narration
from sayso.analysis.quotations import Quotation
from sayso.analysis.sentence import Sentence
from sayso.analysis.sources import Source, read_source
from sayso.analysis.speakers import Cast, Entity, Scope
from sayso.analysis.sureness import measured
from sayso.analysis.transcripts import Turn
from sayso.frozen import evolve
from sayso.records.parts import WORDLESS, Attribution, Link
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.learned import Model

#: What somebody knows, hopes or wants is told by the author; only what somebody says, shows or believes is sourced.
#: Every chain begins with the one who wrote the item.
AUTHOR = Link("author", "writes", "author", False)

#: Pieces of what was said last that the next sentence may be one of.
PIECES = 8


class Attributions:
    """Reads the sentences of one item.

    Args:
        model: The learned part, where it decides; None lets the rules decide.
        ask: What the learned part finds in a sentence, where the rules decide and it is there.

    Attributes:
        made: The attributions found, in the order of the text.
        sources: The source phrase of each attribution that has one, by its id.
        cast: The speakers.
    """

    def __init__(
        self,
        text: str,
        pack: LanguagePack,
        sentences: Sequence[Sentence],
        elements: Narration,
        quotations: Sequence[Quotation],
        turns: Sequence[Turn],
        model: Model | None = None,
        ask: Callable[[int], Iterable[Found]] | None = None,
    ) -> None:
        self.text = text
        self.pack = pack
        self.sentences = sentences
        self.elements = elements
        self.quotations = quotations
        self.quotation_starts: list[int] = [quotation.span.start for quotation in quotations]
        self.turns = turns
        self.cast: Cast = Cast(text, pack, elements)
        self.made: list[Attribution] = []
        self.sources: dict[str, Source] = {}
        self._scope = Scope(0, 0, 0)
        self._read(model, ask)

    def _read(self, model: Model | None, ask: Callable[[int], Iterable[Found]] | None) -> None:
        """Read all sentences in order. Who is asked is not kept: it holds what this is a part of."""
        last: Attribution | None = None
        last_paragraph = paragraph = -1
        begins = 0
        made = self.made
        turn_starts = [turn.words.start for turn in self.turns]
        spoken_turns = 0
        found_in = self._by_rules if model is None else self._learned(model)
        for sentence in self.sentences:
            if not sentence.is_read:
                continue
            if sentence.paragraph != paragraph:
                paragraph, begins = sentence.paragraph, sentence.span.start
            self._scope = Scope(sentence.section.span.start, begins, sentence.span.start)
            reached = bisect_right(turn_starts, sentence.span.end)
            for turn in self.turns[spoken_turns:reached]:
                self._turn(turn)
            spoken_turns = max(spoken_turns, reached)
            before = bisect_right(turn_starts, sentence.span.end - 1) - 1
            if before >= 0 and self.turns[before].words.overlaps(sentence.span):
                continue
            may = self.elements.may_attribute(sentence.index, learned=model is not None)
            found = _without_nouns(found_in(sentence.index), self.pack) if may else []
            if not found and ask is not None:
                found = self._nameless(sentence.index, ask)
            if not may and not found:
                continue
            els = self.elements[sentence.index]
            if not found and last is not None and _only_quoted(els):
                near = sentence.paragraph == last_paragraph or self._continues(els)
                if near or (sentence.paragraph == last_paragraph + 1 and last.speaker):
                    # Words that stand alone in their marks go on with what was said: one utterance in several pieces.
                    said = (Span(el.start, el.end) for el in els if el.kind == QUOTE)
                    more = tuple(one for one in said if not any(c.contains(one) for c in last.content[-PIECES:]))
                    mode = "direct" if last.mode == "direct" else "mixed"
                    sure = last.confidence if near else round(min(last.confidence, 0.6), 2)
                    longer = evolve(last, content=(*last.content, *more), mode=mode, confidence=sure)
                    made[int(last.id[1:]) - 1] = last = longer
                    last_paragraph = sentence.paragraph
                continue
            begun = len(made)
            opening = self._dateline(begins) if found and begins == sentence.span.start else begins
            for one in found:
                self._make(one if opening == begins else _behind(one, opening))
                subjectless = self.pack.grammar.drops_subject and one.quoted and not one.source
                if subjectless and last is not None and sentence.paragraph == last_paragraph:
                    self._carry(last)
            self._nest(begun)
            self._carry_via(begun, last if sentence.paragraph == last_paragraph else None)
            spoken = [a for a in made[begun:] if a.source and a.gives_words]
            if spoken:
                innermost = [a for a in spoken if a.via] or spoken
                last, last_paragraph = innermost[-1], sentence.paragraph

    def _dateline(self, start: int) -> int:
        """Where a paragraph begins to speak: behind its dateline, if it has one."""
        match = self.pack.dateline.match(self.text, start)
        if match is None or (match["place"].isupper() is False and ":" in self.text[match.end("place") : match.end()]):
            return start  # "Ana Ruiz: The mill" is no place
        return match.end()

    def _nameless(self, index: int, ask: Callable[[int], Iterable[Found]]) -> list[Found]:
        """What the learned part sees of a sentence in which the rules see nothing, and one without a name may speak.

        *Experts warn*, *local media quoted*: what hides its source is to be found in all its forms.
        """
        nameless = self.pack.nameless
        places = [el.start for el in self.elements[index] if el.low in nameless]
        if not places or not self.elements.may_attribute(index, learned=True):
            return []
        return [
            one
            for one in ask(index)
            if one.cue_class == REPORTING
            and not one.quoted
            and any(s.start <= at < s.end for s in one.source for at in places)
        ]

    def _by_rules(self, index: int) -> list[Found]:
        return CueFinder(self.elements[index], self.pack).attributions()

    def _learned(self, model: Model) -> Callable[[int], list[Found]]:
        from sayso.analysis.learned import LearnedFinder

        paragraphs = [sentence.paragraph for sentence in self.sentences]
        return LearnedFinder(self.pack, self.elements, paragraphs, model).found

    def _continues(self, els: list[Element]) -> bool:
        first = next(el for el in els if el.kind == QUOTE)
        at = bisect_right(self.quotation_starts, first.start) - 1
        return self.quotations[at].continues

    def _turn(self, turn: Turn) -> None:
        identity = f"a{len(self.made) + 1}"
        self.sources[identity] = source = self._speaks(turn.who)
        entity = self.cast.resolve(source, self._scope) if source.name else None
        self.made.append(
            Attribution(
                id=identity,
                mode="direct",
                cue_lemma=":",
                cue_class="reporting",
                source=(turn.who,),
                # The mark behind the label; a bare "Q" is its own.
                cue=(Span(turn.label.end - 1, turn.label.end),),
                content=(turn.words,),
                chain=(AUTHOR, self._link(entity, ":")),
                speaker=entity.id if entity else None,
                confidence=0.9,
            )
        )

    def _speaks(self, who: Span) -> Source:
        """Who speaks behind a label: the one it names; behind *A:*, the one whom the item names before all turns."""
        label = who.of(self.text)
        does = self.pack.turn_labels.get(label.lower())
        if does is None:
            name: str | None = label.title() if label.isupper() and len(label) > 2 else label
            return Source(who, "person", name, None, True, False, label.lower(), who)
        # "Q" is nobody's name; who asks signs the item, or does not.
        name = self._interviewed if does == "answers" else None
        return Source(who, "person" if name else "pronoun", name, None, True, False, label.lower(), who)

    @cached_property
    def _interviewed(self) -> str | None:
        """The full name of the only person who is named before the first turn."""
        begin = self.turns[0].label.start
        before = [sentence.index for sentence in self.sentences if sentence.is_read and sentence.span.end <= begin]
        return self.cast.only_one(before)

    def _make(self, one: Found) -> None:
        identity = f"a{len(self.made) + 1}"
        source = read_source(self.text, one.source, self.pack) if one.source else None
        entity = None
        if source is not None:
            self.sources[identity] = source
            # What somebody wants or feels gives nobody words: it makes no speaker of one who has not spoken.
            known = one.cue_class not in WORDLESS
            entity = self.cast.resolve(source, self._scope) if known else self.cast.known(source, self._scope)
        passes = self._passing(one)
        mode = "hedge" if one.cue_class == HEDGE else "indirect"
        if one.quoted and one.cue_class != HEDGE:
            mode = "mixed" if one.mixed else "direct"
        elif source is not None and source.kind in ("unnamed_collective",) and mode == "indirect":
            mode = "collective"
        self.made.append(
            Attribution(
                id=identity,
                mode=mode,
                cue_lemma=one.lemma,
                cue_class=one.cue_class,
                source=(source.span,) if source else (),
                cue=one.cue,
                content=one.content,
                chain=(AUTHOR, *passes, self._link(entity, one.lemma)) if source else (AUTHOR,),
                speaker=entity.id if entity else None,
                addressee=one.addressee,
                governs=one.governs,
                confidence=measured(self.pack, one.pattern, one.confidence, sourced=bool(one.source)),
            )
        )

    def _passing(self, one: Found) -> tuple[Link, ...]:
        """Who passes on what another said: *the agency* in *the agency quoted her as saying*."""
        if not one.passed_by:
            return ()
        source = read_source(self.text, one.passed_by, self.pack)
        return (self._link(self.cast.resolve(source, self._scope), one.lemma),)

    def _carry(self, last: Attribution) -> None:
        """Give the attribution made last, which has no source of its own, the speaker of the one before it."""
        one = self.made[-1]
        if one.cue_class == "reporting":
            self.made[-1] = evolve(one, speaker=last.speaker, chain=last.chain, carried_over_from=last.id)

    @staticmethod
    def _link(entity: Entity | None, act: str) -> Link:
        if entity is None:
            return Link("unknown", act, "pronoun", False)
        return Link(entity.id, act, entity.kind, entity.named)

    def _nest(self, begun: int) -> None:
        """Where one attribution's content holds another with its source, the outer one passes the inner on."""
        for i in range(begun, len(self.made)):
            inner = self.made[i]
            if not inner.source or inner.cue_class != "reporting":
                continue
            if inner.cue_lemma in self.pack.citing:
                self._cite(begun, i)
                continue
            for outer in self.made[begun:]:
                if (
                    outer.id == inner.id
                    or outer.via == inner.id
                    or outer.cue_lemma in self.pack.citing
                    or outer.cue_class not in ("reporting", "evidential")
                    or not outer.source
                ):
                    continue
                if outer.speaker is not None and outer.speaker == inner.speaker:
                    continue
                held = any(c.contains(inner.cue[0]) for c in outer.content)
                if held and any(c.contains(inner.source[0]) for c in outer.content):
                    chain = (*outer.chain, *inner.chain[1:])
                    self.made[i] = inner = evolve(inner, via=outer.id, chain=chain)
                    break

    def _cite(self, begun: int, i: int) -> None:
        """``Reuters reported that …, citing two people``: what was reported is theirs, and Reuters passes it on."""
        inner = self.made[i]
        before = (one for one in reversed(self.made[begun:i]) if one.source and one.cue_class == "reporting")
        # "The agency, citing two people, said …": there the one who cites speaks behind it.
        behind = (one for one in self.made[i + 1 :] if one.source and one.source[0].contains(inner.cue[0]))
        outer = next(before, None) or next(behind, None)
        if outer is not None and outer.speaker != inner.speaker:
            chain = (*outer.chain, *inner.chain[1:])
            self.made[i] = evolve(inner, via=outer.id, chain=chain, content=outer.content)

    def _carry_via(self, begun: int, last: Attribution | None) -> None:
        """Who passed on the sentence before passes on this one too, while the same one speaks."""
        if last is None or last.via is None:
            return
        for i in range(begun, len(self.made)):
            one = self.made[i]
            if one.via is None and one.source and one.speaker is not None and one.speaker == last.speaker:
                chain = (*last.chain[:-1], *one.chain[1:])
                self.made[i] = evolve(one, via=last.via, chain=chain, carried_over_from=last.id)


def _without_nouns(found: list[Found], pack: LanguagePack) -> list[Found]:
    """Without cues that are nouns in another's source: in *media reports say*, nobody reports but the reports say."""
    if len(found) < 2:
        return found
    nouns = {el.start for one in found for el in one.source if el.low in pack.documents}
    return [one for one in found if not one.source or one.cue[0].start not in nouns or len(one.cue) > 1]


def _behind(one: Found, start: int) -> Found:
    """An attribution whose content begins no sooner."""
    content = tuple(Span(max(span.start, start), span.end) for span in one.content if span.end > start)
    return one._replace(content=content) if content else one


def _only_quoted(els: Iterable[Element]) -> bool:
    kinds = {el.kind for el in els}
    return QUOTE in kinds and kinds <= {QUOTE, MARK}
