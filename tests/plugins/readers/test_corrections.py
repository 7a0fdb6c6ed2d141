"""Corrections: whoever states them, they are in the record with their evidence; and their day is no other date."""

from __future__ import annotations

import json

import pytest

from sayso import DateValue, Document, Engine, ReadError, Span, decode, reader, record_from_json, record_to_json
from sayso.testing import check_reader, engine_with
from sayso.validation import validate

NOTE = "Correction, 5 May 2026: Forty jobs will go, not fourteen."
TEXT = f"The mill will close in May, Jo Berg said.\n\n{NOTE}\n"
ENGINE = Engine(own_only=True)


def corrections(source):
    """Those of the one item, after a look at the record as JSON."""
    record = ENGINE.normalize(source)
    plain = record_to_json(record)
    assert list(validate(plain, "record")) == []
    assert record_from_json(json.loads(json.dumps(plain))) == record
    return record, record.corrections


def page(body, head="", language="en"):
    """A page with a body."""
    return Document.from_bytes(
        f"""<!doctype html><html lang="{language}"><head><title>Mill to close</title>
        <meta property="article:published_time" content="2026-05-04T08:00:00+00:00">{head}</head><body><article>
        <h1>Mill to close</h1><p>The mill will close in May, said Jo Berg, who manages it. The council had asked in
        March for a plan to save it, and never got one from the owners of the mill.</p>{body}</article></body></html>
        """.encode(),
        path="mill.html",
    )


@pytest.mark.parametrize("source", [Document.from_text(TEXT), {"text": TEXT}])
def test_a_note_in_the_text_is_a_correction(source):
    """With its place, its words and its day, which stands there too."""
    record, (one,) = corrections(source)
    assert one.span.of(record.text) == one.what == NOTE
    assert one.date.value == DateValue("2026-05-05", "day", "5 May 2026")
    assert one.date.spans[0].of(record.text) == "5 May 2026"
    assert one.source_field is None


@pytest.mark.parametrize(
    "note",
    [
        "Berichtigung: Es sind vierzig.",
        "Fe de errores: Son cuarenta.",
        "CORRECTION — Forty.",
        "[Clarification: Forty.]",
        "This article was amended on Monday to say forty.",
    ],
)
def test_a_note_without_a_whole_date_says_where_it_was_looked_for(note):
    """Its label may be of another language."""
    record, (one,) = corrections({"text": f"The mill will close.\n\n{note}"})
    assert one.what == note
    start = record.text.index(note)
    assert one.date.looked_in == (f"the note of the correction ({start}-{start + len(note)})",)


@pytest.mark.parametrize(
    "words",
    [
        "Correction officers went on strike.",
        "The council asked for a correction: forty, not fourteen.",
        "This article was amended by the senate.",
        "“Correction: forty,” she said.",
    ],
)
def test_news_about_corrections_is_none(words):
    """Only a label at the beginning of a paragraph, or a sentence about the item, corrects it."""
    assert corrections({"text": f"The mill will close.\n\n{words}"})[1] == ()


def test_a_plain_item_states_its_corrections():
    """A text or an object; at its words where they stand in the text, else at its place in the item."""
    sha = "0" * 64
    given = [NOTE, {"text": "Its name was wrong.", "date": "2026-05-06", "replaces_sha256": sha}]
    record, (first, second) = corrections({"text": TEXT, "corrections": given})
    assert first.span.of(record.text) == NOTE
    assert (second.span, second.what, second.replaces_sha256) == (None, "Its name was wrong.", sha)
    assert second.source_field.pointer == "/corrections/1/text"
    assert second.date.value.value == "2026-05-06"
    assert second.date.source_field.pointer == "/corrections/1/date"
    assert ENGINE.normalize({"text": TEXT, "corrections": NOTE}).corrections[0].what == NOTE


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([3], "'corrections/0' must be a text or an object with a 'text', not a number"),
        ([{"date": "2026-05-06"}], "'corrections/0' must be a text or an object with a 'text', not an object"),
        ([{"text": "x", "date": "yesterday"}], "'corrections/0/date' must be an ISO 8601 date"),
        ({"text": "x", "replaces_sha256": 3}, "'corrections/replaces_sha256' must be a text, not a number"),
    ],
)
def test_a_correction_of_another_form_is_an_error_that_names_it(given, said):
    """As for any other key of a plain item."""
    (failure,) = ENGINE.check({"text": TEXT, "corrections": given}).failures
    assert said in failure.message


