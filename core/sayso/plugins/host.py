"""The plugin host: entry points loaded one by one, each failure isolated, named and listed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import FunctionType, ModuleType
from typing import Any

import pluggy

from sayso.analysis.language import LanguagePack
from sayso.declared import NAMES, is_name
from sayso.errors import ConfigError, PluginError, SaysoError, placed, said
from sayso.plugins import entries
from sayso.plugins.entries import ABSENT, OWN, Entry
from sayso.plugins.exporter import Exporter
from sayso.plugins.fitting import misfit
from sayso.plugins.format import Format
from sayso.plugins.hooks import API, PROJECT, Hooks
from sayso.plugins.plugin import LOCAL, Plugin
from sayso.plugins.profile import Profile
from sayso.readers.reader import Reader
from sayso.records.fact import PluginRef
from sayso.report import Failure
from sayso.rules.rule import Rule, is_rule_name
from sayso.stopping import asked_to_stop
from sayso.traces import at_start, kept, kind_of

#: Hook to the class it hands over and the attribute that names one.
OFFERS: dict[str, tuple[type, str]] = {
    "sayso_readers": (Reader, "name"),
    "sayso_rules": (Rule, "name"),
    "sayso_formats": (Format, "name"),
    "sayso_exporters": (Exporter, "name"),
    "sayso_profiles": (Profile, "name"),
    "sayso_languages": (LanguagePack, "code"),
}


#: What makes one of a function.
DECLARED: dict[type, str] = {Reader: "@reader or @refiner", Rule: "@rule or @corpus_rule"}

#: What a hook may return by mistake whose parts are not what it offers.
NO_LISTS = (str, bytes, Mapping)
#: Streams that plugins put in the place of those of the process.
_ASIDE: list[object] = []
#: The most things that one hook hands over, and the most problems of one plugin that are told.
MOST, SHOWN = 10_000, 8


class PluginHost:
    """All that plugins offer, by name. Names are unique; the second to claim one is refused.

    Args:
        enable: Names of the entry points to load; None loads all that are installed.
        disable: Names of entry points not to load.
        own_only: Whether to load only the plugins of sayso's own distribution.
        local: Plugins of the house after the installed ones: the name of each, and what loads it.
        extra: Plugins handed over as objects, by name, after these; an entry point among them is loaded as installed.
        installed: The entry points to choose from; None asks the environment.
    """

    def __init__(
        self,
        *,
        enable: Sequence[str] | None = None,
        disable: Sequence[str] = (),
        own_only: bool = False,
        local: Sequence[tuple[str, Callable[[str], object]]] = (),
        extra: Sequence[tuple[str, object]] = (),
        installed: Iterable[Entry] | None = None,
    ) -> None:
        self.plugins: list[Plugin] = []
        self.offers: dict[str, dict[str, Any]] = {hook: {} for hook in OFFERS}
        #: Names of entry points that are to be loaded, or not to be, and that no distribution has.
        self.missing: tuple[str, ...] = ()
        self.unknown: tuple[str, ...] = ()
        self._owners: dict[tuple[str, str], Plugin] = {}
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(Hooks)
        given = [one for _, one in extra if isinstance(one, Entry)]
        found = sorted(
            [*(entries.installed() if installed is None else installed), *given],
            # Sayso's own first, so that a stranger who takes one of its names is the one refused.
            key=lambda entry: (entry.distribution != OWN, entry.name),
        )
        if installed is None and not any(entry.distribution == OWN for entry in found):
            self.plugins.append(_absent())
        for entry in found:
            self._enter(entry, enable, disable, own_only)
        for path, load in local:
            self._enter_local(path, load, own_only)
        for name, module in extra:
            if not isinstance(module, Entry):
                self._load(Plugin(name), partial(_same, module), "")
        present = {plugin.name for plugin in self.plugins}
        self.missing = tuple(name for name in enable or () if name not in present)
        self.unknown = tuple(name for name in disable if name not in {entry.name for entry in found})

    def _enter(self, entry: Entry, enable: Sequence[str] | None, disable: Sequence[str], own_only: bool) -> None:
        plugin = Plugin(entry.name, entry.distribution, entry.version)
        wanted = entry.distribution == OWN or (not own_only and (enable is None or entry.name in enable))
        if not wanted or entry.name in disable:
            plugin.state = "disabled"
            self.plugins.append(plugin)
            return
        other = next((one for one in self.plugins if one.name == entry.name and one.state != "disabled"), None)
        if other is not None:
            plugin.state = "failed"
            plugin.error = (
                f"its name is that of a plugin of {other.distribution}, and messages could not tell them apart"
            )
            self.plugins.append(plugin)
            return
        self._load(plugin, entry.load, "cannot be imported: ")

    def _enter_local(self, path: str, load: Callable[[str], object], own_only: bool) -> None:
        plugin = Plugin(path, LOCAL)
        if own_only:
            plugin.state = "disabled"
            self.plugins.append(plugin)
            return
        self._load(plugin, lambda: load(path), "")

    def _load(self, plugin: Plugin, load: Callable[[], object], failing: str) -> None:
        """Import a plugin and take what it offers; what a stranger's code raises takes only itself down."""
        self.plugins.append(plugin)
        streams = sys.stdout, sys.stderr
        start = time.perf_counter()
        module: object = None
        try:
            module = load()
            failing = "cannot be registered: "
            own = module if isinstance(module, ModuleType) else type(module)
            plugin.module = own.__name__ if own is module else own.__module__
            if not plugin.version:
                plugin.version = str(getattr(module, "__version__", ""))
            self._take(plugin, module)
        except BaseException as error:
            if asked_to_stop(error):
                raise
            # pluggy names the arguments in any order.
            takes = isinstance(error, pluggy.PluginValidationError) and "Argument(s)" in str(error)
            words = _with_arguments(module) if takes else _words(error, plugin.name)
            plugin.state, plugin.error, plugin.cause = "failed", f"{failing}{words}", kept(error)
        plugin.load_ms = (time.perf_counter() - start) * 1000
        for name, stream in zip(("stdout", "stderr"), streams, strict=True):
            theirs = getattr(sys, name, None)
            if theirs is not stream:
                setattr(sys, name, stream)
                # Taken apart, it would write what it holds, or close what it stands on.
                _ASIDE.append(theirs)
                words = f"it puts another stream in the place of sys.{name}, which was put back"
                plugin.error = f"{plugin.error}; {words}" if plugin.error else words

    def _take(self, plugin: Plugin, module: object) -> None:
        needs: object = getattr(module, "requires_api", API)
        plugin.error = _unfit(needs)
        plugin.requires_api = str(needs)
        if plugin.error:
            plugin.state = "failed"
            return
        self._manager.register(module, name=f"{plugin.distribution}:{plugin.name}:{len(self.plugins)}")
        problems = self._overlooked(module)
        for hook, (kind, naming) in OFFERS.items():
            try:
                for number, offer in enumerate(self._offered(hook, module)):
                    if number == MOST:
                        problems.append(f"{hook} offers more than {MOST:,}; what follows is left out")
                        break
                    problem = self._add(plugin, hook, offer, kind, naming)
                    if problem:
                        problems.append(problem)
            except BaseException as error:
                if asked_to_stop(error):
                    raise
                problems.append(f"{hook} failed: {_words(error, plugin.name)}")
                plugin.cause = plugin.cause or kept(error)
        if problems:
            plugin.error = "; ".join(list(dict.fromkeys(problems))[:SHOWN])
            plugin.state = "loaded" if plugin.adds else "failed"

    def _overlooked(self, module: object) -> list[str]:
        """Hooks that nobody would call, by a slip of whoever wrote them."""
        hooks = self._manager.get_hookcallers(module) or []
        known = ", ".join(OFFERS)
        found = [f"there is no hook {one.name}; there are {known}" for one in hooks if one.name not in OFFERS]
        for name in OFFERS:
            function = getattr(module, name, None)
            if callable(function) and not hasattr(function, f"{PROJECT}_impl"):
                found.append(f"{name} is not marked with @hookimpl, so it is not called")
        offered = next((hook for hook, (kind, _) in OFFERS.items() if isinstance(module, kind)), None)
        if offered is not None:
            words = f"a plugin is a module or an object whose {offered}, marked with @hookimpl, returns [it]"
            found.append(f"it is a {type(module).__name__}, and no plugin; {words}")
        elif not (hooks or found):
            found.append(f"it has no hooks; a plugin is a module with one of {known}")
        return found

    def _offered(self, hook: str, module: object) -> Iterator[Any]:
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            if implementation.plugin is module:
                given: object = implementation.function()
                if isinstance(given, NO_LISTS) or not isinstance(given, Iterable):
                    kind, own = OFFERS[hook][0], getattr(implementation.function, "__func__", implementation.function)
                    how = "return [it]" if isinstance(given, kind) else f"return [one, another], each a {kind.__name__}"
                    raise SaysoError(at_start(f"it returns {kind_of(given)}; a hook returns a list: {how}", own))
                yield from given

    def _add(self, plugin: Plugin, hook: str, offer: Any, kind: type, naming: str) -> str | None:
        if not isinstance(offer, kind):
            if not isinstance(offer, FunctionType):
                return f"{hook} handed over {type(offer).__name__}, not {kind.__name__}"
            how = f"; is it declared with {DECLARED[kind]}?" if kind in DECLARED else ""
            return f"{hook} handed over the function {offer.__name__!r:.60}, not {kind.__name__}{how}"
        name = getattr(offer, naming)
        if not _names_one(name, kind):
            asked = "a rule is named family/kebab-name" if kind is Rule else NAMES
            return f"{hook} handed over a {kind.__name__} whose {naming} is {name!r:.60} ({asked})"
        unfit = misfit(offer) if plugin.distribution != OWN else None
        if unfit is not None:
            return f"{hook} handed over a {kind.__name__}, {name}, {unfit}"
        owner = self._owners.setdefault((hook, name), plugin)
        if name in self.offers[hook]:
            return f"{name} is already offered by {owner.called}"
        self.offers[hook][name] = offer
        plugin.adds.setdefault(hook.removeprefix("sayso_"), []).append(name)
        return None

    @property
    def readers(self) -> dict[str, Reader]:
        """Readers by name."""
        return self.offers["sayso_readers"]

    @property
    def rules(self) -> dict[str, Rule]:
        """Rules by name, sorted."""
        return dict(sorted(self.offers["sayso_rules"].items()))

    @property
    def formats(self) -> dict[str, Format]:
        """Formats by name."""
        return self.offers["sayso_formats"]

    @property
    def exporters(self) -> dict[str, Exporter]:
        """Exporters by name."""
        return self.offers["sayso_exporters"]

    @property
    def profiles(self) -> dict[str, Profile]:
        """Profiles by name."""
        return self.offers["sayso_profiles"]

    @property
    def languages(self) -> dict[str, LanguagePack]:
        """Language packs by code."""
        return self.offers["sayso_languages"]

    def owner(self, hook: str, name: str) -> str:
        """What the plugin is called that offers something."""
        return self._owners[hook, name].called

    def offered_by(self, hook: str, name: str) -> Plugin:
        """The plugin that offers something."""
        return self._owners[hook, name]

    @property
    def broken(self) -> tuple[Plugin, ...]:
        """Plugins that failed, wholly or in part."""
        return tuple(plugin for plugin in self.plugins if plugin.error)

    def notes(self, plugin: Plugin) -> tuple[str, ...]:
        """What a plugin says that does nothing here, though it may elsewhere.

        Readers and rules that it names and that are not there, and a reader that nothing leads to but its name.
        """
        found = []
        for name in plugin.adds.get("profiles", ()):
            found += self._without_rules(name)
        for name in plugin.adds.get("readers", ()):
            reader = self.readers[name]
            if reader.read is not None and not (reader.suffixes or reader.media_types or reader.recognises):
                found.append(
                    f"reader {name} has no suffix, no media type and recognises nothing: it reads only what is said to "
                    f"be its own, by --reader {name} or [reader.{name}] suffixes"
                )
            for field, names in (("goes before", reader.over), ("refines", reader.refines)):
                found += [
                    f"reader {name} {field} {other!r}, and there is no such reader{near(other, self.readers)}"
                    for other in names
                    if other not in self.readers
                ]
        return tuple(found)

    def _without_rules(self, name: str) -> list[str]:
        profile = self.profiles[name]
        return [
            f"profile {name} is about the rule {other!r}, and there is no such rule{near(other, self.rules)}"
            for other in dict.fromkeys((*profile.severities, *profile.options))
            if other not in self.rules
        ]

    def use(self, name: str) -> None:
        """Hold a profile that is in use against the rules that are there.

        What it says of others does nothing, which its plugin is broken by: who uses it counts on what it says.
        """
        problems = self._without_rules(name)
        plugin = self._owners["sayso_profiles", name]
        if problems:
            plugin.error = "; ".join([*([plugin.error] if plugin.error else []), *problems[:SHOWN]])

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The same as reports give them: what such a plugin would have found, nobody looked for."""
        return tuple(plugin.failure for plugin in self.broken)

    @property
    def refs(self) -> tuple[PluginRef, ...]:
        """The plugins that were loaded, as reports give them."""
        return tuple(plugin.ref for plugin in self.plugins if plugin.state == "loaded")


def _names_one(name: object, kind: type) -> bool:
    """Whether a name can be written on a command line and into a configuration."""
    return isinstance(name, str) and (is_rule_name(name) if kind is Rule else is_name(name))


def _words(error: BaseException, name: str) -> str:
    """What is wrong with a plugin; what sayso says of it itself is not cut off, and does not name it again."""
    if type(error) is ConfigError and error.file == name:
        return error.message
    if type(error) is PluginError and error.plugin == name:
        return error.message
    return placed(str(error), error) if type(error) in (ConfigError, PluginError, SaysoError) else said(error)


def near(name: str, known: Iterable[str]) -> str:
    """A hint at the name that was meant; empty where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), 1, 0.5)
    return f"; did you mean {found[0]!r}?" if found else ""


