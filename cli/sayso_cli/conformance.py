"""The test kit of plugin authors, run on a plugin that is installed or a file of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso import Config, Engine, LanguagePack, Profile, Reader, Rule, SaysoError
from sayso.plugins.host import Plugin, PluginHost
from sayso.testing.contract import Check
from sayso.testing.languages import language_checks
from sayso.testing.outputs import exporter_checks, format_checks
from sayso.testing.quiet import watched
from sayso.testing.readers import reader_checks
from sayso.testing.rules import check_examples

Named = tuple[str, Check]
SEVERITIES = ("off", "info", "warning", "error")
#: Words that the reason of a rule has at least.
REASON = 4


class Missing(SaysoError):
    """There is no such plugin, or nothing of it could be loaded."""


def checks(engine: Engine, name: str, samples: Sequence[Path] = (), reader: str | None = None) -> Iterator[Named]:
    """What is checked, with what came of it, in the order that the plugin offers things.

    Args:
        samples: Documents for the plugin's reader.
        reader: Which one, where it has several.

    Raises:
        Missing: If there is nothing to check.
    """
    host = engine.host
    plugin = _plugin(host, name)
    of_reader = _sampled(plugin, samples, reader)
    yield f"plugin {plugin.name}", Check("it was loaded whole", (plugin.error,) if plugin.error else ())
    for kind, names in plugin.adds.items():
        for one in names:
            offer = host.offers[f"sayso_{kind}"][one]
            given = samples if one == of_reader else ()
            for check in _answered(_checks(kind, offer, engine, given)):
                yield f"{kind[:-1]} {one}", check


def _answered(checks: Iterator[Check]) -> Iterator[Check]:
    """The checks; what a plugin raises in the midst of them is one that fails, and ends them."""
    try:
        yield from checks
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        from sayso.errors import said

        yield Check("it can be checked", (said(error),))


def _plugin(host: PluginHost, name: str) -> Plugin:
    found = [plugin for plugin in host.plugins if name in _names(plugin)]
    if not found:
        known = ", ".join(plugin.name for plugin in host.plugins)
        raise Missing(f"there is no plugin {name!r}; there are {known}")
    if len(found) > 1:
        raise Missing(f"{name!r} is several plugins: {', '.join(plugin.name for plugin in found)}; name one of them")
    if found[0].state != "loaded":
        why = found[0].error or "the configuration disables it"
        raise Missing(f"plugin {found[0].name!r} is not loaded: {why}")
    return found[0]


def _names(plugin: Plugin) -> set[str]:
    """What a plugin may be called: by its entry point, its distribution, the file it is."""
    names = {plugin.name}
    if plugin.distribution == "local":
        names |= {Path(plugin.name).name, str(Path(plugin.name).resolve())}
        return names
    return names | {plugin.distribution, plugin.distribution.replace("_", "-")}


def _sampled(plugin: Plugin, samples: Sequence[Path], reader: str | None) -> str | None:
    readers = plugin.adds.get("readers", [])
    if not samples:
        return None
    if reader is None and len(readers) == 1:
        return readers[0]
    if reader not in readers:
        raise Missing(f"--sample is for one reader of {plugin.name}: say --reader with {', '.join(readers) or 'none'}")
    return reader


def _checks(kind: str, offer: Any, engine: Engine, samples: Sequence[Path]) -> Iterator[Check]:
    if kind == "rules":
        yield from _of_rule(offer, tuple(engine.host.languages.values()))
    elif kind == "readers":
        yield from _of_reader(offer, engine, samples)
    elif kind == "languages":
        yield from language_checks(offer)
    elif kind == "exporters":
        yield from exporter_checks(offer)
    elif kind == "formats":
        yield from format_checks(offer)
    elif kind == "profiles":
        yield _of_profile(offer, engine.host)


def _of_rule(rule: Rule, languages: tuple[LanguagePack, ...]) -> Iterator[Check]:
    lacks = [what for what, has in (("a summary", rule.summary), ("a cure", rule.cure)) if not has]
    if len(rule.why.split()) < REASON:
        lacks.append("a reason: the docstring of its check")
    yield Check("it explains itself", tuple(f"it has no {one.removeprefix('a ')}" for one in lacks))
    number = len(rule.examples)
    problems: tuple[str, ...] = ()
    with watched() as tried:
        try:
            check_examples(rule, languages=languages)
        except AssertionError as error:
            problems = tuple(str(error).splitlines()[1:])
        except (Exception, SystemExit) as error:
            from sayso.errors import said

            problems = (f"they cannot be run: {said(error)}",)
    yield Check(f"its {number} examples hold", problems)
    yield Check("it reaches for no network and prints nothing", tuple(tried))


def _of_reader(reader: Reader, engine: Engine, samples: Sequence[Path]) -> Iterator[Check]:
    # The options that the configuration gives a reader are its own here: it is asked as it comes.
    installed = Engine(Config(enable=engine.config.enable, local_plugins=engine.config.local_plugins))
    yield from reader_checks(reader, samples, engine=installed)


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
