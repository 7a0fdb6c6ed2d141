"""The reference of the public API says what the code is, and leaves out nothing."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

import pytest

import sayso
import sayso.testing
from sayso import Span
from sayso.plugins.hooks import Hooks

#: Of Python.
PLAIN = set("Any BaseException BinaryIO Callable False Iterable Iterator Mapping Match None Path Sequence True".split())
#: What is handed back, or made by a configuration, and that nobody has to name; and aliases of types.
UNNAMED = """
    Active Collect Example Found Given Index Layout Located Made Mention Model Narration Near Part Phrases Read Refine
    Sample Standing Statement Statements WordClasses WordSenses
""".split()

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def make_api():
    """The script that writes the pages."""
    sys.path.insert(0, str(DOCS))
    try:
        import make_api
    finally:
        sys.path.remove(str(DOCS))
    return make_api


def test_the_pages_are_made_from_the_code(make_api):
    """`docs/make_api.py` would write nothing."""
    made = make_api.pages()
    assert {name: (DOCS / "reference" / name).read_text("utf-8") for name in made} == made


def test_nothing_is_left_unsaid(make_api):
    """Every public name, method and property has a docstring, every field a meaning, and every name its version."""
    assert list(make_api.silent()) == []


def test_every_name_and_hook_is_on_its_page_once(make_api):
    """The pages have a heading for each name of `__all__` and for each hook."""
    made = make_api.pages()
    headings = [line.removeprefix("### ") for line in made["api.md"].splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted([*sayso.__all__, *sayso.testing.__all__])
    assert len(set(headings)) == len(headings)
    hooks = [name for name in vars(Hooks) if name.startswith("sayso_")]
    assert [line for line in made["hooks.md"].splitlines() if line.startswith("## sayso_")] == [
        f"## {n}" for n in hooks
    ]
    assert made["hooks.md"].count("<!-- python -->\n```python\n") == len(hooks)


def test_what_the_public_names_mean_is_said_of_nothing_else(make_api):
    """A word for a field that no class has is left over, and so is one that a docstring says already."""
    used = set()
    for value in (value for _, value in make_api.public().values() if inspect.isclass(value)):
        for name in make_api.fields(value):
            own = any(make_api.doc(one).fields.get(name) for one in value.__mro__)
            used |= set() if own else {f"{value.__name__}.{name}", name}
    assert sorted(set(make_api.FIELDS) - used) == []


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda make, patch: patch.setattr(sayso, "__all__", [*sayso.__all__, "__version__"]), "since which version?"),
        (lambda make, patch: patch.setattr(Span, "__doc__", ""), "Span: it has no docstring"),
        (lambda make, patch: patch.setattr(Span.of, "__doc__", ""), "Span.of: it has no docstring"),
        (lambda make, patch: patch.delitem(make.FIELDS, "start"), "Span.start: what is it?"),
        (lambda make, patch: patch.setitem(make.SINCE, "0.0.9", "fetch"), "0.0.9 brought fetch, which is gone"),
    ],
)
def test_what_is_unsaid_is_named(make_api, monkeypatch, break_it, said):
    """The test above can fail, each way that there is."""
    monkeypatch.setattr(make_api, "constant", lambda name: name)
    break_it(make_api, monkeypatch)
    assert any(said in one for one in make_api.silent())


def test_a_page_that_is_stale_is_named_and_mended(make_api, monkeypatch, tmp_path, capsys):
    """--check writes nothing and is exit 1; without it the pages are written."""
    monkeypatch.setattr(make_api, "FOLDER", tmp_path)
    monkeypatch.setattr("sys.argv", ["make_api.py", "--check"])
    assert make_api.main() == 1
    assert capsys.readouterr().out.split() == ["docs/reference/api.md", "docs/reference/hooks.md"]
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("sys.argv", ["make_api.py"])
    assert make_api.main() == 0
    monkeypatch.setattr("sys.argv", ["make_api.py", "--check"])
    assert make_api.main() == 0


def test_signatures_name_what_is_public(make_api):
    """What public functions and fields are typed with can be imported from sayso too, but for a closed list."""
    named = set()
    for line in make_api.pages()["api.md"].splitlines():
        found = re.fullmatch(r"`([^`]*)`", line) or re.match(r"- `([^`]*)`(?: \(`([^`]*)`\))?:", line)
        if found and not line.startswith("`from "):
            named |= set(re.findall(r"(?<![.\w])[A-Z][a-zA-Z]+\b", " ".join(filter(None, found.groups()))))
    public = {*sayso.__all__, *sayso.testing.__all__}
    assert sorted(named - public - PLAIN) == sorted(UNNAMED)
