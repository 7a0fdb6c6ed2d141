"""Whether a document is valid ninjs, by the schemas that the IPTC publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sayso import ReadError

VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1", "2.2", "3.0", "3.1")
#: Of a major version the one that holds all that the earlier ones allow.
NEWEST = {"1": "1.6", "2": "2.2", "3": "3.1"}
#: Keys that a document of some major version has and no other.
CAMEL = frozenset({"versionCreated", "firstCreated", "contentCreated", "infoSources", "altIds", "representationType"})
LISTS = frozenset({"bodies", "headlines", "descriptions", "renditions", "infosources"})
#: Values of an object that are held against its schema: a news object has some hundreds.
MOST = 50_000


def version_of(item: Mapping[str, Any]) -> str:
    """The version that a document says, or else the newest of the major version that its keys are of."""
    standard = item.get("standard")
    said = standard.get("version") if isinstance(standard, Mapping) else None
    if said in VERSIONS:
        return str(said)
    if CAMEL & item.keys() or (isinstance(said, str) and said.startswith("3")):
        return NEWEST["3"]
    if any(isinstance(item.get(key), list) for key in LISTS):
        nested = any(isinstance(one, dict) and "contentType" in one for key in LISTS for one in _list(item.get(key)))
        return NEWEST["3"] if nested else NEWEST["2"]
    return NEWEST["3"] if item.get("type") in ("event", "planning") else NEWEST["1"]


def versions_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The versions by one of which a document may be valid, the likeliest first; one alone where it says which.

    Major versions share many keys, so that what the keys tell is a guess.
    """
    likely = version_of(item)
    standard = item.get("standard")
    if isinstance(standard, Mapping) and standard.get("version") in VERSIONS:
        return (likely,)
    return (likely, *(one for one in NEWEST.values() if one != likely))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def problems(item: Any, version: str) -> Iterator[tuple[str, str]]:
    """JSON Pointer and words of each thing that a version's schema refuses, in the order of the pointers.

    Formats, such as that of a date, are not asked: neither do the IPTC's own cases, and whether jsonschema can tell
    depends on what is installed.

    Raises:
        ReadError: ``too-large`` for an object of more than :data:`MOST` values, ``nesting`` where it is too deep.
    """
    if _larger_than(item, MOST):
        raise ReadError("too-large", f"more than {MOST:,} values are not held against the schema of ninjs")
    try:
        found = {
            ("".join(f"/{_escaped(part)}" for part in error.absolute_path), " ".join(error.message.split())[:160])
            for error in _validator(version).iter_errors(item)
        }
    except RecursionError:
        raise ReadError("nesting", "nested too deeply to be held against the schema of ninjs") from None
    yield from sorted(found)


def _larger_than(value: Any, most: int) -> bool:
    waiting, number = [value], 0
    while waiting and number <= most:
        one = waiting.pop()
        number += 1
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return number > most


def _escaped(part: Any) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


def _schema(name: str) -> Any:
    return json.loads(files(__package__ or "").joinpath("schemas", f"{name}.json").read_text("utf-8"))


@lru_cache(maxsize=4)
def _validator(version: str) -> Any:
    from jsonschema import validators
    from referencing import Registry, Resource

    schema = _schema(version)
    # All that a schema refers to beside itself is GeoJSON.
    other = Resource.from_contents(_schema("geojson"))
    known: Any = Registry(retrieve=lambda _: other)  # type: ignore[call-arg]
    return validators.validator_for(schema)(schema, registry=known)
