"""Values of plain items and of configuration, made into the values that facts hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sayso.errors import RecordError
from sayso.records.record import ITEM_TYPES
from sayso.records.values import NOTE_KINDS, ORG_KINDS, Agent, DateValue, Note, Org
from sayso.text.pattern import Pattern

#: Common words for an item's type, to the type of the record.
SYNONYMS = {
    "news": "article",
    "report": "article",
    "reportage": "article",
    "newsarticle": "article",
    "reportagenewsarticle": "article",
    "story": "article",
    "feature": "article",
    "digest": "digest_item",
    "brief": "digest_item",
    "wire_copy": "wire",
    "agency": "wire",
    "release": "press_release",
    "pressrelease": "press_release",
    "live_blog": "live_entry",
    "liveblog": "live_entry",
    "liveblogposting": "live_entry",
    "live": "live_entry",
    "q_and_a": "interview",
    "qa": "interview",
    "factcheck": "fact_check",
    "claimreview": "fact_check",
    "column": "opinion",
    "op_ed": "opinion",
    "oped": "opinion",
    "editorial": "opinion",
    "leader": "opinion",
    "commentary": "opinion",
    "comment": "opinion",
    "opinionnewsarticle": "opinion",
    "analysisnewsarticle": "analysis",
    "explainer": "analysis",
    "speech": "statement",
    "letter": "statement",
}

#: Common words for an outlet's kind, to the kind of the record.
KINDS = {
    "paper": "newspaper",
    "daily": "newspaper",
    "weekly": "newspaper",
    "news_agency": "agency",
    "wire": "agency",
    "tv": "broadcaster",
    "radio": "broadcaster",
    "journal": "magazine",
    "blog": "website",
    "thinktank": "think_tank",
    "ngo": "advocacy",
    "state_media": "state_funded",
    "state_owned": "state_funded",
    "political_party": "party",
    "corporation": "company",
}

DAY = Pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
WEEK_DAY = Pattern(r"\d{4}-W\d{2}-\d\Z")
BASIC_DAY = Pattern(r"(\d{4})(\d{2})(\d{2})\Z")
#: The time of day behind a date.
TIME = Pattern(r"[T ](?P<hour>\d{2})(?::?(?P<minute>\d{2})(?P<second>:?\d{2})?)?")


def item_type(raw: Any) -> str:
    """The record's item type for a word of a plain item; ``other`` for one that is not known.

    Raises:
        RecordError: If it is no text.
    """
    word = text_value(raw).strip().lower().replace("-", "_").replace(" ", "_")
    word = SYNONYMS.get(word, word)
    return word if word in ITEM_TYPES else "other"


def is_item_type(raw: Any) -> bool:
    """Whether a word is one for an item's type, so that :func:`item_type` need not take it for ``other``."""
    return isinstance(raw, str) and (item_type(raw) != "other" or raw.strip().lower() == "other")


def text_value(raw: Any) -> str:
    """A text.

    Raises:
        RecordError: If it is none.
    """
    if not isinstance(raw, str):
        raise RecordError(f"must be a text, not {_kind(raw)}")
    return raw


def org(raw: Any) -> Org:
    """An outlet: its name, or an object with ``name`` and what is known of it.

    Raises:
        RecordError: If the name is absent or a key has the wrong type.
    """
    if isinstance(raw, str):
        return Org(raw.strip())
    if not isinstance(raw, Mapping) or not isinstance(raw.get("name"), str):
        raise RecordError(f"must be a name or an object with a 'name', not {_kind(raw)}")
    for key in ("short_name", "url", "id", "kind", "owner"):
        if raw.get(key) is not None and not isinstance(raw[key], str):
            raise RecordError(f"{key} must be a text, not {_kind(raw[key])}")
    funders = raw.get("funders") or ()
    if not isinstance(funders, list | tuple) or not all(isinstance(f, str) for f in funders):
        raise RecordError("funders must be a list of names")
    policy = raw.get("no_bylines_policy") or False
    return Org(
        name=raw["name"].strip(),
        short_name=raw.get("short_name"),
        id=raw.get("id"),
        url=raw.get("url"),
        kind=org_kind(raw["kind"]) if raw.get("kind") else None,
        owner=raw.get("owner"),
        funders=tuple(funders),
        no_bylines_policy=bool(policy),
    )


