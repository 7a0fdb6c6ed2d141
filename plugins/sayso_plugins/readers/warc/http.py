"""An HTTP response as an archive keeps it: its head, and its body as it was before it was sent."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from importlib import import_module
from io import BytesIO
from typing import Any, NamedTuple

from sayso import ReadError
from sayso_plugins.readers.containers.kinds import zstandard
from sayso_plugins.readers.warc.records import fields

STATUS = re.compile(rb"HTTP/[0-9.]{1,8} +([0-9]{3})")
SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s"';,]{1,40})""", re.IGNORECASE)
#: The head of a response is somewhere in its first bytes.
LONGEST = 1_000_000


class Response(NamedTuple):
    """A response; the body may still be chunked and compressed."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """Without parameters; empty where none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the headers give, where there is one of that name."""
        found = CHARSET.search(self.headers.get("content-type", ""))
        return known_encoding(found[1]) if found else None

    def content(self, longest: int) -> bytes:
        """The body as it was before it was sent.

        Raises:
            ReadError: ``http`` where it is damaged, ``too-large``, and ``missing-extra`` where it is in Brotli.
        """
        body = self.body
        if "chunked" in self.headers.get("transfer-encoding", "").lower():
            body = unchunked(body)
        for coding in reversed(self.headers.get("content-encoding", "").lower().split(",")):
            body = decoded(body, coding.strip(), longest)
        if len(body) > longest:
            raise _too_large(longest)
        return body


def known_encoding(name: str) -> str | None:
    """The name of an encoding of texts, if it is one."""
    try:
        return name if codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def response(block: bytes) -> Response:
    """The response in the block of a record.

    Raises:
        ReadError: ``http`` if there is none.
    """
    status = STATUS.match(block)
    if status is None:
        raise ReadError("http", "holds no HTTP response")
    ends = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := block.find(mark, 0, LONGEST)) >= 0]
    at, size = min(ends, default=(len(block), 0))
    headers = fields(iter(block[:at].split(b"\n")[1:]))
    return Response(int(status[1]), headers, block[at + size :])


def unchunked(body: bytes) -> bytes:
    """The body without the sizes of its chunks; as it is where the archive has taken them out already.

    Raises:
        ReadError: ``http`` where a chunk is not as long as it says.
    """
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        size = SIZE.match(body, at)
        if size is None:
            if not parts:
                return body
            raise ReadError("http", f"a chunk of its body has no size (at byte {at})")
        length = int(size[1], 16)
        if length == 0:
            break
        start = size.end()
        if start + length > len(body):
            if not parts:
                return body
            raise ReadError("http", "its body ends inside a chunk")
        parts.append(body[start : start + length])
        at = start + length
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
    return b"".join(parts)


def decoded(body: bytes, coding: str, longest: int) -> bytes:
    """The body without its compression; as it is where the archive has taken it away already.

    Raises:
        ReadError: ``http``, ``too-large`` or ``missing-extra``.
    """
    if coding in ("gzip", "x-gzip"):
        return _inflated(body, 31, longest) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        # The standard means zlib; some send the bare stream. The first bytes tell.
        is_zlib = len(body) > 1 and body[0] & 15 == 8 and (body[0] * 256 + body[1]) % 31 == 0
        return _inflated(body, 15 if is_zlib else -15, longest)
    if coding == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
        zstd = zstandard()
        try:
            data: bytes = zstd.ZstdDecompressor().stream_reader(BytesIO(body)).read(longest + 1)
        except Exception as error:
            raise ReadError("http", f"its body cannot be unpacked: {error}"[:160]) from None
        return data
    if coding == "br":
        if body.lstrip()[:1] == b"<":
            return body
        return _unbrotlied(body, longest)
    if coding in ("", "identity", "none", "utf-8", "zstd"):
        return body
    raise ReadError("http", f"its body is packed with {coding!r:.40}, which is not read")


def _inflated(body: bytes, bits: int, longest: int) -> bytes:
    import zlib

    member = zlib.decompressobj(wbits=bits)
    try:
        data = member.decompress(body, longest + 1)
    except zlib.error as error:
        raise ReadError("http", f"its body cannot be unpacked: {error}"[:160]) from None
    if len(data) <= longest and not member.eof:
        raise ReadError("http", "its body ends inside what is compressed")
    return data


def _unbrotlied(body: bytes, longest: int) -> bytes:
    try:
        brotli: Any = import_module("brotli")
    except ImportError:
        raise ReadError("missing-extra", "its body is packed with Brotli; install sayso[warc]") from None
    unpacker = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(body), 4096):
            parts.append(unpacker.process(body[start : start + 4096]))
            size += len(parts[-1])
            if size > longest:
                raise _too_large(longest)
    except brotli.error as error:
        raise ReadError("http", f"its body cannot be unpacked: {error}"[:160]) from None
    return b"".join(parts)


def _too_large(longest: int) -> ReadError:
    return ReadError("too-large", f"unpacks to more than {longest:,} bytes; raise max-bytes under [limits]")
