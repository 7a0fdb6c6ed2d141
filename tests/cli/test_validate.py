"""``sayso validate``: which schema, and what is said where there is none or nothing to read."""

from __future__ import annotations

import json

import pytest

UNREADABLE = {
    "a number of 5000 digits": ('{"text": "a b", "x": ' + "9" * 5000 + "}", "too many digits"),
    "a number that overflows": ('{"text": "a b", "x": 1e999}', "1e999 is larger than any number"),
    "not a number": ('{"text": "a b", "x": NaN}', "NaN is no JSON number"),
    "infinity": ('{"text": "a b", "x": [-Infinity]}', "-Infinity is no JSON number"),
    "400 levels": ('{"text": "a b", "x": ' + "[" * 400 + "]" * 400 + "}", "nested too deeply"),
    "100,000 levels": ("[" * 100_000, "nested too deeply"),
    "101 levels": ('{"text": "a b", "x": ' + "[" * 100 + "]" * 100 + "}", "nested too deeply"),
    "a key twice": ('{"text": "a b", "text": "c d"}', "the key 'text' stands twice at the top level"),
    "a key twice below": ('{"text": "a b", "x": [{"a/b": {"k": 1, "k": 1}}]}', "'k' stands twice at /x/0/a~1b"),
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "normalize", "validate"])
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_every_command_refuses_the_same_json(run, tmp_path, name, command, suffix):
    """What cannot be written again as it was read is refused by every command, in one line that says why."""
    text, words = UNREADABLE[name]
    file = tmp_path / f"item.{suffix}"
    file.write_text(text, "utf-8")
    ran = run(command, file)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert words in line
    assert len(line) < 300 + len(str(file))
    assert "sys." not in line
    assert "valid\n" not in ran.out


def test_what_is_just_deep_enough_goes_round(run, tmp_path):
    """An item of 100 levels is valid, is normalized, and its record is checked and is valid in a list too."""
    file, record = tmp_path / "item.json", tmp_path / "record.json"
    file.write_text('{"text": "The mill closed.", "x": ' + "[" * 99 + "]" * 99 + "}", "utf-8")
    assert run("validate", file).code == 0
    record.write_text(run("normalize", file, "--format", "json").out, "utf-8")
    assert run("validate", record).code == 0
    ran = run("check", record, "--fail-on", "never")
    assert (ran.code, ran.err) == (0, "")


def test_numbers_are_written_as_they_were_read(run, tmp_path):
    """Large and small numbers that JSON can hold come out of normalize as JSON."""
    file = tmp_path / "item.json"
    file.write_text('{"text": "The mill closed.", "x": [1e308, 5e-324, -0.0, ' + "9" * 300 + "]}", "utf-8")
    assert json.loads(run("normalize", file).out, parse_constant=pytest.fail)["extra"]["x"][3] == 10**300 - 1


@pytest.mark.parametrize("name", ["empty.json", "empty.jsonl", "empty.toml", "wrong.toml", "broken.json"])
def test_nothing_is_called_valid_that_was_not_checked(run, tmp_path, name):
    """Where no document was checked, nothing is said of validity."""
    file = tmp_path / name
    file.write_text({"wrong.toml": "x =", "broken.json": "{"}.get(name, ""), "utf-8")
    ran = run("validate", file)
    if name == "empty.toml":  # an empty configuration is one
        assert (ran.code, ran.out) == (0, "1 document checked: valid\n")
        return
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_what_was_not_checked_is_counted_beside_what_was(run, tmp_path):
    """The summary of a run that could not check all says how many were left out."""
    (tmp_path / "a.json").write_text('{"text": "The mill closed."}', "utf-8")
    (tmp_path / "b.json").write_text("{", "utf-8")
    ran = run("validate", tmp_path / "a.json", tmp_path / "b.json")
    assert (ran.code, ran.out) == (2, "1 document checked: valid; 1 could not be checked\n")


def test_a_plain_item_is_known_by_its_text(run, tmp_path):
    """A document with a text and no content is validated as an item, without being told."""
    file = tmp_path / "a.json"
    file.write_text('{"text": "The mill closed.", "outlet": 3}', "utf-8")
    ran = run("validate", file)
    assert (ran.code, len(ran.out.splitlines())) == (1, 2)
    assert "/outlet: 3 is not of type object" in ran.out


def test_a_record_without_its_schema_is_one_all_the_same(run, tmp_path):
    """A record that lost its schema is known by its content, and misses one key."""
    (tmp_path / "a.txt").write_text("The mill closed.", "utf-8")
    record = json.loads(run("normalize", tmp_path / "a.txt").out)
    del record["schema"]
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    ran = run("validate", tmp_path / "a.json")
    assert (ran.code, len(ran.out.splitlines())) == (1, 2)
    assert "the key 'schema' is absent" in ran.out


def test_lines_of_a_report_name_no_schema(run, tmp_path):
    """What check writes as jsonl is refused in one line for the whole file, with what to do."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The mill closed.", "utf-8")
    lines = tmp_path / "report.jsonl"
    lines.write_text(run("check", tmp_path / "a.txt", tmp_path / "b.txt", "--format", "jsonl").out, "utf-8")
    assert len(lines.read_text("utf-8").splitlines()) == 3
    ran = run("validate", lines)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "no schema is named here; use --schema" in line


def test_a_project_without_our_table_is_no_configuration(run, tmp_path):
    """A pyproject.toml without [tool.sayso] is not called valid."""
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    ran = run("validate", tmp_path / "pyproject.toml")
    assert ran.code == 2
    assert "has no table [tool.sayso]" in ran.err


def test_a_problem_stands_where_an_editor_shows_it(run, tmp_path):
    """Of a list, of lines and of TOML, each problem has line and column; of an unknown key those of the key."""
    (tmp_path / "a.json").write_text('[\n {"text": "a b"},\n {"text": "é\\u00e9",\n  "outlet": 3}\n]', "utf-8")
    (tmp_path / "a.jsonl").write_text('\n{"text": "a b", "links": [{"url": "x"}, {"text": "y"}]}\n{"text"}\n', "utf-8")
    (tmp_path / "sayso.toml").write_text("# x\nprofil = 1\n[limits]\nmax-bytes = 0\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.sayso]\nfail-on = "x"\n[tool.other]\nfail-on = "x"\n', "utf-8")
    ran = run("validate", *(tmp_path / name for name in ("a.json", "a.jsonl", "sayso.toml", "pyproject.toml")))
    places = [line.removeprefix(f"{tmp_path}/").rpartition(": /")[0] for line in ran.out.splitlines()[:-1]]
    assert places == ["a.json:4:13", "a.jsonl:2:41", "sayso.toml:4:1", "sayso.toml:2:1", "pyproject.toml:2:1"]
    assert "/1/outlet: 3 is not" in ran.out
    assert " /fail-on: 'x' is not" in ran.out
    assert f"{tmp_path}/a.jsonl:3:8: not valid JSON: Expecting" in ran.err
