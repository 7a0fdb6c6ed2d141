"""The HTML report for those who edit: what comes first, what is folded away, and no words of programs."""

from __future__ import annotations

import re

import pytest

from html_pages import TEXT, Read, at, finding, item, page, usual
from mill import PLUGIN, mill
from sayso import DateValue, Fact, Failure, Org, Report, Severity, Skip, Span, evolve
from sayso.report import place
from sayso.text.lines import Lines
from sayso_plugins.formats.html import wording
from sayso_plugins.formats.html.facts import same
from support import engine

FOLDED = re.compile(r"<details\b.*?</details>", re.DOTALL)
ROWS = re.compile(r'<tr role="row" data-item="(item-\d+)"')
RULES = engine().host.rules


def unfolded(html: str) -> str:
    """What of a page is seen before anything is opened."""
    return Read(FOLDED.sub("", html)).text


def many(count: int, *, loud: int = 0) -> list[Report]:
    """Items of which the last few have a finding."""
    found = finding("a/b", Severity.WARNING, TEXT, at(TEXT, "army"))
    return [Report((item(TEXT, *([found] if n > count - loud else []), number=n),)) for n in range(1, count + 1)]


# Facts


def outlet(*others: Fact[Org]) -> str:
    """What the page says of an outlet with these alternatives."""
    known = evolve(Fact.asserted(Org("Larkmoor Herald"), PLUGIN, pointer="/a"), alternatives=others)
    html = page([Report((item(TEXT, record=mill(TEXT, outlet=known)),))])
    return Read(re.search(r"<dt><bdi>Outlet</bdi></dt>.*?</dd>", html, re.DOTALL)[0]).text


def test_what_says_the_same_does_not_disagree():
    """A value that a second place gives is given there too; only another one is not the value."""
    again = Fact.asserted(Org("larkmoor  herald"), PLUGIN, pointer="/html/head/script[1]#/publisher/name")
    other = Fact.asserted(Org("Velland Wire"), PLUGIN, pointer="/html/body/p")
    said = outlet(again, other)
    assert "also from the page’s own data, as larkmoor herald" in said
    assert "not Velland Wire: from the page itself" in said
    assert "not larkmoor" not in said.lower()


def test_one_place_is_named_once():
    """The same value from the same place, which a reader may state twice, is not said again."""
    assert "also" not in outlet(Fact.asserted(Org("Larkmoor Herald"), PLUGIN, pointer="/a"))


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (DateValue("2026-05-04", "day", "x"), DateValue("2026-05-04T10:00:00Z", "second", "y"), True),
        (DateValue("2026-05-04", "day", "x"), DateValue("2026-05-05", "day", "x"), False),
        ("Mill  closes", "mill closes", True),
        ((Org("A"),), (Org("A"), Org("B")), False),
        (Org("A"), "A", False),
    ],
)
def test_values_are_compared_by_what_they_say(one, other, equal):
    """Capitals, blanks and a time on the same day make no other value."""
    assert same(one, other) is equal


# Order


def test_the_worst_come_first():
    """The list is by errors, then warnings, then the order of the inputs; the items keep that order."""
    kinds = {1: "", 2: "w", 3: "e", 4: "ww", 5: "ew", 6: "w", 7: "i"}
    severities = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}
    found = [
        Report((item(TEXT, *(finding("a/b", severities[one], TEXT) for one in kind), number=n),))
        for n, kind in kinds.items()
    ]
    html = page(found)
    assert [int(one[5:]) for one in ROWS.findall(html)] == [5, 3, 4, 2, 6, 7, 1]
    assert re.findall(r'<article class="item" id="item-(\d)"', html) == list("1234567")


def test_what_failed_comes_before_the_items():
    """Whoever reads from above meets what was not checked before what was."""
    html = page([*many(3), Report((), (Failure("b.json", "json", "no"),))])
    assert html.index('id="failures"') < html.index('id="list"') < html.index('id="items"')


# What is folded away


def test_of_many_items_those_with_nothing_to_show_are_folded_away():
    """Of more than twenty, without any script, only those with something to show are open; the others are counted."""
    html = page(many(21, loud=2))
    open_part = FOLDED.sub("", html)
    assert re.findall(r'<article class="item" id="(item-\d+)"', open_part) == ["item-20", "item-21"]
    assert ROWS.findall(open_part) == ["item-20", "item-21"]
    assert html.count("Left out here: 19 items with nothing to show") == 2
    assert 'id="only-found" checked' in html
    assert len(re.findall('<article class="item"', html)) == 21


def test_few_items_are_all_open():
    """Twenty are read one by one."""
    html = page(many(20, loud=2))
    assert "Left out here" not in html
    assert 'id="only-found">' in html