def _with_arguments(module: object) -> str:
    """Which hook of a plugin takes an argument, and where it begins."""
    for hook in OFFERS:
        function = getattr(getattr(module, hook, None), "__func__", getattr(module, hook, None))
        own = 0 if isinstance(module, ModuleType) else 1
        if isinstance(function, FunctionType) and function.__code__.co_argcount > own:
            return at_start(f"its hook {hook} takes an argument, and hooks take none", function)
    return "a hook of it takes an argument, and hooks take none"


def _absent() -> Plugin:
    """What stands in the place of sayso's own plugin where nothing finds its distribution, so that nobody checks."""
    plugin = Plugin("bundled", OWN)
    plugin.state, plugin.error = "failed", ABSENT
    return plugin


def name_of(plugin: object) -> str:
    """What to call a plugin that is handed over: a module by the last part of its name."""
    name = str(getattr(plugin, "__name__", type(plugin).__name__))
    return name.rpartition(".")[2] if isinstance(plugin, ModuleType) else name


def _same(module: object) -> object:
    return module


def _unfit(needs: object) -> str | None:
    """Why a plugin that needs these versions of the API cannot be loaded; None where it can."""
    versions = needs if isinstance(needs, tuple | list) else (needs,)
    if not versions or any(type(one) is not int for one in versions):
        return f"requires_api is a version of the plugin API such as {API}, or several in a tuple, not {needs!r:.60}"
    if API not in versions:
        return f"is built for plugin API {needs}, this sayso has {API}; install a version that matches"
    return None
