"""The outline of a text: what each paragraph is, by general signs and never by one publisher's words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.analysis.heads import LINES, WIDEST, head, is_open, is_sign
from sayso.analysis.language import LanguagePack
from sayso.analysis.layout import Layout
from sayso.text.span import Span

LABEL = re.compile(
    r"[\[*_#\s]{0,4}(?P<words>[^\W\d_][^\n:–—|.\]]{0,40}?)[*_]{0,2}[^\S\n]*(?P<mark>[:|\]]|[.?](?=\s)|[–—-](?=\s))[*_]{0,2}"
)
#: Among so many of the first lines a byline stands.
HEAD = 4
#: What opens an entry of a list; one entry alone may be a signature.
BULLET = re.compile(r"[-–—*•]\s")
SIGNATURE = 100
#: How far from either end the publisher speaks of itself, in paragraphs.
FIRST, LAST = 2, 5
#: Letters of a line of a contact at most, and words of what is a sentence.
CONTACT, SENTENCE = 120, 7
#: So many paragraphs behind a disclosure are no part of it.
FOLLOWS = 3


class Block(NamedTuple):
    """A run of paragraphs of one kind.

    Attributes:
        kind: A section kind (``headline``, ``byline``, ``news``, ``comment`` …, ``boilerplate.independence``,
            ``boilerplate.about``, ``boilerplate.contact``, ``boilerplate.credit``).
        label: The words that announce it, mark included.
        name: What names somebody in it: the organisation of a boilerplate, the authors of a byline.
    """

    kind: str
    span: Span
    confidence: float
    label: Span | None = None
    name: Span | None = None


def outline(layout: Layout, pack: LanguagePack, publishers: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in their order; they cover all its paragraphs.

    Where the publisher is known by `publishers`, only its own description is boilerplate: a body that the news
    is about may be described in the same words.

    Boilerplate is cut off first, then labels are read, and what is left is news. A label
    holds until the next one or the boilerplate.
    """
    text, parts = layout.text, list(layout.paragraphs)
    kinds = {
        index: block
        for index, block in _boilerplate(text, parts, pack).items()
        if not publishers or block.name is None or _is_named(text, block, publishers)
    }
    body = [i for i in range(len(parts)) if i not in kinds]
    seen = {index: _label(text, parts[index], pack) for index in body[:LINES]}
    labels = {index: label for index, label in seen.items() if label}
    kinds.update(_head(text, parts, body, labels, pack))
    kinds.update(_signature(text, parts, [i for i in body if i not in kinds], pack))
    blocks: list[Block] = []
    titled = next((labels[i] for i in body[:1] if i in labels and i in kinds), None)
    # "Opinion: the mill must stay", above a byline, says of the whole what it is.
    current: Block | None = Block(titled[0], parts[body[0]], 0.9, titled[1]) if titled else None
    for index, part in enumerate(parts):
        block = kinds.get(index)
        if block is None:
            label = seen[index] if index in seen else _label(text, part, pack)
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
    line = text[part.start : part.end].strip("*_#[] ").lower().replace("'", "’")
    if line in pack.comment_labels:
        return pack.comment_labels[line], part
    return None


def _boilerplate(text: str, parts: list[Span], pack: LanguagePack) -> dict[int, Block]:
    """Paragraphs at either end in which an organisation describes itself, with what belongs to them.

    Where both ends have one, the last counts: a report may open with what an organisation is.
    """
    found: dict[int, Block] = {}
    last = range(max(1, len(parts) - LAST), len(parts))
    for index in reversed(last):
        block = _self_description(text, parts[index], pack)
        if block is not None:
            found[index] = block
    if not found:
        for index in range(min(FIRST, len(parts) - 1)):
            block = _self_description(text, parts[index], pack)
            if block is not None:
                found[index] = block
    _headings(text, parts, found, pack)
    # A paragraph between a description and the end belongs to it where it too speaks of money or control.
    for index in range(len(parts) - 1, 0, -1):
        if index in found or not any(other in found for other in (index - 1, index + 1)):
            continue
        words = text[parts[index].start : parts[index].end]
        if index > 1 and len(words) < 600 and pack.independence_signs.search(words):
            neighbour = found.get(index - 1) or found[index + 1]
            if pack.disclosure_words.search(words) and not _is_reported(words, pack):
                found[index] = Block("boilerplate.independence", parts[index], 0.8, name=neighbour.name)
    return found


def _headings(text: str, parts: list[Span], found: dict[int, Block], pack: LanguagePack) -> None:
    """What stands under *About us* to the end, *Media contact* with its lines, and the credits of an agency."""
    name: Span | None = None
    reached = 0
    for index in range(1, len(parts)):
        part = parts[index]
        words = text[part.start : part.end].strip("*_# ")
        # "Compiled by Ana Ruiz" below the headline is a byline.
        if pack.credit.fullmatch(words) and not (index < HEAD and pack.byline.match(words)):
            found[index] = Block("boilerplate.credit", part, 0.9)
        elif index >= reached and index not in found and _is_heading(words, pack):
            head, _, rest = words[:SIGNATURE].partition(":")
            contact = head.lower().rstrip().endswith(("contact", "contacts"))
            name = _heading_name(text, part)
            found[index] = _under(text, part, name, pack, contact=contact, confidence=0.9)
            reached = index + 1
            if contact:
                while reached < len(parts) and _is_of_contact(text[parts[reached].start : parts[reached].end]):
                    reached += 1
            elif not rest.strip("*_# ") or not _news_follows(text, parts[index + 1 : index + 1 + FOLLOWS], pack):
                reached = len(parts)
            for behind in range(index + 1, reached):
                if behind in found:
                    if found[behind].name is None:
                        found[behind] = found[behind]._replace(name=name)
                    continue
                found[behind] = _under(text, parts[behind], name, pack, contact=contact, confidence=0.85)


