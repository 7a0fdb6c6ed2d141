"""The conformance of readers: the bundled ones pass, and each way to break the contract is named."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
import urllib.request

import pytest

from sayso import (
    Document,
    Engine,
    JsonText,
    Location,
    Locations,
    Org,
    RawText,
    ReadError,
    Span,
    decode,
    evolve,
    parse_json,
    reader,
    refiner,
)
from sayso.testing import check_reader
from sayso.testing.engines import engine_with
from sayso.testing.hostile import hostile_inputs
from sayso.testing.readers import reader_checks

SAMPLE = json.dumps({"text": "The mill closed, Jo Berg said.", "outlet": "Harbour Post", "date": "2026-05-04"}).encode()
TEXT = b"The mill closed, Jo Berg said.\n\n-- Harbour Post\n"
BUNDLED = engine_with(bundled=["readers"]).host.readers


def sample_reader(**parts):
    """A reader of small JSON, with a part of it replaced."""

    def read(document, reading):
        data = document.read()
        loaded = parse_json(decode(data, document.encoding).text)
        if not isinstance(loaded, dict) or not isinstance(loaded.get("text"), str) or not loaded["text"].strip():
            raise ReadError("sample", "has no text; give it one")
        draft = reading.draft(document, loaded["text"])
        parts.get("state", lambda draft, loaded: None)(draft, loaded)
        yield from parts.get("made", lambda draft: [draft])(draft)

    return reader("sample", "Small JSON", version="1", suffixes=[".sample"], recognises=parts.get("recognises"))(read)


def outlet(draft, loaded, pointer="/outlet", value=None):
    """State the outlet."""
    if isinstance(loaded.get("outlet"), str) and loaded["outlet"]:
        draft.asserted("outlet", Org(value or loaded["outlet"]), pointer)


def test_a_reader_that_keeps_to_the_contract_passes():
    """With bytes, a document and a path's worth of evidence; pointers are followed, since it is JSON."""
    check_reader(sample_reader(state=outlet), [SAMPLE, Document.from_bytes(SAMPLE, path="a.sample")])


def test_the_bundled_readers_of_texts_and_items_pass():
    """The kit asks of a stranger's reader what sayso's own keep to."""
    check_reader(BUNDLED["plaintext"], [TEXT])
    check_reader(
        BUNDLED["json"], [SAMPLE, {"text": "It closed.", "authors": ["Ana Ruiz"]}], engine=Engine(own_only=True)
    )


def counted(draft, loaded, seen=[]):  # noqa: B006 - a memory is what it is about
    """Remember how many came."""
    seen.append(1)
    draft.extra["number"] = len(seen)


def crash(draft, loaded):
    """Fail where something is absent."""
    if len(loaded) < 3:
        raise KeyError("date")


def ask(draft, loaded):
    """Fetch something, and keep quiet about it."""
    try:
        urllib.request.urlopen("http://127.0.0.1:9/")
    except Exception:
        return


def connect(draft, loaded):
    """Connect by hand."""
    made = socket.socket()
    try:
        made.connect(("127.0.0.1", 9))
    except Exception:
        return
    finally:
        made.close()


def outside(draft, loaded):
    """Say that a section lies where the text does not."""
    draft.section("news", Span(0, 5000))


def elsewhere(draft, loaded):
    """State a fact of another text."""
    text, draft._text = draft.text, "Something else is here, and it is longer than that."
    draft.extracted("headline", "Something", Span(0, 9), confidence=0.5)
    draft._text = text


def rewritten(draft, loaded):
    """Change the text that others read too."""
    draft.text = "Something else."


class Stuck(str):
    """A text that JSON takes and no other process."""

    __slots__ = ()

    def __reduce__(self):
        raise TypeError("it stays here")


def stuck(draft, loaded):
    """Keep a text of another kind."""
    draft.extra["key"] = Stuck("here")


def unpicklable(draft, loaded):
    """Keep what cannot leave the process."""
    draft.extra["call"] = lambda: None


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (lambda d, one: outlet(d, one, "/publisher"), "there is nothing at /publisher"),
        (lambda d, one: outlet(d, one, value="Hallin Times"), "'Hallin Times' does not stand at /outlet"),
        (elsewhere, "'Something' do not stand at 0..9"),
        (rewritten, "property 'text' of 'Draft' object has no setter"),
        (lambda d, one: d.asserted("outlet", "Harbour Post", "/outlet"), "the fact outlet holds a value of type Org"),
        (lambda d, one: d.extracted("headline", "x", Span(0, 99), confidence=1), "a place ends at 99, the text at 30"),
        (outside, "ends at 5000, the text at 30"),
        (counted, "the same comes out again, in any order"),
        (crash, "KeyError: 'date'"),
        (ask, "reached for the network"),
        (connect, "reached for the network (socket.connect)"),
        (lambda d, one: print("reading"), "it printed 'reading"),
        (lambda d, one: sys.exit(0), "SystemExit: 0"),
        (unpicklable, "not JSON serializable"),
        (stuck, "it stays here"),
    ],
)
def test_a_reader_that_breaks_it_is_named_with_what_it_did(state, said):
    """A pointer to nothing, a value from nowhere, a span outside, a memory, a crash, a connection, a print."""
    with pytest.raises(AssertionError) as failed:
        check_reader(sample_reader(state=state), [SAMPLE, SAMPLE.replace(b"mill", b"port")])
    assert "reader sample breaks its contract" in str(failed.value)
    assert said in str(failed.value)


