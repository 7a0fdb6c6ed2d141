"""Train the model of statements: linear models over hashed features, written as bytes.

    train_statements.py FOLDER --careful FOLDER... --annotated FOLDER... [--wikinews FOLDER --texts FOLDER] --out FILE
    train_statements.py (the same) --folds 10

FOLDER has sentences, one JSON object a line: ``t``, the sentence, and ``k``, its kinds. ``--careful`` has items with
their gold, and ``--annotated`` and ``--wikinews`` are brat folders: of these, each statement that nobody is the source
of, with the kinds of the mark that it bears, or none where it bears no mark.
Needs numpy, for training only. The same data, numpy and processor give the same file. ``--folds`` trains
and judges by cross-validation instead of writing; eight sentences that stand together, mostly about one thing, are
always in one fold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from corpus import Doc, is_training, read_folder

import sayso
from sayso.analysis.elements import MARK, Element
from sayso.analysis.statements import FEWEST, MARKS, MOST, features, packed, words_of

CONTESTABLE = ("casualties", "military_action", "crime", "blame", "cause", "motive", "private_conversation")
FIGURE = ("statistic", "superlative")
#: By group: its kinds, and the probability from which a statement is one of them, set by `--folds`.
GROUPS = {
    "contestable": (CONTESTABLE, 0.75),
    "figure": (FIGURE, 0.55),
    "prediction": (("prediction",), 0.8),
    "opinion": (("opinion",), 0.8),
}
#: Of sentences that were written to teach what is an opinion and what is none: the other groups do not learn from them.
NO_OPINION = "no_opinion"
#: The probability from which a kind is named.
NAMED = 0.5
BITS = 17
SCALE = 32.0
#: How much the weights are held back, and how often they are mended.
RIDGE, ROUNDS = 3.0, 300
#: The probability from which a statement of an item that nobody marked is taken for one that should bear a mark.
PASSED = 0.9
TOGETHER = 8
ASKING = ("attribution/unattributed-contestable-claim", "attribution/statistic-without-source")
#: How often a statement of an item counts: such are what the model is asked about, and the others are written to teach.
COUNTS = 3


class Sentences(NamedTuple):
    """The sentences as the model sees them: the features of all in a row, and where those of each begin."""

    flat: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    kinds: list[frozenset[str]]
    groups: np.ndarray
    texts: list[str]
    written: np.ndarray


def unsourced(item: sayso.Item) -> Iterator[tuple[sayso.Claim, list[Element]]]:
    """The statements of an item that the model would be asked about."""
    for claim in item.analysis.claims:
        sentence = item.analysis.sentence_at(claim.span.start)
        own = item.analysis.attributions_in(sentence)
        if claim.standing in ("observation", "background", "unsourced") and not own and not sentence.section.is_comment:
            yield claim, item.analysis.elements[sentence.index]


def careful(folder: Path, engine: sayso.Engine) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """The statements of the items of a folder that the gold does not send back."""
    for file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(file.read_text("utf-8"))
        item = next(iter(engine.items(folder / gold["item"])))
        assert isinstance(item, sayso.Item)
        marked = [span for kind in ("must", "may") for one in gold["findings"][kind] for span in one["spans"]]
        for claim, elements in unsourced(item):
            if not any(start < claim.span.end and claim.span.start < end for start, end in marked):
                yield elements, frozenset()


def examples(engine: sayso.Engine) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """The statements of the examples on which the rules that ask the model must stay silent."""
    for active in engine.rules:
        if active.rule.name in ASKING:
            for one in active.rule.examples:
                if isinstance(one, sayso.Clean):
                    item = next(iter(engine.items({"language": "en", "text": one.text, **one.item})))
                    assert isinstance(item, sayso.Item)
                    yield from ((elements, frozenset()) for _, elements in unsourced(item))


def annotated(docs: Iterable[Doc], engine: sayso.Engine) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """The statements of annotated documents, with the kinds of their marks."""
    for doc in docs:
        item = next(iter(engine.items(sayso.Document.from_text(doc.text))))
        assert isinstance(item, sayso.Item)
        for claim, elements in unsourced(item):
            why = [why for start, end, why in doc.claims if start < claim.span.end and claim.span.start < end]
            yield elements, frozenset(kind for one in why for kind in one.split(","))


def read(given: argparse.Namespace) -> Sentences:
    """All sentences."""
    engine = sayso.Engine()
    pack = engine.languages["en"] = engine.languages["en"].replaced(statements_data=None)
    found: list[tuple[list[Element], frozenset[str], int]] = []
    rows: list[np.ndarray] = []
    kinds: list[frozenset[str]] = []
    groups: list[int] = []
    texts: list[str] = []
    written: list[bool] = []
    group = 0
    for file in sorted(given.folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            group += number % TOGETHER == 0
            row = json.loads(line)
            item = next(iter(engine.items({"language": "en", "text": row["t"]})))
            assert isinstance(item, sayso.Item)
            elements = [el for index in range(len(item.analysis.sentences)) for el in item.analysis.elements[index]]
            found.append((elements, frozenset(row["k"]), group))
        group += 1
    wrote = len(found)
    docs = [
        doc for one in given.annotated for doc in read_folder(one) if one.name != "attribution" or is_training(doc.id)
    ]
    if given.wikinews:
        docs += read_folder(given.wikinews, given.texts)
    more = [*examples(engine), *annotated(docs, engine)]
    more += (one for other in given.careful for one in careful(other, engine))
    found += [(*one, group + number // TOGETHER) for number, one in enumerate(more)] * COUNTS
    for number, (elements, own, place) in enumerate(found):
        read = [el for el in elements[:MOST] if el.kind != MARK or el.text in MARKS]
        if len(read) >= FEWEST:
            rows.append(np.unique([one >> 32 - BITS for one in features(words_of(read, pack))]))
            kinds.append(own)
            groups.append(place)
            texts.append(" ".join(el.text for el in elements))
            written.append(number < wrote)
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return Sentences(np.concatenate(rows), starts, lengths, kinds, np.array(groups), texts, np.array(written))


def chosen(data: Sentences, which: np.ndarray) -> Sentences:
    """Some of the sentences."""
    flat = data.flat[np.repeat(which, data.lengths)]
    lengths = data.lengths[which]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    picked = np.flatnonzero(which)
    kinds, texts = [data.kinds[i] for i in picked], [data.texts[i] for i in picked]
    return Sentences(flat, starts, lengths, kinds, data.groups[which], texts, data.written[which])


def fit(data: Sentences, wanted: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression with a ridge, by Adam over all sentences at once.

    A feature counts by how much more often it stands in what is wanted, the square root of its log-count ratio (after
    Wang and Manning 2012): what says much alone is held back less.
    """
    size = 1 << BITS
    mine = np.repeat(wanted.astype(float), data.lengths)
    yes, no = np.bincount(data.flat, mine, size) + 1, np.bincount(data.flat, 1 - mine, size) + 1
    ratio = np.log((yes / yes.sum()) / (no / no.sum()))
    ratio = np.sign(ratio) * np.sqrt(np.abs(ratio))
    values = ratio[data.flat]
    weights, bias = np.zeros(size), 0.0
    mean, square = np.zeros(size + 1), np.zeros(size + 1)
    for number in range(1, ROUNDS + 1):
        scores = np.add.reduceat(weights[data.flat] * values, data.starts) + bias
        wrong = 1 / (1 + np.exp(-scores)) - wanted
        slope = np.bincount(data.flat, np.repeat(wrong, data.lengths) * values, size) + RIDGE * weights
        slope = np.append(slope, wrong.sum())
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = 0.05 * (1 - number / (ROUNDS + 1)) * mean / (1 - 0.9**number)
        step /= np.sqrt(square / (1 - 0.99**number)) + 1e-8
        weights, bias = weights - step[:-1], bias - float(step[-1])
    return weights * ratio, bias


