"""A piece of HTML, as feeds, wire formats and letters carry it, as text: one paragraph a block, with its links."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

#: Elements that begin and end a paragraph, and those of whose content a reader sees no words.
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul
    """.split()
)
UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "head"})
BREAKS = frozenset({"br", "wbr"})


class Markup(NamedTuple):
    """What a piece of HTML shows.

    Attributes:
        text: Paragraphs with an empty line between them; white space folded.
        links: Words and target of each link.
    """

    text: str
    links: tuple[tuple[str, str], ...]


def shown(markup: str) -> Markup:
    """The text and the links of a piece of HTML; of a plain text, the text, its line ends kept."""
    if "<" not in markup and "&" not in markup:
        return Markup(markup.strip(), ())
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    parts = (" ".join("".join(part).split()) for part in reader.parts)
    return Markup("\n\n".join(part for part in parts if part), tuple(reader.links))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[list[str]] = [[]]
        self.links: list[tuple[str, str]] = []
        self._unread = 0
        self._target: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self._unread += 1
        elif tag in BLOCKS:
            self.parts.append([])
        elif tag in BREAKS:
            self.parts[-1].append(" ")
        elif tag == "a":
            self._end_link()
            self._target = next((value for name, value in attrs if name == "href" and value), None)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in BLOCKS:
            self.parts.append([])
        elif tag == "a":
            self._end_link()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts[-1].append(data)
            if self._target is not None:
                self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end_link()

    def _end_link(self) -> None:
        words = " ".join("".join(self._words).split())
        if self._target is not None and words:
            self.links.append((words, self._target))
        self._target = None
        self._words = []
