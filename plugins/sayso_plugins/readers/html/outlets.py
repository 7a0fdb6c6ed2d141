"""Which outlet a page is of: its name, and not its host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso import Org, Pattern
from sayso_plugins.readers.html.linked import ORGANISATIONS, text_of
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import NAME, Said, Sheet

#: Endings of a company's name; an outlet's name has none.
LEGAL = Pattern(
    r"[\s,]+(?:inc|ltd|llc|plc|gmbh|ag|s\.?a\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|co|corp|corporation"
    r"|limited|pty|oy|ab|a/s|as|kg|gmbh & co\.? kg|sp\. z o\.o\.|s\.?l\.?u?\.?|k\.k\.)\.?\Z",
    2,
)
COPYRIGHT = Pattern(
    r"(?:©|\(c\)|copyright|&copy;)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}\s*(?:[-–—/]\s*(?:(?:19|20)?\d{2}))?)?[\s,:.]*(?:by\s+|the\s+copyright\s+of\s+)?(?P<name>[^\W\d_][^|•·©\n]{1,60}?)(?=\s*(?:[|•·©]|\.(?:\s|\Z)|,?\s(?:all\s+rights|alle\s+rechte|tous\s+droits|todos\s+los)|(?:19|20)\d{2}|\Z))",
    2,
)
SUFFIX = Pattern(r"\s+[|·•»›:✩—–-]+\s+|\s*[|»›｜]\s*|:\s+|：|_(?=[\u3040-\u9fff\uac00-\ud7af])")
TITLED = (
    "og:site_name application-name apple-mobile-web-app-title dc.publisher dcterms.publisher "
    "citation_journal_title citation_publisher publisher article:publisher_name al:ios:app_name cre "
    "dc:publisher twitter:app:name:iphone"
).split()
#: Names of parts and of software, which are no outlet's.
NO_NAME = frozenset(
    "home homepage startseite news blog wordpress my site website start index main page default site untitled inicio "
    "accueil aktuelles".split()
) | {"my site", "home page", "my blog", "facebook", "twitter", "drupal", "joomla", "blogger", "wix"}
HOME = Pattern(r"logo|brand|site-?(?:title|name)|masthead|header")
HOSTLIKE = Pattern(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\Z")


def outlets(sheet: Sheet) -> list[Said[Org]]:
    """The outlet by each place that names it, best first."""
    stated = [one for one in (*_linked(sheet), *_metas(sheet), *_properties(sheet)) if _is_name(one.value.name)]
    hinted = [one for one in (*_suffix(sheet), *_copyright(sheet), *_home(sheet)) if _is_name(one.value.name)]
    found = [*stated, *hinted]
    if not found:
        return []
    domain = _label(sheet.page.host)
    weighed = []
    for index, (one, weight) in enumerate(zip(found, _weights(found, sheet), strict=True)):
        name = one.value.name
        score = weight + 2.5 * _fits(name, domain)
        others = {other.pointer for other in found if other is not one and _agree(name, other.value.name)}
        score += min(2.0, 1.0 * len(others))
        score -= 2.5 * bool(HOSTLIKE.fullmatch(name)) + 1.5 * (len(name) > 40) + 1.0 * bool(LEGAL.search(name))
        weighed.append((-score, index, one))
    weighed.sort(key=lambda entry: entry[:2])
    # The end of the title and the copyright line tell which of several names is meant; alone they count where there is
    # no other.
    ranked = [one for _, _, one in weighed if not stated or one in stated]
    if HOSTLIKE.fullmatch(ranked[0].value.name):
        # A name that is only a host: what else is the host with blanks in it is how the outlet writes itself.
        spelt = (one for _, _, one in weighed if " " in one.value.name and _is_label(one.value.name, domain))
        ranked = list({one.pointer: one for one in (*spelt, *ranked)}.values())
    best = ranked[0]
    return [Said(_completed(best.value, ranked), best.pointer), *ranked[1:8]]


def names_of(found: list[Said[Org]], sheet: Sheet) -> tuple[str, ...]:
    """All names under which the outlet goes, for telling it from who signs."""
    made = [one.value.name for one in found]
    made += [LEGAL.compiled.sub("", name) for name in made]
    made += [name.removeprefix("The ").removeprefix("Die ").removeprefix("Der ") for name in made]
    label = sheet.page.host
    return (
        tuple(dict.fromkeys([*made, label, label.rpartition(".")[0], f"www.{label}", _label(label)]))
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


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= 80
        and any(c.isalpha() for c in name)
        and name.casefold() not in NO_NAME
        and "://" not in name
        and not name.startswith("@")
    )


def _label(host: str) -> str:
    """The telling part of a host: *larkmoorherald* of *news.larkmoorherald.co.uk*."""
    parts = host.split(".")
    while len(parts) > 1 and (len(parts[-1]) <= 3 or parts[-1] in ("info", "news", "online", "blog", "press", "media")):
        parts.pop()
    if (
        parts
        and parts[-1]
        in (
            "wordpress",
            "blogspot",
            "hypotheses",
            "github",
            "substack",
            "medium",
            "tumblr",
            "typepad",
            "wikidot",
            "blogger",
            "over-blog",
            "livejournal",
        )
        and len(parts) > 1
    ):
        parts.pop()
    return plain(parts[-1]).replace(" ", "") if parts else ""


def _is_label(name: str, label: str) -> bool:
    """Whether a name run together is the host's, with or without an article."""
    joined = plain(name).replace(" ", "")
    return bool(label) and joined.removeprefix("the") == label.removeprefix("the")


