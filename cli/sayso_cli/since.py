"""Only what changed since a commit: files that differ, and of files with many items the items that do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sayso import ConfigError, Document, Failure, Item, record_to_json

if TYPE_CHECKING:
    from sayso_cli.engines import Engines

#: Parts of a record that another item of the file changes.
PLACE = frozenset({"retrieval", "activities", "raw_sha256", "document_sha256"})
#: Seconds that git may take for one answer.
PATIENCE = 120


class Since:
    """Which files and items are new or other than in a commit.

    It is the one from which the work tree and that commit come, so that what others did meanwhile is no change here.

    Args:
        ref: A commit, branch or tag, as git takes it.

    Raises:
        ConfigError: If git is not there, this is no work tree, or there is no such commit.
    """

    def __init__(self, ref: str, engines: Engines, paths: Sequence[str] = ()) -> None:
        if not ref or ref.startswith("-"):
            raise ConfigError(f"--since takes a commit, branch or tag, not {ref!r}")
        self.engines = engines
        top = _git("rev-parse", "--show-toplevel", cwd=_folder(paths))
        self.top = os.path.realpath(top.decode("utf-8", "surrogateescape").rstrip("\n"))
        self.commit = _base(_commit(ref, self.top), self.top)
        # Whether a file may be run is nothing about its items.
        words = ("-c", "core.fileMode=false", "diff", "--raw", "--no-abbrev", "--find-renames", "-z")
        changed = _git(*words, self.commit, "--", cwd=self.top)
        new = _git("ls-files", "--others", "--exclude-standard", "-z", cwd=self.top)
        #: Files that were moved, and may have been changed on the way, with the names they had.
        self.moved, differ = _changes(changed.split(b"\0"))
        self.changed = frozenset(differ | set(new.split(b"\0")))
        # Of a file that git does not know, nothing says that it is as it was.
        self.same = frozenset(_git("ls-files", "-z", cwd=self.top).split(b"\0")) - self.changed
        #: What was passed over: whole files, and items of files that changed elsewhere.
        self.files = self.items = 0
        #: The files that were passed over, wholly or in part.
        self.passed: set[str] = set()

    def inputs(self, inputs: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
        """The inputs without files that are as they were; what is no file of the work tree always counts."""
        for one in inputs:
            name = self._name(one.path) if isinstance(one, Document) and one.data is None else None
            if one.path is not None and name in self.same and not self._is_other(one.path, name):
                self.files += 1
                self.passed.add(one.path)
            else:
                yield one

    def _is_other(self, path: str, name: bytes | None) -> bool:
        """Whether a moved file lies where the configuration says something else of its items."""
        old = self.moved.get(name) if name is not None else None
        if old is None:
            return False
        before = os.path.join(self.top, os.fsdecode(old))
        engine = self.engines.for_path(path)
        return engine is not self.engines.for_path(before) or engine.config.for_path(path) != engine.config.for_path(
            before
        )

    def keep(self, document: Document) -> Callable[[Item], bool] | None:
        """Which items of a changed file with many are new or other; None where all of it counts."""
        name = self._name(document.path) if document.data is None else None
        if name is None:
            return None
        before = _blob(self.commit, self.moved.get(name, name), self.top)
        if before is None:
            return None
        old = Document.from_bytes(before, path=document.path)
        known = {_identity(item) for item in self.engines.for_path(document.path).items(old) if isinstance(item, Item)}
        if len(known) < 2:
            return None

        def is_new(item: Item) -> bool:
            if _identity(item) not in known:
                return True
            self.items += 1
            self.passed.add(document.path or "")
            return False

        return is_new

    @property
    def unchanged(self) -> int:
        """How many files, and items of other files, were passed over."""
        return self.files + self.items

    def _name(self, path: str | None) -> bytes | None:
        """A path as git writes it, from the top of the work tree; None for what lies elsewhere."""
        if path is None or not os.path.isfile(path):
            return None
        # The last part may be a link, which is what git has; the folders are what they are.
        folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
        relative = os.path.relpath(os.path.join(folder, os.path.basename(path)), self.top)
        return None if relative.startswith("..") else os.fsencode(relative.replace(os.sep, "/"))

    def notes(self) -> Iterator[str]:
        """What was not checked."""
        from sayso_cli.terminal import counted

        parts = [counted(self.files, "file")] if self.files else []
        parts += [f"{counted(self.items, 'item')} of changed files"] if self.items else []
        if parts:
            yield f"unchanged since {self.commit[:12]} and not checked: {', and '.join(parts)}"


def _identity(item: Item) -> str:
    """What an item is, wherever in its file it stands."""
    import json

    whole = json.dumps(_without_place(record_to_json(item.record)), sort_keys=True)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _without_place(value: Any) -> Any:
    """A record without what tells of its file: where it was read, and the hash of all that stood there."""
    if isinstance(value, dict):
        return {key: _without_place(one) for key, one in value.items() if key not in PLACE}
    return [_without_place(one) for one in value] if isinstance(value, list) else value


def _folder(paths: Sequence[str]) -> str | None:
    """Where to ask for the work tree: at the first path that is there; None for the folder that we are in."""
    first = next((os.path.abspath(path) for path in paths if path != "-" and os.path.exists(path)), None)
    return first if first is None or os.path.isdir(first) else os.path.dirname(first)


def _commit(ref: str, top: str) -> str:
    try:
        found = _git("rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}", cwd=top)
    except ConfigError:
        shallow = _git("rev-parse", "--is-shallow-repository", cwd=top).strip() == b"true"
        why = "this clone is shallow; fetch the whole history (git fetch --unshallow; fetch-depth: 0 of a checkout)"
        cure = why if shallow else "git fetch brings branches of others, as origin/main"
        raise ConfigError(f"--since: there is no commit {ref!r} here: {cure}") from None
    return found.decode("ascii", "replace").strip()


def _base(commit: str, top: str) -> str:
    """The last commit that another and the work tree's own have in common; that other one where there is none."""
    try:
        return _git("merge-base", commit, "HEAD", cwd=top).decode("ascii", "replace").strip() or commit
    except ConfigError:  # no common history, or one that a shallow clone does not have
        return commit


def _changes(fields: list[bytes]) -> tuple[dict[bytes, bytes], set[bytes]]:
    """The files that git calls other than they were: moved ones with their old names, and all whose bytes differ.

    Args:
        fields: What ``git diff --raw -z`` gives: modes, hashes before and now, status; then one path or two.
    """
    moved: dict[bytes, bytes] = {}
    differ: set[bytes] = set()
    rest = iter(fields)
    for line in rest:
        before, after, status = line.split(b" ")[2:] if line else (b"", b"", b"")
        if status[:1] in (b"R", b"C"):
            old, name = next(rest), next(rest)
            moved[name] = old
            if status[1:] != b"100":
                differ.add(name)
        elif status:
            name = next(rest)
            if before != after or status != b"M":
                differ.add(name)
    return moved, differ


def _git(*words: str, cwd: str | None = None) -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - git with words of ours, and one that is no option
            ["git", *words],  # noqa: S607 - whichever git the user has
            cwd=cwd,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConfigError(f"--since asks git, which did not answer: {error}") from None
    if ran.returncode:
        lines = ran.stderr.decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
        raise ConfigError(f"--since: git: {lines[0]}")
    return ran.stdout


def _blob(commit: str, name: bytes, top: str) -> bytes | None:
    """A file as it was in a commit; None where it was not there."""
    try:
        return _git("cat-file", "blob", f"{commit}:{os.fsdecode(name)}", cwd=top)
    except ConfigError:
        return None
