"""The model of statements: what it says of sentences, and that its file is read or refused."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.analysis.statements import ZERO, Statements, features, packed, places, unpacked, words_of

ENGINE = sayso.Engine()
FOLDER = Path(__file__).parents[1] / "eval" / "statements"
KINDS = frozenset(
    "casualties military_action crime blame cause motive private_conversation statistic superlative prediction "
    "opinion no_opinion".split()
)
#: Sentences that no training has, with a claim that no word makes alone.
TOLD = [
    "The foreman had the gauge painted over so that nobody would see it was broken.",
    "Two of the guards had been paid to look away while the lorries were loaded.",
    "The chairman was warned twice about the wiring and did nothing until the hall burnt down.",
]
PLAIN = [
    "The gauge stands beside the gate and was painted green in 1998.",
    "The guards change at noon, when the lorries are loaded.",
    "The treasurer read the letter to the members at the annual dinner.",
]


@pytest.fixture(scope="module")
def engine() -> sayso.Engine:
    """One for all."""
    return ENGINE


def statement(engine: sayso.Engine, text: str):
    """What the model says of a text of one sentence, and the analysis."""
    item = next(iter(engine.items({"language": "en", "text": text})))
    assert isinstance(item, sayso.Item)
    return item.analysis.statement(item.analysis.sentences[0]), item


@pytest.mark.parametrize("text", TOLD)
def test_a_claim_is_known_by_all_of_its_words(engine, text):
    """It says which kind, how sure it is, and by which word of the sentence."""
    found, item = statement(engine, text)
    assert found is not None
    assert KINDS.issuperset(found.names)
    assert 0.5 <= found.share <= 1
    assert found.trigger.of(item.text).isalpha()


@pytest.mark.parametrize("text", PLAIN)
def test_what_uses_the_same_words_plainly_is_none(engine, text):
    """No word decides alone."""
    assert statement(engine, text)[0] is None


def test_the_record_says_that_the_model_found_it(engine):
    """The evidence of a contestable claim tells a list from the model."""
    record = engine.normalize({"language": "en", "text": f"The board met on Monday.\n\n{TOLD[0]}"})
    facts = [claim.contestable for claim in record.claims if claim.contestable.known]
    assert [fact.basis for fact in facts] == ["by the model of statements"]
    assert (facts[0].confidence or 0) >= 0.5


def test_it_is_switched_off_with_the_learned_part():
    """Then only the lists speak."""
    engine = sayso.Engine(config=sayso.Config(model=False))
    assert statement(engine, TOLD[0])[0] is None


def test_its_findings_are_for_information(engine):
    """It is right too seldom for a warning."""
    report = engine.check({"language": "en", "text": f"The board met on Monday.\n\n{TOLD[0]}"})
    found = [one for one in report.findings if one.rule == "attribution/unattributed-contestable-claim"]
    assert [one.severity for one in found] == [sayso.Severity.INFO]


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text):
    """Each feature belongs to a word, and the answer to the same text is the same."""
    for item in ENGINE.items({"language": "en", "text": text}) if text.strip() else ():
        if isinstance(item, sayso.Item):
            for index, sentence in enumerate(item.analysis.sentences):
                elements = item.analysis.elements[index]
                words = words_of(elements, item.pack)
                found, belongs = features(words), places(words)
                assert len(found) == len(belongs)
                assert all(0 <= one < 1 << 32 for one in found)
                assert all(0 <= at < max(1, len(elements)) for at in belongs if elements)
                judged = item.analysis.statement(sentence)
                assert judged is None or sentence.span.contains(judged.trigger)


def test_a_model_is_read_as_it_was_written():
    """Bits, scale, groups, kinds and weights."""
    kinds = [("g", "g", -3, 0.5, bytes(8)), ("g", "one", 4, 0.6, bytes(range(8)))]
    model = unpacked(packed(3, 16.0, kinds))
    assert isinstance(model, Statements)
    decides, (kind,) = model.groups["g"]
    assert (model.scale, decides.bias, decides.threshold) == (16.0, -3, 0.5)
    assert (kind.name, [one - ZERO for one in kind.weights]) == ("one", list(range(8)))


@pytest.mark.parametrize("data", [b"", b"sayso-statements 2\n", packed(3, 16.0, [("g", "g", 0, 0.5, bytes(7))])])
def test_a_broken_model_is_refused(data):
    """With a message of its own."""
    with pytest.raises(sayso.SaysoError, match="model of statements"):
        unpacked(data)


def test_the_training_sentences_are_what_their_readme_says():
    """Each line is a sentence with kinds of the list, and none stands twice."""
    rows = [
        json.loads(line) for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    assert all(row.keys() == {"t", "k"} and KINDS.issuperset(row["k"]) for row in rows)
    assert len({row["t"] for row in rows}) == len(rows) > 5000


def test_words_by_themselves_have_a_share():
    """A headline is judged without an item: to accuse is likelier contestable than to open a garden."""
    pack = ENGINE.languages["en"]
    model = pack.statements
    assert model is not None
    accuses = model.share_of("Mill owner poisoned town well", "contestable", pack)
    opens = model.share_of("Town hall opens new garden by the river", "contestable", pack)
    assert 0 <= opens < accuses <= 1
    assert model.share_of("Mill shut", "contestable", pack) == 0
    assert model.share_of("Mill owner poisoned town well", "no such group", pack) == 0


def test_a_judgement_of_the_author_is_asked_for_by_name():
    """It needs no source, so that no sentence is judged to be one unasked; scorn is told from its plain twin."""
    pack = ENGINE.languages["en"]
    model = pack.statements
    assert model is not None
    judged = "Nobody who has waited for the ferry will shed a tear for the company."
    plain = "Nobody had waited for the ferry when the bridge was shut."
    assert model.share_of(plain, "opinion", pack) < 0.5 < model.share_of(judged, "opinion", pack)
    assert all("opinion" not in (statement(ENGINE, text)[0] or ((),))[0] for text in (judged, plain))


@pytest.mark.parametrize(
    ("contestable", "figure", "name"), [(99, 30, "figure"), (99, 10, "contestable"), (99, -9, "contestable")]
)
def test_what_is_surely_a_figure_is_asked_who_counted(contestable, figure, name):
    """Whatever else it claims; a figure that is less sure is not."""
    kinds = [(group, group, bias, 0.5, bytes(8)) for group, bias in (("contestable", contestable), ("figure", figure))]
    pack = ENGINE.languages["en"]
    item = next(iter(ENGINE.items({"language": "en", "text": "The mill on the hill lost a third of its clerks."})))
    found = unpacked(packed(3, 16.0, kinds)).judge(item.analysis.elements[0], pack)
    assert found is not None
    assert found.names == (name,)
