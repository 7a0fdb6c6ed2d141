"""What a rule gives that is no finding: the line says what it should be, and which line of the rule yields it."""

from __future__ import annotations

import gc

import pytest

from sayso import Clean, Document, Finding, Flagged, Severity, Span, reader, refiner, rule
from sayso.testing import check_examples, engine_with

HERE = "test_sound_findings.py"


def told(check) -> str:
    """What the report says of a rule that fails, behind its name."""
    made = rule("house/odd", "Odd.", since="1", languages=(), severity="info")(check)
    (failure,) = engine_with(made, bundled=["readers"]).check({"text": "A game."}).failures
    return failure.message.partition(" failed: SaysoError: ")[2]


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding("m", Span(0, 2)),
            "the spans of a finding are a tuple of Span, as (span,), not Span(start=0, end=2)",
        ),
        (Finding("m", [Span(0, 2)]), "the spans of a finding are a tuple of Span, as (span,), not [Span("),
        (Finding("m", ((0, 2),)), "the spans of a finding are a tuple of Span, as (span,), not ((0, 2),)"),
        (
            Finding("m", facts="/outlet"),
            "the facts of a finding are a tuple of JSON Pointers, as ('/outlet',), not '/outlet'",
        ),
        (
            Finding("m", severity="error"),
            "the severity of a finding is None or one of Severity.INFO, Severity.WARNING, Severity.ERROR, not 'error'",
        ),
        (Finding("m", confidence="high"), "the confidence of a finding is None or a number from 0 to 1, not 'high'"),
        (Finding("m", confidence=2), "the confidence of a finding is from 0 to 1, not 2"),
        (Finding("m", help=3), "the help of a finding is None or a text, not 3"),
        (Finding("m", related=Span(0, 1)), "the related of a finding is a tuple of Span, as (span,), not Span"),
        (Finding(3), "the message of a finding is a text, not 3"),
        (Finding("m", facts=("outlet",)), "a finding names the fact 'outlet', which the record has not; a fact is a"),
        *(
            (Finding("m", facts=(pointer,)), f"a finding names the fact '{pointer}', which the record has not; a fact")
            for pointer in ("/outlet/value/name/x", "/outlet/name", "/extra/embargo", "/independence/1", "/sections/9")
        ),
        (Finding("m", (Span(0, 99),)), "a finding ends at 99, the text at 7"),
        ("a game", "a rule yields findings, not str"),
    ],
)
def test_a_finding_that_cannot_be_is_told_with_its_cure_and_its_line(finding, said):
    """Of a rule that yields, the line of that yield; of one that returns a list, where it begins."""

    def yields(item):
        yield Finding("a game")
        yield finding

    def returns(item):
        return [finding]

    assert told(yields).startswith(said)
    assert told(yields).endswith(f" ({HERE}:{yields.__code__.co_firstlineno + 2})")
    assert told(returns).startswith(said)
    assert told(returns).endswith(f" ({HERE}:{returns.__code__.co_firstlineno})")


def test_the_line_is_that_of_the_helper_that_yields():
    """A rule may leave it to a function of its own."""

    def helper():
        yield Finding("m", severity=Severity)

    def check(item):
        yield from helper()

    assert told(check).endswith(f" ({HERE}:{helper.__code__.co_firstlineno + 1})")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "it returns nothing; a rule yields its findings, or returns a list of them"),
        ("a game", "it returns str; a rule yields its findings"),
        (Finding("a game"), "it returns Finding; a rule yields its findings"),
    ],
)
def test_a_rule_that_returns_what_is_no_list_is_told_so(given, said):
    """Neither letter by letter, nor in Python's words about something that nobody wrote."""

    def check(item):
        return given

    assert told(check).startswith(said)
    assert f"({HERE}:{check.__code__.co_firstlineno})" in told(check)


