"""What stands between the fences of a page, and somebody who does what it says.

The mark on the line above a block says what is to be done with it:

- ``file: NAME``: it is written.
- ``run``, ``run: CODE``: its lines are commands, of which each must give that exit code, else 0.
- ``output``: its lines are printed by the last command, in this order; a line of ``…`` stands for others.
- ``output: all``, ``output: errors``: it is all that was printed; its lines are on standard error.
- ``holds: NAME``: its lines stand in a file that a command wrote.
- ``python``: it is run, with the names of the blocks above it; what it prints counts as printed.
- ``shown: REASON``: it cannot be run here, but must be what it says it is (`docs_shown`).

Without a mark, TOML is a configuration, and JSON is read.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

FENCED = re.compile(r"(?:^<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SAYSO = [sys.executable, "-c", "from sayso_cli.main import main; main()"]
PYTEST = [sys.executable, "-m", "pytest", "-p", "sayso.testing.pytest_plugin", "-p", "no:cacheprovider"]
INSTALL = "python -m pip install -e '.[dev]'"
#: Stands for lines of an output that are not shown.
OTHERS = "…"
#: Nothing of the caller's decides what is printed.
SET = {"NO_COLOR": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


class Block(NamedTuple):
    """A block, and what its mark says."""

    what: str
    name: str
    kind: str
    body: str


def blocks(page: Path) -> list[Block]:
    """The blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = list(FENCED.finditer(text))
    assert len(found) * 2 == len(re.findall(r"^\s*```", text, re.MULTILINE)), f"{page}: a fence is not read"
    marks = [(one["mark"] or "").partition(": ") for one in found]
    return [Block(what, name, one["kind"], one["body"]) for (what, _, name), one in zip(marks, found, strict=True)]


class Reader:
    """Somebody who does what a page says, in a folder of their own below `top`."""

    def __init__(self, top: Path) -> None:
        self.folder = top / "work"
        self.folder.mkdir()
        self.site = top / "site"
        self.path: list[str] = []
        self.printed = self.complained = ""
        self.names: dict[str, Any] = {}

    def do(self, block: Block) -> None:
        """What the mark of a block asks for."""
        if block.what == "file":
            self.write(block.name, block.body)
        elif block.what == "run":
            for command in block.body.splitlines():
                self.run(command, int(block.name or 0))
        elif block.what in ("output", "holds"):
            self.compare(block)
        elif block.what == "python":
            self.execute(block.body)
        elif block.what == "shown":
            assert block.name, "say why it is not run"
            from docs_shown import check

            check(block.kind, block.body)
        else:
            assert block.what == "", f"unknown mark {block.what!r}"
            unmarked(block)

    def write(self, name: str, text: str) -> None:
        """A file of the page."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def run(self, command: str, code: int) -> None:
        """A command of the page, which must give its exit code."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.folder = (self.folder / words[1]).resolve()
            return
        if command == INSTALL:
            self.install()
            return
        given = ""
        if "<" in words:
            words, given = words[: words.index("<")], words[words.index("<") + 1]
        if words[0] == "sayso" and not self.path:
            got = self.in_this_process(words[1:], given)
        elif words[0] == "sayso":  # what the page has installed is found in a process of its own
            got = self.in_another([*SAYSO, *words[1:]])
        elif words[:3] == ["python", "-m", "pytest"]:
            got = self.in_another([*PYTEST, *words[3:]])
        elif words[0] == "python" and words[1].endswith(".py"):
            got = self.in_another([sys.executable, *words[1:]])
        else:
            assert words[0] in ("git", "make"), f"nobody runs {command!r}"
            got = self.in_another(words)
        assert got == code, f"{command} gave {got}\n{self.printed}{self.complained}"

    def in_this_process(self, words: list[str], given: str) -> int:
        """Run the program as its entry point does; `given` is the file that is its standard input."""
        from sayso_cli.app import build

        stream = io.TextIOWrapper(io.BytesIO((self.folder / given).read_bytes() if given else b""), "utf-8")
        with self.here(), mock.patch("sys.stdin", stream):
            try:
                build(words[0] if words else None)(words)
            except SystemExit as stop:
                return int(str(stop.code or 0))
        return 0

    def in_another(self, words: list[str]) -> int:
        """Run a program."""
        path = os.pathsep.join([*self.path, os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, **SET, "PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        ran = subprocess.run(
            words, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        self.printed, self.complained = ran.stdout, ran.stderr
        return ran.returncode

    def execute(self, code: str) -> None:
        """Run Python of the page."""
        with self.here():
            exec(compile(code, "page", "exec"), self.names)

    @contextlib.contextmanager
    def here(self) -> Iterator[None]:
        """Stand in the folder, and keep what is printed."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2)]
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, SET),
            contextlib.redirect_stdout(streams[0]),
            contextlib.redirect_stderr(streams[1]),
        ):
            try:
                yield
            finally:
                self.printed, self.complained = (one.buffer.getvalue().decode() for one in streams)  # type: ignore[attr-defined]

    def compare(self, block: Block) -> None:
        """What a page says that was printed or written."""
        got = self.printed
        if block.what == "holds":
            got = (self.folder / block.name).read_text("utf-8")
        elif block.name == "errors":
            got = self.complained
        elif block.name == "all":
            assert got == block.body
            return
        else:
            assert block.name == "", f"unknown output {block.name!r}"
        rest = iter(got.splitlines())
        missing = [line for line in block.body.splitlines() if line.strip() != OTHERS and line not in rest]
        assert missing == [], got

    def install(self) -> None:
        """As pip does for an editable install, without a build."""
        project = tomllib.loads((self.folder / "pyproject.toml").read_text("utf-8"))["project"]
        info = self.site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir(parents=True)
        points = project["entry-points"]["sayso"]
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[sayso]\n{lines}", "utf-8")
        self.path = [str(self.site), str(self.folder / "src")]


def unmarked(block: Block) -> None:
    """A block without a mark: it must be what it says."""
    import json

    from sayso.validation import validate

    if block.kind == "toml":
        assert validate(tomllib.loads(block.body), "config") == (), block.body
    elif block.kind == "json":
        json.loads(block.body)
    else:
        raise AssertionError(f"a block has no mark: {block.body[:60]!r}")
