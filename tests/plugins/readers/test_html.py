"""The reader of pages: facts with pointers that lead back, the text, and what is not a page."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selectolax")
etree = pytest.importorskip("lxml.html")

import sayso  # noqa: E402
from sayso_plugins.readers.html.lenient_json import load  # noqa: E402

SAMPLES = Path(__file__).parent / "samples" / "html"

#: Outlet, authors, published, modified and headline of each sample.
EXPECTED: dict[str, tuple[str | None, list[str], str | None, str | None, str]] = {
    "array_of_types.html": (
        "The Larkmoor Herald",
        ["Ana Ruiz", "Karl Roth"],
        "2026-05-04T08:30:00-05:00",
        "2026-05-04T11:02:45-05:00",
        "Harbour crane inspections to double after collapse",
    ),
    "graph_with_references.html": (
        "Moorbote",
        ["Eva Blum"],
        "2026-03-02T07:15:09+01:00",
        "2026-03-02T09:40:00+00:00",
        "Stadtrat streitet über das neue Hallenbad",
    ),
    "broken_json.html": (
        "Tidewater Post",
        ["Siobhán O'Dare"],
        "2026-02-11T17:05:00+00:00",
        None,
        "Ferry strike enters third week",
    ),
    "microdata.html": (
        "Fell & Dale",
        ["Ruth Alder", "Hugh Penn"],
        "2026-04-18T06:00:00+01:00",
        "2026-04-18T07:12:00+01:00",
        "Quiet spring for the lambing farms",
    ),
    "dublin_core.html": (
        "Ministry of Waterways",
        ["Marta Lind"],
        "2026-01-20T10:00:00+01:00",
        "2026-01-22T09:00:00+01:00",
        "Ministry opens consultation on river tolls",
    ),
    "citation.html": (
        "Coastal Methods Bulletin",
        ["Joan Tarn", "Tom H. Weir"],
        "2025-11-03",
        None,
        "Counting gulls from harbour webcams",
    ),
    "parsely.html": (
        "Eastside Current",
        ["Dee Okafor"],
        "2026-05-01T22:10:00+00:00",
        None,
        "Night buses return to the east side",
    ),
    "words_only_english.html": (
        "Northfork Ledger",
        ["Walter Finch"],
        "2026-05-05T23:40:00-04:00",
        "2026-05-06T09:15:00-04:00",
        "Library levy passes by 41 votes",
    ),
    "words_only_german.html": (
        "Deichpost",
        ["Hanna Deich", "Ole Marsch"],
        "2026-02-14T12:05:00",
        "2026-02-14T18:20:00",
        "Sturm deckt Turnhalle ab",
    ),
    "words_only_french.html": (
        "La Gazette du Vallon",
        ["Lise Morel"],
        "2026-04-03T07:45:00",
        "2026-04-04T10:00:00",
        "Le marché couvert rouvre ses portes",
    ),
    "words_only_spanish.html": (
        "Diario del Estuario",
        ["Marta Quiroga"],
        "2026-01-12T19:30:00",
        None,
        "El puerto estrena alumbrado",
    ),
    "opinion.html": ("The Larkmoor Herald", ["Irma Sand"], "2026-05-02T05:00:00-05:00", None, "Let the tide decide"),
    "sponsored.html": ("Eastside Current", ["Warmwall Ltd"], "2026-03-09", None, "Five ways to insulate a loft"),
    "live.html": (
        "Vale Wire",
        ["Noor Haddad"],
        "2026-01-09T06:00:00+00:00",
        "2026-01-09T21:30:00+00:00",
        "Flood live: river peaks at Stonebridge",
    ),
    "article_body_only.html": (
        "Mill Lane News",
        ["Posy Grain"],
        "2026-02-01T10:00:00",
        None,
        "Bakery wins bridge prize",
    ),
    "agency.html": ("Tidewater Post", ["Reuters"], "2026-04-07T12:01:00+02:00", None, "Central bank holds rates"),
    "plain.xhtml": ("Vale Wire", ["Noor Haddad"], "2026-01-30", None, "Old mill sold"),
    "amp.html": (
        "Eastside Current",
        ["Dee Okafor", "Lou Marsh"],
        "2026-04-28T09:00:00.250000-04:00",
        None,
        "Pool to open early",
    ),
}


def read(data: bytes | str, **given: Any) -> sayso.Record:
    raw = data.encode() if isinstance(data, str) else data
    return sayso.Engine().normalize(sayso.Document(data=raw, media_type="text/html", path="a.html", **given))


def test_every_sample_has_its_expectations() -> None:
    """No sample lies there unread."""
    assert {path.name for path in SAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_facts_of_a_sample(name: str) -> None:
    """Outlet, authors, dates with time and zone as published, and headline come out of each way to state them."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / name))
    outlet, authors, published, modified, headline = EXPECTED[name]
    assert (record.outlet.value.name if record.outlet.value else None) == outlet
    assert [agent.name for agent in record.author.value or ()] == authors
    assert (record.date_published.value.value if record.date_published.value else None) == published
    assert (record.date_modified.value.value if record.date_modified.value else None) == modified
    assert record.headline.value == headline


