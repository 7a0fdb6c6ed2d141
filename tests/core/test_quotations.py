"""Quotation marks."""

from __future__ import annotations

import pytest

from support import analysis

CASES = {
    "curly": ("“We won,” he said.", ["“We won,”"]),
    "straight": ('He said "we won" twice.', ['"we won"']),
    "guillemets": ("Il a dit « oui » hier.", ["« oui »"]),
    "doubled": ("He said ``we won'' twice.", ["``we won''"]),
    "mixed styles": ('“The front," he added, "with all its power."', ['“The front,"', '"with all its power."']),
    "apostrophes": ("Iran’s ministry isn’t the farmers’ friend.", []),
    "single": ("‘We won,’ he said. ‘It’s late.’", ["‘We won,’", "‘It’s late.’"]),
    "straight single": ("'We won't go,' she said.", ["'We won't go,'"]),
    "plural possessive inside": ("‘The farmers’ market is closed,’ she said.", ["‘The farmers’ market is closed,’"]),
    "two sentences": ("“We won. It is late,” he said.", ["“We won. It is late,”"]),
    "decade": ("It was the ’90s, and rock ’n’ roll.", []),
    "nested": ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
}


@pytest.mark.parametrize("case", CASES)
def test_marks_pair(case):
    """Marks of every style pair as a reader pairs them, and apostrophes pair with nothing."""
    text, expected = CASES[case]
    assert [q.span.of(text) for q in analysis(text).quotations] == expected


def test_a_lost_mark_swallows_no_other_paragraph():
    """A quotation that is never closed ends with its paragraph."""
    text = "He said “we won and left.\n\nThe mill closed."
    (quotation,) = analysis(text).quotations
    assert not quotation.balanced
    assert quotation.span.of(text) == "“we won and left."


def test_a_quotation_that_reopens_is_one():
    """A quotation may open each paragraph anew and close only the last."""
    text = "“We won. It was late.\n\n“We went home,” he said."
    first, second = analysis(text).quotations
    assert first.balanced
    assert second.continues
