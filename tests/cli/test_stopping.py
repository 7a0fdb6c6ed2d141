"""Interrupted or asked to end: one line at most, the exit code of the signal, and nothing half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
TEXT = "The mill closed on Monday, sources said. Critics called it a scandal.\n"
PROGRAM = [sys.executable, "-c", "from sayso_cli.main import main; main()"]
#: Sends itself a signal when a module is looked for.
RUDE = """
import os, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Finder())
from sayso_cli.main import main
main()
"""
SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture
def folder(tmp_path):
    """A folder with an item, and old reports."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "r.json").write_text("")
    return tmp_path


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("name", ["sayso_cli.terminal", "typer", "sayso_cli.commands.check", "sayso.engine", "cattrs"])
def test_while_it_loads_it_is_gone_without_a_traceback(folder, name, number):
    """Whatever is being imported, in the program's own loading or in that of a command."""
    words = ["normalize" if name == "cattrs" else "check", "a.txt", "--no-config"]
    command = [sys.executable, "-c", RUDE.format(name=name, number=int(number)), *words]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 128 + number
    assert ran.stderr in ("", "sayso: stopped\n")
    assert ran.stdout == ""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", SIGNALS)
def test_in_the_midst_of_a_run_nothing_half_written_stays(folder, number, jobs):
    """The files that it had begun are taken away, those that were there stay, and one line says that it was stopped."""
    lines = [json.dumps({"text": TEXT * 9, "id": str(n)}) for n in range(20_000)]
    for name in ("x.jsonl", "y.jsonl"):
        (folder / name).write_text("\n".join(lines))
    words = ["check", ".", "--no-config", "--format", "json:r.json", "--accepted", "ok.jsonl", "--jobs", str(jobs)]
    with subprocess.Popen([*PROGRAM, *words], cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        for _ in range(600):
            if len(list(folder.glob(".sayso-*.tmp"))) == 2:
                break
            time.sleep(0.05)
        process.send_signal(number)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()  # of one that did not stop, the test would never end
    assert process.returncode == 128 + number
    assert said == "sayso: stopped\n"
    assert sorted(one.name for one in folder.iterdir()) == ["a.txt", "r.json", "x.jsonl", "y.jsonl"]
    assert (folder / "r.json").read_text() == ""


def test_what_is_ignored_stays_ignored(folder):
    """Started so that interrupts do not reach it, as in the background of a script, it goes on."""
    code = RUDE.format(name="sayso.engine", number=int(signal.SIGINT))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", code, "check", "a.txt", "--no-config", "--quiet"],
            cwd=folder,
            capture_output=True,
            timeout=60,
            check=False,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert ran.returncode == 1


def test_asked_twice_it_does_not_wait():
    """Whatever holds up the first answer, the second is the end."""
    code = (
        "import os, signal, sayso_cli.main as main\n"
        "main._own = os.getpid()\n"
        "main._listen(main._stop)\n"
        "try:\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "except KeyboardInterrupt:\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "print('late')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (143, b"", b"")


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("whose", ["", "__name__ = 'a_plugin'"])
def test_thrown_away_in_a_finaliser_it_is_asked_for_again(folder, whose, number):
    """Python lets no error out of a finaliser, of ours or of a plugin's; the run stops nevertheless."""
    code = (
        "import os, sayso_cli.terminal as terminal\n"
        f"{whose}\n"
        "class Late:\n"
        "    def __del__(self):\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "        sum(range(1000))\n"
        "import sayso.engine as engine\n"
        "checked = engine.Engine.check_many\n"
        "def slow(self, *words, **more):\n"
        "    Late()\n"
        "    for _ in range(10_000_000):\n"
        "        yield from checked(self, *words, **more)\n"
        "engine.Engine.check_many = slow\n"
        "from sayso_cli.main import main\n"
        "main()\n"
    )
    words = ["check", "a.txt", "--no-config", "--quiet"]
    command = [sys.executable, "-c", code, *words]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + number, "", "sayso: stopped\n")


def test_a_process_of_the_run_does_not_speak_for_it():
    """Interrupted before it has its own answers, a process that was forked is gone without a word."""
    code = (
        "import os, signal, sayso_cli.main as main\n"
        "main._own = os.getpid()\n"
        "main._listen(main._stop)\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    print('late')\n"
        "raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b""), os.fsdecode(ran.stderr)


def gone() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait(60)
    return process.pid


def test_what_a_killed_run_left_the_next_one_takes_away(folder):
    """In the folder that it writes to, and nowhere else."""
    (folder / "big.jsonl").write_text("\n".join(json.dumps({"text": TEXT, "id": str(n)}) for n in range(20_000)))
    (folder / "out").mkdir()
    words = ["check", "big.jsonl", "--no-config", "--format", "json:out/r.json", "--accepted", "ok.jsonl"]
    with subprocess.Popen([*PROGRAM, *words], cwd=folder, stderr=subprocess.DEVNULL) as process:
        for _ in range(600):
            if len(list(folder.rglob(".sayso-*.tmp"))) == 2:
                break
            time.sleep(0.05)
        process.kill()
    assert len(list(folder.rglob(".sayso-*.tmp"))) == 2
    again = ["check", "a.txt", "--no-config", "--quiet"]
    subprocess.run([*PROGRAM, *again, "--output", "out/r.json"], cwd=folder, timeout=60, check=False)
    assert [one.parent.name for one in folder.rglob(".sayso-*.tmp")] == [folder.name]
    subprocess.run([*PROGRAM, *again, "--quarantine", "no.jsonl"], cwd=folder, timeout=60, check=False)
    assert list(folder.rglob(".sayso-*.tmp")) == []


def test_what_somebody_writes_or_is_no_such_file_stays(run, folder):
    """Files of runs that go on, here or in another container, links, folders and all other names are left alone."""
    import fcntl

    dead = gone()
    (folder / "aim").write_text("x")
    kept = {f".sayso-{os.getppid()}.tmp", f".sayso-{dead}-0000000g.tmp", f".sayso-{dead}.tmp2", f"a.sayso-{dead}.tmp"}
    for name in kept:
        (folder / name).write_text("x")
    (folder / f".sayso-{dead}-00000001.tmp").symlink_to("aim")
    (folder / f".sayso-{dead}-00000002.tmp").mkdir()
    removed = {f".sayso-{dead}.tmp", f".sayso-{dead}-00000004.tmp", f".sayso-{os.getpid()}-00000005.tmp"}
    removed |= {f".sayso-{os.getpid()}.tmp"}
    for name in removed:
        (folder / name).write_text("x")
    with (folder / f".sayso-{dead}-00000003.tmp").open("w") as locked:
        fcntl.flock(locked, fcntl.LOCK_EX)
        assert run("check", folder / "a.txt", "--no-config", "--output", folder / "r.json").code == 1
    there = {one.name for one in folder.iterdir()}
    assert kept | {f".sayso-{dead}-0000000{n}.tmp" for n in (1, 2, 3)} <= there
    assert not removed & there
    assert (folder / "r.json").read_text() != ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_what_is_somebody_elses_stays(run, folder):
    """Whoever may remove everything does not."""
    file = folder / f".sayso-{gone()}.tmp"
    file.write_text("x")
    os.chown(file, 12345, 12345)
    assert run("check", folder / "a.txt", "--no-config", "--output", folder / "r.json").code == 1
    assert file.exists()


def test_before_it_can_listen_an_interruption_leaves_no_traceback_either():
    """The module that it listens by has to be loaded too."""
    code = (
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'signal':\n"
        "            raise KeyboardInterrupt\n"
        "sys.modules.pop('signal', None)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "import sayso_cli.main\n"
        "print('late')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


#: A rule that catches whatever is raised in it, and goes on.
DEAF = """
import os, signal, time
from sayso import Finding, hookimpl, rule

@rule("house/deaf", "Deaf.", since="1", languages=())
def deaf(item):
    asked = []
    while True:
        try:
            {first}
            time.sleep(30)
        except BaseException:
            pass

@hookimpl
def sayso_rules():
    return [deaf]
"""


def deafened(folder, first, words):
    """A run with that rule, whose patience is short."""
    (folder / "deaf.py").write_text(DEAF.format(first=first))
    (folder / "sayso.toml").write_text('local-plugins = ["deaf.py"]\n')
    code = (
        "import sayso_cli.main as main\n"
        "from sayso import time_limit\n"
        "main.GRACE, time_limit.MOST = 0.5, 5\n"
        "main.main()\n"
    )
    command = [sys.executable, "-c", code, "check", "a.txt", "b.txt", "--config", "sayso.toml", "--select", "house"]
    (folder / "b.txt").write_text(TEXT)
    return subprocess.run([*command, *words], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_rule_that_catches_every_interruption_of_a_limit_ends_the_run_by_its_name(folder, jobs):
    """Nothing else would ever end it; the line says who it was."""
    ran = deafened(folder, "pass", ["--timeout-per-item", "2", "--jobs", str(jobs)])
    said = "plugin 'deaf.py' took longer than the limit of time and catches what would stop it; the run ends here"
    assert ran.returncode == 2
    assert f"sayso: error: {said}\n" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("words", [[], ["--timeout-per-item", "20"]])
def test_a_rule_that_catches_it_does_not_keep_who_asks_the_run_to_end(folder, words):
    """What is to be taken away has its time, and no more."""
    ran = deafened(folder, "asked or asked.append(1) or os.kill(os.getpid(), signal.SIGTERM)", words)
    assert (ran.returncode, ran.stdout, ran.stderr) == (143, "", "sayso: stopped\n")
