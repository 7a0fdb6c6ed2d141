"""Reading a TOML file that somebody may have got wrong: every way to fail is one line."""

from __future__ import annotations

import os
import re
from typing import Any

from sayso.errors import ConfigError, ReadError
from sayso.readers.document import irregular
from sayso.text.pattern import Pattern
from sayso.text.strict_json import plain_json

#: Bytes of a configuration file, and dots of a key in it: reading takes the square of either.
MAX_BYTES = 1_000_000
MAX_DOTS = 100
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
        raise ConfigError(error.message, path) from None
    return plain, prefix


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
