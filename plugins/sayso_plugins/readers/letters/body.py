"""The words of a letter out of its parts."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso_plugins.readers.letters.mime import DEEPEST, MOST_PARTS, Part, header, parameter, parsed, pieces
from sayso_plugins.readers.markup import shown

#: A plain version that has less of the words than this only says that there is another.
LEAST_SHARE = 0.3
SOFT = re.compile(r"(?<!\n--) \n(?!\n|>|--)")


class Body(NamedTuple):
    """What a letter holds.

    Attributes:
        text: The plain version, else the words of the HTML.
        links: Words and target of each link of the HTML.
        done: How the text came from the bytes.
        attached: Kinds of the parts that are not read.
        letters: The letters in it.
        left: Parts beyond the limits.
    """

    text: str
    links: tuple[tuple[str, str], ...]
    done: str
    attached: tuple[str, ...]
    letters: tuple[Part, ...]
    left: int


class _Found:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.done: list[str] = []
        self.attached: list[str] = []
        self.letters: list[Part] = []
        self.count = 0
        self.left = 0


def body_of(letter: Part) -> Body:
    """The text of a letter, what is attached to it and the letters in it."""
    found = _Found()
    _read(letter, found, letter.depth)
    text = "\n\n".join(one.strip() for one in found.texts if one.strip())
    done = "; ".join(dict.fromkeys(found.done))
    return Body(text, tuple(found.links), done, tuple(found.attached), tuple(found.letters), found.left)


def _read(part: Part, found: _Found, top: int) -> None:
    found.count += 1
    if found.count > MOST_PARTS or part.depth - top > DEEPEST:
        found.left += 1
        return
    major = part.kind.partition("/")[0]
    if part.kind in ("message/rfc822", "message/global"):
        # Its depth is that of a letter, so that what it holds is counted from here.
        found.letters.append(parsed(part.content(), part.depth + 1))
    elif major == "multipart":
        inner: list[Part] = []
        for piece in pieces(part):
            if found.count + len(inner) >= MOST_PARTS:
                found.left += 1
            else:
                inner.append(parsed(piece, part.depth + 1))
        if part.kind == "multipart/alternative":
            _choose(inner, found, top)
        elif inner:
            for one in inner:
                _read(one, found, top)
        else:
            _add(part._replace(kind="text/plain"), found)  # it names no boundary that occurs
    elif part.kind in ("text/plain", "text/html") and not part.is_attached:
        _add(part, found)
    else:
        found.attached.append(part.kind)


def _add(part: Part, found: _Found) -> None:
    words, charset = part.text()
    named = parameter(part.headers, "charset").lower()
    kind = "HTML" if part.kind == "text/html" else "plain text"
    note = f" (it says {named!r:.40})" if named and named != charset.lower() else ""
    found.done.append(f"{kind} decoded from {charset}{note}" + (", one paragraph a block" if kind == "HTML" else ""))
    if kind == "HTML":
        markup = shown(words)
        found.texts.append(markup.text)
        found.links += markup.links
    else:
        found.texts.append(_flowed(part, words))


def _flowed(part: Part, words: str) -> str:
    """Lines that were broken for the mail alone (RFC 3676) are whole again."""
    if parameter(part.headers, "format").lower() != "flowed":
        return words
    return SOFT.sub("" if parameter(part.headers, "delsp").lower() == "yes" else " ", words)


def _choose(inner: list[Part], found: _Found, top: int) -> None:
    """Of versions of the same the plain one, unless it only says that there is another; links of either."""
    versions = []
    for one in inner[:20]:
        own = _Found()
        own.count = found.count
        _read(one, own, top)
        found.count = own.count
        found.left += own.left
        found.letters += own.letters
        found.attached += own.attached
        versions.append(own)
    found.left += len(inner[20:])
    spoken = [one for one in versions if any(text.strip() for text in one.texts)]
    if not spoken:
        return
    longest = max(_words(one) for one in spoken)
    chosen = next(one for one in spoken if _words(one) >= LEAST_SHARE * longest)
    found.texts += chosen.texts
    found.done += chosen.done
    found.links += next((one.links for one in spoken if one.links), [])


def _words(one: _Found) -> int:
    return sum(len(text.split()) for text in one.texts)


def is_letter_with_headers(part: Part) -> bool:
    """Whether a part has a header that every letter has one of."""
    return any(header(part.headers, name) for name in ("From", "Subject", "Date", "Message-ID", "To"))
