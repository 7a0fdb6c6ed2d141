"""What cannot be meant is refused before anything is checked, in one line."""

from __future__ import annotations

import json
import sys

import pytest

from sayso_cli import work

ITEM = "The mill closed on Monday, sources said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two items."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "items" / name).write_text(ITEM)
    return tmp_path


def refused(run, *words):
    """The one line that is said."""
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    return line


@pytest.mark.parametrize(
    "words",
    [
        ("--select", "sourcing", "--ignore", "sourcing"),
        ("--ignore", "all"),
        ("--select", "sourcing/bare-anonymous-source", "--ignore", "sourcing/bare-anonymous-source"),
    ],
)
def test_a_run_without_a_rule_is_no_pass(run, folder, words):
    """Whichever options leave no rule, the exit is 2, with --allow-empty too: that is about items."""
    assert "no rule is left to check with" in refused(run, "check", "items", *words)
    assert "no rule is left" in refused(run, "check", "items", *words, "--allow-empty")


def test_a_configuration_without_a_rule_is_no_pass(run, folder):
    """It is named; rules that run on some paths are enough."""
    text = 'select = ["sourcing"]\nignore = ["sourcing"]\n'
    (folder / "sayso.toml").write_text(text)
    assert "sayso.toml: no rule is left to check with" in refused(run, "check", "items")
    (folder / "sayso.toml").write_text('select = ["dating/date-missing"]\nrules."dating/date-missing" = "off"\n')
    assert run("check", "items", "--fail-on", "never").code == 0  # what is selected by its name runs
    text = 'ignore = ["all"]\n[[paths]]\nmatch = "items/**"\nrules."dating/date-missing" = "error"\n'
    (folder / "sayso.toml").write_text(text)
    assert "no rule is left" in refused(run, "check", "items")


def test_rules_that_cannot_be_imported_are_the_reason(run, folder, monkeypatch):
    """Where the rules themselves are lost, that is told, and not that an option turned them off."""
    monkeypatch.setitem(sys.modules, "sayso_plugins.rules.dating.date_missing", None)
    told = refused(run, "check", "items")
    assert "no rule is left to check with: plugin bundled failed: " in told
    assert "date_missing" in told


def test_a_configuration_below_without_a_rule_is_no_pass(run, folder):
    """The items elsewhere are checked, and the exit is 2 all the same."""
    (folder / "items" / "more").mkdir()
    (folder / "items" / "more" / "c.txt").write_text(ITEM)
    (folder / "items" / "more" / "sayso.toml").write_text('ignore = ["all"]\n')
    ran = run("check", "items", "--format", "json", "--fail-on", "never")
    assert ran.code == 2
    assert "error: items/more/sayso.toml: no rule is left to check with" in ran.err
    assert len(json.loads(ran.out)["items"]) == 3


@pytest.mark.parametrize("command", ["check", "normalize", "show"])
def test_configurations_that_contradict_each_other(run, folder, command):
    """One, and none, cannot both be meant."""
    (folder / "c.toml").write_text("")
    line = refused(run, command, "items", "--no-config", "--config", "c.toml")
    assert "--config c.toml and --no-config contradict each other" in line


@pytest.mark.parametrize("command", ["check", "normalize", "show"])
def test_a_reader_that_is_not_there_is_told_once(run, folder, command):
    """And not for every file; the nearest one is named, or all are listed."""
    line = refused(run, command, "items", "--reader", "nope")
    assert "--reader: there is no reader 'nope'; there are " in line
    assert " plaintext, " in line
    assert "did you mean 'plaintext'?" in refused(run, command, "items", "--reader", "plain-text")


def test_a_day_without_waivers_is_refused(run, folder):
    """Where nothing expires, nobody counts days; with waivers it counts."""
    assert "--as-of 2026-05-04 is the day that waivers expire from" in refused(
        run, "check", "items", "--as-of", "2026-05-04"
    )
    run("waivers", "add", "sourcing/bare-anonymous-source", "items/a.txt", "--reason", "known", "--file", "w.toml")
    words = ("--waivers", "w.toml", "--as-of", "2026-05-04", "--fail-on", "never")
    assert run("check", "items", *words).code == 0


