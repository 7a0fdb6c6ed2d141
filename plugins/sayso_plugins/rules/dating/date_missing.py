"""The rule dating/date-missing."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Pattern, Policy, Span, rule

#: Precisions of dates without a time.
DAYS = frozenset({"day", "month", "year"})
#: The time that heads an entry: *4.35pm* on its line, *15:10 The gates …*.
TIME = Pattern(
    r"(?:\A|\n)[ \t]*(?:\d{1,2}[.:]\d{2}[ \t]*(?:[ap]\.?m\.?)?(?:[ \t]+[A-Z]{2,4})?|\d{1,2}[ \t]*[ap]\.?m\.?)"
    r"(?=[ \t]*(?:\n|\Z|[-–—:|][ \t])|[ \t]+[A-Z“\"'‘])"
)
#: What heads one without a time: *UPDATE* on its line, *Breaking: …*.
LABEL = Pattern(
    r"(?:\A|\n)[ \t]*(?P<label>(?:UPDATED?|LATEST|BREAKING|NEW|JUST IN|Update|Latest|Breaking|Just in)"
    r"(?=[ \t]*\n|[ \t]*[:–—-][ \t]*\S|:[ \t]*\n))"
)
LABELS = ("UPDATE", "LATEST", "BREAKING", "NEW\n", "NEW:", "JUST IN", "\nUpdate", "\nLatest", "\nBreaking", "\nJust in")
#: A date that the operator configured for a batch, as a record has it.
CONFIGURED = {
    "value": {"value": "2026-05-04", "precision": "day", "raw": "2026-05-04"},
    "status": "configured",
    "plugin": {"name": "configuration", "version": "1"},
    "config_ref": {"file": "sayso.toml", "key": "paths[0].facts.date_published"},
}


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
        Flagged("The bridge was opened, the city said.", item={"date_modified": "2026-05-04"}),
        Flagged("LARKMOOR, 4 May - The bridge was opened, the city said."),
        Flagged(
            "The bridge is open now, the city says.",
            item={"item_type": "live_blog", "date_published": "2026-05-04"},
        ),
        Flagged(
            "Live: the fire at the mill\n\n4.35pm\nIt is out, the city says.\n\nUPDATE\nIt burns again, the city says."
            "\n\n3.15pm\nIt burns, the city says.",
            at="UPDATE",
            item={"date_published": "2026-05-04"},
        ),
        Clean(
            "UPDATE: the fire at the mill\n\n4.35pm\nIt is out, the city says.\n\n3.15pm\nIt burns, the city says.",
            "It heads the whole.",
            {"date_published": "2026-05-04"},
        ),
        Clean(
            "Mill closed by the city\nStaff Reporter\nLarkmoor Chronicle\n\nLarkmoor, 18 August 2024: The mill was"
            " closed, the city said.",
            "A byline without a name is one too, and the dateline behind it is read.",
        ),
        Clean("The bridge was opened, the city said.", item={"date_published": "2026-05-04"}),
        Clean("LARKMOOR, 4 May 2026 - The bridge was opened, the city said.", "The dateline gives it."),
        Clean("Bridge opens\n\nPublished: 4 May 2026\n\nThe bridge was opened, the city said."),
        Clean(
            "The bridge was opened, the city said.",
            "The operator configured it for a batch.",
            record={"/date_published": CONFIGURED},
        ),
        Clean(
            "The bridge is open now, the city says.",
            "An entry with its time.",
            {"item_type": "live_blog", "date_published": "2026-05-04T10:20:00+02:00"},
        ),
        Clean(
            "The bridge was opened, the city said.",
            "A date that came without provenance is provenance/fact-without-provenance's.",
            record={"/date_published": "2026-05-04"},
        ),
    ],
    known_false_alarms="A date that stands in the text in a place or a form that no reader knows.",
    languages=(),
)
def date_missing(item: Item) -> Iterator[Finding]:
    """Without a date, readers cannot tell news from history, and no relative date means anything.

    A dateline with its year counts; a month without a year does not. The date is never guessed from the text. An
    entry of a live blog needs its time too: the entries of one day differ by nothing else.
    """
    record = item.record
    untimed = tuple(_untimed(item.text))
    if untimed:
        yield Finding("an entry of a live blog has no time, and those around it have one", spans=untimed)
    date = record.date_published.value
    if date is not None and record.item_type.value == "live_entry" and date.precision in DAYS:
        yield Finding(f"the entry of a live blog has a date, {date.raw}, and no time", facts=("/date_published",))
    if record.anchor is None and not item.has_defect("/date_published"):
        looked = "; ".join(record.date_published.looked_in)
        yield Finding(f"there is no publication date; looked in: {looked}", facts=("/date_published",))


def _untimed(text: str) -> Iterator[Span]:
    """The labels that head an entry where the entries before and behind are headed by their times."""
    if not any(label in text for label in LABELS) or not LABEL.search(text):
        return
    times = [match.start() for match in TIME.finditer(text)]
    for match in LABEL.finditer(text):
        if times and times[0] < match.start() < times[-1]:
            yield Span(*match.span("label"))
