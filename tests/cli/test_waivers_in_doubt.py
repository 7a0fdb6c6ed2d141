"""What a run has not wholly seen it says nothing of: no waiver is of no use, and nothing that is accepted is gone."""

from __future__ import annotations

import json
import subprocess

import pytest

RULE = "sourcing/bare-anonymous-source"
BAD = "The mill will close in May, sources said. Its owner Jo Berg told nobody.\n"
GOOD = "The ferry of {0} will sail in June, its owner Ana Ruiz said.\n"
#: A rule that fails on some items.
FAILING = """
from sayso import Finding, Span, hookimpl, rule


@rule("house/mill", "Says mill.", since="0.1", examples=[])
def mill(item):
    '''For a test.'''
    if (item.record.uri.value or "").endswith("/broken"):
        raise ValueError("no")
    at = item.text.find("mill")
    if at >= 0:
        yield Finding("a mill", (Span(at, at + 4),))


@hookimpl
def sayso_rules():
    return [mill]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Rows, of which the last has the finding that is waived."""
    monkeypatch.chdir(tmp_path)
    rows = [{"text": GOOD.format(place)} for place in ("Vell", "Orsa")] + [{"text": BAD}]
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "w.toml").write_text(f'[[waivers]]\nrule = "{RULE}"\nitem = "items/rows.jsonl"\nreason = "known"\n')
    (tmp_path / "sayso.toml").write_text('waivers = "w.toml"\n')
    return tmp_path


