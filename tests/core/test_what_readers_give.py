"""What a reader gives that no record or report can hold: the item fails by the reader's name, and no run ends of it."""

from __future__ import annotations

import pytest

from sayso import (
    Agent,
    DateValue,
    Document,
    Failure,
    Finding,
    InfoSource,
    LeftOut,
    Note,
    Org,
    ReadError,
    RecordError,
    Relation,
    Span,
    reader,
    refiner,
    rule,
)
from sayso.records.codec import record_to_json
from sayso.testing import engine_with
from sayso.validation import validate

HALF = "\ud800"


def engine_of(read, *others):
    """An engine with sayso's rules and a reader of these documents."""
    made = reader("odd", "Odd", version="1", suffixes=[".odd"])(read)
    return engine_with(made, *others, bundled=["languages", "rules"])


DOCUMENT = Document.from_bytes(b"x", path="a.odd")


def drafted(change):
    """A reader that changes the first of its two drafts."""

    def read(document, reading):
        draft = reading.draft(document, "The mill closed, Jo Berg said.")
        change(draft)
        yield draft
        yield reading.draft(document, "Another mill closed.")

    return read


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: setattr(d, "normalisation", 5), "normalisation is a text, not 5"),
        (lambda d: setattr(d, "media_type", 5), "media_type is a text, not 5"),
        (lambda d: setattr(d, "record_id", 5), "record_id is a text or None, not 5"),
        (lambda d: setattr(d, "record_id", HALF), "record_id is a text or None, not '\\ud800'"),
        (lambda d: setattr(d, "raw_sha256", "zz"), "raw_sha256 is a SHA-256 hash in 64 hexadecimal digits"),
        (lambda d: setattr(d, "locator", 5), "locator is a text or None, not 5"),
        (lambda d: setattr(d, "relations", 5), "relations is a list, not 5"),
        (lambda d: d.relations.append("x"), "relations holds Relations, not 'x'"),
        (lambda d: d.relations.append(Relation("cites", "x", 5)), "evidence of a relation are texts, not 'cites', 'x'"),
        (lambda d: d.link(None, 5), "the type, target and evidence of a relation are texts, not 'cites', 5"),
        (lambda d: d.extra.update(a=HALF), "extra holds what JSON cannot: UnicodeEncodeError"),
    ],
)
def test_what_a_draft_holds_beside_its_facts_is_looked_at_when_it_is_yielded(change, said):
    """That item fails in `check` and in `normalize`, and the next one is read."""
    engine = engine_of(drafted(change))
    (failure,) = engine.check(DOCUMENT).failures
    assert failure.error == "reader-crash"
    assert failure.message.startswith(f"its reader odd is wrong: {said}") or said in failure.message
    failed, other = engine.normalize_many(DOCUMENT)
    assert failed == failure
    assert validate(record_to_json(other), "record") == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.looked("outlet", 5), "the fact outlet is looked for at places in words, not 5"),
        (lambda d: d.missing("info_sources", 5), "the fact info_sources is looked for at places in words, not 5"),
        (lambda d: d.inferred("headline", "x", basis=5, confidence=1), "basis is a text or None, not 5"),
        (
            lambda d: d.inferred("headline", "x", basis="b", confidence=1, derived_from=(5,)),
            "derived_from is JSON Pointers such as /outlet, not 5",
        ),
        (
            lambda d: d.inferred("headline", "x", basis="b", confidence=True),
            "a confidence is a number from 0 to 1, not True",
        ),
        (
            lambda d: d.extracted("headline", "x", Span(0, 3.5), confidence=1),
            "a place is between two whole numbers, not from 0 to 3.5",
        ),
        (lambda d: d.extracted("headline", "x", (0, 3), confidence=1), "a place is a Span, not (0, 3)"),
        (lambda d: d.section("news", Span(0, 3.5)), "a place is between two whole numbers, not from 0 to 3.5"),
        (lambda d: d.section("news", Span(0, 3), label=Span(0, 99)), "a place ends at 99, the text at 30"),
        (lambda d: d.section("news", Span(0, 3), confidence=7), "a section: a confidence is a number from 0 to 1"),
        (lambda d: d.correction(Span(0, 3), what=5), "a correction: what is a text or None, not 5"),
        (lambda d: d.asserted("outlet", Org("x", url=5), "/o"), "holds Org whose url is a text or None, not 5"),
        (lambda d: d.asserted("outlet", Org("x", funders=[5]), "/o"), "holds Org whose funders is a tuple of texts"),
        (lambda d: d.asserted("author", (Agent("x", role=5),), "/o"), "holds Agent whose role is a text or None"),
        (lambda d: d.asserted("independence", Note("ownership", "x", href=5), "/o"), "holds Note whose href is a text"),
        (lambda d: d.asserted("info_sources", InfoSource("x", role=5), "/o"), "holds InfoSource whose role is a text"),
        (lambda d: d.asserted("headline", f"x{HALF}", "/o"), "holds characters, and 'x\\ud800' has half of a"),
        (lambda d: d.asserted("uri", f"x:{HALF}", "/o"), "holds an address with its scheme"),
        (lambda d: d.asserted("outlet", Org(f"x{HALF}"), "/o"), "holds an Org with a name, not 'x\\ud800'"),
        (
            lambda d: d.asserted("date_published", DateValue("2026", "year", HALF), "/o"),
            "holds a DateValue whose raw is the words it was read from, not '\\ud800'",
        ),
    ],
)
def test_what_a_statement_holds_is_looked_at_where_it_is_made(change, said):
    """The message has the line of the reader, and no rule is blamed for what it stumbles over."""
    (failure,) = engine_of(drafted(change)).check(DOCUMENT).failures
    assert failure.message.startswith("its reader odd is wrong: ")
    assert said in failure.message
    assert failure.message.partition("; what")[0].endswith(")")


