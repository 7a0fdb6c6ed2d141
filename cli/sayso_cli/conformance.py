"""The test kit of plugin authors, run on a plugin that is installed or a file of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso import Clean, Config, Engine, Flagged, LanguagePack, Profile, Reader, Rule, SaysoError
from sayso.house.word_rules import WordCheck
from sayso.plugins.host import PluginHost
from sayso.plugins.plugin import LOCAL, Plugin
from sayso.rules.rule import Example
from sayso.testing.contract import Check
from sayso.testing.languages import language_checks
from sayso.testing.outputs import exporter_checks, format_checks
from sayso.testing.quiet import watched
from sayso.testing.readers import reader_checks
from sayso.testing.rules import check_example, check_examples

#: What is looked at, with a check of it; or with words on what it could have and has not, which breaks nothing.
Named = tuple[str, Check | str]
SEVERITIES = ("off", "info", "warning", "error")
#: Words that the reason of a rule in Python has at least; docs/plugins.md says so.
REASON = 4


class Missing(SaysoError):
    """There is no such plugin, or nothing of it could be loaded."""


def checks(
    engine: Engine, name: str, samples: Sequence[Path] = (), reader: str | None = None, *, failures: bool = False
) -> Iterator[Named]:
    """What is checked, with what came of it, in the order that the plugin offers things.

    Args:
        samples: Documents for the plugin's reader.
        reader: Which one, where it has several.
        failures: Whether some items of the samples are meant to fail.

    Raises:
        Missing: If there is nothing to check.
    """
    host = engine.host
    plugin = _plugin(host, name)
    of_reader = _sampled(plugin, samples, reader)
    whole = Check("it was loaded whole", (plugin.error,) if plugin.error else (), plugin.cause)
    yield f"plugin {plugin.called}", whole
    for note in host.notes(plugin):
        yield f"plugin {plugin.called}", note
    for kind, names in plugin.adds.items():
        for one in names:
            offer = host.offers[f"sayso_{kind}"][one]
            given = samples if one == of_reader else ()
            for check in _answered(_checks(kind, offer, engine, given, failures)):
                yield f"{kind[:-1]} {one}", check


def _answered(checks: Iterator[Check | str]) -> Iterator[Check | str]:
    """The checks; what a plugin raises in the midst of them is one that fails, and ends them."""
    try:
        yield from checks
    except GeneratorExit:
        raise
    except BaseException as error:
        from sayso.errors import said
        from sayso.stopping import asked_to_stop
        from sayso.traces import kept

        if asked_to_stop(error):
            raise
        yield Check("it can be checked", (said(error),), kept(error))


def _plugin(host: PluginHost, name: str) -> Plugin:
    found = [plugin for plugin in host.plugins if name in _names(plugin) or _is_file(plugin, name)]
    if not found:
        known = ", ".join(plugin.called for plugin in host.plugins)
        how = "a file of the house is named by its path"
        raise Missing(f"there is no plugin {name!r}; there are {known}; {how}")
    if len(found) > 1:
        homes = [plugin.distribution for plugin in found]
        alike = len({plugin.called for plugin in found}) < len(found)
        which = [f"that of {home}" for home in homes] if alike else [plugin.called for plugin in found]
        how = f", as {homes[0]}" if alike and len(set(homes)) == len(found) else ""
        raise Missing(f"{name!r} is several plugins: {', '.join(which)}; name one of them{how}")
    if found[0].state != "loaded":
        why = found[0].error or "the configuration disables it"
        raise Missing(f"plugin {found[0].called!r} is not loaded: {why}") from found[0].cause
    return found[0]


def _names(plugin: Plugin) -> set[str]:
    """What a plugin may be called: by its entry point, its distribution, the file it is, with or without its ending."""
    if plugin.distribution == LOCAL:
        return {plugin.name, Path(plugin.name).name, Path(plugin.name).stem}
    return {plugin.name, plugin.distribution, plugin.distribution.replace("_", "-")}


def _is_file(plugin: Plugin, name: str) -> bool:
    """Whether a name is a path that leads to the file that a plugin is; the path may be without the ending."""
    if plugin.distribution != LOCAL:
        return False
    own = Path(plugin.name).resolve()
    return Path(name).resolve() in (own, own.with_suffix(""))


def _sampled(plugin: Plugin, samples: Sequence[Path], reader: str | None) -> str | None:
    readers = plugin.adds.get("readers", [])
    if not samples:
        return None
    if reader is None and len(readers) == 1:
        return readers[0]
    if reader not in readers:
        raise Missing(f"--sample is for one reader of {plugin.name}: say --reader with {', '.join(readers) or 'none'}")
    return reader


def _checks(kind: str, offer: Any, engine: Engine, samples: Sequence[Path], failures: bool) -> Iterator[Check | str]:
    if kind == "rules":
        yield from _of_rule(offer, tuple(engine.host.languages.values()))
    elif kind == "readers":
        yield from _of_reader(offer, engine, samples, failures)
    elif kind == "languages":
        yield from language_checks(offer)
    elif kind == "exporters":
        yield from exporter_checks(offer)
    elif kind == "formats":
        yield from format_checks(offer)
    elif kind == "profiles":
        yield _of_profile(offer, engine.host)


def _of_rule(rule: Rule, languages: tuple[LanguagePack, ...]) -> Iterator[Check | str]:
    listed = isinstance(rule.check, WordCheck)
    if listed:
        yield from _could_have(rule)
    else:
        yield Check("it explains itself", tuple(_unexplained(rule)))
    number = len(rule.examples)
    problems: tuple[str, ...] = ()
    cause: BaseException | None = None
    with watched() as tried:
        try:
            if listed:
                for place, example in enumerate(rule.examples, 1):
                    problems += _problems(rule, place, example, languages)
            else:
                check_examples(rule, languages=languages)
        except AssertionError as error:
            problems, cause = tuple(str(error).splitlines()[1:]), error.__cause__
        except BaseException as error:
            from sayso.errors import said
            from sayso.stopping import asked_to_stop
            from sayso.traces import kept

            if asked_to_stop(error):
                raise
            problems, cause = (f"they cannot be run: {said(error)}",), kept(error)
    if number or not listed:
        yield Check(f"its {number} example{'s hold' if number != 1 else ' holds'}", problems, cause)
    yield Check("it reaches for no network and prints nothing", tuple(tried))


def _problems(rule: Rule, number: int, example: Example, languages: tuple[LanguagePack, ...]) -> tuple[str, ...]:
    try:
        check_example(rule, example, languages=languages)
    except AssertionError as error:
        return tuple(f"example {number} ({type(example).__name__}): {error}".splitlines())
    return ()


def _unexplained(rule: Rule) -> Iterator[str]:
    """What a rule in Python does not say of itself."""
    for what, has in (("summary", rule.summary), ("cure", rule.cure)):
        if not has:
            yield f"it has no {what}"
    words = len(rule.why.split())
    if words < REASON:
        has = f"its reason has {words} word{'' if words == 1 else 's'}" if words else "it has no reason"
        yield f"{has}: the docstring of its check says why the rule exists, in {REASON} words or more"


def _could_have(rule: Rule) -> Iterator[str]:
    """What a list of words may be without, and is better with."""
    if not rule.cure:
        yield "it has no cure: what to do about a finding"
    present = {type(example) for example in rule.examples}
    kinds = (("flagged (a text with a finding)", Flagged), ("clean (one without)", Clean))
    lacks = [words for words, kind in kinds if kind not in present]
    if lacks:
        yield f"it has no examples that are {' or '.join(lacks)}"


def _of_reader(reader: Reader, engine: Engine, samples: Sequence[Path], failures: bool) -> Iterator[Check]:
    # The options that the configuration gives a reader are its own here: it is asked as it comes.
    installed = Engine(Config(enable=engine.config.enable, local_plugins=engine.config.local_plugins))
    yield from reader_checks(reader, samples, failures=failures, engine=installed)


def _of_profile(profile: Profile, host: PluginHost) -> Check:
    wrong = [f"there is no rule {name!r}" for name in (*profile.severities, *profile.options) if name not in host.rules]
    wrong += [
        f"{name}: there is no severity {one!r}" for name, one in profile.severities.items() if one not in SEVERITIES
    ]
    for name, options in profile.options.items():
        try:
            host.rules[name].checked_options(options) if name in host.rules else None
        except SaysoError as error:
            wrong.append(str(error))
    return Check("it names rules, severities and options that are there", tuple(dict.fromkeys(wrong)))
