"""Reading what the operator hands over to check against: evidence documents and registers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.config.load import NAME as CONFIG
from sayso.config.load import display
from sayso.config.settings import Config
from sayso.config.toml import read_toml
from sayso.errors import ConfigError
from sayso.outside.evidence import Evidence, EvidenceDocument
from sayso.outside.outside import Outside
from sayso.outside.passages import passages
from sayso.outside.register import Organisation, Register, organisations, twice_named
from sayso.readers.document import Document, irregular
from sayso.readers.left_out import LeftOut
from sayso.report import Failure
from sayso.rules.item import Item

#: Beside evidence: what the files do not say of themselves.
NOTES = "evidence.toml"
#: Documents, and characters of them in all, that are held at once.
MOST_DOCUMENTS, MOST_CHARACTERS = 20_000, 200_000_000
#: Problems of one file that are listed.
LISTED = 20

Items = Callable[[Document, Callable[[LeftOut], object]], Iterator[Item | Failure]]


def load_outside(config: Config, items: Items) -> Outside:
    """All that the configuration names as evidence and register.

    Args:
        items: Reads a document to items, and tells what it leaves out.

    Raises:
        ConfigError: If a file cannot be read or is not valid; it names the file and every problem in it.
    """
    evidence = Evidence(_documents(config.evidence, items)) if config.evidence else None
    register = _register(config.register) if config.register else None
    return Outside(evidence, register)


def _documents(paths: Sequence[str], items: Items) -> Iterator[EvidenceDocument]:
    files = dict.fromkeys(file for path in paths for file in _files(path))
    notes = {folder: _notes(folder) for folder in dict.fromkeys(map(os.path.dirname, files))}
    number = size = 0
    for file in files:
        note = notes[os.path.dirname(file)].get(os.path.basename(file), {})
        name = display(Path(file))
        for one in items(Document.from_path(name), _refuse_left_out):
            if isinstance(one, Failure):
                where = one.locator or (f"line {one.location.line}" if one.location is not None else "")
                raise ConfigError(f"{where}{': ' if where else ''}cannot be used as evidence: {one.message}", name)
            number, size = number + 1, size + len(one.text)
            if number > MOST_DOCUMENTS or size > MOST_CHARACTERS:
                limits = f"{MOST_DOCUMENTS:,} documents or {MOST_CHARACTERS:,} characters"
                raise ConfigError(f"with this there are more than {limits} of evidence; hand over less at once", name)
            yield _document(one, name, note)


def _refuse_left_out(left: LeftOut) -> None:
    """Refuse an archive with files that nobody reads: quotations from them would look invented."""
    if left.kind == "file":
        raise ConfigError(f"not all of it can be used as evidence: {left}")


def _files(path: str) -> Iterator[str]:
    """A file, or the files of a folder in the order of their names, without those that are hidden or ours."""
    shown = display(Path(path))
    if not os.path.exists(path):
        raise ConfigError("there is no such file or folder of evidence", shown)
    if not os.path.isdir(path):
        yield _regular(os.path.abspath(path))
        return
    found = 0
    for folder, folders, names in os.walk(os.path.abspath(path), onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name not in (NOTES, CONFIG):
                found += 1
                yield _regular(os.path.join(folder, name))
    if not found:
        raise ConfigError("there is no evidence in this folder", shown)


def _regular(file: str) -> str:
    if kind := irregular(file):
        raise ConfigError(f"is {kind}, and no file of evidence", display(Path(file)))
    return file


def _unreadable(error: OSError) -> None:
    raise ConfigError(f"cannot be read: {error.strerror or error}", display(Path(str(error.filename))))


def _notes(folder: str) -> Mapping[str, Any]:
    path = os.path.join(folder, NOTES)
    if not os.path.lexists(path):
        return {}
    shown = display(Path(path))
    table = _valid(path, "evidence")
    beside = {name for name in table if os.path.isfile(os.path.join(folder, name)) and os.path.basename(name) == name}
    _refuse([f"{name!r:.80}: there is no such file beside it" for name in table if name not in beside], shown)
    return table


def _document(item: Item, name: str, note: Mapping[str, Any]) -> EvidenceDocument:
    record = item.record
    locator = record.retrieval.locator
    stated = (record.uri, *record.uri.alternatives)
    urls = [note.get("url"), *note.get("urls", ()), *(fact.value for fact in stated), record.retrieval.uri]
    outlet = record.outlet.value
    title = note.get("title") or record.headline.value
    speakers = note.get("speakers", record.extra.get("speakers"))
    return EvidenceDocument.of(
        f"{name}:{locator}" if locator else name,
        passages(item.text, item.analysis.paragraphs, item.analysis.turns, speakers, record.headline.value),
        urls=(url for url in urls if url),
        title=title,
        outlet=note.get("outlet") or (outlet.name if outlet else None),
        language=record.language.value,
    )


def _register(paths: Iterable[str]) -> Register:
    found: list[Organisation] = []
    for path in dict.fromkeys(paths):
        shown = display(Path(path))
        read = list(organisations(_valid(path, "register"), shown))
        found += [one for one in read if isinstance(one, Organisation)]
        problems = [one for one in read if isinstance(one, str)]
        _refuse([*problems, *twice_named(found)], shown)
    return Register(found)


def _valid(path: str, schema: str) -> Mapping[str, Any]:
    """The table of a TOML file, valid against a schema; all that is wrong with it is said at once."""
    shown = display(Path(path))
    try:
        table, _ = read_toml(path)
    except ConfigError as error:
        raise ConfigError(error.message, shown) from None
    # The schema's library costs more than a whole check: it is loaded only where there is something to validate.
    from sayso.validation import validate

    _refuse([f"{_place(one.pointer)}: {one.message}" for one in validate(table, schema)], shown)
    return table


def _place(pointer: str) -> str:
    """A JSON Pointer as people write such a place: ``organisation[2].name``."""
    place = ""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        place += f"[{key}]" if key.isdecimal() else f".{key}" if place else key
    return place or "top level"


def _refuse(problems: list[str], file: str) -> None:
    if problems:
        more = f"; and {len(problems) - LISTED} more" if len(problems) > LISTED else ""
        raise ConfigError("; ".join(problems[:LISTED]) + more, file)
