"""The findings that stand in some items, for a baseline."""

from __future__ import annotations

from typing import NamedTuple

from sayso import Failure, ItemReport, SaysoError
from sayso.accepted.baseline import Standing, standing


class Options(NamedTuple):
    """Which rules run, as for ``check``."""

    profile: str | None
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    preview: bool | None
    config: str | None
    no_config: bool
    no_plugins: bool


def collected(paths: list[str], options: Options) -> list[tuple[ItemReport, Standing, frozenset[str]]]:
    """Each item without its text, its findings as they would stand, and their fingerprints; ends where one fails."""
    from sayso import evolve
    from sayso_cli.engines import Engines, listed
    from sayso_cli.inputs import Inputs
    from sayso_cli.terminal import complain, fail

    found: list[tuple[ItemReport, Standing, frozenset[str]]] = []
    failed = 0
    try:
        changes = {
            "profile": options.profile,
            "select": listed(options.select),
            "extend_select": listed(options.extend_select),
            "ignore": listed(options.ignore),
            "preview": options.preview,
        }
        engines = Engines(options.config, options.no_config, own_only=options.no_plugins, changes=changes)
        inputs = Inputs(paths, engines.unread, engines.exclude, None, False)
        for one in inputs:
            if isinstance(one, Failure):
                failed += 1
                complain(f"error: {one}")
                continue
            for report in engines.for_path(one.path).check_many([one]):
                for failure in report.failures:
                    failed += 1
                    complain(f"error: {failure}")
                for item in report.items:
                    stands = standing(item, item.findings)
                    found.append((evolve(item, findings=()), stands, frozenset(stands.findings)))
        for note in inputs.notes():
            complain(note)
    except SaysoError as error:
        fail(str(error))
    if failed:
        fail("the baseline is left as it is: not all items could be checked")
    return found
