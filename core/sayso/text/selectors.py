"""The selector of the record: how a place in a text is written down so that it can be found again.

Its shape is that of the position and the quote selector of the W3C Web Annotation Data Model together.
"""

from __future__ import annotations

from sayso.errors import NoMatch, SelectorError
from sayso.frozen import frozen
from sayso.text.span import Span

#: Code points of context on each side that are enough to tell most repetitions apart.
CONTEXT = 20


@frozen
class TextSelector:
    """The selector of the record: a position and, unless rights forbid it, the words."""

    start: int
    end: int
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    @classmethod
    def for_span(cls, span: Span, text: str, context: int = CONTEXT) -> TextSelector:
        """Position and quotation of a span of `text`."""
        start, end = span.start, span.end
        return cls(start, end, text[start:end], text[max(0, start - context) : start], text[end : end + context])

    @property
    def span(self) -> Span:
        """The place that the offsets claim, unchecked."""
        return Span(self.start, self.end)

    def matches(self, text: str) -> bool:
        """Whether the words stand exactly where the offsets say."""
        if not 0 <= self.start < self.end <= len(text):
            return False
        return self.exact is None or text[self.start : self.end] == self.exact

    def resolve(self, text: str) -> Span:
        """The place in `text`: the offsets where they hold, else the words where they are unique.

        Raises:
            SelectorError: If neither leads to one place.
        """
        if self.matches(text):
            return self.span
        if self.exact is None:
            raise SelectorError(f"nothing at {self.start}..{self.end}, and no words to look for")
        from sayso.text.web_annotation import TextQuoteSelector

        try:
            return TextQuoteSelector(self.exact, self.prefix or "", self.suffix or "").resolve(text)
        except NoMatch:
            return TextQuoteSelector(self.exact).resolve(text)