def share(data: Sentences, weights: np.ndarray, bias: float) -> np.ndarray:
    """The probability of each sentence."""
    return 1 / (1 + np.exp(-(np.add.reduceat(weights[data.flat], data.starts) + bias)))


def part(data: Sentences, group: str) -> tuple[np.ndarray, np.ndarray]:
    """The sentences that a group is learned from, and which of them are of it.

    A sentence of another group is left out where it may be of this one as well: *nine in ten houses burnt down* tells
    a figure, whatever it was written for.
    """
    own = frozenset(GROUPS[group][0])
    others = frozenset[str]().union(*(kinds for name, (kinds, _) in GROUPS.items() if name != group))
    others |= frozenset() if group == "opinion" else {NO_OPINION}
    wanted = np.array([bool(kinds & own) for kinds in data.kinds])
    doubtful = np.array([not kinds & own and bool(kinds & others) for kinds in data.kinds])
    return ~doubtful, wanted


def learn(data: Sentences, wanted: np.ndarray, group: str) -> tuple[np.ndarray, float]:
    """Fit, of figures and predictions without the statements of items that only nobody marked.

    Whoever annotated the items let some of these pass. Such are known by what the written sentences teach.
    """
    if group == "contestable":
        return fit(data, wanted)
    weights, bias = fit(chosen(data, data.written), wanted[data.written])
    passed = ~data.written & ~wanted & (share(data, weights, bias) >= PASSED)
    return fit(chosen(data, ~passed), wanted[~passed])


