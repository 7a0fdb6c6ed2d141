"""``sayso outlet``."""

import sys
from typing import Annotated

import typer

FORMATS = ("trust.txt", "jti")
#: Bytes of a file that is imported.
MAX_BYTES = 1_000_000

outlet = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Profiles of outlets.")


@outlet.callback()
def group() -> None:
    """Profiles of outlets: what you know of who publishes, who owns and who pays."""


@outlet.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A trust.txt, or what an outlet says of itself as JSON.")],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="The outlet's name, as items give it.")],
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="NAME", help="trust.txt or jti; by the file if left out.")
    ] = None,
) -> None:
    """Print an outlet profile for sayso.toml, with where each value is from. Fetches nothing."""
    from pathlib import Path

    from sayso import Document, ReadError, decode
    from sayso.outside.profile_lines import one_line, toml
    from sayso.outside.self_description import self_description
    from sayso.outside.trust_txt import trust_txt
    from sayso.readers.document import irregular
    from sayso_cli.terminal import fail

    if format is not None and format not in FORMATS:
        fail(f"--format takes {' or '.join(FORMATS)}, not {format!r}")
    try:
        title = one_line(name, "--name")
        if kind := irregular(file):
            raise ReadError("unreadable", f"is {kind}, not a regular file")
        document = Document(path=file, max_bytes=MAX_BYTES)
        text = decode(document.read()).text
        is_json = format == "jti" or (format is None and text.lstrip()[:1] in ("{", "["))
        lines = list(self_description(text) if is_json else trust_txt(text))
    except ReadError as error:
        fail(f"{error}" if error.locator == "--name" else f"{file}: {error}")
    above = f"{title}, from {one_line(Path(file).name, file)} ({'jti' if is_json else 'trust.txt'})"
    sys.stdout.write("\n".join(toml(title, above, lines)) + "\n")
