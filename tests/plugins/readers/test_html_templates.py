"""What pages of many systems and countries show of outlet, author and date, without any structured data."""

from __future__ import annotations

import json

import pytest

import sayso

TITLE = "Mill to close in autumn"
PROSE = (
    "<p>The mill on the river will close in autumn, the company said on Monday, and 200 people will lose their work, "
    "as its director told the council in a letter that was read out in the evening.</p><p>The council had asked for a "
    "delay of two years. It will meet again on Thursday to talk about what can be done for those who worked there.</p>"
)
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/politics'>Politics</a></li></ul></nav>"


def read(
    shown: str, *, language: str = "en", title: str = f"{TITLE} - Larkmoor Herald", before: str = "", after: str = ""
) -> sayso.Record:
    """The record of a page that has something between its headline and its text."""
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    body = f"{NAVIGATION}{before}<h1>{TITLE}</h1>{shown}{PROSE}{after}"
    page = f"<!doctype html><html lang={language}>{head}<body>{body}</body></html>"
    document = sayso.Document(
        path="a.html", data=page.encode(), media_type="text/html", uri="https://www.larkmoorherald.example/news/mill"
    )
    return sayso.Engine().normalize(document)


def authors(record: sayso.Record) -> list[str]:
    return [agent.name for agent in record.author.value or ()]


def published(record: sayso.Record) -> str | None:
    return record.date_published.value.value if record.date_published.value else None


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        (
            "<p class='byline'>By <a class='byline__name' href='/a'>Ana Ruiz</a> and <a href='/j'>Jo Berg</a></p>",
            ["Ana Ruiz", "Jo Berg"],
        ),
        (
            "<div><span>Von Anna Roth und Karl Berg</span> <span>Stand: 04.05.2026</span></div>",
            ["Anna Roth", "Karl Berg"],
        ),
        ("<p>04. Mai 2026 | 09:30 Uhr | Anna Roth</p>", ["Anna Roth"]),
        ("<p>Ana Ruiz, May 4, 2026</p>", ["Ana Ruiz"]),
        ("<div>João Silva</div><div>4 de Maio de 2026, 9:30</div>", ["João Silva"]),
        ("<div class='auteur'>Door onze redacteur Jan de Vries</div>", ["Jan de Vries"]),
        ("<div class='auteur'>Luc Petit<br>Correspondant</div>", ["Luc Petit"]),
        ("<div class='byline'>Av <a href='/x'>Kari Lund</a></div>", ["Kari Lund"]),
        ("<div>2026-05-04 09:30 来源：灯塔日报 作者：王芳</div>", ["王芳"]),
        ("<div>입력 2026.05.04 09:30</div><div>홍길동 기자</div>", ["홍길동"]),
        ("<p>BY ANA RUIZ AND JO BERG, STAFF WRITERS</p>", ["ANA RUIZ", "JO BERG"]),
        ("<p>By ANA RUIZ and JO BERG Larkmoor Herald Staff Writers</p>", ["ANA RUIZ", "JO BERG"]),
        ("<p>By Ana Ruiz and Jo Berg Staff Writers</p>", ["Ana Ruiz", "Jo Berg"]),
        ("<p>By Ana Ruiz, Middle East Editor, and Jo Berg</p>", ["Ana Ruiz", "Jo Berg"]),
        ("<div class='byline'>Ana Ruiz Special to the Herald</div>", ["Ana Ruiz"]),
        ("<div class='autor'>EFE / Larkmoor</div>", ["EFE"]),
        (
            "<p>By <a href='/authors/ana'>Ana Ruiz</a></p><p>Reviewed by <a href='/authors/karl'>Karl Roth, MD</a></p>",
            ["Ana Ruiz"],
        ),
        ("<p>Verfasst am 4. Mai 2026 von Anna Roth unter Wirtschaft</p>", ["Anna Roth"]),
        ("<div>Ana Ruiz</div><div>Business Editor</div><div>May 4, 2026</div>", ["Ana Ruiz"]),
        ("<div>Last Updated: May 5, 2026 08:00 am<br>Published On: May 4, 2026<br>Ana Ruiz</div>", ["Ana Ruiz"]),
        ("<div>The Associated Press</div><div>May 4, 2026</div>", ["The Associated Press"]),
        ("<div class='byline'>By ANA RUIZ, Associated Press</div>", ["ANA RUIZ"]),
        ("<p>By Ana Ruiz and Associated Press</p>", ["Ana Ruiz", "Associated Press"]),
        ("<p class='byline'>By Ana Ruiz, Jr. and Jo Berg</p>", ["Ana Ruiz Jr.", "Jo Berg"]),
        ("<div class='gn_by'><a>Ana Ruiz</a> <span>Larkmoor Herald</span></div><div>2 hours ago</div>", ["Ana Ruiz"]),
        ("<dl class='info'><dt>Author:</dt><dd>Ana Ruiz</dd><dt>Topic:</dt><dd>Mills</dd></dl>", ["Ana Ruiz"]),
        (
            "<ul class='authors'><li><a href='mailto:a@b.example'>Ana Ruiz</a></li><li>Jo Berg</li></ul>",
            ["Ana Ruiz", "Jo Berg"],
        ),
    ],
)
def test_who_signs(shown: str, names: list[str]) -> None:
    """People are found by the words, links and places of bylines in many languages, and nobody else."""
    assert authors(read(shown)) == names


