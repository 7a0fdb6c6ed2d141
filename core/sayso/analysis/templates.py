"""The features of a place, all at once: numbers that name weights of a field.

A template joins two sums of values, each value times a factor: ``shape*16 sided`` and ``number``. Its number is
`(a * A ^ b * B) + template * TEMPLATE`, of which the bits behind the seventh name the weights (Weinberger et al. 2009).
One long number holds those of all templates, side by side in lanes, the first sums below the second ones. What one
value adds to all of them is one long number, too, and what a place shows is their sum.
"""

from __future__ import annotations

from struct import Struct

A, B, TEMPLATE = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE3D
#: Bits of a lane, of them those that are counted with, and the lowest, which are not used.
LANE, LOW, UNUSED = 32, 24, 7
#: A number of weights has at most so many bits.
MOST_BITS = LOW - UNUSED
LOWEST = (1 << LOW) - 1


class Templates:
    """Templates of features, and what values add to them.

    A place shows at most 256 values, so that no lane runs over.

    Args:
        written: A template a line, its two sums parted by ``|``.
    """

    def __init__(self, written: str) -> None:
        lines = written.split("\n")
        self.size: int = len(lines)
        self._uses: dict[str, list[tuple[int, int]]] = {}
        for template, line in enumerate(lines):
            for side, terms in enumerate(line.split("|")):
                for term in terms.split():
                    name, _, factor = term.partition("*")
                    at = LANE * (template + side * self.size)
                    self._uses.setdefault(name, []).append((int(factor or 1) * (B if side else A), at))
        self._half = LANE * self.size
        self._lowest = self.mask(LOW)
        self._own = sum((template + 1) * TEMPLATE % (1 << LOW) << LANE * template for template in range(self.size))
        self._parted = Struct(f"<{self.size}I").unpack

    def mask(self, bits: int) -> int:
        """The lowest bits of all lanes."""
        return sum((1 << bits) - 1 << LANE * template for template in range(self.size))

    def of(self, **values: int) -> int:
        """What values add, by their names."""
        total = 0
        for name, value in values.items():
            for factor, at in self._uses[name]:
                total += (value * factor & LOWEST) << at
        return total

    def table(self, size: int, **divisors: int) -> list[int]:
        """What each value below `size` adds, divided by what is given for each of the names that it has."""
        return [self.of(**{name: value // by for name, by in divisors.items()}) for value in range(size)]

    def lanes(self, name: str) -> int:
        """What times :func:`mixed` of a value is what that adds, where it is first and has no factor."""
        return sum(1 << at for _, at in self._uses[name])

    def numbers(self, shown: int, mask: int) -> tuple[int, ...]:
        """The numbers of the weights of a place.

        Args:
            shown: The sum of what its values add.
            mask: Of as many bits as those numbers have.
        """
        joined = (shown ^ shown >> self._half) & self._lowest
        found = joined + self._own >> UNUSED & mask
        return self._parted(found.to_bytes(LANE // 8 * self.size, "little"))


def mixed(value: int) -> int:
    """A value as the first sum of a template has it."""
    return value * A & LOWEST
