"""Speakers: which source phrases lead to the same person, body or voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.analysis.elements import WORD, Element
from sayso.analysis.language import LanguagePack
from sayso.analysis.phrases import bare
from sayso.analysis.sources import Source, read_source
from sayso.text.span import Span


class Entity:
    """One who speaks, as far as the item tells.

    Attributes:
        mentions: The places that name this one, the fullest first.
    """

    def __init__(self, identity: str, source: Source, surface: str, role_span: Span | None) -> None:
        self.id = identity
        self.kind: str = source.kind
        self.surface = surface
        self.name: str | None = source.name
        self.role: str | None = source.role
        self.role_span = role_span
        self.named: bool = source.named
        self.mentions: list[Span] = [source.mention]


class Mention(NamedTuple):
    """A person's name in the narration, with the role before it. `subject` says that it opens a sentence."""

    source: Source
    subject: bool


class Cast:
    """The speakers of one item, built while its attributions are read in order."""

    def __init__(self, text: str, pack: LanguagePack, sentences: Sequence[list[Element]]) -> None:
        self.text = text
        self.pack = pack
        self.entities: list[Entity] = []
        self._spoke: list[tuple[int, Entity]] = []
        self._sentences = sentences
        self._mentions: list[Mention] | None = None

    def resolve(self, source: Source) -> Entity | None:
        """The entity of a source phrase; None for a pronoun that leads nowhere."""
        entity = self._resolve(source)
        if entity is not None:
            place = source.mention if source.kind == "media" else source.span
            if place not in entity.mentions:
                entity.mentions.append(place)
            self._spoke.append((source.span.start, entity))
        return entity

    def _resolve(self, source: Source) -> Entity | None:
        if source.kind == "pronoun":
            return self._pronoun(source)
        if source.kind == "person" and source.name:
            return self._person(source)
        key = _key(source.name or source.mention.of(self.text), self.pack)
        for entity in self.entities:
            if entity.kind == source.kind and _key(entity.name or entity.surface, self.pack) == key:
                return entity
        if source.name is None:
            known = self._by_noun(source)
            if known is not None:
                return known
        return self._new(source)

    def _person(self, source: Source) -> Entity:
        assert source.name is not None  # noqa: S101 - asked for persons with a name only
        last = _surname(source.name)
        for entity in self.entities:
            if entity.kind == "person" and entity.name and _surname(entity.name) == last:
                if " " in source.name and " " not in entity.name:
                    entity.name = source.name
                entity.role = entity.role or source.role
                return entity
        if " " not in source.name:
            full = next((m.source for m in self.mentions if m.source.name and _surname(m.source.name) == last), None)
            if full is not None:
                entity = self._new(full)
                entity.role = entity.role or source.role
                return entity
        return self._new(source)

    def _pronoun(self, source: Source) -> Entity | None:
        plural = source.plural
        kinds = ("organization", "unnamed_collective", "media", "document") if plural else ("person", "unnamed_person")
        spoke = next(((at, e) for at, e in reversed(self._spoke) if e.kind in kinds and at < source.span.start), None)
        if plural:
            return spoke[1] if spoke else None
        mention = next(
            (m.source for m in reversed(self.mentions) if m.subject and m.source.span.start < source.span.start), None
        )
        if mention is not None and (spoke is None or spoke[0] < mention.span.start):
            return self._person(mention)
        return spoke[1] if spoke else None

    def _by_noun(self, source: Source) -> Entity | None:
        """*The ministry*, *the mayor*: the one named before with that noun."""
        opening = source.span.of(self.text)[:4].lower()
        if opening != "the ":
            return None
        words = source.span.of(self.text).split()
        if len(words) > 3:
            return None
        for entity in reversed(self.entities):
            known = f"{entity.name or entity.surface} {entity.role or ''}".lower().split()
            if source.head in known and entity.named and not source.plural:
                return entity
        if source.kind == "unnamed_person":
            for mention in self.mentions:
                if mention.source.role and source.head in mention.source.role.lower().split():
                    return self._person(mention.source)
        return None

    def _new(self, source: Source) -> Entity:
        role_span = None
        if source.role:
            at = self.text.find(source.role, source.span.start, source.span.end)
            role_span = Span(at, at + len(source.role)) if at >= 0 else None
        entity = Entity(f"sp{len(self.entities) + 1}", source, source.mention.of(self.text), role_span)
        self.entities.append(entity)
        return entity

    @property
    def mentions(self) -> list[Mention]:
        """Persons named in the narration, in order; found at the first need."""
        if self._mentions is None:
            self._mentions = [mention for els in self._sentences for mention in self._in_sentence(els)]
        return self._mentions

    def _in_sentence(self, els: list[Element]) -> list[Mention]:
        found: list[Mention] = []
        pack, i = self.pack, 0
        while i < len(els):
            if not els[i].capital or els[i].low in pack.determiners or els[i].low in pack.clause_words:
                i += 1
                continue
            end = i
            while end < len(els) and (
                els[end].capital or (els[end].low in pack.particles and end + 1 < len(els) and els[end + 1].capital)
            ):
                end += 1
            start = i
            while (
                start > 0
                and els[start - 1].kind == WORD
                and (bare(els[start - 1].low) in pack.roles or els[start - 1].low in pack.titles)
            ):
                start -= 1
            source = read_source(self.text, els[start:end], pack)
            if source.kind == "person" and source.name and " " in source.name:
                opens = not any(el.kind == WORD and el.low not in pack.clause_words for el in els[:start])
                titled = bool(source.role) or any(el.low in pack.titles for el in els[start:end])
                found.append(Mention(source, subject=opens or titled))
            i = end
        return found


def _surname(name: str) -> str:
    return bare(name.split()[-1].lower().replace("'", "’"))


def _key(words: str, pack: LanguagePack) -> tuple[str, ...]:
    return tuple(bare(w) for w in words.lower().replace("'", "’").split() if w not in pack.determiners)
