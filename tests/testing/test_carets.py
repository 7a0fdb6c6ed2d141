"""Texts with carets: what stands above them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Span
from sayso.testing.carets import by_line, parse, show
from sayso.testing.strategies import spans

LINES = st.text(st.sampled_from("ab é🙂.“"), min_size=1, max_size=12).filter(lambda line: line.strip() == line)


def test_carets_mark_the_words_above_them():
    """Several on a line, on several lines, and stacked where they overlap; indentation counts for none."""
    text, found = parse("""
        One two three.
        ^^^     ^^^^^
            ^^^^^^^^^
        Four.
         ^^
    """)
    assert text == "One two three.\nFour."
    assert [span.of(text) for span in found] == ["One", "two three", "three", "ou"]


def test_a_text_without_carets_is_the_text():
    """Nothing is marked, and a line of blanks is a line."""
    assert parse("a\n\nb") == ("a\n\nb", [])


@pytest.mark.parametrize("marked", ["^^\ntext", "text\n    ^^", "\n  ^\n"])
def test_carets_with_nothing_above_are_refused(marked):
    """A mistake in the test is no expectation."""
    with pytest.raises(ValueError, match="carets"):
        parse(marked)


@st.composite
def cases(draw):
    """A text of some lines, and spans of it."""
    text = "\n".join(draw(st.lists(LINES, min_size=1, max_size=3)))
    return text, draw(st.lists(spans(text), max_size=4))


@given(cases())
def test_what_is_shown_is_read_back(case):
    """Showing spans and parsing what is shown gives their pieces, line by line, each as often as it was there."""
    text, marked = case
    pieces = sorted(piece for span in marked for piece in by_line(span, text))
    assert parse(show(text, marked)) == (text, pieces)


def test_a_span_over_a_line_end_has_carets_on_both_lines():
    """Its pieces are its own, without the line end."""
    assert by_line(Span(2, 6), "one\ntwo") == [Span(2, 3), Span(4, 6)]
    assert show("one\ntwo", [Span(2, 6)]) == "one\n  ^\ntwo\n^^"
