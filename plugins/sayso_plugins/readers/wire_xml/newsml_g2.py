"""NewsML-G2: news items alone, in messages and in packages; power and core."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, LeftOut, ReadError, Reading, reader
from sayso_plugins.readers.wire_xml.conformance import OPENING
from sayso_plugins.readers.wire_xml.safe import first_element


def is_newsml(head: bytes) -> bool:
    """Whether the first element of a document is one of NewsML-G2."""
    return first_element(head).decode("ascii", "replace") in OPENING


@reader(
    "newsml-g2",
    "NewsML-G2: news items, alone, in packages and in messages",
    version="1.1.0",
    media_types=[
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.packageitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/xml",
        "text/xml",
    ],
    suffixes=[".xml", ".newsml"],
    recognises=is_newsml,
    needs=["lxml"],
    extra="sayso[xml]",
    options=["validate"],
)
def newsml_g2(document: Document, reading: Reading) -> Iterator[Draft | LeftOut | ReadError]:
    """Read each news item, and of a package each reference that has words of its own.

    An item must be valid by the IPTC's XML Schema unless it says that it is of a later version;
    ``[reader.newsml-g2] validate = false`` reads it as far as it goes.

    Raises:
        ReadError: ``entities``, ``xml`` with the line, ``newsml-g2`` for what is none; in an item's place ``schema``
            with the lines.
    """
    from sayso_plugins.readers.wire_xml.newsml_items import items

    yield from items(document, reading)
