"""The rule attribution/unattributed-contestable-claim."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, rule
from sayso_plugins.rules.attribution._claims import claimed
from sayso_plugins.rules.attribution._nearby import on_record, sourced_nearby
from sayso_plugins.rules.attribution._private import retold_in_private

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
    judged=Judged(right=57, wrong=2, arguable=17),
    cure="Say in the sentence who says so, or move the claim behind its source.",
    policies=[
        Policy("AP", "What can be disputed and was not witnessed or confirmed is attributed, in the same sentence."),
        Policy("Reuters", "Every statement has a source, but for established facts and what is in the public domain."),
        Policy("AFP", "The source belongs in the lead, but for events that are plainly in the public domain.", "2024"),
        Policy(
            "Wikipedia, Manual of Style", "A topic sentence that the sentences behind it source needs none of its own."
        ),
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
        Flagged(
            'The town met on Monday.\n\nNine people were killed at the depot. "My husband went back for his hat," said'
            " Jo Berg.",
            at="Nine people were killed at the depot.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe mill opened in 1951. Rebels shelled the mill on Sunday.",
            at="Rebels shelled the mill on Sunday.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe mill closed in 1951. Its owners bribed the council.",
            at="Its owners bribed the council.",
        ),
        Flagged("The town met on Monday.\n\nFourteen were taken to hospital.", at="Fourteen were taken to hospital."),
        Flagged(
            "The town met on Monday.\n\nNorbank owns the ship, which was boarded by soldiers.",
            at="Norbank owns the ship, which was boarded by soldiers.",
        ),
        Flagged("The town met on Monday.\n\nThe fire began in a bin store.", at="The fire began in a bin store."),
        Flagged(
            "The town met on Monday.\n\nRebels deployed 9,000 fighters at the polls.",
            at="Rebels deployed 9,000 fighters at the polls.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe mayor offered a secret deal in private talks.",
            at="The mayor offered a secret deal in private talks.",
        ),
        Flagged(
            "The town met on Monday.\n\nHeavy fighting broke out near the mill.",
            at="Heavy fighting broke out near the mill.",
        ),
        Flagged(
            "The town met on Monday.\n\nJo Berg died when a boiler explosion wrecked the mill.",
            at="Jo Berg died when a boiler explosion wrecked the mill.",
        ),
        Flagged(
            "The town met on Monday.\n\nFive miners are missing after the collapse of a gallery.",
            at="Five miners are missing after the collapse of a gallery.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe driver sustained serious injuries to the head.",
            at="The driver sustained serious injuries to the head.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe ferry was cancelled because of a fuel shortage.",
            at="The ferry was cancelled because of a fuel shortage.",
        ),
        Flagged(
            "The town met on Monday.\n\nTrains were delayed due to the strike of the drivers.",
            at="Trains were delayed due to the strike of the drivers.",
        ),
        Flagged(
            "The town met on Monday.\n\nA clerk was stabbed by a masked man.",
            at="A clerk was stabbed by a masked man.",
        ),
        Flagged(
            "The town met on Monday.\n\nRebels entered the harbour and fired shells at the mill.",
            at="Rebels entered the harbour and fired shells at the mill.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe council ignored warnings about the bridge.",
            at="The council ignored warnings about the bridge.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe mayor resigned because he disliked the auditors.",
            at="The mayor resigned because he disliked the auditors.",
        ),
        Flagged(
            "The town met on Monday.\n\nHe and the builder dined at the inn and settled the price.",
            at="He and the builder dined at the inn and settled the price.",
        ),
        Flagged(
            "The town met on Monday.\n\nGunmen killed nine people at the mill. Two men were arrested.",
            at="Gunmen killed nine people at the mill.",
        ),
        Flagged("The town met on Monday.\n\nThe driver fell asleep.", at="The driver fell asleep."),
        Flagged(
            "The town met on Monday.\n\nThe fire was the work of arsonists.", at="The fire was the work of arsonists."
        ),
        Flagged(
            "The town met on Monday.\n\nThe killing was the result of a feud.",
            at="The killing was the result of a feud.",
        ),
        Flagged(
            "The town met on Monday.\n\nBehind closed doors, Ana Ruiz told the builder that she would resign.",
            at="Behind closed doors, Ana Ruiz told the builder that she would resign.",
        ),
        Flagged(
            "The town met on Monday.\n\nJo Berg has told her aides that she will resign.",
            at="Jo Berg has told her aides that she will resign.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe owner hid the losses of the mill.",
            at="The owner hid the losses of the mill.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe crew dumped waste in the river.", at="The crew dumped waste in the river."
        ),
        Flagged(
            "The town met on Monday.\n\nThe school failed to report the abuse.",
            at="The school failed to report the abuse.",
        ),
        Flagged(
            "The town met on Monday.\n\nThe fire brigade was called too late.",
            at="The fire brigade was called too late.",
        ),
        Flagged("The town met on Monday.\n\nThe clerk set fire to the mill.", at="The clerk set fire to the mill."),
        Flagged(
            "The town met on Monday.\n\nThe owner is to blame for the delay.", at="The owner is to blame for the delay."
        ),
        Flagged(
            "The town met on Monday.\n\nHe shot his partner out of jealousy.", at="He shot his partner out of jealousy."
        ),
        Flagged(
            "The town met on Monday.\n\nThe council turned a blind eye to the smoke.",
            at="The council turned a blind eye to the smoke.",
        ),
        Clean(
            "The town met on Monday.\n\nThe band failed to reach the summit. It was too late for a call.", "No duty."
        ),
        Clean("The town met on Monday.\n\nThe cast set the tone, and snow covered the blind wall.", "Other senses."),
        Clean(
            "The town met on Monday.\n\nIn private, Ana Ruiz told the builder that she would resign, two of those who"
            " were there said."
        ),
        Clean("The town met on Monday.\n\nAna Ruiz told reporters in private that she would resign.", "To the press."),
        Clean("The town met on Monday.\n\nThe mural is the work of a painter.", "No deed."),
        Clean("Rebels shelled the depot on Sunday, killing nine people, mayor Ana Ruiz said."),
        Clean(
            "The town met on Monday.\n\nThe mayor is due to speak there after the power failure.",
            "A plan and no cause.",
        ),
        Clean("The town met on Monday.\n\nThe stocks are due to expire in March.", "A date and no cause."),
        Clean("The town met on Monday.\n\nThe band hopes to stop the rebel attacks on troops.", "A hope."),
        Clean("The town met on Monday.\n\nHeavy rain caused delays on the road.", "Weather is plain to see."),
        Clean(
            "The town met on Monday.\n\nThe revolt leading to the closure of the mill had no leader.",
            "It names a thing.",
        ),
        Clean(
            "The town met on Monday.\n\nWe lost a week because of a failure in the mill.", "The author’s own doings."
        ),
        Clean("The town met on Monday.\n\nThe book tells nine lives of saints.", "Nobody is dead."),
        Clean("The treaty was signed in 1992.", "Public background."),
        Clean(
            "According to the district hospital, nine people were killed. Four others were wounded.",
            "The source carries over.",
        ),
        Clean('"Rebels shelled the depot and killed nine people," Ana Ruiz said.', "Somebody else's words."),
        Clean("Two men were convicted of bribery, and one official was jailed.", "A court's own act."),
        Clean(
            "Rebels shelled the depot on Sunday. It burned for hours.\n\nThe market was closed on Monday. Mayor"
            " Ana Ruiz said that the rebels shelled the depot at noon.",
            "A lead that the next paragraph sources.",
        ),
        Clean(
            'The town met on Monday.\n\nNine people were killed at the depot. "They died at the depot without a'
            ' warning," said Ana Ruiz, the mayor.',
            "A topic sentence, with the words that it sums up behind it.",
        ),
        Clean(
            "The mayor said rebels had shelled the depot in Larkmoor.\n\nLarkmoor has a harbour. Rebels shelled the old"
            " depot before the market opened.",
            "Sourced before.",
        ),
        Clean("The town met on Monday.\n\nVets tested three swans that have died by the river.", "No people."),
        Clean("The town met on Monday.\n\nThe two bodies circle the planet once in nine days.", "No people."),
        Clean("The town met on Monday.\n\nNorbank bought 30 shares of the Larkmoor Toll Road.", "A name."),
        Clean("The town met on Monday.\n\nThe vote was not rigged by anybody.", "It denies an offence."),
        Clean("The town met on Monday.\n\nThe lock keeps nine wells safe from poisoning.", "It did not happen."),
        Clean(
            "The town met on Monday.\n\nAnalysts blame the flood on the dam.",
            "Somebody blames; attribution/anonymous-collective asks who.",
        ),
        Clean(
            "The town met on Monday.\n\nThe guest worked for nine years in the private sector and offered a lesson.",
            "The private sector is no private talk.",
        ),
        Clean("The town met on Monday.\n\nA rocket with a satellite was launched from the coast.", "Plain to see."),
        Clean("The town met on Monday.\n\nNine players were injured in the match.", "Plain to see."),
        Clean("The town met on Monday.\n\nJo Berg died on Monday at 93.", "A quiet death, and no toll."),
        Clean(
            "The town met on Monday.\n\nThe government deployed 9,000 troops at the polls.",
            "An act of state, done in public.",
        ),
        Clean(
            "The town met on Monday.\n\nNine people were killed in the fire. Jo Berg was convicted of arson.",
            "On a court's record.",
        ),
        Clean(
            "The town met on Monday.\n\nGunmen hijacked the ship on November 15 with nine sailors on board.",
            "Background of half a year ago.",
            item={"date_published": "2016-05-04"},
        ),
        Clean(
            "The town met on Monday.\n\nIn 1951 Ruiz led the raid. He was wounded there with nine others.",
            "The background goes on.",
            item={"date_published": "2016-05-04"},
        ),
        Clean(
            "The town met on Monday.\n\nThere were previous crashes on the road, in which nine people were killed.",
            "Background by its own words.",
        ),
    ],
    known_false_alarms="What the reporter saw, where the item does not say so; background that gives no date.",
)
def unattributed_contestable_claim(item: Item) -> Iterator[Finding]:
    """Casualties, causes, crimes, motives and what was said in private are what readers most need a source for.

    A source in the sentence is enough, and so is one that still speaks from the sentences before, that told the same
    before, or that stands directly behind: a lead may be sourced in its paragraph or the next, and a topic sentence by
    the words that it sums up. What courts and governments do in public, and what happened months ago, needs none.
    """
    if item.record.item_type.value in EXEMPT:
        return
    retold = {sentence.index: sentence for sentence in retold_in_private(item)}
    for claim in item.analysis.claims:
        sentence = retold.pop(item.analysis.sentence_at(claim.span.start).index, None) if retold else None
        if sentence is not None and not on_record(item, claim):
            yield Finding("a claim about a private conversation has no source", spans=(sentence.span,))
            continue
        if claim.standing != "unsourced" or not claim.contestable.value:
            continue
        section = item.analysis.section_at(claim.span.start)
        if section.is_comment or section.kind != "news":
            continue
        listed = [WHY[name] for name in claimed(item, claim) if name in WHY]
        # "She offered a lesson:" only leads over to what she said.
        if not listed or claim.span.of(item.text).endswith(":"):
            continue
        if on_record(item, claim) or sourced_nearby(item, claim):
            continue
        why = " and ".join(listed)
        yield Finding(f"a claim about {why} has no source", spans=(claim.span,), related=claim.contestable.spans)
