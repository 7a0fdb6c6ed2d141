"""Options of rules: what is taken, what is refused, and in which words."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import pytest

import sayso_plugins.plugin as bundled
from sayso import Config, ConfigError, Engine, Finding, PathSetting, RuleSetting, rule
from sayso.config.load import load
from sayso.testing import engine_with

if TYPE_CHECKING:
    from pathlib import Path as Unknown  # a name that is not there when the program runs


@rule("fam/rule", "A rule.", since="1", languages=())
def checked(
    item,
    *,
    allowed: tuple[str, ...] = (),
    numbers: tuple[int, ...] = (),
    pair: tuple[int, str] = (1, "x"),
    most: int = 3,
    share: float = 0.5,
    loud: bool = False,
    name: str = "x",
    maybe: str | None = None,
    mood: Literal["calm", "loud"] = "calm",
    heads: frozenset[str] = frozenset({"x"}),
    table: Mapping[str, int] = {},
    bare=("a", "b"),
    plain=3,
    unknown: Unknown = 4,
):
    """It says what its options are."""
    yield Finding(repr([allowed, most]))


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"allowed": ["is feared"]}, {"allowed": ("is feared",)}),
        ({"allowed": []}, {"allowed": ()}),
        ({"numbers": [1, 2]}, {"numbers": (1, 2)}),
        ({"pair": [3, "y"]}, {"pair": (3, "y")}),
        ({"share": 1}, {"share": 1}),
        ({"loud": True}, {"loud": True}),
        ({"maybe": "x"}, {"maybe": "x"}),
        ({"mood": "loud"}, {"mood": "loud"}),
        ({"heads": ["y"]}, {"heads": frozenset({"y"})}),
        ({"table": {"a": 1}}, {"table": {"a": 1}}),
        ({"bare": ["c"]}, {"bare": ("c",)}),
        ({"unknown": 5}, {"unknown": 5}),
    ],
)
def test_what_fits_is_taken(given, taken):
    """By the annotation, or by the default where there is none; a list becomes what the default is."""
    assert checked.checked_options(given) == taken


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"allowed": "is feared"}, "option 'allowed' takes a list of texts, not a text"),
        ({"allowed": [1]}, "option 'allowed' takes a list of texts; allowed[0] is a whole number"),
        ({"allowed": ["a", ["b"]]}, "option 'allowed' takes a list of texts; allowed[1] is a list"),
        ({"numbers": [1, True]}, "option 'numbers' takes a list of whole numbers; numbers[1] is true"),
        ({"pair": [1]}, "option 'pair' takes a list of 2; pair has 1"),
        ({"pair": [1, 2]}, "option 'pair' takes a list of 2; pair[1] is a whole number"),
        ({"most": "three"}, "option 'most' takes a whole number, not a text"),
        ({"most": True}, "option 'most' takes a whole number, not true"),
        ({"most": 1.5}, "option 'most' takes a whole number, not 1.5"),
        ({"most": 3.0}, "option 'most' takes a whole number, not 3.0"),
        ({"share": "half"}, "option 'share' takes a number, not a text"),
        ({"loud": 1}, "option 'loud' takes true or false, not a whole number"),
        ({"name": ["x"]}, "option 'name' takes a text, not a list"),
        ({"maybe": 3}, "option 'maybe' takes a text, not a whole number"),
        ({"mood": "sad"}, "option 'mood' takes 'calm' or 'loud', not 'sad'"),
        ({"heads": [3]}, "option 'heads' takes a list of texts; heads[0] is a whole number"),
        ({"table": {"a": "b"}}, "option 'table' takes a table of whole numbers; table.a is a text"),
        ({"table": 3}, "option 'table' takes a table of whole numbers, not a whole number"),
        ({"bare": [3]}, "option 'bare' takes a list of texts; bare[0] is a whole number"),
        ({"plain": "x"}, "option 'plain' takes a whole number, not a text"),
        ({"unknown": "x"}, "option 'unknown' takes a whole number, not a text"),
        ({"alowed": []}, "has no option 'alowed'; did you mean 'allowed'?"),
        ({"zzz": 1}, "has no option 'zzz'; it has allowed, bare, heads"),
    ],
)
def test_what_does_not_fit_is_said_in_words_of_the_file(given, said):
    """No name of a Python type: whoever writes TOML has lists and texts."""
    with pytest.raises(ConfigError) as caught:
        checked.checked_options(given)
    assert said in str(caught.value)
    assert str(caught.value).startswith("rule fam/rule")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[rules."fam/rule"]\nallowed = 1',
            'sayso.toml: rules."fam/rule".allowed: takes a list of texts, not a whole number',
        ),
        (
            '[rules."fam/rule"]\nalowed = 1',
            "sayso.toml: rules.\"fam/rule\": has no option 'alowed'; did you mean 'allowed'?",
        ),
        (
            '[[paths]]\nmatch = "*"\n[paths.rules."fam/rule"]\nmost = "x"',
            'sayso.toml: paths[0].rules."fam/rule".most: takes a whole number, not a text',
        ),
        ('[rules]\n"fam/rul" = "off"', "sayso.toml: rules: there is no rule 'fam/rul'; did you mean 'fam/rule'?"),
        ('[rules]\nfam = "off"', "a family has no setting, and ignore leaves one out"),
        ('[[paths]]\nmatch = "*"\nreader = "jsn"', "sayso.toml: paths[0].reader: there is no reader 'jsn'"),
        ('select = ["fum"]', "sayso.toml: select: there is no rule or family 'fum'; did you mean 'fam'?"),
    ],
)
def test_a_setting_that_cannot_be_is_named_by_file_and_key(tmp_path, monkeypatch, text, said):
    """The place is written as the file has it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sayso.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        engine_with(checked, bundled=["readers"], config=load("sayso.toml"))
    assert said in str(caught.value)


