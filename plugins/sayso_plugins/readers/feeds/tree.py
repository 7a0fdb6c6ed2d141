"""A feed as a tree: by the parser that Python brings, which asks for nothing, with the place of every element."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from sayso import ReadError

#: Elements of a feed, and levels in it.
MOST, DEEPEST = 600_000, 200
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
#: Parts of the addresses of namespaces to the prefixes that are usual for them; all others of a feed's own are none.
KNOWN = {
    "purl.org/dc/elements": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/content": "content",
    "itunes.com/dtds/podcast": "itunes",
    "search.yahoo.com/mrss": "media",
    "w3.org/1999/xhtml": "xhtml",
    "w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "feedburner.com/": "feedburner",
    "rssnamespace.org/feedburner": "feedburner",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "w3.org/xml/1998/namespace": "xml",
    "purl.org/rss/1.0/modules": "?",
    "purl.org/rss/1.0": "",
    "backend.userland.com": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "my.netscape.com": "",
    "channel.netscape.com": "",
    "purl.org/net/rss1.1": "",
}


class NotWellFormed(Exception):
    """It is no well-formed XML."""


class Node:
    """An element.

    Attributes:
        name: Its name with the usual prefix of its namespace, such as ``dc:creator``; without one in a feed's own.
        local: Its name without a prefix.
        pieces: Texts and elements in it, in order.
    """

    __slots__ = ("__dict__", "attributes", "local", "name", "parent", "pieces")

    def __init__(self, name: str, local: str, parent: Node | None, attributes: dict[str, str]) -> None:
        self.name = name
        self.local = local
        self.parent = parent
        self.attributes = attributes
        self.pieces: list[str | Node] = []

    @property
    def children(self) -> Iterator[Node]:
        """The elements in it."""
        return (one for one in self.pieces if isinstance(one, Node))

    def of(self, *names: str) -> list[Node]:
        """Its child elements of the first of these names that it has any of."""
        for name in names:
            found = self._by_name.get(name)
            if found:
                return found
        return []

    @cached_property
    def _by_name(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for child in self.children:
            found.setdefault(child.name, []).append(child)
        return found

    @cached_property
    def _numbers(self) -> dict[int, tuple[int, bool]]:
        """Of each child its number among those of its local name, and whether it is the only one."""
        counts: dict[str, int] = {}
        numbers = []
        for child in self.children:
            counts[child.local] = counts.get(child.local, 0) + 1
            numbers.append((child, counts[child.local]))
        return {id(child): (number, counts[child.local] == 1) for child, number in numbers}

    @property
    def text(self) -> str:
        """All words in it, tags left out."""
        found: list[str] = []
        stack: list[str | Node] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                found.append(one)
            else:
                stack.extend(reversed(one.pieces))
        return "".join(found)

    @property
    def markup(self) -> str:
        """What is in it as markup; of a text without elements, the text."""
        if not any(True for _ in self.children):
            return self.text
        found: list[str] = []
        stack: list[str | Node | tuple[str]] = [*reversed(self.pieces)]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                found.append(html.escape(one, quote=False))
            elif isinstance(one, tuple):
                found.append(f"</{one[0]}>")
            else:
                given = "".join(f' {key}="{html.escape(value)}"' for key, value in one.attributes.items())
                found.append(f"<{one.local}{given}>")
                stack.append((one.local,))
                stack.extend(reversed(one.pieces))
        return "".join(found)

    @property
    def path(self) -> str:
        """XPath by local names, with a number where its parent has several of the name."""
        steps = []
        node: Node | None = self
        while node is not None:
            number, only = node.parent._numbers[id(node)] if node.parent else (1, True)
            steps.append(node.local if only else f"{node.local}[{number}]")
            node = node.parent
        return "/" + "/".join(reversed(steps))

    def inherited(self, attribute: str) -> tuple[str, Node] | None:
        """The value of an attribute here or further up, and the element that has it; an empty one is none."""
        node: Node | None = self
        while node is not None:
            if attribute in node.attributes:
                return (node.attributes[attribute], node) if node.attributes[attribute] else None
            node = node.parent
        return None

    def address(self, given: str) -> str:
        """An address as it is from outside, by the bases that are given here and further up."""
        bases: list[str] = []
        node: Node | None = self
        while node is not None:
            if "xml:base" in node.attributes:
                bases.append(node.attributes["xml:base"])
            node = node.parent
        try:
            for base in (given, *bases)[1:]:
                given = urljoin(base, given)
        except ValueError:  # no address at all, as "http://[x"
            pass
        return given.strip()


def decoded(data: bytes, encoding: str | None) -> str:
    """The text of a feed, by its mark, by what was said of it, by its own declaration, else UTF-8, else cp1252."""
    mark = next(((one, name) for one, name in MARKS if data.startswith(one)), None)
    declared = DECLARED.search(data[:400])
    named = declared[1].decode("ascii", "replace") if declared else "utf-8"
    for name in (mark[1] if mark else None, encoding, named, "utf-8", "cp1252"):
        if name:
            try:
                return data.decode(name).removeprefix("\ufeff")
            except (UnicodeError, LookupError, ValueError):
                continue
    return data.decode("latin-1")


def parsed(text: str) -> Node:
    """The root of a feed.

    Raises:
        NotWellFormed: With the line.
        ReadError: ``entities`` where it declares any or has a DTD of its own, ``nesting`` and ``too-large``.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    builder = _Builder(parser)
    text = DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), text, count=1)
    try:
        parser.Parse(text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise NotWellFormed(f"line {error.lineno}: {expat.ErrorString(error.code)}") from None
    if builder.root is None:
        raise NotWellFormed("line 1: no element")
    return builder.root


class _Builder:
    def __init__(self, parser: Any) -> None:
        from xml.parsers import expat

        self.root: Node | None = None
        self._parser = parser
        self._open: list[Node] = []
        self._count = 0
        self._names: dict[str, tuple[str, str]] = {}
        self._own: str | None = None
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # So that names such as &nbsp; come here; nothing is asked for.
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.DefaultHandlerExpand = self.other
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity

    def doctype(self, *given: Any) -> None:
        if given[-1]:  # an internal subset
            self.entity()

    def entity(self, *_: object) -> None:
        where = f"line {self._parser.CurrentLineNumber}"
        raise ReadError(
            "entities", "it declares entities or a DTD of its own, which are not read; remove its DOCTYPE", where
        )

    def other(self, words: str) -> None:
        if words.startswith("&") and self._open:
            shown = html.unescape(words)
            if shown == words:
                raise NotWellFormed(f"line {self._parser.CurrentLineNumber}: undefined entity")
            self._open[-1].pieces.append(shown)

    def words(self, words: str) -> None:
        if self._open:
            self._open[-1].pieces.append(words)

    def start(self, name: str, given: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST:
            raise ReadError("too-large", f"it has more than {MOST:,} elements; split it")
        if len(self._open) >= DEEPEST:
            raise ReadError("nesting", f"more than {DEEPEST} levels of elements", self._line())
        usual, local = self._name(name)
        parent = self._open[-1] if self._open else None
        node = Node(usual, local, parent, {self._name(key)[0]: value for key, value in given.items()} if given else {})
        if parent is None:
            self.root = node
        else:
            parent.pieces.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def _line(self) -> str:
        return f"line {self._parser.CurrentLineNumber}"

    def _name(self, name: str) -> tuple[str, str]:
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = self._names[name] = (self._usual(space.lower(), local), local)
        return known

    def _usual(self, space: str, local: str) -> str:
        if self._own is None:
            self._own = space
        prefix = next((prefix for part, prefix in KNOWN.items() if part in space), "?")
        # The root of RSS 0.90 and 1.0 is of RDF's namespace, and nothing else of them is.
        if not space or prefix == "" or (space == self._own and prefix != "rdf"):
            return local
        return f"{prefix}:{local}"
