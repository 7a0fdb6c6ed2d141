"""The program, and the promise that no traceback reaches a user for bad input."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys

try:
    import signal
except KeyboardInterrupt:  # what is loaded here Python itself has not loaded yet
    os._exit(130)

TYPE_CHECKING = False  # as of typing, which is not loaded before an interruption is listened to
if TYPE_CHECKING:
    from collections.abc import Callable
    from sys import UnraisableHookArgs
    from types import FrameType
    from typing import NoReturn

#: What is added to the number of a signal that ends the program, as shells have it: 129, 130 and 143.
BY_SIGNAL = 128
#: Likewise where whoever reads the output has had enough, which is a signal (SIGPIPE) to other programs.
CLOSED = 141
#: Seconds for what is to be taken away at the end; nobody waits longer for what holds it up, such as a plugin.
GRACE = 10.0
#: The process, and the signal that asked it to end, if one did.
_own: int | None = None
_asked: int | None = None


def main() -> None:
    """Run the program. Exit codes: 0 nothing found, 1 findings, 2 could not work; above 128 where it was stopped."""
    global _own
    _own = os.getpid()
    _listen(_leave)  # as long as it only loads, nothing is begun that would have to be taken away
    # What is made while loading stays until the end: collecting it again and again is a tenth of a short run.
    # That is why nothing is imported before this line.
    gc.disable()
    stand_in()
    from sayso_cli.terminal import COULD_NOT_WORK, complain

    try:
        _run()
    except BrokenPipeError:
        _end(CLOSED)
    except KeyboardInterrupt:
        _stopped()
    except OSError as error:
        complain(f"error: {error.filename or 'output'}: {error.strerror or error}")
    except SystemExit:
        raise
    except BaseException as error:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        complain(f"error: {said}; this is a bug in sayso; SAYSO_DEBUG=1 shows the traceback")
    _end(COULD_NOT_WORK)


def _run() -> None:
    from sayso_cli.app import build

    for stream in (sys.stdout, sys.stderr):
        # Half a character of somebody's text must not stop a report; what cannot be encoded is shown escaped.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    program = build(sys.argv[1] if len(sys.argv) > 1 else None)
    try:
        sys.unraisablehook = _ask_again
        _listen(_stop)
        program()
    except SystemExit as stop:
        _listen(_leave)
        if _asked is not None:
            _stopped()
        if isinstance(stop.__context__, BrokenPipeError) and stop.code == 1:
            raise stop.__context__ from None  # which the library for commands takes for its own affair
        # Taking every object apart at the end serves nobody: the streams are flushed, and that is all (as in mypy).
        sys.stdout.flush()
        if isinstance(stop.code, int) and not sys.flags.interactive:
            _end(stop.code)
        raise


def _end(code: int) -> NoReturn:
    """Be gone: Python would complain once more of a stream that cannot be written, and take another exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105 - what suppresses errors is one more module to load
            stream.flush()
        except OSError:
            pass
    os._exit(code)


def _listen(answer: Callable[[int, FrameType | None], object]) -> None:
    """Answer whoever interrupts the program or asks it to end; what its caller has it ignore stays ignored."""
    for number in filter(None, (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None))):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, answer)


def _leave(number: int, _: FrameType | None) -> None:
    os._exit(BY_SIGNAL + number)


def _stop(number: int, at: FrameType | None) -> None:
    """End as when interrupted, so that what is half written is taken away; asked once more, be gone."""
    global _asked
    if _asked is not None or os.getpid() != _own:
        _leave(number, at)
    _asked = number
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)  # no limit of time ends what is to be taken away
    _not_for_ever()
    raise KeyboardInterrupt


def _not_for_ever() -> None:
    """Be gone in a while, though somebody catches the interruption and goes on."""
    kind = getattr(sys.modules.get("threading"), "Timer", None)
    if kind is not None:  # else there is nobody yet who could
        timer = kind(GRACE, _stopped)
        timer.daemon = True
        timer.start()


def _ask_again(lost: UnraisableHookArgs) -> None:
    """Stop all the same where Python has thrown the interruption away, as it does with whatever comes of a callback.

    In the midst of a fork, of a finaliser or of a weak reference's callback no error gets through to the program.
    """
    global _asked
    if _asked is None or not isinstance(lost.exc_value, KeyboardInterrupt) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(lost)
        return
    number, _asked = _asked, None
    signal.signal(signal.SIGALRM, lambda _, at: _stop(number, at))
    signal.setitimer(signal.ITIMER_REAL, 0.01)  # as soon as the callback is over


def _stopped() -> NoReturn:
    from sayso_cli.terminal import complain

    complain("stopped")
    _end(BY_SIGNAL + (_asked or signal.SIGINT))


class Closed(io.TextIOBase):
    """Stands in for a standard output that was closed before we began: whoever writes to it is told."""

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError(errno.EBADF, "standard output is closed; --output FILE writes elsewhere, --quiet writes nothing")


def stand_in() -> None:
    """Put something in the place of standard streams that are closed, so that no file that is opened takes it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
    if sys.stdout is None:
        sys.stdout = Closed()
    if sys.stderr is None:
        sys.stderr = io.StringIO()  # nobody reads it
