"""The readers of JSON-LD: `jsonld` for articles and `claimreview` for fact-checks; each reads the other's items too."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, ReadError, Reading, reader
from sayso_plugins.readers.json_kinds import json_kind


def is_jsonld(head: bytes) -> bool:
    """Whether a JSON document is JSON-LD, and no fact-check as far as its first bytes show."""
    return json_kind(head) == "jsonld"


def is_claimreview(head: bytes) -> bool:
    """Whether a JSON document is JSON-LD with a fact-check."""
    return json_kind(head) == "claimreview"


@reader(
    "jsonld",
    "schema.org articles as JSON-LD",
    version="1.1.0",
    media_types=["application/ld+json", "application/json"],
    suffixes=[".jsonld", ".json"],
    recognises=is_jsonld,
)
def jsonld(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each article of a JSON-LD document, wherever in it the article stands, and each entry of a live blog.

    Raises:
        ReadError: ``json`` for what is no JSON, ``no-items`` where there is neither article nor review; in an item's
            place ``empty`` for one without words.
    """
    from sayso_plugins.readers.linked_data.items import items

    yield from items(document, reading)


@reader(
    "claimreview",
    "Fact-checks as schema.org ClaimReview",
    version="1.1.0",
    media_types=["application/ld+json", "application/json"],
    suffixes=[".jsonld", ".json"],
    recognises=is_claimreview,
)
def claimreview(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each review of a document or of a feed of them. Its text is the claim, the verdict and the review's words.

    Whose claim it is stands in `info_sources` with the role *claimant* and under `extra`, and where it was made among
    the relations.

    Raises:
        ReadError: ``json`` for what is no JSON, ``no-items`` where there is neither article nor review; in an item's
            place ``empty`` for a review that names no claim.
    """
    from sayso_plugins.readers.linked_data.items import items

    yield from items(document, reading)
