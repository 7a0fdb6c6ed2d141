"""What was left out of an input on purpose, so that nothing is left out silently."""

from __future__ import annotations

from sayso.frozen import frozen


@frozen
class LeftOut:
    """Parts of an input that were not read, though nothing is wrong with them.

    Attributes:
        kind: What they are, as a singular noun, such as ``record``.
        reason: Why they were left out.
        detail: Which of the kind, such as ``request``, or which one: ``kill of HP0499, line 41``.
        number: How many; None for all that would have followed.
        path: The input; filled in by the engine.
        locator: The container inside the input; filled in by the engine.
    """

    kind: str
    reason: str
    detail: str | None = None
    number: int | None = 1
    path: str | None = None
    locator: str | None = None

    def __str__(self) -> str:
        where = ":".join(part for part in (self.path, self.locator) if part)
        detail = f" ({self.detail})" if self.detail else ""
        if self.number is None:
            what = f"the rest{detail}"
        else:
            what = f"{self.number} {self.kind}{'' if self.number == 1 else 's'}{detail}"
        return f"{where + ': ' if where else ''}skipped {what}: {self.reason}"
