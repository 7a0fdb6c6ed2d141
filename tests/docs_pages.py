"""What stands between the fences of a page, and what is to be done with it.

A block is marked on the line above it: ``file: NAME`` is written, ``run`` and ``run: CODE`` are commands with their
exit code, ``output`` are lines that the last one printed, ``python`` is run, ``shown: REASON`` is only for the eye.
Without a mark, TOML is a configuration, and JSON is read.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FENCED = re.compile(r"(?:^<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SAYSO = [sys.executable, "-c", "from sayso_cli.main import main; main()"]


class Block(NamedTuple):
    """A block, and what its mark says."""

    what: str
    name: str
    kind: str
    body: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order."""
    for found in FENCED.finditer(page.read_text("utf-8")):
        what, _, name = (found["mark"] or "").partition(": ")
        yield Block(what, name, found["kind"], found["body"])


class Reader:
    """Somebody who does what a page says, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        self.names: dict[str, Any] = {}

    def do(self, block: Block) -> None:
        """What the mark of a block asks for."""
        if block.what == "file":
            target = self.folder / block.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, "utf-8")
        elif block.what == "run":
            for command in block.body.splitlines():
                self.run(command, int(block.name or 0))
        elif block.what == "output":
            printed = self.printed.splitlines()
            assert [line for line in block.body.splitlines() if line not in printed] == [], self.printed
        elif block.what == "python":
            exec(compile(block.body, "page", "exec"), self.names)
        elif block.what == "shown":
            assert block.name, "say why it is not run"
        else:
            assert block.what == "", f"unknown mark {block.what!r}"
            self.read(block)

    def run(self, command: str, code: int) -> None:
        """A command of a page, which must give its exit code."""
        words = shlex.split(command)
        assert words[0] == "sayso", command
        path = os.environ.get("PYTHONPATH", "")
        environment = {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1"}
        ran = subprocess.run(
            [*SAYSO, *words[1:]],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ran.returncode == code, f"{command}\n{ran.stdout}{ran.stderr}"
        self.printed = ran.stdout

    @staticmethod
    def read(block: Block) -> None:
        """A block without a mark: it must be what it says."""
        import json
        import tomllib

        from sayso.validation import validate

        if block.kind == "toml":
            assert validate(tomllib.loads(block.body), "config") == (), block.body
        elif block.kind == "json":
            json.loads(block.body)
        else:
            raise AssertionError(f"a block has no mark: {block.body[:60]!r}")
