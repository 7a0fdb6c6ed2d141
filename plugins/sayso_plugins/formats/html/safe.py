"""Somebody's words on a page: no markup, attribute, script or style, and no character that steers the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from sayso import visible

#: Controls but for tab and line ends, separators of lines, what opens and closes embeddings, overrides and isolates,
#: the byte order mark, half surrogate pairs, and what is no character. Marks that only hint at a direction (U+061C,
#: U+200E, U+200F) are left: Arabic and Hebrew are written with them, and every paragraph stands for itself.
STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
LINE_END = re.compile(r"\r\n?")
BLANKS = re.compile(r"\s+")
#: What may be followed from a report: no script, no file, nothing that steers.
ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"'`\\]+\Z", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,6}\Z")


def words(text: str) -> str:
    """A text as content of an element; characters that steer are shown by their number."""
    made = escape(text)
    if text.isprintable():
        return made
    return STEERING.sub(_shown, LINE_END.sub("\n", made))


def _shown(found: re.Match[str]) -> str:
    return f'<span class="ctl">U+{ord(found[0]):04X}</span>'


def line(text: str, most: int = 0) -> str:
    """A text in one line, isolated from what stands around it.

    Args:
        most: Characters after which it is cut, with a mark that says so; 0 for all of it.
    """
    return f"<bdi>{words(short(text, most))}</bdi>"


def short(text: str, most: int = 0) -> str:
    """A text with its white space folded, cut after `most` characters at a space where there is one."""
    if most and len(text) > most * 20:
        text = text[: most * 20]
    text = BLANKS.sub(" ", text).strip()
    if not most or len(text) <= most:
        return text
    head = text[:most]
    return f"{head.rpartition(' ')[0] or head}…"


def attribute(text: str) -> str:
    """A text as the value of an attribute in double quotation marks."""
    return STEERING.sub(lambda found: f"U+{ord(found[0]):04X}", escape(visible(short(text))))


def language(code: str | None) -> str:
    """The attribute ``lang`` with a space before it; nothing where the language is not known."""
    return f' lang="{code.replace("_", "-")}"' if code and LANGUAGE.match(code) else ""


def address(written: str | None) -> str | None:
    """An address that may be followed, as the value of an attribute; None for any other."""
    found = written is not None and ADDRESS.match(written) and not STEERING.search(written)
    return escape(visible(written)) if found and written else None


def link(written: str | None, label: str) -> str:
    """A link to an address, or only its label where it may not be followed.

    Args:
        label: HTML.
    """
    href = address(written)
    return f'<a href="{href}" rel="noopener noreferrer">{label}</a>' if href else label


def percent(confidence: float) -> str:
    """A share in whole per cent."""
    return f"{round(confidence * 100)}\u00a0%"


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """Those parts that are not empty."""
    return between.join(part for part in parts if part)