@pytest.mark.parametrize("where", [".", "items", "notes"])
def test_a_cache_takes_no_folder_of_others(run, folder, where):
    """Nothing is written into a folder with other files, whichever way it is named."""
    (folder / "notes").mkdir()
    (folder / "notes" / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n# of another\n")
    before = sorted(folder.rglob("*"))
    assert "no cache of ours; name one of its own" in refused(run, "check", "items", "--cache", where)
    (folder / "sayso.toml").write_text(f'cache = "{where}"\n')
    assert "no cache of ours" in refused(run, "check", "items")
    (folder / "sayso.toml").unlink()
    assert sorted(folder.rglob("*")) == before


def test_a_cache_of_its_own_is_made_found_again_and_may_be_half_made(run, folder):
    """A new folder, an empty one, one of an earlier run, and one that another run is just making."""
    (folder / "empty").mkdir()
    (folder / "half").mkdir()
    (folder / "half" / "CACHEDIR.TAG").write_text("")
    for where in ("new", "empty", "half"):
        for _ in range(2):
            assert run("check", "items", "--cache", where, "--fail-on", "never").code == 0
        assert {"CACHEDIR.TAG", "reports.sqlite"} <= {one.name for one in (folder / where).iterdir()}
    (folder / "new" / "mine.txt").write_text("x")
    assert run("check", "items", "--cache", "new", "--fail-on", "never").code == 0


@pytest.mark.parametrize(("jobs", "processors", "expected"), [(999, 1, 8), (999, 6, 12), (3, 1, 3), (5, 6, 5)])
def test_no_more_processes_are_started_than_are_of_use(run, folder, monkeypatch, jobs, processors, expected):
    """At most two a processor or eight, and never more than there are inputs."""
    started = []

    def pool(engines, jobs):
        started.append(jobs)
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "_pool", pool)
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    assert run("check", "items", "--jobs", jobs).code == 130
    for n in range(20):
        (folder / "items" / f"{n}.txt").write_text(ITEM)
    assert run("check", "items", "--jobs", jobs).code == 130
    assert started == [2, expected]
    assert run("check", "items/a.txt", "--jobs", jobs, "--fail-on", "never").code == 0
    assert started == [2, expected]


def test_quiet_says_what_exit_2_is_for_and_nothing_else(run, folder):
    """Reports, notes and what is accepted are left out; what could not be done is said."""
    (folder / "items" / "x.docx").write_text("no item")
    rate = ("--max-rate", "sourcing/bare-anonymous-source=1%")
    assert run("check", "items", "--quiet", *rate)[1:] == ("", "")
    assert run("baseline", "create", "items").code == 0
    ran = run("check", "items", "--quiet", "--baseline", "sayso.baseline.json", "--cache", "kept")
    assert ran == (0, "", "")
    (folder / "items" / "broken.json").write_text("{")
    ran = run("check", "items", "--quiet")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("sayso: error: items/broken.json")


@pytest.mark.parametrize(
    ("text", "code"),
    [("[tool.sayso]\n", 2), ("[tool]\nsayso = {}\n", 2), ("[tool.other]\n", 0), ("", 0)],
)
def test_init_writes_no_second_configuration(run, folder, text, code):
    """A project that has a table for us has a configuration; one without has none."""
    (folder / "pyproject.toml").write_text(text)
    ran = run("init")
    assert ran.code == code
    assert (folder / "sayso.toml").exists() is (code == 0)
    assert "pyproject.toml: there is one already, [tool.sayso]; it is left as it is" in ran.err or code == 0


def test_init_below_a_configuration_writes_one(run, folder):
    """That a folder above has one is no reason: the nearest counts."""
    (folder / "sayso.toml").write_text("")
    assert run("init", "items").code == 0
    assert "there is one already; it" in refused(run, "init", "items")


def test_init_leaves_out_what_lies_beside_and_counts_the_rest(run, folder):
    """Files that are no items are excluded, every profile is named, and folders that are not listed are counted."""
    from support import engine

    for n in range(12):
        (folder / f"f{n:02}").mkdir()
        (folder / f"f{n:02}" / "a.txt").write_text(ITEM)
    names = ("robots.txt", "humans.txt", "security.txt", "LICENSE.txt", "CHANGELOG.md", "COPYING.txt", "AUTHORS.txt")
    for name in names:
        (folder / name).write_text("x\n")
    ran = run("init")
    assert "sayso: and 5 more files in 5 more folders\n" in ran.err
    text = (folder / "sayso.toml").read_text("utf-8")
    for profile in engine().host.profiles:
        assert profile in text.split("# Severities")[1].split("profile =")[0]
    ran = run("check", *names, "--force-exclude", "--allow-empty", "--format", "json")
    assert json.loads(ran.out)["items"] == []
    assert run("check", *names, "--force-exclude").code == 2
