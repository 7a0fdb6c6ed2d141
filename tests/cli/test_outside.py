"""Evidence, registers and outlet profiles on the command line."""

from __future__ import annotations

import json
import os
import tomllib

import pytest

from sayso.config.load import load
from sayso.validation import validate

QUOTE = "“We will rebuild the bridge in May,” Ana Ruiz told The Example Post."
STORY = {"text": "“We will rebuild the bridge in June,” the mayor told us.", "outlet": "The Example Post"}
RULE = "quotation/quote-not-in-cited-source"
REGISTER = """
[[organisation]]
name = "{}"
kind = "think_tank"
as_of = 2026-05-04
where = "its annual report, page 12"
"""


@pytest.fixture
def place(tmp_path):
    """An item, and beside it what it can be checked against."""
    (tmp_path / "item.txt").write_text(f"{QUOTE} The Larkmoor Institute and the Harbour Fund said it is too late.")
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "story.json").write_text(json.dumps(STORY))
    for name in ("Larkmoor Institute", "Harbour Fund"):
        (tmp_path / f"{name.split()[0].lower()}.toml").write_text(REGISTER.format(name))
    return tmp_path


def test_a_quotation_is_checked_against_evidence(run, place):
    """The finding stands at the quotation, and says which word differs and where."""
    ran = run("check", place / "item.txt", "--select", RULE, "--evidence", place / "evidence", "--format", "json")
    (finding,) = json.loads(ran.out)["items"][0]["findings"]
    assert ran.code == 1
    assert finding["message"].endswith("story.json' has 'June' where the quotation has 'May'")
    assert [span["exact"] for span in finding["spans"]] == ["“We will rebuild the bridge in May,”"]
    assert [span["exact"] for span in finding["related"]] == ["Example Post", "May"]
    assert run("check", place / "item.txt", "--select", RULE).code == 0


def test_registers_add_up(run, place):
    """The option can be repeated, and all organisations of all files are known."""
    rule = "independence/source-affiliation-undisclosed"
    files = ("--register", place / "larkmoor.toml", "--register", place / "harbour.toml")
    out = run("check", place / "item.txt", "--select", rule, "--format", "concise", *files).out
    assert out.count(rule) == 2
    assert "'Harbour Fund' is a source, and nothing near its name says what it is: think tank" in out


