"""What a profile is: a newsroom's choice among policies, as plain data."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, frozen


@frozen
class Profile:
    """Severities that differ from the rules' own.

    Attributes:
        severities: Rule name to ``off``, ``info``, ``warning`` or ``error``.
        options: Rule name to options.
    """

    name: str
    summary: str
    severities: Mapping[str, str] = Factory(dict)
    options: Mapping[str, Mapping[str, object]] = Factory(dict)
