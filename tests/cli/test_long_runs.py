"""Long runs: how far they are, and streams split in two."""

from __future__ import annotations

import io
import json

import pytest

from sayso_cli.progress import AFTER, Progress

GOOD = {
    "text": "The mill closed on Monday, owner Jo Berg said.", "outlet": "Example Post", "author": "Ana Ruiz",
    "date_published": "2026-05-04", "language": "en",
}  # fmt: skip


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_progress_says_rate_and_rest_and_leaves_no_trace():
    """After a while the line has inputs, rate and remaining time; at the end it is gone."""
    screen, clock = Terminal(), Clock()
    progress = Progress(screen, clock)
    for _ in progress.over(range(200)):
        clock.now += 0.1
        progress.items += 2
    lines = screen.getvalue().split("\r\x1b[K")
    assert lines[1].startswith("[##")
    assert "20 items/s" in lines[1]
    assert lines[1].endswith(" left")
    assert "0:1" in lines[1], "fifteen of two hundred in a second and a half leave eighteen seconds and a half"
    progress.clear()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_short_run_shows_nothing():
    """Nobody needs a bar for a second."""
    screen, clock = Terminal(), Clock()
    progress = Progress(screen, clock)
    for _ in progress.over(range(5)):
        clock.now += AFTER / 10
    progress.clear()
    assert screen.getvalue() == ""


def test_a_pipe_gets_no_bar(run, tmp_path):
    """Standard error of a run that no terminal shows has no line of it, and inputs stay lazy."""
    progress = Progress(io.StringIO())
    assert next(progress.over(iter([1]))) == 1
    assert not progress.shows
    (tmp_path / "a.txt").write_text("The mill closed.")
    assert "\r" not in run("check", tmp_path).err


@pytest.fixture
def stream(tmp_path, monkeypatch):
    """Good, bad and broken lines."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "in.jsonl"
    bad = {"text": "The mill closed, sources said."}
    file.write_text("\n".join([json.dumps(GOOD), json.dumps(bad), "{", json.dumps({**GOOD, "id": "2"})]))
    return file


def lines(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_a_stream_is_split_and_nothing_is_lost(run, stream, tmp_path):
    """Each item is in one of the two files, with its text and findings; what failed is in quarantine."""
    ran = run("check", stream, "--accepted", "good.jsonl", "--quarantine", "bad.jsonl", "--quiet")
    assert ran.code == 2
    good, bad = lines(tmp_path / "good.jsonl"), lines(tmp_path / "bad.jsonl")
    assert [one["locator"] for one in good] == ["line 1", "line 4"]
    assert good[0]["item"] == GOOD
    assert [one["locator"] for one in bad] == ["line 2", "line 3"]
    assert "dating/date-missing" in {one["rule"] for one in bad[0]["findings"]}
    assert bad[1]["error"] == "json"


def test_the_level_decides_who_passes(run, stream, tmp_path):
    """With --fail-on never everything that can be checked passes."""
    run("check", stream, "--accepted", "good.jsonl", "--quarantine", "bad.jsonl", "--fail-on", "never", "--quiet")
    assert len(lines(tmp_path / "good.jsonl")) == 3
    assert len(lines(tmp_path / "bad.jsonl")) == 1


def test_an_input_is_never_written_over(run, stream):
    """A stream that would end where it began is refused, and the input stays as it is."""
    before = stream.read_text()
    assert run("check", stream, "--accepted", stream).code == 2
    assert stream.read_text() == before
