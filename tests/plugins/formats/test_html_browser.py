"""The HTML report in a browser, on a small screen."""

from __future__ import annotations

import pytest

from chromium import Chromium, browser
from html_pages import TEXT, at, finding, item, page, reports, usual
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


# Many items


@pytest.fixture(scope="module")
def crowd(shown, tmp_path_factory):
    """A page of thirty items, of which the third and the last have a finding."""
    file = tmp_path_factory.mktemp("crowd") / "report.html"
    found = finding("a/b", Severity.WARNING, TEXT, at(TEXT, "army"))
    given = [
        Report((item(f"{chr(122 - n % 26)} closed, the army said.", *([found] if n in (3, 30) else []), number=n),))
        for n in range(1, 31)
    ]
    file.write_text(page([*reports(), *given]), "utf-8")
    return file


SEEN = "[...document.querySelectorAll('article.item')].filter(one => one.checkVisibility()).map(one => one.id)"


def test_items_with_nothing_to_show_come_out_when_asked(shown, crowd):
    """They are folded away at first, with their rows; the choice opens them, and shuts them again."""
    shown.look(width=1280)
    shown.open(crowd)
    first = shown.run(SEEN)
    assert len(first) == 5
    assert shown.run("document.getElementById('shown').hidden")
    shown.run("document.getElementById('only-found').click()")
    assert len(shown.run(SEEN)) == 34
    shown.run("document.getElementById('only-found').click()")
    assert shown.run(SEEN) == first


def test_a_link_opens_what_is_folded_away(shown, crowd):
    """Whoever follows a link of the list to an item with nothing to show sees it."""
    shown.open(crowd)
    shown.run("document.querySelector('details.quiet a[href^=\"#item\"]').click()")
    target = shown.run("document.querySelector('details.quiet a[href^=\"#item\"]').getAttribute('href').slice(1)")
    assert target in shown.run(SEEN)


def test_what_is_left_out_is_said_on_paper(shown, crowd):
    """A page that is printed says how many items it leaves out."""
    shown.open(crowd)
    shown.look(width=800, media="print")
    said = "[...document.querySelectorAll('details.quiet > summary')].filter(one => one.checkVisibility()).length"
    assert shown.run(said) == 2
    shown.look(width=1280)


def test_the_list_is_sorted_by_name_and_back(shown, crowd):
    """The button sorts the rows by their names, and gives back the order that the page has."""
    shown.open(crowd)
    names = "[...document.querySelectorAll('#list details tbody th')].map(one => one.textContent.trim())"
    before = shown.run(names)
    shown.run("document.getElementById('by-name').click()")
    assert shown.run(names) == sorted(before, key=str.lower)
    assert before != sorted(before, key=str.lower)
    shown.run("document.getElementById('by-name').click()")
    assert shown.run(names) == before


@pytest.mark.parametrize("width", [1280, 390])
def test_tables_take_the_width_of_the_page(shown, crowd, width):
    """Each table ends where the page does, and no words stand on their side."""
    shown.look(width=width)
    shown.open(crowd)
    ends = shown.run(
        "[...document.querySelectorAll('table')].filter(one => one.checkVisibility())"
        ".map(one => Math.round(one.getBoundingClientRect().right))"
    )
    assert set(ends) == {shown.run("Math.round(document.querySelector('.top').getBoundingClientRect().right)")}
    modes = "new Set([...document.querySelectorAll('th, td')].map(one => getComputedStyle(one).writingMode))"
    assert shown.run(f"[...{modes}]") == ["horizontal-tb"]


def test_figures_have_their_names_on_a_narrow_screen(shown, crowd):
    """Where the heads of the columns are not shown, each figure has its own, and zeros are left out."""
    shown.look(width=390)
    shown.open(crowd)
    said = "getComputedStyle(document.querySelector('td.number:not(.zero)[data-head=findings]'), '::before').content"
    assert "findings" in shown.run(said)
    assert shown.run("[...document.querySelectorAll('td.zero')].every(one => !one.checkVisibility())")
    assert shown.said == []
