"""``sayso normalize``."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import (
    ConfigOption,
    EncodingOption,
    LimitOption,
    NoConfig,
    NoPlugins,
    Paths,
    ReaderOption,
    StdinName,
)

if TYPE_CHECKING:
    from sayso import Engine, Exported
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs


def normalize(
    paths: Paths,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="NAME", help="jsonl (default) or json.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="Write another standard; sayso plugins lists them.")
    ] = None,
    limit: LimitOption = None,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    reader: ReaderOption = None,
    encoding: EncodingOption = None,
    no_plugins: NoPlugins = False,
    stdin_filename: StdinName = None,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Do not fail where there are no items.")] = False,
    stamp: Annotated[
        bool, typer.Option("--stamp", help="Put the time on facts; the output then differs by run.")
    ] = False,
) -> None:
    """Print the records of items: every fact with its evidence, or where it was looked for."""
    import json
    from datetime import datetime

    from sayso import Failure, SaysoError, record_to_json
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs
    from sayso_cli.memory import settle
    from sayso_cli.terminal import COULD_NOT_WORK, complain, fail, trace

    if format not in (None, "json", "jsonl"):
        fail(f"--format takes jsonl or json, not {format!r}")
    if to is not None and format is not None:
        fail(f"--to {to} has a form of its own; leave out --format {format} or --to")
    at = datetime.now().astimezone().isoformat(timespec="seconds") if stamp else None
    engines = Engines(config, no_config, encoding, no_plugins, reader, at, {"limit": limit})
    made = failed = 0
    try:
        first = engines.for_path(next((p for p in paths if p != "-"), stdin_filename))
        settle()
        inputs = Inputs(paths, engines, stdin_filename, allow_empty)
        if to is not None:
            made, failed = export(to, first, engines, inputs)
        for one in () if to is not None else inputs:
            for record in (
                [one]
                if isinstance(one, Failure)
                else engines.for_path(one.path).normalize_many(one, inputs.left_out.append)
            ):
                if isinstance(record, Failure):
                    failed += 1
                    trace(record.cause)
                    complain(f"error: {record}")
                    continue
                data = json.dumps(
                    record_to_json(record), ensure_ascii=False, allow_nan=False, indent=2 if format == "json" else None
                )
                if format == "json":
                    sys.stdout.write("[\n" if not made else ",\n")
                    sys.stdout.write(data)
                else:
                    sys.stdout.write(data + "\n")
                made += 1
        if format == "json":
            sys.stdout.write("\n]\n" if made else "[]\n")
    except SaysoError as error:
        fail(str(error), error.__cause__)
    for note in inputs.notes():
        complain(note)
    if not made and not failed and not allow_empty:
        complain(f"error: no items in {' '.join(paths)}")
    sys.stdout.flush()
    left_out = engines.tell_left_out()
    raise typer.Exit(COULD_NOT_WORK if failed or left_out or not (made or allow_empty) else 0)


def export(name: str, first: "Engine", engines: "Engines", inputs: "Inputs") -> tuple[int, int]:
    """Write the items in another standard; how many there were, and how many failed."""
    from sayso import Failure, Rendering, __version__
    from sayso_cli.rendering import owner, pieces
    from sayso_cli.terminal import complain, fail, trace

    exporter = first.host.exporters.get(name)
    if exporter is None:
        fail(f"there is no exporter {name!r}; there are {', '.join(sorted(first.host.exporters))}")
    counts = {"made": 0, "failed": 0}

    def items() -> "Iterator[Exported]":
        for one in inputs:
            found = (
                [one]
                if isinstance(one, Failure)
                else engines.for_path(one.path).exported(
                    one, findings=exporter.findings, left_out=inputs.left_out.append
                )
            )
            for item in found:
                if isinstance(item, Failure):
                    counts["failed"] += 1
                    trace(item.cause)
                    complain(f"error: {item}")
                else:
                    counts["made"] += 1
                    yield item

    made = Rendering(__version__, first.host.refs)
    for piece in pieces(exporter.render, items(), made, f"exporter {name}", owner(first.host, exporter)):
        sys.stdout.write(piece)
    return counts["made"], counts["failed"]
