"""The findings on items of ten kinds, against what an editor found."""

from __future__ import annotations

from pathlib import Path

from scoring import score_folder

from support import engine

ITEMS = Path(__file__).parent / "items"
#: What was reached on the day these were set; quality may rise and not fall.
RECALL, PRECISION = 0.92, 0.97


def test_quality_does_not_fall(capsys):
    """On the items of ten kinds, recall and precision are at least what they were, and each severity is right."""
    total = score_folder(engine(), ITEMS)
    with capsys.disabled():
        figures = f"recall {total.recall:.3f} ({total.hit}/{total.must}), precision {total.precision:.3f}"
        print(f"\nitems: {figures}, {len(total.alarms)} false alarms in {total.words} words")
    assert total.recall >= RECALL, total.misses
    assert total.precision >= PRECISION, total.alarms
    assert total.severity == total.hit
