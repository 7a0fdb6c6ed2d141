"""What a reader may not do to a draft, and what a run says of one that does: its name, and no traceback."""

from __future__ import annotations

import json

import pytest

from sayso import Agent, DateValue, Document, Draft, Engine, Failure, Org, ReadError, RecordError, Span, reader, refiner
from sayso.testing import engine_with


class Odd(BaseException):
    """What no handler of `Exception` sees."""


def failures(read, *, recognises=None) -> list[Failure]:
    """What comes of a document that this reader reads."""
    made = reader("odd", "Odd", version="1", suffixes=[".odd"], recognises=recognises)(read)
    report = engine_with(made, bundled=["languages"]).check(Document.from_bytes(b"x", path="a.odd"))
    return list(report.failures)


def drafted(change):
    """A reader whose draft is changed."""

    def read(document, reading):
        draft = reading.draft(document, "The mill closed.")
        change(draft)
        yield draft

    return read


def raising(error):
    """A reader that raises."""

    def read(document, reading):
        raise error
        yield

    return read


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda d: d.asserted("outlet", "Example Post", "/outlet"),
            "outlet holds a value of type Org",
        ),
        (
            lambda d: d.asserted("author", [Agent("Jo Berg")], "/a"),
            "author holds a value of type tuple of Agent",
        ),
        (lambda d: d.asserted("author", ("Jo Berg",), "/a"), "author holds a value of type tuple of Agent"),
        (lambda d: d.asserted("date_published", "2026-05-04", "/d"), "date_published holds a value of type DateValue"),
        (lambda d: d.inferred("headline", Org("x"), basis="b", confidence=1), "headline holds a value of type str"),
        (lambda d: d.asserted("info_sources", "Wire", "/s"), "info_sources holds a value of type InfoSource"),
        (lambda d: d.extracted("headline", "x", Span(10, 17), confidence=1), "a place ends at 17, the text at 16"),
        (lambda d: d.section("news", Span(0, 17)), "a place ends at 17, the text at 16"),
        (lambda d: setattr(d, "text", "other"), "property 'text' of 'Draft' object has no setter"),
        (lambda d: setattr(d, "extra", 3), "extra is a table, not int"),
        (lambda d: d.extra.update(a={1}), "extra holds what JSON cannot: TypeError"),
        (lambda d: d.extra.update(a=float("nan")), "extra holds what JSON cannot: ValueError"),
        (lambda d: d.asserted("nonsense", "x", "/x"), "a record has no fact 'nonsense'"),
    ],
)
def test_what_no_fact_can_be_is_refused_where_it_is_stated(change, said):
    """The reader is told, and not a rule that stumbles over it later."""
    (failure,) = failures(drafted(change))
    assert said in failure.message
    assert failure.error in ("input", "reader-crash")


def test_what_a_fact_can_be_is_taken():
    """Each kind of value, and a place that ends with the text."""
    made = drafted(
        lambda d: (
            d.asserted("author", (Agent("Jo Berg"),), "/a"),
            d.extracted("date_published", DateValue("2026", "year", "2026"), Span(0, 16), confidence=1),
            d.section("news", Span(0, 16)),
        )
    )
    assert failures(made) == []


@pytest.mark.parametrize("error", [KeyError("x"), SystemExit(0), Odd("x"), Odd()])
def test_whatever_a_reader_raises_it_is_named(error):
    """Errors that are no `Exception` among them."""
    (failure,) = failures(raising(error))
    assert failure.error == "reader-crash"
    assert failure.message.startswith("its reader odd failed: ")


def test_stopping_is_nobodys_failure():
    """Whoever presses the keys stops the run, also while a reader works."""
    with pytest.raises(KeyboardInterrupt):
        failures(raising(KeyboardInterrupt()))


def test_an_error_without_words_is_the_readers():
    """A ReadError of other things than texts is no report of anything."""
    for error in (ReadError(None, "m"), ReadError("kind", None), ReadError("kind", "m", 3)):  # type: ignore[arg-type]
        (failure,) = failures(raising(error))
        assert failure.error == "reader-crash"
        json.dumps([failure.error, failure.message, failure.locator])


def test_a_reader_that_fails_to_recognise_is_named():
    """It may stand beside others that would have read the document."""
    (failure,) = failures(lambda document, reading: (), recognises=lambda head: head[9])
    told = "plugin 'odd': whether the reader recognises it failed: IndexError: index out of range"
    assert failure.message == f"{told} (test_hostile_readers.py:112)"


def test_a_refiner_that_fails_to_tell_is_named():
    """And not the reader whose draft it was asked about."""

    @refiner("odd", "Odd", version="1", refines="plaintext", sniff=lambda draft: draft.text[99] == "x")
    def odd(draft: Draft) -> None:
        """Add nothing."""

    engine: Engine = engine_with(odd, bundled=["readers", "languages"])
    (failure,) = engine.check(Document.from_text("The mill closed.")).failures
    assert failure.error == "reader-crash"
    assert failure.message.startswith("plugin 'odd': whether the reader takes it failed: IndexError")


def test_a_draft_by_itself_refuses_too(monkeypatch):
    """The error is one that a reader's own tests can expect."""
    seen = []

    def read(document, reading):
        with pytest.raises(RecordError, match="text of a draft is text, not bytes"):
            reading.draft(document, b"bytes")
        seen.append(1)
        yield reading.draft(document, "The mill closed.")

    assert failures(read) == []
    assert seen == [1]
