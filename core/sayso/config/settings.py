"""The configuration as values."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from attrs import field

from sayso.declared import several
from sayso.errors import ConfigError, RecordError
from sayso.frozen import frozen
from sayso.readers.fitting import fitting
from sayso.readers.limits import ContainerLimits
from sayso.readers.values import SYNONYMS, VALUES, is_item_type, notes
from sayso.records.fact import ConfigRef
from sayso.records.record import ITEM_TYPES
from sayso.time_limit import refuse_senseless

#: Names that plain items use, to the facts of the record.
FACT_NAMES = {"authors": "author", "url": "uri", "dateline": "dateline_place"}
#: Limits that are not those of containers.
OF_ITEMS = ("max-bytes", "items", "seconds-per-item")
#: A language by its code; the name of one is as long as no code that is registered.
LANGUAGE = re.compile(r"(?:[a-z]{2,3}|[xi])(?:[-_][a-z0-9]{1,8})*\Z", re.IGNORECASE)

#: What a rule can be set to.
SEVERITIES = ("off", "info", "warning", "error")
#: From which severity on findings make a run fail.
LEVELS = ("error", "warning", "info", "never")


class RuleSetting(NamedTuple):
    """What the operator says of one rule: ``RuleSetting("warning", {"allowed": ["is feared"]})``.

    Attributes:
        severity: ``off``, ``info``, ``warning``, ``error``; None leaves it.
        options: Values for the rule's keyword-only parameters.
    """

    severity: str | None = None
    options: Mapping[str, Any] = {}


class PathSetting(NamedTuple):
    """What the operator says of the items under some paths.

    Attributes:
        match: Patterns as in .gitignore, relative to the configuration file.
        profile: The name of a profile; None leaves that of the configuration.
        rules: Rule name to its setting, as in :class:`Config`.
        facts: Name, value and reference of each fact to set.
        reader: The reader of these documents; of a container, that of the documents in it.
    """

    match: tuple[str, ...]
    profile: str | None = None
    rules: Mapping[str, RuleSetting] = {}
    facts: tuple[tuple[str, Any, ConfigRef], ...] = ()
    reader: str | None = None

    def covers(self, path: str) -> bool:
        """Whether a path relative to the configuration file is meant."""
        return any(pattern(one).search(path) for one in self.match)


class OutletProfile(NamedTuple):
    """What the operator knows of an outlet.

    Attributes:
        ref: Where it is written.
        kind: Such as ``newspaper``; see the schema ``config``.
        funders: Who pays for it.
        no_bylines_policy: Whether its items have no bylines on purpose.
        independence: What it says of its independence.
        independence_url: Where it says so.
    """

    ref: ConfigRef
    kind: str | None = None
    short_name: str | None = None
    url: str | None = None
    owner: str | None = None
    funders: tuple[str, ...] = ()
    no_bylines_policy: bool = False
    independence: str | None = None
    independence_url: str | None = None


def rule_settings(given: Mapping[str, object], key: str = "rules") -> dict[str, RuleSetting]:
    """Settings of rules, from such settings or from what a file has in their place.

    Raises:
        ConfigError: If one is neither, or its severity is none; names it below `key`.
    """
    return {name: _setting(one, f'{key}."{name}"') for name, one in given.items()}


def _setting(given: object, key: str) -> RuleSetting:
    if isinstance(given, str):
        made = RuleSetting(given)
    elif isinstance(given, RuleSetting):
        made = given
    elif isinstance(given, Mapping):
        made = RuleSetting(given.get("severity"), {name: one for name, one in given.items() if name != "severity"})
    else:
        raise ConfigError(f"takes a severity, a table with options, or a RuleSetting, not {given!r:.60}", None, key)
    if made.severity is not None and made.severity not in SEVERITIES:
        raise ConfigError(f"{made.severity!r:.60} is not one of {', '.join(SEVERITIES)}", None, key)
    if not isinstance(made.options, Mapping):
        raise ConfigError(f"takes options by name, not {made.options!r:.60}", None, key)
    return made


def _path_settings(given: Iterable[PathSetting]) -> tuple[PathSetting, ...]:
    return tuple(
        one._replace(match=several(one.match), rules=rule_settings(one.rules, f"paths[{number}].rules"))
        for number, one in enumerate(given)
    )


def _maybe_several(given: str | Iterable[str] | None) -> tuple[str, ...] | None:
    return None if given is None else several(given)


def _level(given: str) -> str:
    if given not in LEVELS:
        raise ConfigError(f"{given!r:.60} is not one of {', '.join(LEVELS)}", None, "fail_on")
    return given


@frozen
class Config:
    """One configuration file, or none.

    Where several names are taken, one may stand by itself.

    Attributes:
        file: The file, as found; None for the built-in configuration.
        root: Its folder, that patterns are relative to.
        min_confidence: Findings of less are left out, 0 to 1.
        preview: Whether rules run whose findings nobody has judged yet.
        rules: Rule name to its setting. Beside a :class:`RuleSetting`, which type checkers want, what the file has is
            taken too: a severity, or a mapping with ``severity`` and the rule's options. A family has no setting.
        paths: What holds for some paths, later ones over earlier.
        select: The only rules that run, by name or family; None for those that are on by themselves.
        extend_select: Rules that run beside them.
        ignore: Rules that do not run; a rule's own name beats its family.
        model: Whether the learned part of the analysis takes part; without it the rules stand alone.
        evidence: Files and folders of documents that items cite, to check quotations against.
        baseline: The file of findings that are accepted.
        local_plugins: Files with plugins of the house: Python, or lists of words in TOML.
        cache: The folder of reports of earlier runs.
        waivers: The file of findings that are let stand, each with its reason.
        waiver_comments: Whether comments in HTML and Markdown let findings of their paragraph stand. Off, since whoever
            wrote the item could so hide what is found in it.
        register: Files that say whose organisations are and who pays for them.
        limit: How many items of each input are read, those that cannot be read included; None for all.
        containers: What a compressed file or an archive may cost.
        seconds_per_item: How long one item may take, with its reading, analysis and rules, 0.01 or more; None for ever.
            Where something is stopped, the other rules have as long again, all together. It works on the main thread
            of a POSIX system.

    Raises:
        ConfigError: If the setting of a rule or ``fail_on`` is none, or a time is too short.
    """

    file: str | None = None
    root: str = "."
    profile: str = "default"
    fail_on: str = field(default="error", converter=_level)
    min_confidence: float = 0.0
    preview: bool = False
    select: tuple[str, ...] | None = field(default=None, converter=_maybe_several)
    extend_select: tuple[str, ...] = field(default=(), converter=several)
    ignore: tuple[str, ...] = field(default=(), converter=several)
    include: tuple[str, ...] = field(default=(), converter=several)
    exclude: tuple[str, ...] = field(default=(), converter=several)
    encoding: str | None = None
    rules: Mapping[str, RuleSetting] = field(factory=dict, converter=rule_settings)
    paths: tuple[PathSetting, ...] = field(default=(), converter=_path_settings)
    outlets: Mapping[str, OutletProfile] = field(factory=dict)
    enable: tuple[str, ...] | None = field(default=None, converter=_maybe_several)
    disable: tuple[str, ...] = field(default=(), converter=several)
    max_bytes: int = 20_000_000
    limit: int | None = None
    containers: ContainerLimits = ContainerLimits()
    seconds_per_item: float | None = field(default=None, validator=lambda *given: refuse_senseless(given[-1]))
    model: bool = True
    reader: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    evidence: tuple[str, ...] = field(default=(), converter=several)
    register: tuple[str, ...] = field(default=(), converter=several)
    baseline: str | None = None
    waivers: str | None = None
    waiver_comments: bool = False
    cache: str | None = None
    local_plugins: tuple[str, ...] = field(default=(), converter=several)

    def for_path(self, path: str | None) -> tuple[PathSetting, ...]:
        """The path settings that cover a path, in the order of the file; the last one wins."""
        if path is None or not self.paths:
            return ()
        relative = self.relative(path)
        return tuple(setting for setting in self.paths if setting.covers(relative))

    def facts_for(self, path: str | None) -> tuple[tuple[str, Any, ConfigRef], ...]:
        """The facts that are set for a path: name, value and reference of each."""
        return tuple(fact for setting in self.for_path(path) for fact in setting.facts)

    def relative(self, path: str) -> str:
        """A path relative to the configuration's folder, with forward slashes."""
        try:
            return os.path.relpath(path, self.root).replace("\\", "/")
        except ValueError:  # another drive
            return path.replace("\\", "/")


