"""Attributions: source, cue and content of the common shapes."""

from __future__ import annotations

import pytest

from sayso.analysis.elements import Element
from sayso.analysis.sources import read_source
from sayso.analysis.speakers import Cast, Scope
from support import analysis, attributed, engine, record

SHAPES = {
    "subject, verb, that": (
        "Ana Ruiz said that the bridge is safe.",
        ("Ana Ruiz", "said", "the bridge is safe"),
    ),
    "no that": ("The mayor said the bridge is safe.", ("The mayor", "said", "the bridge is safe")),
    "apposition": (
        "Ana Ruiz, the city engineer, said the bridge is safe.",
        ("Ana Ruiz, the city engineer", "said", "the bridge is safe"),
    ),
    "at the end": (
        "The bridge is safe, the mayor said on Tuesday.",
        ("the mayor", "said", "The bridge is safe"),
    ),
    "a time behind the cue": (
        "Talks will begin in May, Norland’s Foreign Ministry announced today.",
        ("Norland’s Foreign Ministry", "announced", "Talks will begin in May"),
    ),
    "inverted": ("“It is safe,” said Jo Berg of Norbank.", ("Jo Berg of Norbank", "said", "“It is safe,”")),
    "inverted, with an irregular past": (
        "The mayor made the offer, said Jo Berg.",
        ("Jo Berg", "said", "The mayor made the offer"),
    ),
    "inverted, with an irregular past and a role": (
        "A clerk found the ledger in a drawer, said the mayor.",
        ("the mayor", "said", "A clerk found the ledger in a drawer"),
    ),
    "inverted, with a short past": (
        "Mr Berg used the fund for his brother, said Ana Ruiz.",
        ("Ana Ruiz", "said", "Mr Berg used the fund for his brother"),
    ),
    "a short participle in the source": (
        "The crane used by the town was old, said Ana Ruiz.",
        ("Ana Ruiz", "said", "The crane used by the town was old"),
    ),
    "a participle in the source": (
        "The office built by the town said the bridge is safe.",
        ("The office built by the town", "said", "the bridge is safe"),
    ),
    "title and name": (
        "“It is safe,” Foreign Ministry Spokesman Karl Voss said.",
        ("Foreign Ministry Spokesman Karl Voss", "said", "“It is safe,”"),
    ),
    "split": (
        "“The front,” Berg added, referring to the storm, “will pass.”",
        ("Berg", "added", "“The front,” … “will pass.”"),
    ),
    "according to, first": (
        "According to the port authority, the crane fell.",
        ("the port authority", "According to", "the crane fell"),
    ),
    "according to, last": (
        "The crane fell, according to the port authority.",
        ("the port authority", "according to", "The crane fell"),
    ),
    "according to, with apposition": (
        "According to Jo Berg, an analyst at Norbank, rates will fall.",
        ("Jo Berg, an analyst at Norbank", "According to", "rates will fall"),
    ),
    "behind a dateline": (
        "LARKMOOR (Exa) - The mill will close, the mayor said.",
        ("the mayor", "said", "The mill will close"),
    ),
    "behind a place with a colon": (
        "ORRIN BAY: The wall will be rebuilt, the mayor said.",
        ("the mayor", "said", "The wall will be rebuilt"),
    ),
    "a mum": ("The bus was stopped by police, a mum claimed.", ("a mum", "claimed", "The bus was stopped by police")),
    "documents": (
        "Accounts in the local press show that the mill was empty.",
        ("Accounts in the local press", "show", "the mill was empty"),
    ),
    "colon": ("Ruiz put it this way: “It is safe.”", ("Ruiz", ":", "“It is safe.”")),
    "progressive": ("Jo Berg is saying that it is safe.", ("Jo Berg", "saying", "it is safe")),
    "quoted as saying": (
        "Jo Berg was quoted as saying that it is safe.",
        ("Jo Berg", "quoted as saying", "it is safe"),
    ),
    "an unknown verb": ("“It is safe,” Ana Ruiz enthused.", ("Ana Ruiz", "enthused", "“It is safe,”")),
}

