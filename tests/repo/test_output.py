"""The README shows what the program prints."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from sayso_cli.app import build

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_shows_real_output(capsys, monkeypatch):
    """Every line of output in the README is a line that the main job prints."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "argv", ["sayso"])
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    with pytest.raises(SystemExit) as stop:
        build("check")(["check", "examples/harbour-digest.txt"])
    assert stop.value.code == 1
    printed = set(capsys.readouterr().out.splitlines())
    shown = re.search(
        r"<!-- output: main job, in parts -->\n```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S
    )
    assert shown is not None
    lines = [line for line in shown.group(1).splitlines() if line]
    assert [line for line in lines if line not in printed] == []
