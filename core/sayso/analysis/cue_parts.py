"""What the shapes of attributions are made of: content, subjects and what follows a verb, in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from sayso.analysis.amounts import CLAUSE, opens, opens_behind
from sayso.analysis.elements import MARK, QUOTE, TIME, WORD, Element
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.language import Phrases as PhrasesByWord
from sayso.analysis.phrases import Phrases, bare
from sayso.text.span import Span

REPORTING, KNOWING, EVIDENTIAL, ATTITUDE, HEDGE = "reporting", "knowing", "evidential", "attitude", "hedge"
INTENTION = "intention"
CLASSES = {"speech": REPORTING, "belief": KNOWING, "attitude": ATTITUDE, "evidence": EVIDENTIAL, "quoting": REPORTING}


class Found(NamedTuple):
    """An attribution as found in its sentence, before speakers are resolved. Spans are offsets of the text.

    Attributes:
        pattern: The shape by which it was found: ``according``, ``hedge``, ``tail`` …, or ``learned``.
        source: The elements of the source phrase; empty where nobody is named.
        governs: Whether the cue stands in the main clause.
        passed_by: The elements for who passes it on, where that is not who said it.
    """

    pattern: str
    lemma: str
    cue_class: str
    cue: tuple[Span, ...]
    source: list[Element]
    content: tuple[Span, ...]
    governs: bool
    confidence: float
    addressee: Span | None = None
    quoted: bool = False
    mixed: bool = False
    passed_by: list[Element] | None = None


#: How many elements a phrase behind a verb has at most, before what was said.
PHRASE = 60
#: Elements of an aside in commas at most.
ASIDE = 14


class SentenceParts:
    """One sentence under analysis, with the pieces that its attributions are put together from."""

    def __init__(self, elements: list[Element], pack: LanguagePack) -> None:
        self.els = elements
        self.lows: list[str] = [el.low for el in elements]
        self.pack = pack
        self.phrases: Phrases = Phrases(elements, pack)

    def _phrase(self, i: int, phrases: PhrasesByWord) -> int:
        """How many elements from `i` on make one of the phrases; 0 for none."""
        lows = self.lows
        behind = lows[i + 1] if i + 1 < len(lows) else ""
        for phrase in phrases.get(lows[i], ()):
            width = len(phrase)
            if width == 1 or (phrase[1] == behind and tuple(lows[i : i + width]) == phrase):
                return width
        return 0

    def _words_before(self, i: int) -> tuple[int, int] | None:
        hi = i
        while hi > 0 and self.els[hi - 1].kind == MARK:
            hi -= 1
        lo = 0
        while lo < hi and self.els[lo].kind == MARK:
            lo += 1
        return (lo, hi) if hi > lo else None

    def _after(self, lo: int, hi: int) -> tuple[int, int] | None:
        while lo < hi and self.els[lo].kind == MARK:
            lo += 1
        while hi > lo and self.els[hi - 1].kind == MARK and self.els[hi - 1].text in ".,;:!?…":
            hi -= 1
        return (lo, hi) if hi > lo else None

    def _is_noun_behind(self, low: str) -> bool:
        """Whether a word makes the next one a noun or an infinitive: *the report*, *his claim*, *to say*."""
        return low in self.pack.determiners or low.endswith("’s") or low in self.pack.grammar.infinitive_signs

    def is_contracted(self, i: int) -> bool:
        """Whether the passive of a verb hides in the pronoun before it: *it’s said that*, *he’s known to*.

        *He’s said that it rained* is no passive.
        """
        low = self.lows[self.phrases.before_verb(i)] if i else ""
        if low not in self.pack.grammar.contracted:
            return False
        behind = self.lows[i + 1] if i + 1 < len(self.lows) else ""
        alone = bare(low)
        return alone == low or alone in self.pack.plural_pronouns or behind in self.pack.grammar.infinitive_signs

    def _right(self, i: int, verb: CueVerb) -> tuple[str, int, Span | None]:
        """What follows a verb: the shape, where the content begins, and who is spoken to."""
        els, size, grammar = self.els, len(self.els), self.pack.grammar
        k, addressee = i + 1, None
        while k < size and self.phrases.is_adverb(k):
            k += 1
        if verb.takes_person and k < size and els[k].kind == WORD and els[k].low not in self.pack.clause_words:
            phrase = self.phrases.addressee(k)
            if phrase and not self._tells(*phrase):
                addressee = Span(els[phrase[0]].start, els[phrase[1] - 1].end)
                k = phrase[1]
                while k < size and els[k].kind == TIME:
                    k += 1
        phrase_at = k
        while k < size and els[k].kind == WORD and els[k].low in self.pack.prepositions:
            if els[k].low in grammar.infinitive_signs and self._infinitive(k):
                break
            if opens(self, k):
                return "clause", k, addressee
            k += 1
            first = k
            end = min(size, first + PHRASE)
            while k < end and els[k].kind in (WORD, TIME) and els[k].low not in grammar.content_openers:
                if k > first and (self._begins_clause(k) or opens_behind(self, k)):
                    break
                k += 1
            if k < size and els[k].text == "," and k + 1 < size and els[k + 1].kind == QUOTE:
                break
        if k >= size or els[k].text in (".", "!", "?", ";", "…"):
            return ("phrase" if k > phrase_at else "end"), k, addressee
        if els[k].kind == QUOTE:
            return "quote", k, addressee
        if els[k].text == ":":
            return "colon", k + 1, addressee
        if els[k].text == "," and k + 1 < size and els[k + 1].kind == QUOTE:
            return "quote", k + 1, addressee
        if els[k].kind == MARK:
            return ("phrase" if k > phrase_at else "comma"), k, addressee
        if els[k].low in grammar.content_openers:
            return "that", k if self.is_subject(k) or els[k].low not in grammar.that else k + 1, addressee
        if els[k].low in grammar.infinitive_signs:
            quoted = any(el.kind == QUOTE for el in els[k:])
            return ("object" if quoted else "infinitive"), k, addressee
        stop = self.phrases._next_stop(k)
        finite = self.phrases.has_finite(k, min(stop, k + PHRASE)) or self.is_interrupted(stop)
        return ("clause" if finite else "object"), k, addressee

    def _begins_clause(self, k: int) -> bool:
        """Whether a clause follows a phrase at once: *said in a statement it would appeal*."""
        before, pack = self.els[k - 1], self.pack
        if before.low in pack.prepositions or before.low in pack.determiners or self.phrases.is_adverb(k):
            return False
        low = self.lows[k]
        subject = low in pack.determiners or low in pack.singular_pronouns or low in pack.plural_pronouns
        if not subject:
            return False
        stop = k + 1
        while stop < min(k + CLAUSE, len(self.els)) and self.els[stop].kind == WORD:
            stop += 1
        return self.phrases.has_finite(k + 1, stop)

    def is_interrupted(self, comma: int) -> bool:
        """Whether an aside in commas parts a subject from its verb: *Berg, 52, was found dead*."""
        els = self.els
        if comma >= len(els) or els[comma].text != ",":
            return False
        closed = next((k for k in range(comma + 1, min(comma + ASIDE, len(els))) if els[k].text == ","), len(els))
        behind = closed + 1
        return behind < len(els) and (els[behind].kind == QUOTE or self.phrases.is_finite(behind))

    def is_subject(self, i: int) -> bool:
        """Whether *that* is what is spoken of, as in *said that was final*."""
        behind = self.lows[i + 1] if i + 1 < len(self.lows) else ""
        return self.lows[i] in self.pack.grammar.that and behind in self.pack.auxiliaries

    def _tells(self, lo: int, hi: int) -> bool:
        """Whether what looks like somebody spoken to is what is said: *warn the tunnel could collapse*."""
        return any(self._is_sure(k) for k in range(lo + 1, hi))

    def _is_sure(self, k: int) -> bool:
        """Whether a word is a finite verb by its form alone; *lost* and *damaged* may belong to a noun."""
        el, pack = self.els[k], self.pack
        if el.kind != WORD or el.capital:
            return False
        return el.low in pack.auxiliaries and el.low not in pack.grammar.infinitive_signs

    def own_clause(self, k: int, stop: int) -> bool:
        """Whether a clause with a subject of its own begins at an element: *the tunnel could collapse*."""
        first = next((q for q in range(k, min(stop, k + CLAUSE)) if self._is_sure(q)), None)
        if first is None or first == k:
            return False
        return not any(self.els[q].low in self.pack.clause_words for q in range(k, first))

    def guess(self, i: int, verb: CueVerb) -> tuple[tuple[int, int], tuple[int, int]]:
        """What would be the subject and the content of a word if it were a cue: two ranges, which may be empty."""
        last = self.phrases.before_verb(i)
        subject = self._antecedent(last) or self.phrases.subject(last)
        if subject is None and last >= 0 and self._goes_on(self.els[last].low):
            subject = self._first_subject(last)
        _, k, _ = self._right(i, verb)
        return subject or (0, 0), (k, max(k, self._content_end(k)))

    def _goes_on(self, low: str) -> bool:
        grammar = self.pack.grammar
        return low == "," or low in grammar.goes_on or low in grammar.joins

    def opening_subject(self, i: int) -> tuple[int, int] | None:
        """The subject that opens the sentence of a word, where it names somebody."""
        return self._first_subject(i)

    def governs(self, offset: int) -> bool:
        """Whether the clause whose subject begins at an offset is no subordinate one."""
        first = next((k for k, el in enumerate(self.els) if el.start >= offset), 0)
        return not self._subordinate(first)

    def shape(self, i: int, verb: CueVerb) -> str:
        """What follows a word as if it were a cue: ``that``, ``quote``, ``clause``, ``infinitive``, ``end`` …."""
        return self._right(i, verb)[0]

    def _infinitive(self, k: int) -> bool:
        """Whether *to* begins a verb, and not *to reporters*."""
        following = self.els[k + 1] if k + 1 < len(self.els) else None
        if following is None or following.kind != WORD or following.capital:
            return False
        low = following.low
        return not (low in self.pack.determiners or self.pack.is_common(low) or low.endswith("s"))

    def _free(self, lo: int, q: int) -> bool:
        """Whether no other cue stands between an attribution and a quotation behind it."""
        for k in range(lo, q):
            verb = self.pack.verbs.get(self.els[k].low)
            if verb is not None and verb.kind == "speech" and not verb.strict:
                return False
        return True

    def _characterises(self, verb: CueVerb, k: int) -> bool:
        """Whether a verb says what somebody makes of a thing: *called her the best*, and not *called a meeting*."""
        if verb.strict:
            return False
        behind = self.els[k + 1 : self.phrases._next_stop(k)]
        grammar = self.pack.grammar
        second = grammar.articles if verb.names else grammar.articles | grammar.characterises
        return any(el.low in second for el in behind)

    def _likens(self, el: Element) -> bool:
        return el.low in self.pack.grammar.likens or el.low in self.pack.grammar.by

    def _evidence(self, el: Element) -> bool:
        low = el.low
        return low in self.pack.documents or low in self.pack.media

    def _content_end(self, k: int) -> int:
        """Content that follows its cue ends before another attribution of the same words."""
        for q in range(k, len(self.els) - 1):
            if self.els[q].text == ";":
                return q
            if self.els[q].text == "," and self._phrase(q + 1, self.pack.according):
                return q
            if (
                self.els[q].text == ","
                and self.els[q + 1].low.endswith(self.pack.grammar.participles)
                and self.els[q + 1].low in self.pack.verbs
            ):
                return q
        return len(self.els)

    def _behind_aside(self, k: int) -> int:
        """Behind a word between commas that says nothing, as *however* in *it is said, however, that …*."""
        aside = self.lows[k : k + 3]
        joins = len(aside) == 3 and aside[::2] == [",", ","] and aside[1] in self.pack.function_like
        return k + 3 if joins else k

    def _clause_end(self, k: int) -> int:
        """Where the clause that runs on from an element ends: before a comma that another clause follows."""
        end = self._content_end(k)
        for q in range(k, end):
            if self.els[q].text == "," and q + 1 < end:
                opens = self.lows[q + 1]
                clause = opens in self.pack.clause_words and self.phrases.has_finite(
                    q + 1, self.phrases._next_stop(q + 1)
                )
                if clause:
                    return q
        return end

    def _antecedent(self, last: int) -> tuple[int, int] | None:
        """The name before ``, who`` in *Ana Ruiz, who said*."""
        if last < 2 or self.els[last].low not in self.pack.grammar.who or self.els[last - 1].text != ",":
            return None
        np = self.phrases.subject(last - 2)
        return np if np and self.phrases.is_agentive(*np) else None

    def _subjectless(self, i: int, verb: CueVerb) -> Found | None:
        """``«…», añadió.``: the one who spoke goes on; who that is, the sentences before tell."""
        left = self._words_before(i)
        if left is None or self.els[i - 1].text != "," or self.els[left[1] - 1].kind != QUOTE or verb.kind != "speech":
            return None
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found("tail", verb.lemma, REPORTING, (cue,), None, [left], 0.8)

    def _by(self, i: int) -> tuple[int, int] | None:
        """The phrase behind *by* that names who does what a passive verb says."""
        for k in range(i + 1, min(i + 12, len(self.els) - 1)):
            if self.els[k].low in self.pack.grammar.by:
                np = self.phrases.object(k + 1)
                return np if np and self.phrases.is_agentive(*np) else None
            if self.els[k].text in (",", ";") or self.els[k].low in self.pack.verbs:
                return None
        return None

    def _outset(self, last: int) -> int:
        np = self.phrases.subject(last)
        return np[0] if np else last + 1

    def _first_subject(self, limit: int) -> tuple[int, int] | None:
        """The subject that opens the sentence, where it names somebody."""
        phrases = self.phrases
        lo = phrases._without_openers(0, limit)
        while lo < limit and self.els[lo].kind == MARK:
            lo = phrases._without_openers(lo + 1, limit)
        hi = lo
        while hi < limit and self.els[hi].kind == WORD and not phrases.is_finite(hi):
            low = self.els[hi].low
            if hi > lo and not self.els[hi].capital and (low in self.pack.verbs or low in self.pack.cue_words):
                break
            if hi > lo and not self.els[hi].capital and self.els[hi].low in self.pack.prepositions:
                break
            hi += 1
        return (lo, hi) if hi > lo and phrases.is_agentive(lo, hi) else None

    def _found(
        self,
        pattern: str,
        lemma: str,
        cue_class: str,
        cue: tuple[Span, ...],
        np: tuple[int, int] | None,
        pieces: list[tuple[int, int]],
        confidence: float,
        addressee: Span | None = None,
    ) -> Found:
        content = tuple(Span(self.els[lo].start, self.els[hi - 1].end) for lo, hi in pieces)
        inside = [el for lo, hi in pieces for el in self.els[lo:hi]]
        quoted = any(el.kind == QUOTE for el in inside)
        narrated = any(el.kind in (WORD, TIME) for el in inside)
        first = np[0] if np else None
        return Found(
            pattern=pattern,
            lemma=lemma,
            cue_class=cue_class,
            cue=cue,
            source=self.els[np[0] : np[1]] if np else [],
            content=content,
            governs=first is None or not self._subordinate(first),
            confidence=round(confidence, 2),
            addressee=addressee,
            quoted=quoted,
            mixed=quoted and narrated,
        )

    def _subordinate(self, first: int) -> bool:
        """Whether the clause of a subject is a subordinate one, such as *While Moscow stresses …*."""
        i = first - 1
        while (
            i >= 0
            and (self.els[i].kind == TIME or self.phrases.is_adverb(i))
            and self.els[i].low not in self.pack.subordinators
        ):
            i -= 1
        return i >= 0 and self.els[i].low in self.pack.subordinators
