"""Plain JSON items and records: one in a file, a list of them, or one a line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso import (
    ITEM_MEDIA_TYPE,
    RECORD_SCHEMA,
    VALUES,
    Document,
    Draft,
    InfoSource,
    Note,
    Pattern,
    ReadError,
    Reading,
    RecordError,
    decode,
    notes,
    parse_json,
    reader,
)
from sayso_plugins.readers.text_facts import state_text_facts

#: Key of the item to fact of the record, in the order in which they are read.
FACTS = {
    "headline": "headline",
    "outlet": "outlet",
    "author": "author",
    "authors": "author",
    "date_published": "date_published",
    "date_modified": "date_modified",
    "dateline": "dateline_place",
    "url": "uri",
    "item_type": "item_type",
    "language": "language",
}
#: Keys that are known and are kept as they come.
KEPT = ("section", "original_language", "translated_by", "corrections", "extra", "id", "text")
LISTS = ("info_sources", "links", "independence", "sponsored_by")
SURROGATE = Pattern("[\ud800-\udfff]")
#: Sections of items whose type says who speaks in them.
SECTION_OF = {"opinion": "opinion", "analysis": "analysis"}


@reader(
    "json",
    "Plain JSON items and records",
    version="1.0.0",
    media_types=["application/json", ITEM_MEDIA_TYPE],
    suffixes=[".json"],
)
def json_items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read one item or record, or a list of them."""
    if document.item is not None:
        yield from _one(document.item, document, reading, None, None)
        return
    data = document.read()
    raw_sha256 = hashlib.sha256(data).hexdigest()
    loaded = _parse(data, document.encoding)
    if not isinstance(loaded, list):
        yield from _one(loaded, document, reading, None, raw_sha256)
        return
    if not loaded:
        raise ReadError("empty", "the list holds no items")
    for index, one in enumerate(loaded):
        yield from _one(one, document, reading, f"/{index}", raw_sha256)


