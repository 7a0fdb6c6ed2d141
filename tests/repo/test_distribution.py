"""What is installed is what the project says it is."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution, entry_points
from importlib.resources import files
from pathlib import Path

import pytest

import sayso


@pytest.mark.parametrize("package", ["sayso", "sayso_schemas", "sayso_plugins", "sayso_cli"])
def test_each_package_is_installed_with_its_types(package: str) -> None:
    """All four packages come with the one distribution, and each tells type checkers that it is typed."""
    assert (files(package) / "py.typed").is_file()


def test_there_is_one_version() -> None:
    """The distribution has the version that the library says it has."""
    assert distribution("sayso").version == sayso.__version__


def test_the_bundled_plugins_come_by_the_public_door() -> None:
    """The bundled plugins are an entry point of the group that everybody's plugins use, and it loads."""
    (bundled,) = (found for found in entry_points(group="sayso") if found.name == "bundled")
    assert bundled.value == "sayso_plugins.plugin"
    assert bundled.load().__name__ == "sayso_plugins.plugin"


def test_the_command_is_installed() -> None:
    """`sayso` is a command, and what it calls exists."""
    (command,) = entry_points(group="console_scripts", name="sayso")
    assert callable(command.load())


def test_the_licence_is_the_one_named(root: Path) -> None:
    """The licence that the metadata names is the licence text that lies beside it, and is installed with it."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    text = (root / "LICENSE").read_text("utf-8")
    assert project["license"] == distribution("sayso").metadata["License-Expression"] == "Apache-2.0"
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert distribution("sayso").metadata.get_all("License-File") == ["LICENSE"]
