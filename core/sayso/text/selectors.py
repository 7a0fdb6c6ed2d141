"""Selectors: how a place in a text is written down so that it can be found again.

The shapes and the unit (Unicode code points, end excluded) are those of the W3C Web Annotation Data Model
(Recommendation of 23 February 2017), sections 4.2.4 and 4.2.5. A position breaks on any edit and a quote
copies text, so a :class:`TextSelector` keeps both where it may.
"""

from __future__ import annotations

from sayso.errors import AmbiguousMatch, NoMatch, SelectorError
from sayso.frozen import frozen
from sayso.text.span import Span

#: Code points of context on each side that are enough to tell most repetitions apart.
CONTEXT = 20


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
        quote = TextQuoteSelector.for_span(span, text, context)
        return cls(span.start, span.end, quote.exact, quote.prefix, quote.suffix)

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
        try:
            return TextQuoteSelector(self.exact, self.prefix or "", self.suffix or "").resolve(text)
        except NoMatch:
            return TextQuoteSelector(self.exact).resolve(text)