def _under(text: str, part: Span, name: Span | None, pack: LanguagePack, *, contact: bool, confidence: float) -> Block:
    """A paragraph that stands under such a heading, or begins with one."""
    signs = None if contact else pack.independence_signs.search(text, part.start, part.end)
    kind = "boilerplate.contact" if contact else "boilerplate.independence" if signs else "boilerplate.about"
    return Block(kind, part, confidence, name=name)


def _news_follows(text: str, parts: list[Span], pack: LanguagePack) -> bool:
    """Whether the text goes on behind a paragraph such as *Disclosure: …*, as it does where that is no last word."""
    return len(parts) >= FOLLOWS or any(_is_reported(text[part.start : part.end], pack) for part in parts)


def _is_of_contact(words: str) -> bool:
    """Whether a line tells how to reach somebody: it is short, and no sentence."""
    return len(words) <= CONTACT and ("@" in words or words[-1] not in '.!?…”"' or words.count(" ") < SENTENCE)


def _is_heading(words: str, pack: LanguagePack) -> bool:
    """Whether a line is a heading such as *About us*, or a paragraph that begins with one and a colon."""
    head, colon, _ = words[:SIGNATURE].partition(":")
    return bool(pack.about_heading.fullmatch(words) or (colon and pack.about_heading.fullmatch(head)))


def _heading_name(text: str, part: Span) -> Span | None:
    """*ORCA* in *About ORCA*; None for *About us*."""
    words = text[part.start : part.end]
    head, _, rest = words.partition(" ")
    name = rest.strip("*_#: ")
    if head.strip("*_# ").lower() != "about" or not name or ":" in rest.rstrip(": ") or name.lower().startswith("us"):
        return None
    at = part.start + words.index(name, len(head))
    return Span(at, at + len(name))


def _is_reported(words: str, pack: LanguagePack) -> bool:
    """Whether somebody is said to have said it: then it is news, and not the publisher's own word."""
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        verb = pack.verbs.get(word)
        if verb is not None and verb.kind == "speech" and not verb.strict:
            return True
    return False


def _self_description(text: str, part: Span, pack: LanguagePack) -> Block | None:
    end = min(part.end, part.start + 2000)
    match = pack.published_by.search(text, part.start, end)
    if match is not None and not pack.about_words.search(text, part.start, end):
        return None
    if match is None:
        match = next(
            (
                one
                for one in pack.self_description.finditer(text, part.start, end)
                if one.group("organisation").split()[0].lower() not in pack.pronouns
            ),
            None,
        )
    words = text[part.start : part.end]
    if match is None or _is_reported(words, pack):
        return None
    independence = {sign.group().lower() for sign in pack.independence_signs.finditer(words)}
    name = Span(*match.span("organisation"))
    if independence:
        return Block("boilerplate.independence", part, min(0.99, 0.93 + 0.02 * len(independence)), name=name)
    return Block("boilerplate.about", part, 0.85, name=name)


def _signature(text: str, parts: list[Span], body: list[int], pack: LanguagePack) -> dict[int, Block]:
    """The line that signs the item behind its last paragraph."""
    if len(body) < 2:
        return {}
    index = body[-1]
    part = parts[index]
    line = text[part.start : part.end]
    match = pack.sign_off.fullmatch(line) if len(line) <= SIGNATURE else None
    listed = BULLET.match(line) and BULLET.match(text, parts[body[-2]].start)
    if match is None or listed:
        return {}
    group = next(name for name in ("signed", "bracketed", "plain") if match.group(name))
    words = match.group(group).lower().split()
    if words[-1] in pack.organisations or words[-1] in pack.comment_labels or _label(text, part, pack):
        return {}
    start, end = match.span(group)
    # "Ana Ruiz, the mayor, said it would rain." is a sentence.
    rest = line[end:].lower().replace(",", " ").rstrip(". ").split()
    if group == "plain" and any(word in pack.verbs or word in pack.auxiliaries for word in rest):
        return {}
    name = Span(part.start + start, part.start + end)
    return {index: Block("byline", part, 0.7 if group == "plain" else 0.85, name=name)}


def _head(
    text: str, parts: list[Span], body: list[int], labels: dict[int, tuple[str, Span]], pack: LanguagePack
) -> dict[int, Block]:
    """Headline, byline and date line before the first full paragraph."""
    labelled = set(labels)
    if len(body) > 2 and body[0] in labels:
        behind = parts[body[1]].of(text)
        if labels[body[0]][1] == parts[body[0]]:
            if is_open(behind):
                body = body[1:]  # "OPINION" above the headline is neither it nor the end of the head
        elif is_sign(behind[:WIDEST], pack) and is_open(parts[body[0]].of(text)):
            labelled.remove(body[0])  # "Opinion: the mill must stay" above a byline is a headline
    return {
        index: Block(one.kind, parts[index], one.confidence, name=one.name)
        for index, one in head(text, parts, body, frozenset(labelled), pack).items()
    }
