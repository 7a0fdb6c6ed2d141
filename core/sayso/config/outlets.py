"""What the operator's outlet profiles add to a record."""

from __future__ import annotations

from sayso.config.settings import Config
from sayso.frozen import evolve
from sayso.records.fact import Fact
from sayso.records.record import Record
from sayso.records.values import Note, Org


def with_profile(record: Record, config: Config, at: str | None = None) -> Record:
    """The record with what the operator's outlet profile knows of its outlet."""
    outlet = record.outlet.value
    if outlet is None:
        return record
    names = {outlet.name.casefold(), (outlet.short_name or outlet.name).casefold()}
    profile = next((p for name, p in config.outlets.items() if name.casefold() in names), None)
    if profile is None:
        return record
    known: Org = evolve(
        outlet,
        short_name=outlet.short_name or profile.short_name,
        url=outlet.url or profile.url,
        kind=profile.kind or outlet.kind,
        owner=profile.owner or outlet.owner,
        funders=outlet.funders or profile.funders,
        no_bylines_policy=outlet.no_bylines_policy or profile.no_bylines_policy,
        profile=f"{profile.ref.file}#{profile.ref.key}",
    )
    record = evolve(record, outlet=evolve(record.outlet, value=known))
    if not (profile.independence or profile.independence_url):
        return record
    note = Note(
        "self_statement" if profile.independence else "policy_link", profile.independence, profile.independence_url
    )
    fact: Fact[Note] = Fact.configured(note, record.outlet.plugin, ref=profile.ref, at=at)
    stated = tuple(one for one in record.independence if one.known)
    return evolve(record, independence=(*stated, fact))
