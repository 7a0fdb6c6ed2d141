"""Small charts as SVG inside the page. The numbers stand beside them, so a screen reader passes them over."""

from __future__ import annotations

from collections.abc import Sequence

#: Units of a bar's length; it is stretched to the room that there is.
LENGTH = 100
HEIGHT = 10


def bar(parts: Sequence[tuple[str, int]], most: int) -> str:
    """A bar of parts side by side.

    Args:
        parts: Class, for the colour and the pattern, and size of each.
        most: The size that takes the whole length.
    """
    drawn, at = [], 0.0
    for kind, size in parts:
        width = LENGTH * size / most if most else 0.0
        if width:
            drawn.append(f'<rect class="{kind}" x="{_short(at)}" y="0" width="{_short(width)}" height="{HEIGHT}"/>')
        at += width
    return (
        f'<svg class="bar" viewBox="0 0 {LENGTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false">{"".join(drawn)}</svg>'
    )


def swatch(kind: str) -> str:
    """A sample of a part of a bar, for its legend."""
    return (
        f'<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false">'
        f'<rect class="{kind}" x="0" y="0" width="10" height="10"/></svg>'
    )


def _short(size: float) -> str:
    return f"{size:.2f}".rstrip("0").rstrip(".")
