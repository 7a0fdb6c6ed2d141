"""Front matter: YAML between ``---``, TOML between ``+++``, or JSON in braces, before the text of a post."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from sayso import JsonText, Location, Locations, ReadError, parse_json

YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:^---|^\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"[ \t{,]*[\"']?([\w-]{1,80})[\"']?\s*[=:]")
LINE_END = re.compile(r"\r\n|\n|\r")
#: A line of a table in YAML, as prose between two rulers has none.
KEYED = re.compile(r"^[\"']?[\w.-]{1,80}[\"']?[ \t]*:(?:\s|\Z)", re.MULTILINE)
#: Dates and times of TOML, where values stand.
TOML_DATE = re.compile(
    r"(?<=[=\[,])\s*(\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)?)?)(?=[\s,\]#]|\Z)"
)
TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
#: Characters of front matter, and levels in it.
LONGEST, DEEPEST = 200_000, 40
DOTTED = re.compile(r"(?:[\w\"'-]{1,60}[ \t]{0,9}\.[ \t]{0,9}){40}")


class FrontMatter(NamedTuple):
    """What stands before a text.

    Attributes:
        values: By key, as written; dates and, in YAML, numbers are texts.
        lines: The line of each key, from 1, where that is known.
        end: Where the text begins.
        again: Keys that stand twice, with the line of the second, which counts.
        names: Keys in small letters, to how they are written.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    end: int
    again: Mapping[str, int] = {}
    names: Mapping[str, str] = {}

    def written(self, key: str) -> str:
        """How a key is written here: generators take capitals for small letters."""
        return key if key in self.values else self.names.get(key.lower(), key)


class FrontLocations(Locations):
    """The places of the keys of front matter; those of the text are its own, since markup is blank in it."""

    def __init__(self, text: str, front: FrontMatter) -> None:
        self.text = text
        self.front = front

    def of_value(self, pointer: str) -> Location | None:
        """Where the key stands that gives a value: line and, where it is written there as it is, column.

        Of JSON, where the value itself stands.
        """
        place = pointer.removeprefix("front matter ")
        name, _, number = place.removeprefix("/").rpartition(", line ")
        if self.text.startswith("{"):
            return JsonText(self.text[: self.front.end]).value(f"/{name}" if name else place)
        key = name.replace("~1", "/").replace("~0", "~")
        line = self.front.lines.get(key)
        if line is None or number != str(line):
            return None
        lines = LINE_END.split(self.text[: self.front.end])
        column = lines[line - 1].find(key) if line <= len(lines) else -1
        return Location(line, column + 1 if column >= 0 else None, exact=False)


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text; without any, nothing that ends at 0.

    Raises:
        ReadError: ``front-matter`` with the line, for what is neither YAML, TOML nor JSON, or no mapping.
    """
    if text.startswith(("---", "\ufeff---")) and (found := YAML.match(text)):
        if not found[1].strip(" \t").startswith(("\n", "\r")) or KEYED.search(found[1]):
            values, lines, again = _yaml(_short(found[1]))
            if not isinstance(values, str):
                return _made(values, lines, found.end(), again)
        return FrontMatter({}, {}, 0)  # words between two rulers
    if text.startswith(("+++", "\ufeff+++")) and (found := TOML.match(text)):
        return _made(_toml(_short(found[1])), _lines(found[1], 2), found.end())
    if text.startswith("{") and (end := _closing(text)):
        return _made(_json(_short(text[:end])), _lines(text[:end], 1), end)
    return FrontMatter({}, {}, 0)


def _short(words: str) -> str:
    if len(words) > LONGEST:
        raise ReadError("front-matter", f"front matter of more than {LONGEST:,} characters is not read", "line 1")
    return words


def _lines(words: str, first: int) -> dict[str, int]:
    """The lines of keys, the first of each name: those of tables within tables are named alike and stand later."""
    found: dict[str, int] = {}
    for number, line in enumerate(words.split("\n"), first):
        key = KEY.match(line)
        if key:
            found.setdefault(key[1], number)
    return found


def _made(values: Any, lines: Mapping[str, int], end: int, again: Mapping[str, int] | None = None) -> FrontMatter:
    if values is None:
        values = {}
    if not isinstance(values, Mapping):
        raise ReadError("front-matter", "front matter is a table of keys and values, and this is none", "line 1")
    named = {str(key): one for key, one in values.items()}
    return FrontMatter(named, lines, end, again or {}, {key.lower(): key for key in reversed(named)})


def _yaml(words: str) -> tuple[Any, dict[str, int], dict[str, int]]:
    from sayso_plugins.readers.markdown.yaml_values import load

    return load(words)


def _toml(words: str) -> Any:
    import tomllib
    from datetime import date, datetime, time

    written: dict[str, str] = {}

    def plain(value: Any, depth: int = 0) -> Any:
        if depth > DEEPEST:
            raise ReadError("front-matter", f"front matter of more than {DEEPEST} levels is not read", "line 1")
        if isinstance(value, dict):
            return {key: plain(one, depth + 1) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one, depth + 1) for one in value]
        if isinstance(value, date | datetime | time):
            return written.get(value.isoformat(), value.isoformat())
        return value

    dotted = DOTTED.search(words)
    if dotted:  # tomllib takes the square of such a key, in time and in memory
        where = f"line {words.count(chr(10), 0, dotted.start()) + 2}"
        raise ReadError("front-matter", f"front matter of more than {DEEPEST} levels is not read", where)
    for found in TOML_DATE.finditer(words):
        with suppress(ValueError):
            made = date.fromisoformat(found[1]) if len(found[1]) == 10 else datetime.fromisoformat(found[1].upper())
            written.setdefault(made.isoformat(), found[1])
    try:
        return plain(tomllib.loads(words, parse_float=str))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        place = TOML_PLACE.search(str(error))
        line = words.count("\n") + 1 if place is None or place[1] is None else int(place[1]) + 1
        said = TOML_PLACE.sub("", str(error))
        raise ReadError("front-matter", f"not valid TOML: {said}"[:200], f"line {line}") from None


def _json(words: str) -> Any:
    try:
        return parse_json(words)
    except ReadError as error:
        line, column = error.at or (1, 1)
        raise ReadError("front-matter", error.message, f"line {line}", (line, column)) from None


def _closing(text: str) -> int:
    """Behind the brace that closes the one at the beginning, at the end of a line; 0 where none does.

    Of what is no JSON, which is an error, the first brace on a line of its own is taken for it.
    """
    try:
        _, end = json.JSONDecoder().raw_decode(text[: LONGEST + 1])
    except (ValueError, RecursionError):
        pass
    else:
        rest = re.compile(r"[ \t]*(?:\r?\n|\Z)").match(text, end)
        if rest:
            return rest.end()
    found = re.compile(r"^\}[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(text, 0, LONGEST + 1)
    return found.end() if found else 0
