"""A sentence with its place in the item."""

from __future__ import annotations

from sayso.frozen import frozen
from sayso.records.parts import Section
from sayso.text.span import Span

UNREAD = frozenset({"headline", "byline", "correction", "promo"})


@frozen
class Sentence:
    """A sentence with its place in the item: the index of its paragraph, and its section."""

    span: Span
    index: int
    paragraph: int
    section: Section

    @property
    def is_read(self) -> bool:
        """Whether attributions and claims are looked for here: not in headlines, bylines or boilerplate."""
        return not self.section.is_boilerplate and self.section.kind not in UNREAD
