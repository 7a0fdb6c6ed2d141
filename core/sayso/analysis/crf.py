"""Linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001), with whole numbers for weights.

Scores are sums of these, so that the best labels are the same on every machine.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from math import exp
from operator import add
from typing import NamedTuple

from sayso.errors import SaysoError

MAGIC = b"sayso-crf 1\n"
#: Bits of a label in a packed weight: five labels fit into 64. A weight lies from -ZERO to ZERO - 1, so that the sum of
#: as many as 32 features stays in its lane.
LANE, ZERO = 12, 64
LANE_MASK = (1 << LANE) - 1


class Field(NamedTuple):
    """One field, trained.

    Attributes:
        labels: The names of its labels. The first means nothing, and the scores of the others are relative to it.
        bits: Features are numbers below 2 to this.
        scale: What a weight of one is in whole numbers.
        weights: For each feature the weights of the labels but the first, each raised by `ZERO`, in `LANE` bits of one
            number: adding up these numbers adds up all labels at once.
        transitions: From label to label, around zero; the last row is the beginning.
    """

    labels: tuple[str, ...]
    bits: int
    scale: float
    weights: array[int]
    transitions: tuple[tuple[int, ...], ...]

    def leads(self) -> list[list[int]]:
        """How much more a label can gain with its next move than the best one, for each best one and label."""
        rows = self.transitions[:-1]
        return [[max(a - b for a, b in zip(other, best, strict=True)) for other in rows] for best in rows]

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

    def best(self, emissions: Sequence[Sequence[int]], leads: Sequence[Sequence[int]]) -> list[int]:
        """The labels of the best path through a chain (Viterbi 1967); of equals, the lowest.

        Args:
            leads: As by :meth:`leads`, which are the same for every chain.
        """
        into = list(zip(*self.transitions[:-1], strict=True))
        row = list(map(add, self.transitions[-1], emissions[0]))
        #: For each move the label that it comes from, or the scores of those that it may come from.
        moves: list[int | list[int]] = []
        for emission in emissions[1:]:
            top = max(row)
            lead = leads[row.index(top)]
            # A label that no move makes good again is on no best path from here.
            alive = [label for label, one in enumerate(row) if one + lead[label] >= top]
            if len(alive) == 1:
                # Scores count against each other alone: what all have in common is left out.
                moves.append(alive[0])
                row = list(map(add, self.transitions[alive[0]], emission))
                continue
            moves.append(row)
            if len(alive) == 2:
                a, b = alive
                first, second = row[a], row[b]
                row = [
                    (first + x if first + x >= second + y else second + y) + one
                    for x, y, one in zip(self.transitions[a], self.transitions[b], emission, strict=True)
                ]
            else:
                row = [max(map(add, row, moved)) + one for moved, one in zip(into, emission, strict=True)]
        label = row.index(max(row))
        path = [label]
        for move in reversed(moves):
            if isinstance(move, int):
                label = move
            else:
                scores = list(map(add, move, into[label]))
                label = scores.index(max(scores))
            path.append(label)
        return path[::-1]


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [one / total for one in values]


def pack_fields(header: dict[str, str], fields: Sequence[Field]) -> bytes:
    """The fields as one file: lines that say what it is, an empty line, the weights in little-endian order."""
    lines = [f"{key} {value}" for key, value in sorted(header.items())]
    for field in fields:
        lines.append(f"field {field.bits} {field.scale} {' '.join(field.labels)}")
        lines += [f"moves {' '.join(map(str, row))}" for row in field.transitions]
    text = "\n".join(lines).encode()
    return MAGIC + text + b"\n\n" + b"".join(_ordered(field.weights).tobytes() for field in fields)


def unpack_fields(data: bytes) -> tuple[dict[str, str], tuple[Field, ...]]:
    """Read what :func:`pack_fields` wrote.

    Raises:
        SaysoError: If it is something else, or cut short.
    """
    try:
        return _unpacked(data)
    except (ValueError, IndexError, UnicodeDecodeError):
        raise SaysoError("the model of attributions is broken") from None


def _unpacked(data: bytes) -> tuple[dict[str, str], tuple[Field, ...]]:
    if not data.startswith(MAGIC):
        raise SaysoError("this is no model of attributions, or one of another version")
    end = data.index(b"\n\n")
    # Views, since each copy of the weights would take longer than reading a sentence with them.
    head, rest = data[len(MAGIC) : end], memoryview(data)[end + 2 :]
    header: dict[str, str] = {}
    fields: list[Field] = []
    at = 0
    for line in head.decode().splitlines():
        key, _, value = line.partition(" ")
        if key == "field":
            bits, scale, *labels = value.split()
            size = 8 << int(bits)
            if at + size > len(rest):
                raise SaysoError("the model of attributions is cut short")
            weights = array("Q")
            weights.frombytes(rest[at : at + size])
            fields.append(Field(tuple(labels), int(bits), float(scale), _ordered(weights), ()))
            at += size
        elif key == "moves":
            row = tuple(map(int, value.split()))
            fields[-1] = fields[-1]._replace(transitions=(*fields[-1].transitions, row))
        else:
            header[key] = value
    if not fields or any(len(field.transitions) != len(field.labels) + 1 for field in fields):
        raise SaysoError("the model of attributions lacks its moves")
    return header, tuple(fields)


def _ordered(weights: array[int]) -> array[int]:
    """The numbers in the order of bytes that files have, or back."""
    if sys.byteorder == "little":
        return weights
    swapped = array("Q", weights)
    swapped.byteswap()
    return swapped
