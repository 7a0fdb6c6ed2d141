"""schema.org JSON-LD (release 30.0): a NewsArticle with its quotations and its claims, one document a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso import Agent, DateValue, Exported, Exporter, Note, Org, Record, Rendering, Speaker, Status
from sayso_plugins.exporters.stated import address, filled, identity, line, pieces, quoted, speakers, stated

CONTEXT = "https://schema.org"
TYPES = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "press_release": "Article",
    "statement": "Article",
    "live_entry": "BlogPosting",
    "other": "Article",
}
PERSONS = frozenset({"person", "unnamed_person"})
#: Kinds of notes to the property that takes an address, and the one that takes words where there is one.
NOTES = {
    "funding_statement": "ownershipFundingInfo",
    "funding_pointer": "ownershipFundingInfo",
    "ownership": "ownershipFundingInfo",
    "self_statement": "ownershipFundingInfo",
    "policy_link": "publishingPrinciples",
}
#: The only trust property whose range has Text in it.
TEXTUAL = "ownershipFundingInfo"


def render(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """One JSON-LD document a line."""
    for item in items:
        yield line(article(item.record))


def article(record: Record) -> dict[str, Any]:
    """A record as a schema.org article."""
    url = address(stated(record.uri))
    kind = stated(record.item_type)
    dateline = record.dateline_place.value if record.dateline_place.status is not Status.INFERRED else None
    return filled(
        {
            "@context": CONTEXT,
            "@type": TYPES.get(kind or "", "NewsArticle"),
            "@id": identity(record),
            "url": url,
            "headline": stated(record.headline),
            "inLanguage": stated(record.language),
            "author": [_agent(agent) for agent in stated(record.author) or ()],
            "publisher": _publisher(record),
            "sponsor": [{"@type": "Organization", "name": note.text} for note in _notes(record) if _is_sponsor(note)],
            "sourceOrganization": [
                {"@type": "Organization", "name": fact.value.name}
                for fact in record.info_sources
                if fact.value is not None and fact.status is not Status.INFERRED
            ],
            "datePublished": _date(stated(record.date_published)),
            "dateModified": _date(stated(record.date_modified)),
            "dateline": dateline,
            "correction": list(_corrections(record)),
            "citation": sorted({r.target for r in record.relations if r.type == "cites" and address(r.target)}),
            "articleBody": record.text,
            "hasPart": list(_quotations(record)),
            "mentions": list(_claims(record)),
        }
    )


def _agent(agent: Agent) -> dict[str, Any]:
    kind = "Organization" if agent.kind == "organization" else "Person"
    return filled({"@type": kind, "name": agent.name, "jobTitle": agent.role if kind == "Person" else None})


def _publisher(record: Record) -> dict[str, Any]:
    outlet: Org | None = stated(record.outlet)
    if outlet is None:
        return {}
    said: dict[str, list[str]] = {}
    for note in _notes(record):
        key = NOTES.get(note.kind)
        value = address(note.href) or (note.text if key == TEXTUAL else None)
        if key and value and note.scope == "outlet" and value not in said.setdefault(key, []):
            said[key].append(value)
    return filled(
        {
            "@type": "NewsMediaOrganization",
            "name": outlet.name,
            "alternateName": outlet.short_name,
            "url": address(outlet.url),
            "parentOrganization": {"@type": "Organization", "name": outlet.owner} if outlet.owner else None,
            "funder": [{"@type": "Organization", "name": name} for name in outlet.funders],
            **{key: values[0] if len(values) == 1 else values for key, values in said.items()},
        }
    )


def _notes(record: Record) -> list[Note]:
    return [f.value for f in record.independence if f.value is not None and f.status is not Status.INFERRED]


def _is_sponsor(note: Note) -> bool:
    return note.kind == "sponsor" and bool(note.text)


def _date(value: DateValue | None) -> str | None:
    return value.value if value else None


def _corrections(record: Record) -> Iterator[dict[str, Any]]:
    """The notes in their words; one without any has none to pass on."""
    for one in record.corrections:
        words = one.what or (one.span.of(record.text) if one.span is not None else None)
        if words:
            yield filled({"@type": "CorrectionComment", "text": words, "datePublished": _date(stated(one.date))})


def _quotations(record: Record) -> Iterator[dict[str, Any]]:
    """The quotations that quote somebody's words; titles and terms in marks are none."""
    by = speakers(record)
    for quote in record.quotes:
        if quote.kind not in ("scare", "title"):
            speaker = by.get(quote.speaker or "")
            yield filled(
                {
                    "@type": "Quotation",
                    "@id": f"{identity(record)}#{quote.id}",
                    "text": quoted(quote, record.text),
                    "spokenByCharacter": _voice(speaker),
                }
            )


def _claims(record: Record) -> Iterator[dict[str, Any]]:
    by = speakers(record)
    for name, words, speaker in pieces(record):
        yield filled(
            {
                "@type": "Claim",
                "@id": f"{identity(record)}#{name}",
                "text": words,
                "author": _voice(by.get(speaker or "")),
                "appearance": {"@id": identity(record)},
            }
        )


def _voice(speaker: Speaker | None) -> dict[str, Any] | None:
    """A speaker with a name; somebody whom nobody can find is nobody to a standard that takes names alone."""
    if speaker is None or not speaker.named or not speaker.name:
        return None
    kind = "Person" if speaker.kind in PERSONS else "Organization"
    role = speaker.role.value if kind == "Person" else None
    return filled({"@type": kind, "name": speaker.name, "jobTitle": role})


SCHEMA_ORG = Exporter("schema.org", "schema.org JSON-LD: NewsArticle, Quotation, Claim; one document a line", render)
