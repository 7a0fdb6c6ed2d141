"""Compressed files: one document each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from sayso import Document, Reading
from sayso_plugins.readers.containers.kinds import zstandard
from sayso_plugins.readers.containers.streams import Readable, unpacked

#: Of the header of a gzip file: whether extra fields come before the file's name, and whether there is one.
EXTRA, NAMED = 4, 8


def _gzip(stream: BinaryIO) -> Readable:
    import gzip

    return gzip.GzipFile(fileobj=stream)


def _bz2(stream: BinaryIO) -> Readable:
    import bz2

    return bz2.BZ2File(stream)


def _xz(stream: BinaryIO) -> Readable:
    import lzma

    return lzma.LZMAFile(stream)


def _zst(stream: BinaryIO) -> Readable:
    unpacker: Readable = zstandard().ZstdDecompressor().stream_reader(stream, read_across_frames=True, closefd=False)
    return unpacker


def documents(document: Document, reading: Reading, kind: str) -> Iterator[Document]:
    """The document that is compressed in another.

    Args:
        kind: How it is compressed, as the ending of the file has it.
    """
    name = document.name
    ending = document.suffix
    name = name[: -len(ending)] if ending in (".gz", ".bz2", ".xz", ".zst") else ""
    if "." not in name and kind == "gz":
        name = _stored_name(document.head(1024)) or name
    yield document.inner(name, "", opener=unpacked(document, reading.limits, DECOMPRESS[kind]))


def _stored_name(head: bytes) -> str:
    """The name that gzip noted of the file it compressed; empty where it did not."""
    flags = head[3] if len(head) > 10 else 0
    if flags & EXTRA or not flags & NAMED:
        return ""
    return head[10:].partition(b"\0")[0].decode("latin-1").rpartition("/")[2]


#: By the ending of the file.
DECOMPRESS = {"gz": _gzip, "bz2": _bz2, "xz": _xz, "zst": _zst}
