"""Texts with carets under the words that are meant."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent

from sayso.text.span import Span


def parse(marked: str) -> tuple[str, list[Span]]:
    """The text without its lines of carets, and the spans that they mark, in the order of the text.

    Indentation that all lines share is taken away, and so are empty lines at both ends. A line of spaces and carets
    belongs to the line above; several may follow each other, for spans that overlap or touch. A caret stands for one
    code point.

    Raises:
        ValueError: If carets have no line above, or reach beyond it.
    """
    lines: list[str] = []
    spans: list[Span] = []
    start = 0
    for line in dedent(marked.rstrip().strip("\n")).split("\n"):
        if not _is_carets(line):
            start += len(lines[-1]) + 1 if lines else 0
            lines.append(line)
            continue
        if not lines:
            raise ValueError("the first line is carets; they go below the words that they mark")
        if len(line.rstrip()) > len(lines[-1]):
            raise ValueError(f"the carets reach beyond the end of the line above: {lines[-1]!r}")
        spans.extend(Span(start + first, start + last) for first, last in _runs(line))
    return "\n".join(lines), sorted(spans)


def _is_carets(line: str) -> bool:
    return "^" in line and not line.strip(" ^")


def _runs(line: str) -> Iterable[tuple[int, int]]:
    first = None
    for at, char in enumerate(f"{line} "):
        if char == "^" and first is None:
            first = at
        elif char != "^" and first is not None:
            yield first, at
            first = None


def by_line(span: Span, text: str) -> list[Span]:
    """A span as carets can show it: its pieces, one a line, without the line ends."""
    pieces = []
    start = span.start
    for line in span.of(text).split("\n"):
        if line:
            pieces.append(Span(start, start + len(line)))
        start += len(line) + 1
    return pieces


def show(text: str, spans: Iterable[Span]) -> str:
    """The text with carets under the spans, those that overlap or touch on lines of their own."""
    pieces = sorted(piece for span in spans for piece in by_line(span, text))
    shown: list[str] = []
    start = 0
    for line in text.split("\n"):
        shown.append(line)
        rows: list[str] = []
        for one in pieces:
            if start <= one.start < start + len(line) + 1:
                first, last = one.start - start, one.end - start
                row = next((at for at, have in enumerate(rows) if len(have) < first or not have), len(rows))
                if row == len(rows):
                    rows.append("")
                rows[row] = rows[row].ljust(first) + "^" * (last - first)
        shown.extend(rows)
        start += len(line) + 1
    return "\n".join(shown)
