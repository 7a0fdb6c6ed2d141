"""What sayso wrote is no item, and what only looks like it is one."""

from __future__ import annotations

import json

import pytest

from sayso_plugins.readers.own_output import is_own
from support import engine

TEXT = "The mill will close, sources said."
ITEM = json.dumps({"text": TEXT})
LOOKALIKES = [
    '{"item": {"id": "", "content_sha256":1,"findings":1}}',
    '{"item": {"id": "x"}, "text": "The mill closed."}',
    '{"coverage": {"inputs": 1}}',
    '{"failure": {"path": "a.txt"}}',
    '{"schema": "urn:sayso:schema:split:1.0.0", "path": null}',
]


@pytest.fixture
def lines(tmp_path):
    """The report of an item, a line each."""
    from sayso_cli.app import build

    (tmp_path / "a.txt").write_text(TEXT)
    with pytest.raises(SystemExit):
        build("check")(["check", str(tmp_path / "a.txt"), "--no-config", "-q", "-f", f"jsonl:{tmp_path / 'r.jsonl'}"])
    return (tmp_path / "r.jsonl").read_text()


@pytest.mark.parametrize("first", LOOKALIKES)
def test_a_first_line_like_that_of_a_report_hides_nothing(tmp_path, first):
    """The item in the next line is read, with its line end or without."""
    for end in ("", "\n"):
        (tmp_path / "x.jsonl").write_text(f"{first}\n{ITEM}{end}")
        report = engine().check(tmp_path / "x.jsonl")
        assert [one.text for one in report.items if one.locator == "line 2"] == [TEXT]


@pytest.mark.parametrize(("many", "read"), [(1, True), (2_000, False)])
def test_an_item_behind_a_whole_report_is_not_passed_over(tmp_path, lines, many, read):
    """Next to it the whole is read as items; far behind what is looked at first its line fails."""
    (tmp_path / "x.jsonl").write_text(lines * many + ITEM)
    report = engine().check(tmp_path / "x.jsonl")
    if read:
        assert [one.text for one in report.items] == [TEXT]
    else:
        assert [one.locator for one in report.failures] == [f"line {2 * many + 1}"]
    (tmp_path / "x.jsonl").write_text(lines * many)
    report = engine().check(tmp_path / "x.jsonl")
    assert (report.items, report.failures, len(report.left_out)) == ((), (), 1)


def test_a_page_that_says_that_sayso_made_it_is_read():
    """Whoever writes a page can name anything in it; a report begins otherwise than any page of news."""
    page = (
        b'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="sayso 1">'
    )
    assert not is_own(page + TEXT.encode())
