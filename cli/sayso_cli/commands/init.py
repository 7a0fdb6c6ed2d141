"""``sayso init``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

TEMPLATE = """\
# What sayso checks here. Every key is optional; `sayso schema config` describes them all.

# Severities as a kind of newsroom wants them: default, wire, broadsheet, thinktank, aggregator, archive.
profile = "default"

# The mildest severity that makes exit code 1: error, warning, info or never.
fail-on = "error"

# Patterns as in .gitignore.
exclude = []

# [rules]
# "attribution/vague-media" = "error"
# "sourcing/second-hand-chain" = "off"

# Facts that you know of the items under a path. In mode "default" they fill in, in mode "override" they win;
# the record says of each that this file set it.
# [[paths]]
# match = "{match}"
# facts = {{ outlet = "Name of the outlet", date_published = "2026-05-04" }}
# by = "news desk"

# What you know of an outlet.
# [outlets."Name of the outlet"]
# kind = "newspaper"
# no-bylines-policy = false
# independence = "What it says of its ownership and money."
"""


def init(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="Where to write it.")] = ".",
) -> None:
    """Look at a folder and write a commented sayso.toml for it. Asks nothing and overwrites nothing."""
    from sayso_cli.terminal import complain, fail

    place = Path(folder)
    if not place.is_dir():
        fail(f"{folder}: there is no such folder")
    target = place / "sayso.toml"
    items = sorted(
        p for suffix in ("txt", "json", "jsonl") for p in place.glob(f"*/**/*.{suffix}") if "/." not in p.as_posix()
    )
    first = items[0].relative_to(place).parts[0] if items else "items"
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE.format(match=f"{first}/**"))
    except FileExistsError:
        fail(f"{target}: there is one already; it is left as it is")
    except OSError as error:
        fail(f"{target}: {error.strerror or error}")
    sys.stdout.write(f"wrote {target}\n")
    if not items:
        complain("there are no items in folders here yet; the example path is only an example")
