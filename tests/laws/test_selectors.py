"""Laws of selectors and spans."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso import RecordError, SelectorError, Span, TextPositionSelector, TextQuoteSelector
from sayso.errors import AmbiguousMatch, NoMatch
from sayso.testing.strategies import spans_in_text


@given(spans_in_text())
def test_a_quote_with_all_its_context_leads_back_to_its_span(case):
    """Quoting a span with all its context and resolving the quote is the identity."""
    text, span = case
    assert TextQuoteSelector.for_span(span, text, context=len(text)).resolve(text) == span


@given(spans_in_text())
def test_a_position_leads_back_to_its_span(case):
    """A position selector and its span are inverse."""
    text, span = case
    assert TextPositionSelector.for_span(span).resolve(text) == span


@given(spans_in_text())
def test_a_short_quote_is_right_or_says_that_it_is_not(case):
    """A quote without context leads to its span, or says that the words repeat; never to another place."""
    text, span = case
    quote = TextQuoteSelector.for_span(span, text, context=0)
    found = [at for at in range(len(text)) if text.startswith(quote.exact, at)]
    if found == [span.start]:
        assert quote.resolve(text) == span
    else:
        with pytest.raises(AmbiguousMatch) as repeated:
            quote.resolve(text)
        assert repeated.value.starts == tuple(found)


def test_words_that_are_not_there_are_not_found():
    """A quote that does not occur is an error that names the words."""
    with pytest.raises(NoMatch, match="bridge"):
        TextQuoteSelector("bridge").resolve("The mill closed.")


def test_a_position_beyond_the_text_is_an_error():
    """A position selector of a longer text does not resolve."""
    with pytest.raises(SelectorError):
        TextPositionSelector(3, 40).resolve("The mill closed.")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_an_empty_span_cannot_be(start, end):
    """A span holds at least one code point and starts at zero or later."""
    with pytest.raises(RecordError):
        Span(start, end)
