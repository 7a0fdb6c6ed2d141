"""The two text selectors of the W3C Web Annotation Data Model (Recommendation of 23 February 2017), 4.2.4 and 4.2.5.

The unit is its own: Unicode code points, end excluded. A position breaks on any edit and a quote copies text, so
the record keeps both where it may: :class:`sayso.TextSelector`.
"""

from __future__ import annotations

from sayso.errors import AmbiguousMatch, NoMatch, SelectorError
from sayso.frozen import frozen
from sayso.text.selectors import CONTEXT
from sayso.text.span import Span


@frozen
class TextPositionSelector:
    """A place by its offsets."""

    start: int
    end: int

    @classmethod
    def for_span(cls, span: Span) -> TextPositionSelector:
        """The selector of a span."""
        return cls(span.start, span.end)

    def resolve(self, text: str) -> Span:
        """The span in `text`.

        Raises:
            RecordError: If the offsets make no span.
            SelectorError: If the text is shorter than the offsets say.
        """
        span = Span(self.start, self.end)
        if span.end > len(text):
            raise SelectorError(f"the text has {len(text)} code points, the selector ends at {span.end}")
        return span


@frozen
class TextQuoteSelector:
    """A place by its words and, where these repeat, by the words around it."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def for_span(cls, span: Span, text: str, context: int = CONTEXT) -> TextQuoteSelector:
        """Quote a span of `text` with up to `context` code points on each side."""
        return cls(
            exact=span.of(text),
            prefix=text[max(0, span.start - context) : span.start],
            suffix=text[span.end : span.end + context],
        )

    def resolve(self, text: str) -> Span:
        """The one span of `text` that this quotation names.

        An empty prefix or suffix matches anything.

        Raises:
            NoMatch: If the words, with their context, do not occur.
            AmbiguousMatch: If they occur more than once.
        """
        if not self.exact:
            raise NoMatch(self.exact)
        needle = self.prefix + self.exact + self.suffix
        starts, at = [], text.find(needle)
        while at >= 0:
            starts.append(at + len(self.prefix))
            at = text.find(needle, at + 1)
        if not starts:
            raise NoMatch(self.exact)
        if len(starts) > 1:
            raise AmbiguousMatch(self.exact, tuple(starts))
        return Span(starts[0], starts[0] + len(self.exact))
