"""Whether a document is valid ninjs, by the schemas that the IPTC publishes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.0", "2.1", "2.2", "3.0", "3.1")
#: Of a major version the one that holds all that the earlier ones allow.
NEWEST = {"1": "1.6", "2": "2.2", "3": "3.1"}
#: Keys that a document of some major version has and no other.
CAMEL = frozenset({"versionCreated", "firstCreated", "contentCreated", "infoSources", "altIds", "representationType"})
LISTS = frozenset({"bodies", "headlines", "descriptions", "renditions", "infosources"})


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


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def problems(item: Any, version: str) -> Iterator[tuple[str, str]]:
    """JSON Pointer and words of each thing that a version's schema refuses, in the order of the pointers."""
    found = [
        ("".join(f"/{_escaped(part)}" for part in error.absolute_path), " ".join(error.message.split())[:160])
        for error in _validator(version).iter_errors(item)
    ]
    yield from sorted(set(found))


def _escaped(part: Any) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


@lru_cache(maxsize=4)
def _validator(version: str) -> Any:
    from jsonschema import validators
    from referencing import Registry, Resource

    text = files(__package__ or "").joinpath("schemas", f"{version}.json").read_text("utf-8")
    schema = json.loads(text)
    # GeoJSON has a schema of its own, elsewhere: what it would say of a place's shape is not asked.
    anything = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    known: Any = Registry(retrieve=lambda _: anything)  # type: ignore[call-arg]
    kind = validators.validator_for(schema)
    return kind(schema, registry=known, format_checker=kind.FORMAT_CHECKER)