NONE = {
    "a noun": "The report was long and the claim was old.",
    "an infinitive": "She wanted to say something.",
    "hospital": "She was admitted to hospital on Tuesday.",
    "a plan": "The company promised to build a bridge.",
    "what will be said": "The minister will say so in May.",
    "a quotation": "“Sources said so,” is what stands there.",
    "a passive": "She was told to wait.",
    "a meeting": "The mayor called a meeting.",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_common_shape_is_read(shape):
    """Source, cue and content stand at their exact words."""
    text, expected = SHAPES[shape]
    assert attributed(text) == [expected]


@pytest.mark.parametrize("case", NONE)
def test_what_attributes_nothing_is_left(case):
    """Words that look like cues and attribute nothing give no attribution."""
    assert attributed(NONE[case]) == []


def test_a_chain_has_all_its_hands():
    """Dehghan told Shoygu, according to the media: the media pass on what Dehghan said."""
    text = "“It is over,” Ortiz told Berg, according to the local media."
    inner, outer = analysis(text).attributions
    assert inner.via == outer.id
    assert inner.addressee is not None
    assert inner.addressee.of(text) == "Berg"
    made = record(text)
    names = {speaker.id: speaker.surface for speaker in made.speakers}
    assert [names.get(link.agent, link.agent) for link in made.attributions[0].chain] == [
        "author",
        "the local media",
        "Ortiz",
    ]


def test_a_chain_goes_on_with_the_speaker():
    """While the same one speaks, the one who passes the words on passes these on too."""
    text = "“It is over,” Ortiz told Berg, according to the local media. “We go,” Ortiz added."
    first, outer, second = analysis(text).attributions
    assert second.via == outer.id
    assert second.carried_over_from == first.id


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Harbour master Ana Ruiz said so. Ruiz added that it was late.", "Ana Ruiz", "Harbour master"),
        ("“It is safe,” Port Spokesman Karl Voss said. He added that it was late.", "Karl Voss", "Port Spokesman"),
        ("Ana Ruiz, the city engineer, said it was late. She said it was cold.", "Ana Ruiz", "city engineer"),
        ("When Defence Minister Karl Voss met her, it rained. “It rains,” Voss said.", "Karl Voss", "Defence Minister"),
    ],
)
def test_mentions_lead_to_one_speaker(text, name, role):
    """Full name, surname and pronoun are one speaker, with the role that stands beside the name."""
    speakers = [s for s in record(text).speakers if s.kind == "person"]
    assert [(s.name, s.role.value) for s in speakers] == [(name, role)]


def test_a_source_phrase_is_one_mention():
    """The phrase and the name in it are not two, so that nobody is mentioned more often than the text names anybody."""
    text = "The council slammed the plan, its mayor Per Lind said. Lind added that it was late."
    (speaker,) = [one for one in record(text).speakers if one.name == "Per Lind"]
    assert [span.of(text) for span in speaker.mentions] == ["its mayor Per Lind", "Lind"]


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("The harbour ministry said so.", "organization", True),
        ("Critics said so.", "unnamed_collective", False),
        ("A source said so.", "unnamed_person", False),
        ("Everybody said that it was so.", "unnamed_collective", False),
        ("Somebody said that it was so.", "unnamed_person", False),
        ("The local media said so.", "media", False),
        ("The Larkmoor Gazette reported that it was so.", "media", True),
        ("A report by the council said so.", "document", True),
    ],
)
def test_a_source_is_of_its_kind(text, kind, named):
    """Persons, bodies, documents, the press and nobody in particular are told apart."""
    (speaker,) = record(text).speakers
    assert (speaker.kind, speaker.named) == (kind, named)


def test_a_hedge_has_no_source():
    """'Reportedly' attributes to nobody."""
    (hedge,) = analysis("The minister reportedly owns two flats.").attributions
    assert hedge.mode == "hedge"
    assert not hedge.source


def test_an_item_without_speakers_says_who_looked():
    """No speaker is a fact with the place where one was looked for, and no empty list alone."""
    made = record("The bridge was built in 1992.")
    assert not made.speakers
    assert made.speakers_searched is not None
    assert made.speakers_searched.looked_in


