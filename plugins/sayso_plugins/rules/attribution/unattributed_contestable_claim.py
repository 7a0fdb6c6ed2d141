"""The rule attribution/unattributed-contestable-claim."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, rule

#: Items that are attributed as a whole, or whose sections decide.
EXEMPT = frozenset({"press_release", "statement", "opinion", "analysis", "fact_check", "interview"})
WHY = {
    "casualties": "casualties",
    "military_action": "a military action",
    "crime": "a crime",
    "blame": "blame",
    "cause": "a cause",
    "motive": "a motive",
    "private_conversation": "a private conversation",
}


@rule(
    "attribution/unattributed-contestable-claim",
    "A claim that needs a source stands in the news without one.",
    since="0.1",
    certainty="extraction",
    confidence=0.7,
    judged=Judged(right=12, wrong=4, arguable=14),
    cure="Say in the sentence who says so, or move the claim behind its source.",
    policies=[
        Policy("AP", "What can be disputed and was not witnessed or confirmed is attributed, in the same sentence."),
        Policy("Reuters", "Every statement has a source, but for established facts and what is in the public domain."),
        Policy("BBC 3.2.3, 3.3.6", "Claims, allegations and facts that cannot be corroborated are attributed.", "2019"),
    ],
    examples=[
        Flagged(
            "Rebels shelled the depot on Sunday, killing nine people.",
            at="Rebels shelled the depot on Sunday, killing nine people.",
        ),
        Flagged(
            "The mill was built by the town. Militants seized the mill and burned its records.",
            at="Militants seized the mill and burned its records.",
        ),
        Clean("Rebels shelled the depot on Sunday, killing nine people, mayor Ana Ruiz said."),
        Clean("The treaty was signed in 1992.", "Public background."),
        Clean(
            "According to the district hospital, nine people were killed. Four others were wounded.",
            "The source carries over.",
        ),
        Clean('"Rebels shelled the depot and killed nine people," Ana Ruiz said.', "Somebody else's words."),
        Clean("Two men were convicted of bribery, and one official was jailed.", "A court's own act."),
    ],
    known_false_alarms="What the reporter saw, where the item does not say so; background that gives no year.",
)
def unattributed_contestable_claim(item: Item) -> Iterator[Finding]:
    """Casualties, causes, crimes, motives and what was said in private are what readers most need a source for.

    A source in the sentence is enough, and so is one that still speaks from the sentences before.
    """
    if item.record.item_type.value in EXEMPT:
        return
    for claim in item.analysis.claims:
        section = item.analysis.section_at(claim.span.start)
        listed = [WHY[name] for name in claim.contestable.value or () if name in WHY]
        if claim.standing == "unsourced" and listed and not section.is_comment and section.kind == "news":
            why = " and ".join(listed)
            yield Finding(f"a claim about {why} has no source", spans=(claim.span,), related=claim.contestable.spans)
