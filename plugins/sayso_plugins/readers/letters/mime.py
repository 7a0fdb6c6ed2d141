"""The parts of a letter (MIME), found in one pass over each level and never deeper than a limit.

The standard library reads headers here. Its own parser of bodies asks every line for every open boundary: a letter of
some kilobytes can keep it busy for minutes.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from typing import NamedTuple

#: Bytes of headers that are read, and characters of one; levels of parts, and parts.
MOST_HEADERS, LONGEST, DEEPEST, MOST_PARTS = 262_144, 8_000, 15, 1_000
#: Characters of a header that says how a part is built.
LONGEST_KIND = 2_000
BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n")
ALPHABET = re.compile(rb"[^A-Za-z0-9+/]")
#: Codecs that are none of texts, and one that takes the square of a text's length.
NO_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})


class Part(NamedTuple):
    """A part of a letter.

    Attributes:
        headers: Its headers alone.
        kind: Its media type, in small letters.
        body: What follows the headers, as sent; a view, since parts that lie in parts would hold it many times.
        depth: In how many parts it lies.
    """

    headers: Message
    kind: str
    body: memoryview
    depth: int

    @property
    def is_attached(self) -> bool:
        """Whether it is meant to be saved and not to be shown."""
        return _first_word(self.headers, "Content-Disposition") == "attachment"

    def content(self) -> bytes | memoryview:
        """The body with its transfer encoding undone; what is wrongly encoded, as far as it goes."""
        encoding = _first_word(self.headers, "Content-Transfer-Encoding")
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        if encoding == "base64":
            clean = ALPHABET.sub(b"", bytes(self.body))
            clean = clean[: len(clean) - (len(clean) % 4 == 1)]
            return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
        return self.body

    def text(self) -> tuple[str, str]:
        """The words of a text part, line ends made one, and the charset they were read in."""
        data = bytes(self.content())
        named = parameter(self.headers, "charset") or "utf-8"
        for charset in (named, "utf-8", "cp1252", "latin-1"):
            if is_charset(charset):
                try:
                    words = data.decode(charset)
                except (UnicodeError, ValueError):
                    continue
                return words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"), charset
        raise AssertionError("latin-1 reads all bytes")


def parsed(data: bytes | memoryview, depth: int = 0) -> Part:
    """A letter, or a part of one: headers to the first empty line, and what follows."""
    view = memoryview(data)
    top = bytes(view[:MOST_HEADERS])
    blank = BLANK.search(top)
    head, body = (top[: blank.start()], view[blank.end() :]) if blank else (top, view[len(top) :])
    headers = BytesHeaderParser(policy=compat32).parsebytes(head + b"\n\n")
    kind = _first_word(headers, "Content-Type")
    if kind.count("/") != 1:
        kind = "text/plain"  # RFC 2045, 5.2
    return Part(headers, kind, body, depth)


def pieces(part: Part) -> Iterator[memoryview]:
    """The parts of a multipart as sent; none where it names no boundary, or where the boundary does not occur."""
    boundary = parameter(part.headers, "boundary").encode("latin-1", "replace")
    if not boundary:
        return
    # It begins with plain letters, so that the search runs over what has none of them.
    mark = re.compile(rb"\n--%s(--)?[ \t]*\r?(?=\n|\Z)" % re.escape(boundary))
    body, start = part.body, -1
    if bytes(body[: len(boundary) + 2]) == b"--" + boundary:
        line = bytes(body[len(boundary) + 2 : len(boundary) + 80]).partition(b"\n")[0]
        if not line.strip():
            start = len(boundary) + 3 + len(line)
    for found in mark.finditer(body, max(0, start - 1)):
        if start >= 0:
            yield body[start : max(start, found.start())]
        start = found.end() + 1
        if found[1]:
            return
    if 0 <= start <= len(body):
        yield body[start:]  # cut off before its end


def is_charset(name: str) -> bool:
    """Whether texts are decoded by this name."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return found.name not in NO_CHARSETS and getattr(found, "_is_text_encoding", True)


def header(headers: Message, name: str) -> str:
    """A header in words, encoded words decoded and white space folded; empty where there is none."""
    return next(iter(all_of(headers, name)), "")


def all_of(headers: Message, name: str) -> list[str]:
    """A header that may stand several times."""
    found = []
    for given in (headers.get_all(name) or [])[:20]:
        written = str(given)[:LONGEST]
        try:
            words = str(make_header(decode_header(written)))
        except (UnicodeError, LookupError, ValueError):
            words = written
        words = " ".join(words.encode("utf-8", "replace").decode("utf-8").replace("\0", "").split())
        if words:
            found.append(words)
    return found


def parameter(headers: Message, name: str) -> str:
    """A parameter of the content type, such as ``boundary``; empty where there is none."""
    given = headers.get("Content-Type")
    if given is None or len(str(given)) > LONGEST_KIND:
        return ""
    try:
        found = headers.get_param(name)
    except (UnicodeError, LookupError, ValueError):
        return ""
    if isinstance(found, tuple):  # RFC 2231: charset, language and the value
        return found[2]
    return str(found).strip() if found else ""


def _first_word(headers: Message, name: str) -> str:
    return str(headers.get(name) or "")[:LONGEST_KIND].partition(";")[0].strip().lower()
