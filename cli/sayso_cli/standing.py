"""The findings that stand in some items, for a baseline."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from sayso import Baseline, ReportedFinding, SaysoError
from sayso.accepted.baseline import Standing, parts
from sayso.accepted.identity import file_of, names, root_of, sketch

if TYPE_CHECKING:
    from sayso_cli.engines import Engines


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


class Seen(NamedTuple):
    """An item of a run, without its text.

    Attributes:
        ran: The rules that looked at it.
        unsure: Findings that are less sure than the configuration asks for.
    """

    names: tuple[str, ...]
    path: str | None
    findings: tuple[ReportedFinding, ...]
    ran: frozenset[str]
    sketch: str
    unsure: tuple[ReportedFinding, ...] = ()

    def standing(self, kept: Mapping[str, str], known: Standing | None = None) -> Standing:
        """The item with what is accepted of it.

        Args:
            kept: Fingerprint to rule; also of rules that did not look at it now.
            known: What was accepted of it before.
        """
        several = {
            part
            for one in (*self.findings, *self.unsure)
            if len(one.spans) > 1 and one.fingerprint in kept
            for part in parts(one)
        }
        if known is not None and not self.ran.issuperset(kept.values()):
            several |= known.parts  # which rule they are of is not known
        return Standing(self.names, kept, frozenset(several), self.path, self.sketch)


class Collected(NamedTuple):
    """What came of a run for a baseline. Paths are relative to its folder.

    Attributes:
        files: The files that were read, whether or not they hold items.
        failures: How many inputs failed, by path and error.
        partly: The files of which not all was read, as a limit has it.
    """

    items: list[Seen]
    files: frozenset[str]
    failures: dict[str, dict[str, int]]
    partly: frozenset[str] = frozenset()

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


def collected(
    paths: list[str], jobs: int | None, engines: Engines, file: str, before: Baseline | None = None
) -> Collected:
    """The items of some paths with all their findings, and what failed; each failure that is new is told.

    Args:
        file: The baseline itself, which is no item.
        before: What was accepted so far.
    """
    from sayso_cli.accepting import Accepting
    from sayso_cli.complaints import Complaints
    from sayso_cli.inputs import Inputs
    from sayso_cli.terminal import complain, fail, trace
    from sayso_cli.work import Work

    items: list[Seen] = []
    files: set[str] = set()
    partly: set[str] = set()
    failures: Counter[tuple[str, str]] = Counter()
    root = root_of(file)
    known = before.failures if before is not None else {}
    complaints = Complaints()
    try:
        # What is waived has its reason there, and is not accepted here too.
        waivers = Accepting(engines.for_path(next((path for path in paths if path != "-"), None)), "", None, None)
        inputs = Inputs(paths, engines, own=[(file, "the baseline")])
        for engine, report in Work(engines, jobs, None).reports(iter(inputs), None):
            for failure in report.failures:
                path, kind = file_of(failure.path, root) or "", failure.error
                failures[path, kind] += 1
                if failures[path, kind] > known.get(path, {}).get(kind, 0):
                    trace(failure.cause)
                    complaints.add(failure)
            inputs.left_out.extend(report.left_out)
            partly.update(file_of(one.path, root) or "" for one in report.left_out if one.number is None)
            for item in waivers.report(report, engine).items:
                active = engine.rules_for(item.path) if engine is not None else ()
                ran = frozenset(one.rule.name for one in active) - {skip.rule for skip in item.skips}
                if report.failures:
                    ran = frozenset()  # one of them failed, and what it accepted may stand
                place = file_of(item.path, root)
                files.add(place or "")
                least = engines.written(item.path).min_confidence
                sure = tuple(one for one in item.findings if one.confidence >= least)
                unsure = tuple(one for one in item.findings if one.confidence < least)
                items.append(Seen(tuple(names(item, root)), place, sure, ran, sketch(item), unsure))
        complaints.close()
        for note in inputs.notes():
            complain(note)
        engines.tell_left_out()
    except SaysoError as error:
        fail(str(error), error.__cause__)
    kinds: dict[str, dict[str, int]] = {}
    for (path, kind), number in failures.items():
        kinds.setdefault(path, {})[kind] = number
    return Collected(items, frozenset(files), kinds, frozenset(partly))


def engines_of(options: Options, min_confidence: float | None = None) -> Engines:
    """The engines for what the command line says.

    Args:
        min_confidence: How sure findings must be; None leaves that to the configuration.
    """
    from sayso_cli.engines import Engines, listed

    changes = {
        "profile": options.profile,
        "select": listed(options.select),
        "extend_select": listed(options.extend_select),
        "ignore": listed(options.ignore),
        "preview": options.preview,
        "min_confidence": min_confidence,
    }
    return Engines(
        options.config,
        options.no_config,
        options.encoding,
        own_only=options.no_plugins,
        reader=options.reader,
        changes=changes,
    )


def is_gone(one: Standing, paths: list[str], found: Collected, root: str) -> bool:
    """Whether an item that was not met lay in one of the paths, and is there no more."""
    if one.path is None or one.path in found.failures or one.path in found.partly:
        return False
    whole = os.path.join(root, one.path)
    return _lies_in(whole, paths) and (one.path in found.files or not os.path.exists(whole))


def left(before: Baseline, found: Collected, paths: list[str], root: str) -> dict[str, dict[str, int]]:
    """What fails and is accepted, brought up to date: of files in these paths no more than fails now."""
    kept: dict[str, dict[str, int]] = {}
    for path, kinds in before.failures.items():
        for error, number in kinds.items():
            now = found.failures.get(path, {}).get(error, 0)
            count = min(number, now) if _lies_in(os.path.join(root, path), paths) else number
            if count:
                kept.setdefault(path, {})[error] = count
    return kept


def _lies_in(path: str, paths: list[str]) -> bool:
    whole = os.path.normpath(path)
    return any(whole == top or whole.startswith(top.rstrip(os.sep) + os.sep) for top in map(os.path.realpath, paths))
