"""How names of the public API go away: a warning that names the version, an error one release before, then nothing.

Say that 0.4 is to be without ``sayso.fetch``. In 0.2 it leaves ``sayso.__all__`` and gets its place in :data:`RETIRED`:
it still works, with a :class:`RemovalWarning` that is a ``sayso.RemovedIn0_4Warning``, so that filters can tell what is
urgent. In 0.3, the last release before, it raises :class:`RetiredError`, which
says what to use. In 0.4 the entry is deleted.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from sayso.errors import SaysoError


class RemovalWarning(DeprecationWarning):
    """Something of the public API is used that a coming version is without.

    Attributes:
        removed_in: That version, such as ``0.4``.
    """

    def __init__(self, message: str, removed_in: str = "") -> None:
        super().__init__(message, removed_in)
        self.message = message
        self.removed_in = removed_in

    def __str__(self) -> str:
        return self.message


#: How the warnings about what one version is without are called.
OF_A_VERSION = re.compile(r"RemovedIn([0-9]+(?:_[0-9]+)*)Warning")


@cache
def warning_of(removed_in: str) -> type[RemovalWarning]:
    """The class of warnings that is named after a version, such as ``RemovedIn0_4Warning``."""
    name = f"RemovedIn{removed_in.replace('.', '_')}Warning"
    about = f"Something of the public API is used that sayso {removed_in} is without."
    return type(name, (RemovalWarning,), {"__doc__": about, "__module__": __name__})


class RetiredError(SaysoError, ImportError):
    """Something of the public API is used that the next version is without.

    It is an ``ImportError``, since ``from sayso import NAME`` keeps the words of no other.

    Attributes:
        removed_in: That version, such as ``0.4``.
    """

    def __init__(self, message: str, removed_in: str = "") -> None:
        super().__init__(message, removed_in)
        self.message = message
        self.removed_in = removed_in

    def __str__(self) -> str:
        return self.message


class Retired(NamedTuple):
    """Something of the public API on its way out.

    Attributes:
        home: Where it still is: ``module:name``.
        instead: What to use; a sentence without its full stop.
        fails_in: The version from which it raises, the last before `removed_in`.
        removed_in: The version that is without it.
    """

    home: str
    instead: str
    fails_in: str
    removed_in: str

    def told(self, what: str, version: str, *, level: int = 2) -> None:
        """Warn of a use, or refuse it.

        Args:
            what: What is used, as its user writes it, such as ``sayso.fetch``.
            version: The version that runs.
            level: The frames between here and the use, as :func:`warnings.warn` counts them.

        Raises:
            RetiredError: From `fails_in` on.
        """
        message = f"{what} is removed in sayso {self.removed_in}; {self.instead}"
        if _parts(version) >= _parts(self.fails_in):
            raise RetiredError(message, self.removed_in)
        warnings.warn(warning_of(self.removed_in)(message, self.removed_in), stacklevel=level + 1)


#: Names that were public, each with what becomes of it.
RETIRED: Mapping[str, Retired] = {}


def retired(name: str, version: str, names: Mapping[str, Retired] | None = None) -> object:
    """What a name stands for that is no longer public, or the warnings of a version that is to come.

    Raises:
        AttributeError: If it never was, or is gone.
        RetiredError: If the next version is without it.
    """
    of_version = OF_A_VERSION.fullmatch(name)
    if of_version is not None and _parts(version) < _parts(of_version[1].replace("_", ".")):
        return warning_of(of_version[1].replace("_", "."))
    found = (RETIRED if names is None else names).get(name)
    if found is None:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    found.told(f"sayso.{name}", version, level=3)
    module, _, home = found.home.partition(":")
    value: object = getattr(import_module(module), home)
    return value


def _parts(version: str) -> tuple[int, ...]:
    """A version as numbers: ``0.2.1`` is 0, 2, 1, and what follows a number that is none does not count."""
    parts = []
    for part in version.split("."):
        if not part.isdecimal():
            break
        parts.append(int(part))
    return tuple(parts)


def __getattr__(name: str) -> object:
    """The warnings of a version, which other processes know by their name."""
    found = OF_A_VERSION.fullmatch(name)
    if found is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return warning_of(found[1].replace("_", "."))
