"""Processes of a run that are ended from outside: the report is whole, and names what could not be checked."""

from __future__ import annotations

import json
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
ITEMS = 60
#: A rule whose process is ended while it looks: at one item always, at another the first time.
FATAL = """
import os
import signal
from pathlib import Path

from sayso import hookimpl, rule

ONCE = Path(__file__).parent / "once"


@rule("house/fatal", "Ends.", since="0.1", examples=[])
def fatal(item):
    '''For a test.'''
    if "always" in item.text or ("once" in item.text and not ONCE.exists()):
        ONCE.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


@hookimpl
def sayso_rules():
    return [fatal]
"""


@pytest.fixture
def folder(tmp_path):
    """Many items, and the rule."""
    (tmp_path / "fatal.py").write_text(FATAL)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["fatal.py"]\n')
    (tmp_path / "items").mkdir()
    for number in range(ITEMS):
        (tmp_path / "items" / f"{number:02}.txt").write_text(f"The mill closed {number} days ago, Jo Berg said.\n")
    return tmp_path


@pytest.mark.parametrize(("word", "lost"), [("once", []), ("always", ["items/07.txt"])])
def test_a_process_that_is_ended_costs_no_item_but_its_own(folder, program, word, lost):
    """What was under way beside it is checked again, and an item that ends its process a second time is named."""
    (folder / "items" / "07.txt").write_text(f"The mill closed {word}, Jo Berg said.\n")
    words = ("check", "items", "--format", "json:r.json", "--quiet", "--fail-on", "never", "--jobs", "2")
    ran = program(*words, cwd=folder)
    report = json.loads((folder / "r.json").read_text())
    assert [(one["path"], one["error"]) for one in report["failures"]] == [(path, "process-lost") for path in lost]
    assert report["summary"]["items"] == ITEMS - len(lost)
    assert ran.returncode == (2 if lost else 0)
    assert b"bug" not in ran.stderr
