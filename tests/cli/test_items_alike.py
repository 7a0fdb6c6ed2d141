"""Items that share most of their words, such as copies of a wire report: each is one of its own for the baseline."""

from __future__ import annotations

import json

import pytest

WIRE = (
    "The mill of Hallin will close in May, its owner Jo Berg told the council on Friday. He paid 400 crowns for the "
    "roof, and the council, which had asked for a new one, gave nothing. The building stood empty for twelve years "
    "before a baker rented its ground floor, and {0} said.\n"
)
OLD = WIRE.format("it was a shame, sources")
CHECK = ("check", "items", "--baseline", "sayso.baseline.json", "--fail-on", "info", "--format", "concise")
RULE = ("--select", "sourcing/bare-anonymous-source")


@pytest.fixture
def items(tmp_path, monkeypatch):
    """A folder for items."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "items").mkdir()
    return tmp_path / "items"


def rows(*texts):
    """Lines of JSON."""
    return "".join(json.dumps({"text": one}) + "\n" for one in texts)


def new_findings(run):
    """What a check finds beside the baseline."""
    return [line.partition(" warning ")[2] for line in run(*CHECK, *RULE).out.splitlines()]


@pytest.mark.parametrize("before", [True, False], ids=["before the old one", "behind the old one"])
@pytest.mark.parametrize("kind", ["files", "rows"])
def test_a_new_copy_is_not_the_old_item_edited(run, items, kind, before):
    """Where the item that it resembles is still there, in its file or its line, its findings are new."""
    (items / "mill.txt" if kind == "files" else items / "rows.jsonl").write_text(OLD if kind == "files" else rows(OLD))
    run("baseline", "create", "items", *RULE)
    # One with the very words of the finding that is accepted, in an item of its own.
    copy = OLD.replace("Friday", "Monday")
    if kind == "files":
        (items / ("a.txt" if before else "z.txt")).write_text(copy)
    else:
        (items / "rows.jsonl").write_text(rows(copy, OLD) if before else rows(OLD, copy))
    assert len(new_findings(run)) == 1
    assert "+0/-0" in run("baseline", "update", "items", *RULE).out
    assert len(new_findings(run)) == 1
    assert "+1/-0" in run("baseline", "update", "items", "--accept-new", *RULE).out


def test_of_two_items_like_one_that_is_gone_one_is_that(run, items):
    """The first takes what was accepted; the other one is new."""
    (items / "rows.jsonl").write_text(rows(OLD))
    run("baseline", "create", "items", *RULE)
    (items / "rows.jsonl").write_text(rows(OLD.replace("Friday", "Monday")))
    assert new_findings(run) == []
    (items / "rows.jsonl").write_text(rows(OLD.replace("Friday", "Monday"), OLD.replace("Friday", "Sunday")))
    assert len(new_findings(run)) == 1
    assert "+0/-0" in run("baseline", "update", "items", *RULE).out
