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


def report_of(read):
    """What comes of a file of three items, read so."""
    made = reader("three", "Three", version="1", suffixes=[".three"])(read)
    return engine_with(made, bundled=["languages"]).check(Document.from_bytes(b"x", path="a.three"))


def item_of(document, reading, number):
    """A draft like any other."""
    return reading.draft(document, f"The mill number {number} closed.", locator=f"item {number}")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("by"), "its reader three failed: KeyError: 'by' (test_hostile_readers.py:"),
        (RecordError("no such fact"), "its reader three is wrong: no such fact (test_hostile_readers.py:"),
        (ReadError("format", "a line is torn"), "a line is torn"),
        (RecursionError(), "nested too deeply to be read by its reader three"),
    ],
)
def test_what_a_reader_loses_with_the_rest_of_a_file_is_said(error, said):
    """Behind the first item all is lost, and the line says so; where nothing came before, the file is lost anyway."""

    def read(document, reading):
        yield item_of(document, reading, 1)
        raise error

    report = report_of(read)
    assert len(report.items) == 1
    (failure,) = report.failures
    assert failure.message.startswith(said)
    assert failure.message.endswith("; what follows there is not read")
    (alone,) = report_of(raising(error)).failures
    assert "what follows" not in alone.message


def test_what_is_no_draft_costs_itself_alone():
    """The items before and behind it are read, and the line of the yield is named."""

    def read(document, reading):
        yield item_of(document, reading, 1)
        yield "The mill closed."
        yield item_of(document, reading, 2)

    report = report_of(read)
    assert [one.locator for one in report.items] == ["item 1", "item 2"]
    (failure,) = report.failures
    line = read.__code__.co_firstlineno + 2
    said = f"its reader three is wrong: a reader yields drafts, not str (test_hostile_readers.py:{line})"
    assert (failure.error, failure.message) == ("reader-crash", said)


def test_a_reader_that_yields_nothing_else_is_left_at_last():
    """One that goes on for ever with what is no draft ends, and says so."""

    def read(document, reading):
        while True:
            yield None

    last = report_of(read).failures[-1]
    assert last.message == (
        "its reader three is wrong: it yielded 20 things that are no drafts; what follows there is not read"
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda one: "The mill closed.", "it returns str; a reader yields its drafts"),
        (lambda one: None, "it returns nothing; a reader yields its drafts"),
        (lambda one: one, "it returns Draft; a reader yields its drafts"),
    ],
)
def test_a_reader_that_returns_what_it_should_yield_is_told_so(given, said):
    """Neither letter by letter, nor in the words of Python about something that nobody wrote."""

    def read(document, reading):
        return given(item_of(document, reading, 1))

    (failure,) = report_of(read).failures
    assert f"its reader three is wrong: {said} (test_hostile_readers.py:" in failure.message


def test_what_a_reader_returns_beside_what_it_yields_is_not_lost_in_silence():
    """As of a rule."""

    def read(document, reading):
        yield item_of(document, reading, 1)
        return [item_of(document, reading, 2)]

    report = report_of(read)
    assert [one.locator for one in report.items] == ["item 1"]
    (failure,) = report.failures
    assert "it yields its drafts, and returns " in failure.message


def test_a_file_of_which_nothing_comes_is_a_failure_also_beside_others():
    """Whoever loses a file in silence never learns of it."""

    def read(document, reading):
        yield from ()

    (failure,) = report_of(read).failures
    assert failure.error == "no-items"
    assert failure.message == "its reader three finds no item in it, and does not say why; is it of the format?"


@pytest.mark.parametrize(
    ("name", "data", "kinds"),
    [
        ("a.json", b'{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}', ["feed"]),
        ("a.xml", b'<rss version="2.0"><channel><title>x</title></channel></rss>', ["feed"]),
        ("a.jsonl", b"\n \n", []),
    ],
)
def test_the_bundled_readers_say_why_there_is_no_item(name, data, kinds):
    """An empty feed is no failure and is said; a file of blanks is empty."""
    report = Engine(own_only=True).check(Document.from_bytes(data, path=name))
    assert [one.kind for one in report.left_out] == kinds
    assert [one.error for one in report.failures] == ([] if kinds else ["empty"])
