"""Places in a TOML text that has been read already: where each key is written.

It is gone through once, as loosely as a text that is known to be valid allows.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property

from sayso.text.location import Location, RawText

BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
SPACE = re.compile(r"[ \t]*+")
BARE = re.compile(r"[A-Za-z0-9_-]++")
STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^,\]}#\r\n]++")

Path = tuple[str, ...]


class TomlText:
    """A TOML text.

    Args:
        text: As it was read without an error.
    """

    def __init__(self, text: str) -> None:
        self.raw: RawText = RawText(text)

    def value(self, pointer: str) -> Location | None:
        """Where the key of a value is written, or the header of its table; of an element, the element itself."""
        return self.key(pointer)

    def key(self, pointer: str) -> Location | None:
        """The same, as :class:`sayso.JsonText` has it."""
        path = tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
        found = self._found.get(path)
        return self.raw.location(*found) if found is not None else None

    @cached_property
    def _found(self) -> dict[Path, tuple[int, int]]:
        scan = _Scan(self.raw.text)
        with suppress(IndexError, ValueError, RecursionError):  # what was found until then is right
            scan.all()
        return scan.found


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, tuple[int, int]] = {}
        #: How many tables each list of tables has so far.
        self.counts: dict[Path, int] = {}

    def all(self) -> None:
        table: Path = ()
        while True:
            self._over(BLANK)
            if self.at >= len(self.text):
                return
            table = self._header() if self.text[self.at] == "[" else table
            if self.at < len(self.text) and self.text[self.at] not in "\r\n#":
                self._pair(table)

    def _header(self) -> Path:
        start, many = self.at, self.text.startswith("[[", self.at)
        self.at += 1 + many
        names = [name for name, _, _ in self._dotted()]
        self.at = self.text.index("]", self.at) + 1 + many
        path: Path = ()
        for number, name in enumerate(names, 1):
            path = (*path, name)
            if many and number == len(names):
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                self.found.setdefault(path, (start, self.at))
                path = (*path, str(self.counts[path] - 1))
            self.found.setdefault(path, (start, self.at))
        self._over(SPACE)
        return path

    def _pair(self, table: Path) -> None:
        path = table
        for name, start, end in self._dotted():
            path = (*path, name)
            self.found.setdefault(path, (start, end))
        self.at = self.text.index("=", self.at) + 1
        self._over(SPACE)
        self._value(path)

    def _dotted(self) -> list[tuple[str, int, int]]:
        parts: list[tuple[str, int, int]] = []
        while True:
            self._over(SPACE)
            start = self.at
            word = self._over(STRING if self.text[start] in "\"'" else BARE)
            if not word:
                raise ValueError("no key")
            parts.append((_plain(word), start, self.at))
            self._over(SPACE)
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def _value(self, path: Path) -> None:
        char = self.text[self.at]
        if char == "[":
            self._members(path, "]")
        elif char == "{":
            self._members(path, "}")
        elif not self._over(STRING if char in "\"'" else SCALAR):
            raise ValueError("no value")

    def _members(self, path: Path, close: str) -> None:
        self.at += 1
        number = 0
        while True:
            self._over(BLANK)
            if self.text[self.at] == close:
                self.at += 1
                return
            if close == "}":
                self._pair(path)
            else:
                start = self.at
                self._value((*path, str(number)))
                self.found.setdefault((*path, str(number)), (start, self.at))
            number += 1
            self._over(BLANK)
            if self.text[self.at] == ",":
                self.at += 1

    def _over(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found.group()


def _plain(word: str) -> str:
    if word.startswith("'"):
        return word[1:-1]
    if not word.startswith('"'):
        return word
    import tomllib

    return next(iter(tomllib.loads(f"{word} = 0"))) if "\\" in word else word[1:-1]
