"""Linear-chain conditional random fields over hashed features, with whole numbers for weights.

A feature is a number below a power of two; a weight is a byte for each label of it, 128 meaning nothing. Scores are
sums of bytes, so that the best labels are the same on every machine. Lafferty, McCallum and Pereira (2001) for the
model; Weinberger et al. (2009) for hashing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import exp
from typing import Any, NamedTuple

from sayso.errors import SaysoError

MAGIC = b"sayso-crf 1\n"


class Field(NamedTuple):
    """One field, trained.

    Attributes:
        labels: The names of its labels; the first means nothing.
        bits: Features are numbers below 2 to this.
        scale: What a weight of one is in bytes.
        weights: A byte a feature and label.
        transitions: From label to label, in bytes around zero; the last row is the beginning.
    """

    labels: tuple[str, ...]
    bits: int
    scale: float
    weights: bytes
    transitions: tuple[tuple[int, ...], ...]

    @property
    def mask(self) -> int:
        """The largest feature."""
        return (1 << self.bits) - 1

    def emission(self, features: Sequence[int]) -> list[int]:
        """The score of each label, by the features of one place."""
        width = len(self.labels)
        weights = self.weights
        total = [0] * width
        for feature in features:
            at = feature * width
            for label, weight in enumerate(weights[at : at + width]):
                total[label] += weight
        none = 128 * len(features)
        return [one - none for one in total]

    def shares(self, emissions: Sequence[Sequence[int]]) -> list[list[float]]:
        """The share of each label at each place of a chain (forward and backward), from 0 to 1."""
        scale, width = self.scale, range(len(self.labels))
        step = [[exp(one / scale) for one in row] for row in self.transitions]
        local = [[exp((one - max(emission)) / scale) for one in emission] for emission in emissions]
        forward = [_normal([step[-1][label] * local[0][label] for label in width])]
        for here in local[1:]:
            before = forward[-1]
            forward.append(_normal([here[to] * sum(before[of] * step[of][to] for of in width) for to in width]))
        backward = [1.0] * len(self.labels)
        found = []
        for place in range(len(local) - 1, -1, -1):
            found.append(_normal([forward[place][label] * backward[label] for label in width]))
            behind = [local[place][label] * backward[label] for label in width]
            backward = _normal([sum(step[of][to] * behind[to] for to in width) for of in width])
        return found[::-1]

    def best(self, emissions: Sequence[Sequence[int]]) -> list[int]:
        """The labels of the best path through a chain (Viterbi 1967); of equals, the lowest."""
        width = range(len(self.labels))
        score = [first + self.transitions[-1][label] for label, first in enumerate(emissions[0])]
        back: list[list[int]] = []
        for emission in emissions[1:]:
            row, came = [], []
            for label in width:
                best, origin = score[0] + self.transitions[0][label], 0
                for before in width:
                    candidate = score[before] + self.transitions[before][label]
                    if candidate > best:
                        best, origin = candidate, before
                row.append(best + emission[label])
                came.append(origin)
            score = row
            back.append(came)
        path = [max(width, key=lambda label: (score[label], -label))]
        for came in reversed(back):
            path.append(came[path[-1]])
        return path[::-1]


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [one / total for one in values]


def pack_fields(header: dict[str, Any], fields: Sequence[Field]) -> bytes:
    """The fields as one file: a line that says what it is, a line of JSON, the weights."""
    described = [
        {
            "labels": field.labels,
            "bits": field.bits,
            "scale": field.scale,
            "transitions": field.transitions,
        }
        for field in fields
    ]
    line = json.dumps({**header, "fields": described}, sort_keys=True, separators=(",", ":"))
    return MAGIC + line.encode() + b"\n" + b"".join(field.weights for field in fields)


def unpack_fields(data: bytes) -> tuple[dict[str, Any], tuple[Field, ...]]:
    """Read what :func:`pack_fields` wrote.

    Raises:
        SaysoError: If it is something else, or cut short.
    """
    if not data.startswith(MAGIC):
        raise SaysoError("this is no model of attributions, or one of another version")
    line, _, weights = data[len(MAGIC) :].partition(b"\n")
    header = json.loads(line)
    fields = []
    at = 0
    for one in header.pop("fields"):
        size = (1 << one["bits"]) * len(one["labels"])
        if at + size > len(weights):
            raise SaysoError("the model of attributions is cut short")
        fields.append(
            Field(
                tuple(one["labels"]),
                one["bits"],
                one["scale"],
                weights[at : at + size],
                tuple(tuple(row) for row in one["transitions"]),
            )
        )
        at += size
    return header, tuple(fields)
