"""What a container is, by its first bytes, and by those of what is compressed in it."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from sayso import ReadError

#: Enough of what is in it to tell an archive of pages or of files from any other document.
ENOUGH = 1024
#: How the records of web archives begin: WARC, and ARC before it.
WEB_ARCHIVE = (b"WARC/", b"filedesc://")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
BLOCK = 512


def compression(head: bytes) -> str | None:
    """``gz``, ``bz2``, ``xz`` or ``zst``."""
    if head.startswith(b"\x1f\x8b\x08"):
        return "gz"
    if head.startswith(b"BZh") and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90"):
        return "bz2"
    if head.startswith(b"\xfd7zXZ\0"):
        return "xz"
    # A web archive begins with a dictionary, in a frame that other readers skip.
    return "zst" if head.startswith((b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")) else None


@lru_cache(maxsize=8)
def content(head: bytes) -> bytes:
    """The first bytes of what is in a container, or its own where it is not compressed; empty where they are lost."""
    kind = compression(head)
    try:
        if kind == "gz":
            return _gz(head)
        if kind == "bz2":
            import bz2

            return bz2.BZ2Decompressor().decompress(head, ENOUGH)
        if kind == "xz":
            import lzma

            return lzma.LZMADecompressor(memlimit=100_000_000).decompress(head, ENOUGH)
        if kind == "zst":
            return _zst(head)
    except Exception:  # broken in one of many ways; its reader will say how
        return b""
    return head


def _gz(head: bytes) -> bytes:
    """Piece by piece, so that what comes before a damage is seen."""
    import zlib

    member, found = zlib.decompressobj(wbits=31), b""
    for start in range(0, len(head), 64):
        try:
            found += member.decompress(head[start : start + 64], ENOUGH)
        except zlib.error:
            break
        if member.eof or len(found) >= ENOUGH:
            break
    return found


def _zst(head: bytes) -> bytes:
    if head.startswith(b"\x5d\x2a\x4d\x18"):
        return WEB_ARCHIVE[0]  # nobody else begins with a dictionary
    import io

    with zstandard().ZstdDecompressor().stream_reader(io.BytesIO(head)) as stream:
        return bytes(stream.read(ENOUGH))


def zstandard() -> Any:
    """The module of that name.

    Raises:
        ReadError: ``missing-extra``.
    """
    try:
        return import_module("zstandard")
    except ImportError:
        raise ReadError("missing-extra", "reading Zstandard needs zstandard; install sayso[zstd]") from None


def is_web_archive(head: bytes) -> bool:
    """Whether it is a WARC or ARC file, compressed or not."""
    return content(head).lstrip(b"\r\n").startswith(WEB_ARCHIVE)


def is_tar(head: bytes) -> bool:
    """Whether it is a tar archive, compressed or not: the header of its first file has the right checksum."""
    block = content(head)[:BLOCK]
    if len(block) < BLOCK or not block.strip(b"\0"):
        return False
    digits = block[148:156].strip(b" \0")
    try:
        stated = int(digits, 8)
    except ValueError:
        return False
    return stated == sum(block) - sum(block[148:156]) + 8 * 32


def is_zip(head: bytes) -> bool:
    """Whether it is a zip archive."""
    return head.startswith(ZIP)


def is_compressed(head: bytes, kind: str) -> bool:
    """Whether it is one compressed document, and no archive."""
    return compression(head) == kind and not is_web_archive(head) and not is_tar(head)
