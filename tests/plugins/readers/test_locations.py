"""Where readers say that words and values stand: beside what stands there."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import Document, Location, RawText, Span
from sayso_plugins.readers.markdown.front_matter import FrontLocations, front_matter
from sayso_plugins.readers.tables.csv_cells import cell_of
from sayso_plugins.readers.tables.csv_rows import Dialect
from sayso_plugins.readers.xml_places import XmlText
from support import every_rule

ANONYMOUS = "sourcing/bare-anonymous-source"
ODD = "provenance/placeholder-value"
SAID = "The mill closed, sources said."

RSS = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0"><channel><title>Post é</title>
  <item><title>Unknown</title><guid>1</guid>
    <description>&lt;p title="sources"&gt;The mill — closed, sources said.&lt;/p&gt;</description></item>
  <item><title>A</title><description><![CDATA[<b title="sources">sources</b> The mill closed, <i>sources</i> said.]]>
    </description></item>
  <item><title>B</title><author>admin</author><description>The mill&#xa0;closed, so<b/>urces said.</description></item>
</channel></rss>
"""
NITF = """\
<nitf><head><title>Mill</title></head>
<body><body.head><byline>admin</byline></body.head><body.content>
<p>Ana Ruiz &amp; the others left.</p>
<p>The mill closed, <em>sources</em>
   said.</p></body.content></body></nitf>
"""


def found(data: str | bytes, path: str):
    """Rule, place and message of each finding, and the failures."""
    data = data if isinstance(data, bytes) else data.encode()
    report = every_rule().check(Document.from_bytes(data, path=path))
    places = [(one.rule, item.location(one)) for item in report.items for one in item.findings]
    return places, report.failures


def standing(text: str, at: Location) -> str:
    """What stands at a place, to its end or the end of the line."""
    starts = [0, *(line.end() for line in re.finditer(r"\r\n|\n|\r", text))]
    begin = starts[at.line - 1] + at.column - 1
    end = text.find("\n", begin) if at.end_line is None else starts[at.end_line - 1] + at.end_column - 1
    return text[begin:end]


def test_words_of_a_feed_are_found_in_its_markup():
    """They are found where they stand as often as in the text; else the place is where their element begins."""
    pytest.importorskip("feedparser")
    places, _ = found(RSS.encode("iso-8859-1", "xmlcharrefreplace"), "a.rss")
    text = RSS.encode("iso-8859-1", "xmlcharrefreplace").decode("iso-8859-1")
    anonymous = [at for rule, at in places if rule == ANONYMOUS]
    # In the first, escaped markup has the word once more.
    assert [at.exact for at in anonymous] == [False, True, False]
    assert [standing(text, at)[:13] for at in anonymous] == ["<description>", "sources", "<description>"]
    assert standing(text, anonymous[1]) == "sources"
    assert (anonymous[1].line, anonymous[1].column) == (5, text.split("\n")[4].rindex("<i>sources") + 4)


def test_values_and_entries_of_a_feed_are_found():
    """A fact leads to its element, and what is missing to the entry."""
    places, _ = found(RSS.encode("iso-8859-1", "xmlcharrefreplace"), "a.rss")
    text = RSS.encode("iso-8859-1", "xmlcharrefreplace").decode("iso-8859-1")
    assert {standing(text, at)[:8] for rule, at in places if rule == "dating/date-missing"} == {"<item><t"}
    assert [standing(text, at)[:15] for rule, at in places if rule == ODD] == ["<title>Unknown<", "<author>admin</"]


def test_words_of_nitf_are_found():
    """Markup between them does no harm to the place."""
    pytest.importorskip("lxml")
    places, _ = found(NITF, "a.xml")
    assert [standing(NITF, at) for rule, at in places if rule == ANONYMOUS] == ["sources"]
    assert [standing(NITF, at) for rule, at in places if rule == ODD] == [
        "<byline>admin</byline></body.head><body.content>"
    ]


