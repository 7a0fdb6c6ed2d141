"""The items of a ninjs document: news objects, and associated ones that have a body of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sayso import Document, Draft, JsonText, ReadError, Reading, Relation, decode, parse_json, state_text_facts
from sayso_plugins.readers.markup import Markup, shown
from sayso_plugins.readers.ninjs.conformance import VERSIONS, problems, versions_of
from sayso_plugins.readers.ninjs.facts import members, parts, state

#: Problems of one document that a message names.
NAMED = 4
#: Endings of files with one object a line, and how much of another is looked at to tell.
LINES = frozenset({".jsonl", ".ndjson"})
HEAD = 65_536
#: Keys that become the text, facts or items of their own; all others are kept under `extra` as they come.
READ = frozenset(
    """
    uri standard $schema language located versioncreated versionCreated firstcreated firstCreated by byline headline
    headlines bodies genre genres trustIndicators trustindicators trustindicator infoSources infosources infosource
    copyrightHolder copyrightholder associations
    """.split()
)


class Unit(NamedTuple):
    """One JSON text: the document, or a line of it.

    Attributes:
        line: Where it stands, as ``line 3``; None where it is the document.
        raw: Places in it.
        twice: Pointers of keys that stand twice in an object, of which the last value is the one that is read.
    """

    document: Document
    reading: Reading
    digest: str
    line: str | None = None
    raw: JsonText | None = None
    twice: tuple[str, ...] = ()

    def place(self, pointer: str) -> str | None:
        """A locator: the line, and the pointer in it where it is not all of it."""
        return " ".join(part for part in (self.line, pointer) if part) or None


def items(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """What the reader gives."""
    given = reading.options.get("version")
    if given is not None and given not in VERSIONS:
        raise ReadError("version", f"there is no ninjs {given!r}; there are {', '.join(VERSIONS)}")
    if not is_lines(document):
        data = document.read()
        yield from _objects(Unit(document, reading, hashlib.sha256(data).hexdigest()), data)
        return
    empty = True
    for number, line in document.lines():
        if isinstance(line, bytes) and not line.strip():
            continue
        empty = False
        if isinstance(line, ReadError):
            yield line
        else:
            unit = Unit(document, reading, hashlib.sha256(line).hexdigest(), f"line {number}")
            try:
                yield from _objects(unit, line)
            except ReadError as error:
                yield ReadError(error.kind, error.message, unit.line, error.at)
    if empty:
        raise ReadError("empty", "there is nothing in it but blanks")


def is_lines(document: Document) -> bool:
    """Whether a document holds one object a line: its name or type says so, or two lines that are objects."""
    if document.suffix in LINES or document.media_type == "application/jsonl":
        return True
    first, _, rest = document.head(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    return first[:1] == b"{" and first.rstrip()[-1:] == b"}" and rest.lstrip()[:1] == b"{"


def _objects(unit: Unit, data: bytes) -> Iterator[Draft | ReadError]:
    text = decode(data, unit.document.encoding).text
    line = int(unit.line.removeprefix("line ")) if unit.line else 1
    twice: list[str] = []
    loaded = parse_json(text, line, twice=twice)
    if any(map(_is_read, twice)):
        parse_json(text, line)  # which of two headlines counts nobody knows: refused, with the place
    options = unit.reading.options
    raw = JsonText(data, unit.document.encoding, line if unit.line else None)
    unit = unit._replace(raw=raw, twice=tuple(twice))
    if loaded == []:
        raise ReadError("empty", "the list holds no items")
    for where, one in members(loaded) if isinstance(loaded, list) else [("", loaded)]:
        try:
            if not isinstance(one, Mapping):
                raise ReadError("type", "a news object is an object")
            able = (str(options["version"]),) if options.get("version") else versions_of(one)
            version = _held(one, able) if options.get("validate", True) else able[0]
            yield from _items(unit, one, where, version)
        except ReadError as error:
            yield ReadError(error.kind, error.message, unit.place(where), raw.at(where))


def _is_read(pointer: str) -> bool:
    """Whether a key is of a fact or of the text, in the object or in one associated with it."""
    steps = [step for step in pointer.split("/")[1:] if not step.isdigit()]
    while len(steps) > 2 and steps[0] == "associations":
        steps = steps[2:]
    return steps[0] in READ or _is_text(steps[0])


def _is_text(key: str) -> bool:
    return key.partition("_")[0] in ("body", "description", "descriptions", "headline")


def _held(item: Mapping[str, Any], versions: tuple[str, ...]) -> str:
    """The first of some versions by whose schema an object is valid; the first of all tells what is wrong with it."""
    found: list[str] = []
    for version in versions:
        wrong = [f"{pointer or 'the object'}: {words}" for pointer, words in problems(item, version)]
        if not wrong:
            return version
        found = found or wrong
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    raise ReadError(
        "schema",
        f"not valid ninjs {versions[0]}: {'; '.join(found[:NAMED])}{more}; [reader.ninjs] validate = false reads it "
        "all the same",
    )


def _items(unit: Unit, item: Mapping[str, Any], where: str, version: str) -> Iterator[Draft | ReadError]:
    """The object, and behind it those of its associations that have a body of their own."""
    given = item.get("associations")
    inner = [(f"/associations{at}", one) for at, one in members(given) if isinstance(one, Mapping)]
    whole = [(at, one) for at, one in inner if any(parts(one, "body", "bodies"))]
    pointer, body = _body(item)
    if body.text:
        others = [{"pointer": at, **one} for at, one in inner if (at, one) not in whole]
        draft = _draft(unit, item, where, pointer, body)
        draft.extra.update({"ninjs": version, **({"associations": others} if others else {})})
        for _, one in inner:
            if isinstance(one.get("uri"), str):
                draft.relations.append(Relation("has_part", one["uri"], _name(one)))
        yield draft
    elif not whole:
        raise ReadError("empty", "it has neither body, description, headline nor title")
    for at, one in whole:
        yield from _items(unit, one, where + at, version)


def _name(one: Mapping[str, Any]) -> str | None:
    return one["name"] if isinstance(one.get("name"), str) else None


def _draft(unit: Unit, item: Mapping[str, Any], where: str, pointer: str, body: Markup) -> Draft:
    kept = {
        key: value
        for key, value in item.items()
        if value not in (None, "", [], {}) and key not in READ and key.partition("_")[0] not in ("body", "headline")
    }
    twice = [at for at in unit.twice if at.startswith(f"{where}/")]
    unread = [at for at, _, _ in parts(item, "body", "bodies") if at != pointer]
    draft = unit.reading.draft(
        unit.document,
        body.text,
        media_type="application/ninjs+json",
        normalisation=f"the text at {where}{pointer}, markup taken away",
        raw_sha256=unit.digest,
        locator=unit.place(where),
        record_id=item["uri"] if isinstance(item.get("uri"), str) else None,
        extra={
            **kept,
            "body": pointer,
            **({"other_bodies": unread} if unread else {}),
            **({"keys_twice": twice} if twice else {}),
        },
    )
    for text, target in body.links:
        draft.link(text, target)
    if unit.raw is not None:
        draft.locations = unit.raw.item(where, pointer, made=body.text, absolute=True)
    state(draft, item, where)
    state_text_facts(draft)
    return draft


def _body(item: Mapping[str, Any]) -> tuple[str, Markup]:
    """The words of an object with their pointer: its body, else what describes it, else what it is called."""
    for plain, many in (("body", "bodies"), ("description", "descriptions"), ("headline", "headlines")):
        for pointer, kind, words in parts(item, plain, many):
            body = shown(words) if "htm" in kind or "xml" in kind else Markup(words, ())
            if body.text.strip():
                return pointer, body
    for key in ("title", "slugline", "name"):
        if isinstance(item.get(key), str) and item[key].strip():
            return f"/{key}", Markup(item[key], ())
    return "", Markup("", ())
