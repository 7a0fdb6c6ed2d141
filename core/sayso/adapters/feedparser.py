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
    of a date is that of the feed, which feedparser turns into UTC, wherever the date as written can be read.

    Args:
        feed: What ``feedparser.parse`` gave, or its ``feed``; its title is the outlet.
    """
    channel = fields.value(feed, "feed") or feed
    whole = _content(entry)
    found = whole or fields.text(entry, "summary", "description") or ""
    people = fields.value(entry, "authors") or []
    names = [name for one in people if (name := fields.text(one, "name"))] or fields.names(fields.text(entry, "author"))
    given = fields.value(entry, "source")
    return fields.item(
        "feedparser",
        {
            "summary_only": bool(found) and whole is None,
            "tags": [fields.text(t, "term") for t in entry.get("tags", ())],
        },
        id=fields.text(entry, "id"),
        text=fields.plain(found),
        headline=fields.plain(fields.text(entry, "title") or ""),
        authors=names,
        outlet=fields.text(channel, "title") if channel is not None else None,
        date_published=_when(entry, "published"),
        date_modified=_when(entry, "updated"),
        url=fields.text(entry, "link"),
        language=_language(entry, channel),
        info_sources=[title] if given is not None and (title := fields.text(given, "title")) else [],
    )


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


def _when(entry: Any, name: str) -> str | None:
    # feedparser answers for "updated" with the publication where there is no update, and warns.
    written = fields.text(entry, name) if name in list(entry) else None
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
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else written