# ------------------------------------------------------------------------------------------------ leading back


def looked_up(data: bytes, pointer: str) -> list[str]:
    """What stands at a pointer, by another parser than the reader's."""
    xpath, _, inner = pointer.partition("#")
    tree = (
        etree.document_fromstring(data.decode().partition("?>")[2] or data.decode())
        if data.startswith(b"<?xml")
        else etree.document_fromstring(data.decode())
    )
    found = tree.xpath(xpath)
    assert found, f"nothing at {xpath}"
    if not inner and "#" not in pointer:
        return [one if isinstance(one, str) else one.text_content() for one in found]
    text = found[0].text
    try:
        value: Any = json.loads(text)
    except ValueError:
        value = load(text)
    for step in inner.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return [json.dumps(value, ensure_ascii=False)]


def words_of(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [part for agent in value for part in agent.name.split()]
    if isinstance(value, sayso.DateValue):
        return [value.raw]
    if isinstance(value, sayso.Org | sayso.InfoSource):
        return value.name.split()
    if isinstance(value, sayso.Note):
        return [value.text or (value.href or "").rpartition("/")[2]]
    return [str(value)]


#: Facts whose value is a word of ours for what stands there.
NORMALISED = {"item_type", "language"}


def every_fact(record: sayso.Record) -> list[tuple[str, sayso.Fact[Any]]]:
    return [(name, one) for name, fact in record.facts() for one in (fact, *fact.alternatives)]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_pointer_leads_to_what_was_stated(name: str) -> None:
    """An asserted value, or the words that it was read from, stands in the page where its pointer says."""
    data = (SAMPLES / name).read_bytes()
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / name))
    asserted = [(n, f) for n, f in every_fact(record) if f.status is sayso.Status.ASSERTED]
    assert len(asserted) >= 4
    for fact_name, fact in asserted:
        assert fact.source_field is not None
        found = " ".join(unescape(unescape(" ".join(looked_up(data, fact.source_field.pointer)))).split())
        if fact_name.strip("/") in NORMALISED:
            continue
        for word in words_of(fact.value):
            assert " ".join(word.split()) in found, (
                f"{fact_name}: {word!r} is not at {fact.source_field.pointer}: {found[:200]}"
            )


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sections_and_extracted_facts_are_of_the_text(name: str) -> None:
    """Sections follow one another within the text, and what was extracted stands at its span."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / name))
    end = 0
    for section in record.sections:
        assert end <= section.span.start < section.span.end <= len(record.text)
        assert not record.text[end : section.span.start].strip()
        end = section.span.end
    assert not record.text[end:].strip()
    for _, fact in every_fact(record):
        for selector in fact.selectors:
            assert selector.span.of(record.text) == selector.exact


# ---------------------------------------------------------------------------------------------------- the text


def test_the_text_holds_the_article_and_nothing_around_it() -> None:
    """Navigation, newsletter boxes, related articles, bylines and readers' comments are no part of the text."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "array_of_types.html"))
    kinds = [(section.kind, section.span.of(record.text)[:20]) for section in record.sections]
    assert kinds == [
        ("headline", "Harbour crane inspec"),
        ("headline", "The port authority w"),
        ("boilerplate.caption", "The fallen crane on "),
        ("news", "Every crane in the h"),
        ("correction", "Correction: An earli"),
    ]
    for absent in ("newsletter", "Related", "By Ana", "Sport", "©"):
        assert absent not in record.text
    assert (
        "Peter K."
        not in sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "graph_with_references.html")).text
    )


