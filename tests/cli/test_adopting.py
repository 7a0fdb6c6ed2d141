"""Ten minutes with a folder that is as folders are: reports beside items, broken files, files that are none."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time

import pytest

from sayso.validation import validate
from sayso_cli import output

BAD = "The {0} closed on Monday, sources said. Critics called it a scandal.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with two items."""
    monkeypatch.chdir(tmp_path)
    items = tmp_path / "items"
    items.mkdir()
    for noun in ("mill", "ferry"):
        (items / f"{noun}.txt").write_text(BAD.format(noun))
    return tmp_path


def paths(ran):
    """The items of a report."""
    return [one["path"] for one in json.loads(ran.out)["items"]]


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "junit", "gitlab", "html"])
def test_a_report_beside_the_items_is_none_of_them(run, folder, name):
    """Reports of earlier runs, under whatever name, are left out, and the run says so."""
    suffix = {"junit": "xml", "gitlab": "json"}.get(name, name)
    run("check", "items", "--format", f"{name}:items/old.{suffix}", "--quiet")
    ran = run("check", ".", "--format", "json")
    assert (ran.code, paths(ran)) == (1, ["items/ferry.txt", "items/mill.txt"])
    assert f"items/old.{suffix}: skipped 1 file: sayso wrote it" in ran.err


def test_files_of_the_run_are_no_items(run, folder):
    """The baseline, the streams, the index and what is written anew, the second time as the first."""
    assert run("baseline", "create", ".", "--file", "base.json").code == 0
    words = ("check", ".", "--baseline", "base.json", "--format", "html:report.html", "--format", "gitlab:q.json")
    words += ("--accepted", "ok.jsonl", "--quarantine", "no.jsonl", "--format", "concise")
    for _ in range(2):
        ran = run(*words)
        assert ran.code == 0, ran.err
    assert "(base.json): is the baseline" in ran.err
    assert "(report.html): is written anew" in ran.err
    assert run("baseline", "update", "items", "--file", "base.json").out.endswith("+0/-0 findings; 12 are accepted\n")


def test_an_item_is_not_written_over(run, folder):
    """What is no report of ours is no place for one."""
    before = (folder / "items" / "mill.txt").read_text()
    ran = run("check", "items", "--format", "json:items/mill.txt")
    assert ran.code == 2
    assert "is one of the inputs" in ran.err
    assert (folder / "items" / "mill.txt").read_text() == before


def test_a_text_that_calls_itself_a_report_is_read(run, folder):
    """Nobody hides an item by the name of a schema."""
    (folder / "items" / "x.json").write_text(
        json.dumps({"schema": "urn:sayso:schema:report:1.0.0", "text": BAD.format("dam")})
    )
    ran = run("check", "items")
    assert "items/x.json" in ran.out + ran.err
    assert "sayso wrote it" not in ran.err


def test_patterns_say_what_items_are(run, folder):
    """Include and exclude hold for folders; for files that are named themselves where that is asked for."""
    (folder / "README.md").write_text("# A project\n\nSources said so.\n")
    (folder / "items" / "drafts").mkdir()
    (folder / "items" / "drafts" / "new.txt").write_text(BAD.format("dam"))
    (folder / "sayso.toml").write_text('include = ["items/**"]\nexclude = ["drafts/"]\n')
    ran = run("check", ".", "--format", "json")
    assert paths(ran) == ["items/ferry.txt", "items/mill.txt"]
    assert "skipped 1 file (.md): include in the configuration names others" in ran.err
    assert "skipped 1 folder (items/drafts/): exclude in the configuration says so" in ran.err
    named = ("items/mill.txt", "items/drafts/new.txt")
    assert paths(run("check", *named, "--format", "json")) == list(named)
    forced = run("check", *named, "README.md", "sayso.toml", "--format", "json", "--force-exclude")
    assert paths(forced) == ["items/mill.txt"]
    assert "skipped 1 file (README.md)" in forced.err
    assert "skipped 1 file (sayso.toml): sayso's own" in forced.err
    assert run("check", "README.md", "--force-exclude").code == 2
    assert run("check", "README.md", "--force-exclude", "--allow-empty").code == 0


def test_a_pattern_that_is_none_is_refused(run, folder):
    """And the configuration is named."""
    (folder / "sayso.toml").write_text('exclude = ["!"]\n')
    ran = run("check", "items")
    assert ran.code == 2
    assert "exclude: " in ran.err


def test_a_file_is_checked_once(run, folder):
    """However often it is named."""
    ran = run("check", "items/mill.txt", "items", "./items/mill.txt", "--format", "json")
    assert paths(ran) == ["items/mill.txt", "items/ferry.txt"]
    assert "named more than once" in ran.err


