"""``sayso readers``."""

import sys
from typing import Annotated

import typer

from sayso_cli.engines import ConfigOption, NoPlugins


def readers(
    format: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
    config: ConfigOption = None,
    no_plugins: NoPlugins = False,
) -> None:
    """List the readers: what each reads, by which file names and media types, and what it lacks."""
    import json

    from sayso import SaysoError
    from sayso_cli.engines import Engines
    from sayso_cli.terminal import fail, shown

    if format not in ("text", "json"):
        fail(f"--format takes text or json, not {format!r}")
    try:
        engines = Engines(config, own_only=no_plugins)
        engine = engines.for_path(None)
    except SaysoError as error:
        fail(str(error))
    engines.tell_left_out()
    listed = [
        {
            "reader": name,
            "version": one.version,
            "summary": one.summary,
            "plugin": engine.host.owner("sayso_readers", name),
            "suffixes": list(one.suffixes),
            "media_types": list(one.media_types),
            "by_first_bytes": one.recognises is not None,
            "container": one.container,
            "refines": list(one.refines),
            "lacks": list(one.lacks),
            "extra": one.extra,
            "settings": sorted(engine.config.reader.get(name, {})),
        }
        for name, one in sorted(engine.readers.items())
    ]
    if format == "json":
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
        return
    width = max((len(str(one["reader"])) for one in listed), default=0)
    for one in listed:
        reader = engine.readers[str(one["reader"])]
        sys.stdout.write(shown(f"{reader.name:<{width}}  {reader.summary}") + "\n")
        kinds = " ".join((*reader.suffixes, *reader.media_types))
        said = f"refines {', '.join(reader.refines)}" if reader.refines else kinds or "only with --reader"
        sys.stdout.write(shown(f"{'':<{width}}  {said}") + "\n")
        if reader.lacks:
            sys.stdout.write(shown(f"{'':<{width}}  not installed: {reader.remedy}") + "\n")