def test_bodies_of_ninjs_and_json_feed_are_found():
    """Words of markup within JSON are found through both."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "P",
        "items": [
            {"id": "1", "content_html": f"<p>“Hé” &amp; 😀</p>\n<p>{SAID}</p>"},
            {"id": "2", "content_text": SAID},
        ],
    }
    ninjs = {"uri": "urn:x", "version": "2.0", "bodies": [{"contentType": "text/html", "value": f"<p>\t{SAID}</p>"}]}
    for name, document in (("feed.json", feed), ("ninjs.json", ninjs)):
        text = json.dumps(document, indent=1)
        places, failures = found(text, name)
        assert not failures
        assert {standing(text, at) for rule, at in places if rule == ANONYMOUS} == {"sources"}, name


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Unknown\r\nauthor: {name: admin}\n---\n\nThe mill closed, *sources* said.\n",
        '+++\ntitle = "Unknown"\n "author" = "admin"\n+++\n\nThe mill closed, *sources* said.\n',
        '{\n"title": "Unknown", "author": [{"name":\n "admin"}]\n}\n\nThe mill closed, *sources* said.\n',
    ],
)
def test_front_matter_is_found(text):
    """Each way to write it: facts lead to their keys or values, words of the text to themselves."""
    pytest.importorskip("yaml")
    places, _ = found(text, "a.md")
    (at,) = (at for rule, at in places if rule == ANONYMOUS)
    assert standing(text, at) == "sources"
    odd = [standing(text, at).lstrip('"') for rule, at in places if rule == ODD]
    assert [one[:5] for one in odd] in (["autho", "title"], ['[{"na', "Unkno"])


@given(st.dictionaries(st.sampled_from(["title", "date", "x y", "é"]), st.text("ab: #'\"\\", max_size=8), min_size=1))
@settings(max_examples=40)
def test_keys_of_yaml_are_found(values):
    """However values are quoted, a key's place is where it stands."""
    yaml = pytest.importorskip("yaml")
    text = f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\nText.\n"
    front = front_matter(text)
    for key in values:
        at = FrontLocations(text, front).of_value(f"front matter /{key}, line {front.lines[key]}")
        assert text.split("\n")[at.line - 1][at.column - 1 :].startswith(key)


def test_a_story_in_a_cell_of_several_lines_is_found():
    """Doubled quotes, line breaks within a cell and a mark at the beginning are counted as editors do."""
    text = 'id,author,text\r\n1,admin,"The ""mill""\r\nclosed.\n\nIt is over, sources said."\r\n2,"a,""b",The end.\r\n'
    places, failures = found(b"\xef\xbb\xbf" + text.encode(), "a.csv")
    assert not failures
    assert [(at.line, at.column) for rule, at in places if rule == ANONYMOUS] == [(5, 13)]
    assert [standing(text, at) for rule, at in places if rule == ODD] == ["admin"]
    assert {at.line for rule, at in places if rule == "dating/date-missing"} == {2, 6}


def test_a_row_that_is_refused_is_found():
    """Failures have the line that the row begins in, or the cell that is the matter."""
    text = 'id,text,links\n1,"a\nb",\n2,c\n3,"x"y,\n4,"d\n5,e,\n6,"",\n'
    _, failures = found(text, "a.csv")
    assert [(one.locator, str(one.location)) for one in failures] == [
        ("row 3", "4:1"),
        ("row 4", "5:1"),
        ("row 5", "6:1"),
        ("row 7", "8:1"),
    ]


@pytest.mark.parametrize("cell", ['"' + '""' * 200_000 + 'x"', "'" * 400_000, '"' + "a\n" * 200_000 + '"'])
def test_long_cells_are_gone_through_once(cell):
    """Half a million marks and line ends in a cell are no harm."""
    meant = cell[1:-1].replace('""', '"') if cell[0] == '"' else cell
    found = cell_of(f"a,{cell},b\r\n", Dialect(",", '"', None), 1, meant)
    assert found.shifts.written(len(meant)) == found.end


def test_a_cell_that_is_not_understood_has_no_place():
    """Where what is found is not what the cell holds, nothing is claimed."""
    assert cell_of("a,b\n", Dialect(",", '"', None), 1, "c") is None
    assert cell_of("a\n", Dialect(",", '"', None), 1, "c") is None


