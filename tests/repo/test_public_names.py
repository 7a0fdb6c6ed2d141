"""The public names: what type checkers see is what a program gets."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import sayso

SOURCE = Path(sayso.__file__).read_text("utf-8")


def test_every_public_name_is_there():
    """Each name of __all__ can be had, and __all__ is sorted and without repetition."""
    assert sorted(set(sayso.__all__)) == sorted(sayso.__all__)
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_a_name_comes_from_where_type_checkers_think():
    """The imports for type checkers and the table for programs name the same homes."""
    block = next(node for node in ast.parse(SOURCE).body if isinstance(node, ast.If))
    typed = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    table = sayso._HOMES
    assert table == typed
    assert set(table) | {"check"} == set(sayso.__all__)
    for name, (module, home) in typed.items():
        assert getattr(sayso, name) is getattr(import_module(module), home)
