"""The entries of a JSON Feed: what each says, with the JSON Pointer of the value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso import Agent, Document, Draft, JsonText, Org, ReadError, Reading, state_text_facts
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.markup import Markup, shown
from sayso_plugins.readers.sectioning import state_marked_sections
from sayso_plugins.readers.sent_dates import sent_date

MARKED = "markup of the entry taken away, one paragraph a block"
#: Facts to the keys of an entry that give them.
FACTS = {
    "headline": ("title",),
    "date_published": ("date_published",),
    "date_modified": ("date_modified",),
    "uri": ("url",),
    "language": ("language",),
}


def entry_draft(
    document: Document,
    reading: Reading,
    entry: Mapping[str, Any],
    feed: Mapping[str, Any],
    where: str,
    digest: str,
    raw: JsonText,
) -> Draft | ReadError:
    """The draft of one entry, or why there is none.

    Args:
        where: The JSON Pointer of the entry.
        digest: The hash of the document.
        raw: Places in it.
    """
    identity = entry.get("id")
    identity = str(identity) if isinstance(identity, str | int) and not isinstance(identity, bool) else ""
    key, body = _words(entry)
    if not body.text.strip():
        return ReadError("empty", "the entry has neither content, summary nor title", where, raw.at(where))
    draft = reading.draft(
        document,
        body.text,
        media_type="application/feed+json",
        normalisation=MARKED if key == "content_html" else f"{where}/{key}, unchanged",
        raw_sha256=digest,
        locator=where,
        record_id=identity or None,
        extra=_kept(entry, key),
        locations=raw.item(where, f"/{key}", made=body.text, absolute=True),
    )
    for fact, keys in FACTS.items():
        for one in keys:
            _state(draft, fact, entry.get(one), f"{where}/{one}")
    _state(draft, "language", feed.get("language"), "/language")
    for people, pointer in ((entry, where), (feed, "")):
        _authors(draft, people, pointer)
    title = _text(feed, "title")
    if title:
        draft.offered("outlet", Org(title, url=_text(feed, "home_page_url")), "/title")
    draft.looked("outlet", "/title")
    for words, target in body.links:
        draft.link(words, target)
    external = _text(entry, "external_url")
    if external:
        draft.link("external_url", external)
    state_text_facts(draft)
    state_marked_sections(draft, body.marks)
    return draft


def _words(entry: Mapping[str, Any]) -> tuple[str, Markup]:
    """The key of the entry's text and the text: content, else the summary, else the title."""
    marked = _text(entry, "content_html")
    if marked and (body := shown(marked)).text:
        return "content_html", body
    for key in ("content_text", "summary", "title"):
        given = _text(entry, key)
        if given:
            return key, Markup(given, ())
    return "title", Markup("", ())


def _kept(entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    tags = entry.get("tags")
    attached = entry.get("attachments")
    found = {
        "summary_only": key == "summary",
        "title_only": key == "title",
        "summary": _text(entry, "summary") if key != "summary" else None,
        "categories": [one for one in tags if isinstance(one, str)] if isinstance(tags, list) else [],
        "enclosures": [
            {name: one[name] for name in ("url", "mime_type") if isinstance(one.get(name), str)}
            for one in (attached if isinstance(attached, list) else [])[:50]
            if isinstance(one, Mapping)
        ],
    }
    return {name: value for name, value in found.items() if value}


def _state(draft: Draft, fact: str, given: Any, pointer: str) -> None:
    """State a fact, or say why there is none at its place."""
    if given is None or given == "":
        draft.looked(fact, f"{pointer} is absent")
    elif not isinstance(given, str) or not given.strip():
        draft.looked(fact, f"{pointer}: is no text")
    elif fact == "uri" and not given.startswith(("http://", "https://")):
        draft.looked(fact, f"{pointer}: is no whole address")
    elif fact.startswith("date_"):
        value = sent_date(given)
        if value is None:
            draft.looked(fact, f"{pointer}: {given!r:.60} is no date")
        else:
            draft.offered(fact, value, pointer)
    else:
        draft.offered(fact, given.strip().replace("_", "-") if fact == "language" else given, pointer)


def _authors(draft: Draft, given: Mapping[str, Any], where: str) -> None:
    """Whom `authors` names, or `author`, as 1.0 has it; those of the feed stand in for those of an entry."""
    if draft.states("author"):
        return
    many = given.get("authors")
    key, people = ("authors", many) if isinstance(many, list) else ("author", [given.get("author")])
    found: list[Agent] = []
    for person in people[:200]:
        name = _text(person, "name") if isinstance(person, Mapping) else None
        if name:
            found += [one for one in agents_in(name) or (Agent(name),) if one not in found]
    if found:
        draft.offered("author", tuple(found), f"{where}/{key}")
    draft.looked("author", f"{where}/authors", f"{where}/author")


def _text(given: Mapping[str, Any], key: str) -> str | None:
    found = given.get(key)
    return found if isinstance(found, str) and found.strip() else None
