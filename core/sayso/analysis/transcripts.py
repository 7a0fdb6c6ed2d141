"""Interviews and transcripts, where labels attribute: *Q:*, *A:*, *RUIZ:*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sayso.text.pattern import Pattern
from sayso.text.span import Span

if TYPE_CHECKING:
    from re import Match

LABEL = Pattern(r"(?P<who>[A-Z][\w.’' -]{0,40}?)(?:\s*\([^)\n]{1,60}\))?:(?=\s)")
#: Fewer labels make no transcript.
LEAST = 3
QUESTION = frozenset({"q", "question", "interviewer", "reporter", "moderator", "host"})


class Turn(NamedTuple):
    """One turn of a transcript: who, as the label says, and the words."""

    who: Span
    label: Span
    words: Span

    def is_question(self, text: str) -> bool:
        """Whether the interviewer speaks."""
        return self.who.of(text).lower().strip(". ") in QUESTION


def turns(text: str, paragraphs: tuple[Span, ...], known_labels: frozenset[str]) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the text is not one.

    A text is a transcript when at least three paragraphs are labelled and a label comes back, or questions and
    answers are marked.

    Args:
        known_labels: Labels that open sections and name nobody, in lower case.
    """
    if text.count(":") < LEAST:
        return ()
    labelled: list[tuple[int, Match[str]]] = []
    for index, paragraph in enumerate(paragraphs):
        match = LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 110))
        if match and match.group("who").lower() not in known_labels and match.end() < paragraph.end - 1:
            labelled.append((index, match))
    names = [match.group("who") for _, match in labelled]
    if len(names) < LEAST or len(set(names)) == len(names):
        return ()
    found = []
    for position, (index, match) in enumerate(labelled):
        following = labelled[position + 1][0] if position + 1 < len(labelled) else len(paragraphs)
        # Paragraphs without a label go on with the turn, but not behind the last one: there, the item may end.
        last = following - 1 if position + 1 < len(labelled) else index
        start = (
            match.end()
            + len(text[match.end() : paragraphs[index].end])
            - len(text[match.end() : paragraphs[index].end].lstrip())
        )
        found.append(Turn(Span(*match.span("who")), Span(*match.span()), Span(start, paragraphs[last].end)))
    return tuple(found)
