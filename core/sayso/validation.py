"""Validation against the schemas: every problem at once, each with its JSON Pointer.

jsonschema is loaded here, at the first use, and nowhere else: it costs more than a whole check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import sayso_schemas
from sayso.frozen import frozen

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SHOWN = 80
#: Schemas of files in TOML, which people write, and what they call the types of JSON Schema.
IN_TOML = frozenset({"config", "evidence", "register", "waivers", "words"})
KINDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "object": "a table",
    "string": "a text",
}
#: A keyword of our own, as editors for JSON and TOML know it: what to say where the pattern beside it does not match.
WORDS = "patternErrorMessage"


@frozen
class Problem:
    """One thing that breaks a schema.

    Attributes:
        pointer: The JSON Pointer (RFC 6901) of the value; empty for the whole document.
        message: What is wrong, in one line.
        keyword: The keyword of the schema that says so.
    """

    pointer: str
    message: str
    keyword: str


def validate(data: Any, schema: str = "record") -> tuple[Problem, ...]:
    """All problems of a document, by JSON Pointer; none where it is valid.

    Args:
        data: What ``json.loads`` or ``tomllib.loads`` gives.
        schema: The name of a schema, such as ``record``, ``report``, ``config`` or ``item``.

    Raises:
        KeyError: If there is no such schema.
    """
    kinds = KINDS if schema in IN_TOML else {}
    found = {problem for error in _validator(schema).iter_errors(data) for problem in _problems(error, kinds)}
    return tuple(sorted(found, key=lambda problem: (problem.pointer, problem.message)))


@cache
def _validator(schema: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator
    from referencing import Registry

    # An empty registry: a reference outside the schema is an error and never a request.
    return Draft202012Validator(sayso_schemas.load(schema), registry=Registry())


def _problems(error: ValidationError, kinds: Mapping[str, str]) -> Iterable[Problem]:
    wanted: Any = error.validator_value
    if error.context and error.validator in ("anyOf", "oneOf"):
        # Of the branches, the one that went furthest into the document is the one that was meant.
        deepest = max(len(one.absolute_path) for one in error.context)
        meant = [one for one in error.context if len(one.absolute_path) == deepest and not _is_null(one)]
        for one in meant or error.context:
            yield from _problems(one, kinds)
        return
    pointer = "".join(f"/{_escaped(str(part))}" for part in error.absolute_path)
    keyword = str(error.validator)
    if keyword == "additionalProperties" and isinstance(error.instance, dict):
        known = _properties(error)
        for key in error.instance:
            if key not in known:
                yield Problem(
                    f"{pointer}/{_escaped(str(key))}", f"unknown key {key!r}{_nearest(str(key), known)}", keyword
                )
    elif keyword == "required" and isinstance(error.instance, dict):
        for key in wanted:
            if key not in error.instance:
                yield Problem(pointer, f"the key {key!r} is absent", keyword)
    else:
        yield Problem(pointer, _message(error, keyword, kinds), keyword)


def _properties(error: ValidationError) -> list[str]:
    schema: Any = error.schema
    return list(schema.get("properties", {}))


def _is_null(error: ValidationError) -> bool:
    return error.validator == "type" and error.validator_value == "null"


def _message(error: ValidationError, keyword: str, kinds: Mapping[str, str]) -> str:
    wanted: Any = error.validator_value
    shown = _shown(error.instance)
    if keyword == "type":
        # Where a schema allows several shapes, the title of the last names them all.
        if error.absolute_path and isinstance(error.schema, dict) and "title" in error.schema:
            return f"{shown} is not {error.schema['title']}"
        named = wanted if isinstance(wanted, list) else [wanted]
        if all(one in kinds for one in named):
            return f"{shown} is not {' or '.join(kinds[one] for one in named)}"
        return f"{shown} is not of type {' or '.join(named)}"
    if keyword == "pattern" and isinstance(error.schema, dict) and WORDS in error.schema:
        return f"{shown} {error.schema[WORDS]}"
    if keyword == "enum":
        choices = [str(one) for one in wanted if one is not None]
        near = _nearest(error.instance, choices) if isinstance(error.instance, str) else ""
        return f"{shown} is not one of {', '.join(choices)}{near}"
    if keyword == "const":
        return f"{shown} is not {wanted!r}"
    if keyword == "not":
        return f"{shown} cannot be the value of a fact with this status"
    if keyword in ("minItems", "minLength"):
        if not error.instance:
            return "must not be empty"
        what = "characters" if keyword == "minLength" else "entries"
        return f"{shown} is too short: at least {wanted} {what}"
    words = " ".join(error.message.split())
    return words if len(words) <= 2 * SHOWN else f"{shown} breaks {keyword}"


def _nearest(key: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1, 0.5)
    return f"; did you mean {near[0]!r}?" if near else ""


def _shown(value: Any) -> str:
    words = str(value).lower() if isinstance(value, bool) else " ".join(repr(value).split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
