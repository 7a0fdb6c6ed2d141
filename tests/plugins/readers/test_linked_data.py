"""schema.org JSON-LD alone: articles and fact-checks, each value with its pointer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import leads_back
from sayso import Document, Failure, Status
from sayso_plugins.readers.feeds.json_feed import is_json_feed
from sayso_plugins.readers.json_kinds import json_kind, outer_keys
from support import engine

SAMPLES = Path(__file__).parent / "samples"
GRAPH, EXPANDED, LIVE = (
    SAMPLES / "jsonld" / f"2026-05-04-{name}" for name in ("graph.json", "expanded.jsonld", "live.json")
)
REVIEW = SAMPLES / "claimreview" / "2026-05-06-feed.json"


def read(value, name="item.json"):
    """The records and failures of a document."""
    data = value.read_bytes() if isinstance(value, Path) else json.dumps(value).encode()
    return list(
        engine().normalize_many(Document.from_bytes(data, path=value.name if isinstance(value, Path) else name))
    )


def test_articles_of_a_graph():
    """Each article is an item, wherever it stands; what is no date is no fact, and one without words is a failure."""
    article, failure = read(GRAPH)
    assert article.id == "https://post.example/1"
    assert article.retrieval.locator == "/@graph/2"
    assert article.text == "The mill closed, sources said.\n\nMore soon."
    assert (article.headline.value, article.item_type.value) == ("Mill & jobs", "opinion")
    assert article.language.source_field.pointer == "/@graph/2/inLanguage/alternateName"
    assert article.date_modified.status is Status.MISSING
    assert any("'soon' is no date" in place for place in article.date_modified.looked_in)
    assert (article.dateline_place.value, article.dateline_date.value.value) == ("HALLIN", "2026-05-04")
    assert {(one.type, one.target) for one in article.relations} == {
        ("cites", "https://n.example/"),
        ("cites", "https://x.example/note"),
        ("based_on", "https://n.example/report"),
    }
    assert article.extra["correction"]["text"] == "Forty, not fourteen."
    assert isinstance(failure, Failure)
    assert failure.locator == "/@graph/3"


def test_references_inside_a_document_are_followed():
    """Publisher and author are the nodes that their `@id` leads to, and so are the pointers."""
    article = read(GRAPH)[0]
    agents = [(agent.name, agent.kind, agent.role) for agent in article.author.value]
    assert agents == [
        ("Ana Ruiz", "person", "Editor"),
        ("Jo Berg", "person", None),
        ("Harbour Press", "organization", None),
    ]
    assert article.outlet.source_field.pointer == "/@graph/0/name"
    assert (article.outlet.value.owner, article.outlet.value.funders) == ("Norbank Media", ("Hallin Fund",))
    notes = {(fact.value.kind, fact.value.text or fact.value.href, fact.value.scope) for fact in article.independence}
    assert notes == {
        ("ownership", "The Hallin Fund owns us.", "outlet"),
        ("policy_link", "https://post.example/c", "outlet"),
        ("policy_link", "https://post.example/principles", "item"),
        ("sponsor", "Larkmoor Tiles", "item"),
    }


def test_a_reference_that_leads_nowhere_names_nobody():
    """The address of an author is no name."""
    (record,) = read(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": "H",
            "author": {"@id": "https://x.example/a"},
        }
    )
    assert record.author.status is Status.MISSING


def test_the_expanded_form():
    """Addresses as keys and value objects are read as the short form is."""
    (record,) = read(EXPANDED)
    assert (record.text, record.item_type.value) == ("Prices fell, records show.", "analysis")
    assert (record.outlet.value.name, record.author.value[0].name) == ("Example Post", "Ana Ruiz")
    assert record.date_published.source_field.pointer == "/0/http:~1~1schema.org~1datePublished/0/@value"


def test_entries_of_a_live_blog():
    """Each entry is an item of its own, with the publisher of the whole."""
    whole, first, second = read(LIVE)
    assert [one.item_type.value for one in (whole, first, second)] == ["live_entry"] * 3
    assert first.outlet.source_field.pointer == "/publisher/name"
    assert second.date_published.value.value == "2026-05-04T09:00:00+02:00"


def test_a_fact_check_and_whose_claim_it_is():
    """The claimant is an information source of that role, the reviewer is the author; what is beside it is read too."""
    review, failure, article = read(REVIEW)
    assert review.text == "The mill never closed.\n\nFalse\n\nIt did, records show."
    assert [section.kind for section in review.sections] == ["news", "verdict", "news"]
    assert review.item_type.value == "fact_check"
    assert review.author.value[0].kind == "organization"
    assert review.outlet.status is Status.INFERRED
    assert [(fact.value.name, fact.value.role) for fact in review.info_sources] == [("Mia Lund", "claimant")]
    assert review.extra["claimants"][0]["sameAs"] == "https://people.example/mia"
    assert [(one.type, one.target) for one in review.relations] == [("claim_appearance", "https://social.example/p")]
    assert "names no claim" in failure.message
    assert article.text == "We ask twice."


@pytest.mark.parametrize("file", [GRAPH, EXPANDED, LIVE, REVIEW], ids=lambda file: file.name)
def test_evidence_leads_back(file):
    """At the pointer of every asserted fact stands its value."""
    at = leads_back.json_at(file.read_bytes().replace(b"&amp;", b"&"))
    records = [one for one in read(file) if not isinstance(one, Failure)]
    assert sum(leads_back.check(one, at) for one in records) >= 5


KINDS = {
    "json": {"text": "The mill closed.", "uri": "x:1", "headlines": []},
    "ninjs": {"uri": "x:1", "versionCreated": "2026-05-04T09:30:00Z", "bodies": [{"value": "It closed."}]},
    "json-feed": {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "It closed."}]},
    "jsonld": {"@context": "https://schema.org", "@type": "Article", "headline": "It closed."},
    "claimreview": {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "It closed."},
}


@pytest.mark.parametrize("kind", KINDS)
def test_formats_of_json_are_told_apart(kind):
    """A plain item, a news object, a feed and JSON-LD each have their reader, also alone in a list."""
    assert read(KINDS[kind])[0].retrieval.retriever.split()[0] == kind
    if kind != "json-feed":
        assert read([KINDS[kind]])[0].retrieval.retriever.split()[0] == kind


def test_only_outer_keys_tell():
    """A plain item that brings JSON-LD or a news object along is a plain item, and so is one whose text quotes keys."""
    plain = {
        "headline": '{"@context": "x", "uri": 1',
        "text": "It closed.",
        "extra": {"of": [KINDS["jsonld"], KINDS["ninjs"]]},
    }
    assert read(plain)[0].retrieval.retriever.split()[0] == "json"
    assert outer_keys(json.dumps(plain).encode()) == {b"headline", b"text", b"extra"}
    assert json_kind(b'{"a": "\\') is None


@pytest.mark.parametrize(
    "brought",
    [
        {"feed": KINDS["json-feed"]},
        {"links": [{"version": "https://jsonfeed.org/version/1.1"}]},
        {"record": {"schema": "urn:sayso:schema:record:1.0.0"}},
        {"note": '"version": "https://jsonfeed.org/version/1.1"'},
    ],
)
@pytest.mark.parametrize("kind", ["json", "ninjs", "jsonld"])
def test_what_an_item_quotes_does_not_tell(kind, brought):
    """An item that holds a feed or a record in it, or the words of one, stays what it is."""
    data = json.dumps({**brought, **KINDS[kind], **brought}).encode()
    assert json_kind(data) == (None if kind == "json" else kind)
    assert not is_json_feed(data)


@pytest.mark.parametrize(
    "written", ['"https:\\/\\/jsonfeed.org\\/version\\/1"', '"http://www.jsonfeed.org/version/1.1"']
)
def test_a_feed_is_told_by_its_own_version(written):
    """Wherever in the outermost object it stands, with slashes escaped or not; a version that is none tells nothing."""
    assert is_json_feed(f'{{"items": [{{"version": 1}}], "title": "T", "version" :\n {written}}}'.encode())
    assert not is_json_feed(f'[{{"version": {written}}}]'.encode())
    assert not is_json_feed(f'{{"version": 1, "title": {written}}}'.encode())
    assert not is_json_feed(f'{{"version": [{written}]}}'.encode())


def test_a_fact_check_is_told_by_a_type():
    """The word alone, as a keyword of an article, makes none."""
    article = {**KINDS["jsonld"], "keywords": ["ClaimReview"], "about": "ClaimReview"}
    assert json_kind(json.dumps(article).encode()) == "jsonld"
    listed = {"@graph": [article, {"@type": ["Thing", "http://schema.org/ClaimReview"]}]}
    assert json_kind(json.dumps(listed).encode()) == "claimreview"


def test_a_document_without_an_article_says_so():
    """JSON-LD about something else is no item."""
    (failure,) = read({"@context": "https://schema.org", "@type": "Recipe", "name": "Bread"})
    assert "no schema.org article" in failure.message


def test_many_nodes_take_linear_time():
    """Thousands of articles are read one by one, and a reference costs no search."""
    many = [{"@type": "Article", "@id": f"x:{n}", "headline": "H", "publisher": {"@id": "x:0"}} for n in range(1_000)]
    assert len(read({"@context": "https://schema.org", "@graph": many})) == 1_000


CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared material")
def test_what_others_wrote_leads_back():
    """Of schema.org's own examples and a fact-check feed, every fact leads back."""
    import re

    number = 0
    for file in [*sorted(CORPUS.glob("schema-org/*.jsonld.html")), *sorted(CORPUS.glob("claimreview/*.json"))]:
        text = file.read_text("utf-8")
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        data = (found[1] if found else text).strip().encode()
        for record in engine().normalize_many(Document.from_bytes(data, path="item.json")):
            if not isinstance(record, Failure):
                number += leads_back.check(record, leads_back.json_at(data))
    assert number >= 50


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Ruiz, AP", [("Ana Ruiz", "AP")]),
        ("Ana Ruiz, Bo Lind", [("Ana Ruiz", None), ("Bo Lind", None)]),
        ("Ana Ruiz, PhD", [("Ana Ruiz", None)]),
        ("Ruiz, Ana", [("Ana Ruiz", None)]),
        ("van Dijk, Jan", [("Jan van Dijk", None)]),
        ("Ruiz, Jr.", [("Ruiz Jr.", None)]),
    ],
)
def test_a_comma_turns_only_one_name_round(written, names):
    """In a field of authors a last name before a comma is turned; a name, an agency and a degree are not."""
    (record,) = read({"@type": "NewsArticle", "@context": "https://schema.org", "articleBody": "x.", "author": written})
    assert [(agent.name, agent.role) for agent in record.author.value] == names


