"""Plain items, from JSON or from a table: the keys of an item become facts of a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sayso import (
    VALUES,
    Document,
    Draft,
    InfoSource,
    Locations,
    Note,
    ReadError,
    Reading,
    RecordError,
    Span,
    notes,
    state_text_facts,
)

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
#: Sections of items whose type says who speaks in them.
SECTION_OF = {"opinion": "opinion", "analysis": "analysis"}


class KeyProblem(ReadError):
    """A value of an item that cannot be what its key says.

    Attributes:
        key: With what is below it, as ``links/2``.
    """

    def __init__(self, kind: str, message: str, key: str) -> None:
        super().__init__(kind, message)
        self.args = (kind, message, key)  # so that it can be pickled
        self.key = key


def draft_of(
    item: Mapping[str, Any],
    document: Document,
    reading: Reading,
    *,
    pointer: Callable[[str], str],
    locator: str | None,
    raw_sha256: str | None,
    media_type: str = "application/json",
    normalisation: str = "the item's text, unchanged",
    example: str = "json",
    locations: Locations | None = None,
) -> Draft:
    """The draft of a plain item.

    Args:
        item: With the keys of a plain item, after any mapping.
        pointer: Where a key, or what is below it, stands in what was supplied.
        example: The reader whose mapping a message names.
        locations: Where its parts stand in the file.

    Raises:
        ReadError: ``missing-key``; as :class:`KeyProblem` ``type`` or ``empty``, naming the key.
    """
    text = item.get("text")
    if text is None:
        near = ", ".join(key for key in ("body", "content", "articleBody", "maintext") if key in item)
        hint = (
            f'map {near} with [reader.{example}.map] {near.split(", ")[0]} = "text"'
            if near
            else f'[reader.{example}.map] FIELD = "text" names the field that is it; of another form, '
            "name its reader (--reader, Engine(reader=...)), or write one (sayso new reader NAME --of format)"
        )
        raise ReadError("missing-key", f"an item needs a 'text'; {hint}")
    if not isinstance(text, str):
        raise KeyProblem("type", f"'text' must be a text, not {kind_of(text)}", "text")
    if not text.strip():
        raise KeyProblem("empty", "'text' is empty", "text")
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
        media_type=media_type,
        normalisation=normalisation,
        raw_sha256=raw_sha256,
        locator=locator,
        record_id=_identifier(item),
        extra=extra,
        locations=locations,
    )
    for key, fact in FACTS.items():
        _state(draft, key, fact, item.get(key), VALUES[fact], pointer(key))
    _lists(draft, item, pointer)
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
        raise KeyProblem("type", f"'id' must be a text or a number, not {kind_of(given)}", "id")
    return str(given)


def _object(item: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    given = item.get(key)
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise KeyProblem("type", f"{key!r} must be an object, not {kind_of(given)}", key)
    return given


def _state(draft: Draft, key: str, fact: str, given: Any, read: Callable[[Any], Any], pointer: str) -> None:
    if given is None or given in ("", [], {}):
        if given is None and key in ("authors",):
            return
        draft.looked(fact, f"metadata: {pointer} is {'empty' if given is not None else 'absent'}")
        return
    try:
        value = read(given)
    except RecordError as error:
        where = "" if pointer == f"/{key}" else f" ({pointer})"
        raise KeyProblem("type", f"{key!r}{where} {error}", key) from None
    if value in ("", ()) or (isinstance(given, str) and given.isspace()):
        draft.looked(fact, f"metadata: {pointer} is empty")
    else:
        draft.offered(fact, value, pointer)


def _lists(draft: Draft, item: Mapping[str, Any], pointer: Callable[[str], str]) -> None:
    outlet = item.get("outlet")
    for key, given in (
        ("independence", item.get("independence")),
        ("outlet/independence", outlet.get("independence") if isinstance(outlet, Mapping) else None),
    ):
        if given:
            try:
                for note in notes(given):
                    draft.offered("independence", note, pointer(key))
            except RecordError as error:
                raise KeyProblem("type", f"{key!r} {error}", key) from None
    sponsor = item.get("sponsored_by")
    if sponsor:
        if not isinstance(sponsor, str):
            raise KeyProblem("type", f"'sponsored_by' must be a text, not {kind_of(sponsor)}", "sponsored_by")
        draft.offered("independence", Note("sponsor", sponsor, scope="item"), pointer("sponsored_by"))
    draft.looked("independence", f"metadata: {pointer('independence')} is absent")
    for index, given in enumerate(_list(item, "info_sources")):
        name = given.get("name") if isinstance(given, Mapping) else given
        if not isinstance(name, str):
            wanted = "must be a name or an object with a 'name'"
            where = f"info_sources/{index}"
            raise KeyProblem("type", f"{where!r} {wanted}, not {kind_of(given)}", where)
        role = given.get("role") if isinstance(given, Mapping) else None
        draft.offered(
            "info_sources",
            InfoSource(name, role if isinstance(role, str) else "agency"),
            pointer(f"info_sources/{index}"),
        )
    draft.looked("info_sources", f"metadata: {pointer('info_sources')} is absent or empty")
    _corrections(draft, item, pointer)
    for index, given in enumerate(_list(item, "links")):
        url = given.get("url") if isinstance(given, Mapping) else given
        words = given.get("text") if isinstance(given, Mapping) else None
        if not isinstance(url, str) or not isinstance(words, str | None):
            raise KeyProblem("type", f"'links/{index}' must be an object with 'text' and 'url'", f"links/{index}")
        draft.link(words, url)


def _corrections(draft: Draft, item: Mapping[str, Any], pointer: Callable[[str], str]) -> None:
    """Each note at its words in the text, where they stand there once, else at its place in the metadata."""
    many = item.get("corrections")
    for index, given in enumerate(many if isinstance(many, list | tuple) else [many] if many else []):
        where = f"corrections/{index}" if isinstance(many, list | tuple) else "corrections"
        note = {"text": given} if isinstance(given, str) else given
        words = note.get("text") if isinstance(note, Mapping) else None
        if not isinstance(words, str) or not words.strip():
            wanted = "must be a text or an object with a 'text'"
            raise KeyProblem("type", f"{where!r} {wanted}, not {kind_of(given)}", where)
        key = where if isinstance(given, str) else f"{where}/text"
        date, replaces = note.get("date"), note.get("replaces_sha256")
        if replaces is not None and not isinstance(replaces, str):
            raise KeyProblem("type", f"'{where}/replaces_sha256' must be a text, not {kind_of(replaces)}", where)
        try:
            day = VALUES["date_modified"](date) if date else None
        except RecordError as error:
            raise KeyProblem("type", f"'{where}/date' {error}", f"{where}/date") from None
        start = draft.text.find(words.strip()) if draft.text.count(words.strip()) == 1 else -1
        at = Span(start, start + len(words.strip())) if start >= 0 else pointer(key)
        date_at = pointer(f"{where}/date") if day else None
        draft.correction(at, date=day, date_at=date_at, what=words.strip(), replaces_sha256=replaces)


def _list(item: Mapping[str, Any], key: str) -> list[Any]:
    given = item.get(key)
    if given is None:
        return []
    if not isinstance(given, list | tuple):
        raise KeyProblem("type", f"{key!r} must be a list, not {kind_of(given)}", key)
    return list(given)


def kind_of(value: Any) -> str:
    """What to call a JSON value of a wrong type."""
    names = {
        bool: "a truth value",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        str: "a text",
    }
    return "null" if value is None else names.get(type(value), f"a {type(value).__name__}")
