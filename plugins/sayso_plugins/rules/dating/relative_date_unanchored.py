"""The rule dating/relative-date-unanchored."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Severity, Span, rule

#: A name that begins with a day: *the Sunday Post*.
DAY_NAME = Pattern(r"(?:(?P<the>[Tt]he)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?P<next>[A-Z][\w’'-]*)")


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
        Flagged("LARKMOOR, 4 May - The mill closed last year, the city said.", at="last year"),
        Clean("LARKMOOR, 4 May - The mill closed on Monday, the city said.", "The dateline has the day."),
        Flagged("The mill closed two weeks ago, the city said.", at="two weeks ago"),
        Clean("The mill closed today, the city said.", item={"date_published": "2026-05-04"}),
        Clean("LARKMOOR, 4 May 2026 - The mill closed on Monday, the city said."),
        Clean("USA Today reported that the mill had closed.", "A name."),
        Clean("The Sunday Post reported that the mill had closed.", "A name."),
        Clean("The mill has closed, Norland Today reported, and Kim Aas of Norland Today asked why.", "A name."),
        Flagged("Today the mill closed, the city said.", at="Today"),
        Clean("The mill is closed on Sundays, the city said.", "No day is meant."),
        Clean("Today’s youth will not miss the mill.", "No day is meant."),
        Clean("“The mill closes today,” Ana Ruiz said.", "Somebody else's word."),
        Clean("The mill closed on Tuesday, 4 June 2024, the city said.", "The date is written out."),
    ],
    known_false_alarms="Names that begin or end with a day or with 'today', where nothing else shows what they are.",
)
def relative_date_unanchored(item: Item, *, anchored: bool = False) -> Iterator[Finding]:
    """'Today' in an item without a date is a day that nobody can name.

    All such expressions of an item are one finding: they have one cause. The option `anchored` reports them for
    information where there is a date too: in an archive, readers meet the words years later.
    """
    anchor = item.record.anchor
    if anchor is not None and not anchored:
        return
    found = (s for s in item.analysis.relative_times if item.analysis.sentence_at(s.start).is_read)
    spans = tuple(span for span in found if not _is_name(item, span))
    if spans and anchor is None and _has_day(item):
        # The dateline has the day, and only the year is open, which dating/date-missing says.
        spans = tuple(span for span in spans if "year" in span.of(item.text).lower())
    if spans and anchor is not None:
        words = ", ".join(repr(span.of(item.text)) for span in spans[:6])
        yield Finding(f"{words} must be counted from {anchor.shown}", spans=spans, severity=Severity.INFO)
    elif spans:
        words = ", ".join(repr(span.of(item.text)) for span in spans[:6])
        more = f" and {len(spans) - 6} more" if len(spans) > 6 else ""
        count = "count" if len(spans) > 1 else "counts"
        yield Finding(f"nothing fixes the day that {words}{more} {count} from", spans=spans, facts=("/date_published",))


def _has_day(item: Item) -> bool:
    """Whether the text begins with a dateline that has a day: *LARKMOOR, 4 May (NS) –*."""
    body = next((one for one in item.analysis.sentences if one.is_read and one.section.kind == "news"), None)
    match = item.pack.dateline.match(item.text, body.span.start) if body is not None else None
    return match is not None and match["date"] is not None


def _is_name(item: Item, span: Span) -> bool:
    """Whether a bare day begins or ends a name: *the Sunday Post*, *Sunday Times*, *Norland Today*."""
    start = span.start - 4 if item.text[max(0, span.start - 4) : span.start].lower() == "the " else span.start
    match = DAY_NAME.match(item.text, start)
    return match is not None and (match["the"] is not None or match["next"].lower() in item.pack.outlet_words)
