"""The head of a plain text: title, byline, outlet and date, with or without blank lines between them."""

from __future__ import annotations

import pytest

from sayso import Engine

BODY = (
    "A mill in Larkmoor will close in May, its manager Jo Berg told the council on Monday, after eighty years of work."
)


@pytest.mark.parametrize(
    ("head", "author", "outlet", "day"),
    [
        (
            "Larkmoor mill to close after eighty years of weaving\nBy Ana Ruiz, Larkmoor Herald\n4 May 2026",
            "Ana Ruiz",
            "Larkmoor Herald",
            "2026-05-04",
        ),
        (
            "Larkmoor mill to close after eighty years of weaving\nBy Ana Ruiz\nLarkmoor Herald · 4 May 2026",
            "Ana Ruiz",
            "Larkmoor Herald",
            "2026-05-04",
        ),
        ("Larkmoor mill to close\n\nBy Ana Ruiz\n\nThe Larkmoor Herald", "Ana Ruiz", "The Larkmoor Herald", None),
        (
            "Larkmoor mill to close after eighty years of weaving\nBY ANA RUIZ\nThe Larkmoor Herald",
            "ANA RUIZ",
            "The Larkmoor Herald",
            None,
        ),
    ],
)
def test_each_line_of_a_head_is_read(head, author, outlet, day):
    """Author, outlet and day are found in it, and the title has none of them."""
    record = Engine().normalize({"text": f"{head}\n\n{BODY}\n"})
    assert [one.name for one in record.author.value or ()] == [author]
    assert record.outlet.value is not None
    assert record.outlet.value.name == outlet
    assert (record.date_published.value and record.date_published.value.value) == day
    assert record.headline.value is not None
    assert record.headline.value.startswith("Larkmoor mill to close")
    assert "\n" not in record.headline.value


def test_a_wrapped_sentence_stays_one():
    """Lines of prose are no head, though none of them ends a sentence before the last."""
    lines = (
        "The mill at Larkmoor will close in May, its manager Jo Berg told",
        "the council on Monday, and nine hundred people will have to look",
        "for other work before the summer.",
    )
    text = "\n".join(lines)
    record = Engine().normalize({"text": text})
    assert record.headline.value is None
    assert len([one for one in record.sections if one.kind == "news"]) == 1
