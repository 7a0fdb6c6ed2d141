"""Standard output and standard error are the program's: what a plugin prints is kept apart, and told once by its name.

Whoever writes is known by the stack: the first frame that is neither Python's own nor that of a library for printing.
Where that is the program, the words go through; all else is somebody's. What does not pass through ``sys.stdout``, such
as a program that a plugin starts, is not seen here.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable
from types import FrameType, TracebackType
from typing import Any, NamedTuple

OWN = "sayso_cli"
CORE = "sayso"
#: Libraries by which the program prints.
PRINTERS = frozenset({"typer", "click", "rich"})
#: Before the name of a stream, in the place of a module: somebody who is not known replaced it.
REPLACED = "?"
#: Before the name of a module: something of it failed where nobody waits for it, as in a thread.
UNAWAITED = "!"
#: How modules of local plugins begin.
LOCAL = "sayso_local_"
#: Characters of what a plugin printed that are told.
SHOWN = 80
#: Who stands now, and the streams that somebody put in its place.
_standing: list[Guard] = []
_aside: list[object] = []


class Printed(NamedTuple):
    """What a module printed.

    Attributes:
        module: Its whole name; that of the plugin, where a library printed for it.
        first: The first line with something in it.
        lines: How many there were.
    """

    module: str
    first: str
    lines: int


class Guard:
    """Stands before both streams until :meth:`release`."""

    def __init__(self) -> None:
        self._streams: tuple[Any, Any] = sys.stdout, sys.stderr
        self._replaced: set[str] = set()
        self.tells = True
        self.shows = bool(os.environ.get("SAYSO_DEBUG"))
        self._texts: dict[str, list[str]] = {}
        self._elsewhere: dict[str, Printed] = {}
        self._own: tuple[Any, Any] = Guarded(sys.stdout, self), Guarded(sys.stderr, self)
        sys.stdout, sys.stderr = self._own
        self._hooks = threading.excepthook, sys.unraisablehook
        threading.excepthook, sys.unraisablehook = self._in_a_thread, self._unraisable
        _standing.append(self)

    def hold(self) -> None:
        """Stand there again, where a plugin put another stream in the place of one of ours."""
        for name, own in zip(("stdout", "stderr"), self._own, strict=True):
            theirs = getattr(sys, name, None)
            if theirs is not own:
                setattr(sys, name, own)
                # Taken apart, it would write what it holds.
                _aside.append(theirs)
                self._replaced.add(name)

    def release(self) -> None:
        """Put the streams back."""
        self.hold()
        sys.stdout, sys.stderr = self._streams
        threading.excepthook, sys.unraisablehook = self._hooks
        if self in _standing:
            _standing.remove(self)

    def keep(self, module: str, words: str) -> None:
        """Keep what a module printed; where SAYSO_DEBUG is set, it goes to standard error."""
        if self.shows:
            self._streams[1].write(words)
        self._texts.setdefault(module, []).append(words)

    def _in_a_thread(self, given: threading.ExceptHookArgs) -> None:
        """A thread ended with an error: one that a plugin began is named, and shows no traceback."""
        if given.exc_type is not SystemExit and not self._unawaited(given.exc_value, given.exc_traceback):
            self._hooks[0](given)

    def _unraisable(self, given: sys.UnraisableHookArgs) -> None:
        from sayso.stopping import asked_to_stop

        stops = given.exc_value is not None and asked_to_stop(given.exc_value)
        if stops or not self._unawaited(given.exc_value, given.exc_traceback):
            self._hooks[1](given)

    def _unawaited(self, error: BaseException | None, at: TracebackType | None) -> bool:
        from sayso.errors import said

        module = None
        while at is not None:
            name = str(at.tb_frame.f_globals.get("__name__", ""))
            module = name if module is None and _is_strange(name) else module
            at = at.tb_next
        if module is None or error is None or self.shows:
            return False
        self.add([Printed(UNAWAITED + module, said(error), 1)])
        return True

    def add(self, printed: Iterable[Printed]) -> None:
        """What was printed in another process."""
        for one in printed:
            before = self._elsewhere.get(one.module, one._replace(lines=0))
            self._elsewhere[one.module] = before._replace(lines=before.lines + one.lines)

    def take(self) -> tuple[Printed, ...]:
        """What was printed since the last time, by module."""
        texts, elsewhere = self._texts, self._elsewhere
        self._texts, self._elsewhere = {}, {}
        for module, pieces in texts.items():
            lines = [line for line in "".join(pieces).splitlines() if line.strip()]
            self.add([Printed(module, lines[0] if lines else "", len(lines) or 1)])
        self.add(elsewhere.values())
        for name in sorted(self._replaced):
            self.add([Printed(REPLACED + name, "", 1)])
        self._replaced.clear()
        found, self._elsewhere = self._elsewhere, {}
        return tuple(found[module] for module in sorted(found))


class Guarded:
    """A stream of which the program alone has the use."""

    def __init__(self, stream: Any, guard: Guard, *, binary: bool = False) -> None:
        self._stream = stream
        self.guard = guard
        self._binary = binary

    def write(self, words: Any) -> int:
        """Write what is the program's; keep what is not."""
        module = stranger()
        if module is None:
            return int(self._stream.write(words))
        kept = bytes(words).decode(errors="replace") if self._binary else str(words)
        self.guard.keep(module, kept)
        return len(words)

    def writelines(self, lines: Iterable[Any]) -> None:
        """As :meth:`write`, for each."""
        for line in lines:
            self.write(line)

    def close(self) -> None:
        """Nothing: the stream is the program's, and stays open."""

    def detach(self) -> Any:
        """Refuse: what is below is the program's.

        Raises:
            OSError: Always.
        """
        raise OSError("the stream of the program stays as it is")

    @property
    def buffer(self) -> Guarded:
        """The stream of bytes below, likewise."""
        return Guarded(self._stream.buffer, self.guard, binary=True)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __iter__(self) -> Any:
        return iter(self._stream)


