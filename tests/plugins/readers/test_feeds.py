"""Feeds: an item an entry, each value with the element that it stands in, zones as published."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Document, Failure, Record, Status
from sayso_plugins.readers.feeds.reader import is_feed
from sayso_plugins.readers.sent_dates import sent_date
from support import engine

SAMPLES = Path(__file__).parent / "samples" / "feed"
CORPUS = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[4] / "shared")) / "corpus" / "feeds"
RSS = (SAMPLES / "2026-05-04-post.rss").read_text(encoding="utf-8")


def read(text, name="feed.xml"):
    """The records and failures of a feed."""
    data = text if isinstance(text, bytes) else text.encode()
    return list(engine().normalize_many(Document.from_bytes(data, path=name)))


def sample(name):
    return read((SAMPLES / name).read_bytes(), name)


def names(record):
    return [agent.name for agent in record.author.value or ()]


def test_an_entry_of_rss():
    """Content beats the summary, its markup becomes paragraphs, names are parted, the zone stays."""
    first, second, third, failure = sample("2026-05-04-post.rss")
    assert first.text == "The mill closed, sources said.\n\nIt is over.\n\nSecond <entry> here."
    assert first.headline.value == "Mill & ferry close"
    assert names(first) == ["Ana Ruiz", "Jo Berg"]
    assert first.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert first.date_published.value.raw == "Mon, 04 May 2026 09:30:00 +0200"
    assert (first.outlet.value.name, first.outlet.value.url) == ("Larkmoor Post – Local", "https://post.example/")
    assert first.info_sources[0].value.name == "Norbank News"
    assert (first.id, first.retrieval.locator) == ("post-1", "entry 1 (post-1)")
    assert (first.uri.value, first.language.value) == ("https://post.example/mill", "en-GB")
    assert [(one.evidence, one.target) for one in first.relations] == [("said", "/note")]
    assert first.extra["categories"] == ["Local", "Ferries"]
    assert first.extra["summary"] == "Short."
    assert second.extra["summary_only"] is True
    assert names(second) == ["Mia Lund"]
    assert second.uri.value == "https://post.example/ferry"
    assert (second.date_published.value.value, second.date_published.value.precision) == (
        "2026-05-04T09:30:00-05:00",
        "minute",
    )
    assert third.extra["title_only"] is True
    assert third.date_published.status is Status.MISSING
    assert any("'soon' is no date" in place for place in third.date_published.looked_in)
    assert isinstance(failure, Failure)
    assert failure.locator == "entry 4"


def test_an_entry_of_atom():
    """Published and updated are two facts; bases, languages and authors are inherited."""
    first, second = sample("2026-05-04-post.atom")
    assert first.id == "urn:post:1"
    assert first.text == "The mill closed.\n\nSo & so."
    assert (first.headline.value, first.outlet.value.name) == ("Mill closes", "Larkmoor Post <Local>")
    assert first.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert first.date_modified.value.value == "2026-05-05T10:00:00+00:00"
    assert first.uri.value == "https://post.example/mill"
    assert names(first) == ["Ana Ruiz", "Jo Berg"]
    assert first.language.value == "en-GB"
    assert first.extra["contributors"] == ["Mia Lund"]
    assert [(one.evidence, one.target) for one in first.relations] == [
        ("closed", "https://post.example/note"),
        ("Norbank News", "https://wire.example/mill"),
    ]
    assert names(second) == ["Post Staff"]
    assert second.headline.value == "Ferry < mill"
    assert second.date_modified.value.zone == "-03:00"
    assert second.date_published.status is Status.INFERRED


def test_older_feeds():
    """RSS 0.91 with its DTD unread, RSS 1.0 in Latin-1, and Atom 0.3 with its modes."""
    (cafe,) = sample("2026-05-04-old.xml")
    assert (cafe.text, cafe.headline.value) == ("The café\xa0closed.", "Café closes")
    (mill,) = sample("2026-05-04-post.rdf")
    assert (names(mill), mill.language.value, mill.date_published.value.zone) == (["Ana Ruiz"], "en-GB", "+02:00")
    assert (mill.outlet.value.name, mill.outlet.alternatives[0].value.name) == ("Post Holdings", "Larkmoor Post")
    escaped, encoded = sample("2026-05-04-atom03.xml")
    assert (escaped.text, escaped.headline.value) == ("The mill closed.", "Mill & ferry")
    assert encoded.text == "The ferry sank."


def test_a_broken_feed_gives_what_it_has():
    """What is not well formed is read as far as it goes, and the record says so."""
    mill, ferry = sample("2026-05-04-broken.rss")
    assert (mill.headline.value, names(mill)) == ("Mill & ferry", ["Ana Ruiz"])
    assert mill.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert mill.author.source_field.pointer == "/rss/channel/item[1]/author"
    assert "line 3" in mill.extra["not_well_formed"]
    assert ferry.text == "It sank, they said."


@pytest.mark.parametrize("name", ["post.rss", "post.atom", "post.rdf", "old.xml", "atom03.xml"])
def test_evidence_leads_back(name):
    """At the XPath of every asserted fact stands one element or attribute, and it holds the value as written."""
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    data = (SAMPLES / f"2026-05-04-{name}").read_bytes()
    tree = etree.fromstring(data, etree.XMLParser(load_dtd=False, resolve_entities=False, no_network=True))
    seen = 0
    for record in read(data, name):
        for pointer, fact in asserted(record):
            (found,) = tree.xpath(by_local_names(fact.source_field.pointer))
            words = found if isinstance(found, str) else "".join(etree.tostring(found, encoding=str, method="text"))
            markup = words if isinstance(found, str) else etree.tostring(found, encoding=str, with_tail=False)
            for value in written(fact.value):
                assert any(plain(value) in plain(one) for one in (words, markup)), (pointer, value, words)
            seen += 1
    assert seen >= 4


def asserted(record):
    """Pointer and fact of all that was asserted, alternatives included."""
    for pointer, fact in record.facts() if isinstance(record, Record) else ():
        for one in (fact, *fact.alternatives):
            if one.status is Status.ASSERTED:
                yield pointer, one


def by_local_names(path):
    """A pointer as an XPath that lxml resolves whatever the prefixes are."""
    steps = []
    for step in path.strip("/").split("/"):
        name, bracket, number = step.partition("[")
        kind = "@" if name.startswith("@") else ""
        steps.append(f"{kind}*[local-name()='{name.lstrip('@')}']{bracket}{number}")
    return "/" + "/".join(steps)


def written(value):
    """What must be found of a value: names apart, dates as they were, the last part of an address."""
    if isinstance(value, str):
        return [value.rstrip("/").rpartition("/")[2]]
    if isinstance(value, tuple):
        return [part for agent in value[:1] for part in agent.name.split()]
    return [getattr(value, "raw", None) or value.name]


def plain(words):
    for old, new in (("&amp;", "&"), ("&amp;", "&"), ("&eacute;", "é"), ("_", "-"), ("<em>", ""), ("</em>", "")):
        words = words.replace(old, new)
    for old, new in (("&lt;em&gt;", ""), ("&lt;/em&gt;", ""), ("&lt;", "<"), ("&gt;", ">")):
        words = words.replace(old, new)
    return " ".join(words.split())


def test_a_json_feed():
    """Entries with their pointers; authors of the feed stand in for those of an entry."""
    data = json.loads((SAMPLES / "2026-05-04-feed.json").read_text(encoding="utf-8"))
    first, second, third, empty, none = sample("2026-05-04-feed.json")
    assert (first.id, first.text, names(first)) == ("1", "The mill closed.", ["Mia Lund"])
    assert names(second) == ["Ana Ruiz", "Jo Berg"]
    assert second.date_published.status is Status.MISSING
    assert (second.language.value, second.language.alternatives[0].value) == ("en", "en-GB")
    assert (third.extra["summary_only"], names(third)) == (True, ["Jo Berg"])
    assert [one.locator for one in (empty, none)] == ["/items/3", "/items/4"]
    assert first.extra["categories"] == ["mills"]
    assert [one.target for one in first.relations] == ["https://x.example/", "https://wire.example/mill"]
    for record in (first, second, third):
        for pointer, fact in asserted(record):
            found = data
            for key in fact.source_field.pointer.strip("/").split("/"):
                found = found[int(key)] if isinstance(found, list) else found[key]
            for value in written(fact.value):
                assert value in json.dumps(found, ensure_ascii=False), (pointer, value)


def test_headings_and_what_stands_under_an_entry_are_told_apart():
    """No rule reads a heading inside an entry or the line of the publishing system as a statement."""
    words = "<p>It closed.</p><h2>What they say</h2><p>No.</p><p>The post Mill appeared first on Larkmoor Post.</p>"
    (record,) = read(f"<rss><channel><item><description><![CDATA[{words}]]></description></item></channel></rss>")
    told = [(one.kind, one.span.of(record.text)) for one in record.sections if one.kind != "news"]
    assert told == [
        ("headline", "What they say"),
        ("boilerplate.credit", "The post Mill appeared first on Larkmoor Post."),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "x"><!ENTITY b "&#38;a;&#38;a;">]><rss/>', "entities"),
        ('<!DOCTYPE rss [<!ENTITY a "<b/>">]><rss/>', "entities"),
        ('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///x">]><rss>&a;</rss>', "entities"),
        (f'<!DOCTYPE rss [<!ENTITY a "{"x" * 201}">]><rss/>', "entities"),
        (f'<!DOCTYPE rss [<!ENTITY a "{"x" * 200}">]><rss b="{"&a;" * 501}"/>', "entities"),
        (f"<!DOCTYPE rss [{''.join(f'<!ENTITY a{n} {chr(34)}x{chr(34)}>' for n in range(101))}]><rss/>", "entities"),
        ('<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///x" [<!ENTITY % x SYSTEM "y">]><rss/>', "entities"),
        ('<!DOCTYPE rss [<!ATTLIST rss a CDATA "x">]><rss/>', "entities"),
        (f"<rss><channel><item>{'<a>' * 500}{'</a>' * 500}</item></channel></rss>", "nesting"),
        ("<rss>", "feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "feed"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_is_refused(text, kind, encoding):
    """Entities that could grow or reach out are refused in any encoding, and what is no feed says so in one line."""
    if encoding == "utf-16" and text.startswith("{"):
        pytest.skip("JSON is UTF-8")
    (found,) = read(text.encode(encoding), "feed.json" if text.startswith("{") else "feed.rss")
    assert isinstance(found, Failure)
    assert found.error == kind
    assert "\n" not in found.message


def test_an_entity_that_is_a_short_text_is_read():
    """A name that a feed gives a piece of text is that text, in words and in attributes."""
    item = "<item><title>Mill of &town;</title><guid isPermaLink='false'>&id;1</guid><link href='&at;1'/></item>"
    declared = '<!ENTITY town "Larkmoor"> <!ENTITY id "tag:post.example,"><!ENTITY at "https://post.example/">'
    (found,) = read(f"<!DOCTYPE rss [ {declared} ]><rss><channel>{item}</channel></rss>", "feed.rss")
    assert (found.text, found.id, found.uri.value) == (
        "Mill of Larkmoor",
        "tag:post.example,1",
        "https://post.example/1",
    )


def test_the_one_date_of_dublin_core_is_of_both():
    """`dc:date` alone is when an entry was published and last changed; beside another date it is neither twice."""
    space = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    date, other = "<dc:date>2026-05-04T09:30Z</dc:date>", "<pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate>"
    for dates, changed in ((date, "2026-05-04T09:30:00+00:00"), (date + other, None), (other, None)):
        (found,) = read(f"<rss {space}><channel><item><title>x</title>{dates}</item></channel></rss>", "feed.rss")
        assert (found.date_modified.value and found.date_modified.value.value) == changed
        assert found.date_published.value is not None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "utf-8"),
        ("koi8-r", "utf-8"),
        ("no-such", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-16"),
    ],
)
def test_a_feed_that_lies_about_its_encoding(declared, encoding):
    """What is UTF-8 is read as such, whatever it declares; what calls itself Latin 1 is what browsers make of it."""
    item = "<item><title>Café, “5 €”</title></item>"
    text = f'<?xml version="1.0" encoding="{declared}"?><rss><channel>{item}</channel></rss>'
    (found,) = read(text.encode(encoding), "feed.rss")
    assert found.text == "Café, “5 €”"


def test_an_encoding_of_seven_bits_is_read_as_declared():
    """ISO-2022-JP is ASCII by its bytes, and not by what they mean."""
    text = '<?xml version="1.0" encoding="iso-2022-jp"?><rss><channel><item><title>日本</title></item></channel></rss>'
    (found,) = read(text.encode("iso-2022-jp"), "feed.rss")
    assert found.text == "日本"


def test_entries_are_read_one_by_one():
    """The first entry is there before the others are read; what the channel says behind its entries counts for all."""
    items = "".join(f"<item><title>Mill {n}</title><category>c{n}</category></item>" for n in range(2_000))
    text = f"<rss><channel>{items}<title>Larkmoor Post</title></channel></rss>"
    from sayso_plugins.readers.feeds.tree import filled, parsed

    root = parsed(text)
    seen = []
    for entry in filled(root, text):
        seen.append((entry.path, entry.of("title")[0].path, entry.of("category")[0].text))
        assert sum(len(one.pieces) for one in next(root.children).children if one.local == "item") == 2
    assert seen[7] == ("/rss/channel/item[8]", "/rss/channel/item[8]/title", "c7")
    assert len(seen) == 2_000
    assert {one.outlet.value.name for one in read(text, "feed.rss")} == {"Larkmoor Post"}


def test_an_entry_alone_is_a_feed():
    """A document whose root is an entry is one item."""
    (found,) = read("<entry xmlns='http://www.w3.org/2005/Atom'><title>Mill</title><id>a:1</id></entry>", "feed.atom")
    assert (found.headline.value, found.headline.source_field.pointer) == ("Mill", "/entry/title")


def test_who_publishes_and_what_a_feed_is_called_are_no_conflict():
    """The publisher that an entry or its feed names is the outlet; the feed's, or its title, is inferred beside it."""
    space = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    own, feeds = "<dc:publisher>Harbour Press</dc:publisher>", "<dc:publisher>Norbank Media</dc:publisher>"
    for inner, outer, names in (
        ("", "", ["Larkmoor Post"]),
        ("", feeds, ["Norbank Media", "Larkmoor Post"]),
        (own, feeds, ["Harbour Press", "Norbank Media", "Larkmoor Post"]),
        ("", "<dc:publisher>Larkmoor Post plc</dc:publisher>", ["Larkmoor Post plc"]),
    ):
        item = f"<item><title>x</title>{inner}</item>"
        text = f"<rss {space}><channel><title>Larkmoor Post</title>{outer}{item}</channel></rss>"
        (found,) = read(text, "feed.rss")
        outlet = found.outlet
        assert [one.value.name for one in (outlet, *outlet.alternatives)] == names
        assert [one.status for one in (outlet, *outlet.alternatives)] == [
            Status.ASSERTED,
            *[Status.INFERRED] * (len(names) - 1),
        ]


