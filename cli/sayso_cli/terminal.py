"""Printing: colours, errors in one line, exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

FINDINGS = 1
COULD_NOT_WORK = 2


def wants_color(stream: TextIO) -> bool:
    """Whether to colour: only on a terminal; NO_COLOR (no-color.org) forbids it, FORCE_COLOR asks for it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def shown(words: str) -> str:
    """Somebody's words in one line, without what could steer a terminal."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in words)


def complain(message: str) -> None:
    """One line on standard error, where that can be written: what is said there changes no exit code."""
    with suppress(OSError):
        sys.stderr.write(f"sayso: {shown(message)}\n")


def trace(cause: BaseException | None) -> None:
    """The traceback of what a plugin raised, on standard error, where SAYSO_DEBUG asks for it."""
    if cause is not None and os.environ.get("SAYSO_DEBUG"):
        from traceback import format_exception

        for line in "".join(format_exception(cause)).splitlines():
            sys.stderr.write(f"{shown(line)}\n")


def fail(message: str, cause: BaseException | None = None) -> NoReturn:
    """One line on standard error, and exit code 2.

    Args:
        cause: What to show the traceback of, where that is asked for.
    """
    trace(cause)
    complain(f"error: {message}")
    with suppress(OSError):
        sys.stderr.flush()
    sys.exit(COULD_NOT_WORK)


def counted(count: int, noun: str) -> str:
    """A count with its noun: ``1 finding``, ``2,000 findings``."""
    return f"{count:,} {noun if count == 1 else noun + 's'}"
