"""Who passes on what others said, and who those are that *she* and *his daughter* lead to."""

from __future__ import annotations

import pytest

from support import analysis, record


def hands(text):
    """The names on the way from the author to who said the last thing."""
    made = record(f"The gate\n\n{text}")
    names = {speaker.id: speaker.name or speaker.surface for speaker in made.speakers}
    return [[names.get(link.agent, link.agent) for link in one.chain[1:]] for one in made.attributions]


def spoke(text):
    """The names of those who speak, in the order of what they say."""
    made = record(f"The gate\n\n{text}")
    names = {speaker.id: speaker.name for speaker in made.speakers}
    return [names.get(one.speaker) for one in made.attributions]


def test_an_agency_that_quotes_somebody_is_on_the_way():
    """*The agency quoted her as saying*: the words are hers, through the agency."""
    assert hands("The news agency VTA quoted Minister Oleg Darin as saying that the gate would be shut.")[-1] == [
        "VTA",
        "Oleg Darin",
    ]


def test_who_cites_before_speaking_passes_it_on():
    """*The agency, citing two officials, said*: what it said is theirs."""
    (cited, said) = hands("The news agency VTA, citing two officials, said the gate would be shut.")
    assert (cited, said) == (["VTA", "two officials"], ["VTA"])
    first, second = analysis(
        "The gate\n\nThe news agency VTA, citing two officials, said the gate would be shut."
    ).attributions
    assert first.content == second.content


def test_a_split_quotation_has_each_piece_once():
    """The half behind who said it is one piece, also where it is a sentence of its own."""
    text = "“The mill will close,” Jo Berg said. “It has lost money.”"
    for found in (analysis(text).attributions, analysis(text).fuller.attributions):
        assert [len(one.content) for one in found] == [2]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A pronoun leads to no part of a body's name.
        (
            "Sara Lund, who chairs the Committee on Public Accounts, said it was gone. She said he knew.",
            ["Sara Lund", "Sara Lund"],
        ),
        (
            "Ana Ruiz, of the Institute for Insect Research, said it was gone. She said he knew.",
            ["Ana Ruiz", "Ana Ruiz"],
        ),
        # The last name that opens a sentence is somebody's, where the item has the full one.
        (
            "Ada Kirwan is dead, her daughter, Ruth Holt, said.\n\nKirwan won a prize. “It was wet,” she recalled.",
            ["Ruth Holt", "Ada Kirwan"],
        ),
        ("It hurt, said Mills’ mother, Angela.", ["Angela"]),
        ("The bill is dead, Leader of the Opposition K. Raman said.", ["K. Raman"]),
        ("The drug is safe, according to the Centers for Disease Control.", ["Centers for Disease Control"]),
        ("It cost 3 euros, Norland Today reported.", ["Norland Today"]),
    ],
)
def test_a_source_leads_to_who_it_names(text, names):
    """Whole names, and no parts of others."""
    assert spoke(text) == names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jo Berg said his sister had told him the mill would close.", "his sister"),
        (
            "The boat is safe, says Inga Moe, the county’s head of transport, and carries eleven people a day.",
            "Inga Moe, the county’s head of transport",
        ),
    ],
)
def test_a_source_ends_with_its_clause(text, source):
    """What stands before another cue, or goes on with what was said, is no part of it."""
    found = [[span.of(text) for span in one.source] for one in analysis(text).fuller.attributions]
    assert [source] in found


def test_as_per_names_who_said_it_and_no_custom():
    """*As per the police* has a source, *as per usual* none."""
    assert spoke("The mill is shut, as per the Ministry of Works.") == ["Ministry of Works"]
    assert spoke("The dead were counted as per usual in the town hall, and the mill is shut.") == []


def test_it_that_emerged_is_nobody():
    """*It has emerged that* has no source, whoever spoke before."""
    text = "Jo Berg says the road is shut. It has emerged that the council knew."
    assert [[span.of(text) for span in one.source] for one in analysis(text).fuller.attributions] == [["Jo Berg"]]


def test_what_is_reported_of_somebody_is_not_theirs():
    """*One person is reported dead*: a hedge has no source."""
    text = "At least one person is reported dead."
    assert all(not one.source for one in analysis(text).fuller.attributions)


SECTIONS = {
    "a disclosure within the text": (
        "The mill will close, Jo Berg said.\n\nDisclosure: Norbank owns us.\n\nNine died, a clerk said.\n\nIt is late.",
        ["news", "boilerplate.about", "news", "news"],
    ),
    "a contact above the text": (
        "Media contact\n\nAna Ruiz\n\nana@norbank.example\n\nThe mill will close in May, it said. It is late.",
        ["boilerplate.contact", "boilerplate.contact", "boilerplate.contact", "news", "news"],
    ),
    "a description at the end": (
        "The mill will close, Jo Berg said.\n\nAbout Norbank: Norbank is a bank.\n\nIt was founded in 1920.",
        ["news", "boilerplate.about", "boilerplate.about"],
    ),
}


@pytest.mark.parametrize("case", SECTIONS)
def test_what_stands_under_a_heading_ends_where_the_text_goes_on(case):
    """A disclosure is a paragraph, a contact its lines, and only what ends the item is all about the publisher."""
    text, kinds = SECTIONS[case]
    found = analysis(f"Mill to close in May\n\n{text}").sentences[1:]
    assert [sentence.section.kind for sentence in found] == kinds