class Shifted(Locations):
    """Places of the text of a sample, moved."""

    def __init__(self, document, text, columns=0, lines=0, exact=True):
        self.raw = RawText(decode(document.read()).text)
        self.start = self.raw.text.find(text)
        self.by = columns, lines
        self.exact = exact

    def of_words(self, span):
        """Where the words would stand."""
        if self.start < 0:
            return None
        one = self.raw.location(self.start + span.start, self.start + span.end, exact=self.exact)
        columns, lines = self.by
        return Location(
            one.line + lines, one.column + columns, one.end_line + lines, one.end_column + columns, one.exact
        )

    def of_value(self, pointer):
        """Where the outlet would stand."""
        at = self.raw.text.find('"Harbour Post"')
        if at < 0:
            return None
        one = self.raw.location(at, at + 14)
        return evolve(
            one, column=one.column + 9 * self.by[0], end_column=one.end_column + 9 * self.by[0], exact=self.exact
        )


def placed(given=Shifted, **shift):
    """A reader of small JSON that hands over places."""

    def read(document, reading):
        try:
            loaded = json.loads(document.read())
            text = loaded["text"]
        except (ValueError, RecursionError, KeyError, TypeError):
            raise ReadError("sample", "is no sample; give one") from None
        if not isinstance(text, str) or not text.strip() or "\0" in text:
            raise ReadError("sample", "has no text; give it one")
        draft = reading.draft(document, text, locations=given(document, text, **shift))
        outlet(draft, loaded)
        yield draft

    return reader("sample", "Small JSON", version="1", suffixes=[".sample"])(read)


def test_places_that_are_right_pass():
    """Words and values where they are said to be, and words of which only the beginning of what holds them is known."""
    check_reader(placed(), [SAMPLE])
    check_reader(placed(columns=-3, exact=False), [SAMPLE])
    (found,) = (one for one in reader_checks(placed(), [SAMPLE]) if "places" in one.what)
    assert found == ("1 item: places are where they are said to be", (), None)


@pytest.mark.parametrize(
    ("shift", "said"),
    [
        ({"columns": 1}, "of_words: 'The' of the text at 0 is said to be at 1:12: there is 'he '"),
        ({"columns": -1}, "of_words: 'The' of the text at 0 is said to be at 1:10: there is '\"Th'"),
        ({"columns": 1}, "/outlet: of_value('/outlet') is said to be at 1:63: there is 'Post"),
        ({"lines": 1}, "the file has no 2:11"),
        ({"columns": 5000, "exact": False}, "the file has no 1:5011"),
    ],
)
def test_places_that_are_off_are_named(shift, said):
    """A column too far, a line too far, a place behind the end of the file."""
    with pytest.raises(AssertionError) as failed:
        check_reader(placed(**shift), [SAMPLE])
    assert said in str(failed.value)


def test_places_that_fail_are_named():
    """Locations are asked about any words, and never raise."""

    class Failing(Shifted):
        def of_words(self, span):
            raise KeyError(span.start)

    with pytest.raises(AssertionError, match="its locations fail: KeyError: 0"):
        check_reader(placed(Failing), [SAMPLE])


def test_places_count_in_the_encoding_of_the_file():
    """A sample of another encoding and of several lines is counted in its code points."""
    sample = json.dumps({"text": "Die Mühle schließt sofort", "n": "ü"}, ensure_ascii=False, indent=1).encode("utf-16")

    def read(document, reading):
        raw = JsonText(document.read())
        yield reading.draft(document, json.loads(raw.raw.text)["text"], locations=raw.item())

    assert [
        one
        for one in reader_checks(reader("sample", "JSON", version="1", suffixes=[".sample"])(read), [sample])
        if "places" in one.what
    ] == [("1 item: places are where they are said to be", (), None)]


def test_what_is_extracted_stands_in_its_words_or_says_how_it_follows():
    """A headline of other words is named, and one whose basis says how it follows is not."""

    def state(basis):
        return lambda draft, loaded: draft.extracted("headline", "It shut", Span(0, 15), confidence=1, basis=basis)

    with pytest.raises(AssertionError, match=r"/headline: the value 'It shut' does not stand in 'The mill closed'"):
        check_reader(sample_reader(state=state(None)), [SAMPLE])
    check_reader(sample_reader(state=state("the desk's short form")), [SAMPLE])


