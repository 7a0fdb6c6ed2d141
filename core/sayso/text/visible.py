"""Text of others, made fit for a terminal: what could steer it is shown, and never sent."""

from __future__ import annotations

import unicodedata

from sayso.text.pattern import Pattern

#: Controls (but not what the caller splits lines at), line and paragraph separators, and marks that turn the
#: direction of text. Half surrogate pairs cannot be written to a file in UTF-8.
UNSAFE = Pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def visible(text: str) -> str:
    r"""A text in one line whose control characters are shown as ``\x1b`` and the like."""
    if text.isprintable():
        return text
    return UNSAFE.compiled.sub(lambda match: _escaped(match.group()), text)


def _escaped(char: str) -> str:
    if char == "\t":
        return "    "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def columns(text: str) -> int:
    """The columns that a visible text takes on a terminal: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def half_pair(text: str) -> int | None:
    """Where a text has half of a surrogate pair, which cannot be written in UTF-8; None where it has none."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            return error.start
    return None
