"""A check of a contract: what is asked, and what breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

#: Problems that a message names; the others are counted.
SHOWN = 8


class Check(NamedTuple):
    """One thing that a plugin must keep to.

    Attributes:
        what: What holds, in words.
        problems: What breaks it, a line each; none where it holds.
    """

    what: str
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.problems:
            return self.what
        more = len(self.problems) - SHOWN
        rest = [f"and {more} more"] if more > 0 else []
        return "\n    ".join([self.what, *self.problems[:SHOWN], *rest])


def unfit(offer: object) -> Check | None:
    """That what a plugin hands over is what its fields say, where it is not so: then nothing else can be checked."""
    from sayso.plugins.fitting import misfit

    problem = misfit(offer)
    return Check("its fields hold what they are for", (f"it is one {problem}",)) if problem else None


def require(subject: str, checks: Iterable[Check]) -> None:
    """Raise where one of the checks fails.

    Raises:
        AssertionError: Saying all that is wrong.
    """
    __tracebackhide__ = True
    broken = [f"not so: {check}" for check in checks if check.problems]
    if broken:
        raise AssertionError("\n  ".join([f"{subject} breaks its contract", *broken]))
