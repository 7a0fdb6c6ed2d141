"""NITF and NewsML-G2: wire copy in XML, each value with its path, and how it was found where the standard says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import leads_back
from sayso import Config, Document, Engine, Failure, LeftOut, Status
from support import engine

pytest.importorskip("lxml", reason="needs lxml")

from sayso_plugins.readers.wire_xml.safe import first_element

SAMPLES = Path(__file__).parent / "samples"
NITF = SAMPLES / "nitf" / "2026-05-04-mill.xml"
MESSAGE = SAMPLES / "newsml-g2" / "2026-05-04-message.xml"
INSIDE = SAMPLES / "newsml-g2" / "2026-05-04-nitf-inside.xml"


def read(text, name="item.xml", **options):
    """What a document gives, what is left out included."""
    data = text.read_bytes() if isinstance(text, Path) else text if isinstance(text, bytes) else text.encode()
    made = Engine(Config(reader={"newsml-g2": options})) if options else engine()
    left: list[LeftOut] = []
    return list(made.normalize_many(Document.from_bytes(data, path=name), left.append)), left


def nitf(content, head=""):
    """The record of a short NITF document."""
    (record,), _ = read(
        f"<nitf><body><body.head>{head}</body.head><body.content>{content}</body.content></body></nitf>"
    )
    return record


def test_nitf():
    """The body is the text, head and body.head are facts, what is no fact is kept."""
    (record,), _ = read(NITF)
    assert record.text == (
        "The mill closed, Jo Berg of Norbank said: “It is over.”\n\nForty people lost “their work”.\n\n"
        "Larkmoor Labour Office\n\nThe mill on Monday."
    )
    assert (record.id, record.headline.value, record.language.value) == ("mill-2", "Mill closes", "en")
    assert [(agent.name, agent.role) for agent in record.author.value] == [("Ana Ruiz", "Business editor")]
    assert record.date_published.source_field.pointer == "/nitf/head/pubdata/@date.publication"
    assert "2026-05-04T09:30:00+02:00" in [fact.value.value for fact in record.date_published.alternatives]
    assert record.date_modified.value.value == "2026-05-04T11:00:00+02:00"
    assert [fact.value.name for fact in (record.outlet, *record.outlet.alternatives)] == [
        "Example Post",
        "Norbank Media",
        "Harbour Press",
    ]
    assert (record.dateline_place.value, record.dateline_date.value.value) == ("HALLIN", "2026-05-04")
    assert [fact.value.name for fact in record.info_sources] == ["Harbour Press", "Larkmoor Labour Office"]
    assert record.item_type.value == "analysis"
    assert record.extra["corrections"] == ["Corrects the number of jobs."]
    assert record.extra["tagline"] == "Jo Berg contributed."


def test_quoted_words_have_quotation_marks_and_places():
    """A `q` without marks gets some, as in a browser; one that has them keeps its own; its place is kept."""
    (record,), _ = read(NITF)
    quoted = record.extra["quoted"]
    assert [record.text[one["start"] : one["end"]] for one in quoted] == ["It is over.", "their work"]
    assert quoted[0]["by"] == "Jo Berg"
    assert nitf("<p>He said <q>no <q>way</q></q>, twice.</p>").text == "He said “no “way””, twice."
    assert nitf('<p>He said <q>"no"</q>.</p>').text == 'He said "no".'


def test_the_words_of_inline_elements_are_one_word():
    """Only blocks part paragraphs, and only line breaks lines; entities of HTML are characters, programs no words."""
    assert nitf("<p>a<em>b</em>c<br/>d &amp; e</p>f<p>g</p>").text == "abc\nd & e\n\nf\n\ng"
    assert nitf("<pre>a\n b</pre><table><tr><td>1</td><td>2</td></tr></table>").text == "a\nb\n\n1\n\n2"
    body = "<body><body.content><p>a&mdash;b <b>c</b>&eacute;</p></body.content></body>"
    text = f"<!DOCTYPE nitf SYSTEM 'n.dtd'><nitf>{body}</nitf>"
    assert read(text)[0][0].text == "a—b cé"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_characters_that_html_names_need_no_dtd(encoding):
    """A name of HTML is its character without a DTD too; what stands in CDATA stays as it is."""
    body = "<p>a&nbsp;b &eacute; &amp; <![CDATA[&eacute;]]></p><!-- &nbsp; -->"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f"{declared}<nitf><body><body.content>{body}</body.content></body></nitf>"
    assert read(text.encode(encoding))[0][0].text == "a b \xe9 & &eacute;"


@pytest.mark.parametrize("doctype", ["", '<!DOCTYPE newsItem SYSTEM "x.dtd">'])
def test_the_schema_is_asked_with_the_characters_that_html_names(doctype):
    """A news item with such a name is valid; one with a name of nobody's is a failure that tells it."""
    text = INSIDE.read_text("utf-8").partition("?>\n")[2]
    start, end = text.index("<inlineXML"), text.index("</contentSet>")
    given = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>The&nbsp;mill.</p></body></html>'
    given = f'<inlineXML contenttype="application/xhtml+xml">{given}</inlineXML>'
    text = doctype + text[:start] + given + text[end:]
    assert read(text)[0][0].text == "The mill."
    (failure,), _ = read(text.replace("&nbsp;", "&house;"))
    assert "house" in failure.message


