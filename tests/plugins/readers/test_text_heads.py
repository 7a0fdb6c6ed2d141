"""The head of a plain text: title, byline, outlet and date, with or without blank lines between them."""

from __future__ import annotations

import pytest

from sayso import Document, Engine

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


TITLE = "Larkmoor mill to close after eighty years"


@pytest.mark.parametrize(
    ("head", "authors", "outlet", "day"),
    [
        (f"{TITLE}\n\nAna Ruiz\nThe Larkmoor Mail", ["Ana Ruiz"], "The Larkmoor Mail", None),
        (
            f"{TITLE}\n\nAna Ruiz and Jo Berg\nThe Sentinel, Monday 4 May 2026",
            ["Ana Ruiz", "Jo Berg"],
            "The Sentinel",
            "2026-05-04",
        ),
        (
            f"{TITLE}\nAna Ruiz, courts correspondent\nThe Lamp\n4 May 2026",
            ["Ana Ruiz"],
            "The Lamp",
            "2026-05-04",
        ),
        (f"{TITLE}\nAna Ruiz in Larkmoor\nMon 4 May 2026 10.00 BST", ["Ana Ruiz"], None, "2026-05-04"),
        (f"{TITLE}\nAna Ruiz Political editor\n4 May 2026", ["Ana Ruiz"], None, "2026-05-04"),
        (f"{TITLE}\nBy Ana Ruiz, Staff Writer\nPine Weekly / May 4, 2026", ["Ana Ruiz"], "Pine Weekly", "2026-05-04"),
        (f"{TITLE}\n\nReporter: Ana Ruiz\n4 May 2026. All times GMT.", ["Ana Ruiz"], None, "2026-05-04"),
        (f"OBITUARY\n\n{TITLE}\n\nBy Ana Ruiz\nThe Lamp\n4 May 2026", ["Ana Ruiz"], "The Lamp", "2026-05-04"),
        (
            f"MILL MONITOR\nInstitute for Mills, Larkmoor\nIssue 41\nBy Ana Ruiz\n\n{TITLE}",
            ["Ana Ruiz"],
            "MILL MONITOR",
            None,
        ),
        (f"{TITLE}\nNine hundred will need other work\nBy Ana Ruiz\n4 May 2026", ["Ana Ruiz"], None, "2026-05-04"),
        (f"{TITLE}\n\nThe Long Way Home\n\nBy Ana Ruiz", ["Ana Ruiz"], None, None),
        # Whoever these name, a person or a place: nothing says which.
        (f"{TITLE}\nNew Delhi\n4 May 2026", [], None, "2026-05-04"),
        (f"{TITLE}\n\nLarkmoor Mill, closed since May, to reopen\n\n4 May 2026", [], None, "2026-05-04"),
    ],
)
def test_lines_of_a_head_in_any_order(head, authors, outlet, day):
    """A name signs by a role, a place or the outlet beside it; what stands above the headline is none."""
    record = Engine().normalize({"text": f"{head}\n\n{BODY}\n\n{BODY}\n"})
    assert [one.name for one in record.author.value or ()] == authors
    assert (record.outlet.value and record.outlet.value.name) == outlet
    assert (record.date_published.value and record.date_published.value.value) == day
    assert record.headline.value == TITLE
    assert {one.kind for one in record.sections[-1:]} == {"news"}
    assert record.sections[-1].span.start == len(head) + 2


def test_a_label_in_the_headline_holds_for_the_text():
    """The headline is read, and what stands below the byline is analysis."""
    record = Engine().normalize({"text": f"Analysis: why the mill had to close\n\nBy Ana Ruiz\n\n{BODY}\n\n{BODY}\n"})
    assert record.headline.value == "Analysis: why the mill had to close"
    assert [one.kind for one in record.sections] == ["headline", "byline", "analysis"]


@pytest.mark.parametrize("label", ["CLAIM", "VERDICT", "Update", "FACT CHECK", "EDITOR'S NOTE"])
def test_a_label_before_a_colon_is_no_place(label):
    """*NEW DELHI:* is a dateline, and *CLAIM:* is none."""
    text = f"{TITLE}\n\n{label}: The mill closed in May, its owner told the council on Monday.\n\n{BODY}\n"
    assert Engine().normalize({"text": text}).dateline_place.value is None
    for place in ("NEW DELHI", "KEY WEST", "LIVE OAK", "WATCH HILL"):
        assert Engine().normalize({"text": text.replace(label, place)}).dateline_place.value == place


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("(Reporting by Ana Ruiz and Jo Berg; Editing by Sam Okafor)", ["Ana Ruiz", "Jo Berg"]),
        ("(Additional reporting by Ana Ruiz; Editing by Sam Okafor)", []),
        ("Editing by Sam Okafor", []),
    ],
)
def test_an_agency_names_its_authors_behind_the_text(credit, authors):
    """Who reported is an author; who edited or helped is none."""
    text = f"{TITLE}\n\nLARKMOOR, May 4 (Meridian) - {BODY}\n\n{BODY}\n\n{credit}\n"
    assert [one.name for one in Engine().normalize({"text": text}).author.value or ()] == authors


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


