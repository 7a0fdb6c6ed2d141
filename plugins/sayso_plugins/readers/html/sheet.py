"""Everything that a page states, parsed once and only where it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from selectolax.lexbor import LexborNode

from sayso import DateValue, Pattern
from sayso_plugins.readers.html.dates import NUMBERS, order_of
from sayso_plugins.readers.html.flow import Flow
from sayso_plugins.readers.html.linked import ARTICLES, Linked
from sayso_plugins.readers.html.page import Page, words
from sayso_plugins.readers.html.same import alike, plain
from sayso_plugins.readers.html.signs import OUTSIDE, RELATED

T = TypeVar("T")
#: How many elements of microdata are looked at.
MOST = 600
BARS = Pattern(r"\s[|–—·-]\s")
#: The element inside a person or a body that holds the name, in microdata and in RDFa.
NAME = "[itemprop~=name], [property~=name], [property$=':name']"
#: Types of the thing that holds an article.
WHOLES = frozenset({"webpage", "blog", "creativework", "itempage"})


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


#: Countries whose English writes the day first in numbers.
DAY_BEFORE_MONTH = frozenset("uk ie au nz in za ke ng gh ug tz pk lk bd sg my hk zw zm jm tt mt".split())
#: Blocks of a page, and letters of one, in which such dates are looked for.
MOST_READ, SHORT = 400, 160


class Sheet:
    """A page with its JSON-LD, its microdata and the flow of its body."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.linked = Linked(page)
        #: The dates that readers see, once they were looked for.
        self.shown_dates: list[tuple[str, Said[DateValue]]] | None = None
        #: Pointers of dates that stand above the headline.
        self.above: set[str] = set()
        #: Pointers of bylines that say by a word, such as *By*, that they are some.
        self.lines: set[str] = set()

    @cached_property
    def flow(self) -> Flow:
        """The body in blocks."""
        return Flow(self.page)

    @cached_property
    def properties(self) -> dict[str, list[Property]]:
        """Properties of the item that its elements hold, by name in small letters.

        Of several articles in a page that is the one whose headline the page has as its title, else the first.
        """
        by_scope: dict[int, list[Property]] = {}
        scopes: dict[int, tuple[str, bool, int]] = {}
        for node in self.page.tree.css("body [itemprop], head [itemprop], body [typeof] [property]")[:MOST]:
            if node.tag == "meta" and node.parent is not None and node.parent.tag == "head":
                continue  # these are read as fields of the page
            kind, aside, scope = self._scope(node, scopes)
            rdfa = "itemprop" not in node.attributes
            # What RDFa says of things of other vocabularies, or of none, is not asked for here.
            if aside or (kind and kind not in ARTICLES and kind not in WHOLES) or (rdfa and not kind):
                continue
            for name in (node.attributes.get("property" if rdfa else "itemprop") or "").lower().split():
                by_scope.setdefault(scope, []).append(Property(local(name), node, kind))
        articles = [n for n, held in by_scope.items() if held[0].of in ARTICLES]
        titled = [
            n for n in articles if any(one.name == "headline" and self._is_title(one.content[0]) for one in by_scope[n])
        ]
        main = (titled or articles)[:1]
        found: dict[str, list[Property]] = {}
        for scope, held in by_scope.items():
            if scope in main or scope not in articles:
                for one in held:
                    found.setdefault(one.name, []).append(one)
        return found

    def _is_title(self, text: str) -> bool:
        return any(alike(text, one) for one in self.title_words)

    def _scope(self, node: LexborNode, known: dict[int, tuple[str, bool, int]]) -> tuple[str, bool, int]:
        """The type of the thing whose property an element is, whether it is only mentioned, and which thing it is."""
        at = node.parent
        steps = 0
        while at is not None and steps < 80:
            if "itemscope" in at.attributes or "typeof" in at.attributes:
                if at.mem_id not in known:
                    attributes = at.attributes
                    types = (attributes.get("itemtype") or attributes.get("typeof") or "").lower().split() or [""]
                    kind = next((one for one in map(local, types) if one in ARTICLES), local(types[0]))
                    of = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".lower().split()
                    aside = kind in ("comment", "itemlist", "listitem", "usercomments", "review") or bool(
                        set(map(local, of))
                        & {
                            "comment",
                            "mentions",
                            "itemlistelement",
                            "blogpost",
                            "haspart",
                            "publisher",
                            "image",
                            "logo",
                        }
                    )
                    known[at.mem_id] = (kind, aside, at.mem_id)
                return known[at.mem_id]
            at = at.parent
            steps += 1
        return ("", False, 0)

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
        titles = self.title_words + [
            t for n in self.linked.articles[:1] if isinstance(t := n.value.get("headline"), str)
        ]
        # A heading may hold a kicker before the headline, and the title the outlet behind it.
        titles += [first for one in titles if len(first := BARS.compiled.split(one, 1)[0].strip()) >= 15]
        plains = [plain(t) for t in titles]
        for index, mark in enumerate(flow.headings[:400]):
            text = (
                flow.blocks[mark.at].text
                if mark.at < len(flow.blocks) and flow.blocks[mark.at].node.mem_id == mark.node.mem_id
                else words(mark.node)
            )
            if not text:
                continue
            own = plain(text)
            score = {"h1": 3.0, "h2": 1.5, "h3": 0.5}.get(mark.names, 0.0)
            if any(own == title for title in plains):
                score += 8
            elif any(alike(text, title) for title in titles):
                score += 5
            elif plains:
                score -= 0.5
            elif len(own) < 12 and any(title.startswith(own + " ") or title.endswith(" " + own) for title in plains):
                score += 0.5
            score -= 5 * self._is_site_name(mark.node) + 4 * bool(mark.parts & OUTSIDE) + 3 * bool(mark.parts & RELATED)
            if best is None or score > best[0] + 1e-9:
                best = (score, index)
        if best is None or best[0] < 2:
            return None, 0
        mark = flow.headings[best[1]]
        return mark.node, mark.at

    @cached_property
    def date_language(self) -> str:
        """The language of the page, with a region where it is English and something tells in which order dates are.

        That is the country of its host, or another date of the page whose second or first number is no month.
        """
        language = self.page.language
        if language not in ("", "en"):
            return language
        country = self.page.host.rpartition(".")[2]
        if country in DAY_BEFORE_MONTH:
            return "en-in" if country == "in" else "en-gb"
        text = "\n".join(block.text for block in self.flow.blocks[:MOST_READ] if len(block.text) <= SHORT)
        orders = {order for found in NUMBERS.finditer(text) if (order := order_of(int(found["a"]), int(found["b"])))}
        return orders.pop() if len(orders) == 1 else language

    @cached_property
    def near(self) -> range:
        """The numbers of the blocks in which byline and date line stand: about the headline, to the first prose."""
        start, body = self.heading[1], self.first_paragraph
        if self.heading[0] is None:
            return range(max(0, body - 16), min(len(self.flow.blocks), body + 2))
        return range(max(0, start - 5), min(len(self.flow.blocks), max(start + 14, min(body + 1, start + 60))))

    def _is_site_name(self, node: LexborNode) -> bool:
        """Whether a heading is the name of the site: it is named so, or it leads to the first page."""
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
        if any(
            sign in names
            for sign in ("site-title", "sitetitle", "logo", "brand", "site-name", "blog-title", "blogtitle", "sitename")
        ):
            return True
        link = node.css_first("a[href]")
        if link is None and node.parent is not None and node.parent.tag == "a":
            link = node.parent
        href = (link.attributes.get("href") or "").strip() if link is not None else ""
        if not href or href.startswith("#"):
            return False
        target = self.page.absolute(href)
        if href == "/" or (target.rstrip("/").endswith(self.page.host) and self.page.host):
            return True
        return target.count("/") == 3 and target.endswith("/")

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


def local(name: str) -> str:
    """A name without its vocabulary, be it an address or a prefix."""
    return name.rstrip("/").rpartition("/")[2].rpartition(":")[2].rpartition("#")[2]
