"""The text of an item out of its page: headline, standfirst and body, with their sections and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from sayso import Block, Pattern, ReadError, Span
from sayso_plugins.readers.html.body import LEAST, Body, Part, own_body, without_head
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain, without_tags
from sayso_plugins.readers.html.sheet import Sheet
from sayso_plugins.readers.html.signs import COMMENTS, NAVIGATION, RELATED

STANDFIRST = Pattern(
    r"standfirst|stand-first|(?:\A|[\s_-])(?:dek|deck|subhead(?:line|ing)?|sub-?title|sub-?headline|vorspann|chapo|chapeau|entradilla|bajada|sommario|occhiello|ingress|manchet)(?=\Z|[\s_-])"
)
BREAK = Pattern(r"<\s*(?:br|/p|/div|/h[1-6]|/li)\b[^<>]{0,100}>", 2)
#: A page with more tags than this is not parsed a second time.
MOST_TAGS = 40_000
GAP = "\n\n"
SECTION_OF = {"heading": "news", "caption": "boilerplate.caption", "correction": "correction"}


class PageWords(NamedTuple):
    """The text of an item with what its stretches are.

    Attributes:
        paragraphs: Kind and stretch of each.
        links: Words and absolute target of each link of the body.
        done: How the body was found.
    """

    text: str
    paragraphs: tuple[tuple[str, Span], ...]
    links: tuple[tuple[str, str], ...]
    done: str


def text_of_page(sheet: Sheet, headline: str | None, source: str, way: str, opinion: str | None) -> PageWords:
    """The text of a page.

    Args:
        source: The page's characters, for the extractor that parses them itself.
        way: ``auto``, ``own`` or ``none``.
        opinion: ``opinion`` or ``analysis`` where the page says that all of it is that.

    Raises:
        ReadError: ``frames`` or ``no-text`` for a page without any words.
    """
    if way == "none":
        body, done = Body((), True), "headline only, the body was not read"
    else:
        body, done = _body(sheet, headline, source, way)
    pieces: list[tuple[str, str]] = []
    if headline:
        pieces.append(("headline", headline))
    standfirst = _standfirst(sheet, body, headline) if way != "none" else None
    if standfirst:
        pieces.append(("headline", standfirst))
    head = len(pieces)
    pieces += [
        (SECTION_OF.get(part.kind, opinion or part.kind), part.text) for part in body.parts if part.text != standfirst
    ]
    if len(pieces) == head:
        if way != "none":
            done = "headline only, there is no body"
        if not headline or (way != "none" and not _is_item(sheet, headline)):
            _refuse(sheet)
    sections: list[tuple[str, Span]] = []
    end = 0
    for kind, words_of in pieces:
        start = end + (len(GAP) if sections else 0)
        end = start + len(words_of)
        sections.append((kind, Span(start, end)))
    absolute = sheet.page.absolute
    links = tuple(
        (shown, absolute(href)) for part in body.parts for shown, href in part.links if shown and _leads(href)
    )
    return PageWords(GAP.join(words_of for _, words_of in pieces), tuple(sections), links[:2000], done)


def sections_of(
    paragraphs: tuple[tuple[str, Span], ...], blocks: Iterable[Block]
) -> Iterator[tuple[str, Span, Span | None]]:
    """The sections of a text: kind, stretch, and the words that announce it.

    What the markup says of a paragraph counts before what its words say, and neighbours of one kind are one section.

    Args:
        blocks: The text by its words, such as the publisher's note about itself.
    """
    outlined = sorted(blocks, key=lambda block: block.span)
    at = 0
    kind, span, label = "", Span(0, 1), None
    for own, part in paragraphs:
        while at + 1 < len(outlined) and outlined[at + 1].span.start <= part.start:
            at += 1
        block = outlined[at] if outlined and outlined[at].span.start <= part.start < outlined[at].span.end else None
        new, announced = own, None
        if block is not None and own in ("news", "opinion", "analysis") and block.kind not in ("news", "headline"):
            new = block.kind
            announced = block.label if block.label and part.start <= block.label.start < part.end else None
        if kind == new and announced is None and new != "headline":
            span = Span(span.start, part.end)
            continue
        if kind:
            yield kind, span, label
        kind, span, label = new, part, announced
    if kind:
        yield kind, span, label


def _leads(href: str) -> bool:
    return bool(href) and not href.startswith(("#", "javascript:", "mailto:", "tel:", "data:"))


def _body(sheet: Sheet, headline: str | None, source: str, way: str) -> tuple[Body, str]:
    own = own_body(sheet, headline)
    if own.sure or way == "own" or sheet.page.dropped:
        return own, "body by its markup"
    stated = _stated_body(sheet)
    if stated is not None and stated.size > 2 * own.size:
        return stated, "body from JSON-LD articleBody"
    from sayso_plugins.readers.html import extractor

    if extractor.INSTALLED and source.count("<") <= MOST_TAGS:
        found = extractor.extracted_body(source, sheet.page.canonical)
        if found is not None and found.size >= min(own.size, LEAST) * 0.5:
            found = Body(without_head(found.parts, headline), False)
            return found, f"body by trafilatura {extractor.version()}"
    return Body(without_head(own.parts, headline), False), "body by its paragraphs"


def _stated_body(sheet: Sheet) -> Body | None:
    """The body that JSON-LD gives, for a page that scripts fill."""
    article = sheet.linked.article
    given = article.value.get("articleBody") if article is not None else None
    if not isinstance(given, str) or len(given) < LEAST:
        return None
    text = unescape(unescape(given)) if "&" in given else given
    text = BREAK.compiled.sub("\n", text) if "<" in text else text
    parts = [without_tags(part) if "<" in part else " ".join(part.split()) for part in text.splitlines()]
    return Body(tuple(Part("news", part) for part in parts if part), False)


def _standfirst(sheet: Sheet, body: Body, headline: str | None) -> str | None:
    """What stands under the headline as a summary, where an element is named for it or the description agrees."""
    start, first = sheet.heading[1], sheet.first_paragraph
    blocks = sheet.flow.blocks
    described = {
        plain(meta.content) for meta in sheet.page.meta("og:description", "description", "twitter:description")
    }
    for number in range(start + 1, min(len(blocks), max(min(first + 1, start + 60), start + 8))):
        block = blocks[number]
        if not 30 <= len(block.text) <= 600 or block.parts & (COMMENTS | RELATED | NAVIGATION):
            continue
        if block.tag in ("p", "div", "h2", "h3", "span", "header") and plain(block.text) != plain(headline or ""):
            names = block.node.attributes.get("class") or ""
            parent = block.node.parent
            if parent is not None:
                names = f"{names} {parent.attributes.get('class') or ''}"
            if STANDFIRST.search(names.lower()):
                return block.text
            inside = any(part.text == block.text for part in body.parts)
            if not inside and plain(block.text) in described:
                return block.text
    return None


def _is_item(sheet: Sheet, headline: str) -> bool:
    """Whether a page without a body is an item all the same, such as a gallery, or one of a single sentence."""
    if sheet.linked.article is not None or any("article" in m.content.lower() for m in sheet.page.meta("og:type")):
        return True
    said = [block for block in sheet.flow.blocks if block.tag == "p" and not block.linked]
    return bool(said) and all(plain(block.text) == plain(headline) for block in said)


def _refuse(sheet: Sheet) -> None:
    """Say why a page has no words."""
    tree = sheet.page.tree
    if tree.css_first("frameset, frame") is not None:
        raise ReadError("frames", "a page of frames, which only holds others; read the pages that it holds")
    shown = " ".join(block.text for block in sheet.flow.blocks)
    scripts = len(tree.css("script"))
    if not shown and not tree.css("p, article, main, h1"):
        if scripts:
            raise ReadError("no-text", "a page that scripts fill; save it after they ran, or read it from a feed")
        raise ReadError("empty", "a page without words")
    if scripts and len(shown) < LEAST:
        raise ReadError("no-text", "no words of an article in it; if scripts fill it, save it after they ran")
    node = tree.css_first("body")
    if not shown and (node is None or not words(node)):
        raise ReadError("empty", "a page without words")
    raise ReadError("no-text", "no paragraph of an article is in it, only links and labels")