def test_who_reads_a_script_out_speaks_for_the_outlet():
    """The text of a newsreader is the item's own; what it says without a source is found."""
    text = (
        "RADIO TARVA: EVENING BULLETIN\nWednesday 15 October 2025\n\n"
        "NEWSREADER: Good evening. Aircraft bombed the town of Selva and killed at least thirty people.\n\n"
        "NEWSREADER: The tram company has a new owner, the city said.\n\n"
        "NEWSREADER: And the weather. The weather office forecasts rain.\n"
    )
    report = Engine().check({"text": text, "headline": "Evening bulletin"})
    assert "attribution/unattributed-contestable-claim" in {one.rule for one in report.findings}
    assert {one.kind for one in Engine().normalize({"text": text}).sections} == {"headline", "byline", "news"}


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Ana Ruiz, North Stand", ["Ana Ruiz"], "North Stand"),
        ("By Ana Ruiz, Deccan Observer-Mail", ["Ana Ruiz"], "Deccan Observer-Mail"),
        ("By Ana Ruiz and Jo Berg, Horn Relay", ["Ana Ruiz", "Jo Berg"], "Horn Relay"),
        ("By Ana Ruiz, courts correspondent, Border Brief", ["Ana Ruiz"], "Border Brief"),
        ("By Ana Ruiz | StartGrid", ["Ana Ruiz"], "StartGrid"),
        ("By Ana Ruiz, Samvad 24", ["Ana Ruiz"], "Samvad 24"),
        ("By Ana Ruiz, Great Basin News Service", ["Ana Ruiz"], "Great Basin News Service"),
        # Two who sign, a role, places, a day.
        ("By Ana Ruiz, Jo Berg", ["Ana Ruiz", "Jo Berg"], None),
        ("By Ana Ruiz, Health Editor", ["Ana Ruiz"], None),
        ("By Ana Ruiz, Chief Political Correspondent", ["Ana Ruiz"], None),
        ("By Ana Ruiz, Larkmoor", ["Ana Ruiz"], None),
        ("By Ana Ruiz, 4 May 2026", ["Ana Ruiz"], "2026-05-04"),
        ("By Tove Lindqvist, Maren Dahl, Ida Foss", ["Tove Lindqvist", "Maren Dahl", "Ida Foss"], None),
    ],
)
def test_an_outlet_behind_who_signs(line, authors, outlet):
    """Two who sign are joined by *and*: behind a comma stands a role, a place, a day or the outlet."""
    record = Engine().normalize({"text": f"{TITLE}\n{line}\n\n{BODY}\n"})
    named = record.outlet.value and record.outlet.value.name
    day = record.date_published.value and record.date_published.value.value
    assert [one.name for one in record.author.value or ()] == authors
    assert outlet == (named or day)


@pytest.mark.parametrize("place", ["New Delhi", "San Telmo", "Larkmoor City", "Garas Weyn"])
def test_a_place_behind_who_signs_is_no_outlet(place):
    """It shows by its words, or by the dateline that has it too."""
    record = Engine().normalize({"text": f"{TITLE}\nBy Ana Ruiz, {place}\n\n{place.upper()} – {BODY}\n"})
    assert record.outlet.value is None


@pytest.mark.parametrize(
    "title",
    [
        "Minister admits that the cement deal for Larkmoor was 'a costly mistake'",
        "Minister admits that the cement deal for Larkmoor was “a costly mistake”",
        "Was the cement deal for Larkmoor that the minister made a costly mistake?",
    ],
)
def test_a_title_ends_with_words_of_somebody(title):
    """Or asks: the line below it is the byline all the same."""
    record = Engine().normalize({"text": f"{title}\nBy Ana Ruiz, Gulf Mirror\n4 May 2026\n\n{BODY}\n"})
    assert record.headline.value == title
    assert [one.name for one in record.author.value or ()] == ["Ana Ruiz"]


