"""The rule harbour-desk/one-voice."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Policy, rule


@rule(
    "harbour-desk/one-voice",
    "A long item lets one person speak, and nobody else.",
    since="0.1",
    severity="info",
    certainty="judgement",
    confidence=0.6,
    cure="Ask whoever is concerned, or say that they were asked.",
    policies=[Policy("The desk", "Two voices, or the reason why there is one.")],
    examples=[
        Flagged(
            "Jo Berg said the quay is safe. Jo Berg said the crane is safe. Jo Berg warned that the sheds are not.",
            at="Jo Berg",
        ),
        Clean("Jo Berg said the quay is safe. Ana Ruiz said the crane is safe. Jo Berg warned that the sheds are not."),
        Clean("Jo Berg said the quay is safe.", "One sentence is no long item."),
        Clean(
            "Jo Berg said the quay is safe. Jo Berg said the crane is safe. Jo Berg warned that the sheds are not.",
            "An interview has one voice.",
            item={"item_type": "interview"},
        ),
    ],
    known_false_alarms="Accounts of a speech, which have one voice by their nature.",
)
def one_voice(item: Item, *, least: int = 3) -> Iterator[Finding]:
    """What one person says, and nobody is asked about, is that person's account and no report.

    `least` is how many attributions make an item long enough.
    """
    if item.record.item_type.value in ("interview", "press_release", "statement"):
        return
    given = [one for one in item.analysis.attributions if one.speaker is not None and one.source]
    if len(given) >= least and len({one.speaker for one in given}) == 1:
        first, *others = (one.source[0] for one in given)
        yield Finding(f"{len(given)} statements, and all are of one voice", (first,), related=tuple(others))
