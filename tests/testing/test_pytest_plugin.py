"""The examples of rules as tests of pytest."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

RULES = '''
from sayso import Clean, Finding, Flagged, Span, hookimpl, rule

@rule("house/game", "x", since="1", examples=[Flagged("A game.", at="game"), Clean("None."), Clean("{last}")])
def game(item):
    """x"""
    at = item.text.find("game")
    if at >= 0:
        yield Finding("x", (Span(at, at + 4),))

@hookimpl
def sayso_rules():
    return [game]
'''
WORDS = """
[[rules]]
name = "house/cant"
summary = "Cant."
why = "It says nothing to a reader."
words = ["world-class"]
[rules.examples]
flagged = [{ text = "A world-class mill.", at = "world-class" }]
"""


@pytest.fixture
def project(tmp_path):
    """A project with a plugin in a file, one in a module, and a test of its own."""
    (tmp_path / "words.toml").write_text(WORDS, "utf-8")
    (tmp_path / "house_game.py").write_text(RULES.replace("{last}", "Nothing."), "utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\nsayso_plugins = ["house_game", "words.toml"]\npythonpath = ["."]\n', "utf-8"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_own.py").write_text("def test_own(): pass\n", "utf-8")

    def go(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-p", "sayso.testing.pytest_plugin", "-p", "no:cacheprovider"]
        env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        return subprocess.run(
            [*command, *arguments], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120, check=False
        )

    go.folder = tmp_path  # type: ignore[attr-defined]
    return go


def test_each_example_is_a_test_with_a_name_that_says_what_it_is(project):
    """Beside the project's own tests, with the rule, the kind and the words."""
    ran = project("--collect-only", "-q")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "sayso::house/game[1 flagged: A game.]" in ran.stdout
    assert "house/game[3 clean: Nothing.]" in ran.stdout
    assert "house/cant[1 flagged: A world-class mill.]" in ran.stdout
    assert "5 tests collected" in ran.stdout


def test_an_example_that_does_not_hold_fails_with_what_was_found(project):
    """No traceback of the kit's: the text, with carets under the words."""
    (project.folder / "house_game.py").write_text(RULES.replace("{last}", "The game."), "utf-8")
    ran = project("-q", "-k", "house")
    assert ran.returncode == 1
    assert "house/game is Clean at [], and found ['game'] in:\nThe game.\n    ^^^^\n" in ran.stdout
    assert "1 failed, 3 passed, 1 deselected" in ran.stdout
    assert "Traceback" not in ran.stdout


def test_who_names_a_file_gets_that_file(project):
    """Examples run with folders, and not where single files or tests are named."""
    assert "1 passed" in project("-q", "tests/test_own.py").stdout
    assert "5 passed" in project("-q", "tests").stdout


def test_a_plugin_that_cannot_be_had_stops_the_run(project):
    """Silence would look like success."""
    ran = project("-q", "-o", "sayso_plugins=house_gone")
    assert ran.returncode == 4
    assert "sayso_plugins: house_gone: ModuleNotFoundError" in ran.stderr
