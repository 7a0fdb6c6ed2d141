"""Plugins of every bad kind while they are loaded: each is named with what is wrong, and takes nobody with it."""

from __future__ import annotations

import re
import sys
import textwrap

import pytest

from sayso import (
    Config,
    ConfigError,
    Engine,
    Exporter,
    Format,
    LanguagePack,
    Reader,
    Rule,
    RuleSetting,
    hookimpl,
    rule,
)
from sayso.config.load import load as configured
from sayso.frozen import evolve
from sayso.plugins import entries
from sayso.plugins.entries import OWN, Entry
from sayso.plugins.host import MOST, PluginHost
from sayso.testing import engine_with
from sayso.testing.engines import Offering

GOOD = """
from sayso import Profile, hookimpl

@hookimpl
def sayso_profiles():
    return [Profile("mine", "Mine")]
"""
GHOST = Entry("ghost", "no_such_module_here", "sayso-ghost", "1")
HOOK = "from sayso import *\n@hookimpl\ndef sayso_profiles():\n    "


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Load modules by their code, as installed plugins beside a good one; gives the plugins by name."""
    monkeypatch.syspath_prepend(tmp_path)

    def go(*codes):
        found = []
        for number, code in enumerate((*codes, GOOD)):
            name = f"hosted_plugin_{number}"
            monkeypatch.delitem(sys.modules, name, raising=False)
            (tmp_path / f"{name}.py").write_text(textwrap.dedent(code), "utf-8")
            found.append(Entry(f"p{number}", name, "theirs", "1.0"))
        sys.path_importer_cache.pop(str(tmp_path), None)
        host = PluginHost(installed=found)
        assert host.plugins[-1].state == "loaded"
        assert list(host.profiles)[-1:] == ["mine"]
        return host.plugins

    return go


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def (", "cannot be imported: SyntaxError: invalid syntax"),
        ("1 / 0", "cannot be imported: ZeroDivisionError: division by zero"),
        ("import sys; sys.exit(0)", "cannot be imported: SystemExit: 0"),
        ("class E(BaseException): pass\nraise E('mine')", "cannot be imported: E: mine"),
        ("def f(): f()\nf()", "cannot be imported: RecursionError"),
        ("class E(Exception):\n  def __str__(self): raise ValueError\nraise E", "cannot be imported: E: no words"),
        ("import no_such_module_here", "No module named 'no_such_module_here'"),
        ("def __getattr__(name): raise ValueError(name)", "cannot be registered: ValueError: requires_api"),
        ("requires_api = 2", "is built for plugin API 2, this sayso has 1; install a version that matches"),
        ("requires_api = (2, 3)", "is built for plugin API (2, 3), this sayso has 1"),
        ("requires_api = '1'", "requires_api is a version of the plugin API such as 1, or several in a tuple, not '1'"),
        ("requires_api = True", "not True"),
        ("requires_api = None", "not None"),
        ("requires_api = ()", "not ()"),
        ("requires_api = 1.0", "not 1.0"),
        ("x = 1", "it has no hooks; a plugin is a module with one of sayso_readers, sayso_rules"),
        ("def sayso_rules(): return []", "sayso_rules is not marked with @hookimpl, so it is not called"),
        (
            "from sayso import hookimpl\n@hookimpl\ndef sayso_ruels(): return []",
            "there is no hook sayso_ruels; there are sayso_readers, sayso_rules",
        ),
        (
            "from sayso import hookimpl\n@hookimpl\ndef sayso_rules(b, a): return []",
            "cannot be registered: its hook sayso_rules takes an argument, and hooks take none (hosted_plugin_0.py:2)",
        ),
        (f"{HOOK}raise KeyError('x')", "sayso_profiles failed: KeyError: 'x'"),
        (f"{HOOK}raise SystemExit", "sayso_profiles failed: SystemExit"),
        (f"{HOOK}class E(BaseException): pass\n    raise E('mine')", "sayso_profiles failed: E: mine"),
        (
            f"{HOOK}return None",
            "sayso_profiles failed: it returns nothing; a hook returns a list: return [one",
        ),
        (
            f"{HOOK}return 'text'",
            "it returns str; a hook returns a list: return [one, another], each a Profile (",
        ),
        (
            f"{HOOK}return Profile('a', 'x')",
            "failed: it returns Profile; a hook returns a list: return [it] (",
        ),
        (f"{HOOK.replace('def', 'async def')}return []", "it returns coroutine; a hook returns a list: return [one,"),
        (f"{HOOK}return [Profile]", "sayso_profiles handed over type, not Profile"),
        (f"{HOOK}return [Profile('', 'x')]", "sayso_profiles handed over a Profile whose name is ''"),
        (f"{HOOK}return [Profile(None, 'x')]", "whose name is None"),
        (f"{HOOK}return [Profile('a, b', 'x')]", "whose name is 'a, b'"),
        (f"{HOOK}return [Profile('--no-config', 'x')]", "whose name is '--no-config'"),
        (f"{HOOK}return [Profile('a\\x1b[31m', 'x')]", "whose name is 'a\\x1b[31m'"),
        (f"{HOOK}return [Profile('a', 'x', 3)]", "handed over a Profile, a, whose severities cannot be 3"),
        (f"{HOOK}return [Profile('a', 'x', {{'b/c': 'loud'}})]", "whose severity of b/c is one of off, info, warning"),
        (f"{HOOK}return [Profile('a', 'x', {{}}, {{'b/c': 3}})]", "whose options cannot be {'b/c': 3}"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_named_and_takes_nobody_with_it(load, code, said):
    """It has failed, it says why in one line, and the plugin after it is there."""
    plugin = load(code)[0]
    assert plugin.state == "failed"
    assert said in plugin.error
    assert "\n" not in plugin.error
    assert len(plugin.error) < 300


@pytest.mark.parametrize("needs", ["1", "(1, 2)", "[2, 1]"])
def test_a_plugin_for_this_api_is_loaded(load, needs):
    """One version, or several of which one is this."""
    plugin = load(f"requires_api = {needs}\n{HOOK}return [Profile('other', 'x')]")[0]
    assert (plugin.state, plugin.error, plugin.requires_api) == ("loaded", None, needs)


def test_what_is_sound_of_a_plugin_is_kept(load):
    """A hook that fails half way has given what it gave; a repeated problem is told once, and many are not told all."""
    kept, repeated = load(
        f"{HOOK}yield Profile('first', 'x')\n    raise KeyError('x')",
        f"{HOOK}yield from [3] * 100\n    yield from (Profile(' ' * n, 'x') for n in range(100))",
    )[:2]
    assert (kept.state, kept.adds) == ("loaded", {"profiles": ["first"]})
    assert kept.error == "sayso_profiles failed: KeyError: 'x' (hosted_plugin_0.py:5)"
    assert repeated.error.count("handed over int") == 1
    assert repeated.error.count(";") < 10


def test_a_hook_without_end_is_ended(load):
    """So that nobody waits for ever for a plugin."""
    plugin = load(f"{HOOK}import itertools\n    return (Profile(f'p{{n}}', 'x') for n in itertools.count())")[0]
    assert len(plugin.adds["profiles"]) == MOST
    assert f"offers more than {MOST:,}" in plugin.error


@rule("house/sound", "Sound.", since="1")
def sound(item):
    """Nothing."""
    return ()


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (evolve(sound, languages=3), "Rule, house/sound, whose languages cannot be 3"),
        (evolve(sound, languages="en"), "whose languages cannot be 'en'"),
        (evolve(sound, languages=(3,)), "whose languages cannot be (3,)"),
        (evolve(sound, severity="loud"), "whose severity cannot be 'loud'"),
        (evolve(sound, certainty=None), "whose certainty cannot be None"),
        (evolve(sound, confidence="high"), "whose confidence cannot be 'high'"),
        (evolve(sound, confidence=7), "whose confidence is from 0 to 1, not 7"),
        (evolve(sound, check=None), "whose check cannot be None"),
        (evolve(sound, summary=object()), "whose summary cannot be of the type object"),
        (evolve(sound, examples=["x"]), "whose examples cannot be ['x']"),
        (evolve(sound, preview="no"), "whose preview cannot be 'no'"),
        (Reader("odd", "1", "s"), "Reader, odd, that neither reads nor refines"),
        (Reader("odd", 1, "s", read=print), "whose version cannot be 1"),
        (Reader("odd", "1", "s", read=print, suffixes=".txt"), "whose suffixes cannot be '.txt'"),
        (Reader("odd", "1", "s", read=print, media_types=3), "whose media_types cannot be 3"),
        (Reader("odd", "1", "s", refine=print, refines=7), "whose refines cannot be 7"),
        (Reader("odd", "1", "s", refine=3, refines=("json",)), "whose refine cannot be 3"),
        (Reader("odd", "1", "s", read=print, recognises=3), "whose recognises cannot be 3"),
        (Format("odd", "s", None), "Format, odd, whose render cannot be None"),
        (Exporter("odd", 3, print), "Exporter, odd, whose summary cannot be 3"),
        (LanguagePack("xx", verbs=3), "LanguagePack, xx, whose verbs cannot be 3"),
        (LanguagePack("xx", verbs={"said": "say"}), "whose verbs cannot be {'said': 'say'}"),
        (LanguagePack("xx", function_words={"a", 3}), "whose function_words cannot be {"),
        (LanguagePack("xx", least_shares=(1, 2, 3)), "whose least_shares cannot be (1, 2, 3)"),
        (LanguagePack("xx", byline=re.compile("x")), "whose byline cannot be re.compile('x')"),
    ],
    ids=lambda one: one if isinstance(one, str) else type(one).__name__,
)
def test_what_is_not_what_its_fields_say_is_left_out(offer, said):
    """It would fail much later, as somebody else's: sayso's, or that of the reader of every item."""
    engine = engine_with(bundled=["readers", "languages"])
    checked = Engine(plugins=[Offering("own", engine.readers.values()), Offering("theirs", [offer, sound])])
    report = checked.check({"text": "The mill closed."})
    assert len(report.items) == 1
    (failure,) = (one for one in report.failures if "own" not in one.message)
    assert said in failure.message


def test_lists_and_sets_serve_as_well_as_tuples_and_frozensets():
    """Whoever writes one by habit loses nothing; a whole number is a confidence too."""
    offers = [
        evolve(sound, languages=["en"], confidence=1),
        Reader("odd", "1", "s", read=print, suffixes=[".odd"]),
        LanguagePack("xx", function_words={"a"}, least_shares=[0.5, 1]),
    ]
    assert not Engine(plugins=[Offering("theirs", offers)]).host.broken


def test_names_of_rules_are_looked_at_however_they_were_made():
    """A rule that was not declared with `rule` has a name like any."""

    @rule("house/a", "A.", since="1")
    def a(item):
        """Nothing."""
        return ()

    class Plugin:
        @hookimpl
        def sayso_rules(self):
            return [evolve(a, name="../../x"), evolve(a, name="House/A"), evolve(a, name=None), a]

        @hookimpl
        def sayso_readers(self):
            return [Reader(None, "1", "s"), Reader("a/b", "1", "s")]

    engine = Engine(plugins=[Plugin()])
    assert list(engine.host.rules) == ["house/a"]
    assert not engine.host.readers
    assert engine.host.plugins[0].error.count("whose name is") == 5
    assert isinstance(engine.rules[0].rule, Rule)


def test_both_ways_to_find_plugins_find_the_same(tmp_path, monkeypatch):
    """The quick one and importlib's, with metadata that is broken beside; the first on the path counts."""
    for top, name, version, points in (
        ("a", "one", "1.0", "[sayso]\nfirst = one_plugin\nsecond = one_plugin:part\n[console_scripts]\nx = y:z\n"),
        ("a", "broken", "1.0", "[sayso]\nno line\n"),
        ("b", "one", "2.0", "[sayso]\nlater = one_plugin\n"),
        ("b", "other_name", "3.0", "[other]\na = b\n[sayso]\n# words\nthird=other.plugin\n"),
    ):
        info = tmp_path / top / f"{name}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        (info / "entry_points.txt").write_text(points, "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "a"), str(tmp_path / "b")])
    expected = [
        Entry("first", "one_plugin", "one", "1.0"),
        Entry("second", "one_plugin:part", "one", "1.0"),
        Entry("third", "other.plugin", "other_name", "3.0"),
    ]
    assert sorted(entries._by_importlib()) == expected
    monkeypatch.setattr(entries, "_only_folders", lambda: True)
    assert sorted(entries.installed()) == expected


