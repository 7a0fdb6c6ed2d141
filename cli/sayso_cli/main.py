"""The program: commands, and the promise that no traceback reaches a user for bad input."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from sayso_cli.terminal import COULD_NOT_WORK, fail

HELP = "On whose say-so? Checks that the sourcing of news items is visible. A pass never means that an item is true."
COMMANDS = ("check", "normalize", "validate", "explain", "rules", "plugins", "schema", "init")


def build(wanted: str | None = None) -> typer.Typer:
    """The application: all commands, or only the one that is called, since reading a signature takes its time."""
    app = typer.Typer(
        name="sayso",
        help=HELP,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for name in COMMANDS:
        if wanted not in COMMANDS or name == wanted:
            app.command(name)(getattr(import_module(f"sayso_cli.commands.{name}"), name))
    app.callback()(options)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """On whose say-so? Checks that the sourcing of news items is visible. A pass never means that an item is true."""


def main() -> None:
    """Run the program. Exit codes: 0 nothing found, 1 findings, 2 could not work."""
    # What is made while loading stays until the end: collecting it again and again is a tenth of a short run.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # Half a character of somebody's text must not stop a report; what cannot be encoded is shown escaped.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        build(sys.argv[1] if len(sys.argv) > 1 else None)()
    except SystemExit as stop:
        # Taking every object apart at the end serves nobody: the streams are flushed, and that is all (as in mypy).
        sys.stdout.flush()
        sys.stderr.flush()
        if isinstance(stop.code, int) and not sys.flags.interactive:
            os._exit(stop.code)
        raise
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT_WORK)
    except KeyboardInterrupt:
        fail("stopped")
    except OSError as error:
        fail(f"{error.filename or 'output'}: {error.strerror or error}")
