"""Numbers and what is counted open what was said, where no *that* stands before them."""

from __future__ import annotations

import pytest

from support import attributed

TOLD = {
    "The ministry said at least 40 people had been killed.": "at least 40 people had been killed",
    "The UN said as many as 4,000 people had fled.": "as many as 4,000 people had fled",
    "The firm said about a third of its staff would go.": "about a third of its staff would go",
    "Mayor Ana Cole said at least nine people died in the fire.": "at least nine people died in the fire",
    "Police told reporters at least 40 people were held.": "at least 40 people were held",
    "Police said between 30 and 40 people had been hurt.": "between 30 and 40 people had been hurt",
    "The port said on Sunday at least 40 boats had been sunk.": "at least 40 boats had been sunk",
    "The port said after the storm 40 boats had been sunk.": "40 boats had been sunk",
    "Tenants say about 14,000 people live within a short walk.": "about 14,000 people live within a short walk",
    # A place and a topic are what they were.
    "The firm said at a meeting of 40 people it would close.": "it would close",
    "The mayor said in a letter on 40 homes that he would go.": "he would go",
}


@pytest.mark.parametrize("text", TOLD)
def test_so_many_of_something_open_what_was_said(text):
    """*At least* and the like belong to the number behind them, and are no place or time of the speech."""
    assert [words for _, _, words in attributed(text)] == [TOLD[text]]