@pytest.mark.parametrize("value", ["THE MILL CLOSED", "The  mill\nclosed"])
def test_case_and_blanks_do_not_count(value):
    """A name in capitals is the name."""
    check_reader(
        sample_reader(state=lambda draft, loaded: draft.extracted("headline", value, Span(0, 15), confidence=1)),
        [SAMPLE],
    )


def test_sections_that_overlap_are_named():
    """Two sections that share a character, and none that only touch."""

    def sections(end):
        def state(draft, loaded):
            draft.section("news", Span(0, end))
            draft.section("comment", Span(10, 20))

        return state

    check_reader(sample_reader(state=sections(10)), [SAMPLE])
    with pytest.raises(AssertionError, match=r"the sections news \(0\.\.11\) and comment \(10\.\.20\) overlap"):
        check_reader(sample_reader(state=sections(11)), [SAMPLE])


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ({"/outlet": "Harbour Post"}, "at= is a function that takes the bytes of a document .* not dict"),
        (lambda data: ["Harbour Post"], "at= gives list for a document's bytes; it must give a function"),
    ],
)
def test_what_is_no_look_up_is_called_that(at, said):
    """A table in place of a function, or a function that gives a list, says what is wanted."""
    with pytest.raises(TypeError, match=said):
        check_reader(sample_reader(state=outlet), [SAMPLE], at=at)


def test_a_reader_that_yields_nothing_or_nonsense_is_named():
    """No item of a sample is a failure, and so is what is no draft."""
    with pytest.raises(AssertionError, match="sample 1: no items"):
        check_reader(sample_reader(made=lambda draft: []), [SAMPLE])
    with pytest.raises(AssertionError, match="yields drafts, not str"):
        check_reader(sample_reader(made=lambda draft: ["text"]), [SAMPLE])
    with pytest.raises(AssertionError, match="no sample"):
        check_reader(sample_reader(), [])
    with pytest.raises(AssertionError, match="`recognises` raises JSONDecodeError"):
        check_reader(sample_reader(recognises=lambda head: bool(json.loads(head))), [SAMPLE])


def test_items_that_are_meant_to_fail_may():
    """With `failures`, an error in the place of an item is an answer, as long as some item is there."""

    def half(draft):
        return [draft, ReadError("sample", "the second has no text", "2")]

    check_reader(sample_reader(made=half), [SAMPLE], failures=True)
    with pytest.raises(AssertionError, match="the second has no text"):
        check_reader(sample_reader(made=half), [SAMPLE])


def test_a_refiner_is_held_to_its_samples():
    """It must recognise them, and what it states must stand there."""

    def refining(sniff, span):
        @refiner("harbour", "Harbour Post", version="1", refines="plaintext", sniff=sniff)
        def harbour(draft):
            draft.extracted("outlet", Org("Harbour Post"), span, confidence=0.9)

        return harbour

    start = TEXT.index(b"Harbour")
    check_reader(refining(lambda draft: "-- Harbour Post" in draft.text, Span(start, start + 12)), [TEXT])
    with pytest.raises(AssertionError, match="found no harbour here"):
        check_reader(refining(lambda draft: False, Span(0, 1)), [TEXT])
    with pytest.raises(AssertionError, match="IndexError"):
        check_reader(refining(lambda draft: bool(draft.text.splitlines()[2]), Span(0, 1)), [TEXT])


def test_a_reader_that_hangs_is_stopped(monkeypatch):
    """It is named like one that fails, where the system can interrupt it."""
    if not hasattr(os, "fork"):
        pytest.skip("no timer signal here")
    monkeypatch.setattr("sayso.testing.readers.PATIENCE", 0.2)

    def hang(draft, loaded):
        if loaded == json.loads(SAMPLE):
            time.sleep(60)

    with pytest.raises(AssertionError, match=r"took longer than 0\.2 s"):
        check_reader(sample_reader(state=hang), [SAMPLE])


def test_there_is_network_again_afterwards():
    """What blocks connections while a reader is checked blocks none later."""
    check_reader(sample_reader(), [SAMPLE])
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        with socket.socket() as calling:
            calling.connect(listening.getsockname())


def test_hostile_inputs_are_the_same_each_time():
    """There is no chance in them, and each has a name of its own."""
    once, again = (list(hostile_inputs([SAMPLE])) for _ in range(2))
    assert once == again
    assert len({name for name, _ in once}) == len(once) > 30


def test_a_reader_without_end_is_ended_and_named(monkeypatch):
    """Nobody waits for ever, and nothing fills up."""
    monkeypatch.setattr("sayso.testing.readers.MOST", 50)

    @reader("endless", "Endless", version="1", suffixes=[".endless"])
    def endless(document, reading):
        while True:
            yield reading.draft(document, "The mill closed.")

    with pytest.raises(AssertionError, match="sample 1: 50 items and more"):
        check_reader(endless, [b"x"])
    (*_, hostile, _) = reader_checks(endless, [])
    assert hostile.problems == ("nothing: 50 items and more of 0 bytes",)
