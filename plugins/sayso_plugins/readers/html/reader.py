"""The reader of pages: what their markup states, each with its pointer, and the words of the article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sayso import Document, Draft, ReadError, Reading, reader, state_text_facts
from sayso_plugins.readers.html.recognise import is_page

if TYPE_CHECKING:
    from sayso_plugins.readers.html.sheet import Said, Sheet

#: Where each fact is looked for, said of a page that gives it nowhere.
PLACES = {
    "author": (
        "JSON-LD: author, creator",
        "microdata: author",
        "meta: author and the like",
        "byline: rel=author, class, 'By ...'",
    ),
    "outlet": (
        "JSON-LD: publisher, WebSite",
        "meta: og:site_name and the like",
        "title: what follows the headline",
        "copyright line",
    ),
    "date_published": (
        "JSON-LD: datePublished",
        "meta: article:published_time and the like",
        "microdata: datePublished",
        "time elements and date lines",
        "address: no day",
    ),
    "date_modified": (
        "JSON-LD: dateModified",
        "meta: article:modified_time and the like",
        "time elements and date lines",
    ),
    "headline": ("JSON-LD: headline", "meta: og:title and the like", "h1", "title"),
    "language": ("html lang", "JSON-LD: inLanguage", "meta: content-language, og:locale"),
    "item_type": ("JSON-LD: @type", "meta: og:type, article:section", "label beside the headline"),
    "uri": ("link rel=canonical", "meta: og:url", "JSON-LD: url"),
    "dateline_place": ("JSON-LD: dateline, locationCreated",),
    "independence": ("JSON-LD: policies of the publisher", "label beside the headline"),
    "info_sources": ("JSON-LD: sourceOrganization", "byline: no agency"),
}
#: How the body is found, as ``body`` in the reader's table of the configuration says.
WAYS = ("auto", "own", "none")


@reader(
    "html",
    "Pages of news sites",
    version="1.0.0",
    media_types=["text/html", "application/xhtml+xml"],
    suffixes=[".html", ".htm", ".xhtml", ".shtml"],
    recognises=is_page,
    needs=["selectolax"],
    extra="sayso[html]",
    options=["body", "drop", "text"],
)
def html(document: Document, reading: Reading) -> Iterator[Draft | ReadError]:
    """Read one page as one item.

    The text is the headline, the standfirst where the page marks one, and the paragraphs of the body, with an empty
    line between them; offsets count in it.

    Raises:
        ReadError: ``encoding``, ``binary``, ``nesting``, ``frames`` for a page that only holds others, and ``no-text``
            for one that has no words before its scripts are run.
    """
    from sayso_plugins.readers.html.encoding import page_text
    from sayso_plugins.readers.html.page import Page
    from sayso_plugins.readers.html.sheet import Sheet

    data = document.read()
    decoded = page_text(data, document.encoding)
    page = Page(decoded.text, document.uri)
    page.choose(*_selectors(reading))
    sheet = Sheet(page)
    yield _draft(document, reading, sheet, data, decoded.text, decoded.done)


def _selectors(reading: Reading) -> tuple[list[str], str | None]:
    """What the operator leaves out, and where the body is said to be.

    Raises:
        ReadError: ``option`` where they are no texts.
    """
    drop, body = reading.options.get("drop", []), reading.options.get("text")
    if not isinstance(drop, list) or not all(isinstance(one, str) for one in drop):
        raise ReadError("option", "[reader.html] drop takes a list of CSS selectors, such as ['.advert', 'aside']")
    if body is not None and not isinstance(body, str):
        raise ReadError("option", "[reader.html] text takes a CSS selector, such as 'div.story'")
    return drop, body


def _draft(document: Document, reading: Reading, sheet: Sheet, data: bytes, source: str, done: str) -> Draft:
    from sayso_plugins.readers.html.corrections import state_corrections
    from sayso_plugins.readers.html.facts import facts
    from sayso_plugins.readers.html.places import PagePlaces
    from sayso_plugins.readers.html.text import sections_of, text_of_page

    stated = facts(sheet)
    way = str(reading.options.get("body", "auto"))
    if way not in WAYS:
        raise ReadError("option", f"[reader.html] body must be one of {', '.join(WAYS)}, not {way!r:.40}")
    opinion = next((one.value for one in stated["item_type"] if one.value in ("opinion", "analysis")), None)
    headline = stated["headline"][0].value if stated["headline"] else None
    made = text_of_page(sheet, headline, source, way, opinion)
    draft = reading.draft(
        document,
        made.text,
        media_type="text/html",
        normalisation=f"{done}; {made.done}",
        raw_sha256=hashlib.sha256(data).hexdigest(),
        extra=_extra(sheet),
        locations=PagePlaces(source, made.text),
    )
    for name, found in stated.items():
        _state(draft, name, found)
    _infer_day(draft, sheet)
    for words, target in made.links:
        draft.link(words, target)
    sections = list(sections_of(made.paragraphs, draft.blocks))
    state_corrections(draft, sheet, [span for kind, span, _ in sections if kind == "correction"])
    state_text_facts(draft)
    for kind, span, label in sections:
        draft.section(kind, span, label=label)
    return draft


def _state(draft: Draft, name: str, found: Iterable[Said[Any]]) -> None:
    for one in found:
        draft.offered(name, one.value, one.pointer)
    draft.looked(name, *PLACES.get(name, ()))


def _infer_day(draft: Draft, sheet: Sheet) -> None:
    """The day in the page's own address, where publishing systems put it, or of an update that it shows alone."""
    if draft.states("date_published"):
        return
    from sayso import DateValue
    from sayso_plugins.readers.html.shown_dates import day_in_address
    from sayso_plugins.readers.html.when import day_of_update

    uri = sheet.page.canonical
    day = day_in_address(uri)
    if day is not None:
        basis = f"the day in the address of the page, {uri}"[:300]
        draft.inferred("date_published", DateValue(day, "day", uri or day), basis=basis, confidence=0.8)
        return
    update = day_of_update(sheet)
    if update is not None:
        basis = f"{update.pointer}: the one date of the page, of its last update"
        draft.inferred("date_published", update.value, basis=basis, confidence=0.6)


def _extra(sheet: Sheet) -> dict[str, Any]:
    """What can be no fact: the section, the description, keywords, and scripts that could not be read."""
    extra: dict[str, Any] = {}
    for key, names in (
        ("section", ("article:section", "parsely-section", "section")),
        ("description", ("description", "og:description")),
        ("keywords", ("news_keywords", "keywords")),
        ("generator", ("generator",)),
        ("robots", ("robots",)),
    ):
        value = next((meta.content for meta in sheet.page.meta(*names)), None)
        if value:
            extra[key] = value[:1000]
    article = sheet.linked.article
    if article is not None and "isAccessibleForFree" in article.value:
        extra["isAccessibleForFree"] = article.value["isAccessibleForFree"] in (True, "True", "true")
    if sheet.linked.unread:
        extra["unread_json_ld"] = [f"{pointer}: {why}" for pointer, why in sheet.linked.unread[:10]]
    return extra
