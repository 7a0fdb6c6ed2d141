"""RSS and Atom: each entry is an item."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Document, Draft, LeftOut, ReadError, Reading, reader, state_text_facts
from sayso_plugins.readers.xml_places import XmlText

if TYPE_CHECKING:
    from sayso_plugins.readers.feeds.tree import Node

OPENING = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|RDF|channel|entry)[\s>/]")
SPACE = re.compile(rb"\s*")
DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
#: Roots of feeds, and of documents that only look like one.
ROOTS = frozenset({"rss", "feed", "RDF", "channel", "entry"})
SHOWN_ID = 80


def is_feed(head: bytes) -> bool:
    """Whether the first element of a document is that of a feed."""
    at = 0
    if head.startswith(MARKS) or head.startswith((b"<\0", b"\0<")):
        head = head.replace(b"\0", b"")
        at = next((len(mark) for mark in MARKS if head.startswith(mark)), 0)
    while True:
        space = SPACE.match(head, at)
        at = space.end() if space else at
        if head.startswith(b"<?", at):
            end, size = head.find(b"?>", at), 2
        elif head.startswith(b"<!--", at):
            end, size = head.find(b"-->", at), 3
        else:
            doctype = DOCTYPE.match(head, at)
            if doctype is None:
                return OPENING.match(head, at) is not None
            end, size = doctype.end(), 0
        if end < 0:
            return False
        at = end + size


@reader(
    "feed",
    "RSS and Atom feeds, one item an entry",
    version="1.1.0",
    media_types=["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"],
    suffixes=[".rss", ".atom", ".rdf", ".xml"],
    recognises=is_feed,
)
def feed(document: Document, reading: Reading) -> Iterator[Draft | LeftOut | ReadError]:
    """Read the entries of a feed.

    The text of an entry is its content, else its summary, which `extra` then says; markup becomes paragraphs. Entries
    are read one by one, so that their number costs no memory. A feed that is not well formed is read as far as
    feedparser makes sense of it.

    Raises:
        ReadError: ``entities`` for a feed with declarations of its own, ``nesting``, ``too-large``, ``feed`` for what
            is none, ``missing-extra`` for one that is not well formed, without feedparser.
    """
    from sayso_plugins.readers.feeds.entries import channel_of
    from sayso_plugins.readers.feeds.tree import NotWellFormed, decoded, filled, parsed

    data = document.read()
    text = decoded(data, document.encoding)
    try:
        root = parsed(text)
    except NotWellFormed as error:
        from sayso_plugins.readers.feeds.broken import broken_entries

        yield from broken_entries(document, reading, data, str(error))
        return
    if root.local not in ROOTS:
        raise ReadError("feed", f"its root is {root.local!r:.40}, which is no feed's (rss, feed, RDF)")
    if document.uri:
        root.attributes.setdefault("xml:base", document.uri)
    digest, channel, raw = hashlib.sha256(data).hexdigest(), channel_of(root), XmlText(text)
    number = 0
    for number, entry in enumerate(filled(root, text), 1):
        yield _draft(document, reading, entry, channel, number, digest, raw)
    if not number:
        yield LeftOut("feed", "it has no entries")


def _draft(
    document: Document, reading: Reading, entry: Node, channel: Node, number: int, digest: str, raw: XmlText
) -> Draft | ReadError:
    from sayso_plugins.readers.feeds.entries import further_links, kept, state, words_of
    from sayso_plugins.readers.sectioning import state_marked_sections

    identity = next((one.text.strip() for one in entry.of("guid", "id", "atom:id")), "")
    identity = identity or entry.attributes.get("rdf:about", "")
    locator = f"entry {number}" + (f" ({' '.join(identity.split())[:SHOWN_ID]})" if identity else "")
    words = words_of(entry)
    if words is None:
        return ReadError("empty", "the entry has neither content, summary nor title", locator, raw.at(entry.path))
    draft = reading.draft(
        document,
        words.body.text,
        media_type="text/html",
        normalisation=f"the words of {words.node.path}, one paragraph a block of its markup",
        raw_sha256=digest,
        locator=locator,
        record_id=identity or None,
        extra=kept(entry, words),
        locations=raw.item(entry.path, words.node.path, words.body.text),
    )
    state(draft, entry, channel)
    for shown, target in (*words.body.links, *further_links(entry)):
        draft.link(shown, words.node.address(target))
    state_text_facts(draft)
    state_marked_sections(draft, words.body.marks)
    return draft
