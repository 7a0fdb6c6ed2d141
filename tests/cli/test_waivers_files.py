"""Files of waivers as people write them: what is added or taken out leaves a file that says what it should."""

from __future__ import annotations

import tomllib

import pytest

ITEM = "The mill will close in May, sources said.\n"
RULE = "sourcing/bare-anonymous-source"
ENTRY = f'{{{{ rule = "{RULE}", item = "{{}}.txt", reason = "known" }}}}'
LIST = f"# ours\nwaivers = [ {ENTRY.format('b')}, {ENTRY.format('c')}, ]\n"
LONG = f'''\
[[waivers]]  # the first
rule = "{RULE}"
item = "b.txt"
reason = """
It stood so in our handbook:
[[waivers]]
and Jo Berg knows it."""

[[ waivers ]]
rule = "{RULE}"
item = "a.txt"
reason = "known"
'''


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two items, of which the first has a finding."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ITEM)
    (tmp_path / "b.txt").write_text(ITEM.replace("sources", "Ana Ruiz"))
    return tmp_path


def add(run, item="a.txt"):
    """Waive the finding."""
    return run("waivers", "add", RULE, item, "--reason", "known", "--file", "w.toml", "--until", "2126-05-04")


def items(folder):
    """The items of the waivers that are in the file."""
    return [one["item"] for one in tomllib.loads((folder / "w.toml").read_text("utf-8-sig"))["waivers"]]


def test_where_a_file_cannot_be_changed_rightly_it_is_left_alone(run, folder):
    """Waivers that are one list take no table behind them, and lose none of their entries; both are said."""
    (folder / "w.toml").write_text(LIST)
    (folder / "c.txt").write_text(ITEM)
    for ran in (add(run), run("waivers", "prune", ".", "--file", "w.toml")):
        assert (ran.code, ran.out) == (2, "")
        assert "w.toml: is left as it is" in ran.err
        assert (folder / "w.toml").read_text() == LIST


def test_a_reason_may_have_lines_like_those_of_a_file_of_waivers(run, folder):
    """The first is taken out with all of its reason, and the second stays."""
    (folder / "w.toml").write_text(LONG)
    ran = run("waivers", "prune", ".", "--file", "w.toml")
    assert (ran.code, "1 waiver stays" in ran.out) == (0, True)
    assert items(folder) == ["a.txt"]


def test_a_comment_within_a_reason_is_no_reason_to_break_the_file(run, folder):
    """What looks like a comment would stay behind: it is not known whose it is."""
    text = LONG.replace("It stood", "# It stood")
    (folder / "w.toml").write_text(text)
    run("waivers", "prune", ".", "--file", "w.toml")
    assert tomllib.loads((folder / "w.toml").read_text())


@pytest.mark.parametrize("text", ["", "# none yet", LONG, "\ufeff" + LONG, LONG.replace("\n", "\r\n")])
def test_a_waiver_goes_to_the_end(run, folder, text):
    """Behind whatever form the others have, with or without an end of the last line."""
    (folder / "w.toml").write_text(text, "utf-8", newline="")
    assert add(run, "*.txt").code == 0
    assert items(folder)[-1] == "*.txt"
    assert (folder / "w.toml").read_bytes().startswith(text.encode())
