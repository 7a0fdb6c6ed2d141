"""Many inputs: in several processes, and from the cache; the same bytes come out, whatever the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from sayso import Config, Document, Engine
from sayso_cli import caching
from sayso_cli.engines import Engines
from sayso_cli.made_by import fingerprint
from sayso_cli.stored import from_stored, to_stored

TEXT = "The {0} closed on Monday, sources said. “It is over for all of us here,” he said.\n"
CHECK = [sys.executable, "-c", "from sayso_cli.main import main; main()", "check", "items", "--format", "json"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Items of several kinds, good and broken."""
    monkeypatch.chdir(tmp_path)
    items = tmp_path / "items"
    items.mkdir()
    for number in range(30):
        (items / f"{number:02}.txt").write_text(TEXT.format(f"mill {number}"))
    (items / "broken.json").write_text("{")
    lines = [json.dumps({"text": TEXT.format(n), "author": "Ana Ruiz"}) for n in range(5)]
    (items / "lines.jsonl").write_text("\n".join([*lines, "{]"]))
    (items / "empty.txt").write_text("")
    return items


def test_any_number_of_processes_gives_the_same_bytes(run, folder):
    """Reports, complaints and exit code of two and three processes are those of one."""
    one = run("check", "items", "--jobs", "1")
    assert one.code == 2
    for jobs in ("2", "3"):
        assert run("check", "items", "--jobs", jobs) == one


def test_processes_with_accepted_findings_and_rates(run, folder):
    """What is decided over the whole run is decided the same."""
    run("baseline", "create", "items/00.txt")
    words = ("check", "items", "--baseline", "sayso.baseline.json", "--max-rate", "dating/date-missing=1%")
    assert run(*words, "--jobs", "2") == run(*words, "--jobs", "1")


def test_what_is_in_the_cache_is_what_was_checked(run, folder):
    """A second run gives the same bytes and checks nothing again, but for what failed."""
    first = run("check", "items", "--cache", "kept", "--format", "json")
    assert run("check", "items", "--format", "json") == first
    cache = caching.Cache("kept")
    engine = Engine()
    hits = [
        cache.get(cache.key(Document.from_path(f"items/{n:02}.txt"), engine), f"items/{n:02}.txt") for n in range(30)
    ]
    cache.close()
    assert all(hits)
    assert run("check", "items", "--cache", "kept", "--format", "json") == first
    assert run("check", "items", "--cache", "kept", "--format", "json", "--jobs", "2") == first


def test_a_change_of_file_or_configuration_is_seen(run, folder):
    """Neither an edited item nor another configuration is answered from the cache."""
    run("check", "items/00.txt", "--cache", "kept")
    (folder / "00.txt").write_text("The mill closed on 4 May 2026, owner Jo Berg said.\n")
    words = ("check", "items/00.txt", "--cache", "kept", "--format", "concise")
    assert "bare-anonymous-source" not in run(*words).out
    assert "date-missing" in run(*words).out
    (folder.parent / "sayso.toml").write_text('[rules]\n"dating/date-missing" = "off"\n')
    assert "date-missing" not in run(*words).out
    assert "date-missing" in run(*words, "--no-config").out


def test_a_list_of_words_that_was_edited_is_no_longer_what_the_cache_knows(run, tmp_path, monkeypatch):
    """Its words are a file of their own, on which the reports depend as on any rule's code."""
    monkeypatch.chdir(tmp_path)
    table = '[[rules]]\nname = "house/x"\nsummary = "S."\nwhy = "W."\nwords = ["{}"]\n'
    (tmp_path / "sayso.toml").write_text('local-plugins = ["words.toml"]\n')
    (tmp_path / "a.txt").write_text("The mill closed.\n")
    for word in ("mill", "closed"):
        (tmp_path / "words.toml").write_text(table.format(word))
        found = run("check", "a.txt", "--cache", "kept", "--select", "house", "-f", "concise").out
        assert f"'{word}' is on the house's list" in found


