"""A reader of a format, and a refiner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso import Agent, DateValue, Document, Draft, Org, ReadError, Reading, Span, decode, reader, refiner

CLOSING = re.compile(r"^-- (?P<outlet>Kept Gazette), (?P<day>\d{4}-\d{2}-\d{2})$", re.MULTILINE)


@reader(
    "kept-lines", "Items of two fields, a line each", version="0.1.0", suffixes=[".kept"], media_types=["text/x-kept"]
)
def kept_lines(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read each line as headline and text, with a bar between."""
    decoded = decode(document.read(), document.encoding)
    for number, line in enumerate(decoded.text.splitlines(), 1):
        headline, bar, text = line.partition("|")
        if not (bar and text.strip()):
            yield ReadError("format", "a line needs a headline, a bar and a text", f"line {number}", (number, 1))
            continue
        draft = reading.draft(document, text, locator=f"line {number}", extra={"line": number})
        draft.inferred("headline", headline or "none", basis="what stands before the bar", confidence=0.9)
        draft.looked("author", "lines have no author")
        draft.section("news", Span(0, len(text)))
        yield draft


def recognised(draft: Draft) -> bool:
    """Whether the text closes as the outlet's do."""
    return CLOSING.search(draft.text) is not None


@refiner(
    "kept-gazette", "Items of Kept Gazette", version="0.1.0", refines=["plaintext", "json", "jsonl"], sniff=recognised
)
def kept_gazette(draft: Draft) -> None:
    """Take outlet and day from the last line."""
    found = CLOSING.search(draft.text)
    if found is None:
        return
    draft.extracted("outlet", Org(found["outlet"], kind="newspaper"), Span(*found.span("outlet")), confidence=0.95)
    day = DateValue(found["day"], "day", found["day"])
    draft.extracted("date_published", day, Span(*found.span("day")), confidence=0.9)
    if not draft.states("author"):
        desk = (Agent("The desk", kind="organization"),)
        draft.inferred("author", desk, basis="the outlet signs nothing", confidence=0.5)
