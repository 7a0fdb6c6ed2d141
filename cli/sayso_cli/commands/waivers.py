"""``sayso waivers``: let single findings stand, each with its reason."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.active import Active

FILE = "sayso.waivers.toml"

waivers = typer.Typer(help="Let single findings stand, each with its reason.", no_args_is_help=True)

FileOption = Annotated[
    str | None,
    typer.Option(
        "--file", metavar="FILE", help=f"The file of waivers; by default that of the configuration, or {FILE} here."
    ),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day that expiry counts from; today.")]


@waivers.command("add")
def add(
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    item: Annotated[str, typer.Argument(metavar="ITEM", help="A path or pattern, an id, or an address.")],
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why it may stand; required.")],
    quote: Annotated[
        str | None,
        typer.Option("--quote", metavar="WORDS", help="Words of the finding's place."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who answers for it.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="The last day on which it holds.")] = None,
    file: FileOption = None,
) -> None:
    """Add a waiver at the end of the file."""
    from datetime import date

    from sayso import SaysoError
    from sayso_cli.accepting import day
    from sayso_cli.engines import Engines
    from sayso_cli.output import write_whole
    from sayso_cli.terminal import complain, fail
    from sayso_cli.waivers_file import with_one

    if not reason.strip():
        fail("--reason is empty; say why the finding may stand")
    try:
        if until is not None and date.fromisoformat(until) < day(None):
            fail(f"--until {until} is over: such a waiver holds no more")
    except ValueError:
        fail(f"--until takes a day such as 2026-12-31, not {until!r}")
    try:
        engine = Engines().for_path(None)
        if rule not in engine.host.rules:
            fail(f"there is no rule {rule!r}; sayso rules lists them")
        configured = engine.config.waivers
        file = file or (os.path.relpath(configured) if configured else FILE)
        item, known = _as_seen_from(file, item)
        before = _before(file, (rule, item, quote))
        given = {"rule": rule, "item": item, "quote": quote, "reason": reason, "by": by, "until": until}
        made = with_one(before, {key: value for key, value in given.items() if value is not None}, file)
    except SaysoError as error:
        fail(str(error))
    try:
        write_whole(file, [made])
    except OSError as error:
        fail(f"{file}: cannot be written: {error.strerror or error}")
    sys.stdout.write(f"{file}: waives {rule} in {item}\n")
    if not known:
        complain(f"note: there is no file {item} seen from {file}; it is taken for an id or an address")
    if configured is None or os.path.realpath(configured) != os.path.realpath(file):
        complain(f"note: it holds where the file is named: --waivers {file}, or waivers in sayso.toml")


def _as_seen_from(file: str, item: str) -> tuple[str, bool]:
    """An item as the file of waivers names it, and whether that may be right: a file that is there, or a pattern."""
    from sayso.accepted.identity import file_of, root_of

    root = root_of(file)
    if any(mark in item for mark in "*?") or ":" in item:
        return item, True
    if os.path.exists(item):
        return file_of(item, root) or item, True
    return item, os.path.exists(os.path.join(root, item))


def _before(file: str, wanted: tuple[str, str, str | None]) -> str:
    """What stands in the file, which has no waiver for the same.

    Raises:
        ConfigError: If it is none, or has one.
    """
    from datetime import date

    from sayso import ConfigError
    from sayso.accepted.waivers import load

    if not os.path.lexists(file):
        return ""
    for one in load(file, date.min).waivers:
        if (one.rule, one.item, one.quote) == wanted:
            raise ConfigError(f"{one} lets the same stand; change that one", file)
    with open(file, encoding="utf-8", newline="") as existing:
        return existing.read()


def _file(named: str | None) -> str:
    """The file of waivers: the one that is named, that of the configuration, or the one that lies here."""
    from sayso_cli.engines import Engines

    configured = None if named else Engines().for_path(None).config.waivers
    return named or (os.path.relpath(configured) if configured else FILE)


@waivers.command("list")
def list_(file: FileOption = None, as_of: AsOf = None) -> None:
    """List the waivers, and say which hold no more."""
    from sayso import SaysoError
    from sayso.accepted.waivers import load
    from sayso_cli.accepting import day
    from sayso_cli.terminal import fail, shown

    try:
        today = day(as_of)
        found = load(_file(file), today)
    except SaysoError as error:
        fail(str(error))
    for one in found.waivers:
        until = f" until {one.until}" if one.until else ""
        gone = " (expired)" if one.expired(today) else ""
        by = f", {one.by}" if one.by else ""
        quoted = f" {one.quote!r}" if one.quote else ""
        sys.stdout.write(shown(f"{one.number}. {one.rule} in {one.item}{quoted}{until}{gone}: {one.reason}{by}") + "\n")


@waivers.command("prune")
def prune(
    paths: Paths,
    file: FileOption = None,
    as_of: AsOf = None,
) -> None:
    """Take out waivers that hold no more, and those that let nothing stand in these items."""
    from functools import partial

    from sayso import Failure, SaysoError
    from sayso.accepted.waivers import load
    from sayso_cli.accepting import covers, day
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs
    from sayso_cli.output import write_whole
    from sayso_cli.terminal import COULD_NOT_WORK, complain, counted, fail, shown, trace
    from sayso_cli.waivers_file import without

    failed = False
    try:
        file = _file(file)
        found = load(file, day(as_of))
        # Whatever the configuration leaves out of a check, a waiver may be for it.
        engines = Engines(changes={"preview": True, "min_confidence": 0.0, "limit": sys.maxsize})
        for one in Inputs(paths, engines, own=[(file, "the file of waivers")]):
            if isinstance(one, Failure):
                fail(str(one))
            engine = engines.for_path(one.path)
            for report in engine.check_many([one]):
                for failure in report.failures:
                    failed = True
                    if failure not in engine.host.failures:
                        trace(failure.cause)
                        complain(f"error: {failure}")
                    if failure.path is not None:
                        found.doubt(failure.path, report.items)
                for item in report.items:
                    found.split(item, _of_items(engine.rules_for(item.path)))
        failed = engines.tell_left_out() or failed
        found.seen_all(_of_items(engines.for_path(None).rules), partial(covers, () if failed else paths))
        with open(file, encoding="utf-8", newline="") as existing:
            text = existing.read()
        gone = {one.number for one in found.waivers if one.expired(found.today)} | {one.number for one in found.unused}
        if gone:
            write_whole(file, [without(text, gone, file)])
    except SaysoError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{file}: cannot be written: {error.strerror or error}")
    for waiver in found.waivers:
        if waiver.number in gone:
            sys.stdout.write(shown(f"removed: {waiver}") + "\n")
    stay = len(found.waivers) - len(gone)
    sys.stdout.write(f"{file}: {counted(stay, 'waiver')} {'stays' if stay == 1 else 'stay'}\n")
    raise typer.Exit(COULD_NOT_WORK if failed else 0)


def _of_items(active: "Iterable[Active]") -> frozenset[str]:
    """The rules that look at single items; the others, on many of them, did not run."""
    return frozenset(one.rule.name for one in active if one.rule.on_items)