def local(folder, rows):
    """The rule that fails, with a waiver of its own, and rows for it."""
    (folder / "house.py").write_text(FAILING)
    (folder / "sayso.toml").write_text('waivers = "w.toml"\nlocal-plugins = ["house.py"]\nselect = ["house"]\n')
    (folder / "w.toml").write_text((folder / "w.toml").read_text().replace(RULE, "house/mill"))
    (folder / "items" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def git(*words):
    """Run git as somebody."""
    who = ("-c", "user.name=desk", "-c", "user.email=desk@herald.example")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def said_of_waivers(run, *words):
    """Whether a check says that the waiver is of no use."""
    ran = run("check", "items", "--format", "concise", "--fail-on", "never", *words)
    return "waivers/unused" in ran.out


@pytest.mark.parametrize("words", [(), ("--limit", "1"), ("--min-confidence", "0.99")])
def test_a_waiver_is_of_use_where_its_finding_was_not_looked_for(run, folder, words):
    """A row beyond the limit, and a finding that is not sure enough."""
    assert not said_of_waivers(run, *words)


def test_a_waiver_of_no_use_is_told_where_all_was_seen(run, folder):
    """And nowhere else: with fewer rows than there are, nobody knows."""
    rows = folder / "items" / "rows.jsonl"
    rows.write_text(rows.read_text().replace("sources", "Ana Ruiz"))
    assert said_of_waivers(run)
    assert said_of_waivers(run, "--limit", "3")
    assert not said_of_waivers(run, "--limit", "2")


def test_a_waiver_is_of_use_where_its_row_is_unchanged(run, folder):
    """With --since only some rows are looked at."""
    git("init", "-q", "-b", "main", ".")
    git("add", "-A")
    git("commit", "-qm", "Items")
    rows = folder / "items" / "rows.jsonl"
    rows.write_text(rows.read_text().replace("Vell", "Hallin"))
    assert not said_of_waivers(run, "--since", "main")


def test_a_waiver_of_many_files_is_judged_by_all_of_them(run, folder):
    """One of them without the finding tells nothing of the others."""
    (folder / "w.toml").write_text((folder / "w.toml").read_text().replace("items/rows.jsonl", "items/*"))
    (folder / "items" / "a.txt").write_text(GOOD.format("Hallin"))
    words = ("--format", "concise", "--fail-on", "never")
    assert "waivers/unused" not in run("check", "items/a.txt", *words).out
    (folder / "items" / "rows.jsonl").unlink()
    assert "waivers/unused" in run("check", "items", *words).out


@pytest.mark.parametrize("waived", ["items/rows.jsonl", "https://herald.example/broken", "items/*"])
def test_a_waiver_stays_where_its_rule_failed(run, folder, waived):
    """The check does not call it useless, and pruning leaves it, with exit code 2."""
    local(folder, [{"text": "It is fine."}, {"text": BAD, "url": "https://herald.example/broken"}])
    (folder / "w.toml").write_text((folder / "w.toml").read_text().replace("items/rows.jsonl", waived))
    assert not said_of_waivers(run)
    before = (folder / "w.toml").read_text()
    ran = run("waivers", "prune", "items")
    assert (ran.code, "1 waiver stays" in ran.out) == (2, True)
    assert (folder / "w.toml").read_text() == before


@pytest.mark.parametrize("setting", ["min-confidence = 0.99\n", "[limits]\nitems = 1\n"])
def test_pruning_looks_at_all_whatever_a_check_leaves_out(run, folder, setting):
    """At rows beyond the limit, and at findings that are not sure enough for the house."""
    (folder / "sayso.toml").write_text(f'waivers = "w.toml"\n{setting}')
    ran = run("waivers", "prune", "items")
    assert (ran.code, "1 waiver stays" in ran.out) == (0, True)
    rows = folder / "items" / "rows.jsonl"
    rows.write_text(rows.read_text().replace("sources", "Ana Ruiz"))
    assert "0 waivers stay" in run("waivers", "prune", "items").out


def test_pruning_keeps_what_is_for_a_rule_on_many_items(run, folder):
    """Such a rule does not run while pruning."""
    from sayso import CorpusRule, Engine

    rule = next(one.name for one in Engine().host.rules.values() if isinstance(one, CorpusRule))
    (folder / "w.toml").write_text((folder / "w.toml").read_text().replace(RULE, rule))
    assert "1 waiver stays" in run("waivers", "prune", "items").out


@pytest.mark.parametrize("setting", ["min-confidence = 0.99\n", "[limits]\nitems = 1\n"])
def test_an_update_keeps_what_a_check_leaves_out(run, folder, setting):
    """What is accepted of rows beyond the limit, and of findings that are not sure enough now."""
    (folder / "sayso.toml").write_text("")
    assert run("baseline", "create", "items").code == 0
    before = (folder / "sayso.baseline.json").read_text()
    (folder / "sayso.toml").write_text(setting)
    assert "+0/-0" in run("baseline", "update", "items").out
    assert "+0/-0" in run("baseline", "update", "items", "--accept-new").out
    (folder / "sayso.toml").write_text("")
    assert (folder / "sayso.baseline.json").read_text() == before


def test_an_update_keeps_what_a_rule_accepted_that_fails_now(run, folder):
    """Where the failure is accepted, what stood there is not taken for mended."""
    local(folder, [{"text": BAD, "url": "https://herald.example/mill"}])
    (folder / "w.toml").write_text("")
    assert run("baseline", "create", "items").code == 0
    (folder / "house.py").write_text(FAILING.replace("/broken", "/mill"))
    assert "+0/-0 findings" in run("baseline", "update", "items", "--accept-failures").out


UNUSED = "waivers/unused"


@pytest.mark.parametrize(
    ("words", "setting", "level"),
    [
        (("--ignore", "waivers"), "", None),
        ((), 'ignore = ["waivers/unused"]\n', None),
        ((), f'[rules]\n"{UNUSED}" = "off"\n', None),
        ((), f'[rules]\n"{UNUSED}" = "info"\n', "info"),
        (("--ignore", "waivers/expired"), "", "warning"),
    ],
)
def test_what_is_said_of_waivers_can_be_ignored_and_changed(run, folder, words, setting, level):
    """By its own name or as a family, as what a rule says."""
    rows = folder / "items" / "rows.jsonl"
    rows.write_text(rows.read_text().replace("sources", "Ana Ruiz"))
    (folder / "sayso.toml").write_text(f'waivers = "w.toml"\n{setting}')
    out = run("check", "items", "--format", "concise", "--fail-on", "never", *words).out
    assert [line.split(" ")[1] for line in out.splitlines() if UNUSED in line] == ([level] if level else [])


def test_an_option_of_what_is_said_of_waivers_is_refused(run, folder):
    """There is none."""
    (folder / "sayso.toml").write_text(f'[rules]\n"{UNUSED}" = {{ least = 2 }}\n')
    ran = run("check", "items")
    assert (ran.code, "takes a severity and no option" in ran.err) == (2, True)


def test_a_comment_is_of_use_where_one_of_its_rules_did_not_look(run, folder):
    """What it names beside the rule that ran may stand there."""
    pytest.importorskip("yaml")
    comment = f"<!-- sayso: waive {RULE}, dating/date-missing: known -->"
    (folder / "items" / "a.md").write_text(f"# Ferry\n\n{comment}\n{GOOD.format('Vell')}")
    words = ("check", "items/a.md", "--waivers", "", "--waiver-comments", "--fail-on", "never", "-f", "concise")
    assert UNUSED not in run(*words, "--select", RULE).out
