"""Rows of CSV that are broken: what is lost with one, and what is not."""

from __future__ import annotations

import pytest

import sayso_plugins.plugin as bundled
from sayso import Document, Engine, Failure, Item, Record

SAID = "The bridge was opened, the city said."


def table(text: str) -> tuple[list[Record], list[Failure]]:
    """The records and failures of a table."""
    found = list(Engine(plugins=[bundled]).items(Document.from_bytes(text.encode(), path="a.csv")))
    return [one.record for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Failure)]


def test_a_quote_that_is_never_closed_takes_no_other_row_with_it():
    """The row of the open quote fails; those behind it, which it seemed to hold, are read."""
    records, failures = table('text\n"never closed\n' + "The city said so.\n" * 3)
    assert [one.retrieval.locator for one in records] == ["row 3", "row 4", "row 5"]
    assert [(one.locator, one.error) for one in failures] == [("row 2", "csv")]


@pytest.mark.parametrize(
    ("text", "read_rows"),
    [
        ('"unclosed a;H\n"Fine, two said.";B\n"Third, two said.";C\n', ["B", "C"]),
        ('"unclosed a;H\nplain;A\n"Fine, two said.";B\n', ["A", "B"]),
        ('one;"unclosed\ntwo;"B"\nthree;"C"\n', ["B", "C"]),
        ('"first\n"second\n"Fine, two said.";B\n', ["B"]),
    ],
)
def test_a_quote_that_the_next_row_seems_to_close_takes_no_row_with_it(text, read_rows):
    """Where the first quote of another row closes one that was never closed, that row and those behind it are read."""
    records, failures = table(f"text;headline\n{text}")
    assert [one.headline.value for one in records] == read_rows
    assert {one.error for one in failures} == {"csv"}
    assert "never closed" in failures[0].message


def test_marks_inside_a_cell_of_several_lines_make_no_rows():
    """Lines of a cell whose marks are not written twice are lost with it, and the failure says how many."""
    records, failures = table('text,headline\n"He came.\nOnly "two" said so",A\n"Third, two said.",C\n')
    assert [one.headline.value for one in records] == ["C"]
    assert [(one.locator, "its 2 lines are lost" in one.message) for one in failures] == [("row 2", True)]


def test_a_stray_nul_costs_its_row():
    """A character that no text has makes a failure of its row, and the table is read."""
    records, failures = table(f'text,headline\n"a\0b",A\n"{SAID}",B\n')
    assert [one.headline.value for one in records] == ["B"]
    assert [(one.locator, one.error) for one in failures] == [("row 2", "binary")]
