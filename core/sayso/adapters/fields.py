"""Reading a value of another tool, whatever it is: an object, a mapping, or not there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

from sayso.errors import ReadError

#: Elements after which a new paragraph begins, and those whose content nobody reads.
BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol"
    " p pre section table td th tr ul".split()
)
UNREAD = frozenset({"script", "style", "template", "noscript"})


def handed(given: Any, wanted: str, *, as_json: bool = False) -> Any:
    """What a tool handed over, once it is known to be something with fields.

    Args:
        wanted: What to call that in a message.
        as_json: Whether the text of a JSON object will do too.

    Raises:
        ReadError: ``type``.
    """
    if isinstance(given, str | bytes) and as_json:
        try:
            given = json.loads(given)
        except ValueError:
            raise ReadError("type", f"to_item takes {wanted}, and this text is no JSON") from None
        if not isinstance(given, Mapping):
            raise ReadError("type", f"to_item takes {wanted}, and this JSON is no object")
    if given is None or isinstance(given, str | bytes | int | float | list | tuple):
        raise ReadError("type", f"to_item takes {wanted}, not {'None' if given is None else type(given).__name__}")
    return given


def value(source: Any, *names: str) -> Any:
    """The first of several attributes or keys that has a value; None where none has."""
    for name in names:
        found = source.get(name) if isinstance(source, Mapping) else getattr(source, name, None)
        if found not in (None, "", "None", [], {}, ()) and not isinstance(found, BaseException):
            return found
    return None


def text(source: Any, *names: str) -> str | None:
    """The same as text; what is none is left out."""
    found = value(source, *names)
    return found if isinstance(found, str) and found.strip() else None


def names(given: Any, separator: str | None = None) -> list[str]:
    """Names from a list, or from one text with a separator."""
    if isinstance(given, str):
        given = given.split(separator) if separator else [given]
    found = given if isinstance(given, Iterable) and not isinstance(given, Mapping) else ()
    return [one.strip() for one in found if isinstance(one, str) and one.strip()]


def when(given: Any) -> str | None:
    """A date as plain items take it; a time without a zone stays without one."""
    if isinstance(given, datetime):
        return given.isoformat()
    if isinstance(given, date):
        return given.isoformat()
    if not isinstance(given, str) or not given.strip() or given == "None":
        return None
    written = given.strip()
    try:
        return datetime.fromisoformat(written).isoformat() if len(written) > 10 else written
    except ValueError:
        return written


def item(made_by: str, extra: Mapping[str, Any], **known: Any) -> dict[str, Any]:
    """A plain item of what is known; the tool and what has no key of its own are kept under ``extra``."""
    kept = {key: one for key, one in extra.items() if one not in (None, "", [], {})}
    given = {key: one for key, one in known.items() if one not in (None, "", [], {})}
    return {"text": "", **given, "extra": {"extractor": made_by, **kept}}


def plain(markup: str) -> str:
    """The text of a piece of HTML, a paragraph a block."""
    reader = _Plain()
    reader.feed(markup)
    reader.close()
    parts = (" ".join("".join(part).split()) for part in reader.parts)
    return "\n\n".join(part for part in parts if part)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[list[str]] = [[]]
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in UNREAD:
            self.unread += 1
        elif tag in BLOCKS:
            self.parts.append([])
        elif tag == "br":
            self.parts[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self.unread = max(0, self.unread - 1)
        elif tag in BLOCKS:
            self.parts.append([])

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts[-1].append(data)
