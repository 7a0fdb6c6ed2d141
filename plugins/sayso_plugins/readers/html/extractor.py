"""The body of a page by trafilatura, where it is installed."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from sayso_plugins.readers.html.body import CORRECTIONS, Body, Part

#: What becomes a paragraph of its own.
WHOLE = frozenset({"p", "head", "item", "quote", "code", "cell", "row"})
#: libxml2 refuses what lies deeper; such a page is not worth a second parser.
INSTALLED = find_spec("trafilatura") is not None


def extracted_body(text: str, uri: str | None) -> Body | None:
    """The body of a page; None where trafilatura finds none or fails at the page."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document: Any = bare_extraction(
            text, url=uri, include_comments=False, include_links=True, include_tables=True, with_metadata=False
        )
    except Exception:  # a third party's; a page that it fails at is read without it
        return None
    body = document.get("body") if isinstance(document, dict) else getattr(document, "body", None)
    if body is None:
        return None
    parts = tuple(part for element in body for part in _parts(element))
    return Body(parts, False) if parts else None


def version() -> str:
    """The version of trafilatura: with another one a text may be another."""
    from importlib.metadata import version

    return version("trafilatura")


def _parts(element: Any) -> list[Part]:
    inner = [child for child in element.iter() if child is not element and child.tag in WHOLE and child.tag != "p"]
    if element.tag in ("list", "table", "row", "quote", "div") and inner:
        made: list[Part] = []
        for child in element:
            made.extend(_parts(child))
        return made
    text = " ".join("".join(element.itertext()).split())
    if not text:
        return []
    links = tuple(
        (" ".join("".join(ref.itertext()).split()), ref.get("target") or "")
        for ref in element.iter("ref")
        if ref.get("target")
    )
    kind = "heading" if element.tag == "head" else "correction" if CORRECTIONS.match(text) else "news"
    return [Part(kind, text, links)]
