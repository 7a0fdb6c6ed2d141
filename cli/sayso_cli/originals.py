"""Items as they stood in their file, for whoever takes them on: the JSON of one, or the words of a line."""

from __future__ import annotations

import os
from typing import IO, Any

from sayso import Document, ReadError
from sayso.report import LINE
from sayso.text.strict_json import parse_json


class Originals:
    """Finds again what an item or a failure was made of. Items come in the order of their files.

    Args:
        max_bytes: Longer lines and files are not given.
    """

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._held: dict[str, bytes] = {}
        self._lines: _Lines | None = None
        self._whole: tuple[str, Any] | None = None

    def hold(self, path: str, data: bytes) -> None:
        """Bytes of an input that is no file, or can be read only once."""
        self._held = {path: data}

    def item(self, path: str | None, locator: str | None) -> dict[str, Any] | None:
        """The JSON object that an item was made of; None where it was none, or lies in a container."""
        if path is None or (locator is not None and not locator.startswith(("/", "line "))):
            return None
        if locator is not None and LINE.match(locator):
            written = self.raw(path, locator)
            found = _object(written)
        else:
            found = _at(self._parsed(path), locator or "")
        return found if isinstance(found, dict) else None

    def raw(self, path: str | None, locator: str | None) -> str | None:
        """The line that a locator names, without its end; None for every other place, and for a line that is too long.

        Bytes that are no UTF-8 are written as hexadecimal escapes.
        """
        line = LINE.match(locator or "")
        if line is None or path is None:
            return None
        number = int(line[1])
        if self._lines is None or self._lines.path != path or self._lines.number > number:
            self._close()
            try:
                self._lines = _Lines(path, self._document(path).open())
            except ReadError:
                return None
        found = self._lines.at(number, self.max_bytes)
        return None if found is None else found.decode("utf-8", "backslashreplace")

    def _document(self, path: str) -> Document:
        if path in self._held:
            return Document(path=path, data=self._held[path], max_bytes=self.max_bytes)
        return Document.from_path(path)

    def _parsed(self, path: str) -> Any:
        if self._whole is None or self._whole[0] != path:
            self._whole = path, None
            if path in self._held or (os.path.isfile(path) and os.path.getsize(path) <= self.max_bytes):
                try:
                    data = self._document(path).read()
                    begins = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
                    self._whole = path, _object(data.decode("utf-8-sig")) if begins in (b"{", b"[") else None
                except (ReadError, UnicodeDecodeError):
                    pass
        return self._whole[1]

    def _close(self) -> None:
        if self._lines is not None:
            self._lines.file.close()
            self._lines = None


class _Lines:
    """A file of lines that is read on, line by line."""

    def __init__(self, path: str, file: IO[bytes]) -> None:
        self.path = path
        self.file = file
        self.number = 0
        self._last: bytes | None = b""

    def at(self, number: int, longest: int) -> bytes | None:
        """A line at or behind the last one that was asked for."""
        while self.number < number:
            line = self.file.readline(longest + 1)
            if not line:
                return None
            whole = line
            while whole and not whole.endswith(b"\n"):  # the rest of one that is too long
                whole = self.file.readline(longest + 1)
            self.number += 1
            self._last = line.rstrip(b"\r\n") if len(line) <= longest else None
        return self._last


def _object(written: str | None) -> Any:
    try:
        return parse_json(written) if written is not None else None
    except ReadError:
        return None


def _at(value: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(name)] if isinstance(value, list) else value[name]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return value
