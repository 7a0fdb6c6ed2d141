"""Waivers: findings that an editor lets stand, each with its reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import takewhile
from typing import Any

from sayso.accepted.identity import names
from sayso.config.settings import pattern
from sayso.errors import ConfigError
from sayso.frozen import evolve, frozen
from sayso.report import ItemReport, ReportedFinding

NAME = "sayso.waivers.toml"


@frozen
class Waiver:
    """One finding, or all of a rule in an item, that is let stand.

    Attributes:
        item: A path or pattern as in .gitignore, relative to the file of waivers; or an id or address.
        quote: Words of the text that the finding's places have; None for all findings of the rule in the item.
        until: The last day on which it holds; None for ever.
        number: Its place in the file, from 1.
    """

    rule: str
    item: str
    reason: str
    number: int
    quote: str | None = None
    by: str | None = None
    until: date | None = None

    def expired(self, today: date) -> bool:
        """Whether it holds no more."""
        return self.until is not None and self.until < today

    def meets(self, item: ItemReport, relative: str | None) -> bool:
        """Whether it is about an item; `relative` is the item's path from the file of waivers."""
        known = {name.partition(":")[2] for name in names(item) if name.startswith(("id:", "uri:"))}
        return self.item in known or self.item == item.id or self.is_about(relative)

    def is_about(self, relative: str | None) -> bool:
        """Whether it is about the items of a file, by its path from the file of waivers."""
        return relative is not None and pattern(self.item).search(relative) is not None

    @property
    def place(self) -> str:
        """The folder or file in which everything lies that its pattern may meet, from the file of waivers."""
        parts = self.item.split("/") if "/" in self.item.rstrip("/") else []
        return "/".join(takewhile(lambda part: not any(mark in part for mark in "*?"), parts)).strip("/")

    def covers(self, finding: ReportedFinding) -> bool:
        """Whether it lets a finding of its item stand."""
        if finding.rule != self.rule:
            return False
        if self.quote is None:
            return True
        wanted = " ".join(self.quote.split())
        return any(wanted in " ".join(place.exact.split()) for place in finding.spans)

    def __str__(self) -> str:
        quoted = f", {self.quote!r}" if self.quote else ""
        return f"waiver {self.number} ({self.rule}, {self.item}{quoted})"


class Waivers:
    """The waivers of one file, and what became of them in a run.

    Args:
        file: As the operator named it.
        root: Its folder, which paths are relative to.
        today: The day that expiry counts from.
    """

    def __init__(self, waivers: Iterable[Waiver], file: str, root: str, today: date) -> None:
        self.waivers: tuple[Waiver, ...] = tuple(waivers)
        self.file = file
        self.root = root
        self.today = today
        self.used: set[int] = set()
        self.met: set[int] = set()
        self.about: set[int] = set()
        self.looked: set[int] = set()
        self.doubted: set[int] = set()

    def split(
        self, item: ItemReport, ran: frozenset[str] | None = None
    ) -> tuple[ItemReport, tuple[ReportedFinding, ...]]:
        """The item without what is waived, and what is waived.

        Args:
            ran: The rules that looked at it: a waiver for another is no waiver of no use. None for all.
        """
        relative = self._relative(item.path)
        about = [one for one in self.waivers if one.meets(item, relative)]
        self.about.update(one.number for one in about)
        skipped = {skip.rule for skip in item.skips}
        looked = [one for one in about if one.rule not in skipped and (ran is None or one.rule in ran)]
        self.looked.update(one.number for one in looked)
        # A pattern may lead to other items too, which only a run over all of them has seen.
        self.met.update(one.number for one in looked if one.item == relative or not one.is_about(relative))
        self.doubted.update(one.number for one in about if one.rule in item.unsure)
        kept: list[ReportedFinding] = []
        waived: list[ReportedFinding] = []
        for finding in item.findings:
            found = next((one for one in about if not one.expired(self.today) and one.covers(finding)), None)
            if found is None:
                # An expired one was of use as long as its finding stands.
                self.used.update(one.number for one in about if one.covers(finding))
                kept.append(finding)
            else:
                self.used.add(found.number)
                waived.append(finding)
        return (evolve(item, findings=tuple(kept)), tuple(waived)) if waived else (item, ())

    def seen_all(self, rules: frozenset[str], covered: Callable[[str], bool]) -> None:
        """Say that the run looked at all that there is in some folders with these rules.

        What let nothing stand in the items of its pattern then is of no use, nor is what is about no item at all.

        Args:
            covered: Whether all below a path was looked at.
        """
        for one in self.waivers:
            known = one.number in self.about
            looked = one.number in self.looked if known else one.rule in rules
            if looked and covered(os.path.join(self.root, one.place if known else "")):
                self.met.add(one.number)

    def doubt(self, path: str, items: Iterable[ItemReport] = ()) -> None:
        """Say that a file was not wholly looked at, or items of it were not: nobody knows what would stand there."""
        relative = self._relative(path)
        known = tuple(items)
        self.doubted.update(
            one.number
            for one in self.waivers
            if one.is_about(relative) or any(one.meets(item, relative) for item in known)
        )

    def _relative(self, path: str | None) -> str | None:
        if path is None:
            return None
        try:
            return os.path.relpath(path, self.root).replace("\\", "/")
        except ValueError:  # another drive
            return path.replace("\\", "/")

    @property
    def expired(self) -> tuple[Waiver, ...]:
        """Those that hold no more, and whose finding still stands."""
        return tuple(one for one in self.waivers if one.expired(self.today) and one.number in self.used)

    @property
    def unused(self) -> tuple[Waiver, ...]:
        """Those whose items were all wholly checked by their rule, or are not there, and that let nothing stand."""
        return tuple(one for one in self.waivers if one.number in self.met - self.used - self.doubted)


def load(path: str, today: date) -> Waivers:
    """The waivers of a TOML file.

    Raises:
        ConfigError: If it cannot be read or is not valid; it names the file and what is wrong.
    """
    from pathlib import Path

    from sayso.config.load import display
    from sayso.config.toml import read_toml

    shown = display(Path(path))
    try:
        table, _ = read_toml(path)
    except ConfigError as error:
        if not os.path.lexists(path):
            raise ConfigError("there is no such file of waivers; sayso waivers add makes one", shown) from None
        raise ConfigError(error.message, shown) from None
    from sayso.validation import validate

    problems = [f"{one.pointer or '/'}: {one.message}" for one in validate(table, "waivers")]
    if problems:
        raise ConfigError("; ".join(problems[:5]), shown)
    waivers = [_waiver(one, number, shown) for number, one in enumerate(table.get("waivers", ()), 1)]
    return Waivers(waivers, shown, str(Path(path).resolve().parent), today)


def _waiver(table: Mapping[str, Any], number: int, file: str) -> Waiver:
    until: date | None = None
    if "until" in table:
        try:
            until = date.fromisoformat(table["until"])
        except ValueError:
            raise ConfigError(f"/waivers/{number - 1}/until: there is no day {table['until']!r}", file) from None
    if not table["reason"].strip():
        raise ConfigError(f"/waivers/{number - 1}/reason: say why the finding may stand", file)
    return Waiver(
        rule=table["rule"],
        item=table["item"],
        reason=table["reason"],
        number=number,
        quote=table.get("quote"),
        by=table.get("by"),
        until=until,
    )
