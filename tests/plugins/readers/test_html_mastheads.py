"""What the top of a page, its title and its metadata say of the outlet where they differ, and other habits of pages."""

from __future__ import annotations

import pytest

import sayso

TITLE = "Mill to close in autumn"
PROSE = (
    "<p>The mill on the river will close in autumn, the company said on Monday, and 200 people will lose their work, "
    "as its director told the council in a letter that was read out in the evening.</p><p>The council had asked for a "
    "delay of two years. It will meet again on Thursday to talk about what can be done for those who worked there.</p>"
)

FILED = (
    "<p class=postmeta>This entry was posted on Sunday, April 5th, 2009 at 11:18 pm and is filed under Mills. You can "
    "follow any responses to this entry through the feed.</p>"
)
RECORD = "<p class=info>Jo Berg, born in Hoo, has a record out on 19 May 2017, of which all of the town is proud.</p>"


def read(
    *,
    title: str = TITLE,
    head: str = "",
    top: str = "",
    shown: str = "",
    after: str = "",
    host: str = "larkmoorpost.com",
) -> sayso.Record:
    """The record of a page with all that is given."""
    page = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{top}<h1>{TITLE}</h1>{shown}{PROSE}{after}</body></html>"
    )
    return sayso.Engine().normalize(
        sayso.Document(path="a.html", data=page.encode(), media_type="text/html", uri=f"https://www.{host}/news/mill")
    )


def names(record: sayso.Record) -> list[str]:
    return [agent.name for agent in record.author.value or ()]


def site(name: str) -> str:
    return f"<meta property=og:site_name content='{name}'>"


@pytest.mark.parametrize(
    ("title", "head", "top", "outlet"),
    [
        # Title and masthead agree against the metadata.
        (
            f"{TITLE} | The Post of Larkmoor",
            site("Post Larkmoor"),
            "<a class=logo href=/>The Post of Larkmoor</a>",
            "The Post of Larkmoor",
        ),
        # The masthead is the host, and the metadata add a country.
        (
            f"{TITLE} - Larkmoor Post Isles",
            site("Larkmoor Post Isles"),
            "<a href=/><img alt='Larkmoor Post'></a>",
            "Larkmoor Post",
        ),
        # They leave a word out.
        (
            f"{TITLE} | Larkmoor Post Online",
            site("Post Online"),
            "<a href=/home.html><img alt='Larkmoor Post'></a>",
            "Larkmoor Post",
        ),
        # The masthead is only shorter.
        (
            f"{TITLE} - Larkmoor Post News",
            site("Larkmoor Post News"),
            "<a class=logo href=/>Larkmoor</a>",
            "Larkmoor Post News",
        ),
        # A host as the name, and the outlet's own spelling in the last line.
        (TITLE, site("www.larkmoorpost.com"), "", "LarkmoorPost"),
        # What there is behind the name.
        (TITLE, "", "<a href=/>Larkmoor Post - news, sport, weather</a>", "Larkmoor Post"),
        (TITLE, "", "<a class=brand href=/><img alt='Larkmoor Post Homepage'></a>", "Larkmoor Post"),
        (f"{TITLE} (From Larkmoor &amp; Hoo Post)", "", "", "Larkmoor & Hoo Post"),
        # Names that have nothing of the host count where two places have them.
        (f"Odd Geese: {TITLE}", "", "<h2><a href=/>Odd Geese</a></h2>", "Odd Geese"),
        (TITLE, "<link rel=alternate title='Odd Geese » Feed' href=/f>", "<a href=/>Odd Geese</a>", "Odd Geese"),
        (TITLE, "", "<a href=/><img alt='Odd Geese'></a><p><a href=/>Odd Geese</a></p>", "Odd Geese"),
        (TITLE, "", "<a href=/>Odd Geese</a>", None),
        (f"{TITLE} - by Ana Ruiz", "", "", None),
    ],
)
def test_the_outlet_is_the_name_that_readers_see(title, head, top, outlet):
    """Of names that differ the masthead's is the outlet's where the title or the host bears it out."""
    after = "<div>Copyright © 2026 LarkmoorPost. All rights reserved.</div>" if "www." in head else ""
    record = read(title=title, head=head, top=top, after=after)
    assert (record.outlet.value.name if record.outlet.value else None) == outlet


