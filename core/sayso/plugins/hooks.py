"""The hooks. They are called once, at load time, and hand over records; nothing calls them while items pass."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from sayso.analysis.language import LanguagePack
    from sayso.plugins.exporter import Exporter
    from sayso.plugins.format import Format
    from sayso.plugins.profile import Profile
    from sayso.readers.reader import Reader
    from sayso.rules.rule import Rule

PROJECT: str = "sayso"

#: The version of the plugin API. A plugin says what it needs with ``requires_api = 1`` or ``(1, 2)``.
API: int = 1

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker(PROJECT)
#: Marks a function of a plugin as one of the hooks below.
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker(PROJECT)


class Hooks:
    """What a plugin may offer. All hooks take nothing and return an iterable."""

    @hookspec
    def sayso_readers(self) -> Iterable[Reader]:  # type: ignore[empty-body]
        """Offer readers."""

    @hookspec
    def sayso_rules(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Offer rules."""

    @hookspec
    def sayso_formats(self) -> Iterable[Format]:  # type: ignore[empty-body]
        """Offer report formats."""

    @hookspec
    def sayso_exporters(self) -> Iterable[Exporter]:  # type: ignore[empty-body]
        """Offer exporters."""

    @hookspec
    def sayso_profiles(self) -> Iterable[Profile]:  # type: ignore[empty-body]
        """Offer profiles."""

    @hookspec
    def sayso_languages(self) -> Iterable[LanguagePack]:  # type: ignore[empty-body]
        """Offer language packs."""
