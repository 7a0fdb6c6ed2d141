"""The page for plugin authors shows Python that is in good form; `test_docs` runs its blocks."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from docs_pages import blocks

PAGE = Path(__file__).resolve().parents[2] / "docs" / "plugins.md"


def test_the_code_of_the_page_is_in_good_form(tmp_path):
    """What the page shows as Python passes the linter with the settings that `sayso new` writes."""
    if importlib.util.find_spec("ruff") is None:
        pytest.skip("ruff is not installed")
    from sayso_cli.commands.new import new

    new("plugin", "harbour-post", str(tmp_path))
    folder = tmp_path / "sayso-harbour-post"
    written = [one for one in blocks(PAGE) if one.kind == "python" and one.what == "file"]
    assert len(written) > 3
    for block in written:
        (folder / block.name).write_text(block.body, "utf-8")
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "."], cwd=folder, capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stdout.decode()
