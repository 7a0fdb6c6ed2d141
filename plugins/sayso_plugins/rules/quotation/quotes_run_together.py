"""The rule quotation/quotes-run-together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Policy, rule

if TYPE_CHECKING:
    from sayso import Quotation, Source

#: How many characters may stand between two quotations: a space, or a dash between spaces.
NEAREST = 3


@rule(
    "quotation/quotes-run-together",
    "Two people are quoted one directly after the other, without a word between.",
    since="0.1",
    severity="info",
    certainty="extraction",
    confidence=0.8,
    preview=True,
    cure="Begin a new paragraph for the second speaker, or say first who speaks.",
    policies=[Policy("Reuters", "Quotations of different speakers are not run together; each is named at once.")],
    examples=[
        Flagged("Ana Ruiz said: “The deal is dead.” “It is not,” said Jo Berg.", at="“It is not,”"),
        Flagged('Ana Ruiz said, "The deal is dead." "We will sign it," Jo Berg said.', at='"We will sign it,"'),
        Flagged(
            "The city has waited. Ana Ruiz said, “The bridge is safe.” “It was never safe,” Jo Berg said.",
            at="“It was never safe,”",
        ),
        Flagged("Ana Ruiz replied: “The deal is dead.” – “It is not,” said Jo Berg.", at="“It is not,”"),
        Clean("Ana Ruiz said: “The deal is dead.” Jo Berg said: “It is not.”", "Words between them."),
        Clean("Ana Ruiz said: “The deal is dead.”\n\n“It is not,” said Jo Berg.", "A new paragraph."),
        Clean("Ana Ruiz said: “The deal is dead.” “We are sorry,” she said.", "The same one speaks."),
        Clean("Ana Ruiz said: “The deal is dead.” “We are sorry,” Ruiz said.", "The same one speaks."),
        Clean("“The deal is dead,” Ana Ruiz said. “It is not,” said Jo Berg."),
    ],
    known_false_alarms="One person under two names.",
)
def quotes_run_together(item: Item) -> Iterator[Finding]:
    """Readers take the second quotation for the first speaker's, until they reach the name behind it."""
    analysis = item.analysis
    quotations = analysis.quotations
    for first, second in pairwise(quotations):
        between = item.text[first.span.end : second.span.start]
        if len(between) > NEAREST or any(sign.isalnum() or sign in "\n,;/" for sign in between):
            continue
        if not first.closer or not second.closer or not analysis.sentence_at(second.span.start).is_read:
            continue
        one, other = _speaker(item, first), _speaker(item, second)
        if one is None or other is None or _same(one, other):
            continue
        yield Finding(
            f"{other.name} is quoted directly behind the words of {one.name}",
            spans=(second.span,),
            related=(first.span, one.mention, other.mention),
        )


def _speaker(item: Item, quotation: Quotation) -> Source | None:
    """The person with a name of whom the sentence itself says the quotation."""
    owner = item.analysis.owner(quotation)
    if owner is None or owner.quoted or owner.via or owner.carried_over_from or owner.cue_class != "reporting":
        return None
    source = item.analysis.source_of(owner)
    return source if source is not None and source.kind == "person" and source.name and not source.plural else None


def _same(one: Source, other: Source) -> bool:
    words = [set((source.name or "").lower().replace("’s", "").split()) for source in (one, other)]
    return bool(words[0] & words[1])
