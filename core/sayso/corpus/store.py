"""The index of a corpus: one SQLite file, safe to kill and to go on with."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.corpus.entry import Entry, from_json, narration_prints, to_json
from sayso.corpus.rule import CorpusRule, Trace
from sayso.errors import ConfigError, SaysoError, said
from sayso.outside.addresses import address
from sayso.rules.item import Item
from sayso.stopping import asked_to_stop

#: Says of a file that it is an index of ours: "SaYs" in ASCII.
APPLICATION = 0x53615973
#: Of the tables below; a file with another is refused.
VERSION = 2
#: Items after which what was collected is safe.
EACH = 200
TABLES = """
CREATE TABLE IF NOT EXISTS entries (item INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, sorting TEXT NOT NULL,
    latest TEXT NOT NULL, uri TEXT, prints INTEGER NOT NULL, data BLOB NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS addresses ON entries (uri) WHERE uri IS NOT NULL;
CREATE TABLE IF NOT EXISTS prints (hash INTEGER, item INTEGER, PRIMARY KEY (hash, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS traces (rule TEXT, topic TEXT, item INTEGER, number INTEGER, value TEXT NOT NULL,
    PRIMARY KEY (rule, topic, item, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS made_by (rule TEXT PRIMARY KEY, version TEXT NOT NULL);
"""


class CollectError(SaysoError):
    """A rule cannot collect from an item; its cause is what the rule raised.

    Attributes:
        rule: The name of the rule.
        words: What it raised, in one line.
    """

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(rule, words)
        self.rule = rule
        self.words = words

    def __str__(self) -> str:
        return f"rule {self.rule} failed while collecting: {self.words}"


class CorpusIndex:
    """What rules on many items need of each item, kept in a file or, without one, beside the run.

    Adding an item that is there changes nothing, and merging is associative and commutative: a corpus can be collected
    in parts, in any order, again after a stop. An index belongs to one thread. Each opening of a file is a run;
    of each item the first and the last run that had it are kept.

    Args:
        rules: The rules to collect for, with the version of the plugin that each is from.
        path: The file; None keeps the index in a temporary one that goes with it.

    Raises:
        ConfigError: If the file cannot be used, is no index, or was written for other rules or versions.
    """

    def __init__(self, rules: Iterable[tuple[CorpusRule, str]], path: str | Path | None = None) -> None:
        self.rules: tuple[tuple[CorpusRule, str], ...] = tuple(sorted(rules, key=lambda pair: pair[0].name))
        self.path: str | None = None if path is None else str(path)
        self._waiting = 0
        try:
            self.connection: sqlite3.Connection = sqlite3.connect(self.path or "", isolation_level=None, timeout=60)
            self._open()
        except sqlite3.Error as error:
            raise ConfigError(f"cannot be used as an index: {error}; name another file", self.path) from None

    def _open(self) -> None:
        ask = self.connection.execute
        application = ask("PRAGMA application_id").fetchone()[0]
        if application != APPLICATION:
            if ask("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise ConfigError("is a database, and no index of sayso; name another file", self.path)
            ask(f"PRAGMA application_id = {APPLICATION}")
            ask(f"PRAGMA user_version = {VERSION}")
        elif ask("PRAGMA user_version").fetchone()[0] != VERSION:
            raise ConfigError("is an index of another sayso; begin a new one", self.path)
        ask("PRAGMA journal_mode = WAL")
        ask("PRAGMA synchronous = NORMAL")
        self.connection.executescript(TABLES)
        made = dict(ask("SELECT rule, version FROM made_by"))
        empty = not ask("SELECT 1 FROM entries LIMIT 1").fetchone()
        for rule, version in self.rules:
            if made.get(rule.name, version if empty else None) != version:
                raise ConfigError(f"was not collected for {rule.name} {version}; begin a new index", self.path)
            ask("INSERT OR IGNORE INTO made_by VALUES (?, ?)", (rule.name, version))
        self.run: int = ask("SELECT coalesce(max(last), 0) + 1 FROM entries").fetchone()[0]

    def __enter__(self) -> CorpusIndex:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM entries").fetchone()[0])

    def close(self) -> None:
        """Write what waits and close the file."""
        self.flush()
        self.connection.close()

    def flush(self) -> None:
        """Make what was added safe."""
        if self._waiting:
            self.connection.execute("COMMIT")
            self._waiting = 0

    def add(self, item: Item) -> None:
        """Collect one item.

        Raises:
            SaysoError: If a rule's `collect` fails; it names the rule, and nothing of the item is kept.
        """
        entry = Entry.of(item)
        traces = [trace for rule, _ in self.rules for trace in _traces(rule, item)]
        self._insert(entry, narration_prints(item), traces)

    def merge(self, other: CorpusIndex) -> None:
        """Take over everything that another index for the same rules has."""
        ask = other.connection.execute
        other.flush()
        for number, data, first, last in ask("SELECT item, data, first, last FROM entries"):
            prints = [row[0] for row in ask("SELECT hash FROM prints WHERE item = ?", (number,))]
            traces = ask("SELECT rule, topic, number, value FROM traces WHERE item = ?", (number,)).fetchall()
            self._insert(_unpacked(data), prints, traces, (first, last))
        self.flush()

    def _insert(
        self,
        entry: Entry,
        prints: Iterable[int],
        traces: Iterable[tuple[str, str, int, str]],
        runs: tuple[int, int] | None = None,
    ) -> None:
        ask = self.connection.execute
        first, last = runs or (self.run, self.run)
        if not self._waiting:
            ask("BEGIN IMMEDIATE")
        self._waiting += 1
        known = ask("SELECT item, data FROM entries WHERE key = ?", (entry.key,)).fetchone()
        if known is not None:
            if entry.place < _unpacked(known[1]).place:
                ask("UPDATE entries SET data = ? WHERE item = ?", (_packed(entry), known[0]))
            ask("UPDATE entries SET first = min(first, ?), last = max(last, ?) WHERE item = ?", (first, last, known[0]))
        else:
            hashes = sorted(set(prints))
            uri = None if entry.uri is None else address(entry.uri)
            values = (entry.key, " ".join(entry.order), entry.latest, uri, len(hashes), _packed(entry))
            number = ask(
                "INSERT INTO entries (key, sorting, latest, uri, prints, data, first, last)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, first, last),
            ).lastrowid
            self.connection.executemany("INSERT INTO prints VALUES (?, ?)", [(one, number) for one in hashes])
            self.connection.executemany(
                "INSERT INTO traces VALUES (?, ?, ?, ?, ?)",
                [(rule, topic, number, at, value) for rule, topic, at, value in traces],
            )
        if self._waiting >= EACH:
            self.flush()

    def rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        self.flush()
        yield from self.connection.execute(query, values)

    def entry(self, number: int) -> Entry:
        """An entry by its row."""
        return _unpacked(next(self.rows("SELECT data FROM entries WHERE item = ?", number))[0])

    def replaced(self, entry: Entry) -> bool:
        """Whether a later run read another version from the same file, which no longer has the words of this one."""
        later = (
            "SELECT theirs.data FROM entries AS ours JOIN entries AS theirs USING (uri)"
            " WHERE ours.key = ? AND theirs.last > ours.last"
        )
        return entry.path is not None and any(
            _unpacked(data).path == entry.path for (data,) in self.rows(later, entry.key)
        )


def _traces(rule: CorpusRule, item: Item) -> list[tuple[str, str, int, str]]:
    try:
        found: list[Any] = list(rule.collect(item))
        odd = next((one for one in found if not isinstance(one, Trace) or not isinstance(one.topic, str)), None)
        if odd is not None:
            raise SaysoError(f"a rule collects Trace(topic, value) with a text for its topic, not {odd!r:.60}")
        return [(rule.name, one.topic, n, json.dumps(one.value, sort_keys=True)) for n, one in enumerate(found)]
    except BaseException as error:  # a plugin's rule may raise anything
        if asked_to_stop(error):
            raise
        raise CollectError(rule.name, said(error)) from error


def _packed(entry: Entry) -> bytes:
    return zlib.compress(to_json(entry).encode())


def _unpacked(data: bytes) -> Entry:
    return from_json(zlib.decompress(data).decode())