def test_keywords_are_categories():
    """Keywords in one element, parted by commas, stand beside the categories."""
    tags = "<tags>mills, work</tags><category>work</category><category>economy</category>"
    (found,) = read(f"<rss><channel><item><title>x</title>{tags}</item></channel></rss>", "feed.rss")
    assert list(found.extra["categories"]) == ["work", "economy", "mills"]


def test_a_path_for_a_feed_opens_no_file(tmp_path):
    """Bytes that are a path or an address are bytes: nothing is opened and nothing fetched."""
    secret = tmp_path / "secret.rss"
    secret.write_text(RSS, encoding="utf-8")
    for words in (str(secret), "http://127.0.0.1:9/feed.rss"):
        from sayso_plugins.readers.feeds.broken import broken_entries

        with pytest.raises(Exception, match="no feed"):
            list(broken_entries(Document.from_bytes(words.encode()), None, words.encode(), "line 1"))


def test_an_external_dtd_is_never_asked_for():
    """A DTD elsewhere is not looked at: names of HTML are known without it, others make the feed a broken one."""
    (known,) = read(
        '<!DOCTYPE rss SYSTEM "file:///no.dtd"><rss><channel><item><title>a &eacute;</title></item></channel></rss>'
    )
    assert known.text == "a é"


@pytest.mark.parametrize(
    "piece", ["<title>x</title>", "<item>", "<item", "<a ", "<dc:creator>x", "<![CDATA[", "<!--", "&lt;b", "&#x41;"]
)
def test_long_feeds_take_linear_time(piece):
    """Whatever is repeated in a feed, it is answered soon."""
    head = '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><title>x</title>'
    for end in ("", "</item></channel></rss>"):
        assert read(head + piece * 4_000 + end, "feed.rss")


