"""Lines and columns of offsets, built only when something has to be shown."""

from __future__ import annotations

import re
from bisect import bisect_right

#: A line ends at LF, CRLF or a lone CR, as editors count them.
LINE_END = re.compile(r"\r\n|\n|\r")
#: The same of most texts, which is found many times as quickly.
LINE_FEED = re.compile(r"\n")


class Lines:
    """The line table of one text. Lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = LINE_END if "\r" in text else LINE_FEED
        self._starts = [0, *[match.end() for match in ends.finditer(text)]]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> tuple[int, str]:
        """The start of a line and its text, without the line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return start, self._text[start:end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int | None:
        """The offset of a place, that behind the last character of a line included; None where there is none."""
        if not 0 < line <= len(self._starts) or column < 1:
            return None
        start, words = self.line(line)
        return start + column - 1 if column <= len(words) + 1 else None
