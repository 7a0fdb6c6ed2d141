"""What readers and rules are declared with, looked at where it is written: a slip fails there and not on some item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from types import FunctionType
from typing import Any, ParamSpec, TypeVar

from sayso.errors import SaysoError, cut

P = ParamSpec("P")
T = TypeVar("T")
#: A language by its subtags (BCP 47); none with four letters or more is registered for the first.
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
MEDIA_TYPE = re.compile(r"[^\s/;]+/[^\s/;]+\Z")
#: What inspect calls so, which takes long to import: that a function has a parameter like ``*rest``.
CO_VARARGS = 0x04
#: What the table of a rule in a configuration has beside the rule's options.
OF_RULES = ("severity",)


def asking_since(function: Callable[P, T]) -> Callable[P, T]:
    """A function that declares rules, which says by the name of the rule that it was not told since when there is it.

    Python's own words would name the function and no rule.
    """

    @wraps(function)
    def asking(*args: P.args, **kwargs: P.kwargs) -> T:
        if "since" not in kwargs:
            name = args[0] if args else kwargs.get("name")
            raise SaysoError(f"rule {name}: since= is missing: the version of yours that brings the rule, as '0.1'")
        return function(*args, **kwargs)

    return asking


def several(given: str | Iterable[str]) -> tuple[str, ...]:
    """The texts of a list; one that is given by itself is a list of one, and no list of letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def is_name(name: object) -> bool:
    """Whether a name can be written on a command line and into a configuration."""
    if not isinstance(name, str) or not name or name.startswith("-"):
        return False
    return name.isprintable() and not set(name) & {" ", ",", "/", "\\", "'", '"'}


#: What is asked of such a name.
NAMES = "a name has no blanks, commas, slashes or quotation marks, and begins with no hyphen"


def name(kind: str, given: str) -> str:
    """What is declared, as messages call it.

    Raises:
        SaysoError: If its name is none.
    """
    if not is_name(given):
        raise SaysoError(f"a {kind} cannot be named {cut(given)}: {NAMES}")
    return f"{kind} {given}"


def members(what: str, field: str, given: Iterable[T], kinds: tuple[type, ...]) -> tuple[T, ...]:
    """What a list is of.

    Raises:
        SaysoError: If it is no list, or one thing in it is of another type; says what is taken.
    """
    takes = f"{what}: {field}= takes a list of {' and '.join(f'{one.__name__}(…)' for one in kinds)}"
    value: object = given  # whatever its author put there
    if not isinstance(value, Iterable) or isinstance(value, str | bytes):
        raise SaysoError(f"{takes}, not {cut(value)}")
    found = tuple(given)
    for one in found:
        if not isinstance(one, kinds):
            raise SaysoError(f"{takes}, not of {cut(one)}")
    return found


def suffixes(what: str, given: str | Iterable[str]) -> tuple[str, ...]:
    """Endings of file names.

    Raises:
        SaysoError: If one has no dot.
    """
    found = several(given)
    for one in found:
        if not str(one).startswith(".") or len(one) < 2:
            meant = str(one).strip(".") or "txt"
            raise SaysoError(f"{what}: a suffix begins with its dot, as '.{meant}', not {one!r:.60}")
    return found


def media_types(what: str, given: str | Iterable[str]) -> tuple[str, ...]:
    """Media types.

    Raises:
        SaysoError: If one is none.
    """
    found = several(given)
    for one in found:
        if not MEDIA_TYPE.match(str(one)):
            raise SaysoError(f"{what}: a media type is two words as 'text/plain', not {one!r:.60}")
    return found


def languages(what: str, given: str | Iterable[str]) -> tuple[str, ...]:
    """Codes of languages.

    Raises:
        SaysoError: If one is none.
    """
    found = several(given)
    for one in found:
        if not LANGUAGE.match(str(one)):
            raise SaysoError(f"{what}: a language is given by its code (BCP 47) as 'en', not {one!r:.60}")
    return found


def options(what: str, check: Callable[..., Any], takes: str) -> dict[str, Any]:
    """The options of a rule: the keyword-only parameters of its check, with their defaults.

    Args:
        takes: What the check takes beside them.

    Raises:
        SaysoError: If a parameter could never be given, or never be left out.
    """
    defaults: dict[str, Any] = getattr(check, "__kwdefaults__", None) or {}
    if isinstance(check, FunctionType):
        code = check.__code__
        names = code.co_varnames
        if not code.co_argcount and not code.co_flags & CO_VARARGS:
            raise SaysoError(f"{what}: its check takes {takes}, and has no parameter for it: def {check.__name__}(it)")
        if code.co_argcount > 1:
            beside = f"def {check.__name__}({names[0]}, *, {names[1]}=…)"
            raise SaysoError(f"{what}: its check takes {takes}, and options are keyword-only, behind a star: {beside}")
        for name in names[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]:
            if name not in defaults:
                raise SaysoError(f"{what}: an option needs a default, and {name!r} has none")
    for name in OF_RULES:
        if name in defaults:
            raise SaysoError(f"{what}: no option can be called {name!r}, which the table of every rule has")
    return defaults


def one_of(what: str, field: str, given: object, known: Iterable[str]) -> None:
    """Refuse what is none of a closed list.

    Raises:
        SaysoError: Naming what is known.
    """
    names = list(known)
    if given not in names:
        raise SaysoError(f"{what}: {field} is one of {', '.join(names)}, not {given!r:.60}")
