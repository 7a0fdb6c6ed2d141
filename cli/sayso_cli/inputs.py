"""What the command line names: files, folders that are walked, and standard input."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import Document, Failure, LeftOut
from sayso_cli.folders import Folder, Links, Skipped
from sayso_cli.walking import SETTINGS, Own, named_in

if TYPE_CHECKING:
    from sayso_cli.engines import Engines


def _nothing(skipped: Counter[Skipped]) -> str:
    """Why a folder gave no items."""
    files: Counter[str] = Counter()
    folders: Counter[str] = Counter()
    for (what, why), count in skipped.items():
        (folders if what.endswith("/") else files)[why] += count
    reasons, noun = (files, "file") if files else (folders, "folder")
    if not reasons:
        return "there are no items in this folder; --allow-empty lets that pass"
    ((why, number),) = reasons.most_common(1)
    left = reasons.total()
    what = f"the one {noun}" if left == 1 else f"none of the {left:,} {noun}s"
    of = "" if number == left else f", {number:,} of them so"
    return f"{what} in this folder was {'not ' if left == 1 else ''}read{of}: {why}; --allow-empty lets that pass"


class Inputs:
    """The inputs of a run, in the order named, folders in the order of names; a file that is named twice comes once.

    Args:
        force_exclude: Whether a file that is named itself is left out where one in a folder would be.
        own: Files that the command line names and that are no items, with what they are.

    Attributes:
        allow_empty: Whether a folder without items is no failure.
        skipped: What was left out and why, with the number of files or folders; a folder's name ends with a slash.
        left_out: What was left out of single inputs; whoever reads them puts it down here.
    """

    def __init__(
        self,
        paths: Sequence[str],
        engines: Engines,
        stdin_filename: str | None = None,
        allow_empty: bool = False,
        *,
        force_exclude: bool = False,
        own: Iterable[tuple[str | None, str]] = (),
    ) -> None:
        self.paths = paths
        self.engines = engines
        self.stdin_filename = stdin_filename
        self.allow_empty = allow_empty
        self.force_exclude = force_exclude
        self.skipped: Counter[Skipped] = Counter()
        self.left_out: list[LeftOut] = []
        self._own = list(own)
        self._seen: set[str] | None = set() if len(paths) > 1 else None
        self._met = 0
        self._unmatched: dict[tuple[str, int], str] = {}

    def __iter__(self) -> Iterator[Document | Failure]:
        named = dict.fromkeys(path for path in self.paths if path != "-" and os.path.isdir(path))
        folders = {path: Folder(Path(path), self.engines, self._own_of(Path(path))) for path in named}
        links = Links(list(folders.values()))
        for path in self.paths:
            if path == "-":
                yield self._stdin()
            elif path in folders:
                met, failed, before = self._met, False, self.skipped.copy()
                for one in self._walk(folders[path], links):
                    failed = failed or isinstance(one, Failure)
                    yield one
                if self._met == met and not failed and not self.allow_empty:
                    yield Failure(path, "no-items", _nothing(self.skipped - before))
            elif os.path.exists(path):
                if not self.force_exclude or self._forced(Path(path)):
                    yield from self._once(path, path)
            elif os.path.islink(path):
                yield Failure(path, "missing", "is a link that leads nowhere")
            else:
                yield Failure(path, "missing", "there is no such file or folder")

    def notes(self) -> Iterator[str]:
        """A line for each kind of file, or of what is in one, that was skipped."""
        for (what, why), number in sorted(self.skipped.items()):
            noun = "folder" if what.endswith("/") else "file"
            yield f"skipped {number:,} {noun if number == 1 else noun + 's'} ({what}): {why}"
        yield from map(str, self.left_out)
        for _, line in sorted(self._unmatched.items()):
            yield line

    def _stdin(self) -> Document | Failure:
        name = self.stdin_filename
        if sys.stdin is None:  # as Python has it where it was closed
            return Failure("<stdin>", "unreadable", "standard input is closed")
        try:
            data = sys.stdin.buffer.read()
        except OSError as error:
            return Failure("<stdin>", "unreadable", f"cannot be read: {error.strerror or error}")
        return Document.from_bytes(data, path=name) if name else Document(path="<stdin>", data=data)

    def _once(self, path: str, kind: str) -> Iterator[Document]:
        self._met += 1
        if self._seen is not None:
            whole = os.path.abspath(path)
            if whole in self._seen:
                self.skipped[kind, "named more than once, and read once"] += 1
                return
            self._seen.add(whole)
        yield Document.from_path(path)

    def _forced(self, path: Path) -> bool:
        """Whether a file that is named itself is an item all the same; counted where it is not."""
        patterns = self.engines.patterns(path)
        why = patterns.out_of_sight(path) or self._not_read(path, self._own_of(path)) or patterns.why_not(path)
        if why is not None:
            self.skipped[path.as_posix(), why] += 1
        return why is None

    def _own_of(self, path: Path) -> Own:
        return Own([*self._own, *named_in(self.engines.for_path(str(path)).config)])

    def _not_read(self, path: Path, own: Own) -> str | None:
        if path.name in SETTINGS:
            return "sayso's own"
        if (what := own.what(path)) is not None:
            return f"is {what}"
        return self.engines.unread(path.as_posix())

    def _walk(self, folder: Folder, links: Links) -> Iterator[Document | Failure]:
        failures: list[Failure] = []
        matched: set[int] = set()
        config = folder.config

        def broken(error: OSError) -> None:
            failures.append(Failure(str(error.filename), "unreadable", f"cannot be read: {error.strerror}"))

        for paths in folder.walk(self.skipped, broken):
            for path in paths:
                kind = Path(path).suffix.lower() or Path(path).name
                if (why := links.why_not(path)) is not None:
                    self.skipped[kind, why] += 1
                    continue
                if len(matched) < len(config.paths):
                    relative = config.relative(path)
                    matched.update(n for n, one in enumerate(config.paths) if one.covers(relative))
                yield from self._once(path, kind)
            yield from failures
            failures.clear()
        yield from failures
        if config.file is not None and folder.real == os.path.realpath(config.root):
            for number in set(range(len(config.paths))) - matched:
                written = ", ".join(config.paths[number].match)
                self._unmatched[config.file, number] = (
                    f"{config.file}: [[paths]] {number + 1} ({written}) meets no file"
                )
