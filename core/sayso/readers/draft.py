"""A draft: what a reader writes down of one item, before the engine makes the record of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.analysis.outline import Block, outline
from sayso.analysis.times import relative_times
from sayso.declared import several
from sayso.errors import RecordError, cut
from sayso.frozen import evolve
from sayso.readers import sound
from sayso.readers.choice import CONFIGURATION, best_of, state
from sayso.readers.document import Document
from sayso.readers.fitting import HOLDS, unfit, unfit_record, unfit_section
from sayso.readers.furniture import furnished
from sayso.readers.origin import activities, retrieval
from sayso.readers.sections import numbered
from sayso.records.fact import ConfigRef, Fact, PluginRef
from sayso.records.parts import Relation, Section
from sayso.records.record import LIST_FACTS, SINGLE_FACTS, Content, Record
from sayso.records.values import DateValue, Org
from sayso.text.location import Locations
from sayso.text.selectors import TextSelector
from sayso.text.span import Span

if TYPE_CHECKING:
    from sayso.records.voices import Correction


class Draft:
    """The text of one item and what was found about it, each with its evidence.

    Facts are stated with :meth:`asserted`, :meth:`extracted` and :meth:`inferred`; :meth:`looked` says where
    one was looked for in vain. Several values for one fact are all kept: the best wins, the others become its
    alternatives. What nobody states is recorded as missing. What is stated after the draft was yielded is refused.

    Attributes:
        document: What it was read from; a refiner may look there for what the text has not.
        plugin: Who states facts now.
        pack: The words of the language that the text is taken for.
        media_type: Of the document.
        normalisation: What was done between the bytes and the text, in words.
        raw_sha256: The hash (SHA-256) of the document's bytes, or of the lines of it that are the item, in hexadecimal.
        locator: Where inside a container, such as ``line 12``.
        record_id: The item's own id; None makes one of the text.
        extra: What is no fact, as JSON values; a reader may add to it.
        relations: Ties to other works, a list to append to; :meth:`link` adds those of the text.
    """

    def __init__(
        self,
        document: Document,
        text: str,
        plugin: PluginRef,
        pack: LanguagePack,
        *,
        media_type: str = "text/plain",
        normalisation: str = "none",
        raw_sha256: str | None = None,
        locator: str | None = None,
        record_id: str | None = None,
        extra: Mapping[str, Any] | None = None,
        at: str | None = None,
        locations: Locations | None = None,
    ) -> None:
        if not isinstance(text, str):
            raise RecordError(f"the text of a draft is text, not {type(text).__name__}")
        self.document = document
        self._text = text
        self.plugin: PluginRef = plugin
        self.pack = pack
        self.media_type = media_type
        self.normalisation = normalisation
        self.raw_sha256 = raw_sha256
        self.locator: str | None = document.within(locator)
        self.record_id = record_id
        self.extra: dict[str, Any] = dict(extra or {})
        self.at = at
        #: How the parts of the item are found in its document.
        self.locations: Locations | None = locations
        self.relations: list[Relation] = []
        #: A record that was supplied whole, with the facts of it that came without provenance.
        self.record: Record | None = None
        self.defects: tuple[tuple[str, str, object], ...] = ()
        self._facts: dict[str, list[Fact[Any]]] = {}
        self._looked: dict[str, list[str]] = {}
        self._sections: list[tuple[str, Span, Span | None, float | None]] = []
        self._corrections: list[Correction] = []
        self._readers = [plugin]
        self._absent: dict[tuple[str, ...], Fact[Any]] = {}
        self.yielded = False
        self._finished = False

    @property
    def text(self) -> str:
        """The item's text, that spans count in; it stays as the reader gave it."""
        return self._text

    @cached_property
    def sha256(self) -> str:
        """The hash of the text, in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The text by its shape: headline, byline, news, labelled comment, the publisher about itself."""
        orgs = (fact.value for fact in self._facts.get("outlet", ()) if isinstance(fact.value, Org))
        publishers = tuple(name for org in orgs for name in (org.name, org.short_name) if name)
        return furnished(outline(self.layout, self.pack, publishers), self.layout, self.pack)

    @cached_property
    def layout(self) -> Layout:
        """Tokens, paragraphs and quotation marks of the text."""
        return Layout(self.text)

    def relative_times(self) -> tuple[Span, ...]:
        """The time expressions of the text that need a date to count from, as *today*."""
        return tuple(relative_times(self.layout, self.pack))

    @property
    def in_file(self) -> Locations | None:
        """How the parts of the item are found in its file; places in a member of a container are none there."""
        return self.locations if self.document.depth == 0 else None

    def blocks_of(self, kind: str) -> tuple[Block, ...]:
        """The blocks whose kind is `kind` or begins with it and a dot."""
        return tuple(b for b in self.blocks if b.kind == kind or b.kind.startswith(f"{kind}."))

    def speak_as(self, plugin: PluginRef) -> None:
        """From here on, facts are stated by this plugin. The engine calls it before a refiner."""
        self.plugin = plugin
        self._absent.clear()
        self._readers.append(plugin)

    def asserted(self, name: str, value: Any, pointer: str) -> None:
        """State a fact that supplied metadata gives at `pointer`.

        Raises:
            RecordError: If the value is not what this fact holds.
        """
        self._fit(name, value)
        self._assert(name, value, pointer)

    def offered(self, name: str, value: Any, pointer: str) -> bool:
        """State a fact that supplied metadata gives at `pointer`, if the value is one; else say what is there instead.

        For what comes from outside, which may be anything: an empty title, an address without a scheme.

        Returns:
            Whether it was stated.

        Raises:
            RecordError: If a record has no such fact.
        """
        look = HOLDS.get(name)
        problem = look(value) if look is not None else unfit(name, value)
        if problem is not None:
            self.looked(name, f"{pointer}: it {problem}")
            return False
        self._assert(name, value, pointer)
        return True

    def _assert(self, name: str, value: Any, pointer: str) -> None:
        if not pointer or sound.unfit_words(pointer=pointer):
            raise self._refuse(
                f"the fact {name} is asserted at a place such as /outlet or line 3, not at {cut(pointer)}"
            )
        self._add(name, Fact.asserted(value, self.plugin, pointer=pointer, document_sha256=self.raw_sha256, at=self.at))

    def extracted(self, name: str, value: Any, *spans: Span, confidence: float, basis: str | None = None) -> None:
        """State a fact that the text gives at `spans`.

        Args:
            basis: How the value follows from these words, where it does not stand in them: a house name that a
                signature means, a month for its number.

        Raises:
            RecordError: If a span ends behind the text, the confidence is none, or the value is not what this fact
                holds.
        """
        self._within(*spans)
        self._fit(name, value)
        selectors, sha256 = tuple(TextSelector.for_span(span, self.text) for span in spans), self.sha256
        self._make(name, value, Fact.extracted, confidence, selectors=selectors, content_sha256=sha256, basis=basis)

    def inferred(
        self, name: str, value: Any, *, basis: str, confidence: float, derived_from: str | Iterable[str] = ()
    ) -> None:
        """State a fact that follows from others or from the shape of the text.

        Raises:
            RecordError: If the value is not what this fact holds.
        """
        self._fit(name, value)
        self._make(name, value, Fact.inferred, confidence, basis=basis, derived_from=several(derived_from))

    def looked(self, name: str, *places: str) -> None:
        """Say where a fact was looked for in vain."""
        self._were(name, places)
        seen = self._looked.setdefault(name, [])
        seen.extend(place for place in places if place not in seen)

    def missing(self, name: str, *places: str) -> None:
        """Add to a list fact that something in particular was looked for and is absent."""
        self._were(name, places)
        self._add(name, self._missing(places))

    def supply(self, record: Record, defects: tuple[tuple[str, str, object], ...] = ()) -> None:
        """Hand over a record that came whole, with its facts that lack provenance: pointer, problem, value.

        Raises:
            RecordError: If a fact or a section of it holds what it cannot.
        """
        self._require(unfit_record(record) or sound.unfit_supplied(record))
        self.record = record
        self.defects = defects

    def states(self, name: str) -> bool:
        """Whether a value has been stated for a fact."""
        return any(fact.known for fact in self._facts.get(name, ()))

    def section(self, kind: str, span: Span, *, label: Span | None = None, confidence: float | None = None) -> None:
        """Say what a stretch of the text is; without any, the shape of the text decides.

        Args:
            kind: One of :data:`sayso.SECTION_KINDS`, or ``boilerplate`` with a word, as ``boilerplate.legal``.
            label: The words that announce it, such as *Comment:*.

        Raises:
            RecordError: If there is no such kind, or the stretch ends behind the text.
        """
        self._require(unfit_section(kind), "the kind of a section ")
        self._require(None if confidence is None else sound.unfit_confidence(confidence), "a section: ")
        self._within(span, *(() if label is None else (label,)))
        self._sections.append((kind, span, label, confidence))

    def resection(self) -> None:
        """Forget the sections stated so far, for a refiner that knows all of them better."""
        self._sections.clear()

    def correction(
        self,
        at: Span | str,
        *,
        date: DateValue | None = None,
        date_at: Span | str | None = None,
        what: str | None = None,
        replaces_sha256: str | None = None,
        confidence: float = 0.9,
    ) -> None:
        """Say that a note corrects the item.

        Args:
            at: The words of the note in the text, or a pointer into the metadata.
            date: When it was corrected, if the note says so; otherwise the record says that it was looked for there.
            date_at: Where that stands, as for `at`; None for the same place.
            what: The words of the note; None takes those at `at`, if that is a place in the text.
            replaces_sha256: The hash of the text that was wrong.
            confidence: Of a date that the text gives.

        Raises:
            RecordError: If the date is none, or a place lies behind the text.
        """
        from sayso.readers.corrections import corrected

        places = (at,) if date_at is None else (at, date_at)
        self._within(*(one for one in places if not isinstance(one, str)))
        self._require(sound.unfit_words(what=what, replaces_sha256=replaces_sha256), "a correction: ")
        if date is not None:
            self._fit("date_modified", date)
        made = corrected(self, places, date, confidence)
        self._corrections.append(evolve(made, what=what or made.what, replaces_sha256=replaces_sha256))

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections stated so far."""
        return tuple(self._corrections)

    def link(self, text: str | None, target: str) -> None:
        """Record a link of the text with its target."""
        self._open()
        self.relations.append(Relation("cites", target, text))

    def unfit(self, name: str, value: Any) -> str | None:
        """What is wrong with a value for a fact, in words, as ``holds words, not ''``; None where it can be stated.

        Raises:
            RecordError: If a record has no such fact.
        """
        problem = unfit(name, value)
        return None if problem is None else f"the fact {name} {problem}"

    def _refuse(self, problem: str) -> RecordError:
        error = RecordError(problem)
        error.locator = self.locator
        return error

    def _known(self, name: str) -> None:
        if name not in HOLDS:
            raise self._refuse(f"a record has no fact {name!r}; it has {', '.join(HOLDS)}")

    def _open(self) -> None:
        """Refuse what comes when the item is made: nobody would ever see it."""
        if self._finished:
            raise self._refuse("the draft was yielded, and its item made; what it is to hold is stated before that")

    def _within(self, *spans: Span) -> None:
        self._open()
        for span in spans:
            self._require(sound.unfit_span(span, len(self._text)))

    def _require(self, problem: str | None, what: str = "") -> None:
        """Refuse where there is a problem."""
        if problem is not None:
            raise self._refuse(what + problem)

    def _were(self, name: str, places: Iterable[str]) -> None:
        self._open()
        self._known(name)
        self._require(sound.unfit_places(places), f"the fact {name} ")

    def _fit(self, name: str, value: Any) -> None:
        self._known(name)
        self._require(HOLDS[name](value), f"the fact {name} ")

    def _make(self, name: str, value: Any, made: Callable[..., Fact[Any]], confidence: Any, **evidence: Any) -> None:
        self._require(sound.unfit_basis(evidence.get("basis"), evidence.get("derived_from", ())), f"the fact {name}: ")
        self._require(sound.unfit_confidence(confidence), f"the fact {name}: ")
        try:
            fact = made(value, self.plugin, confidence=confidence, at=self.at, **evidence)
        except RecordError as error:
            raise self._refuse(f"the fact {name}: {error}") from None
        self._add(name, fact)

    def _add(self, name: str, fact: Fact[Any]) -> None:
        self._open()
        state(self._facts.setdefault(name, []), fact)

    def finish(self, configured: tuple[tuple[str, Any, ConfigRef], ...] = ()) -> Record:
        """The record, with the operator's facts in their place and all that is missing said to be so.

        Args:
            configured: Name, value and reference of each fact that the configuration sets for this item.
        """
        if self.plugin is not self._readers[0]:  # the first's were looked at when it came
            self._require(sound.unfit_draft(self))
        for name, value, ref in configured:
            self._fit(name, value)
            self._add(name, Fact.configured(value, CONFIGURATION, ref=ref, at=self.at))
        facts: dict[str, Any] = {name: self._choose(name) for name in SINGLE_FACTS}
        facts.update({name: self._list(name) for name in LIST_FACTS})
        content = Content(
            text=self.text,
            media_type=self.media_type,
            sha256=self.sha256,
            length=len(self.text),
            normalisation=self.normalisation,
            raw_sha256=self.raw_sha256,
        )
        self._finished = True
        return Record(
            id=self.record_id or f"urn:sayso:sha256:{self.sha256}",
            content=content,
            retrieval=retrieval(self.document, self.locator, self._readers[0]),
            sections=self._finished_sections(),
            corrections=tuple(self._corrections),
            relations=tuple(self.relations),
            activities=activities(self._readers, self.raw_sha256 or self.sha256, self.sha256),
            extra={**self.extra},
            **facts,
        )

    def _choose(self, name: str) -> Fact[Any]:
        stated = self._facts.get(name, [])
        return best_of(stated) if stated else self._missing(self._places(name))

    def _list(self, name: str) -> tuple[Fact[Any], ...]:
        return tuple(self._facts.get(name, ())) or (self._missing(self._places(name)),)

    def _missing(self, places: tuple[str, ...]) -> Fact[Any]:
        """Most of what an item lacks was looked for in the same places: one value serves all."""
        fact = self._absent.get(places)
        if fact is None:
            fact = self._absent[places] = Fact.missing(self.plugin, looked_in=places, at=self.at)
        return fact

    def _places(self, name: str) -> tuple[str, ...]:
        nowhere = f"no place, since the reader {self._readers[0].name} does not look for it"
        return tuple(self._looked.get(name, ())) or (nowhere,)

    def _finished_sections(self) -> tuple[Section, ...]:
        given = self._sections or [(b.kind, b.span, b.label, b.confidence) for b in self.blocks]
        return numbered(given, self._missing(("the section's first and last line",)))
