"""By what an item is known again in another run: its own name, its text, its place, or most of its words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from sayso.report import ItemReport

if TYPE_CHECKING:
    from sayso.records.record import Record

#: Begins the id of an item that has none of its own, so that it changes with the text.
UNNAMED = "urn:sayso:sha256:"
#: The path of what comes by standard input, which no other item is known by.
STDIN = "<stdin>"
#: How many words stand together in a shingle, how many of the least hashes are kept, and of how many digits each.
SHINGLE, KEPT, DIGITS = 3, 20, 6
#: A text of fewer shingles than this is too short to be known by most of them.
LEAST = 8


def folded(text: str) -> str:
    """32 hexadecimal digits over a text without regard to its white space."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def names(item: ItemReport, root: str | None = None) -> Iterator[str]:
    """What an item may be known by, the surest first.

    Its own id, its address, its text, and its path, where it is the only item of the file: lines of a file move when
    one is put in before them.

    Args:
        root: The folder that paths are relative to; None leaves them as they are.
    """
    return _names(item.id, item.uri, item.text, None if item.locator is not None else item.path, root)


def names_of_record(record: Record, root: str | None = None) -> Iterator[str]:
    """As :func:`names`, of an item that was read and not checked."""
    retrieval = record.retrieval
    alone = None if retrieval.locator is not None else retrieval.path
    return _names(record.id, record.uri.value, record.content.text, alone, root)


def _names(identity: str, uri: str | None, text: str, alone: str | None, root: str | None) -> Iterator[str]:
    if not identity.startswith(UNNAMED):
        yield f"id:{identity}"
    if uri is not None:
        yield f"uri:{uri}"
    yield f"text:{folded(text)}"
    path = file_of(alone, root)
    if path is not None and alone != STDIN:
        yield f"path:{path}"


def sketch(item: ItemReport) -> str:
    """What an item that has neither id nor address is known by when some of its words change; else nothing.

    The least hashes of its shingles (bottom-k sketch; Broder 1997, *On the resemblance and containment of documents*),
    in rising order. No text can be read from it.
    """
    if item.uri is not None or not item.id.startswith(UNNAMED):
        return ""
    words = item.text.encode("utf-8", "surrogatepass").split()
    found = {crc32(b" ".join(words[i : i + SHINGLE])) >> 8 for i in range(len(words) - SHINGLE + 1)}
    if len(found) < LEAST:
        return ""
    return "".join(f"{one:0{DIGITS}x}" for one in sorted(found)[:KEPT])


def hashes(sketched: str) -> frozenset[str]:
    """The hashes of a sketch."""
    return frozenset(sketched[at : at + DIGITS] for at in range(0, len(sketched), DIGITS))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of shingles that two texts have in common, estimated from their hashes."""
    least = sorted(one | other)[:KEPT]
    return sum(hash_ in one and hash_ in other for hash_ in least) / len(least) if least else 0.0


def file_of(path: str | None, root: str | None = None) -> str | None:
    """A path as a baseline has it: relative to its folder, with forward slashes."""
    if path is None:
        return None
    if root is None:
        return path.replace("\\", "/").removeprefix("./")
    folder, name = os.path.split(path)
    try:
        return os.path.relpath(os.path.join(_real(os.path.abspath(folder)), name), root).replace("\\", "/")
    except ValueError:  # another drive, or no path at all
        return path.replace("\\", "/")


def root_of(file: str) -> str:
    """The folder of a file, for :func:`file_of`."""
    return os.path.realpath(os.path.dirname(os.path.abspath(file)))


@lru_cache(maxsize=256)
def _real(folder: str) -> str:
    return os.path.realpath(folder)
