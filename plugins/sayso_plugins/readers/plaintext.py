"""Plain text: one file, one item. The text is the decoded file, line ends kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sayso import Document, Draft, Reading, decode, reader, state_text_facts


@reader(
    "plaintext", "Plain text, one item a file", version="1.0.0", media_types=["text/plain"], suffixes=[".txt", ".text"]
)
def plaintext(document: Document, reading: Reading) -> Iterator[Draft]:
    """Read a plain text. Headline, byline, date line and dateline are taken from its shape."""
    data = document.read()
    decoded = decode(data, document.encoding)
    draft = reading.draft(
        document,
        decoded.text,
        media_type="text/plain",
        normalisation=decoded.normalisation,
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )
    for name in (
        "language",
        "item_type",
        "outlet",
        "author",
        "headline",
        "uri",
        "date_published",
        "date_modified",
        "independence",
        "info_sources",
    ):
        draft.looked(name, "metadata: none supplied")
    state_text_facts(draft)
    yield draft
