"""Train the learned part of the analysis: two linear-chain fields over hashed features, and write them as bytes.

    train.py --own FOLDER [--wikinews FOLDER --texts FOLDER] --out FILE [--folds N]

Needs numpy, for training only. The same data, numpy and processor give the same file: the order is by id, the generator
is seeded, sums are elementwise. ``--folds`` trains and scores by cross-validation instead of writing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpus import Doc, Spans, is_training, read_folder
from predict import prediction

import sayso
from sayso.analysis.crf import LANE, ZERO, Field, pack_fields
from sayso.analysis.features import OF_CUES, OF_ROLES, candidates, cue_features, role_features, window
from sayso.analysis.learned import LearnedFinder
from sayso.analysis.narration import Sentences
from sayso.analysis.nested import voices

CUE_LABELS = ("none", "reporting", "evidential", "belief", "intention", "hedge")
ROLE_LABELS = ("none", "source", "content", "cue", "source-begins", "content-begins")
CUE_BITS, ROLE_BITS = 15, 16
SCALE = 16.0
SEED = 20261124


class Chain(NamedTuple):
    """One chain: features of each place, and its labels."""

    features: list[list[int]]
    labels: list[int]


def covers(spans: Spans, start: int, end: int) -> bool:
    """Whether spans cover at least half of a place."""
    return 2 * sum(max(0, min(end, e) - max(start, s)) for s, e in spans) >= end - start > 0


def covering(spans: Spans, start: int, end: int) -> tuple[int, int] | None:
    """The span that covers at least half of a place."""
    return next((span for span in spans if covers((span,), start, end)), None)


def chains(doc: Doc, engine: sayso.Engine) -> tuple[list[Chain], list[Chain], tuple[int, int]]:
    """The chains of one document for both fields, and how many gold cues there are and can be found at all."""
    item = next(iter(engine.items(sayso.Document.from_text(doc.text))))
    assert isinstance(item, sayso.Item)
    analysis, pack = item.analysis, item.pack
    units = [(analysis.elements, [s.paragraph for s in analysis.sentences], [s.is_read for s in analysis.sentences])]
    units += [
        (voice.sentences, [0] * len(voice.sentences), [True] * len(voice.sentences)) for voice in voices(analysis)
    ]
    cue_chains: list[Chain] = []
    role_chains: list[Chain] = []
    reachable = sum(_unit(doc, pack, unit, cue_chains, role_chains) for unit in units)
    return cue_chains, role_chains, (len(doc.gold), reachable)


def _unit(
    doc: Doc,
    pack: sayso.LanguagePack,
    unit: tuple[Sentences, list[int], list[bool]],
    cue_chains: list[Chain],
    role_chains: list[Chain],
) -> int:
    """The chains of the narration, or of one quotation; how many gold cues can be found in it."""
    sentences, paragraphs, read = unit
    finder = LearnedFinder(pack, sentences, paragraphs, None)
    finder.with_features = True
    of_cues, of_roles = OF_CUES.mask(CUE_BITS), OF_ROLES.mask(ROLE_BITS)
    reachable = 0
    for index, wanted in enumerate(read):
        if not wanted:
            continue
        part = finder.part(index)
        places = candidates(part, pack)
        gold_at: dict[int, Any] = {}
        for gold in doc.gold:
            for i in places:
                el = part.els[i]
                if gold.cue and any(s < el.end and el.start < e for s, e in gold.cue):
                    gold_at.setdefault(i, gold)
                    break
        reachable += len(gold_at)
        if places:
            cue_chains.append(
                Chain(
                    [list(OF_CUES.numbers(cue_features(part, i, pack), of_cues)) for i in places],
                    [CUE_LABELS.index(gold_at[i].cls) if i in gold_at else 0 for i in places],
                )
            )
        around = window(finder.neighbour(index - 1, index), part, finder.neighbour(index + 1, index))
        for i, gold in gold_at.items():
            cue = next(k for k, place in enumerate(around) if place.near == 0 and place.at == i)
            accepted = frozenset(gold_at) - {i}
            shown = role_features(around, cue, CUE_LABELS.index(gold.cls), accepted, pack)
            features = [list(OF_ROLES.numbers(one, of_roles)) for one in shown]
            labels: list[int] = []
            begun: set[tuple[int, int]] = set()
            for k, place in enumerate(around):
                el = place.part.els[place.at]
                if k == cue or (place.near == 0 and covers(gold.cue, el.start, el.end)):
                    labels.append(3)
                elif place.near == 0 and (piece := covering(gold.source, el.start, el.end)) is not None:
                    labels.append(1 if piece in begun else 4)
                    begun.add(piece)
                elif (piece := covering(gold.content, el.start, el.end)) is not None:
                    labels.append(2 if piece in begun else 5)
                    begun.add(piece)
                else:
                    labels.append(0)
            role_chains.append(Chain(features, labels))
    return reachable


def train(
    data: Sequence[Chain], width: int, bits: int, *, epochs: int, decay: float, drop: float, rate: float
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features by labels) and transitions (labels and the beginning, by labels), by AdaGrad."""
    rng = np.random.default_rng(SEED)
    weights = np.zeros((1 << bits, width))
    moves = np.zeros((width + 1, width))
    squares, move_squares = np.full_like(weights, 1e-8), np.full_like(moves, 1e-8)
    arrays = [(np.array(one.features), np.array(one.labels)) for one in data if one.features]
    total = np.zeros_like(weights)
    total_moves, count = np.zeros_like(moves), 0
    for epoch in range(epochs):
        order = rng.permutation(len(arrays))
        for begin in range(0, len(order), 32):
            batch = [arrays[k] for k in order[begin : begin + 32]]
            gradient = np.zeros_like(weights)
            move_gradient = np.zeros_like(moves)
            longest = max(len(labels) for _, labels in batch)
            size, kinds = len(batch), batch[0][0].shape[1]
            features = np.zeros((size, longest, kinds), int)
            gold = np.zeros((size, longest), int)
            live = np.zeros((size, longest), bool)
            for row, (feature, labels) in enumerate(batch):
                features[row, : len(labels)] = feature
                gold[row, : len(labels)] = labels
                live[row, : len(labels)] = True
            keep = rng.random(features.shape) >= drop
            emission = (weights[features] * keep[..., None]).sum(2) / (1 - drop)
            forward = np.zeros((size, longest, width))
            forward[:, 0] = moves[-1] + emission[:, 0]
            for t in range(1, longest):
                step = _logsum(forward[:, t - 1, :, None] + moves[None, :-1], 1)
                forward[:, t] = np.where(live[:, t, None], step + emission[:, t], forward[:, t - 1])
            norm = _logsum(forward[:, -1], 1)
            backward = np.zeros((size, longest, width))
            for t in range(longest - 2, -1, -1):
                ahead = moves[None, :-1] + (emission[:, t + 1] + backward[:, t + 1])[:, None, :]
                backward[:, t] = np.where(live[:, t + 1, None], _logsum(ahead, 2), 0.0)
            marginal = np.exp(forward + backward - norm[:, None, None]) * live[..., None]
            error = marginal.copy()
            error[np.arange(size)[:, None], np.arange(longest)[None], gold] -= live
            flat = features.reshape(-1)
            for label in range(width):
                share = (error[..., label, None] * keep / (1 - drop)).reshape(-1)
                gradient[:, label] = np.bincount(flat, share, minlength=1 << bits)
            move_gradient[-1] = marginal[:, 0].sum(0) - np.bincount(gold[:, 0], minlength=width)
            for t in range(1, longest):
                pair = (
                    forward[:, t - 1, :, None]
                    + moves[None, :-1]
                    + (emission[:, t] + backward[:, t])[:, None, :]
                    - norm[:, None, None]
                )
                expected = np.exp(pair) * live[:, t, None, None]
                move_gradient[:-1] += expected.sum(0)
                np.subtract.at(move_gradient, (gold[:, t - 1][live[:, t]], gold[:, t][live[:, t]]), 1)
            gradient = gradient / size + decay * weights
            move_gradient = move_gradient / size
            squares += gradient**2
            move_squares += move_gradient**2
            weights -= rate * gradient / np.sqrt(squares)
            moves -= rate * move_gradient / np.sqrt(move_squares)
        if epoch >= epochs // 2:
            total += weights
            total_moves += moves
            count += 1
    return total / count, total_moves / count


