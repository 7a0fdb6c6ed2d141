"""The installed plugins, found without importing any of them.

Entry points are read as the packaging specifications lay them down: a ``*.dist-info`` folder on the path with an
``entry_points.txt``. importlib.metadata does the same and costs 25 ms before it begins, a sixth of a whole check;
it is asked where distributions can lie elsewhere than in folders.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from typing import NamedTuple

from sayso.errors import PluginError

GROUP = "sayso"
#: The distribution whose plugins stay when ``--no-plugins`` leaves out all others.
OWN = "sayso"
#: What is said where it is not there.
ABSENT = "is not there: no distribution of sayso is on the path; install sayso"


class Entry(NamedTuple):
    """An entry point of the group ``sayso``.

    Attributes:
        value: ``module`` or ``module:attribute``.
        distribution: The name of the distribution, as its folder spells it.
    """

    name: str
    value: str
    distribution: str = ""
    version: str = ""

    def load(self) -> object:
        """Import what the entry point names; raises whatever that raises."""
        module, _, attributes = self.value.partition(":")
        found: object = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def installed() -> list[Entry]:
    """The entry points of the environment, each distribution once: the first on the path counts."""
    if not _only_folders():
        return _by_importlib()
    found: dict[str, list[Entry]] = {}
    for folder in sys.path:
        try:
            names = [one.name for one in os.scandir(folder or ".") if one.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for name in sorted(names):
            stem, _, version = name.rpartition(".")[0].partition("-")
            if stem.lower() not in found:
                found[stem.lower()] = list(_read(os.path.join(folder, name, "entry_points.txt"), stem, version))
    return [entry for entries in found.values() for entry in entries]


def bundled() -> object:
    """What sayso brings, to be one of the plugins of an :class:`sayso.Engine`: readers, rules, languages and all else.

    ``Engine(plugins=[bundled(), mine])`` has these and what `mine` offers, whatever else is installed.

    Raises:
        PluginError: If no distribution of sayso is on the path.
    """
    own = next((one for one in installed() if one.distribution == OWN), None)
    if own is None:
        raise PluginError("bundled", ABSENT)
    return own


def _only_folders() -> bool:
    """Whether every distribution lies in a folder on the path: no archive there, no finder of another kind."""
    others = [finder for finder in sys.meta_path if finder is not PathFinder and hasattr(finder, "find_distributions")]
    return not others and not any(os.path.isfile(path) for path in sys.path)


def _read(path: str, distribution: str, version: str) -> Iterator[Entry]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return
    if f"[{GROUP}]" not in text:
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[] ")
        elif section == GROUP and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield Entry(name.strip(), value.partition("[")[0].strip(), distribution, version)


def _by_importlib() -> list[Entry]:
    from importlib.metadata import distributions

    found: dict[str, list[Entry]] = {}
    for one in distributions():
        try:
            name, version = one.name, one.version
            points = [point for point in one.entry_points if point.group == GROUP]
        except Exception:  # noqa: S112 - what is broken in the metadata of somebody else is no plugin
            continue
        found.setdefault(name.replace("-", "_").lower(), [Entry(p.name, p.value, name, version) for p in points])
    return [entry for entries in found.values() for entry in entries]