def from_mapping(data: Mapping[str, Any], file: str, root: str, prefix: str = "") -> Config:
    """A configuration from its validated table.

    Args:
        data: The table, valid against the configuration schema.
        prefix: What precedes its keys in the file, such as ``tool.sayso.``.

    Raises:
        ConfigError: If a value has the right type and makes no sense, such as a date that is none.
    """
    plugins = data.get("plugins", {})
    limits = data.get("limits", {})
    return Config(
        file=file,
        root=root,
        profile=data.get("profile", "default"),
        fail_on=data.get("fail-on", "error"),
        min_confidence=data.get("min-confidence", 0.0),
        preview=data.get("preview", False),
        select=tuple(data["select"]) if "select" in data else None,
        extend_select=tuple(data.get("extend-select", ())),
        ignore=tuple(data.get("ignore", ())),
        include=tuple(data.get("include", ())),
        exclude=tuple(data.get("exclude", ())),
        encoding=data.get("encoding"),
        rules=data.get("rules", {}),
        paths=tuple(_path(one, file, f"{prefix}paths[{i}]") for i, one in enumerate(data.get("paths", ()))),
        outlets={
            name: _outlet(one, ConfigRef(file, f"{prefix}outlets.{name}"))
            for name, one in data.get("outlets", {}).items()
        },
        enable=tuple(plugins["enable"]) if "enable" in plugins else None,
        disable=tuple(plugins.get("disable", ())),
        max_bytes=limits.get("max-bytes", 20_000_000),
        limit=limits.get("items"),
        containers=ContainerLimits(
            **{name.replace("-", "_"): value for name, value in limits.items() if name not in OF_ITEMS}
        ),
        seconds_per_item=limits.get("seconds-per-item"),
        model=data.get("analysis", {}).get("model", True),
        reader=data.get("reader", {}),
        evidence=tuple(os.path.join(root, one) for one in data.get("evidence", ())),
        register=tuple(os.path.join(root, one) for one in data.get("register", ())),
        baseline=os.path.join(root, data["baseline"]) if "baseline" in data else None,
        waivers=os.path.join(root, data["waivers"]) if "waivers" in data else None,
        waiver_comments=data.get("waiver-comments", False),
        cache=os.path.join(root, data["cache"]) if "cache" in data else None,
        local_plugins=tuple(os.path.join(root, one) for one in data.get("local-plugins", ())),
    )


