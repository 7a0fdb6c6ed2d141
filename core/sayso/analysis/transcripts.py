"""Interviews and transcripts, where labels attribute: *Q:*, *A:*, *RUIZ:*, as the record says or the text shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sayso.text.pattern import Pattern
from sayso.text.span import Span

if TYPE_CHECKING:
    from re import Match

    from sayso.records.parts import Section

LABEL = Pattern(r"(?P<who>[^\W\d_a-zß-öø-ÿ][\w.’' -]{0,40}?)(?:\s*\([^)\n]{1,60}\))?:(?=\s)")
#: Who, in the label of a section: without the time before it, the role in brackets and the mark.
WHO = Pattern(r"[\[(]?(?:\d{1,3}[:.,\d]*\d[\])]?\s*)?(?P<who>.*?)(?:\s*[\[(][^\])]{0,80}[\])])?\s*[:.]?\Z")
#: Longer labels of sections name nobody.
LONGEST = 200
#: Fewer labels make no transcript.
LEAST = 3


class Turn(NamedTuple):
    """One turn of a transcript.

    Attributes:
        who: The speaker, as the label says.
        label: The whole label, its mark included.
        words: What was said.
    """

    who: Span
    label: Span
    words: Span


def stated_turns(text: str, sections: Iterable[Section]) -> tuple[Turn, ...]:
    """The turns that a record's sections say: questions and answers, each behind its label."""
    found = []
    for section in sections:
        label = section.label
        if section.kind not in ("question", "answer") or label is None or label.end >= section.span.end:
            continue
        if label.end - label.start > LONGEST:
            continue
        match = WHO.match(label.of(text))
        words = text[label.end : section.span.end]
        if match is None or not match["who"] or not words.strip():
            continue
        start = section.span.end - len(words.lstrip())
        who = Span(label.start + match.start("who"), label.start + match.end("who"))
        found.append(Turn(who, label, Span(start, section.span.end)))
    return tuple(found)


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
