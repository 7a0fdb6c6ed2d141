"""Files and streams that are not what they seem: closed, pipes, the input as output."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

import pytest

UNDATED = "The bridge was opened today, the city said."
PROGRAM = [sys.executable, "-c", "from sayso_cli.main import main; main()"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs pipes that have names, and streams that are closed")


@pytest.fixture
def undated(tmp_path):
    """An item with three errors."""
    file = tmp_path / "undated.txt"
    file.write_text(UNDATED, "utf-8")
    return file


@pytest.fixture
def pipe(tmp_path):
    """A named pipe that nobody writes to; what waits for it is ended by an alarm."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)

    def late(*_):
        raise TimeoutError("a pipe was opened")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    yield path
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def shell(command: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program by a shell, in which ``"$@"`` is the program with these arguments."""
    words = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(
        ["bash", "-c", command, "bash", *words], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("how", ["same", "symlink", "hardlink", "folder"])
def test_the_input_is_never_the_output(run, undated, tmp_path, how):
    """An --output that is an input, by whatever name, is refused, and the input stays as it was."""
    output, source = tmp_path / "other.txt", undated
    if how == "symlink":
        output.symlink_to(undated)
    elif how == "hardlink":
        os.link(undated, output)
    else:
        output = undated
    if how == "folder":
        source = tmp_path
    ran = run("check", source, "--output", output)
    assert ran.code == 2
    assert "is one of the inputs" in ran.err
    assert undated.read_text("utf-8") == UNDATED
    assert {path.name for path in tmp_path.iterdir()} == {"undated.txt", output.name}


def test_a_failing_run_leaves_the_output_as_it_was(run, undated, tmp_path, monkeypatch):
    """Where rendering fails in the middle, the old report stays whole and nothing lies beside it."""
    from sayso import Engine

    report = tmp_path / "out" / "report.txt"
    report.parent.mkdir()
    report.write_text("the old one", "utf-8")

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(Engine, "check_many", broken)
    with pytest.raises(ZeroDivisionError):
        run("check", undated, "--output", report)
    assert report.read_text("utf-8") == "the old one"
    assert list(report.parent.iterdir()) == [report]


def test_the_output_keeps_its_link_and_its_mode(run, undated, tmp_path):
    """A report that is replaced keeps its mode, and a link to it stays a link."""
    report, link = tmp_path / "report.json", tmp_path / "latest.json"
    report.write_text("old", "utf-8")
    report.chmod(0o640)
    link.symlink_to(report)
    assert run("check", undated, "--format", "json", "--output", link).code == 1
    assert link.is_symlink()
    assert report.read_text("utf-8").startswith("{")
    assert report.stat().st_mode & 0o777 == 0o640


def test_an_output_that_cannot_be_is_named(program, undated, tmp_path):
    """A folder that is not there, or that stands in the place of the report, is one line that names the output."""
    for output in (tmp_path / "gone" / "report.txt", tmp_path):
        ran = program("check", undated, "--output", output)
        assert ran.returncode == 2
        (line,) = ran.stderr.decode().splitlines()
        assert str(output) in line


@POSIX
def test_a_device_can_be_the_output(undated):
    """--output /dev/stdout writes to the pipe that standard output is, and replaces no file."""
    ran = shell('"$@" | cat', "check", undated, "--format", "concise", "--output", "/dev/stdout")
    assert "error dating/date-missing" in ran.stdout


@POSIX
@pytest.mark.parametrize(
    ("command", "arguments", "code", "error"),
    [
        ('"$@" <&-', ("check", "-"), 2, "standard input is closed"),
        ('"$@" <&-', ("normalize", "-"), 2, "standard input is closed"),
        ('"$@" <&-', ("validate", "-"), 2, "standard input is closed"),
        ('"$@" >&-', ("check", "FILE"), 2, "standard output is closed"),
        ('"$@" >&-', ("normalize", "FILE"), 2, "standard output is closed"),
        ('"$@" >&-', ("--version",), 2, "standard output is closed"),
        ('"$@" >&-', ("check", "FILE", "--quiet"), 1, ""),
        ('"$@" >&-', ("check", "FILE", "--output", "REPORT"), 1, ""),
        ('"$@" 2>&-', ("check", "FILE", "gone.txt"), 2, ""),
    ],
)
def test_a_closed_stream_is_one_line_at_most(undated, tmp_path, command, arguments, code, error):
    """Without standard input or output sayso says so in one line; where it needs neither, the exit code is enough."""
    places = {"FILE": undated, "REPORT": tmp_path / "report.txt"}
    ran = shell(command, *(places.get(one, one) for one in arguments))
    assert ran.returncode == code
    assert error in ran.stderr
    assert len(ran.stderr.splitlines()) == (1 if error else 0)


def test_a_defect_of_ours_is_one_line_too(undated):
    """What nobody foresaw is one line that says whose fault it is; SAYSO_DEBUG shows the traceback."""
    broken = "import sayso.engine as e; e.Engine.__init__ = lambda *_, **__: 1 / 0"
    script = f"{broken}; from sayso_cli.main import main; main()"
    for debug in ("", "1"):
        ran = subprocess.run(
            [sys.executable, "-c", script, "check", str(undated)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "SAYSO_DEBUG": debug},
        )
        said = ran.stderr.splitlines()
        assert (ran.returncode, len(said) > 1) == (1 if debug else 2, bool(debug))
        assert ("this is a bug in sayso" in said[0]) is not bool(debug)
        assert "ZeroDivisionError" in said[-1]


@POSIX
def test_a_walk_opens_files_only(run, undated, pipe, tmp_path, monkeypatch):
    """A pipe and a socket in a folder are skipped, each by name and with the reason, and the files are checked."""
    monkeypatch.chdir(tmp_path)  # the address of a socket has no room for a long path
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        ran = run("check", tmp_path, "--format", "concise")
        normalized = run("normalize", tmp_path)
    assert ran.code == 1
    assert "undated.txt:1:" in ran.out
    for words in ("pipe.txt): is a named pipe", "socket.txt): is a socket"):
        assert words in ran.err
        assert words in normalized.err


@POSIX
def test_a_pipe_that_is_named_is_read(undated):
    """Standard input and a pipe can be named as paths, are read once and are whole."""
    for command in ('cat FILE | "$@" /dev/stdin', '"$@" <(cat FILE)'):
        ran = shell(command.replace("FILE", f"'{undated}'"), "check", "--format", "concise")
        assert ran.returncode == 1
        assert ":1:23: error dating/relative-date-unanchored" in ran.stdout


@POSIX
def test_no_pipe_is_configuration_or_validated(run, undated, pipe):
    """A pipe as --config or as a document to validate is refused in one line, and not opened."""
    for arguments in (("check", undated, "--config", pipe), ("validate", pipe), ("validate", pipe, "--schema", "item")):
        ran = run(*arguments)
        assert ran.code == 2
        (line,) = ran.err.splitlines()
        assert "is a named pipe, not a regular file" in line


@POSIX
@pytest.mark.parametrize(
    "words",
    [("check", "{}", "--no-config"), ("check", "{}", "--no-config", "-f", "jsonl"), ("rules",), ("schema", "item")],
)
def test_whose_output_is_closed_ends_as_others_do(undated, words):
    """The code is that of the signal for it, whether it would have found something or only lists."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [*PROGRAM, *(one.format(undated) for one in words)]
    ran = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(theirs)
    assert (ran.returncode, ran.stderr) == (141, b"")


@POSIX
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is full")
@pytest.mark.parametrize(("words", "code"), [(("check", "nowhere"), 2), (("explain", "no/rule"), 2), (("rules",), 0)])
def test_where_nothing_can_be_said_the_code_says_it(words, code):
    """What cannot be written to standard error does not change it."""
    command = [*PROGRAM, *words]
    with open("/dev/full", "w") as full:
        ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, timeout=60, check=False)
    assert ran.returncode == code
