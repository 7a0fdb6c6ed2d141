"""The body of a page as a flow of blocks in one pass: what stands where, how much of it is links, and in what part."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from sayso_plugins.readers.html.page import BREAKS, UNSPOKEN, Page
from sayso_plugins.readers.html.signs import (
    AUTHORS,
    BODY,
    CAMEL,
    COMMENTS,
    DATES,
    FURNITURE,
    HEADINGS,
    ROLE_PARTS,
    SIGNS,
    SMALL,
    TAG_PARTS,
    UNSHOWN,
    WHOLE,
)

#: More elements than this are not looked at.
MOST = 1_500_000
#: The weight of the element that the operator says holds the body.
CHOSEN = 4
#: A line as long as this that ends as a sentence does is a paragraph, where only a line break follows.
LINE = 20
#: A line break among the pieces of a run; white space to whoever splits it.
BROKEN = "\x1f"
TERMINAL = (".", "!", "?", "…", "”", "»", '."', '?"', '!"', ".'", ".)")


class Block:
    """A run of text of one block element."""

    __slots__ = ("lines", "linked", "links", "node", "parts", "tag", "text", "within")

    def __init__(self, text: str, node: LexborNode, linked: int, parts: int, within: tuple[int, ...]) -> None:
        self.text = text
        self.tag = node.tag or ""
        self.node = node
        self.linked = linked
        self.parts = parts
        self.within = within
        self.links: list[tuple[str, str]] = []
        #: Its lines, where line breaks part it.
        self.lines: tuple[str, ...] = ()

    @property
    def density(self) -> float:
        """How much of it is links, from 0 to 1."""
        return min(1.0, self.linked / len(self.text)) if self.text else 0.0


class Mark(NamedTuple):
    """An element whose attributes say that it names a person or a date.

    Attributes:
        at: The number of the block in or before which it stands.
        weight: How plainly it says so, higher is plainer.
    """

    node: LexborNode
    at: int
    parts: int
    names: str


class Flow:
    """The blocks of a page, and the elements that may name its author and date."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.blocks: list[Block] = []
        self.authors: list[Mark] = []
        self.dates: list[Mark] = []
        self.headings: list[Mark] = []
        #: Elements that may hold the body: how plainly (3 most, and :data:`CHOSEN` where the operator says so).
        self.containers: list[tuple[int, LexborNode]] = []
        body = page.tree.body or page.tree.root
        if body is not None:
            self._run(body)

    def _run(self, body: LexborNode) -> None:
        run: list[str] = []
        links: list[tuple[str, str]] = []
        linked = 0
        # Element, parts, containers, owning block element, href of the link it is in; None at an element's end.
        stack: list[tuple[LexborNode | None, int, tuple[int, ...], LexborNode, str | None]] = [
            (body, 0, (), body, None)
        ]
        count = 0
        blocks, dropped = self.blocks, self.page.dropped
        chosen = self.page.body.mem_id if self.page.body is not None else None
        owner, parts = body, 0
        within: tuple[int, ...] = ()

        def flush() -> None:
            nonlocal linked
            if run:
                text = " ".join("".join(run).split())
                if text:
                    block = Block(text, owner, linked, parts, within)
                    if links:
                        block.links = list(links)
                    if BROKEN in run:
                        lines = "".join(run).split(BROKEN)
                        block.lines = tuple(line for one in lines if (line := " ".join(one.split())))
                    blocks.append(block)
                run.clear()
                links.clear()
            linked = 0

        while stack:
            node, own_parts, own_within, own_owner, href = stack.pop()
            if node is None:
                flush()
                continue
            count += 1
            if count > MOST:
                break
            if node is not body and node.next is not None:
                stack.append((node.next, own_parts, own_within, own_owner, href))
            tag = node.tag or "-"
            if tag == "-text":
                piece = without_breaks(node.text_content or "")
                if not run and piece.isspace():
                    continue
                # A block is of a part where all of it is: a link to the comments makes none of a byline.
                parts = parts & own_parts if run and not piece.isspace() else own_parts if not run else parts
                owner, within = own_owner, own_within
                run.append(piece)
                if href is not None:
                    shown = " ".join(piece.split())
                    linked += len(shown)
                    if shown and href:
                        links.append((shown, href))
                continue
            if tag[0] == "-" or tag in UNSPOKEN or (dropped and node.mem_id in dropped):
                continue
            attributes = node.attributes
            if tag == "br":
                if ends_paragraph(run) or (
                    node.next is not None and (node.next.tag == "br" or _blank_then_br(node.next))
                ):
                    flush()
                else:
                    run.append(BROKEN)
                continue
            if attributes:
                if "hidden" in attributes or (attributes.get("aria-hidden") == "true" and tag not in WHOLE):
                    continue
                if tag in SMALL and UNSHOWN.search(attributes.get("style") or ""):
                    # Software states dates and names so, for other software.
                    self._marks(node, tag, attributes, own_parts | _parts(tag, attributes), own_within)
                    continue
                own_parts |= _parts(tag, attributes)
                own_within = self._marks(node, tag, attributes, own_parts, own_within)
            if tag == "footer" and own_within:
                own_parts |= FURNITURE  # of the article, and not of the page
            else:
                own_parts |= TAG_PARTS.get(tag, 0)
            if chosen is not None and node.mem_id == chosen:
                self.containers.append((CHOSEN, node))
                own_within = (*own_within, len(self.containers) - 1)
            if tag in ("article", "main"):
                self.containers.append((1 if tag == "article" else 0, node))
                own_within = (*own_within, len(self.containers) - 1)
            child_owner = own_owner
            if tag in BREAKS:
                flush()
                child_owner = node
                if tag in HEADINGS:
                    self.headings.append(Mark(node, len(blocks), own_parts, tag))
                stack.append((None, 0, (), own_owner, None))
            elif tag == "a":
                href = attributes.get("href") or ""
            if node.child is not None:
                stack.append((node.child, own_parts, own_within, child_owner, href))
        flush()

    def _marks(
        self, node: LexborNode, tag: str, attributes: dict[str, str | None], parts: int, within: tuple[int, ...]
    ) -> tuple[int, ...]:
        names = " ".join(
            value
            for key in ("class", "id", "rel", "itemprop", "property", "data-testid", "data-component", "data-qa")
            if (value := attributes.get(key))
        )
        is_author, is_date, is_body = _kinds_of(names) if names else (False, False, False)
        if (
            is_author
            and tag
            not in (
                "body",
                "html",
                "input",
                "form",
                "img",
                "article",
                "main",
                "section",
                "label",
            )
            and (tag not in ("ul", "ol") or "author" in names.lower() or "byline" in names.lower())
        ):
            self.authors.append(Mark(node, len(self.blocks), parts, names))
        if tag == "time" or is_date or "datetime" in attributes:
            self.dates.append(Mark(node, len(self.blocks), parts, names))
        if is_body and tag in ("div", "section", "article", "main", "td", "span", "p"):
            self.containers.append((3 if "articlebody" in (attributes.get("itemprop") or "").lower() else 2, node))
            return (*within, len(self.containers) - 1)
        return within


