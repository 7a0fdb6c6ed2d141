"""By what an item is known again in another run: its own name, its text, or its place."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sayso.report import ItemReport

#: Begins the id of an item that has none of its own, so that it changes with the text.
UNNAMED = "urn:sayso:sha256:"


def folded(text: str) -> str:
    """32 hexadecimal digits over a text without regard to its white space."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def names(item: ItemReport) -> Iterator[str]:
    """What an item may be known by, the surest first.

    Its own id, its address, its text, and its path, where it is the only item of the file: lines of a file move when
    one is put in before them.
    """
    if not item.id.startswith(UNNAMED):
        yield f"id:{item.id}"
    if item.uri is not None:
        yield f"uri:{item.uri}"
    yield f"text:{folded(item.text)}"
    if item.path is not None and item.locator is None:
        yield f"path:{item.path.replace(chr(92), '/').removeprefix('./')}"
