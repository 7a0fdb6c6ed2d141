"""By what the reports of an engine are made: the configuration, the code of its plugins, and what is installed.

Code counts by its content, and not by when it was written: an installation that is made anew, as in CI, finds the
reports of the one before.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from sayso import Engine, __version__
from sayso.house.word_rules import WordCheck
from sayso.plugins.plugin import LOCAL
from sayso_cli import guard

#: Files of a package that are looked at; what has more is no plugin, and its reports are not kept.
MOST = 5_000
#: Endings of files beside a plugin of the house that it may be made of.
PARTS = (".py", ".toml")

#: Gives the hash of the content of files, by their paths and names; None where one cannot be read.
Contents = Callable[[list[tuple[str, str]]], str | None]


def fingerprint(engine: Engine, contents: Contents | None = None) -> str | None:
    """All that the reports of an engine depend on beside the input; None where that is more than can be told.

    Evidence and registers are files of their own, and are not followed.

    Args:
        contents: As :func:`content`, for whoever remembers what was read before.
    """
    config = engine.config
    if config.evidence or config.register:
        return None
    try:
        files = list(islice(_code(engine), MOST + 1))
    except OSError:
        return None
    digest = (contents or content)(files) if len(files) <= MOST else None
    if digest is None:
        return None
    parts = [__version__, platform.python_version(), repr(config), str(engine.reader), str(engine.at), digest]
    parts += [f"{plugin.name} {plugin.version} {plugin.distribution}" for plugin in engine.host.plugins]
    parts += _installed()
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def stamp(files: Iterable[tuple[str, str]]) -> str | None:
    """A hash of what the disk says of files, which changes where they are written; None where one is not there."""
    found = sha256()
    for path, name in files:
        try:
            state = os.stat(path)
        except OSError:
            return None
        told = (path, name, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        found.update(f"{told}\x1e".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def content(files: list[tuple[str, str]]) -> str | None:
    """A hash of the names and the content of files; None where one cannot be read."""
    found = sha256()
    for path, name in files:
        try:
            with open(path, "rb", buffering=0) as file:
                data = file.read()
        except OSError:
            return None
        found.update(f"{name}\x1f{len(data)}\x1f".encode("utf-8", "surrogatepass") + data)
    return found.hexdigest()


def _code(engine: Engine) -> Iterator[tuple[str, str]]:
    """The files that the rules and readers of an engine are made of, each with its name in its package."""
    seen: set[str] = set()
    for top in sorted(_tops(engine)):
        if os.path.isdir(top):
            yield from _below(top, os.path.basename(top))
        elif top not in seen:
            seen.add(top)
            yield top, os.path.basename(top)
    lists = [rule.check.file for rule in engine.host.rules.values() if isinstance(rule.check, WordCheck)]
    for path in sorted({os.path.abspath(one) for one in lists if one is not None} - seen):
        seen.add(path)
        yield path, os.path.basename(path)
    for plugin in engine.host.plugins:
        for path in _beside(plugin.name) if plugin.distribution == LOCAL else ():
            if path not in seen:
                seen.add(path)
                yield path, os.path.basename(path)


def _tops(engine: Engine) -> set[str]:
    """The packages and single files that the code lies in."""
    host = engine.host
    offered: list[Any] = [rule.check for rule in host.rules.values()]
    for reader in host.readers.values():
        offered += [reader.read, reader.refine]
    modules = {_module(one) for one in offered if one is not None} | {one.module for one in host.plugins}
    return {top for one in {"sayso", *modules} if (top := _top(one)) is not None}


def _module(made: Any) -> str:
    """The module of a function; of anything else, that of its class."""
    return str(getattr(made, "__module__", None) or type(made).__module__)


def _top(module: str) -> str | None:
    """The folder of the outermost package of a module, or its file; None for Python's own and what has no file."""
    parts = module.split(".")
    if parts[0] in sys.stdlib_module_names:
        return None
    for size in range(1, len(parts) + 1):
        found = sys.modules.get(".".join(parts[:size]))
        file = getattr(found, "__file__", None)
        if file is not None:  # a package without one is shared by several distributions
            whole = hasattr(found, "__path__") and not parts[0].startswith(guard.LOCAL)
            return os.path.dirname(file) if whole else str(file)
    return None


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """The files of a package, each with its name from the package on."""
    for one in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if one.is_dir():
            if one.name != "__pycache__" and not one.name.startswith("."):
                yield from _below(one.path, f"{name}/{one.name}")
        elif not one.name.startswith("."):
            yield one.path, f"{name}/{one.name}"


def _beside(plugin: str) -> list[str]:
    """A plugin of the house, and what in its folder it may be made of: code and lists, and modules below it."""
    folder = os.path.dirname(os.path.abspath(plugin))
    found = {os.path.abspath(plugin)}
    try:
        found.update(one.path for one in os.scandir(folder) if one.name.endswith(PARTS) and one.is_file())
    except OSError:
        return sorted(found)
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    found.update(one for one in files if one and one.endswith(".py") and one.startswith(folder + os.sep))
    return sorted(found)


def _installed() -> list[str]:
    """Names and versions of all distributions, since readers are what the libraries below them make of them."""
    found: list[str] = []
    for folder in sys.path:
        try:
            found += [one.name for one in os.scandir(folder or ".") if one.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
    return sorted(found)
