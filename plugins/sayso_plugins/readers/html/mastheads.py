"""The name at the top of a page, which leads to the first page of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from sayso import Org, Pattern
from sayso_plugins.readers.html.hosts import HOSTLIKE, fits, is_label, label_of
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.words import SUFFIX, TAGLINE, is_outlet_name

HOME = Pattern(r"logo|brand|site-?(?:title|name)|masthead|header|title")
#: Names of elements that hold the name of the site and nothing else.
NAMES = Pattern(r"(?:site|pub(?:lication)?|blog|masthead)-?_?(?:title|name)(?=\Z|[\s_-])")
#: What a picture or a link is, behind the name that it has.
WHAT = Pattern(r"\s+(?:logo|home|home\s?page|startseite)\Z", 2)
LOGO = Pattern(r"\A(?:logo(?:\s(?:der|des|von|of|of\sthe|de|du|di))?|home|homepage|startseite)\s*[:–-]?\s+", 2)
#: Links of a page that are looked at, and letters of a name.
MOST, LONGEST = 40, 50
#: Letters of an attribute in which a name is looked for.
LOOKED_AT = 300
#: What a site's feed is called behind the site's name.
FEED = Pattern(r"\s*(?:[|»›:–—-]+\s*)?\b(?:rss|atom|feed|posts|articles|news|headlines|full|\(|\)|\s)+\Z", 2)

#: Addresses of the first page that name it.
FIRST = Pattern(r"(?:\.?\.?/)?(?:home/?)?(?:index|home|default)\.(?:html?|php|aspx?|jsp)", 2)


def mastheads_of(sheet: Sheet, tails: list[Said[Org]]) -> Iterator[Said[Org]]:
    """What the link to the first page says, or the picture in it, where it is named for that or goes with the host.

    A name that has nothing of the host, as blogs have, counts where two places have it: two such links, the title of
    the page or that of its feed.

    Args:
        tails: What the title of the page has beside the headline.
    """
    label = label_of(sheet.page.host)
    others: list[tuple[str, LexborNode, bool]] = []
    for link in sheet.page.tree.css("a[href]")[:MOST]:
        names = " ".join(
            one.attributes.get(key) or "" for one in (link, link.parent) if one is not None for key in ("class", "id")
        )
        head, home = HOME.search(names.lower()) is not None, _leads_home(sheet, link.attributes.get("href") or "")
        if not (head or home):
            continue
        picture = link.css_first("img[alt]")
        inner = next((one for one in link.css("[class]") if NAMES.search(one.attributes.get("class") or "")), link)
        for node, attribute in ((picture, "alt"), (inner, None)):
            if node is None:
                continue
            name = _name(node, attribute, label, tails)
            if not 2 < len(name) <= LONGEST:
                continue
            named = home and NAMES.search(names.lower()) is not None and is_outlet_name(name)
            if named or is_label(name, label) or (home and head and fits(name, label)):
                yield Said(Org(name), sheet.page.pointer(node, attribute))
                return
            if home:
                others.append((name, node, attribute is not None))
    yield from _told_twice(sheet, others, tails)


def _told_twice(sheet: Sheet, named: list[tuple[str, LexborNode, bool]], tails: list[Said[Org]]) -> Iterator[Said[Org]]:
    """The first name of links to the first page that another place has too."""
    elsewhere = {plain(one.value.name) for one in tails} | {plain(one) for one in _pieces(sheet)}
    for feed in sheet.page.tree.css("link[rel=alternate][title]")[:4]:
        elsewhere.add(plain(FEED.compiled.sub("", " ".join((feed.attributes.get("title") or "")[:LOOKED_AT].split()))))
    times = Counter(plain(name) for name, _, _ in named)
    for name, node, pictured in named:
        if is_outlet_name(name) and (times[plain(name)] > 1 or plain(name) in elsewhere):
            yield Said(Org(name), sheet.page.pointer(node, "alt" if pictured else None))
            return


def _pieces(sheet: Sheet) -> list[str]:
    """The first and the last piece of the title of the page."""
    node = sheet.page.tree.css_first("head > title") or sheet.page.tree.css_first("title")
    pieces = [one for one in SUFFIX.compiled.split(words(node) or "") if one] if node is not None else []
    return [pieces[0], pieces[-1]] if len(pieces) > 1 else []


def _name(node: LexborNode, attribute: str | None, label: str, tails: list[Said[Org]]) -> str:
    """What it says, without what there is behind the name: *Norbank - news, sport and weather*."""
    shown = node.attributes.get(attribute) if attribute else (words(node, 120, apart=True) or "").split(" | ", 1)[0]
    name = LOGO.compiled.sub("", WHAT.compiled.sub("", " ".join((shown or "")[:LOOKED_AT].split())))
    known = [plain(one.value.name) for one in tails]
    for parts in (SUFFIX, TAGLINE):
        first = parts.compiled.split(name, 1)[0].strip()
        rest = name[len(first) :].lstrip(" |·•»›:–—-,.")
        if is_label(first, label) or plain(first) in known or (rest[:1].islower() and fits(first, label)):
            return first
    whole = (one.value.name for one in tails if plain(name).startswith(f"{plain(one.value.name)} "))
    # "The Larkmoor Post Travels on foot", but "the Post of Larkmoor".
    return next((one for one in whole if name[len(one) :].strip()[:1].isupper()), name)


def heads(masthead: Said[Org], best: Said[Org], tails: list[Said[Org]], label: str) -> bool:
    """Whether the name at the top of the page is the outlet's, and not the other one that its metadata have.

    It is where the title of the page ends with the same, or where it has several words that together are the host: a
    field for search engines adds a country or leaves out a word.
    """
    name, other = plain(masthead.value.name), plain(best.value.name)
    if name == other or not is_outlet_name(masthead.value.name):
        return False
    if HOSTLIKE.fullmatch(masthead.value.name) and not HOSTLIKE.fullmatch(best.value.name):
        return False  # a name says more than the host
    tail = plain(tails[0].value.name) if tails else None
    if tail == name:
        return True
    whole = len(name.removeprefix("the ").split()) > 1 and is_label(name, label)
    return whole and (tail != other or name in other)


def _leads_home(sheet: Sheet, href: str) -> bool:
    href = href.strip()
    if href in ("/", "./", "../") or FIRST.fullmatch(href):
        return True
    rest = href.partition("://")[2].removeprefix("www.").rstrip("/")
    return bool(rest) and rest == sheet.page.host
