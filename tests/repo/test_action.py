"""The composite action: what its script makes of its inputs, run as GitHub runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed (sayso[markdown])")
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def step(number: int, tmp_path, **given: str) -> tuple[int, list[str]]:
    """The exit code of a step, and the words that the program it starts was given."""
    (tmp_path / "bin").mkdir(exist_ok=True)
    for name in ("sayso", "python"):
        fake = tmp_path / "bin" / name
        fake.write_text('#!/bin/sh\nfor word in "$@"; do echo "$word" >> "$GIVEN"; done\nexit 1\n')
        fake.chmod(0o755)
    script = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"][number]["run"]
    words = tmp_path / "given"
    environment = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GIVEN": str(words),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_ACTION_PATH": "/action",
        **given,
    }
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    ran = subprocess.run(command, env=environment, cwd=tmp_path, check=False)
    return ran.returncode, words.read_text().splitlines()


def test_every_line_of_the_inputs_counts(tmp_path):
    """Paths and arguments may stand on several lines, and none of them is run or expanded."""
    code, words = step(
        2,
        tmp_path,
        SAYSO_PATHS="items\nwire $(touch x) *\n",
        SAYSO_ARGUMENTS="--since origin/main\n--preview\n",
        SAYSO_SARIF="out.sarif",
    )
    assert code == 1
    assert words == [
        *("check", "items", "wire", "$(touch", "x)", "*", "--format", "github"),
        *("--since", "origin/main", "--preview", "--format", "sarif:out.sarif"),
    ]
    assert not (tmp_path / "x").exists()
    assert (tmp_path / "output").read_text() == "exit-code=1\n"


def test_no_arguments_are_none(tmp_path):
    """Empty inputs add no empty words."""
    assert step(2, tmp_path, SAYSO_PATHS=".", SAYSO_ARGUMENTS="", SAYSO_SARIF="")[1] == [
        "check",
        ".",
        "--format",
        "github",
    ]


@pytest.mark.parametrize(("extras", "what"), [("html,feeds", "/action[html,feeds]"), ("", "/action")])
def test_the_extras_are_installed(tmp_path, extras, what):
    """What items need is installed with it."""
    assert step(1, tmp_path, SAYSO_EXTRAS=extras)[1][-1] == what
