"""JSON as RFC 8259 has it, and not all that Python lets pass: what is read can be written again.

The same for every command: what one of them accepts, none of the others may refuse or write otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sayso.errors import ReadError

#: The levels that a plain item may have, itself included.
MAX_DEPTH = 100
#: A record holds the unknown keys of its item one level deeper, and a list of records one more.
MAX_FILE_DEPTH = MAX_DEPTH + 10
#: Above Python's own limit of 4300 digits a number can be held, but neither read nor written.
MAX_BITS = 14_000
#: Keys that stand twice and are told; each costs a walk through the whole value.
MOST_TWICE = 20


class _Twice(dict[str, Any]):
    """An object with a key that stands in it twice."""

    key = ""


def parse_json(text: str, line: int = 1, *, twice: list[str] | None = None) -> Any:
    """The value of a JSON text.

    Args:
        line: The number of its first line in the file, for errors.
        twice: Where JSON Pointers of keys that stand twice in an object are put. Then they are no error, unless there
            are more than :data:`MOST_TWICE`, and the last value counts.

    Raises:
        ReadError: ``json`` for what is no JSON, ``nesting`` beyond :data:`MAX_FILE_DEPTH` levels, and
            ``duplicate-key`` where a key stands twice in an object and one of its values would be lost.
    """
    import json

    doubled: list[_Twice] = []

    def pairs(given: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(given)
        if len(made) == len(given):
            return made
        marked = _Twice(made)
        seen: set[str] = set()
        marked.key = next(key for key, _ in given if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        doubled.append(marked)
        return marked

    try:
        loaded = json.loads(text, parse_constant=_refuse, parse_float=_float, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        at = error.lineno + line - 1, error.colno
        raise ReadError("json", f"not valid JSON at line {at[0]} column {at[1]}: {error.msg}", at=at) from None
    except RecursionError:
        raise _too_deep(MAX_FILE_DEPTH) from None
    except ValueError:
        # What is left is a whole number with more digits than Python reads; its own advice is for programmers.
        raise ReadError("json", "not valid JSON for sayso: a number has too many digits; give it as a text") from None
    if deeper_than(loaded, MAX_FILE_DEPTH):
        raise _too_deep(MAX_FILE_DEPTH)
    if twice is not None and len(doubled) <= MOST_TWICE:
        holders = [(one, _pointer_of(loaded, one)) for one in doubled]  # one in a part that is lost has no place
        twice += [f"{at}/{_escaped(one.key)}" for one, at in holders if at or one is loaded]
    elif doubled:
        # The last to be closed: an earlier one may be in a part that is lost.
        holder, key = _pointer_of(loaded, doubled[-1]), doubled[-1].key
        place = holder or "the top level"
        message = f"the key {key!r:.80} stands twice at {place}; which one counts?"
        raise ReadError("duplicate-key", message, at=_second(text, holder, key, line))
    return loaded


def plain_json(value: Any) -> Any:
    """A value handed over in memory as JSON has it: mappings as objects, tuples as lists, dates as ISO 8601 texts.

    Raises:
        ReadError: ``type`` or ``json`` for what is no JSON value and ``nesting`` beyond :data:`MAX_FILE_DEPTH`
            levels, naming the place as a JSON Pointer.
    """
    return _plain(value, (), MAX_FILE_DEPTH)


def refuse_deep(value: Any) -> None:
    """Refuse what an item brings beside its facts where it has too many levels.

    Raises:
        ReadError: ``nesting`` beyond :data:`MAX_DEPTH` levels.
    """
    if deeper_than(value, MAX_DEPTH):
        raise _too_deep(MAX_DEPTH)


def deeper_than(value: Any, levels: int) -> bool:
    """Whether objects and lists are nested in more levels than so many; one that holds no other has one."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(levels):
        level = [
            part
            for one in level
            for part in (one.values() if isinstance(one, dict) else one)
            if isinstance(part, dict | list)
        ]
        if not level:
            break
    return bool(level)


def _plain(value: Any, path: tuple[str, ...], levels: int) -> Any:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        raise ReadError("json", f"{_pointer(path)}: {value} is no JSON number")
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        raise ReadError("json", f"{_pointer(path)}: the number has too many digits; give it as a text")
    if isinstance(value, int | float):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping | list | tuple) and not levels:
        raise _too_deep(MAX_FILE_DEPTH)
    if isinstance(value, Mapping):
        return {_key(key, path): _plain(one, (*path, str(key)), levels - 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, (*path, str(index)), levels - 1) for index, one in enumerate(value)]
    raise ReadError("type", f"{_pointer(path)}: a value of type {type(value).__name__!r:.80} is no JSON")


def _key(key: Any, path: tuple[str, ...]) -> str:
    if not isinstance(key, str):
        raise ReadError("type", f"{_pointer(path)}: a key is a text, not {key!r:.80}")
    return key


def _refuse(name: str) -> Any:
    raise ReadError("json", f"not valid JSON: {name} is no JSON number")


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ReadError("json", f"not valid JSON for sayso: {digits:.40} is larger than any number that can be held")
    return number


def _too_deep(levels: int) -> ReadError:
    return ReadError("nesting", f"nested too deeply to be read: more than {levels} levels of lists and objects")


def _pointer(path: tuple[str, ...]) -> str:
    return "".join(f"/{_escaped(part)}" for part in path) or "the item"


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _second(text: str, holder: str, key: str, line: int) -> tuple[int, int] | None:
    """Line and column of a key where it stands again."""
    from sayso.text.json_text import JsonText

    found = JsonText(text, line=line).key(f"{holder}/{_escaped(key)}", again=True)
    return (found.line, found.column) if found is not None and found.column is not None else None


def _pointer_of(value: Any, wanted: object) -> str:
    """The JSON Pointer of a part that is there, by identity; the nesting is known to be shallow."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [(value, ())]
    while waiting:
        one, path = waiting.pop()
        if one is wanted:
            return _pointer(path) if path else ""
        if isinstance(one, dict):
            waiting.extend((part, (*path, key)) for key, part in one.items())
        elif isinstance(one, list):
            waiting.extend((part, (*path, str(index))) for index, part in enumerate(one))
    return ""
