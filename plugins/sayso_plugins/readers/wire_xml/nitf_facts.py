"""What a NITF document states, each value with its XPath by local names; alone and inside NewsML-G2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso import VALUES, Agent, Draft, InfoSource, Org, RecordError
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.sent_dates import sent_date
from sayso_plugins.readers.wire_xml.prose import Prose
from sayso_plugins.readers.wire_xml.safe import Tree, local, words

NORM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\Z")
PLACE = re.compile(r"[^,;:(–—\d-]+(?:-[^,;:(–—\d\s-]+)*")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: What is kept as it is written: name under `extra`, element, attribute (its words where there is none).
KEPT = (
    ("doc_id", "doc-id", "id-string"),
    ("urgency", "urgency", "ed-urg"),
    ("fixture", "fixture", "fix-id"),
    ("expires", "date.expire", "norm"),
    ("release", "date.release", "norm"),
    ("embargo", "embargo", "norm"),
    ("ed_msg", "ed-msg", "info"),
    ("corrections", "correction", "info"),
    ("keywords", "keyword", "key"),
    ("series", "series", "series.name"),
    ("slug", "du-key", "key"),
    ("abstract", "abstract", None),
    ("note", "note", None),
    ("rights", "rights", None),
    ("tagline", "tagline", None),
    ("bibliography", "bibliography", None),
    ("media_producers", "media-producer", None),
)


def state(draft: Draft, tree: Tree, root: Any) -> None:
    """State the facts of a document, and say where the rest was looked for."""
    for name in ("hl1", "title"):
        for element in tree.below(root, name):
            if words(element):
                draft.offered("headline", words(element), tree.path(element))
    _authors(draft, tree, root)
    _dateline(draft, tree, root)
    _dates(draft, tree, root)
    _parties(draft, tree, root)
    _kinds(draft, tree, root)
    for element in tree.below(root, "correction"):
        if (element.get("info") or "").strip():
            draft.correction(f"{tree.path(element)}/@info", what=element.get("info").strip())
    for element in (root, *tree.find(root, "body")):
        if element.get(LANGUAGE):
            draft.offered("language", element.get(LANGUAGE), f"{tree.path(element)}/@xml:lang")
    for fact, places in (
        ("headline", "hl1, title"),
        ("author", "byline"),
        ("date_published", "pubdata, date.issue, date.release"),
        ("date_modified", "revision-history"),
        ("outlet", "pubdata, doc.copyright, distributor"),
        ("dateline_place", "dateline/location"),
        ("dateline_date", "dateline/story.date"),
        ("info_sources", "distributor, datasource"),
        ("language", "xml:lang"),
        ("item_type", "tobject"),
    ):
        draft.looked(fact, f"NITF {tree.path(root)}: {places}")


def extras(tree: Tree, root: Any, text: Prose) -> dict[str, Any]:
    """What is no fact: who and what is marked in the text, quotations with their places, and notes of the desk."""
    quoted = [
        {"start": span.start, "end": span.end, "exact": span.of(text.text), "by": element.get("quote-source")}
        for element, span in text.marks
        if local(element) == "q"
    ]
    kept: dict[str, Any] = {"quoted": [{k: v for k, v in one.items() if v is not None} for one in quoted[:500]]}
    for name, tag in (("persons", "person"), ("organisations", "org")):
        kept[name] = sorted({span.of(text.text) for element, span in text.marks if local(element) == tag})[:500]
    for name, tag, attribute in KEPT:
        found = [element.get(attribute) if attribute else words(element) for element in tree.below(root, tag)]
        found = [one for one in found if one]
        kept[name] = found[0] if len(found) == 1 and name != "corrections" else found
    kept["revisions"] = [dict(element.attrib) for element in tree.below(root, "revision-history")]
    return {name: value for name, value in kept.items() if value}


def _authors(draft: Draft, tree: Tree, root: Any) -> None:
    """Who signs: the persons of the bylines, else the names in them; a title is the role of the one it stands with."""
    signed: list[Agent] = []
    places = []
    for byline in tree.below(root, "byline"):
        title = next((words(one) for one in tree.below(byline, "byttl") if words(one)), None)
        people = [Agent(words(one)) for one in tree.below(byline, "person") if words(one)]
        agents = people or list(agents_in(_untitled(byline), shown=True))
        if len(agents) == 1 and title and agents[0].role is None:
            agents = [Agent(agents[0].name, agents[0].kind, title)]
        signed += [one for one in agents if all(one.name != other.name for other in signed)]
        places += [tree.path(byline)] if agents else []
        if not agents and words(byline):
            draft.looked("author", f"{tree.path(byline)}: {words(byline)!r:.60} names nobody")
    if signed:
        # Without its number, a step is all elements of the name.
        where = places[0] if len(places) == 1 else re.sub(r"\[\d+\]\Z", "", places[0])
        draft.offered("author", tuple(signed), where)


def _untitled(byline: Any) -> str:
    parts = [byline.text or ""]
    for child in byline:
        parts += ["" if local(child) == "byttl" else words(child), child.tail or ""]
    return " ".join("".join(parts).split()).strip(" ,")


def _dateline(draft: Draft, tree: Tree, root: Any) -> None:
    for element in tree.below(root, "dateline"):
        places = [one for one in tree.find(element, "location") if words(one)]
        for one in places:
            draft.offered("dateline_place", words(one).strip(" ,"), tree.path(one))
        if not places:
            found = PLACE.match(words(element))
            if found and found.group().strip():
                draft.offered("dateline_place", found.group().strip(), tree.path(element))
        for one in tree.find(element, "story.date"):
            date_of(draft, tree, "dateline_date", one, "norm")


def _dates(draft: Draft, tree: Tree, root: Any) -> None:
    for element in tree.below(root, "pubdata"):
        date_of(draft, tree, "date_published", element, "date.publication")
    for element in tree.below(root, "date.issue"):
        date_of(draft, tree, "date_published", element, "norm")
    for element in tree.below(root, "date.release"):
        value = _value(element.get("norm") or "")
        if value is not None:
            basis = f"{tree.path(element)}/@norm: from when on it may be published"
            draft.inferred("date_published", value, basis=basis, confidence=0.7)
    changes = [(_value(one.get("norm") or ""), one) for one in tree.below(root, "revision-history")]
    dated = [(value, one) for value, one in changes if value is not None]
    if dated:
        value, latest = max(dated, key=lambda change: change[0].value)
        draft.offered("date_modified", value, f"{tree.path(latest)}/@norm")


def date_of(draft: Draft, tree: Tree, fact: str, element: Any, attribute: str | None) -> None:
    """State the date that an attribute holds, or the words of the element where there is no such attribute."""
    given = element.get(attribute) if attribute else None
    where = f"{tree.path(element)}/@{attribute}" if given else tree.path(element)
    given = given or (words(element) if attribute != "date.publication" else "")
    if not given:
        return
    value = _value(given)
    if value is not None:
        draft.offered(fact, value, where)
    else:
        draft.looked(fact, f"{where}: {given!r:.60} is no date")


def _value(given: str) -> Any:
    given = given.strip()
    found = NORM.match(given)
    if found is None and not given[:4].isdigit():
        return sent_date(given)
    written = given
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        zone = f"{zone[:3]}:{zone[3:]}" if zone and len(zone) == 5 else zone or ""
        written = f"{year}-{month}-{day}" + (f"T{hour}:{minute}{f':{second}' if second else ''}{zone}" if hour else "")
    try:
        value = VALUES["date_published"](written)
    except RecordError:
        return None
    from sayso import evolve

    return evolve(value, raw=given)


def _parties(draft: Draft, tree: Tree, root: Any) -> None:
    for element in tree.below(root, "pubdata"):
        if element.get("name"):
            draft.offered("outlet", Org(element.get("name")), f"{tree.path(element)}/@name")
    for element in tree.below(root, "doc.copyright"):
        if (element.get("holder") or "").strip():
            basis = f"{tree.path(element)}/@holder: who holds the rights"
            draft.inferred("outlet", Org(element.get("holder")), basis=basis, confidence=0.7)
    for element in tree.below(root, "distributor"):
        for one in _named(tree, element):
            draft.offered("info_sources", InfoSource(words(one), "distributor"), tree.path(one))
            basis = f"{tree.path(one)}: who distributes it, and may not be who publishes it"
            if words(one):
                draft.inferred("outlet", Org(words(one)), basis=basis, confidence=0.6)
    for element in tree.below(root, "datasource"):
        for one in _named(tree, element):
            draft.offered("info_sources", InfoSource(words(one), "document"), tree.path(one))


def _named(tree: Tree, element: Any) -> Iterator[Any]:
    bodies = [one for one in tree.find(element, "org") if words(one)]
    yield from bodies or ([element] if words(element) else [])


def _kinds(draft: Draft, tree: Tree, root: Any) -> None:
    for name in ("tobject.property", "tobject"):
        for element in tree.below(root, name):
            given = element.get(f"{name}.type")
            kind = VALUES["item_type"](given) if given else "other"
            if kind != "other" and not draft.states("item_type"):
                draft.offered("item_type", kind, f"{tree.path(element)}/@{name}.type")