@pytest.mark.parametrize(
    ("raw", "value", "zone"),
    [
        ("Mon, 04 May 2026 09:30:00 +0200", "2026-05-04T09:30:00+02:00", "+02:00"),
        ("4 May 26 9:30 EST", "2026-05-04T09:30:00-05:00", "-05:00"),
        ("Mon, 04 May 2026 09:30:00 -0000", "2026-05-04T09:30:00", None),
        ("Mon, 04 May 2026 09:30:00 XYZ", "2026-05-04T09:30:00", None),
        ("Mon, 04 May 2026 24:00:00 GMT", "2026-05-05T00:00:00+00:00", "+00:00"),
        ("Mon, 04 May 2026", "2026-05-04", None),
        ("2026-05-04T09:30Z", "2026-05-04T09:30:00+00:00", "Z"),
        ("2026-05-04", "2026-05-04", None),
        ("Thu, 31 Jun 2026 10:00:00 GMT", None, None),
        ("Mon, 04 May 2026 25:00:00 GMT", None, None),
        ("soon", None, None),
    ],
)
def test_dates_keep_what_was_published(raw, value, zone):
    """A zone that is not given or not known is unknown, and a day that is none is no date."""
    found = sent_date(raw)
    assert (found and found.value, found and found.zone) == (value, zone)
    assert found is None or found.raw == raw


@given(st.text("0123456789:+- ,MayonGTZ.()", max_size=60) | st.text(max_size=60))
def test_any_words_for_a_date_are_answered(raw):
    """Whatever stands where a date should, it is one of the calendar or none."""
    found = sent_date(raw)
    assert found is None or found.value[:4].isdigit()


@given(st.binary(max_size=200))
def test_any_bytes_are_recognised_or_not(data):
    """Telling a feed by its first bytes never raises."""
    assert is_feed(data) in (True, False)
    assert is_feed(b"<?xml version='1.0'?>\n<!-- <x> -->\n<rss>" + data)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project, or in SAYSO_SHARED")
def test_feeds_of_others_are_answered_without_a_crash():
    """Every feed of two suites is read, or refused in one line; most have entries."""
    found = [one for path in sorted(CORPUS.rglob("*.xml")) for one in read(path.read_bytes(), path.name)]
    assert not [one for one in found if isinstance(one, Failure) and one.error in ("reader-crash", "input")]
    assert sum(isinstance(one, Record) for one in found) > 150
