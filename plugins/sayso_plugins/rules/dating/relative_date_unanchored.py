"""The rule dating/relative-date-unanchored."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule


@rule(
    "dating/relative-date-unanchored",
    "Dates such as 'today' have nothing to count from.",
    since="0.1",
    severity="error",
    certainty="exact",
    confidence=0.95,
    cure="Give the item a date, or write the dates out.",
    policies=[Policy("AP", "A day of the week within seven days, a date beyond; never only 'today'.")],
    examples=[
        Flagged("The mill closed today, the city said.", at="today"),
        Flagged("On Tuesday the mill closed, the city said. It will reopen next month.", at="On Tuesday"),
        Clean("The mill closed today, the city said.", item={"date_published": "2026-05-04"}),
        Clean("LARKMOOR, 4 May 2026 - The mill closed on Monday, the city said."),
        Clean("USA Today reported that the mill had closed.", "A name."),
        Clean("Today’s youth will not miss the mill.", "No day is meant."),
        Clean("“The mill closes today,” Ana Ruiz said.", "Somebody else's word."),
    ],
)
def relative_date_unanchored(item: Item) -> Iterator[Finding]:
    """'Today' in an item without a date is a day that nobody can name.

    All such expressions of an item are one finding: they have one cause.
    """
    if item.record.anchor is not None:
        return
    spans = tuple(s for s in item.analysis.relative_times if item.analysis.sentence_at(s.start).is_read)
    if spans:
        words = ", ".join(repr(span.of(item.text)) for span in spans[:6])
        more = f" and {len(spans) - 6} more" if len(spans) > 6 else ""
        yield Finding(f"nothing fixes the day that {words}{more} count from", spans=spans, facts=("/date_published",))
