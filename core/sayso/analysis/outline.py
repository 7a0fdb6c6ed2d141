"""The outline of a text: what each paragraph is, by general signs and never by one publisher's words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.analysis.language import LanguagePack
from sayso.analysis.paragraphs import paragraphs
from sayso.text.span import Span

LABEL = re.compile(r"[*_#\s]{0,4}(?P<words>[^\W\d_][^\n:–—]{0,40}?)[*_]{0,2}[^\S\n]*(?P<mark>:|[–—-](?=\s))[*_]{0,2}")
HEAD_LINES = 6
HEADLINE = 160


class Block(NamedTuple):
    """A run of paragraphs of one kind.

    Attributes:
        kind: A section kind (``headline``, ``byline``, ``news``, ``comment`` …, ``boilerplate.independence``,
            ``boilerplate.about``).
        label: The words that announce it, mark included.
        name: What names somebody in it: the organisation of a boilerplate, the author of a byline.
    """

    kind: str
    span: Span
    confidence: float
    label: Span | None = None
    name: Span | None = None


def outline(text: str, pack: LanguagePack, publishers: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in their order; they cover all its paragraphs.

    Where the publisher is known by `publishers`, only its own description is boilerplate: a body that the news
    is about may be described in the same words.

    Boilerplate is cut off first, then labels are read, and what is left is news. A label
    holds until the next one or the boilerplate.
    """
    parts = list(paragraphs(text))
    kinds = {
        index: block
        for index, block in _boilerplate(text, parts, pack).items()
        if not publishers or _is_named(text, block, publishers)
    }
    body = [i for i in range(len(parts)) if i not in kinds]
    kinds.update(_head(text, parts, body, pack))
    blocks: list[Block] = []
    current: Block | None = None
    for index, part in enumerate(parts):
        block = kinds.get(index)
        if block is None:
            label = _label(text, part, pack)
            if label is not None:
                kind, span = label
                block = current = Block(kind, part, 0.9, span)
            else:
                inherited = current.kind if current else "news"
                block = Block(inherited, part, 0.9 if current else 0.95)
        elif block.kind.startswith("boilerplate"):
            current = None
        last = blocks[-1] if blocks else None
        if last and block.label is None and last.kind == block.kind and last.kind not in ("headline", "byline"):
            blocks[-1] = Block(
                last.kind, Span(last.span.start, part.end), last.confidence, last.label, last.name or block.name
            )
        else:
            blocks.append(block)
    return tuple(blocks)


def _is_named(text: str, block: Block, publishers: tuple[str, ...]) -> bool:
    words = (block.name or block.span).of(text).casefold()
    return any(name.casefold().removeprefix("the ") in words for name in publishers if name)


def _label(text: str, part: Span, pack: LanguagePack) -> tuple[str, Span] | None:
    match = LABEL.match(text, part.start, min(part.end, part.start + 60))
    if match:
        words = " ".join(match.group("words").split()).lower().replace("'", "’")
        kind = pack.comment_labels.get(words) or ("news" if words in pack.news_labels else None)
        # A dash after a common word is a label only where the word stands alone on its line's start in capitals.
        if kind and (match.group("mark") == ":" or text[match.start("words")].isupper()):
            return kind, Span(match.start("words"), match.end())
    line = text[part.start : part.end].strip("*_# ").lower().replace("'", "’")
    if line in pack.comment_labels:
        return pack.comment_labels[line], part
    return None


def _boilerplate(text: str, parts: list[Span], pack: LanguagePack) -> dict[int, Block]:
    """Paragraphs at either end in which an organisation describes itself."""
    found: dict[int, Block] = {}
    edges = [*range(min(2, len(parts) - 1)), *range(len(parts) - 1, max(0, len(parts) - 5), -1)]
    for index in edges:
        part = parts[index]
        block = _self_description(text, part, pack)
        if block is not None:
            found[index] = block
    # A paragraph between a description and the end belongs to it where it too speaks of money or control.
    for index in range(len(parts) - 1, 0, -1):
        if index in found or not any(other in found for other in (index - 1, index + 1)):
            continue
        words = text[parts[index].start : parts[index].end]
        if index > 1 and len(words) < 600 and pack.independence_signs.search(words):
            neighbour = found.get(index - 1) or found[index + 1]
            if pack.disclosure_words.search(words):
                found[index] = Block("boilerplate.independence", parts[index], 0.8, name=neighbour.name)
    return found


def _self_description(text: str, part: Span, pack: LanguagePack) -> Block | None:
    match = pack.self_description.search(text, part.start, min(part.end, part.start + 2000))
    if match is None:
        return None
    words = text[part.start : part.end]
    independence = {sign.group().lower() for sign in pack.independence_signs.finditer(words)}
    name = Span(*match.span("organisation")) if match.group("organisation") else None
    if independence:
        return Block("boilerplate.independence", part, min(0.99, 0.93 + 0.02 * len(independence)), name=name)
    return Block("boilerplate.about", part, 0.85, name=name)


def _is_open(line: str) -> bool:
    """Whether a line ends like a headline: without a full stop."""
    return not re.search(r"[.!?…:][\"”’»')\]]*\Z", line)


def _dates_or_signs(text: str, part: Span, pack: LanguagePack) -> bool:
    line = text[part.start : min(part.end, part.start + HEADLINE)]
    return bool(pack.byline.match(line) or pack.date_line.match(line))


def _head(text: str, parts: list[Span], body: list[int], pack: LanguagePack) -> dict[int, Block]:
    """Headline, byline and date line before the first full paragraph."""
    found: dict[int, Block] = {}
    for position, index in enumerate(body[:HEAD_LINES]):
        part = parts[index]
        line = text[part.start : part.end]
        if len(line) > HEADLINE or _label(text, part, pack) or pack.dateline.match(line):
            break
        byline = pack.byline.match(line)
        if byline:
            start, end = byline.span("name")
            found[index] = Block("byline", part, 0.9, name=Span(part.start + start, part.start + end))
        elif pack.date_line.match(line):
            found[index] = Block("byline", part, 0.9)
        elif position == 0 and len(body) > 1 and (_is_open(line) or _dates_or_signs(text, parts[body[1]], pack)):
            found[index] = Block("headline", part, 0.8)
        else:
            break
    return found
