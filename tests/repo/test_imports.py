"""Who imports whom, and how little an import loads."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import sayso

PLUGINS = Path("plugins/sayso_plugins")
CORE = (Path("core/sayso"), Path("schemas/sayso_schemas"))
UNWANTED = "typer click rich jsonschema referencing cattrs pathspec hypothesis sayso_plugins sayso_cli".split()
#: Other modules have their line in the contract "quiet-core"; of these only a part is network.
NETWORK = ("urllib.request", "urllib.error", "urllib.robotparser", "asyncio", "multiprocessing.connection")


def imported(source: str) -> Iterator[tuple[int, str, str | None]]:
    """Line, module and name of every import of a module; no name for ``import x``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative imports hide where things come from"
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)


def loaded_by(statement: str) -> set[str]:
    """The modules of a fresh interpreter after a statement."""
    script = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stdout))


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    return loaded_by("import sayso")


@pytest.mark.parametrize("module", UNWANTED)
def test_importing_the_library_is_cheap(loaded: set[str], module: str) -> None:
    """`import sayso` in a fresh interpreter loads no terminal, no validator, no codec and no plugin."""
    assert "sayso" in loaded
    assert not {name for name in loaded if name == module or name.startswith(f"{module}.")}


def test_the_look_into_a_fresh_interpreter_can_fail() -> None:
    """A module that a statement does import is seen."""
    assert "jsonschema" in loaded_by("import jsonschema")


def test_bundled_plugins_import_public_names_only(modules: Mapping[Path, str]) -> None:
    """Of ours, the bundled plugins import themselves and names of `sayso.__all__`, so a stranger can do the same."""
    wrong = []
    for path, source in modules.items():
        if not path.is_relative_to(PLUGINS):
            continue
        for line, module, name in imported(source):
            top = module.partition(".")[0]
            public = module == "sayso" and (name is None or name in sayso.__all__)
            if top in {"sayso", "sayso_schemas", "sayso_cli"} and not public:
                wrong.append(f"{path}:{line}: {module}{f' import {name}' if name else ''}")
    assert wrong == []


def test_bundled_plugins_reach_for_public_names_only(modules: Mapping[Path, str]) -> None:
    """Where a bundled plugin says `sayso.x`, x is public: `import sayso` is no way round the list."""
    wrong = [
        f"{path}:{node.lineno}: sayso.{node.attr}"
        for path, source in modules.items()
        if path.is_relative_to(PLUGINS)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sayso"
        if node.attr not in {*sayso.__all__, "__version__"}
    ]
    assert wrong == []


def test_all_public_names_exist_and_are_listed_once() -> None:
    """`sayso.__all__` names what is there, each name once."""
    assert [name for name in sayso.__all__ if not hasattr(sayso, name)] == []
    assert len(set(sayso.__all__)) == len(sayso.__all__)


def test_the_core_reaches_no_network(modules: Mapping[Path, str]) -> None:
    """No module of the core imports what opens a connection, not even inside a function."""
    wrong = []
    for path, source in modules.items():
        if not any(path.is_relative_to(top) for top in CORE):
            continue
        for line, module, name in imported(source):
            full = f"{module}.{name}" if name else module
            if any(f"{full}.".startswith(f"{bad}.") for bad in NETWORK):
                wrong.append(f"{path}:{line}: {full}")
    assert wrong == []
