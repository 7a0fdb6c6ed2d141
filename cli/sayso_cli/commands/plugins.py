"""``sayso plugins``."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins

if TYPE_CHECKING:
    from pathlib import Path

    from sayso import Engine

plugins = typer.Typer(
    help="List the installed plugins: what each adds, and why one is left out. Exit 2 where one is broken."
)


@plugins.callback(invoke_without_command=True)
def listed(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """List the installed plugins: what each adds, and why one is left out. Exit 2 where one is broken."""
    import json

    from sayso_cli.terminal import COULD_NOT_WORK, fail, shown, trace

    if context.invoked_subcommand is not None:
        return
    if format not in ("text", "json"):
        fail(f"--format takes text or json, not {format!r}")
    host = _engine(config, no_plugins).host
    for plugin in host.plugins:
        trace(plugin.cause)
    if format == "json":
        listed = [{**plugin.told, "notes": host.notes(plugin)} for plugin in host.plugins]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
    for plugin in host.plugins if format == "text" else ():
        api = f", API {plugin.requires_api}" if plugin.requires_api else ""
        made = f"{plugin.distribution} {plugin.version}".rstrip()
        sys.stdout.write(shown(f"{plugin.called} ({made}{api}): {plugin.state}, {plugin.load_ms:.0f} ms") + "\n")
        for kind, names in plugin.adds.items():
            sys.stdout.write(shown(f"  {kind}: {', '.join(names)}") + "\n")
        for note in host.notes(plugin):
            sys.stdout.write(shown(f"  note: {note}") + "\n")
        if plugin.error:
            sys.stdout.write(shown(f"  error: {plugin.error}") + "\n")
    raise typer.Exit(COULD_NOT_WORK if host.broken else 0)


@plugins.command("check")
def check(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="As sayso plugins lists it, its distribution, or a file of the house: tools/my.py, my.py, my.",
        ),
    ],
    sample: Annotated[
        list[str] | None,
        typer.Option(
            "--sample",
            metavar="PATH",
            help="A document that its reader reads, or a folder with nothing else; can be repeated.",
        ),
    ] = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="Some items of the samples are meant to fail, with a ReadError.")
    ] = False,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="Whose samples these are, where it has several.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Hold a plugin to its contract: rule examples, hostile inputs, formats. Exit 1: it breaks one, 2: could not."""
    from sayso_cli.conformance import Missing, checks
    from sayso_cli.terminal import FINDINGS, fail, shown, trace

    broken = number = 0
    paths = [path for one in sample or () for path in _samples(one)]
    try:
        for subject, check in checks(_with_file(_engine(config, False), name), name, paths, reader, failures=failures):
            if isinstance(check, str):
                sys.stdout.write(shown(f"note {subject}: {check}") + "\n")
                continue
            number += 1
            broken += bool(check.problems)
            sys.stdout.flush()
            trace(check.cause)
            lines = str(check).splitlines()
            sys.stdout.write(shown(f"{'FAIL' if check.problems else 'ok  '} {subject}: {lines[0]}") + "\n")
            for line in lines[1:]:
                sys.stdout.write(shown(f"     {line}") + "\n")
    except Missing as error:
        fail(str(error), error.__cause__)
    sys.stdout.write(f"{number} check{'' if number == 1 else 's'}, {broken} failed\n")
    raise typer.Exit(FINDINGS if broken else 0)


def _samples(given: str) -> "list[Path]":
    """The file, or the files of a folder and of those in it, in the order of their names; hidden ones are left out."""
    import os
    from pathlib import Path

    from sayso_cli.terminal import fail

    path = Path(given)
    if path.is_file():
        return [path]
    if not path.is_dir():
        fail(f"--sample {given}: there is no such file or folder")
    found: list[Path] = []
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        found += [Path(folder, one) for one in sorted(files) if not one.startswith(".")]
    return found or fail(f"--sample {given}: there is no file in this folder")


def _with_file(engine: "Engine", name: str) -> "Engine":
    """The engine, with the file of the house that the command line names and no configuration does."""
    from pathlib import Path

    from sayso import Engine, evolve

    path = Path(name)
    if path.suffix not in (".py", ".toml") or not path.is_file():
        return engine
    if any(Path(one).resolve() == path.resolve() for one in engine.config.local_plugins):
        return engine
    config = evolve(engine.config, local_plugins=(*engine.config.local_plugins, str(path.absolute())))
    return Engine(config)


def _engine(config: str | None, own_only: bool) -> "Engine":
    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import fail

    try:
        return Engines(config, own_only=own_only).for_path(None)
    except SaysoError as error:
        fail(str(error))
