"""A document: bytes or a plain item, and what is known of where it came from."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from attrs import field

from sayso.errors import ReadError
from sayso.frozen import evolve, frozen
from sayso.text.decode import decode

#: The media type of a plain item handed over in memory.
ITEM_MEDIA_TYPE = "application/vnd.sayso.item"

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
    ".warc.zst": "application/warc",
    ".tar.gz": "application/x-tar",
    ".tar.bz2": "application/x-tar",
    ".tar.xz": "application/x-tar",
    ".tar.zst": "application/x-tar",
    ".zst": "application/zstd",
}
#: Media types that say nothing of what it is.
ANY_BYTES = frozenset({"application/octet-stream", "binary/octet-stream", "application/binary"})
#: What Python calls the compression of a file, to its media type.
COMPRESSED = {
    "gzip": "application/gzip",
    "bzip2": "application/x-bzip2",
    "xz": "application/x-xz",
    "compress": "application/x-compress",
    "br": "application/x-brotli",
}

#: What a file that is none is called.
KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@frozen
class Document:
    """What a reader reads. It is never fetched: it is here, on a disk or in memory.

    Attributes:
        path: As the user named it; None for text in memory.
        data: The bytes, where they are in memory already.
        item: A plain item, where the document is one.
        media_type: As declared, or guessed from the name.
        uri: The address it was taken from, where that is known.
        metadata: What accompanies it, by field name.
        max_bytes: The most that :meth:`read` takes and the longest line that :meth:`lines` gives.
        encoding: What the operator or the transport says the bytes are in; a byte order mark beats it.
        opener: Opens the bytes from their beginning, where they are neither on a disk nor in memory.
        member: Its name in the container it was taken from; empty where it has none there, None outside of any.
        locator: Where in `path` it is, from the outside in.
        depth: How many containers it lies in.
        among_others: Whether it may be left out where no reader reads its kind, since it was not asked for by itself.
        retrieved_at: When it was fetched, as its container says (RFC 3339).
    """

    path: str | None = None
    data: bytes | None = None
    item: Mapping[str, Any] | None = None
    media_type: str | None = None
    uri: str | None = None
    metadata: Mapping[str, Any] = field(factory=dict)
    max_bytes: int = 20_000_000
    encoding: str | None = None
    opener: Callable[[], BinaryIO] | None = None
    member: str | None = None
    locator: str | None = None
    depth: int = 0
    among_others: bool = False
    retrieved_at: str | None = None

    @classmethod
    def from_path(cls, path: str | Path) -> Document:
        """A file; nothing is read yet."""
        name = str(path)
        return cls(path=name, media_type=guess(name))

    @classmethod
    def from_bytes(cls, data: bytes, *, path: str | None = None, media_type: str | None = None) -> Document:
        """Bytes in memory, with the name they would have as a file."""
        return cls(path=path, data=data, media_type=media_type or (guess(path) if path else None))

    @classmethod
    def from_text(cls, text: str, *, path: str | None = None) -> Document:
        """A plain text in memory."""
        return cls(path=path, data=text.encode("utf-8", "surrogatepass"), media_type="text/plain")

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> Document:
        """A plain JSON item in memory."""
        return cls(item=item, media_type=ITEM_MEDIA_TYPE)

    def inner(self, name: str, locator: str, *, media_type: str | None = None, **given: Any) -> Document:
        """A document that this one holds, for a container's reader to hand over.

        Args:
            name: What it is called in the container; empty where it has no name there.
            locator: Where in this document it is.
            media_type: As declared; else it is guessed from the name.
            given: Further fields, above all `data` or `opener`.
        """
        fields: dict[str, Any] = {
            "path": self.path,
            "media_type": media_type or (guess(name) if name else None),
            "max_bytes": self.max_bytes,
            "encoding": self.encoding,
            "member": name,
            "locator": self.within(locator),
            "depth": self.depth + 1,
        }
        return Document(**{**fields, **given})

    def within(self, locator: str | None) -> str | None:
        """A place in this document as a place in `path`, from the outside in."""
        return ", ".join(part for part in (self.locator, locator) if part) or None

    @property
    def name(self) -> str:
        """The last part of the path, or of the name in the container; empty where there is none."""
        full = self.path if self.member is None else self.member
        return PurePosixPath(full.replace("\\", "/")).name if full else ""

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot and in small letters; empty where there is none."""
        return PurePosixPath(self.name).suffix.lower()

    def head(self, size: int) -> bytes:
        """The first bytes, at most `size`, without reading the rest.

        Raises:
            ReadError: ``unreadable`` or ``empty``.
        """
        data = self.data[:size] if self.data is not None else self._first(size, whole=False)
        if not data:
            raise ReadError("empty", "there is nothing in it")
        return data

    def held(self) -> Document:
        """The document as a reader can take it: a pipe with its bytes, which come only once, and an item as JSON.

        Of a media type as servers send it, ``text/html; charset=utf-8``, the charset becomes the encoding where there
        is no other; a type that only says that there are bytes is none.

        Raises:
            ReadError: As :meth:`read`, and ``type``, ``json`` or ``nesting`` for an item that is no JSON.
        """
        if self.item is not None:
            from sayso.text.strict_json import plain_json

            return evolve(self, item=plain_json(self.item))
        if self.media_type is not None and (";" in self.media_type or self.media_type.lower() in ANY_BYTES):
            kind, charset = _parted(self.media_type)
            return evolve(self, media_type=kind, encoding=self.encoding or charset).held()
        if self.data is not None or self.path is None or self.opener is not None:
            return self
        return evolve(self, data=self.read()) if irregular(self.path) else self

    def read(self) -> bytes:
        """All bytes.

        Raises:
            ReadError: ``unreadable``, ``too-large`` or ``empty``.
        """
        data = self.data if self.data is not None else self._first(self.max_bytes + 1)
        if len(data) > self.max_bytes:
            raise ReadError(
                "too-large",
                f"larger than {self.max_bytes:,} bytes; split it, or raise max-bytes under [limits] in sayso.toml",
            )
        if not data.strip():
            raise ReadError("empty", "there is nothing in it")
        return data

    def open(self) -> BinaryIO:
        """The bytes as a stream from their beginning, of any size; whoever opens it closes it.

        Raises:
            ReadError: ``missing``, ``unreadable``.
        """
        if self.data is not None:
            return BytesIO(self.data)
        try:
            if self.opener is not None:
                return self.opener()
            if self.path is None:
                raise ReadError(
                    "unreadable",
                    "this item came as a mapping, and its reader takes files: name the reader json, or hand over a "
                    "path, bytes or a Document",
                )
            return open(self.path, "rb")
        except (OSError, ValueError) as error:  # ValueError for a path that none can be
            raise _unreadable(error) from None

    def _first(self, size: int, *, whole: bool = True) -> bytes:
        with self.open() as file:
            try:
                return file.read(size) if whole else _up_to(file, size)
            except OSError as error:
                raise _unreadable(error) from None

    def lines(self, *, keep_ends: bool = False) -> Iterator[tuple[int, bytes | ReadError]]:
        """The lines of a file of any size with their numbers from 1, one at a time.

        A line longer than `max_bytes` comes as an error in its place. A file in UTF-16 or UTF-32 is read as a whole,
        since its bytes do not show where a line ends; its lines come as UTF-8 with a byte order mark.

        Args:
            keep_ends: Whether a line comes with its line end, and as it stands in the file whatever it is in.

        Raises:
            ReadError: ``unreadable``.
        """
        if not keep_ends and self._is_wide():
            for number, text in enumerate(decode(self.read(), self.encoding).text.split("\n"), 1):
                yield number, b"\xef\xbb\xbf" + text.encode() if text.strip() else b""
            return
        if self.data is not None and not keep_ends:
            for number, line in enumerate(self.data.split(b"\n"), 1):
                yield number, line if len(line) <= self.max_bytes else self._too_long(number)
            return
        with self.open() as file:
            number = 0
            while line := file.readline(self.max_bytes + 1):
                number += 1
                if len(line) <= self.max_bytes:
                    yield number, line if keep_ends else line.rstrip(b"\r\n")
                    continue
                while (rest := file.readline(self.max_bytes)) and not rest.endswith(b"\n"):
                    pass
                yield number, self._too_long(number)

    def _is_wide(self) -> bool:
        """Whether it is in UTF-16 or UTF-32, as its byte order mark or the operator says."""
        head = self.data[:4] if self.data is not None else self._first(4, whole=False)
        named = (self.encoding or "").lower().replace("-", "").replace("_", "")
        return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or (
            named.startswith(("utf16", "utf32")) and not head.startswith(b"\xef\xbb\xbf")
        )

    def _too_long(self, number: int) -> ReadError:
        return ReadError(
            "too-large",
            f"a line longer than {self.max_bytes:,} bytes; raise max-bytes under [limits] in sayso.toml",
            f"line {number}",
        )


