"""What a run must not write over: its inputs, its configuration with all that it names, and what git keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sayso import ConfigError
from sayso_cli.output import same_file
from sayso_cli.walking import SETTINGS, named_in

if TYPE_CHECKING:
    from sayso_cli.engines import Engines
    from sayso_cli.outputs import Output

#: How a baseline begins, which is no report that can be made again.
BASELINE = b'"urn:sayso:schema:baseline:'
OURS = "a baseline"


class Target(NamedTuple):
    """A file that is written, and the option that names it."""

    option: str
    file: str

    def __str__(self) -> str:
        return f"{self.option}{self.file}"


def targets(chosen: Iterable[Output], output: str | None, streams: Iterable[tuple[str, str]]) -> list[Target]:
    """The files that formats and streams go to; a file that others write to as well is none of them.

    Args:
        output: As ``--output`` names it.
        streams: Name of the option and file of each.
    """
    found = [
        Target("--output " if one.file == output else f"--format {one.format.name}:", one.file)
        for one in chosen
        if one.file is not None and not one.append
    ]
    return found + [Target(f"--{name} ", file) for name, file in streams]


class Sparing:
    """Refuses files that would be lost.

    Args:
        own: Files and folders that the command line names for other uses, with what they are.

    Raises:
        ConfigError: From every method, where a target is such a file; names both.
    """

    def __init__(self, files: Sequence[Target], engines: Engines, own: Iterable[tuple[str | None, str]]) -> None:
        self.files = files
        self.engines = engines
        self._known = 0
        for target in files:
            what = _of_git_or_ours(target.file)
            if what is not None:
                raise _lost(target, what)
        self._refuse(own)
        self.own()

    def own(self) -> None:
        """Refuse what the configurations name that were met since the last time."""
        made = list(self.engines.made.values())
        for engine in made[self._known :]:
            self._refuse(named_in(engine.config))
        self._known = len(made)

    def input(self, path: str | None) -> None:
        """Refuse an input."""
        for target in self.files:
            if same_file(path, target.file):
                raise ConfigError(
                    f"{target} is one of the inputs, and would be lost; write to another file, or exclude it"
                )

    def _refuse(self, own: Iterable[tuple[str | None, str]]) -> None:
        for path, what in own:
            for target in self.files if path else ():
                if _is(target.file, str(path)):
                    raise _lost(target, what)
                if _below(target.file, str(path)):
                    raise ConfigError(f"{target} lies in {path}, which is {what}; write to another folder")


def no_baseline(file: str, named: Iterable[tuple[str | None, str]]) -> str | None:
    """What a file is that a new baseline must not replace; None for a baseline, and for what is empty or no file.

    Args:
        named: Files that have other uses, with what they are.
    """
    what = _of_git_or_ours(file) or next((what for path, what in named if path and _is(file, path)), None)
    if what is None and os.path.isfile(file) and os.path.getsize(file):
        return "no baseline"
    return None if what == OURS else what


def _lost(target: Target, what: str) -> ConfigError:
    return ConfigError(f"{target} is {what}, and would be lost; write to another file")


def _of_git_or_ours(file: str) -> str | None:
    """What a file is by its name or its first bytes: of git, or one that people write for us; None for any other."""
    place = os.path.realpath(file)
    if any(part.lower() == ".git" for whole in (place, os.path.abspath(file)) for part in whole.split(os.sep)):
        return "a file of git"
    if os.path.basename(place) in SETTINGS or os.path.basename(file) in SETTINGS:
        return "a configuration or its waivers, by its name"
    if os.path.isfile(file):
        try:
            with open(file, "rb") as opened:
                return OURS if BASELINE in opened.read(200) else None
        except OSError:
            return None
    return None


def _is(file: str, other: str) -> bool:
    return same_file(file, other) or os.path.realpath(file) == os.path.realpath(other)


def _below(file: str, folder: str) -> bool:
    top = os.path.realpath(folder)
    return os.path.isdir(top) and os.path.realpath(file).startswith(top + os.sep)
