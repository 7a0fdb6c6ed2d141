"""Noun phrases on either side of a cue, found by what bounds them: no tagger, no parser, no model."""

from __future__ import annotations

from sayso.analysis.elements import MARK, QUOTE, TIME, WORD, Element
from sayso.analysis.language import LanguagePack

#: How many elements back the beginning of a phrase is looked for.
FARTHEST = 60
#: A source of more words than this is a sentence that was misread.
LONGEST = 24
#: The object of a verb has its noun within so many elements.
FARTHEST_OBJECT = 7
BOUNDS = frozenset(";:—()[]…")
DASHES = frozenset("–-")
#: Marks of which two set an aside off.
ASIDES = frozenset("–—-")


class Phrases:
    """The phrases of one sentence. Ranges are half-open, counted in elements."""

    def __init__(self, elements: list[Element], pack: LanguagePack) -> None:
        self.els = elements
        self.pack = pack

    # What a word is

    def is_deed(self, i: int) -> bool:
        """Whether a verb tells what somebody did, by what follows it: *claimed two lives*."""
        verb = self.pack.verbs.get(self.els[i].low)
        if verb is None or not verb.deeds:
            return False
        for k in range(i + 1, min(i + FARTHEST_OBJECT, len(self.els))):
            el = self.els[k]
            if el.kind != WORD:
                return False
            if el.low in verb.deeds:
                return el.low in self.pack.prepositions or self._ends_phrase(k)
            if el.low in self.pack.prepositions or el.low in self.pack.clause_words:
                return False
        return False

    def _ends_phrase(self, i: int) -> bool:
        after = self.els[i + 1] if i + 1 < len(self.els) else None
        if after is None or after.kind != WORD or self.is_adverb(i + 1):
            return True
        return after.low in self.pack.prepositions or after.low in self.pack.clause_words

    def is_adverb(self, i: int) -> bool:
        """Whether an element may stand between a subject and its verb."""
        el, pack = self.els[i], self.pack
        if el.kind == TIME:
            return True
        if el.kind != WORD:
            return False
        ending = pack.adverb_ending
        return el.low in pack.adverbs or (
            bool(ending) and el.low.endswith(ending) and len(el.low) > len(ending) + 2 and not el.capital
        )

    def is_finite(self, i: int) -> bool:
        """Whether a word shows a finite verb, by itself or as the form of a cue."""
        el, pack = self.els[i], self.pack
        if el.kind != WORD or (el.capital and i > 0):
            return False
        if el.low in pack.auxiliaries:
            return True
        verb = pack.verbs.get(el.low)
        if verb is not None and not verb.strict and not el.low.endswith(pack.grammar.participles):
            return not (i and self.els[i - 1].low in pack.determiners)
        if el.low in pack.grammar.doubles:
            return i > 0 and self._subject_before(i) and self._object_behind(i)
        return len(el.low) > 4 and el.low.endswith(pack.grammar.past) and i > 0 and self._subject_before(i)

    def _object_behind(self, i: int) -> bool:
        """Whether an object follows a verb at once: *made the offer*, and not *the offer made by the mayor*."""
        after = self.els[i + 1] if i + 1 < len(self.els) else None
        if after is None or after.kind != WORD:
            return False
        return after.capital or after.low in self.pack.determiners or after.low in self.pack.grammar.that

    def _subject_before(self, i: int) -> bool:
        before = self.els[i - 1]
        return before.kind == WORD and before.low not in self.pack.before_nouns

    def has_finite(self, lo: int, hi: int) -> bool:
        """Whether a range holds a finite verb."""
        return any(self.is_finite(i) for i in range(lo, hi))

    def has_main(self, lo: int, hi: int) -> bool:
        """Whether a range that stands before a verb as its subject holds a finite verb of its own.

        A past form before a preposition is a participle there: *a letter released under the law shows*.
        """
        for i in range(lo, hi):
            if self.is_finite(i):
                past = self.els[i].low.endswith(self.pack.grammar.past)
                if not (past and i + 1 < hi and self.els[i + 1].low in self.pack.prepositions):
                    return True
        return False

    def is_agentive(self, lo: int, hi: int) -> bool:
        """Whether a range names somebody or something that can speak."""
        pack = self.pack
        for i in range(lo, hi):
            el = self.els[i]
            if el.kind != WORD:
                continue
            low = bare(el.low)
            if low in pack.singular_pronouns or low in pack.plural_pronouns:
                return hi - lo <= 2
            if el.capital and (i > 0 or self._names(i)):
                return True
            if pack.is_common(low):
                return True
        return False

    def is_known(self, lo: int, hi: int) -> bool:
        """Whether a subject has a noun for somebody, or a name that does not open the sentence."""
        return any(
            el.kind == WORD and ((el.capital and k > 0) or self.pack.is_common(el.low))
            for k, el in enumerate(self.els[lo:hi], lo)
        )

    def _names(self, i: int) -> bool:
        """Whether the capital at the beginning of a sentence belongs to a name."""
        return self.els[i].low not in self.pack.function_like

    # Left of a cue

    def before_verb(self, verb: int) -> int:
        """The last element of the subject's side: adverbs and auxiliaries before the verb are passed over."""
        i = verb - 1
        while i >= 0 and (self.is_adverb(i) or (self.els[i].kind == WORD and self.els[i].low in self.pack.auxiliaries)):
            i -= 1
        return i

    def subject(self, last: int) -> tuple[int, int] | None:
        """The noun phrase that ends at element `last`, appositions included; None where there is none."""
        if last < 0:
            return None
        if self.els[last].text == ",":
            return self._with_apposition(last)
        if self.els[last].text == ")":
            opened = self._back_to(last, "(")
            return self._widened(opened - 1, last + 1) if opened > 0 else None
        if self.els[last].kind == MARK and self.els[last].text in ASIDES:
            # "The mayor – who was elected in May – said"
            opened = self._back_to(last - 1, self.els[last].text)
            return self._widened(opened - 1, last) if opened > 0 else None
        return self._widened(last, last + 1)

    def _widened(self, last: int, end: int) -> tuple[int, int] | None:
        lo = self._left_edge(last)
        lo = self._without_openers(lo, last + 1)
        return (lo, end) if lo <= last and last - lo < LONGEST else None

    def _back_to(self, i: int, mark: str) -> int:
        while i >= 0 and self.els[i].text != mark:
            i -= 1
        return i

    def _left_edge(self, last: int) -> int:
        """The first element of the phrase that ends at `last`, by what cannot be inside one."""
        pack, i = self.pack, last
        stays, first = pack.grammar.joins | pack.grammar.who, max(0, last - FARTHEST)
        while i >= first:
            el = self.els[i]
            if el.kind == QUOTE or (el.kind == MARK and (el.text in BOUNDS or el.text in ",.–?!")):
                break
            if el.kind == MARK and el.text == "-" and i and self.els[i - 1].end < el.start:
                break
            if el.kind == WORD and not (el.capital and i > 0):
                if el.low in pack.clause_words and el.low not in stays and not self._compares(i):
                    break
                if el.low in pack.grammar.joins and (i == 0 or self.has_finite(self._clause_start(i), i)):
                    break
                if el.low in pack.auxiliaries and not self._relative(i):
                    break
            i -= 1
        return i + 1

    def _compares(self, i: int) -> bool:
        """Whether a word stands before a number and opens no clause: *a post shared more than 200 times*."""
        about = self.pack.grammar.approximates
        if not i or i + 1 >= len(self.els) or self.els[i].low not in about or self.els[i - 1].low not in about:
            return False
        behind = self.els[i + 1].low
        return behind[0].isdigit() or behind in self.pack.grammar.numbers

    def _clause_start(self, i: int) -> int:
        while i > 0 and self.els[i - 1].text not in (",", ";", ":") and self.els[i - 1].kind != QUOTE:
            i -= 1
        return i

    def _relative(self, i: int) -> bool:
        return any(self.els[k].low in self.pack.grammar.who for k in range(max(0, i - 4), i))

    def _without_openers(self, lo: int, hi: int) -> int:
        """Leave out what opens a clause before its subject: connectives, adverbs, times, a first preposition."""
        while lo < hi and (
            self.els[lo].kind == TIME
            or self.els[lo].low in self.pack.clause_words
            or (
                self.is_adverb(lo)
                and not (self.els[lo].capital and lo + 1 < hi and self.els[lo + 1].capital and lo > 0)
            )
        ):
            lo += 1
        if lo < hi and self.els[lo].low in self.pack.prepositions and lo + 1 < hi:
            inner = next(
                (k for k in range(lo + 2, hi) if self.els[k].low in self.pack.determiners or self.els[k].kind == TIME),
                None,
            )
            if inner is not None:
                return self._without_openers(inner, hi)
        return lo

    def _with_apposition(self, comma: int) -> tuple[int, int] | None:
        """The phrase before ``, the mayor,``: back over appositions to the name they explain."""
        end = comma + 1
        if not any(el.text == "," or el.kind == QUOTE for el in self.els[:comma]):
            lo = self._without_openers(self._left_edge(comma - 1), comma)
            plain = lo < comma and self.els[0].kind == WORD and lo == 0 and self.is_agentive(lo, comma)
            return (lo, comma) if plain and not self.has_finite(lo, comma) else None
        for _ in range(3):
            previous = comma - 1
            while previous >= 0 and self.els[previous].text != "," and self.els[previous].kind != QUOTE:
                previous -= 1
            if previous < 0 or self.els[previous].kind == QUOTE:
                return None
            chunk = (previous + 1, comma)
            opening = self.els[chunk[0]].low
            # "a diplomat, who spoke …, said" and "a diplomat, speaking on condition of anonymity …, said"
            relative = opening in self.pack.grammar.relatives or (
                opening.endswith(self.pack.grammar.participles) and opening in self.pack.verbs
            )
            if chunk[0] >= chunk[1] or (self.has_finite(*chunk) and not relative):
                return None
            edge = self._left_edge(previous - 1)
            lo = self._without_openers(edge, previous)
            if self._is_modifier(edge):
                # "Ana Ruiz, 44, of Mill Lane, Larkmoor,": the name stands further left.
                comma = previous
                continue
            if self._is_participle(lo):
                # "killing four, the police chief, Idris Hamad,": another clause begins there.
                return chunk[0], end - 1
            if lo < previous and self.is_agentive(lo, end - 1) and not self.has_finite(lo, previous):
                before = lo - 1
                explains = self.els[lo].low in self.pack.determiners and before >= 1 and self.els[before].text == ","
                # "She would appeal, her lawyer, Ana Holt, said": what stands before is a clause.
                if not explains or self._is_clause(before):
                    return lo, end - 1
            comma = previous
        return None

    def _is_clause(self, comma: int) -> bool:
        """Whether a main clause ends at a comma, and no relative one."""
        first = self._clause_start(comma)
        relative = self.els[first].low in self.pack.grammar.relatives
        return not relative and self.has_finite(first, comma)

    def _is_modifier(self, i: int) -> bool:
        """Whether a phrase between commas only tells more of what stands before it: an age, a place."""
        el = self.els[i]
        commas = i > 0 and self.els[i - 1].text == ","
        return commas and (el.low[0].isdigit() or (el.low in self.pack.prepositions and not el.capital))

    def _is_participle(self, i: int) -> bool:
        el = self.els[i]
        lower = el.kind == WORD and not el.capital and el.low.endswith(self.pack.grammar.participles)
        return lower and i > 0 and self.els[i - 1].text == ","

    # Right of a cue

    def object(self, first: int, *, appositions: bool = True, opening: bool = False) -> tuple[int, int] | None:
        """The noun phrase that begins at element `first`.

        Args:
            appositions: Whether ``, the mayor of X`` behind a name belongs to it.
            opening: Whether the phrase opens the sentence, so that the clause follows its last comma.
        """
        i, pack = first, self.pack
        stays = pack.grammar.joins | pack.grammar.who
        size = len(self.els)
        while i < size and i - first < LONGEST:
            el = self.els[i]
            if el.kind == TIME and i > first and self.els[i - 1].low in pack.grammar.within:
                i += 1  # "the report of 3 May"
                continue
            if el.kind in (QUOTE, TIME) or (el.kind == MARK and (el.text in BOUNDS or el.text in ".–?!")):
                break
            if el.text == ",":
                nxt = self._apposition_end(i) if appositions else None
                if nxt is None or (opening and not (nxt < size and self.els[nxt].text == ",")):
                    break
                i = nxt
                continue
            if el.kind == WORD and not el.capital:
                if el.low in pack.clause_words and el.low not in stays:
                    break
                if el.low in pack.grammar.joins and self.has_finite(i + 1, self._next_stop(i + 1)):
                    break
                if el.low in pack.auxiliaries and not self._relative(i):
                    break
            i += 1
        return (first, i) if i > first else None

    def _next_stop(self, i: int) -> int:
        while i < len(self.els) and self.els[i].kind == WORD:
            i += 1
        return i

    def _apposition_end(self, comma: int) -> int | None:
        """Where the apposition that `comma` opens ends; None where what follows is none."""
        first = comma + 1
        if first >= len(self.els) or self.els[first].kind != WORD:
            return None
        el = self.els[first]
        opens = (
            el.low in self.pack.grammar.relatives
            or el.low in self.pack.determiners
            or self.pack.kind_of(bare(el.low)) == "unnamed_person"
            or el.low[0].isdigit()
            or (el.capital and self._is_role(comma - 1))
            or (el.low.endswith("’s") and el.capital)
        )
        if not opens:
            return None
        end = first
        while end < len(self.els) and self.els[end].kind in (WORD, TIME):
            end += 1
        if el.low not in self.pack.grammar.relatives and self.has_finite(first, end):
            return None
        return end

    def _is_role(self, i: int) -> bool:
        el = self.els[i]
        return el.kind == WORD and not el.capital and bare(el.low) in self.pack.roles

    def addressee(self, first: int) -> tuple[int, int] | None:
        """Who is spoken to, behind a verb that names them: *reporters* in *told reporters the bridge is safe*."""
        i, pack = first, self.pack
        while i < len(self.els) and i - first < 10:
            el = self.els[i]
            if el.kind != WORD:
                break
            if i > first and (
                el.low in pack.clause_words
                or el.low in pack.determiners
                or el.low in pack.singular_pronouns
                or el.low in pack.plural_pronouns
                or (el.low in pack.prepositions and el.low not in pack.grammar.within)
                or el.low in pack.grammar.infinitive_signs
            ):
                break
            if i == first and el.low in pack.clause_words:
                break
            i += 1
        return (first, i) if i > first else None


def bare(low: str) -> str:
    """A lower-case word without its possessive ending."""
    return low[:-2] if low.endswith("’s") else low
