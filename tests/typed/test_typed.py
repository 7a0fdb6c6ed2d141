"""The public API as two type checkers see it: programs that pass in strict mode, and mistakes that do not."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

PROGRAMS = Path(__file__).parent / "programs"
RIGHT = ["author.py", "user.py", "tester.py"]
WRONG = "mistakes.py"


def places_of_mistakes() -> set[tuple[str, int]]:
    """File and line of what must be seen."""
    lines = (PROGRAMS / WRONG).read_text("utf-8").splitlines()
    return {(WRONG, number) for number, line in enumerate(lines, 1) if line.endswith("# wrong")}


def installed(tool: str) -> None:
    """Skip where a checker is not there."""
    if importlib.util.find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a checker on copies of the programs, away from the settings of this project."""
    for name in (*RIGHT, WRONG):
        shutil.copy(PROGRAMS / name, folder)
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


def test_mypy_passes_what_is_right_and_sees_what_is_wrong(tmp_path):
    """In strict mode, with no settings of this project, each mistake is an error and nothing else is."""
    installed("mypy")
    ran = run(tmp_path, "mypy", "--strict", "--python-version", "3.11", "--cache-dir", "cache", *RIGHT, WRONG)
    found = re.findall(r"^([\w.]+):(\d+): error: ", ran.stdout, re.MULTILINE)
    assert {(name, int(line)) for name, line in found} == places_of_mistakes(), ran.stdout + ran.stderr


def test_pyright_passes_what_is_right_and_sees_what_is_wrong(tmp_path):
    """In strict mode too, each mistake is an error and nothing else is."""
    installed("pyright")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportUnusedExpression": False,
        # What follows from a mistake is no other mistake.
        "reportUnknownMemberType": False,
        "reportUnknownArgumentType": False,
        "reportUnknownVariableType": False,
        "reportUnknownLambdaType": False,
        "reportUnusedFunction": False,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    ran = run(tmp_path, "pyright", "--pythonpath", sys.executable, "--outputjson")
    if not ran.stdout.lstrip().startswith("{"):
        pytest.skip(f"pyright did not run: {(ran.stdout + ran.stderr).strip()[-200:]}")
    errors = [one for one in json.loads(ran.stdout)["generalDiagnostics"] if one["severity"] == "error"]
    found = {(Path(one["file"]).name, one["range"]["start"]["line"] + 1) for one in errors}
    assert found == places_of_mistakes(), [(one["range"]["start"]["line"] + 1, one["message"]) for one in errors]


def test_the_programs_use_much_of_the_api():
    """They import at least two fifths of the public names, and the mistakes are more than a few."""
    text = "".join((PROGRAMS / name).read_text("utf-8") for name in RIGHT)
    used = {name for name in sayso.__all__ if re.search(rf"\b{name}\b", text)}
    assert len(used) * 5 > len(sayso.__all__) * 2
    assert len(places_of_mistakes()) > 15
