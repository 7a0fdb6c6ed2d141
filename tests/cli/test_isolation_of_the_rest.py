"""What a plugin does to the process, to what all share, and by being absent: it is named, and the others go on."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading

import pytest

from sayso_cli.guard import Guard, told
from sayso_cli.work import _context

ODD = """
import threading
import time

from sayso import Finding, Format, ReadError, hookimpl, refiner, rule

ABOUT = {"since": "1", "languages": (), "cure": "Mend it."}


@rule("acme/interrupts", "Interrupts.", **ABOUT)
def interrupts(item):
    '''Raise what is nobody's to raise but the user's.'''
    raise KeyboardInterrupt


@rule("acme/lingers", "Lingers.", **ABOUT)
def lingers(item):
    '''Leave a thread behind that never ends.'''
    threading.Thread(target=lambda: time.sleep(1000)).start()
    return ()


@rule("acme/unawaited", "Fails in a thread.", **ABOUT)
def unawaited(item):
    '''Fail where nobody waits for it.'''
    thread = threading.Thread(target=lambda: {}["x"])
    thread.start()
    thread.join()
    return ()


class Fails:
    def __del__(self):
        raise ValueError("taken away")


@rule("acme/deletes", "Fails when taken away.", **ABOUT)
def deletes(item):
    '''Fail where nobody asks.'''
    Fails()
    return ()


@rule("acme/empties", "Empties.", **ABOUT)
def empties(item):
    '''Take the words away from those who come behind.'''
    item.analysis.tokens.lows.clear()
    yield Finding("emptied")


@rule("acme/empties-and-fails", "Empties.", **ABOUT)
def empties_and_fails(item):
    '''The same, and an error.'''
    item.analysis.tokens.words.clear()
    raise KeyError("x")


@rule("acme/moves", "Moves.", **ABOUT)
def moves(item):
    '''Move the words.'''
    item.analysis.tokens.starts[0] = 5
    return ()


@rule("acme/adds", "Adds.", **ABOUT)
def adds(item):
    '''Put something beside the facts.'''
    item.record.extra["acme"] = 1
    return ()


@rule("acme/teaches", "Teaches.", **ABOUT)
def teaches(item):
    '''Put a word beside those of the language.'''
    item.pack.verbs["acme"] = item.pack.verbs["said"]
    return ()


@rule("acme/forces", "Forces.", **ABOUT)
def forces(item):
    '''Set what is frozen.'''
    object.__setattr__(item.record, "id", "hacked")
    object.__setattr__(item.record.content, "sha256", "hacked")
    object.__setattr__(item.record, "headline", item.record.uri)
    return ()


def sniff(draft):
    if "leave" in draft.text:
        raise SystemExit(0)
    return "refine" in draft.text


@refiner("acme", "Acme's", version="1", refines=["plaintext"], sniff=sniff)
def acme(draft):
    if "refused" in draft.text:
        raise ReadError("acme-kind", "it is not whole")
    if "odd" in draft.text:
        raise ReadError("acme-kind", 3)
    if "deep" in draft.text:
        return acme.refine(draft)
    raise KeyboardInterrupt


def render(reports, rendering):
    yield from ("" for report in reports)
    raise KeyboardInterrupt


@hookimpl
def sayso_rules():
    return [interrupts, lingers, unawaited, deletes, empties, empties_and_fails, moves, adds, teaches, forces]


@hookimpl
def sayso_readers():
    return [acme]


@hookimpl
def sayso_formats():
    return [Format("interrupts", "Interrupts", render)]
