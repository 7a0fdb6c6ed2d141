"""Attributions of one sentence: cues, and the source and content that belong to them."""

from __future__ import annotations

from attrs import define

from sayso.analysis.elements import MARK, QUOTE, TIME, WORD, Element
from sayso.analysis.language import CueVerb, LanguagePack
from sayso.analysis.language import Phrases as PhrasesByWord
from sayso.analysis.phrases import Phrases
from sayso.text.span import Span

REPORTING, KNOWING, EVIDENTIAL, ATTITUDE, HEDGE = "reporting", "knowing", "evidential", "attitude", "hedge"
CLASSES = {"speech": REPORTING, "belief": KNOWING, "attitude": ATTITUDE, "evidence": EVIDENTIAL, "quoting": REPORTING}
#: Verbs of everyday doing that attribute only what stands in quotation marks.
ONLY_QUOTED = frozenset("continue go read cry laugh sigh shout whisper mutter ask answer demand mention".split())
#: Auxiliaries by which nothing has been said yet.
UNREAL = frozenset("will would shall should can could may might must won’t wouldn’t can’t couldn’t".split())
PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


@define
class Found:
    """An attribution as found in its sentence, before speakers are resolved. Spans are offsets of the text.

    Attributes:
        source: The elements of the source phrase; empty where nobody is named.
        governs: Whether the cue stands in the main clause.
    """

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