def stranger() -> str | None:
    """The module of whoever writes, two calls up; None for the program itself.

    A library may print for a plugin: the outermost module before ours is the plugin's.
    """
    return _stranger(sys._getframe(2))


def end(at: FrameType | None) -> None:
    """End the process where a plugin catches whatever is raised in it: nothing else would ever end.

    Args:
        at: The innermost frame that runs.
    """
    from sayso_cli.terminal import COULD_NOT_WORK, complain

    module = _stranger(at)
    who = "something" if module is None else f"plugin {plugin_of(module)!r}"
    hold()
    complain(f"error: {who} took longer than the limit of time and catches what would stop it; the run ends here")
    sys.stderr.flush()
    os._exit(COULD_NOT_WORK)


def _stranger(frame: FrameType | None) -> str | None:
    found: str | None = None
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        top = name.partition(".")[0]
        if top in (OWN, CORE) and name != __name__:
            return found
        if _is_strange(name):
            found = name
        frame = frame.f_back
    return found


def _is_strange(name: str) -> bool:
    """Whether a module is neither ours, nor Python's own, nor that of a library for printing."""
    top = name.partition(".")[0]
    return top not in (OWN, CORE) and top not in PRINTERS and top not in sys.stdlib_module_names


def active() -> Guard | None:
    """The guard that stands now."""
    return _standing[-1] if _standing else None


def tell(wanted: bool) -> None:
    """Whether to name, at the end, the plugins that printed."""
    if _standing:
        _standing[-1].tells = wanted


def hold() -> None:
    """As :meth:`Guard.hold`, where one stands; to be called before the program writes."""
    if _standing:
        _standing[-1].hold()


def plugin_of(module: str) -> str:
    """The plugin that a module belongs to, by the entry points; the module itself where none leads there."""
    if module.startswith(LOCAL):
        from sayso.plugins.plugin import LOCAL as A_FILE
        from sayso.plugins.plugin import Plugin

        top = module.partition(".")[0]
        file = getattr(sys.modules.get(top), "__file__", None) or f"{top.removeprefix(LOCAL)}.py"
        return Plugin(file, A_FILE).called
    from sayso.plugins.entries import installed

    homes = {entry.value.partition(":")[0].strip(): entry.name for entry in installed()}
    while module:
        for home, name in homes.items():
            if home == module or home.startswith(f"{module}."):
                return name
        above = module.rpartition(".")[0]
        if not above:
            break
        module = above
    return module


def told(printed: Iterable[Printed]) -> list[str]:
    """A line for each plugin that printed, or failed unawaited."""
    named: dict[str, Printed] = {}
    lines = []
    for one in printed:
        if one.module.startswith(REPLACED):
            name = one.module.removeprefix(REPLACED)
            lines.append(f"a plugin put another stream in the place of sys.{name}, which was put back")
            continue
        if one.module.startswith(UNAWAITED):
            name, more = plugin_of(one.module.removeprefix(UNAWAITED)), f" ({one.lines} times)" if one.lines > 1 else ""
            lines.append(f"plugin {name!r} failed where nothing waits for it, as in a thread: {one.first}{more}")
            continue
        name = plugin_of(one.module)
        before = named.get(name)
        named[name] = one if before is None else before._replace(lines=before.lines + one.lines)
    how = "it is shown above" if os.environ.get("SAYSO_DEBUG") else "SAYSO_DEBUG=1 shows it"
    for name, one in named.items():
        first = one.first if len(one.first) <= SHOWN else f"{one.first[: SHOWN - 1]}…"
        more = f" and {one.lines - 1} more line{'s' if one.lines > 2 else ''}" if one.lines > 1 else ""
        lines.append(f"plugin {name!r} printed {first!r}{more}, which is kept out; {how}")
    return lines
