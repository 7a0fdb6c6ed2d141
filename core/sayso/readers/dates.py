"""Dates in running text, read only where they are whole: guessing dates is the fault we look for."""

from __future__ import annotations

from datetime import date

from sayso.analysis.language import LanguagePack
from sayso.records.values import DateValue


def full_date(words: str, pack: LanguagePack) -> DateValue | None:
    """The first date with its year in `words`; None where there is none or it is no date of the calendar.

    What counts as one, the words of the language say (:attr:`LanguagePack.full_date`); in English ``4 May 2026``,
    ``May 4, 2026``, ``Mon., 4th May 2026``, ``4-8 May 2026``, which is a month, and ``2026-05-04``. Figures that may
    be a day or a month, such as ``04/05/2026``, are none, and neither are years of two figures and times of day:
    :func:`date_in_form` reads these by the form that they are known to have.
    """
    for match in pack.full_date.finditer(words):
        groups = match.groupdict()
        if groups["iso"]:
            value = groups["iso"]
        elif groups.get("month3"):
            value = f"{int(groups['year3']):04d}-{int(groups['month3']):02d}-{int(groups['day3']):02d}"
        else:
            month = pack.months.get((groups["month"] or groups["month2"]).lower())
            year, day = groups["year"] or groups["year2"], groups["last"] or groups["day"] or groups["day2"]
            if month is None:
                continue
            value = f"{int(year):04d}-{month:02d}-{int(day):02d}"
        try:
            date.fromisoformat(value)
        except ValueError:
            continue
        if groups.get("last") and int(groups["last"]) > int(groups["day"]):
            # A week's digest: of the days of a range none is the day of publication.
            return DateValue(value[:7], "month", match.group())
        return DateValue(value, "day", match.group())
    return None
