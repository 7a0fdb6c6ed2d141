"""Elements of sentences: words of the grammar that are names."""

from __future__ import annotations

import pytest

import sayso


@pytest.fixture(scope="module")
def engine():
    return sayso.Engine(sayso.Config(model=False))


def sources(engine, text):
    """Whom the attributions of a text are to, as written."""
    (item,) = engine.items({"language": "en", "text": text})
    found = [item.analysis.source_of(one) for one in item.analysis.attributions]
    return [one.span.of(item.text) for one in found if one is not None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ferry will sail on Monday, said Per Lind.", "Per Lind"),
        ("The ferry will sail on Monday, said Will Smith, the mayor.", "Will Smith, the mayor"),
        ("The ferry will sail on Monday, according to Like Berg.", "Like Berg"),
        ("The ferry will sail on Monday, said Mr In Ho Lee.", "Mr In Ho Lee"),
        ("The ferry will sail on Monday, said He Ping.", "He Ping"),
        ("Will Smith said the ferry would sail on Monday.", "Will Smith"),
        ("May Holt said the ferry would sail on Monday.", "May Holt"),
    ],
)
def test_a_first_name_may_be_a_word_of_the_grammar(engine, text, source):
    """A speaker is found whose first name is also a verb, a preposition or a month, before and behind the cue."""
    assert sources(engine, text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "In Norwick the mayor said the ferry would sail on Monday.",
        "The ferry will sail to Norwick on Monday, the mayor said.",
        "When The Gazette asked, the mayor said the ferry would sail.",
        "Will Norwick see it? It will sail on Monday, the mayor said.",
    ],
)
def test_a_capital_alone_makes_no_name_of_it(engine, text):
    """At the beginning of a sentence or of a question, of an article, and without a name behind."""
    assert sources(engine, text) == ["the mayor"]
