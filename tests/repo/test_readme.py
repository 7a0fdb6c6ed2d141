"""What the README promises is what runs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

COMMANDS = {
    "main job": "python3 -m venv .venv && .venv/bin/pip install -q . "
    "&& .venv/bin/sayso check examples/harbour-digest.txt",
    "tests": ".venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest -q -n auto --dist loadfile",
}


def blocks(readme: str, name: str) -> list[str]:
    return re.findall(rf"^<!-- command: {name} -->\n+```\w*\n(.*?)\n```$", readme, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_gives_each_command_once(root: Path, name: str) -> None:
    """A reader finds the command, marked, one time, and it is the one that is known to work."""
    assert blocks((root / "README.md").read_text("utf-8"), name) == [COMMANDS[name]]


def test_ci_runs_the_commands_of_the_readme(root: Path) -> None:
    """`.ci/run` takes both commands from the README, unchanged and in that order."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("no bash")
    shown = subprocess.run([bash, ".ci/run", "--show"], cwd=root, capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines() == list(COMMANDS.values())


def test_ci_has_no_second_copy_of_a_command(root: Path) -> None:
    """`.ci/run` spells out neither the main job nor the test command, so neither can drift."""
    script = (root / ".ci/run").read_text("utf-8")
    assert "sayso check" not in script
    assert "pytest -q" not in script
    assert 'bash -c "$main_job"' in script
    assert 'bash -c "$tests"' in script


def test_the_file_that_the_readme_checks_is_here(root: Path) -> None:
    """The main job needs nothing that a clone does not bring."""
    assert (root / COMMANDS["main job"].split()[-1]).is_file()
