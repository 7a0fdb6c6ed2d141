"""A feed as a tree: by the parser that Python brings, which asks for nothing, with the place of every element."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import urljoin

from sayso import ReadError

#: Elements of a feed, and levels in it.
MOST, DEEPEST = 600_000, 200
#: Entities that a feed may declare, each for a short piece of text, and what they may come to in all of it.
MOST_ENTITIES, LONGEST_ENTITY, MOST_EXPANDED = 100, 200, 100_000
#: What holds the entries of a feed, if its root does not, and how many bytes are parsed at once.
HOLDING = frozenset({"channel", "items", "feed"})
CHUNK = 65_536
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
LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
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
    """The text of a feed, by its mark, by what was said of it, else UTF-8 where it is that, whatever it declares.

    What is not UTF-8 is what it declares, else cp1252, which also stands for Latin 1, as in browsers.
    """
    mark = next((name for one, name in MARKS if data.startswith(one)), None)
    found = DECLARED.search(data[:400])
    declared = found[1].decode("ascii", "replace").lower() if found else None
    names = [mark, encoding, "utf-8", None if declared in LATIN else declared, "cp1252"]
    if data.isascii():  # such as ISO-2022-JP
        names.insert(2, declared)
    for name in names:
        if name:
            try:
                return data.decode(name).removeprefix("\ufeff")
            except (UnicodeError, LookupError, ValueError):
                continue
    return data.decode("latin-1")


def is_entry(node: Node) -> bool:
    """Whether an element is an entry of the feed: below the root, or below what describes the feed."""
    if node.local not in ("item", "entry"):
        return False
    parent = node.parent
    if parent is None:
        return node.local == "entry"
    return parent.parent is None or (parent.local in HOLDING and parent.parent.parent is None)


def parsed(text: str) -> Node:
    """The root of a feed, with all that is in it but what is in its entries, which :func:`filled` brings.

    Raises:
        NotWellFormed: With the line.
        ReadError: ``entities`` where its DTD declares more than short pieces of text, ``nesting`` and ``too-large``.
    """
    builder = _Builder(text, bare=True)
    for _ in builder.run():
        pass
    if builder.root is None:
        raise NotWellFormed("line 1: no element")
    return builder.root


def filled(root: Node, text: str) -> Iterator[Node]:
    """The entries of a feed one by one, each with what is in it until the next is asked for.

    Args:
        root: As :func:`parsed` makes it of the same text.
    """
    places = entries(root)
    for whole in _Builder(text, bare=False).run():
        place = next(places)
        place.pieces = whole.pieces
        for child in place.children:
            child.parent = place
        yield place
        place.pieces = []
        place.__dict__.clear()


def entries(root: Node) -> Iterator[Node]:
    """The entries, in their order."""
    for node in (root, *root.children):
        if is_entry(node):
            yield node
        elif node is not root and node.local in HOLDING:
            yield from (one for one in node.children if is_entry(one))


class _Builder:
    """Makes elements of what the parser finds; of entries only themselves, or each whole and apart from the rest."""

    def __init__(self, text: str, *, bare: bool) -> None:
        from xml.parsers import expat

        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._given = DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), text, count=1)
        self._bare = bare
        self._done: list[Node] = []
        #: How many elements are open about the entry that is being read; None outside of entries.
        self._entry: int | None = None
        self._inside = 0
        self._entities = self._expanded = 0
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
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.refuse

    def run(self) -> Iterator[Node]:
        """Parse all of it, and hand over each entry when it is over, unless only the rest is wanted."""
        from xml.parsers import expat

        given = self._given.encode("utf-8", "surrogatepass")
        try:
            for start in range(0, len(given), CHUNK):
                self._parser.Parse(given[start : start + CHUNK], False)
                yield from self._done
                self._done.clear()
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise NotWellFormed(f"line {error.lineno}: {expat.ErrorString(error.code)}") from None

    def entity(self, name: str, parameter: bool, value: str | None, *_: object) -> None:
        """Take an entity that stands for a short piece of text: nothing grows by it, and nothing else is asked for."""
        if parameter or value is None or len(value) > LONGEST_ENTITY or any(one in value for one in "&<%"):
            self.refuse()
        self._entities += 1
        self._expanded += len(value or "") * self._given.count(f"&{name};")
        if self._entities > MOST_ENTITIES or self._expanded > MOST_EXPANDED:
            self.refuse()

    def refuse(self, *_: object) -> None:
        where = f"line {self._parser.CurrentLineNumber}"
        raise ReadError(
            "entities", "its DTD declares more than short pieces of text, and is not read; remove its DOCTYPE", where
        )

    def other(self, words: str) -> None:
        if words.startswith("&") and self._open:
            shown = html.unescape(words)
            if shown == words:
                raise NotWellFormed(f"line {self._parser.CurrentLineNumber}: undefined entity")
            self._open[-1].pieces.append(shown)

    def words(self, words: str) -> None:
        if self._open and not (self._bare and self._entry is not None):
            self._open[-1].pieces.append(words)

    def start(self, name: str, given: dict[str, str]) -> None:
        inside = self._entry is not None
        self._inside += inside
        self._count += not inside
        if self._count > MOST or self._inside > MOST:
            raise ReadError("too-large", f"it has more than {MOST:,} entries, or elements in one; split it")
        if len(self._open) >= DEEPEST:
            raise ReadError("nesting", f"more than {DEEPEST} levels of elements", self._line())
        parent = self._open[-1] if self._open else None
        if inside and self._bare and parent is not None:
            self._open.append(parent)
            return
        usual, local = self._name(name)
        node = Node(usual, local, parent, {self._name(key)[0]: value for key, value in given.items()} if given else {})
        if not inside and is_entry(node):
            self._entry, self._inside = len(self._open), 0
        if parent is None:
            self.root = node
        elif inside or self._bare or self._entry is None:
            parent.pieces.append(node)
        self._open.append(node)

    def end(self, _: str) -> None:
        node = self._open.pop()
        if self._entry == len(self._open):
            self._entry = None
            if not self._bare:
                self._done.append(node)

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
