"""The pages: every block in them works, what is made from the code is up to date, and the site builds."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from docs_pages import Reader, blocks
from docs_shown import check_command, options
from support import engine

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
WRITTEN = [name for name in PAGES if not name.startswith(("rules/", "reference/"))]
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@pytest.mark.parametrize("name", [name for name in WRITTEN if "```" in (DOCS / name).read_text("utf-8")])
def test_every_block_of_a_page_works(name, tmp_path):
    """Files are written, commands give their exit code, shown output is printed, Python runs, settings are valid."""
    reader = Reader(tmp_path)
    for block in blocks(DOCS / name):
        reader.do(block)


@pytest.mark.parametrize("name", [*WRITTEN, "../README.md", "../CONTRIBUTING.md"])
def test_every_command_and_option_in_the_text_is_there(name):
    """Between blocks too, pages name no command and no option that sayso has not."""
    prose = re.sub(r"^```.*?^```$", "", (DOCS / name).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for code in CODE.findall(prose):
        if code.startswith("sayso ") and "|" not in code:
            check_command(shlex.split(code))
        elif re.match("--[a-z]", code):
            assert code.split()[0] in options(), code


@pytest.mark.parametrize("name", [*WRITTEN, "../README.md", "../CONTRIBUTING.md"])
def test_every_rule_that_is_named_is_there(name):
    """Pages name no rule that there is not; those of their own examples are of other families."""
    there = set(engine().host.rules)
    families = "|".join({rule.partition("/")[0] for rule in there})
    text = (DOCS / name).read_text("utf-8")
    named = set(re.findall(rf"(?<![\w/.-])(?:{families})/[a-z]+(?:-[a-z]+)*(?![\w/.])", text))
    assert named - there == set()


def test_the_python_of_the_pages_is_in_good_form(tmp_path):
    """What pages show as files passes the linter and the formatter with the settings of the project."""
    if importlib.util.find_spec("ruff") is None:
        pytest.skip("ruff is not installed")
    for name in WRITTEN:
        for number, block in enumerate(blocks(DOCS / name)):
            if block.what == "file" and block.kind == "python" and name != "plugins.md":  # test_plugin_docs has that
                (tmp_path / f"{Path(name).stem}_{number}.py").write_text(block.body, "utf-8")
    assert len(list(tmp_path.iterdir())) > 3
    settings = ["--no-cache", "--config", str(ROOT / "pyproject.toml"), "--config", "lint.ignore = ['INP', 'T20']"]
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *settings, "."], cwd=tmp_path, capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stdout.decode()


def test_every_page_has_its_place():
    """The navigation names each page once, but for those of the rules, which their index names."""
    named = re.findall(r": (\S+\.md)$", (ROOT / "properdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted({*named})
    assert [name for name in PAGES if name not in named and not re.match(r"rules/\w+/", name)] == []


def test_the_glossary_has_every_word_of_the_house():
    """What the last section of STYLE.md fixes stands in the glossary."""
    style = (ROOT / "STYLE.md").read_text("utf-8").partition("\n## Words\n")[2]
    words = {word.strip() for row in re.findall(r"^\| (.+?) \|", style, re.MULTILINE)[1:] for word in row.split(",")}
    glossary = (DOCS / "glossary.md").read_text("utf-8")
    assert len(words) > 25
    assert [word for word in sorted(words) if f"*{word}*" not in glossary] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built with warnings as errors."""
    if importlib.util.find_spec("properdocs") is None:
        pytest.skip("properdocs is not installed (sayso[docs])")
    folder = tmp_path_factory.mktemp("site")
    # Not --quiet: what is not said is not counted, and --strict would let it pass.
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", str(folder)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return folder


def test_the_site_builds_without_a_warning(site):
    """Every link leads somewhere, and every page is there."""
    assert {path.relative_to(site).with_suffix(".md").as_posix() for path in site.rglob("*.html")} >= set(PAGES)


def test_the_site_needs_nothing_from_elsewhere(site):
    """No page and no style loads a script, a style, a picture or a font of another host."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert re.findall(r"""<(?:script|img|iframe)[^>]*\bsrc=["']?(?:https?:)?//""", text) == [], path
        assert re.findall(r"""<link[^>]*\bhref=["']?(?:https?:)?//""", text) == [], path
    for path in site.rglob("*.css"):
        assert re.findall(r"""url\(["']?(?:https?:)?//""", path.read_text("utf-8")) == [], path


def test_the_site_fits_a_narrow_window(site):
    """No page is wider than a small window: what is, such as code, moves by itself. Nothing is asked of a network."""
    from chromium import Chromium, browser

    program = browser()
    if program is None:
        pytest.skip("there is no Chromium")
    page = Chromium(program)
    try:
        page.look(width=390)
        for name in ("index", "rules/index", "reference/schemas", "reference/api", "how-to/rules", "plugins"):
            page.open(site / f"{name}.html")
            assert page.run("document.scrollingElement.scrollWidth") <= 390, name
        assert [said for said in page.said if said.startswith("request: ")] == []
    finally:
        page.close()


def test_what_is_not_run_says_why_on_the_site(site):
    """A block that the tests only read has the reason above it, for people to see."""
    marks = {name: (DOCS / name).read_text("utf-8").count("<!-- shown: ") for name in WRITTEN}
    assert sum(marks.values()) > 3
    for name, count in marks.items():
        assert (site / name).with_suffix(".html").read_text("utf-8").count("Not run by the tests: ") == count, name


def test_the_docs_extra_brings_what_builds_them():
    """`pip install '.[docs]'` is all that is needed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(one.startswith("properdocs") for one in project["optional-dependencies"]["docs"])
