"""The sections of a record, of what a reader or the shape of the text says."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records.fact import Fact
from sayso.records.parts import Section
from sayso.records.values import Agent
from sayso.text.span import Span


def numbered(
    given: Iterable[tuple[str, Span, Span | None, float | None]], author: Fact[tuple[Agent, ...]]
) -> tuple[Section, ...]:
    """The sections in the order of the text: kind, span, label and confidence of each.

    Args:
        author: That nobody is known to have signed one.
    """
    return tuple(
        Section(id=f"sec{number}", kind=kind, span=span, author=author, label=label, confidence=confidence)
        for number, (kind, span, label, confidence) in enumerate(sorted(given, key=lambda one: one[1]), 1)
    )
