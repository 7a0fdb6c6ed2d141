"""Which reader reads a document: by order, media type, name and first bytes, and never by trying all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.errors import ReadError
from sayso.readers.document import Document
from sayso.readers.reader import HEAD, Reader


def choose(document: Document, readers: Mapping[str, Reader], wanted: str | None = None) -> Reader:
    """The reader of a document.

    Those count whose media type or file name it has, and of these the one that recognises its first bytes; one that
    recognises nothing in particular, such as that of plain items for JSON, stands in where no other does. A document
    without a known type and name is recognised by its first bytes alone.

    Raises:
        ReadError: ``unknown-reader`` where `wanted` names none, ``no-reader`` where none reads this kind and
            ``ambiguous`` where several claim it; both say which were considered.
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
    declared = [reader for reader in formats.values() if _declares(reader, document)]
    if declared:
        return _recognised(document, declared)
    if document.media_type is None and not document.suffix:
        recognised = [reader for reader in formats.values() if reader.recognises is not None]
        if any(_recognises(reader, document.head(HEAD)) for reader in recognised):
            return _recognised(document, recognised)
        is_json = document.head(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
        sniffed = "json" if is_json else "plaintext"
        if sniffed in formats:
            return formats[sniffed]
    kind = document.media_type or (f"{document.suffix} files" if document.suffix else "this")
    known = _listed(formats.values())
    raise ReadError("no-reader", f"no reader for {kind}; there are {known}; choose one with --reader")


def _declares(reader: Reader, document: Document) -> bool:
    name = document.name.lower()
    return document.media_type in reader.media_types or any(name.endswith(suffix) for suffix in reader.suffixes)


def _recognises(reader: Reader, head: bytes) -> bool:
    return reader.recognises is not None and reader.recognises(head)


def _recognised(document: Document, declared: list[Reader]) -> Reader:
    """Of several readers of one media type or suffix the one whose format the first bytes are."""
    if all(reader.recognises is None for reader in declared):
        return declared[0]
    head = document.head(HEAD)
    found = [reader for reader in declared if _recognises(reader, head)]
    if not found:
        found = [reader for reader in declared if reader.recognises is None][:1]
    if len(found) == 1:
        return found[0]
    kind = document.media_type or f"{document.suffix} files"
    said = "several readers claim it" if found else f"it is {kind}, and of no format that is read"
    what = "ambiguous" if found else "no-reader"
    raise ReadError(what, f"{said}; considered: {_listed(found or declared)}; choose one with --reader")


def _listed(readers: Iterable[Reader]) -> str:
    return "; ".join(
        f"{one.name} ({' '.join(one.suffixes) or ' '.join(one.media_types)})"
        for one in sorted(readers, key=lambda reader: reader.name)
    )
