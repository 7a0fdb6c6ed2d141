"""Compressed files: one document each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from sayso import Document, Reader, Reading, reader
from sayso_plugins.readers.containers.kinds import is_compressed, zstandard
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


def _one(decompress: Callable[[BinaryIO], Readable], document: Document, reading: Reading) -> Iterator[Document]:
    """The document that is compressed in another."""
    name = document.name
    ending = document.suffix
    name = name[: -len(ending)] if ending in (".gz", ".bz2", ".xz", ".zst") else ""
    if "." not in name and decompress is _gzip:
        name = _stored_name(document.head(1024)) or name
    yield document.inner(name, "", opener=unpacked(document, reading.limits, decompress))


def _stored_name(head: bytes) -> str:
    """The name that gzip noted of the file it compressed; empty where it did not."""
    flags = head[3] if len(head) > 10 else 0
    if flags & EXTRA or not flags & NAMED:
        return ""
    return head[10:].partition(b"\0")[0].decode("latin-1").rpartition("/")[2]


def _reader(name: str, what: str, media_types: list[str], decompress: Callable[[BinaryIO], Readable]) -> Reader:
    declare = reader(
        name,
        f"A document compressed with {what}",
        version="1.0.0",
        media_types=media_types,
        suffixes=[f".{name}"],
        recognises=partial(is_compressed, kind=name),
        container=True,
        needs=["zstandard"] if name == "zst" else (),
        extra="sayso[zstd]" if name == "zst" else None,
    )
    return declare(partial(_one, decompress))


gz = _reader("gz", "gzip", ["application/gzip", "application/x-gzip"], _gzip)
bz2 = _reader("bz2", "bzip2", ["application/x-bzip2", "application/bzip2"], _bz2)
xz = _reader("xz", "xz", ["application/x-xz"], _xz)
zst = _reader("zst", "Zstandard", ["application/zstd"], _zst)