def _up_to(file: BinaryIO, size: int) -> bytes:
    """The first bytes. What is broken behind some that came is said when it is read, and not when it is looked at."""
    read = getattr(file, "read1", file.read)
    data = b""
    while len(data) < size:
        try:
            more = read(size - len(data))
        except ReadError:
            if not data:
                raise
            break
        if not more:
            break
        data += more
    return data


def _parted(media_type: str) -> tuple[str | None, str | None]:
    """The type without its parameters, None for bytes of any kind; and its charset, if that is one."""
    kind, _, parameters = media_type.partition(";")
    kind = kind.strip().lower()
    charset = None
    for one in parameters.split(";"):
        name, _, value = one.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")
    try:
        charset = codecs.lookup(charset).name if charset else None
    except (LookupError, ValueError):
        charset = None  # what somebody else wrote by mistake is not what the operator says
    return (None if kind in ANY_BYTES or not kind else kind), charset


def _unreadable(error: OSError | ValueError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError("missing", "there is no such file")
    return ReadError("unreadable", f"cannot be read: {getattr(error, 'strerror', None) or error}")


def irregular(path: str) -> str | None:
    """What stands at a path in place of a regular file, such as ``a named pipe``; None for a file, and for nothing.

    Opening a pipe may wait for ever, so this is asked before.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return "a link that leads nowhere" if os.path.islink(path) else None
    return next((name for is_kind, name in KINDS if is_kind(mode)), None)


def guess(name: str) -> str | None:
    """The media type that a file name suggests; of a compressed file that of the compression."""
    suffixes = PurePosixPath(name.replace("\\", "/").lower()).suffixes[-2:]
    for ending in ("".join(suffixes), *suffixes[1:]):
        if ending in SUFFIXES:
            return SUFFIXES[ending]
    from mimetypes import guess_type

    kind, compression = guess_type(name, strict=True)
    return COMPRESSED.get(compression) if compression else kind
