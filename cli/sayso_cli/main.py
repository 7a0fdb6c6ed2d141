"""The program: commands, and the promise that no traceback reaches a user for bad input."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sayso_cli.commands.check import check
from sayso_cli.commands.explain import explain
from sayso_cli.commands.init import init
from sayso_cli.commands.normalize import normalize
from sayso_cli.commands.plugins import plugins
from sayso_cli.commands.rules import rules
from sayso_cli.commands.schema import schema
from sayso_cli.commands.validate import validate
from sayso_cli.terminal import COULD_NOT_WORK, fail

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Checks that the sourcing of news items is visible. A pass never means that an item is true.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (check, normalize, validate, explain, rules, plugins, schema, init):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """On whose say-so?"""


def main() -> None:
    """Run the program. Exit codes: 0 nothing found, 1 findings, 2 could not work."""
    for stream in (sys.stdout, sys.stderr):
        # Half a character of somebody's text must not stop a report; what cannot be encoded is shown escaped.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT_WORK)
    except KeyboardInterrupt:
        fail("stopped")
    except OSError as error:
        fail(f"{error.filename or 'output'}: {error.strerror or error}")
