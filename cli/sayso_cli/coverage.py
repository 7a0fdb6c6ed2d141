"""What a run saw beside its items, for its last report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso import Coverage, LeftOut

if TYPE_CHECKING:
    from sayso_cli.run import Run


def coverage(run: Run) -> Coverage:
    """What was looked at, skipped, unchanged, accepted and waived, when all inputs have been gone through."""
    since = run.work.since
    return Coverage(
        inputs=run.progress.done,
        skipped=tuple(
            LeftOut("folder" if what.endswith("/") else "file", why, what, number)
            for (what, why), number in sorted(run.inputs.skipped.items())
        ),
        unchanged=since.unchanged if since is not None else 0,
        accepted=run.accepting.accepted,
        broken=run.accepting.broken,
        waived=run.accepting.waived,
        exceeded=tuple(run.rates.exceeded()),
    )
