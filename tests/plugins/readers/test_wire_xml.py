"""NITF and NewsML-G2: wire copy in XML, each value with its path, and how it was found where the standard says so."""

from __future__ import annotations

import pytest

from sayso import Document, Failure, LeftOut, Status
from support import engine

pytest.importorskip("lxml", reason="needs lxml")

NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>Mill</title><docdata><date.issue norm="20260504T093000+0200"/>
<doc.copyright holder="Norbank"/></docdata><pubdata name="Example Post"/></head>
<body><body.head><hedline><hl1>Mill closes</hl1></hedline><byline>By <person>Ana Ruiz</person>, Hallin</byline>
<distributor>Harbour Press</distributor>
<dateline><location>HALLIN</location><story.date norm="20260504">May 4</story.date></dateline></body.head>
<body.content><p>The mill <em>closed</em>, <person>Jo Berg</person> of <org>Norbank</org> said: <q>It is over.</q></p>
<p>Sources said more.</p><media><media-caption>The mill.</media-caption></media></body.content></body></nitf>
"""
G2 = """<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-05-04T09:30:00Z</sent></header><itemSet>
<newsItem guid="urn:x:1"><rightsInfo><copyrightHolder><name>Norbank</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider><name>Example Wire</name></provider>
<versionCreated>2026-05-05T09:30:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><contentCreated>2026-05-04T09:30:00+02:00</contentCreated><headline>Mill closes</headline>
<by>By Ana Ruiz</by><infoSource role="isrol:photo"><name>Harbour Press</name></infoSource><language tag="en"/>
<located how="howextr:tool" confidence="60" creator="prog:geo"><name>Hallin</name></located></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>The mill closed.</p><p>Sources said more.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:x:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<packageItem guid="urn:x:3"/></itemSet></newsMessage>
"""


def read(text, name="item.xml"):
    """What a document gives, what is left out included."""
    left: list[LeftOut] = []
    found = list(engine().normalize_many(Document.from_bytes(text.encode(), path=name), left.append))
    return found, left


def test_nitf():
    """The body is the text, head and body.head are facts, marks in the text are kept."""
    (record,), _ = read(NITF)
    assert record.text.startswith("The mill closed, Jo Berg of Norbank said: It is over.\n\nSources said more.")
    assert record.headline.value == "Mill closes"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz"]
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert record.outlet.value.name == "Example Post"
    assert (record.dateline_place.value, record.dateline_date.value.value) == ("HALLIN", "2026-05-04")
    assert record.info_sources[0].value.name == "Harbour Press"
    assert record.extra["quoted"] == ["It is over."]
    assert record.extra["organisations"] == ["Norbank"]


def test_newsml_g2_in_a_message():
    """News items are read, packages and items without words are left out with a reason."""
    (record,), left = read(G2)
    assert record.id == "urn:x:1"
    assert record.text == "The mill closed.\n\nSources said more."
    assert record.outlet.value.name == "Example Wire"
    assert [fact.value.name for fact in record.outlet.alternatives] == ["Norbank"]
    assert record.date_published.status is Status.INFERRED
    assert record.date_modified.value.value == "2026-05-05T09:30:00+02:00"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz"]
    assert sum(one.number for one in left) == 2


def test_how_a_value_was_found_is_kept():
    """What a program found with some confidence is inferred with that confidence, and the basis says so."""
    (record,), _ = read(G2)
    place = record.dateline_place
    assert (place.value, place.status, place.confidence) == ("Hallin", Status.INFERRED, 0.6)
    assert "@how=howextr:tool" in place.basis
    assert "@creator=prog:geo" in place.basis


@pytest.mark.parametrize("text", [NITF, G2])
def test_evidence_leads_back(text):
    """At the path of every asserted fact stands an element, or an attribute."""
    from lxml import etree

    tree = etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, no_network=True))
    for record in read(text)[0]:
        for _, fact in record.facts():
            if fact.status is Status.ASSERTED:
                where, _, attribute = fact.source_field.pointer.partition("/@")
                steps = where.strip("/").split("/")
                names = ((step.partition("[")[0], step[len(step.partition("[")[0]) :]) for step in steps)
                found = tree.xpath("".join(f"/*[local-name()='{name}']{number}" for name, number in names))
                assert len(found) == 1, fact.source_field.pointer
                assert not attribute or found[0].get(attribute)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE nitf [<!ENTITY a "aaaa">]><nitf><body>&a;</body></nitf>', "entities"),
        ('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "entities"),
        ("<nitf><body><p>x</body></nitf>", "not well-formed"),
        ("<nitf><head/></nitf>", "no words"),
        ("<nitf>" + "<p>" * 5000, "not well-formed"),
    ],
)
def test_what_is_refused(text, said):
    """One line that says what and where; no entity is read."""
    (failure,), _ = read(text)
    assert isinstance(failure, Failure)
    assert said in failure.message


def test_many_blocks_take_linear_time():
    """A hundred thousand paragraphs are read at once."""
    body = "<p>x</p>" * 50_000
    (record,), _ = read(f"<nitf><body><body.content>{body}</body.content></body></nitf>")
    assert record.text.count("x") == 50_000
