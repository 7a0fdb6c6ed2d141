"""Facts that the text of an item gives by its shape: headline, byline, date line, dateline."""

from __future__ import annotations

from sayso.readers.bylines import state_bylines
from sayso.readers.corrections import state_corrections
from sayso.readers.dates import full_date
from sayso.readers.draft import Draft
from sayso.records.values import InfoSource, Note, Org
from sayso.text.pattern import Pattern
from sayso.text.span import Span

ADDRESS = Pattern(r"https?://[^\s<>\"'”’)\]]{3,300}|www\.[^\s<>\"'”’)\]]{3,300}", needs=("http", "www."))


def state_text_facts(draft: Draft) -> None:
    """State what the text gives by its shape: headline, byline, date line, dateline, independence, corrections.

    The readers `plaintext` and `json` do this for every item; nobody does it for a reader that does not ask. Call it
    when the metadata have been stated, since they come first. What is not found is said to have been looked for.
    """
    heads = draft.blocks_of("headline")
    if heads:
        draft.extracted("headline", heads[0].span.of(draft.text), heads[0].span, confidence=heads[0].confidence)
    else:
        draft.looked("headline", "text: the first line is no headline")
    updated = state_bylines(draft)
    _dateline(draft)
    if updated is not None and not (draft.states("date_published") or draft.states("dateline_date")):
        basis = "the one date before the first paragraph, of the last update"
        draft.inferred("date_published", updated, basis=basis, confidence=0.6, derived_from="/date_modified")
    for block in draft.blocks_of("boilerplate.independence"):
        address = ADDRESS.search(draft.text, block.span.start, block.span.end)
        href = address.group().rstrip(".,;:") if address else None
        note = Note("self_statement", block.span.of(draft.text), href)
        draft.extracted("independence", note, block.span, confidence=block.confidence)
        pointer = draft.pack.pointer_words.search(draft.text, block.span.start, block.span.end)
        if pointer and not draft.relations and "http" not in block.span.of(draft.text):
            draft.missing(
                "independence", f"text: {pointer.group()!r} ({pointer.start()}-{pointer.end()}) has no target"
            )
    state_corrections(draft)
    for name in ("uri", "date_modified", "outlet", "independence", "info_sources"):
        draft.looked(name, "text")
    if not draft.states("date_published"):
        relative = len(draft.relative_times())
        if relative:
            one, more = "1 time expression, which fixes no day", "time expressions, none of which fixes a day"
            draft.looked("date_published", f"text: {one}" if relative == 1 else f"text: {relative} {more}")


def _dateline(draft: Draft) -> None:
    body = next(
        (b for b in draft.blocks if b.kind not in ("headline", "byline") and not b.kind.startswith("boil")), None
    )
    # Every dateline is set off by a dash or a colon near its beginning.
    opening = draft.text[body.span.start : body.span.start + 140] if body else ""
    marked = any(mark in opening for mark in ("–", "—", "-", ":"))
    match = draft.pack.dateline.match(draft.text, body.span.start, body.span.end) if body and marked else None
    if match is None or not (match["date"] or match["agency"] or match["place"].split(",")[0].isupper()):
        draft.looked("dateline_place", "text: opening of the first paragraph")
        draft.looked("dateline_date", "text: opening of the first paragraph")
        return
    draft.extracted("dateline_place", match["place"], Span(*match.span("place")), confidence=0.9)
    when = full_date(match["date"] or "", draft.pack)
    if when is not None:
        draft.extracted("dateline_date", when, Span(*match.span("date")), confidence=0.9)
    else:
        draft.looked("dateline_date", "text: the dateline gives no year")
    if match["agency"]:
        span = Span(*match.span("agency"))
        draft.extracted("info_sources", InfoSource(match["agency"], "agency"), span, confidence=0.9)
        draft.extracted("outlet", Org(match["agency"], kind="agency"), span, confidence=0.6)
