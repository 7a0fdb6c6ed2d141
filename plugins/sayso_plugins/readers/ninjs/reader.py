"""The reader of ninjs 1.x, 2.x and 3.x."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sayso import (
    VALUES,
    Document,
    Draft,
    InfoSource,
    Note,
    Org,
    ReadError,
    Reading,
    RecordError,
    decode,
    parse_json,
    reader,
)
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.ninjs.conformance import VERSIONS, problems, version_of
from sayso_plugins.readers.text_facts import state_text_facts

#: Keys of which a ninjs document has one, and a plain item none.
SIGNS = re.compile(
    rb'"(?:version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus|representation[tT]ype|body_[a-z]+|headline_[a-z]+'
    rb'|bodies|headlines|eventDetails|plannedCoverage|info[sS]ources|alt[iI]ds|copyright[hH]older|usage[tT]erms|renditions|associations)"\s*:'
)
OTHERS = re.compile(rb'"@context"\s*:|jsonfeed\.org/version/|"schema"\s*:\s*"urn:sayso:')
#: Roles of those who publish, and not only supply.
PUBLISHING = frozenset({"publisher", "provider", "distributor"})
CODES = {"partyInfo": "ownership", "ownershipFundingInfo": "ownership"}
KEPT = (
    "type profile version urgency pubstatus pubStatus edNote ednote copyrightnotice copyrightNotice usageterms"
    " usageTerms subjects subject people person organisations organisation places place slugline title objects events embargoed"
    " embargoedUntil contentcreated contentCreated digitalSourceType"
)
#: Problems of one document that a message names.
NAMED = 4


def is_ninjs(head: bytes) -> bool:
    """Whether a JSON document has keys of ninjs, and is of no other format."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) or b'"uri"' not in head:
        return False
    return SIGNS.search(head) is not None and OTHERS.search(head) is None


