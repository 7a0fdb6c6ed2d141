"""Attributions on the items that nothing is trained on, against annotations: what was reached does not get lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from calibrate import is_right
from corpus import Doc, is_training, read_folder
from predict import prediction
from scores import Counts, Triple, measure, scores

import sayso_plugins.plugin
from sayso import Config, Document, Engine

FOLDER = Path(__file__).parent / "attribution"
#: F1 on the day these were set, with the learned part and by the rules alone; quality may rise and not fall.
LEARNED = {"source": 0.86, "cue": 0.88, "content": 0.91, "strict": 0.62, "half": 0.73, "overlap": 0.83}
RULES = {"source": 0.71, "cue": 0.66, "content": 0.80, "strict": 0.47, "half": 0.56, "overlap": 0.66}


@pytest.fixture(scope="module")
def held_out() -> list[Doc]:
    """The items that are never trained on."""
    return [doc for doc in read_folder(FOLDER) if not is_training(doc.id)]


def test_the_set_is_as_large_as_the_guideline_says(held_out):
    """Sixty items or more, and about half of them are never trained on."""
    every = list(read_folder(FOLDER))
    assert len(every) >= 60
    assert 0.4 <= len(held_out) / len(every) <= 0.6


@pytest.mark.parametrize(("model", "floors"), [(True, LEARNED), (False, RULES)])
def test_quality_does_not_fall(held_out, model, floors):
    """Each measure on the held-out items is at least what it was."""
    found = measure(held_out, Engine(Config(model=model), plugins=[sayso_plugins.plugin]))["all"]
    assert {name: found[name].f1 for name, floor in floors.items() if found[name].f1 < floor} == {}


def test_a_sentence_that_is_called_unattributed_is_so(held_out):
    """Precision of *unattributed* comes first: the product acts on it."""
    found = measure(held_out, Engine(plugins=[sayso_plugins.plugin]))["all"]["unattributed"]
    assert found.precision >= 0.91
    assert found.recall >= 0.92


def test_confidence_means_what_it_says(held_out):
    """On items that nothing was fitted to, as many attributions are right as their confidence says, to a tenth."""
    engine = Engine(plugins=[sayso_plugins.plugin])
    judged = [
        (one["confidence"], is_right(doc, one))
        for doc in held_out
        for one in prediction(engine.normalize(Document.from_text(doc.text)))
    ]
    bins = [[one for one in judged if low <= one[0] < low + 0.2] for low in (0.0, 0.2, 0.4, 0.6, 0.8)]
    error = sum(abs(sum(sure - right for sure, right in rows)) for rows in bins) / len(judged)
    assert len(judged) > 300
    assert error <= 0.1


def test_measures_of_the_annotations_against_themselves_are_perfect(held_out):
    """What is right in every word scores one, and what is missing scores nothing."""
    one = Triple(frozenset({0}), frozenset({5}), frozenset({10, 13}))
    same = scores("Ruiz said it rained. It did.", [(0, 20), (21, 28)], [one], [one])
    assert all(counts.f1 == 1.0 for counts in same.values())
    none = scores("Ruiz said it rained. It did.", [(0, 20), (21, 28)], [one], [])
    assert none["half"] == Counts(0, 0, 1)
    assert none["unattributed"] == Counts(1, 2, 1)
