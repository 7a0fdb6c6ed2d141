"""The items of a NewsML-G2 document: news items, and what packages say of those that are elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso import Document, Draft, LeftOut, ReadError, Reading, Relation, state_text_facts
from sayso_plugins.readers.markup import shown
from sayso_plugins.readers.wire_xml import nitf_facts, nitf_items
from sayso_plugins.readers.wire_xml.conformance import OPENING, VERSION, WHOLE, is_newer, problems
from sayso_plugins.readers.wire_xml.newsml_facts import Meta, code, extras, state
from sayso_plugins.readers.wire_xml.prose import Prose, prose
from sayso_plugins.readers.wire_xml.safe import Tree, line_of, local, parse, words

READABLE = frozenset({"newsItem", "contentSet"})
PACKAGES = frozenset({"packageItem", "groupSet"})
XHTML = "{http://www.w3.org/1999/xhtml}"
#: Problems of one item that a message names.
NAMED = 4


class Words(NamedTuple):
    """The words of an item.

    Attributes:
        element: What they stand in.
        nitf: The NITF document that they are the body of, if any.
        unread: Places of content that is no prose, or another version of it.
    """

    text: Prose
    media_type: str
    element: Any
    nitf: Any = None
    unread: tuple[str, ...] = ()


def items(document: Document, reading: Reading) -> Iterator[Draft | LeftOut | ReadError]:
    """What the reader gives."""
    data = document.read()
    tree = parse(data, document.encoding)
    if local(tree.root) not in OPENING:
        raise ReadError("newsml-g2", f"its root is {local(tree.root)!r:.60}, which is none of NewsML-G2")
    digest = hashlib.sha256(data).hexdigest()
    found = [tree.root]
    if local(tree.root) == "newsMessage":
        found = [one for group in tree.root.iterchildren("{*}itemSet") for one in group if isinstance(one.tag, str)]
    if not found:
        yield LeftOut("message", "it has no items")
    here = {one.get("guid"): local(one) for one in found if one.get("guid")}
    parts = _parts(found)
    for item in found:
        try:
            if reading.options.get("validate", True):
                _held(item)
            yield from _read(document, reading, tree, item, digest, here, parts)
        except ReadError as error:
            where = error.locator or line_of(item)
            at = None if item is tree.root else tree.raw.at(tree.path(item))
            locator = where if item is tree.root else f"{tree.path(item)} ({where})"
            yield ReadError(error.kind, error.message, locator, at)
    yield from nitf_items.cut(tree)


def _held(item: Any) -> None:
    if local(item) not in WHOLE or is_newer(item.get("standardversion")):
        return
    found = [f"line {line}: {said}" for line, said in problems(item)]
    if found:
        more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
        raise ReadError(
            "schema",
            f"not valid NewsML-G2 {VERSION}: {'; '.join(found[:NAMED])}{more}; [reader.newsml-g2] validate = false "
            "reads it all the same",
        )


def _parts(items: list[Any]) -> dict[str, list[str]]:
    """Of each item that a package of the document refers to, the packages."""
    found: dict[str, list[str]] = {}
    for item in items:
        if local(item) in PACKAGES and item.get("guid"):
            for reference in item.iter("{*}itemRef"):
                found.setdefault(reference.get("residref") or "", []).append(item.get("guid"))
    return found


def _read(
    document: Document,
    reading: Reading,
    tree: Tree,
    item: Any,
    digest: str,
    here: dict[str, str],
    parts: dict[str, list[str]],
) -> Iterator[Draft | LeftOut]:
    if local(item) in READABLE:
        draft = _draft(document, reading, tree, item, digest)
        if draft is None:
            kind = next((code(one) for one in tree.find(item, "itemMeta", "itemClass") if code(one)), None)
            yield LeftOut("item", "has neither content in words, description nor headline", detail=kind)
            return
        for package in parts.get(item.get("guid") or "", ()):
            draft.relations.append(Relation("part_of", package))
        yield draft
        return
    if local(item) not in PACKAGES:
        yield LeftOut("item", "describes other items, and holds no news", detail=local(item))
        return
    references = list(item.iter("{*}itemRef"))
    if not references:
        yield LeftOut("package", "refers to nothing")
    for reference in references:
        yield from _referred(document, reading, tree, item, reference, digest, here)


def _referred(
    document: Document, reading: Reading, tree: Tree, package: Any, reference: Any, digest: str, here: dict[str, str]
) -> Iterator[Draft | LeftOut]:
    """What a package says of an item that is not in the document; one that is there is read there."""
    if (reference.get("residref") or reference.get("href")) in here:
        return
    draft = _draft(document, reading, tree, reference, digest)
    if draft is None:
        yield LeftOut("reference", "leads to an item that is not in this document, and says nothing of it")
        return
    if package.get("guid"):
        draft.relations.append(Relation("part_of", package.get("guid"), reference.getparent().get("role")))
    yield draft


def _draft(document: Document, reading: Reading, tree: Tree, item: Any, digest: str) -> Draft | None:
    meta = Meta(tree, item)
    found = _words(tree, item, meta)
    if found is None:
        return None
    kept = extras(meta)
    if found.nitf is not None:
        kept["nitf"] = nitf_facts.extras(tree, found.nitf, found.text)
    if found.unread:
        kept["other_content"] = list(found.unread)
    draft = reading.draft(
        document,
        found.text.text,
        media_type=found.media_type,
        normalisation=f"the words at {tree.path(found.element)}, one paragraph a block",
        raw_sha256=digest,
        locator=tree.path(item) if item is not tree.root else None,
        record_id=item.get("guid") or item.get("residref"),
        extra={name: value for name, value in kept.items() if value},
        locations=tree.raw.item(tree.path(item), tree.path(found.element), found.text.text),
    )
    nitf_items.linked(draft, found.text)
    state(draft, meta)
    if found.nitf is not None:
        nitf_facts.state(draft, tree, found.nitf)
    state_text_facts(draft)
    return draft


def _words(tree: Tree, item: Any, meta: Meta) -> Words | None:
    """The words of an item: the first content that is prose, else its description, headline or title."""
    best: Words | None = None
    unread: list[str] = []
    content = item if local(item) == "contentSet" else tree.first(item, "contentSet")
    for one in () if content is None else (*tree.find(content, "inlineXML"), *tree.find(content, "inlineData")):
        found = _inline_xml(tree, one) if local(one) == "inlineXML" else _inline_data(one)
        if found is not None and best is None:
            best = found
        else:
            unread.append(tree.path(one))
    remote = () if content is None else tree.find(content, "remoteContent")
    unread.extend(one.get("href") or one.get("residref") or tree.path(one) for one in remote)
    if best is None:
        for name in ("description", "headline", "title"):
            for element in meta.each(name):
                text = prose(element)
                if best is None and text.text:
                    best = Words(text, "text/plain", element)
    return best._replace(unread=tuple(unread)) if best is not None else None


def _inline_xml(tree: Tree, content: Any) -> Words | None:
    """NITF and XHTML, which are prose; of what other XML means nothing is known."""
    for inner in tree.find(content, "nitf"):
        text = nitf_items.body(tree, inner)
        return Words(text, "application/nitf+xml", inner, inner) if text.text else None
    kind = str(content.get("contenttype") or "")
    first = next((one for one in content if isinstance(one.tag, str)), None)
    if first is not None and (first.tag.startswith(XHTML) or local(first) == "html" or "html" in kind):
        text = prose(first if local(first) == "html" else content)
        return Words(text, kind or "application/xhtml+xml", content) if text.text else None
    return None


def _inline_data(content: Any) -> Words | None:
    """Data that are text, as they stand; encoded ones are left alone."""
    kind = str(content.get("contenttype") or "text/plain").partition(";")[0].strip()
    if content.get("encoding") or content.get("encodinguri") or not kind.startswith("text/"):
        return None
    text = content.text or ""
    text = shown(text).text if "html" in kind else text.strip()
    return Words(Prose(text, ()), kind, content) if text and words(content) else None
