"""What an item came from, as its record has it: the document, and the readers that it passed through."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.readers.document import Document
from sayso.records.fact import PluginRef
from sayso.records.parts import Activity
from sayso.records.record import Retrieval


def retrieval(document: Document, locator: str | None, reader: PluginRef) -> Retrieval:
    """Where the item was taken from."""
    return Retrieval(
        retriever=f"{reader.name} {reader.version}",
        uri=document.uri,
        path=document.path,
        locator=locator,
        retrieved_at=document.retrieved_at,
    )


def activities(readers: Iterable[PluginRef], given: str, made: str) -> tuple[Activity, ...]:
    """One step for each reader.

    Args:
        given: The hash of what it was made of.
        made: The hash of its text.
    """
    return tuple(Activity(f"{ref.name} {ref.version}", inputs=(given,), outputs=(made,)) for ref in readers)
