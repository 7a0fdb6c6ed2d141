"""The working tree, as the tests of the house see it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("core/sayso", "schemas/sayso_schemas", "plugins/sayso_plugins", "cli/sayso_cli")


def files_of_git() -> list[Path] | None:
    """Whatever git has or would take, relative to the root; None where there is no git to ask."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return sorted(Path(name) for name in names.decode().split("\0") if name and (ROOT / name).is_file())


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def texts(root: Path) -> Mapping[Path, str]:
    """Every text file of the repository by its path; what is not UTF-8 is read as far as it goes."""
    files = files_of_git()
    if files is None:
        pytest.skip("not a git checkout")
    assert files, "git knows of no file"
    return {path: (root / path).read_text("utf-8", errors="replace") for path in files}


@pytest.fixture(scope="session")
def modules(root: Path) -> Mapping[Path, str]:
    """Every Python module of the four packages by its path."""
    found = {path.relative_to(root): path.read_text("utf-8") for top in PRODUCT for path in (root / top).rglob("*.py")}
    for top in PRODUCT:
        assert any(path.is_relative_to(top) for path in found), f"no module in {top}"
    return found