def test_a_title_alone_is_nobody():
    """Who signs only with a function does not sign; a byline in words is parted into names."""
    assert nitf("<p>x</p>", "<byline><byttl>Staff Reporter</byttl></byline>").author.status is Status.MISSING
    names = nitf("<p>x</p>", "<byline>By Ana Ruiz and Jo Berg, Staff Reporters</byline>").author.value
    assert [agent.name for agent in names] == ["Ana Ruiz", "Jo Berg"]


def test_newsml_g2_in_a_message():
    """News items are read with what stands in them, each in its place; what is left out has a reason."""
    (ferry, mill, failure), left = read(MESSAGE)
    assert mill.id == "urn:newsml:larkmoor.example:1"
    assert mill.retrieval.locator == "/newsMessage/itemSet/newsItem[1]"
    assert mill.text == "The mill\nclosed on Monday, a spokesman said.\n\nForty people & a dog lost “their work”."
    assert mill.outlet.value.name == "Larkmoor Wire"
    assert [fact.value.name for fact in mill.outlet.alternatives] == ["Norbank Media"]
    assert [agent.name for agent in mill.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert mill.date_published.value.value == "2026-05-04T09:45:00+02:00"
    assert mill.date_published.alternatives[0].status is Status.INFERRED
    assert mill.date_modified.value.value == "2026-05-04T11:00:00+02:00"
    assert mill.item_type.value == "interview"
    assert mill.independence[0].value.href == "https://wire.example/corrections"
    assert [(fact.value.name, fact.value.role) for fact in mill.info_sources] == [
        ("Harbour Press", "origcont"),
        ("Harbour Press/Ana Ruiz", "credit"),
        ("Harbour Press", "hop"),
    ]
    for key in ("edNote", "embargoed", "signal", "usageTerms", "subjects", "hops", "other_content", "contributors"):
        assert mill.extra[key], key
    assert {one.type for one in mill.relations} == {"cites", "seeAlso", "part_of"}
    assert sum(one.number for one in left) == 2
    assert (ferry.headline.value, ferry.relations[0].target) == (
        "Ferry strike called off",
        "urn:newsml:larkmoor.example:p1",
    )
    assert (failure.error, "line 54" in failure.message) == ("schema", True)
    assert failure.locator.startswith("/newsMessage/itemSet/newsItem[3]")


def test_nitf_inside_newsml_g2():
    """The body is NITF's, and its head gives facts too; a provider's code is a name only by inference."""
    (record,), _ = read(INSIDE)
    assert record.text == 'The mill closed, Jo Berg said: "It is over."'
    assert (record.headline.value, record.author.value[0].name) == ("Mill closes", "Ana Ruiz")
    assert (record.outlet.value.name, record.outlet.value.id, record.outlet.status) == (
        "LarkmoorWire",
        "nprov:LarkmoorWire",
        Status.INFERRED,
    )
    assert record.extra["nitf"]["persons"] == ["Jo Berg"]


def test_how_a_value_was_found_is_kept():
    """What a program found is inferred, with its confidence where it says one, and the basis says so."""
    mill = read(MESSAGE)[0][1]
    place, headline = (
        next(one for one in fact.alternatives if one.value in ("Hallin", "Mill shut"))
        for fact in (mill.dateline_place, mill.headline)
    )
    assert (place.value, place.status, place.confidence) == ("Hallin", Status.INFERRED, 0.5)
    assert "@how=howextr:tool" in place.basis
    assert "@creator=prog:geo" in place.basis
    assert (headline.value, headline.confidence) == ("Mill shut", 0.6)
    assert mill.extra["said_by"]["/newsMessage/itemSet/newsItem[1]/contentMeta/creator[1]"] == {"creator": "staff:desk"}


@pytest.mark.parametrize("file", [NITF, MESSAGE, INSIDE], ids=lambda file: file.name)
def test_evidence_leads_back(file):
    """At the path of every asserted fact stands its value."""
    records = [one for one in read(file)[0] if not isinstance(one, Failure)]
    assert sum(leads_back.check(one, leads_back.xml_at(file.read_bytes())) for one in records) >= 2


def test_an_item_that_is_not_valid_can_be_read_all_the_same():
    """Who wants it reads what there is; of a later version than the schema nothing is known."""
    text = INSIDE.read_text("utf-8").replace("<slugline>", "<mood>sad</mood><slugline>")
    (failure,), _ = read(text)
    assert (failure.error, "line 5" in failure.message) == ("schema", True)
    assert read(text, validate=False)[0][0].text
    assert read(text.replace('standardversion="2.30"', 'standardversion="2.36"'))[0][0].text


def test_data_that_are_no_text_are_left_alone():
    """Encoded data and other XML are no prose: the headline is read in their place, and they are named."""
    text = INSIDE.read_text("utf-8")
    start, end = text.index("<inlineXML"), text.index("</contentSet>")
    given = '<inlineXML contenttype="text/xml"><score xmlns="x:y">3</score></inlineXML>'
    given += '<inlineData contenttype="text/plain" encoding="enc:base64">AAAA</inlineData>'
    text = text[:start] + given + text[end:]
    text = text.replace("</slugline>", "</slugline><headline>Mill closes</headline>")
    (record,), _ = read(text)
    assert (record.text, len(record.extra["other_content"])) == ("Mill closes", 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE nitf [<!ENTITY a "aaaa">]><nitf><body>&a;</body></nitf>', "entities"),
        ('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "entities"),
        ("<!DOCTYPE nitf SYSTEM 'n.dtd'>\n<nitf><body><p>&house;</p></body></nitf>", "&house;"),
        ("<!--" + " " * 70_000 + "--><!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf>&a;</nitf>", "no format"),
        ("<nitf><body><p>x</body></nitf>", "not well-formed"),
        ("<nitf><head/></nitf>", "no words"),
        ("<nitf>" + "<p>" * 5000, "not well-formed"),
        ("<newsItem/>", "not valid NewsML-G2"),
        (b"<nitf><body>\xff\xfe</body></nitf>", "not well-formed"),
        (b"<nitf><body>a\x00b</body></nitf>", "not well-formed"),
        ('<?xml version="1.0" encoding="klingon"?><nitf><body>a</body></nitf>', "encoding"),
    ],
)
def test_what_is_refused(text, said):
    """One line that says what and where; no entity is read."""
    (failure,), _ = read(text)
    assert isinstance(failure, Failure)
    assert said in failure.message
    assert "\n" not in failure.message


def test_entities_behind_the_first_bytes_are_refused_too():
    """What the parser knows of declared entities counts, and not only what a search for them finds."""
    text = f"<!DOCTYPE nitf [<!--{'x' * 70_000}--><!ENTITY a 'b'>]><nitf><body><p a='&a;'>&a;</p></body></nitf>"
    (failure,) = Engine(reader="nitf").normalize_many(Document.from_bytes(text.encode(), path="item.xml"))
    assert failure.error == "entities"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "declared", ['<!ENTITY a "b">', '<!ENTITY % a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">']
)
@pytest.mark.parametrize("name", ["nitf", "newsml-g2"])
def test_entities_are_refused_in_any_encoding(name, declared, encoding):
    """A search for their letters does not find them in UTF-16; the parser does, and nothing is resolved."""
    root = {"nitf": "nitf", "newsml-g2": "newsItem"}[name]
    mark = "" if encoding == "utf-16" else "\ufeff"
    text = f'{mark}<?xml version="1.0" encoding="utf-16"?><!DOCTYPE {root} [{declared}]><{root}><body>x</body></{root}>'
    (failure,) = Engine(reader=name).normalize_many(Document.from_bytes(text.encode(encoding), path="item.xml"))
    assert (type(failure), failure.error) == (Failure, "entities")


