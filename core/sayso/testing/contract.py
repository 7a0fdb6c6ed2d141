"""A check of a contract: what is asked, and what breaks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

#: Problems that a message names, and of one problem the places; the others are counted.
SHOWN, PLACES = 8, 3


class Check(NamedTuple):
    """One thing that a plugin must keep to.

    Attributes:
        what: What holds, in words.
        problems: What breaks it, a line each; none where it holds.
        cause: What the plugin raised, where that is the first of them.
    """

    what: str
    problems: tuple[str, ...] = ()
    cause: BaseException | None = None

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


def grouped(found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Problems, each once, with where they are: what has one cause is one line, however often it is met.

    Args:
        found: Pairs of a place and a problem.
    """
    places: dict[str, dict[str, None]] = {}
    for where, problem in found:
        places.setdefault(problem, {})[where] = None
    return tuple(f"{_listed(list(where))}: {problem}" for problem, where in places.items())


def _listed(names: list[str]) -> str:
    more = len(names) - PLACES
    return f"{', '.join(names[:PLACES])} and {more} more" if more > 0 else ", ".join(names)


def require(subject: str, checks: Iterable[Check]) -> None:
    """Raise where one of the checks fails.

    Raises:
        AssertionError: Saying all that is wrong.
    """
    __tracebackhide__ = True
    broken = [check for check in checks if check.problems]
    if broken:
        cause = next((check.cause for check in broken if check.cause is not None), None)
        lines = [f"not so: {check}" for check in broken]
        raise AssertionError("\n  ".join([f"{subject} breaks its contract", *lines])) from cause