@pytest.mark.filterwarnings("error")
def test_what_would_have_to_be_awaited_is_refused_and_python_has_no_word_to_say():
    """Rules, readers and refiners; a coroutine that nobody closes would warn."""

    async def check(item):
        return []

    async def read(document, reading):
        return []

    async def refine(draft):
        return None

    def refines(draft):
        yield draft

    assert told(check).startswith("it returns coroutine; a rule yields its findings")
    made = reader("odd", "Odd", version="1", suffixes=[".odd"])(read)
    document = Document.from_bytes(b"x", path="a.odd")
    (failure,) = engine_with(made).check(document).failures
    assert failure.message.startswith("its reader odd is wrong: it returns coroutine; a reader yields its drafts")
    for function, kind in ((refine, "coroutine"), (refines, "generator")):
        adds = refiner("adds", "Adds", version="1", refines=["plaintext"], sniff=lambda draft: True)(function)
        (failure,) = engine_with(adds, bundled=["readers"]).check(Document.from_text("A game.")).failures
        said = f"its reader adds is wrong: it returns {kind}; a refiner adds to its draft, and yields nothing ({HERE}:"
        assert failure.message.startswith(said)
    gc.collect()


def test_what_a_rule_returns_too_is_cut_with_a_mark():
    """What is too long for a line does not end in the middle of a word as if that were all."""

    def check(item):
        yield Finding("a game")
        return [Finding("the same game, and with many words about it", (Span(0, 1),))]

    said = told(check)
    shown = said.removeprefix("it yields its findings, and returns ").partition(" too, which would be lost")[0]
    assert shown.startswith("[Finding(")
    assert shown.endswith("…")


def test_what_is_yielded_again_is_one_finding():
    """In the same words of the same place; of another place it is another."""

    def check(item):
        for end in (2, 2, 6):
            yield Finding("a game", (Span(0, end),))

    made = rule("house/odd", "Odd.", since="1", languages=(), severity="info")(check)
    report = engine_with(made, bundled=["readers"]).check({"text": "A game."})
    assert [one.spans[0].end for one in report.items[0].findings] == [2, 6]


def test_long_words_of_an_exception_are_cut_between_words():
    """With a mark, and with the line that raised it behind."""

    def check(item):
        raise ValueError("never mind " * 100)

    made = rule("house/odd", "Odd.", since="1", languages=())(check)
    (failure,) = engine_with(made, bundled=["readers"]).check({"text": "A game."}).failures
    assert f"never … ({HERE}:" in failure.message or f"mind … ({HERE}:" in failure.message
    assert len(failure.message) < 400


def test_what_the_analysis_is_yet_to_write_can_be_named():
    """A record has its speakers and quotations only when it is written; its other facts it has at once."""

    @rule("house/names", "Names.", since="1", languages=(), examples=[Flagged("A game.", item={"desk": ["north"]})])
    def names(item):
        """Name what is there, or will be."""
        later = ("/speakers/0", "/quotes/0/translated") if item.record.text != "A game." else ()
        yield Finding("m", facts=("/outlet/value", "/extra/desk/0", "/content/text", "/sections/0/author", *later))

    engine = engine_with(names, bundled=["readers"])
    assert not engine.check({"text": "A game.", "desk": ["north"]}).failures
    assert not engine.check({"text": "A longer game.", "desk": ["north"]}).failures
    assert engine.check({"text": "A game."}).failures  # without a desk


def test_the_kit_asks_the_same():
    """What `check` takes the examples take, and what it refuses they refuse, in the same words."""

    @rule("house/deep", "Deep.", since="1", languages=(), examples=[Flagged("A game."), Clean("A mill.")])
    def deep(item):
        """Name a part of a value that is not there."""
        if "game" in item.text:
            yield Finding("m", facts=("/outlet/value/name",))

    words = "names the fact '/outlet/value/name', which the record has not; a fact is a JSON Pointer such as /outlet"
    (failure,) = engine_with(deep, bundled=["readers"]).check({"text": "A game."}).failures
    assert words in failure.message
    with pytest.raises(AssertionError, match=words):
        check_examples(deep)
    assert not engine_with(deep, bundled=["readers"]).check({"text": "A game.", "outlet": "Post"}).failures
