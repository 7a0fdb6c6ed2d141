"""NITF 2 and 3: one item a document."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, LeftOut, Reading, reader
from sayso_plugins.readers.wire_xml.safe import first_element


def is_nitf(head: bytes) -> bool:
    """Whether the first element of a document is that of NITF."""
    return first_element(head) == b"nitf"


@reader(
    "nitf",
    "NITF, one item a document",
    version="1.1.0",
    media_types=["application/nitf+xml", "application/xml", "text/xml"],
    suffixes=[".nitf", ".xml"],
    recognises=is_nitf,
    needs=["lxml"],
    extra="sayso[xml]",
)
def nitf(document: Document, reading: Reading) -> Iterator[Draft | LeftOut]:
    """Read one document. The text is its body content; headline, byline and dateline are facts.

    Raises:
        ReadError: ``entities``, ``xml`` with the line, ``nitf`` for what is none, ``empty`` for a document without
            words.
    """
    from sayso_plugins.readers.wire_xml.nitf_items import items

    yield from items(document, reading)