def test_a_transcript_attributes_by_its_labels():
    """Questions and answers belong to whom the label names."""
    text = "Review: Will it last?\n\nRuiz: It will.\n\nReview: Why?\n\nRuiz: It is made of stone, they say."
    made = record(text)
    assert {(s.name, s.kind) for s in made.speakers} == {("Review", "person"), ("Ruiz", "person")}
    assert all(a.cue_lemma == ":" for a in made.attributions if not a.quoted)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The strike is said to have been called off.",
            "said",
            ("The strike", "to have been called off"),
        ),
        ("It is believed that a wall fell on the animals.", "believed", ("a wall fell on the animals",)),
        (
            "The mill reportedly lost a wheel, and its owner has sold the rest.",
            "reportedly",
            ("The mill", "lost a wheel"),
        ),
        ("Reportedly, the mill lost a wheel.", "Reportedly", ("the mill lost a wheel",)),
        ("Two men are feared to be dead.", "feared", ("Two men", "to be dead")),
        ("It's believed that a wall fell on the animals.", "believed", ("a wall fell on the animals",)),
        ("It’s been claimed the vote was bought.", "claimed", ("the vote was bought",)),
        ("It has been reported, however, that the vote was bought.", "reported", ("the vote was bought",)),
        ("They're thought to have fled north.", "thought", ("They're", "to have fled north")),
        ("The bell has been thought to be lost.", "thought", ("The bell", "to be lost")),
    ],
)
def test_a_hedge_covers_what_is_said_of_its_subject(text, cue, content):
    """The participle is the cue; the subject and what is said of it are the content, as far as the clause goes."""
    (found,) = analysis(text).attributions
    assert found.mode == "hedge"
    assert tuple(span.of(text) for span in found.cue) == (cue,)
    assert tuple(span.of(text) for span in found.content) == content


@pytest.mark.parametrize(
    "text",
    ["It's said that the mill may close.", "It’s not believed that the mill closed.", "He's said to own the mill."],
)
def test_it_s_and_they_re_speak_only_where_they_are_the_ones_who_do(text):
    """*It's* before a participle is a passive; *he's said that* and *they're saying* are none."""
    assert not [one for one in analysis(text).fuller.attributions if one.source]
    for spoken in ("He's said that the mill may close.", "They're saying the mill may close."):
        (found,) = analysis(spoken).fuller.attributions
        assert found.source


@pytest.mark.parametrize(
    "text", ["The man is feared dead.", "The mill was claimed lost.", "She had been believed safe."]
)
def test_who_is_feared_dead_fears_nothing(text):
    """The subject of a passive verb is no source, for the learned part either; who is worried is one."""
    assert not [one for one in analysis(text).fuller.attributions if one.source]
    assert [one.source for one in analysis("She is worried that the mill may close.").fuller.attributions]


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("Mary Oland claimed the first prize on Monday.", "Mary Oland claimed that the prize was hers."),
        ("The clinic admitted 20 patients in May.", "The clinic admitted the patients had waited for hours."),
        ("The union called a strike.", "The union called the strike a success."),
        ("Jo Berg argued with the owner.", "Jo Berg argued that the owner was wrong."),
        ("The firm recalled 300 cars.", "The firm recalled that 300 cars had burnt."),
        ("The storm claimed two lives, and went.", "The group claimed responsibility for the raid."),
    ],
)
def test_a_deed_is_nothing_that_was_said(deed, words):
    """By its object a verb tells a deed; with a clause, or another object, it gives words, to both parts alike."""
    for text, found in ((deed, False), (words, True)):
        for read in (analysis(text), analysis(text).fuller):
            assert bool(read.attributions) is found, text


def test_every_verb_of_a_deed_is_a_verb():
    """The list of what deeds take names verbs that the pack has."""
    from sayso_plugins.words.en.verbs import DEEDS, VERBS

    assert set(DEEDS) <= {verb.lemma for verb in VERBS.values()}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Media reports say the bridge will close.", ["Media reports"]),
        (
            "According to the district council's report of 3 May, the mill will close.",
            ["the district council's report of 3 May"],
        ),
        (
            "According to a statement of 4 May 2026 by the ministry, the port will move.",
            ["a statement of 4 May 2026 by the ministry"],
        ),
    ],
)
def test_a_document_speaks_as_a_whole(text, sources):
    """Neither is a noun in it taken for a verb, nor is it cut before its date."""
    for read in (analysis(text), analysis(text).fuller):
        assert [one.source[0].of(text) for one in read.attributions] == sources