"""
TEXT = "Sources said the deal was dead.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder with the plugin and two items."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_DEBUG", raising=False)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "odd.py").write_text(ODD)
    (tmp_path / "sayso.toml").write_text('local-plugins = ["tools/odd.py"]\n')
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    return tmp_path


BUNDLED = "sourcing/bare-anonymous-source"


def chosen(*rules):
    """Options to run these rules and one of sayso's."""
    return ("-f", "concise", "--select", ",".join([BUNDLED, *(f"acme/{one}" for one in rules)]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_rule_cannot_interrupt_the_run(program, home, jobs):
    """What no user asked for is a failure by name, and both items are checked by the other rules."""
    ran = program("check", "a.txt", "b.txt", *chosen("interrupts"), "-j", jobs, cwd=home)
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines() == [
        f"sayso: error: {name}.txt: rule acme/interrupts (plugin tools/odd.py) failed: KeyboardInterrupt (odd.py:13)"
        for name in "ab"
    ]
    assert ran.stdout.count(BUNDLED.encode()) == 2


def test_neither_can_a_reader_or_a_format(program, home):
    """Each is named, as for any other error."""
    (home / "a.txt").write_text("refine this.\n")
    ran = program("check", "a.txt", "b.txt", *chosen(), cwd=home)
    assert ran.returncode == 2
    assert b"a.txt: its reader acme failed: KeyboardInterrupt" in ran.stderr
    assert ran.stdout.count(BUNDLED.encode()) == 1
    ran = program("check", "b.txt", "-f", "interrupts", cwd=home)
    assert ran.returncode == 2
    assert b"plugin 'tools/odd.py': format interrupts failed: KeyboardInterrupt" in ran.stderr


def test_a_plugin_cannot_interrupt_its_loading(program, home):
    """As any plugin that cannot be imported."""
    (home / "tools" / "odd.py").write_text("raise KeyboardInterrupt\n")
    ran = program("check", "a.txt", *chosen(), cwd=home)
    assert ran.returncode == 2
    assert ran.stderr == b"sayso: error: plugin 'tools/odd.py' (local): KeyboardInterrupt (odd.py:1)\n"
    assert ran.stdout.count(BUNDLED.encode()) == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_thread_that_never_ends_keeps_nobody(program, home, jobs):
    """The run ends when its work is done, in other processes too."""
    ran = program("check", "a.txt", "b.txt", *chosen("lingers"), "--fail-on", "warning", "-j", jobs, cwd=home)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform == "darwin", reason="nothing is forked here")
def test_where_a_thread_runs_nothing_is_forked():
    """A copy of a process is without its threads, and with the locks that they hold."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    if threading.active_count() == 1:
        assert _context().get_start_method() == "fork"
    thread.start()
    try:
        assert _context().get_start_method() == "spawn"
    finally:
        end.set()
        thread.join()


@pytest.mark.parametrize(
    ("name", "said"), [("unawaited", "KeyError: 'x' (odd.py:26)"), ("deletes", "ValueError: taken away (odd.py:34)")]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_fails_unawaited_is_named_without_a_traceback(program, home, name, said, jobs):
    """In a thread, or where an object is taken away: one line for all items."""
    ran = program("check", "a.txt", "b.txt", *chosen(name), "--fail-on", "never", "-j", jobs, cwd=home)
    assert ran.returncode == 0
    (line,) = ran.stderr.decode().splitlines()
    assert line == f"sayso: plugin 'tools/odd.py' failed where nothing waits for it, as in a thread: {said} (2 times)"
    ran = program("check", "a.txt", *chosen(name), cwd=home, env={**os.environ, "SAYSO_DEBUG": "1"})
    assert b"Traceback" in ran.stderr


def test_whoever_waits_for_threads_is_given_back_too(monkeypatch):
    """What fails in nobody's plugin goes where it went before the program began, and so does all when it ends."""
    heard = []
    monkeypatch.setattr(threading, "excepthook", heard.append)
    guard = Guard()
    here = threading.Thread(target=json.loads, args=("{",))
    here.start()
    here.join()
    guard.release()
    assert len(heard) == 1
    assert threading.excepthook == heard.append
    assert told(guard.take()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empties", "SaysoError: it changes the item that all rules are given; nothing that it says of it is kept"),
        ("empties-and-fails", "KeyError: 'x'"),
        ("moves", "SaysoError: it changes the item"),
        ("adds", "SaysoError: it changes the item"),
        ("teaches", "SaysoError: it changes the item"),
        ("forces", "SaysoError: it changes the item"),
    ],
)
def test_a_rule_that_changes_what_all_share_is_named_and_changes_nothing(run, home, name, said):
    """The rules behind it find what they find without it; the record that is written is as it was."""
    ran = run("check", "a.txt", *chosen(name))
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert line.startswith(f"sayso: error: a.txt: rule acme/{name} (plugin tools/odd.py) failed: {said}")
    assert ran.out == run("check", "a.txt", *chosen()).out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("leave", "plugin 'acme': whether the reader takes it failed: SystemExit: 0 (odd.py:90)"),
        ("refine deep", "nested too deeply to be read by its reader acme"),
        ("refine refused", "it is not whole"),
        ("refine odd", "its reader acme gives an error whose kind, message and locator are no texts"),
    ],
)
def test_the_reader_is_blamed_that_failed(run, home, text, said):
    """The refiner and not the reader whose drafts it refines; its ReadError keeps its kind."""
    (home / "a.txt").write_text(f"{text}\n")
    report = json.loads(run("check", "a.txt", "b.txt", *chosen()[2:], "-f", "json").out)
    (failure,) = report["failures"]
    assert failure["message"] == said
    assert (failure["error"] == "acme-kind") == (said == "it is not whole")
    assert [item["path"] for item in report["items"]] == ["b.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_plugin_that_is_left_out_is_in_the_report_once(program, home, jobs):
    """Whatever reads the report sees it, and not only who reads standard error; no baseline accepts it."""
    (home / "tools" / "odd.py").write_text("1 / 0\n")
    ran = program("check", "a.txt", "b.txt", "-f", "json", "-j", jobs, cwd=home)
    assert ran.returncode == 2
    report = json.loads(ran.stdout)
    assert [(one["error"], one["message"]) for one in report["failures"]] == [
        ("plugin", "plugin 'tools/odd.py' (local): ZeroDivisionError: division by zero (odd.py:1)")
    ]
    assert ran.stderr.decode().count("ZeroDivisionError") == 1
    ran = program("check", "a.txt", "b.txt", "-j", jobs, cwd=home)
    assert ran.stdout.decode().splitlines()[-1].endswith("; 1 plugin could not be loaded whole")
    assert b"input could not" not in ran.stdout
    program("baseline", "create", "a.txt", "b.txt", "--accept-failures", cwd=home)
    ran = program("check", "a.txt", "b.txt", "-f", "json", "--baseline", "sayso.baseline.json", cwd=home)
    assert ran.returncode == 2
    assert len(json.loads(ran.stdout)["failures"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("normalize", "a.txt"), 2),
        (("normalize", "a.txt", "--to", "csv"), 2),
        (("show", "a.txt"), 2),
        (("rules",), 0),
        (("readers",), 0),
        (("baseline", "create", "a.txt"), 0),
    ],
)
def test_every_command_that_works_with_plugins_names_it(run, home, words, code):
    """A record that another reader made, or a list that lacks its rules, does not pass for the whole."""
    (home / "tools" / "odd.py").write_text(
        "from sayso import hookimpl\n\n\n@hookimpl\ndef sayso_rules():\n    return []\n"
    )
    assert run(*words).err == ""
    (home / "sayso.baseline.json").unlink(missing_ok=True)
    (home / "tools" / "odd.py").write_text("1 / 0\n")
    ran = run(*words)
    assert ran.code == code
    assert ran.err == "sayso: error: plugin 'tools/odd.py' (local): ZeroDivisionError: division by zero (odd.py:1)\n"
    assert ran.out


def test_where_python_answers_interruptions_all_count_as_asked_for(monkeypatch):
    """In a library, nothing tells them apart; where a function answers, its place in the traceback does."""
    from sayso.stopping import asked_to_stop

    def answer(number, at):
        raise KeyboardInterrupt

    assert not asked_to_stop(ValueError())
    assert asked_to_stop(KeyboardInterrupt())
    before = signal.signal(signal.SIGINT, answer)
    try:
        assert not asked_to_stop(KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt) as caught:
            os.kill(os.getpid(), signal.SIGINT)
        assert asked_to_stop(caught.value)
    finally:
        signal.signal(signal.SIGINT, before)
