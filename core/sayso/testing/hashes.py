"""Whether the hash that a record has of the bytes it was read from is that of bytes that are there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sayso.readers.document import Document
from sayso.records.record import Record

#: Lines of a document up to which each run of them is looked at.
LINES = 300


def misread(record: Record, document: Document) -> Iterator[str]:
    """What is wrong with the ``raw_sha256`` of a record: it is of the document, or of the lines that are the item."""
    stated = record.content.raw_sha256
    if stated is None or document.item is not None:
        return
    data = document.read()
    if stated == hashlib.sha256(data).hexdigest():
        return
    if record.retrieval.locator is None:
        yield f"raw_sha256 is {stated[:12]}…, and not the hash of the bytes of the document (hashlib.sha256)"
    elif not _is_of_lines(stated, data, document):
        yield (
            f"raw_sha256 is {stated[:12]}…, and neither the hash of the bytes of the document (hashlib.sha256) nor of "
            "lines of it"
        )


def _is_of_lines(stated: str, data: bytes, document: Document) -> bool:
    """Whether a hash is that of a line, or of several that follow each other, with or without the last line end."""
    if any(isinstance(one, bytes) and hashlib.sha256(one).hexdigest() == stated for _, one in document.lines()):
        return True
    lines = data.splitlines(keepends=True)
    for first in range(len(lines)):
        whole = hashlib.sha256()
        for line in lines[first : first + LINES]:
            bare = whole.copy()
            bare.update(line.rstrip(b"\r\n"))
            whole.update(line)
            if stated in (whole.hexdigest(), bare.hexdigest()):
                return True
    return False
