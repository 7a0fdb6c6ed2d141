"""The rule provenance/outlet-unknown."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, Severity, rule
from sayso_plugins.rules._signed import house

#: An outlet that the operator configured, as a record has it.
CONFIGURED = {
    "value": {"name": "Example Post"},
    "status": "configured",
    "plugin": {"name": "configuration", "version": "1"},
    "config_ref": {"file": "sayso.toml", "key": "paths[0].facts.outlet"},
}


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
        Flagged("The bridge was opened in 1992.", item={"outlet": {"name": " "}}, severity=Severity.ERROR),
        Flagged(
            "By Ana Ruiz, The Larkmoor Herald\n\nThe bridge is open, the city said.",
            at="By Ana Ruiz, The Larkmoor Herald",
            severity=Severity.INFO,
        ),
        Flagged(
            "By Ana Ruiz, Harbour Forum\n\nThe bridge is open, the city said.",
            at="By Ana Ruiz, Harbour Forum",
            severity=Severity.INFO,
        ),
        Flagged("By Ana Ruiz, Jo Berg\n\nThe bridge is open, the city said.", severity=Severity.ERROR),
        Clean("The bridge was opened in 1992.", item={"outlet": "Example Post"}),
        Clean("The bridge was opened in 1992.", "An object with a name will do.", {"outlet": {"name": "Example Post"}}),
        Clean("The bridge was opened in 1992.", "The operator configured it.", record={"/outlet": CONFIGURED}),
        Clean(
            "By Ana Ruiz, The Larkmoor Herald\n\nThe bridge is open, the city said.", item={"outlet": "Larkmoor Herald"}
        ),
        Clean(
            "The bridge was opened in 1992.",
            "An outlet without provenance is provenance/fact-without-provenance's.",
            record={"/outlet": "Example Post"},
        ),
    ],
    known_false_alarms="An outlet that only the address of the item tells, and no reader takes from it.",
    languages=(),
)
def outlet_unknown(item: Item) -> Iterator[Finding]:
    """Readers cannot weigh a report without knowing who publishes it.

    An outlet that is only read out of the text is a good guess and no statement of the publisher, so it is
    reported at info; an outlet that nothing gives is an error.
    """
    fact = item.record.outlet
    name = fact.value.name.strip() if fact.value else ""
    if (fact.vouched and name) or item.has_defect("/outlet"):
        return
    signed = house(item)
    if not name and signed is not None:
        yield Finding(
            f"the outlet, {signed.of(item.text)!r}, is known only from the byline, and nobody vouches for it",
            spans=(item.analysis.sentence_at(signed.start).span,),
            facts=("/outlet",),
            severity=Severity.INFO,
        )
        return
    if not name:
        looked = "; ".join(fact.looked_in) or "what was given, which is an outlet without a name"
        yield Finding(f"the outlet is unknown; looked in: {looked}", facts=("/outlet",))
        return
    how = f"inferred ({fact.basis})" if fact.basis and not fact.spans else "known only from the text"
    spans = tuple(item.analysis.sentence_at(span.start).span for span in fact.spans[:1])
    yield Finding(
        f"the outlet, {name!r}, is {how}: it is neither asserted nor configured",
        spans=spans,
        facts=("/outlet",),
        severity=Severity.INFO,
    )
