"""What of a run's findings is accepted: by the baseline, by waivers; and what became of the waivers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sayso import (
    Baseline,
    ConfigError,
    Engine,
    Failure,
    ItemReport,
    Place,
    Report,
    ReportedFinding,
    Severity,
    Waiver,
    Waivers,
    evolve,
)
from sayso.accepted.identity import file_of

if TYPE_CHECKING:
    from sayso import Span
    from sayso.accepted.comments import InText
    from sayso_cli.engines import Engines
    from sayso_cli.still_there import StillThere


class Accepting:
    """Takes accepted findings out of reports, and counts them.

    Args:
        engine: Whose configuration names the files where the command line does not.
        baseline: The file of the baseline; an empty name switches off the configured one.
        waivers: The file of waivers, likewise.
        as_of: The day that waivers expire from, as ``2026-05-04``; None for today.
        comments: Whether comments in the items count as waivers; None asks the configuration.
        whole: The paths of a run that looks at all items in them; empty where it looks at some.
        engines: Who reads the files of items that the baseline knows; None where there is no baseline.

    Raises:
        ConfigError: If a file cannot be used.
    """

    def __init__(
        self,
        engine: Engine,
        baseline: str | None,
        waivers: str | None,
        as_of: str | None,
        comments: bool | None = None,
        whole: Sequence[str] = (),
        engines: Engines | None = None,
    ) -> None:
        from sayso.accepted.baseline import load as load_baseline
        from sayso.accepted.waivers import load as load_waivers
        from sayso_cli.engines import named_in

        file = engine.config.baseline if baseline is None else baseline
        self.baseline_file: str | None = file or None
        try:
            self.baseline: Baseline | None = load_baseline(file) if file else None
        except ConfigError as error:
            raise named_in(engine.config, "baseline", baseline is not None, error) from None
        self._still_there: StillThere | None = None
        if self.baseline is not None and engines is not None:
            from sayso_cli.still_there import StillThere

            self._still_there = StillThere(engines, self.baseline)
        file = engine.config.waivers if waivers is None else waivers
        today = day(as_of)
        try:
            self.waivers: Waivers | None = load_waivers(file, today) if file else None
        except ConfigError as error:
            raise named_in(engine.config, "waivers", waivers is not None, error) from None
        if self.waivers is not None:
            for one in self.waivers.waivers:
                if one.rule not in engine.host.rules:
                    raise ConfigError(f"{one}: there is no rule {one.rule!r}", self.waivers.file)
        self._whole: tuple[str, ...] = tuple(whole)
        self.in_text: InText | None = None
        if engine.config.waiver_comments if comments is None else comments:
            from sayso.accepted.comments import InText

            self.in_text = InText(engine.host.rules, engine.config.max_bytes)
        self.accepted = self.waived = self.broken = 0
        self._engine = engine
        self._failed_here = False
        self._failed: Counter[tuple[str, str]] = Counter()

    @property
    def named(self) -> list[tuple[str | None, str]]:
        """The files, with what they are; None for one that there is not."""
        return [
            (self.baseline_file, "the baseline"),
            (self.waivers.file if self.waivers is not None else None, "the file of waivers"),
        ]

    def report(self, report: Report, engine: Engine | None = None) -> Report:
        """A report without what is accepted.

        Args:
            engine: Whose rules looked at the items; None for all rules.
        """
        if self.baseline is None and self.waivers is None and self.in_text is None:
            return report
        partly = [one.path for one in report.failures]
        partly += [one.path for one in report.left_out if one.number is None]
        if partly:
            self._whole = ()  # what a waiver is about may stand in what failed, or was not read
        for path in partly:
            self.doubt(path, report)
        self._failed_here = bool(report.failures)
        items = tuple(self._item(one, engine) for one in report.items)
        across = tuple(one for one in (self._item(one, engine) for one in report.across) if one.findings)
        failures = tuple(one for one in report.failures if not self._accepts(one))
        return evolve(report, items=items, across=across, failures=failures)

    def doubt(self, path: str | None, report: Report | None = None) -> None:
        """Say that a file was not wholly looked at; with a report, that its items were not."""
        if self.waivers is not None and path is not None:
            self.waivers.doubt(path, report.items if report is not None else ())

    def _accepts(self, failure: Failure) -> bool:
        """Whether the baseline has as many failures of this kind in this file."""
        if self.baseline is None or failure.path is None or not self.baseline.failures:
            return False
        path = file_of(failure.path, self.baseline.root) or ""
        self._failed[path, failure.error] += 1
        known = self._failed[path, failure.error] <= self.baseline.failures.get(path, {}).get(failure.error, 0)
        self.broken += known
        return known

    def _item(self, item: ItemReport, engine: Engine | None) -> ItemReport:
        ran: frozenset[str] | None = None
        if engine is not None and (self.waivers is not None or self.in_text is not None):
            ran = frozenset(one.rule.name for one in engine.rules_for(item.path))
        # Waivers first: they say why, and one whose finding the baseline takes would seem to be of no use.
        if self.in_text is not None:
            unseen = {*item.unsure, *(skip.rule for skip in item.skips)}
            looked = frozenset() if self._failed_here else ran and ran - unseen
            item, waived = self.in_text.split(item, looked)
            self.waived += len(waived)
        if self.waivers is not None:
            item, waived = self.waivers.split(item, ran)
            self.waived += len(waived)
        if self.baseline is not None:
            there = self._still_there
            known_by = (item.path, item.locator, item.id)
            item, accepted = self.baseline.split(item, None if there is None else there.free_for(known_by))
            self.accepted += len(accepted)
        return item

    def on_waivers(self) -> Report | None:
        """Findings about the waivers themselves: those that hold no more, and those that let nothing stand."""
        if self.waivers is not None:
            rules = frozenset(active.rule.name for active in self._engine.rules)
            self.waivers.seen_all(rules, partial(covers, self._whole))
        found = (*self._of_the_file(), *self._in_the_items())
        across = [evolve(one, findings=stated) for one in found if (stated := self._as_set(one.findings))]
        return Report(across=tuple(across)) if across else None

    def _as_set(self, findings: tuple[ReportedFinding, ...]) -> tuple[ReportedFinding, ...]:
        """Findings about waivers as the configuration has them: some ignored, some of another severity."""
        config = self._engine.config
        kept = []
        for one in findings:
            named = config.rules.get(one.rule)
            severity = named.severity if named is not None else None
            if severity != "off" and one.rule not in config.ignore and not {"waivers", "all"} & set(config.ignore):
                kept.append(evolve(one, severity=Severity(severity)) if severity else one)
        return tuple(kept)

    def _in_the_items(self) -> Iterator[ItemReport]:
        for path, raw, span, message in self.in_text.idle if self.in_text is not None else ():
            yield _about(path, raw, (_written(raw, span, message),))

    def _of_the_file(self) -> Iterator[ItemReport]:
        if self.waivers is None:
            return
        expired = {one.number: one for one in self.waivers.expired}
        unused = {one.number: one for one in self.waivers.unused}
        if not expired and not unused:
            return
        with open(self.waivers.file, encoding="utf-8", errors="replace") as file:
            text = file.read()
        places = _places(text)
        findings = [
            _finding("waivers/expired", f"{one} held until {one.until}, and its finding stands", one, text, places)
            for one in expired.values()
        ] + [
            _finding("waivers/unused", f"{one} lets nothing stand: remove it", one, text, places)
            for one in unused.values()
        ]
        yield _about(self.waivers.file, text, tuple(findings))

    def notes(self) -> Iterator[str]:
        """What was accepted, in words."""
        from sayso_cli.terminal import counted

        if self.accepted:
            yield f"accepted by the baseline: {counted(self.accepted, 'finding')}"
        if self.broken:
            yield f"accepted by the baseline: {counted(self.broken, 'failure')}; what failed was not checked"
        if self.waived:
            yield f"waived: {counted(self.waived, 'finding')}"


def covers(paths: Sequence[str], place: str) -> bool:
    """Whether a folder or file is one of the paths of a run, or lies in one."""
    import os

    folder = os.path.realpath(place)
    tops = (os.path.realpath(path).rstrip(os.sep) for path in paths if path != "-")
    return any(folder == top or folder.startswith(top + os.sep) for top in tops)


def day(written: str | None) -> date:
    """A day as the command line gives it; today for None.

    Raises:
        ConfigError: If it is none.
    """
    if written is None:
        from datetime import datetime

        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ConfigError(f"--as-of takes a day such as 2026-05-04, not {written!r}") from None


def _places(text: str) -> list[int]:
    """Where each waiver begins."""
    starts, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip().replace(" ", "").startswith("[[waivers]]"):
            starts.append(at)
        at += len(line)
    return starts


def _finding(rule: str, message: str, waiver: Waiver, text: str, places: list[int]) -> ReportedFinding:
    from sayso import Span
    from sayso.report import fingerprint, place
    from sayso.text.lines import Lines

    spans: tuple[Place, ...] = ()
    if waiver.number <= len(places):
        start = places[waiver.number - 1]
        end = start + len(text[start:].split("\n", 1)[0].rstrip())
        spans = (place(Span(start, end), text, Lines(text)),)
    print_ = fingerprint(rule, (waiver.rule, waiver.item, waiver.quote or ""), (), 0)
    return ReportedFinding(rule, Severity.WARNING, 1.0, message, "", spans, (), (), print_)


def _written(raw: str, span: Span, message: str) -> ReportedFinding:
    from sayso.report import fingerprint, place
    from sayso.text.lines import Lines

    where = place(span, raw, Lines(raw))
    print_ = fingerprint("waivers/unused", (where.exact,), (), 0)
    return ReportedFinding("waivers/unused", Severity.WARNING, 1.0, message, "", (where,), (), (), print_)


def _about(file: str, text: str, findings: tuple[ReportedFinding, ...]) -> ItemReport:
    from hashlib import sha256

    from sayso import PluginRef, __version__

    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    reader = PluginRef("waivers", __version__)
    return ItemReport(f"urn:sayso:sha256:{digest}", file, None, digest, reader, findings, (), text, in_file=True)
