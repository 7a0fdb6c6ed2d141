"""Wheels of plugins in tests: built, put on a path, and used in processes of their own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SAYSO = (sys.executable, "-c", "from sayso_cli.main import main; main()")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "sayso.testing.pytest_plugin", "-p", "no:cacheprovider")
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
#: What a folder of a distribution may hold that is no part of it.
LEFT = shutil.ignore_patterns("__pycache__", ".*_cache", "dist", "build")


def built(folder: Path, out: Path) -> Path:
    """The wheel of a distribution, built from a copy; skips where nothing here can build one."""
    out.mkdir(parents=True, exist_ok=True)
    copy = shutil.copytree(folder, out / "source", ignore=LEFT)
    if importlib.util.find_spec("hatchling") is not None:
        command = [sys.executable, "-c", BUILD, str(out)]
    elif importlib.util.find_spec("pip") is not None:
        # Without hatchling, pip brings it for the build, from wherever it brings packages.
        options = ("--no-deps", "--disable-pip-version-check", "--retries", "0", "--timeout", "10", "-q")
        command = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(out), str(copy)]
    else:
        pytest.skip("neither hatchling nor pip is installed")
    ran = subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=120, check=False)
    if ran.returncode and "hatchling" not in command[2]:
        pytest.skip(f"hatchling is not installed, and pip could not bring it: {ran.stderr.strip()[-200:]}")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


def installed(wheel: Path, site: Path) -> Path:
    """A wheel without compiled parts on a path, as an installer lays it down."""
    with zipfile.ZipFile(wheel) as archive:
        assert not any(".data/" in name for name in archive.namelist())
        archive.extractall(site)
    return site


def run(command: tuple[str, ...], *words: str, site: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process that has a plugin on its path."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        [*command, *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def suite_of(tests: Path, settings: Path, site: Path, folder: Path) -> str:
    """Run the tests of a distribution on what is installed, without its source; what pytest says at the end."""
    folder.mkdir()
    shutil.copytree(tests, folder / "tests", ignore=LEFT)
    shutil.copy(settings, folder / "pyproject.toml")
    ran = run(PYTEST, site=site, folder=folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout.strip().rpartition("\n")[2]
