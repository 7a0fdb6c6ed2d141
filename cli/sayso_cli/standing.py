"""The findings that stand in some items, for a baseline."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sayso import Baseline, ReportedFinding, SaysoError
from sayso.accepted.baseline import Standing, file_of, parts
from sayso.accepted.identity import names


class Options(NamedTuple):
    """Which rules run, and how items are read, as for ``check``."""

    profile: str | None
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    preview: bool | None
    config: str | None
    no_config: bool
    no_plugins: bool
    reader: str | None
    encoding: str | None
    jobs: int | None


class Seen(NamedTuple):
    """An item of a run, without its text.

    Attributes:
        ran: The rules that looked at it.
    """

    names: tuple[str, ...]
    path: str | None
    findings: tuple[ReportedFinding, ...]
    ran: frozenset[str]

    def standing(self, kept: Mapping[str, str], known: Standing | None = None) -> Standing:
        """The item with what is accepted of it.

        Args:
            kept: Fingerprint to rule; also of rules that did not look at it now.
            known: What was accepted of it before.
        """
        several = {
            part for one in self.findings if len(one.spans) > 1 and one.fingerprint in kept for part in parts(one)
        }
        if known is not None and not self.ran.issuperset(kept.values()):
            several |= known.parts  # which rule they are of is not known
        return Standing(self.names, kept, frozenset(several), self.path)


class Collected(NamedTuple):
    """What came of a run for a baseline.

    Attributes:
        files: The files that were read, whether or not they hold items.
        failures: How many inputs failed, by path and error.
    """

    items: list[Seen]
    files: frozenset[str]
    failures: dict[str, dict[str, int]]

    @property
    def failed(self) -> int:
        """How many inputs failed."""
        return self.unknown({})

    def unknown(self, accepted: Mapping[str, Mapping[str, int]]) -> int:
        """How many inputs failed beside those that are accepted, which are given as in :attr:`failures`."""
        return sum(
            max(0, number - accepted.get(path, {}).get(error, 0))
            for path, kinds in self.failures.items()
            for error, number in kinds.items()
        )


def collected(paths: list[str], options: Options, file: str) -> Collected:
    """The items of some paths with all their findings, and what failed; each failure is told.

    Args:
        file: The baseline itself, which is no item.
    """
    from sayso_cli.engines import Engines, listed
    from sayso_cli.inputs import Inputs
    from sayso_cli.terminal import complain, fail
    from sayso_cli.work import Work

    items: list[Seen] = []
    files: set[str] = set()
    failures: Counter[tuple[str, str]] = Counter()
    try:
        changes = {
            "profile": options.profile,
            "select": listed(options.select),
            "extend_select": listed(options.extend_select),
            "ignore": listed(options.ignore),
            "preview": options.preview,
        }
        engines = Engines(
            options.config,
            options.no_config,
            options.encoding,
            own_only=options.no_plugins,
            reader=options.reader,
            changes=changes,
        )
        inputs = Inputs(paths, engines, own=[(file, "the baseline")])
        for engine, report in Work(engines, options.jobs, None).reports(iter(inputs), None):
            for failure in report.failures:
                complain(f"error: {failure}")
                failures[file_of(failure.path) or "", failure.error] += 1
            inputs.left_out.extend(report.left_out)
            for item in report.items:
                active = engine.rules_for(item.path) if engine is not None else ()
                ran = frozenset(one.rule.name for one in active) - {skip.rule for skip in item.skips}
                path = file_of(item.path)
                files.add(path or "")
                items.append(Seen(tuple(names(item)), path, item.findings, ran))
        for note in inputs.notes():
            complain(note)
    except SaysoError as error:
        fail(str(error))
    kinds: dict[str, dict[str, int]] = {}
    for (path, kind), number in failures.items():
        kinds.setdefault(path, {})[kind] = number
    return Collected(items, frozenset(files), kinds)


def is_gone(one: Standing, paths: list[str], found: Collected) -> bool:
    """Whether an item that was not met lay in one of the paths, and is there no more."""
    if one.path is None or one.path in found.failures:
        return False
    return _lies_in(one.path, paths) and (one.path in found.files or not os.path.exists(one.path))


def left(before: Baseline, found: Collected, paths: list[str]) -> dict[str, dict[str, int]]:
    """What fails and is accepted, brought up to date: of files in these paths no more than fails now."""
    kept: dict[str, dict[str, int]] = {}
    for path, kinds in before.failures.items():
        for error, number in kinds.items():
            now = found.failures.get(path, {}).get(error, 0)
            count = min(number, now) if _lies_in(path, paths) else number
            if count:
                kept.setdefault(path, {})[error] = count
    return kept


def _lies_in(path: str, paths: list[str]) -> bool:
    whole = os.path.abspath(path)
    return any(whole == top or whole.startswith(top.rstrip(os.sep) + os.sep) for top in map(os.path.abspath, paths))
