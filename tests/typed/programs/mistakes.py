"""Mistakes that both type checkers must see: each line that ends in ``# wrong``, and no other."""

from __future__ import annotations

from collections.abc import Iterator

import sayso
import sayso.testing
from sayso import (
    Across,
    Config,
    Corpus,
    Document,
    Draft,
    Engine,
    Finding,
    Flagged,
    Item,
    LeftOut,
    Org,
    Profile,
    Reading,
    Record,
    RuleSetting,
    Span,
    corpus_rule,
    date_in_form,
    refiner,
    rule,
)
from sayso.testing import assert_rule, check_reader


@rule("house/a", "A.", since="0.1")  # wrong
def gives_text(item: Item) -> Iterator[str]:
    """Yield no findings."""
    yield item.text


@rule("house/b", "B.")  # wrong
def lacks_since(item: Item) -> Iterator[Finding]:
    """Say not since when."""
    yield Finding("b")


@refiner("c", "C", version="1", refines="plaintext", sniff=lambda draft: len(draft.words) > 3)  # wrong
def looks_for_what_is_not_there(draft: Draft) -> None:
    """Take what a draft has not."""


@corpus_rule("house/d", "D.")  # wrong
def lacks_since_too(corpus: Corpus) -> Iterator[Across]:
    """Say not since when."""
    yield from ()


def uses(engine: Engine, record: Record, item: Item, draft: Draft, reading: Reading) -> None:
    """Misuse values."""
    print(sayso.fetch)  # wrong
    print(sayso.testing.check_rule)  # wrong
    Span("0", 4)  # wrong
    Span(0)  # wrong
    Finding("here", Span(0, 1))  # wrong
    Flagged("text", at=3)  # wrong
    Org()  # wrong
    Profile("house", "Ours", ["house/a"])  # wrong
    Config(fail_on=1)  # wrong
    RuleSetting(options=["here"])  # wrong
    draft.correction(3)  # wrong
    draft.section("body", (0, 4))  # wrong
    LeftOut("a line")  # wrong
    record.headline = None  # wrong
    print(record.outlet.value.name)  # wrong
    engine.check(3)  # wrong
    engine.normalize(Document.from_path("a.txt")).facts["/headline"]  # wrong
    draft.extracted("outlet", Org("House"), Span(0, 5))  # wrong
    draft.extracted("outlet", Org("House"), (0, 5), confidence=1.0)  # wrong
    reading.draft(draft.document, b"The mill closed.")  # wrong
    reading.draft(draft.document, "The mill closed.", location=None)  # wrong
    reading.draft(draft.document, "The mill closed.", locator=12)  # wrong
    reading.draft(draft.document)  # wrong
    check_reader(looks_for_what_is_not_there, [b"The mill closed."], at={"/outlet": "House"})  # wrong
    print(date_in_form("4 May 2026", "%d %B %Y").value)  # wrong
    assert_rule(lacks_since, item)  # wrong
    print(item.analysis.nothing)  # wrong
