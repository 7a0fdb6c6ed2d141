"""The application: its commands and their common options."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso_cli.guard import Guard

HELP = "On whose say-so? Checks that the sourcing of news items is visible. A pass never means that an item is true."
COMMANDS = (
    "check",
    "show",
    "normalize",
    "validate",
    "explain",
    "rules",
    "plugins",
    "readers",
    "schema",
    "init",
    "new",
    "outlet",
    "baseline",
    "waivers",
)


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
            command = getattr(import_module(f"sayso_cli.commands.{name}"), name)
            if isinstance(command, typer.Typer):
                app.add_typer(command, name=name)
            else:
                app.command(name)(command)
    app.callback()(options)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


def options(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has printed it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """On whose say-so? Checks that the sourcing of news items is visible. A pass never means that an item is true."""
    from sayso_cli.guard import Guard

    context.call_on_close(partial(_opened, Guard()))


def _opened(guard: "Guard") -> None:
    """Give the streams back, and name the plugins that printed."""
    guard.release()
    printed = guard.take()
    if printed and guard.tells:
        from sayso_cli.guard import told
        from sayso_cli.terminal import complain

        for line in told(printed):
            complain(line)
