"""What sayso itself writes beside the items: reports, baselines, split streams. Nothing in it is an item."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, LeftOut, Reading, reader
from sayso_plugins.readers.json_kinds import PLAIN, RECORD, outer

#: What follows :data:`RECORD` in documents that are items all the same.
ITEMS = (b"schema:item:", b"schema:record:")
#: How a report of each other format begins, and what else stands in its first bytes.
JSONL = (b'{"item": {"id": "', b'"content_sha256"', b'"findings"')
LAST_LINE = (b'{"coverage": {"inputs": ',)
GITLAB = (b'[\n{"description": "', b'"check_name": "', b'"fingerprint": "')
EMPTY = b"[\n]\n"
SARIF = (b'{"$schema": "', b"/sarif-schema-", b'"driver": {"name": "sayso"')
JUNIT = b'<testsuites name="sayso"'


def is_own(head: bytes) -> bool:
    """Whether the first bytes are those of something that sayso wrote and that holds no items.

    A page that calls itself a report is read all the same: whoever writes one could so hide it.
    """
    if head == EMPTY:
        return True
    if head[:1] == b"<":
        return JUNIT in head[:200]
    if b'"schema"' in head[:2000]:
        keys = outer(head)
        schema = keys.get(b"schema", b"")
        ours = schema.startswith(RECORD) and not schema.startswith(ITEMS, len(RECORD))
        # What has a text is an item, whatever it calls itself.
        return ours and not keys.keys() & PLAIN
    return any(
        head.startswith(begin) and all(mark in head for mark in rest)
        for begin, *rest in (JSONL, LAST_LINE, GITLAB, SARIF)
    )


@reader(
    "own-output",
    "What sayso itself writes: reports, baselines, split streams",
    version="1.0.0",
    suffixes=[".json", ".jsonl", ".xml", ".sarif"],
    recognises=is_own,
)
def own_output(document: Document, reading: Reading) -> Iterator[LeftOut]:  # noqa: ARG001 - as every reader
    """Leave it out, and say so, so that a folder may hold the items and what was written about them."""
    yield LeftOut("file", "sayso wrote it, and it holds no items")