def _path(table: Mapping[str, Any], file: str, key: str) -> PathSetting:
    facts: list[tuple[str, Any, ConfigRef]] = []
    for name, raw in table.get("facts", {}).items():
        ref = ConfigRef(file, f"{key}.facts.{name}", table.get("mode", "default"), table.get("by"))
        fact = FACT_NAMES.get(name, name)
        try:
            if fact == "independence":
                facts.extend((fact, fitting(fact, note), ref) for note in notes(raw))
            elif fact in VALUES:
                _refuse_unknown(fact, raw)
                facts.append((fact, fitting(fact, VALUES[fact](raw)), ref))
            else:
                known = ", ".join(sorted({*VALUES, "independence"}))
                raise ConfigError(f"{ref.key}: there is no such fact; there are {known}", file)
        except RecordError as error:
            raise ConfigError(f"{ref.key}: {error}", file) from None
    return PathSetting(
        match=several(table["match"]),
        profile=table.get("profile"),
        rules=rule_settings(table.get("rules", {})),
        facts=tuple(facts),
        reader=table.get("reader"),
    )


def _refuse_unknown(fact: str, raw: Any) -> None:
    """Refuse words that people who read the record would take for another, or for none.

    Raises:
        RecordError: Naming what is meant, if it is like something.
    """
    if fact == "item_type" and isinstance(raw, str) and not is_item_type(raw):
        from difflib import get_close_matches

        near = get_close_matches(raw.lower(), (*ITEM_TYPES, *SYNONYMS), 1, 0.6)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(ITEM_TYPES)}"
        raise RecordError(f"there is no item type {raw!r:.60}; {meant}")
    if fact == "language" and isinstance(raw, str) and not LANGUAGE.match(raw):
        raise RecordError(f'must be a language by its code (BCP 47) such as "en" or "pt-BR", not {raw!r:.60}')


def _outlet(table: Mapping[str, Any], ref: ConfigRef) -> OutletProfile:
    return OutletProfile(
        ref=ref,
        kind=table.get("kind"),
        short_name=table.get("short-name"),
        url=table.get("url"),
        owner=table.get("owner"),
        funders=tuple(table.get("funders", ())),
        no_bylines_policy=table.get("no-bylines-policy", False),
        independence=table.get("independence"),
        independence_url=table.get("independence-url"),
    )


@lru_cache(maxsize=256)
def pattern(glob: str) -> re.Pattern[str]:
    """A .gitignore-like pattern as an expression: ``**`` crosses folders, a bare name matches anywhere below.

    A match may end at a folder, so that everything below it is meant.
    """
    anchored = "/" in glob.rstrip("/")
    parts = []
    for part in PurePosixPath(glob.strip("/")).parts:
        if part == "**":
            parts.append("(?:[^/]+/)*")
        else:
            piece = "".join(
                "[^/]*" if char == "*" else "[^/]" if char == "?" else re.escape(char)
                for char in re.sub(r"\*+", "*", part)
            )
            parts.append(piece + "/")
    body = "".join(parts)
    body = body[:-1] if body.endswith("/") else body + "[^/]*"
    return re.compile(f"{'^' if anchored else '(?:^|/)'}{body}(?:/|$)")
