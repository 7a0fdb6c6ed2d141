"""The page for plugin authors: every block of it is written, run or compared, in its order."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plugins.md"
BLOCK = re.compile(r"(?:^<!-- (?P<mark>[^\n]*) -->\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SAYSO = [sys.executable, "-c", "from sayso_cli.main import main; main()"]
PYTEST = [sys.executable, "-m", "pytest", "-p", "sayso.testing.pytest_plugin", "-p", "no:cacheprovider"]
INSTALL = "python -m pip install -e '.[dev]'"


class Reader:
    """Somebody who does what the page says, in a folder."""

    def __init__(self, top: Path) -> None:
        self.folder = top / "work"
        self.folder.mkdir()
        self.site = top / "site"
        self.path = [str(self.site)]
        self.printed = ""

    def write(self, name: str, text: str) -> None:
        """A file of the page."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def run(self, command: str) -> None:
        """A command of the page; it must succeed."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.folder /= words[1]
            return
        if command == INSTALL:
            self.install()
            return
        start = {"sayso": SAYSO, "python": PYTEST}[words[0]]
        rest = words[1:] if words[0] == "sayso" else words[3:]
        assert words[0] == "sayso" or words[:3] == ["python", "-m", "pytest"], command
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([*self.path, os.environ.get("PYTHONPATH", "")]),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }
        ran = subprocess.run(
            [*start, *rest], cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
        self.printed = ran.stdout

    def install(self) -> None:
        """As pip does for an editable install, without a build."""
        project = tomllib.loads((self.folder / "pyproject.toml").read_text("utf-8"))["project"]
        info = self.site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir(parents=True)
        points = project["entry-points"]["sayso"]
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[sayso]\n{lines}", "utf-8")
        self.path.append(str(self.folder / "src"))


def test_every_block_of_the_page_works(tmp_path):
    """Files are written, commands succeed, and what is shown of their output is printed; no block is only for show."""
    reader = Reader(tmp_path)
    text = PAGE.read_text("utf-8")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) == text.count("```") // 2 > 15
    for block in blocks:
        what, _, name = (block["mark"] or "").partition(": ")
        if what == "file":
            reader.write(name, block["body"])
        elif what == "run":
            for command in block["body"].splitlines():
                reader.run(command)
        else:
            assert what == "output", f"a block has no mark: {block['body'][:60]!r}"
            printed = reader.printed.splitlines()
            assert [line for line in block["body"].splitlines() if line not in printed] == []


def test_the_code_of_the_page_is_in_good_form(tmp_path):
    """What the page shows as Python passes the linter with the settings that `sayso new` writes."""
    import importlib.util

    import pytest

    if importlib.util.find_spec("ruff") is None:
        pytest.skip("ruff is not installed")
    from sayso_cli.commands.new import new

    new("plugin", "harbour-post", str(tmp_path))
    folder = tmp_path / "sayso-harbour-post"
    for block in BLOCK.finditer(PAGE.read_text("utf-8")):
        if block["kind"] == "python":
            (folder / block["mark"].partition(": ")[2]).write_text(block["body"], "utf-8")
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "."], cwd=folder, capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stdout.decode()
