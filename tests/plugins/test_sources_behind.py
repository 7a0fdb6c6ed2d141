"""Claims and figures whose source stands around them: before a list, or where the next sentence goes on."""

from __future__ import annotations

import pytest

from support import engine, findings

RULE = "attribution/unattributed-contestable-claim"


def found(text):
    """The claims without a source."""
    return findings(engine().check({"text": f"The town met on Monday.\n\n{text}", "language": "en"}), RULE)


@pytest.mark.parametrize(
    "behind",
    [
        "Jo Berg, of the fire service, said it was out by noon.",
        "The ambulance service said it was called at noon.",
        "Police said the road was shut.",
    ],
)
def test_those_who_took_them_there_speak_behind(behind):
    """A rescuer's sentence directly behind is the source of who was taken to hospital."""
    assert found(f"Nine people were taken to hospital. {behind}") == []


@pytest.mark.parametrize(
    "behind",
    [
        " Jo Berg, the mayor, said the fair was off.",
        " The fire was seen by many.",
        "\n\nPolice said the road was shut.",
    ],
)
def test_anybody_else_is_no_source(behind):
    """Neither somebody else, nor a sentence that nobody says, nor one of another paragraph."""
    assert found(f"Nine people were taken to hospital.{behind}") == [("Nine people were taken to hospital.",)]


FIGURE = "attribution/statistic-without-source"


def figures(text):
    """The figures without a source."""
    return [words for (words,) in findings(engine().check({"text": text, "language": "en"}), FIGURE)]


RISE = "Sales rose 7 percent to $9 million."


@pytest.mark.parametrize(
    "before",
    [
        "The mill sold less wool, it said in its results on Monday.\n\nIts yard is full. ",
        "In a paper on sheep, Jo Berg and two others describe a year in the fold.\n\nThe fold is wide. ",
        "The town met on Monday.\n\nHere is what the audit has to say:\n\nThe mill. ",
        "The town met on Monday.\n\nThe letter of the clerk begins with wool. It is long. ",
        "Wool closed at $9 a tonne on Monday.\n\nIt rained. ",
    ],
)
def test_a_figure_goes_on_with_what_was_named_before(before):
    """Results, a paper, a list behind a colon, an account and a market are the source of the figures behind them."""
    assert figures(before + RISE) == []


@pytest.mark.parametrize(
    "before",
    [
        "The mill sold less wool, it said on Monday.\n\nIts yard is full. ",
        "The mill sold less, it said in its results.\n\nJo Berg, the mayor, said it rained.\n\nThe yard is full. ",
        "The town met on Monday.\n\nHere is what it is about:\n\nThe mill. ",
        "The town met on Monday.\n\nThe letter of the clerk is long. It is red. ",
    ],
)
def test_a_figure_does_not_go_on_with_anything_else(before):
    """Without a paper, or where somebody else has spoken since, it has no source."""
    assert figures(before + RISE) == [RISE]


@pytest.mark.parametrize(
    "plain",
    [
        "The bank raised its inflation forecast to 7.1 percent from 6.2.",
        "Full-year loss narrowed to $9 million from $12 million.",
        "Norbank closed 4.2 percent lower at 318 and Larkmoor Lines 2.9 percent lower at 77.",
        "The app takes 1 percent of each payout.",
        "The fund also gives this newspaper $30,000 a year.",
        "The authority is counting on 110,000 passengers a day by May.",
        "About two hundred women sat on the steps.",
    ],
)
def test_what_is_told_of_itself_or_seen_needs_no_source(plain):
    """A body's own act, results, closing prices, terms, the outlet's own money, a plan, and what a reporter saw."""
    assert figures(f"The town lies on a river. {plain}") == []


@pytest.mark.parametrize(
    "claimed",
    [
        "Rents rose 12pc in May.",
        "About 9,000 marched through the town in May.",
        "The pier has eaten $9 million of public money since 2019.",
    ],
)
def test_what_somebody_must_have_counted_needs_one(claimed):
    """Shares with their unit behind them, crowds of thousands, and what has been swallowed."""
    assert figures(f"The town lies on a river. {claimed}") == [claimed]


def test_a_court_has_it_all_on_record():
    """What a convict did, and a list of the cases of a week."""
    told = "Jo Berg was jailed for nine years.\n\nThe judge spoke for an hour. Berg had forged the ledgers."
    assert findings(engine().check({"text": told, "language": "en"}), RULE) == []
    cases = (
        "The following cases were heard at the magistrates' court.\n\nJo Berg, 40. Robbed a clerk of $90. Fined $30."
    )
    assert findings(engine().check({"text": cases, "language": "en"}), RULE) == []


def test_casualties_have_their_source_in_the_next_sentence_on_them():
    """*Their boat …, the port said* tells of the missing, too; *The weather …, the port said* does not."""
    told = "Three fishermen are missing. Their boat had left at dawn, the port authority said."
    assert found(told) == []
    assert found(told.replace("Their boat", "A boat")) == [("Three fishermen are missing.",)]


