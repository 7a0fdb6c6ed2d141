"""The normalised, provenance-tracked item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field

from sayso.frozen import frozen
from sayso.records.fact import Fact
from sayso.records.parts import Activity, Attribution, Claim, Relation, Section
from sayso.records.values import Agent, DateValue, InfoSource, Note, Org

if TYPE_CHECKING:
    from sayso.records.voices import Correction, Quote, Speaker

#: What ``schema`` of a record in JSON is.
SCHEMA = "urn:sayso:schema:record:1.0.0"
SCHEMA_VERSION = "1.0.0"

#: What an item can be; synonyms that readers accept are theirs.
ITEM_TYPES = (
    "article",
    "digest_item",
    "wire",
    "press_release",
    "live_entry",
    "interview",
    "fact_check",
    "statement",
    "opinion",
    "analysis",
    "obituary",
    "other",
)

#: The facts that hold one value.
SINGLE_FACTS = (
    "language",
    "item_type",
    "headline",
    "uri",
    "outlet",
    "author",
    "date_published",
    "date_modified",
    "dateline_date",
    "dateline_place",
)
#: The facts that hold a list of facts, never an empty one.
LIST_FACTS = ("independence", "info_sources")


@frozen
class Content:
    """The reader's text, that every offset counts in, and what it came from.

    Attributes:
        text: The text itself; immutable, its hash is what selectors and findings refer to.
        sha256: Of the text encoded as UTF-8, in hexadecimal.
        raw_sha256: Of the bytes that were read; None for an item handed over in memory.
        length: Of the text, in code points.
        normalisation: What was done between the bytes and the text.
    """

    text: str
    media_type: str
    sha256: str
    length: int
    normalisation: str
    raw_sha256: str | None = None


@frozen
class Retrieval:
    """Where the item was taken from. The time of retrieval is not the time of publication.

    Attributes:
        locator: The place inside a container, such as ``line 12``.
    """

    retriever: str
    uri: str | None = None
    path: str | None = None
    locator: str | None = None
    retrieved_at: str | None = None


@frozen
class Record:
    """What is known of one item, and how.

    `speakers_searched` says, as a missing fact, that no speaker was found and by which extractor; it stands
    there if and only if `speakers` is empty, in a record that was analysed.
    """

    id: str
    content: Content
    retrieval: Retrieval
    language: Fact[str]
    item_type: Fact[str]
    headline: Fact[str]
    uri: Fact[str]
    outlet: Fact[Org]
    author: Fact[tuple[Agent, ...]]
    date_published: Fact[DateValue]
    date_modified: Fact[DateValue]
    dateline_date: Fact[DateValue]
    dateline_place: Fact[str]
    independence: tuple[Fact[Note], ...]
    info_sources: tuple[Fact[InfoSource], ...]
    sections: tuple[Section, ...]
    speakers: tuple[Speaker, ...] = ()
    speakers_searched: Fact[str] | None = None
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    relations: tuple[Relation, ...] = ()
    activities: tuple[Activity, ...] = ()
    extra: Mapping[str, Any] = field(factory=dict)
    schema_version: str = SCHEMA_VERSION

    @property
    def text(self) -> str:
        """The reader's text."""
        return self.content.text

    def facts(self) -> Iterator[tuple[str, Fact[Any]]]:
        """Every fact of the record with its JSON Pointer."""
        for name in SINGLE_FACTS:
            yield f"/{name}", getattr(self, name)
        for name in LIST_FACTS:
            for index, fact in enumerate(getattr(self, name)):
                yield f"/{name}/{index}", fact
        for index, section in enumerate(self.sections):
            yield f"/sections/{index}/author", section.author
        for index, speaker in enumerate(self.speakers):
            yield f"/speakers/{index}/role", speaker.role
        for index, quote in enumerate(self.quotes):
            yield f"/quotes/{index}/original_language", quote.original_language
            yield f"/quotes/{index}/translated", quote.translated
        for index, claim in enumerate(self.claims):
            yield f"/claims/{index}/contestable", claim.contestable
        for index, correction in enumerate(self.corrections):
            yield f"/corrections/{index}/date", correction.date
        if self.speakers_searched is not None:
            yield "/speakers_searched", self.speakers_searched

    @property
    def anchor(self) -> DateValue | None:
        """The date that relative dates count from: of publication, else of the dateline."""
        return self.date_published.value or self.dateline_date.value
