"""How far a long run is: one line on a terminal, with rate and remaining time; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")
#: Seconds before the line is shown, and between two of them.
AFTER, EVERY = 1.5, 0.2
WIDTH = 24


class Progress:
    """Counts inputs as they are done and shows it.

    Args:
        stream: Where to; nothing is shown unless it is a terminal.
        clock: Seconds; another one for tests.
    """

    def __init__(self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream = stream or sys.stderr
        self.clock = clock
        self.shows = self.stream.isatty()
        self.total: int | None = None
        self.done = self.items = 0
        self._began = self._last = clock()
        self._shown = False

    def over(self, inputs: Iterable[T]) -> Iterator[T]:
        """The inputs, counted as they are asked for; on a terminal they are counted before, for the end to be known."""
        if self.shows:
            inputs = list(inputs)
            self.total = len(inputs)
        for one in inputs:
            yield one
            self.done += 1
            self.tick()

    def tick(self) -> None:
        """Show the line, if it is time."""
        now = self.clock()
        if not self.shows or now - self._began < AFTER or now - self._last < EVERY:
            return
        self._last = now
        self._shown = True
        self.stream.write(f"\r\x1b[K{self.line(now - self._began)}")
        self.stream.flush()

    def line(self, seconds: float) -> str:
        """The line: bar, inputs, items a second, and the time that remains."""
        rate = f"{self.items / seconds:,.0f} items/s" if seconds else ""
        if not self.total:
            return f"{self.done:,} inputs, {self.items:,} items, {rate}"
        share = self.done / self.total
        bar = "#" * round(share * WIDTH)
        left = f", {_clock(seconds / share - seconds)} left" if share else ""
        return f"[{bar:<{WIDTH}}] {self.done:,}/{self.total:,} inputs, {rate}{left}"

    def clear(self) -> None:
        """Take the line away, before something else is written and at the end."""
        if self._shown:
            self._shown = False
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def _clock(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
