"""IPTC ninjs 3.1, one news object a line.

ninjs has no date of publication: an item that was not modified since has it in `versionCreated`, another one in
`firstCreated`, where it is an instant; a day alone is not stated. ninjs has no quotation and no claim either: those who
speak become people and organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso import Agent, Exported, Exporter, Record, Rendering, Status
from sayso_plugins.exporters.stated import address, filled, identity, instant, line, stated

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
#: Kinds of notes to the Trust Indicator NewsCodes.
INDICATORS = "http://cv.iptc.org/newscodes/trustindicator/"
CODES = {
    "funding_statement": "partyInfo",
    "funding_pointer": "partyInfo",
    "ownership": "partyInfo",
    "self_statement": "partyInfo",
    "policy_link": "editorialPolicy",
}
#: How somebody stands in an item whose words it gives.
QUOTED = "quoted"


def render(items: Iterable[Exported], rendering: Rendering) -> Iterator[str]:
    """One news object a line."""
    for item in items:
        yield line(news_object(item.record))


def news_object(record: Record) -> dict[str, Any]:
    """A record as a ninjs news object."""
    modified, published = stated(record.date_modified), stated(record.date_published)
    first = instant(published.value) if published else None
    latest = instant(modified.value) if modified else None
    headline = stated(record.headline)
    kind = stated(record.item_type)
    voices = [speaker for speaker in record.speakers if speaker.named and speaker.name]
    return filled(
        {
            "uri": identity(record),
            "type": "text",
            "representationType": "full",
            "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
            "firstCreated": first if modified else None,
            "versionCreated": latest if modified else first,
            "language": stated(record.language),
            "headlines": [{"role": "main", "contentType": "text/plain", "value": headline}] if headline else None,
            "bodies": [_body(record)],
            "by": _by(stated(record.author) or ()),
            "located": stated(record.dateline_place),
            "infoSources": list(_info_sources(record)),
            "people": [{"name": one.name, "rel": QUOTED} for one in voices if one.kind == "person"],
            "organisations": [{"name": one.name, "rel": QUOTED} for one in voices if one.kind == "organization"],
            "genres": [{"name": kind.replace("_", " ")}] if kind else None,
            "trustIndicators": list(_indicators(record)),
            "altIds": [{"role": "id", "value": record.id}] if identity(record) != record.id else None,
        }
    )


def _by(agents: tuple[Agent, ...]) -> str:
    """The names in one line. Behind a comma an agency would be whom the person before it works for."""
    joints = [" and " if agent.kind == "organization" else ", " for agent in agents]
    return "".join((joint if number else "") + agents[number].name for number, joint in enumerate(joints))


def _body(record: Record) -> dict[str, Any]:
    text = record.text
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return {"role": "main", "contentType": "text/plain", **counts, "value": text}


def _info_sources(record: Record) -> Iterator[dict[str, Any]]:
    outlet = stated(record.outlet)
    if outlet is not None:
        yield filled({"name": outlet.name, "role": "publisher", "uri": address(outlet.id) or address(outlet.url)})
    for fact in record.info_sources:
        if fact.value is not None and fact.status is not Status.INFERRED:
            yield filled({"name": fact.value.name, "role": fact.value.role, "uri": address(fact.value.id)})


def _indicators(record: Record) -> Iterator[dict[str, Any]]:
    """Notes that lead somewhere: an indicator is a link, and takes no text of its own."""
    for fact in record.independence:
        note = fact.value
        href = address(note.href) if note is not None and fact.status is not Status.INFERRED else None
        if note is not None and href and note.kind in CODES:
            yield filled({"role": INDICATORS + CODES[note.kind], "title": note.text, "href": href})


NINJS = Exporter("ninjs", "IPTC ninjs 3.1, one news object a line", render)
