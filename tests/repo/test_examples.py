"""The plugins in examples: built as wheels, installed, and tested there as their users would have them."""

from __future__ import annotations

import ast
import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import sayso
import sayso.testing
from wheels import SAYSO, built, installed, run, suite_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
READER, RULES = "sayso-velland-transport", "sayso-harbour-desk"
NAMES = (READER, RULES)
#: Public modules beside the names of sayso itself.
MODULES = {"sayso": sayso.__all__, "sayso.testing": sayso.testing.__all__}


@pytest.fixture(scope="module", params=NAMES)
def example(request, tmp_path_factory):
    """An example's folder, and where its wheel is installed."""
    return EXAMPLES / request.param, site_of(request.param, tmp_path_factory)


def site_of(name, tmp_path_factory, made={}):  # noqa: B006 - one build a run
    """Where the wheel of an example is installed."""
    if name not in made:
        top = tmp_path_factory.mktemp("wheel")
        made[name] = installed(built(EXAMPLES / name, top), top / "site")
    return made[name]


def test_every_distribution_in_examples_is_tested_here():
    """None is written and forgotten."""
    assert sorted(path.parent.name for path in EXAMPLES.glob("*/pyproject.toml")) == sorted(NAMES)


def test_its_tests_pass_where_it_is_installed(example, tmp_path):
    """The wheel has all that its tests need, and its source is not there to help; each example is a test too."""
    folder, site = example
    said = suite_of(folder / "tests", folder / "pyproject.toml", site, tmp_path / "run")
    assert "passed" in said
    assert "warning" not in said


def test_it_is_loaded_whole_and_keeps_to_its_contract(example, tmp_path):
    """`sayso plugins` shows it with the oldest API that is supported, and the kit finds nothing."""
    folder, site = example
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    (entry,) = project["entry-points"]["sayso"]
    listed = json.loads(run(SAYSO, "plugins", "--format", "json", site=site, folder=tmp_path).stdout)
    (plugin,) = (one for one in listed if one["name"] == entry)
    assert plugin["state"] == "loaded"
    assert plugin["error"] is None
    assert plugin["requires_api"] == "1"
    assert plugin["distribution"].replace("_", "-") == project["name"]
    samples = folder / "tests" / "samples"
    given = [word for path in sorted(samples.glob("*")) for word in ("--sample", str(path))]
    ran = run(SAYSO, "plugins", "check", entry, *given, site=site, folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.rstrip().endswith(" 0 failed")


def test_releases_are_read_where_the_configuration_says(tmp_path, tmp_path_factory):
    """With the settings of its README, a folder of releases is checked, and the date is the release's own."""
    site = site_of(READER, tmp_path_factory)
    settings(READER, tmp_path)
    shutil.copytree(EXAMPLES / READER / "tests" / "samples", tmp_path / "releases")
    ran = run(SAYSO, "check", "releases", "--format", "json", site=site, folder=tmp_path)
    report = json.loads(ran.stdout)
    assert (report["summary"]["items"], report["summary"]["failures"]) == (2, 0)
    assert {item["reader"]["name"] for item in report["items"]} == {"velland-transport"}
    found = run(SAYSO, "normalize", "releases/2026-05-04-ferry.html", site=site, folder=tmp_path)
    assert json.loads(found.stdout)["date_published"]["value"]["value"] == "2026-05-04T10:00:00"


def test_house_rules_find_what_they_are_for(tmp_path, tmp_path_factory):
    """Rules in Python and in lists of words run side by side, with the severities of the profile in the README."""
    site = site_of(RULES, tmp_path_factory)
    settings(RULES, tmp_path)
    said = "The VHA said the quay is safe. The VHA said the crane is safe. The VHA said the port is rudderless."
    (tmp_path / "item.txt").write_text(f"{said}\n", "utf-8")
    ran = run(SAYSO, "check", "item.txt", "--select", "harbour-desk", "-f", "concise", site=site, folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "item.txt:1:1: warning harbour-desk/one-voice 3 statements, and all are of one voice",
        "item.txt:1:5: warning harbour-desk/unexplained-acronym what does VHA stand for?",
        "item.txt:1:89: warning harbour-desk/worn-words 'rudderless' is worn out",
    ]


def settings(name: str, folder: Path) -> None:
    """The configuration that an example's README shows."""
    readme = (EXAMPLES / name / "README.md").read_text("utf-8")
    (folder / "sayso.toml").write_text(readme.split("```toml\n")[1].split("```")[0], "utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_written_with_public_names_alone(name):
    """Every import from sayso is of a name in `__all__` of a public module."""
    for path in (EXAMPLES / name).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert not any(one.name.partition(".")[0] == "sayso" for one in node.names), path
            elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "sayso":
                assert {one.name for one in node.names} <= set(MODULES[node.module or ""]), path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tool", ["ruff check --no-cache .", "ruff format --no-cache --check .", "mypy"])
def test_linter_and_types_find_nothing(name, tool, tmp_path_factory):
    """With the settings that `sayso new` gives, strict types among them."""
    words = tool.split()
    if importlib.util.find_spec(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    if words[0] == "mypy":
        words += ["--cache-dir", str(tmp_path_factory.getbasetemp() / "mypy")]
    ran = subprocess.run(
        [sys.executable, "-m", *words], cwd=EXAMPLES / name, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