def ends_paragraph(run: list[str]) -> bool:
    """Whether what stands before a line break is a paragraph of its own: it is long and ends as a sentence does."""
    size = 0
    for piece in reversed(run):
        size += len(piece)
        if piece == BROKEN:
            break
    last = next((shown for piece in reversed(run[-8:]) if (shown := piece.rstrip())), "")
    return size >= LINE and last.endswith(TERMINAL)


def without_breaks(words: str) -> str:
    """Words without the marks at which they may be broken, unseen by readers: soft hyphens, zero-width spaces."""
    return words if words.isascii() else words.replace("\u00ad", "").replace("\u200b", "")


def _parts(tag: str, attributes: dict[str, str | None]) -> int:
    """The part of a page that an element is, by its role, class, id and type."""
    role = attributes.get("role")
    parts = ROLE_PARTS.get(role, 0) if role else 0
    names = attributes.get("class") or ""
    name = attributes.get("id")
    if name:
        names = f"{names} {name}"
    if names and tag not in WHOLE:
        parts |= _parts_of(names)
    kind = attributes.get("itemtype")
    if kind and kind.endswith("/Comment"):
        parts |= COMMENTS
    return parts


@lru_cache(maxsize=4096)
def _parts_of(names: str) -> int:
    if len(names) > 500:
        return 0
    parts = 0
    lowered = CAMEL.compiled.sub("-", names).lower().replace("__", "-")
    elementor = "elementor" in lowered or "widget-theme-post-content" in lowered
    for match in SIGNS.compiled.finditer(lowered):
        parts |= int(match.lastgroup[1:]) if match.lastgroup else 0
    return 0 if elementor and parts == FURNITURE else parts


@lru_cache(maxsize=4096)
def _kinds_of(names: str) -> tuple[bool, bool, bool]:
    if len(names) > 500:
        return (False, False, False)
    lowered = CAMEL.compiled.sub("-", names).lower().replace("__", "-")
    return (
        AUTHORS.search(lowered) is not None,
        DATES.search(lowered) is not None,
        "articlebody" in lowered or "article-body" in lowered or BODY.search(lowered) is not None,
    )


def _blank_then_br(node: LexborNode) -> bool:
    following = node.next
    return (
        node.tag == "-text"
        and not (node.text_content or "").strip()
        and following is not None
        and following.tag == "br"
    )
