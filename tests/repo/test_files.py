"""What every file of the repository keeps to."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

LIMIT = 400
#: Files above the limit, with the reason why they have one subject all the same.
LONG: dict[str, str] = {}

PRODUCT = ("core", "schemas", "plugins", "cli", "docs", "examples", "benchmarks")

# Put together here, so that this file does not hold what it looks for.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pypi", "python", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy", "golang", "org"),
        ("deb", "debian", "org"),
    )
]
HOMES = ("home", "root", "Users", "work", "workspace", "mnt")
ABSOLUTE = re.compile(rf"(?<![\w.:/<-])/(?:{'|'.join(HOMES)})/[\w.-]+")
DRIVE = re.compile(r"\b[A-Z]:\\(?:Users|Windows)\\")
ELSEWHERE = re.compile(r"\.\./" + r"shared\b|\b(?:DESIGN|RULES|RECORD|ECOSYSTEM)(?:\.md\b|,? (?:section )?\d)")


def places(texts: Mapping[Path, str], pattern: re.Pattern[str]) -> Iterable[str]:
    for path, text in texts.items():
        for match in pattern.finditer(text):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"


def test_no_file_names_a_package_registry(texts: Mapping[Path, str]) -> None:
    """Where packages come from is the business of whoever installs them."""
    hosts = re.compile("|".join(map(re.escape, REGISTRY_HOSTS)), re.IGNORECASE)
    assert list(places(texts, hosts)) == []


def test_no_file_holds_a_path_of_somebodys_machine(texts: Mapping[Path, str], root: Path) -> None:
    """No file names the folder it happened to be written in, nor a home folder."""
    here = re.compile(re.escape(str(root)) + r"\b")
    assert [*places(texts, here), *places(texts, ABSOLUTE), *places(texts, DRIVE)] == []


def test_a_path_of_a_machine_is_recognised() -> None:
    """The search finds home folders and leaves addresses and JSON Pointers with other words alone."""
    found = [f"/{home}/someone" for home in HOMES]
    assert [ABSOLUTE.search(f"see {path}/x.txt") is not None for path in found] == [True] * len(found)
    assert not ABSOLUTE.search("https://example.org/home/news and /content/text and a/work/b")


def test_product_files_lean_on_nothing_outside(texts: Mapping[Path, str]) -> None:
    """What is shipped refers to no document that does not come with it."""
    product = {path: text for path, text in texts.items() if path.parts[0] in PRODUCT}
    assert list(places(product, ELSEWHERE)) == []


def test_every_module_says_what_it_is(modules: Mapping[Path, str]) -> None:
    """Every public module of the four packages has a docstring that is more than its name."""
    silent = [
        str(path)
        for path, source in modules.items()
        if path.stem == "__init__" or not path.stem.startswith("_")
        if len((ast.get_docstring(ast.parse(source)) or "").split()) < 2
    ]
    assert silent == []


def test_every_test_states_its_claim(texts: Mapping[Path, str]) -> None:
    """Every test has a docstring, in which one reads what would be false if it failed."""
    silent = [
        f"{path}:{node.lineno}: {node.name}"
        for path, text in texts.items()
        if path.parts[0] == "tests" and path.name.startswith("test_") and path.suffix == ".py"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_files_stay_small(texts: Mapping[Path, str]) -> None:
    """A Python file has at most 400 lines, or its place in LONG with a reason; and no place there without need."""
    lines = {str(path): text.count("\n") for path, text in texts.items() if path.suffix == ".py"}
    long = {path: count for path, count in lines.items() if count > LIMIT}
    assert {path: count for path, count in long.items() if not LONG.get(path)} == {}
    assert sorted(set(LONG) - set(long)) == []


def test_every_fragment_has_a_kind(texts: Mapping[Path, str]) -> None:
    """A changelog fragment is named NUMBER.KIND.md and says something."""
    kinds = re.compile(r"\d+(?:\.\d+)?\.(?:added|changed|deprecated|removed|fixed)(?:\.\d+)?\.md")
    fragments = {p.name: t for p, t in texts.items() if p.parts[0] == "changelog.d" and p.name != "README.md"}
    assert [name for name, text in fragments.items() if not kinds.fullmatch(name) or not text.strip()] == []