def test_settings_that_meet_nothing_are_named(run, folder):
    """A pattern with a slip is told, where the whole folder was looked through."""
    (folder / "sayso.toml").write_text(
        '[[paths]]\nmatch = "item/**"\nprofile = "wire"\n[[paths]]\nmatch = "items/**"\nprofile = "wire"\n'
    )
    assert "[[paths]] 1 (item/**) meets no file" in run("check", ".").err
    assert "[[paths]] 2" not in run("check", ".").err
    assert "meets no file" not in run("check", "items").err


def test_what_fails_can_be_accepted(run, folder):
    """A broken file stops nothing for ever: without leave it is refused and said how, with leave it is counted."""
    (folder / "items" / "broken.json").write_text("{")
    refused = run("baseline", "create", "items")
    assert refused.code == 2
    assert "--accept-failures" in refused.err
    assert not (folder / "sayso.baseline.json").exists()
    made = run("baseline", "create", "items", "--accept-failures")
    assert made.out == "sayso.baseline.json: 12 findings of 2 items, and 1 failure are accepted\n"
    assert validate(json.loads((folder / "sayso.baseline.json").read_text()), "baseline") == ()
    ran = run("check", "items", "--baseline", "sayso.baseline.json", "--quarantine", "no.jsonl")
    assert ran.code == 0
    assert "accepted by the baseline: 1 failure; what failed was not checked" in ran.err
    assert json.loads((folder / "no.jsonl").read_text())["path"] == "items/broken.json"
    (folder / "items" / "other.json").write_text("{")
    assert run("check", "items", "--baseline", "sayso.baseline.json").code == 2
    assert run("baseline", "update", "items").code == 2
    (folder / "items" / "other.json").unlink()
    (folder / "items" / "broken.json").unlink()
    assert run("baseline", "update", "items").code == 0
    assert "failures" not in json.loads((folder / "sayso.baseline.json").read_text())


def test_an_update_takes_out_what_is_gone(run, folder):
    """Items whose file or line is deleted are pruned, those of rules that did not run and of other folders are not."""
    lines = [json.dumps({"id": f"n{n}", "text": BAD.format(f"inn {n}")}) for n in range(3)]
    (folder / "items" / "lines.jsonl").write_text("\n".join(lines))
    (folder / "more").mkdir()
    (folder / "more" / "x.txt").write_text(BAD.format("quay"))
    run("baseline", "create", "items", "more")
    (folder / "items" / "mill.txt").unlink()
    (folder / "items" / "lines.jsonl").write_text("\n".join(lines[:2]))
    (folder / "more" / "x.txt").unlink()
    rule = "sourcing/bare-anonymous-source"
    assert "-12 findings" in run("baseline", "update", "items", "--select", rule).out
    assert run("check", "items", "--baseline", "sayso.baseline.json", "--fail-on", "info").code == 0
    kept = json.loads((folder / "sayso.baseline.json").read_text())["items"]
    assert sorted(one["path"] for one in kept) == ["items/ferry.txt", *["items/lines.jsonl"] * 2, "more/x.txt"]


def test_half_a_finding_that_is_mended_makes_no_new_one(run, folder):
    """A finding with several places is known again when one of them is gone, and not when one is new."""
    text = "The mill closed yesterday. The ferry stopped last week. The inn opens tomorrow, owner Jo Berg said.\n"
    item = folder / "items" / "mill.txt"
    item.write_text(text)
    words = ("--select", "dating/relative-date-unanchored")
    run("baseline", "create", "items", *words)
    check = ("check", "items", "--baseline", "sayso.baseline.json", "--fail-on", "info", *words)
    assert run(*check).code == 0
    item.write_text(text.replace(" last week", " on 4 May 2026"))
    assert run(*check).code == 0
    assert run("baseline", "update", "items", *words).out.startswith("sayso.baseline.json: +0/-0")
    assert run(*check).code == 0
    item.write_text(text)
    assert run(*check).code == 1


def test_a_waiver_for_a_rule_that_does_not_run_is_of_use(run, folder):
    """Only a rule that looked can say that a waiver lets nothing stand."""
    run("waivers", "add", "attribution/vague-media", "items/mill.txt", "--reason", "It is a digest.")
    words = ("check", "items", "--waivers", "sayso.waivers.toml", "--fail-on", "never")
    assert "waivers/unused" in run(*words).out
    assert "waivers/unused" not in run(*words, "--select", "sourcing").out
    (folder / "sayso.toml").write_text('ignore = ["attribution"]\n')
    assert "removed" not in run("waivers", "prune", "items").out


def test_a_stream_keeps_the_items_as_they_came(run, folder):
    """With all their keys, and what is no JSON with its bytes."""
    item = {"headline": "Mill", "text": BAD.format("mill"), "customer": {"no": 4}, "tags": ["a"]}
    (folder / "in.jsonl").write_bytes(json.dumps(item).encode() + b'\n{"text": \xff\xfe\n')
    (folder / "list.json").write_text(json.dumps([item]))
    ran = run("check", "in.jsonl", "list.json", "items/mill.txt", "--quarantine", "no.jsonl", "--quiet")
    assert ran.code == 2
    rows = [json.loads(line) for line in (folder / "no.jsonl").read_text("utf-8").splitlines()]
    assert [one.get("item") for one in rows] == [item, None, item, {"text": rows[3]["item"]["text"]}]
    assert rows[1]["raw"] == '{"text": \\xff\\xfe'
    for one in rows:
        assert validate(one, "split") == ()