@pytest.mark.parametrize(
    ("shown", "signed"),
    [
        ("<div class=byline><a href=/hoo>LP Hoo</a>\nBy <a href=/x>Ana Ruiz</a></div>", ["Ana Ruiz"]),
        ("<p>This is a guest post by Ana Ruiz, who keeps geese on a roof and knows them all.</p>", ["Ana Ruiz"]),
        (
            "<p class=lead>Wells are cheap. Ein Gastbeitrag von Prof. Dr. Ana Roth und Jo Berg.</p>",
            ["Ana Roth", "Jo Berg"],
        ),
        ("<dl><dt>Testo</dt><dd>Ana Ruiz, Jo Berg</dd><dt>Foto</dt><dd>Per Lind</dd></dl>", ["Ana Ruiz", "Jo Berg"]),
        ("<p>INTERVIEW: ANA RUIZ<br>PORTRAITS: PER LIND</p>", ["ANA RUIZ"]),
        ("<ul class=Contributors_list><li class=Contributors_item><span>Ana Ruiz</span></li></ul>", ["Ana Ruiz"]),
        (
            "<p><i class='glyphicon glyphicon-user'></i> Ana Ruiz &nbsp; <i class='icon-clock'></i> 9 months</p>",
            ["Ana Ruiz"],
        ),
        ("<div class=auth><a href=/ana/>Ana Ruiz</a><a href=https://twitter.com/>@aruiz_lp</a></div>", ["Ana Ruiz"]),
        ("<p>Dodano: 11.03.2024, 12:25 Autor: <b>Ana Ruiz</b> Fot. Per Lind</p>", ["Ana Ruiz"]),
        ("<p><em>Text und Fotos: Ana Ruiz</em></p>", ["Ana Ruiz"]),
        ("<p>Propos recueillis et texte : Ana Ruiz, avec Jo Berg</p>", ["Ana Ruiz", "Jo Berg"]),
        ("<div class=signature><span>Larkmoor Post</span> <span>Par <b>Ana RUIZ</b></span></div>", ["Ana RUIZ"]),
    ],
)
def test_who_signs_in_further_forms(shown, signed):
    """A guest, a label of a language, a list of contributors, and the house before the name."""
    assert names(read(title=f"{TITLE} - Larkmoor Post", shown=shown)) == signed


def test_a_field_for_one_author_and_a_line_for_two():
    """Both are named by the line, and have pages as authors; words behind a name have none."""
    field = "<meta name=author content='Ana Ruiz'>"
    line = "<p class=byline>By <a href=/authors/ana>Ana Ruiz</a> and <a href=/authors/jo>Jo Berg</a></p>"
    assert names(read(head=field, shown=line)) == ["Ana Ruiz", "Jo Berg"]
    assert names(read(head=field, shown="<p class=byline>By Ana Ruiz, Font Size</p>")) == ["Ana Ruiz"]


def test_an_office_in_the_metadata_and_a_person_in_the_line():
    """*Online Editor* is nobody's name."""
    office = "<div class=author>By <a href=/author/oe>Online Editor</a></div>"
    head = "<meta name=author content='Online Editor'>"
    assert names(read(head=head, shown=f"{office}<p><strong>By Ana Ruiz, Hoo</strong></p>")) == ["Ana Ruiz"]


def test_initials_sign_where_the_metadata_name_a_company():
    """*von hpk* is a line of who wrote it."""
    head = "<meta name=author content='Larkmoor Medien GmbH'>"
    shown = "<div>erstellt am 16.02.2015 um 14:05 Uhr | von hpk | <a href=?p=1>drucken</a></div>"
    assert names(read(head=head, shown=shown)) == ["hpk"]


