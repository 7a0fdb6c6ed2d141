"""Sections of a text of which some paragraphs are told by their markup or their place, and the rest by their shape."""

from __future__ import annotations

from collections.abc import Mapping

from sayso import Draft, Span


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
