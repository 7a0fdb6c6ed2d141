"""Tables: on a narrow screen, each row is a line with its name, and below it the figures with their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def table(
    title: str, heads: Sequence[str], rows: Iterable[str], *, figures: Iterable[int], caption: str = ""
) -> Iterator[str]:
    """A table in a box that can be scrolled by keyboard where it is wider than the page.

    The roles are those that the elements have: browsers forget them where rows are laid out as lines.

    Args:
        title: Names the box.
        heads: Of the columns; an empty one is that of a chart.
        rows: Made by :func:`row`.
        figures: The columns of numbers, from 0.
    """
    numbers = frozenset(figures)
    yield f'<div class="scroll" tabindex="0" role="group" aria-label="{title}"><table role="table">\n'
    yield f"<caption>{caption}</caption>\n" if caption else ""
    yield '<thead role="rowgroup"><tr role="row">'
    for n, head in enumerate(heads):
        kind = ' class="number"' if n in numbers else ""
        yield (
            f'<th scope="col" role="columnheader"{kind}>{head}</th>' if head else '<td class="chart" role="cell"></td>'
        )
    yield '</tr></thead>\n<tbody role="rowgroup">\n'
    yield from rows
    yield "</tbody></table></div>\n"


def row(cells: Sequence[str], heads: Sequence[str], *, name: int = 0, data: str = "") -> str:
    """A row.

    Args:
        cells: HTML; charts begin with ``<svg``, numbers with a digit.
        name: The cell that the row is named by.
        data: Attributes of the row, with a space before them.
    """
    made = "".join(
        f'<th scope="row" role="rowheader">{cell}</th>' if n == name else _cell(cell, head)
        for n, (cell, head) in enumerate(zip(cells, heads, strict=True))
    )
    return f'<tr role="row"{data}>{made}</tr>\n'


def _cell(made: str, head: str) -> str:
    if made.startswith("<svg"):
        return f'<td class="chart" role="cell">{made}</td>'
    kind = "number" if made[:1].isdigit() or not made else "words"
    kind += " zero" if made == "0" else ""
    return f'<td class="{kind}" role="cell" data-head="{head}">{made}</td>'