@pytest.mark.parametrize("damage", ["garbage", "half", "wrong data", "other version", "folder"])
def test_a_damaged_cache_is_begun_anew_with_a_word(run, folder, damage):
    """It is never believed: the findings are right, and one line says what happened."""
    first = run("check", "items/00.txt", "--cache", "kept", "--format", "json")
    file = folder.parent / "kept" / caching.FILE
    if damage == "garbage":
        file.write_bytes(b"nonsense " * 1000)
    elif damage == "half":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        import sqlite3

        with sqlite3.connect(file) as other:
            change = "PRAGMA user_version = 99" if damage == "other version" else "UPDATE reports SET data = x'00ff'"
            other.execute(change)
        other.close()
    again = run("check", "items/00.txt", "--cache", "kept", "--format", "json")
    assert (again.code, again.out) == (first.code, first.out)
    assert "cache" in again.err
    assert damage == "folder" or run("check", "items/00.txt", "--cache", "kept", "--format", "json") == first


def test_runs_at_once_share_a_cache(folder):
    """Three processes with one cache all give the right report."""
    command = [*CHECK, "--cache", "kept"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(3)]
    outputs = {one.communicate(timeout=120)[0] for one in runs}
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["summary"]["items"] == 35


def test_a_killed_run_leaves_a_cache_that_works(folder):
    """After a kill at any moment the next run gives the right report, and no output is half written."""
    whole = subprocess.run([*CHECK], capture_output=True, check=False).stdout
    for delay in (0.3, 0.5, 0.8):
        one = subprocess.Popen([*CHECK, "--cache", "kept", "--output", "report.json"], stderr=subprocess.DEVNULL)
        time.sleep(delay)
        one.send_signal(signal.SIGKILL)
        one.wait()
        if os.path.exists("report.json"):
            json.loads((folder.parent / "report.json").read_text())
    after = subprocess.run([*CHECK, "--cache", "kept"], capture_output=True, check=False)
    assert after.stdout == whole


def test_reports_come_back_whole(folder):
    """What is stored is the report: findings, skips, text, and what was left out."""
    engine = Engine()
    reports = [*engine.check_many(["items/00.txt", "items/lines.jsonl"])]
    sound = [report for report in reports if not report.failures]
    assert from_stored(json.loads(json.dumps(to_stored(sound)))) == sound
    spanish = engine.check({"text": "El molino cerró, dijo la alcaldesa de la ciudad.", "language": "es"})
    assert spanish.items[0].skips
    assert from_stored(json.loads(json.dumps(to_stored([spanish])))) == [spanish]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_run_leaves_no_process_behind(folder):
    """Processes that checked for a run end with it, even if nothing could tell them: its output comes to an end."""
    for number in range(30, 150):
        (folder / f"{number:03}.txt").write_text(TEXT.format(f"mill {number}") * 20)
    words = [*CHECK[:-1], "jsonl", "--jobs", "3"]
    run = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdout is not None
    with run.stdout:
        assert run.stdout.readline()
        run.kill()
        # Whoever lives on holds the other end, and there would be no end of the file.
        run.communicate(timeout=60)
    assert run.returncode == -signal.SIGKILL


GOOD = json.dumps(
    {
        "text": "The mill closed on 4 May 2026, its owner Jo Berg said.",
        "outlet": "Larkmoor Herald",
        "author": "Ana Ruiz",
        "date_published": "2026-05-04",
    }
)
LISTS = """\
[[rules]]
name = "house/plain-words"
summary = "Words that the house does not use."
why = "They say little."
words = ["{0}"]

[rules.examples]
flagged = [{{ text = "The {0} closed.", at = "{0}" }}]
clean = [{{ text = "It closed." }}]
"""
CODE = """\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "parts"))
from parts_of_house import WORD  # noqa: E402
from sayso import Finding, Span, hookimpl, rule


@rule("house/plain-words", "Words that the house does not use.", since="0.1", examples=[])
def plain_words(item):
    '''They say little.'''
    at = item.text.find(WORD)
    if at >= 0:
        yield Finding(f"{WORD!r} is on the list", (Span(at, at + len(WORD)),))


@hookimpl
def sayso_rules():
    return [plain_words]
"""


