"""The rule dating/silent-change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sayso import (
    Across,
    Clean,
    Corpus,
    Entry,
    Finding,
    Flagged,
    Item,
    Pattern,
    Policy,
    Severity,
    Span,
    Trace,
    corpus_rule,
)
from sayso_plugins.rules._notes import EARLIER, FORMULA, LABEL, MADE

#: What opens a note that something was added, and what an editor says in a note of his own.
UPDATE = Pattern(
    r"\b(?:(?:Updated?|UPDATED?)(?:\s+\d|\s+(?:at|on)\b|\s*[:–—(]|\s+with\b)"
    r"|[Tt]his\s+(?:story|article|report|post|item|piece|page|column)\s+(?:has\s+(?:since\s+)?been|was)\s+"
    r"(?:last\s+)?(?:updated|edited|revised)\b(?!\s+by\s)"
    r"|(?:Editor[’']s|Editors[’']?|EDITOR[’']S|EDITORS[’']?)\s+(?:[Nn]ote|NOTE)s?\b)",
    needs=("update", "edited", "revised", "editor"),
)
PARAGRAPH = Pattern(r"[^\n]*[^\s][^\n]*")
WORD = Pattern(r"\w+")
#: Places that a finding shows; there may be more.
SHOWN = 5
NAME = "dating/silent-change"


def collect(item: Item) -> Iterator[Trace]:
    """The item's own words and its headline's, as hashes, and whether a note says that it was changed."""
    tokens, sections = item.analysis.tokens, [s for s in item.record.sections if s.is_boilerplate]
    words = [
        low
        for start, low in zip(tokens.starts, tokens.lows, strict=True)
        if low[0].isalnum() and not any(s.span.start <= start < s.span.end for s in sections)
    ]
    headline = WORD.findall((item.record.headline.value or "").lower())
    said = {"words": _hash(words), "headline": _hash(headline) if headline else None}
    yield Trace("", {**said, "note": _has_note(item), "live": item.record.item_type.value == "live_entry"})


def _hash(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def _has_note(item: Item) -> bool:
    if item.record.extra.get("corrections") or any(s.kind == "correction" for s in item.record.sections):
        return True
    return any(
        not item.analysis.in_quotation(Span(*found.span()))
        for pattern in (LABEL, FORMULA, EARLIER, MADE, UPDATE)
        for found in pattern.finditer(item.text)
    )


FIRST = {
    "id": "mill-1",
    "text": "The mill closed on Monday, the city said.\n\nForty people lost their jobs.",
    "outlet": "Example Post",
    "url": "https://example.org/mill",
    "date_published": "2026-05-04T09:00:00Z",
}
KEYS = {key: FIRST[key] for key in ("outlet", "url", "date_published")}


@corpus_rule(
    NAME,
    "An item was changed after it was published, and no note says so.",
    collect=collect,
    since="0.1",
    preview=True,
    certainty="lexical",
    confidence=0.85,
    languages=(),
    cure="Add a note that says what was changed, and when.",
    policies=[
        Policy("Reuters", "A correction says what was wrong and where, and is never buried."),
        Policy("IPSO, Clause 1", "A significant inaccuracy is corrected promptly and with due prominence."),
        Policy("The Washington Post", "Nothing is taken back unseen; serious errors are noted at the top.", "2013"),
    ],
    examples=[
        Flagged(
            "The mill closed on Monday, the city said.\n\nFourteen people lost their jobs.",
            at="Fourteen people lost their jobs.",
            item=KEYS,
            beside=(FIRST,),
        ),
        Flagged(
            "The mill closed on Monday, the city said.\n\nForty people lost their jobs.\n\nThe owner is under arrest.",
            at="The owner is under arrest.",
            item=KEYS,
            beside=(FIRST,),
        ),
        Flagged("The mill closed on Monday, the city said.", item=KEYS, beside=(FIRST,)),
        Flagged(
            "The mill closed on Monday, the city said.",
            item={**KEYS, "url": "http://www.example.org/mill/?utm_source=x#c", "date_published": "2026-05-05"},
            beside=(FIRST,),
        ),
        Flagged(
            "The mill closed on Monday, the city said.\n\nForty people lost their jobs.",
            item={**KEYS, "headline": "City closes the mill", "date_published": "2026-05-05"},
            beside=({**FIRST, "headline": "City may close the mill"},),
        ),
        Flagged(
            "The mill closed on Sunday, the city said.\n\nForty people lost their jobs.",
            at="The mill closed on Sunday, the city said.",
            item={**KEYS, "date_modified": "2026-05-04T15:00:00Z"},
            severity=Severity.INFO,
            beside=(FIRST,),
        ),
        Clean(
            "The mill closed on Monday, the city said.\n\nFourteen people lost their jobs.\n\n"
            "Correction, 5 May: fourteen people lost their jobs, not forty.",
            item=KEYS,
            beside=(FIRST,),
        ),
        Clean(
            "The mill closed on Monday, the city said.\n\nFourteen people lost their jobs.",
            "The dates are the same, and the version beside has the note.",
            KEYS,
            ({**FIRST, "text": f"{FIRST['text']}\n\nClarification: forty people lost their jobs, not fourteen."},),
        ),
        Clean(
            "The mill closed on Monday, the city said.\n\nForty people lost their jobs.\n\nThe owner is under arrest."
            "\n\nThis story was updated on 5 May.",
            item=KEYS,
            beside=(FIRST,),
        ),
        Clean(
            "The mill closed on Monday,  the city said.\n\n\nForty people lost their jobs.",
            "Only white space differs.",
            KEYS,
            (FIRST,),
        ),
        Clean(
            "The bakery opened on Monday, the city said.",
            "Another address.",
            {**KEYS, "url": "https://example.org/bakery"},
            (FIRST,),
        ),
        Clean(
            "The mill closed on Monday, the city said.\n\nUpdate: the owner has been arrested.",
            item=KEYS,
            beside=(FIRST,),
        ),
        Clean(
            "09:10 The mill gates are shut.",
            "A live report grows by nature.",
            {**KEYS, "item_type": "live_blog"},
            (FIRST,),
        ),
    ],
    known_false_alarms="Addresses under which something new stands every day, such as a weather page.",
)
def silent_change(corpus: Corpus) -> Iterator[Across]:
    """Readers who saw the first version believe it until they are told.

    A change that nobody announces leaves two versions of the truth under one address. Versions are told by their
    address, compared by their headlines and by their words without the publisher's boilerplate, and put in order by
    their dates. A new date of modification makes it information only.

    Where the dates do not say which version is the newer, a note in either is enough; without one the version that an
    index got in a later run is taken for the newer. In one run nothing tells, and which of the two is named depends on
    what they say, not on the names of their files.
    """
    for versions in corpus.versions():
        for before, after in pairwise(versions):
            ours, theirs = _trace(corpus, after), _trace(corpus, before)
            what = _changed(theirs, ours)
            if what is None or ours["live"] or before.outlet != after.outlet:
                continue
            tied = after.latest.startswith(before.latest) or before.latest.startswith(after.latest)
            if ours["note"] or (tied and theirs["note"]):
                continue
            dated = after.modified is not None and after.modified not in (before.modified, after.published)
            spans = tuple(_new(before, after)) if what == "text" else ()
            yield Across(
                after,
                Finding(
                    f"The {what} at this address was changed and no note says so"
                    + (", only the date of modification" if dated else "")
                    + ("." if spans or what == "headline" else ": parts were taken away.")
                    + (" No date tells which version is the newer." if tied else ""),
                    spans=spans,
                    facts=("/uri", "/headline" if what == "headline" else "/date_modified"),
                    severity=Severity.INFO if dated else None,
                ),
            )


def _changed(before: dict[str, Any], after: dict[str, Any]) -> str | None:
    """What differs: the text, or of two items with one text the headline."""
    if before["words"] != after["words"]:
        return "text"
    both = before["headline"] and after["headline"]
    return "headline" if both and before["headline"] != after["headline"] else None


def _trace(corpus: Corpus, entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = next(value for _, value in corpus.traces_of(NAME, entry))
    return found


def _new(before: Entry, after: Entry) -> Iterator[Span]:
    """The paragraphs that the version before did not have."""
    known = {" ".join(found.group().split()) for found in PARAGRAPH.finditer(before.text)}
    shown = 0
    for found in PARAGRAPH.finditer(after.text):
        words = found.group()
        if " ".join(words.split()) not in known and shown < SHOWN:
            shown += 1
            start = found.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))
