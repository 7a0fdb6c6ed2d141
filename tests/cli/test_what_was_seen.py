"""What a run saw beside its items is in its reports, as on standard error; and JUnit fails where the run does."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

#: A date and an outlet, so that nothing but the speaker is missing.
CONFIG = 'select = ["sourcing/bare-anonymous-source"]\n'
ITEM = "The mill will close, sources said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two items with a finding, and a file that nobody reads."""
    (tmp_path / "items").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "items" / name).write_text(ITEM)
    (tmp_path / "items" / "x.docx").write_text("no item")
    (tmp_path / "sayso.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def coverage(out: str) -> dict:
    """What a JSON report says was seen."""
    return json.loads(out)["coverage"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_inputs_and_skipped_files_are_counted(run, folder, jobs):
    """Every input counts once, whatever way it was checked, and files that nobody reads have their reason."""
    known = coverage(run("check", "items", "--format", "json", "--jobs", jobs).out)
    assert known["inputs"] == 2
    assert [(one["kind"], one["detail"], one["number"]) for one in known["skipped"]] == [("file", ".docx", 1)]
    assert (known["accepted"], known["waived"]) == (0, 0)


def test_accepted_and_waived_findings_are_counted(run, folder):
    """What a baseline accepts and a waiver lets stand is no finding, and is told by number."""
    assert run("baseline", "create", "items/a.txt").code == 0
    known = coverage(run("check", "items", "--baseline", "sayso.baseline.json", "--format", "json").out)
    assert known["accepted"] >= 1
    (folder / "w.toml").write_text(
        '[[waivers]]\nrule = "sourcing/bare-anonymous-source"\nitem = "items/b.txt"\nreason = "known"\n'
    )
    ran = run("check", "items", "--waivers", "w.toml", "--format", "json")
    assert coverage(ran.out)["waived"] == 1, ran.err


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_pages_have_it_too(run, folder, name):
    """A page that somebody is sent says what was not read."""
    out = run("check", "items", "--format", name).out.replace("\\", "")
    assert "inputs: 2" in out
    assert "skipped 1 file (.docx): no reader reads them" in out


def failures(run, *words: str) -> tuple[int, int]:
    """The exit code, and the failures of the JUnit report."""
    ran = run("check", "items", "--format", "junit", *words)
    return ran.code, len(ElementTree.fromstring(ran.out).findall(".//failure"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (0, 0)),
        (("--fail-on", "warning"), (1, 2)),
        (("--fail-on", "never"), (0, 0)),
        (("--fail-on", "warning", "--max-rate", "sourcing/bare-anonymous-source=100%"), (0, 0)),
        (("--fail-on", "warning", "--max-rate", "sourcing/bare-anonymous-source=10%"), (1, 1)),
    ],
)
def test_junit_fails_where_the_run_does(run, folder, words, expected):
    """There are failures in the file where the exit code is 1, and only there."""
    assert failures(run, *words) == expected


def test_each_configuration_has_its_level(run, folder):
    """Where the nearest configuration of a folder sets another level, its items fail by that one."""
    (folder / "items" / "strict").mkdir()
    (folder / "items" / "strict" / "c.txt").write_text(ITEM)
    (folder / "items" / "strict" / "sayso.toml").write_text(CONFIG + 'fail-on = "warning"\n')
    assert failures(run) == (1, 1)
    assert failures(run, "--fail-on", "error") == (0, 0)


def test_a_run_that_could_check_nothing_says_so(run, folder):
    """Where no input could be read, nothing says that nothing was found."""
    ran = run("check", "nowhere", "neither")
    assert (ran.code, ran.out) == (2, "nothing could be checked: 2 inputs could not be read\n")
