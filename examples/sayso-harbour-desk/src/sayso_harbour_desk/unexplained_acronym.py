"""The rule harbour-desk/unexplained-acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, Span, rule

ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
#: Parts of an item that are not its own prose.
ELSEWHERE = frozenset({"headline", "byline", "promo"})


@rule(
    "harbour-desk/unexplained-acronym",
    "An acronym is never written out.",
    since="0.1",
    severity="warning",
    certainty="lexical",
    confidence=0.7,
    cure="Write the name out where it stands first, with the acronym in brackets behind it.",
    policies=[Policy("The desk", "The reader's first acronym is the writer's last chance.")],
    examples=[
        Flagged("The VHA closed the quay. The VHA gave no reason.", at="VHA"),
        Flagged("The VHA and the OMB disagree.", at=("VHA", "OMB")),
        Clean("The Velland Harbour Authority (VHA) closed the quay. The VHA gave no reason."),
        Clean("The VHA (Velland Harbour Authority) closed the quay."),
        Clean("“The VHA closed it,” Jo Berg said.", "She need not explain herself."),
        Clean("It sails under the flag of the USA.", "Everybody knows it."),
        Clean("QUAY CLOSES\n\nThe quay closed on Monday.", item={"headline": "QUAY CLOSES"}),
    ],
    known_false_alarms="Words in capitals for emphasis, and names that are written so, such as SORVIK.",
)
def unexplained_acronym(item: Item, *, known: tuple[str, ...] = ("USA", "NATO", "UNESCO", "BBC")) -> Iterator[Finding]:
    """Readers who do not know the letters cannot tell who acts, and stop looking.

    `known` are those that need no explanation.
    """
    seen = set(known)
    for found in ACRONYM.finditer(item.text):
        letters, span = found.group(), Span(*found.span())
        if letters in seen or item.analysis.in_quotation(span):
            continue
        section = item.analysis.section_at(span.start)
        if section.is_boilerplate or section.kind in ELSEWHERE or _shouted(item.text, span):
            continue
        seen.add(letters)
        if f"({letters})" not in item.text and f"{letters} (" not in item.text:
            yield Finding(f"what does {letters} stand for?", (span,))


def _shouted(text: str, span: Span) -> bool:
    """Whether the words around are in capitals too, as in a headline."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start] + text[span.end :].partition("\n")[0]
    return line != "" and line.upper() == line and any(char.isalpha() for char in line)
