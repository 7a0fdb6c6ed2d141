"""What an item of NewsML-G2 states, each value with its XPath by local names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso import VALUES, Agent, Draft, InfoSource, Note, Org, RecordError, Relation
from sayso_plugins.readers.html.names import agents_in
from sayso_plugins.readers.wire_xml.nitf_facts import LANGUAGE, PLACE
from sayso_plugins.readers.wire_xml.safe import Tree, local, words

#: Codes of `@how` for values that people gave; every other way is one of taking them from the content.
BY_PEOPLE = frozenset({"person", "human", "manual", "editor"})
TRUST = re.compile(r"trust-?indicator|^(?:trind|trustind):", re.IGNORECASE)
#: What is kept as it is written.
KEPT = (
    "pubStatus itemClass embargoed edNote urgency slugline title service role signal usageTerms copyrightNotice"
    " digsrctype digitalSourceType profile"
).split()
#: Names that are dates of making, and not of publication, the first one first.
MADE = ("firstCreated", "contentCreated", "versionCreated")


class Meta:
    """The properties of an item, wherever they stand: in `itemMeta` and `contentMeta`, or in a reference to it."""

    def __init__(self, tree: Tree, item: Any) -> None:
        self.tree = tree
        self.item = item
        holders = [one for name in ("itemMeta", "contentMeta", "rightsInfo") for one in tree.find(item, name)]
        self._holders = holders or [item]

    def each(self, name: str) -> Iterator[Any]:
        """The elements of a property."""
        for holder in self._holders:
            yield from self.tree.find(holder, name)

    def where(self) -> str:
        """The places that are looked in."""
        return " ".join(self.tree.path(one) for one in self._holders[:4])


def called(tree: Tree, element: Any) -> str:
    """The name of what an element stands for: its `name` or literal; empty where it has only a code."""
    return next((words(one) for one in tree.find(element, "name") if words(one)), "") or element.get("literal", "")


def code(element: Any) -> str:
    """The code or address by which an element stands for something."""
    return element.get("qcode") or element.get("uri") or ""


def _last(given: str) -> str:
    return re.split(r"[/:#]", given)[-1]


def state(draft: Draft, meta: Meta) -> None:
    """State the facts of an item, and say where the rest was looked for."""
    tree = meta.tree
    for element in meta.each("headline"):
        _say(draft, tree, "headline", words(element), element)
    if local(meta.item) == "itemRef":  # which has no other name for what it leads to
        for element in meta.each("title"):
            _say(draft, tree, "headline", words(element), element)
    _authors(draft, meta)
    for element in meta.each("dateline"):
        found = PLACE.match(words(element))
        _say(draft, tree, "dateline_place", found.group().strip() if found else "", element)
    for element in meta.each("located"):
        _say(draft, tree, "dateline_place", called(tree, element), element)
    for element in meta.each("language"):
        if element.get("tag"):
            _say(draft, tree, "language", element.get("tag"), element, "tag")
    if not draft.states("language") and (meta.item.get(LANGUAGE) or "").strip():
        basis = f"{tree.path(meta.item)}/@xml:lang: the language of the item's properties"
        draft.inferred("language", meta.item.get(LANGUAGE), basis=basis, confidence=0.7)
    _parties(draft, meta)
    for element in meta.each("genre"):
        for given, attribute in (
            (called(tree, element), ""),
            (element.get("qcode"), "qcode"),
            (element.get("uri"), "uri"),
        ):
            kind = VALUES["item_type"](_last(given)) if given else "other"
            if kind != "other":
                _say(draft, tree, "item_type", kind, element, attribute)
                break
    for element in (*meta.each("link"), *meta.tree.find(meta.item, "link")):
        _link(draft, element, meta)
    _dates(draft, meta)
    for fact in ("headline", "author", "outlet", "info_sources", "dateline_place", "language", "independence"):
        draft.looked(fact, f"NewsML-G2: {meta.where()}")
    draft.looked("item_type", f"NewsML-G2: {meta.where()} genre")


def extras(meta: Meta) -> dict[str, Any]:
    """What is no fact: status, notes to editors, what it is about, the hands it went through."""
    tree, kept = meta.tree, {}
    for name in KEPT:
        found = [words(element) or code(element) or element.get("tag") for element in meta.each(name)]
        found = [one for one in found if one]
        if found:
            kept[name] = found[0] if len(found) == 1 else found
    subjects = [_subject(tree, one) for one in meta.each("subject")]
    hops = [_hop(tree, one) for one in tree.find(meta.item, "hopHistory", "hop")]
    said = {
        tree.path(element): {key: element.get(key) for key in ("creator", "creatoruri", "modified") if element.get(key)}
        for name in ("headline", "by", "creator", "located", "dateline", "infoSource", "genre", "language", "subject")
        for element in meta.each(name)
        if element.get("creator") or element.get("creatoruri")
    }
    contributors = [called(tree, one) or code(one) for one in meta.each("contributor")]
    given = {"subjects": subjects, "hops": hops, "said_by": said, "contributors": [one for one in contributors if one]}
    version = {key: meta.item.get(key) for key in ("standardversion", "version") if meta.item.get(key)}
    return {**kept, **{name: value for name, value in given.items() if value}, **version}


def _subject(tree: Tree, element: Any) -> dict[str, str]:
    keys = ("qcode", "uri", "type", "confidence", "relevance", "how", "why", "creator")
    said = {"name": called(tree, element), **{key: element.get(key) for key in keys}}
    return {key: value for key, value in said.items() if value}


def _hop(tree: Tree, element: Any) -> dict[str, Any]:
    party = tree.first(element, "party")
    said = {
        "seq": element.get("seq"),
        "timestamp": element.get("timestamp"),
        "party": (called(tree, party) or code(party)) if party is not None else None,
        "actions": [code(one) for one in tree.find(element, "action")],
    }
    return {key: value for key, value in said.items() if value}


def _authors(draft: Draft, meta: Meta) -> None:
    tree = meta.tree
    for element in meta.each("by"):
        _say(draft, tree, "author", agents_in(words(element), shown=True), element)
    creators = [one for one in meta.each("creator") if called(tree, one)]
    if creators:
        agents = tuple(_agent(tree, one) for one in creators)
        # Without its number, a step is all elements of the name.
        where = tree.path(creators[0]) if len(creators) == 1 else re.sub(r"\[\d+\]\Z", "", tree.path(creators[0]))
        _say(draft, tree, "author", agents, creators[0], where=where)
    for element in meta.each("creator"):
        if not called(tree, element) and code(element):
            draft.looked("author", f"{tree.path(element)}: the code {code(element)!r:.80} names nobody by itself")


def _agent(tree: Tree, element: Any) -> Agent:
    kind = "organization" if _last(element.get("type", "")).lower().startswith("organi") else "person"
    role = element.get("jobtitle") or element.get("role")
    return Agent(called(tree, element), kind, _last(role) if role else None)


def _parties(draft: Draft, meta: Meta) -> None:
    tree = meta.tree
    for element in meta.each("provider"):
        name, given = called(tree, element), code(element)
        if name:
            _say(draft, tree, "outlet", Org(name, id=element.get("qcode"), url=element.get("uri")), element)
        elif _last(element.get("qcode") or "").strip():
            basis = f"{tree.path(element)}/@qcode: a code, taken for the name"
            draft.inferred("outlet", Org(_last(given).strip(), id=given.strip()), basis=basis, confidence=0.6)
        elif given:
            draft.looked("outlet", f"{tree.path(element)}: the address {given!r:.80} names nobody by itself")
    for element in meta.each("copyrightHolder"):
        name = called(tree, element)
        if name:
            draft.inferred("outlet", Org(name), basis=f"{tree.path(element)}: who holds the rights", confidence=0.7)
    for element in meta.each("infoSource"):
        name = called(tree, element)
        if name:
            role = _last(element.get("role") or "")
            _say(draft, tree, "info_sources", InfoSource(name, role, code(element) or None), element)
    for element in meta.each("creditline"):
        if words(element):
            _say(draft, tree, "info_sources", InfoSource(words(element), "credit"), element)
    for element in tree.find(meta.item, "hopHistory", "hop", "party"):
        name = called(tree, element)
        if name:
            _say(draft, tree, "info_sources", InfoSource(name, "hop", code(element) or None), element)


def _link(draft: Draft, element: Any, meta: Meta) -> None:
    """A link that shows why to trust is a note on independence, any other a relation."""
    target = element.get("residref") or element.get("href")
    if not target:
        return
    rel = element.get("rel") or element.get("reluri") or ""
    title = next((words(one) for one in meta.tree.find(element, "title") if words(one)), None)
    if TRUST.search(rel):
        kind = "ownership" if _last(rel) == "partyInfo" else "policy_link"
        pointer = f"{meta.tree.path(element)}/@{'residref' if element.get('residref') else 'href'}"
        draft.offered("independence", Note(kind, title, target), pointer)
        return
    draft.relations.append(Relation(_last(rel) or "link", target, title))


def _say(
    draft: Draft, tree: Tree, fact: str, value: Any, element: Any, attribute: str = "", where: str | None = None
) -> None:
    """State a value as the standard says it was found: by a program with some confidence, or by somebody."""
    if value in ("", ()):
        return
    where = (where or tree.path(element)) + (f"/@{attribute}" if attribute else "")
    how, sure = element.get("how") or element.get("howuri"), element.get("confidence")
    if draft.unfit(fact, value) is None and (sure or (how and _last(how).lower() not in BY_PEOPLE)):
        share = int(sure) / 100 if sure and sure.isdigit() and int(sure) <= 100 else 0.5
        keys = ("how", "howuri", "why", "whyuri", "confidence", "creator", "creatoruri", "modified")
        said = ", ".join(f"@{key}={element.get(key)}" for key in keys if element.get(key))
        draft.inferred(fact, value, basis=f"{where} ({said})", confidence=share)
    else:
        draft.offered(fact, value, where)


def _dates(draft: Draft, meta: Meta) -> None:
    """G2 says when something was published in its history of publication, and elsewhere only when it was made."""
    tree = meta.tree
    for element in tree.find(meta.item, "pubHistory", "published", "timestamp"):
        _date(draft, tree, "date_published", element)
    made = {name: element for name in (*MADE, "contentModified") for element in meta.each(name)}
    first = next((made[name] for name in MADE if name in made), None)
    latest = made.get("contentModified", made.get("versionCreated"))
    if latest is not None and latest is not first and (first is None or words(latest) != words(first)):
        _date(draft, tree, "date_modified", latest)
    if first is not None:
        try:
            value = VALUES["date_published"](words(first))
            basis = f"{tree.path(first)}: when it was made ({local(first)}); no date of publication is said"
            draft.inferred("date_published", value, basis=basis, confidence=0.8)
        except RecordError as error:
            draft.looked("date_published", f"{tree.path(first)}: {error}")
    draft.looked("date_published", f"{tree.path(meta.item)}: pubHistory, {', '.join(MADE)}")
    draft.looked("date_modified", f"{tree.path(meta.item)}: contentModified, versionCreated")


def _date(draft: Draft, tree: Tree, fact: str, element: Any) -> None:
    try:
        draft.offered(fact, VALUES[fact](words(element)), tree.path(element))
    except RecordError as error:
        draft.looked(fact, f"{tree.path(element)}: {error}")
