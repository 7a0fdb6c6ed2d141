"""Folders that are walked: which of their files are items, and why the others are none."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso_cli.output import UNFINISHED
from sayso_cli.walking import FOR_TOOLS, HIDDEN, NEVER, SETTINGS, Own

if TYPE_CHECKING:
    from sayso_cli.engines import Engines

#: What was left out, or the kind of it; and why. A folder's name ends with a slash.
Skipped = tuple[str, str]
LINKED = "links to folders are not followed; name the folder to have it walked"
LEADS_OUT = "links that lead out of the folders named here; name the file to have it read"
READ_ANYWAY = "links to a file that is read anyway"


class Folder:
    """One folder that the command line names.

    Args:
        own: The files of the run that are no items.

    Raises:
        ConfigError: If its configuration cannot be used.
    """

    def __init__(self, top: Path, engines: Engines, own: Own) -> None:
        self.top = top
        self.real = os.path.realpath(top)
        self.engines = engines
        self.own = own
        self.patterns = engines.patterns(top)
        self.config = engines.for_path(str(top)).config

    def holds(self, place: str) -> bool:
        """Whether a place without links lies in it."""
        return place.startswith(self.real.rstrip(os.sep) + os.sep)

    def reads(self, place: str) -> bool:
        """Whether a walk through it comes to the file at a place without links, and reads it."""
        if not self.holds(place):
            return False
        inner = Path(os.path.relpath(place, self.real))
        if any(self.not_entered(self.top / above) for above in inner.parents if above.name):
            return False
        return not self.is_silent(inner.name) and self.left_out(self.top / inner) is None

    def not_entered(self, path: Path) -> Skipped | None:
        """Why a folder in it is not walked; None where it is."""
        if (what := self.own.what(path)) is not None:
            return f"{path.as_posix()}/", f"is {what}"
        if path.name.startswith("."):
            return ".*/", HIDDEN
        if path.name in NEVER:
            return f"{path.name}/", FOR_TOOLS
        if (why := self.patterns.why_not(path, folder=True)) is not None:
            return f"{path.as_posix()}/", why
        return ("*/", LINKED) if path.is_symlink() else None

    def is_silent(self, name: str) -> bool:
        """Whether it is no news that a file of this name is no item."""
        return name in SETTINGS or UNFINISHED.fullmatch(name) is not None

    def left_out(self, path: Path) -> Skipped | None:
        """Why a file in it is not read, by its name and its kind; None where it is."""
        from sayso.readers.document import irregular

        kind = path.suffix.lower() or path.name
        if (what := self.own.what(path)) is not None:
            return path.as_posix(), f"is {what}"
        if path.name.startswith("."):
            return ".*", HIDDEN
        if (why := self.patterns.why_not(path) or self.engines.unread(path.as_posix())) is not None:
            return kind, why
        if os.path.exists(path) and (irregularity := irregular(str(path))):
            # Opening a pipe waits until somebody writes to it. Who wants it read names it.
            return path.as_posix(), f"is {irregularity}, not a regular file"
        return None

    def walk(self, skipped: Counter[Skipped], broken: Callable[[OSError], None]) -> Iterator[list[str]]:
        """The files that are read, in the order of their names, a list for each folder in it.

        Args:
            skipped: Counts what was left out.
            broken: Told of each folder that cannot be read.
        """

        def counted(reason: Skipped | None) -> bool:
            if reason is not None:
                skipped[reason] += 1
            return reason is None

        # Links to folders are not followed, so that a loop of them ends.
        for folder, folders, files in os.walk(self.top, onerror=broken):
            folders[:] = [name for name in sorted(folders) if counted(self.not_entered(Path(folder, name)))]
            named = [Path(folder, name) for name in sorted(files) if not self.is_silent(name)]
            yield [path.as_posix() for path in named if counted(self.left_out(path))]


class Links:
    """Links to files that walks come to, which lead to each file once.

    Args:
        folders: All that are walked.
    """

    def __init__(self, folders: list[Folder]) -> None:
        self.folders = folders
        self._met: set[str] = set()

    def why_not(self, path: str) -> str | None:
        """Why a link is not read; None where it is, and for what is no link."""
        if not os.path.islink(path) or not os.path.exists(path):
            return None
        place = os.path.realpath(path)
        if not any(folder.holds(place) for folder in self.folders):
            return LEADS_OUT
        if place in self._met or any(folder.reads(place) for folder in self.folders):
            return READ_ANYWAY
        self._met.add(place)
        return None
