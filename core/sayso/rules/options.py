"""Options of rules: whether what an operator gives is what the parameter takes, and how to say that it is not."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, time
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sayso.errors import cut

#: Types of single values, with what people who write TOML call them.
PLAIN: dict[type, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}
#: Collections that a list of TOML becomes.
LISTS = (tuple, list, frozenset, set)


class OptionError(Exception):
    """An option that a rule does not have, or does not take so.

    Attributes:
        key: The option; None where the rule has none of that name.
        words: What is wrong: of the option, or of the rule.
    """

    def __init__(self, key: str | None, words: str) -> None:
        super().__init__(key, words)
        self.key = key
        self.words = words


def taken(options: Mapping[str, Any], check: Callable[..., object], given: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the check takes them: a list becomes the collection that the default is, a tuple by default.

    Args:
        options: Parameters of the check with their defaults.
        given: What the operator says, by name, with hyphens or underscores.

    Raises:
        OptionError: At the first that cannot be taken.
    """
    found = {}
    for key, value in given.items():
        name = key.replace("-", "_")
        if name not in options:
            raise OptionError(None, _unknown(key, options))
        default = options[name]
        expected = annotated(check, name, default)
        problem = misfit(value, expected, key)
        if problem:
            raise OptionError(key, problem)
        if isinstance(value, LISTS):
            value = (type(default) if isinstance(default, LISTS) else tuple)(map(_tupled, value))
        found[name] = value
    return found


def of_no_configuration(check: Callable[..., object], name: str, default: object) -> str | None:
    """Why the default of an option is none that an operator could give as well; None where it is one."""
    if default is None:  # which stands for an option that is not given
        return None
    if not _is_written(default):
        return f"has the default {cut(default)}; it is a text, a number, true or false, a list or a table"
    problem = misfit(default, annotated(check, name, default), name)
    return None if problem is None else f"{problem}, and that is its default"


def _is_written(value: object) -> bool:
    """Whether TOML has something for it."""
    if isinstance(value, LISTS):
        return all(map(_is_written, value))
    if isinstance(value, Mapping):
        return all(map(_is_written, (*value, *value.values())))
    return isinstance(value, str | int | float | date | time)


def _tupled(value: Any) -> Any:
    """A list within a list as a tuple."""
    return tuple(map(_tupled, value)) if isinstance(value, list) else value


def _unknown(key: str, options: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("-", "_"), options, 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(sorted(options)) or 'none'}"
    return f"has no option {key!r}; {hint}"


def annotated(check: Callable[..., object], name: str, default: object) -> Any:
    """What a parameter takes: by its annotation, or by its default where that says nothing."""
    hint = getattr(check, "__annotations__", {}).get(name)
    if isinstance(hint, str):
        try:
            # By itself, since others may have names that only a type checker knows.
            alone = type("Alone", (), {"__annotations__": {name: hint}})
            hint = get_type_hints(alone, dict(getattr(check, "__globals__", {})))[name]
        except Exception:  # as may this one
            hint = None
    return of_default(default) if hint is None or not isinstance(hint, Hashable) else hint


def of_default(default: object) -> Any:
    """What a default tells of the values that its option takes."""
    kind = type(default)
    if default is None:
        return Any
    if isinstance(default, LISTS):
        members = {type(one) for one in default}
        return tuple[members.pop() if len(members) == 1 else Any, ...]  # type: ignore[misc]
    return Mapping if isinstance(default, Mapping) else kind


def misfit(value: Any, expected: Any, key: str) -> str | None:
    """What is wrong with a value; None where it fits, or where nobody can tell."""
    if _fits(value, expected):
        return None
    takes = f"takes {_described(expected)}"
    inside = _inside(value, expected, key)
    if inside:
        return f"{takes}; {inside}"
    shown = repr(value) if get_origin(expected) is Literal and isinstance(value, str | int) else _kind_of(value)
    return f"{takes}, not {shown:.60}"


def _inside(value: Any, expected: Any, key: str) -> str | None:
    """The first member of a collection that does not fit, where it is not the collection itself."""
    if _is_list(expected) and isinstance(value, LISTS):
        members = _members(expected, len(value))
        if members is None:
            return f"{key} has {len(value)}"
        wrong = next((n for n, (one, of) in enumerate(zip(value, members, strict=True)) if not _fits(one, of)), None)
        return None if wrong is None else f"{key}[{wrong}] is {_kind_of(list(value)[wrong])}"
    if _is_table(expected) and isinstance(value, Mapping):
        keys, of = _of_table(expected)
        name = next((k for k, v in value.items() if not (_fits(k, keys) and _fits(v, of))), None)
        return None if name is None else f"{key}.{name} is {_kind_of(value[name])}"
    return None


def _fits(value: Any, expected: Any) -> bool:
    if expected is Any or expected is object:
        return True
    if expected is None or expected is type(None):
        return value is None
    if expected in PLAIN:
        return type(value) is expected or (expected is float and type(value) is int)
    if get_origin(expected) is Literal:
        return any(type(one) is type(value) and one == value for one in get_args(expected))
    if _is_union(expected):
        return any(_fits(value, one) for one in get_args(expected))
    if _is_list(expected):
        kinds = _members(expected, len(value)) if isinstance(value, LISTS) else None
        return kinds is not None and all(map(_fits, value, kinds))
    if _is_table(expected):
        keys, members = _of_table(expected)
        return isinstance(value, Mapping) and all(_fits(k, keys) and _fits(v, members) for k, v in value.items())
    return True


def _is_union(expected: Any) -> bool:
    return get_origin(expected) in (Union, types.UnionType)


def _is_list(expected: Any) -> bool:
    kind = get_origin(expected) or expected
    return isinstance(kind, type) and issubclass(kind, Iterable) and not issubclass(kind, str | bytes | Mapping)


def _is_table(expected: Any) -> bool:
    kind = get_origin(expected) or expected
    return isinstance(kind, type) and issubclass(kind, Mapping)


def _members(expected: Any, number: int) -> tuple[Any, ...] | None:
    """What each member of a list of this length is; None where it must be of another length."""
    given = get_args(expected)
    if get_origin(expected) is tuple and given[1:] != (Ellipsis,):
        return given if len(given) == number else None
    return (given[0] if given else Any,) * number


def _of_table(expected: Any) -> tuple[Any, Any]:
    """What the keys and the values of a table are."""
    keys, values = (*get_args(expected), Any, Any)[:2]
    return keys, values


def _described(expected: Any) -> str:
    if expected in PLAIN:
        return PLAIN[expected] if expected is bool else f"a {PLAIN[expected]}"
    if get_origin(expected) is Literal:
        return " or ".join(map(repr, get_args(expected)))
    if _is_union(expected):
        return " or ".join(dict.fromkeys(_described(one) for one in get_args(expected) if one is not type(None)))
    if _is_list(expected):
        given = tuple(one for one in get_args(expected) if one is not Ellipsis)
        if get_origin(expected) is tuple and len(given) != len(get_args(expected)) - 1:
            return f"a list of {len(given)}"
        return f"a list{_of(given[0])}" if given else "a list"
    if _is_table(expected):
        return f"a table{_of(_of_table(expected)[1])}"
    return str(getattr(expected, "__name__", expected))


def _of(member: Any) -> str:
    words = PLAIN.get(member)
    return "" if words is None else f" of {words if member is bool else words + 's'}"


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, LISTS):
        return "a list"
    return "a table" if isinstance(value, Mapping) else f"a {PLAIN.get(type(value), type(value).__name__)}"
