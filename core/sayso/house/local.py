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
    name = f"sayso_local_{file.stem}"
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
