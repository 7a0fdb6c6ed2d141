"""Where a plugin's own code was when something was raised: a file and a line for messages, a traceback for its author.

Messages have the base name of the file alone, so that they are the same on every machine.
"""

from __future__ import annotations

import os
import sys
from types import CoroutineType, FunctionType, GeneratorType, TracebackType

#: Packages of sayso's own distribution; what fails in the bundled plugins has no file that a user could mend.
OWN = frozenset({"sayso", "sayso_cli", "sayso_plugins", "sayso_schemas"})
BUNDLED = "sayso_plugins"
#: Libraries by which sayso calls plugins and makes values.
BETWEEN = frozenset({"attr", "attrs", "cattr", "cattrs", "pluggy"})


def place(error: BaseException) -> str:
    """The deepest line of the plugin's code that an error came from, as ``r.py:5``; empty where none is known."""
    at = _first(error)
    if at is None:
        return ""
    # The plugin is whoever was called first: what it calls in its turn is not what its author wrote.
    home, deepest = _package(at), at
    while at is not None:
        deepest = at if _package(at) == home else deepest
        at = at.tb_next
    return _named(deepest.tb_frame.f_code.co_filename, deepest.tb_lineno)


def kind_of(given: object) -> str:
    """What a plugin's function gave where it should have given something else, by its type.

    A coroutine is closed: nobody waits for it, and Python would say so in words of its own.
    """
    if isinstance(given, CoroutineType):
        given.close()
    return "nothing" if given is None else type(given).__name__


def at_yield(words: str, given: object) -> str:
    """Words on what a generator just gave, with the line of the plugin that it waits at, as ``… (r.py:5)``."""
    found, home = "", ""
    while isinstance(given, GeneratorType) and given.gi_frame is not None:
        package = str(given.gi_frame.f_globals.get("__name__", "")).partition(".")[0]
        if package not in OWN and home in ("", package):
            home, found = package, _named(given.gi_code.co_filename, given.gi_frame.f_lineno)
        given = given.gi_yieldfrom
    return f"{words} ({found})" if found else words


def at_start(words: str, function: object) -> str:
    """Words on a plugin's function, with the line that it begins at, where that is known."""
    if not isinstance(function, FunctionType) or function.__module__.partition(".")[0] in OWN:
        return words
    return f"{words} ({_named(function.__code__.co_filename, function.__code__.co_firstlineno)})"


def _named(path: str, line: int) -> str:
    folder, file = os.path.split(path)
    if file == "__init__.py":  # a name that says nothing by itself
        file = f"{os.path.basename(folder)}/{file}"
    return f"{file}:{line}"


def kept(error: BaseException) -> BaseException:
    """An error as it can be kept for long: without sayso's frames before the plugin's, and without anybody's values."""
    from traceback import clear_frames

    at = _first(error)
    if at is not None:
        error.__traceback__ = at
    clear_frames(error.__traceback__)
    return error


def _first(error: BaseException) -> TracebackType | None:
    """The outermost frame that is a plugin's; None where there is none, or it is a bundled one's."""
    at = error.__traceback__
    while at is not None:
        package = _package(at)
        if package == BUNDLED:
            return None
        if package not in OWN and package not in BETWEEN and package not in sys.stdlib_module_names:
            return at
        at = at.tb_next
    return None


def _package(at: TracebackType) -> str:
    return str(at.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