def _logsum(values: np.ndarray, axis: int) -> np.ndarray:
    top = values.max(axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis))


def field(labels: tuple[str, ...], bits: int, weights: np.ndarray, moves: np.ndarray) -> Field:
    """A field in whole numbers, relative to the label that means nothing."""
    relative = weights - weights[:, :1]
    whole = np.clip(np.rint(relative * SCALE), -ZERO, ZERO - 1).astype(np.int64) + ZERO
    packed = np.zeros(len(whole), np.uint64)
    for label in range(1, len(labels)):
        packed |= whole[:, label].astype(np.uint64) << np.uint64(LANE * (label - 1))
    rows = np.rint(moves * SCALE).astype(int).tolist()
    return Field(labels, bits, SCALE, array("Q", packed.tolist()), tuple(tuple(row) for row in rows))


def fit(data: Sequence[tuple[list[Chain], list[Chain], tuple[int, int]]], given: argparse.Namespace) -> bytes:
    """Both fields, trained on documents, as the bytes of a file."""
    cue_data = [one for cue, _, _ in data for one in cue]
    role_data = [one for _, role, _ in data for one in role]
    cue = train(cue_data, len(CUE_LABELS), CUE_BITS, epochs=given.epochs, decay=given.decay, drop=given.drop, rate=0.1)
    role = train(
        role_data, len(ROLE_LABELS), ROLE_BITS, epochs=given.epochs, decay=given.decay, drop=given.drop, rate=0.1
    )
    return pack_fields(
        {"threshold": str(given.threshold), "language": "en"},
        [field(CUE_LABELS, CUE_BITS, *cue), field(ROLE_LABELS, ROLE_BITS, *role)],
    )


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--more", type=Path, help="own items that are all trained on")
    parser.add_argument("--wikinews", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--decay", type=float, default=1e-4)
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--threshold", type=float, default=0.5)
    given = parser.parse_args()
    docs = []
    if given.own:
        docs += [doc for doc in read_folder(given.own) if given.folds or is_training(doc.id)]
    if given.more:
        docs += read_folder(given.more)
    if given.wikinews:
        docs += read_folder(given.wikinews, given.texts)
    engine = sayso.Engine(sayso.Config(model=False))
    data = [chains(doc, engine) for doc in docs]
    print(f"{len(docs)} documents, {sum(d[2][0] for d in data)} attributions, {sum(d[2][1] for d in data)} reachable")
    if given.folds:
        with given.out.open("w", encoding="utf-8") as file:
            for fold in range(given.folds):
                blob = fit([one for k, one in enumerate(data) if k % given.folds != fold], given)
                for doc in docs[fold :: given.folds]:
                    found = prediction(with_model(blob).normalize(sayso.Document.from_text(doc.text)))
                    file.write(json.dumps({"id": doc.id, "attributions": found}) + "\n")
        return
    blob = fit(data, given)
    given.out.write_bytes(blob)
    print(json.dumps({"bytes": len(blob), "sha256": hashlib.sha256(blob).hexdigest()}))


def with_model(blob: bytes) -> sayso.Engine:
    """An engine whose English has this model."""
    engine = sayso.Engine()
    engine.languages["en"] = engine.languages["en"].replaced(model_data=lambda: blob, sureness={})
    return engine


if __name__ == "__main__":
    main()
