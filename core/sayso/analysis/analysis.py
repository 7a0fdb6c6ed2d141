"""The analysis of one item: computed once, lazily, and shared by all rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.analysis.attributions import Attributions
from sayso.analysis.cue_parts import HEDGE
from sayso.analysis.elements import WORD, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.analysis.narration import Narration
from sayso.analysis.quotations import Quotation
from sayso.analysis.sentence import Sentence
from sayso.analysis.sentences import sentences
from sayso.analysis.sources import Source
from sayso.analysis.speakers import Scope
from sayso.analysis.times import absolute_times, relative_times
from sayso.analysis.tokens import Tokens
from sayso.analysis.transcripts import Turn, stated_turns, turns
from sayso.frozen import evolve
from sayso.records.fact import Fact, PluginRef
from sayso.records.parts import WORDLESS, Attribution, Claim, Section
from sayso.records.record import Record
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.analysis.cue_parts import Found
    from sayso.analysis.learned import LearnedFinder
    from sayso.analysis.statements import Statement
    from sayso.records.voices import Quote, Speaker

#: Any letter or digit.
WORD_SIGN = re.compile(r"\w")
#: Who states the facts that the analysis finds.
ANALYSIS = PluginRef("analysis", "1.0.0")


class Analysis:
    """What the text of a record says, by the words of its language.

    Every property is computed at its first use. All spans count in the record's text.

    Attributes:
        learned: Whether the learned part of the language takes part in finding attributions.
    """

    def __init__(
        self, record: Record, pack: LanguagePack, layout: Layout | None = None, *, learned: bool = False
    ) -> None:
        self.learned = learned
        self.record = record
        self.pack = pack
        self.text: str = record.content.text
        self._statements: dict[int, Statement | None] = {}
        self.layout: Layout = layout or Layout(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Words and marks."""
        return self.layout.tokens

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, without the white space around them."""
        return self.layout.paragraphs

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order."""
        return self.layout.quotations

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]

    def in_quotation(self, span: Span) -> bool:
        """Whether a span begins in somebody else's words: inside a quotation, or in a turn of a transcript."""
        at = bisect_right(self._quotation_starts, span.start) - 1
        if at >= 0 and span.start < self.quotations[at].span.end:
            return True
        turn = bisect_right(self._turn_starts, span.start) - 1
        return turn >= 0 and span.start < self.turns[turn].words.end

    @cached_property
    def _turn_starts(self) -> list[int]:
        return [turn.words.start for turn in self.turns]

    @cached_property
    def relative_times(self) -> tuple[Span, ...]:
        """Time expressions that need a date to count from, as *today*, outside quotations."""
        return self._outside(relative_times(self.layout, self.pack))

    @cached_property
    def absolute_times(self) -> tuple[Span, ...]:
        """Dates and years that need none, outside quotations."""
        return self._outside(absolute_times(self.layout, self.pack))

    def _outside(self, found: Iterator[Span]) -> tuple[Span, ...]:
        return tuple(span for span in found if not self.in_quotation(span))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        found = sentences(self.text, self.paragraphs, self.quotations, self.pack.abbreviations, self._attributes)
        return tuple(
            Sentence(span, index, paragraph, self.section_at(span.start))
            for index, (span, paragraph) in enumerate(found)
        )

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def sentences_with(self, words: frozenset[str]) -> list[Sentence]:
        """The sentences that have one of these words in lower case, quotations included, in order."""
        starts, tokens = self._sentence_starts, self.tokens
        at = {bisect_right(starts, tokens.starts[i], 1) - 1 for i in tokens.having(words)}
        return [self.sentences[index] for index in sorted(at)]

    def section_at(self, offset: int) -> Section:
        """The section that holds an offset, or the last one before it."""
        return self.record.sections[max(0, bisect_right(self._section_starts, offset) - 1)]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.record.sections]

    def _attributes(self, offset: int) -> bool:
        """Whether a verb of speech stands among the first words from an offset on."""
        words = re.findall(r"[^\W\d_]+|[.;:]", self.text[offset : offset + 60])[:6]
        for position, word in enumerate(words):
            if word in ".;:":
                return False
            verb = self.pack.verbs.get(word)
            if verb is not None and verb.kind == "speech" and position:
                return True
        return False

    @cached_property
    def elements(self) -> Narration:
        """The elements of each sentence, by the sentence's index."""
        quoted = [quotation.span for quotation in self.quotations]
        timed = sorted((*self.relative_times, *self.absolute_times))
        return Narration(self.layout, self.pack, self.sentences, quoted, timed)

    def narration(self, sentence: Sentence) -> tuple[Element, ...]:
        """The elements of a sentence, each quotation and time expression as one."""
        return tuple(self.elements[sentence.index])

    def narrated(self, sentence: Sentence) -> frozenset[str]:
        """The elements of a sentence as :meth:`narration` gives them, in lower case and each once."""
        found = self._narrated.get(sentence.index)
        if found is None:
            found = self._narrated[sentence.index] = frozenset([el.low for el in self.elements[sentence.index]])
        return found

    @cached_property
    def _narrated(self) -> dict[int, frozenset[str]]:
        return {}

    # Attributions

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, where the item is a transcript: those that the record states, else those that the text shows."""
        stated = stated_turns(self.text, self.record.sections)
        if stated:
            return stated
        labels = frozenset(self.pack.comment_labels) | self.pack.news_labels
        return turns(self.text, self.paragraphs, labels)

    @cached_property
    def _read(self) -> Attributions:
        model = self.pack.model if self.learned else None
        ask = self._looked if not self.learned and self.pack.model_data is not None else None
        parts = (self.text, self.pack, self.sentences, self.elements, self.quotations, self.turns)
        return Attributions(*parts, model, ask)

    @property
    def fuller(self) -> Analysis:
        """The same with the learned part, which the record is written from; this one where the language has none.

        Rules read the analysis by rules alone, which says of each thing why it is so. Where it finds no source, they
        ask the learned part before they say so: :meth:`may_be_sourced`.
        """
        # Kept by itself, an analysis would be freed with all that it made by the collector of cycles only.
        return self if self.learned or self.pack.model_data is None else self._with_learned

    @cached_property
    def _with_learned(self) -> Analysis:
        return Analysis(self.record, self.pack, self.layout, learned=True)

    def may_be_sourced(self, sentence: Sentence, at: Span | None = None) -> bool:
        """Whether the learned part sees a source of a sentence, or of the place `at` in it."""
        if self.learned or self.pack.model_data is None:
            return False
        for one in self._looked(sentence.index):
            if not one.source or one.cue_class in WORDLESS:
                continue
            if any(c.contains(at) for c in one.content) if at is not None else one.governs:
                return True
        return False

    def _looked(self, index: int) -> tuple[Found, ...]:
        """What the learned part finds in a sentence; several rules ask for the same."""
        seen = self._seen.get(index)
        if seen is None:
            seen = self._seen[index] = tuple(self._second_look.found(index))
        return seen

    @cached_property
    def _seen(self) -> dict[int, tuple[Found, ...]]:
        return {}

    @cached_property
    def _second_look(self) -> LearnedFinder:
        from sayso.analysis.learned import LearnedFinder

        paragraphs = [sentence.paragraph for sentence in self.sentences]
        return LearnedFinder(self.pack, self.elements, paragraphs, self.pack.model)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to have said what, in the order of the text."""
        return tuple(self._read.made)

    def source_of(self, attribution: Attribution) -> Source | None:
        """The source phrase of an attribution, read; None where it has none of its own."""
        return self._read.sources.get(attribution.id)

    def attribution(self, identity: str) -> Attribution:
        """The attribution with an id."""
        return self._by_id[identity]

    @cached_property
    def _by_id(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    @cached_property
    def _by_sentence(self) -> dict[int, list[Attribution]]:
        grouped: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            place = (attribution.cue or attribution.content)[0]
            grouped.setdefault(self.sentence_at(place.start).index, []).append(attribution)
            if attribution.cue_lemma == ":":
                for content in attribution.content:
                    first = self.sentence_at(content.start).index
                    for index in range(first, self.sentence_at(content.end - 1).index + 1):
                        if attribution not in grouped.setdefault(index, []):
                            grouped[index].append(attribution)
        return grouped

    def attributions_in(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The attributions of a sentence, those of a transcript's label included."""
        return tuple(self._by_sentence.get(sentence.index, ()))

    def sourced_by(self, sentence: Sentence, at: Span | None = None) -> Attribution | None:
        """The source that a sentence, or the place `at` in it, has of its own; None for none.

        An attribution in a subordinate clause covers its own content and nothing else.
        """
        for attribution in self.attributions_in(sentence):
            if not attribution.gives_words or not (attribution.source or attribution.carried_over_from):
                continue
            if at is not None and any(cue.overlaps(at) for cue in attribution.cue):
                # "They agreed to keep quiet" tells that they agreed; who says so is the question.
                continue
            if attribution.governs or (at is not None and any(c.contains(at) for c in attribution.content)):
                return attribution
        return None

    def carried_by(self, sentence: Sentence) -> Attribution | None:
        """The source of the sentences before, in the same paragraph, where it still speaks; None where it does not."""
        index = sentence.index
        while index > 0:
            index -= 1
            before = self.sentences[index]
            if before.paragraph != sentence.paragraph or before.section.id != sentence.section.id:
                return None
            source = self.sourced_by(before)
            if source is not None:
                return None if any(map(self._shifts, range(index + 1, sentence.index + 1))) else source
            if sentence.index - index >= 2:
                return None
        return None

    def _shifts(self, index: int) -> bool:
        """Whether a sentence turns to something else with its first word."""
        first = next((el.low for el in self.elements[index] if el.kind == WORD), "")
        return first in self.pack.shifts

    # Speakers, quotations, claims

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody to whom the item attributes words."""
        from sayso.analysis.written import speakers

        return speakers(self, self._read.cast)

    def speaker_kind(self, identity: str | None) -> str | None:
        """The kind of the speaker with an id, as in :class:`Speaker`; None for none."""
        entity = self._read.cast.by_id.get(identity or "")
        return entity.kind if entity else None

    def known_speaker(self, source: Source) -> str | None:
        """The id of the speaker that a source phrase names, among those to whom the narration attributes words."""
        entity = self._read.cast.known(source, Scope(0, 0, 0))
        return entity.id if entity else None

    @cached_property
    def _pieces(self) -> dict[int, list[tuple[Span, Attribution]]]:
        """The pieces of content of the attributions that have a source, by the sentences that they lie in."""
        found: dict[int, list[tuple[Span, Attribution]]] = {}
        for attribution in self.attributions:
            if attribution.cue_class == HEDGE or not (attribution.source or attribution.carried_over_from):
                continue
            for content in attribution.content:
                first, last = self.sentence_at(content.start).index, self.sentence_at(content.end - 1).index
                for index in range(first, last + 1):
                    found.setdefault(index, []).append((content, attribution))
        return found

    def owner(self, quotation: Quotation) -> Attribution | None:
        """The attribution whose content holds a quotation; the innermost where several do."""
        best: Attribution | None = None
        smallest = 0
        for content, attribution in self._pieces.get(self.sentence_at(quotation.span.start).index, ()):
            if content.contains(quotation.span):
                size = self._sizes[attribution.id]
                if best is None or attribution.via is not None or size < smallest:
                    best, smallest = attribution, size
        return best

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {one.id: sum(map(len, one.content)) for one in self.attributions}

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations of the item with who is said to have said them."""
        from sayso.analysis.written import quotes

        return quotes(self)

    @cached_property
    def numbered_quotations(self) -> tuple[tuple[str, Quotation], ...]:
        """The quotations of the item itself that quote something, with their ids in the record.

        What stands in the publisher's boilerplate is not the item's, and marks without a word between them are none.
        """
        text = self.text
        own = (one for one in self.quotations if not self.section_at(one.span.start).is_boilerplate)
        own = (one for one in own if WORD_SIGN.search(text, *one.inner))
        return tuple((f"q{number}", one) for number, one in enumerate(own, 1))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The sentences that say something contestable, and whether they have a source."""
        from sayso.analysis.standing import claims

        return claims(self)

    def statement(self, sentence: Sentence) -> Statement | None:
        """What the model of statements takes a sentence for; None where it needs no source, or there is no model."""
        model = self.pack.statements
        if model is None:
            return None
        if sentence.index not in self._statements:
            self._statements[sentence.index] = model.judge(self.elements[sentence.index], self.pack)
        return self._statements[sentence.index]

    def enriched(self) -> Record:
        """The record with everything that the analysis found."""
        from sayso.analysis.nested import nested

        searched: Fact[str] | None = None
        if not self.speakers:
            searched = Fact.missing(
                ANALYSIS, looked_in=(f"text: {len(self.sentences)} sentences, cues of {self.pack.code}",)
            )
        return evolve(
            self.record,
            speakers=self.speakers,
            speakers_searched=searched,
            quotes=self.quotes,
            claims=self.claims,
            attributions=self.attributions + nested(self),
        )
