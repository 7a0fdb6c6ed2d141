"""A configuration for a folder, from what lies in it: which files are items, and what is said of all of them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sayso_cli.walking import NEVER

if TYPE_CHECKING:
    from sayso import Engine

#: Files that lie beside the items of many projects and are none.
BESIDE = tuple(
    "README* CHANGELOG* CHANGES* CONTRIBUTING* CONTRIBUTORS* AUTHORS* LICENSE* LICENCE* COPYING* NOTICE* "
    "CODE_OF_CONDUCT* SECURITY* package.json package-lock.json tsconfig.json composer.json manifest.json "
    "requirements*.txt constraints*.txt CMakeLists.txt mkdocs.yml "
    "robots.txt humans.txt security.txt ads.txt app-ads.txt trust.txt llms.txt sitemap*.xml".split()
)
#: Lines on kinds of files that are shown.
SHOWN = 8
#: Files that are looked at, and items that are read to say what they have in common.
MOST, READ = 20_000, 40
#: Of a file of many, so many.
EACH = 5
#: How the failure of an item without a text names the key that has it, and what to write.
MAPPED = re.compile(r'\[reader\.([\w-]+)\.map\] ([A-Za-z_][\w-]*) = "text"$')


class Kind(NamedTuple):
    """The files of one ending in one folder at the top.

    Attributes:
        folder: Its name; empty for the top itself.
        remedy: What to install before they can be read; None where they can.
    """

    folder: str
    suffix: str
    number: int
    remedy: str | None


class Sketch:
    """What a folder holds.

    Attributes:
        kinds: Files that are items, or would be; most first.
        beside: Patterns of files that lie there and are none.
        outlets: The outlets that the items name themselves, among the first :data:`READ`.
        unnamed: How many of those name none.
        failed: What is said of those that could not be read, with their number.
        maps: Where the text is that the items of a reader have under another key: reader to key.
    """

    def __init__(self, place: Path, engine: Engine) -> None:
        from sayso.readers.choose import unread

        counts: Counter[tuple[str, str]] = Counter()
        reasons: dict[str, str] = {}
        self.beside: list[str] = []
        found: list[Path] = []
        for path in _files(place):
            pattern = next((one for one in BESIDE if path.match(one)), None)
            if pattern is not None:
                if pattern not in self.beside:
                    self.beside.append(pattern)
                continue
            why = unread(path.as_posix(), engine.readers)
            if why is not None and why == "no reader reads them":
                continue
            relative = path.relative_to(place)
            folder = relative.parts[0] if len(relative.parts) > 1 else ""
            counts[folder, path.suffix.lower()] += 1
            if why is None:
                found.append(path)
            else:
                reasons[path.suffix.lower()] = why
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        self.kinds = [Kind(folder, suffix, n, reasons.get(suffix)) for (folder, suffix), n in ordered]
        self.outlets: Counter[str] = Counter()
        self.unnamed = 0
        self.failed: Counter[str] = Counter()
        self.maps: dict[str, str] = {}
        self._look(found[:: max(1, len(found) // READ)][:READ], engine)

    def _look(self, paths: list[Path], engine: Engine) -> None:
        from sayso import Document, Item

        read: set[str] = set()
        keys: dict[str, Counter[str]] = {}
        for path in paths:
            for one in islice(engine.items(Document.from_path(path.as_posix())), EACH):
                if not isinstance(one, Item):
                    self.failed[one.message] += 1
                    if (found := MAPPED.search(one.message)) is not None:
                        keys.setdefault(found[1], Counter())[found[2]] += 1
                    continue
                read.add(one.record.headline.plugin.name)
                outlet = one.record.outlet.value
                if outlet is None:
                    self.unnamed += 1
                else:
                    self.outlets[outlet.name] += 1
        # Where some items have a text, a mapping could put another in its place.
        self.maps = {name: found.most_common(1)[0][0] for name, found in sorted(keys.items()) if name not in read}

    @property
    def looked(self) -> int:
        """How many items were looked at."""
        return self.unnamed + self.outlets.total() + self.failed.total()

    def lines(self) -> list[str]:
        """What was found, in words, a line each."""
        from sayso_cli.terminal import counted

        lines = []
        for kind in self.kinds[:SHOWN]:
            where = f"in {kind.folder}/" if kind.folder else "in the folder itself"
            why = f", which cannot be read yet: {kind.remedy}" if kind.remedy else ""
            lines.append(f"{counted(kind.number, (kind.suffix or 'plain') + ' file')} {where}{why}")
        if rest := self.kinds[SHOWN:]:
            folders = {kind.folder for kind in rest} - {kind.folder for kind in self.kinds[:SHOWN]}
            where = f" in {counted(len(folders), 'more folder')}" if folders else ""
            lines.append(f"and {counted(sum(kind.number for kind in rest), 'more file')}{where}")
        for message, number in self.failed.most_common(SHOWN):
            mended = (found := MAPPED.search(message)) is not None and self.maps.get(found[1]) == found[2]
            what = f"an item needs a 'text', and is given that of {found[2]!r} below" if found and mended else message
            lines.append(f"{number} of {counted(self.looked, 'item')} looked at could not be read: {what}")
        if self.beside:
            lines.append(f"no items, and left out: {', '.join(self.beside)}")
        return lines

    @property
    def folders(self) -> list[str]:
        """The folders at the top with items, that with the most first."""
        found: Counter[str] = Counter()
        for kind in self.kinds:
            found[kind.folder] += kind.number
        return [folder for folder, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]


def _files(place: Path) -> Iterator[Path]:
    seen = 0
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and one not in NEVER)
        for name in sorted(files):
            if not name.startswith("."):
                seen += 1
                if seen > MOST:
                    return
                yield Path(folder, name)
