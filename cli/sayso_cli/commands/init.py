"""``sayso init``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso_cli.sketch import Sketch

TEMPLATE = """\
# What sayso checks here. Every key is optional; `sayso schema config` describes them all.
{found}
# Severities as a kind of newsroom wants them; `sayso rules --profile NAME` shows one:
{profiles}
profile = "default"

# The mildest severity that makes exit code 1: error, warning, info or never.
fail-on = "error"

# Which files are items; without it, all that a reader reads. Patterns as in .gitignore.
# include = {include}

# Which files and folders are none.
exclude = {exclude}
{maps}
# [rules]
# "attribution/vague-media" = "error"
# "sourcing/second-hand-chain" = "off"

# Facts that you know of the items under a path. In mode "default" they fill in, in mode "override" they win;
# the record says of each that this file set it.{outlets}
# [[paths]]
# match = {match}
# facts = {{ outlet = "Name of the outlet", date_published = "2026-05-04" }}
# by = "news desk"

# What you know of an outlet.
# [outlets.{outlet}]
# kind = "newspaper"
# no-bylines-policy = false
# independence = "What it says of its ownership and money."
"""


def init(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="Where to write it.")] = ".",
) -> None:
    """Look at a folder and write a commented sayso.toml for it. Asks nothing and overwrites nothing."""
    from sayso import Config, Engine, SaysoError
    from sayso.config.load import find
    from sayso_cli.sketch import Sketch
    from sayso_cli.terminal import complain, fail

    place = Path(folder)
    if not place.is_dir():
        fail(f"{folder}: there is no such folder")
    target = place / "sayso.toml"
    there = find(place)
    if there is not None and there.parent == place.absolute():
        what = "" if there.name == target.name else ", [tool.sayso]"
        fail(f"{place / there.name}: there is one already{what}; it is left as it is")
    try:
        engine = Engine(Config())
        sketch = Sketch(place, engine)
        with target.open("x", encoding="utf-8", errors="backslashreplace") as file:
            file.write(written(sketch, sorted({"default", *engine.host.profiles})))
    except SaysoError as error:
        fail(str(error))
    except FileExistsError:
        fail(f"{target}: there is one already; it is left as it is")
    except OSError as error:
        fail(f"{target}: {error.strerror or error}")
    sys.stdout.write(f"wrote {target}\n")
    for line in sketch.lines():
        complain(line)
    if not sketch.kinds:
        complain("there are no items here yet; the example path is only an example")


def written(sketch: "Sketch", profiles: "Sequence[str]") -> str:
    """The configuration for what a folder holds."""
    from json import dumps
    from textwrap import fill

    def quoted(words: str) -> str:
        return dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")

    found = "".join(f"# {' '.join(line.split())}\n" for line in sketch.lines())
    folders = sketch.folders
    include = [
        f"{_as_it_is(one)}/**" if one else f"/*{_as_it_is(kind.suffix)}"
        for one in folders
        for kind in sketch.kinds
        if kind.folder == one
    ]
    first = next((one for one in folders if one), "") or "items"
    named = [name for name, _ in sketch.outlets.most_common(3)]
    outlets = ""
    read = sketch.unnamed + sketch.outlets.total()
    if read:
        outlets = f"\n# Of {read} items that could be read, {sketch.unnamed} name no outlet."
    if named:
        outlets += f"\n# Named: {', '.join(map(quoted, named))}."
    maps = "".join(f'\n[reader.{name}.map]\n{key} = "text"\n' for name, key in sketch.maps.items())
    return TEMPLATE.format(
        maps=f"\n# The key that has the text of an item, where that is not 'text'.{maps}" if maps else "",
        profiles=fill(f"{', '.join(profiles)}.", 100, initial_indent="# ", subsequent_indent="# "),
        found=f"#\n{found}" if found else "",
        include=f"[{', '.join(quoted(one) for one in dict.fromkeys(include or ['items/**']))}]",
        exclude=f"[{', '.join(map(quoted, sketch.beside))}]",
        match=quoted(f"{first}/**"),
        outlets=outlets,
        outlet=quoted(named[0] if named else "Name of the outlet"),
    )


def _as_it_is(name: str) -> str:
    """A name as a pattern of .gitignore that means it and nothing else."""
    from re import sub

    return sub(r"[\\\[*?]|^[!#]", r"\\\g<0>", name)
