"""Everything that a page states, parsed once and only where it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from selectolax.lexbor import LexborNode

from sayso_plugins.readers.html.flow import OUTSIDE, RELATED, Flow
from sayso_plugins.readers.html.linked import ARTICLES, Linked
from sayso_plugins.readers.html.page import Page, words
from sayso_plugins.readers.html.same import alike, plain

T = TypeVar("T")
#: How many elements of microdata are looked at.
MOST = 600


class Said(NamedTuple, Generic[T]):
    """A value with the pointer to where it stands."""

    value: T
    pointer: str


class Property(NamedTuple):
    """An element of microdata or RDFa that holds a property of the item."""

    name: str
    node: LexborNode
    of: str

    @property
    def content(self) -> tuple[str, str | None]:
        """What it says, and the attribute in which it says it."""
        attributes = self.node.attributes
        for key in ("content", "datetime"):
            value = attributes.get(key)
            if value and value.strip():
                return value.strip(), key
        return words(self.node) or "", None


class Sheet:
    """A page with its JSON-LD, its microdata and the flow of its body."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.linked = Linked(page)

    @cached_property
    def flow(self) -> Flow:
        """The body in blocks."""
        return Flow(self.page)

    @cached_property
    def properties(self) -> dict[str, list[Property]]:
        """Properties of the item that its elements hold, by name in small letters."""
        found: dict[str, list[Property]] = {}
        scopes: dict[int, tuple[str, bool]] = {}
        for node in self.page.tree.css("body [itemprop], head [itemprop]")[:MOST]:
            if node.tag == "meta" and node.parent is not None and node.parent.tag == "head":
                continue  # these are read as fields of the page
            kind, aside = self._scope(node, scopes)
            if aside or (kind and kind not in ARTICLES and kind not in ("webpage", "blog", "creativework", "itempage", "newsarticle")):
                continue
            for name in (node.attributes.get("itemprop") or "").lower().split():
                found.setdefault(name.rpartition("/")[2], []).append(Property(name, node, kind))
        return found

    def _scope(self, node: LexborNode, known: dict[int, tuple[str, bool]]) -> tuple[str, bool]:
        """The type of the thing whose property an element is, and whether it is only mentioned."""
        at = node.parent
        steps = 0
        while at is not None and steps < 80:
            attributes = at.attributes
            if "itemscope" in attributes:
                if at.mem_id not in known:
                    kind = (attributes.get("itemtype") or "").split(" ")[0].rstrip("/").rpartition("/")[2].lower()
                    aside = kind in ("comment", "itemlist", "listitem", "usercomments", "review") or bool(
                        set((attributes.get("itemprop") or "").lower().split())
                        & {"comment", "mentions", "itemlistelement", "blogpost", "haspart", "publisher", "image", "logo"}
                    )
                    known[at.mem_id] = (kind, aside)
                return known[at.mem_id]
            at = at.parent
            steps += 1
        return ("", False)

    @cached_property
    def title_words(self) -> list[str]:
        """What may be the headline, as the head of the page has it."""
        made = [meta.content for meta in self.page.meta("og:title", "twitter:title", "title", "dc.title")]
        node = self.page.tree.css_first("head > title") or self.page.tree.css_first("title")
        text = words(node) if node is not None else None
        if text:
            made.append(text)
        return made

    @cached_property
    def heading(self) -> tuple[LexborNode | None, int]:
        """The element of the headline in the body and the number of its block."""
        flow = self.flow
        best: tuple[float, int] | None = None
        titles = self.title_words + [t for n in self.linked.articles[:1] if isinstance(t := n.value.get("headline"), str)]
        plains = [plain(t) for t in titles]
        for index, mark in enumerate(flow.headings[:400]):
            text = flow.blocks[mark.at].text if mark.at < len(flow.blocks) and flow.blocks[mark.at].node.mem_id == mark.node.mem_id else words(mark.node)
            if not text:
                continue
            own = plain(text)
            score = {"h1": 3.0, "h2": 1.5, "h3": 0.5}.get(mark.names, 0.0)
            if any(own == title for title in plains):
                score += 6
            elif any(alike(text, title) for title in titles):
                score += 5
            elif len(own) < 12 and any(title.startswith(own + " ") or title.endswith(" " + own) for title in plains):
                score += 0.5
            score -= 4 * bool(mark.parts & OUTSIDE) + 3 * bool(mark.parts & RELATED)
            if best is None or score > best[0] + 1e-9:
                best = (score, index)
        if best is None or best[0] < 2:
            return None, 0
        mark = flow.headings[best[1]]
        return mark.node, mark.at

    @cached_property
    def first_paragraph(self) -> int:
        """The number of the first block behind the headline that is a paragraph of prose."""
        blocks = self.flow.blocks
        start = self.heading[1]
        for index in range(start + (self.heading[0] is not None), len(blocks)):
            block = blocks[index]
            if len(block.text) > 140 and block.density < 0.4 and not block.parts & OUTSIDE:
                return index
        return min(start + 12, len(blocks))
