"""Transcripts: told by their labels, with each turn as a section, and nobody's words given to a label that is none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Document, Failure, Status
from sayso_plugins.readers.markup import shown
from support import engine

SAMPLE = (Path(__file__).parent / "samples" / "transcript" / "2026-05-04-briefing.txt").read_text(encoding="utf-8")
CORPUS = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[4] / "shared")) / "corpus"


def read(text, name="a.txt"):
    """The record of a text."""
    (one,) = engine().normalize_many(Document.from_bytes(text.encode("utf-8", "surrogatepass"), path=name))
    return one


def turns(record):
    """Kind, label and words of each turn."""
    found = [one for one in record.sections if one.kind in ("question", "answer")]
    return [
        (one.kind, one.label.of(record.text), " ".join(record.text[one.label.end : one.span.end].split()))
        for one in found
    ]


def test_a_briefing():
    """Each turn goes to the next label, a question needs no colon, and place, day and hours are taken from the head."""
    record = read(SAMPLE)
    assert turns(record) == [
        (
            "answer",
            "MS. RUIZ:",
            (
                "Good afternoon. The mill will close on Friday, and the ferry stops on Sunday. We regret that. "
                "One point: the bridge stays open."
            ),
        ),
        ("question", "Q", "Who decided that? (Laughter.)"),
        ("answer", "MS. RUIZ:", "The council did."),
        ("question", "Q", "Thanks. One more question: will there be a bus?"),
        ("answer", "MR. BERG:", "There will be one, officials said, from Monday."),
        ("answer", "MS. RUIZ:", "Thank you all."),
    ]
    assert (record.item_type.value, record.item_type.status) == ("interview", Status.INFERRED)
    assert record.dateline_place.value == "Larkmoor, Norland"
    assert record.outlet.value.name == "The Harbour Board"
    # In the zone EST the month stands first.
    assert (record.date_published.value.value, record.date_published.value.raw) == ("2026-05-04", "5/4/2026")
    kept = record.extra["transcript"]
    assert (kept["begins"], kept["ends"], kept["turns"]) == ("1:02 P.M. EST", "1:20 P.M. EST", 6)
    assert kept["speakers"] == [
        {"label": "MS. RUIZ", "turns": 3},
        {"label": "Q", "turns": 2},
        {"label": "MR. BERG", "turns": 1},
    ]
    assert record.sections[-1].kind == "boilerplate.end"


def test_what_the_text_shows_is_found_at_its_span():
    """The words of every extracted fact stand at its selector."""
    record = read(SAMPLE)
    seen = 0
    for _, fact in record.facts():
        if fact.status is Status.EXTRACTED and fact.plugin.name == "transcript":
            (selector,) = fact.selectors
            words = record.text[selector.start : selector.end]
            value = getattr(fact.value, "raw", None) or getattr(fact.value, "name", fact.value)
            assert words.lower() == value.lower()
            seen += 1
    assert seen == 3


def test_every_turn_is_attributed_to_its_label():
    """Words belong to whom the label names, with or without a colon; *Q* names nobody, nor who begins a sentence."""
    record = read(SAMPLE)
    labels = [one for one in record.attributions if one.cue_lemma == ":"]
    assert [record.text[one.source[0].start : one.source[0].end] for one in labels] == [
        "MS. RUIZ",
        "Q",
        "MS. RUIZ",
        "Q",
        "MR. BERG",
        "MS. RUIZ",
    ]
    assert {one.surface for one in record.speakers if one.kind == "person"} == {"MS. RUIZ", "MR. BERG"}


def test_an_unclear_day_is_none():
    """Where both numbers can be the month and no zone decides, the day is missing, and it is said where it stood."""
    record = read(SAMPLE.replace(" EST", ""))
    assert record.date_published.status is Status.MISSING
    assert any("'5/4/2026'" in place for place in record.date_published.looked_in)
    assert read(SAMPLE.replace(" EST", "").replace("5/4/2026", "5/14/2026")).date_published.value.value == "2026-05-14"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Times before the names, roles in brackets, names that are asked by their questions alone, letters.
        (
            (
                "[00:12:04] Ana Ruiz: When does it close?\n\n[00:12:10] Jo Berg: On Friday.\n\n"
                "[00:12:15] Ana Ruiz: And the ferry?\n\n[00:12:20] Jo Berg: On Sunday.\n"
            ),
            "qaqa",
        ),
        (
            (
                "Ana Ruiz (host): It closes.\n\nJo Berg (mayor): On Friday.\n\nAna Ruiz (host): Oh.\n\n"
                "Jo Berg (mayor): Yes.\n"
            ),
            "qaqa",
        ),
        ("Q: It closes?\n\nA: Yes.\n\nQ: When?\n\nA: On Friday.\n", "qaqa"),
        ("Q. It closes?\nA. Yes.\nQ. When?\nA. On Friday.\n", "qaqa"),
        ("AR: It closes?\n\nJB: Yes.\n\nAR: When?\n\nJB: On Friday.\n\nIt was late.\n\nAR: So?\n\nJB: So.\n", "qaqaqa"),
        ("Ruiz: It closes.\n\nBerg: I know that.\n\nRuiz: On Friday.\n\nBerg: Yes.\n", "aaaa"),
        ("Speaker 1 (0:01): It closes.\n\nSpeaker 2 (0:04): No.\n\n" * 2, "aaaa"),
    ],
)
def test_ways_to_label(text, kinds):
    """Whatever stands around a name, its turns are told, and who asks where that can be told."""
    assert "".join(one[0][0] for one in turns(read(text))) == kinds


def test_bold_labels_of_markdown_and_html():
    """Labels are told in what other readers show."""
    pytest.importorskip("yaml", reason="needs sayso[markdown]")
    text = "---\ntitle: Talk\n---\n**Q:** It closes?\n\n**A:** Yes.\n\n**Q:** When?\n\n**A:** On Friday.\n"
    assert len(turns(read(text, "a.md"))) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Mill closes\n\nDate: 4 May\n\nPlace: Larkmoor\n\nTime: noon\n\nContact: Ana Ruiz\n\nNote: bring a coat.\n",
        "News: The mill closed.\n\nComment: It had to.\n\nNews: The ferry sank.\n\nComment: Alas.\n",
        "The mill closed.\n\nOne thing is sure: it will not open.\n\nAnother: nobody cares.\n\nAnd so: the end.\n",
        "Ana Ruiz: The mill closed. I said so.\n\nIt did.\n\nIt was late.\n",
        "Ingredients: two eggs.\n\nMethod: Beat them.\n\nIngredients: more flour.\n\nMethod: Bake.\n\nNote: Enjoy.\n",
        "Background: The mill will close.\n\nImpact: Forty jobs go, the union said.\n\n" * 2,
        "Update: it closed.\n\nUpdate: it opened.\n\nCorrection: it closed.\n\nUpdate: it did.\n",
        "Q1 results were poor.\n\nQ2 results were better.\n\nA note: Q3 is not known.\n\nQ4: nobody knows.\n",
    ],
)
def test_labels_of_other_kinds_make_no_transcript(text):
    """Facts in a table, labelled comments, and sentences with a colon are no turns."""
    record = read(text)
    assert not turns(record)
    assert "transcript" not in record.extra


@given(st.lists(st.sampled_from(["Q ", "Q: ", "A: ", "MS. RUIZ: ", "END", "1:02 P.M. EST", "\n", "\n\n", "x? ", ":"])))
def test_any_labels_are_answered(pieces):
    """Whatever is labelled, sections lie in the text in order, and no reader crashes."""
    text = "".join(pieces)
    for one in engine().normalize_many(Document.from_text(text or "x", path="a.txt")):
        assert not isinstance(one, Failure) or one.error == "empty"


def test_many_turns_take_linear_time():
    """Ten thousand turns are answered soon."""
    assert len(turns(read("Q: It closes?\n\nMS. RUIZ: Yes.\n\n" * 2_500))) == 5_000


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project, or in SAYSO_SHARED")
def test_briefings_of_others():
    """Of 43 briefings every turn and every speaker is found, and the day wherever the headline has it."""
    lines = (CORPUS / "transcripts" / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    for wanted in map(json.loads, lines[::6]):
        text = shown((CORPUS / wanted["path"]).read_text(encoding="utf-8")).text
        (item,) = engine().items(Document.from_text(text, path="a.txt"))
        kept = item.record.extra["transcript"]
        assert {one["label"] for one in kept["speakers"]} == set(wanted["speakers"]), wanted["id"]
        assert kept["turns"] == wanted["turns"], wanted["id"]


def test_who_is_named_once_and_then_by_initials_has_all_turns():
    """The full names of the first turns are labels as well as the letters that stand for them."""
    text = (
        "A matron on the long wait\n\nBy Deirdre Falk, Vell Evening News\n\nVell Evening News: What is it like?\n\n"
        "Bea Kilburn: Reportedly there is a plan.\n\nVEN: Will it help?\n\nBK: Beds nurse nobody.\n\n"
        "VEN: What would you do?\n\nBK: Pay the carers.\n\nVEN: And then?\n\nBK: Then we rest.\n"
    )
    record = engine().normalize({"text": text})
    turns = [one for one in record.sections if one.kind in ("question", "answer")]
    assert [one.label.of(text) for one in turns][:3] == ["Vell Evening News:", "Bea Kilburn:", "VEN:"]
    assert [one.kind for one in turns] == ["question", "answer"] * 4
