"""From the bytes of a page to its characters, as browsers read them, saying what was done.

A byte order mark beats what the operator or the transport says, and that beats the page's own declaration. Bytes
that are UTF-8 are read as UTF-8 where the page declares an encoding of single bytes: text in such an encoding is
hardly ever UTF-8 by accident, and pages are often converted without their declaration.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from sayso import Pattern, ReadError

#: How far a declaration is looked for; browsers stop at 1,024 bytes, pages do not.
DECLARED_WITHIN = 8192
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = Pattern(
    r"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]{2,40})",
    2,
)
#: What browsers take a declared encoding for (WHATWG Encoding Standard): its superset.
SUPERSETS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso8859-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "x-mac-roman": "mac-roman",
    "utf8": "utf-8",
    "unicode": "utf-8",
    # A page whose declaration can be read byte by byte is in no encoding of two bytes.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "utf-32": "utf-8",
}


class PageText(NamedTuple):
    """The characters of a page and how they came from its bytes."""

    text: str
    done: str


def page_text(data: bytes, told: str | None) -> PageText:
    """Decode a page.

    Args:
        told: What the operator or the transport says the bytes are in.

    Raises:
        ReadError: ``encoding`` where `told` is no encoding or the bytes are not in it, and ``binary`` for bytes that
            are no text.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], name, "byte order mark removed")
    if told:
        return _told(data, told)
    even, odd = data[:400:2].count(0), data[1:400:2].count(0)
    if max(even, odd) > 50 and min(even, odd) < 10:
        name = "utf-16-be" if even > odd else "utf-16-le"
        return _replaced(data, name, "without a byte order mark")
    if data[:8192].count(0) > 64:
        raise ReadError(
            "binary",
            "this is no page (it has many NUL bytes); exclude it or name its reader (--reader, Engine(reader=...))",
        )
    declared = declaration(data)
    try:
        return PageText(data.decode("utf-8"), "decoded from utf-8" + _against(declared))
    except UnicodeDecodeError as error:
        bad = error
    if declared in (None, "utf-8"):
        # Where nearly all of it is UTF-8, a few bytes are damaged; else it is what most pages were before.
        damaged = data.decode("utf-8", "replace")
        wrong = damaged.count("\ufffd")
        if wrong * 50 < sum(character > "\x7f" for character in damaged):
            return PageText(damaged, f"decoded from utf-8, {wrong} damaged characters replaced")
        return _replaced(data, "cp1252", f"not utf-8 at byte {bad.start}{_against(declared, 'cp1252')}")
    return _replaced(data, declared, "as declared")


def declaration(data: bytes) -> str | None:
    """The encoding that the page declares, by Python's name; None where it declares none that is known."""
    found = META.search(data[:DECLARED_WITHIN].decode("latin-1"))
    if not found:
        return None
    name = (found.group(1) or found.group(2)).lower()
    name = SUPERSETS.get(name, name)
    try:
        b"a".decode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _against(declared: str | None, used: str = "utf-8") -> str:
    return f", not {declared} as declared" if declared not in (None, used) else ""


def _told(data: bytes, told: str) -> PageText:
    name = SUPERSETS.get(told.lower(), told)
    try:
        return PageText(data.decode(name), f"decoded from {name}")
    except LookupError:
        raise ReadError(
            "encoding", f"there is no encoding {told!r:.80} for texts; use a name such as 'utf-8'"
        ) from None
    except ValueError:
        if told.lower() in ("utf-8", "utf8"):
            return _replaced(data, "utf-8", "as told")
        raise ReadError("encoding", f"not valid {told!r:.80}; leave --encoding out, or say what it is") from None


def _replaced(data: bytes, name: str, why: str) -> PageText:
    text = data.decode(name, "replace")
    wrong = text.count("\ufffd")
    damage = f", {wrong} damaged characters replaced" if wrong else ""
    return PageText(text, f"decoded from {name} ({why}){damage}")
