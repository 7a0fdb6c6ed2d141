"""Nodes of a JSON-LD document with their JSON Pointers, and plain values of their properties."""

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
#: Levels that are looked through.
DEEPEST = 40


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


def nodes(loaded: Any, pointer: str = "", depth: int = 0) -> Iterator[Node]:
    """All objects with a type, the outer ones first; what stands inside an article or a review is part of it."""
    if depth > DEEPEST:
        return
    if isinstance(loaded, list):
        for number, one in enumerate(loaded):
            yield from nodes(one, f"{pointer}/{number}", depth + 1)
    elif isinstance(loaded, Mapping):
        node = Node(loaded, pointer)
        if node.types & (ARTICLES | {REVIEW}):
            yield node
            return
        for key, one in loaded.items():
            if key != "@context":
                yield from nodes(one, f"{pointer}/{escaped(key)}", depth + 1)


def escaped(key: str) -> str:
    """A key as JSON Pointers write it."""
    return key.replace("~", "~0").replace("/", "~1")


def values(node: Node, *keys: str) -> Iterator[tuple[Any, str]]:
    """The values of some properties with their pointers; a list is its members."""
    for key in keys:
        given = node.value.get(key)
        many = given if isinstance(given, list) else [given]
        for number, one in enumerate(many):
            if one not in (None, "", {}, []):
                yield one, f"{node.pointer}/{escaped(key)}{f'/{number}' if isinstance(given, list) else ''}"


def text(value: Any) -> str | None:
    """A text: itself, or the name, the address or the value of an object."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        for key in ("name", "headline", "@value", "url", "@id"):
            if isinstance(value.get(key), str) and value[key].strip():
                return str(value[key]).strip()
    return None
