"""Where a fact was looked for: what a record says of it is true."""

from __future__ import annotations

import pytest

from sayso import Document, Engine, reader, state_text_facts
from sayso.records.record import LIST_FACTS, SINGLE_FACTS
from sayso.testing import engine_with

TEXT = "Mill to close\n\nBy Ana Ruiz, 4 May 2026\n\nLARKMOOR – The mill will close, said Jo Berg, who manages it.\n"


def record(change):
    """What a reader of one's own makes of a text."""

    @reader("harbour-post", "Harbour Post", version="1", suffixes=[".post"])
    def post(document, reading):
        draft = reading.draft(document, TEXT)
        change(draft)
        yield draft

    return engine_with(post, bundled=["languages"]).normalize(Document.from_bytes(b"x", path="a.post"))


@pytest.mark.parametrize("name", [one for one in (*SINGLE_FACTS, *LIST_FACTS) if one != "language"])
def test_a_fact_that_nobody_looked_for_says_so(name):
    """And by name who did not; metadata may well be there."""
    fact = getattr(record(lambda d: None), name)
    fact = fact[0] if isinstance(fact, tuple) else fact
    assert fact.looked_in == ("no place, since the reader harbour-post does not look for it",)


def test_a_text_is_searched_where_its_reader_asks():
    """With what the bundled reader of texts finds in the same words."""
    own, bundled = record(state_text_facts), Engine(own_only=True).normalize(Document.from_text(TEXT))
    for name in ("headline", "author", "date_published", "dateline_place"):
        assert getattr(own, name).value == getattr(bundled, name).value is not None


def test_a_language_that_is_not_known_was_looked_for_where_it_was():
    """A plain item has metadata, and a text has none."""
    plain = Engine(own_only=True).normalize({"text": "Xyz qwv."}).language.looked_in
    text = Engine(own_only=True).normalize(Document.from_text("Xyz qwv.")).language.looked_in
    assert plain[0] == "metadata: /language is absent"
    assert text[0] == "metadata: none supplied"
    assert plain[1] == text[1]
    assert plain[1].startswith("function words of: en")