def test_in_a_project_the_key_has_its_table(tmp_path, monkeypatch):
    """What stands in pyproject.toml is named as it stands there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.sayso.rules."fam/rule"]\nmost = "x"', "utf-8")
    with pytest.raises(ConfigError, match=r'^pyproject.toml: tool.sayso.rules."fam/rule".most: takes'):
        engine_with(checked, config=load("pyproject.toml"))


@pytest.mark.parametrize(
    "setting",
    [RuleSetting(None, {"allowed": ["a"]}), RuleSetting("warning", {"allowed": ("a",)}), {"allowed": ["a"]}],
)
def test_the_library_takes_settings_and_what_a_file_has(setting):
    """A mapping is read as the file would be; paths too, and their pattern may be one text."""
    for config in (
        Config(rules={"fam/rule": setting}),
        Config(paths=[PathSetting("*", rules={"fam/rule": setting})]),  # type: ignore[arg-type]
    ):
        engine = engine_with(checked, bundled=["readers", "languages"], config=config)
        (found,) = engine.check({"text": "x", "path": "a.txt"}).findings or [None]
        assert [a.options for a in engine.rules_for("a.txt")] == [{"allowed": ("a",)}]
        assert found is not None
        assert pickle.loads(pickle.dumps(config)) == config


def test_a_severity_is_a_setting():
    """As in the file, and a mapping may have it beside options."""
    assert Config(rules={"fam/rule": "off"}).rules == {"fam/rule": RuleSetting("off")}  # type: ignore[dict-item]
    given = {"fam/rule": {"severity": "info", "most": 4}}
    assert Config(rules=given).rules == {"fam/rule": RuleSetting("info", {"most": 4})}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (3, 'rules."fam/rule": takes a severity, a table with options, or a RuleSetting, not 3'),
        (None, "not None"),
        ("eror", "'eror' is not one of off, info, warning, error"),
        (RuleSetting("eror"), "'eror' is not one of off, info, warning, error"),
        ({"severity": 3}, "3 is not one of off, info, warning, error"),
        (RuleSetting(None, ["x"]), "takes options by name"),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_setting_is_refused_at_once(given, said):
    """With its key, and before anything is checked; under paths as well."""
    with pytest.raises(ConfigError) as caught:
        Config(rules={"fam/rule": given})
    assert said in str(caught.value)
    with pytest.raises(ConfigError, match=r'^paths\[0\]\.rules\."fam/rule": '):
        Config(paths=(PathSetting(("*",), rules={"fam/rule": given}),))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.key, str(again)) == (caught.value.key, str(caught.value))


def test_a_family_in_the_library_has_no_setting_either():
    """It is said that it is one, and what leaves out a family."""
    with pytest.raises(ConfigError, match='is a family, and a setting is that of one rule; ignore = \\["sourcing"\\]'):
        Engine(Config(rules={"sourcing": RuleSetting("off")}), plugins=[bundled])


def test_few_names_are_listed_and_many_are_not():
    """Of sixty rules, none is near: what lists them is named."""
    with pytest.raises(ConfigError) as caught:
        Engine(Config(rules={"zz/zzz": RuleSetting("off")}), plugins=[bundled])
    assert str(caught.value) == "rules: there is no rule 'zz/zzz'; sayso rules lists them"
    with pytest.raises(ConfigError, match="there are aggregator, archive"):
        Engine(Config(profile="zzzzzz"), plugins=[bundled])


@pytest.mark.parametrize("name", ["select", "extend_select", "ignore", "disable", "enable", "local_plugins"])
def test_one_name_of_a_configuration_is_one_name(name):
    """And no list of its letters."""
    assert getattr(Config(**{name: "sourcing"}), name) == ("sourcing",)
    assert getattr(Config(**{name: ["sourcing", "dating"]}), name) == ("sourcing", "dating")


def test_a_level_to_fail_on_is_one_that_there_is():
    """It is refused where it is written, with those that there are."""
    with pytest.raises(ConfigError, match="fail_on: 'fatal' is not one of error, warning, info, never"):
        Config(fail_on="fatal")
