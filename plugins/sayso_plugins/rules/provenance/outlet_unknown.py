"""The rule provenance/outlet-unknown."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, Severity, rule


@rule(
    "provenance/outlet-unknown",
    "Nobody vouches for the outlet: it is unknown, or known only from the text itself.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=1.0,
    cure="Give the outlet in the item's metadata, or configure it for the path in sayso.toml.",
    policies=[
        Policy("JTI (CWA 17493)", "A publisher identifies itself.", "2019"),
        Policy("schema.org", "An article names its publisher."),
    ],
    examples=[
        Flagged("The bridge was opened in 1992.", severity=Severity.ERROR),
        Flagged(
            "The mill closed in 1992.\n\nComment: It will not be missed.\n\n"
            "The Larkmoor Institute (LI) is an independent research organisation.",
            at="The Larkmoor Institute (LI) is an independent research organisation.",
            severity=Severity.INFO,
        ),
        Clean("The bridge was opened in 1992.", item={"outlet": "Example Post"}),
        Clean("The bridge was opened in 1992.", "An object with a name will do.", {"outlet": {"name": "Example Post"}}),
    ],
    languages=(),
)
def outlet_unknown(item: Item) -> Iterator[Finding]:
    """Readers cannot weigh a report without knowing who publishes it.

    An outlet that is only read out of the text is a good guess and no statement of the publisher, so it is
    reported at info; an outlet that nothing gives is an error.
    """
    fact = item.record.outlet
    if fact.vouched or item.has_defect("/outlet"):
        return
    if not fact.known:
        yield Finding(f"the outlet is unknown; looked in: {'; '.join(fact.looked_in)}", facts=("/outlet",))
        return
    name = fact.value.name if fact.value else ""
    spans = tuple(item.analysis.sentence_at(span.start).span for span in fact.spans[:1])
    yield Finding(
        f"the outlet, {name!r}, is known only from the text: it is neither asserted nor configured",
        spans=spans,
        facts=("/outlet",),
        severity=Severity.INFO,
    )