@reader(
    "jsonl",
    "Plain JSON items and records, one a line",
    version="1.0.0",
    media_types=["application/jsonl"],
    suffixes=[".jsonl", ".ndjson"],
)
def jsonl_items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read the lines one by one; a line that cannot be read is reported and the others go on."""
    for number, line in document.lines():
        if isinstance(line, ReadError):
            yield line
            continue
        if not line.strip():
            continue
        where = f"line {number}"
        try:
            loaded = _parse(line, document.encoding)
        except ReadError as error:
            yield ReadError(error.kind, error.message, where)
            continue
        yield from _one(loaded, document, reading, where, hashlib.sha256(line).hexdigest())


def _parse(data: bytes, encoding: str | None) -> Any:
    text = decode(data, encoding).text
    loaded = parse_json(text)
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
    loaded: Any, document: Document, reading: Reading, locator: str | None, raw_sha256: str | None
) -> Iterator[Draft | ReadError]:
    try:
        if not isinstance(loaded, Mapping):
            raise ReadError("type", f"an item is an object with a 'text', not {_kind(loaded)}")
        if loaded.get("schema") == RECORD_SCHEMA:
            yield _record(loaded, document, reading, locator)
        else:
            yield _item(loaded, document, reading, locator, raw_sha256)
    except ReadError as error:
        yield ReadError(error.kind, error.message, locator)
    except RecordError as error:
        yield ReadError("record", f"{error}; see sayso validate", locator)


def _record(loaded: Mapping[str, Any], document: Document, reading: Reading, locator: str | None) -> Draft:
    from sayso import record_from_json_leniently

    record, defects = record_from_json_leniently(loaded)
    draft = reading.draft(document, record.content.text, locator=locator)
    draft.supply(record, defects)
    return draft


def _item(
    given: Mapping[str, Any], document: Document, reading: Reading, locator: str | None, raw_sha256: str | None
) -> Draft:
    mapping = reading.options.get("map", {})
    item = {str(mapping.get(key, key)): value for key, value in given.items()}
    text = item.get("text")
    if text is None:
        near = ", ".join(key for key in ("body", "content", "articleBody", "maintext") if key in item)
        hint = f'; map {near} with [reader.json.map] {near.split(", ")[0]} = "text"' if near else ""
        raise ReadError("missing-key", f"an item needs a 'text'{hint}")
    if not isinstance(text, str):
        raise ReadError("type", f"'text' must be a text, not {_kind(text)}")
    if not text.strip():
        raise ReadError("empty", "'text' is empty")
    known = {*FACTS, *KEPT, *LISTS}
    unknown = sorted(key for key in item if key not in known and key != "schema")
    extra = {**_object(item, "extra"), **{key: item[key] for key in unknown}}
    extra.update(
        {key: item[key] for key in ("section", "original_language", "translated_by", "corrections") if item.get(key)}
    )
    if unknown:
        extra["unknown_keys"] = unknown
    draft = reading.draft(
        document,
        text,
        media_type="application/json",
        normalisation="the item's text, unchanged",
        raw_sha256=raw_sha256,
        locator=locator,
        record_id=_identifier(item),
        extra=extra,
    )
    for key, fact in FACTS.items():
        _state(draft, key, fact, item.get(key), VALUES[fact])
    _lists(draft, item)
    state_text_facts(draft)
    section = SECTION_OF.get(str(item.get("item_type")).lower()) or _comment_section(item)
    if section and not any(block.label for block in draft.blocks):
        for block in draft.blocks:
            draft.section(section if block.kind == "news" else block.kind, block.span, confidence=block.confidence)
    return draft


def _comment_section(item: Mapping[str, Any]) -> str | None:
    given = item.get("item_type")
    return SECTION_OF.get(VALUES["item_type"](given)) if isinstance(given, str) else None


def _identifier(item: Mapping[str, Any]) -> str | None:
    given = item.get("id")
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise ReadError("type", f"'id' must be a text or a number, not {_kind(given)}")
    return str(given)


def _object(item: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    given = item.get(key)
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise ReadError("type", f"{key!r} must be an object, not {_kind(given)}")
    return given


def _state(draft: Draft, key: str, fact: str, given: Any, read: Callable[[Any], Any]) -> None:
    if given is None or given in ("", [], {}):
        if given is None and key in ("authors",):
            return
        draft.looked(fact, f"metadata: /{key} is {'empty' if given is not None else 'absent'}")
        return
    try:
        value = read(given)
    except RecordError as error:
        raise ReadError("type", f"{key!r} {error}") from None
    if value in ("", ()):
        draft.looked(fact, f"metadata: /{key} is empty")
    else:
        draft.asserted(fact, value, f"/{key}")


def _lists(draft: Draft, item: Mapping[str, Any]) -> None:
    outlet = item.get("outlet")
    for key, given in (
        ("independence", item.get("independence")),
        ("outlet/independence", outlet.get("independence") if isinstance(outlet, Mapping) else None),
    ):
        if given:
            try:
                for note in notes(given):
                    draft.asserted("independence", note, f"/{key}")
            except RecordError as error:
                raise ReadError("type", f"{key!r} {error}") from None
    sponsor = item.get("sponsored_by")
    if sponsor:
        if not isinstance(sponsor, str):
            raise ReadError("type", f"'sponsored_by' must be a text, not {_kind(sponsor)}")
        draft.asserted("independence", Note("sponsor", sponsor, scope="item"), "/sponsored_by")
    draft.looked("independence", "metadata: /independence is absent")
    for index, given in enumerate(_list(item, "info_sources")):
        name = given.get("name") if isinstance(given, Mapping) else given
        if not isinstance(name, str):
            raise ReadError(
                "type", f"'info_sources/{index}' must be a name or an object with a 'name', not {_kind(given)}"
            )
        role = given.get("role") if isinstance(given, Mapping) else None
        draft.asserted(
            "info_sources", InfoSource(name, role if isinstance(role, str) else "agency"), f"/info_sources/{index}"
        )
    draft.looked("info_sources", "metadata: /info_sources is absent or empty")
    for index, given in enumerate(_list(item, "links")):
        url = given.get("url") if isinstance(given, Mapping) else given
        words = given.get("text") if isinstance(given, Mapping) else None
        if not isinstance(url, str) or not isinstance(words, str | None):
            raise ReadError("type", f"'links/{index}' must be an object with 'text' and 'url'")
        draft.link(words, url)


def _list(item: Mapping[str, Any], key: str) -> list[Any]:
    given = item.get(key)
    if given is None:
        return []
    if not isinstance(given, list | tuple):
        raise ReadError("type", f"{key!r} must be a list, not {_kind(given)}")
    return list(given)


def _kind(value: Any) -> str:
    names = {
        bool: "a truth value",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a text",
    }
    return "null" if value is None else names.get(type(value), f"a {type(value).__name__}")
