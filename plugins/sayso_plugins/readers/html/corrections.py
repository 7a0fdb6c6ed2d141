"""What a page corrects: the notes in its text, and what its JSON-LD says under `correction`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sayso import Draft, Span
from sayso_plugins.readers.html.dates import find_date, read_date

if TYPE_CHECKING:
    from sayso_plugins.readers.html.sheet import Sheet

#: In how many characters of a note its day is looked for.
NEAR = 240


def state_corrections(draft: Draft, sheet: Sheet, notes: Iterable[Span]) -> None:
    """State the notes in the text, each with the day that it gives, and those that only JSON-LD has."""
    for note in notes:
        head = note.of(draft.text)[:NEAR]
        day = find_date(head, sheet.page.language)
        at = head.find(day.raw) if day is not None else -1
        if day is None or at < 0 or draft.unfit("date_modified", day) is not None:
            draft.correction(note)
        else:
            start = note.start + at
            draft.correction(note, date=day, date_at=Span(start, start + len(day.raw)))
    article = sheet.linked.article
    for value, pointer in sheet.linked.of(article, "correction") if article is not None else ():
        state_stated(draft, value, pointer, sheet.page.language)


def state_stated(draft: Draft, value: Any, pointer: str, language: str = "") -> None:
    """State what JSON-LD has under `correction`: words, or a comment with its day. An address of a page is none."""
    note = value if isinstance(value, Mapping) else {}
    key = next((key for key in ("text", "description", "name") if isinstance(note.get(key), str)), None)
    words = note[key] if key else value
    said = " ".join(words.split()) if isinstance(words, str) else ""
    if " " not in said or any(one.what and (said in one.what or one.what in said) for one in draft.corrections):
        return
    given = note.get("datePublished")
    day = read_date(given, language) if isinstance(given, str) else None
    if day is not None and draft.unfit("date_modified", day) is not None:
        day = None
    place = f"{pointer}/{key}" if key else pointer
    draft.correction(place, date=day, date_at=f"{pointer}/datePublished" if day is not None else None, what=said)
