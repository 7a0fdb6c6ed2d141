"""The pages of a web archive: each that was answered with is a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO, cast

from sayso import ContainerLimits, Document, LeftOut, ReadError, Reading
from sayso_plugins.readers.containers.compressed import DECOMPRESS
from sayso_plugins.readers.containers.kinds import compression, zstandard
from sayso_plugins.readers.containers.streams import Budget, Counting, Joined, Readable, Unpacked, broken, buffered
from sayso_plugins.readers.warc.http import Response, response
from sayso_plugins.readers.warc.records import Head, Records
from sayso_plugins.readers.warc.stream import Stream

#: What counts as a page unless the configuration says otherwise.
PAGES = ("text/html", "application/xhtml+xml")
#: Why records of each kind are no pages.
OTHERS = {
    "revisit": "repeats an earlier page, which is not in it",
    "continuation": "is a part of a page; parts are not put together",
}
#: Bytes of a record in which the head of a response ends, and its body begins.
BEGINNING = 65_536
MARKS = (b"<!doctype html", b"<html")
#: How the frame of a dictionary begins, and the most bytes that one has.
DICTIONARY, MOST = b"\x5d\x2a\x4d\x18", 10_000_000


def pages_of(document: Document, reading: Reading) -> Iterator[Document | ReadError | LeftOut]:
    """Hand over the pages in their order; other records are left out with a reason, and counted."""
    pages = tuple(str(one).lower() for one in reading.options.get("pages", PAGES))
    with _opened(document, reading.limits) as stream:
        gzipped = compression(document.head(16)) == "gz"
        records = Records(Stream(stream, reading.limits, gzipped=gzipped), document.max_bytes)
        for head in records:
            if isinstance(head, ReadError):
                yield head
                continue
            try:
                yield _page(head, records, document, pages, cut=bool(reading.options.get("truncated")))
            except ReadError as error:
                yield ReadError(error.kind, error.message, error.locator or head.locator)


def _page(head: Head, records: Records, document: Document, pages: tuple[str, ...], *, cut: bool) -> Document | LeftOut:
    """The page of a record, or why there is none in it."""
    if head.kind not in ("response", "resource", "conversion"):
        return LeftOut("record", OTHERS.get(head.kind, "holds no page"), head.kind[:40])
    if "warc-truncated" in head.headers and not cut:
        why = "was cut off when it was archived; truncated = true under [reader.warc] reads it"
        return LeftOut("record", why, f"WARC-Truncated: {head.headers['warc-truncated'][:40]}")
    if head.kind == "response" and (head.arc or head.media_type in ("application/http", "")):
        left = _no_page(response(records.beginning(BEGINNING)), pages)
        if left is not None:
            return left
        answer = response(records.block())
        body = answer.content(document.max_bytes)
        return _document(document, head, body, answer.media_type or PAGES[0], answer.charset, answer.headers)
    if head.media_type not in pages:
        return LeftOut("record", "is no page", f"{head.kind} {head.media_type[:60]}")
    return _document(document, head, records.block(), head.media_type, None, {})


def _no_page(answer: Response, pages: tuple[str, ...]) -> LeftOut | None:
    """Why a response is no page; only the beginning of its body need be there."""
    if not 200 <= answer.status < 300:
        return LeftOut("record", "is no page but another answer", f"HTTP status {answer.status}")
    is_page = answer.body[:1024].lstrip().lower().startswith(MARKS) and not answer.media_type
    if answer.media_type not in pages and not is_page:
        return LeftOut("record", "is no page", f"response {answer.media_type[:60] or 'without a media type'}")
    return None if answer.body.strip() else LeftOut("record", "has no body", "response")


def _document(
    document: Document, head: Head, body: bytes, media_type: str, charset: str | None, headers: Mapping[str, str]
) -> Document:
    return document.inner(
        "",
        head.locator,
        media_type=media_type,
        data=body,
        uri=head.uri,
        retrieved_at=head.date,
        encoding=charset or document.encoding,
        metadata={"http": dict(headers)} if headers else {},
    )


def _opened(document: Document, limits: ContainerLimits) -> BinaryIO:
    """The archive as it is, where it is not compressed or by gzip; else what is in it."""
    kind = compression(document.head(16))
    if kind in (None, "gz"):
        return document.open()
    counting = Counting(document.open())
    file = cast(BinaryIO, counting)
    stream = _with_dictionary(file) if kind == "zst" else DECOMPRESS[kind](file)
    return buffered(Unpacked(stream, Budget(limits, lambda: counting.taken), (counting,)))


def _with_dictionary(file: BinaryIO) -> Readable:
    """What is in an archive that is compressed with Zstandard; a frame at its beginning may hold a dictionary."""
    zstd = zstandard()
    head = file.read(8)
    if head[:4] != DICTIONARY:
        joined = cast(BinaryIO, Joined(head, file))
        plain: Readable = zstd.ZstdDecompressor().stream_reader(joined, read_across_frames=True)
        return plain
    size = int.from_bytes(head[4:], "little")
    if size > MOST:
        raise ReadError("too-large", f"its dictionary is larger than {MOST:,} bytes")
    data = file.read(size)
    try:
        if data.startswith(b"\x28\xb5\x2f\xfd"):
            data = zstd.ZstdDecompressor().stream_reader(BytesIO(data)).read(MOST)
        words = zstd.ZstdCompressionDict(data)
        packed: Readable = zstd.ZstdDecompressor(dict_data=words).stream_reader(file, read_across_frames=True)
        return packed
    except zstd.ZstdError as error:
        raise broken(error) from None
