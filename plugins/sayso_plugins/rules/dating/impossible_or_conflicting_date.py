"""The rule dating/impossible-or-conflicting-date."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sayso import Clean, DateValue, Finding, Flagged, Item, Policy, Record, rule

DAY = timedelta(days=1)
NO_TIME = timedelta()
#: Not a date but a placeholder, which provenance/placeholder-value reports.
EPOCHS = ("1970-01-01", "0001-01-01")
EMBARGO = ("embargo", "embargoed", "embargo_until", "embargo_date")


class Range(NamedTuple):
    """The time that a date may mean, in UTC; `slack` is what an unknown zone leaves open."""

    first: datetime
    last: datetime
    slack: timedelta


@rule(
    "dating/impossible-or-conflicting-date",
    "Two dates of the item cannot both be right.",
    since="0.1",
    preview=True,
    severity="error",
    certainty="exact",
    confidence=0.95,
    cure="Correct the date that is wrong; an embargoed item says until when it is embargoed.",
    policies=[
        Policy("practice", "A date that cannot be is a fault of the system, and all relative dates count from it."),
        Policy("AP", "Readers place events by the date of the item."),
    ],
    examples=[
        Flagged("The mill closed.", item={"date_published": "2026-05-04", "date_modified": "2026-05-01"}),
        Flagged(
            "The mill closed.",
            item={"date_published": "2026-05-04T12:00:00Z", "date_modified": "2026-05-04T12:00:00+05:00"},
        ),
        Flagged("LARKMOOR, 4 May 2026 - The mill closed.", at="4 May 2026", item={"date_published": "2026-05-14"}),
        Flagged("LARKMOOR, 4 May 2026 - The mill closed.", at="4 May 2026", item={"date_published": "2031-05-04"}),
        Clean("The mill closed.", item={"date_published": "2026-05-04", "date_modified": "2026-05-04"}),
        Clean(
            "The mill closed.",
            "A zone is unknown, and a day lies within it.",
            {"date_published": "2026-05-04T02:00:00", "date_modified": "2026-05-03T22:00:00-05:00"},
        ),
        Clean("The mill closed.", "Only the year is known.", {"date_published": "2026-05", "date_modified": "2026"}),
        Clean("LARKMOOR, 4 May 2026 - The mill closed.", item={"date_published": "2026-05-06"}),
        Clean(
            "The mill closed.",
            "Both times in their zones are one.",
            {
                "date_published": "2026-05-04T12:00:00Z",
                "date_modified": "2026-05-04T17:00:00+05:00",
            },
        ),
    ],
    known_false_alarms="An old dispatch that is published again; a scheduled item whose last change was hours before.",
    languages=(),
)
def impossible_or_conflicting_date(item: Item, *, minutes: int = 60, days: int = 2) -> Iterator[Finding]:
    """An item whose dates contradict each other dates nothing that it tells.

    Dates are compared only as exactly as they are given, and where a zone is unknown, a day is allowed for it. The
    option `minutes` is how long before publication a scheduled item may have been changed, `days` how many may lie
    between the day of the dateline and that of publication. Until when an item is embargoed stands in `embargo` or
    `embargoed` of its metadata.
    """
    record = item.record
    published = _range(record.date_published.value)
    if published is None:
        return
    shown = record.date_published.value.raw if record.date_published.value else ""
    changed = _range(record.date_modified.value)
    if changed and record.date_modified.value and _before(changed, published) > timedelta(minutes=minutes):
        words = f"changed ({record.date_modified.value.raw}) before it was published ({shown})"
        yield _finding(record, words, "date_modified", "date_published")
    sent = _range(record.dateline_date.value)
    if sent and record.dateline_date.value and _apart(sent, published) > (days - 1) * DAY:
        words = f"dated {record.dateline_date.value.raw} and published {shown}, more than {days} days apart"
        yield _finding(record, words, "dateline_date", "date_published")
    taken = _read(record.retrieval.retrieved_at)
    if taken and _before(taken, published) > NO_TIME and not any(record.extra.get(key) for key in EMBARGO):
        words = f"published {shown}, after it was retrieved ({record.retrieval.retrieved_at})"
        yield _finding(record, words, "date_published")


def _finding(record: Record, words: str, *names: str) -> Finding:
    spans = tuple(span for name in names for span in getattr(record, name).spans)
    return Finding(f"the item is {words}", spans=spans, facts=tuple(f"/{name}" for name in names))


def _before(one: Range, other: Range) -> timedelta:
    """By how much a date is surely before another."""
    return other.first - one.last - max(one.slack, other.slack)


def _apart(one: Range, other: Range) -> timedelta:
    """How much time surely lies between two dates, whichever is first."""
    return max(_before(one, other), _before(other, one))


def _range(value: DateValue | None) -> Range | None:
    return _read(value.value) if value and value.value[:10] not in EPOCHS else None


def _read(value: str | None) -> Range | None:
    """The range of a year, month, day or time; None for a date of another form."""
    if not value:
        return None
    try:
        if len(value) > 10:
            moment = datetime.fromisoformat(value)
            slack = NO_TIME if moment.tzinfo else DAY
            moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
            return Range(moment, moment, slack)
        year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
        first = datetime(year, month or 1, day or 1, tzinfo=UTC)
        return Range(first, _next(first, month, day), DAY)
    except (ValueError, OverflowError):
        return None


def _next(first: datetime, month: int, day: int) -> datetime:
    """Where a year, a month or a day ends."""
    if day:
        return first + DAY
    if month and month < 12:
        return first.replace(month=month + 1)
    return first.replace(year=first.year + 1, month=1)