def test_a_page_states_its_corrections_and_their_day_is_not_its_own():
    """The paragraph is a section, a correction with its day, and no date of publication."""
    record, (one,) = corrections(page(f"<p>{NOTE}</p>"))
    assert one.span.of(record.text) == NOTE
    assert one.date.value.value == "2026-05-05"
    assert any(section.kind == "correction" and section.span == one.span for section in record.sections)
    (language,) = corrections(page("<p>Berichtigung vom 5. Mai 2026: Es sind vierzig.</p>", language="de"))[1]
    assert language.date.value.value == "2026-05-05"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{NOTE}</p>",
        f'<div class="correction"><p>{NOTE}</p></div>',
        f"<p><em>{NOTE}</em></p>",
        '<aside class="editors-note"><time datetime="2026-05-05">5 May 2026</time> Forty jobs, not fourteen.</aside>',
        "<p>Correction, <time>5 May 2026</time>: Forty jobs, not fourteen.</p>",
    ],
)
def test_the_day_of_a_correction_is_no_date_of_publication(body):
    """Also where the page marks it with an element for dates."""
    record = ENGINE.normalize(page(body))
    fact = record.date_published
    assert fact.value.value.startswith("2026-05-04")
    assert [one.value.value for one in fact.alternatives] == []
    report = ENGINE.check(page(body))
    assert [one.rule for one in report.items[0].findings if one.rule == "provenance/conflicting-assertions"] == []


@pytest.mark.parametrize(
    ("words", "corrects"),
    [
        ("Amended 15.11.26: the mill was built in 1961, not in 1916.", True),
        ("Amended on 15 November 2026: the mill was built in 1961.", True),
        ("Amended plans for the mill are to be shown in May: the council wants it.", False),
        ("Amended 2026 budget: the council votes on what the mill may cost.", False),
    ],
)
def test_what_was_amended_on_a_day_is_a_correction_and_no_date_of_the_page(words, corrects):
    """A page without any other date has none, then; what is to be amended corrects nothing."""
    plain = page(f"<p>{words}</p>").read().replace(b"article:published_time", b"other")
    record = ENGINE.normalize(Document.from_bytes(plain, path="mill.html"))
    assert bool(record.corrections) == corrects
    assert not record.date_published.known


def test_json_ld_states_corrections():
    """In a page and by itself; what also stands in the text is one correction and not two."""
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Mill to close",
        "articleBody": "The mill will close in May, said Jo Berg.",
        "correction": {"@type": "CorrectionComment", "text": "Forty, not fourteen.", "datePublished": "2026-05-05"},
    }
    data = json.dumps(article)
    (one,) = corrections(Document.from_bytes(data.encode(), path="mill.jsonld"))[1]
    assert (one.what, one.date.value.value) == ("Forty, not fourteen.", "2026-05-05")
    assert one.source_field.pointer == "/correction/text"
    head = f'<script type="application/ld+json">{data}</script>'
    (one,) = corrections(page("", head))[1]
    assert one.source_field.pointer == "/html/head/script[1]#/correction/text"
    assert len(corrections(page("<p>Correction: Forty, not fourteen.</p>", head))[1]) == 1


def test_a_reader_of_ones_own_states_corrections():
    """By a place in the text or by a pointer, and is held to its contract with them."""

    @reader("desk", "Desk", version="1", suffixes=[".desk"])
    def desk(document, reading):
        draft = reading.draft(document, decode(document.read()).text)
        start = draft.text.find(NOTE)
        if start < 0:
            raise ReadError("format", "there is no note")
        day = start + len("Correction, ")
        when = DateValue("2026-05-05", "day", "5 May 2026")
        draft.correction(Span(start, start + len(NOTE)), date=when, date_at=Span(day, day + 10))
        draft.correction("header Corrects", what="The name of the mill was wrong.")
        yield draft

    check_reader(desk, [TEXT.encode()])
    (record,) = engine_with(desk).normalize_many(Document.from_bytes(TEXT.encode(), path="a.desk"))
    first, second = record.corrections
    assert (first.what, first.date.value.value) == (NOTE, "2026-05-05")
    assert (second.what, second.source_field.pointer) == ("The name of the mill was wrong.", "header Corrects")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda d: d.correction(Span(0, 900)),
        lambda d: d.correction(Span(0, 3), date=DateValue("5 May", "day", "5 May")),
        lambda d: d.correction("x", date=DateValue("2026-05-05", "day", "x"), date_at=Span(0, 900)),
    ],
)
def test_a_correction_that_cannot_be_is_refused(wrong):
    """As any other fact is."""

    @reader("desk", "Desk", version="1", suffixes=[".desk"])
    def desk(document, reading):
        draft = reading.draft(document, "The mill will close.")
        wrong(draft)
        yield draft

    (failure,) = engine_with(desk).check(Document.from_bytes(b"x", path="a.desk")).failures
    assert failure.error == "reader-crash"