@pytest.mark.parametrize(
    "shown",
    [
        "<div>Public Health</div><div>May 4, 2026</div>",
        "<div>The Work</div><div>May 4, 2026</div>",
        "<p>New York, May 4, 2026</p>",
        "<p>San Francisco | May 4, 2026</p>",
        "<div><a href='/topics/jo-berg'>Jo Berg</a></div><div>May 4, 2026</div>",
        "<figure><figcaption>The mill. Photo by Jo Berg</figcaption></figure><div>May 4, 2026</div>",
        "<div>Harbour Magazine</div><div>May 4, 2026</div>",
    ],
)
def test_a_place_a_section_and_a_photographer_sign_nothing(shown: str) -> None:
    """What only looks like a name is none, since no author is better than a wrong one."""
    assert authors(read(shown)) == []


def test_the_agency_that_somebody_writes_for_is_a_source() -> None:
    """Behind a name it is no author of its own, and still told."""
    record = read("<div class='byline'>By ANA RUIZ, Associated Press</div>")
    assert (record.author.value or ())[0].role == "Associated Press"
    assert [(one.value.name, one.value.role) for one in record.info_sources if one.value] == [
        ("Associated Press", "agency")
    ]


def test_who_reported_and_who_edited() -> None:
    """Of a line behind the text that names all who worked on it writers sign, and editors and helpers do not."""
    line = "<p>Reporting by Ana Ruiz; Additional reporting by Tom Lo; Writing by Jo Berg; Editing by Karl Roth</p>"
    assert authors(read("<p>May 4, 2026</p>", after=line)) == ["Ana Ruiz", "Jo Berg"]
    assert authors(read("<p>May 4, 2026</p>", after="<p>Editing by Karl Roth</p>")) == []
    assert authors(read("<p>By Kari Lund</p>", after=line)) == ["Kari Lund"]


def test_an_account_in_the_metadata_and_people_in_the_byline() -> None:
    """The people are the authors."""
    shown = "<ul class='authors'><li>Ana Ruiz</li><li>Jo Berg</li></ul>"
    assert authors(read(shown, before="<meta name=author content=lhadmin>")) == ["Ana Ruiz", "Jo Berg"]


def test_columns_above_the_headline_are_not_this_item() -> None:
    """Several lines there that each name somebody else are a list; one may be the byline."""
    columns = "<div><h3>Columns</h3><p>By Karl Roth</p><p>By Jo Berg</p></div>"
    assert authors(read("<p>May 4, 2026</p>", before=columns)) == []
    assert authors(read("<p>May 4, 2026</p>", before="<p>By Karl Roth</p>")) == ["Karl Roth"]


def test_an_author_whom_a_line_behind_the_text_introduces() -> None:
    """Of one person it is the author, of two it is not; a column beside the text names others."""
    one = "<p>Ana Ruiz is a staff writer at the Herald. Reach her at ana@larkmoorherald.example.</p>"
    assert authors(read("", after=one)) == ["Ana Ruiz"]
    assert authors(read("", after=one + "<p>Karl Roth is a reporter who left the Herald last year.</p>")) == []
    about = "<p>Then the council heard Karl Roth, and asked him what he had known of the plans of the company.</p>"
    about += "<p>Karl Roth is a professor of law in Hallin, and was on the board of the company for ten years.</p>"
    assert authors(read("", after=about)) == []
    assert authors(read("", after="<div class='sidebar'><p>By Karl Roth</p><p>By Jo Berg</p></div>")) == []


