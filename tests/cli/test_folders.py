"""Which files a walk through folders reads, and that what it leaves out is counted."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from sayso_cli.walking import NEVER

TEXT = "The {0} closed on Monday, its owner Jo Berg said.\n"
LINKS = pytest.mark.skipif(os.name != "posix", reason="needs links")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with two items, and much beside them."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "items/mill.txt",
        "items/ferry.txt",
        "items/.draft.txt",
        "items/.notes/a.txt",
        ".venv/lib/b.txt",
        "node_modules/x/c.txt",
        "web/node_modules/d.txt",
        "web/build/e.txt",
        ".hidden.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT.format(name))
    return tmp_path


@pytest.fixture
def outside(tmp_path_factory):
    """A file that lies elsewhere."""
    file = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    file.write_text(TEXT.format("vault"))
    return file


def check(run, *words):
    """The paths of the items, and what was skipped: kind, what and number, with the reason."""
    ran = run("check", *words, "--format", "json", "--fail-on", "never")
    report = json.loads(ran.out)
    skipped = {(one["kind"], one["detail"]): (one["number"], one["reason"]) for one in report["coverage"]["skipped"]}
    return [one["path"] for one in report["items"]], skipped, ran


def test_what_a_walk_passes_by_is_counted_by_kind(run, folder):
    """Hidden files, hidden folders and folders of tools are told, a folder once and without a look into it."""
    items, skipped, ran = check(run, ".")
    assert (items, ran.code) == (["items/ferry.txt", "items/mill.txt"], 0)
    tools = "folders of tools, which hold no items"
    assert skipped == {
        ("file", ".*"): (2, "hidden"),
        ("folder", ".*/"): (2, "hidden"),
        ("folder", "build/"): (1, tools),
        ("folder", "node_modules/"): (2, tools),
    }
    assert "sayso: skipped 2 folders (node_modules/): folders of tools, which hold no items\n" in ran.err


def test_a_folder_in_which_all_is_hidden_says_why(run, folder):
    """That nothing was read has its reason, be they files or folders."""
    assert "web: none of the 2 folders in this folder was read: folders of tools" in run("check", "web").err
    (folder / "only" / ".x").mkdir(parents=True)
    assert "only: the one folder in this folder was not read: hidden" in run("check", "only").err


def test_files_that_are_named_are_read_and_with_force_exclude_as_a_walk_would(run, folder):
    """Hidden files and those in folders of tools are left out as from a walk, where that is asked for."""
    named = ["items/mill.txt", "items/.draft.txt", "items/.notes/a.txt", "node_modules/x/c.txt"]
    assert check(run, *named)[0] == named
    items, skipped, _ = check(run, *named, "--force-exclude")
    assert items == ["items/mill.txt"]
    assert {what for _, what in skipped} == set(named[1:])
    whole = [str(folder / name) for name in named]
    assert check(run, *whole, "--force-exclude")[0] == whole[:1]


def test_where_the_project_itself_lies_is_no_reason(run, folder, monkeypatch):
    """A project below a hidden folder has items like any."""
    monkeypatch.chdir(folder / ".venv" / "lib")
    (folder / ".venv" / "lib" / "sayso.toml").write_text("")
    assert check(run, "b.txt", "--force-exclude")[0] == ["b.txt"]
    monkeypatch.chdir(folder)
    assert check(run, ".venv/lib/b.txt", "--force-exclude")[0] == [".venv/lib/b.txt"]
    assert check(run, ".venv")[0] == [".venv/lib/b.txt"]


@pytest.mark.parametrize("paths", [(".", "items"), ("items", "items"), ("items", "."), ("items", "items/mill.txt")])
def test_what_is_named_twice_is_read_once_and_is_no_failure(run, folder, paths):
    """Whichever comes first: all items are there, once, and that is told by kind."""
    items, skipped, ran = check(run, *paths)
    assert ran.code == 0
    assert sorted(items) == ["items/ferry.txt", "items/mill.txt"]
    assert {what for (_, what), (_, why) in skipped.items() if "more than once" in why} <= {".txt", "items/mill.txt"}
    assert "error" not in ran.err


@LINKS
def test_a_link_that_leads_out_is_not_read(run, folder, outside):
    """Whoever may put a link among the items cannot have any file read; who names the link wants it."""
    (folder / "items" / "out.txt").symlink_to(outside)
    (folder / "items" / "up.txt").symlink_to("../web/build/e.txt")
    items, skipped, ran = check(run, "items")
    assert (sorted(items), ran.code) == (["items/ferry.txt", "items/mill.txt"], 0)
    assert skipped["file", ".txt"] == (
        2,
        "links that lead out of the folders named here; name the file to have it read",
    )
    assert check(run, "items/out.txt")[0] == ["items/out.txt"]
    items, skipped, _ = check(run, "items", "web")
    assert "items/up.txt" in items  # in a folder that is named, to a file that no walk reads
    assert skipped["file", ".txt"][0] == 1


@LINKS
def test_a_link_to_what_is_read_anyway_is_no_second_item(run, folder):
    """Under its own name, wherever link and file stand in the order; of several links to one file one is read."""
    (folder / "items" / "a.txt").symlink_to("mill.txt")
    (folder / "items" / "z.txt").symlink_to("mill.txt")
    (folder / "store.bin").write_text(TEXT.format("barn"))
    (folder / "items" / "b.txt").symlink_to("../store.bin")
    (folder / "items" / "c.txt").symlink_to("../store.bin")
    items, skipped, _ = check(run, ".")
    assert items == ["items/b.txt", "items/ferry.txt", "items/mill.txt"]
    assert skipped["file", ".txt"] == (3, "links to a file that is read anyway")
    assert check(run, "items/a.txt", "items/mill.txt")[0] == ["items/a.txt", "items/mill.txt"]


@LINKS
def test_links_to_folders_are_counted_and_not_followed(run, folder, outside):
    """A loop of them ends, and what is not walked is told; one that is named is walked."""
    (folder / "items" / "loop").symlink_to(".")
    (folder / "items" / "out").symlink_to(outside.parent)
    items, skipped, _ = check(run, "items")
    assert items == ["items/ferry.txt", "items/mill.txt"]
    assert skipped["folder", "*/"] == (2, "links to folders are not followed; name the folder to have it walked")
    assert check(run, "items/out")[0] == ["items/out/secret.txt"]


@LINKS
def test_a_link_that_leads_nowhere_is_a_failure_as_before(run, folder):
    """It is meant to be an item, and cannot be read."""
    (folder / "items" / "gone.txt").symlink_to("nowhere.txt")
    ran = run("check", "items")
    assert ran.code == 2
    assert re.search(r"error: items/gone\.txt: .*", ran.err)


def test_files_that_sayso_is_writing_are_no_news(run, folder):
    """What a run has not yet finished is not told of as hidden, so that two runs say the same."""
    (folder / "items" / ".sayso-1.tmp").write_text("x")
    assert check(run, "items")[1]["file", ".*"] == (1, "hidden")
    assert check(run, "items", "--accepted", "items/ok.jsonl")[1]["file", ".*"] == (1, "hidden")


def test_the_docs_name_the_folders_of_tools():
    """The page on what is an item has each of them."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "configure.md").read_text("utf-8")
    assert [name for name in sorted(NEVER) if f"`{name}`" not in page] == []
