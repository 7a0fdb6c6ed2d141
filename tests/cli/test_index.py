"""``sayso check`` over items that only together show something."""

from __future__ import annotations

import json

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
