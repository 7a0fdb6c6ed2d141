"""An outlet profile as lines of TOML, each with where its value is from: what an import prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.errors import ReadError

#: Characters of a value; no name and no address needs more.
LONGEST = 500

Value = str | bool | tuple[str, ...]


class Line(NamedTuple):
    """One key of a profile with its value, or, without a key, what has no place in a profile.

    Attributes:
        said: Where it is from, and what to do with it.
    """

    said: str
    key: str | None = None
    value: Value = ""


def one_line(words: str, where: str) -> str:
    """Words with single spaces between them.

    Raises:
        ReadError: ``value`` if there are none, too many, or signs among them that nobody sees.
    """
    plain = " ".join(words.split())
    if not plain:
        raise ReadError("value", "has no value", where)
    if len(plain) > LONGEST:
        raise ReadError("value", f"is longer than {LONGEST} characters, which no name and no address needs", where)
    if not plain.isprintable():
        raise ReadError("value", "has signs that cannot be printed", where)
    return plain


def toml(name: str, title: str, lines: Iterable[Line]) -> Iterator[str]:
    """The table of an outlet in sayso.toml: keys first, then what has no place there, as comments.

    Args:
        name: The outlet's, as items give it.
        title: What stands above it.
    """
    given, rest = _once(lines)
    yield f"# {title}"
    yield "# What an outlet says of itself is its own word; check it before it goes into sayso.toml."
    yield f"[outlets.{_text(name)}]"
    for key, line in given.items():
        yield f"{key} = {_value(line.value)}  # {line.said}"
    for line in rest:
        yield f"# {line.said}"


def _once(lines: Iterable[Line]) -> tuple[dict[str, Line], list[Line]]:
    """The lines with keys, each key once, and those that become comments. Lists are joined; else the first one wins."""
    given: dict[str, Line] = {}
    rest: list[Line] = []
    for line in lines:
        first = given.get(line.key or "")
        if line.key is None:
            rest.append(line)
        elif first is None:
            given[line.key] = line
        elif isinstance(first.value, tuple) and isinstance(line.value, tuple):
            both = tuple(dict.fromkeys((*first.value, *line.value)))
            given[line.key] = Line(f"{first.said}; {line.said}", line.key, both)
        elif first.value != line.value:
            rest.append(Line(f"another {line.key}: {_value(line.value)} ({line.said})"))
    return given, rest


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    return f"[{', '.join(map(_text, value))}]"


def _text(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
