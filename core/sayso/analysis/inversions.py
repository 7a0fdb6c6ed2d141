"""Who said it, behind the verb: *"It is safe," said Ana Ruiz*, and *Prices rise, said the bank*."""

from __future__ import annotations

from sayso.analysis.cue_parts import SentenceParts
from sayso.analysis.elements import MARK, QUOTE, TIME, WORD, Element
from sayso.analysis.language import CueVerb

#: Marks that part what was said from who said it.
SETS_OFF = frozenset(",–—")
#: Marks that part a sentence.
PARTS = SETS_OFF | frozenset(";:()[]…")
#: Words of the shortest clause that may have been said: *Prices rose*.
SHORTEST = 2


class Inversions(SentenceParts):
    """Finds the subject behind a verb, and what was said before one."""

    def inverted(self, i: int, last: int, shape: str, verb: CueVerb) -> tuple[int, int] | None:
        """The subject behind the verb in ``"…," said Ana Ruiz`` and ``…, said Ana Ruiz``."""
        els = self.els
        if last != i - 1 or i == 0 or i + 1 >= len(els):
            return None
        edge = els[last]
        if edge.kind == QUOTE or (edge.text in SETS_OFF and last and els[last - 1].kind == QUOTE):
            pass
        elif edge.text not in SETS_OFF:
            return None
        elif (np := self._set_off(i, last, verb)) is not None:
            return np
        elif not self.phrases.has_finite(0, last) or self.phrases.subject(last) is not None:
            return None
        first = els[i + 1]
        if first.kind != WORD or shape in ("that", "colon"):
            return None
        np = self.phrases.object(i + 1)
        if np is None or not (self.phrases.is_agentive(*np) or first.low in self.pack.determiners):
            return None
        if first.low in self.pack.prepositions or first.low in self.pack.clause_words:
            return None
        quoted = edge.kind == QUOTE or els[last - 1].kind == QUOTE
        if not quoted and verb.kind == "evidence" and self.phrases.has_finite(*np):
            # "They say a man walked in, showed the clerk what he had and left."
            return None
        if quoted or np[1] == len(els):
            return np
        # "The union, which has 900 members, said members will strike", and "… said the roof leaks “when it rains”".
        return None if self.phrases.is_finite(np[1]) or els[np[1]].kind == QUOTE else np

    def _set_off(self, i: int, last: int, verb: CueVerb) -> tuple[int, int] | None:
        """The subject behind a verb, where one mark parts the verb from what was said and nothing else follows it.

        No subject is parted from its verb by a single comma: *Prices rise, said the bank* needs no verb that is known
        before it. Behind two commas it may be (*The mayor, Jo Berg, said …*), unless who speaks ends the sentence.
        """
        if verb.kind not in ("speech", "belief"):
            return None
        np = self.phrases.object(i + 1)
        if np is None or (np[1] < len(self.els) and self.els[np[1]].kind == WORD and not self._leads_on(np[1])):
            return None
        # "Jo Berg, its owner, confirmed it."
        if self.lows[np[0]] in self.pack.plural_pronouns:
            return None
        by = next((k for k in range(*np) if self.lows[k] in self.pack.prepositions), np[1])
        named = self.phrases.is_agentive(np[0], by)
        if not named and not (self.lows[np[0]] in self.pack.determiners and self.phrases.is_agentive(*np)):
            return None
        alone = not any(el.kind == QUOTE or el.text in PARTS for el in self.els[:last])
        ends = all(el.kind == MARK for el in self.els[np[1] :])
        # Behind a verb that names whom one speaks to, it may be they: *She rose, warned the crowd and left*.
        speaks = ends or not verb.takes_person
        if not alone:
            speaks = ends and not (verb.strict or verb.takes_person) and self._is_brief(*np)
        return np if speaks else None

    def _is_brief(self, lo: int, hi: int) -> bool:
        """Whether who speaks is a name, a noun, or one with its article, so that no clause is taken for a phrase."""
        if all(el.capital for el in self.els[lo:hi]):
            return True
        return self.phrases.is_agentive(hi - 1, hi) and (
            hi - lo == 1 or (hi - lo == 2 and self.lows[lo] in self.pack.determiners)
        )

    def _leads_on(self, i: int) -> bool:
        """Whether a word behind who speaks tells when, where or how, and not what."""
        low = self.lows[i]
        return low in self.pack.prepositions or low in self.pack.subordinators or self.phrases.is_adverb(i)

    def is_tail(self, shape: str, edge: Element | None, left: tuple[int, int], k: int) -> bool:
        """Whether what stands before a subject and its verb is what was said."""
        if shape == "comma" and edge is not None and edge.text == "," and self.goes_on(left, k):
            return True
        if shape in ("end", "phrase", "comma"):
            quoted = any(el.kind == QUOTE for el in self.els[left[0] : left[1]])
            opens = self.els[left[0]].low in self.pack.prepositions or self._phrase(left[0], self.pack.according)
            clause = left[1] - left[0] >= SHORTEST and (not opens or self.phrases.has_finite(*left))
            return edge is not None and (edge.kind == QUOTE or quoted or clause)
        if shape == "quote":
            return edge is not None and (
                edge.kind == QUOTE or (edge.text == "," and self.els[left[1] - 1].kind == QUOTE)
            )
        return edge is not None and edge.kind == QUOTE and shape in ("object", "clause")

    def goes_on(self, left: tuple[int, int], comma: int) -> bool:
        """Whether what stands before *Berg said* and behind it is one clause: *The plan, Berg said, is dead*."""
        behind = comma + 1
        if behind >= len(self.els) or self.els[behind].kind not in (WORD, TIME) or self.els[comma].text != ",":
            return False
        if self.phrases.is_finite(behind) or self.phrases.is_finite(left[1] - 1):
            return True
        low = self.lows[behind]
        opens = low in self.pack.clause_words or low in self.pack.grammar.relatives
        aside = opens or low.endswith(self.pack.grammar.participles) or low in self.pack.prepositions
        return not aside and not self.phrases.has_finite(*left)

    def is_reduced(self, i: int) -> bool:
        """Whether a verb only tells of those before it what was done to them: *people briefed on the talks said*."""
        els = self.els
        if i + 1 >= len(els) or self.lows[i + 1] not in self.pack.prepositions:
            return False
        for k in range(i + 2, len(els)):
            if els[k].kind != WORD or self.lows[k] in self.pack.clause_words:
                return False
            verb = self.pack.verbs.get(self.lows[k])
            if verb is not None and verb.kind == "speech" and not verb.strict and not els[k].capital:
                return self.phrases.is_finite(k)
        return False

    def modifies(self, i: int) -> bool:
        """Whether a participle only describes the noun behind it: *the number of confirmed and suspected cases*.

        Before it stands a preposition that no verb has left there, as in *the man he spoke to said*.
        """
        lows, past, joins = self.lows, self.pack.grammar.past, self.pack.grammar.joins
        if not lows[i].endswith(past) or i + 1 >= len(lows):
            return False
        noun = self.els[i + 1]
        if noun.kind != WORD or (noun.low in self.pack.function_like and noun.low not in joins):
            return False
        if i > 2 and lows[i - 1] in joins and lows[i - 2].endswith(past):
            i -= 2
        if i < 2 or lows[i - 1] not in self.pack.prepositions:
            return False
        before = self.els[i - 2]
        left = i > 2 and (lows[i - 3] in self.pack.singular_pronouns or lows[i - 3] in self.pack.grammar.they)
        return before.kind == WORD and not (left or before.capital or self.phrases.is_finite(i - 2))
