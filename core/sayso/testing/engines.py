"""Engines that load what is named, and nothing that happens to be installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sayso.analysis.language import LanguagePack
from sayso.config.settings import Config
from sayso.declared import several
from sayso.engine import Engine
from sayso.errors import PluginError
from sayso.plugins.entries import OWN, installed
from sayso.plugins.exporter import Exporter
from sayso.plugins.format import Format
from sayso.plugins.hooks import hookimpl
from sayso.plugins.host import OFFERS
from sayso.plugins.profile import Profile
from sayso.readers.reader import Reader
from sayso.rules.rule import Rule
from sayso.traces import OWN as SAYSO

#: What of sayso's own plugin can be had beside the plugins under test.
KINDS = tuple(hook.removeprefix("sayso_") for hook in OFFERS)


class Offering:
    """A plugin made of values.

    Args:
        name: As messages give it.
        values: Readers, rules, formats, exporters, profiles and language packs.
    """

    def __init__(self, name: str, values: Iterable[object]) -> None:
        self.__name__ = name
        self._values = list(values)

    def _of(self, kind: type) -> list[Any]:
        return [one for one in self._values if isinstance(one, kind)]

    @hookimpl
    def sayso_readers(self) -> list[Reader]:
        """Offer the readers."""
        return self._of(Reader)

    @hookimpl
    def sayso_rules(self) -> list[Rule]:
        """Offer the rules."""
        return self._of(Rule)

    @hookimpl
    def sayso_formats(self) -> list[Format]:
        """Offer the formats."""
        return self._of(Format)

    @hookimpl
    def sayso_exporters(self) -> list[Exporter]:
        """Offer the exporters."""
        return self._of(Exporter)

    @hookimpl
    def sayso_profiles(self) -> list[Profile]:
        """Offer the profiles."""
        return self._of(Profile)

    @hookimpl
    def sayso_languages(self) -> list[LanguagePack]:
        """Offer the language packs."""
        return self._of(LanguagePack)


VALUES: tuple[type, ...] = tuple(kind for kind, _ in OFFERS.values())


def engine_with(
    *plugins: object, bundled: str | Sequence[str] = (), config: Config | None = None, reader: str | None = None
) -> Engine:
    """An engine with these plugins and no other.

    Args:
        plugins: Modules or objects with hooks; a rule, a reader or anything else that a plugin offers may be given by
            itself.
        bundled: One or several kinds of what sayso brings that are loaded too, such as ``["readers", "languages"]``:
            without a reader nothing is read, and without a language no text is analysed. What a plugin names alike
            comes first.
        config: As for :class:`sayso.Engine`.
        reader: As for :class:`sayso.Engine`.

    Raises:
        PluginError: If one of them cannot be used as it is, so that no test passes for want of what it tests.
        ConfigError: As :class:`sayso.Engine`.
    """
    bundled = several(bundled)
    unknown = [kind for kind in bundled if kind not in KINDS]
    if unknown:
        raise PluginError(OWN, f"offers no {unknown[0]!r}; it offers {', '.join(KINDS)}")
    loose = [one for one in plugins if isinstance(one, VALUES)]
    given = [one for one in plugins if not isinstance(one, VALUES)]
    homes: dict[str, list[object]] = {}
    for one in loose:
        homes.setdefault(_home(one), []).append(one)
    given.extend(Offering(name, values) for name, values in homes.items())
    taken = {(hook, name) for one in given for hook, name in _names(one)}
    values = [
        value
        for kind in bundled
        for value in _bundled(f"sayso_{kind}")
        if (f"sayso_{kind}", getattr(value, OFFERS[f"sayso_{kind}"][1])) not in taken
    ]
    engine = Engine(config, plugins=[*given, Offering(OWN, values)], reader=reader)
    for broken in engine.host.broken:
        raise PluginError(broken.name, str(broken.error)) from broken.cause
    return engine


def _home(value: object) -> str:
    """What to call the plugin that a value is of: the file or the package that its function is written in."""
    functions = (getattr(value, name, None) for name in ("check", "read", "refine", "render"))
    module = next((str(getattr(one, "__module__", "")) for one in functions if one is not None), "")
    top = module.partition(".")[0]
    if top.startswith("sayso_local_"):
        return os.path.basename(getattr(sys.modules.get(top), "__file__", None) or top)
    return top if top and top not in SAYSO else "under test"


def _names(plugin: object) -> Iterable[tuple[str, str]]:
    """What a plugin offers; one that fails here fails again where it is told."""
    for hook, (kind, naming) in OFFERS.items():
        try:
            for value in getattr(plugin, hook, list)():
                if isinstance(value, kind):
                    yield hook, getattr(value, naming)
        except Exception:  # noqa: S112 - the engine names it
            continue


@cache
def _bundled(hook: str) -> tuple[object, ...]:
    """What sayso's own plugins offer, by the door that they come in."""
    found: list[object] = []
    for entry in installed():
        if entry.distribution == OWN:
            offer: Callable[[], Iterable[object]] = getattr(entry.load(), hook, tuple)
            found.extend(offer())
    return tuple(found)
