"""How sure an attribution is: how often ones like it were right, as measured for the language.

Right means that source, cue and content each have at least half of their words in common with what annotators marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.analysis.language import LanguagePack

#: Points from raw score to measured share, ascending; between two of them the line counts.
Points = Sequence[tuple[float, float]]


def measured(pack: LanguagePack, pattern: str, raw: float, *, sourced: bool) -> float:
    """The share of attributions of a pattern that were right, 0 to 1; the raw score where nothing was measured.

    Args:
        pattern: The shape by which an attribution was found, as in :class:`Found`.
        raw: The score that the finder gave it.
        sourced: Whether it has a source: one without is measured by itself, where that was done.
    """
    points = pack.sureness.get(pattern if sourced else f"{pattern} without source") or pack.sureness.get(pattern)
    return round(_between(points, raw), 2) if points else raw


def _between(points: Points, raw: float) -> float:
    below = points[0]
    for point in points:
        if point[0] >= raw:
            width = point[0] - below[0]
            return point[1] if width == 0 else below[1] + (point[1] - below[1]) * (raw - below[0]) / width
        below = point
    return below[1]
