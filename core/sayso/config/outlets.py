"""What the operator adds to a record: the facts of its file, and what the profile of its outlet knows."""

from __future__ import annotations

from sayso.config.settings import Config
from sayso.frozen import evolve
from sayso.readers.choice import with_configured
from sayso.records.fact import Fact
from sayso.records.record import Record
from sayso.records.values import Note, Org


def with_operator(record: Record, config: Config, path: str | None, at: str | None = None) -> Record:
    """A record that came whole, with what the operator says of its file and its outlet."""
    facts = config.facts_for(path)
    record = with_configured(record, facts, at) if facts else record
    return with_profile(record, config, at) if config.outlets else record


def with_profile(record: Record, config: Config, at: str | None = None) -> Record:
    """The record with what the operator's outlet profile knows of its outlet."""
    outlet = record.outlet.value
    if outlet is None:
        return record
    names = {outlet.name.casefold(), (outlet.short_name or outlet.name).casefold()}
    profile = next((p for name, p in config.outlets.items() if name.casefold() in names), None)
    if profile is None or outlet.profile == f"{profile.ref.file}#{profile.ref.key}":
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
