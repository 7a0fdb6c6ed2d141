"""What a plugin hands over while items pass: what is none is a failure of that item, and the others go on."""

from __future__ import annotations

import pytest

from sayso import Finding, Location, Locations, ReadError, Span, corpus_rule, reader, rule
from sayso.errors import SaysoError
from sayso.testing import check_reader, engine_with

ABOUT = {"since": "1", "languages": ()}
TEXT = "The mill closed! He said so."


@rule("acme/mark", "A mark.", **ABOUT)
def mark(item):
    """A finding at words, and one about the item as a whole."""
    yield Finding("here", (Span(15, 16),))
    yield Finding("all of it")


def checked(tmp_path, drafts, *rules):
    @reader("nn", "N", version="1", suffixes=".nn")
    def nn(document, reading):
        yield from drafts(document, reading)

    file = tmp_path / "a.nn"
    file.write_text("a")
    return engine_with(nn, *(rules or (mark,))).check(file)


@pytest.mark.parametrize("given", [(1, 2), "3:4", 7, Location("1"), Location(0), Location(1, 0), Location(1, 1, 1, -1)])
@pytest.mark.parametrize("method", ["of_words", "of_item"])
def test_places_that_are_none_are_the_readers_fault(tmp_path, method, given):
    """They are a failure that names it, and the findings stay."""
    locations = type("Wrong", (Locations,), {method: lambda self, *_: given})()
    report = checked(tmp_path, lambda document, reading: [reading.draft(document, TEXT, locations=locations)])
    (failure,) = report.failures
    assert failure.error == "reader-crash"
    assert failure.message.startswith(f"the places of the reader nn failed: TypeError: its {method} gives ")
    assert len(report.findings) == 2


@pytest.mark.parametrize("method", ["of_value", "of_fact"])
def test_places_of_facts_likewise(tmp_path, method):
    """By a pointer into the metadata, or into the record."""

    @rule("acme/headline", "A headline.", **ABOUT)
    def headline(item):
        """A finding about a fact."""
        yield Finding("that", facts=("/headline",))

    def drafts(document, reading):
        locations = type("Wrong", (Locations,), {method: lambda self, *_: (1, 2)})()
        draft = reading.draft(document, TEXT, locations=locations)
        draft.asserted("headline", "Mill closed", "/title")
        yield draft

    (failure,) = checked(tmp_path, drafts, headline).failures
    assert f"its {method} gives a Location or None, not (1, 2)" in failure.message


def test_a_reader_that_leaves_at_places_ends_no_run(tmp_path):
    """`sys.exit` there is a failure as anything else."""

    class Leaves(Locations):
        def of_words(self, span):
            raise SystemExit(0)

    report = checked(tmp_path, lambda document, reading: [reading.draft(document, TEXT, locations=Leaves())])
    assert [one.error for one in report.failures] == ["reader-crash"]


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0"])
def test_a_text_without_words_is_no_item(tmp_path, text):
    """It fails, and those behind it are read."""
    report = checked(
        tmp_path, lambda document, reading: [reading.draft(document, one, locator=one) for one in (text, TEXT)]
    )
    assert [one.text for one in report.items] == [TEXT]
    assert [one.message for one in report.failures] == [
        "its reader nn is wrong: the text of an item has words; where there are none, yield a ReadError, or nothing"
    ]


def test_a_draft_is_yielded_once(tmp_path):
    """The second time is a failure: each finding would come twice."""

    def drafts(document, reading):
        draft = reading.draft(document, TEXT)
        yield draft
        yield draft

    report = checked(tmp_path, drafts)
    assert len(report.items) == 1
    assert [one.message for one in report.failures] == [
        "its reader nn is wrong: a draft was yielded twice; each item has its own"
    ]


