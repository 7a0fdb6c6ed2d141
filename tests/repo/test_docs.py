"""The pages: every block in them works, what is made from the code is up to date, and the site builds."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from docs_pages import Reader, blocks

DOCS = Path(__file__).resolve().parents[2] / "docs"
#: Run by tests of their own.
ELSEWHERE = {"plugins.md"}
PAGES = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.md")
    if path.relative_to(DOCS).parts[0] != "rules" and "```" in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ELSEWHERE])
def test_every_block_of_a_page_works(name, tmp_path):
    """Files are written, commands give their exit code, shown output is printed, Python runs, settings are valid."""
    reader = Reader(tmp_path)
    text = (DOCS / name).read_text("utf-8")
    found = list(blocks(DOCS / name))
    assert len(found) * 2 == text.count("```")
    for block in found:
        reader.do(block)


def test_the_reference_is_made_from_the_code():
    """Commands, settings, schemas and errors stand there as they are; `docs/make_reference.py` brings them up."""
    sys.path.insert(0, str(DOCS))
    try:
        import make_reference
    finally:
        sys.path.remove(str(DOCS))
    made = make_reference.pages()
    assert {name: (DOCS / "reference" / name).read_text("utf-8") for name in made} == made
    assert make_reference.kinds() == set(make_reference.ERRORS)


def test_every_page_has_its_place():
    """The navigation names each page, but for those of the rules, which their index names."""
    named = (DOCS.parent / "mkdocs.yml").read_text("utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert [name for name in pages if f": {name}\n" not in named and not name.startswith("rules/")] == []


def test_the_site_builds_without_a_warning_and_needs_nothing_from_elsewhere(tmp_path):
    """Every link leads somewhere, and no page loads a script, a style or a font of another host."""
    if importlib.util.find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not installed (sayso[docs])")
    site = tmp_path / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    ran = subprocess.run(command, cwd=DOCS.parent, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    pages = list(site.rglob("*.html"))
    assert len(pages) > 60
    for page in pages:
        text = page.read_text("utf-8")
        assert 'src="http' not in text, page
        assert '<link rel="stylesheet" href="http' not in text, page


def test_the_docs_extra_brings_what_builds_them():
    """`pip install '.[docs]'` is all that is needed."""
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(one.startswith("mkdocs") for one in project["optional-dependencies"]["docs"])
