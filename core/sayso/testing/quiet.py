"""Whether a plugin reaches for the network or prints, seen from outside of it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

#: What Python tells of before it reaches for the network (PEP 578). A socket that goes nowhere is none: some libraries
#: make one when they are imported, to see what the system can.
EVENTS = (
    *("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.getnameinfo", "socket.send"),
    *("urllib.Request", "http.client.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.", "telnetlib."),
)

#: Who watches now. An audit hook stays for ever, and does nothing while nobody does.
_watching: list[list[str]] = []
_hooked: list[bool] = []


class NetworkRefusedError(RuntimeError):
    """Raised in place of a connection."""


@contextmanager
def watched() -> Iterator[list[str]]:
    """While it lasts, there is no network and nothing is printed; gives what was tried, filled at the end."""
    tried: list[str] = []
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_audit)
    _watching.append(tried)
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            yield tried
    finally:
        _watching.remove(tried)
        for name, stream in (("output", out), ("error", err)):
            if stream.getvalue():
                tried.append(f"it printed {stream.getvalue()[:80]!r} to standard {name}")


def _audit(event: str, _: tuple[object, ...]) -> None:
    if _watching and event.startswith(EVENTS):
        said = f"it reached for the network ({event})"
        for tried in _watching:
            if said not in tried:
                tried.append(said)
        raise NetworkRefusedError("there is no network where plugins are tested")