@pytest.mark.parametrize(
    ("shown", "language", "value"),
    [
        (
            "<p>Published: 09:30 BST, 4 May 2026 | Updated: 08:00 BST, 5 May 2026</p>",
            "en-gb",
            "2026-05-04T09:30:00+01:00",
        ),
        ("<p>Posted at 6:08 PM, May 04, 2026 and last updated 8:00 AM, May 05, 2026</p>", "en", "2026-05-04T18:08:00"),
        ("<p>12:01AM BST 04 May 2026</p>", "en-gb", "2026-05-04T00:01:00+01:00"),
        ("<p>May 4, 2026 / 9:30 AM / Updated 2 hours ago</p>", "en", "2026-05-04T09:30:00"),
        ("<p>Hallin | May 4, 2026 09:30 IST</p>", "en-in", "2026-05-04T09:30:00+05:30"),
        ("<p>Hallin | May 4, 2026 09:30 IST</p>", "en", "2026-05-04T09:30:00"),
        ("<p>Publié le lundi 4 mai 2026 à 9 h 30</p>", "fr", "2026-05-04T09:30:00"),
        ("<p>04 Mayıs 2026 Pazartesi 09:30</p>", "tr", "2026-05-04T09:30:00"),
        ("<p>4 Μαΐου 2026, 09:30</p>", "el", "2026-05-04T09:30:00"),
        ("<p>04 MAGGIO 2026 ALLE 09:30</p>", "it", "2026-05-04T09:30:00"),
        ("<p>4.mai.2026 às 9h30</p>", "pt-br", "2026-05-04T09:30:00"),
        ("<p>2026. május 4. 09:30</p>", "hu", "2026-05-04T09:30:00"),
        ("<p>2026. 05. 04. 09:30</p>", "hu", "2026-05-04T09:30:00"),
        ("<p>Thứ hai, 4/5/2026, 09:30 (GMT+7)</p>", "vi", "2026-05-04T09:30:00+07:00"),
        ("<p>May 4, 2026 09:30-10:30</p>", "en", "2026-05-04T09:30:00"),
        ("<span class='timeago' data-time='1777886200'>4 hours ago</span>", "en", "2026-05-04T09:16:40+00:00"),
        ("<p>Rated 4.10 4 May 2026</p>", "en-gb", "2026-05-04"),
        ("<p>Submitted on Mon, 05/04/2026 - 09:30</p>", "en", "2026-05-04T09:30:00"),
        ("<p>Submitted on Mon, 04/05/2026 - 09:30</p>", "en", "2026-05-04T09:30:00"),
        ("<details><summary>4 May 2026 09.30 GMT</summary>Changed later</details>", "en", "2026-05-04T09:30:00+00:00"),
    ],
)
def test_when_it_was_published(shown: str, language: str, value: str) -> None:
    """Day, time and zone as the page writes them; an abbreviation that means several zones is none."""
    assert published(read(shown, language=language)) == value


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("<p>Stand: 04.05.2026, 09:30 Uhr</p>", "2026-05-04"),
        ("<p>Updated: May 4, 2026, 09:30</p>", "2026-05-04"),
        ("<p>-Aktualisiert am 04.05.2026-09:30</p>", "2026-05-04"),
        ("<p>Last edited: 17 June 2018 15:15</p>", None),
        ("<p>Zuletzt geändert am 17.06.2018</p>", None),
    ],
)
def test_the_day_of_an_update_that_stands_alone(shown: str, day: str | None) -> None:
    """Under a headline it is inferred to be the day of publication, without its time; of an edited page nothing is."""
    record = read(shown, language="de")
    assert published(record) == day
    if day:
        assert (record.date_published.status, record.date_published.confidence) == (sayso.Status.INFERRED, 0.6)


