"""Who signs a page below its text or in the notice of its software, whom else a byline names, and dates."""

from __future__ import annotations

import pytest
from tests.plugins.readers.test_html_mastheads import TITLE, names, read, site

ADMIN = "<meta name=author content=admin>"


@pytest.mark.parametrize(
    ("head", "shown", "after", "author"),
    [
        ("", "", "<p>— Tobias Wren</p>", "Tobias Wren"),
        ("", "", "<p>With every blessing,</p><p>Greta Holm<br>Rector</p>", "Greta Holm"),
        (ADMIN, "", "<p>Greta Holm<br>Head of Culture at the Mill</p>", "Greta Holm"),
        (
            ADMIN,
            "",
            "<p>It was a long day for all who came to the mill, and nobody left early. (Greta Holm)</p>",
            "Greta Holm",
        ),
        (
            ADMIN,
            "",
            "<p>It was a long day for all who came to the mill, and few left. (<abbr title='Greta Holm'>gh</abbr>)</p>",
            "Greta Holm",
        ),
        ("", "", "<p>Bericht: Greta Holm, Schriftführerin</p>", "Greta Holm"),
        (ADMIN, "<p>WORDS <strong>GRETA HOLM</strong><br>PHOTOGRAPHS <strong>PER LIND</strong></p>", "", "GRETA HOLM"),
        (
            "",
            "<p><em>Rede am Fluss. Von Greta Holm, Vorsitzende. Es gilt das gesprochene Wort.</em></p>",
            "",
            "Greta Holm",
        ),
    ],
)
def test_a_signature_is_found(head: str, shown: str, after: str, author: str) -> None:
    """A name alone, in brackets, with what she is, by its label; the account in the metadata hides her."""
    assert names(read(head=head, shown=shown, after=after)) == [author]


@pytest.mark.parametrize(
    "notice",
    [
        "Dieser Beitrag wurde am Sonntag, 13. Juni 2010 um 20:41 Uhr von Greta Holm veröffentlicht und abgelegt.",
        "Dieser Artikel wurde von Greta Holm unter Mühlen veröffentlicht.",
        "This entry was posted in Mills by Greta Holm. Bookmark the permalink.",
        "This entry was posted on Sunday, June 13th, 2010 by Greta Holm and is filed under Mills.",
        "Cette entrée a été publiée dans Moulins par Greta Holm. Ajoutez ce permalien.",
        "Esta entrada fue publicada en Molinos por Greta Holm. Guarda el enlace.",
        "Questa voce è stata pubblicata in Mulini da Greta Holm. Contrassegna il permalink.",
        "Dit bericht werd geplaatst in Molens door Greta Holm. Bookmark de permalink.",
    ],
)
def test_the_notice_of_a_blog_names_who_wrote_it(notice: str) -> None:
    """In the languages of the pages that are read."""
    assert names(read(after=f"<p class=postmetadata><small>{notice}</small></p>")) == ["Greta Holm"]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ana Ruiz and Per Lind, Port Larkmoor", [("Ana Ruiz", None), ("Per Lind", None)]),
        ("Autorin: Ana Ruiz, Bieneninstitut Larkmoor", [("Ana Ruiz", None)]),
        ("Story by Ana Ruiz, College of Natural Sciences. Edited by Per Lind.", [("Ana Ruiz", None)]),
        ("By Ana Ruiz (AP)", [("Ana Ruiz", "AP")]),
        ("By Ana Ruiz of the Associated Press", [("Ana Ruiz", "Associated Press")]),
        ("By Ana Ruiz | 2 hours ago", [("Ana Ruiz", None)]),
        ("posted by Ana Ruiz @ 9:04 PM", [("Ana Ruiz", None)]),
        ("By Staff", [("Staff", None)]),
    ],
)
def test_a_byline_names_people(byline: str, expected: list[tuple[str, str | None]]) -> None:
    """Places, houses, other work and times are nobody; an agency is whom she writes for."""
    record = read(shown=f"<p class=byline>{byline}</p>")
    assert [(one.name, one.role) for one in record.author.value or ()] == expected


@pytest.mark.parametrize(
    ("shown", "after"),
    [
        ("<p><abbr title='Ana Ruiz' class=kuerzel>aru</abbr>, vom 6. Februar 2013</p>", ""),
        ("<p>Autor / Redakteur: Ana Ruiz * / <a href=/redaktion/lind rel=author>Per Lind</a></p>", ""),
        ("", "<h3>Meer berichten van Ana Ruiz</h3>"),
        ("", "<p>“Mills” © 2024 by Ana Ruiz is licensed under CC BY-SA 4.0.</p>"),
        ("", "<p>Ihre <i>Ana Ruiz</i></p>"),
    ],
)
def test_other_ways_to_name_who_wrote_it(shown: str, after: str) -> None:
    """Initials with a title, the writer before the editor, a heading over other items, a licence, a letter's end."""
    assert names(read(shown=shown, after=after)) == ["Ana Ruiz"]


