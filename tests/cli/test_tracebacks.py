"""What ``SAYSO_DEBUG=1`` shows of a plugin that fails, and what is said without it."""

from __future__ import annotations

import os

import pytest

CODE = """
from sayso import Exporter, Finding, Format, hookimpl, reader, rule


def divided(by):
    return 1 / by


@reader("nn", "N", version="1", suffixes=[".nn"])
def nn(document, reading):
    divided(0)
    yield reading.draft(document, "x")


@rule("acme/odd", "Odd.", since="1", languages=())
def odd(item):
    '''It fails on all.'''
    yield Finding("before")
    divided(0)


def fails(values, rendering):
    yield ""
    divided(0)


@hookimpl
def sayso_readers():
    return [nn]


@hookimpl
def sayso_rules():
    return [odd]


@hookimpl
def sayso_formats():
    return [Format("fails", "It fails.", fails)]


@hookimpl
def sayso_exporters():
    return [Exporter("fails", "It fails.", fails)]
"""
BROKEN = "\n\n1 / 0\n"
COMMANDS = {
    "reader": ("r.py:6", "check", "a.nn"),
    "reader, two": ("r.py:6", "check", "a.nn", "b.nn", "--jobs", "2"),
    "reader, json": ("r.py:6", "check", "a.nn", "-f", "json"),
    "normalize": ("r.py:6", "normalize", "a.nn"),
    "show": ("r.py:6", "show", "a.nn"),
    "rule": ("r.py:6", "check", "a.txt"),
    "format": ("r.py:6", "check", "a.txt", "-f", "fails"),
    "exporter": ("r.py:6", "normalize", "a.txt", "--to", "fails"),
    "kit": ("r.py:6", "plugins", "check", "r.py"),
    "import, check": ("bad.py:3", "check", "a.txt", "--config", "bad.toml"),
    "import, plugins": ("bad.py:3", "plugins", "--config", "bad.toml"),
    "import, plugins check": ("bad.py:3", "plugins", "check", "bad.py"),
}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_DEBUG", raising=False)
    for name, words in {
        "r.py": CODE,
        "bad.py": BROKEN,
        "sayso.toml": 'local-plugins = ["r.py"]\n',
        "bad.toml": 'local-plugins = ["bad.py"]\n',
        "a.nn": "a",
        "b.nn": "b",
        "a.txt": "The mill closed, Jo Berg said.",
    }.items():
        (tmp_path / name).write_text(words)
    return tmp_path


@pytest.mark.parametrize("what", COMMANDS)
def test_a_failure_of_a_plugin_says_its_line(program, home, what):
    """In the one line of the message, and without a traceback."""
    place, *words = COMMANDS[what]
    ran = program(*words, cwd=home)
    out = (ran.stdout + ran.stderr).decode()
    assert f"ZeroDivisionError: division by zero ({place})" in out
    assert "Traceback" not in out


@pytest.mark.parametrize("what", COMMANDS)
def test_the_traceback_is_shown_where_it_is_asked_for(program, home, what):
    """SAYSO_DEBUG=1 shows the lines of the plugin on standard error, beside the message, which stays as it is."""
    place, *words = COMMANDS[what]
    ran = program(*words, cwd=home, env={**os.environ, "SAYSO_DEBUG": "1"})
    file, line = place.split(":")
    shown = ran.stderr.decode()
    assert "Traceback (most recent call last):" in shown
    assert f'{file}", line {line}, in ' in shown
    assert "/sayso/" not in shown
    assert f"({place})" in shown + ran.stdout.decode()
    assert b"Traceback" not in ran.stdout
