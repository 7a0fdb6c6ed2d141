"""The words of marked-up copy: paragraphs, and where in them marked words stand."""

from __future__ import annotations

from typing import Any, NamedTuple

from sayso import Span
from sayso_plugins.readers.wire_xml.safe import entity, local

#: Elements that begin and end a paragraph, by their local names.
BLOCKS = frozenset(
    """
    p hl1 hl2 lede note table caption thead tbody tfoot tr td th ul ol dl li dt dd block bq bq-source h1 h2 h3 h4 h5 h6
    div section article blockquote pre media media-caption figure figcaption fn hr nitf-table content abstract credit
    byline dateline hedline body body.content main header footer
    """.split()
)
#: Elements whose content nobody reads as words: programs, pictures in letters, and who made them.
UNREAD = frozenset(
    """
    script style template svg iframe object head media-object media-producer media-metadata nitf-table-metadata
    """.split()
)
#: Elements whose places are told.
MARKED = frozenset({"q", "person", "org", "a"})
OPENING, CLOSING = "“", "”"
MARKS = frozenset("\"“”„«»‘’'‹›「」『』")


class Prose(NamedTuple):
    """The words of an element.

    Attributes:
        text: Paragraphs with an empty line between them; white space folded, line breaks kept.
        marks: Elements that are marked in it, each with its place, in the order in which they end.
    """

    text: str
    marks: tuple[tuple[Any, Span], ...]


def prose(element: Any) -> Prose:
    """What an element says, comments and programs left out.

    Quoted words (`q`) that stand in no quotation marks are put in some, as a browser does.

    Raises:
        ReadError: ``entities`` with the line of one that no standard names.
    """
    writer = _Writer()
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        one, left = stack.pop()
        if not isinstance(one.tag, str):
            writer.words(entity(one))
            writer.words(one.tail)
            continue
        if not left:
            stack.append((one, True))
            if local(one) in UNREAD:
                continue
            writer.open(one)
            stack.extend((child, False) for child in reversed(one))
            continue
        if local(one) not in UNREAD:
            writer.close(one)
        if one is not element:
            writer.words(one.tail)
    return Prose("".join(writer.out), tuple(writer.marks))


class _Writer:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.marks: list[tuple[Any, Span]] = []
        self._length = 0
        #: What comes before the next word: 0 nothing, 1 a blank, 2 a line end, 3 a new paragraph.
        self._gap = 0
        self._last = ""
        self._pre = 0
        #: Marked elements that are open, with where their first word stands once there is one.
        self._open: list[tuple[Any, int | None, bool]] = []

    def open(self, element: Any) -> None:
        name = local(element)
        if name in BLOCKS:
            self._gap = 3
            self._pre += name == "pre"
        elif name == "br":
            self._gap = max(self._gap, 2)
        if name in MARKED:
            text = next((t for t in element.itertext() if t.strip()), "").lstrip()
            bare = name == "q" and bool(text) and text[0] not in MARKS and (self._gap > 0 or self._last not in MARKS)
            if bare:
                self._put(OPENING)
            self._open.append((element, None, bare))
        self.words(element.text)

    def close(self, element: Any) -> None:
        name = local(element)
        if name in MARKED:
            _, start, bare = self._open.pop()
            if start is not None:
                self.marks.append((element, Span(start, self._length)))
            if bare:
                gap, self._gap = self._gap, 0
                self._put(CLOSING)
                self._gap = gap
        if name in BLOCKS:
            self._gap = 3
            self._pre -= name == "pre"

    def words(self, given: str | None) -> None:
        """Text between tags; in preformatted copy its lines are kept."""
        if not given:
            return
        if not self._pre:
            self._folded(given)
            return
        for number, line in enumerate(given.split("\n")):
            if number:
                self._gap = max(self._gap, 2)
            self._folded(line)

    def _folded(self, given: str) -> None:
        found = given.split()
        if given[:1].isspace():
            self._gap = max(self._gap, 1)
        if found:
            self._put(" ".join(found))
            self._gap = 1 if given[-1].isspace() else 0

    def _put(self, text: str) -> None:
        gap = ("", " ", "\n", "\n\n")[self._gap] if self._length else ""
        start = self._length + len(gap)
        if self._open and self._open[-1][1] is None:
            self._open = [(one, start if at is None else at, bare) for one, at, bare in self._open]
        self.out += (gap, text)
        self._length = start + len(text)
        self._gap, self._last = 0, text[-1]
