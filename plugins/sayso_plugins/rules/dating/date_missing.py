"""The rule dating/date-missing."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule


@rule(
    "dating/date-missing",
    "There is no publication date in the metadata, the configuration or the text.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=1.0,
    cure="Give date_published in the item's metadata, or configure it for the path in sayso.toml.",
    policies=[
        Policy("schema.org", "An article gives its datePublished."),
        Policy("JTI (CWA 17493)", "The date of publication is shown.", "2019"),
    ],
    examples=[
        Flagged("The bridge was opened, the city said."),
        Flagged("In March the bridge was opened, the city said."),
        Clean("The bridge was opened, the city said.", item={"date_published": "2026-05-04"}),
        Clean("LARKMOOR, 4 May 2026 - The bridge was opened, the city said.", "The dateline gives it."),
    ],
    languages=(),
)
def date_missing(item: Item) -> Iterator[Finding]:
    """Without a date, readers cannot tell news from history, and no relative date means anything.

    A dateline with its year counts; a month without a year does not. The date is never guessed from the text.
    """
    record = item.record
    if record.anchor is None and not item.has_defect("/date_published"):
        looked = "; ".join(record.date_published.looked_in)
        yield Finding(f"there is no publication date; looked in: {looked}", facts=("/date_published",))
