"""What a plugin does that it should not: it takes neither the output nor another plugin with it, and is named."""

from __future__ import annotations

import json
import os
import signal
import sys

import pytest

from sayso.validation import validate

LOUD = """
import logging
import sys
import warnings

from sayso import Finding, Format, Exporter, hookimpl, rule

print("loading")
ABOUT = {"since": "1", "languages": (), "cure": "Mend it."}


@rule("acme/loud", "Loud.", **ABOUT)
def loud(item):
    '''Print in every way there is.'''
    print("checking")
    print("checking", file=sys.stderr)
    sys.stdout.buffer.write(b"bytes")
    sys.stdout.writelines(["a line", chr(10)])
    logging.getLogger("acme").warning("logged")
    warnings.warn("warned")
    yield Finding("here")


@rule("acme/meddler", "Meddles.", **ABOUT)
def meddler(item):
    '''Change what all rules share.'''
    item.record = None
    return ()


@rule("acme/changer", "Changes.", **ABOUT)
def changer(item):
    '''Change a record.'''
    item.record.headline = "Mine"
    return ()


@rule("acme/slow", "Slow.", **ABOUT)
def slow(item):
    '''Never come back where the text says so.'''
    while "Slow" in item.text:
        pass
    return ()


def fails(values, rendering):
    for value in values:
        raise KeyError("field")
    yield ""


def numbers(values, rendering):
    yield from (1 for value in values)


def whole(values, rendering):
    return "a text"


def blind(values, rendering):
    yield "nothing\\n"


@hookimpl
def sayso_rules():
    return [loud, meddler, changer, slow]


@hookimpl
def sayso_formats():
    renders = {"broken": fails, "numbers": numbers, "blind": blind, "whole": whole}
    return [Format(name, "Odd", render) for name, render in renders.items()]


@hookimpl
def sayso_exporters():
    return [Exporter("broken", "Fails", fails), Exporter("blind", "Blind", blind)]
"""
LEAVES = "import sys\nsys.exit(0)\n"
pytestmark = pytest.mark.filterwarnings("ignore:warned")
needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signal here")


def install(home, name, code):
    """A distribution of somebody's."""
    info = home / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (home / f"{name}_sayso.py").write_text(code, "utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[sayso]\n{name} = {name}_sayso\n", "utf-8")


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """The environment of a process in which the plugins are installed; here they are too."""
    home = tmp_path / "site"
    install(home, "acme", LOUD)
    monkeypatch.syspath_prepend(home)
    monkeypatch.delitem(sys.modules, "acme_sayso", raising=False)
    monkeypatch.delenv("SAYSO_DEBUG", raising=False)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(home), os.environ.get("PYTHONPATH", "")])}


@pytest.fixture
def files(tmp_path):
    """A folder of items, one of them slow."""
    folder = tmp_path / "items"
    folder.mkdir()
    for name, text in (("a", "The mill closed."), ("b", "Slow mill."), ("c", "The port opened.")):
        (folder / f"{name}.txt").write_text(f"{text}\n")
    return folder


def only(*rules):
    """Options to run these rules alone."""
    return ("--no-config", "--select", ",".join(f"acme/{one}" for one in rules))


def test_what_a_plugin_prints_is_kept_out_and_told_once(program, environment, files):
    """However it prints, the report is valid JSON, and one line names the plugin."""
    ran = program("check", files, "-f", "json", *only("loud"), env=environment)
    assert ran.returncode == 0, ran.stderr
    report = json.loads(ran.stdout)
    assert validate(report, "report") == ()
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("sayso: plugin 'acme' printed 'loading' and ")
    assert line.endswith("which is kept out; SAYSO_DEBUG=1 shows it")


def test_in_other_processes_too(program, environment, files):
    """What is printed where --jobs checks is told here, and the output is that of one process."""
    alone, many = (program("check", files, *only("loud"), "-j", jobs, env=environment) for jobs in (1, 2))
    assert alone.stdout == many.stdout
    assert len(many.stderr.splitlines()) == 1
    assert b"plugin 'acme' printed" in many.stderr


def test_the_words_of_a_plugin_can_be_had(program, environment, files):
    """SAYSO_DEBUG=1 puts them on standard error, as they come."""
    ran = program("check", files / "a.txt", "-f", "json", *only("loud"), env={**environment, "SAYSO_DEBUG": "1"})
    assert json.loads(ran.stdout)["summary"]["findings"] == 1
    assert b"\nchecking\n" in ran.stderr
    assert b"warned" in ran.stderr
    assert ran.stderr.decode().splitlines()[-1].endswith(", which is kept out; it is shown above")


def test_records_of_normalize_stay_whole(run, environment, files):
    """Every command that writes for programs keeps its output to itself."""
    ran = run("normalize", files / "a.txt", "--no-config")
    assert [json.loads(line)["content"]["text"] for line in ran.out.splitlines()] == ["The mill closed.\n"]
    assert ran.err.count("plugin 'acme' printed") == 1


