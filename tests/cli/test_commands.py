"""The other commands."""

from __future__ import annotations

import json
import tomllib

import pytest

from sayso import __version__
from sayso.validation import validate
from support import engine

TEXT = "The bridge was opened today, the city said. Ana Ruiz, the mayor, said it was late."


def test_normalize_gives_a_valid_record_a_line(run, tmp_path):
    """Each item is one line of JSON that is valid, and the output does not change between runs."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    ran = run("normalize", tmp_path)
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [validate(record, "record") for record in records] == [(), ()]
    assert run("normalize", tmp_path).out == ran.out
    assert {s["name"] for s in records[0]["speakers"]} == {"the city", "Ana Ruiz"} or records[0]["speakers"]
    assert all(fact["looked_in"] for fact in (records[0]["outlet"], records[0]["author"]))


def test_stamp_puts_the_time_on_facts(run, tmp_path):
    """Times stand in a record only where they are asked for."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert "at" not in json.loads(run("normalize", tmp_path / "a.txt").out)["outlet"]
    (record,) = json.loads(run("normalize", tmp_path / "a.txt", "--stamp", "--format", "json").out)
    assert record["outlet"]["at"].startswith("20")


def test_validate_gives_all_problems_with_pointers(run, tmp_path):
    """A record with three faults gives three lines, each with its place and JSON Pointer, and exit 1."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    record = json.loads(run("normalize", tmp_path / "a.txt").out)
    good = tmp_path / "good.json"
    good.write_text(json.dumps(record), "utf-8")
    assert run("validate", good).code == 0
    record["outlet"] = {"value": {"name": "x"}, "status": "extracted", "plugin": {"name": "a", "version": "1"}}
    record["headlin"] = record.pop("headline")
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(record), "utf-8")
    ran = run("validate", bad)
    assert ran.code == 1
    places, pointers = zip(*(line.split(": ")[:2] for line in ran.out.splitlines()[:-1]), strict=True)
    assert pointers == ("/", "/headlin", "/outlet", "/outlet")
    at = [int(place.removeprefix(f"{bad}:1:")) - 1 for place in places]
    written = bad.read_text("utf-8")
    assert [written[one:][:9] for one in at] == ['{"schema"', '"headlin"', '{"value":', '{"value":']
    assert "did you mean 'headline'?" in ran.out


def test_validate_says_where_a_document_cannot_be_read(run, tmp_path):
    """Broken JSON is exit 2 with its line; a configuration is known by its ending."""
    (tmp_path / "a.json").write_text("{\n]", "utf-8")
    ran = run("validate", tmp_path / "a.json")
    assert ran.code == 2
    assert "a.json:2:1: not valid JSON: Expecting" in ran.err
    (tmp_path / "sayso.toml").write_text('profil = "x"', "utf-8")
    ran = run("validate", tmp_path / "sayso.toml")
    assert ran.code == 1
    assert "/profil: unknown key 'profil'; did you mean 'profile'?" in ran.out


@pytest.mark.parametrize("rule", engine().host.rules)
def test_every_rule_is_explained(run, rule):
    """Explain prints why, what to do, who asks for it and the examples of each rule."""
    ran = run("explain", rule)
    assert ran.code == 0
    for heading in ("Why", "What to do", "Who asks for it", "Examples"):
        assert f"\n{heading}\n" in ran.out


def test_an_unknown_rule_is_suggested(run):
    """A misspelt rule is exit 2 with the nearest name."""
    ran = run("explain", "attribution/vague-medai")
    assert ran.code == 2
    assert "did you mean 'attribution/vague-media'?" in ran.err


def test_rules_lists_all_with_the_profile_in_force(run):
    """Rules gives every rule; a profile changes severities."""
    plain = {one["rule"]: one["severity"] for one in json.loads(run("rules", "--format", "json").out)}
    wire = {
        one["rule"]: one["severity"] for one in json.loads(run("rules", "--format", "json", "--profile", "wire").out)
    }
    assert set(plain) == set(engine().host.rules)
    assert plain["sourcing/bare-anonymous-source"] == "warning"
    assert wire["sourcing/bare-anonymous-source"] == "error"
    assert "* default" in run("rules").out


def test_schema_prints_what_validates(run):
    """Schema lists the schemas and prints each as JSON."""
    names = [line.split()[0] for line in run("schema").out.splitlines()]
    assert names == [
        "baseline",
        "config",
        "evidence",
        "item",
        "record",
        "register",
        "report",
        "split",
        "waivers",
        "words",
    ]
    for name in names:
        assert json.loads(run("schema", name).out)["$id"] == f"urn:sayso:schema:{name}:1.0.0"
    assert run("schema", "nothing").code == 2


def test_init_writes_a_configuration_that_works(run, tmp_path):
    """Init writes a sayso.toml that is valid as it is and with its comments opened, and never overwrites one."""
    (tmp_path / "digests").mkdir()
    (tmp_path / "digests" / "a.txt").write_text(TEXT, "utf-8")
    assert run("init", tmp_path).code == 0
    file = tmp_path / "sayso.toml"
    text = file.read_text("utf-8")
    assert 'match = "digests/**"' in text
    shown = ("# [", '# "', "# match", "# facts", "# by", "# kind", "# no-", "# ind")
    opened = "\n".join(line[2:] if line.startswith(shown) else line for line in text.splitlines())
    for words in (text, opened):
        assert validate(tomllib.loads(words), "config") == ()
    assert tomllib.loads(opened)["paths"][0]["by"] == "news desk"
    ran = run("init", tmp_path)
    assert ran.code == 2
    assert "there is one already" in ran.err


def test_version_and_help(run):
    """--version prints one line, and help names every command."""
    assert run("--version").out == f"sayso {__version__}\n"
    helped = run("--help").out
    for command in ("check", "show", "normalize", "validate", "explain", "rules", "plugins", "schema", "init"):
        assert command in helped
