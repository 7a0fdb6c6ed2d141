"""Speakers: which source phrases lead to the same person, body or voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import merge
from itertools import islice, takewhile
from typing import NamedTuple

from sayso.analysis.language import LanguagePack
from sayso.analysis.names import Names, surname
from sayso.analysis.narration import Narration
from sayso.analysis.phrases import bare
from sayso.analysis.sources import Source
from sayso.text.span import Span


class Entity:
    """One who speaks, as far as the item tells.

    Attributes:
        mentions: The places that name this one, the fullest first.
        gender: As titles, roles and pronouns tell: ``m``, ``f`` or None.
    """

    def __init__(self, identity: str, source: Source, surface: str, role_span: Span | None) -> None:
        self.id = identity
        self.kind: str = source.kind
        self.surface = surface
        self.name: str | None = source.name
        self.role: str | None = source.role
        self.role_span = role_span
        self.named: bool = source.named
        self.gender: str | None = None
        self.mentions: list[Span] = [source.mention]


class Scope(NamedTuple):
    """Where the section, the paragraph and the sentence of a source begin: a pronoun does not look beyond."""

    section: int
    paragraph: int
    sentence: int


#: How many speakers and names a pronoun looks back over.
NEAR = 8
#: Words of a body's name that stand for all of it.
FEWEST = 2
#: Kinds that *he* or *she* can stand for, and those that *they* or *it* can.
ONE = frozenset({"person", "account", "unnamed_person"})
MANY = frozenset({"organization", "unnamed_collective", "media", "document"})
#: Kinds that have no name, which *the official* and *the researchers* lead back to.
UNNAMED = frozenset({"unnamed_person", "unnamed_collective"})


class Cast:
    """The speakers of one item, built while its attributions are read in order.

    All look-ups are by index, so that an item with thousands of speakers takes no longer for each.

    Attributes:
        entities: The speakers in the order in which they first speak.
        by_id: The same by their id.
    """

    def __init__(self, text: str, pack: LanguagePack, narration: Narration) -> None:
        self.text = text
        self.pack = pack
        self.entities: list[Entity] = []
        self.by_id: dict[str, Entity] = {}
        self._names = Names(text, pack, narration)
        self._spoke: tuple[list[tuple[int, Entity]], list[tuple[int, Entity]]] = ([], [])
        self._surnames: dict[str, Entity] = {}
        self._keys: dict[tuple[str, tuple[str, ...]], Entity] = {}
        self._words: dict[str, Entity] = {}
        #: Of those that a noun alone tells of, the one who was brought in last, and the words for that one.
        self._unnamed: dict[tuple[str, str], tuple[Entity, frozenset[str]]] = {}
        self._seen: set[tuple[str, Span]] = set()

    def resolve(self, source: Source, scope: Scope) -> Entity | None:
        """The entity of a source phrase; None for a pronoun that leads nowhere."""
        entity = self._resolve(source, scope)
        if entity is not None:
            place = source.mention if source.kind == "media" else source.span
            if (entity.id, place) not in self._seen:
                self._seen.add((entity.id, place))
                if place not in entity.mentions[:1]:
                    entity.mentions.append(place)
            for kinds, spoke in zip((ONE, MANY), self._spoke, strict=True):
                if entity.kind in kinds:
                    spoke.append((source.span.start, entity))
        return entity

    def known(self, source: Source, scope: Scope) -> Entity | None:
        """The entity of a source phrase among those who have spoken already."""
        if source.kind == "pronoun":
            return self._pronoun(source, scope)
        if source.kind == "person" and source.name:
            return self._surnames.get(surname(source.name))
        return self._keys.get((source.kind, _key(source.name or source.mention.of(self.text), self.pack)))

    def _resolve(self, source: Source, scope: Scope) -> Entity | None:
        if source.kind == "pronoun":
            return self._pronoun(source, scope)
        if source.kind == "person" and source.name:
            return self._person(source)
        known = self._keys.get((source.kind, self._counted(source) + _key(self._called(source), self.pack)))
        if known is None and source.name is None:
            known = self._by_noun(source)
        return known or self._new(source)

    def only_one(self, sentences: Iterable[int]) -> str | None:
        """The full name of the person whom sentences name, where they name no other."""
        names = [mention.source.name or "" for index in sentences for mention in self._names.within(index)]
        return names[0] if len(set(map(surname, names))) == 1 else None

    def _called(self, source: Source) -> str:
        return source.name or source.mention.of(self.text)

    def _counted(self, source: Source) -> tuple[str, ...]:
        """What parts one group without a name from another: *two sources* and *three sources* are not the same."""
        if source.kind != "unnamed_collective":
            return ()
        first = self._called(source).split()[0].lower()
        counts = first in self.pack.determiners or first.isdigit()
        return (first,) if counts and first not in self.pack.grammar.definite else ()

    def _person(self, source: Source) -> Entity:
        assert source.name is not None  # noqa: S101 - asked for persons with a name only
        last = surname(source.name)
        entity = self._surnames.get(last)
        if entity is None:
            full = self._names.full(last) if " " not in source.name else None
            entity = self._new(full or source)
        elif " " in source.name and " " not in (entity.name or ""):
            entity.name = source.name
        if entity.role is None and source.role is not None:
            entity.role = source.role
            self._learn_words(entity)
        return entity

    def _pronoun(self, source: Source, scope: Scope) -> Entity | None:
        """Who *he*, *she*, *they* or *it* is: somebody near, of that gender and number; None rather than a guess."""
        low = source.head
        if low in self.pack.own_voice:
            return None
        if source.plural:
            return self._plural_pronoun(source, scope)
        start, gender = source.span.start, self.pack.genders.get(low)
        spoke = (one for one in reversed(self._spoke[0][-NEAR:]) if scope.section <= one[0] < start)
        named = islice(self._names.subjects_before(start, scope.section), NEAR)
        nearest: Iterator[tuple[int, int, Entity | Source]] = merge(
            ((place, 0, entity) for place, entity in spoke),
            ((one.span.start, 1, one) for one in named),
            key=lambda one: one[:2],
            reverse=True,
        )
        for _, _, one in nearest:
            entity = one if isinstance(one, Entity) else self._surnames.get(surname(one.name or "?"))
            known = entity.gender if entity is not None else self._gender(one) if isinstance(one, Source) else None
            if gender is not None and known is not None and known != gender:
                continue
            if entity is None and isinstance(one, Source):
                entity = self._person(one)
            if entity is not None:
                entity.gender = entity.gender or gender
            return entity
        return None

    def _plural_pronoun(self, source: Source, scope: Scope) -> Entity | None:
        """*They* and *it* go on from the one who spoke last in the paragraph, unless another plural stands between."""
        start = source.span.start
        spoke = next((one for one in reversed(self._spoke[1]) if one[0] < start), None)
        if spoke is None or spoke[0] < scope.paragraph:
            return None
        entity = spoke[1]
        if source.head in self.pack.grammar.they:
            between = self.text[max(spoke[0] + len(entity.surface), scope.sentence) : start].lower().split()
            if entity.kind == "document" or any(word.strip(',.;:“”"') in self.pack.collectives for word in between):
                return None
            if any(word.strip(",.") in self._plural_roles for word in between):
                return None
        return entity

    def _gender(self, source: Source) -> str | None:
        words = f"{source.span.of(self.text)} {source.role or ''}".lower().replace("'", "’").split()
        return next((self.pack.genders[bare(word)] for word in words if bare(word) in self.pack.genders), None)

    @cached_property
    def _plural_roles(self) -> frozenset[str]:
        return frozenset(f"{role}s" for role in self.pack.roles)

    def _by_noun(self, source: Source) -> Entity | None:
        """*The ministry*, *the mayor*: the one named before with that noun."""
        # "The official, who asked not to be named": what follows the comma tells nothing of who it is.
        words = source.span.of(self.text).partition(",")[0].lower().replace("'", "’").split()
        if not words or words[0] not in self.pack.grammar.definite or len(words) > 3:
            return None
        before = self._unnamed.get((source.kind, source.head))
        if before is not None and {bare(word) for word in words[1:]} <= before[1]:
            return before[0]
        entity = None if source.plural else self._words.get(source.head)
        if entity is None and source.kind == "unnamed_person":
            mention = self._names.with_role(source.head)
            return self._person(mention) if mention else None
        return entity

    def _new(self, source: Source) -> Entity:
        role_span = None
        if source.role:
            at = self.text.find(source.role, source.span.start, source.span.end)
            role_span = Span(at, at + len(source.role)) if at >= 0 else None
        entity = Entity(f"sp{len(self.entities) + 1}", source, source.mention.of(self.text), role_span)
        entity.gender = self._gender(source)
        self.entities.append(entity)
        self.by_id[entity.id] = entity
        key = _key(entity.name or entity.surface, self.pack)
        for counted in {self._counted(source), ()}:
            self._keys.setdefault((entity.kind, counted + key), entity)
        # "The Royal College" is the Royal College of Surgeons.
        short = tuple(takewhile(lambda word: word not in self.pack.grammar.in_bodies, key))
        if entity.kind == "organization" and FEWEST <= len(short) < len(key):
            self._keys.setdefault((entity.kind, short), entity)
        if entity.kind == "person" and entity.name:
            self._surnames.setdefault(surname(entity.name), entity)
        self._learn_words(entity)
        if entity.name is None and entity.kind in UNNAMED:
            words = entity.surface.lower().replace("'", "’").split()
            self._unnamed[entity.kind, source.head] = entity, frozenset(map(bare, words))
        return entity

    def _learn_words(self, entity: Entity) -> None:
        if entity.named:
            for word in f"{entity.name or entity.surface} {entity.role or ''}".lower().split():
                self._words[word] = entity


def _key(words: str, pack: LanguagePack) -> tuple[str, ...]:
    return tuple(bare(w) for w in words.lower().replace("'", "’").split() if w not in pack.determiners)
