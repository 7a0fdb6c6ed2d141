"""Sections of a text of which some paragraphs are told by their markup or their place, and the rest by their shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso import Draft, Pattern, Span
from sayso_plugins.readers.markup import Mark

#: What publishing systems put under an entry of a feed.
UNDER = Pattern(
    r"The post .{1,300} (?:appeared first|first appeared) on .{1,100}"
    r"|\[?(?:Read|Continue) (?:more|reading|on)\b.{0,120}"
    r"|.{0,20}\bOriginally (?:published|posted) (?:at|on|by) .{1,120}",
)


def state_marked_sections(draft: Draft, marks: Iterable[Mark]) -> None:
    """Tell the headings of a piece of HTML from its text, and what publishing systems put under it."""
    heads = {mark.start for mark in marks if mark.kind == "heading"}
    paragraphs = draft.layout.paragraphs
    told = {number: "headline" for number, part in enumerate(paragraphs) if part.start in heads}
    for number in range(max(1, len(paragraphs) - 2), len(paragraphs)):
        if UNDER.fullmatch(paragraphs[number].of(draft.text)):
            told[number] = "boilerplate.credit"
    if told:
        state_sections(draft, told)


def state_sections(draft: Draft, told: Mapping[int, str]) -> None:
    """State all sections of a draft.

    Args:
        told: Numbers of paragraphs to their kinds; the shape of the text decides for the others.
    """
    blocks, at = draft.blocks, 0
    made: list[tuple[str, Span, Span | None, float | None]] = []
    for number, part in enumerate(draft.layout.paragraphs):
        while at + 1 < len(blocks) and blocks[at + 1].span.start <= part.start:
            at += 1
        block = blocks[at]
        kind = told.get(number) or block.kind
        label = block.label if block.label and number not in told and block.span.start == part.start else None
        confidence = 0.9 if number in told else block.confidence
        if made and made[-1][0] == kind and label is None and kind not in ("headline", "byline"):
            made[-1] = (kind, Span(made[-1][1].start, part.end), made[-1][2], made[-1][3])
        else:
            made.append((kind, part, label, confidence))
    for kind, span, label, sure in made:
        draft.section(kind, span, label=label, confidence=sure)
