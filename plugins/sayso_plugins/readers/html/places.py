"""Where the words of a page's text stand in its file: looked for again in the markup, paragraph by paragraph."""

from __future__ import annotations

from functools import cached_property
from re import Match

from sayso import Location, Locations, Pattern, RawText, Span

GAP = "\n\n"
#: Behind it stand the words that readers see.
BODY = Pattern(r"<body[\s>]", 2, needs=("<body",))
#: Elements whose words are on no page, as long as what they stand for, so that no place moves.
SILENT = Pattern(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|textarea)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    2 | 16,
    needs=("<!--", "<script", "<style", "<template", "<noscript", "<textarea"),
)


class PagePlaces(Locations):
    """The places of the text of one page.

    Args:
        source: The page as decoded.
        text: Its text, an empty line between paragraphs.
    """

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._text = text
        self._found: dict[tuple[int, int], tuple[int, int] | None] = {}

    def of_words(self, span: Span) -> Location | None:
        """Where a span stands; None where that cannot be told.

        So it is where the paragraph, or the span in it, stands in the page another number of times than in the text.
        """
        raw, start_of_body = self._page
        start = self._text.rfind(GAP, 0, span.start) + len(GAP) if GAP in self._text[: span.start] else 0
        end = self._text.find(GAP, span.end)
        end = len(self._text) if end < 0 else end
        if (start, end) not in self._found:
            self._found[start, end] = raw.again(Span(start, end), self._text, start_of_body)
        stretch = self._found[start, end]
        if stretch is None:
            return None
        # The whole page, which is long, keeps what it has made ready and what it may cost.
        within = self._part.again(Span(span.start - start, span.end - start), self._text[start:end], *stretch)
        return self._part.location(*within) if within is not None else None

    @cached_property
    def _page(self) -> tuple[RawText, int]:
        """The page without what is not on it, and where its body begins."""
        body = BODY.search(self._source)
        return RawText(SILENT.compiled.sub(_blank, self._source)), body.start() if body is not None else 0

    @cached_property
    def _part(self) -> RawText:
        return RawText(self._page[0].text)


def _blank(match: Match[str]) -> str:
    return "".join(char if char in "\r\n" else " " for char in match.group())