def test_words_that_stand_otherwise_often_are_not_claimed():
    """The second of two is the second of two, and nothing where there are three."""
    raw = RawText('<p>sources&nbsp;said &lt;b&gt; <a sources="said">sources\n said</a> caf&eacute; caf&#xE9;</p>')
    text = "sources said <b> sources said café café"
    at = raw.again(Span(17, 29), text)
    assert raw.text[slice(*at)] == "sources\n said"
    assert raw.text[slice(*raw.again(Span(30, 34), text))] == "caf&eacute;"
    assert raw.text[slice(*raw.again(Span(35, 39), text))] == "caf&#xE9;"
    assert raw.again(Span(0, 1), "s") is None
    raw = RawText("<p>The <em>mill</em>\n<b>closed</b></p><p>It is so<b></b>ld.</p>")
    text = "The mill closed\n\nIt is sold."
    assert raw.text[slice(*raw.again(Span(4, 22), text))] == "mill</em>\n<b>closed</b></p><p>It is"
    assert raw.again(Span(23, 27), text) is None
    assert raw.again(Span(0, 2), "  ") is None


@pytest.mark.parametrize(
    "text", ["", "<a>", "<a><b></a>", "<a>&x;</a>", "<a>" * 99_999, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_xml_that_is_none_has_no_places_or_some(text):
    """Whatever stands there, asking raises nothing."""
    document = XmlText(text)
    assert document.stretch("/b/c") is None
    item = document.item("/a", "/a/b", "x")
    assert item.of_words(Span(0, 1)) is None or text.startswith(("<a", "<!"))
    assert item.of_value("/a[99999999]") is None


PAGE = """<!doctype html>\r
<html lang="en"><head><title>Mill to close</title>
<meta name="description" content="The mill closed, sources said."></head>
<body><nav>sources</nav><script>var said = "The mill closed, sources said.";</script>
<!-- <p>The mill closed, sources said.</p> -->
<article><h1>Mill to close</h1>
<p>The mill &mdash; a tall one &#8212; closed,
   <b>sources</b>&nbsp;said. Sources told it twice: sources &amp; insiders said so.</p>
<p>It was old, an insider said.</p><div class="end"><p>It was old, an insider said.</p></div>
</article></body></html>
"""


def test_words_of_a_page_are_found_in_its_markup():
    """In the paragraph that they stand in, and not in scripts, comments, the head or the frame."""
    pytest.importorskip("selectolax")
    places, failures = found(PAGE, "mill.html")
    assert not failures
    at = [(place.line, place.column, standing(PAGE, place)) for rule, place in places if rule == ANONYMOUS]
    assert at == [(8, 7, "sources"), (8, 30, "Sources"), (9, 16, "an insider"), (9, 68, "an insider")]


@given(st.text(alphabet="<>/!-scriptbody \n&;\"'", max_size=200), st.integers(0, 20))
def test_places_of_a_page_are_in_it_or_none(markup, start):
    """Whatever the markup is, a place lies in the file, and there stand the words of the span."""
    pytest.importorskip("selectolax")
    from sayso_plugins.readers.html.places import PagePlaces

    text = "The mill closed, sources said.\n\nIt was old."
    page = f"<p>The mill closed, sources said.{markup}<p>It was old.</p>"
    at = PagePlaces(page, text).of_words(Span(start, start + 5))
    if at is not None:
        assert " ".join(standing(page, at).split()).strip("<>") in " ".join(text.split())


def test_many_findings_on_a_long_page_take_no_longer_than_looking_once():
    """What is looked through for places is bounded in all."""
    pytest.importorskip("selectolax")
    from sayso_plugins.readers.html.places import PagePlaces

    paragraphs = [f"The mill {n} closed, sources said, and it was old." for n in range(20_000)]
    text = "\n\n".join(paragraphs)
    places = PagePlaces("<body>" + "".join(f"<p>{one}</p>\n" for one in paragraphs), text)
    starts = [n for n in range(len(text)) if text.startswith("sources", n)]
    known = [places.of_words(Span(at, at + 7)) for at in starts]
    assert known[0] == Location(1, 29, 1, 36)
    assert known[-1] is None
