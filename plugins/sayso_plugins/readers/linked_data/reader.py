"""The readers of JSON-LD: `jsonld` for articles and `claimreview` for fact-checks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso import (
    VALUES,
    Agent,
    Document,
    Draft,
    InfoSource,
    Note,
    Org,
    ReadError,
    Reading,
    RecordError,
    decode,
    parse_json,
    reader,
)
from sayso_plugins.readers.linked_data.nodes import ARTICLES, REVIEW, Node, nodes, text, values
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.text_facts import state_text_facts

CONTEXT = re.compile(rb'"@context"\s*:\s*(?:"|\{|\[)')
REVIEWS = re.compile(rb'"@type"\s*:\s*(?:\[[^\]]*)?"(?:https?://schema\.org/)?ClaimReview"')
POLICIES = {
    "publishingPrinciples": "policy_link", "ownershipFundingInfo": "ownership", "correctionsPolicy": "policy_link",
    "ethicsPolicy": "policy_link", "unnamedSourcesPolicy": "policy_link", "noBylinesPolicy": "policy_link",
    "verificationFactCheckingPolicy": "policy_link", "masthead": "policy_link", "diversityPolicy": "policy_link",
    "missionCoveragePrioritiesPolicy": "policy_link", "actionableFeedbackPolicy": "policy_link",
}  # fmt: skip
TYPES = {"LiveBlogPosting": "live_entry", "AdvertiserContentArticle": "press_release"}
PLACE = "JSON-LD: none of "


def _is_linked(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) and CONTEXT.search(head) is not None


def is_jsonld(head: bytes) -> bool:
    """Whether a JSON document is JSON-LD, and no fact-check."""
    return _is_linked(head) and REVIEWS.search(head) is None


def is_claimreview(head: bytes) -> bool:
    """Whether a JSON document is JSON-LD with a fact-check."""
    return _is_linked(head) and REVIEWS.search(head) is not None


def _nodes(document: Document, wanted: frozenset[str], what: str) -> tuple[list[Node], str]:
    data = document.read()
    loaded = parse_json(decode(data, document.encoding).text)
    found = [node for node in nodes(loaded) if node.types & wanted]
    if not found:
        raise ReadError("no-items", f"there is no {what} in it")
    return found, hashlib.sha256(data).hexdigest()


@reader(
    "jsonld",
    "schema.org articles as JSON-LD",
    version="1.0.0",
    media_types=["application/ld+json", "application/json"],
    suffixes=[".jsonld", ".json"],
    recognises=is_jsonld,
)
def jsonld(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each article of a JSON-LD document, wherever in it the article stands.

    Raises:
        ReadError: ``json`` for what is no JSON, ``no-items`` where there is no article.
    """
    found, digest = _nodes(document, ARTICLES, "schema.org article")
    for node in found:
        body = next((one for one, _ in values(node, "articleBody", "text", "description") if isinstance(one, str)), "")
        markup = shown(body)
        words = markup.text or next((t for one, _ in values(node, "headline", "name") if (t := text(one))), "")
        if not words:
            yield ReadError("empty", "the article has neither body, description nor headline", node.pointer or None)
            continue
        draft = _begun(document, reading, node, words, digest)
        _state(draft, node)
        for one, target in markup.links:
            draft.link(one, target)
        state_text_facts(draft)
        yield draft