@pytest.mark.parametrize("name", ["nitf", "newsml-g2"])
def test_other_xml_is_not_read_as_news(name):
    """A reader that is asked for by name says of another document what its root is."""
    text = "<html><body>Words.</body></html>"
    (failure,) = Engine(reader=name).normalize_many(Document.from_bytes(text.encode(), path="item.xml"))
    assert (failure.error, "'html'" in failure.message) == (name, True)


def test_a_document_that_lies_about_its_encoding():
    """What is UTF-8 is read as such, whatever it declares; what is not, as it declares."""
    text = '<?xml version="1.0" encoding="{}"?><nitf><body><p>Café, 5 €</p></body></nitf>'
    for declared, encoding in (("iso-8859-1", "utf-8"), ("windows-1252", "utf-8"), ("windows-1252", "cp1252")):
        (record,), _ = read(text.format(declared).encode(encoding))
        assert record.text == "Café, 5 €"


def test_the_first_element_is_found_in_linear_time():
    """Neither comments nor declarations nor prefixes hide it, and many of them cost no more each."""
    assert (
        first_element(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b --><!DOCTYPE a [<!ELEMENT a ANY>]>\n<x:nitf>")
        == b"nitf"
    )
    assert first_element("<?xml version='1.0'?><nitf/>".encode("utf-16")) == b"nitf"
    assert first_element(b"<!-- -->" * 8_000 + b"text") == b""
    assert first_element(b"<!DOCTYPE a>" * 8_000 + b"<nitf>") == b"nitf"
    assert first_element(b"<!DOCTYPE a [" * 8_000) == b""
    assert first_element(b"<!-- never closed") == b""


def test_much_takes_linear_time():
    """Fifty thousand paragraphs are read, and of as many headlines the first ones, which is said."""
    assert nitf("<p>x</p>" * 50_000).text.count("x") == 50_000
    found, left = read(f"<nitf><body>{'<hl1>x</hl1>' * 50_000}<body.content>y</body.content></body></nitf>")
    assert (found[0].headline.value, left[0].detail) == ("x", "hl1")


CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "newsml-g2"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared material")
def test_the_iptcs_examples():
    """All whole items are valid but the abridged ones and one of another project; every fact leads back."""
    number, refused = 0, set()
    for file in sorted(CORPUS.glob("*/*.xml")):
        for record in engine().normalize_many(Document.from_path(str(file))):
            if isinstance(record, Failure):
                refused.add(file.name)
            else:
                number += leads_back.check(record, leads_back.xml_at(file.read_bytes()))
    assert refused == {"LISTING_24_News_Message_conveying_a_complete_News_Package.xml", "002_knowledgeitem.xml"}
    assert number >= 100
