"""``sayso baseline``: accept what stands today, so that only new findings count."""

import json
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import (
    ConfigOption,
    EncodingOption,
    ExtendSelect,
    Ignore,
    NoConfig,
    NoPlugins,
    Paths,
    Preview,
    Profile,
    ReaderOption,
    Select,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso import Baseline
    from sayso_cli.engines import Engines

    Failures = Mapping[str, Mapping[str, int]]

FILE = "sayso.baseline.json"

baseline = typer.Typer(help="Accept the findings that stand today, so that only new ones count.", no_args_is_help=True)

FileOption = Annotated[
    str | None,
    typer.Option("--file", metavar="FILE", help=f"The baseline; by default that of the configuration, or {FILE} here."),
]
AcceptFailures = Annotated[
    bool, typer.Option("--accept-failures", help="Accept too that some inputs cannot be read; they stay unchecked.")
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes; by default as many as pay.")
]


@baseline.command("create")
def create(
    paths: Paths,
    file: FileOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that is there.")] = False,
    accept_failures: AcceptFailures = False,
    profile: Profile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = None,
    jobs: JobsOption = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    reader: ReaderOption = None,
    encoding: EncodingOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Write all findings of these items into a new baseline."""
    from sayso import Baseline
    from sayso_cli.standing import Options, collected, engines_of
    from sayso_cli.terminal import counted, fail

    rules = (profile, select, extend_select, ignore, preview)
    engines = engines_of(Options(*rules, config, no_config, no_plugins, reader, encoding))
    file = file or _configured(engines, paths)
    if os.path.exists(file) and not force:
        fail(f"{file} is there; sayso baseline update brings it up to date, --force replaces it")
    if force and (what := _other_use(engines, paths, file)) is not None:
        fail(f"{file} is {what}, and would be lost; --force replaces a baseline, name another file")
    found = collected(paths, jobs, engines, file)
    if found.failed and not accept_failures:
        fail(_refused(found.failed, "no baseline is written"))
    made = [one.standing({finding.fingerprint: finding.rule for finding in one.findings}) for one in found.items]
    _write(file, Baseline(made, found.failures))
    count = sum(len(one.findings) for one in made)
    broken = f", and {counted(found.failed, 'failure')}" if found.failed else ""
    verb = "is" if count == 1 and not found.failed else "are"
    items = counted(len(made), "item")
    sys.stdout.write(f"{file}: {counted(count, 'finding')} of {items}{broken} {verb} accepted\n")


@baseline.command("update")
def update(
    paths: Paths,
    file: FileOption = None,
    accept_new: Annotated[bool, typer.Option("--accept-new", help="Accept new findings too.")] = False,
    accept_failures: AcceptFailures = False,
    profile: Profile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = None,
    jobs: JobsOption = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    reader: ReaderOption = None,
    encoding: EncodingOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """Take findings and items that are gone out of a baseline; nothing new goes in without --accept-new.

    What is accepted of rules that do not run, and of items that lie elsewhere, stays.
    """
    from sayso import Baseline, SaysoError
    from sayso.accepted.baseline import Standing, load
    from sayso.accepted.identity import root_of
    from sayso_cli.standing import Options, collected, engines_of, is_gone, left
    from sayso_cli.still_there import StillThere
    from sayso_cli.terminal import fail

    rules = (profile, select, extend_select, ignore, preview)
    # What is less sure than is asked for now stays accepted.
    engines = engines_of(Options(*rules, config, no_config, no_plugins, reader, encoding), min_confidence=0.0)
    file = file or _configured(engines, paths)
    root = root_of(file)
    try:
        before = load(file)
    except SaysoError as error:
        fail(str(error))
    found = collected(paths, jobs, engines, file, before)
    failures = left(before, found, paths, root)
    if accept_failures:
        failures |= found.failures
    elif unknown := found.unknown(failures):
        fail(_refused(unknown, "the baseline is left as it is"))
    there = StillThere(engines, before)
    kept: list[Standing] = []
    seen: set[str] = set()
    added = removed = 0
    for item in found.items:
        known = before.known(item.names) or before.alike(item.sketch, there.free_for(item.names))
        accepted = dict(known.findings) if known else {}
        still = {print_: rule for print_, rule in accepted.items() if rule not in item.ran}
        smaller = 0
        for one in (*item.findings, *item.unsure):
            was = known is not None and known.accepts(one)
            if was or (accept_new and one in item.findings):
                still[one.fingerprint] = one.rule
                added += not was
                smaller += was and one.fingerprint not in accepted
        removed += len(accepted.keys() - still.keys()) - smaller
        seen.update(known.names if known else ())
        kept.append(item.standing(still, known))
    for other in before.standings:
        if not seen.isdisjoint(other.names):
            continue
        if is_gone(other, paths, found, root):
            removed += len(other.findings)
        else:
            kept.append(other)
    after = Baseline(kept, failures)
    _write(file, after)
    changed = f"+{added:,}/-{removed:,} findings; {after.size:,} are accepted"
    if before.broken or after.broken:
        more, fewer = _difference(after.failures, before.failures), _difference(before.failures, after.failures)
        changed += f"; +{more:,}/-{fewer:,} failures; {after.broken:,} are accepted"
    sys.stdout.write(f"{file}: {changed}\n")


def _difference(one: "Failures", other: "Failures") -> int:
    """How many failures there are in one and not in the other."""
    return sum(
        max(0, number - other.get(path, {}).get(error, 0))
        for path, kinds in one.items()
        for error, number in kinds.items()
    )


def _configured(engines: "Engines", paths: list[str]) -> str:
    """The baseline that the configuration of the first path names."""
    from sayso import SaysoError
    from sayso_cli.terminal import fail

    try:
        named = engines.for_path(next((path for path in paths if path != "-"), None)).config.baseline
    except SaysoError as error:
        fail(str(error))
    return os.path.relpath(named) if named else FILE


def _other_use(engines: "Engines", paths: list[str], file: str) -> str | None:
    """What a file is that no baseline may replace, if it is."""
    from sayso import SaysoError
    from sayso_cli.sparing import no_baseline
    from sayso_cli.terminal import fail
    from sayso_cli.walking import named_in

    try:
        config = engines.for_path(next((path for path in paths if path != "-"), None)).config
        named = [one for one in named_in(config) if one[0] != config.baseline]
        return no_baseline(file, [*((path, "one of the inputs") for path in paths), *named])
    except (SaysoError, OSError) as error:
        fail(str(error))


def _refused(failed: int, left: str) -> str:
    from sayso_cli.terminal import counted

    return (
        f"{left}: {counted(failed, 'input')} could not be checked; mend what is named above, "
        "leave it out (exclude in sayso.toml), or accept that it fails: --accept-failures"
    )


def _write(file: str, made: "Baseline") -> None:
    from sayso.accepted.baseline import to_json
    from sayso_cli.output import write_whole
    from sayso_cli.terminal import fail

    text = json.dumps(to_json(made), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    try:
        write_whole(file, [text])
    except OSError as error:
        fail(f"{file}: cannot be written: {error.strerror or error}")
