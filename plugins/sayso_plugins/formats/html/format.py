"""The format html; what makes the page is imported when a page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso import Format, Rendering, Report


def render(reports: Iterable[Report], rendering: Rendering) -> Iterator[str]:
    """One document of HTML, which needs nothing from elsewhere."""
    from sayso_plugins.formats.html.page import render

    return render(reports, rendering)


HTML = Format("html", "A page for editors: each item with its marks, and an overview", render, records=True)
