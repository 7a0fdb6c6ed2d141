"""The scores of places by their features: each feature is hashed once, and looked up from then on.

A feature joins two values in one number. Of its hash, `(a * A ^ b * B) + template`, the low bits behind the seventh
name the weights (Weinberger et al. 2009).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from operator import getitem

from sayso.analysis.crf import LANE, LANE_MASK, ZERO, Field

A, B, TEMPLATE = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE3D
#: Bits of the second value of a feature: `WIDE` where that is the hash of a word.
NARROW, WIDE = 16, 32
#: Features of one template that are remembered; then all are forgotten, so that memory stays within bounds. Pairs of
#: words are not, since few come back.
REMEMBERED = 16_384


def hashed(features: Sequence[int], widths: Sequence[int], bits: int) -> list[int]:
    """The numbers of weights of one place.

    Args:
        features: One of each template.
        widths: For each template, the bits of its second value.
        bits: Numbers are below 2 to this.
    """
    return [
        _hash(one, width, number, bits) for number, (one, width) in enumerate(zip(features, widths, strict=True), 1)
    ]


def _hash(feature: int, width: int, template: int, bits: int) -> int:
    mixed = (feature >> width) * A ^ (feature & (1 << width) - 1) * B
    return (mixed + template * TEMPLATE) >> 7 & (1 << bits) - 1


class Scorer:
    """The scores by one field.

    Args:
        widths: For each template of the features, the bits of its second value.
    """

    def __init__(self, field: Field, widths: Sequence[int]) -> None:
        self.field = field
        self._leads = field.leads()
        self._tables = [_Weights(field, width, number) for number, width in enumerate(widths, 1)]
        self._lanes = range(0, LANE * (len(field.labels) - 1), LANE)
        self._none = ZERO * len(widths)

    def emission(self, features: Sequence[int]) -> list[int]:
        """The score of each label, by the features of one place."""
        total, none = sum(map(getitem, self._tables, features)), self._none
        return [0, *[(total >> lane & LANE_MASK) - none for lane in self._lanes]]

    def best(self, emissions: Sequence[Sequence[int]]) -> list[int]:
        """The labels of the best path through a chain."""
        return self.field.best(emissions, self._leads)


class _Weights(dict[int, int]):
    """The packed weights of the features of one template."""

    __slots__ = ("_bits", "_template", "_weights", "_width")

    def __init__(self, field: Field, width: int, template: int) -> None:
        super().__init__()
        self._weights: array[int] = field.weights
        self._bits, self._width, self._template = field.bits, width, template

    def __missing__(self, feature: int) -> int:
        found = self._weights[_hash(feature, self._width, self._template, self._bits)]
        if self._width == NARROW:
            if len(self) >= REMEMBERED:
                self.clear()
            self[feature] = found
        return found
