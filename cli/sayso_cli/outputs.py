"""Several formats from one run: each to its own file, one of them to standard output."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso import Format, Rendering, Report

if TYPE_CHECKING:
    from sayso.plugins.host import PluginHost

#: Names the file that GitHub Actions shows as the summary of a job; other steps write to it too.
SUMMARY = "GITHUB_STEP_SUMMARY"


class Output(NamedTuple):
    """A format and the file that it goes to; None for standard output.

    Attributes:
        append: Whether the file is one that others write to as well.
    """

    format: Format
    file: str | None
    append: bool = False


def outputs(asked: Iterable[str], formats: dict[str, Format], file: str | None) -> list[Output]:
    """What ``--format NAME`` and ``--format NAME:FILE`` ask for, the one for standard output first.

    Args:
        file: ``--output``: where the one without a file goes. A file ``-`` is standard output, here and there.

    Raises:
        ValueError: Saying what is wrong with them.
    """
    found = []
    for one in asked:
        name, colon, target = one.partition(":")
        if name not in formats:
            raise ValueError(f"there is no format {name!r}; there are {', '.join(sorted(formats))}")
        if colon and not target:
            raise ValueError(f"--format {one} names no file; write {name}:FILE")
        found.append(Output(formats[name], None if target in ("", "-") else target))
    file = None if file == "-" else file
    free = [one for one in found if one.file is None]
    if len(free) > 1:
        names = " and ".join(one.format.name for one in free)
        raise ValueError(f"--format {names} both go to one place; write NAME:FILE for all but one")
    if file is not None and not free:
        raise ValueError(f"--output {file} is for a format without a file of its own")
    files = [os.path.realpath(one.file or file or "") for one in found if one.file or file]
    if len(set(files)) < len(files):
        raise ValueError("two formats go to one file; give each its own")
    chosen = [one._replace(file=file) for one in free] + [one for one in found if one.file is not None]
    summary = os.environ.get(SUMMARY)
    if summary and "markdown" in formats and any(one.format.name == "github" for one in chosen):
        chosen.append(Output(formats["markdown"], summary, append=True))
    return chosen


def write(chosen: list[Output], reports: Iterator[Report], rendering: Rendering, quiet: bool, host: PluginHost) -> None:
    """Write all outputs: the first as the reports come, the others when all have.

    Args:
        quiet: Whether standard output stays empty.
        host: Who knows which plugin offers a format.

    Raises:
        OSError: If a file cannot be written; names it.
        PluginError: If a format fails; names the plugin.
    """
    first, *others = chosen
    if not others:
        _write(first, reports, rendering, quiet, host)
        return
    from sayso_cli.spool import Spool

    spool = Spool(reports)
    try:
        _write(first, spool.live(), rendering, quiet, host)
        for other in others:
            _write(other, spool.again(), rendering, quiet, host)
    finally:
        spool.close()


def _write(output: Output, reports: Iterator[Report], rendering: Rendering, quiet: bool, host: PluginHost) -> None:
    import sys

    from sayso import evolve
    from sayso_cli.rendering import owner
    from sayso_cli.rendering import pieces as made

    given = rendering if output.file is None else evolve(rendering, color=False)
    name, plugin = f"format {output.format.name}", owner(host, output.format)
    pieces = made(output.format.render, reports, given, name, plugin)
    if output.file is not None:
        if output.append:
            with open(output.file, "a", encoding="utf-8", errors="backslashreplace") as target:
                target.writelines(pieces)
            return
        from sayso_cli.output import write_whole

        write_whole(output.file, pieces)
        return
    for piece in pieces:
        if not quiet:
            sys.stdout.write(piece)
    sys.stdout.flush()