def test_items_at_which_nobody_looked_are_not_folded_away():
    """Text that was not analysed, most rules that do not read it, and open claims are something to show."""
    strange = item("Der Hafen.", number=90, skips=(Skip("acme/one", "the text was not analysed, since it is"),))
    spanish = item(
        "El puerto.", number=91, skips=tuple(Skip(one, "the rule reads en") for one in ("acme/one", "acme/two"))
    )
    claimed = item(TEXT, number=92, record=mill(TEXT))
    english = item(TEXT, number=93, skips=(Skip("acme/rule", "the rule reads de"),))
    html = page([*many(21), Report((strange, spanish, claimed, english))])
    rows = FOLDED.sub("", html)
    assert re.findall(r'<article class="item" id="(item-\d+)"', rows) == ["item-22", "item-23", "item-24"]
    listed = unfolded(html)
    assert "items/90.txt · text not analysed" in listed
    assert "items/91.txt · 2 rules did not look" in listed
    assert "1 unsourced claim" in listed


# Signs and notes


def spread() -> str:
    """A page of a finding with places in three paragraphs, the last of which only belongs to it."""
    text = "Sources said so.\n\nNothing here.\n\nSources said more.\n\nThe mill closed."
    first = finding(
        "a/b", Severity.WARNING, text, at(text, "Sources"), (text.rindex("Sources"), text.rindex("Sources") + 7)
    )
    start, end = at(text, "mill")
    return page([Report((item(text, evolve(first, related=(place(Span(start, end), text, Lines(text)),))),))])


def test_each_sign_leads_to_its_note():
    """Every sign of a finding is a link to the note and is described by it, that of what belongs to it too."""
    html = spread()
    signs = re.findall(r'<a class="badge (\w+)" href="#item-1-f1"[^>]*aria-describedby="item-1-f1m">', html)
    assert signs == ["warning", "warning", "also"]


def test_beside_a_sign_without_a_note_is_said_where_it_is():
    """A later paragraph with a sign says that the note is above; a paragraph without one says nothing."""
    html = spread()
    rows = re.findall(r'<div class="row">.*?</div>', html, re.DOTALL)
    assert ["its note is above" in row for row in rows] == [False, False, True, True]
    assert ['class="note ' in row for row in rows] == [True, False, False, False]


def test_the_filter_of_claims_is_named_for_what_it_counts():
    """Claims that a finding is about are findings; the filter says that it counts the others."""
    assert "unsourced claim without a finding" in Read(page([Report((usual(),))])).text


# No words of programs


@pytest.mark.parametrize("name", sorted(RULES))
def test_rules_are_told_without_markup_and_options(name):
    """What the page says of a rule has no raw Markdown, none of its options, and no option of the command line."""
    known = RULES[name]
    told = [known.summary, *wording.reasons(known), wording.cure(known.cure)]
    shown = Read(f"<p>{''.join(map(wording.marked, told))}</p>").text
    assert not re.search(r"[*`]|--[a-z]|sayso\.toml|[a-z]_[a-z]|[a-z] = ", shown)
    assert len(told) > 2


def test_a_page_has_no_commands_and_pointers():
    """Before anything is opened, no command, option, call of the library or path of a record is on the page."""
    message = (
        "it is HTML; rename it, or name one: --reader, reader under [[paths]] in sayso.toml, or Engine(reader=...)"
    )
    cure = "Give date_published in the item's metadata, or configure it for the path in sayso.toml."
    missing = finding("dating/date-missing", Severity.ERROR, TEXT, message="no date; looked in: metadata: /x is absent")
    html = page(
        [Report((item(TEXT, evolve(missing, help=cure), record=mill(TEXT)),), (Failure("x.txt", "format", message),))]
    )
    seen = unfolded(html)
    assert not re.search(r"sayso (?:explain|check)|--reader|Engine\(|sayso\.toml|\s/\w+|date_published|paths\[", seen)
    assert "x.txt: it is HTML" in seen
    assert "Give the day of publication in the item's metadata, or have it set in the configuration." in seen
    assert "rename it, or name one: --reader" in Read(html).text
    assert 'title="/date_published"' in html


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/html/head/script[1]#/publisher/name", "the page’s own data"),
        ("/html/body/article[1]/h1[1]", "the page itself"),
        ("/author", "its metadata"),
        ("front matter /date, line 3", "the front matter of its file"),
        ("/rss/channel/item[2]/title", "the feed"),
        ('"><script>', "its metadata"),
    ],
)
def test_places_of_metadata_have_names(pointer, said):
    """A path is said in words, and stands in the title."""
    made = wording.origin(pointer)
    assert Read(made).text == said
    assert "<script" not in made


def test_what_a_pointer_leads_to_has_a_name():
    """Facts by their name, and parts of lists by their number."""
    assert [
        Read(wording.about(one)).text for one in ("/date_published", "/attributions/2/cue", "", "/x_y", "/a/²")
    ] == [
        "Published",
        "attributions 3",
        "",
        "x y",
        "a",
    ]