def test_the_streams_are_given_back(run, environment, files):
    """After a command, whoever runs it prints as before."""
    before = sys.stdout, sys.stderr
    run("check", files, *only("loud"))
    assert (sys.stdout, sys.stderr) == before


def test_what_is_shared_cannot_be_changed(run, environment, files):
    """A rule that sets a field of the item or of its record fails, by name; other rules see them as they were."""
    ran = run("check", files / "a.txt", "-f", "concise", *only("meddler", "changer", "loud"))
    assert ran.code == 2
    assert "rule acme/meddler (plugin acme) failed: AttributeError: an item is read and not changed" in ran.err
    assert "rule acme/changer (plugin acme) failed: FrozenInstanceError" in ran.err
    assert "acme/loud here" in ran.out


@needs_timer
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_slow_rule_is_stopped_and_named(program, environment, files, jobs):
    """In this process and in others: the item is named, the other items and rules are checked, and the exit is 2."""
    options = ("--timeout-per-item", "0.3", "-j", jobs, "-f", "concise")
    ran = program("check", files, *options, *only("slow", "loud"), env=environment, cwd=files)
    assert ran.returncode == 2
    (line,) = [line for line in ran.stderr.decode().splitlines() if "error" in line]
    assert line.endswith("b.txt: rule acme/slow (plugin acme) was stopped: the item took longer than 0.3 s")
    assert ran.stdout.count(b"acme/loud here") == 3


def test_what_is_no_time_is_refused(run, environment, files):
    """Nothing is checked under a limit that nobody meant."""
    for seconds in ("0", "1e-9", "0.0099", "-1", "nan", "1e9"):
        ran = run("check", files, "--timeout-per-item", seconds)
        assert (ran.code, ran.out) == (2, ""), seconds
        assert "0.01 or more" in ran.err


@needs_timer
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_shortest_time_stops_items_and_not_the_run(program, tmp_path, jobs):
    """Many items under it end with a report in which each is checked or named, and standard error has no traceback."""
    text = " ".join(f"The mill {n} closed, Ana Ruiz, its owner, said on Monday." for n in range(40))
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"text": f"{text} {n}"}) + "\n" for n in range(40)))
    (tmp_path / "more.jsonl").write_text("".join(json.dumps({"text": f"{n} {text}"}) + "\n" for n in range(40)))
    ran = program("check", tmp_path, "--no-config", "-f", "json", "--timeout-per-item", "0.01", "-j", jobs)
    assert ran.returncode in (1, 2), ran.stderr
    report = json.loads(ran.stdout)
    assert validate(report, "report") == ()
    assert {one["error"] for one in report["failures"]} <= {"timeout"}
    known = {(one["path"], one["locator"]) for kind in ("items", "failures") for one in report[kind]}
    ended = {path for path, locator in known if locator is None}
    for path in {path for path, _ in known} - ended:
        assert len([locator for one, locator in known if one == path]) == 40
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "-f", "broken"), "plugin 'acme': format broken failed: KeyError: 'field'"),
        (("check", "-f", "whole"), "format whole failed: TypeError: it returns str; it yields its texts, or returns a"),
        (("check", "-f", "numbers"), "plugin 'acme': format numbers failed: TypeError: it yields text, not int"),
        (("normalize", "--to", "broken"), "plugin 'acme': exporter broken failed: KeyError: 'field'"),
    ],
)
def test_a_format_or_exporter_that_fails_is_named(run, environment, files, arguments, said):
    """It is the plugin's mistake, and no bug of sayso."""
    command, *options = arguments
    ran = run(command, files / "a.txt", "--no-config", *options)
    assert ran.code == 2
    assert said in ran.err
    assert "bug in sayso" not in ran.err


def test_what_a_format_leaves_unread_is_checked_all_the_same(run, environment, files):
    """One that looks at nothing does not make findings none, nor the items absent."""
    ran = run("check", files / "a.txt", "--no-config", "-f", "blind", *only("loud"), "--fail-on", "info")
    assert (ran.code, ran.out) == (1, "nothing\n")
    ran = run("normalize", files / "a.txt", "--no-config", "--to", "blind")
    assert (ran.code, ran.out) == (0, "nothing\n")


def test_a_plugin_that_leaves_when_imported_takes_only_itself(program, environment, files, tmp_path):
    """sys.exit in a plugin would be exit code 0 for a check that never ran."""
    install(tmp_path / "site", "leaver", LEAVES)
    ran = program("check", files / "a.txt", "-f", "json", *only("loud"), env=environment)
    assert ran.returncode == 2
    assert json.loads(ran.stdout)["summary"]["items"] == 1
    assert b"plugin 'leaver' (leaver): cannot be imported: SystemExit: 0" in ran.stderr