def test_the_outlet_signs_as_one():
    """*Pen and Ink* of *Pen & Ink* are no two people."""
    head = f"{site('Pen &amp; Ink')}<meta name=author content='Pen and Ink'>"
    record = read(title=f"{TITLE} — Pen &amp; Ink", head=head)
    assert [(one.name, one.kind) for one in record.author.value or ()] == [("Pen and Ink", "organization")]


def test_who_comments_and_who_wrote_other_items_has_not_written_this_one():
    """Lines far below that each name somebody else are lists, and a link leads to what its words name."""
    listed = "<p>Author: Ana Ruiz<br>Onions!</p><p>Author: Jo Berg<br>Geese!</p>"
    assert names(read(after=PROSE * 9 + listed)) == []
    assert names(read(after=PROSE * 9 + "<p><a href=/x>How they cross - By Ana Ruiz</a></p>")) == []


@pytest.mark.parametrize(
    ("head", "shown", "host", "value"),
    [
        (
            (
                "<meta property=article:published_time content=2018-03-05T18:42:31+00:00>"
                "<meta name=DCTERMS.issued content=2018-03-06T05:42:31+1100>"
            ),
            "",
            "larkmoorpost.com",
            "2018-03-06T05:42:31+11:00",
        ),
        (
            "",
            "<div class=date-box><span>07</span><span>Oct</span><span>2017</span></div>",
            "larkmoorpost.com",
            "2017-10-07",
        ),
        ("", "<p>Published 03-07-2021</p>", "larkmoorpost.co.uk", "2021-07-03"),
        ("", "<p>Published 03-07-2021</p>", "larkmoorpost.com", None),
        ("", "<p>Published 12/03/2019</p><p>Enter by 29/03/2019</p>", "larkmoorpost.com", "2019-03-12"),
        ("", "<p><a href=/x>A course in grafting with Jo Berg (5 March 2016)</a></p>", "larkmoorpost.com", None),
        (
            (
                '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2015-02-05T08:00:00+08:00",'
                '"author":{"@type":"Person","name":"John Doe"}}</script>'
            ),
            "<p class=byline>By Ana Ruiz</p><p>24 August 2015</p>",
            "larkmoorpost.com",
            "2015-08-24",
        ),
    ],
)
def test_the_day_by_the_clock_and_the_order_of_the_country(head, shown, host, value):
    """One moment is told by the outlet's own clock; numbers are read in the order of the country or the page."""
    record = read(head=head, shown=shown, host=host)
    assert (record.date_published.value.value if record.date_published.value else None) == value


def test_an_example_of_a_manual_names_nobody():
    """*John Doe* stands in the best-known example of JSON-LD, and in what was copied from it."""
    head = "<meta name=author content='John Doe'>"
    assert names(read(head=head, shown="<p class=byline>By Ana Ruiz</p>")) == ["Ana Ruiz"]


def test_the_headline_of_a_page_without_headings():
    """It is the piece of the title that stands before the text."""
    page = (
        "<html><head><title>Hoo History Society - Letters - The Box at Marl Lane</title></head><body>"
        f"<b>Hoo History Society</b><p><b>THE BOX AT MARL LANE</b></p><p><i>by E. M. Ruiz</i></p>{PROSE}</body></html>"
    )
    document = sayso.Document(path="a.html", data=page.encode(), media_type="text/html", uri="http://hoo.example/a.htm")
    record = sayso.Engine().normalize(document)
    assert record.headline.value.casefold() == "the box at marl lane"
    assert names(record) == ["E. M. Ruiz"]


def conflicts(record: sayso.Record) -> list[str]:
    report = sayso.Engine().check(record)
    return [one.facts[0] for one in report.items[0].findings if one.rule == "provenance/conflicting-assertions"]


