"""``sayso show``."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso_cli.engines import ConfigOption, EncodingOption, NoConfig, NoPlugins, Paths, ReaderOption, StdinName

if TYPE_CHECKING:
    from sayso import Failure, Record
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs

#: Columns where nothing says how wide the terminal is, and the fewest that a page is made for.
WIDTH, NARROWEST = 100, 30


def show(
    paths: Paths,
    width: Annotated[
        int | None,
        typer.Option("--width", metavar="COLUMNS", help="Wrap there; else at the terminal's width, or 100."),
    ] = None,
    facts: Annotated[bool, typer.Option("--facts/--no-facts", help="Show outlet, author, date and the like.")] = True,
    config: ConfigOption = None,
    no_config: NoConfig = False,
    reader: ReaderOption = None,
    encoding: EncodingOption = None,
    no_plugins: NoPlugins = False,
    stdin_filename: StdinName = None,
) -> None:
    """Show items with source, cue and content of their attributions marked, for people. Exit 2: could not work."""
    from sayso import Failure, SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.inputs import Inputs
    from sayso_cli.memory import settle
    from sayso_cli.showing.page import Look, page
    from sayso_cli.terminal import COULD_NOT_WORK, complain, fail, trace, wants_color

    if width is not None and width < NARROWEST:
        fail(f"--width takes {NARROWEST} or more, not {width}")
    look = Look(width or columns_there(), wants_color(sys.stdout), facts)
    engines = Engines(config, no_config, encoding, no_plugins, reader)
    shown = failed = 0
    try:
        engines.for_path(next((p for p in paths if p != "-"), stdin_filename))
        settle()
        inputs = Inputs(paths, engines, stdin_filename)
        for record in records(engines, inputs):
            if isinstance(record, Failure):
                failed += 1
                trace(record.cause)
                complain(f"error: {record}")
                continue
            sys.stdout.write("\n\n" if shown else "")
            sys.stdout.writelines(page(record, look))
            shown += 1
    except SaysoError as error:
        fail(str(error), error.__cause__)
    for note in inputs.notes():
        complain(note)
    if not shown and not failed:
        complain(f"error: no items in {' '.join(paths)}")
    sys.stdout.flush()
    left_out = engines.tell_left_out()
    raise typer.Exit(COULD_NOT_WORK if failed or left_out or not shown else 0)


def records(engines: "Engines", inputs: "Inputs") -> "Iterator[Record | Failure]":
    """The records of the inputs, one by one, with failures in their places."""
    from sayso import Failure

    for one in inputs:
        if isinstance(one, Failure):
            yield one
        else:
            yield from engines.for_path(one.path).normalize_many(one, inputs.left_out.append)


def columns_there() -> int:
    """The width of the terminal, by COLUMNS or by what it says itself."""
    import shutil

    return max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns)
