"""``sayso new``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso_cli.scaffold import Distribution, Piece

WORDS = ("plugin", "reader", "rule", "words", "language", "exporter", "format", "profile")


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=", ".join(WORDS))],
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Such as harbour-post; of a rule house/no-cant, of a language fr."),
    ],
    into: Annotated[str, typer.Option("--into", metavar="FOLDER", help="Where to write it.")] = ".",
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="WHAT",
            help="What a reader reads: text (what an outlet's items show), page (its pages), format (files of a form).",
        ),
    ] = "text",
) -> None:
    """Write a plugin with its tests: a distribution, or in the folder of one, the one file. Overwrites nothing.

    Words are a list of words for editors: where no distribution is, the list alone.
    """
    from sayso import SaysoError
    from sayso_cli import scaffold
    from sayso_cli.terminal import fail

    folder = Path(into)
    if kind not in WORDS:
        fail(f"there is nothing new of the kind {kind!r}; there are {', '.join(WORDS)}")
    if of not in scaffold.OF:
        fail(f"--of {of}: a reader is of {', '.join(scaffold.OF)}")
    if of != "text" and kind != "reader":
        fail(f"--of {of} is for readers; sayso new reader NAME --of {of}")
    if not folder.is_dir():
        fail(f"--into {into}: there is no such folder")
    try:
        made = scaffold.pieces(kind, name, of)
        refuse_taken(made)
        dist = scaffold.found(folder)
        if dist is not None and kind == "plugin" and (folder / "pyproject.toml").is_file():
            fail(f"{folder / 'pyproject.toml'} is that of a plugin; sayso new reader, rule … add to it")
        if dist is not None and kind != "plugin":
            add(dist, made[0])
            return
        if kind == "words":
            add_list(folder, made[0])
            return
        dist = scaffold.new(folder, kind, name)
        summary = made[0].summary if kind != "plugin" else "A reader of one outlet's items, and house rules."
        files = scaffold.files(dist, made, summary)
        scaffold.write(files)
    except (SaysoError, OSError) as error:
        fail(str(error))
    for path in files:
        sys.stdout.write(f"wrote {path}\n")
    sys.stdout.write(f"next: cd {dist.folder} && python -m pip install -e '.[dev]' && python -m pytest\n")


def refuse_taken(made: "list[Piece]") -> None:
    """Refuse a name that a plugin has already.

    Raises:
        SaysoError: Naming the plugin.
    """
    from sayso_cli.engines import Engines
    from sayso_cli.scaffold import KINDS, NameRefusedError

    host = Engines(no_config=True).for_path(None).host
    for one in made:
        hook = f"sayso_{KINDS[one.kind].kinds}"
        if one.offers in host.offers[hook]:
            owner = host.owner(hook, one.offers)
            kind = KINDS[one.kind].kinds.removesuffix("s")
            raise NameRefusedError(f"the {kind} {one.offers!r} is there already: the plugin {owner!r} has it")


def add_list(folder: Path, one: "Piece") -> None:
    """Write a list of words alone, and say how it is used."""
    from sayso_cli import scaffold

    path = folder / f"{one.title}.toml"
    if one.title in scaffold.NO_LISTS:
        raise scaffold.NameRefusedError(f"{path} would be a configuration and no list of words; choose another name")
    scaffold.write({path: scaffold.words_alone(one)})
    sys.stdout.write(f"wrote {path}\n")
    sys.stdout.write(f'next: name it in {folder / "sayso.toml"}: local-plugins = ["{path.name}"]\n')
    sys.stdout.write(f"then: sayso plugins check {path}\n")


def add(dist: "Distribution", one: "Piece") -> None:
    """Write one piece into a distribution, and add it to the hook or say what to add."""
    from sayso_cli import scaffold
    from sayso_cli.output import write_whole
    from sayso_cli.registering import line_of, registered

    files = scaffold.files_of(dist, one)
    scaffold.write(files)
    for path in files:
        sys.stdout.write(f"wrote {path}\n")
    if one.needs and one.needs not in (dist.folder / "pyproject.toml").read_text("utf-8"):
        sys.stdout.write(f"it needs sayso{one.needs}: say so under dependencies in {dist.folder / 'pyproject.toml'}\n")
    plugin = dist.source / "plugin.py"
    try:
        text = plugin.read_bytes().decode()
    except UnicodeDecodeError:  # in another encoding, which its own lines may declare
        text = ""
    changed = registered(text.replace("\r\n", "\n"), dist, one)
    if changed is not None:
        write_whole(str(plugin), [changed.replace("\n", "\r\n") if "\r\n" in text else changed])
        sys.stdout.write(f"added {one.offered} to {plugin}\n")
        return
    hook = f"sayso_{scaffold.KINDS[one.kind].kinds}"
    sys.stdout.write(f"add to {plugin}, where {hook} returns a list with {one.offered}: {line_of(dist, one)}\n")
