"""The reader velland-transport: press releases of the Ministry of Transport of Velland, as its site has them.

It is a reader of its own and not a refiner of ``html``, since nearly everything that the pages say of themselves is
wrong: each has the title of the site, the name of the webmaster, and the day on which the old site was moved.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime

from sayso import DateValue, Decoded, Document, Draft, Org, ReadError, Reading, Span, decode, reader

from sayso_velland_transport.page import Block, blocks

OUTLET = "Ministry of Transport"
#: How every release begins.
NUMBER = re.compile(r"Release No\. (?P<number>\d{1,4}/\d{4})")
#: The line below it: place, day first, and the time of day since 2019.
DATED = re.compile(r"(?P<place>[^\W\d_]+), (?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4})(?:, (?P<time>\d\d:\d\d))?")
CORRECTED = re.compile(r"Corrected (?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4}): ")
#: How the text ends: ``- E N D -``, ``-- END --``, ``Ends``.
END = re.compile(r"\W{0,5}(?:E N D|END|Ends?)\W{0,5}")
CONTACT = re.compile(r"Press desk: ")
HEADLINE = "hd"


@reader("velland-transport", "Releases of the Ministry of Transport of Velland", version="0.1.0")
def velland_transport(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read one page as one release.

    Raises:
        ReadError: ``not-its-kind`` for a page without the number that every release has.
    """
    data = document.read()
    decoded = _decoded(data, document.encoding)
    found = _release(blocks(decoded.text))
    if not found:
        raise ReadError("not-its-kind", "this page has no line 'Release No.'; read it with the reader html")
    text = "\n\n".join(block.text for block in found)
    draft = reading.draft(
        document,
        text,
        media_type="text/html",
        normalisation=f"{decoded.normalisation}; blocks of the release, white space made one",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )
    _state(draft, found)
    yield draft


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """The markup. What a page declares of itself is wrong as often as not: UTF-8 is tried, then Windows-1252."""
    try:
        return decode(data, encoding)
    except ReadError as error:
        if encoding is not None or error.kind != "encoding":
            raise
        return decode(data, "cp1252")


def _release(found: list[Block]) -> list[Block]:
    """The blocks from the number on; what stands before them is the site's."""
    for at, block in enumerate(found):
        if NUMBER.match(block.text):
            return found[at:]
    return []


def _state(draft: Draft, found: list[Block]) -> None:
    """What each block says, by its place in the text."""
    part, end = "byline", 0
    for block in found:
        span = Span(end, end + len(block.text))
        end = span.end + 2
        part = _part(draft, block, part)
        draft.section(_stated(draft, block, span, part), span)
    draft.inferred("outlet", Org(OUTLET, kind="government"), basis="the number of a release", confidence=0.95)
    draft.inferred("item_type", "press_release", basis="the number of a release", confidence=0.95)
    draft.looked("date_published", "the line below the number: no date")
    draft.looked("headline", "the line in bold: there is none")
    draft.looked("author", "releases are not signed; the press desk answers for them")
    draft.looked("date_modified", "no line 'Corrected'")


def _part(draft: Draft, block: Block, before: str) -> str:
    """Which part of a release a block belongs to: its first lines, its text, or what follows the end."""
    if before == "boilerplate.notes" or END.fullmatch(block.text):
        return "boilerplate.notes"
    if block.kind == HEADLINE and not draft.states("headline"):
        return "headline"
    return "byline" if before == "byline" and (NUMBER.match(block.text) or DATED.match(block.text)) else "news"


def _stated(draft: Draft, block: Block, span: Span, part: str) -> str:
    """State what a block gives; its kind of section."""
    corrected = CORRECTED.match(block.text)
    if corrected:
        _state_day(draft, "date_modified", corrected, span)
        return "correction"
    if part == "boilerplate.notes":
        return "boilerplate.contact" if CONTACT.match(block.text) else part
    if part == "headline":
        draft.extracted("headline", block.text, span, confidence=0.95)
    elif part == "byline":
        number, dated = NUMBER.match(block.text), DATED.fullmatch(block.text)
        if number:
            draft.extra["release_number"] = number["number"]
        if dated:
            at = Span(*(span.start + offset for offset in dated.span("place")))
            draft.extracted("dateline_place", dated["place"], at, confidence=0.95)
            _state_day(draft, "date_published", dated, span)
    return part


def _state_day(draft: Draft, name: str, found: re.Match[str], span: Span) -> None:
    """State a date at its place; one that is in no calendar was looked for in vain."""
    groups = found.groupdict()
    time = groups.get("time")
    value = f"{groups['year']}-{groups['month']}-{groups['day']}" + (f"T{time}:00" if time else "")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        draft.looked(name, f"text: {found.group()!r} is no date")
        return
    first, last = found.start("day"), found.end("time" if time else "year")
    at = Span(span.start + first, span.start + last)
    # The site gives the time of the ministry's clock and no zone: none is what is known of it.
    read = DateValue(value, "minute" if time else "day", found.string[first:last])
    draft.extracted(name, read, at, confidence=0.95)
