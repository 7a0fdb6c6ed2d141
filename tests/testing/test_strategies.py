"""What the strategies promise to plugin authors."""

from __future__ import annotations

from functools import partial
from operator import eq

from hypothesis import find, given, settings

from sayso import Failure, Item, Span
from sayso.testing.engines import engine_with
from sayso.testing.strategies import attributed_texts, documents, items, plain_items, spans

ENGINE = engine_with(bundled=["readers", "languages"])


def test_a_span_may_be_any_of_a_text():
    """At its beginning, in its midst, and at its end."""
    whole = {Span(a, b) for a in range(4) for b in range(a + 1, 5)}
    assert {find(spans("mill"), partial(eq, one)) for one in whole} == whole


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
