"""The rule attribution/unattributed-contestable-claim."""

from collections.abc import Iterator

from sayso import Claim, Clean, Finding, Flagged, Item, Judged, Policy, Severity, Span, rule
from sayso_plugins.rules._genre import genre, is_column, is_report, lists_cases
from sayso_plugins.rules.attribution._claims import addressed, claimed
from sayso_plugins.rules.attribution._deeds import deeds, stands_bare
from sayso_plugins.rules.attribution._nearby import on_record, sourced_nearby, turns_away
from sayso_plugins.rules.attribution._private import retold_in_private

#: Items that are attributed as a whole, or whose sections decide.
LASTING = frozenset({"casualties", "blame", "cause"})
FORCE = frozenset({"casualties", "military_action"})
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

#: Of the model of statements, what will be is asked about too: as information, since what was announced will be, too.
JUDGED = {**WHY, "prediction": "what will be"}

#: Standings that a source from the sentences before gives, and those in which the model of statements is asked.
CARRIED = frozenset({"attributed", "vague"})
OPEN = CARRIED | {"unsourced"}
#: How sure the model must be of a claim that a source before could be meant for.
SURELY = 0.85


def _told(words: str) -> Flagged:
    """An example in which the news tells something in a paragraph of its own."""
    return Flagged(f"The town met on Monday.\n\n{words}", at=words)


