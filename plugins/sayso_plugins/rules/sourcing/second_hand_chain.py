"""The rule sourcing/second-hand-chain."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Severity, covering, rule


@rule(
    "sourcing/second-hand-chain",
    "What somebody is said to have said comes through another.",
    since="0.1",
    certainty="extraction",
    confidence=0.8,
    judged=Judged(right=6, wrong=6, arguable=2),
    cure="Name whoever passes the words on, and go to the first source where it can be reached.",
    policies=[
        Policy("AP", "Credit the outlet that has the words; credit both where the work is mixed.", "2010"),
        Policy("Washington Post", "Being reported elsewhere does not make it so; say on whom the other report rests."),
    ],
    examples=[
        Flagged(
            "Ortiz claims that the deal is dead, according to local newspapers.",
            at="according to local newspapers",
            severity=Severity.WARNING,
        ),
        Flagged(
            '"It is over," Ortiz told aides, according to local newspapers.',
            at="according to local newspapers",
            severity=Severity.WARNING,
        ),
        Flagged(
            "Ortiz said the deal was dead, according to people in the room.",
            at="according to people in the room",
            severity=Severity.WARNING,
        ),
        Flagged(
            "Ortiz said the deal was dead, according to the Larkmoor Gazette.",
            at="according to the Larkmoor Gazette",
            severity=Severity.INFO,
        ),
        Clean("Ortiz told the Larkmoor Gazette that the deal was dead.", "He told the outlet itself."),
        Clean("According to Ortiz, the deal is dead."),
        Clean("Ortiz said he had told the council that the deal was dead.", "The same one speaks."),
    ],
)
def second_hand_chain(item: Item) -> Iterator[Finding]:
    """Words change from hand to hand, and readers should see the hands.

    A chain through somebody named is recorded at info; through somebody unnamed it is a warning. A chain that
    goes on from the sentence before is one finding.
    """
    analysis = item.analysis
    reported: set[str] = set()
    for inner in analysis.attributions:
        if inner.via is None or inner.carried_over_from or inner.via in reported:
            continue
        outer = analysis.attribution(inner.via)
        if not _speaks(item, inner) or inner.cue_lemma == outer.cue_lemma == "according to":
            continue
        reported.add(inner.via)
        through, speaker = analysis.source_of(outer), analysis.source_of(inner)
        if through is None or speaker is None:
            continue
        phrase = covering(outer.cue + outer.source)
        spans = (phrase,) if len(phrase) < 120 else outer.source
        named = through.named or through.kind in ("document", "pronoun")
        yield Finding(
            f"{speaker.span.of(item.text)!r} is quoted through {through.span.of(item.text)!r}"
            + ("" if named else ", whom the item does not name"),
            spans=spans,
            severity=Severity.INFO if named else Severity.WARNING,
            related=inner.source,
            confidence=min(inner.confidence, outer.confidence),
        )


def _speaks(item: Item, attribution: Attribution) -> bool:
    """Whether the verb says by itself that somebody speaks, as *go on* and *continue* do not."""
    verb = item.pack.verbs.get(attribution.cue[0].of(item.text).lower()) if attribution.cue else None
    return verb is None or not verb.only_quoted
