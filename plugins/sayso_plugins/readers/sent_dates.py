"""Dates as RFC 822 and its heirs write them, in feeds and letters: with the zone as published."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sayso import DateValue, Pattern

MAILED = Pattern(
    r"\s*(?:[A-Za-z]{2,9}\.?\s*,?\s*)?(?P<day>\d{1,2})[\s-]{1,3}(?P<month>[A-Za-z]{3})[a-z]{0,6}[\s,-]{1,3}"
    r"(?P<year>\d{4}|\d{2})(?:\s{1,3}(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\.\d{1,9})?\s{0,3}(?P<zone>[+-]\d{1,2}:?\d{2}|[A-Za-z]{1,5})?)?\s*(?:\([^()]{0,40}\)\s*)?\Z"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Hours east of Greenwich of the zones that RFC 822 names, and of few others that stand for one offset alone.
ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "aest": 10,
    "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip
LONGEST = 120


def sent_date(raw: str) -> DateValue | None:
    """The date in a header or an element; None where it is none. A zone that is not given or not known is unknown."""
    words = " ".join(raw.split())
    if len(words) > LONGEST:
        return None
    found = MAILED.match(words)
    if found is not None:
        return _made(found.groupdict(), raw.strip())
    from sayso_plugins.readers.html.dates import read_date

    return read_date(raw)


def _made(found: dict[str, str | None], raw: str) -> DateValue | None:
    month = (found["month"] or "").lower()
    year = found["year"] or ""
    if month not in MONTHS:
        return None
    # RFC 5322, 4.3: two digits are of this century up to 49.
    number = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 50 else 1900)
    offset = _offset(found["zone"])
    try:
        day = datetime(number, MONTHS.index(month) + 1, int(found["day"] or 0))  # noqa: DTZ001 - only its day
        if found["hour"] is None:
            return DateValue(day.date().isoformat(), "day", raw)
        clock = day.replace(hour=int(found["hour"]) % 24, minute=int(found["minute"] or 0))
        moment = clock.replace(second=min(59, int(found["second"] or 0)))
    except ValueError:
        return None
    if int(found["hour"]) > 24 or (found["hour"] == "24" and (moment.minute or moment.second)):
        return None
    moment += timedelta(days=1) if found["hour"] == "24" else timedelta()
    precision = "second" if found["second"] else "minute"
    if offset is None:
        return DateValue(moment.isoformat(), precision, raw)
    value = moment.replace(tzinfo=timezone(offset)).isoformat()
    return DateValue(value, precision, raw, "Z" if found["zone"] in ("Z", "z") else value[-6:])


def _offset(zone: str | None) -> timedelta | None:
    """*-0000* is RFC 5322's sign for a time whose zone nobody knows."""
    if not zone or zone in ("-0000", "-00:00"):
        return None
    if zone[0] not in "+-":
        hours = ZONES.get(zone.lower())
        return None if hours is None else timedelta(hours=hours)
    digits = zone[1:].replace(":", "").rjust(4, "0")
    if int(digits[:2]) > 15 or int(digits[2:]) > 59:
        return None
    return (-1 if zone[0] == "-" else 1) * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
