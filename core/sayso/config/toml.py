"""Reading a TOML file that somebody may have got wrong: every way to fail is one line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.errors import ConfigError, ReadError
from sayso.readers.document import irregular
from sayso.text.pattern import Pattern
from sayso.text.strict_json import plain_json

if TYPE_CHECKING:
    from sayso.text.toml_text import TomlText

#: Bytes of a configuration file, and dots of a key in it: reading takes the square of either.
MAX_BYTES = 1_000_000
MAX_DOTS = 100
#: Problems of one file that are listed.
LISTED = 5
#: Strings and comments, where dots mean nothing. Three marks before one, or "" is taken for an empty string.
QUOTED = Pattern(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
KEY = Pattern(r"[\w.\- \t]+")


def read_toml(path: str) -> tuple[dict[str, Any], str]:
    """The configuration in a TOML file, dates as texts, and what precedes its keys in the file.

    Raises:
        ConfigError: If it cannot be read, is too large, is no TOML, or its table is none.
    """
    loaded = parsed(decoded(_bytes(path), path), path)
    prefix = ""
    if os.path.basename(path) == "pyproject.toml":
        tool = loaded.get("tool", {})
        loaded, prefix = tool.get("sayso", {}) if isinstance(tool, dict) else {}, "tool.sayso."
        if not isinstance(loaded, dict):
            raise ConfigError(f"tool.sayso is {type(loaded).__name__} and must be a table: [tool.sayso]", path)
    try:
        plain: dict[str, Any] = plain_json(loaded)
    except ReadError as error:
        # Said of JSON, which has no such number, and of a JSON Pointer.
        pointer, _, words = error.message.replace("no JSON number", "no finite number").partition(": ")
        where = f"{prefix}{dotted(pointer.split('/')[1:])}: " if pointer.startswith("/") else ""
        raise ConfigError(f"{where}{words}" if where else error.message, path) from None
    return plain, prefix


def valid_table(path: str, schema: str, what: str, shown: str | None = None) -> dict[str, Any]:
    """A TOML file that is valid by a schema, such as one of rules that are lists of words.

    Args:
        what: What one of the tables is that its list holds, such as ``rule``: the first is *rule 1*.
        shown: The file as messages name it; as it was given without.

    Raises:
        ConfigError: If it cannot be read or is not valid; says of what is wrong in which line it stands.
    """
    name = path if shown is None else shown
    try:
        table, _ = read_toml(path)
    except ConfigError as error:
        raise ConfigError(error.message, name) from None
    # The schema's library costs more than a whole check: it is loaded only where there is something to validate.
    from sayso.validation import validate

    refuse(path, [(one.pointer, one.message) for one in validate(table, schema)], what, name)
    return table


def refuse(path: str, problems: Sequence[tuple[str, str]], what: str, shown: str) -> None:
    """Refuse a TOML file for what is wrong at these JSON Pointers; nothing is done where nothing is.

    Raises:
        ConfigError: Saying what is wrong, with its line and with words for the pointer.
    """
    if not problems:
        return
    from sayso.text.toml_text import TomlText

    text = TomlText(decoded(_bytes(path), path))
    ordered = sorted((_line(text, pointer), f"{place(pointer, what)}: {message}") for pointer, message in problems)
    said = [f"line {line}: {words}" if line else words for line, words in ordered[:LISTED]]
    more = f"; and {len(problems) - LISTED} more" if len(problems) > LISTED else ""
    raise ConfigError("; ".join(said) + more, shown)


def _line(text: TomlText, pointer: str) -> int:
    """The line of a value, or of what holds it; 0 where it is not known."""
    found = None
    while pointer and found is None:
        found = text.value(pointer)
        pointer = pointer.rpartition("/")[0]
    return found.line if found is not None else 0


def place(pointer: str, what: str) -> str:
    """A JSON Pointer in words: ``rule 1: examples.clean[0].text``."""
    parts = pointer.split("/")[1:]
    if len(parts) > 1 and parts[1].isdecimal():
        rest = dotted(parts[2:])
        return f"{what} {int(parts[1]) + 1}" + (f": {rest}" if rest else "")
    return dotted(parts) or "top level"


def dotted(parts: Sequence[str]) -> str:
    """Keys and numbers, as a JSON Pointer has them, as TOML writes a key: ``paths[0].rules."house/cant"``."""
    words = ""
    for part in parts:
        key = part.replace("~1", "/").replace("~0", "~")
        bare = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
        words += f"[{key}]" if key.isdecimal() else f".{key}" if bare else f'."{key}"'
    return words.removeprefix(".")


def _bytes(path: str) -> bytes:
    kind = irregular(path)
    if kind:
        raise ConfigError(f"is {kind}, not a regular file", path)
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path) from None


def decoded(data: bytes, path: str) -> str:
    """The text of a TOML file, without the mark that editors on Windows put at its beginning.

    Raises:
        ConfigError: If it is larger than :data:`MAX_BYTES` or no UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise ConfigError(f"is larger than {MAX_BYTES:,} bytes, which no configuration needs", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"not valid UTF-8 at byte {error.start}", path) from None


def parsed(text: str, path: str) -> dict[str, Any]:
    """The values of a TOML text.

    Raises:
        ConfigError: If it is no TOML, or more than a reader should be asked to bear.
    """
    import tomllib  # seldom needed, and 4 ms

    if max((run.count(".") for run in KEY.compiled.findall(QUOTED.compiled.sub("q", text))), default=0) > MAX_DOTS:
        raise ConfigError(f"a key in it has more than {MAX_DOTS} dots", path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", path) from None
    except RecursionError:
        raise ConfigError("nested too deeply to be read", path) from None
    except ValueError:
        # What is left is a whole number with more digits than Python reads; its own advice is for programmers.
        raise ConfigError("not valid TOML for sayso: a number has too many digits", path) from None
