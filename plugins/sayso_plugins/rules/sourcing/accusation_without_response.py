"""The rule sourcing/accusation-without-response."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Severity, rule
from sayso_plugins.rules.sourcing._accused import OTHER_GENRES
from sayso_plugins.rules.sourcing._answers import answered, is_settled
from sayso_plugins.rules.sourcing._told_of import all_accused, all_blamed, last


@rule(
    "sourcing/accusation-without-response",
    "Somebody is accused by name, and no answer is given.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.75,
    judged=Judged(right=0, wrong=0, arguable=1),
    preview=True,
    cure="Ask the accused and print the answer, or say that there was none.",
    policies=[
        Policy("IPSO", "A fair opportunity to reply is given where it is called for."),
        Policy("BBC", "Grave allegations are put to those whom they concern, and the answer is reported.", "2019"),
    ],
    examples=[
        Flagged("The report says Halvorsen took bribes.", at="Halvorsen"),
        Flagged("The council accused Norbank of fraud. The bank has nine branches.", at="Norbank"),
        Flagged("Jan Halvorsen embezzled 3 million euros, an auditor said.", at="Jan Halvorsen"),
        Flagged("Norbank has been accused of fraud. It has nine branches.", at="Norbank"),
        Flagged("Two clerks said that Mira Holt had forged the ledgers. She left in May.", at="Mira Holt"),
        Flagged("The clerk said that coach Jan Halvorsen had bullied her.", at="Jan Halvorsen"),
        Flagged("Tenants accuse Norbank of cutting off their heat. The bank has nine branches.", at="Norbank"),
        Flagged(
            "The council met.\n\nThe operator, Larkmoor Lines, ignored warnings about the brakes.", at="Larkmoor Lines"
        ),
        Flagged(
            "Jo Berg said that the mayor, Jan Halvorsen, had “steered the work to his brother’s firm”.",
            at="Jan Halvorsen",
        ),
        Flagged(
            "Jo Berg, who left Larkmoor Lines in May, said the company told employees to falsify logs.",
            at="the company",
        ),
        Flagged(
            "The council met.\n\nThe owner, Jan Halvorsen, was told of the leak and sat on it.", at="Jan Halvorsen"
        ),
        Flagged(
            "An audit found that the school’s bursar, Mira Holt, paid fees into her own account. It was read in May.",
            at="Mira Holt",
        ),
        Flagged(
            "Jan Halvorsen has been accused by four former clerks of touching them. They spoke in May.",
            at="Jan Halvorsen",
        ),
        Flagged(
            "Former staff of Larkmoor Care say managers left residents in soiled beds. They left in May.", at="managers"
        ),
        Flagged("A clerk told the board that trustee Jo Berg, who had left, had pocketed a fee.", at="Jo Berg"),
        Flagged(
            "The report says Mira Holt used a Larkmoor Care card to pay for two lamps. Pupils declined milk in May.",
            at="Mira Holt",
        ),
        Flagged("Some tenants accused the school board of hiding leaks. It met in May.", at="the school board"),
        Flagged(
            "Two letters had been ignored by the water board, Jo Berg alleged. It met in May.", at="the water board"
        ),
        Flagged(
            "Beach sand had been used in place of stone by the contractor, Larkmoor Lines, Jo Berg alleged.",
            at="the contractor",
        ),
        Flagged(
            "Prosecutors allege that Jo Berg, 52, moved the money into an account in a dead uncle’s name.", at="Jo Berg"
        ),
        Clean("Prosecutors allege that Jo Berg, 52, was robbed by two of the clerks.", "It was done to him."),
        Flagged("The boys were paid by the chairman, Chief Jo Berg, to burn the shed.", at="Chief Jo Berg"),
        Clean("The boys were paid by the chairman, Chief Jo Berg, to paint the shed.", "No wrong."),
        Flagged("The groundsman, Jo Berg, had been paid to leave the pitch wet, Ana Ruiz said.", at="Jo Berg"),
        Flagged(
            "Guards of Larkmoor Mill beat two young men in May, said their father, Jo Berg.",
            at="Guards of Larkmoor Mill",
        ),
        Flagged("Prosecutors suspect that pastor Jo Berg sold worthless coins. He has a chapel.", at="Jo Berg"),
        Flagged("The mill hid the spill from its tenants, Jo Berg said. It was built in May.", at="The mill"),
        Flagged("Residents accused developer Larkmoor Homes of felling the oaks at night.", at="Larkmoor Homes"),
        Flagged(
            "Harlan Mills had been billing for visits and skimming the account, Jo Berg said. It has two yards.",
            at="Harlan Mills",
            severity=Severity.INFO,
        ),
        Flagged(
            "Mira Holt had been shown the log twice and had shredded her copy of it, Jo Berg said. It rained.",
            at="Mira Holt",
            severity=Severity.INFO,
        ),
        Flagged(
            "Jan Halvorsen, 44, came to the mill in May. The report says he had been skimming the fuel account and"
            " selling the oil for cash.",
            at="Jan Halvorsen",
            severity=Severity.INFO,
        ),
        Flagged(
            "Bursar Jan Halvorsen, they wrote in May, had skimmed the fuel account and sold the oil for cash.",
            at="Bursar Jan Halvorsen",
            severity=Severity.INFO,
        ),
        Clean("Mira Holt had been shown the log twice, Jo Berg said. It rained.", "It was shown to her."),
        Clean(
            "Jan Halvorsen, 44, came to the mill in May. Jo Berg said he had been skimming the fuel account and selling"
            " the oil for cash.",
            "He speaks of himself.",
        ),
        Clean("The audit found that the treasurer, Mira Holt, had signed all cheques in time. It was read in May."),
        Clean("Prosecutors allege that Jo Berg moved $2,000 into an account of hers. Her lawyer declined to comment."),
        Clean("Prosecutors said that Jo Berg would not be charged.", "She is cleared."),
        Clean("The boys were hired by the chairman of the board, Jo Berg, to paint the hall.", "No wrong."),
        Clean("The council met.\n\nIts leader, Jo Berg, rented the hall to a choir."),
        Clean("The water board failed to sell the pier, Mira Holt said. It met in May."),
        Clean("Residents said that Larkmoor Homes had planted 40 oaks at night."),
        Clean("Historians say that King Jo the Third poisoned his brother.", "Long dead."),
        Clean("The novel tells how Jo Berg strangled a widow for a ring."),
        Clean("The captain, Jo Berg, blew a lead of nine points, the coach said.", "A game."),
        Clean("The striker said that Jo Berg had beaten him by two strokes.", "A game, too."),
        Clean("Two letters had been ignored by the water board, Jo Berg alleged. The board said that it had had none."),
        Clean("The roof was destroyed by the storm, and the books were stolen by thieves, Jo Berg said."),
        Clean("Nothing had been hidden by the mill, Jo Berg said.", "He clears it."),
        Clean("The report says Mira Holt used a fund to pay for two lamps. She declined to comment."),
        Clean("The report says Mira Holt used a fund to pay for lamps. Requests for comment were not answered."),
        Clean("Striker Jo Berg stole a point with a late goal, the coach said.", "A game."),
        Flagged(
            "The lawsuit claims that Dr Mira Holt operated while drunk. The ward opened in May.", at="Dr Mira Holt"
        ),
        Flagged("Officers at Norvik starved inmates, a nurse said. It was built in May.", at="Officers at Norvik"),
        Flagged("The audit says Mira Holt, the teacher, sold exam papers. It was read in May.", at="Mira Holt"),
        Clean("The lawsuit claims that Mira Holt was hurt by a crane. The crane is new.", "She is the one who sues."),
        Clean("Thieves stole the ledger of Norbank, a clerk said.", "A noun, and no name."),
        Clean("Jan Halvorsen hid in the cellar, a clerk said.", "No wrong."),
        Clean("Storm Ada threatened the coast, a clerk said."),
        Clean("The council met.\n\nLarkmoor Lines ignored no warnings about the brakes."),
        Clean("The report says Halvorsen took bribes. Halvorsen denies it."),
        Clean("The report says Halvorsen took bribes. He could not be reached for comment."),
        Clean("The court said Halvorsen had taken bribes, and sentenced him to two years.", "A court has decided."),
        Clean("The council accused Norbank of fraud. “We have done no wrong,” Norbank said."),
        Clean("The report says thieves stole the ledger.", "Nobody is named."),
        Clean("Halvorsen, who fights corruption, said the ledger was gone."),
        Clean("Police said Halvorsen had stolen a car.", "It goes to court."),
        Clean("The report says Halvorsen took the bus."),
    ],
    known_false_alarms="An answer in words that the lists do not have, states, and people who are long dead.",
)
def accusation_without_response(item: Item) -> Iterator[Finding]:
    """Whoever is accused in public is owed a hearing, and readers are owed the answer.

    A denial, a plea or a judgement anywhere in the item is enough. What may be on something else, such as a comment or
    a reply, must stand where the accused or somebody meant by a pronoun stands. Words of the accused on anything are
    an answer, too. All that is said against one is one finding. What only the model of statements takes for a
    wrong, with no word of a list and no verb that accuses, is an info.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or is_settled(item) or analysis.turns:
        return
    found = [(spans, True) for spans in all_accused(item)]
    told = {analysis.sentence_at(spans[0].start).index for spans, _ in found}
    more = [one for one in all_blamed(item) if analysis.sentence_at(one.who.start).index not in told]
    found += sorted((((one.who,), one.sure) for one in more), key=lambda one: not one[1])
    if not found:
        return
    spoke = {low for one in analysis.speakers for span in one.mentions for low in span.of(item.text).lower().split()}
    accused: set[str] = set()
    for spans, sure in found:
        span = spans[0]
        name = last(span.of(item.text))
        if name not in accused and name not in spoke and not answered(item, span):
            accused.add(name)
            yield Finding(
                f"{span.of(item.text)} {'is' if sure else 'may be'} accused, and nothing says what the answer is",
                spans=spans,
                severity=None if sure else Severity.INFO,
                confidence=None if sure else 0.5,
            )
