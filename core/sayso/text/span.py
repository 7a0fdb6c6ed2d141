"""A place in a text."""

from __future__ import annotations

from sayso.errors import RecordError
from sayso.frozen import frozen


@frozen
class Span:
    """A half-open range of a text, counted in Unicode code points. Spans sort by start, then by end.

    The unit is that of the Text Position Selector in W3C Web Annotation: 0 is before the first character.

    Raises:
        RecordError: If the range is empty, reversed or starts below zero.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    # Written out, because spans are compared often and the shared comparison is slow.

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two places share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other place lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def covering(spans: tuple[Span, ...]) -> Span:
    """The smallest span that contains all of `spans`; there must be at least one."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
