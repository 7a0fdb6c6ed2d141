"""The HTML report in a browser, on a small screen."""

from __future__ import annotations

import pytest

from chromium import Chromium, browser
from html_pages import TEXT, finding, item, page, reports, usual
from sayso import Coverage, Report, Severity, Skip, evolve

#: Wider than any cell, with nowhere to break.
LONG = "x" * 300


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A page of several items, one of which has names that nothing breaks, on a screen of 390 pixels."""
    program = browser()
    if program is None:
        pytest.skip("there is no Chromium")
    file = tmp_path_factory.mktemp("page") / "report.html"
    long = evolve(item(LONG, finding(f"a/{LONG}", Severity.ERROR, LONG, message=LONG), number=9), path=LONG)
    many = [Report((usual(number),)) for number in range(10, 14)]
    strange = item("Der Hafen schließt.", number=14, skips=(Skip("a/b", "the text was not analysed, since it is"),))
    given = [*reports(), *many, Report((strange,)), Report((long,)), Report(coverage=Coverage(inputs=9))]
    file.write_text(page(given), "utf-8")
    seen = Chromium(program)
    try:
        seen.look(width=390)
        seen.open(file)
        yield seen
    finally:
        seen.close()


def test_the_page_fits_a_narrow_screen(shown):
    """No part of the page is wider than the screen; a table that is moves by itself."""
    assert shown.run("document.scrollingElement.scrollWidth") <= 390
    boxes = "[...document.querySelectorAll('.scroll')].map(one => one.getBoundingClientRect().right)"
    assert max(shown.run(boxes)) <= 390


def test_tables_are_seen_whole(shown):
    """The tables of a usual run show all their columns at once."""
    hidden = """[...document.querySelectorAll('.scroll')]
        .filter(one => one.scrollWidth > one.clientWidth)
        .map(one => one.getAttribute('aria-label'))"""
    assert shown.run("document.querySelectorAll('.scroll').length") > 3
    assert shown.run(hidden) == []


def test_an_item_that_was_not_analysed_stays_in_sight(shown):
    """Of items with something to show, one that nobody looked at is one, and a clean one is not."""
    shown.run("document.getElementById('only-found').click()")
    articles = "[...document.querySelectorAll('article.item:not([hidden])')].map(one => one.id)"
    left = shown.run(articles)
    shown.run("document.getElementById('only-found').click()")
    assert "item-8" in left
    assert "item-3" not in left


def test_nothing_is_asked_for_or_complained_of(shown):
    """The page loads nothing, and its own policy finds nothing to forbid."""
    assert shown.said == []


def test_the_text_has_the_words_of_the_item(shown):
    """What is shown as the text is the text."""
    first = shown.run("document.querySelector('#item-1-p1').textContent")
    assert TEXT[:10] in first