def test_a_stream_from_standard_input_keeps_its_items(program):
    """Bytes that come only once are given back too."""
    item = {"text": BAD.format("mill"), "customer": 4}
    data = json.dumps(item).encode() + b"\n{\n"
    words = ("check", "-", "--stdin-filename", "in.jsonl", "--no-config", "--quarantine", "/dev/stdout", "--quiet")
    rows = [json.loads(line) for line in program(*words, input=data).stdout.splitlines()]
    assert [one.get("item", one.get("raw")) for one in rows] == [item, "{"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--accepted", "-"), "takes a file"),
        (("--accepted", "a.jsonl", "--quarantine", "./a.jsonl"), "one file"),
    ],
)
def test_streams_that_cannot_be_are_refused(run, folder, words, said):
    """Before anything is checked."""
    ran = run("check", "items", *words)
    assert ran.code == 2
    assert said in ran.err


def test_init_looks_at_the_folder(run, folder):
    """It names the folders with items, what is none, and the outlets that items name; the result is valid and works."""
    import tomllib

    (folder / "wire").mkdir()
    (folder / "wire" / "a.json").write_text(json.dumps({"text": BAD.format("dam"), "outlet": 'Larkmoor "Herald"'}))
    (folder / "README.md").write_text("# A project\n")
    assert run("init").code == 0
    text = (folder / "sayso.toml").read_text("utf-8")
    assert "2 .txt files in items/" in text
    assert 'exclude = ["README*"]' in text
    assert 'include = ["items/**", "wire/**"]' in text
    assert "Of 3 items that could be read, 2 name no outlet." in text
    opened = text.replace("# include", "include").replace("# [outlets", "[outlets").replace("# kind", "kind")
    assert validate(tomllib.loads(opened), "config") == ()
    assert tomllib.loads(opened)["outlets"].keys() == {'Larkmoor "Herald"'}
    assert paths(run("check", ".", "--format", "json")) == ["items/ferry.txt", "items/mill.txt", "wire/a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows has not")
@pytest.mark.parametrize("name", ["wire [1]", "!urgent", "#desk", "a*b", "why?", "back\\slash"])
def test_init_names_folders_whatever_they_are_called(run, folder, name):
    """What it suggests means the folder, though its name is a pattern for git."""
    import tomllib

    (folder / name).mkdir()
    (folder / name / "dam.txt").write_text(BAD.format("dam"))
    assert run("init").code == 0
    text = (folder / "sayso.toml").read_text("utf-8").replace("# include", "include")
    (folder / "sayso.toml").write_text(text)
    assert len(tomllib.loads(text)["include"]) == 2
    assert f"{name}/dam.txt" in paths(run("check", ".", "--format", "json"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_run_that_is_ended_leaves_nothing_half_written(folder):
    """Asked to end, it takes away what it had begun to write."""
    lines = [json.dumps({"text": BAD.format(f"mill {n}") * 9}) for n in range(20_000)]
    (folder / "items" / "all.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-c", "from sayso_cli.main import main; main()", "check", "items", "--quiet"]
    words = ["--format", "json:r.json", "--accepted", "ok.jsonl"]
    with subprocess.Popen([*command, *words], stderr=subprocess.DEVNULL) as process:
        for _ in range(600):
            if len(list(folder.glob(".sayso-*.tmp"))) == 2:
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) != 0
    assert sorted(one.name for one in folder.iterdir()) == ["items"]


@pytest.mark.parametrize(
    "write", [lambda file: output.write_whole(file, ["x"]), lambda file: output.aside(file).__enter__()]
)
def test_a_file_is_taken_away_where_the_run_is_ended_right_behind_its_making(tmp_path, monkeypatch, write):
    """The signal may come before anything holds the file."""

    def stopped(path, *words, **more):
        open(path, *words, **more).close()
        raise KeyboardInterrupt

    monkeypatch.setattr(output, "open", stopped, raising=False)
    with pytest.raises(KeyboardInterrupt):
        write(str(tmp_path / "r.json"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_which_nothing_is_read_says_why(run, folder):
    """What keeps its files from being read, before anything else."""
    (folder / "notes").mkdir()
    for name in ("a.docx", "b.docx", "c.odt"):
        (folder / "notes" / name).write_text("x")
    ran = run("check", "notes")
    assert ran.code == 2
    assert "notes: none of the 3 files in this folder was read: no reader reads them" in ran.err.splitlines()[0]
