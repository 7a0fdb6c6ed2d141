"""Whether two texts or addresses are the same but for how they are written."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from sayso import Pattern

TAGS = Pattern(r"<[^<>]{1,300}>")
#: Marks that are written in several ways.
MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "..."})


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Letters and digits of a text in small letters, without accents, words apart by one blank."""
    folded = unicodedata.normalize("NFKD", text.translate(MARKS)).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'." else " " for c in folded)
    return " ".join(kept.split())


def alike(one: str | None, other: str | None) -> bool:
    """Whether two texts are one, or one of them the other with something before or behind it."""
    if not one or not other:
        return False
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 12 and (long.startswith(short) or long.endswith(short))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page, but for the scheme, ``www.``, a fragment or a slash at the end."""
    return _bare(one) == _bare(other)


def host_of(uri: str) -> str:
    """The host of an address, without ``www.`` and the like; the address itself where it is none."""
    return _bare(uri)[0]


@lru_cache(maxsize=512)
def _bare(uri: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(uri.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.").removeprefix("m.")
    except ValueError:
        return (uri, "", "")
    return (host, unquote(parts.path).rstrip("/").removesuffix("/amp"), parts.query)


def without_tags(text: str) -> str:
    """A text without the tags that stand in it."""
    return " ".join(TAGS.compiled.sub(" ", text).split())
