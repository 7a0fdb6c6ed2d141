"""What the command line reads: limits, folders, containers and the list of readers."""

from __future__ import annotations

import gzip
import json

import pytest

SAID = "The bridge was opened on 4 May 2026, the city said."


@pytest.fixture
def lines(tmp_path):
    """Three items, one a line."""
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps({"text": f"{SAID} {number}"}) + "\n" for number in range(3)), "utf-8")
    return file


@pytest.mark.parametrize("command", ["check", "normalize"])
def test_a_limit_is_said(run, lines, command):
    """--limit stops after so many items of each input and says so on the error stream."""
    ran = run(command, lines, "--limit", 2, *(["-f", "json"] if command == "check" else []))
    number = len(json.loads(ran.out)["items"]) if command == "check" else ran.out.count("\n")
    assert number == 2
    assert "skipped the rest: the limit of 2 items" in ran.err
    assert "skipped" not in run(command, lines, "--limit", 3).err


def test_a_limit_is_for_each_input(run, lines):
    """Two inputs give twice as many."""
    other = lines.with_name("b.jsonl")
    other.write_bytes(lines.read_bytes())
    assert run("normalize", lines, other, "--limit", 1).out.count("\n") == 2
    assert run("check", lines, "--limit", 0).code == 2


def test_a_limit_may_be_configured(run, lines):
    """[limits] items does the same, and the command line beats it."""
    lines.with_name("sayso.toml").write_text("[limits]\nitems = 1\n", "utf-8")
    assert run("normalize", lines).out.count("\n") == 1
    assert run("normalize", lines, "--limit", 2).out.count("\n") == 2


def test_a_folder_is_read_by_all_readers(run, tmp_path, lines):
    """Tables, compressed files and lines of a folder are read; the rest is named with a reason."""
    (tmp_path / "b.csv").write_text(f'text\n"{SAID}"\n', "utf-8")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(SAID.encode()))
    (tmp_path / "d.png").write_bytes(b"x")
    (tmp_path / "e.png.gz").write_bytes(b"x")
    ran = run("normalize", tmp_path)
    places = [
        (one["retrieval"]["path"].rpartition("/")[2], one["retrieval"]["locator"])
        for one in map(json.loads, ran.out.splitlines())
    ]
    assert places == [
        ("a.jsonl", "line 1"),
        ("a.jsonl", "line 2"),
        ("a.jsonl", "line 3"),
        ("b.csv", "row 2"),
        ("c.txt.gz", None),
    ]
    assert "skipped 1 file (.png): no reader reads them" in ran.err
    assert "skipped 1 file (.gz): no reader reads them" in ran.err


def test_a_folder_takes_what_the_configuration_names(run, tmp_path):
    """A path's reader makes files be read whose suffix nobody reads, and an added suffix does too."""
    (tmp_path / "a.wire").write_text(SAID, "utf-8")
    (tmp_path / "b.story").write_text(SAID, "utf-8")
    assert run("normalize", tmp_path).code == 2
    (tmp_path / "sayso.toml").write_text(
        '[[paths]]\nmatch = "*.wire"\nreader = "plaintext"\n[reader.plaintext]\nsuffixes = [".story"]\n', "utf-8"
    )
    assert run("normalize", tmp_path).out.count("\n") == 2


def test_the_readers_are_listed(run):
    """The command readers says for each reader what it reads; as JSON with all that a program needs."""
    listed = {one["reader"]: one for one in json.loads(run("readers", "--format", "json").out)}
    assert listed["csv"]["suffixes"] == [".csv", ".tsv"]
    assert listed["zip"]["container"]
    assert listed["digest"]["refines"]
    text = run("readers").out
    assert all(name in text for name in listed)
    assert "application/warc" in text


def test_standard_input_has_the_name_that_it_is_given(program):
    """A compressed table on standard input is read by the name it would have."""
    data = gzip.compress(f'text\n"{SAID}"\n'.encode())
    ran = program("normalize", "-", "--stdin-filename", "a.csv.gz", input=data)
    assert json.loads(ran.stdout)["retrieval"]["locator"] == "row 2"
    assert program("normalize", "-", input=gzip.compress(SAID.encode())).returncode == 0


def test_many_failures_that_say_the_same_are_counted(run, tmp_path, monkeypatch):
    """The first are told one by one, the others with their number; other failures are told, and JSON names all."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "a.jsonl").write_text('{"body": "The mill closed."}\n' * 37)
    (tmp_path / "items" / "b.json").write_text('{"text": 3}')
    for words in (("check", "items", "--no-config"), ("baseline", "create", "items")):
        lines = run(*words).err.splitlines()
        assert sum("a.jsonl:" in line for line in lines) == 10
        assert sum("27 more inputs likewise" in line and "[reader.jsonl.map]" in line for line in lines) == 1
        assert sum("b.json" in line for line in lines) == 1
    report = json.loads(run("check", "items", "--no-config", "--format", "json").out)
    assert len(report["failures"]) == 38


def test_init_says_what_cannot_be_read_and_where_its_text_is(run, tmp_path, monkeypatch):
    """A folder whose items have their text under another key is checked with what init writes, as it stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "a.jsonl").write_text('{"body": "The mill closed, Jo Berg said."}\n' * 3)
    (tmp_path / "items" / "b.json").write_text('{"text": "The mill closed, Jo Berg said."}')
    (tmp_path / "items" / "c.json").write_text('{"body": "The port closed, Jo Berg said."}')
    ran = run("init")
    assert "3 of 5 items looked at could not be read: an item needs a 'text', and is given that of 'body'" in ran.err
    written = (tmp_path / "sayso.toml").read_text()
    assert '[reader.jsonl.map]\nbody = "text"\n' in written
    assert "[reader.json.map]\n" not in written, "some of these items have a text, which a mapping could cover"
    after = run("check", "items", "--fail-on", "never").err.splitlines()
    assert [line for line in after if "a.jsonl" in line] == []
    assert sum("c.json" in line for line in after) == 1