@pytest.mark.parametrize("kind", ["list", "module"])
def test_a_changed_rule_of_the_house_is_not_answered_from_the_cache(folder, kind):
    """Neither a changed list of words nor a changed module that a rule imports: what was kept was made by another."""
    home = folder.parent
    file = "house.toml" if kind == "list" else "house.py"
    (home / "sayso.toml").write_text(f'local-plugins = ["{file}"]\nselect = ["house"]\n')
    (home / "parts").mkdir()

    def found(word: str) -> bytes:
        (home / "house.toml").write_text(LISTS.format(word))
        (home / "parts" / "parts_of_house.py").write_text(f'WORD = "{word}"\n')
        (home / "house.py").write_text(CODE)
        command = [*CHECK[:-1], "concise", "--cache", "kept"]
        # Compiled modules go by seconds, and this test does not wait for one.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(command, capture_output=True, check=False, env=environment).stdout

    assert b"'mill'" in found("mill")
    assert b"'closed'" in found("closed")
    assert b"'mill'" in found("mill")


def test_code_that_is_the_same_is_known_again_wherever_it_was_written(folder):
    """An installation that is made anew has other times and the same content: what was kept holds."""
    home = folder.parent
    (home / "house.toml").write_text(LISTS.format("mill"))
    (home / "sayso.toml").write_text('local-plugins = ["house.toml"]\n')

    def print_() -> str | None:
        cache = caching.Cache("kept")
        try:
            return cache.key(Document.from_path("items/00.txt"), Engines().for_path("items/00.txt"))
        finally:
            cache.close()

    before = print_()
    os.utime(home / "house.toml", (1, 1))
    assert before is not None
    assert print_() == before
    (home / "house.toml").write_text(LISTS.format("bill"))
    os.utime(home / "house.toml", (1, 1))
    assert print_() != before


def test_every_format_has_the_same_bytes_whatever_the_number_of_processes(run, folder):
    """All formats of one run, and both streams: with one process, with two, and all but the pages from the cache."""
    formats = sorted(Engine().host.formats)
    assert len(formats) > 9

    def written(name: str, *words: str) -> dict[str, bytes]:
        files = [*formats, "accepted", "quarantine"]
        (folder / "good.json").write_text(GOOD)
        asked = [part for one in formats for part in ("--format", f"{one}:{name}.{one}")]
        streams = [part for one in files[-2:] for part in (f"--{one}", f"{name}.{one}")]
        assert run("check", "items", *asked, *streams, *words).code == 2
        return {one: (folder.parent / f"{name}.{one}").read_bytes() for one in files}

    one = written("one", "--jobs", "1")
    assert all(one.values())
    assert written("two", "--jobs", "2") == one
    formats.remove("html")
    del one["html"]
    assert written("first", "--cache", "kept") == one
    assert written("again", "--cache", "kept", "--jobs", "2") == one


def test_the_cache_follows_files_that_a_plugin_of_the_house_imports(tmp_path, monkeypatch):
    """Beside it and below; items in the same folder, of which there may be many, are none of its code."""
    (tmp_path / "more").mkdir()
    (tmp_path / "beside.py").write_text(
        "from sayso import hookimpl\nfrom .helper import WORD\nfrom .more.late import SAID\n"
        "@hookimpl\ndef sayso_rules():\n    return []\n"
    )
    (tmp_path / "helper.py").write_text("WORD = 1\n")
    (tmp_path / "more" / "late.py").write_text("SAID = 1\n")
    (tmp_path / "item.txt").write_text("The mill closed.")
    config = Config(local_plugins=(str(tmp_path / "beside.py"),))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    first = fingerprint(Engine(config))
    (tmp_path / "item.txt").write_text("The mill did not close.")
    assert fingerprint(Engine(config)) == first
    for name in ("helper.py", "more/late.py"):
        (tmp_path / name).write_text(f"{(tmp_path / name).read_text()}# another line\n")
        second = fingerprint(Engine(config))
        assert second != first
        first = second
