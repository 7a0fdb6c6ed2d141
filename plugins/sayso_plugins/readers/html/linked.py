"""JSON-LD of a page: its objects, each with its pointer, and which of them is the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from typing import Any, NamedTuple

from sayso_plugins.readers.html.lenient_json import Unreadable, load
from sayso_plugins.readers.html.page import Page
from sayso_plugins.readers.html.same import alike, same_address

#: Types of schema.org that are an item of news or the like.
ARTICLES = frozenset(
    """newsarticle article reportagenewsarticle opinionnewsarticle analysisnewsarticle backgroundnewsarticle
    reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle blogposting liveblogposting
    socialmediaposting discussionforumposting report techarticle scholarlyarticle medicalscholarlyarticle
    apireference claimreview review interview pressrelease statement specialannouncement recipe howto
    interviewarticle newspaperarticle""".split()
)
#: Types that stand for the page of an article where nothing else does.
PAGES = frozenset("webpage itempage videoobject newsvideoobject podcastepisode audioobject creativework".split())
ORGANISATIONS = frozenset(
    "organization newsmediaorganization corporation governmentorganization ngo educationalorganization".split()
)
#: Where objects lie that the page only mentions.
ASIDE = frozenset(
    """itemlistelement mentions haspart comment relatedlink citation isbasedon review reviews itemreviewed about
    liveblogupdate blogpost suggestedanswer acceptedanswer recommendations video image associatedmedia""".split()
)
MOST = 20_000


class Node(NamedTuple):
    """An object of a script with its pointer, and the keys that led to it."""

    value: Mapping[str, Any]
    pointer: str
    keys: tuple[str, ...]

    @property
    def types(self) -> frozenset[str]:
        """Its types in small letters, without their vocabulary."""
        given = self.value.get("@type", self.value.get("type"))
        listed = given if isinstance(given, list) else [given]
        return frozenset(one.rpartition("/")[2].rpartition(":")[2].lower() for one in listed if isinstance(one, str))

    @property
    def aside(self) -> bool:
        """Whether the page only mentions it."""
        return any(key.lower() in ASIDE for key in self.keys)


class Linked:
    """All JSON-LD of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        #: Pointer and reason of each script that could not be read.
        self.unread: list[tuple[str, str]] = []

    @cached_property
    def nodes(self) -> list[Node]:
        """The objects of all scripts, in their order."""
        found: list[Node] = []
        for script in self.page.tree.css("script[type*='ld+json' i]"):
            text = script.text(deep=True, strip=False)
            if not text or not text.strip():
                continue
            pointer = self.page.pointer(script)
            try:
                loaded = load(text)
            except Unreadable as error:
                self.unread.append((pointer, str(error)))
                continue
            _walk(loaded, f"{pointer}#", found)
        return found

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The fullest object of each ``@id``."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            name = node.value.get("@id")
            if isinstance(name, str) and len(node.value) > len(found[name].value if name in found else ()):
                found[name] = node
        return found

    def resolved(self, value: Any, pointer: str) -> Iterator[tuple[Any, str]]:
        """The values that a property has, each with its pointer; a reference by ``@id`` is followed once."""
        for index, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            at = pointer if index is None else f"{pointer}/{index}"
            if isinstance(one, Mapping) and isinstance(one.get("@id"), str) and "name" not in one:
                node = self.by_id.get(one["@id"])
                if node is not None and len(node.value) > len(one):
                    yield node.value, node.pointer
                    continue
            if isinstance(one, list):
                yield from ((inner, f"{at}/{n}") for n, inner in enumerate(one))
            elif one is not None:
                yield one, at

    def of(self, node: Node, *keys: str) -> Iterator[tuple[Any, str]]:
        """The values of the first of these properties that an object has."""
        for key in keys:
            for name in (key, f"schema:{key}", f"http://schema.org/{key}"):
                if node.value.get(name) not in (None, "", [], {}):
                    yield from self.resolved(node.value[name], f"{node.pointer}/{_escaped(name)}")
                    return

    @cached_property
    def article(self) -> Node | None:
        """The object that is the item; None where there is none."""
        able = [node for node in self.nodes if node.types & ARTICLES]
        best = self._best([node for node in able if not node.aside]) or self._best(able, strict=True)
        if best is None:
            best = self._best([n for n in self.nodes if n.types & PAGES and not n.aside and _dated(n)])
        return best

    @cached_property
    def articles(self) -> list[Node]:
        """The item first, and further objects about the same item, such as its page."""
        main = self.article
        if main is None:
            return []
        own = _title(main.value)
        more = [
            node
            for node in self.nodes
            if node is not main
            and not node.aside
            and node.types & (ARTICLES | PAGES)
            and (self._is_here(node) or (own and alike(own, _title(node.value))) or not node.types & ARTICLES)
        ]
        return [main, *more]

    def _best(self, nodes: list[Node], *, strict: bool = False) -> Node | None:
        scored = [(self._score(node), -index, node) for index, node in enumerate(nodes)]
        if not scored:
            return None
        score, _, best = max(scored, key=lambda one: one[:2])
        return None if strict and score < 4 else best

    def _score(self, node: Node) -> int:
        score = 4 * self._is_here(node) + 2 * _dated(node) + ("author" in node.value)
        title = _title(node.value)
        if title:
            score += 1
            score += 4 * any(alike(title, one) for one in self._titles)
        if node.types & {"review", "claimreview", "recipe", "howto"}:
            score -= 1
        return score

    @cached_property
    def _titles(self) -> list[str]:
        """What the head of the page calls it."""
        heading = self.page.tree.css_first("title")
        return [meta.content for meta in self.page.meta("og:title")] + (
            [heading.text(deep=True)] if heading is not None else []
        )

    def _is_here(self, node: Node) -> bool:
        """Whether it says that it is what this page is about."""
        here = self.page.canonical
        if not here:
            return False
        for key in ("url", "mainEntityOfPage", "@id"):
            given = node.value.get(key)
            if isinstance(given, Mapping):
                given = given.get("@id") or given.get("url")
            if isinstance(given, str) and same_address(self.page.absolute(given), here):
                return True
        return False


def text_of(value: Any) -> str | None:
    """A text as people write it: entities resolved, blanks made one; None for anything else or an empty one."""
    if isinstance(value, Mapping):
        value = value.get("@value", value.get("name"))
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = unescape(unescape(value))
    if "<" in value and ">" in value:
        from sayso_plugins.readers.html.same import without_tags

        value = without_tags(value)
    return " ".join(value.split()) or None


def _title(value: Mapping[str, Any]) -> str | None:
    return text_of(value.get("headline")) or text_of(value.get("name"))


def _dated(node: Node) -> bool:
    return bool(node.value.get("datePublished") or node.value.get("dateCreated") or node.value.get("uploadDate"))


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _walk(loaded: Any, pointer: str, found: list[Node]) -> None:
    stack: list[tuple[Any, str, tuple[str, ...]]] = [(loaded, pointer, ())]
    while stack and len(found) < MOST:
        value, at, keys = stack.pop()
        if isinstance(value, Mapping):
            found.append(Node(value, at, keys))
            inner = [(one, f"{at}/{_escaped(key)}", (*keys, key)) for key, one in value.items()]
        elif isinstance(value, list):
            inner = [(one, f"{at}/{index}", keys) for index, one in enumerate(value)]
        else:
            continue
        stack.extend(one for one in reversed(inner) if isinstance(one[0], Mapping | list) and len(one[2]) < 40)
