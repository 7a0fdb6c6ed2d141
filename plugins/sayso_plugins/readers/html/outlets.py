"""Which outlet a page is of: its name, and not its host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import Org, Pattern
from sayso_plugins.readers.html.hosts import HOSTLIKE, fits, is_label, label_of
from sayso_plugins.readers.html.linked import ORGANISATIONS, text_of
from sayso_plugins.readers.html.mastheads import heads, mastheads_of
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import NAME, Said, Sheet
from sayso_plugins.readers.html.words import SUFFIX, TAGLINE, is_outlet_name

#: Endings of a company's name; an outlet's name has none.
LEGAL = Pattern(
    r"[\s,]+(?:inc|ltd|llc|plc|gmbh|ag|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|co|corp|corporation"
    r"|limited|pty|e\.?\s?v|oy|ab|a/s|as|kg|gmbh & co\.? kg|sp\. z o\.o\.|s\.?l\.?u?\.?|k\.k\.)\.?\Z",
    2,
)
COPYRIGHT = Pattern(
    r"(?:©|\(c\)|copyright|&copy;)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}\s*(?:[-–—/]\s*(?:(?:19|20)?\d{2}))?)?[\s,:.]*(?:by\s+|the\s+copyright\s+of\s+)?(?P<name>[^\W\d_][^|•·©\n]{1,60}?)(?=\s*(?:[|•·©]|\.(?:\s|\Z)|,?\s(?:all\s+rights|alle\s+rechte|tous\s+droits|todos\s+los)|(?:19|20)\d{2}|\Z))",
    2,
)
#: Properties of an item that name bodies, of which none is its outlet.
OTHERS = frozenset(
    "author creator contributor editor translator sponsor funder about mentions brand manufacturer memberOf "
    "affiliation worksFor location contentLocation locationCreated itemReviewed subjectOf".split()
)
#: How the titles of some local papers end: *Pier to close (from Larkmoor Echo)*.
FROM = Pattern(r"\(from (?P<name>[^()]{3,50})\)\s*\Z", 2)
TITLED = (
    "og:site_name application-name apple-mobile-web-app-title dc.publisher dcterms.publisher "
    "citation_journal_title citation_publisher publisher article:publisher_name al:ios:app_name cre "
    "dc:publisher twitter:app:name:iphone"
).split()


def outlets(sheet: Sheet) -> list[Said[Org]]:
    """The outlet by each place that names it, best first."""
    stated = [one for one in (*_linked(sheet), *_metas(sheet), *_properties(sheet)) if is_outlet_name(one.value.name)]
    tails = list(_suffix(sheet))
    mastheads = list(mastheads_of(sheet, tails))
    rights = list(_copyright(sheet))
    hinted = [one for one in (*tails, *rights, *mastheads) if is_outlet_name(one.value.name)]
    found = [*stated, *hinted]
    if not found:
        return []
    domain = label_of(sheet.page.host)
    weighed = []
    for index, (one, weight) in enumerate(zip(found, _weights(found, sheet), strict=True)):
        name = one.value.name
        score = weight + 2.5 * (fits(name, domain) or one in mastheads)
        others = {other.pointer for other in found if other is not one and _agree(name, other.value.name)}
        score += min(2.0, 1.0 * len(others)) + 0.5 * (one in mastheads)
        score -= 2.5 * bool(HOSTLIKE.fullmatch(name)) + 1.5 * (len(name) > 40) + 1.0 * bool(LEGAL.search(name))
        weighed.append((-score, index, one))
    weighed.sort(key=lambda entry: entry[:2])
    # The end of the title and the copyright line tell which of several names is meant; alone they count where there is
    # no other.
    ranked = [one for _, _, one in weighed if not stated or one in stated]
    if HOSTLIKE.fullmatch(ranked[0].value.name):
        # A name that is only a host: what else is the host with blanks in it is how the outlet writes itself.
        able = (one for _, _, one in weighed if not HOSTLIKE.fullmatch(one.value.name) or " " in one.value.name)
        spelt = [one for one in able if not one.value.name.islower() and is_label(one.value.name, domain)]
        spelt.sort(key=lambda one: " " not in one.value.name)
        ranked = list({one.pointer: one for one in (*spelt, *ranked)}.values())
    head = next((one for one in mastheads if heads(one, ranked[0], tails, domain)), None)
    if head is not None:
        ranked = [head, *(one for one in ranked if one is not head)]
    best = ranked[0]
    # Who holds the rights is another outlet only where nothing else tells which it is.
    ranked = [one for one in ranked if one not in rights or one is best or _agree(one.value.name, best.value.name)]
    return [Said(_completed(best.value, ranked), best.pointer), *ranked[1:8]]


def names_of(found: list[Said[Org]], sheet: Sheet) -> tuple[str, ...]:
    """All names under which the outlet goes, for telling it from who signs."""
    made = [one.value.name for one in found]
    made += [LEGAL.compiled.sub("", name) for name in made]
    made += [name.removeprefix("The ").removeprefix("Die ").removeprefix("Der ") for name in made]
    made += [f"The {name}" for name in made if not name.startswith(("The ", "Die ", "Der "))]
    label = sheet.page.host
    return (
        tuple(dict.fromkeys([*made, label, label.rpartition(".")[0], f"www.{label}", label_of(label)]))
        if label
        else tuple(dict.fromkeys(made))
    )


def _completed(org: Org, others: list[Said[Org]]) -> Org:
    """The outlet with what other places say of one of its name."""
    for other in others:
        value = other.value
        if _agree(org.name, value.name) and (value.url or value.kind or value.owner or value.id):
            return Org(
                org.name,
                org.short_name,
                org.id or value.id,
                org.url or value.url,
                org.kind or value.kind,
                org.owner or value.owner,
                org.funders or value.funders,
                org.no_bylines_policy or value.no_bylines_policy,
            )
    return org


def _weights(found: list[Said[Org]], sheet: Sheet) -> list[float]:
    sites = {sheet.page.meta_pointer(meta) for meta in sheet.page.meta("og:site_name")}
    weights = []
    for one in found:
        if "#/" in one.pointer:
            weights.append(3.0 if "/publisher" in one.pointer or one.value.kind else 2.5)
        elif one.pointer in sites:
            weights.append(3.2)
        elif one.pointer.startswith("/html/head/meta"):
            weights.append(1.6)
        else:
            weights.append(1.0)
    return weights


def _agree(one: str, other: str) -> bool:
    a, b = plain(LEGAL.compiled.sub("", one)), plain(LEGAL.compiled.sub("", other))
    a, b = a.removeprefix("the "), b.removeprefix("the ")
    return a == b or (min(len(a), len(b)) >= 4 and (a in b or b in a))


def _linked(sheet: Sheet) -> Iterator[Said[Org]]:
    linked = sheet.linked
    for node in linked.articles[:3]:
        for key in ("publisher", "provider", "sourceOrganization"):
            for value, pointer in linked.of(node, key):
                org = _org(value)
                if org is not None and key == "publisher":
                    yield Said(org, f"{pointer}/name" if isinstance(value, Mapping) else pointer)
        for value, pointer in linked.of(node, "isPartOf"):
            if (
                isinstance(value, Mapping)
                and text_of(value.get("name"))
                and _kind_of(value) in ("website", "blog", "newspaper", "periodical")
            ):
                yield Said(Org(text_of(value["name"]) or ""), f"{pointer}/name")
    for one in linked.nodes[:2000]:
        if one.aside or not OTHERS.isdisjoint(one.keys) or not text_of(one.value.get("name")):
            continue
        if (
            "website" in one.types
            or one.types & {"newsmediaorganization"}
            or (one.types & ORGANISATIONS and len(one.keys) <= 1)
        ):
            org = _org(one.value)
            if org is not None:
                yield Said(org, f"{one.pointer}/name")


def _kind_of(value: Mapping[str, Any]) -> str:
    given = value.get("@type")
    given = given[0] if isinstance(given, list) and given else given
    return given.rpartition("/")[2].lower() if isinstance(given, str) else ""


def _org(value: Any) -> Org | None:
    if isinstance(value, str):
        name = text_of(value)
        return Org(name) if name and "://" not in name else None
    if not isinstance(value, Mapping):
        return None
    name = text_of(value.get("name")) or text_of(value.get("legalName"))
    if not name or _kind_of(value) == "person":
        return None
    url = value.get("url")
    parent = value.get("parentOrganization")
    return Org(
        name,
        text_of(value.get("alternateName")),
        url=url if isinstance(url, str) and url.startswith("http") else None,
        kind={"governmentorganization": "government", "ngo": "advocacy"}.get(_kind_of(value)),
        owner=text_of(parent.get("name")) if isinstance(parent, Mapping) else None,
        no_bylines_policy=bool(value.get("noBylinesPolicy")),
    )


def _metas(sheet: Sheet) -> Iterator[Said[Org]]:
    for name in TITLED:
        for meta in sheet.page.meta(name):
            if not meta.content.startswith("http"):
                yield Said(Org(meta.content), sheet.page.meta_pointer(meta))
                break


def _properties(sheet: Sheet) -> Iterator[Said[Org]]:
    for one in sheet.properties.get("publisher", ())[:2]:
        inner = one.node.css_first(NAME)
        node = inner or one.node
        content = (node.attributes.get("content") or "").strip()
        text = content or words(node, 80)
        if text:
            yield Said(Org(text), sheet.page.pointer(node, "content" if content else None))


def _suffix(sheet: Sheet) -> Iterator[Said[Org]]:
    """What the title of the page has behind or before the headline, where it goes with the host or ends all of it."""
    node = sheet.page.tree.css_first("head > title") or sheet.page.tree.css_first("title")
    text = words(node) if node is not None else None
    if not text or node is None:
        return
    label = label_of(sheet.page.host)
    within = FROM.search(text)
    if within is not None:
        yield Said(Org(within["name"]), sheet.page.pointer(node))
        return
    pieces = [piece.strip() for piece in SUFFIX.compiled.split(text) if piece and piece.strip()]
    if len(pieces) < 2:
        return
    heading = sheet.heading[0]
    shown = plain(words(heading) or "") if heading is not None else ""
    able = [piece for piece in (pieces[-1], pieces[0], *pieces[1:-1]) if len(piece) <= 50 and plain(piece) != shown]
    for goes in (is_label, fits):
        for piece in able:
            if goes(piece, label):
                first = TAGLINE.compiled.split(piece, 1)[0]
                yield Said(Org(first if is_label(first, label) else piece), sheet.page.pointer(node))
                return
    titled = {plain(meta.content) for meta in sheet.page.meta("og:title", "twitter:title")}
    if plain(pieces[-1]) in titled:
        if len(pieces[0]) <= 50:
            yield Said(Org(pieces[0]), sheet.page.pointer(node))
        return
    if shown and shown == plain(" ".join(pieces[:-1])) and len(pieces[-1]) <= 50:
        yield Said(Org(pieces[-1]), sheet.page.pointer(node))


def _copyright(sheet: Sheet) -> Iterator[Said[Org]]:
    for meta in sheet.page.meta("copyright", "dc.rights", "rights"):
        match = COPYRIGHT.search(meta.content) or COPYRIGHT.search(f"© {meta.content}")
        if match and len(meta.content) < 120:
            yield Said(Org(_tidy(match["name"])), sheet.page.meta_pointer(meta))
            return
    label = label_of(sheet.page.host)
    for block in reversed(sheet.flow.blocks[-80:]):
        if len(block.text) < 300 and ("©" in block.text or "opyright" in block.text):
            match = COPYRIGHT.search(block.text)
            if match and (fits(_tidy(match["name"]), label) or not label):
                yield Said(Org(_tidy(match["name"])), sheet.page.pointer(block.node))
                return


def _tidy(name: str) -> str:
    name = name.strip().removeprefix("Copyright ").removeprefix("copyright ")
    return LEGAL.compiled.sub("", name.strip(" ,.-–|")).strip()
