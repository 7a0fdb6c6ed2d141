"""Tests of the reader velland-transport, on pages as the site has had them since 2014."""

from __future__ import annotations

from pathlib import Path

import pytest
from sayso import Document, Engine, ReadError, Record
from sayso.testing import check_reader, engine_with

from sayso_velland_transport.velland_transport import velland_transport

SAMPLES = Path(__file__).parent / "samples"
FERRY, CAFE = SAMPLES / "2026-05-04-ferry.html", SAMPLES / "2014-03-11-cafe.html"


@pytest.fixture(scope="module")
def engine() -> Engine:
    """An engine that reads releases and nothing else."""
    return engine_with(velland_transport, bundled=["readers", "languages"], reader="velland-transport")


def read(engine: Engine, path: Path) -> Record:
    """The record of a page."""
    return engine.normalize(Document.from_path(path))


def words(record: Record, kind: str) -> list[str]:
    """The text of the sections of a kind."""
    return [one.span.of(record.content.text) for one in record.sections if one.kind == kind]


def test_it_keeps_to_the_contract() -> None:
    """Records of all pages are valid, evidence leads back, and hostile inputs are answered."""
    check_reader(velland_transport, [FERRY, CAFE])


def test_what_a_release_says_of_itself(engine: Engine) -> None:
    """Headline, date, place and number are those of the text, and none is what the page's metadata claims."""
    record = read(engine, FERRY)
    text = record.content.text
    assert record.headline.value == "NEW FERRY TO SAIL FROM JUNE"
    assert record.date_published.value is not None
    assert record.date_published.value.value == "2026-05-04T10:00:00"
    assert [span.of(text) for span in record.date_published.spans] == ["04.05.2026, 10:00"]
    assert record.dateline_place.value == "Hallin"
    assert record.item_type.value == "press_release"
    assert record.outlet.value is not None
    assert record.outlet.value.kind == "government"
    assert record.extra["release_number"] == "112/2026"
    assert not record.author.known
    assert record.author.looked_in == ("releases are not signed; the press desk answers for them",)


def test_the_text_is_the_release(engine: Engine) -> None:
    """Menus, titles and scripts are left out, line breaks part paragraphs, and no-break spaces are spaces."""
    record = read(engine, FERRY)
    assert "Home" not in record.content.text
    assert "count(" not in record.content.text
    assert words(record, "news")[0].startswith("The state ferry “Lark” will sail between Hallin and Sorvik from 1 June")
    assert words(record, "news")[-1] == "The harbour office of Sorvik said the quay will be ready in May."
    assert words(record, "boilerplate.notes")[:2] == ["- E N D -", "Notes to editors"]
    assert words(record, "boilerplate.contact") == ["Press desk: Jo Berg, press@transport.example"]


def test_an_old_page(engine: Engine) -> None:
    """Windows-1252 without a declaration, a day that is in no calendar, a correction, and soft hyphens."""
    record = read(engine, CAFE)
    assert record.headline.value == "Café on the quay closes"
    assert "harbour café closed" in record.content.text
    assert not record.date_published.known
    assert "text: 'Sorvik, 31.02.2014' is no date" in record.date_published.looked_in
    assert record.date_modified.value is not None
    assert record.date_modified.value.value == "2014-03-12"
    assert len(words(record, "correction")) == 1


def test_a_page_of_somebody_else_is_refused(engine: Engine) -> None:
    """What has no number is no release."""
    with pytest.raises(ReadError, match="no line 'Release No.'") as caught:
        engine.normalize(Document.from_bytes(b"<p>Other news", path="other.html"))
    assert caught.value.kind == "not-its-kind"
