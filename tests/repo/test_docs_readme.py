"""The README shows what is so, as the pages do; `test_readme` looks after its two commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs_pages import Reader, blocks, unmarked
from docs_shown import check

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
EXAMPLE = "examples/harbour-digest.txt"


@pytest.fixture
def reader(tmp_path):
    """Somebody who stands where the README does."""
    made = Reader(tmp_path)
    made.folder = ROOT
    return made


def test_every_block_of_the_readme_is_what_it_says(reader):
    """Commands and options are there, settings are valid, JSON is read, and its Python runs."""
    kinds = []
    for block in blocks(README):
        kinds.append(block.kind)
        if block.kind == "python":
            reader.execute(block.body)
        elif block.kind == "sh":
            check("sh", block.body)
        elif block.kind != "text":
            unmarked(block)
    assert {"python", "sh", "toml", "json", "text"} == set(kinds)


def test_the_output_of_the_readme_is_printed(reader):
    """What is shown of the example's findings is what the program prints, in that order."""
    (shown,) = [block for block in blocks(README) if block.what == "output"]
    reader.run(f"sayso check {EXAMPLE} --no-config", 1)
    reader.compare(shown._replace(name=""))


def test_every_file_that_is_named_is_there():
    """Links of README, CONTRIBUTING and the README of the examples lead to files."""
    for page in (README, ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
