"""Dates in running text, read only where they are whole: guessing dates is the fault we look for."""

from __future__ import annotations

from datetime import date

from sayso.analysis.language import LanguagePack
from sayso.records.values import DateValue


def full_date(words: str, pack: LanguagePack) -> DateValue | None:
    """The first date with its year in `words`; None where there is none or it is no date of the calendar."""
    match = pack.full_date.search(words)
    if match is None:
        return None
    groups = match.groupdict()
    if groups["iso"]:
        value = groups["iso"]
    else:
        name = (groups["month"] or groups["month2"]).lower().rstrip(".")
        year, day = groups["year"] or groups["year2"], groups["day"] or groups["day2"]
        value = f"{int(year):04d}-{pack.months[name]:02d}-{int(day):02d}"
    try:
        date.fromisoformat(value)
    except ValueError:
        return None
    return DateValue(value, "day", match.group())
