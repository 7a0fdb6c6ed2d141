"""The rule sourcing/second-hand-chain."""

import re
from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Severity, Span, covering, rule
from sayso_plugins.rules.sourcing._hands import at_first_hand, is_somebody, one_voice, parallel, speaks

WARNING, INFO = Severity.WARNING, Severity.INFO
#: How a correction begins.
CORRECTS = Pattern(r"[\W\d_]*(?:correction|clarification)\W*:", re.IGNORECASE)
#: A paper without a name at the end of a sentence, whose noun means other things elsewhere: *…, a news site wrote*.
TAIL = Pattern(
    r",\s+(?P<who>(?:an?|another|one|several|some|two|local)\s+(?:[\w-]+\s+){0,3}?(?:sites?|websites?|magazines?|weekly|weeklies|daily|blogs?"
    r"|podcasts?|newsletters?)\s+(?:has\s+|have\s+)?(?:wrote|written|reported|reports?|said|says?|claimed|claims?|writes?))\s*\Z"
)
LONGEST = 90


@rule(
    "sourcing/second-hand-chain",
    "What somebody is said to have said comes through another.",
    since="0.1",
    certainty="extraction",
    confidence=0.8,
    judged=Judged(right=13, wrong=1, arguable=1),
    cure="Name whoever passes the words on, and go to the first source where it can be reached.",
    policies=[
        Policy("AP", "Credit the outlet that has the words; credit both where the work is mixed.", "2010"),
        Policy("Washington Post", "Being reported elsewhere does not make it so; say on whom the other report rests."),
    ],
    examples=[
        Flagged(
            "Ortiz claims that the deal is dead, according to local newspapers.",
            at="according to local newspapers",
            severity=WARNING,
        ),
        Flagged(
            '"It is over," Ortiz told aides, according to local newspapers.',
            at="according to local newspapers",
            severity=WARNING,
        ),
        Flagged(
            "Ortiz said the deal was dead, according to people in the room.",
            at="according to people in the room",
            severity=WARNING,
        ),
        Flagged(
            "Ortiz said the deal was dead, according to the Larkmoor Gazette.",
            at="according to the Larkmoor Gazette",
            severity=INFO,
        ),
        Flagged(
            "Ortiz claimed responsibility for the leak, according to local newspapers.",
            at="according to local newspapers",
            severity=WARNING,
        ),
        Flagged("Ana Ruiz said that Jo Berg had denied the charge.", at="Ana Ruiz said", severity=INFO),
        Flagged(
            "Jo Berg was at the gate. According to the Larkmoor Gazette, he said the deal was dead.",
            at="According to the Larkmoor Gazette",
            severity=INFO,
        ),
        Flagged(
            "According to Ana Ruiz, as reported by the Larkmoor Gazette, the deal was dead.",
            at="as reported by the Larkmoor Gazette",
            severity=INFO,
        ),
        Flagged(
            "Ortiz told aides that the deal was dead, a news site wrote.", at="a news site wrote", severity=WARNING
        ),
        Clean(
            "The bridge is open.\n\nCorrection: An earlier post said the bridge had collapsed, citing a local clerk.",
            "It has to repeat the mistake.",
        ),
        Clean("Ortiz told the Larkmoor Gazette that the deal was dead.", "He told the outlet itself."),
        Clean("According to Ortiz, the deal is dead."),
        Clean("Ortiz said he had told the council that the deal was dead.", "The same one speaks."),
        Clean("Norbank argued that they claimed only what they were owed.", "A pronoun that may mean who speaks."),
        Clean(
            "Norbank argued that the rule was unfair, but Judge Ana Ruiz said it was clear.",
            "Two speakers, side by side.",
        ),
        Clean(
            "Ana Ruiz said the mayor had been a friend, and Jo Berg said the town would miss her.",
            "Two speakers, side by side.",
        ),
        Clean(
            "The Norbank Council said the toll was too high, NC spokeswoman Ana Ruiz said.",
            "A body and its voice are one.",
        ),
        Clean(
            "Ana Ruiz explained that Jo Berg's use of the lens revealed that the picture was old.",
            "A thing tells nothing of itself.",
        ),
        Clean('"The deal is dead, said Jo Berg, "and I said so," Ana Ruiz said.', "Marks that do not pair."),
        Clean(
            "Professor Ana Ruiz says that most voters agree, while the professor, who led the survey, said more of"
            " them doubted it in May.",
            "One speaker, by name and by office.",
        ),
        Clean("Ana Ruiz said she was glad when the council told her that the bridge was safe.", "She was there."),
        Clean(
            "Ortiz told reporters that the deal was dead, the Larkmoor Gazette reported.",
            "Said to the press, which passes on what it heard.",
        ),
        Clean(
            "In an interview, Ortiz said the deal was dead, the Larkmoor Gazette reported.",
            "The outlet's own interview.",
        ),
        Flagged(
            "Depute fiscal Ana Ruiz said the medals were sold. Jo Berg had said that he was poor, the fiscal added.",
            at="the fiscal added",
            severity=Severity.INFO,
        ),
        Clean(
            "The pilot declared an emergency, according to the harbour authority.", "An act by words, and no statement."
        ),
        Clean(
            "A survey by Norbank showed that 25% of farmers said they would sell.", "A count of answers is no hearsay."
        ),
    ],
    known_false_alarms="A spokesman who passes on the words of those whom the item has heard itself.",
)
def second_hand_chain(item: Item) -> Iterator[Finding]:
    """Words change from hand to hand, and readers should see the hands.

    A chain through somebody named is recorded at info; through somebody unnamed it is a warning. A chain that
    goes on from the sentence before is one finding. Whoever was spoken to heard the words at first hand, and so
    did an outlet that reports what was told to the press.
    """
    analysis = item.analysis
    reported: set[str] = set()
    for inner in analysis.attributions:
        tail = _through(item, inner) if inner.via is None else None
        if tail is not None:
            yield Finding(
                f"{inner.source[0].of(item.text)!r} is quoted through {tail.of(item.text)!r}, which has no name",
                spans=(tail,),
                severity=WARNING,
                related=inner.source,
                confidence=inner.confidence,
            )
        if inner.via is None or inner.carried_over_from or inner.via in reported:
            continue
        outer = analysis.attribution(inner.via)
        through, speaker = analysis.source_of(outer), analysis.source_of(inner)
        if through is None or speaker is None or inner.cue_lemma == outer.cue_lemma == "according to":
            continue
        if not speaks(item, inner, speaker) or not speaks(item, outer, through) or _corrects(item, inner):
            continue
        if not is_somebody(item, through) or one_voice(item, through, speaker) or parallel(item, outer, inner):
            continue
        if at_first_hand(item, outer, inner, through, speaker):
            continue
        reported.add(inner.via)
        phrase = covering(outer.cue + outer.source)
        spans = (phrase,) if len(phrase) < 120 else outer.source
        # "The fiscal" is the fiscal of whom the item has told by name.
        known = analysis.speaker_kind(outer.speaker) == "person"
        named = known or through.named or through.kind in ("document", "pronoun")
        yield Finding(
            f"{speaker.span.of(item.text)!r} is quoted through {through.span.of(item.text)!r}"
            + ("" if named else ", whom the item does not name"),
            spans=spans,
            severity=INFO if named else WARNING,
            related=inner.source,
            confidence=min(inner.confidence, outer.confidence),
        )


def _corrects(item: Item, attribution: Attribution) -> bool:
    """Whether the sentence corrects what was told before, and so has to repeat it."""
    return CORRECTS.match(item.text, item.analysis.sentence_at(attribution.cue[0].start).span.start) is not None


def _through(item: Item, inner: Attribution) -> Span | None:
    """Where the words that somebody told somebody end with who wrote of it."""
    if not inner.content or not inner.source or inner.addressee is None or inner.quoted:
        return None
    content = inner.content[-1]
    match = TAIL.compiled.search(item.text, max(content.start, content.end - LONGEST), content.end)
    return Span(*match.span("who")) if match is not None else None
