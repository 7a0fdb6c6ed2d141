"""Attributions of one sentence: cues, and the source and content that belong to them."""

from __future__ import annotations

from sayso.analysis.cue_parts import CLASSES, HEDGE, REPORTING, Found
from sayso.analysis.elements import MARK, QUOTE, WORD
from sayso.analysis.flags import OPENING, VERB
from sayso.analysis.inversions import Inversions
from sayso.analysis.language import CueVerb
from sayso.text.span import Span


class CueFinder(Inversions):
    """Finds the attributions of one sentence, shape by shape."""

    def attributions(self) -> list[Found]:
        """All attributions of the sentence, in the order of their cues."""
        found: list[Found] = []
        skip = 0
        flags, openers = self.pack.flags, self.pack.cue_openers
        for i in [i for i, low in enumerate(self.lows) if low in openers]:
            el, flag = self.els[i], flags[self.lows[i]]
            if i < skip or el.kind != WORD:
                continue
            if flag & OPENING and self._opens(i):
                width = self._phrase(i, self.pack.according)
                if width and not self._quotes_another(i + width):
                    self._keep(found, self._according(i, width))
                    skip = i + width
                    continue
                width = self._phrase(i, self.pack.hedges)
                if width:
                    self._keep(found, self._hedge(i, width))
                    skip = i + width
                    continue
            if flag & VERB and not (el.capital and i > 0):
                self._keep(found, self._verb(i, self.pack.verbs[el.low], found))
        if not any(one.quoted for one in found):
            self._keep(found, self._colon() or self._open_class())
        return [self._without_tail(one, found) for one in found]

    @staticmethod
    def _without_tail(one: Found, found: list[Found]) -> Found:
        """Content that follows its cue ends where another attribution takes the whole: ``…, the Post reported``."""
        for outer in found:
            if outer is one or outer.pattern != "tail" or not outer.source or one.pattern == "tail":
                continue
            start = outer.source[0].start
            if one.cue[0].start < start < outer.cue[0].start and any(c.start < start < c.end for c in one.content):
                end = max(span.end for span in outer.content if span.end <= start)
                kept = tuple(Span(c.start, min(c.end, end)) for c in one.content if c.start < end)
                return one._replace(content=kept) if kept else one
        return one

    def _quotes_another(self, i: int) -> bool:
        """Whether who stands here only passes on what another said: *quoted by the Herald as saying*."""
        near = self.lows[i : i + 8]
        saying = next((k for k, low in enumerate(near) if low in self.pack.grammar.saying), 0)
        return saying > 0 and near[saying - 1] in self.pack.grammar.likens

    def _opens(self, i: int) -> bool:
        """Whether a hedge or a phrase like *according to* may begin here; most words that can open one do not."""
        lows, openings = self.lows, self.pack.openings
        return (lows[i],) in openings or tuple(lows[i : i + 2]) in openings

    def _open_class(self) -> Found | None:
        """``"…," Ana Ruiz exclaimed.``: behind a quotation, any verb that ends the clause attributes it."""
        els = self.els
        if not els or els[0].kind != QUOTE:
            return None
        lo = next((i for i in range(1, len(els)) if els[i].kind == WORD), len(els))
        hi = self.phrases._next_stop(lo)
        while hi > lo and self.phrases.is_adverb(hi - 1):
            hi -= 1
        verb = hi - 1
        if not 1 <= verb - lo <= 8 or els[verb].capital or not els[verb].low.endswith(self.pack.grammar.finite):
            return None
        if not self.phrases.is_agentive(lo, verb) or self.phrases.has_finite(lo, verb):
            return None
        pieces = [(q, q + 1) for q in range(len(els)) if els[q].kind == QUOTE]
        cue = Span(els[verb].start, els[verb].end)
        return self._found("open", els[verb].low, REPORTING, (cue,), (lo, verb), pieces, 0.6)

    def _colon(self) -> Found | None:
        """``She put it this way: "…"``: the subject of the sentence speaks."""
        els = self.els
        for i in range(1, len(els) - 1):
            if els[i].text == ":" and els[i + 1].kind == QUOTE:
                np = self._clause_subject(i) or self._first_subject(i)
                if np is None:
                    return None
                cue = Span(els[i].start, els[i].end)
                return self._found("colon", ":", REPORTING, (cue,), np, [(i + 1, i + 2)], 0.7)
        return None

    def _clause_subject(self, limit: int) -> tuple[int, int] | None:
        """*He* in ``Members hold back, and he does not hide it: "…"``: who opens the last clause."""
        for k in range(limit - 2, 0, -1):
            low = self.lows[k]
            if (low in self.pack.singular_pronouns or low in self.pack.grammar.they) and (
                self.lows[k - 1] in self.pack.grammar.goes_on
            ):
                return (k, k + 1) if self.phrases.has_finite(k + 1, limit) else None
        return None

    @staticmethod
    def _keep(found: list[Found], one: Found | None) -> None:
        if one is not None:
            found.append(one)

    def _according(self, i: int, width: int) -> Found | None:
        opening = not any(
            el.kind in (WORD, QUOTE) and not self.phrases.is_adverb(k)
            for k, el in enumerate(self.els[:i])
            if el.low not in self.pack.clause_words
        )
        np = self.phrases.object(i + width, opening=opening)
        if (
            np is None
            or self.lows[np[0]] in self.pack.grammar.customs
            or (self.els[i].low not in ("according", "in") and not self.phrases.is_agentive(*np))
        ):
            return None
        lo, hi = np
        # A semicolon parts the sentence: what stands beyond it is no longer according to anybody.
        marks = [k for k, el in enumerate(self.els) if el.text == ";"]
        first = max((k + 1 for k in marks if k < i), default=0)
        before = self._words_before(i)
        before = (max(before[0], first), before[1]) if before and before[1] > first else None
        after = self._after(hi, next((k for k in marks if k >= hi), len(self.els)))
        pieces = [piece for piece in (before, after) if piece]
        if opening and after:
            pieces = [after]
        elif before and after and self.els[hi - 1 if hi == len(self.els) else hi].text != ",":
            pieces = [before]
        if not pieces:
            return None
        cue = Span(self.els[i].start, self.els[i + width - 1].end)
        return self._found(
            "according", " ".join(el.low for el in self.els[i : i + width]), REPORTING, (cue,), (lo, hi), pieces, 0.95
        )

    def _hedge(self, i: int, width: int) -> Found | None:
        """``X is said to be Y``, ``X reportedly did Y``: a subject and what is said of it, and nobody who says it."""
        lemma = " ".join(self.lows[i : i + width])
        first, last = i, i + width
        # Of "is said to", the participle is the cue, and "to" begins what is said.
        while last - first > 1 and self.lows[last - 1] in self.pack.grammar.infinitive_signs:
            last -= 1
        while last - first > 1 and (self.phrases.is_adverb(first) or self.lows[first] in self.pack.before_participles):
            first += 1
        opens = self._behind_aside(last)
        that = opens < len(self.els) and self.lows[opens] in self.pack.grammar.that
        behind = self._after(opens + that, self._clause_end(opens))
        subject = self.phrases.subject(self.phrases.before_verb(i))
        if self.lows[i] in self.pack.plural_pronouns or self.lows[i] in self.pack.grammar.contracted:
            # "It is said to be", and "it is said that": there, nothing is said of it.
            subject = (
                (i, i + 1) if last < len(self.els) and self.lows[last] in self.pack.grammar.infinitive_signs else None
            )
        pieces = [piece for piece in (subject, behind) if piece] if behind else [self._words_before(i)]
        found = [piece for piece in pieces if piece]
        cue = Span(self.els[first].start, self.els[last - 1].end)
        return self._found("hedge", lemma, HEDGE, (cue,), None, found, 0.95) if found else None

    def _verb(self, i: int, verb: CueVerb, earlier: list[Found]) -> Found | None:
        els = self.els
        previous = els[i - 1] if i else None
        # "St Mary's said" is a verb all the same: no noun is written like it.
        owned = previous is not None and previous.low.endswith("’s") and not verb.strict
        if previous is not None and previous.kind == WORD and self._is_noun_behind(previous.low) and not owned:
            return None
        if verb.deeds and self.phrases.is_deed(i):
            return None
        if self.modifies(i):
            return None
        if verb.takes_person and self.is_reduced(i):
            return None
        last = self.phrases.before_verb(i)
        between = {els[k].low for k in range(last + 1, i)}
        if between & self.pack.grammar.unreal:
            return None
        being = bool(between & self.pack.grammar.passive) or self.is_contracted(i)
        if being and not els[i].low.endswith(self.pack.grammar.participles):
            return self._passive(i, verb, last)
        if els[i].low.endswith(self.pack.grammar.participles) and not being:
            return self._participle(i, verb, earlier)
        if verb.lemma == "quote":
            return self._quoting(i, last)
        shape, k, addressee = self._right(i, verb)
        inverted = self.inverted(i, last, shape, verb)
        if inverted is not None:
            return self._tail(i, verb, inverted, inverted[1], before=i, confidence=0.9)
        np = self._antecedent(last) or self.phrases.subject(last)
        behind = els[i + 1] if i + 1 < len(els) else None
        if verb.kind == "quoting" and behind is not None and (self._likens(behind) or behind.kind == QUOTE):
            # "a plan described as bold by the mayor": what stands before the verb did not say it.
            passive = self._passive(i, verb, last)
            if passive is not None:
                return passive
        if np is None and self.pack.grammar.drops_subject:
            return self._subjectless(i, verb)
        shared = False
        if np is None and last >= 0 and els[last].low in self.pack.grammar.goes_on:
            np, shared = self._first_subject(last), True
        if np is None or self._is_nobody(np) or not self._fits(np, verb, shape, k):
            return None
        lo = np[0]
        left = self._words_before(lo)
        edge = els[lo - 1] if lo else None
        if edge is not None and edge.low in self.pack.grammar.likens and shape in ("comma", "end", "phrase"):
            return self._likened(i, verb, np, k)
        closed = edge is not None and (edge.kind == QUOTE or edge.text in (",", "–", "—"))
        if left and closed and not shared and self.is_tail(shape, edge, left, k):
            return self._tail(i, verb, np, max(k, i + 1), before=lo, confidence=0.9, addressee=addressee)
        return self._right_content(i, verb, np, shape, k, addressee, shared)

    def _likened(self, i: int, verb: CueVerb, np: tuple[int, int], k: int) -> Found | None:
        """A clause with *as*: ``As Berg said, the mill leaks`` and ``The mill leaks, as Berg has said``."""
        if verb.kind != "speech":
            return None
        opens = np[0] == 1
        if opens and self.els[k].text != ",":
            return None
        content = self._after(k, len(self.els)) if opens else self._words_before(np[0] - 1)
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found("tail", verb.lemma, REPORTING, (cue,), np, [content], 0.8) if content else None

    def _is_nobody(self, np: tuple[int, int]) -> bool:
        """Whether a subject says that nobody did; *No 10* is somebody."""
        lo = np[0]
        return self.lows[lo] in self.pack.negations and not (lo + 1 < np[1] and self.lows[lo + 1].isdigit())

    def _fits(self, np: tuple[int, int], verb: CueVerb, shape: str, k: int) -> bool:
        """Whether a subject and what follows make the verb a cue, and not something else."""
        phrases = self.phrases
        if phrases.has_main(*np) and not any(el.low in self.pack.grammar.relatives for el in self.els[np[0] : np[1]]):
            return False
        agentive = phrases.is_agentive(*np)
        if verb.kind == "quoting":
            return agentive and (not verb.strict or any(el.kind == QUOTE for el in self.els))
        if verb.kind == "evidence":
            if not any(self._evidence(el) for el in self.els[np[0] : np[1]]):
                # "Scientists have found that", and no word that only its place in the sentence makes a name.
                return agentive and shape in ("that", "end") and self.phrases.is_known(*np)
            return shape != "phrase"
        if shape == "infinitive":
            # What somebody promises or plans to do is an intention, and no report of how things are.
            return agentive and verb.takes_person
        if verb.only_quoted:
            return agentive and (shape in ("quote", "colon") or any(el.kind == QUOTE for el in self.els))
        if verb.kind == "belief":
            return agentive and shape != "phrase"
        if verb.strict and shape == "clause":
            return agentive and self.own_clause(k, self.phrases._next_stop(k))
        if verb.strict:
            return agentive and shape in ("that", "quote", "colon", "comma", "end", "phrase")
        behind = np[0] > 0 and (self.els[np[0] - 1].text == "," or self.els[np[0] - 1].kind == QUOTE)
        if verb.kind == "speech" and (shape in ("that", "quote", "colon", "clause") or (behind and shape != "object")):
            return agentive or self.els[np[0]].low in self.pack.determiners
        return agentive

    def _tail(
        self,
        i: int,
        verb: CueVerb,
        np: tuple[int, int],
        after: int,
        *,
        before: int,
        confidence: float,
        addressee: Span | None = None,
    ) -> Found | None:
        """An attribution behind what was said, with the other half of a split quotation."""
        left = self._words_before(before)
        if left is None:
            return None
        lo, hi = left
        pieces: list[tuple[int, int]] = []
        if self.els[hi - 1].kind == QUOTE:
            first = hi - 1
            while first > lo and self.els[first - 1].kind in (QUOTE, MARK):
                first -= 1
            pieces.append((first, hi) if first == lo else (lo, hi))
        else:
            pieces.append((lo, hi))
        if verb.kind == "quoting" and not any(el.kind == QUOTE for el in self.els[lo:hi]):
            return None
        commas = self.els[before - 1].text == "," and after < len(self.els) and self.els[after].text == ","
        if commas and self.goes_on(left, after):
            # "Norbank, said a spokesman, will appeal."
            goes_on = self._after(after + 1, self._content_end(after + 1))
            pieces += [goes_on] if goes_on else []
        behind = range(after, len(self.els))
        pieces += [(q, q + 1) for q in behind if self.els[q].kind == QUOTE and self._free(after, q)]
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found("tail", verb.lemma, CLASSES[verb.kind], (cue,), np, pieces, confidence, addressee)

    def _right_content(
        self,
        i: int,
        verb: CueVerb,
        np: tuple[int, int],
        shape: str,
        k: int,
        addressee: Span | None,
        shared: bool,
    ) -> Found | None:
        if shape in ("end", "comma", "phrase"):
            return None
        end = self._content_end(k)
        if self._subordinate(np[0]) or shape == "object":
            end = next((q for q in range(k, end) if self.els[q].text == ","), end)
        content = self._after(k, end)
        if content is None:
            return None
        pieces = [content]
        if self.els[content[0]].kind == QUOTE and (
            content[1] - content[0] == 1 or self.els[content[0] + 1].kind == MARK
        ):
            # Behind a quotation that is closed off, something else begins.
            pieces = [(q, q + 1) for q in range(*content) if self.els[q].kind == QUOTE and self._free(k, q)]
        if verb.kind == "quoting":
            pieces = [
                (q, q + 1) for q in range(i + 1, len(self.els)) if self.els[q].kind == QUOTE and self._free(i + 1, q)
            ]
            if not pieces and not self._characterises(verb, k):
                return None
            pieces = pieces or [content]
        elif shape == "object" and verb.kind == "belief" and content[1] - content[0] < 2:
            return None
        sure = 0.9 if shape in ("that", "quote", "colon") else 0.8 if shape == "clause" else 0.6
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found(
            "right", verb.lemma, CLASSES[verb.kind], (cue,), np, pieces, sure - (0.2 if shared else 0.0), addressee
        )

    def _quoting(self, i: int, last: int) -> Found | None:
        """``The agency quoted him as saying``: he speaks, and the agency passes it on."""
        els = self.els
        saying = next((k for k in range(i + 1, min(i + 12, len(els))) if els[k].low in self.pack.grammar.saying), None)
        if saying is None or els[saying - 1].low not in self.pack.grammar.likens or saying - 1 <= i + 1:
            return None
        content = self._after(saying + 1, len(els)) or self._words_before(self._outset(last))
        cue = Span(els[i].start, els[saying].end)
        found = content and self._found("quoting", "quote", REPORTING, (cue,), (i + 1, saying - 1), [content], 0.8)
        by = self.phrases.subject(last)
        return found._replace(passed_by=els[slice(*by)]) if found and by and self.phrases.is_agentive(*by) else found

    def _passive(self, i: int, verb: CueVerb, last: int) -> Found | None:
        """``X was quoted as saying that …``, and ``described as "…" by X``."""
        els = self.els
        cue = Span(els[i].start, els[i].end)
        saying = next((k for k in range(i + 1, min(i + 14, len(els))) if els[k].low in self.pack.grammar.saying), None)
        if els[i].low in self.pack.grammar.quoted and saying is not None:
            np = self.phrases.subject(last)
            shape, k, _ = self._right(saying, verb)
            content = self._after(k, self._content_end(k))
            if np is not None and shape in ("end", "phrase", "comma") and els[np[0] - 1].text == "," and np[0]:
                content = self._words_before(np[0])  # "The plan is dead, Berg was quoted as saying."
            elif shape == "end":
                return None
            if np is None or content is None:
                return None
            cue = Span(els[i].start, els[saying].end)
            return self._found("passive", "quote", REPORTING, (cue,), np, [content], 0.85)
        by = self._by(i)
        if by is None:
            return None
        pieces = [(q, q + 1) for q in range(i + 1, len(els)) if els[q].kind == QUOTE]
        before = self._words_before(last + 1)
        if not pieces and (verb.kind == "quoting" or before is None):
            return None
        return self._found("passive", verb.lemma, CLASSES[verb.kind], (cue,), by, pieces or [before or by], 0.7)

    def _participle(self, i: int, verb: CueVerb, earlier: list[Found]) -> Found | None:
        """``…, adding that``: the one who speaks already goes on."""
        if i == 0 or verb.kind != "speech":
            return None
        shape, k, addressee = self._right(i, verb)
        if shape not in ("that", "clause", "quote", "colon"):
            return None
        speaking = next((one for one in reversed(earlier) if one.source and one.cue_class != HEDGE), None)
        content = self._after(k, self._content_end(k))
        if content is None:
            return None
        cue = Span(self.els[i].start, self.els[i].end)
        if self.els[i - 1].kind not in (MARK, QUOTE):
            # "with the society stating that", "a statement saying that"
            own = self.phrases.subject(self.phrases.before_verb(i))
            if own is None or not self.phrases.is_agentive(*own) or self.phrases.has_finite(*own):
                return None
            return self._found("participle", verb.lemma, REPORTING, (cue,), own, [content], 0.7, addressee)
        if speaking is not None:
            found = self._found("participle", verb.lemma, REPORTING, (cue,), None, [content], 0.8, addressee)
            return found._replace(source=speaking.source)
        np = self._first_subject(i)
        return self._found("participle", verb.lemma, REPORTING, (cue,), np, [content], 0.6, addressee) if np else None
