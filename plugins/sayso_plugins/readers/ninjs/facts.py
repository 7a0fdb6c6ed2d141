"""What a ninjs object states, each value with the JSON Pointer at which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import VALUES, Draft, InfoSource, Note, Org, Pattern, RecordError
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.markup import shown

#: Roles of those who publish, and not only supply.
PUBLISHING = frozenset({"publisher", "provider", "distributor"})
#: Trust indicators that tell who owns and pays; the others are policies.
CODES = {"partyInfo": "ownership", "ownershipFundingInfo": "ownership"}
LAST_PART = Pattern(r"[^/:#]*\Z")
#: Members of one list that become facts.
MOST = 200

Place = tuple[str, Any]


def escaped(key: str) -> str:
    """A key as JSON Pointers write it."""
    return key.replace("~", "~0").replace("/", "~1")


def members(given: Any) -> list[Place]:
    """The members of a list or an object with their pointers below it."""
    if isinstance(given, list):
        return [(f"/{number}", one) for number, one in enumerate(given)]
    return [(f"/{escaped(key)}", one) for key, one in given.items()] if isinstance(given, Mapping) else []


def listed(item: Mapping[str, Any], *keys: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects in the lists under some keys, with their pointers."""
    for key in keys:
        if isinstance(item.get(key), list):
            for at, one in members(item[key])[:MOST]:
                if isinstance(one, Mapping):
                    yield f"/{key}{at}", one


def parts(item: Mapping[str, Any], plain: str, many: str) -> list[tuple[str, str, str]]:
    """Bodies, headlines or descriptions with pointer, media type and words: the main one first, plain before HTML."""
    found: list[tuple[int, str, str, str]] = []
    for at, one in listed(item, many):
        if isinstance(one.get("value"), str) and one["value"].strip():
            kind = str(one.get("contentType") or one.get("contenttype") or "text/plain")
            found.append((_rank(str(one.get("role") or ""), kind), f"{at}/value", kind, one["value"]))
    for key, value in item.items():
        name, _, role = key.partition("_")
        if name == plain and isinstance(value, str) and value.strip():
            kind = "text/html" if role in ("xhtml", "html") else "text/plain"
            found.append((_rank(role, kind), f"/{escaped(key)}", kind, value))
    return [(pointer, kind, words) for _, pointer, kind, words in sorted(found, key=lambda one: one[0])]


def _rank(role: str, kind: str) -> int:
    return (role not in ("", "main", "text", "html", "xhtml")) * 2 + ("plain" not in kind)


def state(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    """State all that an object says, and say where the rest was looked for.

    Args:
        where: The pointer of the object in the document.
    """
    for pointer, _, words in parts(item, "headline", "headlines"):
        draft.offered("headline", shown(words).text, where + pointer)
    for key, value in item.items():
        if key == "by" or key.partition("_")[0] == "byline":
            signed = agents_in(value, shown=True) if isinstance(value, str) else ()
            if signed:
                draft.offered("author", signed, f"{where}/{escaped(key)}")
            elif value:
                draft.looked("author", f"{where}/{escaped(key)}: names nobody")
    address = item.get("uri")
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        draft.offered("uri", address, f"{where}/uri")
    for fact, key in (("language", "language"), ("dateline_place", "located")):
        _value(draft, fact, item.get(key), f"{where}/{key}")
    _dates(draft, item, where)
    _parties(draft, item, where)
    for at, genre in listed(item, "genres", "genre"):
        kind = VALUES["item_type"](genre["name"]) if isinstance(genre.get("name"), str) else "other"
        if kind != "other":
            draft.offered("item_type", kind, f"{where}{at}/name")
    for at, one in listed(item, "trustIndicators", "trustindicators", "trustindicator"):
        if isinstance(one.get("href"), str):
            title = one.get("title") if isinstance(one.get("title"), str) else None
            kind = CODES.get(_code(one.get("role")) or _code(one.get("code")), "policy_link")
            draft.offered("independence", Note(kind, title, one["href"]), f"{where}{at}/href")
    for fact, keys in (
        ("headline", "headlines headline"),
        ("author", "by byline"),
        ("independence", "trustIndicators"),
        ("item_type", "genres genre"),
        ("uri", "uri"),
    ):
        draft.looked(fact, *(f"{where}/{key}" for key in keys.split()))


def _code(given: Any) -> str:
    match = LAST_PART.search(given) if isinstance(given, str) else None
    return match.group() if match else ""


def _value(draft: Draft, fact: str, value: Any, pointer: str) -> None:
    if value in (None, "", []):
        draft.looked(fact, pointer)
        return
    try:
        draft.offered(fact, VALUES[fact](value), pointer)
    except RecordError as error:
        draft.looked(fact, f"{pointer}: {error}")


def _dates(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    """Ninjs says when versions were made, and not when the item was published: that is inferred from the first."""
    first = _first(item, "firstCreated", "firstcreated")
    latest = _first(item, "versionCreated", "versioncreated")
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
    for fact in ("date_published", "date_modified"):
        draft.looked(fact, f"{where}/firstCreated", f"{where}/versionCreated")


def _first(item: Mapping[str, Any], *keys: str) -> tuple[str, Any] | None:
    return next(((key, item[key]) for key in keys if item.get(key)), None)


def _parties(draft: Draft, item: Mapping[str, Any], where: str) -> None:
    for at, one in listed(item, "infoSources", "infosources", "infosource"):
        name = one.get("name") or one.get("literal")
        if not isinstance(name, str) or not name.strip():
            continue
        role = _code(one.get("role") or one.get("rel"))
        pointer = f"{where}{at}/{'name' if one.get('name') else 'literal'}"
        identity = one["uri"] if isinstance(one.get("uri"), str) else None
        if role.lower() in PUBLISHING:
            draft.offered("outlet", Org(name.strip(), id=identity), pointer)
        else:
            draft.offered("info_sources", InfoSource(name.strip(), role, identity), pointer)
    holder = _first(item, "copyrightHolder", "copyrightholder")
    if holder and isinstance(holder[1], str) and holder[1].strip():
        basis = f"{where}/{holder[0]}: who holds the rights"
        draft.inferred("outlet", Org(holder[1]), basis=basis, confidence=0.7)
    draft.looked("outlet", f"{where}/infoSources: none that publishes", f"{where}/copyrightHolder")
    draft.looked("info_sources", f"{where}/infoSources")