class CueFinder:
    """One sentence under analysis."""

    def __init__(self, elements: list[Element], pack: LanguagePack) -> None:
        self.els = elements
        self.pack = pack
        self.phrases = Phrases(elements, pack)

    def attributions(self) -> list[Found]:
        """All attributions of the sentence, in the order of their cues."""
        found: list[Found] = []
        skip = 0
        for i, el in enumerate(self.els):
            if i < skip or el.kind != WORD:
                continue
            width = self._phrase(i, self.pack.according)
            if width:
                self._keep(found, self._according(i, width))
                skip = i + width
                continue
            width = self._phrase(i, self.pack.hedges)
            if width:
                self._keep(found, self._hedge(i, width))
                skip = i + width
                continue
            verb = self.pack.verbs.get(el.low)
            if verb is not None and not (el.capital and i > 0):
                self._keep(found, self._verb(i, verb, found))
        if not any(one.quoted for one in found):
            self._keep(found, self._colon() or self._open_class())
        return found

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
        if not 1 <= verb - lo <= 8 or els[verb].capital or not els[verb].low.endswith(("ed", "s")):
            return None
        if not self.phrases.is_agentive(lo, verb) or self.phrases.has_finite(lo, verb):
            return None
        pieces = [(q, q + 1) for q in range(len(els)) if els[q].kind == QUOTE]
        cue = Span(els[verb].start, els[verb].end)
        return self._found(els[verb].low, REPORTING, (cue,), (lo, verb), pieces, 0.6)

    def _colon(self) -> Found | None:
        """``She put it this way: "…"``: the subject of the sentence speaks."""
        els = self.els
        for i in range(1, len(els) - 1):
            if els[i].text == ":" and els[i + 1].kind == QUOTE:
                np = self._first_subject(i)
                if np is None:
                    return None
                cue = Span(els[i].start, els[i].end)
                return self._found(":", REPORTING, (cue,), np, [(i + 1, i + 2)], 0.7)
        return None

    @staticmethod
    def _keep(found: list[Found], one: Found | None) -> None:
        if one is not None:
            found.append(one)

    def _phrase(self, i: int, phrases: PhrasesByWord) -> int:
        """How many elements from `i` on make one of the phrases; 0 for none."""
        for phrase in phrases.get(self.els[i].low, ()):
            if [el.low for el in self.els[i : i + len(phrase)]] == list(phrase):
                return len(phrase)
        return 0

    # according to X

    def _according(self, i: int, width: int) -> Found | None:
        opening = not any(el.kind in (WORD, QUOTE) and not self.phrases.is_adverb(k) for k, el in enumerate(self.els[:i])
                          if el.low not in self.pack.clause_words)
        np = self.phrases.object(i + width, opening=opening)
        if np is None or (self.els[i].low not in ("according", "in") and not self.phrases.is_agentive(*np)):
            return None
        lo, hi = np
        before = self._words_before(i)
        after = self._after(hi, len(self.els))
        pieces = [piece for piece in (before, after) if piece]
        if opening and after:
            pieces = [after]
        elif before and after and self.els[hi - 1 if hi == len(self.els) else hi].text != ",":
            pieces = [before]
        if not pieces:
            return None
        cue = Span(self.els[i].start, self.els[i + width - 1].end)
        return self._found(" ".join(el.low for el in self.els[i : i + width]), REPORTING, (cue,), (lo, hi), pieces, 0.95)

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

    # reportedly

    def _hedge(self, i: int, width: int) -> Found | None:
        whole = self._after(0, len(self.els))
        if whole is None:
            return None
        cue = Span(self.els[i].start, self.els[i + width - 1].end)
        lemma = " ".join(el.low for el in self.els[i : i + width])
        return self._found(lemma, HEDGE, (cue,), None, [whole], 0.95)

    # X says that; "…", says X; X, …, said

    def _verb(self, i: int, verb: CueVerb, earlier: list[Found]) -> Found | None:
        els, pack = self.els, self.pack
        previous = els[i - 1] if i else None
        if previous is not None and previous.kind == WORD:
            if previous.low in pack.determiners or previous.low.endswith("’s") or previous.low == "to":
                return None
        last = self.phrases.before_verb(i)
        between = {els[k].low for k in range(last + 1, i)}
        if between & UNREAL:
            return None
        being = bool(between & PASSIVE)
        if being and not els[i].low.endswith("ing"):
            return self._passive(i, verb, last)
        if els[i].low.endswith("ing") and not being:
            return self._participle(i, verb, earlier)
        if verb.lemma == "quote":
            return self._quoting(i, last)
        shape, k, addressee = self._right(i, verb)
        inverted = self._inverted(i, last, shape)
        if inverted is not None:
            return self._tail(i, verb, inverted, inverted[1], before=i, confidence=0.9)
        np = self._antecedent(last) or self.phrases.subject(last)
        behind = els[i + 1] if i + 1 < len(els) else None
        if verb.kind == "quoting" and behind is not None and (behind.low in ("as", "by") or behind.kind == QUOTE):
            # "a plan described as bold by the mayor": what stands before the verb did not say it.
            passive = self._passive(i, verb, last)
            if passive is not None:
                return passive
        shared = False
        if np is None and last >= 0 and els[last].low in ("and", "but", "then"):
            np, shared = self._first_subject(last), True
        if np is None or not self._fits(np, verb, shape):
            return None
        lo, hi = np
        left = self._words_before(lo)
        edge = els[lo - 1] if lo else None
        behind = edge is not None and (edge.kind == QUOTE or edge.text in (",", "–", "—"))
        if left and behind and not shared and self._is_tail(shape, edge, left):
            return self._tail(i, verb, np, max(k, i + 1), before=lo, confidence=0.9, addressee=addressee)
        return self._right_content(i, verb, np, shape, k, addressee, shared)

    def _right(self, i: int, verb: CueVerb) -> tuple[str, int, Span | None]:
        """What follows a verb: the shape, where the content begins, and who is spoken to."""
        els, size = self.els, len(self.els)
        k, addressee = i + 1, None
        while k < size and self.phrases.is_adverb(k):
            k += 1
        if verb.takes_person and k < size and els[k].kind == WORD and els[k].low not in self.pack.clause_words:
            phrase = self.phrases.addressee(k)
            if phrase:
                addressee = Span(els[phrase[0]].start, els[phrase[1] - 1].end)
                k = phrase[1]
                while k < size and els[k].kind == TIME:
                    k += 1
        phrase_at = k
        while k < size and els[k].kind == WORD and els[k].low in self.pack.prepositions:
            if els[k].low == "to" and self._infinitive(k):
                break
            k += 1
            while k < size and els[k].kind in (WORD, TIME) and els[k].low not in ("that", "how", "why"):
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
        if els[k].low in ("that", "how", "why", "whether"):
            return "that", k + 1 if els[k].low == "that" else k, addressee
        if els[k].low == "to":
            quoted = any(el.kind == QUOTE for el in els[k:])
            return ("object" if quoted else "infinitive"), k, addressee
        stop = self.phrases._next_stop(k)
        return ("clause" if self.phrases.has_finite(k, stop) else "object"), k, addressee

    def _infinitive(self, k: int) -> bool:
        """Whether *to* begins a verb, and not *to reporters*."""
        following = self.els[k + 1] if k + 1 < len(self.els) else None
        if following is None or following.kind != WORD or following.capital:
            return False
        low = following.low
        return not (low in self.pack.determiners or self.pack.is_common(low) or low.endswith("s"))

    def _inverted(self, i: int, last: int, shape: str) -> tuple[int, int] | None:
        """The subject behind the verb in ``"…," said Ana Ruiz`` and ``…, said Ana Ruiz``."""
        els = self.els
        if last != i - 1 or i == 0 or i + 1 >= len(els):
            return None
        edge = els[last]
        if edge.kind == QUOTE or (edge.text in (",", "–", "—") and last and els[last - 1].kind == QUOTE):
            pass
        elif edge.text in (",", "–", "—") and self.phrases.has_finite(0, last):
            if self.phrases.subject(last) is not None:
                return None
        else:
            return None
        first = els[i + 1]
        if first.kind != WORD or shape in ("that", "colon"):
            return None
        np = self.phrases.object(i + 1)
        if np is None or not (self.phrases.is_agentive(*np) or first.low in self.pack.determiners):
            return None
        if first.low in self.pack.prepositions or first.low in self.pack.clause_words:
            return None
        return np

    def _is_tail(self, shape: str, edge: Element | None, left: tuple[int, int]) -> bool:
        if shape in ("end", "phrase", "comma"):
            quoted = any(el.kind == QUOTE for el in self.els[left[0] : left[1]])
            opens = self.els[left[0]].low in self.pack.prepositions or self._phrase(left[0], self.pack.according)
            clause = left[1] - left[0] >= 3 and (not opens or self.phrases.has_finite(*left))
            return edge is not None and (edge.kind == QUOTE or quoted or clause)
        if shape == "quote":
            return edge is not None and (edge.kind == QUOTE or (edge.text == "," and self.els[left[1] - 1].kind == QUOTE))
        return edge is not None and edge.kind == QUOTE and shape in ("object", "clause")

    def _fits(self, np: tuple[int, int], verb: CueVerb, shape: str) -> bool:
        """Whether a subject and what follows make the verb a cue, and not something else."""
        phrases = self.phrases
        if phrases.has_finite(np[0], np[1]) and not any(el.low == "who" for el in self.els[np[0] : np[1]]):
            return False
        agentive = phrases.is_agentive(*np)
        if verb.kind == "quoting":
            return agentive and (not verb.strict or any(el.kind == QUOTE for el in self.els))
        if verb.kind == "evidence":
            if not any(self._evidence(el) for el in self.els[np[0] : np[1]]):
                return False
            return shape != "phrase"
        if shape == "infinitive":
            # What somebody promises or plans to do is an intention, and no report of how things are.
            return agentive and verb.takes_person
        if verb.lemma in ONLY_QUOTED:
            return agentive and (shape in ("quote", "colon") or any(el.kind == QUOTE for el in self.els))
        if verb.kind == "belief":
            return agentive and shape != "phrase"
        if verb.strict:
            return agentive and shape in ("that", "quote", "colon", "comma", "end", "phrase")
        if shape in ("that", "quote", "colon", "clause") and verb.kind == "speech":
            return agentive or self.els[np[0]].low in self.pack.determiners
        return agentive

    def _evidence(self, el: Element) -> bool:
        low = el.low
        return low in self.pack.documents or low in self.pack.media

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
        for q in range(after, len(self.els)):
            if self.els[q].kind == QUOTE and self._free(after, q):
                pieces.append((q, q + 1))
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found(verb.lemma, CLASSES[verb.kind], (cue,), np, pieces, confidence, addressee)

    def _free(self, lo: int, q: int) -> bool:
        """Whether no other cue stands between an attribution and a quotation behind it."""
        for k in range(lo, q):
            verb = self.pack.verbs.get(self.els[k].low)
            if verb is not None and verb.kind == "speech" and not verb.strict:
                return False
        return True

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
        if self.els[content[0]].kind == QUOTE and (content[1] - content[0] == 1 or self.els[content[0] + 1].kind == MARK):
            # Behind a quotation that is closed off, something else begins.
            pieces = [(q, q + 1) for q in range(*content) if self.els[q].kind == QUOTE and self._free(k, q)]
        if verb.kind == "quoting":
            pieces = [(q, q + 1) for q in range(i + 1, len(self.els)) if self.els[q].kind == QUOTE and self._free(i + 1, q)]
            if not pieces and not self._characterises(verb, k):
                return None
            pieces = pieces or [content]
        elif shape == "object" and verb.kind == "belief" and content[1] - content[0] < 2:
            return None
        sure = 0.9 if shape in ("that", "quote", "colon") else 0.8 if shape == "clause" else 0.6
        cue = Span(self.els[i].start, self.els[i].end)
        return self._found(
            verb.lemma, CLASSES[verb.kind], (cue,), np, pieces, sure - (0.2 if shared else 0.0), addressee
        )

    def _characterises(self, verb: CueVerb, k: int) -> bool:
        """Whether a verb says what somebody makes of a thing: *called her the best*, and not *called a meeting*."""
        if verb.strict:
            return False
        behind = self.els[k + 1 : self.phrases._next_stop(k)]
        second = ("a", "an", "the") if verb.lemma in ("call", "brand", "label", "term") else ("as", "of", "for", "the", "a", "an")
        return any(el.low in second for el in behind)

    def _content_end(self, k: int) -> int:
        """Content that follows its cue ends before another attribution of the same words."""
        for q in range(k, len(self.els) - 1):
            if self.els[q].text == ";":
                return q
            if self.els[q].text == "," and self._phrase(q + 1, self.pack.according):
                return q
            if self.els[q].text == "," and self.els[q + 1].low.endswith("ing") and self.els[q + 1].low in self.pack.verbs:
                return q
        return len(self.els)

    def _antecedent(self, last: int) -> tuple[int, int] | None:
        """The name before ``, who`` in *Ana Ruiz, who said*."""
        if last < 2 or self.els[last].low != "who" or self.els[last - 1].text != ",":
            return None
        np = self.phrases.subject(last - 2)
        return np if np and self.phrases.is_agentive(*np) else None

    def _by(self, i: int) -> tuple[int, int] | None:
        """The phrase behind *by* that names who does what a passive verb says."""
        for k in range(i + 1, min(i + 12, len(self.els) - 1)):
            if self.els[k].low == "by":
                np = self.phrases.object(k + 1)
                return np if np and self.phrases.is_agentive(*np) else None
            if self.els[k].text in (",", ";") or self.els[k].low in self.pack.verbs:
                return None
        return None

    def _quoting(self, i: int, last: int) -> Found | None:
        """``The agency quoted him as saying``: he speaks, and the agency passes it on."""
        els = self.els
        saying = next((k for k in range(i + 1, min(i + 12, len(els))) if els[k].low == "saying"), None)
        if saying is None or els[saying - 1].low != "as" or saying - 1 <= i + 1:
            return None
        content = self._after(saying + 1, len(els)) or self._words_before(self._outset(last))
        cue = Span(els[i].start, els[saying].end)
        return self._found("quote", REPORTING, (cue,), (i + 1, saying - 1), [content], 0.8) if content else None

    def _outset(self, last: int) -> int:
        np = self.phrases.subject(last)
        return np[0] if np else last + 1

    def _passive(self, i: int, verb: CueVerb, last: int) -> Found | None:
        """``X was quoted as saying that …``, and ``described as "…" by X``."""
        els = self.els
        cue = Span(els[i].start, els[i].end)
        saying = next((k for k in range(i + 1, min(i + 14, len(els))) if els[k].low == "saying"), None)
        if els[i].low in ("quoted", "cited", "reported") and saying is not None:
            np = self.phrases.subject(last)
            shape, k, _ = self._right(saying, verb)
            content = self._after(k, self._content_end(k))
            if np is None or content is None or shape == "end":
                return None
            cue = Span(els[i].start, els[saying].end)
            return self._found("quote", REPORTING, (cue,), np, [content], 0.85)
        by = self._by(i)
        if by is None:
            return None
        pieces = [(q, q + 1) for q in range(i + 1, len(els)) if els[q].kind == QUOTE]
        before = self._words_before(i)
        if not pieces and (verb.kind == "quoting" or before is None):
            return None
        return self._found(verb.lemma, CLASSES[verb.kind], (cue,), by, pieces or [before or by], 0.7)

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
            return self._found(verb.lemma, REPORTING, (cue,), own, [content], 0.7, addressee)
        if speaking is not None:
            found = self._found(verb.lemma, REPORTING, (cue,), None, [content], 0.8, addressee)
            found.source = speaking.source
            return found
        np = self._first_subject(i)
        return self._found(verb.lemma, REPORTING, (cue,), np, [content], 0.6, addressee) if np else None

    def _first_subject(self, limit: int) -> tuple[int, int] | None:
        """The subject that opens the sentence, where it names somebody."""
        phrases = self.phrases
        lo = phrases._without_openers(0, limit)
        while lo < limit and self.els[lo].kind == MARK:
            lo = phrases._without_openers(lo + 1, limit)
        hi = lo
        while hi < limit and self.els[hi].kind == WORD and not phrases.is_finite(hi):
            if hi > lo and not self.els[hi].capital and self.els[hi].low in self.pack.verbs:
                break
            if hi > lo and not self.els[hi].capital and self.els[hi].low in self.pack.prepositions:
                break
            hi += 1
        return (lo, hi) if hi > lo and phrases.is_agentive(lo, hi) else None

    def _found(
        self,
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
        while i >= 0 and (self.els[i].kind == TIME or self.phrases.is_adverb(i)) and self.els[i].low not in self.pack.subordinators:
            i -= 1
        return i >= 0 and self.els[i].low in self.pack.subordinators
