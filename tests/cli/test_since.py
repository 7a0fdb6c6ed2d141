"""``--since``: only what changed since a commit, by item."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
BAD = "The {0} closed on Monday, sources said.\n"


def git(*words, cwd):
    """Git, with nobody's settings."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A work tree with a commit."""
    monkeypatch.chdir(tmp_path)
    items = tmp_path / "items"
    items.mkdir()
    for noun in ("mill", "ferry", "bänk x"):
        (items / f"{noun}.txt").write_text(BAD.format(noun))
    lines = [json.dumps({"text": BAD.format(noun)}) for noun in ("inn", "dam", "quay")]
    (items / "lines.jsonl").write_text("\n".join(lines))
    (items / "list.json").write_text(json.dumps([{"text": BAD.format(noun)} for noun in ("barn", "silo", "pier")]))
    (tmp_path / ".gitignore").write_text("items/ignored.txt\n")
    git("init", "-q", cwd=tmp_path)
    git("add", "-A", cwd=tmp_path)
    git("commit", "-qm", "one", cwd=tmp_path)
    return items


def seen(run, *words):
    """Which items were checked."""
    ran = run("check", "items", "--since", "HEAD", "--format", "json", *words)
    return [(one["path"], one["locator"]) for one in json.loads(ran.out)["items"]], ran


def test_nothing_changed_is_nothing_to_check(run, tree):
    """That is no failure, and the run says how much was passed over."""
    items, ran = seen(run)
    assert (items, ran.code) == ([], 0)
    assert "not checked: 5 files\n" in ran.err


def test_files_and_items_that_are_passed_over_are_counted_apart(run, tree):
    """A number has its unit: whole files, and of changed files the items."""
    lines = (tree / "lines.jsonl").read_text()
    (tree / "lines.jsonl").write_text(lines + "\n" + json.dumps({"text": BAD.format("mast")}))
    assert "not checked: 4 files, and 3 items of changed files\n" in seen(run)[1].err


@pytest.mark.skipif(os.name != "posix", reason="needs modes")
@pytest.mark.parametrize("how", ["worktree", "index", "commit"])
def test_that_a_file_may_be_run_is_no_change_of_its_items(run, tree, how):
    """Whether the mode stands in the work tree, is staged or committed; other bytes with another mode are a change."""
    (tree / "mill.txt").chmod(0o755)
    (tree / "ferry.txt").chmod(0o755)
    (tree / "ferry.txt").write_text(BAD.format("old ferry"))
    if how != "worktree":
        git("add", "-A", cwd=tree)
    since = "HEAD"
    if how == "commit":
        git("commit", "-qm", "two", cwd=tree)
        since = "HEAD~1"
    ran = run("check", "items", "--since", since, "--format", "json")
    assert [one["path"] for one in json.loads(ran.out)["items"]] == ["items/ferry.txt"]
    assert "not checked: 4 files\n" in ran.err


def test_changed_new_and_unknown_files_are_checked(run, tree):
    """Edited files, new ones, staged or not, and those that git is told to ignore."""
    (tree / "mill.txt").write_text(BAD.format("old mill"))
    (tree / "new.txt").write_text(BAD.format("castle"))
    (tree / "staged ü.txt").write_text(BAD.format("tower"))
    git("add", "staged ü.txt", cwd=tree)
    (tree / "ignored.txt").write_text(BAD.format("wall"))
    items, _ = seen(run)
    assert {path for path, _ in items} == {"items/mill.txt", "items/new.txt", "items/staged ü.txt", "items/ignored.txt"}


def test_of_a_file_with_many_items_only_the_new_ones_are_checked(run, tree):
    """Items that only moved are as they were; one whose metadata changed is not."""
    lines = (tree / "lines.jsonl").read_text().splitlines()
    more = [json.dumps({"text": BAD.format("gate")}), *lines[::-1]]
    more[1] = json.dumps({**json.loads(more[1]), "outlet": "Example Post"})
    (tree / "lines.jsonl").write_text("\n".join(more))
    listed = json.loads((tree / "list.json").read_text())
    (tree / "list.json").write_text(json.dumps([{"text": BAD.format("shed")}, *listed], indent=2))
    items, ran = seen(run)
    assert items == [("items/lines.jsonl", "line 1"), ("items/lines.jsonl", "line 2"), ("items/list.json", "/0")]
    assert "not checked: 3 files, and 5 items of changed files" in ran.err