def test_authors_in_a_list_of_the_expanded_form_are_read():
    """A list object among the values of a property is its members, each with its place."""
    people = [{"http://schema.org/name": [{"@value": name}]} for name in ("Ana Ruiz", "Jo Berg")]
    node = {"@type": ["http://schema.org/NewsArticle"], "http://schema.org/articleBody": [{"@value": "It closed."}]}
    (record,) = read([{**node, "http://schema.org/author": [{"@list": people}]}])
    assert [agent.name for agent in record.author.value] == ["Ana Ruiz", "Jo Berg"]
    assert record.author.source_field.pointer.startswith("/0/http:~1~1schema.org~1author/0/@list/0/")


def test_a_correction_of_one_word_is_one():
    """What a CorrectionComment says counts, however short it is; an address in it is none."""
    article = {"@type": "NewsArticle", "@context": "https://schema.org", "articleBody": "It closed."}
    note = {"@type": "CorrectionComment", "text": "Fixed.", "datePublished": "2026-05-05"}
    (record,) = read({**article, "correction": note})
    (correction,) = record.corrections
    assert (correction.what, correction.date.value.value) == ("Fixed.", "2026-05-05")
    assert not read({**article, "correction": {**note, "text": "https://post.example/fixed"}})[0].corrections


def test_nobody_says_that_a_source_is_an_agency():
    """Who is only named as the source has no role."""
    article = {"@type": "NewsArticle", "@context": "https://schema.org", "articleBody": "It closed."}
    (record,) = read({**article, "sourceOrganization": "Norbank Foundation"})
    assert (record.info_sources[0].value.name, record.info_sources[0].value.role) == ("Norbank Foundation", "")