@rule(
    "attribution/unattributed-contestable-claim",
    "A claim that needs a source stands in the news without one.",
    since="0.1",
    certainty="extraction",
    confidence=0.7,
    judged=Judged(right=60, wrong=2, arguable=18),
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
        _told("Fourteen were taken to hospital."),
        _told("Norbank owns the ship, which was boarded by soldiers."),
        _told("The fire began in a bin store."),
        _told("Rebels deployed 9,000 fighters at the polls."),
        _told("The mayor offered a secret deal in private talks."),
        _told("Heavy fighting broke out near the mill."),
        _told("Jo Berg died when a boiler explosion wrecked the mill."),
        _told("Five miners are missing after the collapse of a gallery."),
        _told("The driver sustained serious injuries to the head."),
        _told("The ferry was cancelled because of a fuel shortage."),
        _told("Trains were delayed due to the strike of the drivers."),
        _told("A clerk was stabbed by a masked man."),
        _told("Rebels entered the harbour and fired shells at the mill."),
        _told("The council ignored warnings about the bridge."),
        _told("The mayor resigned because he disliked the auditors."),
        _told("He and the builder dined at the inn and settled the price."),
        Flagged(
            "The town met on Monday.\n\nGunmen killed nine people at the mill. Two men were arrested.",
            at="Gunmen killed nine people at the mill.",
        ),
        _told("The driver fell asleep."),
        _told("The fire was the work of arsonists."),
        _told("The killing was the result of a feud."),
        _told("Behind closed doors, Ana Ruiz told the builder that she would resign."),
        _told("Jo Berg has told her aides that she will resign."),
        _told("The owner hid the losses of the mill."),
        _told("The crew dumped waste in the river."),
        _told("The school failed to report the abuse."),
        _told("The fire brigade was called too late."),
        _told("The clerk set fire to the mill."),
        _told("The owner is to blame for the delay."),
        _told("He shot his partner out of jealousy."),
        _told("The council turned a blind eye to the smoke."),
        Clean(
            "The town met on Monday.\n\nThe band failed to reach the summit. It was too late for a call.", "No duty."
        ),
        Clean("The town met on Monday.\n\nThe cast set the tone, and snow covered the blind wall.", "Other senses."),
        Clean(
            "The town met on Monday.\n\nIn private, Ana Ruiz told the builder that she would resign, two of those who"
            " were there said."
        ),
        Clean("The town met on Monday.\n\nAna Ruiz told reporters in private that she would resign.", "To the press."),
        Clean("The town met on Monday.\n\nJo Berg, of the guild, blamed the fall on imports.", "He says so."),
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
        _told("The damage will be worse than in 2013."),
        _told("The driver had fallen asleep at the wheel."),
        _told("The barriers were up when the train hit the bus."),
        _told("The alarm had been switched off."),
        _told("The brakes failed on the hill."),
        _told("The crane had never been inspected."),
        _told("The attack was ordered by his brother."),
        _told("The owner sacked the clerk to bury the report."),
        _told("Nine farmers have been killed by thugs since 2015."),
        Flagged(
            "Rebels stormed the depot on Sunday, killing nine people.\n\nThe mayor, Jo Berg, said the market was shut.",
            at="Rebels stormed the depot on Sunday, killing nine people.",
        ),
        _told("The clerk was forced out because she had crossed the mayor."),
        _told("The mayor paid the judge to lose the file."),
        _told("The inspector took cash to sign the permit."),
        _told("The clerks let the boats pass in return for cash."),
        _told("The burglars were in the pay of a rival mill."),
        _told("Poachers moved the geese with the help of a customs officer."),
        _told("The break-in was the work of a former clerk."),
        _told("The attack was carried out by a cell of the guild."),
        _told("The delay was down to a feud between two clerks."),
        _told("The fire brigade took an hour to arrive because its pump would not start."),
        _told("The clinic turned away four women in labour."),
        _told("The owner swept the complaints under the carpet."),
        _told("The clerk was moved to Norwick to settle an old score."),
        _told("Guards beat the student with a belt."),
        _told("The two mayors agreed in a private telephone call to drop the inquiry."),
        Clean("The town met on Monday.\n\nThe mayor paid an officer to guard the fair."),
        Clean("The town met on Monday.\n\nThe town took cash for the tickets."),
        Clean("The town met on Monday.\n\nThe mill moved the wool with the help of a customs officer.", "No crime."),
        Clean("The town met on Monday.\n\nThe mural was carried out by a painter for the guild."),
        Clean("The town met on Monday.\n\nThe match was down to its last minute."),
        Clean("The town met on Monday.\n\nThe Second World War killed many people in the town.", "In every book."),
        Clean("The town met on Monday.\n\nIn the film the mayor pays the judge to lose the file.", "Nobody did."),
        Clean("The town met on Monday.\n\nThe mayor did not pay the judge to lose the file.", "It is denied."),
        Clean(
            "The town met on Monday.\n\nThe mayor is accused of paying the judge to lose the file.", "Somebody accuses."
        ),
        _told("The milk was kept at the wrong temperature for a week."),
        _told("The guards stood by while the crowd beat the clerk."),
        _told("Nurses were told to alter the charts."),
        _told("The cart was doing 90 kilometres an hour when it left the road."),
        _told("The mayor moved the school money into his brother's firm."),
        _told("The school money was spent on two cars and a wedding."),
        _told("The letter was pulped on the orders of the mayor's office."),
        _told("Her dismissal was punishment for a letter she wrote."),
        _told("The shelling came from positions of the army."),
        _told("Weavers were made to work through the night."),
        _told("The council is bitterly split over the toll, and its clerk stormed out of the meeting."),
        _told("The mill faked the tests."),
        Flagged(
            "The town met on Monday.\n\nThe mill had its clerk watched for a month because she had seen the books.",
            at="The mill had its clerk watched for a month because she had seen the books.",
        ),
        Clean("The town met on Monday.\n\nThe milk is kept at four degrees."),
        Clean("The town met on Monday.\n\nThe crowd stood by the mill."),
        Clean("The town met on Monday.\n\nNurses were told to come early."),
        Clean("The town met on Monday.\n\nThe school money will be spent on two cars and a wedding hall."),
        Clean("The town met on Monday.\n\nThe letter was sealed on the orders of a court."),
        Clean("The town met on Monday.\n\nThe town is split by a river."),
        _told("The town will be empty by the end of the decade."),
        _told("A quarrel over a gate led to the shooting."),
        _told("The pump failed because nobody had paid for its repair."),
        _told("The mill had been warned three times about the gas."),
        _told("The ferry had no lifeboats."),
        _told("The rifles were meant for rebels in Norwick."),
        _told("The plane was overloaded."),
        Clean("The town met on Monday.\n\nThe ferry had no seats."),
        Clean("The town met on Monday.\n\nThe barriers were up for the fair."),
        Clean("The town met on Monday.\n\nThe boy fell asleep in the car."),
        Clean("The town met on Monday.\n\nThe crane is inspected in May."),
        Clean("The town met on Monday.\n\nThe mayor ordered a review to save money."),
        Clean("The town met on Monday.\n\nThe room had been cleared and nobody had voted."),
        Clean("The town met on Monday.\n\nNine people were killed in the raid of 1951."),
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
    What only the model of statements takes for such a claim, by all of its words together, is for information.
    """
    if genre(item) in EXEMPT or is_column(item) or lists_cases(item):
        return
    report = is_report(item)
    retold = {sentence.index: sentence for sentence in retold_in_private(item)}
    told = deeds(item)
    for claim in item.analysis.claims:
        if not claim.contestable.value and not retold and not told:
            continue
        index = item.analysis.sentence_at(claim.span.start).index if retold or told else -1
        sentence = retold.pop(index, None) if retold else None
        if sentence is not None and not on_record(item, claim, lasting=True):
            yield Finding("a claim about a private conversation has no source", spans=(sentence.span,))
            continue
        deed = told.get(index)
        if not claim.contestable.value and deed is None:
            continue
        section = item.analysis.section_at(claim.span.start)
        # "She offered a lesson:" only leads over to what she said.
        if section.is_comment or section.kind != "news" or claim.span.of(item.text).endswith(":"):
            continue
        listed: list[str] = []
        related = claim.contestable.spans
        if claim.contestable.value and _stands_alone(item, claim):
            listed = [WHY[name] for name in claimed(item, claim) if name in WHY]
        if not listed and deed is not None and stands_bare(item, claim, deed) and not addressed(item, claim):
            listed, related = [deed.why], (deed.phrase,)
        severity = None
        if not listed and report and claim.standing in OPEN and not addressed(item, claim):
            listed, related = _judged(item, claim)
            severity = Severity.INFO
        lasting = claim.standing == "background" and related != claim.contestable.spans
        if not listed or on_record(item, claim, lasting=lasting) or sourced_nearby(item, claim):
            continue
        why = " and ".join(listed)
        yield Finding(f"a claim about {why} has no source", spans=(claim.span,), related=related, severity=severity)


def _judged(item: Item, claim: Claim) -> tuple[list[str], tuple[Span, ...]]:
    """What the model of statements takes a claim for, that a source is needed for, and by which word."""
    sentence = item.analysis.sentence_at(claim.span.start)
    if item.analysis.attributions_in(sentence):
        return [], ()
    if claim.standing != "unsourced" and not turns_away(item, claim):
        return [], ()
    judged = item.analysis.statement(sentence)
    if judged is not None and claim.standing != "unsourced" and judged.share < SURELY:
        judged = None
    listed = [JUDGED[name] for name in judged.names if name in JUDGED] if judged is not None else []
    return listed, (judged.trigger,) if judged is not None and listed else ()


def _stands_alone(item: Item, claim: Claim) -> bool:
    """Whether a claim has no source of its own, and is no background.

    A lead that only the next sentence could source is one where force or death is told; what has been *since* a year is
    no background.
    """
    if claim.standing == "unsourced" or (claim.standing in CARRIED and turns_away(item, claim)):
        return True
    sentence = item.analysis.sentence_at(claim.span.start)
    words = item.analysis.narrated(sentence)
    if claim.standing == "background":
        return not LASTING.isdisjoint(claim.contestable.value or ()) and any(low.startswith("since ") for low in words)
    if claim.standing != "attributed" or claim.attribution is None or FORCE.isdisjoint(claim.contestable.value or ()):
        return False
    analysis = item.analysis
    if any(low in item.pack.verbs and item.pack.verbs[low].kind == "speech" for low in words):
        return False
    return not (
        analysis.attributions_in(sentence) or analysis.carried_by(sentence) or analysis.may_be_sourced(sentence)
    )
