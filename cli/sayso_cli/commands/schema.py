"""``sayso schema``."""

import sys
from typing import Annotated

import typer


def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Such as record or config; all without.")] = None,
) -> None:
    """Print a JSON Schema, or list them."""
    import json

    import sayso_schemas
    from sayso_cli.terminal import fail

    if name is None:
        for known in sayso_schemas.names():
            sys.stdout.write(f"{known:<8} {sayso_schemas.load(known)['$id']}\n")
        return
    if name not in sayso_schemas.names():
        fail(f"there is no schema {name!r}; there are {', '.join(sayso_schemas.names())}")
    sys.stdout.write(json.dumps(sayso_schemas.load(name), ensure_ascii=False, allow_nan=False, indent=2) + "\n")
