"""The rule labelling/unsourced-fact-in-opinion."""

from collections.abc import Iterator

from sayso import Claim, Clean, Finding, Flagged, Item, Judged, Policy, Severity, rule
from sayso_plugins.rules.attribution._claims import claimed

#: What a comment is free to say: how things will go, and how they compare.
JUDGEMENT = frozenset({"prediction", "superlative", "statistic"})
FUTURE = frozenset({"will", "shall", "won’t", "won't"})
#: How many words before the telling one may make the future of it: "will soon have taken".
NEAR = 3
#: What is so in general, and at no time in particular.
HABIT = frozenset("often usually typically generally sometimes mostly".split())


@rule(
    "labelling/unsourced-fact-in-opinion",
    "A comment states a contestable fact without a source.",
    since="0.1",
    certainty="extraction",
    confidence=0.7,
    judged=Judged(),
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
        Flagged(
            "The mill closed, the city said.\n\nComment: It was time. The mayor took bribes from the mill.",
            at="The mayor took bribes from the mill.",
        ),
        Flagged(
            "It was time. Rebels shelled the depot and killed nine people.",
            at="Rebels shelled the depot and killed nine people.",
            item={"item_type": "analysis", "author": "Ana Ruiz"},
            severity=Severity.WARNING,
        ),
        Clean("The mill closed, the city said.\n\nComment: It was time, and the council should say so.", "Evaluation."),
        Clean("The mill closed, the city said.\n\nComment: Militias now hold three districts, the army said."),
        Clean(
            "The mill closed, the city said.\n\nComment: It was time. Militias will soon hold three districts.",
            "Prediction.",
        ),
        Clean(
            "The mill closed, the city said.\n\nComment: The army should leave the districts now.", "Recommendation."
        ),
        Clean("The mill closed, the city said.\n\nComment: The hacked account was shut.", "It names a thing."),
        Clean(
            "The mill closed, the city said.\n\nComment: Theft is often blamed on hacking.",
            "How things are in general.",
        ),
        Clean("The mill closed, the city said.\n\nComment: It was the worst year of the mill.", "How things compare."),
    ],
    known_false_alarms="What every reader of the day knows.",
)
def unsourced_fact_in_opinion(item: Item) -> Iterator[Finding]:
    """A comment may judge freely, and its facts need sources like any others.

    In a comment on a news item it is a warning; in a column that somebody signs it is for information. Judgement,
    prediction and advice need no source.
    """
    column = item.record.item_type.value == "opinion" and item.record.author.known
    for claim in item.analysis.claims:
        if claim.standing != "unsourced" or not item.analysis.section_at(claim.span.start).is_comment:
            continue
        listed = [name for name in claimed(item, claim) if name not in JUDGEMENT]
        if not listed or _is_prediction(item, claim) or _is_general(item, claim):
            continue
        why = ", ".join(name.replace("_", " ") for name in listed)
        yield Finding(
            f"a fact that needs a source ({why}) has none",
            spans=(claim.span,),
            related=claim.contestable.spans,
            severity=Severity.INFO if column else None,
        )


def _is_general(item: Item, claim: Claim) -> bool:
    """Whether it is what often or usually is so, and no single fact."""
    return not HABIT.isdisjoint(item.analysis.narrated(item.analysis.sentence_at(claim.span.start)))


def _is_prediction(item: Item, claim: Claim) -> bool:
    """Whether all that is contestable stands in the future, as *will soon hold*."""
    words = item.analysis.narration(item.analysis.sentence_at(claim.span.start))
    places = [i for i, word in enumerate(words) for span in claim.contestable.spans if word.start == span.start]
    return bool(places) and all(FUTURE & {word.low for word in words[max(0, i - NEAR) : i]} for i in places)