@pytest.mark.parametrize(
    ("title", "before", "outlet"),
    [
        (TITLE, "<a class='logo' href='/'>Larkmoor Herald</a>", "Larkmoor Herald"),
        (TITLE, "<a class='logo' href='/'><img src='l.png' alt='Larkmoor Herald logo'></a>", "Larkmoor Herald"),
        (f"{TITLE} | Mill News | Larkmoor Herald", "", "Larkmoor Herald"),
        (f"{TITLE}：灯台新聞", "", "灯台新聞"),
        (TITLE, "<a href='/'>Back to the first page</a>", None),
    ],
)
def test_whose_page_it_is(title: str, before: str, outlet: str | None) -> None:
    """The name behind the headline, or in the link to the first page; the headline itself is nobody's name."""
    head = f"<head><title>{title}</title></head>"
    page = f"<html lang=en>{head}<body>{before}<h1>{TITLE}</h1>{PROSE}</body></html>".encode()
    uri = "https://www.larkmoorherald.com/news/mill"
    record = sayso.Engine().normalize(sayso.Document(path="a.html", data=page, media_type="text/html", uri=uri))
    assert (record.outlet.value and record.outlet.value.name) == outlet
    assert record.headline.value == TITLE


def test_old_pages_with_one_line_for_each() -> None:
    """In a table without any paragraph or class, lines are told apart by their breaks."""
    cell = f"<b>{TITLE}</b><br><i>By ANA RUIZ</i><br>Herald Staff Writer<br>Published: May 4, 2006"
    page = (
        f"<title>Larkmoor Herald: {TITLE}</title><table><tr><td><a href='/'>Home</a></td><td>{cell}{PROSE}</td></table>"
    )
    uri = "http://www.larkmoorherald.com/mill.htm"
    record = sayso.Engine().normalize(sayso.Document(path="a.htm", data=page.encode(), media_type="text/html", uri=uri))
    assert (authors(record), published(record)) == (["ANA RUIZ"], "2006-05-04")
    assert (record.headline.value, record.outlet.value and record.outlet.value.name) == (TITLE, "Larkmoor Herald")


def test_numbers_that_the_day_of_the_week_leaves_open_are_no_date() -> None:
    """A day of the week that fits neither order decides nothing."""
    assert published(read("<p>Wed, 05/04/2026 - 09:30</p>")) is None
    assert published(read("<p>05/04/2026 - 09:30</p>")) is None


def test_an_outlet_that_gives_its_host_as_its_name() -> None:
    """Where the link to the first page has the same with blanks, that is the name."""
    host = "<meta property='og:site_name' content='LarkmoorHerald.com'>"
    uri = "https://www.larkmoorherald.com/news/mill"
    for before, name in (("<a class=logo href='/'>Larkmoor Herald</a>", "Larkmoor Herald"), ("", "LarkmoorHerald.com")):
        page = f"<html lang=en><head><title>{TITLE}</title>{host}</head><body>{before}<h1>{TITLE}</h1>{PROSE}</body>"
        document = sayso.Document(path="a.html", data=page.encode(), media_type="text/html", uri=uri)
        outlet = sayso.Engine().normalize(document).outlet.value
        assert outlet is not None
        assert outlet.name == name


def test_a_title_of_the_window_that_is_cut_short() -> None:
    """The heading has the headline in full."""
    assert read("", title="Mill to close | Larkmoor Herald").headline.value == TITLE


def test_rdfa() -> None:
    """Properties of an article are read as those of microdata are; of other things they are not."""
    article = (
        "<div vocab='http://schema.org/' typeof='NewsArticle'><h2 property='headline'>Mill to close</h2>"
        "<span property='author' typeof='Person'>By <b property='name'>Ana Ruiz</b></span>"
        "<meta property='datePublished' content='2026-05-04T09:30:00Z'>"
        "<span property='publisher' typeof='Organization'><i property='name'>Larkmoor Herald</i></span>"
        f"{PROSE}<div typeof='schema:Comment'><b property='schema:author'>Karl Roth</b></div></div>"
    )
    page = f"<html lang=en><head><title>Mill</title></head><body>{article}</body></html>"
    record = sayso.Engine().normalize(sayso.Document(path="a.html", data=page.encode(), media_type="text/html"))
    assert record.headline.value == "Mill to close"
    assert (authors(record), published(record)) == (["Ana Ruiz"], "2026-05-04T09:30:00+00:00")
    assert record.outlet.value is not None
    assert record.outlet.value.name == "Larkmoor Herald"


def test_midnight_in_metadata_is_a_day() -> None:
    """A field that wants a time has midnight where only the day is known; another of that day with a time says more."""
    linked = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-05-04T00:00:00+02:00"}
    script = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    record = read("<time datetime='2026-05-04T09:30:00+02:00'>4 May</time>", before=script)
    assert published(record) == "2026-05-04T09:30:00+02:00"
    assert published(read("", before=script)) == "2026-05-04T00:00:00+02:00"
