"""Reports of earlier runs: an SQLite file, keyed by all that a report depends on.

A report depends on the bytes and the name of its input, and on :mod:`what it is made by <sayso_cli.made_by>`. Several
runs may use one file at once. What cannot be read is never trusted: the file is begun anew, with a word.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

from sayso import ConfigError, Document, Engine, Report
from sayso_cli.made_by import content, fingerprint, stamp
from sayso_cli.stored import from_stored, to_stored

FILE, TAG, IGNORED = "reports.sqlite", "CACHEDIR.TAG", ".gitignore"
#: By what a cache of ours is known.
MADE = "# Made by sayso; it can be deleted."
#: Of the files that SQLite keeps beside each other.
ENDINGS = ("", "-wal", "-shm", "-journal")
#: Of the table below; another one is begun anew.
VERSION = 2
#: Runs after which a report that nobody asked for is forgotten.
KEPT = 20
#: Bytes of an input up to which its reports are kept.
LARGEST = 4_000_000


class Cache:
    """Reports by key.

    Args:
        folder: Where the file lies; it is made, with a mark that tells backup programs to leave it out.

    Raises:
        ConfigError: If the folder is there, is not empty and is no cache of ours: nothing is written among the files of
            others.

    Attributes:
        notes: What the user should know, such as that the file was begun anew.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.notes: list[str] = []
        self.hits = self.misses = 0
        self._engines: dict[int, str | None] = {}
        self._connection: sqlite3.Connection | None = None
        try:
            self._prepare()
            self._open()
        except (sqlite3.Error, OSError) as error:
            self._begin_anew(error)

    def _prepare(self) -> None:
        os.makedirs(self.folder, exist_ok=True)
        mark = Path(self.folder, TAG)
        if not _is_ours(self.folder, mark):
            raise ConfigError(
                f"the cache {self.folder} is a folder with other files in it, and no cache of ours; name one of its own"
            )
        if not mark.exists():
            mark.write_text(f"Signature: 8a477f597d28d172789f06886806bc55\n{MADE}\n")
            Path(self.folder, IGNORED).write_text("*\n")

    def _open(self) -> None:
        connection = sqlite3.connect(os.path.join(self.folder, FILE), isolation_level=None, timeout=30)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in (0, VERSION):
            raise sqlite3.DatabaseError(f"it is of version {found}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS reports (key TEXT PRIMARY KEY, run INTEGER NOT NULL, data BLOB NOT NULL)"
        )
        connection.execute(
            "CREATE TABLE IF NOT EXISTS code (stamp TEXT PRIMARY KEY, run INTEGER NOT NULL, digest TEXT NOT NULL)"
        )
        connection.execute("CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY AUTOINCREMENT)")
        self.run = connection.execute("INSERT INTO runs DEFAULT VALUES").lastrowid
        self._connection = connection

    def _begin_anew(self, error: Exception) -> None:
        """Drop a file that cannot be used and begin another; without one where that fails too."""
        self.notes.append(f"the cache in {self.folder} could not be used ({error}) and is begun anew")
        self._drop()
        for ending in ENDINGS:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(self.folder, FILE + ending))
        try:
            self._open()
        except (sqlite3.Error, OSError):
            self.notes[-1] = f"there is no cache: {self.folder} cannot be used ({error})"

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def key(self, document: Document, engine: Engine) -> str | None:
        """By what the reports on an input are known; None where they cannot be kept."""
        if self._connection is None or document.path is None or document.item is not None:
            return None
        made_by = self._engine(engine)
        if made_by is None:
            return None
        try:
            if document.data is None and os.path.getsize(document.path) > LARGEST:
                return None
            data = document.read()
        except Exception:  # it fails when it is read in earnest, and says how
            return None
        name = f"{document.path}\x1f{document.media_type}\x1f{document.encoding}\x1f".encode("utf-8", "surrogatepass")
        return sha256(made_by.encode() + name + data).hexdigest()

    def _engine(self, engine: Engine) -> str | None:
        number = id(engine)
        if number not in self._engines:
            self._engines[number] = fingerprint(engine, self._contents)
        return self._engines[number]

    def _contents(self, files: list[tuple[str, str]]) -> str | None:
        """The hash of the content of files, which is known where none was written since it was made."""
        stamped = stamp(files)
        if self._connection is None or stamped is None:
            return None
        try:
            row = self._connection.execute("SELECT digest FROM code WHERE stamp = ?", (stamped,)).fetchone()
            digest = str(row[0]) if row is not None else content(files)
            if digest is not None:
                words = "INSERT OR REPLACE INTO code VALUES (?, ?, ?)"
                self._connection.execute(words, (stamped, self.run, digest))
        except sqlite3.Error as error:
            self._begin_anew(error)
            return content(files)
        return digest

    def get(self, key: str, path: str | None) -> list[Report] | None:
        """The reports that are kept under a key."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT data, run FROM reports WHERE key = ?", (key,)).fetchone()
            if row is None:
                self.misses += 1
                return None
            found = from_stored(json.loads(zlib.decompress(row[0])))
            if row[1] != self.run:
                self._connection.execute("UPDATE reports SET run = ? WHERE key = ?", (self.run, key))
        except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError) as error:
            self._begin_anew(error)
            return None
        if any(item.path != path for report in found for item in report.items if report.items):
            return None  # an archive names its members; whatever else it is, it is not this input
        self.hits += 1
        return found

    def put(self, key: str, reports: list[Report]) -> None:
        """Keep reports, unless a rule or reader failed, which may go better next time."""
        if self._connection is None or any(report.failures for report in reports):
            return
        data = zlib.compress(json.dumps(to_stored(reports)).encode(), 1)
        try:
            self._connection.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", (key, self.run, data))
        except sqlite3.Error as error:
            self._begin_anew(error)

    def close(self) -> None:
        """Forget what nobody asked for in many runs, and close the file."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            for table in ("reports", "code"):
                self._connection.execute(f"DELETE FROM {table} WHERE run < ?", ((self.run or 0) - KEPT,))  # noqa: S608
            self._connection.execute("DELETE FROM runs WHERE run < ?", (self.run,))
        self._drop()


def _is_ours(folder: str, mark: Path) -> bool:
    """Whether a folder is empty or a cache of ours, be it one that another run is just making."""
    said = mark.read_text("utf-8", errors="replace") if mark.is_file() else ""
    if said:
        return MADE in said
    return {TAG, IGNORED, *(FILE + ending for ending in ENDINGS)}.issuperset(os.listdir(folder))
