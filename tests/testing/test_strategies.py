"""What the strategies promise to plugin authors."""

from __future__ import annotations

from hypothesis import given, settings

from sayso import Failure, Item
from sayso.testing.engines import engine_with
from sayso.testing.strategies import attributed_texts, documents, items, plain_items

ENGINE = engine_with(bundled=["readers", "languages"])


@settings(max_examples=40)
@given(documents())
def test_every_document_can_be_read(document):
    """Whatever kind it is of, it gives items and no failure."""
    found = list(ENGINE.items(document))
    assert found
    assert not [one for one in found if isinstance(one, Failure)]


@settings(max_examples=40)
@given(plain_items())
def test_every_plain_item_is_one_item(item):
    """Its text is the item's."""
    (one,) = ENGINE.items(item)
    assert isinstance(one, Item)
    assert one.text == item["text"]


@settings(max_examples=40)
@given(attributed_texts())
def test_sources_and_cues_are_those_that_the_analysis_finds(case):
    """Each sentence attributes, to these words and by that verb."""
    text, pairs = case
    (one,) = ENGINE.items({"text": text, "language": "en"})
    found = [tuple(" ".join(s.of(text) for s in role) for role in (a.source, a.cue)) for a in one.analysis.attributions]
    assert found == list(pairs)


@settings(max_examples=20)
@given(items())
def test_every_item_has_an_attribution(item):
    """Rules about attributions have something to look at."""
    assert item.analysis.attributions
