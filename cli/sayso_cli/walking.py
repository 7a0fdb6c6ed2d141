"""Which files of a folder are items, by where they lie; patterns are those of .gitignore."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import PathSpec

    from sayso import Config, Engine

#: Folders of tools, which hold no items; hidden ones are left out too.
NEVER = frozenset({"node_modules", "__pycache__", "venv", "dist", "build"})
#: The configuration and waivers among the items: no items, and no news that they are none.
SETTINGS = frozenset({"sayso.toml", "sayso.waivers.toml"})
#: Why those are left out.
HIDDEN, FOR_TOOLS = "hidden", "folders of tools, which hold no items"
EXCLUDED = "exclude in the configuration says so"
NOT_INCLUDED = "include in the configuration names others"


class Patterns:
    """What ``include`` and ``exclude`` of a configuration say of paths.

    Raises:
        ConfigError: If a pattern is none.
    """

    def __init__(self, config: Config) -> None:
        self.root = Path(config.root)
        self._include = _spec("include", config.include, config.file)
        self._exclude = _spec("exclude", config.exclude, config.file)

    def why_not(self, path: Path, folder: bool = False) -> str | None:
        """Why a file is no item, or a folder holds none; None where they may."""
        if self._include is None and self._exclude is None:
            return None
        relative = os.path.relpath(path, self.root).replace(os.sep, "/")
        if relative.startswith("../"):
            return None
        if self._exclude is not None and self._exclude.match_file(f"{relative}/" if folder else relative):
            return EXCLUDED
        if self._include is not None and not folder and not self._include.match_file(relative):
            return NOT_INCLUDED
        return None

    def out_of_sight(self, path: Path) -> str | None:
        """Why no walk comes to a file, by the names of it and of the folders that lead to it from the root."""
        relative = Path(os.path.relpath(path, self.root))
        *above, name = [path.name] if ".." in relative.parts else relative.parts
        if any(one.startswith(".") for one in (*above, name)):
            return HIDDEN
        return FOR_TOOLS if any(one in NEVER for one in above) else None


class Own:
    """The files that a run reads or writes beside its items: none of them is one.

    Args:
        files: Paths as the configuration or the command line name them, with what each is.
    """

    def __init__(self, files: Iterable[tuple[str | None, str]]) -> None:
        self._named: dict[str, list[tuple[str, str]]] = {}
        for path, what in files:
            if path:
                place = os.path.realpath(path)
                self._named.setdefault(os.path.basename(place), []).append((place, what))

    def what(self, path: Path) -> str | None:
        """What a file or folder is to the run, such as ``the baseline``; None for an item."""
        named = self._named.get(path.name)
        if named is None:
            return None
        place = os.path.realpath(path)
        return next((what for one, what in named if one == place), None)


def named_in(config: Config) -> list[tuple[str | None, str]]:
    """The files that a configuration names, with what they are."""
    return [
        (config.file, "the configuration"),
        (config.baseline, "the baseline"),
        (config.waivers, "the file of waivers"),
        (config.cache, "the cache"),
        *((one, "a local plugin") for one in config.local_plugins),
        *((one, "evidence") for one in config.evidence),
        *((one, "a register") for one in config.register),
    ]


def is_replaceable(path: str, engine: Engine) -> bool:
    """Whether writing a file loses nothing: it is not there, is empty, or is a report of an earlier run."""
    from sayso.readers.reader import HEAD

    if not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError:
        return True
    recognises = engine.readers["own-output"].recognises
    return not head or bool(recognises and recognises(head))


def _spec(key: str, patterns: Sequence[str], file: str | None) -> PathSpec[Any] | None:
    if not patterns:
        return None
    from pathspec import PathSpec

    from sayso import ConfigError

    try:
        return PathSpec.from_lines("gitignore", patterns)
    except ValueError as error:
        raise ConfigError(f"{key}: {error}", file) from None
