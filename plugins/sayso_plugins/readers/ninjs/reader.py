"""The reader of ninjs 1.x, 2.x and 3.x."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Document, Draft, ReadError, Reading, reader
from sayso_plugins.readers.json_kinds import json_kind


def is_ninjs(head: bytes) -> bool:
    """Whether a JSON document has keys of ninjs, and is of no other format."""
    return json_kind(head) == "ninjs"


@reader(
    "ninjs",
    "IPTC ninjs 1.x to 3.x",
    version="1.1.0",
    media_types=["application/json", "application/ninjs+json", "application/jsonl"],
    suffixes=[".json", ".ninjs", ".jsonl", ".ndjson"],
    recognises=is_ninjs,
    options=["validate", "version"],
)
def ninjs(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read a news object, a list of them, or one a line; an associated object with a body of its own is an item too.

    It must be valid by the schema of its version; ``[reader.ninjs] validate = false`` reads it as far as it goes, and
    ``version`` says which version it is held against.

    Raises:
        ReadError: ``json`` for what is no JSON, ``version`` for an unknown one in the configuration. In an item's
            place: ``schema`` with the JSON Pointer, ``empty`` without words.
    """
    from sayso_plugins.readers.ninjs.items import items

    yield from items(document, reading)
