"""Whether a record's evidence leads back to what was read: each value at its place, looked up by other means."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sayso import Agent, DateValue, InfoSource, Note, Org, Record, Status


def words_of(value: Any) -> list[str]:
    """The words of a value that its place must hold."""
    if isinstance(value, tuple):
        return [word for one in value for word in words_of(one)]
    if isinstance(value, DateValue):
        return [value.raw]
    if isinstance(value, Note):
        return [value.href or value.text or ""]
    if isinstance(value, Org | Agent | InfoSource):
        return [value.name]
    return [value]


def check(record: Record, at: Callable[[str], str]) -> int:
    """How many facts lead back; all of them must.

    Args:
        at: The words at a pointer of the document, found without the reader.
    """
    number = 0
    for pointer, fact in record.facts():
        for one in (fact, *fact.alternatives):
            if one.status is Status.ASSERTED:
                places = one.source_field.pointer.split(" | ")
                found = " ".join(" ".join(at(place) for place in places).split())
                assert found, (pointer, one.source_field.pointer)
                # The kind of an item is a word of ours for theirs, and "Ruiz, Ana" is Ana Ruiz.
                for words in [] if pointer == "/item_type" else words_of(one.value):
                    assert all(word in found for word in words.split()), (pointer, words, found)
                number += 1
            elif one.status is Status.EXTRACTED:
                for span in one.spans:
                    assert span.end <= len(record.text)
                number += 1
    return number


def json_at(data: bytes) -> Callable[[str], str]:
    """Look-up by JSON Pointer (RFC 6901): all texts at a place, markup of HTML taken away from each."""
    loaded = json.loads(data)

    def at(pointer: str) -> str:
        value = loaded
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            value = value[int(key)] if isinstance(value, list) else value[key]
        return " ".join(_texts(value))

    return at


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in _texts(one)]
    return [str(value)]


def xml_at(data: bytes) -> Callable[[str], str]:
    """Look-up by XPath with local names: the words of all elements of a place, or of their attribute."""
    from lxml import etree

    tree = etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False))

    def at(pointer: str) -> str:
        where, _, attribute = pointer.partition("/@")
        steps = [step.partition("[") for step in where.strip("/").split("/")]
        xpath = "".join(f"/*[local-name()='{name}']{mark}{number}" for name, mark, number in steps)
        found = tree.getroottree().xpath(xpath)
        if not attribute:
            return " ".join(" ".join("".join(one.itertext()).split()) for one in found)
        name = attribute.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
        return " ".join(one.get(name, "") for one in found)

    return at
