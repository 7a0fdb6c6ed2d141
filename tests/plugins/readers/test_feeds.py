"""Feeds: an item an entry, each value with the element that it stands in, zones as published."""

from __future__ import annotations

import json

import pytest

from sayso import Document, Failure, Status
from support import engine

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Example Post</title><link>https://post.example/</link><language>en</language>
<item><title>Mill &amp;amp; ferry close</title><link>https://post.example/mill</link><guid>m1</guid>
<dc:creator>Ana Ruiz and Jo Berg</dc:creator><pubDate>Mon, 04 May 2026 09:30:00 +0200</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The mill closed, sources <a href="https://x.example/n">said</a>.</p><script>x()</script><p>Second.</p>]]></content:encoded>
<source url="https://wire.example/f">Norbank News</source></item>
<item><title>Only a summary</title><description>The ferry sank on Monday.</description>
<author>desk@post.example (Mia Lund)</author><pubDate>Mon, 04 May 2026 09:30:00 GMT</pubDate></item>
<item><title>A title alone</title></item>
<item><link>https://post.example/none</link></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Post</title>
<entry><id>urn:x:1</id><title type="html">Mill closes</title><link href="https://post.example/mill"/>
<author><name>Ana Ruiz</name></author><published>2026-05-04T09:30:00+02:00</published>
<updated>2026-05-05T10:00:00Z</updated><content type="html">&lt;p&gt;The mill closed.&lt;/p&gt;</content></entry></feed>
"""


def read(text, name="feed.xml"):
    """The records and failures of a feed."""
    return list(
        engine().normalize_many(Document.from_bytes(text if isinstance(text, bytes) else text.encode(), path=name))
    )


def test_an_entry_of_rss():
    """Content beats the summary, its markup becomes paragraphs, names are parted, the zone stays."""
    first, second, third, failure = read(RSS)
    assert first.text == "The mill closed, sources said.\n\nSecond."
    assert first.headline.value == "Mill & ferry close"
    assert [agent.name for agent in first.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert first.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert first.date_published.value.raw == "Mon, 04 May 2026 09:30:00 +0200"
    assert first.outlet.value.name == "Example Post"
    assert first.info_sources[0].value.name == "Norbank News"
    assert first.retrieval.locator == "entry 1"
    assert [(one.evidence, one.target) for one in first.relations] == [("said", "https://x.example/n")]
    assert second.extra["summary_only"] is True
    assert [agent.name for agent in second.author.value] == ["Mia Lund"]
    assert third.extra["title_only"] is True
    assert isinstance(failure, Failure)
    assert failure.locator == "entry 4"


def test_an_entry_of_atom():
    """Published and updated are two facts, and the id is the record's."""
    (record,) = read(ATOM)
    assert record.id == "urn:x:1"
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert record.date_modified.value.value == "2026-05-05T10:00:00+00:00"
    assert record.uri.value == "https://post.example/mill"


@pytest.mark.parametrize("text", [RSS, ATOM])
def test_evidence_leads_back(text):
    """At the path of every asserted fact stands an element that holds its value as written."""
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    tree = etree.fromstring(text.encode())
    for record in read(text):
        if isinstance(record, Failure):
            continue
        for pointer, fact in record.facts():
            if fact.status is not Status.ASSERTED:
                continue
            parts = fact.source_field.pointer.strip("/").split("/")
            path = "".join(
                f"/*[local-name()='{name.partition('[')[0].rpartition(':')[2]}']{name[len(name.partition('[')[0]) :]}"
                for name in parts
            )
            elements = tree.xpath(path)
            if not elements and pointer == "/language":
                continue  # on the root of Atom as xml:lang
            words = " ".join("".join(e.itertext()) + " ".join(e.attrib.values()) for e in elements)
            assert elements, (pointer, fact.source_field.pointer)
            for value in _words(fact.value):
                assert value.replace("&", "&amp;") in words or value in words, (pointer, value, words)


def _words(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [agent.name for agent in value]
    return [getattr(value, "raw", None) or value.name]


def test_a_json_feed():
    """Entries with their pointers; authors of the feed stand in for those of an entry."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Example Post",
        "authors": [{"name": "Mia Lund"}],
        "items": [
            {"id": 1, "content_html": "<p>The mill closed.</p>", "date_published": "2026-05-04T09:30:00+02:00"},
            {"id": "2", "content_text": "It sank.", "authors": [{"name": "Ana Ruiz"}], "date_published": "yesterday"},
            {"id": "3"},
            7,
        ],
    }
    first, second, empty, none = read(json.dumps(feed), "feed.json")
    assert (first.id, first.text, first.author.value[0].name) == ("1", "The mill closed.", "Mia Lund")
    assert first.author.source_field.pointer == "/authors"
    assert second.author.source_field.pointer == "/items/1/authors"
    assert second.date_published.status is Status.MISSING
    assert [one.locator for one in (empty, none)] == ["/items/2", "/items/3"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "x">]><rss><channel><item><title>&a;</title></item></channel></rss>', "entities"),
        ('<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd" [<!ENTITY % x SYSTEM "y">]><rss/>', "entities"),
        ("<rss></rss>", "is no feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "list of 'items'"),
    ],
)
def test_what_is_refused(text, said):
    """Entities are never expanded, and what is no feed says so in one line."""
    found = read(text, "feed.json" if text.startswith("{") else "feed.rss")
    assert not found or (isinstance(found[0], Failure) and said in found[0].message)


def test_a_broken_feed_gives_what_it_has():
    """Half a feed gives its whole entries."""
    records = [
        one for one in read(RSS[: RSS.index("<item><title>A title")], "feed.rss") if not isinstance(one, Failure)
    ]
    assert len(records) == 2


@pytest.mark.parametrize("piece", ["<item><title>x</title></item>", "<item>", "<item", "<a "])
def test_long_feeds_take_linear_time(piece):
    """Whatever is repeated in a feed, it is answered soon."""
    found = read(RSS.partition("<item>")[0] + piece * 2_000 + "</channel></rss>", "feed.rss")
    assert len(found) == 2_000 or not piece.endswith("</item>")
