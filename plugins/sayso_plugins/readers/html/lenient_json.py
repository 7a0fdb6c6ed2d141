"""JSON as it stands in pages: mostly valid, often not quite.

What is valid is read as it is. What is not is read with the repairs that leave no doubt about what was meant: comments
and CDATA marks around it, commas too many or too few, line breaks, quotation marks and wrong escapes in texts, several
values in a row, an end that is cut off. A JSON Pointer into a repaired text counts in what the repair gives; several
values in a row count as a list of them.
"""

from __future__ import annotations

import json
from html import unescape
from typing import Any

from sayso import Pattern

#: Deeper than this, nothing is looked for.
DEEPEST = 60
WRAPPING = Pattern(r"(?:\s|<!--|-->|//|/\*|\*/|<!\[CDATA\[)+")
NUMBER = Pattern(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
BARE = Pattern(r"[\w$.+-]+")
BLANK = Pattern(r"\s*")
BRACE = Pattern(r"[{\[]")
#: What follows a comma and is neither in quotation marks nor a number: a literal, or a key.
NEXT = Pattern(r"(?:true|false|null)\b|[\w$-]{1,60}\s{0,20}:")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LITERALS = {"true": True, "false": False}


class Unreadable(ValueError):
    """Not even with repairs is there a value."""


def load(text: str) -> Any:
    """The value of a JSON text, repaired where it needs to be.

    Raises:
        Unreadable: If there is none.
    """
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except ValueError:
        pass
    bare = _unwrapped(text)
    if "&quot;" in bare and '"' not in bare:
        bare = unescape(bare)
    try:
        return json.loads(bare, strict=False)
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except ValueError:
        return _Repair(bare).all()


def _unwrapped(text: str) -> str:
    """Without the marks around it; a run of them is taken off once at each end."""
    head = WRAPPING.compiled.match(text)
    start = head.end() if head else 0
    end = len(text)
    while end > start:
        before = end
        end = len(text[start:end].rstrip()) + start
        for mark in ("-->", "//", "/*", "*/", "]]>", ";", "<!--"):
            if text.endswith(mark, start, end):
                end -= len(mark)
        if end == before:
            break
    return text[start:end]


class _Repair:
    """One pass over a text, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.escaped = "\\u" in text
        self.last_comment = text.rfind("*/") - 2

    def all(self) -> Any:
        found = []
        while True:
            self._blank()
            while self._peek() in (",", ";", "}", "]", ")"):
                self.at += 1
                self._blank()
            if self.at >= len(self.text):
                break
            if self._peek() not in ("{", "["):
                # Words around it, such as an assignment: what counts begins at the next brace.
                brace = BRACE.compiled.search(self.text, self.at)
                if brace is None:
                    break
                self.at = brace.start()
            found.append(self._value(0))
        if not found:
            raise Unreadable("no JSON")
        return found[0] if len(found) == 1 else found

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _blank(self) -> None:
        """Go past blanks and comments; a comment that does not end is none."""
        text = self.text
        while True:
            match = BLANK.compiled.match(text, self.at)
            at = match.end() if match else self.at
            if text.startswith(("<!--", "-->"), at):
                at += 4 if text[at] == "<" else 3
            elif text.startswith("//", at):
                end = text.find("\n", at)
                at = len(text) if end < 0 else end
            elif text.startswith("/*", at) and at <= self.last_comment:
                at = text.index("*/", at + 2) + 2
            else:
                self.at = at
                return
            self.at = at

    def _value(self, depth: int) -> Any:
        if depth > DEEPEST:
            raise Unreadable("nested too deeply")
        self._blank()
        mark = self._peek()
        if mark == "{":
            return self._object(depth)
        if mark == "[":
            return self._list(depth)
        if mark in ('"', "'"):
            return self._string(mark)
        number = NUMBER.compiled.match(self.text, self.at)
        if number:
            self.at = number.end()
            return float(number[0]) if any(c in number[0] for c in ".eE") else number[0] and _whole(number[0])
        word = BARE.compiled.match(self.text, self.at)
        if word:
            self.at = word.end()
            return LITERALS.get(word[0])
        self.at += 1
        return None

    def _list(self, depth: int) -> list[Any]:
        self.at += 1
        made: list[Any] = []
        while self.at < len(self.text):
            self._blank()
            mark = self._peek()
            if mark in ("]", "}", ""):
                self.at += mark == "]"
                break
            if mark in (",", ";", ":"):
                self.at += 1
                continue
            made.append(self._value(depth + 1))
        return made

    def _object(self, depth: int) -> dict[str, Any]:
        self.at += 1
        made: dict[str, Any] = {}
        while self.at < len(self.text):
            self._blank()
            mark = self._peek()
            if mark in ("}", "]", ""):
                self.at += mark == "}"
                break
            if mark in ('"', "'"):
                key = self._string(mark, key=True)
            else:
                word = BARE.compiled.match(self.text, self.at)
                if word is None:
                    self.at += 1
                    continue
                key, self.at = word[0], word.end()
            self._blank()
            if self._peek() == ":":
                self.at += 1
                value = self._value(depth + 1)
                made.setdefault(key, value)
        return made

    def _string(self, quote: str, key: bool = False) -> str:
        parts: list[str] = []
        text = self.text
        at = start = self.at + 1
        size = len(text)
        while at < size:
            character = text[at]
            if character == "\\":
                parts.append(text[start:at])
                following = text[at + 1 : at + 2]
                if following == "u" and (digits := text[at + 2 : at + 6]) and _is_hex(digits):
                    parts.append(chr(int(digits, 16)))
                    at += 6
                else:
                    parts.append(ESCAPES.get(following, following))
                    at += 2
                start = at
                continue
            if character == quote and self._closes(at + 1, key):
                break
            at += 1
        parts.append(text[start:at])
        self.at = at + 1
        joined = "".join(parts)
        # Halves of a surrogate pair that belong together are one character; a lone half is none.
        return joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if self.escaped else joined

    def _closes(self, at: int, key: bool) -> bool:
        """Whether the text goes on behind a quotation mark as it does behind the end of a string."""
        text, size = self.text, len(self.text)
        while at < size and text[at].isspace():
            at += 1
        if at >= size:
            return True
        if key:
            return text[at] == ":"
        if text[at] in "}]":
            return True
        if text[at] == "/" and text[at : at + 2] in ("//", "/*"):
            return True
        if text[at] == '"':  # a comma is lacking, if what follows is a key
            colon = text.find('"', at + 1, at + 80)
            return colon > 0 and text[colon + 1 : colon + 4].lstrip()[:1] == ":"
        if text[at] != ",":
            return False
        at += 1
        while at < size and text[at].isspace():
            at += 1
        return at >= size or text[at] in "\"'{[}]-/0123456789," or NEXT.match(text, at) is not None


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) < 100 else None


def _is_hex(digits: str) -> bool:
    return len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits)
