"""Names that a preposition is part of or stands before, and the labels of interviews that name nobody."""

from __future__ import annotations

import pytest

from support import record


def speaker(source):
    """Kind, name and role of who says something."""
    (one,) = record(f"The gate\n\n{source} said that the gate is shut.").speakers
    return one.kind, one.name, one.role.value


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Professor of law Ian Dunne", "Ian Dunne", "Professor of law"),
        ("Professor of Law Ian Dunne", "Ian Dunne", "Professor of Law"),
        ("Head of research Mei Tan", "Mei Tan", "Head of research"),
        ("Minister for housing Clare Boyd", "Clare Boyd", "Minister for housing"),
        ("Director of operations at Norbank Jo Berg", "Jo Berg", "Director of operations at Norbank"),
        ("The Archbishop of Veldt Stephen Hale", "Stephen Hale", "Archbishop of Veldt"),
        ("University of Norvik professor Ana Ruiz", "Ana Ruiz", "University of Norvik professor"),
        ("Ministry of Works spokesman Karl Voss", "Karl Voss", "Ministry of Works spokesman"),
    ],
)
def test_a_name_stands_behind_an_office(source, name, role):
    """Who is named behind what they are is a person with that name and role."""
    assert speaker(source) == ("person", name, role)


@pytest.mark.parametrize(
    ("source", "kind", "role"),
    [
        ("A resident of central Addis Ababa", "unnamed_person", "resident"),
        ("The president of South Norland", "unnamed_person", "president"),
        ("President of New South Norland", "unnamed_person", "President"),
        ("The mayor of nearby Port Veldt", "unnamed_person", "mayor"),
        ("A University of Norvik spokesman", "unnamed_person", "University of Norvik spokesman"),
        ("University of Norvik researchers", "unnamed_collective", None),
    ],
)
def test_a_place_or_a_body_makes_no_name(source, kind, role):
    """The name of a place behind an office is nobody's, and a body's spokesman is not the body."""
    assert speaker(source) == (kind, None, role)


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Health",
        "Royal College of Surgeons",
        "Department for Transport",
        "Association of Retired Nurses",
        "Bank of the Isles",
        "Ministry of Roads and Bridges",
    ],
)
def test_a_body_has_its_whole_name(name):
    """*Of* and *for* are inside the names of bodies, and a place behind *in* is not."""
    assert speaker(f"The {name}") == ("organization", name, None)
    assert speaker(f"The {name} in Brill") == ("organization", name, None)


def test_two_bodies_are_not_one():
    """A person behind *and* is no part of a body's name."""
    (one, *_) = record("The gate\n\nThe Ministry of Health and Ana Ruiz said that the gate is shut.").speakers
    assert one.name != "Ministry of Health and Ana Ruiz"


def test_a_body_is_the_same_under_its_short_name():
    """What stands before *of* is short for the whole, where it is more than a word; a ministry is known by its noun."""
    text = (
        "The gate\n\nThe Royal College of Surgeons said that the gate is shut. The Ministry of Health said that it "
        "was open. The Royal College said that it was wrong. The ministry said that it had looked."
    )
    assert [(one.name, len(one.mentions)) for one in record(text).speakers] == [
        ("Royal College of Surgeons", 2),
        ("Ministry of Health", 2),
    ]


INTERVIEW = (
    "Five minutes with a keeper\n\n{opening}\n\nQ: How did you start?\n\nA: My father kept the light.\n\n"
    "Q: And now?\n\nA: Now I keep it."
)


def test_an_answer_is_of_the_one_who_is_introduced():
    """Behind *A:* speaks the only person named before; *Q* is nobody's name."""
    found = record(INTERVIEW.format(opening="Marit Solheim has kept the light for years. We met her on the rock."))
    assert [(one.name, one.named) for one in found.speakers] == [("Marit Solheim", True)]
    who = {one.id: one.name for one in found.speakers}
    turns = [one for one in found.attributions if one.cue_lemma == ":"]
    assert [who.get(one.speaker) for one in turns] == [None, "Marit Solheim", None, "Marit Solheim"]


@pytest.mark.parametrize(
    "opening", ["We met the keeper on the rock.", "Marit Solheim and Ana Ruiz keep the light. We met one of them."]
)
def test_an_answer_is_of_nobody_where_it_could_be_anybodys(opening):
    """Where none or several are named, nobody is taken for the one who answers, and *A* is no person."""
    assert record(INTERVIEW.format(opening=opening)).speakers == ()
