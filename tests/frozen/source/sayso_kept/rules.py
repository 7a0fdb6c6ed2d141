"""Rules on one item and on many."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Across, Clean, Corpus, Finding, Flagged, Item, Policy, Severity, Span, Trace, corpus_rule, rule

#: A text that is long enough to be known again.
LONG = (
    "The ferry between Hallin and Sorvik will sail twice a day from June, and the harbour office has hired nine people "
    "for the quay, the sheds and the crane, which stood still for a year after the storm took the old pier away."
)
FIRST = {"id": "a", "text": LONG, "date_published": "2026-05-04"}


@rule(
    "kept/no-shouting",
    "An exclamation mark stands outside of quotation marks.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    confidence=0.9,
    cure="End the sentence with a full stop.",
    policies=[Policy("The desk", "The facts are loud enough.", "2026")],
    examples=[
        Flagged("The ferry sails again!", at="!"),
        Clean("“The ferry sails again!” Jo Berg said.", "She shouts, and not the item."),
    ],
    known_false_alarms="Names with the mark in them.",
)
def no_shouting(item: Item, *, allowed: int = 0) -> Iterator[Finding]:
    """Readers take exclamation marks for the outlet's own joy or anger.

    `allowed` is how many an item may have.
    """
    marks = [Span(at, at + 1) for at, char in enumerate(item.text) if char == "!"]
    for span in [span for span in marks if not item.analysis.in_quotation(span)][allowed:]:
        yield Finding("the item shouts", (span,), confidence=0.8, help="Write a full stop.")


@rule(
    "kept/no-outlet",
    "An item without an outlet.",
    since="0.1",
    severity="error",
    certainty="exact",
    cure="Say who publishes it.",
    examples=[
        Flagged("The mill closed.", severity=Severity.ERROR),
        Clean("The mill closed.", item={"outlet": "Example Post"}),
    ],
    languages=(),
)
def no_outlet(item: Item) -> Iterator[Finding]:
    """Nobody can ask an item of nobody."""
    if not item.record.outlet.known:
        yield Finding("nobody publishes it", facts=("/outlet",))


@rule(
    "kept/unnamed",
    "Somebody speaks who is not named.",
    since="0.1",
    severity="info",
    certainty="judgement",
    cure="Name them.",
    examples=[
        Flagged("Officials said the bridge is safe.", at="Officials"),
        Clean("Ana Ruiz, the city engineer, said the bridge is safe."),
    ],
)
def unnamed(item: Item) -> Iterator[Finding]:
    """Readers cannot weigh a claim without knowing who makes it."""
    speakers = {speaker.id: speaker for speaker in item.analysis.speakers}
    for attribution in item.analysis.attributions:
        speaker = speakers.get(attribution.speaker or "")
        if speaker is not None and not speaker.named:
            for span in attribution.source:
                yield Finding(f"{span.of(item.text)!r} names nobody", (span,), related=attribution.cue)


def collected(item: Item) -> Iterator[Trace]:
    """Keep the day of what ships carry."""
    if "ferry" in item.text:
        yield Trace("ferry", item.record.date_published.value is not None)


@corpus_rule(
    "kept/copied",
    "Two items have the same words.",
    collect=collected,
    since="0.1",
    severity="info",
    certainty="extraction",
    languages=(),
    cure="Credit the first.",
    examples=[
        Flagged(LONG, item={"id": "b", "date_published": "2026-05-05"}, beside=(FIRST,)),
        Clean("The ferry sails.", item={"id": "b"}, beside=(FIRST,)),
    ],
)
def copied(corpus: Corpus, *, share: float = 0.5) -> Iterator[Across]:
    """Readers take two items for two reports.

    `share` is how much must be the same, 0 to 1.
    """
    dated = {entry.id: value for _, entry, value in corpus.traces("kept/copied")}
    for copy in corpus.copies(share):
        if dated.get(copy.copy.id):
            yield Across(copy.copy, Finding("an earlier item has these words", facts=("/info_sources/0",)))
