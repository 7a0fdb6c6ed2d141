"""Dates of a form that is known, as ``14 NOV 26, 07h40``: read as they are written, with nothing added."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from sayso.errors import ConfigError
from sayso.records.values import DateValue

#: Words longer than this are no date.
LONGEST = 200
MONTHS = ("january february march april may june july august september october november december").split()
WEEKDAYS = ("monday tuesday wednesday thursday friday saturday sunday").split()
MONTH = "|".join([*MONTHS, "sept", *(name[:3] for name in MONTHS)])
WEEKDAY = "|".join([*WEEKDAYS, *(name[:3] for name in WEEKDAYS)])
OFFSET = r"[+-](?:0[0-9]|1[0-9]|2[0-3]):?[0-5][0-9]|Z"
#: What each directive reads, and under which name; those of ``strptime`` that mean the same on every machine.
READS = {
    "Y": ("year", r"[0-9]{4}"),
    "y": ("short", r"[0-9]{2}"),
    "m": ("month", r"1[0-2]|0[1-9]|[1-9]"),
    "b": ("name", MONTH),
    "B": ("name", MONTH),
    "d": ("day", r"3[01]|[12][0-9]|0[1-9]|[1-9]"),
    "a": ("weekday", WEEKDAY),
    "A": ("weekday", WEEKDAY),
    "H": ("hour", r"2[0-3]|[01][0-9]|[0-9]"),
    "I": ("half", r"1[0-2]|0[1-9]|[1-9]"),
    "p": ("noon", r"[ap]\.?m\.?"),
    "M": ("minute", r"[0-5][0-9]|[0-9]"),
    "S": ("second", r"[0-5][0-9]|[0-9]"),
    "f": ("fraction", r"[0-9]{1,6}"),
    "z": ("zone", OFFSET),
    "Z": ("universal", r"UTC|GMT"),
}
#: What each part of a date needs beside it: a month alone is no date.
NEEDS = {
    "month": {"year"},
    "day": {"month"},
    "hour": {"day"},
    "half": {"noon", "day"},
    "noon": {"half"},
    "minute": {"hour"},
    "second": {"minute"},
    "fraction": {"second"},
    "zone": {"minute"},
}
SAME = {"short": "year", "name": "month", "universal": "zone"}
PART = re.compile(r"%(.)|(\s+)|([^%\s]+)|(%)", re.DOTALL)


def date_in_form(words: str, *forms: str) -> DateValue | None:
    """A date that is written in one of these forms, as ``date_in_form("14 NOV 26, 07h40", "%d %b %y, %Hh%M")``.

    Nothing is added: an unknown zone stays unknown, a stamp of minutes has no seconds, and of an hour without its
    minutes the day is kept. Names of months and days are English, long or short, in any case, whatever the language of
    the machine.

    Args:
        words: All of them must be the date; blanks around it do no harm, and neither do several for one.
        forms: As for Python's ``strptime``, with ``%Y %y %m %b %B %d %a %A %H %I %p %M %S %f %z %Z``; years of two
            figures are those from 1969 to 2068, ``%Z`` is UTC or GMT. The first that fits counts.

    Returns:
        None where the words are of none of these forms, or no date of the calendar.

    Raises:
        ConfigError: If a form has another directive, or leaves open what date is meant: no year, ``%I`` without ``%p``.
    """
    patterns = [_pattern(form) for form in forms]
    words = words.strip()
    if len(words) > LONGEST:
        return None
    for pattern in patterns:
        match = pattern.fullmatch(words)
        if match is not None:
            try:
                return _value(match.groupdict(), words)
            except ValueError:  # the 31st of April
                continue
    return None


@lru_cache(maxsize=256)
def _pattern(form: str) -> re.Pattern[str]:
    parts, groups = [], set()
    for match in PART.finditer(form):
        directive, blanks, literal, alone = match.groups()
        if directive == "%":
            parts.append("%")
        elif directive in READS:
            name, pattern = READS[directive]
            if name in groups:
                raise _bad(form, f"%{directive} says again what is said before it")
            groups.add(name)
            parts.append(f"(?P<{name}>{pattern})")
        elif directive or alone:
            read = " ".join(f"%{one}" for one in READS)
            raise _bad(form, f"{match.group()} is no part that is read; there are {read} and %% for the sign itself")
        else:
            parts.append(r"\s+" if blanks else re.escape(literal))
    _complete(form, groups)
    return re.compile("".join(parts), re.IGNORECASE | re.ASCII)


def _complete(form: str, groups: set[str]) -> None:
    have = {SAME.get(name, name) for name in groups}
    if len({"year", "short"} & groups) > 1 or len({"month", "name"} & groups) > 1:
        raise _bad(form, "a year or a month stands in it twice")
    if "year" not in have:
        raise _bad(form, "a date needs its year: %Y, or %y")
    if "half" in have and "noon" in have:
        have.add("hour")
    for name, needed in NEEDS.items():
        if name in have and not needed <= have:
            lacking = ", ".join(f"%{_directive(one)}" for one in sorted(needed - have))
            raise _bad(form, f"%{_directive(name)} needs {lacking} beside it")


def _directive(name: str) -> str:
    return next(sign for sign, (group, _) in READS.items() if group == name)


def _bad(form: str, why: str) -> ConfigError:
    return ConfigError(f"{form!r:.60} is no form of a date: {why}")


def _value(found: dict[str, str | None], words: str) -> DateValue:
    year = int(found.get("year") or _of_two(found["short"] or "0"))
    name, figures, day = found.get("name"), found.get("month"), found.get("day")
    month = _month(name) if name else int(figures) if figures else 1
    moment = datetime(year, month, int(day or 1))  # noqa: DTZ001 - an unknown zone is unknown
    if found.get("minute") is None:
        precision = "day" if day else "month" if name or figures else "year"
        return DateValue(moment.date().isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]], precision, words)
    moment = moment.replace(hour=_hour(found), minute=int(found["minute"] or 0), second=int(found.get("second") or 0))
    moment = moment.replace(microsecond=int((found.get("fraction") or "0").ljust(6, "0")))
    zone = "Z" if found.get("universal") else (found.get("zone") or "").upper() or None
    if zone is not None:
        zone = zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
        moment = moment.replace(tzinfo=_offset(zone))
    return DateValue(moment.isoformat(), "minute" if found.get("second") is None else "second", words, zone)


def _of_two(year: str) -> int:
    return int(year) + (1900 if int(year) > 68 else 2000)


def _month(name: str) -> int:
    return next(number for number, one in enumerate(MONTHS, 1) if one.startswith(name.lower()[:3]))


def _hour(found: dict[str, str | None]) -> int:
    if (half := found.get("half")) is None:
        return int(found["hour"] or 0)
    return int(half) % 12 + (12 if (found["noon"] or "").lower().startswith("p") else 0)


def _offset(zone: str) -> timezone:
    if zone == "Z":
        return UTC
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return timezone(-size if zone[0] == "-" else size)
