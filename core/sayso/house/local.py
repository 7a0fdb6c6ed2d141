"""Plugins that are a file of the house and no distribution: Python, or a list of words in TOML."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from sayso.errors import PluginError, placed


def load_local(path: str) -> object:
    """The plugin in a file: a module for ``.py``, rules for ``.toml``.

    The module imports files beside it with a dot, as ``from .helper import words``: they are modules of its own, and
    neither found by others nor in their way.

    Raises:
        PluginError: If there is no such file, it is of neither kind, or it imports a file beside it without the dot.
        Exception: Whatever a module raises when it is imported.
    """
    file = Path(path)
    if not file.is_file():
        raise PluginError(path, "there is no file of this name")
    if file.suffix == ".toml":
        from sayso.house.word_rules import WordRules, word_rules

        return WordRules(word_rules(path))
    if file.suffix != ".py":
        raise PluginError(path, "is neither Python (.py) nor a list of words (.toml)")
    name = _name(file)
    spec = spec_from_file_location(name, file, submodule_search_locations=[str(file.parent)])
    if spec is None or spec.loader is None:
        raise PluginError(path, "cannot be imported")
    module = module_from_spec(spec)
    # Its classes can be pickled, and its rules found again, by the module's name.
    _forget(name)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        _forget(name)
        if isinstance(error, ModuleNotFoundError) and _is_beside(file, error.name):
            words = f"cannot be imported: {error.name} is a file beside it: from .{error.name} import …, with a dot"
            raise PluginError(path, placed(words, error)) from error
        raise
    return module


def _forget(name: str) -> None:
    """Take away a module and those beside it that it imported, which may be others now."""
    for one in [one for one in sys.modules if one == name or one.startswith(f"{name}.")]:
        del sys.modules[one]


def _is_beside(file: Path, name: str | None) -> bool:
    return name is not None and "." not in name and file.with_name(f"{name}.py").is_file()


def _name(file: Path) -> str:
    """The name of its module: by the file's own, with a number where a file of another folder has that."""
    first = name = f"sayso_local_{file.stem}"
    number = 2
    while (there := getattr(sys.modules.get(name), "__file__", None)) is not None and there != str(file):
        name = f"{first}_{number}"
        number += 1
    return name
