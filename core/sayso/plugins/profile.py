"""What a profile is: a newsroom's choice among policies, as plain data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field

from sayso.frozen import frozen


@frozen
class Profile:
    """Severities that differ from the rules' own.

    Attributes:
        severities: Rule name to ``off``, ``info``, ``warning`` or ``error``.
        options: Rule name to options.
    """

    name: str
    summary: str
    severities: Mapping[str, str] = field(factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(factory=dict)
