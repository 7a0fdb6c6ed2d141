"""The adapters: what other tools hand over becomes plain items. Stand-ins, and the tools where they are installed."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import pytest

import sayso
from sayso.adapters import feedparser, fundus, news_please, newspaper, scrapy, trafilatura

BODY = "The mill closed on Monday, sources said. It had stood for a century."
PAGE = f"""<html lang="en"><head><title>Mill closes</title>
<meta property="og:site_name" content="Example Post"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2026-05-04T09:30:00+02:00"></head>
<body><article><h1>Mill closes</h1>{"".join(f"<p>{BODY} {n}</p>" for n in range(6))}</article></body></html>"""
BERLIN = timezone(timedelta(hours=2))


def checks(item: dict[str, Any]) -> sayso.Record:
    """The record of a plain item, which the engine takes as it is."""
    engine = sayso.Engine()
    assert not engine.check(item).failures
    return engine.normalize(item)


def test_trafilatura():
    """Authors are parted, and a host is no outlet."""
    document = SimpleNamespace(
        title="Mill closes", author="Ana Ruiz; Jo Berg", url="https://post.example/mill", hostname="post.example",
        sitename="Example Post", date="2026-05-04", text=BODY, raw_text=BODY, language=None, tags=[], categories=[],
        description=None, license=None,
    )  # fmt: skip
    record = checks(trafilatura.to_item(document))
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert record.outlet.value.name == "Example Post"
    assert record.date_published.value.value == "2026-05-04"
    assert record.extra["extractor"] == "trafilatura"
    for site in ("post.example", None):
        document.sitename = site
        assert checks(trafilatura.to_item(document)).outlet.status is sayso.Status.MISSING
    written = {
        "title": "T", "text": BODY, "hostname": "post.example", "source-hostname": "Example Post",
        "source": "https://post.example/mill", "author": None,
    }  # fmt: skip
    item = trafilatura.to_item(written)
    assert (item["outlet"], item["url"]) == ("Example Post", "https://post.example/mill")


def test_newspaper():
    """The date keeps its time and zone."""
    article = SimpleNamespace(
        title="Mill closes", text=BODY, authors=["Ana Ruiz"], publish_date=datetime(2026, 5, 4, 9, 30, tzinfo=BERLIN),
        meta_site_name="Example Post", canonical_link=None, url="https://post.example/mill", meta_lang="en",
        meta_keywords=[""], meta_description="",
    )  # fmt: skip
    record = checks(newspaper.to_item(article))
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert record.uri.value == "https://post.example/mill"


def test_fundus():
    """Paragraphs stay paragraphs; what could not be extracted is absent."""
    article = SimpleNamespace(
        title="Mill closes", body=SimpleNamespace(as_text_sequence=lambda: (BODY, "Second.")), authors=ValueError("no"),
        publishing_date=datetime.fromisoformat("2026-05-04T09:30"), publisher="Example Post", topics=[],
        html=SimpleNamespace(responded_url="https://post.example/mill", requested_url=""), lang="en", plaintext="",
    )  # fmt: skip
    record = checks(fundus.to_item(article))
    assert record.text == f"{BODY}\n\nSecond."
    assert record.author.status is sayso.Status.MISSING
    assert record.date_published.value.zone is None


def test_news_please():
    """The dict that it writes as JSON has the word None for nothing."""
    written = {
        "authors": ["Ana Ruiz"], "date_publish": "2026-05-04 09:30:00", "date_modify": "None", "title": "Mill closes",
        "maintext": BODY, "source_domain": "post.example", "url": "https://post.example/mill", "language": "en",
    }  # fmt: skip
    record = checks(news_please.to_item(written))
    assert record.date_modified.status is sayso.Status.MISSING
    assert record.outlet.status is sayso.Status.MISSING
    assert record.date_published.value.value == "2026-05-04T09:30:00"


def test_feedparser():
    """Content beats the summary, markup becomes paragraphs, and the zone is that of the feed."""
    entry = {
        "id": "1", "title": "Mill &amp; fire", "link": "https://post.example/mill", "authors": [{"name": "Ana Ruiz"}],
        "published": "Mon, 04 May 2026 09:30:00 +0200", "published_parsed": time.gmtime(0),
        "summary": "Short.", "content": [{"value": f"<p>{BODY}</p><script>x()</script><p>Second.</p>"}],
        "source": {"title": "Norbank News"}, "tags": [{"term": "mills"}],
    }  # fmt: skip
    item = feedparser.to_item(entry, {"feed": {"title": "Example Post", "language": "en"}})
    record = checks(item)
    assert record.text == f"{BODY}\n\nSecond."
    assert record.headline.value == "Mill & fire"
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert (record.info_sources[0].value.name, record.info_sources[0].value.role) == ("Norbank News", "feed")
    assert record.outlet.value.name == "Example Post"
    del entry["content"]
    assert feedparser.to_item(entry)["extra"]["summary_only"] is True


def test_what_is_no_date_in_a_feed_costs_the_date_alone():
    """An entry whose dates are none is checked without them, and they are kept as they were written."""
    for written in ("4/5/2026", "lun., 04 mai 2026 09:30:00 +0200", "Mon, 04 May 2026 24:00:00 +0000"):
        item = feedparser.to_item({"title": "Mill closes", "summary": BODY, "published": written})
        assert checks(item).date_published.status is sayso.Status.MISSING
        assert item["extra"]["published"] == written


def test_the_title_of_a_feed_is_read_as_that_of_an_entry():
    """Entities in a title that is HTML do not stay in the outlet's name."""
    item = feedparser.to_item({"title": "Mill closes", "summary": BODY}, {"title": "Herald &amp; Post"})
    assert item["outlet"] == "Herald & Post"


