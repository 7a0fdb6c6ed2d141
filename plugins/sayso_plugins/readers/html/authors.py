"""Who signs a page: every place that names authors, the most reliable first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import Agent, Org, Pattern
from sayso_plugins.readers.html.bylines import Signed, linked_names, same_person, shown_names
from sayso_plugins.readers.html.houses import is_nobody, is_organisation
from sayso_plugins.readers.html.linked import ORGANISATIONS, Linked, Node, text_of
from sayso_plugins.readers.html.names import agents_in, is_role, looks_like_a_name
from sayso_plugins.readers.html.owners import credited, in_full, owner
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import NAME, Said, Sheet
from sayso_plugins.readers.html.signatures import signatures
from sayso_plugins.readers.html.unsigned import unsigned

METAS = (
    "parsely-author sailthru.author cxenseparse:author citation_author dc.creator dcterms.creator dc:creator "
    "dc.creator.personalname author article:author article:author_name og:article:author og:author article.author "
    "articleauthor byl byline vr:author rbauthors authors author_name authorname creator wp:author news_author "
    "content-author page.content.author hdl_author mediator_author"
).split()
#: Of these, a name is given with the family's first.
LIBRARY = frozenset({"citation_author", "dc.creator", "dcterms.creator", "dc:creator"})
#: A name of Chinese or Japanese, where no blank parts it.
IDEOGRAPHIC = Pattern("[\u3400-\u9fff]{2,5}")
LABELS = Pattern(
    r"(?:written|posted|published)\s+by|authors?|by|autor(?:en|in)?|verfasst\s+von|geschrieben\s+von|écrit\s+par|auteur|escrito\s+por|scritto\s+da|autore|geschreven\s+door|skrevet\s+av|skriven\s+av|napisane\s+przez|написано|автор",
    2,
)


def authors(sheet: Sheet, found: list[Said[Org]], outlets: tuple[str, ...]) -> list[Signed]:
    """The authors by each place that names some, best first; where none does, whose site it is.

    Args:
        found: The outlet, by each place that names it.
        outlets: Names under which it is known.
    """
    names = signed(sheet, outlets)
    if not names:
        return owner(sheet, found)
    if all(one.kind != "person" or is_nobody(one.name) for said in names for one in said.value):
        # An office or an account signs, and the licence of the page says who wrote it.
        names = [*list(credited(sheet))[:1], *names]
    briefly = names[0].value
    return [*(in_full(sheet, briefly[0]) if len(briefly) == 1 else ()), *names]


def signed(sheet: Sheet, outlets: tuple[str, ...]) -> list[Signed]:
    """The authors by each place that names some, best first.

    Args:
        outlets: Names under which the outlet is known.
    """
    shown = shown_names(sheet, outlets)
    metas = list(_metas(sheet, outlets))
    if metas and shown and _is_line(sheet, shown[0]) and not _share(metas[0].value, shown[0].value):
        # A field of the whole site names whoever runs it; a line under the headline names who wrote the item.
        metas = (
            [one for one in metas if not _is_general(sheet, one)]
            + [shown[0]]
            + [one for one in metas if _is_general(sheet, one)]
        )
    found = [*_linked(sheet.linked, outlets), *_microdata(sheet, outlets), *metas]
    own = {plain(name) for name in outlets}
    if not found and not shown:
        return unsigned(sheet, outlets) or signatures(sheet, outlets)
    if found:
        # What only looks like a byline is no other answer where there is one; what is one may be.
        bodies = all(agent.kind != "person" for one in found for agent in one.value)
        shown = [one for one in shown if _names_people(one, bodies and _is_line(sheet, one))][:1]
    if found and shown and _names_more(shown[0].value, found[0].value, sheet, outlets):
        # A field has room for one; the line under the headline names all who signed.
        found.insert(0, shown.pop(0))
    ranked = sorted(
        ((_rank(one, own), index, one) for index, one in enumerate([*found, *shown])), key=lambda entry: entry[:2]
    )
    best = [one for rank, _, one in ranked if rank < 9]
    if len(best) > 1 and _is_account(best[0].value):
        # An account's name stands in the metadata, and the person's in the byline.
        fuller = next(
            (
                one
                for one in best
                if one in shown and looks_like_a_name(one.value[0].name) and one.value[0].kind == "person"
            ),
            None,
        )
        if fuller is not None:
            best = [fuller, *(one for one in best if one is not fuller)]
    if all(one.kind != "person" or is_nobody(one.name) for said in best for one in said.value) or (
        best and _is_account(best[0].value)
    ):
        best = [*signatures(sheet, outlets), *best]
    # Without a field, what only looks like a byline beside another is none: it is of a comment, or of another item.
    return _once(best if found else best[:1])


def _is_line(sheet: Sheet, said: Signed) -> bool:
    return said.pointer in sheet.lines


def _names_more(line: tuple[Agent, ...], others: tuple[Agent, ...], sheet: Sheet, outlets: tuple[str, ...]) -> bool:
    """Whether a line names the people of a field and more, who have pages of their own as authors."""
    names, known = {plain(agent.name) for agent in line}, {plain(agent.name) for agent in others}
    return known < names and names - known <= linked_names(sheet, outlets)


def _names_people(said: Signed, briefly: bool) -> bool:
    """Whether it names a person, by a full name or, as initials do, briefly."""
    return any(
        one.kind == "person" and (briefly or looks_like_a_name(one.name) or IDEOGRAPHIC.fullmatch(one.name))
        for one in said.value
    )


def _is_general(sheet: Sheet, said: Signed) -> bool:
    """Whether only ``<meta name=author>`` says so, which templates fill once for all pages."""
    return any(said.pointer == sheet.page.meta_pointer(meta) for meta in sheet.page.meta("author"))


def _share(some: tuple[Agent, ...], others: tuple[Agent, ...]) -> bool:
    return any(same_person(one.name, other.name) for one in some for other in others)


def _is_account(agents: tuple[Agent, ...]) -> bool:
    return (
        len(agents) == 1
        and " " not in agents[0].name
        and (agents[0].name.islower() or any(c.isdigit() for c in agents[0].name))
    )


def _once(found: list[Signed]) -> list[Signed]:
    kept: list[Signed] = []
    for one in found:
        if all(one.pointer != other.pointer for other in kept):
            kept.append(one)
    return kept[:8]


def _rank(one: Signed, own: set[str]) -> int:
    """People before bodies, other bodies before the outlet itself, and accounts of software last."""
    agents = one.value
    if all(is_nobody(agent.name) for agent in agents):
        return 8
    if any(agent.kind == "person" and not is_nobody(agent.name) for agent in agents):
        return 0
    return 2 if any(plain(agent.name) in own for agent in agents) else 1


def _linked(linked: Linked, outlets: tuple[str, ...]) -> Iterator[Signed]:
    for node in linked.articles[:4]:
        for key in ("author", "creator"):
            agents: list[Agent] = []
            pointers: list[str] = []
            for value, pointer in linked.of(node, key):
                named, at = _agents_of(value, pointer, outlets)
                fresh = [one for one in named if all(plain(one.name) != plain(two.name) for two in agents)]
                if fresh:
                    agents.extend(fresh)
                    pointers.append(at)
            if agents:
                own = [one for one in agents if one.kind == "person"]
                names = {plain(name) for name in outlets}
                kept = [a for a in agents if a.kind == "person" or not own or plain(a.name) not in names]
                # What is beside the article, such as its video, has authors of its own.
                yield Said(tuple(kept), pointers[0] if len(pointers) == 1 else f"{node.pointer}/{key}")
                return


def _agents_of(value: Any, pointer: str, outlets: tuple[str, ...]) -> tuple[tuple[Agent, ...], str]:
    if isinstance(value, str):
        return agents_in(value, outlets), pointer
    if not isinstance(value, Mapping):
        return (), pointer
    types = Node(value, pointer, ()).types
    kind = "organization" if types & ORGANISATIONS and "person" not in types else None
    name = value.get("name")
    if isinstance(name, list):
        names = [one for one in name if isinstance(one, str)]
        return tuple(
            agent for one in names for agent in agents_in(text_of(one) or "", outlets, kind=kind)
        ), f"{pointer}/name"
    text = text_of(name)
    if text:
        if (
            kind == "organization"
            and looks_like_a_name(text)
            and not is_organisation(text)
            and plain(text) not in {plain(o) for o in outlets}
        ):
            kind = None if "person" in types or "," in text else kind
        return agents_in(text, outlets, kind=kind), f"{pointer}/name"
    given, family = text_of(value.get("givenName")), text_of(value.get("familyName"))
    if given and family:
        return agents_in(f"{given} {family}", outlets), pointer
    other = text_of(value.get("alternateName"))
    return (agents_in(other, outlets), f"{pointer}/alternateName") if other else ((), pointer)


def _microdata(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    agents: list[Agent] = []
    pointers: list[str] = []
    for one in [*sheet.properties.get("author", ()), *sheet.properties.get("creator", ())]:
        node, attribute = one.node, None
        inner = node.css_first(NAME)
        if inner is not None and inner.mem_id != node.mem_id:
            node = inner
        text = (node.attributes.get("content") or "").strip()
        attribute = "content" if text else None
        text = text or words(node, 160) or ""
        typed = one.node.attributes.get("itemtype") or one.node.attributes.get("typeof") or ""
        kind = "organization" if "Organization" in typed else None
        fresh = [
            a
            for a in agents_in(text, outlets, kind=kind, shown=attribute is None)
            if all(plain(a.name) != plain(b.name) for b in agents)
        ]
        if fresh:
            agents.extend(fresh)
            pointers.append(sheet.page.pointer(node, attribute))
    if agents:
        yield Said(tuple(agents[:20]), " | ".join(pointers[:20]))


def _metas(sheet: Sheet, outlets: tuple[str, ...]) -> Iterator[Signed]:
    page = sheet.page
    for name in METAS:
        agents: list[Agent] = []
        pointers: list[str] = []
        for meta in page.metas.get(name, ())[:40]:
            named = agents_in(meta.content, outlets, listed=name in LIBRARY)
            fresh = [a for a in named if all(plain(a.name) != plain(b.name) for b in agents)]
            # "Ana Ruiz" in one field and "Court Reporter" in the next are one.
            fresh = [a for a in fresh if not (agents and is_role(a.name))]
            if fresh:
                agents.extend(fresh)
                pointers.append(page.meta_pointer(meta))
        if agents:
            yield Said(tuple(agents[:40]), " | ".join(pointers[:40]))
    for number in ("1", "2"):
        labels = list(page.meta(f"twitter:label{number}"))
        data = list(page.meta(f"twitter:data{number}"))
        if labels and data and LABELS.fullmatch(labels[0].content.strip(" :")):
            agents_here = agents_in(data[0].content, outlets)
            if agents_here:
                yield Said(agents_here, page.meta_pointer(data[0]))
