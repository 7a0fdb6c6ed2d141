"""What a run writes takes the place of nothing that would be missed."""

from __future__ import annotations

import os

import pytest

ITEM = "The mill closed on Monday, sources said.\n"
REGISTER = """[[organisation]]
name = "Larkmoor Mills"
kind = "company"
as_of = 2026-05-04
where = "https://mills.example/report"
"""
WAIVER = '[[waivers]]\nrule = "sourcing/bare-anonymous-source"\nitem = "items/a.txt"\nreason = "known"\n'
OPTIONS = [
    ("--output", "{}"),
    ("--format", "json:{}"),
    ("--accepted", "{}"),
    ("--quarantine", "{}"),
    ("--statistics", "--output", "{}"),
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project whose configuration names everything that it can."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "a.txt").write_text(ITEM)
    (tmp_path / "cited").mkdir()
    (tmp_path / "cited" / "report.txt").write_text("It ran until Monday.\n")
    (tmp_path / "register.toml").write_text(REGISTER)
    (tmp_path / "w.toml").write_text(WAIVER)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("[core]\n")
    return tmp_path


@pytest.fixture
def configured(run, folder):
    """The same, where the configuration names all of them."""
    assert run("baseline", "create", "items", "--file", "base.json").code == 0
    named = 'baseline = "base.json"\nwaivers = "w.toml"\nevidence = ["cited"]\nregister = ["register.toml"]\n'
    (folder / "sayso.toml").write_text(named)
    return folder


def contents(folder):
    """Every file with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


NAMED = [
    "sayso.toml",
    "base.json",
    "w.toml",
    "register.toml",
    "cited/report.txt",
    "cited/new",
    ".git/config",
    ".git/new",
    ".git",
]


@pytest.mark.parametrize("words", OPTIONS, ids=lambda words: words[-2] if len(words) > 2 else words[0])
def test_what_the_configuration_names_is_not_written_over(run, configured, words):
    """Whatever the option, the run ends before it begins, in one line, and every file is as it was."""
    before = contents(configured)
    for name in NAMED:
        ran = run("check", "items", *(word.format(name) for word in words))
        assert (ran.code, ran.out) == (2, ""), name
        (line,) = ran.err.splitlines()
        assert name in line
        assert "would be lost" in line or "cited, which is evidence; write to another folder" in line
    assert contents(configured) == before


def test_what_options_name_is_not_written_over(run, folder):
    """Files that the command line alone names are as safe, by whatever name they are written to."""
    run("baseline", "create", "items", "--file", "base.json")
    (folder / "link.json").symlink_to("base.json")
    os.link("register.toml", "hard.toml")
    before = contents(folder)
    named = ("--baseline", "base.json", "--waivers", "w.toml", "--evidence", "cited", "--register", "register.toml")
    for name in ("base.json", "link.json", "w.toml", "hard.toml", "cited/report.txt"):
        ran = run("check", "items", "--no-config", *named, "--output", name)
        assert ran.code == 2, name
        assert "would be lost" in ran.err or "which is evidence" in ran.err
    assert contents(folder) == before


def test_a_baseline_that_is_not_in_use_is_none_to_write_over(run, folder):
    """What is accepted was decided by somebody, and no run makes it again; nor does one make a file of waivers."""
    run("baseline", "create", "items", "--file", "base.json")
    before = contents(folder)
    for name in ("base.json", "sayso.waivers.toml", "sayso.toml"):
        assert "would be lost" in run("check", "items", "--no-config", "--output", name).err
    assert contents(folder) == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_configuration_below_names_is_not_written_over(run, folder, jobs):
    """A folder with a configuration of its own is met on the way; nothing is put in its place by then."""
    (folder / "items" / "sayso.toml").write_text('register = ["../register.toml"]\n')
    (folder / "b.txt").write_text(ITEM)
    before = contents(folder)
    for option in ("--output", "--accepted"):
        ran = run("check", "b.txt", "items/a.txt", option, "register.toml", "--jobs", jobs)
        assert ran.code == 2
        assert "register.toml is a register, and would be lost" in ran.err
    assert contents(folder) == before


def test_reports_of_earlier_runs_are_written_anew(run, configured):
    """A report may stand where one stood, beside the items too."""
    for name in ("items/r.json", "r.json"):
        for _ in range(2):
            assert run("check", "items", "--format", f"json:{name}", "--fail-on", "never").code == 0


def test_a_new_baseline_replaces_a_baseline_and_nothing_else(run, configured):
    """By force too: an item, the configuration, what it names and somebody's notes stay as they are."""
    (configured / "notes.md").write_text("Ask Jo Berg.\n")
    (configured / "empty.json").write_text("")
    before = contents(configured)
    for name in ("items/a.txt", "sayso.toml", "w.toml", "register.toml", "notes.md", "cited/report.txt"):
        ran = run("baseline", "create", "items", "--force", "--file", name)
        assert (ran.code, ran.out) == (2, ""), name
        assert f"{name} is " in ran.err
    assert contents(configured) == before
    for name in ("base.json", "empty.json"):
        assert run("baseline", "create", "items", "--force", "--file", name).code == 0
