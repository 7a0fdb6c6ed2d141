"""What plugin authors test with; the strategies need the extra ``sayso[testing]``.

:func:`assert_rule` and :func:`check_examples` are for rules, :func:`check_reader`, :func:`check_language`,
:func:`check_exporter` and :func:`check_format` hold a plugin to its contract. Each raises ``AssertionError`` that says
all that is wrong. Hypothesis strategies are in :mod:`sayso.testing.strategies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.testing.contract import Check
    from sayso.testing.engines import engine_with
    from sayso.testing.evidence import At, json_at
    from sayso.testing.languages import check_language
    from sayso.testing.outputs import check_exporter, check_format
    from sayso.testing.readers import check_reader
    from sayso.testing.rules import assert_rule, check_example, check_examples

#: Name to its module. They are loaded when they are first asked for, since pytest imports this package at its start.
_HOMES = {
    "At": "evidence",
    "Check": "contract",
    "assert_rule": "rules",
    "check_example": "rules",
    "check_examples": "rules",
    "check_exporter": "outputs",
    "check_format": "outputs",
    "check_language": "languages",
    "check_reader": "readers",
    "engine_with": "engines",
    "json_at": "evidence",
}

__all__ = [
    "At",
    "Check",
    "assert_rule",
    "check_example",
    "check_examples",
    "check_exporter",
    "check_format",
    "check_language",
    "check_reader",
    "engine_with",
    "json_at",
]


if not TYPE_CHECKING:  # for a type checker, a module with this function has every name there is

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'sayso.testing' has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"sayso.testing.{_HOMES[name]}"), name)