@pytest.mark.parametrize("place", ["CALDERA FLAT, Ore.", "DUNMORE, Nev.", "Larkmoor", "GARAS WEYN"])
def test_a_line_of_place_and_day(place):
    """The day of a dateline that has a line of its own."""
    record = Engine().normalize({"text": f"{TITLE}\nBy Ana Ruiz, Gulf Mirror\n{place}, May 4, 2026\n\n{BODY}\n"})
    assert record.date_published.value is not None
    assert record.date_published.value.value == "2026-05-04"


@pytest.mark.parametrize(
    ("byline", "authors", "outlet"),
    [
        ("By Óscar Ruiz, Larkmoor Herald", ["Óscar Ruiz"], "Larkmoor Herald"),
        ("By Tomás Ó Berg and Žarko Lind, Larkmoor Herald", ["Tomás Ó Berg", "Žarko Lind"], "Larkmoor Herald"),
        ("By Ana Ruiz at Norvik Park", ["Ana Ruiz"], None),
        ("By Ana Ruiz in Larkmoor and Jo Berg in Norvik", ["Ana Ruiz", "Jo Berg"], None),
        ("By Ana Ruiz in Port Norvik, The Larkmoor Herald", ["Ana Ruiz"], "The Larkmoor Herald"),
        ("By Ana Ruiz in Norvik, photographs by Jo Berg", ["Ana Ruiz"], None),
        ("From our correspondent in Norvik, with agencies", ["our correspondent"], None),
        ("From Ana Ruiz, editor, The Larkmoor Herald", ["Ana Ruiz"], "The Larkmoor Herald"),
        ("By the readers' editor, Ana Ruiz, The Larkmoor Herald", ["Ana Ruiz"], "The Larkmoor Herald"),
        ("Compiled by Ana Ruiz, Larkmoor Herald", ["Ana Ruiz"], "Larkmoor Herald"),
        ("Compiled by the business desk, The Larkmoor Herald", ["the business desk"], "The Larkmoor Herald"),
        ("Live updates from Ana Ruiz and Jo Berg, Larkmoor Herald", ["Ana Ruiz", "Jo Berg"], "Larkmoor Herald"),
        ("Ana Ruiz and Jo Berg, Larkmoor Sentinel", ["Ana Ruiz", "Jo Berg"], "Larkmoor Sentinel"),
        ("Ana Ruiz, Daily Larkmoor", ["Ana Ruiz"], "Daily Larkmoor"),
        ("From Ana Ruiz of The Larkmoor Herald, in Norvik", ["Ana Ruiz"], "The Larkmoor Herald"),
        ("Reviewed by Ana Ruiz, arts correspondent, The Larkmoor Herald", ["Ana Ruiz"], "The Larkmoor Herald"),
        ("Live with Ana Ruiz and Jo Berg, Larkmoor Herald", ["Ana Ruiz", "Jo Berg"], "Larkmoor Herald"),
        ("By Ana Ruiz and bureau staff, Larkmoor Herald", ["Ana Ruiz"], "Larkmoor Herald"),
        ("By Norbank press office", ["Norbank press office"], None),
        ("Ana Ruiz reporting from Norvik for Larkmoor Sport", ["Ana Ruiz"], "Larkmoor Sport"),
        ("Ana Ruiz, reporting in Norvik", ["Ana Ruiz"], None),
        ("Harbour Wire sports staff: Ana Ruiz and Jo Berg", ["Ana Ruiz", "Jo Berg"], None),
        ("By Works Bureau of the Isles", ["Works Bureau of the Isles"], None),
    ],
)
def test_a_byline_has_many_forms(byline, authors, outlet):
    """Places, roles, desks and second credits belong to no name, and the line of the date below is read with it."""
    text = f"Works opens a second mill\n{byline}\n4 May 2026\n\nThe mill is new and its gate is red.\n\nIt is wide.\n"
    (record,) = Engine().normalize_many(Document.from_bytes(text.encode(), path="a.txt"))
    assert [agent.name for agent in record.author.value or ()] == authors
    assert (record.outlet.value.name if record.outlet.value else None) == outlet
    assert record.date_published.value.value == "2026-05-04"
    assert record.headline.value == "Works opens a second mill"


