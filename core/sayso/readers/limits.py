"""What reading a container may cost."""

from __future__ import annotations

from sayso.frozen import frozen


@frozen
class ContainerLimits:
    """How much is taken out of a compressed file or an archive. Nothing is ever written to a disk.

    Attributes:
        members: The most files that an archive may hold.
        total_bytes: The most bytes that one container may give in all.
        ratio: How many bytes one byte of a container may become, on the whole, once ten million came out: a page of
            blanks compresses a thousandfold and harms nobody.
        depth: How many containers may lie one within the other.
    """

    members: int = 100_000
    total_bytes: int = 100_000_000_000
    ratio: int = 100
    depth: int = 2
