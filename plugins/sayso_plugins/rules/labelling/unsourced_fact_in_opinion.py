"""The rule labelling/unsourced-fact-in-opinion."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, Severity, rule

#: What a comment is free to say: how things will go, and how they compare.
JUDGEMENT = frozenset({"prediction", "superlative", "statistic"})


@rule(
    "labelling/unsourced-fact-in-opinion",
    "A comment states a contestable fact without a source.",
    since="0.1",
    certainty="extraction",
    confidence=0.7,
    cure="Give the source of the fact; the judgement on it needs none.",
    policies=[
        Policy("NPR", "Commentators' facts are checked like reporters'."),
        Policy("BBC", "Opinion rests on fact that can be sourced.", "2019"),
    ],
    examples=[
        Flagged(
            "The mill closed, the city said.\n\nComment: It was time. Militias now hold three districts.",
            at="Militias now hold three districts.",
            severity=Severity.WARNING,
        ),
        Flagged(
            "It is time to go. Rebels shelled the depot and killed nine people.",
            at="Rebels shelled the depot and killed nine people.",
            item={"item_type": "opinion", "author": "Ana Ruiz"},
            severity=Severity.INFO,
        ),
        Clean("The mill closed, the city said.\n\nComment: It was time, and the council should say so.", "Evaluation."),
        Clean("The mill closed, the city said.\n\nComment: Militias now hold three districts, the army said."),
    ],
    known_false_alarms="What every reader of the day knows.",
)
def unsourced_fact_in_opinion(item: Item) -> Iterator[Finding]:
    """A comment may judge freely, and its facts need sources like any others.

    In a comment on a news item it is a warning; in a column that somebody signs it is for information.
    """
    column = item.record.item_type.value == "opinion" and item.record.author.known
    for claim in item.analysis.claims:
        if claim.standing != "unsourced" or not item.analysis.section_at(claim.span.start).is_comment:
            continue
        listed = [name for name in claim.contestable.value or () if name not in JUDGEMENT]
        if not listed:
            continue
        why = ", ".join(name.replace("_", " ") for name in listed)
        yield Finding(
            f"a fact that needs a source ({why}) has none",
            spans=(claim.span,),
            related=claim.contestable.spans,
            severity=Severity.INFO if column else None,
        )
