"""Which reader reads a document: by order, media type, name and first bytes, and never by trying all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from sayso.errors import ReadError
from sayso.readers.document import Document
from sayso.readers.reader import Reader


def choose(document: Document, readers: Mapping[str, Reader], wanted: str | None = None) -> Reader:
    """The reader of a document.

    Raises:
        ReadError: ``unknown-reader`` where `wanted` names none, ``no-reader`` where none reads this kind.
    """
    formats = {name: reader for name, reader in readers.items() if reader.read is not None}
    if wanted is not None:
        if wanted in formats:
            return formats[wanted]
        if wanted in readers:
            # A refining reader reads what its base reads; which base, the document's own kind decides.
            formats = {name: reader for name, reader in formats.items() if name in readers[wanted].refines}
            return choose(document, formats)
        raise ReadError("unknown-reader", f"there is no reader {wanted!r}; there are {', '.join(sorted(readers))}")
    if document.media_type is not None:
        for reader in formats.values():
            if document.media_type in reader.media_types:
                return reader
    suffix = PurePosixPath(document.name).suffix.lower()
    for reader in formats.values():
        if suffix and suffix in reader.suffixes:
            return reader
    if document.media_type is None and not suffix:
        sniffed = "json" if document.read()[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "plaintext"
        if sniffed in formats:
            return formats[sniffed]
    kind = document.media_type or f"{suffix} files" if suffix else document.media_type or "this"
    known = "; ".join(
        f"{name} ({' '.join(r.suffixes) or ' '.join(r.media_types)})" for name, r in sorted(formats.items())
    )
    raise ReadError("no-reader", f"no reader for {kind}; there are {known}; choose one with --reader")
