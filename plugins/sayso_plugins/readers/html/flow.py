"""The body of a page as a flow of blocks in one pass: what stands where, how much of it is links, and in what part."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from sayso import Pattern
from sayso_plugins.readers.html.page import BREAKS, UNSPOKEN, Page

#: Parts of a page, as bits.
NAVIGATION, RELATED, COMMENTS, BIOGRAPHY, CAPTION, FURNITURE, CORRECTION, QUOTE = 1, 2, 4, 8, 16, 32, 64, 128
#: Parts in which no article stands.
OUTSIDE = NAVIGATION | RELATED | COMMENTS | FURNITURE
#: More elements than this are not looked at.
MOST = 1_500_000

_SIGNS = (
    (
        COMMENTS,
        r"comments?|comment-?list|comments?-(?:area|section|wrapper|container|form|thread)|respond|disqus|replies|reply|kommentare?|commentaires|comentarios|post-comments",
    ),
    (
        RELATED,
        r"related\w*|recommend\w*|recirc\w*|read-?(?:more|next|also|on)|more-?(?:from|on|stories|news|articles|posts|like)|most-?(?:read|popular|viewed|shared)"
        r"|popular\w*|trending|latest-\w+|teasers?|teaser-\w+|outbrain|taboola|newsletters?|signup|sign-up|subscribe|subscription|paywall|recent-(?:posts|comments|articles)"
        r"|you-may-\w+|next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article)|post-navigation|nav-links|further-reading|see-?also|similar\w*|jp-relatedposts|yarpp\w*",
    ),
    (
        BIOGRAPHY,
        r"author-?(?:bio|box|info|description|card|about|details|profile|block|area)s?|about-?(?:the-?)?authors?|authorbox|bio|biography|entry-author-info|writer-bio|contributor-bio",
    ),
    (CAPTION, r"caption|captions?-text|wp-caption-?(?:text|dd)?|figcaption|photo-?credits?|image-?credits?|bildunterschrift|leyenda|legende"),
    (CORRECTION, r"corrections?|clarification|editors?-note|correction-\w+"),
    (
        NAVIGATION,
        r"nav|navbar|navigation|main-menu|menu|submenu|mega-?menu|menu-item|breadcrumbs?|pagination|pager|page-numbers|site-footer|page-footer|footer-\w+|sidebar\w*"
        r"|side-bar|skip-link|sitemap|toc|table-of-contents|search-?form|lang(?:uage)?-switch\w*|navbox|catlinks|mw-jump\w*|printfooter|reflist|infobox|hatnote|siteSub",
    ),
    (
        FURNITURE,
        r"cookies?|cookie-\w+|consent|gdpr|advert\w*|ads?|ad-\w+|adsense|banner|popup|pop-up|modal|overlay|share|sharing|share-\w+|sharedaddy|social|social-\w+|shariff"
        r"|post-?tags|entry-?tags|tag-?list|tags|tagcloud|article-?tags|post-?categories|flattr|jp-post-flair|addtoany\w*|addthis\w*|tools|toolbar|screen-reader-text|sr-only|visually-?hidden"
        r"|entry-(?:meta|footer|utility)|post-?(?:meta|footer|info|data)|postmeta(?:data)?|postinfo|meta-info|post-?edit-link|edit-link|rating|post-?ratings|poll|donate|support-us|authority-control|mw-editsection|noprint",
    ),
)
SIGNS = Pattern("|".join(f"(?P<p{bit}>(?:\\A|[\\s_-])(?:{signs})(?=\\Z|[\\s_]|-(?!open|closed|content-body)))" for bit, signs in _SIGNS))
CAMEL = Pattern(r"(?<=[a-z0-9])(?=[A-Z])")
ROLE_PARTS = {"navigation": NAVIGATION, "complementary": NAVIGATION, "contentinfo": NAVIGATION, "search": NAVIGATION, "menu": NAVIGATION, "dialog": FURNITURE, "banner": 0}
TAG_PARTS = {"nav": NAVIGATION, "aside": NAVIGATION, "footer": NAVIGATION, "form": FURNITURE, "figcaption": CAPTION, "button": FURNITURE, "dialog": FURNITURE, "blockquote": QUOTE, "menu": NAVIGATION}
#: Elements of which a class says nothing about what they hold.
WHOLE = frozenset({"html", "body", "main", "article"})
#: Classes that hold the body of an article.
BODY = Pattern(
    r"(?:\A|[\s_-])(?:article-?(?:body|content|text|copy|main|inner|wysiwyg)|entry-?(?:content|body|text)|post-?(?:content|body|text|entry|article|bodycopy)|story-?(?:body|content|text)"
    r"|body-?(?:copy|content|text|main)|news-?(?:body|content|text|detail)|content-?(?:body|text|article|main|detail)|single-?(?:content|post-content)|blog-?(?:content|body|post-body)"
    r"|field-?name-?body|field--name-body|node-?(?:content|body)|page-?content|main-?content|td-post-content|the-?content|rich-?text-?body|texte-?article|cuerpo|cuerpo-noticia|mw-parser-output|mw-body-content|mw-content-text|paragraphs|artikel-?(?:text|inhalt|body)|beitrag(?:stext)?|text-?content|e-content|prose)(?=\Z|[\s_-])"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Marks by which people and dates are found; what they mean is for whoever looks at them.
AUTHORS = Pattern(r"author|byline|by-line|writer|autor|auteur|verfasser|redakteur|journalist|reporter|contributor|vcard|(?:\A|[\s_-])(?:fn|by|firma|signature|creator|credits?)(?=\Z|[\s_-])|posted-by|submitted|meta|info")
DATES = Pattern(r"date|time|publish|posted|datum|fecha|meta|info|submitted|created|updated|day|byline|tarih|data(?=\Z|[\s_-])")


class Block:
    """A run of text of one block element."""

    __slots__ = ("text", "tag", "node", "linked", "parts", "within", "links")

    def __init__(self, text: str, node: LexborNode, linked: int, parts: int, within: tuple[int, ...]) -> None:
        self.text = text
        self.tag = node.tag or ""
        self.node = node
        self.linked = linked
        self.parts = parts
        self.within = within
        self.links: list[tuple[str, str]] = []

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
        #: Elements that may hold the body: how plainly (3 most), and the element.
        self.containers: list[tuple[int, LexborNode]] = []
        body = page.tree.body or page.tree.root
        if body is not None:
            self._run(body)

    def _run(self, body: LexborNode) -> None:
        run: list[str] = []
        links: list[tuple[str, str]] = []
        linked = 0
        # Element, parts, containers, owning block element, href of the link it is in; None at an element's end.
        stack: list[tuple[LexborNode | None, int, tuple[int, ...], LexborNode, str | None]] = [(body, 0, (), body, None)]
        count = 0
        blocks = self.blocks
        owner, parts, within = body, 0, ()

        def flush() -> None:
            nonlocal linked
            if run:
                text = " ".join("".join(run).split())
                if text:
                    block = Block(text, owner, linked, parts, within)
                    if links:
                        block.links = list(links)
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
                piece = node.text_content or ""
                if not run and piece.isspace():
                    continue
                owner, parts, within = own_owner, own_parts, own_within
                run.append(piece)
                if href is not None:
                    shown = " ".join(piece.split())
                    linked += len(shown)
                    if shown and href:
                        links.append((shown, href))
                continue
            if tag[0] == "-" or tag in UNSPOKEN:
                continue
            attributes = node.attributes
            if tag == "br":
                run.append("\n")
                if node.next is not None and (node.next.tag == "br" or _blank_then_br(node.next)):
                    flush()
                continue
            if attributes:
                if "hidden" in attributes or attributes.get("aria-hidden") == "true" and tag not in WHOLE:
                    continue
                own_parts |= self._parts(node, tag, attributes)
                own_within = self._marks(node, tag, attributes, own_parts, own_within)
            own_parts |= TAG_PARTS.get(tag, 0)
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

    def _parts(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> int:
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

    def _marks(
        self, node: LexborNode, tag: str, attributes: dict[str, str | None], parts: int, within: tuple[int, ...]
    ) -> tuple[int, ...]:
        names = " ".join(
            value
            for key in ("class", "id", "rel", "itemprop", "property", "data-testid", "data-component", "data-qa")
            if (value := attributes.get(key))
        )
        is_author, is_date, is_body = _kinds_of(names) if names else (False, False, False)
        if is_author and tag not in ("body", "html", "input", "form", "img", "ul", "ol", "article", "main", "section", "label"):
            self.authors.append(Mark(node, len(self.blocks), parts, names))
        if tag == "time" or is_date or "datetime" in attributes:
            self.dates.append(Mark(node, len(self.blocks), parts, names))
        if is_body and tag in ("div", "section", "article", "main", "td", "span", "p"):
            self.containers.append((3 if "articlebody" in (attributes.get("itemprop") or "").lower() else 2, node))
            return (*within, len(self.containers) - 1)
        return within


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
    return node.tag == "-text" and not (node.text_content or "").strip() and following is not None and following.tag == "br"
