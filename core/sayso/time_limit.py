"""A limit on the time that one reader or one rule may take for one item, where the system can interrupt it.

It rests on the timer signal of POSIX, which Python delivers to the main thread, between two steps of the interpreter.
So it cannot work in another thread, nor on a system without that signal, where it is refused rather than ignored; and
one long call into C, such as an expression that backtracks, is interrupted only when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, TypeVar

from sayso.errors import ConfigError

T = TypeVar("T")

#: Seconds from which a limit is none, and no timer takes it.
LONGEST = 1e8


class TookTooLong(BaseException):
    """Raised inside what took too long; no ``Exception``, so that what catches all of these does not go on."""


def refuse_where_impossible(seconds: float) -> None:
    """Refuse a limit that nothing would keep.

    Raises:
        ConfigError: If it is no time; outside of the main thread, and where there is no timer signal.
    """
    import signal
    import threading

    if not 0 < seconds < LONGEST:
        raise ConfigError(f"seconds-per-item is a number of seconds, more than 0, not {seconds:g}")
    if not hasattr(signal, "setitimer"):
        raise ConfigError("seconds-per-item needs the timer signal of POSIX, which this system has not; leave it out")
    if threading.current_thread() is not threading.main_thread():
        raise ConfigError("seconds-per-item works in the main thread alone; leave it out, or use processes (--jobs)")


class limited:  # noqa: N801 - used like contextlib's
    """A context that ends with :class:`TookTooLong` when it takes longer.

    Args:
        seconds: Of the clock on the wall, more than 0. What swallows the interruption is interrupted again after as
            many more.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._armed = False
        self._before: Any = None
        self._timer: tuple[float, float] = (0.0, 0.0)

    def __enter__(self) -> None:
        import signal

        self._before = signal.signal(signal.SIGALRM, self._ring)
        self._armed = True
        self._timer = signal.setitimer(signal.ITIMER_REAL, self.seconds, self.seconds)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        import signal

        try:
            self._armed = False  # a signal that comes from here on rings nobody
        finally:
            signal.setitimer(signal.ITIMER_REAL, *self._timer)
            signal.signal(signal.SIGALRM, self._before)

    def _ring(self, *_: object) -> None:
        if self._armed:
            raise TookTooLong(f"took longer than {self.seconds:g} s and was stopped")


def each_within(values: Iterator[T], seconds: float) -> Iterator[T]:
    """The same values, each of which may take so long.

    Raises:
        TookTooLong: In the place of the one that took longer; nothing follows it.
    """
    while True:
        with limited(seconds):
            try:
                one = next(values)
            except StopIteration:
                return
        yield one