def test_since_works_from_a_folder_below(run, tree, monkeypatch):
    """Paths count from where the user is, names from the top of the work tree."""
    monkeypatch.chdir(tree)
    (tree / "ferry.txt").write_text(BAD.format("new ferry"))
    ran = run("check", ".", "--since", "HEAD", "--format", "json")
    assert [one["path"] for one in json.loads(ran.out)["items"]] == ["ferry.txt"]


@pytest.mark.parametrize("ref", ["nothing", "--upload-pack=x", ""])
def test_what_is_no_commit_is_refused(run, tree, ref):
    """One line, and nothing is checked; no option of git slips in."""
    ran = run("check", "items", f"--since={ref}")
    assert ran.code == 2
    assert "--since" in ran.err
    assert ran.out == ""


def test_no_work_tree_is_said(run, tmp_path, monkeypatch):
    """Outside of git there is nothing to compare with."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(BAD)
    ran = run("check", "a.txt", "--since", "HEAD")
    assert ran.code == 2
    assert "not a git repository" in ran.err


def test_a_moved_file_is_no_new_one(run, tree):
    """A file under another name is as it was; where it was changed on the way, it counts, and of many items the new."""
    git("mv", "mill.txt", "old-mill.txt", cwd=tree)
    git("mv", "list.json", "more.json", cwd=tree)
    assert seen(run)[0] == []
    items = [*json.loads((tree / "more.json").read_text()), {"text": BAD.format("lock")}]
    (tree / "more.json").write_text(json.dumps(items))
    assert seen(run)[0] == [("items/more.json", "/3")]


def test_a_file_that_is_moved_to_where_other_things_hold_counts(run, tree, tmp_path):
    """What the configuration says of its new path may find something else."""
    (tmp_path / "sayso.toml").write_text('[[paths]]\nmatch = "items/done/**"\nprofile = "wire"\n')
    (tree / "done").mkdir()
    git("mv", "mill.txt", "done/mill.txt", cwd=tree)
    assert [path for path, _ in seen(run)[0]] == ["items/done/mill.txt"]


def test_the_work_tree_is_that_of_the_paths(run, tree, tmp_path, monkeypatch):
    """A run from elsewhere asks git where the items lie."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    monkeypatch.chdir(outside)
    (tree / "mill.txt").write_text(BAD.format("old mill"))
    ran = run("check", tree, "--since", "HEAD", "--format", "json")
    assert [one["path"] for one in json.loads(ran.out)["items"]] == [f"{tree.as_posix()}/mill.txt"]


def test_a_commit_that_a_shallow_clone_lacks_says_what_to_do(run, tree, tmp_path, monkeypatch):
    """In CI the history is often cut off."""
    (tree / "mill.txt").write_text(BAD.format("old mill"))
    git("commit", "-qam", "two", cwd=tree)
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "copy", cwd=tmp_path)
    monkeypatch.chdir(tmp_path / "copy")
    ran = run("check", "items", "--since", "HEAD~1")
    assert ran.code == 2
    assert "no commit 'HEAD~1'" in ran.err
    assert "fetch-depth: 0" in ran.err


def changed_since(run, ref):
    """The items that a check since a commit looks at."""
    ran = run("check", "items", "--since", ref, "--format", "json")
    return [one["path"] for one in json.loads(ran.out)["items"]]


def test_what_others_did_meanwhile_is_no_change_of_the_branch(run, tree):
    """A branch is compared with the commit at which it was left; with another history, as that is now."""
    git("branch", "ours", cwd=tree)
    (tree / "ferry.txt").write_text(BAD.format("steamer"))
    git("commit", "-qam", "theirs", cwd=tree)
    git("branch", "theirs", cwd=tree)
    git("switch", "-q", "ours", cwd=tree)
    (tree / "mill.txt").write_text(BAD.format("bakery"))
    git("commit", "-qam", "ours", cwd=tree)
    assert changed_since(run, "theirs") == ["items/mill.txt"]
    git("switch", "-q", "--orphan", "other", cwd=tree)
    git("commit", "-q", "--allow-empty", "-m", "empty", cwd=tree)
    git("switch", "-q", "ours", cwd=tree)
    assert len(changed_since(run, "other")) == 9
