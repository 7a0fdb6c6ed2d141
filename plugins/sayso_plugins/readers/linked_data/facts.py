"""What a schema.org article or review states, each value with the JSON Pointer at which it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso import VALUES, Agent, Draft, InfoSource, Note, Org, RecordError, Relation
from sayso_plugins.readers.html.corrections import state_stated
from sayso_plugins.readers.html.houses import is_organisation
from sayso_plugins.readers.linked_data.nodes import Graph, Node, is_address
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.sent_dates import sent_date
from sayso_plugins.readers.signed import agents_of_field

POLICIES = {
    "ownershipFundingInfo": "ownership", "publishingPrinciples": "policy_link", "correctionsPolicy": "policy_link",
    "ethicsPolicy": "policy_link", "unnamedSourcesPolicy": "policy_link", "noBylinesPolicy": "policy_link",
    "verificationFactCheckingPolicy": "policy_link", "masthead": "policy_link", "diversityPolicy": "policy_link",
    "missionCoveragePrioritiesPolicy": "policy_link", "actionableFeedbackPolicy": "policy_link",
}  # fmt: skip
#: Types to item types, where their names alone do not say it.
TYPES = {
    "LiveBlogPosting": "live_entry",
    "AdvertiserContentArticle": "press_release",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "opinion",
}
#: Properties of an item that become facts or text; all others are kept under `extra` as they come.
READ = (
    frozenset(
        """
    @context @id @type type headline name alternativeHeadline articleBody text description author creator datePublished
    dateModified dateCreated inLanguage url mainEntityOfPage publisher copyrightHolder sourceOrganization provider
    sponsor funder dateline locationCreated genre citation isBasedOn translationOfWork claimReviewed reviewBody
    liveBlogUpdate
    """.split()
    )
    | POLICIES.keys()
)
PLACE = re.compile(r"[^,(–—\d]*[^\s,(–—\d]")


def state(draft: Draft, graph: Graph, node: Node, owner: Node | None) -> None:
    """State all that a node says, and say where the rest was looked for.

    Args:
        owner: The item that this one is part of: its publisher publishes this one too.
    """
    for value, pointer in graph.values(node, "headline", "name", "alternativeHeadline"):
        if isinstance(value, str) and shown(value).text:
            draft.offered("headline", shown(value).text, pointer)
    _kind(draft, graph, node, owner)
    _authors(draft, graph, node)
    _dates(draft, graph, node)
    for value, pointer in graph.values(node, "inLanguage"):
        if isinstance(value, Mapping):
            value, pointer = graph.text(Node(value, pointer), "alternateName", "identifier", "name")
        if isinstance(value, str) and value:
            draft.offered("language", value, pointer)
    for value, pointer in graph.values(node, "url", "mainEntityOfPage"):
        address, where = graph.address(value, pointer)
        if address:
            draft.offered("uri", address, where)
    for value, pointer in graph.values(node, "correction"):
        _correction(draft, graph, value, pointer)
    _parties(draft, graph, node, owner)
    _places(draft, graph, node)
    for key, kind in (("citation", "cites"), ("isBasedOn", "based_on"), ("translationOfWork", "translation_of")):
        for value, pointer in graph.values(node, key):
            address, _ = graph.address(value, pointer)
            if address:
                draft.relations.append(Relation(kind, address, graph.name(value, pointer)[0] or None))
    for fact, keys in (
        ("headline", "headline, name"),
        ("author", "author, creator"),
        ("date_published", "datePublished, dateCreated"),
        ("date_modified", "dateModified"),
        ("outlet", "publisher, copyrightHolder"),
        ("independence", "policies and funders of item and publisher"),
        ("info_sources", "sourceOrganization, provider"),
        ("language", "inLanguage"),
        ("uri", "url, mainEntityOfPage"),
        ("item_type", "@type, genre"),
        ("dateline_place", "dateline, locationCreated"),
        ("dateline_date", "dateline"),
    ):
        draft.looked(fact, f"JSON-LD {node.pointer or '/'}: {keys}")


def _kind(draft: Draft, graph: Graph, node: Node, owner: Node | None) -> None:
    if owner is not None and "LiveBlogPosting" in owner.types:
        draft.offered("item_type", "live_entry", f"{owner.pointer}/@type")
    kinds = [TYPES.get(one) or VALUES["item_type"](one) for one in sorted(node.types - {"Article"})]
    # A plain article is the least that it can be.
    kind = next((one for one in kinds if one not in ("other", "article")), kinds[0] if kinds else "other")
    if kind != "other":
        draft.offered("item_type", kind, f"{node.pointer}/@type")
    for value, pointer in graph.values(node, "genre"):
        kind = VALUES["item_type"](value) if isinstance(value, str) else "other"
        if kind != "other":
            draft.offered("item_type", kind, pointer)


def _authors(draft: Draft, graph: Graph, node: Node) -> None:
    for key in ("author", "creator"):
        signed: list[Agent] = []
        places: list[str] = []
        for value, pointer in graph.values(node, key):
            agents, where = _agents(graph, value, pointer)
            signed += [one for one in agents if all(one.name != other.name for other in signed)]
            places += [where] if agents else []
        if signed:
            draft.offered("author", tuple(signed), " | ".join(places))


def _agents(graph: Graph, value: Any, pointer: str) -> tuple[tuple[Agent, ...], str]:
    name, where = graph.name(value, pointer)
    if not name or is_address(name):
        return (), ""
    if not isinstance(value, Mapping):
        return agents_of_field(name), where
    person = Node(value, pointer)
    role = graph.text(person, "jobTitle", "roleName")[0] or None
    organisation = any(one.endswith(("Organization", "Corporation")) for one in person.types)
    if not person.types:
        organisation = is_organisation(name)
    return (Agent(name, "organization" if organisation else "person", role),), where


def _correction(draft: Draft, graph: Graph, value: Any, pointer: str) -> None:
    """State a correction. Of a comment the words are no address, however short they are."""
    note = Node(value if isinstance(value, Mapping) else {}, pointer)
    words, where = graph.text(note, "text", "description", "name")
    if not words or len(words.split()) > 1:
        state_stated(draft, value, pointer)
    elif not is_address(words) and all(one.what != words for one in draft.corrections):
        days = ((_date(given), at) for given, at in graph.values(note, "datePublished"))
        fit = (one for one in days if one[0] is not None and draft.unfit("date_modified", one[0]) is None)
        day, at = next(fit, (None, None))
        draft.correction(where, date=day, date_at=at, what=words)


def _dates(draft: Draft, graph: Graph, node: Node) -> None:
    for fact, key in (("date_published", "datePublished"), ("date_modified", "dateModified")):
        for value, pointer in graph.values(node, key):
            when = _date(value)
            if when is not None:
                draft.offered(fact, when, pointer)
            else:
                draft.looked(fact, f"{pointer}: {value!r:.60} is no date")
    if not draft.states("date_published"):
        for value, pointer in graph.values(node, "dateCreated"):
            when = _date(value)
            if when is not None:
                draft.inferred("date_published", when, basis=f"{pointer}: when it was made", confidence=0.6)


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return None
    try:
        return VALUES["date_published"](value)
    except RecordError:
        return sent_date(value)


def _parties(draft: Draft, graph: Graph, node: Node, owner: Node | None) -> None:
    publishers = list(graph.values(node, "publisher"))
    if not publishers and owner is not None:
        publishers = list(graph.values(owner, "publisher"))
    for value, pointer in publishers:
        name, where = graph.name(value, pointer)
        known = Node(value if isinstance(value, Mapping) else {}, pointer)
        if name and not is_address(name):
            draft.offered("outlet", _org(graph, known, name), where)
        _policies(draft, graph, known, "outlet")
    _policies(draft, graph, node, "item")
    for value, pointer in graph.values(node, "copyrightHolder"):
        name, where = graph.name(value, pointer)
        if name.strip() and not is_address(name):
            basis = f"{where}: who holds the rights"
            draft.inferred(
                "outlet", Org(name, url=graph.address(value, pointer)[0] or None), basis=basis, confidence=0.7
            )
    for value, pointer in graph.values(node, "sourceOrganization", "provider"):
        name, where = graph.name(value, pointer)
        if name and not is_address(name):
            identity = graph.address(value, pointer)[0] or None
            draft.offered("info_sources", InfoSource(name, "", identity), where)
    for value, pointer in graph.values(node, "sponsor", "funder"):
        name, where = graph.name(value, pointer)
        if name:
            draft.offered("independence", Note("sponsor", name, scope="item"), where)


def _org(graph: Graph, known: Node, name: str) -> Org:
    owners = (graph.name(value, pointer)[0] for value, pointer in graph.values(known, "parentOrganization"))
    funders = (graph.name(value, pointer)[0] for value, pointer in graph.values(known, "funder", "sponsor"))
    return Org(
        name,
        url=graph.address(known.value, known.pointer)[0] or None,
        owner=next((one for one in owners if one), None),
        funders=tuple(one for one in funders if one),
    )


def _policies(draft: Draft, graph: Graph, node: Node, scope: str) -> None:
    for key, kind in POLICIES.items():
        for value, pointer in graph.values(node, key):
            link, where = graph.address(value, pointer)
            words = ""
            if isinstance(value, Mapping):
                words, where = (graph.text(Node(value, pointer), "name", "text")[0], where)
            elif not link:
                words, where = graph.name(value, pointer)
            if link or words:
                draft.offered("independence", Note(kind, words or None, link or None, scope), where or pointer)


def _places(draft: Draft, graph: Graph, node: Node) -> None:
    for value, pointer in graph.values(node, "dateline"):
        words = shown(value).text if isinstance(value, str) else ""
        place = PLACE.match(words)
        if place:
            draft.offered("dateline_place", place.group().strip(), pointer)
        when = sent_date(words[place.end() if place else 0 :].strip(" ,()–—-:"))
        if when is not None:
            draft.offered("dateline_date", when, pointer)
    for value, pointer in graph.values(node, "locationCreated"):
        name, where = graph.name(value, pointer)
        if name:
            draft.offered("dateline_place", name, where)
