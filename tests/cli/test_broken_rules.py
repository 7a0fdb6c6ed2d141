"""Rules of somebody's that fail: each is named, and takes neither another rule nor another item with it."""

from __future__ import annotations

import json
import os
import sys
import types
from xml.etree import ElementTree

import pytest

import sayso_plugins.plugin as bundled
from sayso import Engine, Finding, Span, hookimpl, rule
from sayso.validation import validate
from support import findings

BARE = "Sources said the deal was dead."
ITEMS = [{"text": f"Broken. {BARE}"}, {"text": BARE}]
#: A plugin with a rule that fails on some items, one that fails half way, and one that works.
ACME = """
from sayso import Finding, hookimpl, rule

ABOUT = {"since": "1", "languages": (), "cure": "Mend it."}


@rule("acme/fails", "Fails.", **ABOUT)
def fails(item):
    '''Fail where the text says so.'''
    if item.text.startswith("Broken"):
        raise KeyError("via")
    return ()


@rule("acme/half-way", "Fails behind its first finding.", **ABOUT)
def half_way(item):
    '''Say something, and fail.'''
    yield Finding("half of it")
    if item.text.startswith("Broken"):
        raise ValueError("two\\nlines, \\x1b[31mred, and " + "long " * 400)


@rule("acme/works", "Works.", **ABOUT)
def works(item):
    '''Say that it was here.'''
    yield Finding("here", facts=("/outlet",))


@hookimpl
def sayso_rules():
    return [fails, half_way, works]
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The plugin, installed as a distribution of somebody's; gives the environment for a process of its own."""
    home = tmp_path / "site"
    info = home / "acme_sayso-1.0.dist-info"
    info.mkdir(parents=True)
    (home / "acme_sayso.py").write_text(ACME, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-sayso\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[sayso]\nacme = acme_sayso\n", "utf-8")
    monkeypatch.syspath_prepend(home)
    monkeypatch.delitem(sys.modules, "acme_sayso", raising=False)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(home), os.environ.get("PYTHONPATH", "")])}


@pytest.fixture
def file(tmp_path):
    """Two items in one file: rules fail on the first."""
    made = tmp_path / "items.jsonl"
    made.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    return made


def test_rules_that_fail_are_named_with_plugin_and_place_and_exit_2(program, installed, file):
    """One line a failure: the file, the line of the item in it, the rule, the plugin and the error."""
    ran = program("check", file, "--format", "concise", env=installed)
    assert ran.returncode == 2
    first, second = ran.stderr.decode().splitlines()
    assert first.endswith(
        "items.jsonl:line 1: rule acme/fails (plugin acme) failed: KeyError: 'via' (acme_sayso.py:11)"
    )
    assert "items.jsonl:line 1: rule acme/half-way (plugin acme) failed: ValueError: two lines, \\x1b[31mred" in second
    assert len(second.partition(": rule ")[2]) < 400
    assert "Traceback" not in first + second


def test_the_other_rules_and_items_finish(run, installed, file):
    """Bundled and foreign rules find on both items what they find without it; of a rule that failed half way, nothing
    is kept of that item; the report is valid and has the failures.
    """
    report = json.loads(run("check", file, "--format", "json").out)
    assert validate(report, "report") == ()
    found = [[one["rule"] for one in item["findings"]] for item in report["items"]]
    alone = json.loads(run("check", file, "--format", "json", "--no-plugins").out)
    expected = [[one["rule"] for one in item["findings"]] for item in alone["items"]]
    assert [[name for name in names if not name.startswith("acme/")] for names in found] == expected
    assert [sorted(name for name in names if name.startswith("acme/")) for names in found] == [
        ["acme/works"],
        ["acme/half-way", "acme/works"],
    ]
    assert [(one["error"], one["locator"]) for one in report["failures"]] == [("rule-crash", "line 1")] * 2


def test_a_failure_is_exit_2_whatever_fails_the_build(run, installed, file):
    """--fail-on never is about findings: a rule that could not work is never passed over; without it all is well."""
    assert run("check", file, "--fail-on", "never").code == 2
    assert run("check", file, "--fail-on", "never", "--ignore", "acme").code == 0
    assert run("check", file, "--fail-on", "never", "--no-plugins").code == 0


def test_an_item_that_a_rule_failed_on_does_not_pass(run, installed, file, tmp_path):
    """It waits beside its failures, whatever level fails the run; nor is it a case of JUnit with nothing found."""
    words = ("--select", "acme/fails", "--fail-on", "never", "--quiet")
    words += ("--accepted", tmp_path / "ok.jsonl", "--quarantine", tmp_path / "no.jsonl")
    assert run("check", file, *words, "--format", f"junit:{tmp_path / 'r.xml'}").code == 2
    passed, waits = (
        [json.loads(line) for line in (tmp_path / name).read_text().splitlines()] for name in ("ok.jsonl", "no.jsonl")
    )
    assert [one["item"] for one in passed] == ITEMS[1:]
    assert [one.get("item", one.get("error")) for one in waits] == [ITEMS[0], "rule-crash"]
    made = ElementTree.parse(tmp_path / "r.xml")
    cases = [(one.get("name"), one.get("tests")) for one in made.getroot() if one.get("name") != "sayso"]
    assert cases == [(f"{file}: line 1", "1"), (f"{file} (line 2)", "1")]


def broken(check) -> Engine:
    """An engine with the bundled rules and one of somebody's."""
    module = types.ModuleType("acme")
    made = rule("acme/odd", "Odd.", since="1", languages=())(check)
    module.sayso_rules = hookimpl(lambda: [made], specname="sayso_rules")  # type: ignore[attr-defined]
    return Engine(plugins=[bundled, module])


def endless(item):
    """Call itself."""
    return endless(item)


def nothing(item):
    """Give back what cannot be walked."""
    return


class Wordless(Exception):
    """An error that cannot even say what it is."""

    def __str__(self):
        raise RuntimeError("no words")


def leave():
    """Leave the program, as a script would."""
    raise SystemExit(0)


def wordless():
    """Fail without words."""
    raise Wordless


@pytest.mark.parametrize(
    "check",
    [
        endless,
        nothing,
        lambda item: ["a message"],
        lambda item: [Finding("behind the end", (Span(3, 4000),))],
        lambda item: [Finding("beside the end", related=(Span(3, 4000),))],
        lambda item: leave(),
        lambda item: wordless(),
        lambda item: [Finding("x", severity="warning")],
        lambda item: [Finding("x", [Span(0, 3)])],
        lambda item: [Finding("x", facts=3)],
        lambda item: [Finding("x", confidence="high")],
        lambda item: [Finding(3)],
    ],
)
def test_whatever_a_rule_does_it_is_named_and_the_others_find(check):
    """An endless call, a finding that is none or that points nowhere: a failure of that rule on each item, in the place
    of the item, and what the others find is all there.
    """
    reports = list(broken(check).check_many(ITEMS))
    for report in reports:
        (failure,) = report.failures
        assert failure.error == "rule-crash"
        assert failure.message.startswith("rule acme/odd (plugin acme) failed: ")
        assert "\n" not in failure.message
        assert findings(report, "sourcing/bare-anonymous-source") == [("Sources",)]
