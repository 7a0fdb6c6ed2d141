"""A document in passages: who speaks, as labels or the operator say, and the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.analysis.transcripts import LABEL, Turn
from sayso.text.span import Span

#: Characters of a paragraph in which its label ends.
LONGEST_LABEL = 110


def passages(
    text: str, paragraphs: Sequence[Span], turns: Sequence[Turn], speakers: Any = None, headline: str | None = None
) -> Iterator[tuple[str | None, str]]:
    """The passages of a document in order, its headline first.

    Args:
        turns: What the analysis takes for turns of a transcript.
        speakers: Who speaks, as the operator says: names, or a mapping of labels to names. Paragraphs with these labels
            are turns, even where the analysis sees none; where none has a label and there is one name, all words
            are that one's. What is neither is left alone.
    """
    if headline and headline not in text:
        yield None, headline
    names = _names(speakers)
    found = list(turns) or list(_labelled(text, paragraphs, names))
    if not found:
        yield (next(iter(names.values())) if len(set(names.values())) == 1 else None), text
        return
    at = 0
    for turn in found:
        # What stands between turns is the transcript's own. The label itself is nobody's word.
        yield None, text[at : turn.label.start]
        label = " ".join(turn.who.of(text).split())
        yield _named(label, names) or label, turn.words.of(text)
        at = turn.words.end
    yield None, text[at:]


def _names(speakers: Any) -> dict[str, str]:
    if isinstance(speakers, dict):
        given = [(label, name) for label, name in speakers.items() if isinstance(name, str)]
    elif isinstance(speakers, list | tuple):
        given = [(name, name) for name in speakers if isinstance(name, str)]
    else:
        given = []
    return {" ".join(label.split()).casefold(): name for label, name in given}


def _named(label: str, names: dict[str, str]) -> str | None:
    """The name that the operator gives for a label: for these words, or for the one whose last word it ends with."""
    low = label.casefold()
    if low in names:
        return names[low]
    alike = {name for one, name in names.items() if one.split()[-1:] == low.split()[-1:]}
    return alike.pop() if len(alike) == 1 else None


def _labelled(text: str, paragraphs: Sequence[Span], names: dict[str, str]) -> Iterator[Turn]:
    """The paragraphs that open with a label which the operator knows, each up to the next one."""
    known: list[tuple[Span, Span, int]] = []
    for paragraph in paragraphs if names else ():
        match = LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_LABEL))
        if match and _named(" ".join(match.group("who").split()), names):
            known.append((Span(*match.span("who")), Span(*match.span()), match.end()))
    for index, (who, label, start) in enumerate(known):
        end = known[index + 1][1].start if index + 1 < len(known) else len(text)
        if text[start:end].strip():
            yield Turn(who, label, Span(start, end))
