"""``sayso check`` over items that only together show something."""

from __future__ import annotations

import json

import pytest

BODY = "Eleven crews fought the fire in the old tannery until dawn, and two sheds on the other bank burned down too. "


def items(folder):
    file = folder / "items.jsonl"
    lines = [
        {"text": BODY * 3, "outlet": name, "date_published": f"2026-05-0{day}", "author": "Ana Ruiz", "language": "en"}
        for day, name in enumerate(["Example Post", "Daily Sample"], 1)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def test_the_rules_on_many_items_run_when_they_are_asked_for(run, tmp_path):
    """They are off by themselves, and one option turns them on; the finding names item and place."""
    file = items(tmp_path)
    assert "uncredited-copy" not in run("check", file, "--format", "concise").out
    found = run("check", file, "--select", "consistency/uncredited-copy", "--format", "concise").out
    assert ":line 2:0:0: warning consistency/uncredited-copy About 100% of this text stood in Example Post" in found


def test_the_json_report_lists_them_apart(run, tmp_path):
    """`across` is there only where something is; the summary counts its findings and each item once."""
    file = items(tmp_path)
    whole = json.loads(run("check", file, "--select", "consistency/uncredited-copy", "--format", "json").out)
    assert [f["rule"] for item in whole["across"] for f in item["findings"]] == ["consistency/uncredited-copy"]
    assert whole["summary"]["items"] == 2
    assert whole["summary"]["warnings"] == 1
    assert "across" not in json.loads(run("check", file, "--format", "json").out)


def test_an_index_is_kept_between_runs(run, tmp_path):
    """An item of yesterday counts today."""
    lines = items(tmp_path).read_text().splitlines()
    options = ("--select", "consistency/uncredited-copy", "--index", tmp_path / "corpus.sqlite", "--format", "concise")
    for number, line in enumerate(lines):
        (tmp_path / f"{number}.jsonl").write_text(line)
    assert run("check", tmp_path / "0.jsonl", *options).out == ""
    assert "uncredited-copy" in run("check", tmp_path / "1.jsonl", *options).out


def test_an_index_for_no_rule_is_refused(run, tmp_path):
    """Collecting for nobody would look like a check."""
    ran = run("check", items(tmp_path), "--index", tmp_path / "corpus.sqlite")
    assert ran.code == 2
    assert "no rule on many items runs here" in ran.err


def version(file, number, note="", **facts):
    """One version of an item in a file, under one address and with one date."""
    words = f"The mill closed on Monday, the city said.\n\n{number} people lost their jobs.\n\n{note}".strip()
    about = {"outlet": "Example Post", "url": "https://example.org/mill", "date_published": "2026-05-04"}
    file.write_text(json.dumps({**about, **facts, "text": words}))


CHANGES = ("--select", "dating/silent-change", "--format", "json")


def changes(run, *given):
    """Path, words and message of each silent change that a run finds."""
    report = json.loads(run("check", *given, *CHANGES).out)
    return [
        (item["path"].rpartition("/")[2], f["spans"][0]["exact"], f["message"])
        for item in report.get("across", ())
        for f in item["findings"]
    ]


@pytest.mark.parametrize("numbers", [("Forty", "Fourteen"), ("Fourteen", "Forty")])
def test_a_file_that_changes_between_runs_is_flagged_for_what_it_has_now(run, tmp_path, numbers):
    """Of two versions with one date the one that an index got later is the newer, whatever it says."""
    file, index = tmp_path / "mill.json", ("--index", tmp_path / "corpus.sqlite")
    for number in numbers:
        version(file, number)
        found = changes(run, file, *index)
    ((name, words, message),) = found
    assert (name, words) == ("mill.json", f"{numbers[1]} people lost their jobs.")
    assert message.endswith("No date tells which version is the newer.")
    version(file, numbers[0])
    assert changes(run, file, *index) == []


def test_a_file_that_gets_its_note_between_runs_is_left_alone(run, tmp_path):
    """The warning goes once the file has the note that it asks for."""
    file, index = tmp_path / "mill.json", ("--index", tmp_path / "corpus.sqlite")
    version(file, "Forty")
    changes(run, file, *index)
    version(file, "Fourteen")
    assert changes(run, file, *index)
    version(file, "Fourteen", "Correction, 5 May: fourteen people lost their jobs, not forty.")
    assert changes(run, file, *index) == []


@pytest.mark.parametrize(
    "note", ["Clarification: not forty.", "This story was updated on 5 May.", "Editor’s note: not 40."]
)
@pytest.mark.parametrize("noted", [0, 1])
def test_a_note_in_either_version_is_enough_where_their_dates_are_the_same(run, tmp_path, note, noted):
    """Nothing tells which of two versions came first, so the one with a note is no silent change."""
    for at, number in enumerate(("Forty", "Fourteen")):
        version(tmp_path / f"v{at}.json", number, note if at == noted else "")
    assert changes(run, tmp_path) == []


def test_the_names_of_files_do_not_tell_which_version_is_flagged(run, tmp_path):
    """Two versions with one date are told apart by what they say."""
    found = set()
    for first, second in (("v1", "v2"), ("v2", "v1")):
        version(tmp_path / f"{first}.json", "Forty")
        version(tmp_path / f"{second}.json", "Fourteen")
        found |= {words for _, words, _ in changes(run, tmp_path)}
    assert len(found) == 1
