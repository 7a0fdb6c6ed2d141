"""The page on item types and kinds of sections says all that the code does with them."""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from pathlib import Path

import sayso_plugins.rules
from sayso import ITEM_TYPES, SECTION_KINDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "explanation" / "genre.md").read_text("utf-8")
RULES = Path(str(sayso_plugins.rules.__file__)).parent


def rows(heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def compared(path: Path) -> set[str]:
    """The item types that a rule's code compares the item's with."""
    tree = ast.parse(path.read_text("utf-8"))
    name = ".".join(["sayso_plugins.rules", *path.relative_to(RULES).with_suffix("").parts])
    found: set[str] = set()
    for node in ast.walk(tree):
        # `genre` is the type, or what a press office's byline says of an item that has none.
        if not isinstance(node, ast.Compare) or not re.search(r"item_type|\bgenre\(", ast.unparse(node)):
            continue
        for one in (node.left, *node.comparators):
            if isinstance(one, ast.Constant):
                found.add(str(one.value))
            elif isinstance(one, ast.Name) and one.id.isupper():
                found |= set(getattr(importlib.import_module(name), one.id))
    return found


def test_the_types_of_each_rule_are_those_of_its_code():
    """Each bundled rule that asks for the item's type has its row, with these types and no others."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for rule, types, _ in rows("Which rules look at the type"):
        link = re.fullmatch(r"\[([a-z/-]+)\]\(\.\./rules/([a-z/-]+)\.md\)", rule)
        assert link, rule
        assert link[1] == link[2]
        told[link[1]] |= set(re.findall(r"`([a-z_]+)`", types))
    asked = {
        f"{path.parent.name}/{path.stem.replace('_', '-')}": compared(path)
        | ({"opinion"} if "is_column(" in path.read_text("utf-8") else set())
        for path in sorted(RULES.rglob("*.py"))
        if not path.stem.startswith("_")
        and re.search(r"\bitem_type\.(?:value|vouched|known)|\bis_column\(|\bgenre\(", path.read_text("utf-8"))
    }
    assert dict(told) == asked


def test_each_item_type_and_each_kind_of_section_has_a_word():
    """All of them, in their order, and nothing that is none."""
    assert [re.findall(r"`([a-z_]+)`", row[0])[0] for row in rows("Item types")] == list(ITEM_TYPES)
    kinds = [one for row in rows("Kinds of sections") for one in re.findall(r"`([a-z_]+)`", row[0])]
    assert kinds == [*SECTION_KINDS, "boilerplate"]
