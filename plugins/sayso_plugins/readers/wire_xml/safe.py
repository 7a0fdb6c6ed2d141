"""XML that is parsed without asking for anything: no DTD, no entity, no network; and places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sayso import ReadError
from sayso_plugins.readers.xml_places import XmlText

NAME = re.compile(rb"<(?:[\w.-]++:)?([\w.-]++)")
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
#: References by name that may be HTML's, and what holds no references. XML itself has five names.
NAMED = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)",
    re.DOTALL,
)
WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
#: Elements of one name and one parent that are looked at; more are not one document's.
MOST = 100


def first_element(head: bytes) -> bytes:
    """The name, without prefix, of the first element of an XML document; empty where its first bytes have none."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    at, head = 0, head.removeprefix(b"\xef\xbb\xbf")
    while True:
        while head[at : at + 1].isspace():
            at += 1
        if head.startswith(b"<?", at):
            end = head.find(b"?>", at)
        elif head.startswith(b"<!--", at):
            end = head.find(b"-->", at)
        elif head[at : at + 9].upper() == b"<!DOCTYPE":
            end = head.find(b">", at)
            subset = head.find(b"[", at, max(end, at))
            if subset >= 0:
                end = head.find(b"]", subset)
                end = head.find(b">", end) if end >= 0 else end
        else:
            found = NAME.match(head, at)
            return found[1] if found else b""
        if end < 0:
            return b""
        at = head.find(b">", end) + 1


class Tree:
    """A document: its elements by local names, and the place of each.

    Attributes:
        cut: Names of which an element has more children than are looked at.
        raw: Places in the document.
    """

    def __init__(self, root: Any, raw: XmlText) -> None:
        self.root = root
        self.raw = raw
        self.cut: set[str] = set()
        self._steps: dict[Any, dict[Any, str]] = {}

    def path(self, element: Any) -> str:
        """XPath of an element by local names, with a number where its parent has several of the name."""
        steps = []
        while element is not None:
            parent = element.getparent()
            steps.append(self._step(parent, element) if parent is not None else local(element))
            element = parent
        return "/" + "/".join(reversed(steps))

    def _step(self, parent: Any, element: Any) -> str:
        """All steps below a parent are numbered at once, so that many of them take no longer each than few."""
        if parent not in self._steps:
            groups: dict[str, list[Any]] = {}
            for child in parent:
                groups.setdefault(local(child), []).append(child)
            self._steps[parent] = {
                child: f"{name}[{number}]" if len(group) > 1 else name
                for name, group in groups.items()
                for number, child in enumerate(group, 1)
            }
        return self._steps[parent][element]

    def find(self, element: Any, *names: str) -> Iterator[Any]:
        """The elements at a path of local names below another, in their order."""
        if not names:
            yield element
            return
        for number, child in enumerate(element.iterchildren("{*}" + names[0])):
            if number == MOST:
                self.cut.add(names[0])
                return
            yield from self.find(child, *names[1:])

    def first(self, element: Any, *names: str) -> Any | None:
        """The first of them."""
        return next(self.find(element, *names), None)

    def below(self, element: Any, name: str) -> Iterator[Any]:
        """Elements of a local name, however deep, in their order."""
        for number, one in enumerate(islice(element.iter("{*}" + name), MOST + 1)):
            if number == MOST:
                self.cut.add(name)
                return
            yield one


def parse(data: bytes, encoding: str | None = None) -> Tree:
    """The tree of a document.

    Raises:
        ReadError: ``entities`` where it declares any, ``xml`` with the line where it is not well formed.
    """
    from lxml import etree  # type: ignore[import-untyped,unused-ignore]

    if b"<!ENTITY" in data[:65_536]:
        raise ReadError("entities", "it declares entities of its own, which are not read")
    try:
        parser = etree.XMLParser(
            encoding=encoding or _undeclared(data),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(_named(data), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise ReadError("xml", " ".join(f"not well-formed XML: {error.msg}".split())[:200], f"line {line}") from None
    except (ValueError, LookupError) as error:
        raise ReadError("xml", " ".join(f"not XML: {error}".split())[:200]) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ReadError("entities", "it declares entities of its own, which are not read")
    return Tree(root, XmlText(data, encoding))


def _named(data: bytes) -> bytes:
    """The same with numbers for the characters that HTML names, so that no DTD needs to say what they are."""
    wide = WIDE.get(data[:2])
    if wide is not None:
        inside = _named(data.decode(wide, "surrogatepass").encode("utf-8", "surrogatepass"))
        return inside.decode("utf-8", "surrogatepass").encode(wide, "surrogatepass")
    return NAMED.sub(_number, data)


def _number(found: re.Match[bytes]) -> bytes:
    from html.entities import html5

    characters = html5.get(found[1].decode("ascii")) if found[1] is not None else None
    return "".join(f"&#{ord(one)};" for one in characters).encode("ascii") if characters else found[0]


def _undeclared(data: bytes) -> str | None:
    """``utf-8`` for a document that is in it and declares something else; None for any other."""
    declared = DECLARED.search(data[:400])
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8") or data.isascii() or data[:1] in b"\0\xff\xfe":
        return None
    try:
        data.decode("utf-8")
    except ValueError:
        return None
    return "utf-8"


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def entity(node: Any) -> str:
    """The character of a reference, which HTML's names and no other's stand for.

    Raises:
        ReadError: ``entities`` with the line where nobody says what it is.
    """
    import html

    resolved = html.unescape(node.text)
    if resolved == node.text:
        raise ReadError("entities", f"what {node.text} stands for is said in a DTD, which is not read", line_of(node))
    return resolved


def line_of(element: Any) -> str | None:
    """Where an element begins, as ``line N``."""
    return f"line {element.sourceline}" if element.sourceline else None


def words(element: Any) -> str:
    """The words in an element, white space folded.

    Raises:
        ReadError: As :func:`entity`.
    """
    return " ".join((_in_order(element) if len(element) else element.text or "").split())


def _in_order(element: Any) -> str:
    """Text and tails in the order of the document."""
    out: list[str] = []
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        one, left = stack.pop()
        if left:
            out.append(one.tail or "")
            continue
        if not isinstance(one.tag, str):
            out.append(entity(one))
            continue
        out.append(one.text or "")
        for child in reversed(one):
            stack += [(child, True), (child, False)]
    return "".join(out)