def test_groups_of_other_numbers_are_others():
    """*Two sources* and *three sources* are not the same; *the sources* are those who spoke first."""
    text = "Two sources said the roof leaks. Three sources said the owner left. The sources said no more."
    assert [one.surface for one in analysis(text).speakers] == ["Two sources", "Three sources"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is a bad budget,” @lundmum posted.",
        "The hull had cracked, @lundmum wrote.",
        "@lundmum wrote that no crew had been hurt.",
        "According to @lundmum, the hull was old.",
        "The account @lundmum claimed the hull was old.",
    ],
)
def test_an_account_speaks_under_its_name(text):
    """A handle is one name with its sign, in every position of a source; the sign in an address is none."""
    read = analysis(text)
    (found,) = read.attributions
    source = read.source_of(found)
    assert (source.kind, source.name, source.named) == ("account", "@lundmum", True)
    assert [one.kind for one in read.speakers] == ["account"]
    (other,) = analysis("Write to desk@post.example, Jo Berg said.").attributions
    assert other.source[0].of("Write to desk@post.example, Jo Berg said.") == "Jo Berg"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (
            "An official at the port said the ban would come. The official, who asked not to be named, said it was so.",
            {1},
        ),
        ("The owner of the mill said it would close. The new owner said it would not.", {1, 2}),
        ("Two researchers at Selwick said bees learn. The researchers said that they would go on.", {1}),
        ("A Norbank official said nothing would change. The Larkmoor official said that all would.", {1, 2}),
    ],
)
def test_the_one_without_a_name_is_the_one_told_of_before(text, same):
    """*The official* goes on from an official; a word that was not said of that one makes another."""
    assert {one.speaker for one in analysis(text).attributions} == {f"sp{number}" for number in same}


def test_a_source_that_begins_with_a_comma_is_read():
    """Whatever a phrase begins with, speakers are looked for without failing."""
    words = [Element("mark", 0, 1, ",", ",", False), Element("word", 2, 10, "official", "official", False)]
    pack = engine().host.languages["en"]
    read = analysis(", official")
    source = read_source(", official", words, pack)
    assert Cast(", official", pack, read.elements).resolve(source, Scope(0, 0, 0)) is not None


def test_a_name_holds_the_apostrophe_of_the_many():
    """*Recyclers’ Federation* is one name and no person, so that *she* is the one who leads it."""
    text = "Ana Ruiz, president of the Larkmoor Recyclers' Federation, said that it was so. She said it was late."
    found = analysis(text).fuller
    assert {found.speaker_kind(one.speaker) for one in found.attributions} == {"person"}
    assert len({one.speaker for one in found.attributions}) == 1
    (first, *_) = found.attributions
    assert first.source[0].of(text).startswith("Ana Ruiz")


@pytest.mark.parametrize("learned", [False, True])
def test_that_may_be_what_is_spoken_of(learned):
    """In *said that was final*, *that* belongs to what was said."""
    for text, content in (("The owner said that was final.", "that was final"), ("He said that it was.", "it was")):
        (found,) = (analysis(text).fuller if learned else analysis(text)).attributions
        assert [span.of(text) for span in found.content] == [content]


@pytest.mark.parametrize(
    ("last", "signed"),
    [
        ("Ana Ruiz, the mayor, said it would rain.", False),
        ("Ana Ruiz, who was there, left at noon.", False),
        ("By Ana Ruiz, who is a clerk", True),
        ("Ana Ruiz, correspondent in Larkmoor", True),
    ],
)
def test_a_last_paragraph_with_a_verb_is_no_signature(last, signed):
    """A name and what its bearer is sign an item; where a verb of it follows, the line is a sentence of the news."""
    text = f"The bridge will open in May, the council said. It cost a lot.\n\n{last}"
    assert (record(text).sections[-1].kind == "byline") is signed


def test_a_cue_without_a_source_takes_no_words_with_which_somebody_else_is_quoted():
    """Both pieces are those of who added them, whatever he refers to between."""
    text = (
        '"The harbour front," Berg added, referring to guild-controlled dockers, "with all its power and firm '
        'determination, will continue the measures."'
    )
    made = engine().normalize({"language": "en", "text": text})
    quoting = [one for one in made.attributions if any(text[span.start] == '"' for span in one.content)]
    assert [(one.cue_lemma, len(one.content)) for one in quoting] == [("add", 2)]
