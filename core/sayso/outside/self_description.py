"""What an outlet says of itself by the clauses of the Journalism Trust Initiative (CWA 17493), as JSON.

The agreement says what is to be disclosed and gives no format. Read are the keys below, the numbers of the clauses in
their place, and the words that schema.org has for the same (``NewsMediaOrganization``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import ReadError
from sayso.outside.profile_lines import Line, one_line
from sayso.text.strict_json import parse_json

#: Our word for what a clause asks, the clause, and other keys for the same.
CLAUSES: dict[str, tuple[str, tuple[str, ...]]] = {
    "legal_entity": ("1.1", ("legalName",)),
    "name": ("1.3", ("media_outlet",)),
    "url": ("1.3", ("website",)),
    "mission": ("2", ("missionCoveragePrioritiesPolicy",)),
    "public_service": ("3", ()),
    "ownership_type": ("4", ()),
    "owners": ("5", ("owner", "parentOrganization")),
    "management": ("6", ("masthead",)),
    "contact": ("7", ("contactPoint",)),
    "revenue": ("8", ("revenue_sources",)),
    "funders": ("8", ("funder",)),
    "ownership_funding_url": ("5 and 8", ("ownershipFundingInfo",)),
    "editorial_guidelines": ("9", ("publishingPrinciples", "ethicsPolicy")),
    "corrections": ("10", ("correctionsPolicy",)),
    "complaints": ("14", ("actionableFeedbackPolicy",)),
    "oversight": ("15", ()),
    "independence": ("", ("independence_statement",)),
    "no_bylines_policy": ("", ("noBylinesPolicy",)),
}
#: A clause's number as a key stands for the first word that asks it.
BY_CLAUSE: dict[str, str] = {}
for _word, (_clause, _others) in CLAUSES.items():
    BY_CLAUSE.setdefault(_clause, _word)
WORDS = {**{other: word for word, (_, others) in CLAUSES.items() for other in others}, **{w: w for w in CLAUSES}}
#: Types of ownership that say what kind of outlet it is.
KINDS = {
    "state": "state_funded",
    "state-owned": "state_funded",
    "government": "state_funded",
    "party": "party",
    "political party": "party",
}
#: Keys and entries that are listed.
LISTED = 20
Entry = tuple[str, str, float]


def self_description(text: str) -> Iterator[Line]:
    """What an outlet says of itself, as lines of an outlet profile.

    Raises:
        ReadError: For what is no such JSON, with the JSON Pointer of what is wrong.
    """
    given = parse_json(text)
    if not isinstance(given, dict):
        raise ReadError("type", "is no JSON object with what an outlet says of itself")
    clauses = given.get("clauses", {})
    if not isinstance(clauses, dict):
        raise ReadError("type", "must be an object with the numbers of clauses as keys", "/clauses")
    flat = {f"/{_escaped(key)}": (key, value) for key, value in given.items() if key != "clauses"}
    flat |= {f"/clauses/{_escaped(key)}": (key, value) for key, value in clauses.items()}
    known = unknown = 0
    for pointer, (key, value) in flat.items():
        word = WORDS.get(key) or BY_CLAUSE.get(key.strip() or "-")
        if word is not None and value not in (None, "", [], {}):
            known += 1
            yield from _lines(word, value, pointer)
        elif word is None and not key.startswith("@"):
            unknown += 1
            if unknown <= LISTED:
                yield Line(f"{one_line(pointer, 'a key')!r:.80} is no key that sayso reads; left out")
    if not known:
        raise ReadError("format", f"has none of the keys {', '.join(CLAUSES)}, and no number of a clause")


def _lines(word: str, value: Any, pointer: str) -> Iterator[Line]:
    clause = CLAUSES[word][0]
    said = f"{pointer}, CWA 17493 clause {clause}" if clause else pointer
    if word == "owners":
        yield from _owners(_entries(value, pointer), said)
    elif word in ("funders", "revenue"):
        yield from _funders(_entries(value, pointer), said, names_only=word == "funders")
    elif word == "no_bylines_policy":
        yield Line(said, "no-bylines-policy", value is not False)
    elif word in ("url", "ownership_funding_url", "independence"):
        keys = {"url": "url", "ownership_funding_url": "independence-url", "independence": "independence"}
        yield Line(said, keys[word], _text(value, pointer))
    elif word == "ownership_type" and str(value).lower() in KINDS:
        yield Line(f"{said}: {_text(value, pointer)}", "kind", KINDS[str(value).lower()])
    else:
        for name, place, _ in _entries(value, pointer)[:LISTED]:
            yield Line(f"{word.replace('_', ' ')}: {name} ({said.replace(pointer, place, 1)})")


def _owners(entries: list[Entry], said: str) -> Iterator[Line]:
    """The one with the largest share, or the first, is the owner; a profile holds one."""
    largest = max(entries, key=lambda entry: entry[2])
    yield Line(said, "owner", largest[0])
    yield from (Line(f"further owner: {name} ({said})") for name, place, _ in entries if place != largest[1])


def _funders(entries: list[Entry], said: str, *, names_only: bool) -> Iterator[Line]:
    """Who pays, by name; kinds of revenue, such as advertising, are nobody's name."""
    names = tuple(dict.fromkeys(name for name, place, _ in entries if names_only or place.endswith("/name")))
    if names:
        yield Line(said, "funders", names)
    yield from (Line(f"revenue: {name} ({said})") for name, _, _ in entries if name not in names)


def _entries(value: Any, pointer: str) -> list[Entry]:
    """Names with their pointers and shares: of a text, an object with a name or a type, or a list of them."""
    found = []
    for index, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
        place = pointer if index is None else f"{pointer}/{index}"
        share = 0.0
        if isinstance(one, Mapping):
            key = next((key for key in ("name", "type", "url", "text", "email") if key in one), None)
            if key is None:
                raise ReadError("type", "has no name, type, url, text or email", place)
            share = one["share"] if isinstance(one.get("share"), int | float) else 0.0
            one, place = one[key], f"{place}/{key}"
        found.append((_text(one, place), place, share))
    return found


def _text(value: Any, pointer: str) -> str:
    if not isinstance(value, str):
        raise ReadError("type", "must be a text, an object with a name, or a list of them", pointer)
    return one_line(value, pointer)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
