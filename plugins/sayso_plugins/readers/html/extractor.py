"""The body of a page by trafilatura, where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from sayso_plugins.readers.html.body import CORRECTIONS, Body, Part
from sayso_plugins.readers.html.flow import BROKEN, ends_paragraph, without_breaks

#: What is within a paragraph; every other element begins one.
INLINE = frozenset({"hi", "ref", "del", "lb", "graphic", "span", "a", "b", "i", "em", "strong", "u", "sub", "sup"})
#: libxml2 refuses what lies deeper; such a page is not worth a second parser.
INSTALLED = find_spec("trafilatura") is not None

#: What readers never see, which trafilatura would read.
UNSEEN = ["//*[@hidden]", "//template"]


def extracted_body(text: str, uri: str | None) -> Body | None:
    """The body of a page; None where trafilatura finds none or fails at the page."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document: Any = bare_extraction(
            text,
            url=uri,
            include_comments=False,
            include_links=True,
            include_tables=True,
            with_metadata=False,
            prune_xpath=UNSEEN,
        )
    except Exception:  # a third party's; a page that it fails at is read without it
        return None
    body = document.get("body") if isinstance(document, dict) else getattr(document, "body", None)
    if body is None:
        return None
    parts = tuple(_parts(body))
    return Body(parts, False) if parts else None


def version() -> str:
    """The version of trafilatura: with another one a text may be another."""
    from importlib.metadata import version

    return version("trafilatura")


def _parts(body: Any) -> Iterator[Part]:
    """The paragraphs of what was found: elements, and the lines of one that only line breaks hold apart."""
    run: list[str] = []
    links: list[tuple[str, str]] = []
    heading = broken = False

    def flush() -> Iterator[Part]:
        text = " ".join("".join(run).split())
        if text:
            kind = "heading" if heading else "correction" if CORRECTIONS.match(text) else "news"
            yield Part(kind, text, tuple(links))
        run.clear()
        links.clear()

    # Element, and whether it is over; what stands behind it belongs to what it is in.
    stack: list[tuple[Any, bool]] = [(body, False)]
    while stack:
        element, over = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else "lb"
        if over:
            if tag not in INLINE:
                yield from flush()
                heading = False
            words = element.tail
        else:
            if tag not in INLINE:
                yield from flush()
                heading, broken = tag == "head", False
            elif tag == "lb":
                if broken or ends_paragraph(run):
                    yield from flush()
                run.append(BROKEN)
                broken = True
            elif tag == "ref" and element.get("target"):
                shown = without_breaks(" ".join("".join(element.itertext()).split()))
                links.append((shown, element.get("target")))
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            words = element.text if tag != "lb" else None
        if words and element is not body:
            words = without_breaks(words)
            run.append(words)
            broken = broken and words.isspace()
    yield from flush()