@reader(
    "claimreview",
    "Fact-checks as schema.org ClaimReview",
    version="1.0.0",
    media_types=["application/ld+json", "application/json"],
    suffixes=[".jsonld", ".json"],
    recognises=is_claimreview,
)
def claimreview(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each review of a document or of a feed of them. Its text is the claim and the verdict.

    Whose claim it is stands in `info_sources` with the role *claimant*, and where it was made among the relations.

    Raises:
        ReadError: ``json`` for what is no JSON, ``no-items`` where there is no review.
    """
    found, digest = _nodes(document, frozenset({REVIEW}), "ClaimReview")
    for node in found:
        claim = next((t for one, _ in values(node, "claimReviewed") if (t := text(one))), "")
        rating = node.value.get("reviewRating")
        verdict = rating.get("alternateName") or rating.get("name") if isinstance(rating, Mapping) else None
        body = next((one for one, _ in values(node, "reviewBody", "description") if isinstance(one, str)), "")
        parts = [claim, f"Verdict: {verdict}" if isinstance(verdict, str) else "", shown(body).text]
        words = "\n\n".join(part for part in parts if part)
        if not claim:
            yield ReadError("empty", "the review names no claim (claimReviewed)", node.pointer or None)
            continue
        draft = _begun(document, reading, node, words, digest)
        draft.extra["claim"] = claim
        draft.asserted("item_type", "fact_check", f"{node.pointer}/@type")
        _state(draft, node)
        _claimant(draft, node)
        yield draft


def _begun(document: Document, reading: Reading, node: Node, words: str, digest: str) -> Draft:
    identity = text(node.value.get("@id")) or text(node.value.get("url"))
    kept = {key: node.value[key] for key in ("keywords", "articleSection", "reviewRating") if key in node.value}
    return reading.draft(
        document,
        words,
        media_type="application/ld+json",
        normalisation="the words at the node, markup taken away",
        raw_sha256=digest,
        locator=node.pointer or None,
        record_id=identity,
        extra={"types": sorted(node.types), **kept},
    )


def _state(draft: Draft, node: Node) -> None:
    for value, pointer in values(node, "headline", "name"):
        if text(value):
            draft.asserted("headline", shown(text(value) or "").text, pointer)
    if not draft.states("item_type"):
        known = sorted(node.types - {"Article"})
        kinds = [TYPES.get(one) or VALUES["item_type"](one) for one in known]
        # A plain article is the least that it can be.
        kind = next((one for one in kinds if one not in ("other", "article")), kinds[0] if kinds else "other")
        if kind != "other":
            draft.asserted("item_type", kind, f"{node.pointer}/@type")
    people = [(value, pointer) for value, pointer in values(node, "author", "creator") if text(value)]
    agents = tuple(_agent(value) for value, _ in people)
    if agents:
        draft.asserted("author", agents, people[0][1] if len(people) == 1 else f"{node.pointer}/author")
    for fact, keys in (("date_published", ("datePublished",)), ("date_modified", ("dateModified",))):
        for value, pointer in values(node, *keys):
            _value(draft, fact, value, pointer)
        draft.looked(fact, f"{PLACE}{', '.join(keys)}")
    for value, pointer in values(node, "inLanguage"):
        code = value.get("alternateName") if isinstance(value, Mapping) else value
        _value(draft, "language", code, pointer)
    for value, pointer in values(node, "url", "mainEntityOfPage"):
        address = text(value.get("@id") or value.get("url")) if isinstance(value, Mapping) else text(value)
        if address and address.startswith(("http://", "https://")):
            draft.asserted("uri", address, pointer)
    _publisher(draft, node)
    for value, pointer in values(node, "sourceOrganization", "provider"):
        if text(value):
            draft.asserted("info_sources", InfoSource(text(value) or "", "agency"), pointer)
    for value, pointer in values(node, "sponsor"):
        if text(value):
            draft.asserted("independence", Note("sponsor", text(value), scope="item"), pointer)
    for value, _ in values(node, "citation", "isBasedOn"):
        address = text(value.get("url") or value.get("@id")) if isinstance(value, Mapping) else text(value)
        if address and address.startswith(("http://", "https://")):
            draft.link(text(value) or address, address)
    for fact in ("headline", "author", "outlet", "independence", "info_sources", "language", "uri"):
        draft.looked(fact, f"JSON-LD: {node.pointer or '/'}")


def _value(draft: Draft, fact: str, value: Any, pointer: str) -> None:
    given = text(value)
    if given is None:
        return
    try:
        draft.asserted(fact, VALUES[fact](given), pointer)
    except RecordError as error:
        draft.looked(fact, f"{pointer}: {error}")


def _agent(value: Any) -> Agent:
    kinds = Node(value, "").types if isinstance(value, Mapping) else frozenset()
    kind = "organization" if any(one.endswith("Organization") for one in kinds) else "person"
    role = value.get("jobTitle") if isinstance(value, Mapping) else None
    return Agent(text(value) or "", kind, role if isinstance(role, str) else None)


def _publisher(draft: Draft, node: Node) -> None:
    for value, pointer in values(node, "publisher"):
        name = text(value)
        if name is None:
            continue
        known = value if isinstance(value, Mapping) else {}
        owner = text(known.get("parentOrganization"))
        funders = tuple(t for one, _ in values(Node(known, pointer), "funder") if (t := text(one)))
        draft.asserted("outlet", Org(name, url=_address(known), owner=owner, funders=funders), pointer)
        for key, kind in POLICIES.items():
            for note, where in values(Node(known, pointer), key):
                words = text(note)
                link = words if words and words.startswith(("http://", "https://")) else None
                if words:
                    draft.asserted("independence", Note(kind, None if link else words, link), where)


def _address(known: Mapping[str, Any]) -> str | None:
    url = known.get("url")
    return url if isinstance(url, str) else None


def _claimant(draft: Draft, node: Node) -> None:
    for value, pointer in values(node, "itemReviewed"):
        if not isinstance(value, Mapping):
            continue
        claim = Node(value, pointer)
        for who, where in values(claim, "author"):
            if text(who):
                draft.asserted("info_sources", InfoSource(text(who) or "", "claimant"), where)
        for where_made, _ in values(claim, "appearance", "firstAppearance"):
            known = where_made if isinstance(where_made, Mapping) else {"url": where_made}
            address = text(known.get("url") or known.get("@id"))
            if address:
                draft.link("claim", address)