def folded(data: Sentences, folds: int) -> None:
    """Print how well each group is recognised in sentences that nothing was trained on."""
    for group in GROUPS:
        used, wanted = part(data, group)
        mine, truth = chosen(data, used), wanted[used]
        shares = np.zeros(len(truth))
        for fold in range(folds):
            test = mine.groups % folds == fold
            shares[test] = share(chosen(mine, test), *learn(chosen(mine, ~test), truth[~test], group))
        print(f"{group}: {truth.sum()} of {len(truth)} sentences")
        items = ~mine.written
        for least in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
            hit = shares >= least
            right = (hit & truth).sum()
            print(
                f"  from {least:.2f}: precision {right / max(1, hit.sum()):.3f}, recall {right / truth.sum():.3f}, "
                f"false {(hit & ~truth).sum() / (~truth).sum():.4f} of the others, "
                f"{(hit & ~truth & items).sum() / (~truth & items).sum():.4f} of those in items"
            )


def whole(data: Sentences, group: str, name: str, threshold: float, wanted: np.ndarray) -> tuple[object, ...]:
    """One model for the file."""
    weights, bias = learn(data, wanted, group)
    rounded = np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)
    return group, name, round(bias * SCALE), threshold, rounded.tobytes()


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--careful", type=Path, nargs="*", default=[])
    parser.add_argument("--annotated", type=Path, nargs="*", default=[])
    parser.add_argument("--wikinews", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    data = read(given)
    if given.folds:
        folded(data, given.folds)
        return
    kinds: list[tuple[object, ...]] = []
    for group, (names, threshold) in GROUPS.items():
        used, wanted = part(data, group)
        kinds.append(whole(chosen(data, used), group, group, threshold, wanted[used]))
        if len(names) > 1:
            mine = chosen(data, wanted)
            kinds += [whole(mine, group, name, NAMED, np.array([name in one for one in mine.kinds])) for name in names]
    blob = packed(BITS, SCALE, kinds)  # type: ignore[arg-type]
    given.out.write_bytes(blob)
    print(f"{len(data.kinds)} sentences, {len(blob)} bytes, {hashlib.sha256(blob).hexdigest()}")


if __name__ == "__main__":
    main()