@pytest.mark.parametrize(
    ("head", "authors", "outlet", "published", "updated"),
    [
        ("By Ana Ruiz\nFirst published: 5 May 2026\nLast updated: 6 May 2026", "Ana Ruiz", None, "05", "06"),
        ("Posted on May 6, 2026 by Ana Ruiz", "Ana Ruiz", None, "06", None),
        ("By Ana Ruiz Published May 6, 2026 Updated May 7, 2026", "Ana Ruiz", None, "06", "07"),
        ("By Ana Ruiz\nUpdated 8:40 a.m. ET, Wed May 6, 2026", "Ana Ruiz", None, "06", "06"),
        ("By Ana Ruiz\nBengaluru | Updated: May 6, 2026 09:15 IST", "Ana Ruiz", None, "06", "06"),
        ("By Ana Ruiz\n22/5/2026", "Ana Ruiz", None, "22", None),
        ("By Ana Ruiz\n5/22/2026", "Ana Ruiz", None, "22", None),
        ("By Ana Ruiz\n4/5/2026", "Ana Ruiz", None, None, None),
        ("Norland Today | 6 May 2026 | By Leo Brandt", "Leo Brandt", "Norland Today", "06", None),
        ("By Leo Brandt | Norland Today | 6 May 2026", "Leo Brandt", "Norland Today", "06", None),
        ("New Delhi | By Leo Brandt | 6 May 2026", "Leo Brandt", None, "06", None),
        ("By Ana Ruiz/Interpress\n6 May 2026", "Ana Ruiz", "Interpress", "06", None),
        ("By María José de la Cruz\n6 May 2026", "María José de la Cruz", None, "06", None),
        ("By Dr. Tom van der Berg Jr.\n6 May 2026", "Dr. Tom van der Berg Jr.", None, "06", None),
        ("Reporter: Leo Brandt | Editor: Ana Ruiz\n6 May 2026", "Leo Brandt", None, "06", None),
        ("By Ana Ruiz\nAssociated Press\n6 May 2026", "Ana Ruiz", "Associated Press", "06", None),
        ("PTI\n6 May 2026", None, "PTI", "06", None),
        ("PTI", None, "PTI", None, None),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_of_a_head_has_several_parts(head, authors, outlet, published, updated, gap):
    """Who signs, the outlet and the days are told apart in any order, with or without blank lines between the lines."""
    text = gap.join([TITLE, *head.split("\n")]) + f"\n\n{BODY}\n\n{BODY}\n"
    record = Engine().normalize({"text": text})
    days = [day and f"2026-05-{day}" for day in (published, updated)]
    assert [one.name for one in record.author.value or ()] == ([authors] if authors else [])
    assert (record.outlet.value and record.outlet.value.name) == outlet
    assert [one.value and one.value.value for one in (record.date_published, record.date_modified)] == days
    assert record.headline.value == TITLE
    if "4/5" not in head:
        assert [text[one.span.start :].startswith(BODY) for one in record.sections if one.kind == "news"] == [True]


def test_an_agency_stands_above_the_headline():
    """Its line is no headline, and the one below it is."""
    record = Engine().normalize({"text": f"PTI\n\n{TITLE}\n\n{BODY}\n\n{BODY}\n"})
    assert record.headline.value == TITLE
    assert [fact.value.name for fact in record.info_sources] == ["PTI"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_sentence_that_begins_with_an_outlet_is_no_head(gap):
    """It is read as the text that it is."""
    said = "The Kelby Post, citing two officials, said the mill would close."
    record = Engine().normalize({"text": f"{TITLE}{gap}{said}{gap}{BODY}\n"})
    assert [(one.kind, one.span.start) for one in record.sections] == [("headline", 0), ("news", len(TITLE + gap))]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_time_of_an_entry_is_no_headline(gap):
    """A live report goes on with times on lines of their own."""
    text = gap.join([TITLE, "By Ana Ruiz", "6 May 2026", "09:45", "The gates are shut.", "09:30", "The council meets."])
    record = Engine().normalize({"text": text})
    assert [one.kind for one in record.sections] == ["headline", "byline", "byline", "news"]
    assert record.sections[-1].span.start == text.index("09:45")


def test_a_birth_is_no_day_of_publication():
    """*Born:* and *Died:* at the end of an obituary are of somebody else than the item."""
    text = (
        "Jo Berg: a pilot who feared the sea\nBy Ana Ruiz\n4 May 2026\n\nJo Berg, who has died, was a pilot.\n\n"
        "He is survived by a son.\n\nBorn: March 9th, 1941\n\nDied: April 22nd, 2026\n"
    )
    (record,) = Engine().normalize_many(Document.from_bytes(text.encode(), path="a.txt"))
    assert record.date_published.value.value == "2026-05-04"
    assert not record.date_published.alternatives
