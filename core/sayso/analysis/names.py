"""Persons named in the narration, whether or not they speak, each sentence read when it is first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.analysis.elements import WORD, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.narration import Narration
from sayso.analysis.phrases import bare
from sayso.analysis.sources import Source, joins_names, read_source
from sayso.text.span import Span

#: How many sentences a pronoun looks back over for a name.
REACH = 20


class Mention(NamedTuple):
    """A person's full name in the narration, with the role before it. `subject` says that it opens a sentence."""

    source: Source
    subject: bool


class Names:
    """The persons whom an item names in full, by surname, by role and by place."""

    def __init__(self, text: str, pack: LanguagePack, narration: Narration) -> None:
        self.text = text
        self.pack = pack
        self._narration = narration
        self._made: dict[int, list[Mention]] = {}
        #: By surname, since pronouns ask for the same one again and again.
        self._full: dict[str, Source | None] = {}

    def full(self, last: str) -> Source | None:
        """The first full name with a surname, given in lower case."""
        if last not in self._full:
            self._full[last] = self._first(last, lambda source: surname(source.name or "?") == last)
        return self._full[last]

    def with_role(self, word: str) -> Source | None:
        """The first full name whose role has a word, given in lower case."""
        return self._first(word, lambda source: word in (source.role or "").lower().split())

    def _first(self, word: str, fits: Callable[[Source], bool]) -> Source | None:
        for index in sorted({*self._narration.having(word), *self._narration.having(f"{word}’s")}):
            for mention in self.within(index):
                if fits(mention.source):
                    return mention.source
        return None

    def subjects_before(self, offset: int, section: int) -> Iterator[Source]:
        """The names that open sentences before an offset, the nearest first, back to where the section begins."""
        starts = self._narration.starts
        here = bisect_right(starts, offset) - 1
        for index in range(here, max(-1, here - REACH), -1):
            for mention in reversed(self.within(index)):
                if mention.subject and section <= mention.source.span.start < offset:
                    yield mention.source
            opener = self._opener(index)
            if opener is not None and section <= opener.span.start < offset:
                yield opener
            if starts[index] < section:
                return

    def _opener(self, index: int) -> Source | None:
        """The person whose last name alone opens a sentence, where the item has the full one elsewhere."""
        els = self._narration[index][:2]
        if not els or els[0].kind != WORD or not els[0].capital or (len(els) > 1 and els[1].capital):
            return None
        full = None if els[0].low in self.pack.function_like else self.full(bare(els[0].low))
        return full._replace(span=Span(els[0].start, els[0].end)) if full is not None else None

    def within(self, index: int) -> list[Mention]:
        """The full names in a sentence."""
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = self._read(self._narration[index])
        return made

    def _is_verb(self, el: Element) -> bool:
        verb = self.pack.verbs.get(el.low)
        return (
            el.low in self.pack.auxiliaries
            or el.low.endswith(self.pack.grammar.past)
            or (verb is not None and not verb.strict)
        )

    def _read(self, els: list[Element]) -> list[Mention]:
        found: list[Mention] = []
        pack, i = self.pack, 0
        while i < len(els):
            if not els[i].capital or els[i].low in pack.determiners or els[i].low in pack.clause_words:
                i += 1
                continue
            end = i
            while end < len(els) and (els[end].capital or joins_names(els, end, pack)):
                end += 1
            if end - i < 2:
                # One word is no full name, and only full names are looked up.
                i = end
                continue
            start = i
            while (
                start > 0
                and els[start - 1].kind == WORD
                and (bare(els[start - 1].low) in pack.roles or els[start - 1].low in pack.titles)
            ):
                start -= 1
            source = read_source(self.text, els[start:end], pack)
            if _of_a_body(els, start, pack):
                i = end
                continue
            if source.kind == "person" and source.name and " " in source.name:
                opens = not any(el.kind == WORD and self._is_verb(el) for el in els[:start])
                titled = bool(source.role) or any(el.low in pack.titles for el in els[start:end])
                found.append(Mention(source, subject=opens or titled))
            i = end
        return found


def _of_a_body(els: list[Element], start: int, pack: LanguagePack) -> bool:
    """Whether a name goes on one of a body before it: *the Institute for Insect Research*."""
    before = start - 1
    if before > 1 and els[before].low in pack.grammar.articles:
        before -= 1
    if before < 1 or els[before].low not in pack.prepositions:
        return False
    return els[before - 1].capital and bare(els[before - 1].low) in pack.organisations


def surname(name: str) -> str:
    """The last word of a name, in lower case and without a possessive ending."""
    return bare(name.split()[-1].lower().replace("'", "’"))
