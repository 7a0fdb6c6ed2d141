"""Which reader reads a document: by order, media type, name and first bytes, and never by trying all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.errors import PluginError, ReadError, said
from sayso.frozen import evolve
from sayso.readers.document import Document, guess
from sayso.readers.reader import HEAD, Reader
from sayso.stopping import asked_to_stop
from sayso.time_limit import TookTooLong

#: How many readers a message names.
SHOWN = 12
#: What to do where nobody can tell who reads a file.
NONE = "no plugin here offers one; sayso's own are in Engine(plugins=[sayso.bundled(), …])"
#: What :func:`looks_like` tells that is neither markup nor data.
OFFICE = ("a PDF", "RTF")
#: Media types of plain items and of tables, which stand in for what nobody recognises.
ITEMS = frozenset({"application/json", "application/jsonl", "text/csv", "text/tab-separated-values"})
NAME_ONE = "name one: --reader, reader under [[paths]] in sayso.toml, or Engine(reader=...)"


def choose(document: Document, readers: Mapping[str, Reader], wanted: str | None = None) -> Reader:
    """The reader of a document.

    Those count whose media type or longest file name ending it has, and of these the one that recognises its first
    bytes; one that recognises nothing in particular, such as that of plain items for JSON, stands in where no other
    does. A reader that says which others it goes before (`over`) does so, and one whose modules are not installed
    stands back where another recognises the document too. A document without a known type and name is recognised by
    its first bytes alone, and so is one whose bytes are not what its name says. Where `wanted` names a reader and the
    document is a container, the container is opened: what was wanted is for the documents in it.

    Raises:
        ReadError: ``unknown-reader`` where `wanted` names none, ``no-reader`` where none reads this kind,
            ``ambiguous`` where several claim it and ``other-kind`` where its bytes are something else than its
            name says; the last three say which were considered.
    """
    formats = {name: reader for name, reader in readers.items() if reader.read is not None}
    if wanted is not None:
        return _wanted(document, readers, formats, wanted)
    declared = _declared(document, formats)
    if declared:
        return _recognised(document, declared, formats)
    if document.media_type is None:
        found = _by_bytes(document, formats)
        if found is not None:
            return found
    if not formats:
        raise ReadError("no-reader", f"no reader for {_kind(document)}, and none for anything: {NONE}")
    raise ReadError(
        "no-reader",
        f"no reader for {_kind(document)}; there are {', '.join(sorted(formats))}; sayso readers says what each reads; "
        f"{NAME_ONE}",
    )


def _wanted(document: Document, readers: Mapping[str, Reader], formats: dict[str, Reader], wanted: str) -> Reader:
    if wanted not in readers:
        known = f"there are {', '.join(sorted(readers))}" if readers else f"there is none at all: {NONE}"
        raise ReadError("unknown-reader", f"there is no reader {wanted!r}; {known}")
    if document.item is None and not readers[wanted].container:
        containers = [reader for reader in formats.values() if reader.container]
        holding = [reader for reader in containers if _recognises(reader, document.head(HEAD))]
        if len(holding) == 1:
            return holding[0]
    if wanted in formats:
        return formats[wanted]
    # A refining reader reads what its base reads; which base, the document's own kind decides.
    return choose(document, {name: reader for name, reader in formats.items() if name in readers[wanted].refines})


def _declared(document: Document, formats: Mapping[str, Reader]) -> list[Reader]:
    """The readers that have its media type or file name; an ending of two parts, as ``.warc.gz``, says most."""
    full = document.name.lower()
    lengths = {name: _ending(reader, full) for name, reader in formats.items()}
    longest = max(lengths.values(), key=lambda ending: (ending.count("."), len(ending)), default="")
    return [
        reader
        for name, reader in formats.items()
        if (longest and lengths[name] == longest)
        or (document.media_type in reader.media_types and longest.count(".") < 2)
    ]


def _ending(reader: Reader, name: str) -> str:
    if not name.endswith(reader.suffixes):
        return ""
    return max((suffix for suffix in reader.suffixes if name.endswith(suffix)), key=len)


def _recognises(reader: Reader, head: bytes) -> bool:
    if reader.recognises is None:
        return False
    try:
        return bool(reader.recognises(head))
    except TookTooLong as error:
        raise TookTooLong(f"{reader.name} {error}, to say whether it recognises it") from None
    except BaseException as error:
        if asked_to_stop(error):
            raise
        raise PluginError(reader.name, f"whether the reader recognises it failed: {said(error)}") from error


def _recognised(document: Document, declared: list[Reader], formats: Mapping[str, Reader]) -> Reader:
    """Of several readers of one media type or suffix the one whose format the first bytes are."""
    if document.item is not None:
        return declared[0]
    if all(reader.recognises is None for reader in declared):
        if any("text/plain" in reader.media_types for reader in declared):
            _refuse_disguised(document, declared)
        _refuse_other(document, declared, formats)
        return _foremost(declared)[0]
    head = document.head(HEAD)
    found = _foremost([reader for reader in declared if _recognises(reader, head)])
    if not found:
        found = _foremost([reader for reader in declared if reader.recognises is None])[:1]
        _refuse_other(document, found, formats)
    if not found:
        # Its name lies, as that of a page saved as .xml; its bytes do not.
        found = _foremost([reader for reader in formats.values() if _recognises(reader, head)])
    if len(found) == 1:
        return found[0]
    named = f"its name ends in {document.suffix}" if document.suffix else f"it comes as {document.media_type}"
    said = "several readers claim it" if found else f"{named}, but its bytes are of no format that is read"
    what = "ambiguous" if found else "no-reader"
    raise ReadError(what, f"{said}; considered: {_listed(found or declared)}; {NAME_ONE}")


def _foremost(found: list[Reader]) -> list[Reader]:
    """Of readers that claim a document, those that can read it and that no other of them goes before."""
    if len(found) < 2:
        return found
    able = [reader for reader in found if not reader.lacks] or found
    before = {name for reader in able for name in reader.over}
    return [reader for reader in able if reader.name not in before] or able


def _by_bytes(document: Document, formats: Mapping[str, Reader]) -> Reader | None:
    """The reader of something whose name says nothing; what has no ending may also be a plain item or a text."""
    head = document.head(HEAD)
    able = [reader for reader in formats.values() if reader.recognises is not None]
    found = _foremost([reader for reader in able if _recognises(reader, head)])
    if len(found) > 1:
        raise ReadError("ambiguous", f"several readers claim it; considered: {_listed(found)}; {NAME_ONE}")
    if found:
        return found[0]
    if document.suffix:
        return None
    looks = looks_like(head)
    if looks in OFFICE:
        raise ReadError("other-kind", f"its first bytes are {looks}, which no reader here reads; save it as text")
    return formats.get(_plain_kind(head))


def _plain_kind(head: bytes) -> str:
    """Plain items, one a line where a second line begins as the first one did, or plain text."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text[:1] not in (b"{", b"["):
        return "plaintext"
    first, _, rest = text.partition(b"\n")
    one_a_line = text[:1] == b"{" and first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{"
    return "jsonl" if one_a_line else "json"


def _refuse_disguised(document: Document, declared: list[Reader]) -> None:
    """Refuse markup and JSON that are named as plain texts: read as prose, they would be checked as such."""
    try:
        looks = looks_like(document.head(512))
    except ReadError:  # empty or unreadable: its reader says so
        return
    if looks is not None:
        raise ReadError(
            "other-kind",
            f"its name or type says plain text, and its first bytes are {looks}; rename it, or {NAME_ONE} "
            f"({declared[0].name} takes it as it is)",
        )


def _refuse_other(document: Document, declared: list[Reader], formats: Mapping[str, Reader]) -> None:
    """Refuse markup and the like that is named as a table or as plain items, and say who reads it."""
    if not any(ITEMS.intersection(reader.media_types) for reader in declared):
        return
    try:
        head = document.head(HEAD)
    except ReadError:  # empty or unreadable: its reader says so
        return
    looks = looks_like(head[:512])
    if looks is None or looks == "JSON":
        return
    found = _foremost([reader for reader in formats.values() if _recognises(reader, head)])
    who = f"; name its reader, --reader {found[0].name} or in [[paths]]" if len(found) == 1 else ""
    raise ReadError("other-kind", f"its name or type says {declared[0].name}, and its first bytes are {looks}{who}")


def looks_like(head: bytes) -> str | None:
    """What the first bytes are that cannot well be the beginning of a plain text; None where they can."""
    start = b"".join(head.removeprefix(b"\xef\xbb\xbf").lower().split())[:12]
    for name, marks in (
        ("HTML", (b"<!doctypehtm", b"<html>", b"<htmllang=", b"<htmlxmlns")),
        ("XML", (b"<?xmlversion",)),
        ("JSON", (b'{"', b'[{"')),
        ("a PDF", (b"%pdf-",)),
        ("RTF", (b"{\\rtf",)),
    ):
        if start.startswith(marks):
            return name
    return None


def unread(name: str, readers: Mapping[str, Reader]) -> str | None:
    """Why files of this name are not read, by their ending; None where they are.

    A compressed file is read where what is in it is.
    """
    document = Document(path=name, media_type=guess(name))
    formats = {key: reader for key, reader in readers.items() if reader.read is not None}
    # The media type is only guessed here: without a suffix that somebody reads, a folder's file is not an item.
    declared = [reader for reader in _declared(document, formats) if _ending(reader, document.name.lower())]
    if not declared:
        return "no reader reads them"
    able = [reader for reader in declared if not reader.lacks]
    if not able:
        return declared[0].remedy
    ending = _ending(able[0], document.name.lower())
    within = document.name[: -len(ending)]
    if able[0].container and ending in SINGLE and "." in within.strip("."):
        return unread(within, readers)
    return None


#: Endings of files that hold one other file, whose name is before them.
SINGLE = (".gz", ".bz2", ".xz", ".zst")


def extended(readers: Mapping[str, Reader], options: Mapping[str, Mapping[str, Any]]) -> dict[str, Reader]:
    """The readers with the media types and suffixes that their tables in the configuration add."""
    return {
        name: evolve(
            reader,
            media_types=(*reader.media_types, *_texts(options[name].get("media-types"))),
            suffixes=(*reader.suffixes, *(one.lower() for one in _texts(options[name].get("suffixes")))),
        )
        if name in options
        else reader
        for name, reader in readers.items()
    }


def _texts(given: Sequence[str] | None) -> Sequence[str]:
    return given or ()


def _kind(document: Document) -> str:
    return document.media_type or (f"{document.suffix} files" if document.suffix else "this")


def _listed(readers: Iterable[Reader]) -> str:
    listed = sorted(readers, key=lambda reader: reader.name)
    shown = "; ".join(f"{one.name} ({' '.join(one.suffixes) or ' '.join(one.media_types)})" for one in listed[:SHOWN])
    more = len(listed) - SHOWN
    return f"{shown}; and {more} more (sayso readers lists them)" if more > 0 else shown
