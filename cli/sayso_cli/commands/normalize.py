"""``sayso normalize``."""

import sys
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, EncodingOption, NoConfig, NoPlugins, Paths, ReaderOption, StdinName


def normalize(
    paths: Paths,
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="jsonl or json.")] = "jsonl",
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
    import gc
    import json
    from datetime import datetime

    from sayso import Failure, SaysoError, record_to_json
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs
    from sayso_cli.terminal import COULD_NOT_WORK, complain, fail

    if format not in ("json", "jsonl"):
        fail(f"--format takes jsonl or json, not {format!r}")
    at = datetime.now().astimezone().isoformat(timespec="seconds") if stamp else None
    engines = Engines(config, no_config, encoding, no_plugins, reader, at)
    made = failed = 0
    try:
        engines.for_path(next((p for p in paths if p != "-"), stdin_filename))
        gc.freeze()
        gc.enable()
        inputs = Inputs(paths, engines.reads, engines.exclude, stdin_filename, allow_empty)
        for one in inputs:
            for record in [one] if isinstance(one, Failure) else engines.for_path(one.path).normalize_many(one):
                if isinstance(record, Failure):
                    failed += 1
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
        fail(str(error))
    for note in inputs.notes():
        complain(note)
    if not made and not failed and not allow_empty:
        complain(f"error: no items in {' '.join(paths)}")
    sys.stdout.flush()
    raise typer.Exit(COULD_NOT_WORK if failed or not (made or allow_empty) else 0)
