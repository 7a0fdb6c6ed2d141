"""Who said it stands behind the verb: no list of verbs is needed to see what was said."""

from __future__ import annotations

import pytest

from support import attributed

BEHIND = {
    "The mill closes in May, said sources.": ("sources", "said", "The mill closes in May"),
    "Prices rise, said experts.": ("experts", "said", "Prices rise"),
    "Nine people died, said officials.": ("officials", "said", "Nine people died"),
    "The dam burst on Sunday, said officials.": ("officials", "said", "The dam burst on Sunday"),
    "Rebels hold the depot – say officials.": ("officials", "say", "Rebels hold the depot"),
    "The ferry sails again next week, said Jo Berg, the harbour master.": (
        "Jo Berg, the harbour master",
        "said",
        "The ferry sails again next week",
    ),
    "The road floods each spring, said residents of the valley.": (
        "residents of the valley",
        "said",
        "The road floods each spring",
    ),
    "The strike ends on Friday, said the union, which has 900 members.": (
        "the union, which has 900 members",
        "said",
        "The strike ends on Friday",
    ),
    "Teachers leave within a year, warned the union’s leader, Ana Holt.": (
        "the union’s leader, Ana Holt",
        "warned",
        "Teachers leave within a year",
    ),
    "Norbank, said a spokesman, will appeal.": ("a spokesman", "said", "Norbank … will appeal"),
    "The mayor, said Berg, was late.": ("Berg", "said", "The mayor … was late"),
    "The firm owes $2m, claims Berg.": ("Berg", "claims", "The firm owes $2m"),
    "Nine people died, two of them children, said officials.": (
        "officials",
        "said",
        "Nine people died, two of them children",
    ),
    "The well runs dry, said Berg in a letter.": ("Berg in a letter", "said", "The well runs dry"),
}
BEFORE = {
    "The mayor, Jo Berg, said the plan was late.": ("The mayor, Jo Berg", "said", "the plan was late"),
    "The mayor, Jo Berg, said Ana Holt was late.": ("The mayor, Jo Berg", "said", "Ana Holt was late"),
    "The union, which has 900 members, said members will strike.": (
        "The union, which has 900 members",
        "said",
        "members will strike",
    ),
    "A resident, who saw it all, said the gunmen came in two buses.": (
        "A resident, who saw it all",
        "said",
        "the gunmen came in two buses",
    ),
    "Jo Berg, its owner, confirmed it.": ("Jo Berg, its owner", "confirmed", "it"),
    "The mayor – who was elected in May – said he would resign.": (
        "The mayor – who was elected in May",
        "said",
        "he would resign",
    ),
}


AROUND = {
    "The plan, Berg said, is dead.": ("Berg", "said", "The plan … is dead"),
    "The mill, Berg said on Monday, closes in May.": ("Berg", "said", "The mill … closes in May"),
    "She would appeal, her lawyer, Ana Holt, said.": ("her lawyer, Ana Holt", "said", "She would appeal"),
    "Berg is quoted by the Herald as saying the plan is dead.": (
        "Berg",
        "quoted by the Herald as saying",
        "the plan is dead",
    ),
    "The plan is dead, Berg was quoted as saying.": ("Berg", "quoted as saying", "The plan is dead"),
    "Two people briefed on the talks said the plan is dead.": (
        "Two people briefed on the talks",
        "said",
        "the plan is dead",
    ),
    "The mill is old, as Berg has said.": ("Berg", "said", "The mill is old"),
    "Police said Berg, 52, was found dead.": ("Police", "said", "Berg, 52, was found dead"),
    "The report says Berg, the owner, “failed utterly”.": (
        "The report",
        "says",
        "Berg, the owner, “failed utterly”",
    ),
    "Norbank said in a statement it would appeal.": ("Norbank", "said", "it would appeal"),
    "There was, witnesses said, a loud bang.": ("witnesses", "said", "There was … a loud bang"),
    "Prices rose, the bank said.": ("the bank", "said", "Prices rose"),
    "No 10 said the dam is safe.": ("No 10", "said", "the dam is safe"),
    "The jury heard that Berg was asleep.": ("The jury", "heard", "Berg was asleep"),
}


SHAPES = {**BEHIND, **BEFORE, **AROUND}


@pytest.mark.parametrize("text", SHAPES)
def test_who_speaks_whatever_verb_was_said(text):
    """One mark parts the verb from what was said, two an apposition from its name; around who speaks is one clause."""
    assert attributed(text) == [SHAPES[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, said to be ill, left early.",
        "The man, believed dead by police, walked in.",
        "The plan, announced by the ministry, was late.",
    ],
)
def test_a_participle_behind_a_comma_has_no_speaker_behind_it(text):
    """What follows it is said of the subject."""
    assert not [one for one in attributed(text) if one[0] in ("police", "dead by police", "be ill", "the ministry")]


@pytest.mark.parametrize(
    "text",
    [
        "Health officials opened a camp after the number of confirmed and suspected cases rose.",
        "The mayor met a group of accused clerks.",
    ],
)
def test_a_participle_behind_a_preposition_describes_its_noun(text):
    """Nobody confirms, suspects or accuses there."""
    assert attributed(text) == []


def test_a_preposition_that_a_verb_has_left_is_no_sign_of_it():
    """In *the town he lived in announced*, the verb is the town's."""
    assert [one[1] for one in attributed("The town he lived in announced that it would close.")] == ["announced"]


def test_what_somebody_showed_has_no_speaker_behind_it():
    """*Showed the clerk what he had* goes on with what the police say of the man."""
    text = "Police say a man walked in at noon, showed the clerk what looked like a gun and left with the till."
    assert [one[:2] for one in attributed(text)] == [("Police", "say")]
