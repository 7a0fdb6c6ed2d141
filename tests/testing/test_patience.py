"""The kit waits for nobody for ever: what hangs or has no end is named."""

from __future__ import annotations

import itertools
import signal
import time

import pytest

from sayso import Clean, Exporter, Finding, Flagged, Format, Span, corpus_rule, reader, rule
from sayso.testing import check_examples, check_exporter, check_format, check_reader
from sayso.testing.engines import engine_with

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signal here")
EXAMPLES = [Flagged("A game.", at="game"), Clean("A mill."), Clean("A ferry.")]


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """Little of it."""
    monkeypatch.setattr("sayso.testing.patience.PATIENCE", 0.3)
    monkeypatch.setattr("sayso.testing.readers.PATIENCE", 0.3)


def hang(*_):
    """Never come back."""
    while True:
        pass


@rule("house/hangs", "Hangs.", since="1", languages=(), examples=EXAMPLES)
def hangs(item):
    """It looks for ever."""
    yield from hang()


@rule("house/endless", "Endless.", since="1", languages=(), examples=EXAMPLES)
def endless(item):
    """It yields for ever."""
    for number in itertools.count():
        yield Finding(f"number {number}", (Span(0, 1),))


def test_a_rule_that_hangs_is_named_once():
    """Its other examples are not waited for."""
    start = time.monotonic()
    with pytest.raises(AssertionError, match=r"rule house/hangs .*longer than 0\.3 s") as failed:
        check_examples(hangs)
    assert str(failed.value).count("was stopped") == 1
    assert time.monotonic() - start < 10


def test_a_rule_without_end_is_named_with_the_line_of_its_yield():
    """In any run, without a limit of time: what it yields would fill the memory."""
    line = endless.check.__code__.co_firstlineno + 4
    said = f"it yields 10,007 findings and more; does it come to an end? (test_patience.py:{line})"
    (failure,) = engine_with(endless, bundled=["readers"]).check({"text": "A game."}).failures
    assert failure.message == f"rule house/endless (plugin tests) failed: SaysoError: {said}"
    with pytest.raises(AssertionError, match="10,007 findings and more"):
        check_examples(endless)


@pytest.mark.parametrize("part", ["collect", "conclude"])
def test_a_rule_on_many_items_that_hangs_is_named(part):
    """Where it collects, and where it concludes."""

    @corpus_rule(
        "house/all",
        "All.",
        since="1",
        languages=(),
        examples=EXAMPLES,
        **({"collect": hang} if part == "collect" else {}),
    )
    def over_all(corpus):
        """It looks for ever."""
        return hang() if part == "conclude" else ()

    with pytest.raises(AssertionError, match=r"rule house/all .*longer than 0\.3 s"):
        check_examples(over_all)


def test_a_reader_that_hangs_over_what_it_recognises_is_named():
    """By the kit, and in a run with a limit for each item."""
    from sayso import Config, Document

    @reader("stuck", "Stuck", version="1", suffixes=[".stuck"], recognises=hang)
    def stuck(document, reading):
        """Read a text."""
        yield reading.draft(document, "The mill closed.")

    with pytest.raises(AssertionError, match=r"`recognises` was stopped: it took longer than 0\.3 s"):
        check_reader(stuck, [b"x"])
    engine = engine_with(stuck, config=Config(seconds_per_item=0.2))
    (failure,) = engine.check(Document.from_bytes(b"x", path="a.stuck")).failures
    assert failure.error == "timeout"
    assert failure.message.startswith("its reader stuck was stopped: the item took longer than 0.2 s")


def test_an_exporter_and_a_format_that_hang_are_named():
    """Whatever they were given."""
    with pytest.raises(AssertionError, match="it was stopped: it took longer"):
        check_exporter(Exporter("stuck", "Stuck", hang))
    with pytest.raises(AssertionError, match="it was stopped: it took longer"):
        check_format(Format("stuck", "Stuck", hang))
