"""Writing a file that somebody may be reading, or need: all of it or nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import IO

#: How a file is called that is not whole yet: with the number of the process that writes it.
UNFINISHED = re.compile(r"\.sayso-([1-9][0-9]{0,9})(?:-[0-9a-f]{8})?\.tmp")


def same_file(path: str | None, other: str) -> bool:
    """Whether two paths lead to one file that is there, by whatever names or links."""
    try:
        return path is not None and os.path.samefile(path, other) and os.path.isfile(other)
    except (OSError, ValueError):
        return False


def write_whole(target: str, pieces: Iterable[str]) -> None:
    """Write a file beside the target and put it in its place when it is complete.

    Until then the target is as it was, and stays so where writing or what makes the pieces fails. A target that is no
    regular file, such as ``/dev/stdout``, has no place to be put in and is written as it is.

    Raises:
        OSError: If the target cannot be written; names it.
    """
    place = os.path.realpath(target)  # a link stays one, and what it leads to is replaced
    is_file = os.path.isfile(target)
    if target.startswith("/dev/") or (os.path.exists(target) and not is_file):
        _write(target, pieces)
        return
    if is_file and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
    _clear(place)
    # Hidden, so that no walk through the folder takes it for an item.
    unfinished = os.path.join(os.path.dirname(place), f".sayso-{os.getpid()}.tmp")
    with _taken_away(unfinished):
        try:
            file = open(unfinished, "x", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 - closed below
        except OSError as error:
            if not is_file:
                raise OSError(error.errno, error.strerror, target) from None
        else:
            with file:
                _hold(file)
                if is_file:
                    os.chmod(unfinished, os.stat(place).st_mode & 0o7777)
                file.writelines(pieces)
            os.replace(unfinished, place)
            return
    # The folder takes no new file. The one that is there can be written, when all is known.
    _write(target, list(pieces))


@contextmanager
def _taken_away(unfinished: str) -> Iterator[None]:
    """Take away a file that is not whole where something stops its writing, be it right behind its making."""
    try:
        yield
    except FileExistsError:  # somebody else's
        raise
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)
        raise


@contextmanager
def aside(target: str) -> Iterator[IO[str]]:
    """A file beside the target to write to, piece by piece; it takes the target's place when all went well.

    Raises:
        OSError: If it cannot be written; names the target.
    """
    place = os.path.realpath(target)
    special = target.startswith("/dev/") or (os.path.exists(target) and not os.path.isfile(target))
    number = zlib.crc32(place.encode("utf-8", "surrogateescape"))
    if not special:
        _clear(place)
    path = target if special else os.path.join(os.path.dirname(place), f".sayso-{os.getpid()}-{number:08x}.tmp")
    with nullcontext() if special else _taken_away(path):
        try:
            file = open(path, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 - closed below
        except OSError as error:
            raise OSError(error.errno, error.strerror, target) from None
        with file:
            if not special:
                _hold(file)
            yield file
        if not special:
            os.replace(path, place)


def _write(path: str, pieces: Iterable[str]) -> None:
    with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(pieces)


def _hold(file: IO[str]) -> None:
    """Lock a file as long as it is open: where process numbers tell nothing, as between containers, the lock does."""
    with contextlib.suppress(ImportError, OSError):  # other systems, and disks that know no locks
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _clear(place: str) -> None:
    """Take away what runs that were killed left in the folder of a file: files of this user that nobody writes."""
    if os.name != "posix":  # elsewhere asking for a process may end it
        return
    folder = os.path.dirname(place)
    with contextlib.suppress(OSError):
        for name in sorted(os.listdir(folder)):
            found = UNFINISHED.fullmatch(name)
            if found and not _runs(int(found[1])):
                _remove(os.path.join(folder, name))


def _runs(process: int) -> bool:
    """Whether there is such a process beside this one."""
    if process == os.getpid():
        return False  # one that had this number before; what is ours is locked
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        pass
    return True


def _remove(path: str) -> None:
    """Remove a regular file of this user that nobody has locked."""
    import fcntl

    with contextlib.suppress(OSError):
        opened = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            known = os.fstat(opened)
            if stat.S_ISREG(known.st_mode) and known.st_uid == os.geteuid():
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(path)
        finally:
            os.close(opened)
