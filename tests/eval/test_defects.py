"""The findings on items with known defects, with the rules that are on and with all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import score_folder

from support import engine, every_rule

ITEMS = Path(__file__).parent / "defects"
#: Of 294 defects, how many were found and how many findings were false on the day these were set; never worse.
FLOORS = {"default": (engine, 238, 2), "every rule": (every_rule, 263, 2)}


@pytest.mark.parametrize("name", FLOORS)
def test_defects_are_found(name, capsys):
    """On the development items, at least as many defects are found as before, and no more findings are false."""
    make, found, false = FLOORS[name]
    total = score_folder(make(), ITEMS)
    with capsys.disabled():
        print(f"\ndefects, {name}: {total.hit} of {total.must} found, {len(total.alarms)} false alarms")
    assert total.must == 294
    assert total.hit >= found, total.misses
    assert len(total.alarms) <= false, total.alarms
