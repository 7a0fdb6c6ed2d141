"""Dates whose form is known, and how exactly a date is known."""

from __future__ import annotations

import locale
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import VALUES, ConfigError, DateValue, date_in_form
from sayso.readers.fitting import unfit

READ = [
    ("14 NOV 26, 07h40", "%d %b %y, %Hh%M", "2026-11-14T07:40:00", "minute", None),
    ("4. maY 2026", "%d. %B %Y", "2026-05-04", "day", None),
    ("Mon, Sept 7 2026", "%a, %b %d %Y", "2026-09-07", "day", None),
    ("May 2026", "%B %Y", "2026-05", "month", None),
    ("2026", "%Y", "2026", "year", None),
    ("20260504083015", "%Y%m%d%H%M%S", "2026-05-04T08:30:15", "second", None),
    ("4/5/26 8:30 p.m.", "%d/%m/%y %I:%M %p", "2026-05-04T20:30:00", "minute", None),
    ("4/5/26 12:05 AM", "%d/%m/%y %I:%M %p", "2026-05-04T00:05:00", "minute", None),
    ("2026-05-04 08:30 +0200", "%Y-%m-%d %H:%M %z", "2026-05-04T08:30:00+02:00", "minute", "+02:00"),
    ("2026-05-04 08:30 -03:30", "%Y-%m-%d %H:%M %z", "2026-05-04T08:30:00-03:30", "minute", "-03:30"),
    ("2026-05-04 08:30 GMT", "%Y-%m-%d %H:%M %Z", "2026-05-04T08:30:00+00:00", "minute", "Z"),
    ("04.05.2026 08:30:15,25", "%d.%m.%Y %H:%M:%S,%f", "2026-05-04T08:30:15.250000", "second", None),
    ("4 May 2026, 7 h", "%d %B %Y, %H h", "2026-05-04", "day", None),
    ("100% on 4 May 1969", "100%% on %d %b %y", None, None, None),
    ("4 May 69", "%d %b %y", "1969-05-04", "day", None),
]


@pytest.mark.parametrize(("words", "form", "value", "precision", "zone"), READ)
def test_a_date_is_read_as_it_is_written(words, form, value, precision, zone):
    """No zone, second or day is added, and what comes out is a date that a record takes."""
    found = date_in_form(words, form)
    if value is None:
        assert found is None
        return
    assert found == DateValue(value, precision, words, zone)
    assert unfit("date_published", found) is None


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("31 April 2026", "%d %B %Y"),
        ("yesterday", "%d %B %Y"),
        ("4 May 2026, and more", "%d %B %Y"),
        ("4 Mai 2026", "%d %B %Y"),
        ("٤ May 2026", "%d %B %Y"),
        ("2026-05-04 24:00", "%Y-%m-%d %H:%M"),
        ("2026-05-04 08:30 BST", "%Y-%m-%d %H:%M %Z"),
        ("", "%Y"),
        ("0000", "%Y"),
        ("2026" + " " * 10_000 + "x", "%Y %m"),
    ],
)
def test_what_is_no_date_of_the_form_is_none(words, form):
    """Words of another form, and days that the calendar has not, are no date."""
    assert date_in_form(words, form) is None


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("%d %B", "year"),
        ("%Q %Y", "%Q is no part"),
        ("%c", "%c is no part"),
        ("%Y-%d", "%m"),
        ("%d %b %Y %I:%M", "%p"),
        ("%d %b %Y %S", "%M"),
        ("%Y %y", "twice"),
        ("%Y %Y", "again"),
        ("%Y %", "no part"),
    ],
)
def test_a_form_that_leaves_the_date_open_is_refused(form, why):
    """Whoever writes the form is told, and not whoever wrote the date."""
    with pytest.raises(ConfigError, match=why):
        date_in_form("4 May 2026", form)


def test_the_first_form_that_fits_counts():
    """Several forms are tried in their order."""
    assert date_in_form("4.5.26", "%Y", "%d.%m.%y", "%m.%d.%y") == DateValue("2026-05-04", "day", "4.5.26")


def test_names_of_months_do_not_depend_on_the_machine():
    """English names are read under every locale."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert date_in_form("4 December 2026", "%d %B %Y") is not None
    finally:
        locale.setlocale(locale.LC_TIME, before)


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2068, 12, 31)), st.sampled_from("yY"))  # noqa: DTZ001
def test_what_strftime_writes_is_read_back(moment, year):
    """Dates that were written with a form are read with it as they were."""
    form = f"%a %d %b %{year} at %H:%M"
    found = date_in_form(moment.strftime(form), form)
    assert found is not None
    assert datetime.fromisoformat(found.value) == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=30), st.text(alphabet="%YymbBdaAHIpMSfzZ -:.Q", max_size=20))
def test_any_words_and_any_form_are_answered(words, form):
    """A date that a record takes, None, or a ConfigError: nothing else."""
    try:
        found = date_in_form(words, form)
    except ConfigError:
        return
    assert found is None or unfit("date_published", found) is None


@pytest.mark.parametrize(
    ("given", "value", "precision"),
    [
        ("2026-05-04T08:30+02:00", "2026-05-04T08:30:00+02:00", "minute"),
        ("2026-05-04T08:30:00+02:00", "2026-05-04T08:30:00+02:00", "second"),
        ("2026-05-04 08:30", "2026-05-04T08:30:00", "minute"),
        ("20260504T083015Z", "2026-05-04T08:30:15+00:00", "second"),
        ("20260504T0830Z", "2026-05-04T08:30:00+00:00", "minute"),
        ("2026-05-04T08", "2026-05-04", "day"),
        ("20260504", "2026-05-04", "day"),
        ("2026-W19-1", "2026-05-04", "day"),
    ],
)
def test_a_date_of_metadata_is_as_exact_as_it_is_written(given, value, precision):
    """Stamps of minutes are none of seconds, and days no midnights."""
    found = VALUES["date_published"](given)
    assert (found.value, found.precision, found.raw) == (value, precision, given)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (DateValue("2026-05-04T08:30:00+02:00", "minute", "x"), "2026-05-04T08:30+02:00"),
        (DateValue("2026-05-04T08:30:00", "minute", "x"), "2026-05-04T08:30"),
        (DateValue("2026-05-04T08:30:00", "second", "x"), "2026-05-04T08:30:00"),
        (DateValue("2026-05", "month", "x"), "2026-05"),
    ],
)
def test_people_see_no_seconds_that_nobody_published(date, shown):
    """What is shown of a stamp of minutes ends with the minutes."""
    assert date.shown == shown