@pytest.mark.parametrize(
    "scene",
    [
        "Over coffee in May, the mayor told two clerks that the mill would be sold.",
        "At a closed-door meeting in May, the mayor assured the guild that the mill would stay.",
        "In the lift, the mayor told her deputy that the vote was lost.",
    ],
)
def test_talk_that_nobody_else_heard_needs_a_source(scene):
    """Who told the outlet of it is the question, however long ago it was."""
    assert found(scene) == [(scene,)]


def test_what_an_audience_hears_is_no_private_talk():
    """Nor is blame that somebody puts on something a claim of the item's own."""
    assert found("The mayor told the audience that over coffee she had asked two clerks to leave.") == []
    assert found("The mayor spoke to the press on Monday. She blamed four days of rain.") == []


def test_only_a_name_leads_to_who_was_convicted():
    """*He*, and a word with which any sentence may begin, are nobody whom the court has named."""
    told = "A clerk was jailed on Monday, and he wept.\n\nThe town has a mill.\n\nHe had forged the ledgers in May."
    assert found(told) == [("He had forged the ledgers in May.",)]


def test_but_goes_on_with_nobody():
    """What the mayor says of something else is no source of the dead."""
    told = "Three fishermen are missing. But the fair went on, the mayor said."
    assert found(told) == [("Three fishermen are missing.",)]


def test_a_year_that_ended_higher_is_no_closing_price():
    """A price stands *at* something at the end of a day."""
    assert figures("The town lies on a river. Unemployment ended the year 2 percent higher.") == [
        "Unemployment ended the year 2 percent higher."
    ]


@pytest.mark.parametrize(
    "crime", ["The speaker of the house bribed a clerk with a boat.", "The ballot in May was rigged by two clerks."]
)
def test_what_is_rigged_tells_whether_it_is_a_crime(crime):
    """A vote is, and a loudspeaker is none; who is the speaker of a house commits crimes like any other."""
    assert found(crime) == [(crime,)]
    assert found("In the barn somebody had rigged a speaker for the crowd.") == []


@pytest.mark.parametrize(
    "told",
    [
        "The nine missing blocks cost 90,000 pounds.",
        "Police set fire to nine dredgers on the river.",
        "The crew called for silence and stopped.",
    ],
)
def test_words_of_claims_that_claim_nothing(told):
    """Blocks are no people, police burn in public, and nobody is silenced."""
    assert found(f"The town met on Monday. It is old.\n\n{told}") == []


def test_whom_somebody_had_blamed_is_blamed_by_somebody():
    """*Which the keepers had blamed* is no blame of the item's own, as *is blamed for* is."""
    for told, severity in (
        ("Geese, which the keepers had blamed for years, took one.", "INFO"),
        ("The owner is to blame for the leak.", "WARNING"),
    ):
        report = engine().check({"text": f"The town met on Monday. It is old.\n\n{told}", "language": "en"})
        assert [one.severity.name for one in report.items[0].findings if one.rule == RULE] == [severity]


def test_the_same_words_claim_something():
    """People are missing, a clerk burns a mill, and a vote is called to silence somebody."""
    for claim in (
        "Nine fishermen are missing.",
        "The clerk set fire to the mill.",
        "He called the vote to silence the guild.",
    ):
        assert found(f"The town met on Monday. It is old.\n\n{claim}") == [(claim,)]


def test_a_lead_has_its_source_where_the_next_paragraph_opens_with_one():
    """It tells more of the same matter; of another matter it is no source."""
    lead = "Cases of measles rose by a third in May."
    behind = "All the cases are from one school, Jo Berg, a doctor, said."
    assert figures(f"{lead}\n\n{behind}\n\nThe school is shut.") == []
    assert figures(f"{lead}\n\nThe ferry was late, Jo Berg, a sailor, said.\n\nThe school is shut.") == [lead]


@pytest.mark.parametrize(
    "plain",
    [
        "The Last Stop, at 10900 S. Ewing, is open late.",
        "All Share 22,418.31 -0.84% | Gold $934.20 | Oil $70.92",
        "It has, by the city's own numbers, the lowest turnover of any street in the county.",
    ],
)
def test_an_address_a_ticker_and_a_house_s_own_numbers_need_no_source(plain):
    """A house number counts nothing, a line of prices is no sentence, and the city has counted."""
    assert figures(f"The town lies on a river.\n\n{plain}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Gold fell 0.3% to $2,310 an ounce, and the yen rose 1%.",
        "Clarification, May 5: The mill employs 340 people, not 430.",
        "Governors were told that 40 percent of homes are empty.",
        "Boats will go out again at first light to look for the crew, missing since Saturday.",
    ],
)
def test_figures_that_need_no_source(text):
    """What is traded, a note on the item, what was told where some met, and the first light of a day."""
    report = engine().check({"text": f"The town lies on a river.\n\n{text}", "language": "en"})
    assert all(severity_of != "warning" for severity_of in severities(report))


def severities(report):
    """The severities of the findings of figures."""
    rule = "attribution/statistic-without-source"
    return [one.severity.value for one in report.findings if one.rule == rule]
