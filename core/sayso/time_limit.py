"""A limit on the time that an item may take, where the system can interrupt what takes longer.

It rests on the timer signal of POSIX, which Python delivers to the main thread, between two steps of the interpreter.
So it cannot work in another thread, nor on a system without that signal, where it is refused rather than ignored; and
one long call into C, such as an expression that backtracks, is interrupted only when it comes back.

Python code may catch the interruption. It is repeated then, and what ends nevertheless counts as stopped. What catches
each of them for ever cannot be ended but with the process, which only a program may do: see :data:`give_up`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any, TypeVar

from sayso.errors import ConfigError
from sayso.stopping import asked_to_stop

T = TypeVar("T")

#: Seconds below which a timer rings before anything is done, and from which a limit is none and no timer takes it.
LEAST, LONGEST = 0.01, 1e8
#: Seconds that a step has at least, so that its timer is set at all.
TICK = 1e-4
#: Seconds after which what was interrupted is interrupted again, and how often that is done before it is given up.
AGAIN, MOST = 0.05, 100
#: What a program does then, with the innermost frame that runs; where it is None or comes back, it goes on for ever.
give_up: Callable[[FrameType | None], object] | None = None
#: How the files of Python's own imports are called, which are not interrupted in their midst.
IMPORTS = "<frozen importlib"


class TookTooLong(BaseException):
    """Raised inside what took too long; no ``Exception``, so that what catches all of these does not go on."""


def refuse_senseless(seconds: float | None) -> None:
    """Refuse a limit that is none, or too short for anything.

    Raises:
        ConfigError: Saying which are taken.
    """
    if seconds is not None and not LEAST <= seconds < LONGEST:
        raise ConfigError(f"seconds-per-item is a number of seconds, {LEAST} or more, not {seconds:g}")


def refuse_where_impossible(seconds: float) -> None:
    """Refuse a limit that nothing would keep.

    Raises:
        ConfigError: If it is no time; outside of the main thread, and where there is no timer signal.
    """
    import signal
    import threading

    refuse_senseless(seconds)
    if not hasattr(signal, "setitimer"):
        raise ConfigError("seconds-per-item needs the timer signal of POSIX, which this system has not; leave it out")
    if threading.current_thread() is not threading.main_thread():
        raise ConfigError("seconds-per-item works in the main thread alone; leave it out, or use processes (--jobs)")


class Budget:
    """The time of one item, which all steps that are taken for it share: reading, analysis and rules.

    The first step that is stopped may be one plugin's, and the others are to go on: they have as long again, all of
    them together. So an item is over in twice the limit.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds: float = seconds
        self.over: bool = False
        self.begin()

    @classmethod
    def of(cls, seconds: float | None) -> Budget | None:
        """As the configuration has it: None where there is no limit."""
        return None if seconds is None else cls(seconds)

    def begin(self) -> None:
        """Start with an item."""
        self._left = self.seconds
        self._again = False
        self.over = False

    def step(self) -> limited:
        """A context for one step."""
        return limited(self._left, self)

    def spend(self, seconds: float) -> None:
        """Take off what a step took."""
        self._left -= seconds

    def stopped(self) -> None:
        """A step was stopped: give the others as long again, once."""
        self.over = self._again
        self._again = True
        self._left = 0.0 if self.over else self.seconds

    def __str__(self) -> str:
        return f"{'twice ' if self._again else ''}{self.seconds:g} s"


class limited:  # noqa: N801 - used like contextlib's
    """A context that ends with :class:`TookTooLong` when it takes longer.

    The interruption is raised in what the context holds and nowhere else: not while the timer is set or taken away,
    and not behind it. What catches it is interrupted again soon after; in a step of an item, it is stopped also
    where it ends by itself.

    Args:
        seconds: Of the clock on the wall.
        budget: Whose time this is.
    """

    def __init__(self, seconds: float, budget: Budget | None = None) -> None:
        self.seconds = seconds
        self.budget = budget
        self._before: Any = None
        self._timer: tuple[float, float] = (0.0, 0.0)
        self._began = 0.0
        self._rung = 0

    def __enter__(self) -> None:
        import signal

        self._began = time.monotonic()
        self._before = signal.signal(signal.SIGALRM, self._ring)
        again = min(max(self.seconds, LEAST), AGAIN)
        self._timer = signal.setitimer(signal.ITIMER_REAL, max(self.seconds, TICK), again)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        import signal

        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)  # which first runs our handler, if a signal waits for it
        signal.setitimer(signal.ITIMER_REAL, *self._timer)
        if self.budget is None:
            return  # whoever has no item in hand looks at what came of it
        self.budget.spend(time.monotonic() - self._began)
        if self._rung and not (isinstance(error, TookTooLong) or (error is not None and asked_to_stop(error))):
            raise self._words() from error

    def _words(self) -> TookTooLong:
        what = "it took" if self.budget is None else "the item took"
        return TookTooLong(f"was stopped: {what} longer than {self.budget or f'{self.seconds:g} s'}")

    def _ring(self, _: int, at: FrameType | None) -> None:
        if at is not None and at.f_code.co_filename.startswith(IMPORTS):
            return  # the next ring is soon enough
        frame = at
        while frame is not None:
            if frame.f_code in _HOUSEKEEPING:
                return
            frame = frame.f_back
        self._rung += 1
        if self._rung > MOST and give_up is not None:
            give_up(at)
        raise self._words()


#: Where the timer is set and taken away.
_HOUSEKEEPING = frozenset({limited.__enter__.__code__, limited.__exit__.__code__})


def each_within(values: Iterator[T], budget: Budget) -> Iterator[T]:
    """The same values, with each of which an item begins.

    Raises:
        TookTooLong: In the place of the one that took longer; nothing follows it.
    """
    while True:
        budget.begin()
        with budget.step():
            try:
                one = next(values)
            except StopIteration:
                return
        yield one