def test_the_configuration_names_them_too(run, place, monkeypatch):
    """Paths in sayso.toml are beside it, and options take their place."""
    (place / "sayso.toml").write_text('evidence = ["evidence"]\nregister = ["larkmoor.toml"]\n')
    monkeypatch.chdir(os.sep)
    assert RULE in run("check", place / "item.txt", "--format", "concise").out
    ran = run("check", place / "item.txt", "--evidence", place / "absent")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("option", "name", "content", "words"),
    [
        ("--evidence", "absent", None, "there is no such file or folder of evidence"),
        ("--evidence", "x.json", "{", "cannot be used as evidence: not valid JSON"),
        ("--register", "absent", None, "cannot be read"),
        ("--register", "x.toml", "[[organisation]]", "organisation[0]: the key 'as_of' is absent; "),
        ("--register", "x.toml", "[" * 5000, "not valid TOML"),
        ("--register", "x.toml", "a" + ".a" * 5000 + " = 1", "more than 100 dots"),
        ("--register", "x.toml", "\0", "not valid TOML"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_printed(run, place, option, name, content, words):
    """One line, with the file's name, and exit code 2."""
    if content is not None:
        (place / name).write_text(content)
    ran = run("check", place / "item.txt", option, place / name, "--format", "json")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert words in line
    assert name in line


# Outlet profiles

TRUST = """\ufeff# The Example Post
belongto=https://association.example/
ControlledBy = https://harlan.example  # our owner
social=https://social.example/@post
disclosure=https://post.example/about#money
datatrainingallowed=no
datetime=2026-05-04
"""
SELF = {
    "@type": "NewsMediaOrganization",
    "url": "https://post.example",
    "owners": [{"name": "Tilda Crane", "share": 40}, {"name": 'Harlan "H" Mills\\', "share": 60}],
    "revenue": [{"type": "advertising", "share": 70}, {"name": "Ostrava Fund", "share": 30}],
    "funder": "Larkmoor Works",
    "parentOrganization": {"name": "Mills Group"},
    "independence": "The owner\nhas no say.",
    "colour": "red",
    "clauses": {"4": "state", "9": "https://post.example/rules", "10": {"url": "https://post.example/corrections"}},
}


def imported(run, path, *options):
    """The table that an import prints, which is valid configuration, and what it prints."""
    ran = run("outlet", "import", path, "--name", 'The "Post"', *options)
    assert ran.code == 0, ran.err
    path.with_suffix(".toml").write_text(ran.out, "utf-8")
    assert validate(tomllib.loads(ran.out), "config") == ()
    return load(path.with_suffix(".toml")).outlets['The "Post"'], ran.out


def test_a_trust_txt_becomes_a_profile(run, tmp_path):
    """Who controls it is the owner, with the line; everything else is kept as a comment, with its line."""
    (tmp_path / "trust.txt").write_text(TRUST, "utf-8")
    profile, out = imported(run, tmp_path / "trust.txt")
    assert profile.owner == "https://harlan.example"
    assert "line 3: controlledby=; an address, write the owner's name for it" in out
    assert "# line 5: disclosure=https://post.example/about#money" in out
    assert "# line 7: 'datetime' is no attribute of trust.txt; left out" in out
    assert "# line 2: belongto=https://association.example/: an association that it says it belongs to" in out


def test_the_members_of_an_association_are_counted(run, tmp_path):
    """Of thousands of lines of one attribute a few are listed and the rest is a number."""
    (tmp_path / "trust.txt").write_text("".join(f"member=https://{n}.example\n" for n in range(5000)))
    _, out = imported(run, tmp_path / "trust.txt")
    assert out.count("member=https") == 20
    assert "# and 4,980 more lines of member=" in out


def test_a_self_description_becomes_a_profile(run, tmp_path):
    """The largest share is the owner's, only names are funders, and each value says its place and clause."""
    (tmp_path / "self.json").write_text(json.dumps(SELF))
    profile, out = imported(run, tmp_path / "self.json")
    assert profile.owner == 'Harlan "H" Mills\\'
    assert profile.funders == ("Ostrava Fund", "Larkmoor Works")
    assert (profile.url, profile.kind, profile.independence) == (
        "https://post.example",
        "state_funded",
        "The owner has no say.",
    )
    assert "# /owners, CWA 17493 clause 5\n" in out
    assert "# further owner: Tilda Crane (/owners, CWA 17493 clause 5)\n" in out
    assert '# another owner: "Mills Group" (/parentOrganization, CWA 17493 clause 5)\n' in out
    assert "# revenue: advertising (/revenue, CWA 17493 clause 8)\n" in out
    assert "# corrections: https://post.example/corrections (/clauses/10/url, CWA 17493 clause 10)\n" in out
    assert "# '/colour' is no key that sayso reads; left out\n" in out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"<!doctype html>", "is a web page, and no trust.txt"),
        ("a.txt", b"hello\n", "line 1: is no 'name=value'"),
        ("a.txt", b"member=\n", "line 1: has no value"),
        ("a.txt", b"member=" + b"x" * 501, "line 1: is longer than 500 characters"),
        ("a.txt", b"controlledby=a\x1b[2J\n", "line 1: has signs that cannot be printed"),
        ("a.txt", "member=a\u202eb\n".encode(), "line 1: has signs that cannot be printed"),
        ("a.txt", b"datatrainingallowed=perhaps\n", "is yes or no, not 'perhaps'"),
        ("a.txt", b"# nothing\n", "is no trust.txt: no line begins with any of member"),
        ("a.txt", b"\0\0", "not text"),
        ("a.txt", b"", "nothing in it"),
        ("a.txt", b"member=x\n" * 200_000, "larger than 1,000,000 bytes"),
        ("a.json", b"[]", "is no JSON object"),
        ("a.json", b"{}", "has none of the keys"),
        ("a.json", b'{"owners": [3]}', "/owners/0: must be a text"),
        ("a.json", b'{"owners": [{"share": 3}]}', "/owners/0: has no name"),
        ("a.json", b'{"url": {"a": 1}}', "/url: must be a text"),
        ("a.json", b'{"clauses": 3}', "/clauses: must be an object"),
        ("a.json", b'{"url": "a", "url": "b"}', "stands twice"),
        ("a.json", b'{"url": "\\u001b[2J"}', "/url: has signs that cannot be printed"),
        ("a.json", b'{"\\u001b": 1, "url": "a"}', "has signs that cannot be printed"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"url"', "not valid JSON"),
    ],
)
def test_what_is_no_profile_is_refused_in_one_line(run, tmp_path, name, content, words):
    """Nothing is printed of a file that is not what it should be, and one line says what is wrong with it."""
    (tmp_path / name).write_bytes(content)
    options = ("--format", "jti") if name.endswith("json") else ()
    ran = run("outlet", "import", tmp_path / name, "--name", "Post", *options)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert words in line
    assert name in line


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--name", "Post", "--format", "xml"), "--format takes trust.txt or jti, not 'xml'"),
        (("--name", " "), "--name: has no value"),
        (("--name", "a\nb\x07"), "--name: has signs that cannot be printed"),
    ],
)
def test_options_are_checked_first(run, tmp_path, options, words):
    """A name that is none and a format that is not there are refused."""
    ran = run("outlet", "import", tmp_path / "absent", *options)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
