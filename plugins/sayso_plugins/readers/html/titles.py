"""The headline of a page: by each place that gives one, the one on which they agree first."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from sayso import Pattern
from sayso_plugins.readers.html.hosts import fits, label_of
from sayso_plugins.readers.html.linked import text_of
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import alike, plain
from sayso_plugins.readers.html.sheet import Said, Sheet
from sayso_plugins.readers.html.words import SUFFIX

#: Names of parts of a site before a headline.
GENERAL = frozenset(
    ("blog archive", "blog archiv", "archive", "archiv", "news", "blog", "aktuelles", "article", "artikel", "home")
)
#: Letters of the shortest headline that is found by its words alone.
SHORTEST = 8
#: Words of a headline that is preferred to the title for search engines, and the share of them that both have.
FEWEST, SHARED = 4, 0.3
#: Blocks before the text in which it is looked for, and its most letters.
FARTHEST, LONGEST = 60, 300
COLON = Pattern("[:：]")
METAS = (
    "og:title twitter:title twitter:text:title parsely-title sailthru.title dc.title dcterms.title "
    "citation_title headline title article:title"
).split()


def headlines(sheet: Sheet, outlets: tuple[str, ...]) -> list[Said[str]]:
    """The headline by each place that gives one, best first.

    Args:
        outlets: Names of the outlet, which stand behind a headline and are no part of it.
    """
    page = sheet.page
    found: list[tuple[float, Said[str]]] = []
    for node in sheet.linked.articles[:1]:
        for weight, key in ((3.0, "headline"), (1.5, "name")):
            text = text_of(node.value.get(key))
            if text:
                found.append((weight, Said(text, f"{node.pointer}/{key}")))
                break
    weights = {"og:title": 3.0, "twitter:title": 1.2, "title": 0.6}
    for name in METAS:
        for meta in page.meta(name):
            text = text_of(meta.content)
            if text:
                found.append((weights.get(name, 1.5), Said(text, page.meta_pointer(meta))))
                break
    for held in sheet.properties.get("headline", ())[:1]:
        text, attribute = held.content
        if text:
            found.append((2.0, Said(text, page.pointer(held.node, attribute))))
    site = ""
    heading = sheet.heading[0]
    if heading is not None:
        text = _heading(sheet, heading)
        if text:
            # A heading that the head of the page does not know is that of the site.
            known = not sheet.title_words or any(
                _shares(text, one) and not _is_end(text, one) for one in sheet.title_words
            )
            bare = not found and heading.tag == "h1" and len(text.split()) > 2 and page.tree.css("h1") == [heading]
            site = "" if known or bare else page.pointer(heading)
            found.append((2.6 if known or bare else 0.9, Said(text, page.pointer(heading))))
    title = page.tree.css_first("head > title") or page.tree.css_first("title")
    text = words(title) if title is not None else None
    if text and title is not None:
        found.append((1.0, Said(text, page.pointer(title))))
    if heading is None and text:
        found += [(2.0, one) for one in _standing_alone(sheet, text)]
    shown = [plain(one.value) for _, one in found]
    label = label_of(page.host)
    own = {plain(name) for name in outlets}
    trimmed = [(weight, Said(trim(one.value, own, label, shown), one.pointer)) for weight, one in found]
    trimmed = [(weight, one) for weight, one in trimmed if one.value]
    last = page.pointer(title) if title is not None else ""
    scored = []
    for index, (weight, one) in enumerate(trimmed):
        words_of = plain(one.value)
        score = weight + sum(
            0.8 * other_weight for other_weight, other in trimmed if other is not one and plain(other.value) == words_of
        )
        if one.pointer == last and any(
            plain(other.value).startswith(f"{words_of} ") and other.pointer != site for _, other in trimmed
        ):
            score -= 3.0  # the title of the window is the short form of what others have in full
        score -= 4.0 * (words_of in own and len(trimmed) > 1) + 1.5 * one.value.endswith(("…", "..."))
        scored.append((-score, index, one))
    scored.sort(key=lambda entry: entry[:2])
    best = [one for _, _, one in scored]
    above = _shown(sheet, best)
    if above is not None:
        best = [above, *(one for one in best if one is not above)]
    # The title of the window, and a heading that it does not know, are no other headline where there is one.
    return [best[0], *(one for one in best[1:] if one.pointer not in (last, site))][:8] if best else []


def _shown(sheet: Sheet, best: list[Said[str]]) -> Said[str] | None:
    """The only heading of the first order, where it has some words of the title for search engines and its own."""
    node = sheet.heading[0]
    if node is None or node.tag != "h1" or len(sheet.page.tree.css("h1")) != 1:
        return None
    pointer = sheet.page.pointer(node)
    heading = next((one for one in best if one.pointer == pointer), None)
    if heading is None or heading is best[0] or len(heading.value.split()) < FEWEST:
        return None
    own, other = set(plain(heading.value).split()), set(plain(best[0].value).split())
    return heading if len(own & other) >= SHARED * len(own) else None


def _standing_alone(sheet: Sheet, title: str) -> list[Said[str]]:
    """The piece of the title that stands nearest before the text, where no element of the page is a heading."""
    pieces = {plain(one) for one in SUFFIX.compiled.split(title) if one and len(plain(one)) >= SHORTEST}
    if len(pieces) < 2:
        return []
    blocks = sheet.flow.blocks
    near = range(sheet.first_paragraph, max(-1, sheet.first_paragraph - FARTHEST), -1)
    at = next((at for at in near if at < len(blocks) and plain(blocks[at].text[:LONGEST]) in pieces), None)
    return [Said(blocks[at].text, sheet.page.pointer(blocks[at].node))] if at is not None else []


def _heading(sheet: Sheet, node: LexborNode) -> str | None:
    """The words of a heading; of parts that only a style sheet holds apart, as a kicker, the one that is the title."""
    parts = (words(node, apart=True) or "").split(" | ")
    if len(parts) > 1:
        known = [part for part in parts if len(part) >= 15 and any(alike(part, one) for one in sheet.title_words)]
        if known:
            return max(known, key=len)
    return words(node)


def _shares(heading: str, title: str) -> bool:
    """Whether most words of a heading are in a title, in any form of either."""
    own, other = plain(heading).split(), set(plain(title).split())
    return sum(word in other for word in own) >= 0.6 * len(own) or alike(heading, title)


def _is_end(heading: str, title: str) -> bool:
    """Whether a heading is what a title has behind its first part, and so the name of the site."""
    joint = SUFFIX.search(title)
    return (
        joint is not None
        and plain(heading) == plain(title[joint.end() :])
        and plain(heading) != plain(title[: joint.start()])
    )


def trim(text: str, own: set[str], label: str, shown: list[str]) -> str:
    """A headline without the outlet behind or before it.

    Args:
        own: The outlet's names, plain.
        label: The telling part of the host.
        shown: What other places give as the headline, plain: where one of them is the rest, the end is no part of it.
    """
    for joint in SUFFIX.compiled.finditer(text):
        piece = SUFFIX.compiled.split(text[joint.end() :], 1)[0].strip()
        if joint.start() and plain(piece) in own and len(plain(piece)) > 2 and not COLON.search(joint.group()):
            text = text[: joint.start()].strip()
            break
    for _ in range(3):
        joints = list(SUFFIX.compiled.finditer(text))
        if not joints:
            break
        last = joints[-1]
        head, tail = text[: last.start()].strip(), text[last.end() :].strip()
        if head and tail and _is_outlet(tail, own, label, plain(head) in shown and not COLON.search(last.group())):
            text = head
            continue
        first = joints[0]
        head, tail = text[: first.start()].strip(), text[first.end() :].strip()
        if tail and plain(head) in GENERAL:
            text = tail
            continue
        if (
            head
            and tail
            and _is_outlet(head, own, label, plain(tail) in shown and len(head) < 40 and plain(head) not in shown)
        ):
            text = tail
            continue
        break
    return text


def _is_outlet(piece: str, own: set[str], label: str, rest_is_headline: bool) -> bool:
    words_of = plain(piece)
    if words_of in own or rest_is_headline:
        return True
    return (
        len(piece) <= 40
        and fits(piece, label)
        and len(words_of) >= 3
        and len(words_of.split()) <= 4
        and words_of.replace(" ", "") in (label, f"the{label}", label.removeprefix("the"))
    )