@reader(
    "ninjs",
    "IPTC ninjs 1.x to 3.x",
    version="1.0.0",
    media_types=["application/json", "application/ninjs+json"],
    suffixes=[".json", ".ninjs"],
    recognises=is_ninjs,
)
def ninjs(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read a news object, or a list of them.

    It must be valid by the schema of its version; ``[reader.ninjs] validate = false`` reads it as far as it goes, and
    ``version`` says which version it is held against.

    Raises:
        ReadError: ``json`` for what is no JSON; ``schema`` with the JSON Pointer, ``empty`` without words.
    """
    data = document.read()
    loaded = parse_json(decode(data, document.encoding).text)
    digest = hashlib.sha256(data).hexdigest()
    for number, one in enumerate(loaded if isinstance(loaded, list) else [loaded]):
        where = f"/{number}" if isinstance(loaded, list) else ""
        try:
            yield _draft(document, reading, one, where, digest)
        except ReadError as error:
            yield ReadError(error.kind, error.message, where or None)


def _draft(document: Document, reading: Reading, item: Any, where: str, digest: str) -> Draft:
    if not isinstance(item, Mapping):
        raise ReadError("type", "a news object is an object")
    version = _version(item, reading)
    if reading.options.get("validate", True):
        found = [f"{pointer or '/'}: {words}" for pointer, words in problems(item, version)]
        if found:
            more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
            raise ReadError("schema", f"not valid ninjs {version}: {'; '.join(found[:NAMED])}{more}")
    pointer, words, links = _body(item)
    if not words:
        raise ReadError("empty", "it has neither body, description, headline nor title")
    kept = {key: item[key] for key in KEPT.split() if item.get(key) not in (None, "", [], {})}
    draft = reading.draft(
        document,
        words,
        media_type="application/ninjs+json",
        normalisation=f"the text at {where}{pointer}, markup taken away",
        raw_sha256=digest,
        locator=where or None,
        record_id=item["uri"] if isinstance(item.get("uri"), str) else None,
        extra={"ninjs": version, "body": pointer, **kept},
    )
    for text, target in links:
        draft.link(text, target)
    _state(draft, item, where)
    state_text_facts(draft)
    return draft


def _version(item: Mapping[str, Any], reading: Reading) -> str:
    given = reading.options.get("version")
    if given is None:
        return version_of(item)
    if given not in VERSIONS:
        raise ReadError("version", f"there is no ninjs {given!r}; there are {', '.join(VERSIONS)}")
    return str(given)


def _parts(item: Mapping[str, Any], plain: str, many: str) -> list[tuple[str, str, str]]:
    """The bodies, headlines or descriptions of an object: pointer, media type and words; the main one first."""
    found: list[tuple[int, str, str, str]] = []
    for number, one in enumerate(_list(item.get(many))):
        if isinstance(one, Mapping) and isinstance(one.get("value"), str) and one["value"].strip():
            kind = str(one.get("contentType") or one.get("contenttype") or "text/plain")
            role = str(one.get("role") or "main")
            rank = (role not in ("main", "text")) * 2 + ("plain" not in kind)
            found.append((rank, f"/{many}/{number}/value", kind, one["value"]))
    for key, value in item.items():
        name, _, role = key.partition("_")
        if name == plain and isinstance(value, str) and value.strip():
            kind = "text/html" if role in ("xhtml", "html") else "text/plain"
            found.append(((role not in ("", "main", "text")) * 2 + ("plain" not in kind), f"/{key}", kind, value))
    return [(pointer, kind, words) for _, pointer, kind, words in sorted(found, key=lambda one: one[0])]


def _body(item: Mapping[str, Any]) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """The words of an object with their pointer: its body, else what describes it, else what it is called."""
    for plain, many in (("body", "bodies"), ("description", "descriptions"), ("headline", "headlines")):
        for pointer, kind, words in _parts(item, plain, many):
            if "htm" in kind or "xml" in kind:
                markup = shown(words)
                return pointer, markup.text, markup.links
            return pointer, words, ()
    for key in ("title", "slugline", "name"):
        if isinstance(item.get(key), str) and item[key].strip():
            return f"/{key}", item[key], ()
    return "", "", ()


def _state(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    for pointer, _, words in _parts(item, "headline", "headlines"):
        draft.asserted("headline", shown(words).text, where + pointer)
    for key, value in item.items():
        if key == "by" or key.partition("_")[0] == "byline":
            _value(draft, "author", _names(value), f"{where}/{key}")
    address = item.get("uri")
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        draft.asserted("uri", address, f"{where}/uri")
    for fact, key in (("language", "language"), ("dateline_place", "located")):
        _value(draft, fact, item.get(key), f"{where}/{key}")
    _dates(draft, item, where)
    _parties(draft, item, where)
    for number, genre in enumerate(_list(item.get("genres") or item.get("genre"))):
        name = genre.get("name") if isinstance(genre, Mapping) else None
        if isinstance(name, str) and VALUES["item_type"](name) != "other":
            draft.asserted("item_type", VALUES["item_type"](name), f"{where}/genres/{number}/name")
    for number, one in enumerate(_list(item.get("trustIndicators") or item.get("trustindicators"))):
        if isinstance(one, Mapping) and isinstance(one.get("href"), str):
            kind = CODES.get(str(one.get("role", "")).rpartition("/")[2], "policy_link")
            title = one.get("title") if isinstance(one.get("title"), str) else None
            draft.asserted("independence", Note(kind, title, one["href"]), f"{where}/trustIndicators/{number}")
    draft.looked("headline", f"{where}/headlines", f"{where}/headline")
    draft.looked("author", f"{where}/by", f"{where}/byline")
    draft.looked("independence", f"{where}/trustIndicators")


def _list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def _value(draft: Draft, fact: str, value: Any, pointer: str) -> None:
    if value not in (None, "", []):
        try:
            draft.asserted(fact, VALUES[fact](value), pointer)
        except RecordError as error:
            draft.looked(fact, f"{pointer}: {error}")
    draft.looked(fact, f"{pointer} is absent")


def _names(value: Any) -> Any:
    if not isinstance(value, str):
        return None
    words = value.strip().removeprefix("By ").removeprefix("by ")
    return [name for name in re.split(r"\s*(?:,|;|\band\b|&)\s*", words) if name]


def _dates(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    """Ninjs says when versions were made, and not when the item was published: that is inferred from the first."""
    first, latest = (
        _first(item, *keys) for keys in (("firstCreated", "firstcreated"), ("versionCreated", "versioncreated"))
    )
    if first and latest and first[1] != latest[1]:
        _value(draft, "date_modified", latest[1], f"{where}/{latest[0]}")
    key, value = first or latest or ("", None)
    if value is not None:
        try:
            day = VALUES["date_published"](value)
            basis = f"{where}/{key}: ninjs has no date of publication"
            draft.inferred("date_published", day, basis=basis, confidence=0.8)
        except RecordError as error:
            draft.looked("date_published", f"{where}/{key}: {error}")
    draft.looked("date_published", f"{where}/firstCreated", f"{where}/versionCreated")


def _first(item: Mapping[str, Any], *keys: str) -> tuple[str, Any] | None:
    return next(((key, item[key]) for key in keys if item.get(key)), None)


def _parties(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    given = item.get("infoSources") or item.get("infosources") or item.get("infosource") or []
    for number, one in enumerate(_list(given)):
        name = one.get("name") if isinstance(one, Mapping) else None
        if not isinstance(name, str) or not name.strip():
            continue
        role, pointer = str(one.get("role") or "agency"), f"{where}/infoSources/{number}/name"
        if role.lower() in PUBLISHING:
            draft.asserted("outlet", Org(name), pointer)
        else:
            draft.asserted("info_sources", InfoSource(name, role, one.get("uri")), pointer)
    holder = _first(item, "copyrightHolder", "copyrightholder")
    if holder and isinstance(holder[1], str):
        basis = f"{where}/{holder[0]}: who holds the rights"
        draft.inferred("outlet", Org(holder[1]), basis=basis, confidence=0.7)
    draft.looked("outlet", f"{where}/infoSources: none that publishes", f"{where}/copyrightHolder")
    draft.looked("info_sources", f"{where}/infoSources")
