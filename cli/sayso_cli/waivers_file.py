"""A file of waivers with one more, or with some fewer; all else in it stays as somebody wrote it.

What comes out is read before anybody writes it: where it does not say what it should, the file is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any

from sayso import ConfigError
from sayso.config.toml import decoded, parsed
from sayso.text.lines import LINE_END
from sayso.text.strict_json import plain_json
from sayso.text.toml_text import TomlText


def with_one(text: str, waiver: Mapping[str, str], file: str) -> str:
    """The text with a waiver at its end.

    Raises:
        ConfigError: If it cannot be put there, as behind waivers that are one list: ``waivers = [...]``.
    """
    lines = [f"{key} = {value if key == 'until' else _string(value)}" for key, value in waiver.items()]
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    made = "\n".join([f"{text}{gap}[[waivers]]", *lines, ""])
    _refuse(made, [*_read(text, file), dict(waiver)], file)
    return made


def without(text: str, gone: Collection[int], file: str) -> str:
    """The text without the waivers of these numbers, from 1; comments stay.

    Raises:
        ConfigError: If they cannot be taken out, as of one list: ``waivers = [...]``.
    """
    known = _read(text, file)
    found = TomlText(text.removeprefix("\ufeff"))
    starts = {}
    for number in range(len(known)):
        at = found.value(f"/waivers/{number}")
        if at is not None:
            starts[at.line] = number + 1
    kept: list[str] = []
    inside = False
    for number, line in enumerate(_lines(text), 1):
        inside = starts[number] in gone if number in starts else inside
        if not inside or line.lstrip().startswith("#"):
            kept.append(line)
    made = "".join(kept)
    _refuse(made, [one for number, one in enumerate(known, 1) if number not in gone], file)
    return made


def _lines(text: str) -> list[str]:
    ends = [0, *(found.end() for found in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if end > start]


def _read(text: str, file: str) -> list[Any]:
    table = plain_json(parsed(decoded(text.encode(), file), file))
    return list(table.get("waivers", ()))


def _refuse(made: str, wanted: list[Any], file: str) -> None:
    try:
        if _read(made, file) == wanted:
            return
        why = "it would say something else"
    except ConfigError as error:
        why = error.message
    words = f"is left as it is, since sayso cannot change it rightly ({why}); write each waiver as [[waivers]], or"
    raise ConfigError(f"{words} change it by hand", file)


def _string(words: str) -> str:
    """A TOML basic string."""
    # JSON escapes everything that a basic string must, but DEL.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")
