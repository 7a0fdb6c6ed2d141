"""For feedparser: an entry, and the feed that it is of."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from sayso.adapters import fields


def to_item(entry: Any, feed: Any = None) -> dict[str, Any]:
    """A plain item of an entry.

    The text is the entry's content, or its summary, which ``extra`` then says; its markup becomes paragraphs. The zone
    of a date is that of the feed, which feedparser turns into UTC, wherever the date as written can be read. What is no
    date is kept under ``extra``.

    Args:
        feed: What ``feedparser.parse`` gave, or its ``feed``; its title is the outlet. Of what ``parse`` gave of Atom,
            the authors of the feed are those of an entry without any.

    Raises:
        ReadError: If it is no entry.
    """
    entry = fields.handed(entry, "an entry of feedparser")
    channel = fields.value(feed, "feed") or feed
    whole = _content(entry)
    found = whole or fields.text(entry, "summary", "description") or ""
    given = fields.value(entry, "source")
    dates = {name: _when(entry, name) for name in ("published", "updated")}
    return fields.item(
        "feedparser",
        {
            "summary_only": bool(found) and whole is None,
            "tags": list(_tags(entry)),
            **{name: _written(entry, name) for name, found in dates.items() if found is None},
        },
        id=fields.text(entry, "id"),
        text=fields.plain(found),
        headline=fields.plain(fields.text(entry, "title") or ""),
        authors=_authors(entry) or _authors(given) or (_authors(channel) if _is_atom(feed) else []),
        outlet=fields.plain(fields.text(channel, "title") or "") if channel is not None else None,
        date_published=dates["published"],
        date_modified=dates["updated"],
        url=fields.text(entry, "link"),
        language=_language(entry, channel),
        info_sources=[{"name": title, "role": "feed"}]
        if given is not None and (title := fields.text(given, "title"))
        else [],
    )


def _authors(source: Any) -> list[str]:
    people = fields.value(source, "authors") or []
    names = [name for one in people if (name := fields.text(one, "name"))]
    return names or fields.names(fields.text(source, "author"))


def _is_atom(feed: Any) -> bool:
    # RFC 4287, 4.2.1: entries without authors have those of the feed. That of RSS is who answers for the channel.
    return (fields.text(feed, "version") or "").startswith("atom")


def _tags(entry: Any) -> Iterator[str]:
    for tag in fields.value(entry, "tags") or ():
        term = fields.text(tag, "term")
        if term:
            yield term


def _content(entry: Any) -> str | None:
    parts = [found for one in fields.value(entry, "content") or () if (found := fields.text(one, "value"))]
    return "\n".join(parts) or None


def _language(entry: Any, channel: Any) -> str | None:
    detail = fields.value(entry, "title_detail")
    own = fields.text(detail, "language") if detail is not None else None
    return own or (fields.text(channel, "language") if channel is not None else None)


def _written(entry: Any, name: str) -> str | None:
    # feedparser answers for "updated" with the publication where there is no update, and warns.
    return fields.text(entry, name) if name in list(entry) else None


def _when(entry: Any, name: str) -> str | None:
    written = _written(entry, name)
    if written is None:
        return None
    try:
        return parsedate_to_datetime(written).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        parsed = fields.value(entry, f"{name}_parsed")
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
