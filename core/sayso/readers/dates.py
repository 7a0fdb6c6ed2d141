"""Dates in running text, read only where they are whole: guessing dates is the fault we look for."""

from __future__ import annotations

from datetime import date

from sayso.analysis.language import LanguagePack
from sayso.records.values import DateValue
from sayso.text.pattern import Pattern

#: A day in figures, in whichever order.
FIGURES = Pattern(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])", needs=("/",))


def full_date(words: str, pack: LanguagePack) -> DateValue | None:
    """The first date with its year in `words`; None where there is none or it is no date of the calendar.

    What counts as one, the words of the language say (:attr:`LanguagePack.full_date`); in English ``4 May 2026``,
    ``May 4, 2026``, ``Mon., 4th May 2026``, ``4-8 May 2026``, which is a month, and ``2026-05-04``. In any language
    figures count that can be read in one way only, as ``22/5/2026``. Those that may be a day or a month, such as
    ``04/05/2026``, are none, and neither are years of two figures and times of day: :func:`date_in_form` reads these
    by the form that they are known to have.
    """
    found = [one for one in (_in_words(words, pack), _in_figures(words)) if one is not None]
    return min(found, key=lambda one: words.index(one.raw or ""), default=None)


def _in_figures(words: str) -> DateValue | None:
    """A day in figures of which one cannot be the month, or both are the same."""
    for match in FIGURES.finditer(words) if "/" in words else ():
        day, month = sorted((int(match[1]), int(match[2])), reverse=True)
        try:
            if day > 12 or day == month:
                return DateValue(date(int(match[3]), month, day).isoformat(), "day", match.group())
        except ValueError:
            continue
    return None


def _in_words(words: str, pack: LanguagePack) -> DateValue | None:
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
