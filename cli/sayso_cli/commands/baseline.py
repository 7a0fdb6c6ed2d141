"""``sayso baseline``: accept what stands today, so that only new findings count."""

import json
import sys
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, ExtendSelect, Ignore, NoConfig, NoPlugins, Paths, Preview, Profile, Select

FILE = "sayso.baseline.json"

baseline = typer.Typer(help="Accept the findings that stand today, so that only new ones count.", no_args_is_help=True)

FileOption = Annotated[str, typer.Option("--file", metavar="FILE", help="The baseline.")]


@baseline.command("create")
def create(
    paths: Paths,
    file: FileOption = FILE,
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that is there.")] = False,
    profile: Profile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    no_plugins: NoPlugins = False,
) -> None:
    """Write all findings of these items into a new baseline."""
    import os

    from sayso_cli.standing import Options, collected
    from sayso_cli.terminal import counted, fail

    if os.path.exists(file) and not force:
        fail(f"{file} is there; sayso baseline update brings it up to date, --force replaces it")
    options = Options(profile, select, extend_select, ignore, preview, config, no_config, no_plugins)
    standings = collected(paths, options)
    _write(file, [standing for _, standing, _ in standings])
    count = sum(len(standing.findings) for _, standing, _ in standings)
    items, verb = counted(len(standings), "item"), "is" if count == 1 else "are"
    sys.stdout.write(f"{file}: {counted(count, 'finding')} of {items} {verb} accepted\n")


@baseline.command("update")
def update(
    paths: Paths,
    file: FileOption = FILE,
    accept_new: Annotated[bool, typer.Option("--accept-new", help="Accept new findings too.")] = False,
    profile: Profile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    no_plugins: NoPlugins = False,
) -> None:
    """Take findings that are gone out of a baseline; nothing new goes in without --accept-new."""
    from sayso import Baseline, SaysoError
    from sayso.accepted.baseline import Standing, load
    from sayso_cli.standing import Options, collected
    from sayso_cli.terminal import fail

    try:
        before = load(file)
    except SaysoError as error:
        fail(str(error))
    options = Options(profile, select, extend_select, ignore, preview, config, no_config, no_plugins)
    kept: list[Standing] = []
    seen: set[str] = set()
    added = removed = 0
    for item, now, found in collected(paths, options):
        known = before.of(item)
        accepted = dict(known.findings) if known else {}
        still = {print_: rule for print_, rule in now.findings.items() if print_ in accepted or accept_new}
        added += len([print_ for print_ in still if print_ not in accepted])
        removed += len([print_ for print_ in accepted if print_ not in found])
        seen.update(known.names if known else ())
        kept.append(Standing(now.names, still))
    # Items that these paths do not hold keep what is accepted of them.
    kept += [one for one in before.standings if seen.isdisjoint(one.names)]
    _write(file, kept)
    sys.stdout.write(f"{file}: +{added:,}/-{removed:,} findings; {Baseline(kept).size:,} are accepted\n")


def _write(file: str, standings: list) -> None:  # type: ignore[type-arg]
    from sayso import Baseline
    from sayso.accepted.baseline import to_json
    from sayso_cli.output import write_whole
    from sayso_cli.terminal import fail

    text = json.dumps(to_json(Baseline(standings)), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    try:
        write_whole(file, [text])
    except OSError as error:
        fail(f"{file}: cannot be written: {error.strerror or error}")
