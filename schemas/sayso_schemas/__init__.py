"""The JSON Schemas (draft 2020-12) of sayso, one file a version. Imports nothing of ours."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

VERSION = "1.0.0"


def names() -> tuple[str, ...]:
    """The names of the schemas, in order."""
    suffix = f"-{VERSION}.json"
    return tuple(
        sorted(one.name.removesuffix(suffix) for one in files(__name__).iterdir() if one.name.endswith(suffix))
    )


def load(name: str, version: str = VERSION) -> dict[str, Any]:
    """A schema, read anew at each call.

    Raises:
        KeyError: If there is no such schema or version.
    """
    path = files(__name__) / f"{name}-{version}.json"
    if not name.isidentifier() or not path.is_file():
        raise KeyError(f"there is no schema {name!r} in version {version}; there are {', '.join(names())}")
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema
