"""A parsed page: its elements, its ``<meta>`` fields, and pointers that lead back to them.

A pointer is an XPath into the tree that the HTML standard makes of the page, as ``document.evaluate`` of a browser
sees it: ``/html/head/meta[7]/@content``, ``/html/body/div[2]/p[1]``. Inside a JSON-LD script a JSON Pointer follows
behind ``#``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from sayso import Pattern, ReadError

#: Elements may lie this deep; browsers stop at 512. The parser's time grows with the square of it.
DEEPEST = 3000
#: With fewer tags than this the depth is not measured.
FEW = 6000
TAG = Pattern(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})")
#: Attributes that an element may have; the parser's time grows with the square of their number.
ATTRIBUTES = 1000
#: A whole tag, as long as one with too many attributes is, and what parts attributes in it.
LONG_TAG = Pattern(r"""<[A-Za-z](?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+""")
APART = Pattern(r"""=\s*+(?:"[^"]*+"|'[^']*+')|[\s/]++""")
#: Elements that hold nothing, or end where their like begins.
SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li option dt dd tr td th tbody thead "
    "tfoot colgroup html head body".split()
)
UNSPOKEN = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
)
BREAKS = frozenset(
    "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


class Meta(NamedTuple):
    """A ``<meta>`` field: its name in small letters, what it says, and its element."""

    name: str
    content: str
    node: LexborNode


class Page:
    """A page as the HTML standard parses it."""

    def __init__(self, text: str, uri: str | None = None) -> None:
        if text.count("<") > FEW and _depth(text) > DEEPEST:
            raise ReadError("nesting", f"its elements lie more than {DEEPEST:,} deep; no reader of pages goes there")
        if _has_endless_tag(text):
            raise ReadError("too-large", f"an element has more than {ATTRIBUTES:,} attributes")
        self.tree = LexborHTMLParser(text)
        self.given_uri = uri
        #: Elements that the operator leaves out, and the one that the operator says holds the body.
        self.dropped: frozenset[int] = frozenset()
        self.body: LexborNode | None = None
        self._places: dict[int, int] = {}
        self._numbered: set[int] = set()

    def choose(self, drop: Iterable[str], body: str | None) -> None:
        """Leave elements out, and say which holds the body, by CSS selectors; what meets nothing changes nothing.

        Raises:
            ReadError: ``option`` for what is no selector.
        """
        self.dropped = frozenset(node.mem_id for one in drop for node in self._selected("drop", one))
        self.body = next(iter(self._selected("text", body)), None) if body is not None else None

    def _selected(self, key: str, selector: str) -> list[LexborNode]:
        try:
            return self.tree.css(selector)
        except SelectolaxError:
            raise ReadError("option", f"[reader.html] {key}: {selector!r:.60} is no CSS selector") from None

    @cached_property
    def metas(self) -> dict[str, list[Meta]]:
        """The ``<meta>`` fields with content, by name, each in the order of the page."""
        found: dict[str, list[Meta]] = {}
        for node in self.tree.css("meta"):
            attributes = node.attributes
            # Some archives of pages write 'value' for 'content'.
            content = attributes.get("content") or attributes.get("value")
            if not content or not content.strip():
                continue
            for key in ("property", "name", "itemprop", "http-equiv"):
                for name in (attributes.get(key) or "").lower().split():
                    listed = found.setdefault(name, [])
                    if all(one.node.mem_id != node.mem_id for one in listed[-1:]):
                        listed.append(Meta(name, " ".join(content.split()), node))
        return found

    def meta(self, *names: str) -> Iterator[Meta]:
        """The fields of these names, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())

    @cached_property
    def language(self) -> str:
        """What ``<html lang>`` says, in small letters; empty where it says nothing."""
        root = self.tree.root
        attributes = root.attributes if root is not None else {}
        return (attributes.get("lang") or attributes.get("xml:lang") or "").strip().lower()

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page gives itself, absolute; else the one it was taken from."""
        for node in self.tree.css("link[rel~=canonical i]"):
            href = (node.attributes.get("href") or "").strip()
            if href:
                return self.absolute(href)
        for meta in self.meta("og:url"):
            if meta.content.startswith("http"):
                return meta.content
        return self.given_uri

    @cached_property
    def base(self) -> str | None:
        """What relative addresses count from."""
        node = self.tree.css_first("base[href]")
        href = (node.attributes.get("href") or "").strip() if node is not None else ""
        start = self.given_uri or self._own_address
        return _joined(start, href) if href else start

    @cached_property
    def _own_address(self) -> str | None:
        for node in self.tree.css("link[rel~=canonical i]"):
            href = (node.attributes.get("href") or "").strip()
            if href.startswith("http"):
                return href
        return next((meta.content for meta in self.meta("og:url") if meta.content.startswith("http")), None)

    @cached_property
    def host(self) -> str:
        """The host of the page without ``www.``; of an archived page that of the original."""
        return host(self.given_uri) or host(self._own_address)

    def absolute(self, href: str) -> str:
        """An address of the page as an absolute one, where the page's own is known."""
        return _joined(self.base, href)

    def pointer(self, node: LexborNode, attribute: str | None = None) -> str:
        """The XPath of an element, or of one of its attributes."""
        steps: list[str] = []
        at: LexborNode | None = node
        while at is not None and at.tag not in ("-document", "-undef", None):
            steps.append(at.tag if at.tag in ("html", "head", "body") else f"{at.tag}[{self._place(at)}]")
            if len(steps) > 60:
                return f"{self._by_number(node)}{'/@' + attribute if attribute else ''}"
            at = at.parent
        path = "/" + "/".join(reversed(steps))
        return f"{path}/@{attribute}" if attribute else path

    def meta_pointer(self, meta: Meta) -> str:
        """The XPath of what a ``<meta>`` field says."""
        return self.pointer(meta.node, "content" if (meta.node.attributes.get("content") or "").strip() else "value")

    def _place(self, node: LexborNode) -> int:
        """Which of its parent's children of its name it is, from 1; all children of a parent are counted at once."""
        place = self._places.get(node.mem_id)
        parent = node.parent
        if place is None and parent is not None and parent.mem_id not in self._numbered:
            self._numbered.add(parent.mem_id)
            counts: dict[str, int] = {}
            child = parent.child
            while child is not None:
                tag = child.tag or ""
                counts[tag] = counts.get(tag, 0) + 1
                self._places[child.mem_id] = counts[tag]
                child = child.next
            place = self._places.get(node.mem_id)
        return place or 1

    def _by_number(self, node: LexborNode) -> str:
        wanted = node.mem_id
        number = next((n for n, one in enumerate(self.tree.css(node.tag or "*"), 1) if one.mem_id == wanted), 1)
        return f"(//{node.tag})[{number}]"


def words(node: LexborNode, limit: int = 400, *, apart: bool = False, lines: bool = False) -> str | None:
    """What an element says, blanks made one; None where that is longer than `limit`.

    What is not shown to readers, such as scripts, is left out, and a block begins with a blank.

    Args:
        apart: Whether two elements that only a style sheet holds apart, as in ``<b>Author</b><a>Ana Ruiz</a>``, are
            parted by a bar.
        lines: Whether lines and the entries of a list are, too.
    """
    parts: list[str] = []
    size = steps = 0
    # Siblings are taken one by one: an element may have very many, and the limit is soon reached.
    stack: list[LexborNode | None] = [node]
    while stack:
        at = stack.pop()
        if at is None:
            parts.append(" ")
            continue
        steps += 1
        if at is not node and at.next is not None:
            stack.append(at.next)
        tag = at.tag or "-"
        if tag == "-text":
            piece = at.text_content or ""
            if apart and parts and piece[:1].isalnum() and parts[-1][-1:].isalnum():
                parts.append(" | ")
            parts.append(piece)
            size += len(piece.strip())
        elif tag[0] != "-" and tag not in UNSPOKEN:
            if tag in BREAKS:
                parts.append(" | " if lines and tag in ("br", "li") else " ")
                stack.append(None)
            if at.child is not None:
                stack.append(at.child)
        if size > limit or steps > 4 * limit:
            return None
    return " ".join("".join(parts).split())


def host(uri: str | None) -> str:
    """The host of an address without ``www.``, empty where there is none; of an archived page that of the original."""
    if not uri:
        return ""
    if "//web.archive.org/web/" in uri:
        rest = uri.split("/web/", 1)[1].partition("/")[2]
        uri = rest if "//" in rest else f"http://{rest}"
    try:
        name = (urlsplit(uri).hostname or "").lower()
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _joined(base: str | None, href: str) -> str:
    if not base:
        return href
    try:
        return urljoin(base, href)
    except ValueError:  # such as a host in brackets that is no address
        return href


def _depth(text: str) -> int:
    """How deep the elements of a page may lie, at most, by its tags."""
    depth = deepest = 0
    for match in TAG.compiled.finditer(text):
        if match[2].lower() in SHALLOW:
            continue
        depth += -1 if match[1] else 1
        if depth < 0:
            depth = 0
        elif depth > deepest:
            deepest = depth
    return deepest


def _has_endless_tag(text: str) -> bool:
    """Whether an element has very many attributes; what only looks like a tag in a script or a comment is none."""
    for match in LONG_TAG.compiled.finditer(text):
        if match.end() - match.start() < 2 * ATTRIBUTES:
            continue
        if sum(1 for _ in APART.compiled.finditer(text, match.start(), match.end())) <= 2 * ATTRIBUTES:
            continue
        before = text[: match.start()].lower()
        opened = max(before.rfind(one) for one in ("<script", "<style", "<!--"))
        if opened <= max(before.rfind(one) for one in ("</script", "</style", "-->")):
            return True
    return False
