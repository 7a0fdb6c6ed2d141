"""The item of a NITF document, and what NewsML-G2 asks of one inside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sayso import Document, Draft, LeftOut, ReadError, Reading, state_text_facts
from sayso_plugins.readers.wire_xml.nitf_facts import extras, state
from sayso_plugins.readers.wire_xml.prose import Prose, prose
from sayso_plugins.readers.wire_xml.safe import MOST, Tree, local, parse


def items(document: Document, reading: Reading) -> Iterator[Draft | LeftOut]:
    """What the reader gives."""
    data = document.read()
    tree = parse(data, document.encoding)
    if local(tree.root) != "nitf":
        raise ReadError("nitf", f"its root is {local(tree.root)!r:.60}, which is not that of NITF")
    text = body(tree, tree.root)
    if not text.text:
        raise ReadError("empty", "there are no words in its body")
    kept = extras(tree, tree.root, text)
    draft = reading.draft(
        document,
        text.text,
        media_type="application/nitf+xml",
        normalisation="the words of body.content, one paragraph a block",
        raw_sha256=hashlib.sha256(data).hexdigest(),
        record_id=kept["doc_id"] if isinstance(kept.get("doc_id"), str) else None,
        extra=kept,
        locations=tree.raw.item(None, tree.path(_holding(tree, tree.root)), text.text),
    )
    linked(draft, text)
    state(draft, tree, tree.root)
    state_text_facts(draft)
    yield draft
    yield from cut(tree)


def body(tree: Tree, root: Any) -> Prose:
    """The text of a document: its body content, or its body where that has none of its own."""
    content = _holding(tree, root)
    return prose(content) if content is not None else Prose("", ())


def _holding(tree: Tree, root: Any) -> Any | None:
    content = next(iter(tree.below(root, "body.content")), None)
    return content if content is not None else tree.first(root, "body")


def linked(draft: Draft, text: Prose) -> None:
    """Record the links of a text."""
    for element, span in text.marks:
        if local(element) == "a" and element.get("href"):
            draft.link(span.of(text.text), element.get("href"))


def cut(tree: Tree) -> Iterator[LeftOut]:
    """What was not looked at because there is too much of it."""
    for name in sorted(tree.cut):
        yield LeftOut("element", f"only the first {MOST} of a name are looked at", detail=name, number=None)
