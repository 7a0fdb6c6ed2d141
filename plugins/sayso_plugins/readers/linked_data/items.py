"""The items of a JSON-LD document: articles, entries of live blogs, and fact-checks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from sayso import (
    Document,
    Draft,
    InfoSource,
    JsonText,
    Org,
    ReadError,
    Reading,
    Relation,
    Span,
    decode,
    parse_json,
    state_text_facts,
)
from sayso_plugins.readers.linked_data.facts import READ, state
from sayso_plugins.readers.linked_data.nodes import REVIEW, Graph, Node, bare
from sayso_plugins.readers.markup import Markup, shown


def items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """What both readers give: articles and reviews, in the order of the document."""
    data = document.read()
    graph = Graph(parse_json(decode(data, document.encoding).text))
    digest, raw = hashlib.sha256(data).hexdigest(), JsonText(data, document.encoding)
    found = False
    for node, owner in graph.items():
        found = True
        try:
            make = _review if REVIEW in node.types else _article
            draft = make(document, reading, graph, node, owner, digest)
            draft.locations = raw.item(node.pointer, None, absolute=True)
            yield draft
        except ReadError as error:
            yield ReadError(error.kind, error.message, node.pointer or None, raw.at(node.pointer))
    if not found:
        raise ReadError("no-items", "there is no schema.org article in it, and no ClaimReview")


def _article(document: Document, reading: Reading, graph: Graph, node: Node, owner: Node | None, digest: str) -> Draft:
    body, where = _body(graph, node, "articleBody", "text", "description", "headline", "name")
    if not body.text:
        raise ReadError("empty", "the article has neither body, description nor headline")
    draft = _begun(document, reading, node, body.text, f"the words at {where}, markup taken away", digest)
    for words, target in body.links:
        draft.link(words, target)
    state(draft, graph, node, owner)
    state_text_facts(draft)
    return draft


def _body(graph: Graph, node: Node, *names: str) -> tuple[Markup, str]:
    """The first property that has words, its values joined where it has several."""
    for name in names:
        found = [(shown(value), where) for value, where in graph.values(node, name) if isinstance(value, str)]
        found = [(markup, where) for markup, where in found if markup.text]
        if len(found) == 1:
            return found[0]
        if found:
            links = tuple(link for markup, _ in found for link in markup.links)
            place = found[0][1].rpartition("/")[0]
            return Markup("\n\n".join(markup.text for markup, _ in found), links), place
    return Markup("", ()), ""


def _begun(document: Document, reading: Reading, node: Node, words: str, normalisation: str, digest: str) -> Draft:
    identity = node.value.get("@id") or node.value.get("url")
    kept = {
        key: value for key, value in node.value.items() if bare(key) not in READ and value not in (None, "", [], {})
    }
    return reading.draft(
        document,
        words,
        media_type="application/ld+json",
        normalisation=normalisation,
        raw_sha256=digest,
        locator=node.pointer or None,
        record_id=identity if isinstance(identity, str) and identity else None,
        extra={"types": sorted(node.types), **kept},
    )


def _review(document: Document, reading: Reading, graph: Graph, node: Node, owner: Node | None, digest: str) -> Draft:
    claim = shown(graph.text(node, "claimReviewed")[0]).text
    if not claim:
        raise ReadError("empty", "the review names no claim (claimReviewed)")
    verdict = next((text for one, at in graph.values(node, "reviewRating") if (text := _verdict(graph, one, at))), "")
    body, _ = _body(graph, node, "reviewBody", "description", "text")
    parts = [("news", claim), ("verdict", verdict), ("news", body.text)]
    text = "\n\n".join(words for _, words in parts if words)
    how = "claimReviewed, reviewRating and reviewBody, markup taken away, one behind the other"
    draft = _begun(document, reading, node, text, how, digest)
    at = 0
    for kind, words in parts:
        if words:
            draft.section(kind, Span(at, at + len(words)))
            at += len(words) + 2
    draft.extra["claim"] = claim
    for words, target in body.links:
        draft.link(words, target)
    state(draft, graph, node, owner)
    for value, pointer in graph.values(node, "author"):
        name, where = graph.name(value, pointer)
        if (
            name.strip()
            and isinstance(value, Mapping)
            and any(one.endswith("Organization") for one in Node(value, "").types)
        ):
            draft.inferred("outlet", Org(name), basis=f"{where}: the body that reviewed the claim", confidence=0.7)
    _claimants(draft, graph, node)
    return draft


def _verdict(graph: Graph, rating: Any, pointer: str) -> str:
    if isinstance(rating, Mapping):
        return shown(graph.text(Node(rating, pointer), "alternateName", "name", "description")[0]).text
    return rating.strip() if isinstance(rating, str) else ""


def _claimants(draft: Draft, graph: Graph, node: Node) -> None:
    """Whose claim it is and where it was made; the review's own author is another."""
    claimants: list[dict[str, Any]] = []
    for value, pointer in graph.values(node, "itemReviewed"):
        claim = Node(value if isinstance(value, Mapping) else {}, pointer)
        for who, where in graph.values(claim, "author", "creator"):
            name, place = graph.name(who, where)
            if name:
                identity = graph.address(who, where)[0] or None
                draft.offered("info_sources", InfoSource(name, "claimant", identity), place)
                claimants.append({"name": name, "pointer": where, **(who if isinstance(who, Mapping) else {})})
        for made, where in graph.values(claim, "appearance", "firstAppearance"):
            address, _ = graph.address(made, where)
            if address:
                draft.relations.append(Relation("claim_appearance", address, graph.name(made, where)[0] or None))
    if claimants:
        draft.extra["claimants"] = claimants
    draft.looked("info_sources", f"JSON-LD {node.pointer or '/'}: itemReviewed/author")