@pytest.mark.parametrize("error", [ReadError("no-items", ""), ReadError("", "words"), ReadError("no-items", " ")])
def test_an_error_says_something(tmp_path, error):
    """One that says nothing is the reader's fault."""
    (failure,) = checked(tmp_path, lambda document, reading: [error]).failures
    assert failure.error == "reader-crash"
    assert failure.message.startswith("its reader nn gives an error without a kind or a message: (")


@pytest.mark.parametrize("message", ["", "  "])
def test_a_finding_says_something(message):
    """One that says nothing is refused where it is made."""
    with pytest.raises(SaysoError, match="a finding needs a message"):
        Finding(message)


def failing(tmp_path, check):
    made = rule("acme/odd", "Odd.", **ABOUT)(check)
    report = checked(tmp_path, lambda document, reading: [reading.draft(document, TEXT)], made)
    assert report.findings == ()
    (failure,) = report.failures
    assert failure.error == "rule-crash"
    return failure.message


def test_what_a_generator_returns_is_not_lost_in_silence(tmp_path):
    """A rule that yields and returns has two answers, and one of them nobody would see."""

    def check(item):
        """It is a generator by its last line."""
        if "mill" in item.text:
            return [Finding("lost")]
        yield Finding("found")

    assert "it yields its findings, and returns [Finding(message='lost'" in failing(tmp_path, check)


def test_a_rule_on_many_items_likewise():
    """A corpus rule is asked in the same way."""

    @corpus_rule("acme/odd", "Odd.", **ABOUT)
    def odd(corpus):
        """It is a generator by its last line."""
        return "text"
        yield

    engine = engine_with(odd, bundled="readers")
    with engine.index() as index:
        engine.check({"text": TEXT}, index=index)
        (failure,) = engine.conclude(index).failures
    assert "and returns 'text' too, which would be lost" in failure.message


@pytest.mark.parametrize(
    "pointer", ["/nosuch", "nosuch", "outlet", "", "/", "/info_sources/1", "/info_sources/99999999999"]
)
def test_a_fact_that_the_record_has_not_fails_the_rule(tmp_path, pointer):
    """In a check as in the kit."""
    said = failing(tmp_path, lambda item: [Finding("that", facts=(pointer,))])
    assert f"a finding names the fact {pointer!r}, which the record has not" in said


@pytest.mark.parametrize(
    "pointer", ["/outlet", "/info_sources/0", "/info_sources", "/content/sha256", "/extra", "/attributions/2"]
)
def test_a_fact_that_it_has_is_taken(tmp_path, pointer):
    """Also what only the analysis puts there."""
    made = rule("acme/odd", "Odd.", **ABOUT)(lambda item: [Finding("that", facts=(pointer,))])
    report = checked(tmp_path, lambda document, reading: [reading.draft(document, TEXT)], made)
    assert len(report.findings) == 1


def test_the_kit_says_so_too():
    """A reader with an empty item breaks its contract."""

    @reader("nn", "N", version="1", suffixes=".nn")
    def nn(document, reading):
        yield reading.draft(document, "")

    with pytest.raises(AssertionError, match=r"sample 1: all of it: its reader nn is wrong: the text of an item has"):
        check_reader(nn, [b"A text."])


@pytest.mark.parametrize("known", [True, False])
def test_a_value_of_extra_stands_where_the_reader_says(tmp_path, known):
    """It has no pointer into the document: of_fact is asked with that into the record, and else the item's place."""

    class Places(Locations):
        def of_fact(self, pointer):
            return Location(4, 2) if known and pointer == "/extra/embargo" else None

        def of_item(self):
            return Location(2, exact=False)

    @rule("acme/held", "Held.", **ABOUT)
    def held(item):
        """A finding about what came along."""
        yield Finding("that", facts=("/extra/embargo",))

    def drafts(document, reading):
        yield reading.draft(document, TEXT, extra={"embargo": "Monday"}, locations=Places())

    (finding,) = checked(tmp_path, drafts, held).findings
    assert finding.location == (Location(4, 2) if known else Location(2, exact=False))