def test_links_keep_their_words_and_lead_somewhere() -> None:
    """A link of the body is recorded with its words and its absolute target."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "array_of_types.html"))
    assert [(one.evidence, one.target) for one in record.relations] == [
        ("its report on the collapse", "https://www.larkmoorherald.example/documents/crane-report.pdf")
    ]


def test_policies_and_sponsors_are_notes_on_independence() -> None:
    """Policies are links of the outlet, and a label of paid content is a note on the item."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "array_of_types.html"))
    notes = {(one.value.kind, one.value.href, one.value.text) for one in record.independence if one.value}
    assert ("policy_link", "https://www.larkmoorherald.example/corrections", None) in notes
    assert ("ownership", None, "The Herald belongs to a trust of its readers.") in notes
    assert len(notes) == 6
    paid = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "sponsored.html"))
    assert {(one.value.kind, one.value.scope) for one in paid.independence if one.value} == {("sponsor", "item")}


def test_kinds_of_items() -> None:
    """Opinion, live coverage and an agency's text are told from their marks."""
    engine = sayso.Engine()
    opinion = engine.normalize(sayso.Document.from_path(SAMPLES / "opinion.html"))
    assert opinion.item_type.value == "opinion"
    assert [section.kind for section in opinion.sections] == ["headline", "opinion"]
    assert engine.normalize(sayso.Document.from_path(SAMPLES / "live.html")).item_type.value == "live_entry"
    agency = engine.normalize(sayso.Document.from_path(SAMPLES / "agency.html"))
    assert agency.info_sources[0].value == sayso.InfoSource("Reuters", "agency")
    assert agency.author.value == (sayso.Agent("Reuters", "organization"),)


def test_what_is_absent_says_where_it_was_looked_for() -> None:
    """A page without author and date has none, and no page is given a date of today."""
    record = read(
        "<html><body><article><h1>Mill to close in the autumn</h1><p>"
        + "The mill will close. " * 20
        + "</p></article></body></html>"
    )
    for fact in (record.author, record.date_published, record.outlet):
        assert fact.status is sayso.Status.MISSING
        assert len(fact.looked_in) >= 3


def test_the_day_in_an_address_is_inferred() -> None:
    """Where only the address has a day, it is inferred from that, and says so."""
    page = (
        "<html><body><article><h1>Mill to close</h1><p>" + "The mill will close. " * 20 + "</p></article></body></html>"
    )
    record = read(page, uri="https://larkmoorherald.example/2026/05/04/mill")
    assert record.date_published.status is sayso.Status.INFERRED
    assert record.date_published.value is not None
    assert record.date_published.value.value == "2026-05-04"


def test_every_place_that_names_an_author_stays() -> None:
    """Other places than the first are alternatives of the fact."""
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "graph_with_references.html"))
    assert record.author.source_field is not None
    assert record.author.source_field.pointer == "/html/head/script[1]#/@graph/0/author/name"
    assert len(record.author.alternatives) >= 2


def test_a_page_is_read_without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it a body is still found, by its paragraphs, and the record says which way was taken."""
    from sayso_plugins.readers.html import extractor

    monkeypatch.setattr(extractor, "INSTALLED", False)
    record = sayso.Engine().normalize(sayso.Document.from_path(SAMPLES / "words_only_english.html"))
    assert "“I had packed the first boxes,” said Irene Cole" in record.text
    assert "Obituaries" not in record.text
    assert record.content.normalisation.endswith("body by its paragraphs")
