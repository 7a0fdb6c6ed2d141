"""A document: bytes or a plain item, and what is known of where it came from."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import field

from sayso.errors import ReadError
from sayso.frozen import evolve, frozen

#: The media type of a plain item handed over in memory.
ITEM_MEDIA_TYPE = "application/vnd.sayso.item"

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
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
        encoding: What the operator says the bytes are in; a byte order mark beats it.
    """

    path: str | None = None
    data: bytes | None = None
    item: Mapping[str, Any] | None = None
    media_type: str | None = None
    uri: str | None = None
    metadata: Mapping[str, Any] = field(factory=dict)
    max_bytes: int = 20_000_000
    encoding: str | None = None

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

    @property
    def name(self) -> str:
        """The last part of the path; empty where there is none."""
        return PurePosixPath(self.path.replace("\\", "/")).name if self.path else ""

    @property
    def suffix(self) -> str:
        """The ending of the name, with its dot and in small letters; empty where there is none."""
        return PurePosixPath(self.name).suffix.lower()

    def head(self, size: int) -> bytes:
        """The first bytes, at most `size`, without reading the rest.

        Raises:
            ReadError: ``unreadable`` or ``empty``.
        """
        if self.data is not None:
            data = self.data[:size]
        elif self.path is None:
            raise ReadError("unreadable", "this document has no bytes")
        else:
            try:
                with open(self.path, "rb") as file:
                    data = file.read(size)
            except (OSError, ValueError) as error:
                raise _unreadable(error) from None
        if not data:
            raise ReadError("empty", "there is nothing in it")
        return data

    def held(self) -> Document:
        """The document as a reader can take it: a pipe with its bytes, which come only once, and an item as JSON.

        Raises:
            ReadError: As :meth:`read`, and ``type``, ``json`` or ``nesting`` for an item that is no JSON.
        """
        if self.item is not None:
            from sayso.text.strict_json import plain_json

            return evolve(self, item=plain_json(self.item))
        if self.data is not None or self.path is None:
            return self
        return evolve(self, data=self.read()) if irregular(self.path) else self

    def read(self) -> bytes:
        """All bytes.

        Raises:
            ReadError: ``unreadable``, ``too-large`` or ``empty``.
        """
        data = self.data
        if data is None:
            if self.path is None:
                raise ReadError("unreadable", "this document has no bytes")
            try:
                with open(self.path, "rb") as file:
                    data = file.read(self.max_bytes + 1)
            except (OSError, ValueError) as error:  # ValueError for a path that none can be
                raise _unreadable(error) from None
        if len(data) > self.max_bytes:
            raise ReadError(
                "too-large",
                f"larger than {self.max_bytes:,} bytes; split it, or raise max-bytes under [limits] in sayso.toml",
            )
        if not data.strip():
            raise ReadError("empty", "there is nothing in it")
        return data

    def lines(self) -> Iterator[tuple[int, bytes | ReadError]]:
        """The lines of a file of any size with their numbers from 1, one at a time.

        A line longer than `max_bytes` comes as an error in its place.

        Raises:
            ReadError: ``unreadable``.
        """
        if self.data is not None:
            for number, line in enumerate(self.data.split(b"\n"), 1):
                yield number, line if len(line) <= self.max_bytes else self._too_long(number)
            return
        try:
            file = open(str(self.path), "rb")  # noqa: SIM115 - closed below; a with block would hide OSError's place
        except (OSError, ValueError) as error:
            raise _unreadable(error) from None
        with file:
            number = 0
            while line := file.readline(self.max_bytes + 1):
                number += 1
                if len(line) <= self.max_bytes:
                    yield number, line.rstrip(b"\r\n")
                    continue
                while (rest := file.readline(self.max_bytes)) and not rest.endswith(b"\n"):
                    pass
                yield number, self._too_long(number)

    def _too_long(self, number: int) -> ReadError:
        return ReadError(
            "too-large",
            f"a line longer than {self.max_bytes:,} bytes; raise max-bytes under [limits] in sayso.toml",
            f"line {number}",
        )


def _unreadable(error: OSError | ValueError) -> ReadError:
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
    """The media type that a file name suggests."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    from mimetypes import guess_type

    return guess_type(name, strict=True)[0]
