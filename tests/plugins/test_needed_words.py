"""The words that expressions of rules need, on texts in which they match."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import sayso_plugins.rules
from sayso import Clean, Flagged, Pattern, Rule, Tokens

EVAL = Path(__file__).parents[1] / "eval"
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(sayso_plugins.rules.__path__, "sayso_plugins.rules.")
]
PATTERNS = {
    f"{module.__name__.removeprefix('sayso_plugins.rules.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Pattern) and value.whole
}


def texts() -> list[str]:
    """Those that are checked elsewhere, and the examples of all rules."""
    rules = [value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)]
    examples = [one.text for rule in rules for one in rule.examples if isinstance(one, (Flagged, Clean))]
    return [*{path.read_text("utf-8") for path in EVAL.rglob("*.txt")}, *dict.fromkeys(examples)]


@pytest.fixture(scope="module")
def read() -> list[tuple[str, Tokens]]:
    return [(text, Tokens(text)) for text in texts()]


@pytest.mark.parametrize("name", PATTERNS)
def test_where_an_expression_matches_a_word_stands_that_it_needs(name: str, read: list[tuple[str, Tokens]]) -> None:
    """Else it would not be tried there."""
    pattern = PATTERNS[name]
    for text, tokens in read:
        for match in pattern.compiled.finditer(text):
            assert pattern.needed(tokens), match.group()
            break
