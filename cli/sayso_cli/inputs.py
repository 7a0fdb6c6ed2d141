"""What the command line names: files, folders that are walked, and standard input."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import Document, Failure, LeftOut

if TYPE_CHECKING:
    from pathspec import PathSpec

#: Our own file among the items: no item, and no news that it is none.
CONFIG = "sayso.toml"
#: Folders that hold no items; hidden ones are left out too.
NEVER = frozenset({"node_modules", "__pycache__", "venv", "dist", "build"})


class Inputs:
    """The inputs of a run, in the order named, folders in the order of names.

    Attributes:
        unread: Why files of this name are not read; None where they are.
        allow_empty: Whether a folder without items is no failure.
        skipped: What was left out of folders and why, with the number of files.
        left_out: What was left out of single inputs; whoever reads them puts it down here.
    """

    def __init__(
        self,
        paths: Sequence[str],
        unread: Callable[[str], str | None],
        exclude: Callable[[Path], tuple[Path, tuple[str, ...]]],
        stdin_filename: str | None = None,
        allow_empty: bool = False,
    ) -> None:
        self.paths = paths
        self.unread = unread
        self.exclude = exclude
        self.stdin_filename = stdin_filename
        self.allow_empty = allow_empty
        self.skipped: Counter[tuple[str, str]] = Counter()
        self.left_out: list[LeftOut] = []

    def __iter__(self) -> Iterator[Document | Failure]:
        for path in self.paths:
            if path == "-":
                yield self._stdin()
            elif os.path.isdir(path):
                found = False
                for one in self._walk(Path(path)):
                    found = True
                    yield one
                if not found and not self.allow_empty:
                    yield Failure(path, "no-items", "there are no items in this folder; --allow-empty lets that pass")
            elif os.path.exists(path):
                yield Document.from_path(path)
            elif os.path.islink(path):
                yield Failure(path, "missing", "is a link that leads nowhere")
            else:
                yield Failure(path, "missing", "there is no such file or folder")

    def notes(self) -> Iterator[str]:
        """A line for each kind of file, or of what is in one, that was skipped."""
        for (what, why), number in sorted(self.skipped.items()):
            yield f"skipped {number} {'file' if number == 1 else 'files'} ({what}): {why}"
        yield from map(str, self.left_out)

    def _stdin(self) -> Document | Failure:
        name = self.stdin_filename
        if sys.stdin is None:  # as Python has it where it was closed
            return Failure("<stdin>", "unreadable", "standard input is closed")
        try:
            data = sys.stdin.buffer.read()
        except OSError as error:
            return Failure("<stdin>", "unreadable", f"cannot be read: {error.strerror or error}")
        return Document.from_bytes(data, path=name) if name else Document(path="<stdin>", data=data)

    def _walk(self, top: Path) -> Iterator[Document | Failure]:
        from sayso.readers.document import irregular

        root, patterns = self.exclude(top)
        spec = _spec(patterns)
        failures: list[Failure] = []

        def broken(error: OSError) -> None:
            failures.append(Failure(str(error.filename), "unreadable", f"cannot be read: {error.strerror}"))

        # Links to folders are not followed, so that a loop of them ends.
        for folder, folders, files in os.walk(top, onerror=broken):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".")
                and name not in NEVER
                and not _excluded(spec, root, Path(folder, name), True)
            )
            for name in sorted(files):
                path = Path(folder, name)
                if name.startswith(".") or name == CONFIG or _excluded(spec, root, path, False):
                    continue
                if (reason := self.unread(path.as_posix())) is not None:
                    self.skipped[path.suffix.lower() or name, reason] += 1
                elif os.path.exists(path) and (kind := irregular(str(path))):
                    # Opening a pipe waits until somebody writes to it. Who wants it read names it.
                    self.skipped[path.as_posix(), f"is {kind}, not a regular file"] += 1
                else:
                    yield Document.from_path(path.as_posix())
            yield from failures
            failures.clear()
        yield from failures


def _spec(patterns: tuple[str, ...]) -> PathSpec[Any] | None:
    if not patterns:
        return None
    from pathspec import PathSpec

    return PathSpec.from_lines("gitignore", patterns)


def _excluded(spec: PathSpec[Any] | None, root: Path, path: Path, folder: bool) -> bool:
    if spec is None:
        return False
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return not relative.startswith("../") and spec.match_file(f"{relative}/" if folder else relative)
