"""Line breaks of pages: where they hold paragraphs apart, they do so in the text, whichever way the body is found."""

from __future__ import annotations

import pytest

import sayso
from sayso_plugins.readers.html.recognise import is_page

TURNS = (
    "MS. RUIZ: Good afternoon. The bridge at Larkmoor stays open while the work on its piers goes on this summer.",
    "Q Is there any danger to those who cross it?",
    "MS. RUIZ: None that the engineers know of. They measured it in April and again last week, and nothing had moved.",
    "Q Who pays for the piers?",
    "MS. RUIZ: The county pays two thirds, and the town the rest. The council will vote on that on Thursday evening.",
    "Q And if it says no?",
    "MS. RUIZ: Then we come back with another plan, which would take until the spring of the year after the next one.",
)
WAYS = ("auto", "own")


def read(body: str, way: str = "auto") -> sayso.Record:
    """The record of a page with a body, which no class or element names."""
    page = (
        f"<html lang=en><head><title>Briefing on the bridge</title></head><body><h1>Briefing on the bridge</h1>{body}"
    )
    engine = sayso.Engine(sayso.Config(reader={"html": {"body": way}}))
    return engine.normalize(sayso.Document.from_bytes(page.encode(), path="a.html"))


def lines(record: sayso.Record) -> list[str]:
    return record.text.split("\n\n")[1:]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("gap", ["<br><br>", "<br/>\n\t&nbsp;<br/>\n\t", "<br />\n<br />\n", "<br>"])
@pytest.mark.parametrize("around", ["<p>{}</p>", "<div>{}</div>", "<div><div><p>{}</p></div></div>"])
def test_a_transcript_that_only_line_breaks_hold_apart_keeps_its_turns(gap: str, around: str, way: str) -> None:
    """Each turn is a paragraph, with one line break or two between them, in a paragraph or without one."""
    if way == "auto":
        pytest.importorskip("trafilatura")
    record = read(around.format(gap.join(TURNS)), way)
    assert lines(record) == list(TURNS)
    assert record.extra["transcript"]["turns"] == len(TURNS)
    assert record.item_type.value == "interview"


@pytest.mark.parametrize("way", WAYS)
def test_a_line_break_within_a_sentence_is_a_blank(way: str) -> None:
    """One break that follows no end of a sentence holds nothing apart."""
    if way == "auto":
        pytest.importorskip("trafilatura")
    record = read("<p>" + TURNS[0].replace(" stays ", "<br>stays ") + "</p><p>" + "</p><p>".join(TURNS[1:]), way)
    assert lines(record)[0] == TURNS[0]


def test_links_stay_with_the_line_they_stand_in() -> None:
    """A link before and one behind a break are both kept, in their order."""
    pytest.importorskip("trafilatura")
    body = "<br><br>".join(TURNS)
    body = body.replace("engineers", "<a href='https://b.example/e'>engineers</a>")
    body = body.replace("council", "<a href='https://b.example/c'>council</a>")
    record = read(f"<p>{body}</p>")
    assert [(one.evidence, one.target) for one in record.relations] == [
        ("engineers", "https://b.example/e"),
        ("council", "https://b.example/c"),
    ]


@pytest.mark.parametrize(
    ("head", "page"),
    [
        (b"The element <html> holds a page.\n", False),
        (b"Notes\n=====\n\nA page begins with <!doctype html> or with <html >.", False),
        (b"Warning: cannot open a.php in line 3\n<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\xef\xbb\xbf<html><body>", True),
        (b"document.write('x');<html><body>", True),
        (b"0\n\t <html lang='en'>", True),
    ],
)
def test_a_text_that_names_an_element_is_no_page(head: bytes, page: bool) -> None:
    """Stray words may stand before a page, but it begins on a line of its own."""
    assert is_page(head) is page


def test_a_page_of_one_sentence_is_an_item() -> None:
    """A page whose only paragraph says what its title says has these words; one that has only links has none."""
    engine = sayso.Engine()
    page = b"<html><head><title>Mill closes</title></head><body>%s</body></html>"
    record = engine.normalize(sayso.Document.from_bytes(page % b"<p>Mill closes</p>", path="a.html"))
    assert record.text == "Mill closes"
    for body in (b"<p><a href='/a'>Mill closes</a></p>", b"<div>Home</div>"):
        with pytest.raises(sayso.SaysoError, match="only links and labels"):
            engine.normalize(sayso.Document.from_bytes(page % body, path="a.html"))
