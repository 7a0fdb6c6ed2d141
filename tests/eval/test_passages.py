"""Findings in passages that writers annotated: what was found stays found, in the half that nobody reads too."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from passages import checked, count

from support import engine, every_rule

FOLDER = Path(__file__).parent / "passages"
#: By half and rules: defects found and false alarms on the day these were set; never worse.
FLOORS = {
    ("unread", engine): (79, 3),
    ("unread", every_rule): (86, 4),
    ("read", engine): (104, 1),
    ("read", every_rule): (111, 1),
    ("unread-families", engine): (51, 14),
    ("unread-families", every_rule): (61, 15),
    ("read-families", engine): (41, 8),
    ("read-families", every_rule): (57, 9),
    ("read-desks", engine): (31, 2),
    ("read-desks", every_rule): (32, 2),
    ("read-careful", engine): (0, 17),
    ("read-careful", every_rule): (0, 19),
}
HALVES = sorted({half for half, _ in FLOORS})


@cache
def found_in(half):
    """The passages of a half with what all rules find in them, which is looked for once."""
    return checked(FOLDER / f"{half}.jsonl", every_rule())


@pytest.mark.parametrize(("half", "make"), FLOORS, ids=lambda one: getattr(one, "__name__", one))
def test_defects_in_passages_are_found(half, make):
    """At least as many as before, and no more false alarms; which ones is not shown, so that nobody reads them."""
    found, false = FLOORS[half, make]
    made = count(found_in(half), {active.rule.name for active in make().rules})
    assert made.found.total() >= found
    assert made.false <= false


@pytest.mark.parametrize("half", HALVES)
def test_each_mark_is_of_a_rule_and_stands_in_its_text(half):
    """So that what is counted is what the writer meant."""
    rules = every_rule().host.rules
    for line in (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        marks = [*row["defects"], *row["may"]]
        assert all(one["rule"] in rules and one["quote"] in row["text"] for one in marks), row["id"]
