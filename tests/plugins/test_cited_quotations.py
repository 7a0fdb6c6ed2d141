"""Quotations that are looked up in the documents that an item cites."""

from __future__ import annotations

import json

import pytest

import sayso_plugins.plugin
from sayso import Config, Engine
from support import findings

RULE = "quotation/quote-not-in-cited-source"
TRANSCRIPT = (
    "RUIZ: We will rebuild the bridge – it’s old – by 2031. (Applause.) Nobody should doubt it.\n\n"
    "BERG: The dam cost 3,000 euros, and was “never” safe, not for one day.\n\n"
    "RUIZ: I don’t agree. The Council looked at it twice, and it found nothing.\n"
)


def told(tmp_path, text, *evidence, **keys):
    """The messages of the rule on a text, with these plain items as evidence."""
    for number, one in enumerate(evidence):
        (tmp_path / f"{number}.json").write_text(json.dumps({"language": "en", **one}), "utf-8")
    paths = tuple(str(tmp_path / f"{number}.json") for number in range(len(evidence)))
    report = Engine(Config(select=(RULE,), evidence=paths), plugins=[sayso_plugins.plugin]).check(
        {"text": text, "language": "en", **keys}
    )
    assert not report.failures
    assert len(report.findings) == len(findings(report, RULE))
    return [f.message.replace(f"{tmp_path.as_posix()}/", "") for f in report.findings]


MEETING = {"text": TRANSCRIPT, "url": "https://council.example/12", "headline": "Minutes of the bridge meeting"}
ABSENT = "these words are not in '0.json', nor in any other document that was supplied"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("“We will sell the old bridge,” said Ana Ruiz (https://council.example/12).", [ABSENT]),
        ("“We will sell the old bridge,” said Ana Ruiz. Minutes: https://council.example/12.", [ABSENT]),
        ("“We will sell the old bridge,” said Ana Ruiz. The dam held, says https://council.example/12.", [ABSENT]),
        ("“We will sell the old bridge,” said Pia Holm. The dam held, says https://council.example/12.", []),
        ("“We will sell the old bridge,” said Ana Ruiz (https://other.example/12).", []),
        ("“We will sell the old bridge,” Ruiz said in the “Minutes of the bridge meeting”.", [ABSENT]),
        ("“We will sell the old bridge,” Ana Ruiz said in a letter.", []),
        ("“We will sell the old bridge,” Ben Ruiz said.", [ABSENT]),
        ("“We will sell the old bridge,” Ana Ruiz and Jo Berg said.", []),
        ("“We will sell,” Ana Ruiz said.", []),
        ("Ana Ruiz said the city would sell the old bridge.", []),
        ("She sang “We Will Sell The Old Bridge” (https://council.example/12).", []),
        ("“We will sell the old bridge, Ana Ruiz said (https://council.example/12).", []),
        (
            "“The dam cost 3,000 euros, and was never safe,” said Ana Ruiz (https://council.example/12).",
            ["these words are BERG’s, in '0.json': the quotation is misattributed"],
        ),
        (
            "“The dam cost 4,000 euros and was never safe,” said Jo Berg.",
            ["'0.json' has '3,000' where the quotation has '4,000'"],
        ),
        ("“Nobody should doubt it. The council looked at it twice,” said Ana Ruiz.", None),
    ],
)
def test_only_what_is_cited_is_looked_up(tmp_path, text, says):
    """A link, a title and a speaker cite; another link, an occasion of its own and other people do not."""
    found = told(tmp_path, text, MEETING)
    assert found == says if says is not None else len(found) == 1


def test_an_item_is_not_its_own_evidence(tmp_path):
    """The item among the documents, by its address, proves no quotation in it."""
    text = "“We will sell the old bridge,” said Ana Ruiz."
    own = {"text": text, "url": "https://post.example/bridge"}
    assert told(tmp_path, text, MEETING, own, url="https://post.example/bridge#x") == [ABSENT]


def test_words_of_another_document_are_misattributed(tmp_path):
    """They are said to be there, by name."""
    text = "“We will sell the old bridge,” said Ana Ruiz (https://council.example/12)."
    other = {"text": "We will sell the old bridge, the paper says."}
    (message,) = told(tmp_path, text, MEETING, other)
    assert message == "these words are not in '0.json' but in '1.json': the quotation is misattributed"


@pytest.mark.parametrize("keys", [{"language": "es"}, {"text": f"{TRANSCRIPT}\n\nRead on […]"}])
def test_a_document_that_cannot_have_the_words_proves_nothing(tmp_path, keys):
    """A text in another language has no words of a quotation, and one that is cut off may have them in the rest."""
    text = "“We will sell the old bridge,” said Ana Ruiz (https://council.example/12)."
    assert told(tmp_path, text, MEETING) == [ABSENT]
    assert told(tmp_path, text, {**MEETING, **keys}) == []


def test_what_the_own_outlet_was_told_need_not_be_in_another_item(tmp_path):
    """Another item of the outlet is cited by name in the items of others only."""
    text = "“We will sell the old bridge,” Pia Holm told the Example Post."
    story = {"text": "The bridge is old.", "outlet": "The Example Post"}
    assert told(tmp_path, text, story, outlet="Harbour Times") == [ABSENT]
    assert told(tmp_path, text, story, outlet="Example Post") == []


@pytest.mark.parametrize(
    "words",
    [
        "Nobody should doubt it. We will rebuild the bridge – it’s old – by 2031.",
        "We will rebuild the bridge – it’s old – by 2031. The Council looked at it twice, and it found nothing.",
    ],
)
def test_sentences_that_stand_apart_are_said_to_be_there(tmp_path, words):
    """What is wrong is their order, or what is left out between them."""
    (message,) = told(tmp_path, f"“{words[:-1]},” said Ana Ruiz.", MEETING)
    assert message == "'0.json' has each of these sentences, but in another order or with others between them"


@pytest.mark.parametrize(
    ("document", "words", "says"),
    [
        ("it’ll stay open", "it will stay open", "'0.json' has \"it'll\" where the quotation has 'it will'"),
        ("it will stay open", "it’ll stay open", "'0.json' has 'it will' where the quotation has \"it'll\""),
    ],
)
def test_words_side_by_side_differ_as_one(tmp_path, document, words, says):
    """A contraction is one difference, and no word too many beside another one."""
    meeting = {"text": f"The bridge is old but sound, and {document} until May.", "url": "https://council.example/12"}
    text = f"“The bridge is old but sound, and {words} until May,” Ana Ruiz said (https://council.example/12)."
    (message,) = told(tmp_path, text, meeting)
    assert message == says
