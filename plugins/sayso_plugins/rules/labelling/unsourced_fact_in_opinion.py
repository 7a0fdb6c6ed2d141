"""The rule labelling/unsourced-fact-in-opinion."""

from collections.abc import Iterator

from sayso import Claim, Clean, Finding, Flagged, Item, Judged, Policy, Severity, rule
from sayso_plugins.rules._genre import addresses, is_column
from sayso_plugins.rules.attribution._claims import claimed
from sayso_plugins.rules.attribution._counters import names_origin
from sayso_plugins.rules.attribution._figures import counted, may_count
from sayso_plugins.rules.labelling._facts import defines, states_deed

#: What a comment is free to say: how things will go, and how they compare.
JUDGEMENT = frozenset({"prediction", "superlative", "statistic"})
#: What a claim in a comment may rest on, to be a fact that has no source.
BARE = frozenset({"unsourced", "opinion", "background", "observation"})
FUTURE = frozenset({"will", "shall", "won’t", "won't"})
#: A court has decided it, or somebody says or thinks it.
KNOWN = frozenset(
    """guilty convicted charged sentenced pleaded says said say told considered believed thought regarded seen
    verdict""".split()
)
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
        Flagged(
            "It is time to dredge. Trade through the port has dropped by 38 per cent since the flood.",
            at="Trade through the port has dropped by 38 per cent since the flood.",
            item={"headline": "Opinion: Dredge the port", "author": "Ana Ruiz"},
            severity=Severity.INFO,
        ),
        Flagged(
            "It is time to dredge. The port hid the silting from its insurers.",
            at="The port hid the silting from its insurers.",
            item={"item_type": "opinion", "author": "Ana Ruiz"},
            severity=Severity.INFO,
        ),
        Flagged(
            "The policy failed. It cost 20,000 families their homes.",
            at="It cost 20,000 families their homes.",
            item={"item_type": "opinion", "author": "Ana Ruiz"},
            severity=Severity.INFO,
        ),
        Flagged(
            "It was time. The director was forced out because she would not print it.",
            at="The director was forced out because she would not print it.",
            item={"item_type": "opinion", "author": "Ana Ruiz"},
            severity=Severity.INFO,
        ),
        Flagged(
            "The mill closed, it said.\n\nComment: It was time. Norbank paid for the campaigns of a dozen members.",
            at="Norbank paid for the campaigns of a dozen members.",
        ),
        Clean(
            "It is time. The mayor was found guilty of taking 20,000 euros, and 300 families lost their homes.",
            "A court has decided.",
            {"item_type": "opinion"},
        ),
        Clean("It would have cost 20,000 families their homes.", "It did not happen.", {"item_type": "opinion"}),
        Clean(
            "It is time to dredge. Trade has dropped by 38 per cent, the port’s figures show.",
            item={"item_type": "opinion", "author": "Ana Ruiz"},
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
        Clean(
            "What is a hung council? It is a council in which no single party holds more than half of the seats.",
            "What a word means.",
            {"item_type": "explainer"},
        ),
        Flagged(
            "It is a town in which one in six teachers works at night.",
            at="It is a town in which one in six teachers works at night.",
            item={"item_type": "explainer"},
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
    whole = is_column(item)
    column = whole and item.record.author.known
    for claim in item.analysis.claims:
        if claim.standing not in BARE or not (whole or item.analysis.section_at(claim.span.start).is_comment):
            continue
        listed = (
            [name for name in claimed(item, claim) if name not in JUDGEMENT] if claim.standing == "unsourced" else []
        )
        if not listed:
            listed = _stated(item, claim)
        if not listed or _is_prediction(item, claim) or _is_general(item, claim):
            continue
        why = ", ".join(name.replace("_", " ") for name in listed)
        yield Finding(
            f"a fact that needs a source ({why}) has none",
            spans=(claim.span,),
            related=claim.contestable.spans,
            severity=Severity.INFO if column else None,
        )


def _stated(item: Item, claim: Claim) -> list[str]:
    """What a comment states in figures or tells of somebody's deeds, with nothing near it for who counted or saw."""
    analysis = item.analysis
    sentence = analysis.sentence_at(claim.span.start)
    words = analysis.narrated(sentence)
    if names_origin(item, sentence, words) or not KNOWN.isdisjoint(words) or addresses(item, words):
        return []
    # What was so before living memory is history.
    if any(low.isdigit() and len(low) == 4 and "1000" < low < "1900" for low in words):
        return []
    counts = may_count(words) and counted([el.low for el in analysis.elements[sentence.index]], words)
    counts = counts and not defines(item, sentence)
    deed = not counts and states_deed(item, sentence)
    if not (counts or deed) or analysis.sourced_by(sentence) or analysis.may_be_sourced(sentence):
        return []
    return ["statistic"] if counts else ["deed"]


def _is_general(item: Item, claim: Claim) -> bool:
    """Whether it is what often or usually is so, and no single fact."""
    return not HABIT.isdisjoint(item.analysis.narrated(item.analysis.sentence_at(claim.span.start)))


def _is_prediction(item: Item, claim: Claim) -> bool:
    """Whether all that is contestable stands in the future, as *will soon hold*."""
    words = item.analysis.narration(item.analysis.sentence_at(claim.span.start))
    places = [i for i, word in enumerate(words) for span in claim.contestable.spans if word.start == span.start]
    return bool(places) and all(FUTURE & {word.low for word in words[max(0, i - NEAR) : i]} for i in places)
