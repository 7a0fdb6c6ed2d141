"""The facts that a page states, all of them, each with its pointer and the best first."""

from __future__ import annotations

from typing import Any

from sayso_plugins.readers.html.authors import authors
from sayso_plugins.readers.html.notes import addresses, independence, info_sources, kinds, languages, places
from sayso_plugins.readers.html.outlets import names_of, outlets
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.titles import headlines
from sayso_plugins.readers.html.when import implausible, modified, published


def facts(sheet: Sheet) -> dict[str, list[Said[Any]]]:
    """By name of the fact, every place that states it.

    Nothing of the body is read for it but the surroundings of the headline.
    """
    outlet = outlets(sheet)
    own = names_of(outlet, sheet)
    signed = authors(sheet, outlet, own)
    dates = published(sheet)
    return {
        "language": list(languages(sheet))[:5],
        "item_type": kinds(sheet),
        "headline": headlines(sheet, own),
        "uri": list(addresses(sheet))[:5],
        "outlet": outlet,
        "author": signed,
        "date_published": dates or implausible(sheet),
        "date_modified": modified(sheet),
        "dateline_place": list(places(sheet))[:3],
        "independence": list(independence(sheet))[:40],
        "info_sources": list(info_sources(sheet, signed))[:10],
    }
