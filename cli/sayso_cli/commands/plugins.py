"""``sayso plugins``."""

import sys
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins


def plugins(
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """List the installed plugins: what each adds, and why one is left out. Exit 2 where one is broken."""
    import json

    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import COULD_NOT_WORK, fail, shown

    if format not in ("text", "json"):
        fail(f"--format takes text or json, not {format!r}")
    try:
        host = Engines(config, own_only=no_plugins).for_path(None).host
    except SaysoError as error:
        fail(str(error))
    if format == "json":
        listed = [vars(plugin) for plugin in host.plugins]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
    for plugin in host.plugins if format == "text" else ():
        api = f", API {plugin.requires_api}" if plugin.requires_api else ""
        sys.stdout.write(
            shown(
                f"{plugin.name} ({plugin.distribution} {plugin.version}{api}): {plugin.state}, {plugin.load_ms:.0f} ms"
            )
            + "\n"
        )
        for kind, names in plugin.adds.items():
            sys.stdout.write(shown(f"  {kind}: {', '.join(names)}") + "\n")
        if plugin.error:
            sys.stdout.write(shown(f"  error: {plugin.error}") + "\n")
    raise typer.Exit(COULD_NOT_WORK if host.broken else 0)
