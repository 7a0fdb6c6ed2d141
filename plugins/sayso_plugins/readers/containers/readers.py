"""The readers of compressed files and archives; what they do is loaded where one is met."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sayso import Document, LeftOut, Reader, ReadError, Reading, reader
from sayso_plugins.readers.containers.kinds import is_compressed, is_tar, is_zip

KINDS = ("gz", "bz2", "xz", "zst")


@reader(
    "zip",
    "A zip archive of documents",
    version="1.0.0",
    media_types=["application/zip", "application/x-zip-compressed"],
    suffixes=[".zip"],
    recognises=is_zip,
    container=True,
)
def zip_archive(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """Hand over the files of an archive in the order of its list."""
    from sayso_plugins.readers.containers.archives import zip_documents

    yield from zip_documents(document, reading)


@reader(
    "tar",
    "A tar archive of documents, compressed or not",
    version="1.0.0",
    media_types=["application/x-tar"],
    suffixes=[".tar", ".tgz", ".tbz2", ".txz"] + [f".tar.{kind}" for kind in KINDS],
    recognises=is_tar,
    container=True,
)
def tar_archive(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """Hand over the files of an archive as they come; it is read once, from front to back."""
    from sayso_plugins.readers.containers.archives import tar_documents

    yield from tar_documents(document, reading)


def _compressed(document: Document, reading: Reading, *, kind: str) -> Iterator[Document]:
    from sayso_plugins.readers.containers.compressed import documents

    yield from documents(document, reading, kind)


def _reader(kind: str, what: str, *media_types: str) -> Reader:
    declare = reader(
        kind,
        f"A document compressed with {what}",
        version="1.0.0",
        media_types=media_types,
        suffixes=[f".{kind}"],
        recognises=partial(is_compressed, kind=kind),
        container=True,
        needs=["zstandard"] if kind == "zst" else (),
        extra="sayso[zstd]" if kind == "zst" else None,
    )
    return declare(partial(_compressed, kind=kind))


containers = [
    zip_archive,
    tar_archive,
    _reader("gz", "gzip", "application/gzip", "application/x-gzip"),
    _reader("bz2", "bzip2", "application/x-bzip2", "application/bzip2"),
    _reader("xz", "xz", "application/x-xz"),
    _reader("zst", "Zstandard", "application/zstd"),
]
