"""What a page states beside who, when and where: language, kind, address, policies, sponsors, agencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import VALUES, InfoSource, Note, Pattern
from sayso_plugins.readers.html.houses import is_agency
from sayso_plugins.readers.html.linked import ARTICLES, ORGANISATIONS, Node, text_of
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.signs import COMMENTS, RELATED
from sayso_plugins.readers.html.words import KINDS, SPONSORED

TAG = Pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}\Z")
#: Policies of schema.org, to the kind of note.
POLICIES = {
    "publishingPrinciples": "policy_link",
    "ownershipFundingInfo": "ownership",
    "correctionsPolicy": "policy_link",
    "noBylinesPolicy": "policy_link",
    "ethicsPolicy": "policy_link",
    "masthead": "policy_link",
    "unnamedSourcesPolicy": "policy_link",
    "verificationFactCheckingPolicy": "policy_link",
    "actionableFeedbackPolicy": "policy_link",
    "missionCoveragePrioritiesPolicy": "policy_link",
    "diversityPolicy": "policy_link",
    "diversityStaffingReport": "policy_link",
}
#: Types of schema.org that say what kind of item it is; others say only that it is one.
TYPES = {
    "opinionnewsarticle": "opinion",
    "analysisnewsarticle": "analysis",
    "liveblogposting": "live_entry",
    "claimreview": "fact_check",
    "pressrelease": "press_release",
    "interview": "interview",
    "statement": "statement",
}
SECTIONS = (
    "article:section og:article:section parsely-section sailthru.section section dc.subject.section "
    "article.section cxenseparse:section"
).split()


def languages(sheet: Sheet) -> Iterator[Said[str]]:
    """The language by each place that states one; one that only adds a region to the first says nothing else."""
    found = list(_languages(sheet))
    first = found[0].value.partition("-")[0] if found else ""
    yield from (one for n, one in enumerate(found) if not n or one.value.partition("-")[0] != first)


def _languages(sheet: Sheet) -> Iterator[Said[str]]:
    root = sheet.page.tree.root
    for key in ("lang", "xml:lang"):
        given = (root.attributes.get(key) or "").strip() if root is not None else ""
        if _is_tag(given):
            yield Said(_tag(given), f"/html/@{key}")
            break
    for node in sheet.linked.articles[:1]:
        for value, pointer in sheet.linked.of(node, "inLanguage"):
            stated = value.get("alternateName") if isinstance(value, Mapping) else value
            if isinstance(stated, str) and _is_tag(stated):
                yield Said(_tag(stated), f"{pointer}/alternateName" if isinstance(value, Mapping) else pointer)
    for meta in sheet.page.meta(
        "content-language", "og:locale", "dc.language", "dcterms.language", "language", "inlanguage"
    ):
        if _is_tag(meta.content):
            yield Said(_tag(meta.content), sheet.page.meta_pointer(meta))


def _is_tag(given: str) -> bool:
    return (
        bool(TAG.match(given))
        and given.lower() not in ("lang", "und", "xx", "zxx", "mul")
        and given.lower()[:3] not in ("lan",)
    )


def _tag(given: str) -> str:
    """A language tag as RFC 5646 advises to write it: ``de-DE`` and not ``de_de``."""
    first, *rest = given.replace("_", "-").split("-")
    return "-".join(
        [
            first.lower(),
            *(part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest),
        ]
    )


def addresses(sheet: Sheet) -> Iterator[Said[str]]:
    """The address by each place that gives it."""
    page = sheet.page
    for link in page.tree.css("link[rel~=canonical i]")[:2]:
        href = (link.attributes.get("href") or "").strip()
        if href and page.absolute(href).startswith("http"):
            yield Said(page.absolute(href), page.pointer(link, "href"))
    for meta in page.meta("og:url", "parsely-link"):
        if page.absolute(meta.content).startswith("http"):
            yield Said(page.absolute(meta.content), page.meta_pointer(meta))
    for node in sheet.linked.articles[:1]:
        for key in ("url", "mainEntityOfPage"):
            for value, pointer in sheet.linked.of(node, key):
                inner = "@id" if isinstance(value, Mapping) else ""
                given = value.get("@id") if isinstance(value, Mapping) else value
                if isinstance(given, str) and given.startswith("http") and "#" not in given:
                    yield Said(given, f"{pointer}/{inner}" if inner else pointer)
                    break


def kinds(sheet: Sheet) -> list[Said[str]]:
    """What kind of item it is, the more telling first."""
    found: list[tuple[int, Said[str]]] = []
    for node in sheet.linked.articles[:1]:
        pointer = f"{node.pointer}/@type"
        for kind in sorted(node.types):
            if kind in TYPES:
                found.append((0, Said(TYPES[kind], pointer)))
            elif kind == "advertisercontentarticle":
                found.append((0, Said("press_release", pointer)))
            elif kind in ARTICLES:
                read = VALUES["item_type"](kind)
                found.append((3, Said("article" if read == "other" else read, pointer)))
        for value, at in sheet.linked.of(node, "articleSection", "genre"):
            if isinstance(value, str) and _labelled(value):
                found.append((1, Said(_labelled(value) or "", at)))
    for meta in sheet.page.meta(*SECTIONS):
        label = _labelled(meta.content)
        if label:
            found.append((1, Said(label, sheet.page.meta_pointer(meta))))
    for one in sheet.properties.get("articlesection", ())[:2]:
        text, attribute = one.content
        if _labelled(text):
            found.append((1, Said(_labelled(text) or "", sheet.page.pointer(one.node, attribute))))
    found.extend((2, one) for one in _kicker(sheet))
    found.extend(
        (4, Said("article", sheet.page.meta_pointer(meta)))
        for meta in sheet.page.meta("og:type")
        if meta.content.lower() in ("article", "newsarticle", "news", "og:article", "story")
    )
    found.extend(
        (3, Said("article", sheet.page.pointer(scope, "itemtype")))
        for kind in ("newsarticle", "article", "blogposting")
        for scope in sheet.page.tree.css(f"[itemtype$='/{kind}' i]")[:1]
    )
    return [one for _, one in sorted(found, key=lambda entry: entry[0])][:6]


def places(sheet: Sheet) -> Iterator[Said[str]]:
    """The place of the dateline, where metadata give it."""
    for node in sheet.linked.articles[:1]:
        for value, pointer in sheet.linked.of(node, "dateline", "locationCreated"):
            text = text_of(value)
            if text and len(text) <= 120:
                yield Said(text, f"{pointer}/name" if isinstance(value, Mapping) else pointer)
    for one in sheet.properties.get("dateline", ())[:1]:
        text, attribute = one.content
        if text:
            yield Said(text, sheet.page.pointer(one.node, attribute))


def _labelled(label: str) -> str | None:
    return KINDS.get(" ".join(label.casefold().split()).strip(" :|/"))


def _kicker(sheet: Sheet) -> Iterator[Said[str]]:
    """A label such as *Opinion* beside the headline."""
    heading, at = sheet.heading
    if heading is None:
        return
    blocks = sheet.flow.blocks
    for number in (at - 1, at - 2, at + 1):
        if (
            0 <= number < len(blocks)
            and not blocks[number].parts & (COMMENTS | RELATED)
            and len(blocks[number].text) < 30
        ):
            label = _labelled(blocks[number].text)
            # A link in a menu is no label of this item, and 'Comments' leads to those of readers.
            if (
                label
                and blocks[number].tag != "li"
                and blocks[number].text.lower() not in ("comments", "comment", "debate", "letters")
            ):
                yield Said(label, sheet.page.pointer(blocks[number].node))


def independence(sheet: Sheet) -> Iterator[Said[Note]]:
    """Policies that the publisher links to, who owns and who pays, and labels of paid content."""
    seen: set[tuple[str, str]] = set()
    for value, pointer in _publishers(sheet):
        for key, kind in POLICIES.items():
            given = value.get(key)
            for one in given if isinstance(given, list) else [given]:
                note = _note(one, kind, key, sheet)
                if note is not None and (key, note.href or note.text or "") not in seen:
                    seen.add((key, note.href or note.text or ""))
                    yield Said(note, f"{pointer}/{key}")
        for key, kind in (("funder", "funding_statement"), ("funding", "funding_statement"), ("sponsor", "sponsor")):
            for one, at in sheet.linked.resolved(value.get(key), f"{pointer}/{key}"):
                text = text_of(one)
                if text and (key, text) not in seen:
                    seen.add((key, text))
                    scope = (
                        "item" if value is (sheet.linked.article.value if sheet.linked.article else None) else "outlet"
                    )
                    yield Said(Note(kind, text, scope=scope), f"{at}/name" if isinstance(one, Mapping) else at)
    main = sheet.linked.article
    if main is not None and "advertisercontentarticle" in main.types and not any(key == "sponsor" for key, _ in seen):
        yield Said(Note("sponsor", "AdvertiserContentArticle", scope="item"), f"{main.pointer}/@type")
    yield from _labels(sheet)


def _publishers(sheet: Sheet) -> Iterator[tuple[Mapping[str, Any], str]]:
    linked = sheet.linked
    for node in linked.articles[:2]:
        yield node.value, node.pointer
        for value, pointer in linked.of(node, "publisher"):
            if isinstance(value, Mapping):
                yield value, pointer
    for node in linked.nodes[:2000]:
        if node.types & ORGANISATIONS and not node.aside and "author" not in node.keys:
            yield node.value, node.pointer


def _note(given: Any, kind: str, key: str, sheet: Sheet) -> Note | None:
    if isinstance(given, Mapping):
        given = given.get("url") or given.get("@id") or given.get("text") or given.get("name")
    if not isinstance(given, str) or not given.strip():
        return None
    text = given.strip()
    if " " in text and key == "ownershipFundingInfo":
        return Note(kind, text_of(text))
    if " " in text or len(text) > 2000:
        return None
    return Note(kind, href=sheet.page.absolute(text))


def _labels(sheet: Sheet) -> Iterator[Said[Note]]:
    heading, at = sheet.heading
    blocks = sheet.flow.blocks
    if heading is None:
        return
    for number in range(max(0, at - 3), min(len(blocks), at + 5)):
        block = blocks[number]
        if (
            not block.parts & (COMMENTS | RELATED)
            and len(block.text) < 100
            and SPONSORED.fullmatch(block.text)
            and not _is_advertising(block.text)
        ):
            yield Said(Note("sponsor", block.text, scope="item"), sheet.page.pointer(block.node))
            return
    for meta in sheet.page.meta("article:section", "sponsor", "sponsored", "article:sponsor"):
        if SPONSORED.fullmatch(meta.content):
            yield Said(Note("sponsor", meta.content, scope="item"), sheet.page.meta_pointer(meta))
            return


def _is_advertising(text: str) -> bool:
    """Whether it labels a place for advertisements beside the item, and not the item."""
    return text.strip().casefold().strip(":") in ("anzeige", "werbung", "publicidad", "annonse", "promoted")


def info_sources(sheet: Sheet, authors: list[Said[Any]]) -> Iterator[Said[InfoSource]]:
    """Who supplied the item: the body it is taken from, an agency that signs it, where it was published first."""
    for node in sheet.linked.articles[:1]:
        for value, pointer in sheet.linked.of(node, "sourceOrganization", "provider"):
            name = text_of(value)
            if name and "://" not in name:
                kind = (
                    "agency"
                    if is_agency(name) or "newsmediaorganization" not in Node(value, "", ()).types
                    else "outlet"
                )
                yield Said(InfoSource(name, kind), f"{pointer}/name" if isinstance(value, Mapping) else pointer)
    seen = set()
    for said in authors:
        # Behind a person's name, whom they write for is in the role.
        for name in (one for agent in said.value for one in (agent.name, *(agent.role or "").split(", "))):
            if is_agency(name) and name.casefold() not in seen:
                seen.add(name.casefold())
                yield Said(InfoSource(name, "agency"), said.pointer)
    for meta in sheet.page.meta(
        "syndication-source", "original-source", "dc.source", "citation_technical_report_institution"
    ):
        yield Said(InfoSource(meta.content, "original"), sheet.page.meta_pointer(meta))
    for element in sheet.page.tree.css(".source-org")[:1]:
        text = words(element, 100)
        if text:
            yield Said(InfoSource(text, "outlet"), sheet.page.pointer(element))
