"""A piece of HTML, as feeds, wire formats and letters carry it, as text: one paragraph a block, with its links.

It is read in one pass, in a time that grows with its length and no faster: Python's own reader of HTML takes minutes
for some pieces of a few hundred kilobytes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

#: Elements that begin and end a paragraph, and those of whose content a reader sees no words.
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul
    """.split()
)
UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "head", "textarea", "select"})
#: Elements whose content is no markup, up to their own end tag.
RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "xmp"})
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
#: Elements whose places are told, to what they are.
MARKED = {**dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"), "blockquote": "quote", "pre": "code"}

#: What makes of "<" more than a sign, such as the one of "<3" or "<!'".
OPENING = re.compile(r"[A-Za-z/?]|!(?:[A-Za-z\[>-]|\Z)")
#: A tag without attributes, as most are.
BARE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})>")
NAME = re.compile(r"[A-Za-z][^\s/>]*")
ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=\"'][^\s/>=]*)(?:\s*=\s*)?")
JUNK = re.compile(r"[\s/\"'=]+")
UNQUOTED = re.compile(r"[^\s>]*")
#: A reference to a character that there is none of; Python refuses to make a number of so many digits.
ABSURD = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9A-Fa-f]{9,});?")
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
#: Characters that letters are padded with and that nobody sees.
INVISIBLE = dict.fromkeys([0x34F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


class Mark(NamedTuple):
    """A stretch of the text that is a ``heading``, ``quote``, ``code`` or ``link``."""

    kind: str
    start: int
    end: int


class Markup(NamedTuple):
    """What a piece of HTML shows.

    Attributes:
        text: Paragraphs with an empty line between them; white space folded, line breaks kept.
        links: Words and target of each link.
        marks: Where links, headings, block quotations and preformatted pieces stand in the text.
    """

    text: str
    links: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...] = ()


class Tag(NamedTuple):
    """A tag with its attributes; an attribute that stands twice has its first value."""

    name: str
    attributes: dict[str, str]
    closes: bool


def shown(markup: str) -> Markup:
    """The text and the links of a piece of HTML; of a plain text, the text, its line ends kept."""
    if "<" not in markup and "&" not in markup:
        return Markup(markup.strip(), ())
    writer = _Writer()
    for piece in pieces(markup):
        if isinstance(piece, str):
            writer.words(piece)
        elif piece.closes:
            writer.close(piece.name)
        else:
            writer.open(piece)
    return writer.finished()


def pieces(markup: str) -> Iterator[str | Tag]:
    """Texts and tags in their order. Comments and declarations are left out; whatever is broken ends somewhere."""
    scanner = _Scanner(markup)
    simple: dict[str, Tag] = {}
    at = 0
    while True:
        opened = markup.find("<", at)
        if opened < 0 or opened + 1 >= len(markup):
            break
        if not OPENING.match(markup, opened + 1):
            following = markup.find("<", opened + 1)
            following = len(markup) if following < 0 else following
            yield unescaped(markup[at:following])
            at = following
            continue
        if opened > at:
            yield unescaped(markup[at:opened])
        bare = BARE.match(markup, opened)
        if bare is not None:
            tag, at = simple.get(bare.group()), bare.end()
            if tag is None:
                tag = simple[bare.group()] = Tag(bare[2].lower(), {}, bool(bare[1]))
        else:
            tag, at = scanner.tag(opened)
        if tag is None:
            continue
        yield tag
        if tag.name in RAW and not tag.closes:
            at = scanner.raw_end(tag.name, at)
    if at < len(markup):
        yield unescaped(markup[at:])


def unescaped(words: str) -> str:
    """A text with its character references resolved."""
    return html.unescape(ABSURD.sub("\ufffd", words)) if "&" in words else words


class _Scanner:
    """Finds ends. What was once looked for in vain is not looked for again."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._absent: set[str] = set()

    def _find(self, words: str, start: int) -> int:
        """Where `words` next begin; -1 where they do not."""
        if words in self._absent:
            return -1
        found = self._markup.find(words, start)
        if found < 0:
            self._absent.add(words)
        return found

    def _behind(self, words: str, start: int) -> int:
        found = self._find(words, start)
        return len(self._markup) if found < 0 else found + len(words)

    def tag(self, start: int) -> tuple[Tag | None, int]:
        """The tag that begins at `start`, or None for a comment or declaration; and where to go on."""
        markup = self._markup
        if markup.startswith("<!--", start):
            return None, self._behind("-->", start + 2)
        closes = markup.startswith("</", start)
        name = NAME.match(markup, start + 2 if closes else start + 1)
        if name is None:
            return None, self._behind(">", start + 1)
        attributes, end = self._attributes(name.end())
        return Tag(name.group().lower(), attributes, closes), end

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        markup, found = self._markup, dict[str, str]()
        while at < len(markup):
            if markup[at] == ">":
                return found, at + 1
            match = ATTRIBUTE.match(markup, at)
            if match is None:
                junk = JUNK.match(markup, at)
                at = junk.end() if junk else at + 1
                continue
            at, value = match.end(), ""
            if match.group().rstrip().endswith("="):
                value, at = self._value(at)
            found.setdefault(match[1].lower(), unescaped(value))
        return found, at

    def _value(self, at: int) -> tuple[str, int]:
        mark = self._markup[at : at + 1]
        if mark in ('"', "'") and mark:
            end = self._find(mark, at + 1)
            if end >= 0:
                return self._markup[at + 1 : end], end + 1
        match = UNQUOTED.match(self._markup, at)
        return (match.group(), match.end()) if match else ("", at)

    def raw_end(self, name: str, start: int) -> int:
        """Where the end tag of an element begins whose content is no markup."""
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._markup, start)
        return match.start() if match else len(self._markup)


class _Writer:
    """Writes words down with the white space between them folded, and keeps where things begin and end."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._length = 0
        #: What comes before the next word: 0 nothing, 1 a blank, 2 a line end, 3 a new paragraph.
        self._gap = 0
        self._hidden: list[str] = []
        self._preformatted = 0
        self._link: tuple[str, int] | None = None
        self._open: dict[str, list[int]] = {}
        self._found: list[tuple[str, int]] = []
        self._marks: list[Mark] = []

    def words(self, given: str) -> None:
        """Text between tags."""
        if self._hidden:
            return
        if self._preformatted:
            for number, line in enumerate(given.splitlines()):
                if number:
                    self._gap = max(self._gap, 2)
                self._folded(line)
            return
        self._folded(given)

    def _folded(self, given: str) -> None:
        words = given.translate(INVISIBLE).split()
        if not words:
            if given:
                self._gap = max(self._gap, 1)
            return
        self._put(" ".join(words), given[0].isspace())
        if given[-1].isspace():
            self._gap = 1

    def _put(self, words: str, apart: bool) -> None:
        gap = ("", " ", "\n", "\n\n")[max(self._gap, 1 if apart else 0)] if self._length else ""
        self._out += (gap, words)
        self._length += len(gap) + len(words)
        self._gap = 0

    def _begin(self) -> int:
        """Where the next word will stand."""
        return self._length + ((0, 1, 1, 2)[self._gap] if self._length else 0)

    def open(self, tag: Tag) -> None:
        """A start tag."""
        name = tag.name
        if name == "body" and self._hidden[:1] == ["head"]:
            self._hidden.clear()  # whose own end tag may be left out
        if self._hidden:
            if name == self._hidden[0]:
                self._hidden.append(name)
            return
        if name not in VOID and (name in UNREAD or _hides(tag)):
            self._hidden.append(name)
        elif name == "br":
            self._gap = 3 if self._gap >= 2 else 2
        elif name in BLOCKS:
            self._gap = 3
            self._preformatted += name == "pre"
            if name in MARKED:
                self._open.setdefault(name, []).append(self._begin())
        elif name == "a":
            self._end_link()
            target = tag.attributes.get("href", "").strip()
            self._link = (target, self._begin()) if target else None
        elif name == "q":
            self._put("“", False)

    def close(self, name: str) -> None:
        """An end tag."""
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.pop()
        elif name in BLOCKS:
            self._gap = 3
            if name == "pre":
                self._preformatted = max(0, self._preformatted - 1)
            if self._open.get(name):
                self._mark(MARKED[name], self._open[name].pop())
        elif name == "a":
            self._end_link()
        elif name == "q" and self._length:
            self._gap = 0
            self._put("”", False)

    def _mark(self, kind: str, start: int) -> bool:
        if start < self._length:
            self._marks.append(Mark(kind, start, self._length))
        return start < self._length

    def _end_link(self) -> None:
        if self._link is not None and self._mark("link", self._link[1]):
            self._found.append((self._link[0], len(self._marks) - 1))
        self._link = None

    def finished(self) -> Markup:
        """All of it."""
        self._end_link()
        text = "".join(self._out)
        marks = tuple(self._moved(mark, text) for mark in self._marks)
        links = []
        for target, number in self._found:
            _, start, end = marks[number]
            links.append((" ".join(text[start:end].split()), target))
        return Markup(text, tuple(links), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))

    @staticmethod
    def _moved(mark: Mark, text: str) -> Mark:
        """A mark without the white space that was written before its first word after all."""
        start = mark.start
        while start < mark.end - 1 and text[start].isspace():
            start += 1
        return mark._replace(start=start)


def _hides(tag: Tag) -> bool:
    return "hidden" in tag.attributes or bool(HIDING.search(tag.attributes.get("style", "").lower()))
