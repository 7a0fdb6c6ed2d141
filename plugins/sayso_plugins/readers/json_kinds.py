"""Formats that share JSON, told apart by the keys of the outermost object in a document's first bytes."""

from __future__ import annotations

import re

from sayso_plugins.readers.feeds.json_feed import is_json_feed

#: A text, with the colon that makes it a key, or a bracket. A text that the first bytes cut off ends with them.
TOKEN = re.compile(rb'"((?:[^"\\]++|\\.)*+)(?:"|\\?\Z)(\s*+:)?|[{}\[\]]', re.DOTALL)
REVIEW = re.compile(rb'"(?:https?://schema\.org/|schema:)?ClaimReview"(?!\s*+:)')
RECORD = re.compile(rb'"schema"\s*+:\s*+"urn:sayso:')
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
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] not in (b"{", b"["):
        return frozenset()
    found: set[bytes] = set()
    depth = at = 0
    for token in TOKEN.finditer(text):
        mark = token.group()
        if mark in (b"{", b"["):
            depth += 1
            at = at or (depth if mark == b"{" else 0)
        elif mark in (b"}", b"]"):
            depth -= 1
            if at and depth < at:
                break
        elif token[2] is not None and depth == at:
            found.add(token[1])
    return frozenset(found)


def json_kind(head: bytes) -> str | None:
    """``ninjs``, ``jsonld`` or ``claimreview``; None for plain items, records, feeds and whatever else is JSON."""
    keys = outer_keys(head)
    if not keys or is_json_feed(head) or (b"schema" in keys and RECORD.search(head)):
        return None
    if LINKED & keys:
        return "claimreview" if REVIEW.search(head) else "jsonld"
    if b"uri" in keys and not PLAIN & keys and any(NINJS.match(key) for key in keys):
        return "ninjs"
    return None
