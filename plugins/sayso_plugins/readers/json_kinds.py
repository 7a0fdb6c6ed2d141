"""Formats that share JSON, told apart by the keys of the outermost object in a document's first bytes."""

from __future__ import annotations

import re
from functools import lru_cache

#: A text, with the colon that makes it a key, or a bracket. A text that the first bytes cut off ends with them.
TOKEN = re.compile(rb'"((?:[^"\\]++|\\.)*+)(?:"|\\?\Z)(\s*+:)?|[{}\[\]]', re.DOTALL)
#: What says of which type a thing is, wherever it stands, and that it is a fact-check.
REVIEW = re.compile(rb'"@type"\s*+:\s*+(?:\[[^\]]{0,200}?)?"(?:https?://schema\.org/|schema:)?ClaimReview"')
FEED = re.compile(rb"https?://(?:www\.)?jsonfeed\.org/version/")
RECORD = b"urn:sayso:"
LINKED = frozenset({b"@context", b"@graph", b"@type", b"@id"})
#: Keys under which plain items have their text, also before a mapping, and no news object has.
PLAIN = frozenset({b"text", b"body", b"content", b"articleBody", b"maintext"})
#: Keys of which a news object has one beside its `uri`.
NINJS = re.compile(
    rb"(?:version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus|representation[tT]ype|body_\w+|headline_\w+"
    rb"|description_\w+|bodies|headlines?|descriptions|eventDetails|plannedCoverage|info[sS]ources?|alt[iI]ds"
    rb"|copyright[hH]older|copyright[nN]otice|usage[tT]erms|renditions|associations|standard|byline|mimetype"
    rb"|digital[sS]ource[tT]ype|slugline|ed[nN]ote)\Z"
)


def outer_keys(head: bytes) -> frozenset[bytes]:
    """The keys of the outermost object, or of the first one in a list; none where the document is neither."""
    return frozenset(outer(head))


@lru_cache(maxsize=1)  # each recogniser of JSON is asked about the same bytes
def outer(head: bytes) -> dict[bytes, bytes]:
    """The keys of the outermost object, or of the first one in a list, with the texts that are their values.

    A value that is no text is empty.
    """
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    found: dict[bytes, bytes] = {}
    if text[:1] not in (b"{", b"["):
        return found
    depth = at = 0
    key: bytes | None = None
    for token in TOKEN.finditer(text):
        mark = token.group()
        if mark in (b"{", b"["):
            depth += 1
            at = at or (depth if mark == b"{" else 0)
        elif mark in (b"}", b"]"):
            depth -= 1
            if at and depth < at:
                break
        elif depth == at:
            if token[2] is not None:
                named: bytes = token[1]
                found[named], key = b"", named
                continue
            if key is not None:
                found[key] = token[1].replace(b"\\/", b"/")
        key = None
    return found


def json_kind(head: bytes) -> str | None:
    """``ninjs``, ``jsonld``, ``claimreview`` or ``feed``; None for plain items, records and whatever else is JSON.

    Only what the outermost object itself says counts: an item may quote a feed, or hold a record.
    """
    keys = outer(head)
    if not keys or keys.get(b"schema", b"").startswith(RECORD):
        return None
    if FEED.match(keys.get(b"version", b"")):
        return "feed"
    if keys.keys() & LINKED:
        return "claimreview" if REVIEW.search(head) else "jsonld"
    if b"uri" in keys and not keys.keys() & PLAIN and any(NINJS.match(key) for key in keys):
        return "ninjs"
    return None