def org_kind(word: str) -> str:
    """The kind of an outlet for a word of a plain item; ``other`` for one that is not known."""
    word = word.strip().lower().replace("-", "_").replace(" ", "_")
    word = KINDS.get(word, word)
    return word if word in ORG_KINDS else "other"


def agents(raw: Any) -> tuple[Agent, ...]:
    """Who signed: a name, an object with ``name`` and ``role``, or a list of them.

    Raises:
        RecordError: If one has no name.
    """
    found = []
    for one in raw if isinstance(raw, list | tuple) else [raw]:
        name = one.get("name") if isinstance(one, Mapping) else one
        if not isinstance(name, str):
            raise RecordError(f"must be a name, an object with a 'name' or a list of them, not {_kind(raw)}")
        role = one.get("role") if isinstance(one, Mapping) else None
        kind = one.get("kind") if isinstance(one, Mapping) else None
        if name.strip():
            found.append(
                Agent(
                    name.strip(),
                    "organization" if isinstance(kind, str) and kind.strip().lower().startswith("organi") else "person",
                    role if isinstance(role, str) else None,
                )
            )
    return tuple(found)


def date_value(raw: Any) -> DateValue:
    """A date: ISO 8601, whole or to the month or year, with or without time and zone.

    Raises:
        RecordError: If it is neither a date nor such a text.
    """
    if isinstance(raw, DateValue):
        return raw
    if isinstance(raw, datetime | date):
        raw = raw.isoformat()
    words = text_value(raw).strip()
    match = DAY.match(words) or BASIC_DAY.match(words)
    if match:
        year, month, day = match.groups()
        _calendar(words, year, month, day)
        value = "-".join(part for part in (year, month, day) if part)
        return DateValue(value, "day" if day else "month" if month else "year", words)
    time = TIME.search(words)
    try:
        moment = datetime.fromisoformat(words if time or WEEK_DAY.match(words) else "")
    except ValueError:
        raise RecordError(
            f"must be an ISO 8601 date such as 2026-05-04 or 2026-05-04T08:30:00+02:00, not {words!r:.60}"
        ) from None
    if not time or time["minute"] is None:  # an hour alone is no minute; the words keep it
        return DateValue(moment.date().isoformat(), "day", words)
    zone = None
    if moment.tzinfo is not None:
        zone = "Z" if words.upper().endswith("Z") else words[-6:] if words[-6:-5] in "+-" else moment.strftime("%z")
    return DateValue(moment.isoformat(), "second" if time["second"] else "minute", words, zone)


def _calendar(words: str, year: str, month: str | None, day: str | None) -> None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise RecordError(f"{words!r} is no date of the calendar") from None


def notes(raw: Any) -> tuple[Note, ...]:
    """Independence notes: a text, an object with ``kind``, ``text`` and ``href``, or a list of them.

    Raises:
        RecordError: If one is neither.
    """
    found = []
    for one in raw if isinstance(raw, list | tuple) else [raw]:
        if isinstance(one, str):
            found.append(Note("self_statement", one))
        elif isinstance(one, Mapping) and (one.get("text") or one.get("href")):
            for key in ("text", "href"):
                if one.get(key) is not None and not isinstance(one[key], str):
                    raise RecordError(f"{key} must be a text, not {_kind(one[key])}")
            kind = one.get("kind") or ("self_statement" if one.get("text") else "policy_link")
            if kind not in NOTE_KINDS:
                raise RecordError(f"kind must be one of {', '.join(NOTE_KINDS)}, not {kind!r:.60}")
            found.append(Note(str(kind), one.get("text"), one.get("href"), str(one.get("scope") or "outlet")))
        else:
            raise RecordError(f"must be a text, an object with 'text' or 'href', or a list of them, not {_kind(one)}")
    return tuple(found)


def _kind(raw: Any) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "null" if raw is None else names.get(type(raw), f"a {type(raw).__name__}")


#: How each fact that configuration or a plain item gives is read.
VALUES: dict[str, Any] = {
    "language": text_value,
    "item_type": item_type,
    "headline": text_value,
    "uri": text_value,
    "outlet": org,
    "author": agents,
    "date_published": date_value,
    "date_modified": date_value,
    "dateline_date": date_value,
    "dateline_place": text_value,
}