def _fits(name: str, label: str) -> bool:
    """Whether a name and the host go together: the name run together, a telling word of it, or its initials."""
    if not label:
        return False
    parts = plain(name).split()
    joined = "".join(parts)
    bare = label.replace("the", "", 1) if label.startswith("the") else label
    if joined and (joined in label or label in joined or bare in joined):
        return True
    if any(len(part) >= 4 and part in label for part in parts):
        return True
    initials = "".join(part[0] for part in parts if part not in ("the", "of", "and", "der", "die", "und"))
    full = "".join(part[0] for part in parts)
    return len(initials) >= 2 and bare in (initials, full)


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
        if one.aside or "author" in one.keys or not text_of(one.value.get("name")):
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
    label = _label(sheet.page.host)
    pieces = [piece.strip() for piece in SUFFIX.compiled.split(text) if piece and piece.strip()]
    if len(pieces) < 2:
        return
    heading = sheet.heading[0]
    shown = plain(words(heading) or "") if heading is not None else ""
    able = [piece for piece in (pieces[-1], pieces[0], *pieces[1:-1]) if len(piece) <= 50 and plain(piece) != shown]
    for fits in (_is_label, _fits):
        for piece in able:
            if fits(piece, label):
                yield Said(Org(piece), sheet.page.pointer(node))
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
    label = _label(sheet.page.host)
    for block in reversed(sheet.flow.blocks[-80:]):
        if len(block.text) < 300 and ("©" in block.text or "opyright" in block.text):
            match = COPYRIGHT.search(block.text)
            if match and (_fits(_tidy(match["name"]), label) or not label):
                yield Said(Org(_tidy(match["name"])), sheet.page.pointer(block.node))
                return


def _home(sheet: Sheet) -> Iterator[Said[Org]]:
    """What the link to the first page says, or the picture in it, where it is named for that or goes with the host."""
    label = _label(sheet.page.host)
    for link in sheet.page.tree.css("a[href]")[:40]:
        if not _leads_home(sheet, link.attributes.get("href") or ""):
            continue
        picture = link.css_first("img[alt]")
        shown = words(link, 60)
        name = shown or (picture.attributes.get("alt") if picture is not None else None) or ""
        name = " ".join(name.split()).removesuffix(" logo").removesuffix(" Logo")
        names = " ".join(
            one.attributes.get(key) or "" for one in (link, link.parent) if one is not None for key in ("class", "id")
        )
        if 2 < len(name) <= 50 and (_is_label(name, label) or (HOME.search(names.lower()) and _fits(name, label))):
            node = link if shown or picture is None else picture
            yield Said(Org(name), sheet.page.pointer(node, None if node is link else "alt"))
            return


def _leads_home(sheet: Sheet, href: str) -> bool:
    href = href.strip()
    if href in ("/", "./", "../"):
        return True
    rest = href.partition("://")[2].removeprefix("www.").rstrip("/")
    return bool(rest) and rest == sheet.page.host


def _tidy(name: str) -> str:
    name = name.strip().removeprefix("Copyright ").removeprefix("copyright ")
    return LEGAL.compiled.sub("", name.strip(" ,.-–|")).strip()
