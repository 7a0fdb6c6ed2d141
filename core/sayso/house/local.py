"""Plugins that are a file of the house and no distribution: Python, or a list of words in TOML."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from sayso.errors import PluginError


def load_local(path: str) -> object:
    """The plugin in a file: a module for ``.py``, rules for ``.toml``.

    Raises:
        PluginError: If there is no such file, or it is of neither kind.
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
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise PluginError(path, "cannot be imported")
    module = module_from_spec(spec)
    # Its classes can be pickled, and its rules found again, by the module's name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


def _name(file: Path) -> str:
    """The name of its module: by the file's own, with a number where a file of another folder has that."""
    first = name = f"sayso_local_{file.stem}"
    number = 2
    while (there := getattr(sys.modules.get(name), "__file__", None)) is not None and there != str(file):
        name = f"{first}_{number}"
        number += 1
    return name
