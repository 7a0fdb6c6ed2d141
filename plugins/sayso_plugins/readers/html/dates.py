"""Dates as pages write them, in metadata and in words.

A date whose day and month could be exchanged is read only where the language of the page decides. A zone that is not
given is unknown. What is no whole date is none.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from re import Match

from sayso import DateValue, Pattern
from sayso_plugins.readers.html.months import MONTHS

ISO = Pattern(
    r"(?<!\d)(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
    r"(?:(?:T|\s|,|\s+at\s|\s*\|\s*|\+|&nbsp;)\s{0,3}(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,](?P<f>\d{1,9}))?)?\s{0,2}"
    r"(?P<z>[Zz](?![A-Za-z])|[+\-−]\d{2}:?\d{2}|[+\-−]\d{1,2}(?!\d)|[A-Z]{2,4}(?:[+-]\d{1,2}(?::?\d{2})?)?)?)?"
)
COMPACT = Pattern(r"\A(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?\s?([Zz]|[+-]\d{2}:?\d{2})?)?\Z")
PARTIAL = Pattern(r"\A(\d{4})(?:[-/](\d{1,2}))?\Z")
EPOCH = Pattern(r"\A(\d{10})(?:\d{3}|\.\d{1,6})?\Z")
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|pazartesi|salı"
    r"|çarşamba|perşembe|cuma(?:rtesi)?|pazar)"
)
#: A zone behind a time. With a hyphen and a colon it would be the end of the hours of something.
ZONE = (
    r"[Zz](?![A-Za-z])|(?:GMT|UTC)\s?[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|\+\d{2}:?\d{2}(?!\d)|[-−]\d{4}(?!\d)|[A-Z]{2,4}\b"
)
TIME = (
    rf"(?:(?:[\s,|·•@/–—-]|(?i:at|um|à|a\s?las|alle|ore|om|kl\.?|klo|às|o|godz\.?|в|year|{WEEKDAY})){{0,4}}\s{{0,3}}"
    r"(?P<H>\d{1,2})(?::|\.|\s?h\s?|\s?Uhr\s?)(?P<M>\d{2})?(?::(?P<S>\d{2}))?\s?(?:Uhr|h\b)?\s?(?P<ap>[AaPp]\.?[Mm]\.?)?"
    rf"\s{{0,2}}\(?(?P<z>{ZONE})?)?"
)
DAY_FIRST = Pattern(
    r"(?<![\d.:/])(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?[.\s,\-/]{0,3}\s?(?:of\s|de\s|d['’]|del\s)?"
    r"(?P<mon>[^\W\d_]{3,14})(?:\.?[\s,\-/]{1,3}|\.)(?:de\s|del\s)?(?P<y>(?:19|20)\d{2})(?!\d)" + TIME
)
MONTH_FIRST = Pattern(
    r"(?P<mon>[^\W\d_]{3,14})\.?\s{1,2}(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?P<y>(?:19|20)\d{2})(?!\d)" + TIME
)
#: As in Hungary: ``2026. május 4.``, ``2026. 05. 04.``
YEAR_FIRST = Pattern(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[.,]?\s(?:(?P<mon>[^\W\d_]{3,14})\.?|(?P<m>\d{1,2})\.)\s(?P<d>\d{1,2})\b\.?" + TIME
)
#: As JavaScript writes a moment: ``Thu Apr 30 2019 15:10:10 GMT+0200``.
SCRIPT = Pattern(
    r"\b(?P<mon>[A-Z][a-z]{2}) (?P<d>\d{1,2}) (?:(?P<H>\d{2}):(?P<M>\d{2}):(?P<S>\d{2})"
    r" (?P<z1>[A-Z]{3,4} )?)?(?P<y>\d{4})\b"
)
NUMBERS = Pattern(
    r"(?<![\d.:/-])(?P<a>\d{1,2})(?P<s>[./-])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>(?:19|20)\d{2}|\d{2})(?![\d/]|-(?!\d{1,2}:))"
    + TIME
)
IDEOGRAPHS = Pattern(
    r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]?(?:\s*(?P<H>\d{1,2})[:時点](?P<M>\d{2}))?"
)
#: A time before the day that it is of: ``09:30 BST, 4 May``.
BEFORE = Pattern(
    r"(?<![\d.:])(?P<H>\d{1,2})(?P<s>[:.])(?P<M>\d{2})(?::(?P<S>\d{2}))?\s?(?P<ap>[AaPp]\.?[Mm]\.?)?"
    rf"\s?\(?(?P<z>{ZONE})?\)?[\s,|·•–—-]{{1,4}}"
    rf"(?:(?:on|le|el|il|am|den|em)\s)?(?i:(?:{WEEKDAY}|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?,?\s)?\Z"
)
YEAR = Pattern(r"(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b")
#: An English day of the week, by its first letters, right before a date.
NAMED_DAY = Pattern(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3}\Z", 2)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: Abbreviations of zones that stand for one offset; those that stand for several are no zone.
ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "SAST": 120, "WIB": 420,
    "HKT": 480, "SGT": 480, "PKT": 300,
}  # fmt: skip
#: Languages of the countries in which ``IST`` is the time of India, and not of Ireland or Israel.
INDIAN = ("en-in", "hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "ur-in")
#: The dates of the best-known example of JSON-LD, which templates keep.
SAMPLES = frozenset({"2015-02-05T08:00:00+08:00", "2015-02-05T09:20:00+08:00"})
#: Regions that write the month first in numbers.
MONTH_BEFORE_DAY = ("en-us", "en_us", "en-ph", "es-us")


def read_date(raw: str, language: str = "") -> DateValue | None:
    """The date that a field of metadata holds; None where it holds none.

    Args:
        language: Of the page, such as ``en-gb``, for numbers whose order depends on it.
    """
    text = " ".join(raw.split())
    if not 4 <= len(text) <= 120:
        return None
    found = ISO.compiled.match(text)
    if found:
        return _made(found, found["y"], found["m"], found["d"], raw.strip(), language)
    compact = COMPACT.compiled.match(text)
    if compact and 1900 <= int(compact[1]) <= 2100:
        y, m, d, hour, minute, second, zone = compact.groups()
        return _moment(raw.strip(), int(y), int(m), int(d), hour, minute, second, zone)
    epoch = EPOCH.compiled.match(text)
    if epoch:
        when = datetime.fromtimestamp(int(epoch[1]), UTC)
        return DateValue(when.isoformat(), "second", raw.strip(), "+00:00")
    partial = PARTIAL.compiled.match(text)
    if partial and 1900 <= int(partial[1]) <= 2100 and 1 <= int(partial[2] or 1) <= 12:
        month = f"-{int(partial[2]):02d}" if partial[2] else ""
        return DateValue(partial[1] + month, "month" if month else "year", raw.strip())
    return find_date(text, language, whole=True)


def find_date(text: str, language: str = "", *, whole: bool = False) -> DateValue | None:
    """The first whole date in words of a page; `raw` of the value are its words.

    Args:
        whole: Whether `text` is nothing but a date, so that its remainder is not looked at for a zone.
    """
    if not YEAR.search(text) and "年" not in text and "년" not in text:
        return None
    made: list[tuple[int, DateValue | None]] = []
    for pattern in (ISO, IDEOGRAPHS):
        found = pattern.search(text)
        if found:
            made.append((found.start(), _made(found, found["y"], found["m"], found["d"], found[0].strip(), language)))
    for pattern in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST, SCRIPT):
        for found in pattern.finditer(text):
            month = month_of(found["mon"]) if found["mon"] else int(found["m"])
            if month:
                raw = found[0].strip(" ,(|·-–")
                value = _made(found, found["y"], str(month), found["d"], raw, language)
                if value is not None:
                    made.append(_with_time_before(text, found.start(), value, language))
                    break
    numbers = NUMBERS.search(text)
    if numbers:
        day, month_number = _order(int(numbers["a"]), int(numbers["b"]), numbers["s"], language)
        if not day:
            day, month_number = _by_weekday(text[: numbers.start()], numbers)
        if day:
            year = numbers["y"] if len(numbers["y"]) == 4 else f"20{numbers['y']}"
            value = _made(numbers, year, str(month_number), str(day), numbers[0].strip(" ,("), language)
            if value is not None:
                made.append(_with_time_before(text, numbers.start(), value, language))
    able = [one for one in made if one[1] is not None]
    best = min(able, key=lambda one: (one[0], -len(one[1].raw if one[1] else "")), default=None)
    if best is None or best[1] is None:
        return None
    value = best[1]
    return DateValue(value.value, value.precision, text, value.zone) if whole else value


def _with_time_before(text: str, start: int, value: DateValue, language: str) -> tuple[int, DateValue]:
    """A day with the time that stands before it, if none stands behind it; and where it begins."""
    low = max(0, start - 44)
    found = BEFORE.compiled.search(text[low:start]) if value.precision == "day" else None
    if found is None or (found["s"] == "." and not (found["ap"] or found["z"])):
        return start, value
    raw = text[low + found.start() : start] + value.raw
    year, month, day = value.value.split("-")
    timed = _made(found, year, month, day, raw, language)
    return (low + found.start(), timed) if timed is not None and timed.precision != "day" else (start, value)


def month_of(word: str) -> int | None:
    """The number of a month by its name in one of many languages."""
    return MONTHS.get(word.casefold().rstrip("."))


def day_of(value: DateValue) -> str:
    """The day of a date as published, or as much of one as is known."""
    return value.value[:10]


def plausible(value: DateValue) -> bool:
    """Whether it can be the date of a page, and is not what software writes where it has none, or its manual has."""
    return "1990" <= value.value[:4] <= "2100" and value.raw not in SAMPLES


def _made(found: object, year: str, month: str, day: str, raw: str, language: str) -> DateValue | None:
    groups = found.groupdict()  # type: ignore[attr-defined]
    hour, minute, second = groups.get("H"), groups.get("M"), groups.get("S")
    half = (groups.get("ap") or "").lower().replace(".", "")
    if hour and (minute or half):
        number = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
        minute = minute or "00"
        if number < 24 and int(minute) < 60:
            fraction = int((groups.get("f") or "0").ljust(6, "0")[:6])
            zone = groups.get("z")
            zone = "+0530" if zone == "IST" and language.startswith(INDIAN) else zone
            made = _moment(raw, int(year), int(month), int(day), str(number), minute, second, zone, fraction)
            if made is not None:
                return made
    return _moment(raw, int(year), int(month), int(day), None, None, None, None)


def _moment(
    raw: str,
    year: int,
    month: int,
    day: int,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
    fraction: int = 0,
) -> DateValue | None:
    try:
        if hour is None or minute is None:
            return DateValue(date(year, month, day).isoformat(), "day", raw)
        offset = _offset(zone)
        zoned = timezone(timedelta(minutes=offset)) if offset is not None else None
        when = datetime(year, month, day, int(hour), int(minute), int(second or 0), fraction, zoned)
    except (ValueError, OverflowError):
        return None
    written = None if offset is None else "Z" if zone and zone in "Zz" else when.isoformat()[-6:]
    return DateValue(when.isoformat(), "second" if second else "minute", raw, written)


def _offset(zone: str | None) -> int | None:
    """Minutes east of Greenwich; None for what is no zone or for one of several."""
    if not zone:
        return None
    if zone in "Zz":
        return 0
    sign_at = max(zone.find("+"), zone.find("-"), zone.find("−"))
    if sign_at < 0:
        return ZONES.get(zone)
    if zone[:sign_at].strip() not in ("", "GMT", "UTC"):
        return None
    digits = zone[sign_at + 1 :].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 15 or minutes > 59:
        return None
    return (1 if zone[sign_at] == "+" else -1) * (60 * hours + minutes)


def _by_weekday(before: str, numbers: Match[str]) -> tuple[int | None, int]:
    """Day and month of two numbers where the day of the week before them allows one order alone."""
    named = NAMED_DAY.search(before)
    if named is None:
        return None, 0
    year = int(numbers["y"]) + (2000 if len(numbers["y"]) == 2 else 0)
    able = []
    for day, month in ((int(numbers["a"]), int(numbers["b"])), (int(numbers["b"]), int(numbers["a"]))):
        try:
            if date(year, month, day).weekday() == WEEKDAYS.index(named[1].lower()):
                able.append((day, month))
        except ValueError:
            continue
    return able[0] if len(able) == 1 else (None, 0)


def order_of(first: int, second: int) -> str | None:
    """The English that writes a day and a month in this order; None where both could be either, or are neither."""
    if first <= 12 < second <= 31:
        return "en-us"
    return "en-gb" if second <= 12 < first <= 31 else None


def _order(first: int, second: int, mark: str, language: str) -> tuple[int | None, int]:
    """Day and month of two numbers; no day where either could be either."""
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if second <= 12 else (second, first)
        return (day, month) if day <= 31 and month <= 12 else (None, 0)
    if language.startswith(MONTH_BEFORE_DAY):
        return second, first
    if (
        mark == "."
        or (language and not language.startswith("en"))
        or language[:5] in ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za")
    ):
        return first, second
    return None, 0
