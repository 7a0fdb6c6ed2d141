"""Which rules run: what rules, profiles and configuration say, put together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sayso.config.settings import Config, PathSetting, RuleSetting
from sayso.errors import ConfigError
from sayso.plugins.entries import OWN
from sayso.plugins.host import PluginHost, near
from sayso.plugins.plugin import LOCAL
from sayso.readers.reader import OF_ALL, Reader
from sayso.rules.finding import Severity
from sayso.rules.rule import Rule
from sayso.text.decode import is_encoding, unknown_encoding

#: What is found in the waivers themselves, which no rule looks for: it can be ignored, and have another severity.
OF_WAIVERS = ("waivers/expired", "waivers/unused")
#: What selects every rule.
ALL = "all"


class Active(NamedTuple):
    """A rule as it runs on some paths: its severity (None leaves the rule's own) and its options.

    Attributes:
        foreign: Whether it is a plugin's, and none of sayso's own.
    """

    rule: Rule
    severity: Severity | None
    options: Mapping[str, Any]
    foreign: bool = False


def active_rules(host: PluginHost, config: Config, settings: tuple[PathSetting, ...]) -> tuple[Active, ...]:
    """The rules that run where these path settings apply; the last setting wins.

    Raises:
        ConfigError: If an option is unknown or of another type than its default.
    """
    profile = next((s.profile for s in reversed(settings) if s.profile), config.profile)
    chosen = host.profiles.get(profile)
    active = []
    for name, rule in host.rules.items():
        severity = chosen.severities.get(name) if chosen else None
        asked = severity is not None
        options: dict[str, Any] = dict(chosen.options.get(name, {})) if chosen else {}
        for setting in (config.rules.get(name), *(s.rules.get(name) for s in settings)):
            if isinstance(setting, RuleSetting):
                severity = setting.severity or severity
                asked = asked or setting.severity is not None
                options.update(setting.options)
        runs = _runs(rule, config, on=severity != "off" and (asked or not rule.preview or config.preview))
        if runs:
            severity = None if severity == "off" else severity
            foreign = host.offered_by("sayso_rules", name).distribution != OWN
            given = rule.checked_options(options)
            active.append(Active(rule, Severity(severity) if severity else None, given, foreign))
    return tuple(active)


def _runs(rule: Rule, config: Config, *, on: bool) -> bool:
    """Whether a rule runs that is on, or not, by itself: what names it beats what names its family."""
    if rule.name in config.ignore:
        return False
    chosen = (config.select or ()) + config.extend_select
    if rule.name in chosen:
        return True
    if rule.family in config.ignore or ALL in config.ignore or not on:
        return False
    return config.select is None or rule.family in chosen or ALL in chosen


def check_names(host: PluginHost, config: Config) -> None:
    """Refuse what the configuration names and nobody offers, rather than silently check less.

    Raises:
        ConfigError: Naming its key, and the nearest name that is there.
    """
    at = "tool.sayso." if config.file is not None and os.path.basename(config.file) == "pyproject.toml" else ""
    for place, rules, profile in (
        (at, config.rules, config.profile),
        *((f"{at}paths[{n}].", one.rules, one.profile) for n, one in enumerate(config.paths)),
    ):
        for name, given in rules.items():
            _check_setting(host, name, given, config.file, f"{place}rules")
        if profile and profile not in host.profiles and profile != "default":
            raise _absent(host, "profile", profile, host.profiles, config.file, f"{place}profile")
    families = {rule.family for rule in host.rules.values()}
    for key, names in (
        ("select", config.select or ()),
        ("extend-select", config.extend_select),
        ("ignore", config.ignore),
    ):
        for name in names:
            if key == "ignore" and name in ("waivers", *OF_WAIVERS):
                continue
            if name not in host.rules and name not in families and name != ALL:
                known = families if "/" not in name else host.rules
                raise _absent(host, "rule or family", name, known, config.file, f"{at}{key}")
    if host.missing:
        name = host.missing[0]
        raise ConfigError(
            f"plugin {name!r} is enabled and not installed"
            f"{near(name, (one.name for one in host.plugins if one.distribution not in (LOCAL, OWN)))}; "
            "install its distribution beside sayso (in pre-commit: additional_dependencies)",
            config.file,
        )
    if host.unknown:
        name = host.unknown[0]
        installed = [one.name for one in host.plugins if one.distribution != LOCAL]
        meant = near(name, installed) or f"; there are {', '.join(installed)}"
        raise ConfigError(f"plugin {name!r} is disabled and not installed{meant}", config.file)
    for profile in dict.fromkeys((config.profile, *(one.profile for one in config.paths))):
        if profile in host.profiles:
            _check_profile(host, profile, config.file)
    readers = [("reader", name) for name in config.reader]
    readers += [(f"paths[{n}].reader", one.reader) for n, one in enumerate(config.paths) if one.reader]
    for key, name in readers:
        if name not in host.readers:
            raise _absent(host, "reader", name, host.readers, config.file, f"{at}{key}")
    for name, table in config.reader.items():
        _check_table(host.readers[name], table, config.file, f"{at}reader.{name}")
    if config.encoding is not None and not is_encoding(config.encoding):
        raise ConfigError(unknown_encoding(config.encoding), config.file)


def _check_setting(host: PluginHost, name: str, given: RuleSetting, file: str | None, key: str) -> None:
    """Refuse the setting of a rule that is not there, or that does not take its options."""
    rule, own = host.rules.get(name), f'{key}."{name}"'
    if name in OF_WAIVERS:
        if given.options or ".paths[" in f".{key}":
            raise ConfigError("takes a severity and no option, and is the same for all paths", file, own)
        return
    if rule is None:
        if name in {one.family for one in host.rules.values()}:
            words = f'is a family, and a setting is that of one rule; ignore = ["{name}"] leaves out a family'
            raise ConfigError(words, file, own)
        raise _absent(host, "rule", name, host.rules, file, key)
    from sayso.rules.options import OptionError, taken

    try:
        taken(rule.options, rule.check, given.options)
    except OptionError as error:
        raise ConfigError(error.words, file, f"{own}.{error.key}" if error.key is not None else own) from None


def _check_profile(host: PluginHost, name: str, file: str | None) -> None:
    """Refuse a profile in use with an option that its rule does not take, by its name and that of its plugin."""
    from sayso.rules.options import OptionError, taken

    for rule, options in host.profiles[name].options.items():
        try:
            if rule in host.rules:
                taken(host.rules[rule].options, host.rules[rule].check, options)
        except OptionError as error:
            what = "" if error.key is None else f": option {error.key!r}"
            owner = host.owner("sayso_profiles", name)
            raise ConfigError(f"profile {name!r} (plugin {owner}): rule {rule}{what} {error.words}", file) from None
    host.use(name)


def _check_table(reader: Reader, given: Mapping[str, Any], file: str | None, key: str) -> None:
    """Refuse an option that a reader does not take, rather than let it do nothing."""
    known = sorted({*reader.options, *OF_ALL} if reader.read is not None else set())
    for name in given:
        if name in known:
            continue
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1, 0.5)
        meant = f"; did you mean {near[0]!r}? " if near else "; "
        takes = f"it takes {', '.join(known)}" if known else "it refines others, and takes none"
        raise ConfigError(f"is no option of the reader {reader.name}{meant}{takes}", file, f"{key}.{name}")


#: What lists all names of a kind; where there are more than a line has room for, they are not listed.
LISTS = {"rule": "sayso rules", "rule or family": "sayso rules", "profile": "sayso rules", "reader": "sayso readers"}
FEW = 12


def _absent(host: PluginHost, kind: str, name: str, known: Iterable[str], file: str | None, key: str) -> ConfigError:
    """The error for a name that nobody offers: which plugins nobody could ask and why, and the nearest name."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(name, names, 1, 0.5)
    few = f"there are {', '.join(names)}" if 0 < len(names) <= FEW else f"{LISTS[kind]} lists them"
    words = [f"there is no {kind} {name!r}"]
    partly = {"loaded": "only partly loaded", "failed": "not loaded"}
    words += [f"plugin {one.called!r} was {partly[one.state]}: {one.error}" for one in host.broken[:3]]
    off = [one.called for one in host.plugins if one.state == "disabled"]
    if off:
        words.append(f"switched off, so that nobody knows what they offer: plugin {', '.join(map(repr, off))}")
    words.append(f"did you mean {near[0]!r}?" if near else few)
    return ConfigError("; ".join(words), file, key)
