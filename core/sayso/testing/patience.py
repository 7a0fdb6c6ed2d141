"""How long a plugin under test may take, where the system can interrupt it: one that hangs is named."""

from __future__ import annotations

import signal
import threading
from contextlib import AbstractContextManager, nullcontext

from sayso.time_limit import limited

#: Seconds for one example of a rule, for what an exporter or a format writes, for one text of a language.
PATIENCE = 20.0


def seconds(most: float | None = None) -> float | None:
    """The limit for one item of an engine; None where nothing could keep it."""
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    return (PATIENCE if most is None else most) if can else None


def within(most: float | None = None) -> AbstractContextManager[None]:
    """A context that ends with ``TookTooLong`` when it takes longer, where that can be."""
    limit = seconds(most)
    return nullcontext() if limit is None else limited(limit)
