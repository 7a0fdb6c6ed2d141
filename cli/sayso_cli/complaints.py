"""Failures on standard error: each in a line, and of many that say the same the first ones and their number."""

from __future__ import annotations

from collections import Counter

from sayso import Failure
from sayso_cli.terminal import complain, counted

#: Failures of one kind with the same words that are told one by one.
SAME = 10


class Complaints:
    """Tells what could not be checked."""

    def __init__(self) -> None:
        self._told: Counter[tuple[str, str]] = Counter()

    def add(self, failure: Failure) -> None:
        """Tell of one, unless many have said the same."""
        known = failure.error, failure.message
        self._told[known] += 1
        if self._told[known] <= SAME:
            complain(f"error: {failure}")

    def close(self) -> None:
        """Say how many were not told one by one."""
        for (_, message), number in self._told.items():
            if number > SAME:
                more = counted(number - SAME, "more input")
                complain(f"error: {more} likewise (--format json names all): {message}")