@pytest.mark.parametrize(
    ("head", "top", "shown"),
    [
        # An owner, a host and a short form are no other outlets.
        (site("Larkmoor Post") + "<meta name=DC.publisher content='Norbank Media Ltd'>", "", ""),
        (site("Larkmoor Post") + "<meta name=DC.publisher content='larkmoorpost.com'>", "", ""),
        (site("Larkmoor County Post") + "<meta name=DC.publisher content=LarkmoorPost>", "", ""),
        # An account and the house are nobody else, and a field for one says less.
        ("<meta name=author content='Super User'>", "", "<p class=byline>By Ana Ruiz</p>"),
        ("<meta name=author content='Ana Ruiz'>", "", "<p class=byline>By Ana Ruiz and Jo Berg</p>"),
        # When it was made, and when it was changed, are other questions.
        (
            (
                '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2026-05-04T08:00:00Z",'
                '"dateCreated":"2026-05-02T10:00:00Z","dateModified":"2026-05-06T09:30:12Z"}</script>'
            ),
            "",
            "<time datetime=2026-05-06T09:30:12Z>6 May 2026</time>",
        ),
        # Days of other items, and of comments.
        ("", "", "<p>4 May 2026</p><ul><li>Geese return 2 May 2026</li><li>Onions! 6 May 2026</li></ul>"),
        # A headline that is cut short elsewhere.
        ("<meta property=og:title content='Mill to close'>", "", ""),
    ],
)
def test_pages_say_one_thing_in_several_forms(head, top, shown):
    """None of these misleads whoever reads the other place."""
    record = read(title=f"{TITLE} - Larkmoor Post", head=head, top=top, shown=shown)
    assert conflicts(record) == []


@pytest.mark.parametrize(
    ("head", "shown", "fact"),
    [
        (site("Larkmoor Post") + "<meta name=DC.publisher content='Odd Geese'>", "", "/outlet"),
        ("<meta name=author content='Per Lind'>", "<p class=byline>By Ana Ruiz</p>", "/author"),
        ("<meta property=article:published_time content=2026-05-02>", "<p>Published 4 May 2026</p>", "/date_published"),
    ],
)
def test_places_that_contradict_each_other_are_told(head, shown, fact):
    """Two outlets, two people, two days."""
    assert conflicts(read(title=f"{TITLE} - Larkmoor Post", head=head, shown=shown)) == [fact]


@pytest.mark.parametrize("account", ["newsdesk2", "LP Newsdesk", "Redaktion"])
def test_a_name_alone_signs_where_the_metadata_hide_somebody(account):
    """Before the text or behind it; a heading, and a line that the text goes on behind, sign nothing."""
    head = f"<meta name=author content='{account}'>"
    assert names(read(head=head, shown="<p><strong>Ana Ruiz</strong></p>"))[:1] == ["Ana Ruiz"]
    assert names(read(head=head, after="<p style='text-align:right'><b>Ana Ruiz</b></p>"))[:1] == ["Ana Ruiz"]
    assert names(read(head=head, after="<h3>Ana Ruiz</h3>")) == [account]
    assert names(read(head=head, after=f"<p>Ana Ruiz</p>{PROSE}")) == [account]


def test_a_role_in_a_field_of_its_own_is_nobody():
    """Some templates give the author's role as a second author."""
    head = "<meta name=parsely-author content='Ana Ruiz'><meta name=parsely-author content='Local Democracy Reporter'>"
    assert names(read(head=head)) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("shown", "after", "value"),
    [
        (
            "",
            f"{PROSE * 4}{FILED}",
            "2009-04-05T23:18:00",
        ),
        (
            f"<p class=autor>Interview: Ana Ruiz · 9 May 2017</p>{RECORD}",
            "",
            "2017-05-09",
        ),
        ("<p class=date>4 May 2026</p>", "<p>Today is 6 May 2026</p>", "2026-05-04"),
    ],
)
def test_which_of_several_days_is_that_of_the_page(shown, after, value):
    """A sentence says when it was posted; one that tells of something else does not."""
    record = read(shown=shown, after=after)
    assert record.date_published.value.value == value
    assert not record.date_published.alternatives
