"""Nodes of a JSON-LD document with their JSON Pointers, and plain values of their properties.

The compact form is read, as pages and feeds have it, and the expanded one: keys may carry the address or the prefix of
schema.org, values may be value objects, and a reference to a node of the same document is followed. Contexts are not
fetched, so names that a context of its own gives are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

#: Types that are items to read.
ARTICLES = frozenset(
    """
    Article NewsArticle AdvertiserContentArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle
    OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting Report ScholarlyArticle
    SatiricalArticle SocialMediaPosting TechArticle
    """.split()
)
REVIEW = "ClaimReview"
ITEMS = ARTICLES | {REVIEW}
#: Properties of an item under which further items stand; what stands under others, such as citations, is none.
INNER = ("hasPart", "review", "mainEntity", "liveBlogUpdate")
#: Properties under which stands what something else refers to.
REFERRED = frozenset(
    """
    @context citation isBasedOn isPartOf exampleOfWork translationOfWork appearance firstAppearance itemReviewed about
    mentions
    """.split()
)
PREFIXES = ("", "schema:", "http://schema.org/", "https://schema.org/")
#: Values of one property that are looked at.
MOST = 2_000


class Node(NamedTuple):
    """An object of the document."""

    value: Mapping[str, Any]
    pointer: str

    @property
    def types(self) -> frozenset[str]:
        """Its types, without the address of the vocabulary."""
        given = self.value.get("@type") or self.value.get("type")
        names = given if isinstance(given, list) else [given]
        return frozenset(str(one).rpartition("/")[2].rpartition(":")[2] for one in names if isinstance(one, str))


class Graph:
    """A document, in which references are followed."""

    def __init__(self, loaded: Any) -> None:
        self._loaded = loaded
        self._known: dict[str, Node] = {}
        for node in _objects(loaded, ""):
            identity = node.value.get("@id")
            if isinstance(identity, str) and len(node.value) > 1:
                best = self._known.get(identity)
                if best is None or len(node.value) > len(best.value):
                    self._known[identity] = node

    def items(self) -> Iterator[tuple[Node, Node | None]]:
        """Articles and reviews in the order of the document, each with the item that it is part of, if any."""
        waiting: list[tuple[Any, str, Node | None]] = [(self._loaded, "", None)]
        while waiting:
            one, pointer, owner = waiting.pop()
            inner: list[tuple[Any, str, Node | None]] = []
            if isinstance(one, list):
                inner = [(part, f"{pointer}/{number}", owner) for number, part in enumerate(one)]
            elif isinstance(one, Mapping):
                node = Node(one, pointer)
                if node.types & ITEMS and ("@id" not in one or one.keys() - {"@id", "@type"}):
                    yield node, owner
                    owner = node
                if owner is not None:
                    keys = [key for key in one if bare(key) in INNER]
                else:
                    keys = [key for key in one if bare(key) not in REFERRED]
                inner = [(one[key], f"{pointer}/{escaped(key)}", owner) for key in keys]
            waiting.extend(reversed(inner))

    def values(self, node: Node, *names: str) -> Iterator[tuple[Any, str]]:
        """The values of some properties with their pointers; a list is its members, a reference what it leads to."""
        for name in names:
            for prefix in PREFIXES:
                key = prefix + name
                if key in node.value:
                    yield from self._members(node.value[key], f"{node.pointer}/{escaped(key)}")

    def _members(self, given: Any, pointer: str) -> Iterator[tuple[Any, str]]:
        if isinstance(given, Mapping) and isinstance(given.get("@list"), list):
            given, pointer = given["@list"], f"{pointer}/@list"
        if not isinstance(given, list):
            yield from self._one(given, pointer)
            return
        for number, one in enumerate(given[:MOST]):
            if isinstance(one, Mapping) and isinstance(one.get("@list"), list):
                for place, inner in enumerate(one["@list"][:MOST]):
                    yield from self._one(inner, f"{pointer}/{number}/@list/{place}")
            else:
                yield from self._one(one, f"{pointer}/{number}")

    def _one(self, given: Any, pointer: str) -> Iterator[tuple[Any, str]]:
        if isinstance(given, Mapping):
            if "@value" in given:
                given, pointer = given["@value"], f"{pointer}/@value"
            elif isinstance(given.get("@id"), str) and not given.keys() - {"@id", "@type"}:
                known = self._known.get(given["@id"])
                given, pointer = (known.value, known.pointer) if known is not None else (given, pointer)
        if given not in (None, "", {}, []):
            yield given, pointer

    def text(self, node: Node, *names: str) -> tuple[str, str]:
        """The first text among some properties, with its pointer; empty where there is none."""
        for value, pointer in self.values(node, *names):
            if isinstance(value, str) and value.strip():
                return value.strip(), pointer
        return "", ""

    def name(self, value: Any, pointer: str) -> tuple[str, str]:
        """What a value is called, with the pointer at which that stands: itself, or the name of an object."""
        if isinstance(value, str):
            return value.strip(), pointer
        if isinstance(value, Mapping):
            return self.text(Node(value, pointer), "name", "legalName", "alternateName", "headline")
        return "", ""

    def address(self, value: Any, pointer: str) -> tuple[str, str]:
        """The address of a value, with its pointer: itself, or that of an object."""
        if isinstance(value, str):
            return (value.strip(), pointer) if is_address(value.strip()) else ("", "")
        if isinstance(value, Mapping):
            node = Node(value, pointer)
            found, where = self.text(node, "url")
            if is_address(found):
                return found, where
            for at, where in self.values(node, "url"):
                if isinstance(at, Mapping) and is_address(at.get("@id")):
                    return str(at["@id"]), f"{where}/@id"
            if is_address(value.get("@id")):
                return str(value["@id"]), f"{pointer}/@id"
        return "", ""


def _objects(loaded: Any, pointer: str) -> Iterator[Node]:
    waiting = [(loaded, pointer)]
    while waiting:
        one, at = waiting.pop()
        if isinstance(one, list):
            waiting.extend((part, f"{at}/{number}") for number, part in enumerate(one) if isinstance(part, dict | list))
        elif isinstance(one, Mapping):
            yield Node(one, at)
            waiting.extend(
                (part, f"{at}/{escaped(key)}")
                for key, part in one.items()
                if isinstance(part, dict | list) and key != "@context"
            )


def is_address(value: Any) -> bool:
    """Whether a value is the address of something in the web."""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and " " not in value


def bare(key: str) -> str:
    """A key without the address or the prefix of schema.org."""
    return next((key[len(prefix) :] for prefix in PREFIXES[1:] if key.startswith(prefix)), key)


def escaped(key: str) -> str:
    """A key as JSON Pointers write it."""
    return key.replace("~", "~0").replace("/", "~1")
