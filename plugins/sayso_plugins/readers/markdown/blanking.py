"""Markup made blank: the text keeps its length and its lines, so that every offset is one of the file."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso_plugins.readers.markdown.inline import Inline
from sayso_plugins.readers.markdown.lines import read_lines

#: Front matter, comments, short codes and scripts may hold anything, empty lines too. What opens, and what closes it.
OPENERS = re.compile(
    r"<!--|\{\{|\{%|<(?=(?:script|style|iframe|svg|textarea)[\s>])|\{#(?=\s)|^[ ]{0,3}(?:`{3,}|~{3,})",
    re.IGNORECASE | re.MULTILINE,
)
CLOSERS = {"<!--": "-->", "{{": "}}", "{%": "%}", "{#": "#}"}
RAW = re.compile(r"<(script|style|iframe|svg|textarea)", re.IGNORECASE)
#: Blocks of short codes that hold code, by their names.
CODE_BLOCKS = re.compile(r"\{(?:%|\{[<%])-?\s*(highlight|raw|mermaid|verbatim|code)\b")
NO_BREAK = re.compile(r"[^\n\r]")


class Blanked(NamedTuple):
    """A text without its markup.

    Attributes:
        text: As long as what it was made of.
        links: Words and target of each link, in order.
        headings: Start and end of the words of each heading.
    """

    text: str
    links: list[tuple[str, str]]
    headings: list[tuple[int, int]]


def blanked(source: str, start: int) -> Blanked:
    """The text of a file, blank up to `start` and wherever it is markup or code."""
    canvas = Canvas(source)
    canvas.blank(0, start)
    _openers(canvas, start)
    lines = read_lines(canvas, start)
    inline = Inline(canvas, lines.definitions)
    for begin, end in lines.regions:
        inline.read(begin, end)
    return Blanked(canvas.text(), inline.links, lines.headings)


class Canvas:
    """A text that can be blanked piece by piece; `source` stays what it was."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._text: str | None = source
        self._chars: list[str] = list(source)

    def blank(self, start: int, end: int) -> None:
        """White out a stretch; line ends stay."""
        if end > start:
            self._chars[start:end] = NO_BREAK.sub(" ", self.source[start:end])
            self._text = None

    def put(self, start: int, end: int, words: str) -> None:
        """Write over a stretch with words that are not longer, and blanks behind them."""
        self._chars[start:end] = words.ljust(end - start)
        self._text = None

    def stretch(self, start: int, end: int) -> list[str]:
        """The characters of a stretch as they are now."""
        return self._chars[start:end]

    def text(self) -> str:
        """What there is now."""
        if self._text is None:
            self._text = "".join(self._chars)
        return self._text


def _openers(canvas: Canvas, start: int) -> None:
    """White out what may run over empty lines; what never closes is left as it stands, but for code."""
    text = canvas.source
    absent: set[str] = set()
    at = start
    while opened := OPENERS.search(text, at):
        mark = opened.group()
        if mark.lstrip(" ").startswith(("`", "~")):
            at = _fence(canvas, opened)
            continue
        at = opened.end()
        if mark == "<":
            raw = RAW.match(text, opened.start())
            close = f"</{raw[1].lower()}" if raw else ""
            end = _find(text, close, at, absent, ">")
        else:
            close = CLOSERS[mark]
            block = CODE_BLOCKS.match(text, opened.start())
            end = _find(text, close, at, absent)
            if block and end > 0:
                end = _code_block_end(text, block[1], close, end, absent)
        if end > 0:
            canvas.blank(opened.start(), end)
            at = end


def _code_block_end(text: str, name: str, close: str, start: int, absent: set[str]) -> int:
    """Behind the short code that ends a block of code, or where its first one ends."""
    if name in absent:
        return start
    behind = re.compile(r"\{(?:%|\{[<%])-?\s*(?:/|end)\s*" + name).search(text, start)
    if behind is None:
        absent.add(name)
        return start
    return _find(text, close, behind.end(), absent) or start


def _find(text: str, close: str, start: int, absent: set[str], then: str = "") -> int:
    """Behind the next `close`, and the next `then` behind that; 0 where there is none, which is looked for once."""
    if close in absent:
        return 0
    found = text.find(close, start)
    if found < 0:
        absent.add(close)
        return 0
    end = text.find(then, found) + 1 if then else found + len(close)
    return end or len(text)


def _fence(canvas: Canvas, opened: re.Match[str]) -> int:
    """White out fenced code to its closing fence or the end, and say where to go on."""
    text = canvas.source
    fence = opened.group().strip(" ")
    line_end = text.find("\n", opened.end())
    if fence[0] == "`" and "`" in text[opened.end() : line_end if line_end >= 0 else len(text)]:
        return opened.end()  # a span of code within a line
    closing = re.compile(rf"^[ ]{{0,3}}{re.escape(fence)}{re.escape(fence[0])}*[ \t]*\r?$", re.MULTILINE)
    found = closing.search(text, line_end) if line_end >= 0 else None
    end = found.end() if found else len(text)
    canvas.blank(opened.start(), end)
    return end