def test_half_of_a_surrogate_pair_is_no_text_of_an_item():
    """It could not be written: `check` says so too, and not the analysis of a later `normalize`."""

    def read(document, reading):
        yield reading.draft(document, f"The mill {HALF} closed.")
        yield reading.draft(document, "Another mill closed.")

    report = engine_of(read).check(DOCUMENT)
    assert [one.text for one in report.items] == ["Another mill closed."]
    (failure,) = report.failures
    said = "the text has half of a surrogate pair at 9, which is no character"
    assert failure.message == f"its reader odd is wrong: {said}"


def test_what_a_refiner_changes_is_its_own_fault():
    """What the reader gave is the reader's, and what came after it the refiner's."""

    @refiner("later", "Later", version="1", refines="odd", sniff=lambda draft: True)
    def later(draft):
        """Set what is none."""
        draft.media_type = 5

    engine = engine_of(drafted(lambda draft: None), later)
    said = [one.message for one in engine.check(DOCUMENT).failures]
    assert said == ["its reader later is wrong: media_type is a text, not 5"] * 2
    wrong = engine_of(drafted(lambda draft: setattr(draft, "media_type", 5)), later)
    assert wrong.check(DOCUMENT).failures[0].message.startswith("its reader odd is wrong")


def test_a_record_that_is_supplied_is_looked_at_too():
    """A reader that hands over records whole can hand over none that is none."""
    good = engine_with(bundled=["readers", "languages"]).normalize({"text": "The mill closed."})
    object.__setattr__(good, "id", 5)

    def read(document, reading):
        draft = reading.draft(document, good.text)
        with pytest.raises(RecordError, match="record_id is a text or None, not 5"):
            draft.supply(good)
        yield draft

    assert engine_of(read).check(DOCUMENT).failures == ()


@pytest.mark.parametrize("at", [(0, -1), (1, 0), (1.5, 1), (1, 2, 3)])
def test_an_error_at_no_place_is_the_readers(at):
    """Lines and columns count from 1."""

    def read(document, reading):
        yield ReadError("empty", "x", at=at)

    (failure,) = engine_of(read).check(DOCUMENT).failures
    assert failure.message == f"its reader odd gives an error whose line and column do not count from 1: {at}"
    assert (failure.error, failure.location) == ("reader-crash", None)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (LeftOut(1, 2), "the kind of a LeftOut is a text, not 1"),
        (LeftOut("advert", " "), "the reason of a LeftOut is a text, not ' '"),
        (LeftOut("advert", "no news", 5), "the detail of a LeftOut is a text or None, not 5"),
        (LeftOut("advert", "no news", number=-1), "the number of a LeftOut is how many, or None for the rest, not -1"),
        (LeftOut("advert", "no news", locator=5), "the locator of a LeftOut is a text or None, not 5"),
    ],
)
def test_a_word_on_what_was_left_out_has_words(left, said):
    """What has none fails, and does not stand in a report."""

    def read(document, reading):
        yield left
        yield LeftOut("advert", "no news")

    report = engine_of(read).check(DOCUMENT)
    assert [one.message for one in report.failures] == [f"its reader odd is wrong: {said}"]
    assert [str(one) for one in report.left_out] == ["a.odd: skipped 1 advert: no news"]


@pytest.mark.parametrize("finding", [Finding("x", (Span(0, 3.5),)), Finding("x", related=(Span(0, 3.5),))])
def test_a_span_of_a_finding_is_of_whole_numbers(finding):
    """The rule fails on that item, and `check` comes back."""

    @rule("acme/odd", "Odd.", since="1", languages=())
    def odd(item):
        """Yield what cannot be cut out of a text."""
        yield finding

    engine = engine_with(odd, bundled=["readers", "languages"])
    for report in (engine.check({"text": "The mill."}), *engine.check_many([{"text": "The mill."}])):
        (failure,) = report.failures
        assert isinstance(failure, Failure)
        assert "SaysoError: a span is between two whole numbers, not from 0 to 3.5" in failure.message


@pytest.mark.parametrize(
    "late",
    [
        lambda d: d.asserted("headline", "x", "/h"),
        lambda d: d.offered("headline", "x", "/h"),
        lambda d: d.extracted("headline", "x", Span(0, 3), confidence=1),
        lambda d: d.inferred("headline", "x", basis="b", confidence=1),
        lambda d: d.looked("headline", "/h"),
        lambda d: d.missing("info_sources", "/s"),
        lambda d: d.section("news", Span(0, 3)),
        lambda d: d.correction(Span(0, 3)),
        lambda d: d.link(None, "https://mill.example"),
    ],
)
def test_what_is_stated_after_the_draft_was_yielded_is_not_lost_in_silence(late):
    """The item is made by then: the line that states it is named."""

    def read(document, reading):
        draft = reading.draft(document, "The mill closed.")
        yield draft
        late(draft)

    report = engine_of(read).check(DOCUMENT)
    assert len(report.items) == 1
    (failure,) = report.failures
    said = "its reader odd is wrong: the draft was yielded, and its item made; what it is to hold is stated before that"
    assert failure.message.startswith(f"{said} (test_what_readers_give.py:")
