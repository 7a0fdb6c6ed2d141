"""Whether an item is valid NewsML-G2, by the XML Schema that the IPTC publishes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sayso_plugins.readers.wire_xml.safe import entity

#: The version of the schema; it allows what all earlier ones of NewsML-G2 2 allow, core and power.
VERSION = "2.35"
SCHEMA = f"NewsML-G2_{VERSION}-spec-All-Power.xsd"
#: Elements that the schema describes as whole documents.
WHOLE = frozenset("newsItem packageItem conceptItem knowledgeItem planningItem catalogItem newsMessage".split())
#: First elements of documents, and of pieces of them.
OPENING = WHOLE | {"contentSet", "groupSet", "contentMeta", "itemMeta"}


def problems(item: Any) -> list[tuple[int, str]]:
    """Line and words of each thing that the schema refuses in an item, in the order of the document.

    Raises:
        ReadError: ``entities`` with the line of one that no standard names, of which the schema cannot be asked.
    """
    from lxml import etree  # type: ignore[import-untyped,unused-ignore]

    for unknown in item.iter(etree.Entity):
        entity(unknown)
    schema = _schema()
    if schema.validate(item):
        return []
    found = {(error.line, " ".join(_plain(error.message).split())[:200]) for error in schema.error_log}
    return sorted(found)


def is_newer(version: str | None) -> bool:
    """Whether a document says that it is of a later version than the schema."""
    parts = [part for part in (version or "").split(".") if part.isdigit()]
    return [int(part) for part in parts[:2]] > [int(part) for part in VERSION.split(".")]


def _plain(message: str) -> str:
    return message.replace("{http://iptc.org/std/nar/2006-10-01/}", "")


@lru_cache(maxsize=1)
def _schema() -> Any:
    from importlib.resources import as_file, files

    from lxml import etree  # type: ignore[import-untyped,unused-ignore]

    with as_file(files(__package__ or "") / "schemas") as folder:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.XMLSchema(etree.parse(str(folder / SCHEMA), parser))
