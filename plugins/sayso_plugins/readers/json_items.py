"""Plain JSON items and records: one in a file, a list of them, or one a line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso import (
    ITEM_MEDIA_TYPE,
    RECORD_SCHEMA,
    Document,
    Draft,
    JsonText,
    Locations,
    Pattern,
    ReadError,
    Reading,
    RecordError,
    decode,
    parse_json,
    reader,
)
from sayso_plugins.readers.plain_item import KeyProblem, draft_of, kind_of

#: The readers here, whose mappings messages name.
NAMES = ("json", "jsonl")
HEAD = 65_536
ONE_A_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
SURROGATE = Pattern("[\ud800-\udfff]")


@reader(
    "json",
    "Plain JSON items and records",
    version="1.0.0",
    media_types=["application/json", ITEM_MEDIA_TYPE],
    suffixes=[".json"],
    options=["map"],
)
def json_items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read one item or record, or a list of them."""
    if document.item is not None:
        yield from _one(document.item, document, reading)
        return
    data = document.read()
    raw_sha256 = hashlib.sha256(data).hexdigest()
    try:
        loaded = _parse(data, document.encoding)
    except ReadError as error:
        if not ONE_A_LINE.match(data[:HEAD]):
            raise
        raise ReadError(error.kind, f"{error.message}; of items one a line, --reader jsonl", at=error.at) from None
    raw = JsonText(data, document.encoding)
    if not isinstance(loaded, list):
        yield from _one(loaded, document, reading, None, raw_sha256, raw)
        return
    if not loaded:
        raise ReadError("empty", "the list holds no items")
    for index, one in enumerate(loaded):
        yield from _one(one, document, reading, f"/{index}", raw_sha256, raw, f"/{index}")


@reader(
    "jsonl",
    "Plain JSON items and records, one a line",
    version="1.0.0",
    media_types=["application/jsonl"],
    suffixes=[".jsonl", ".ndjson"],
    options=["map"],
)
def jsonl_items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read the lines one by one; a line that cannot be read is reported and the others go on."""
    empty = True
    for number, line in document.lines():
        if isinstance(line, bytes) and not line.strip():
            continue
        empty = False
        if isinstance(line, ReadError):
            yield line
            continue
        where = f"line {number}"
        try:
            loaded = _parse(line, document.encoding, number)
        except ReadError as error:
            yield ReadError(error.kind, error.message, where, error.at)
            continue
        raw = JsonText(line, document.encoding, number)
        yield from _one(loaded, document, reading, where, hashlib.sha256(line).hexdigest(), raw)
    if empty:
        raise ReadError("empty", "there is nothing in it but blanks")


def _parse(data: bytes, encoding: str | None, line: int = 1) -> Any:
    text = decode(data, encoding).text
    loaded = parse_json(text, line)
    return _clean(loaded) if "\\ud" in text.lower() else loaded


def _clean(value: Any) -> Any:
    """Half a surrogate pair is no character: it becomes U+FFFD, so that no offset moves."""
    if isinstance(value, str):
        return SURROGATE.compiled.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(one) for key, one in value.items()}
    return value


def _one(
    loaded: Any,
    document: Document,
    reading: Reading,
    locator: str | None = None,
    raw_sha256: str | None = None,
    raw: JsonText | None = None,
    base: str = "",
) -> Iterator[Draft | ReadError]:
    """The draft of one item or record.

    Args:
        raw: The JSON that holds it; None for an item in memory.
        base: Where in it the item is.
    """
    pointer: Callable[[str], str] = "/{}".format
    try:
        if not isinstance(loaded, Mapping):
            raise ReadError("type", f"an item is an object with a 'text', not {kind_of(loaded)}")
        if loaded.get("schema") == RECORD_SCHEMA:
            locations = raw.item(base, "/content/text", record=True) if raw is not None else None
            yield _record(loaded, document, reading, locator, locations)
        else:
            item, pointer = _mapped(loaded, reading.options.get("map", {}))
            locations = raw.item(base, pointer("text")) if raw is not None else None
            yield draft_of(
                item,
                document,
                reading,
                pointer=pointer,
                locator=locator,
                raw_sha256=raw_sha256,
                example=reading.plugin.name if reading.plugin.name in NAMES else NAMES[0],
                locations=locations,
            )
    except KeyProblem as error:
        yield ReadError(error.kind, error.message, locator, _at(raw, base, pointer(error.key)))
    except ReadError as error:
        yield ReadError(error.kind, error.message, locator, _at(raw, base))
    except RecordError as error:
        yield ReadError("record", f"{error}; see sayso validate", locator, _at(raw, base))


def _at(raw: JsonText | None, base: str, pointer: str = "") -> tuple[int, int] | None:
    """Line and column of a value, or of the item where there is none."""
    return (raw.at(base + pointer) or raw.at(base)) if raw is not None else None


def _record(
    loaded: Mapping[str, Any],
    document: Document,
    reading: Reading,
    locator: str | None,
    locations: Locations | None,
) -> Draft:
    from sayso import record_from_json_leniently

    record, defects = record_from_json_leniently(loaded)
    draft = reading.draft(document, record.content.text, locator=locator, locations=locations)
    draft.supply(record, defects)
    return draft


def _mapped(given: Mapping[str, Any], mapping: Mapping[str, str]) -> tuple[dict[str, Any], Callable[[str], str]]:
    """The item with its keys as the configuration maps them, and where each stood before that."""
    came_from = {to: key for key, to in mapping.items() if key in given}

    def pointer(key: str) -> str:
        first, slash, below = key.partition("/")
        first = came_from.get(first, first)
        return "/" + first.replace("~", "~0").replace("/", "~1") + slash + below

    return {str(mapping.get(key, key)): value for key, value in given.items()}, pointer
