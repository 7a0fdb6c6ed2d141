"""The headline of a page: by each place that gives one, the one on which they agree first."""

from __future__ import annotations

from sayso_plugins.readers.html.linked import text_of
from sayso_plugins.readers.html.outlets import SUFFIX, _fits, _label
from sayso_plugins.readers.html.page import words
from sayso_plugins.readers.html.same import plain
from sayso_plugins.readers.html.sheet import Said, Sheet

METAS = "og:title twitter:title twitter:text:title parsely-title sailthru.title dc.title dcterms.title citation_title headline title article:title".split()


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
    for one in sheet.properties.get("headline", ())[:1]:
        text, attribute = one.content
        if text:
            found.append((2.0, Said(text, page.pointer(one.node, attribute))))
    heading = sheet.heading[0]
    if heading is not None:
        text = words(heading)
        if text:
            found.append((2.6, Said(text, page.pointer(heading))))
    title = page.tree.css_first("head > title") or page.tree.css_first("title")
    text = words(title) if title is not None else None
    if text and title is not None:
        found.append((1.0, Said(text, page.pointer(title))))
    shown = [plain(one.value) for _, one in found]
    label = _label(page.host)
    own = {plain(name) for name in outlets}
    trimmed = [(weight, Said(trim(one.value, own, label, shown), one.pointer)) for weight, one in found]
    trimmed = [(weight, one) for weight, one in trimmed if one.value]
    scored = []
    for index, (weight, one) in enumerate(trimmed):
        words_of = plain(one.value)
        score = weight + sum(0.8 * other_weight for other_weight, other in trimmed if other is not one and plain(other.value) == words_of)
        score -= 4.0 * (words_of in own and len(trimmed) > 1) + 1.5 * one.value.endswith(("…", "..."))
        scored.append((-score, index, one))
    scored.sort(key=lambda entry: entry[:2])
    return [one for _, _, one in scored][:8]


def trim(text: str, own: set[str], label: str, shown: list[str]) -> str:
    """A headline without the outlet behind or before it.

    Args:
        own: The outlet's names, plain.
        label: The telling part of the host.
        shown: What other places give as the headline, plain: where one of them is the rest, the end is no part of it.
    """
    for _ in range(3):
        joints = list(SUFFIX.compiled.finditer(text))
        if not joints:
            break
        last = joints[-1]
        head, tail = text[: last.start()].strip(), text[last.end() :].strip()
        if head and tail and _is_outlet(tail, own, label, plain(head) in shown and ":" not in last.group()):
            text = head
            continue
        first = joints[0]
        head, tail = text[: first.start()].strip(), text[first.end() :].strip()
        if head and tail and _is_outlet(head, own, label, plain(tail) in shown and len(head) < 40 and plain(head) not in shown):
            text = tail
            continue
        break
    return text


def _is_outlet(piece: str, own: set[str], label: str, rest_is_headline: bool) -> bool:
    words_of = plain(piece)
    if words_of in own or rest_is_headline:
        return True
    return len(piece) <= 40 and _fits(piece, label) and len(words_of) >= 3 and len(words_of.split()) <= 4 and words_of.replace(" ", "") in (label, f"the{label}", label.removeprefix("the"))
