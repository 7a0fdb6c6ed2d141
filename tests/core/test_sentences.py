"""Sentences and paragraphs."""

from __future__ import annotations

import pytest

from support import analysis

CASES = {
    "initials": ["The U.S. strikes hit the base.", "Nobody was hurt."],
    "longer initials": ["The Guards (I.R.G.C.) left.", "They came back."],
    "titles": ["Mr. Ruiz met Dr. Berg on Jan. 4 in St. Olav.", "They talked."],
    "one letter": ["J. Smith left.", "He was late."],
    "a quotation of two sentences": ["“They must go. They must go now,” he said.", "He left."],
    "a question that is attributed": ["“Will they go?” Ruiz asked.", "They did not."],
    "a quotation that ends a sentence": ["He said “we won.”", "Then he left."],
    "a figure": ["It rose by 3.5 percent.", "It fell by 2.1."],
    "initials that end": ["He went to the U.S.", "The trip was long."],
}


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_they_end(case):
    """Neither an abbreviation nor the inside of a quotation ends a sentence."""
    text = " ".join(CASES[case])
    assert [s.span.of(text) for s in analysis(text).sentences] == CASES[case]


def test_wrapped_lines_make_one_paragraph():
    """A line end where the next word would not have fitted is no paragraph end."""
    text = (
        "The harbour of Larkmoor was closed on Tuesday for the third time in a\n"
        "month after a crane fell into the basin, the port authority said, and\n"
        "ships were sent to the outer roads."
    )
    assert len(analysis(text).paragraphs) == 1


def test_a_line_each_makes_paragraphs():
    """Where each line is a paragraph of its own, each line end is a paragraph end."""
    text = "The mill closed.\nThe bridge opened.\nNobody came."
    assert len(analysis(text).paragraphs) == 3


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ferry will sail again in spring,\nsaid Jo Berg.", 1),
        ("“The ferry will sail again,”\nsaid Jo Berg.", 1),
        ("The ferry will sail again,\nJo Berg said.", 2),
        ("The ferry will sail again.\nsaid Jo Berg.", 2),
    ],
)
def test_a_comma_goes_on_in_small_letters(text, number):
    """However short the lines are, a line that ends in a comma is no paragraph where the next has a small letter."""
    assert len(analysis(text).paragraphs) == number


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end):
    """LF, CRLF and CR end lines alike."""
    text = f"The mill closed.{end}{end}The bridge opened."
    assert len(analysis(text).paragraphs) == 2
