"""XML that is parsed without asking for anything: no DTD, no entity, no network; and places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sayso import ReadError

DECLARES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
#: Elements of one name that are looked at.
MOST = 100
#: Elements that end a paragraph, by their local names.
BLOCKS = frozenset(
    """
    p hl1 hl2 lede note table tr td th li dt dd block bq h1 h2 h3 h4 h5 h6 div blockquote pre media media-caption fn hr
    body.head body.content body.end byline dateline abstract hedline
    """.split()
)


def parse(data: bytes) -> Any:
    """The root element of a document.

    Raises:
        ReadError: ``entities`` where it declares any, ``xml`` with the line where it is not well formed.
    """
    from lxml import etree  # type: ignore[import-untyped,unused-ignore]

    if DECLARES.search(data[:65_536]):
        raise ReadError("entities", "it declares entities of its own, which are not read")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise ReadError("xml", f"not well-formed XML: {error.msg}"[:200], f"line {line}") from None
    except ValueError as error:
        raise ReadError("xml", f"not XML: {error}"[:200]) from None


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def path(element: Any) -> str:
    """XPath of an element by local names, with a number where a parent has several of a name."""
    steps = []
    while element is not None:
        name = local(element)
        parent = element.getparent()
        same = [one for one in parent if local(one) == name] if parent is not None else [element]
        steps.append(f"{name}[{same.index(element) + 1}]" if len(same) > 1 else name)
        element = parent
    return "/" + "/".join(reversed(steps))


def find(element: Any, *names: str) -> Iterator[Any]:
    """The elements at a path of local names below another, in their order."""
    if not names:
        yield element
        return
    for child in element:
        if local(child) == names[0]:
            yield from find(child, *names[1:])


def below(element: Any, *names: str) -> Iterator[Any]:
    """Elements of some local names, however deep; the first of them, since more are not one document's."""
    wanted = frozenset(names)
    found = (one for one in element.iter() if local(one) in wanted)
    yield from islice(found, MOST)


def words(element: Any) -> str:
    """The words in an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def paragraphs(element: Any) -> list[tuple[Any, str]]:
    """The innermost blocks of an element with their words; text that stands in no block counts with its parent."""
    found: list[tuple[Any, list[str]]] = []

    def place(owner: Any, text: str | None) -> None:
        if text and text.strip():
            if not found or found[-1][0] is not owner:
                found.append((owner, []))
            found[-1][1].append(text)
        elif text and found:
            found[-1][1].append(" ")

    stack: list[tuple[Any, Any, bool]] = [(element, element, False)]
    while stack:
        one, owner, left = stack.pop()
        if left:
            place(owner, one.tail)
            continue
        inner = one if local(one) in BLOCKS else owner
        place(inner, one.text)
        for child in reversed(one):
            if isinstance(child.tag, str):
                stack.append((child, inner, True))
                stack.append((child, inner, False))
    return [(owner, " ".join("".join(parts).split())) for owner, parts in found]
