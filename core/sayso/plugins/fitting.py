"""Whether what a plugin hands over is what its fields say: else it would fail later, as if by somebody else's fault.

The types are those of the annotations, which is what a type checker would have told its author. What stands in the
place of a tuple or a frozenset may be a list or a set, which serve as well.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.analysis.language import LanguagePack
from sayso.declared import OF_RULES
from sayso.plugins.profile import Profile
from sayso.readers.reader import Reader
from sayso.rules.rule import Rule

#: The code of a language, as records give it before the first hyphen.
CODE = re.compile(r"[a-z]{2,3}\Z")
#: What verbs can be, as :class:`sayso.CueVerb` tells them apart.
CUE_KINDS = ("speech", "belief", "attitude", "evidence", "quoting")
SEVERITIES = ("off", "info", "warning", "error")


def misfit(offer: object) -> str | None:
    """What is wrong with it, as ``whose FIELD …``; None where nothing is."""
    kind: Any = type(offer)
    for name, hint in _hints(kind):
        value = getattr(offer, name)
        if not _fits(value, hint):
            return f"whose {name} cannot be {_shown(value)}"
    if isinstance(offer, Reader) and offer.read is None and offer.refine is None:
        return "that neither reads nor refines"
    if isinstance(offer, LanguagePack):
        return _misfit_of_words(offer)
    if isinstance(offer, Rule) and not 0 <= offer.confidence <= 1:
        return f"whose confidence is from 0 to 1, not {offer.confidence:g}"
    if isinstance(offer, Rule) and set(OF_RULES) & set(offer.options):
        return f"with an option that is called {OF_RULES[0]}, which the table of every rule has"
    if isinstance(offer, Profile):
        for name, severity in offer.severities.items():
            if severity not in SEVERITIES:
                return f"whose severity of {name} is one of {', '.join(SEVERITIES)}, not {severity!r:.60}"
    return None


def _misfit_of_words(pack: LanguagePack) -> str | None:
    """What is wrong with a language: texts are told by its code, and verbs by their kind."""
    if not CODE.match(pack.code):
        return f"whose code is one of two or three small letters (BCP 47) as 'eo', not {pack.code!r:.60}"
    for word, verb in pack.verbs.items():
        if verb.kind not in CUE_KINDS:
            return f"whose verb {word!r:.30} is of one of the kinds {', '.join(CUE_KINDS)}, not {verb.kind!r:.60}"
    return None


def _shown(value: object) -> str:
    """A value in a message, which is the same in each run."""
    written = f"{value!r:.60}"
    return f"of the type {type(value).__name__}" if " at 0x" in written else written


@cache
def _hints(kind: type) -> tuple[tuple[str, Any], ...]:
    """The fields of a class with their types."""
    hints = get_type_hints(kind)
    fields: Iterable[str] = (one.name for one in getattr(kind, "__attrs_attrs__", ()))
    names = tuple(fields) or tuple(kind.__annotations__)
    return tuple((name, hints[name]) for name in names)


def _fits(value: Any, hint: Any) -> bool:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return any(_fits(value, one) for one in parts)
    if origin is Callable or hint is Callable:
        return callable(value)
    if origin is tuple:
        return isinstance(value, tuple | list) and _members_fit(value, parts)
    if origin is frozenset:
        return isinstance(value, set | frozenset) and _all_fit(value, parts[0])
    if origin is Mapping:
        return isinstance(value, Mapping) and _all_fit(value, parts[0]) and _all_fit(value.values(), parts[1])
    if hint is float:
        return isinstance(value, float | int)
    # What is no class says nothing that could be looked at, such as Any.
    return hint is Any or not isinstance(hint, type) or isinstance(value, hint)


def _members_fit(values: Collection[Any], parts: tuple[Any, ...]) -> bool:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return _all_fit(values, parts[0])
    return len(values) == len(parts) and all(map(_fits, values, parts))


def _all_fit(values: Iterable[Any], hint: Any) -> bool:
    if hint is str:  # the words of a language are many
        return all(isinstance(one, str) for one in values)
    return all(_fits(one, hint) for one in values)
