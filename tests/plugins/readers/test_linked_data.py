"""schema.org JSON-LD alone: articles and fact-checks, each value with its pointer."""

from __future__ import annotations

import json

from sayso import Document, Failure, Status
from support import engine

GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Example Post"},
        {
            "@type": ["NewsArticle", "OpinionNewsArticle"], "@id": "https://post.example/1", "headline": "Mill closes",
            "articleBody": "The mill closed on Monday, sources said.", "inLanguage": "en",
            "author": [{"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Editor"}, "Jo Berg"],
            "datePublished": "2026-05-04T09:30:00+02:00", "dateModified": "soon",
            "publisher": {
                "@type": "NewsMediaOrganization", "name": "Example Post", "url": "https://post.example/",
                "ownershipFundingInfo": "The Hallin Fund owns us.", "correctionsPolicy": "https://post.example/c",
            },
            "citation": ["https://x.example/note"],
        },
        {"@type": "Report", "name": "Only a name"},
        {"@type": "Article"},
    ],
}  # fmt: skip
REVIEW = {
    "@context": "https://schema.org", "@type": "DataFeed",
    "dataFeedElement": [{"@type": "DataFeedItem", "item": [{
        "@type": "ClaimReview", "claimReviewed": "The mill never closed.", "url": "https://check.example/9",
        "datePublished": "2026-05-06", "author": {"@type": "Organization", "name": "Example Check"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Mia Lund"},
                         "appearance": {"@type": "CreativeWork", "url": "https://social.example/p"}},
    }]}],
}  # fmt: skip


def read(value, name="item.json"):
    """The records and failures of a document."""
    return list(engine().normalize_many(Document.from_bytes(json.dumps(value).encode(), path=name)))


def test_articles_of_a_graph():
    """Each article is an item, wherever it stands; what is no date is no fact, and one without words is a failure."""
    article, report, failure = read(GRAPH)
    assert article.id == "https://post.example/1"
    assert article.retrieval.locator == "/@graph/1"
    assert article.item_type.value == "opinion"
    assert [(agent.name, agent.role) for agent in article.author.value] == [("Ana Ruiz", "Editor"), ("Jo Berg", None)]
    assert article.outlet.value.name == "Example Post"
    assert article.date_modified.status is Status.MISSING
    assert {(fact.value.kind, fact.value.text or fact.value.href) for fact in article.independence} == {
        ("ownership", "The Hallin Fund owns us."),
        ("policy_link", "https://post.example/c"),
    }
    assert article.relations[0].target == "https://x.example/note"
    assert report.text == "Only a name"
    assert isinstance(failure, Failure)


def test_a_fact_check_and_whose_claim_it_is():
    """The claimant is an information source of that role, the reviewer is the author."""
    (record,) = read(REVIEW)
    assert record.text == "The mill never closed.\n\nFalse"
    assert record.item_type.value == "fact_check"
    assert record.author.value[0].kind == "organization"
    assert [(fact.value.name, fact.value.role) for fact in record.info_sources] == [("Mia Lund", "claimant")]
    assert record.relations[0].target == "https://social.example/p"


def test_evidence_leads_back():
    """At the pointer of every asserted fact stands something."""
    for value in (GRAPH, REVIEW):
        for record in read(value):
            for _, fact in [] if isinstance(record, Failure) else record.facts():
                if fact.status is Status.ASSERTED:
                    found = value
                    for part in fact.source_field.pointer.strip("/").split("/"):
                        found = found[int(part)] if isinstance(found, list) else found[part]
                    assert found


def test_formats_of_json_are_told_apart():
    """A plain item, a news object, a feed and JSON-LD each have their reader."""
    items = {
        "json": {"text": "The mill closed."},
        "ninjs": {"uri": "x:1", "versionCreated": "2026-05-04T09:30:00Z", "bodies": [{"value": "It closed."}]},
        "json-feed": {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"id": "1", "content_text": "It closed."}],
        },
        "jsonld": GRAPH,
        "claimreview": REVIEW,
    }
    for name, value in items.items():
        first = read(value)[0]
        assert first.retrieval.retriever.split()[0] == name


def test_a_document_without_an_article_says_so():
    """JSON-LD about something else is no item."""
    (failure,) = read({"@context": "https://schema.org", "@type": "Recipe", "name": "Bread"})
    assert "no schema.org article" in failure.message
