"""The program, and the promise that no traceback reaches a user for bad input."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from typing import NoReturn


def main() -> None:
    """Run the program. Exit codes: 0 nothing found, 1 findings, 2 could not work."""
    # What is made while loading stays until the end: collecting it again and again is a tenth of a short run.
    # That is why nothing is imported before this line.
    gc.disable()
    stand_in()
    from sayso_cli.app import build
    from sayso_cli.terminal import COULD_NOT_WORK, fail

    # Asked to end, it ends as when interrupted: what is half written is taken away.
    signal.signal(signal.SIGTERM, _end)
    for stream in (sys.stdout, sys.stderr):
        # Half a character of somebody's text must not stop a report; what cannot be encoded is shown escaped.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        build(sys.argv[1] if len(sys.argv) > 1 else None)()
    except SystemExit as stop:
        # Taking every object apart at the end serves nobody: the streams are flushed, and that is all (as in mypy).
        sys.stdout.flush()
        sys.stderr.flush()
        if isinstance(stop.code, int) and not sys.flags.interactive:
            os._exit(stop.code)
        raise
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(COULD_NOT_WORK)
    except KeyboardInterrupt:
        fail("stopped")
    except OSError as error:
        fail(f"{error.filename or 'output'}: {error.strerror or error}")
    except BaseException as error:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        fail(f"{said}; this is a bug in sayso; SAYSO_DEBUG=1 shows the traceback")


def _end(number: int, _: object) -> NoReturn:  # noqa: ARG001 - as handlers are called
    raise KeyboardInterrupt


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
