"""From the markup of a release to its blocks: paragraphs with the class of their element."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

#: Elements that begin and end a block. Pages leave out most end tags and use ``<BR>`` between paragraphs.
BREAKS = frozenset({"p", "br", "hr", "div", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3", "body"})
#: Elements whose words nobody reads.
SILENT = frozenset({"script", "style", "title", "select", "noscript"})
#: The most blocks of a page; a release has a few dozen.
MOST = 5_000
NARROW = {0xAD: None, 0x200B: None, 0x00A0: " "}


class Block(NamedTuple):
    """A paragraph of a page.

    Attributes:
        kind: The class of the last element that had one, in small letters; empty before the first.
        text: Its words, white space made one.
        in_menu: Whether it is nothing but links.
    """

    kind: str
    text: str
    in_menu: bool


class Page(HTMLParser):
    """Collects the blocks of a page. It never raises, whatever the markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._kind = ""
        self._words: list[str] = []
        self._plain = False
        self._link = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a link, or what is not read."""
        if tag in BREAKS:
            self._end_block()
            # A line break goes on with the paragraph that it breaks.
            self._kind = self._kind if tag == "br" else (dict(attrs).get("class") or "").lower()
        elif tag in SILENT:
            self._silent += 1
        elif tag == "a":
            self._link = True

    def handle_endtag(self, tag: str) -> None:
        """End what is open."""
        if tag in BREAKS:
            self._end_block()
        elif tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a":
            self._link = False

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._silent or not data:
            return
        self._words.append(data)
        if not self._link and data.strip():
            self._plain = True

    def _end_block(self) -> None:
        text = " ".join("".join(self._words).translate(NARROW).replace("\0", "").split())
        if text and len(self.blocks) < MOST:
            self.blocks.append(Block(self._kind, text, not self._plain))
        self._words, self._plain = [], False

    def close(self) -> None:
        """Take what the page ends with."""
        super().close()
        self._end_block()


def blocks(markup: str) -> list[Block]:
    """The blocks of a page, without menus."""
    page = Page()
    page.feed(markup)
    page.close()
    return [block for block in page.blocks if not block.in_menu]