def test_who_could_not_be_asked_is_said_where_a_name_is_not_there(tmp_path, monkeypatch):
    """A rule of a plugin that is switched off or could not be loaded: that is said, and not only 57 names."""
    monkeypatch.setattr(entries, "installed", lambda: [Entry("bundled", "sayso_plugins.plugin", OWN), GHOST])
    for config in (
        Config(disable=("ghost",), rules={"ghost/cant": RuleSetting("off")}),
        Config(enable=(), select=("ghost/cant",)),
    ):
        with pytest.raises(ConfigError) as caught:
            Engine(config)
        assert "switched off, so that nobody knows what they offer: plugin 'ghost'" in str(caught.value)
        assert len(str(caught.value)) < 250
    said = "there is no rule 'ghost/cant'; plugin 'ghost' was not loaded: cannot be imported: ModuleNotFoundError"
    with pytest.raises(ConfigError, match=said):  # the reason first, and behind it what else there is
        Engine(Config(rules={"ghost/cant": RuleSetting("off")}))


def test_what_sayso_says_of_a_plugin_is_said_whole(tmp_path, monkeypatch):
    """A list of words with many faults is not cut off in the middle of one, nor named twice."""
    monkeypatch.chdir(tmp_path)
    table = "[[rules]]\nname = 'House/Cant'\nsummary = ''\nwhy = ''\nwords = []\nscope = 'everywhere in the item'\n"
    (tmp_path / "words.toml").write_text(table + "colour = 'red'", "utf-8")
    (tmp_path / "sayso.toml").write_text('local-plugins = ["words.toml"]', "utf-8")
    (broken,) = Engine(configured("sayso.toml")).host.broken
    assert (broken.called, broken.state) == ("words.toml", "failed")
    assert "words.toml" not in broken.error
    assert broken.error.startswith("line 2: rule 1: name: 'House/Cant' must be family/name in small letters, digits")
    assert broken.error.endswith(
        "'everywhere in the item' is not one of narration, quotation, headline, all; and 1 more"
    )
    with pytest.raises(ConfigError, match=r"plugin 'words.toml' was not loaded: line 2: rule 1: name"):
        Engine(evolve(configured("sayso.toml"), select=("house",)))
