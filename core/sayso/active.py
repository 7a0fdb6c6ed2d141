"""Which rules run: what rules, profiles and configuration say, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sayso.config.settings import Config, PathSetting, RuleSetting
from sayso.errors import ConfigError
from sayso.plugins.host import PluginHost
from sayso.rules.finding import Severity
from sayso.rules.rule import Rule
from sayso.text.decode import is_encoding, unknown_encoding

#: What selects every rule.
ALL = "all"


class Active(NamedTuple):
    """A rule as it runs on some paths: its severity (None leaves the rule's own) and its options."""

    rule: Rule
    severity: Severity | None
    options: Mapping[str, Any]


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
            active.append(Active(rule, Severity(severity) if severity else None, rule.checked_options(options)))
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
        ConfigError: Naming it, and the nearest name that is there.
    """
    from difflib import get_close_matches

    def refuse(kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = get_close_matches(name, names, 1, 0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names) or 'none'}"
        raise ConfigError(f"there is no {kind} {name!r}; {hint}", config.file)

    settings = [(config.rules, config.profile), *((one.rules, one.profile) for one in config.paths)]
    for rules, profile in settings:
        for name, given in rules.items():
            if name not in host.rules:
                refuse("rule", name, host.rules)
            host.rules[name].checked_options(given.options)
        if profile and profile not in host.profiles and profile != "default":
            refuse("profile", profile, host.profiles)
    families = {rule.family for rule in host.rules.values()}
    for name in (*(config.select or ()), *config.extend_select, *config.ignore):
        if name not in host.rules and name not in families and name != ALL:
            refuse("rule or family", name, families if "/" not in name else host.rules)
    if host.missing:
        name = host.missing[0]
        raise ConfigError(
            f"plugin {name!r} is enabled and not installed; install its distribution beside sayso "
            "(in pre-commit: additional_dependencies)",
            config.file,
        )
    for name in (*config.reader, *(one.reader for one in config.paths if one.reader)):
        if name not in host.readers:
            refuse("reader", name, host.readers)
    if config.encoding is not None and not is_encoding(config.encoding):
        raise ConfigError(unknown_encoding(config.encoding), config.file)