def test_a_field_of_some_version_is_not_before_the_day_that_readers_see() -> None:
    """A date right below the headline that is sooner than such a field is that of publication."""
    record = read(head="<meta name=date content=2013-02-11>", shown="<p>6 February 2013</p>")
    assert record.date_published.value is not None
    assert record.date_published.value.value == "2013-02-06"


def test_an_ampersand_is_a_word_in_a_host() -> None:
    """*Pen & Ink* is the outlet of penandink.com."""
    record = read(title=f"{TITLE} | Pen & Ink", top="<a href=/>Pen &amp; Ink</a>", host="penandink.com")
    assert record.outlet.value is not None
    assert record.outlet.value.name == "Pen & Ink"


def test_an_agency_in_brackets_supplied_the_item() -> None:
    """Whom the writer works for is told as a supplier."""
    record = read(shown="<p class=byline>Par Ana Ruiz (avec AFP)</p>")
    assert [one.value.name for one in record.info_sources if one.value] == ["AFP"]


@pytest.mark.parametrize("greeting", ["Vielen Dank.", "Best Wishes", "Many Thanks", "Happy Easter"])
def test_a_greeting_signs_nothing(greeting: str) -> None:
    """A line in capitals that ends a text may be none of a person."""
    assert names(read(after=f"<p>{greeting}</p>")) == []


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        # The title for search engines has some of the same words.
        ("<meta property=og:title content='Larkmoor council votes to close mill after long hearing'>", TITLE),
        # What has none of them is another's.
        (
            "<meta property=og:title content='Ferry back on Monday'><title>Ferry back on Monday</title>",
            "Ferry back on Monday",
        ),
    ],
)
def test_the_heading_comes_before_the_title_for_search_engines(head: str, headline: str) -> None:
    """Where they share words, what readers see is the headline."""
    assert read(head=head, title="Larkmoor council votes to close mill after long hearing").headline.value == headline


@pytest.mark.parametrize(
    ("shown", "after", "day"),
    [
        # Times in links are of what these lead to.
        (
            "<p>Published on Monday, 18 November 2024</p>",
            "<ul><li><a href=/fair/>Fair on the river <time datetime=2024-11-14>14 November</time></a></ul>",
            "2024-11-18",
        ),
        ("", "<p class=publishedDate>Published: 18 October 2017, 11:06</p>", "2017-10-18T11:06:00"),
        ("<p>By Ana Ruiz <span class=date style='display:none' title='2011-04-14'></span></p>", "", "2011-04-14"),
    ],
)
def test_a_date_is_of_the_page(shown: str, after: str, day: str) -> None:
    """Above the text, below it by its label, or stated for software."""
    value = read(shown=shown, after=after).date_published.value
    assert value is not None
    assert value.value == day


def test_a_dateline_dates_a_page_that_has_no_other_date() -> None:
    """*Larkmoor, 4 May 2026.* opens a release."""
    opening = (
        "<p><strong>Larkmoor, 4 May 2026.</strong> The mill on the river will close in autumn, it was told by those"
    )
    page = read(shown=f"{opening} who own it, and nobody had thought that it would.</p>")
    assert page.date_published.value is not None
    assert page.date_published.value.value == "2026-05-04"


def test_words_that_readers_never_see_are_no_text() -> None:
    """Hidden elements and templates are left out, as are lines that a style hides."""
    hidden = "<p hidden>one hidden</p><template><p>two hidden</p></template><p style='display: none'>three hidden</p>"
    record = read(shown="<article>", after=f"{hidden}</article>")
    assert "hidden" not in (record.text or "")


def test_words_have_no_marks_at_which_they_may_be_broken() -> None:
    """*Sour&shy;ces* is a word, and what rules find in it they find."""
    record = read(
        after="<p>Two sour&shy;ces said the mill would close, and that&#8203; it was late for all of them.</p>"
    )
    assert "Two sources said the mill would close, and that it was late" in (record.text or "")


def test_a_sponsor_is_no_outlet() -> None:
    """Who paid for an item does not publish it."""
    data = '{"@type": "AdvertiserContentArticle", "headline": "Mill", "sponsor": {"@type": "Brand", "name": "Acme"}}'
    record = read(title=f"{TITLE} - Larkmoor Post", head=f"<script type='application/ld+json'>{data}</script>")
    assert record.outlet.value is not None
    assert record.outlet.value.name == "Larkmoor Post"
    assert record.item_type.value == "press_release"


def test_a_name_says_more_than_the_host() -> None:
    """A masthead that is the host gives way to the site's name."""
    record = read(
        title=f"{TITLE} - larkmoorpost.com › Region",
        head=site("The Larkmoor"),
        top="<a class=logo href=/>larkmoorpost.com</a>",
    )
    assert record.outlet.value is not None
    assert record.outlet.value.name == "The Larkmoor"