def test_entries_of_atom_have_the_authors_of_their_feed():
    """An entry without authors has those of a feed of Atom, and not who answers for a channel of RSS."""
    entry, feed = {"title": "Mill closes", "summary": BODY}, {"title": "Example Post", "authors": [{"name": "Jo Berg"}]}
    assert feedparser.to_item(entry, {"version": "atom10", "feed": feed})["authors"] == ["Jo Berg"]
    assert "authors" not in feedparser.to_item(entry, {"version": "rss20", "feed": feed})
    own = {**entry, "authors": [{"name": "Ana Ruiz"}]}
    assert feedparser.to_item(own, {"version": "atom10", "feed": feed})["authors"] == ["Ana Ruiz"]


def test_json_is_taken_as_text():
    """What a tool writes as JSON may be handed over as it is."""
    written = {"title": "Mill closes", "text": BODY, "maintext": BODY}
    for tool in (trafilatura, news_please):
        assert tool.to_item(json.dumps(written)) == tool.to_item(written)


@pytest.mark.parametrize("tool", [trafilatura, newspaper, fundus, news_please, feedparser, scrapy])
@pytest.mark.parametrize("given", [None, "nope", b"nope", "[1]", 3, []])
def test_what_is_no_article_is_refused(tool, given):
    """An adapter says what it takes, and gives no empty item of something else."""
    with pytest.raises(sayso.ReadError, match="to_item takes"):
        tool.to_item(given)


@dataclass
class Story:
    """An item of a project."""

    body: str
    headline: str = "Mill closes"
    found: datetime = datetime(2026, 5, 4, tzinfo=UTC)
    sayso: Any = None


@dataclass
class Stats:
    """What a crawler counts with."""

    counted: dict[str, int] = field(default_factory=dict)

    def inc_value(self, key: str) -> None:
        """Count."""
        self.counted[key] = self.counted.get(key, 0) + 1


def test_scrapy_items_of_every_kind():
    """A dict and a dataclass give the same; other fields are kept."""
    names = {"body": "text"}
    one, other = scrapy.to_item(Story(BODY), names), scrapy.to_item({**vars(Story(BODY))}, names)
    assert one == other
    assert one["text"] == BODY
    assert one["extra"]["found"] == "2026-05-04T00:00:00+00:00"


def test_scrapy_items_of_an_item_loader():
    """Of lists of values the text is joined, authors stay several, and the first of the others counts."""
    item = scrapy.to_item(
        {
            "text": [BODY, " ", "Second."], "headline": ["Mill closes", "Mill shut"], "author": ["Ana Ruiz", "Jo Berg"],
            "date_published": [datetime(2026, 5, 4, tzinfo=UTC)], "section": [], "tags": ["mills", "fire"],
        }
    )  # fmt: skip
    record = checks(item)
    assert record.text == f"{BODY}\n\nSecond."
    assert record.headline.value == "Mill closes"
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert record.date_published.value.value == "2026-05-04T00:00:00+00:00"
    assert item["extra"]["tags"] == ["mills", "fire"]


def test_numbers_that_json_does_not_have_become_text():
    """A field that is not a number, or endless, does not stand in the way of its item."""
    item = scrapy.to_item({"text": BODY, "score": float("nan"), "odds": [float("inf")], "headline": float("nan")})
    assert checks(item).headline.status is sayso.Status.MISSING
    assert (item["extra"]["score"], item["extra"]["odds"]) == ("nan", ["inf"])


def test_a_scrapy_item_without_a_field_for_findings_goes_on(caplog):
    """An item that cannot have the findings is handed on as it is, and its class is named once."""

    @dataclass(frozen=True)
    class Fixed:
        text: str = BODY

    stats = Stats()
    pipeline = scrapy.SaysoPipeline(stats=stats)
    for _ in range(2):
        assert pipeline.process_item(Fixed()) == Fixed()
    assert [record.getMessage().split(":")[0] for record in caplog.records] == [
        "items of Fixed have no field 'sayso' for the findings"
    ]
    assert stats.counted["sayso/findings/sourcing/bare-anonymous-source"] == 2


def test_a_declared_scrapy_item_goes_on():
    """An item of Scrapy whose fields are declared, and no field for the findings, is not lost."""
    tool = pytest.importorskip("scrapy", reason="needs scrapy")
    story = type("Declared", (tool.Item,), {"text": tool.Field()})(text=BODY)
    assert scrapy.SaysoPipeline().process_item(story) == {"text": BODY}


def test_a_field_for_a_key_that_is_none_is_refused_at_the_start():
    """A misspelt key is told before the first item comes."""
    with pytest.raises(sayso.ConfigError, match=r"'body' goes to 'txet', .* did you mean 'text'\?"):
        scrapy.SaysoPipeline(names={"body": "txet"})


def test_the_scrapy_pipeline_reports_and_counts():
    """Findings are in the item and in the statistics; a setting that is none is refused."""
    stats = Stats()
    pipeline = scrapy.SaysoPipeline(names={"body": "text"}, stats=stats)
    story = pipeline.process_item(Story(BODY))
    assert "sourcing/bare-anonymous-source" in {one["rule"] for one in story.sayso["findings"]}
    assert stats.counted["sayso/items"] == 1
    assert stats.counted["sayso/findings/sourcing/bare-anonymous-source"] == 1
    assert pipeline.process_item({"body": ""})["sayso"]["failures"]
    with pytest.raises(sayso.ConfigError, match="SAYSO_DROP_ON"):
        scrapy.SaysoPipeline(drop_on="grave")


def test_the_scrapy_pipeline_drops_where_it_is_told():
    """An item with errors is dropped, with the rules as the reason."""
    exceptions = pytest.importorskip("scrapy.exceptions", reason="needs scrapy")
    pipeline = scrapy.SaysoPipeline(names={"body": "text"}, drop_on="error")
    with pytest.raises(exceptions.DropItem, match="provenance/outlet-unknown"):
        pipeline.process_item(Story(BODY))


def test_what_trafilatura_gives_today():
    """The tool itself, where it is installed."""
    tool = pytest.importorskip("trafilatura", reason="needs trafilatura", exc_type=ImportError)
    record = checks(
        trafilatura.to_item(tool.bare_extraction(PAGE, url="https://post.example/mill", with_metadata=True))
    )
    assert record.outlet.value.name == "Example Post"
    assert record.headline.value == "Mill closes"
    assert "sources said" in record.text
    written = tool.extract(PAGE, output_format="json", with_metadata=True, url="https://post.example/mill")
    record = checks(trafilatura.to_item(json.loads(written)))
    assert (record.outlet.value.name, record.uri.value) == ("Example Post", "https://post.example/mill")


def test_what_newspaper_gives_today():
    """The tool itself, where it is installed."""
    tool = pytest.importorskip("newspaper", reason="needs newspaper4k", exc_type=ImportError)
    article = tool.Article("https://post.example/mill")
    article.download(input_html=PAGE)
    article.parse()
    record = checks(newspaper.to_item(article))
    assert record.outlet.value.name == "Example Post"
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"


def test_what_feedparser_gives_today():
    """The tool itself, where it is installed."""
    tool = pytest.importorskip("feedparser", reason="needs feedparser")
    feed = tool.parse(
        "<rss version='2.0'><channel><title>Example Post</title><item><title>Mill closes</title>"
        f"<pubDate>Mon, 04 May 2026 09:30:00 +0200</pubDate><description>{BODY}</description></item></channel></rss>"
    )
    record = checks(feedparser.to_item(feed.entries[0], feed))
    assert record.date_published.value.value == "2026-05-04T09:30:00+02:00"
    assert record.text == BODY
    assert record.date_modified.status is sayso.Status.MISSING
