"""Which rules run: --select, --extend-select, --ignore, --preview; and what share of items they may fire on."""

from __future__ import annotations

import json

import pytest

import sayso_plugins.plugin
from sayso import Config, Engine, Finding, Item, hookimpl, rule

TEXT = "The bridge was opened today, sources said. Regional newspapers wrote that it had closed."


@rule("house/always", "It always fires.", since="1", certainty="exact", cure="Nothing.", preview=True, languages=())
def always(item: Item):
    """A rule whose findings nobody has judged yet, for the tests of what runs."""
    yield Finding("always")


class House:
    """A plugin with that rule."""

    @hookimpl
    def sayso_rules(self):
        """Offer it."""
        return [always]


@pytest.fixture
def item(tmp_path):
    """An item with findings of several families."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    return file


def rules_of(ran) -> set[str]:
    """The rules that found something, of a JSON report."""
    return {one["rule"] for item in json.loads(ran.out)["items"] for one in item["findings"]}


def test_select_takes_names_and_families(run, item):
    """Only what is selected runs, by commas or by several options."""
    both = {"sourcing/bare-anonymous-source", "dating/date-missing"}
    assert rules_of(run("check", item, "-f", "json", "--select", "sourcing,dating/date-missing")) == both
    assert rules_of(run("check", item, "-f", "json", "--select", "sourcing", "--select", "dating/date-missing")) == both
    everything = rules_of(run("check", item, "-f", "json"))
    assert rules_of(run("check", item, "-f", "json", "--select", "all")) == everything
    assert both < everything


def test_ignore_leaves_out_and_a_name_beats_its_family(run, item):
    """A family is left out but for the rule that is selected by its name."""
    everything = rules_of(run("check", item, "-f", "json"))
    left = rules_of(run("check", item, "-f", "json", "--ignore", "dating"))
    assert left == {name for name in everything if not name.startswith("dating/")}
    kept = run("check", item, "-f", "json", "--ignore", "dating", "--extend-select", "dating/date-missing")
    assert rules_of(kept) == left | {"dating/date-missing"}


def test_the_configuration_selects_too(run, item):
    """The same keys in sayso.toml, which the command line overrides."""
    item.with_name("sayso.toml").write_text('select = ["sourcing"]\nignore = ["dating"]\n', "utf-8")
    assert rules_of(run("check", item, "-f", "json")) == {"sourcing/bare-anonymous-source"}
    assert "attribution/vague-media" in rules_of(run("check", item, "-f", "json", "--select", "attribution"))


def test_what_nobody_offers_cannot_be_selected(run, item):
    """A rule or family that is not there is named, with the nearest that is, and nothing is checked."""
    ran = run("check", item, "--select", "sourcing/bare-anonymous")
    assert ran.code == 2
    assert "did you mean 'sourcing/bare-anonymous-source'" in ran.err
    assert run("check", item, "--ignore", "nothing").code == 2


def test_who_names_what_is_not_there_is_said(run, item):
    """The option where the command line does, file and key where the configuration does."""
    config = item.with_name("sayso.toml")
    config.write_text('profile = "wire"\n', "utf-8")
    for option in ("--select", "--extend-select", "--ignore", "--profile"):
        err = run("check", item, option, "zz").err
        assert err.startswith(f"sayso: error: {option}: there is no ")
        assert "sayso.toml" not in err
    config.write_text('select = ["zz"]\n', "utf-8")
    assert "sayso.toml: select: there is no rule or family 'zz'" in run("check", item).err
    assert "sayso.toml: select: there is no rule or family 'zz'" in run("check", item, "--ignore", "dating").err
    (item.parent / "pyproject.toml").write_text('[tool.sayso]\nignore = ["zz"]\n', "utf-8")
    config.unlink()
    assert "pyproject.toml: tool.sayso.ignore: there is no" in run("check", item).err


def test_a_broken_list_of_words_is_not_hidden_by_select(run, item, monkeypatch):
    """Where its rules are asked for, the message says what is wrong with it, with the line."""
    monkeypatch.chdir(item.parent)
    item.with_name("sayso.toml").write_text('local-plugins = ["words.toml"]\n', "utf-8")
    words = '[[rules]]\nname = "House/cant"\nsummary = "S."\nwhy = "W."\nwords = ["x"]\n'
    item.with_name("words.toml").write_text(words, "utf-8")
    ran = run("check", item, "--select", "house")
    assert ran.code == 2
    assert "--select: there is no rule or family 'house'" in ran.err
    said = "plugin 'words.toml' was not loaded: line 2: rule 1: name: 'House/cant' must be family/name in small letters"
    assert said in ran.err


@pytest.mark.parametrize(
    ("config", "runs"),
    [
        ({}, False),
        ({"preview": True}, True),
        ({"extend_select": ("house/always",)}, True),
        ({"extend_select": ("house",)}, False),
        ({"preview": True, "ignore": ("house",)}, False),
        ({"preview": True, "select": ("dating",)}, False),
    ],
)
def test_a_rule_in_preview_runs_when_asked_for(config, runs):
    """Its own name or `preview` turns it on; its family alone does not."""
    engine = Engine(Config(**config), plugins=[sayso_plugins.plugin, House()])
    assert ("house/always" in {one.rule for one in engine.check({"text": TEXT}).findings}) is runs


def test_a_severity_turns_a_preview_on():
    """An operator who gives a rule a severity wants it."""
    from sayso.config.settings import RuleSetting

    config = Config(rules={"house/always": RuleSetting("warning")})
    engine = Engine(config, plugins=[sayso_plugins.plugin, House()])
    assert "house/always" in {one.rule for one in engine.check({"text": TEXT}).findings}


def test_a_rate_decides_in_place_of_single_findings(run, item, tmp_path):
    """Findings of a rule with a rate fail only where it fires on more of the items than that."""
    other = tmp_path / "b.txt"
    other.write_text("The bridge was opened on 4 May 2026.", "utf-8")
    only = ("--select", "dating/relative-date-unanchored")
    assert run("check", item, other, *only).code == 1
    assert run("check", item, other, *only, "--max-rate", "dating/relative-date-unanchored=50%").code == 0
    ran = run("check", item, other, *only, "--max-rate", "dating/relative-date-unanchored=0.4")
    assert ran.code == 1
    assert "on 1 of 2 items (50.0%); 40.0% are allowed" in ran.err


@pytest.mark.parametrize(
    "given", ["dating/date-missing", "dating/date-missing=two", "dating/date-missing=200%", "a/b=2%"]
)
def test_a_rate_that_is_none_is_refused(run, item, given):
    """What is no share, and what is no rule."""
    assert run("check", item, "--max-rate", given).code == 2


def test_a_rate_for_a_rule_that_does_not_run_is_refused(run, item):
    """It would be kept whatever the items say."""
    ran = run("check", item, "--max-rate", "labelling/opinion-in-news=2%")
    assert ran.code == 2
    assert "does not run" in ran.err
    assert run("check", item, "--preview", "--max-rate", "labelling/opinion-in-news=2%").code == 1


@pytest.mark.parametrize("given", [",", ""])
def test_a_selection_of_nothing_is_refused(run, item, given):
    """It would check nothing and pass."""
    assert run("check", item, "--select", given).code == 2
    item.with_name("sayso.toml").write_text("select = []\n", "utf-8")
    assert run("check", item).code == 2


def test_statistics_have_denominators(run, item):
    """Findings, items and the share of items that the rule looked at."""
    other = item.with_name("b.txt")
    other.write_text(item.read_text("utf-8"), "utf-8")
    ran = run("check", item, other, "--statistics", "--select", "sourcing")
    (row,) = (line.split() for line in ran.out.splitlines() if line.startswith("sourcing/"))
    assert row[1:5] == ["2", "2", "2", "100.0%"]
    assert run("check", item, "--statistics", "--format", "json").code == 2
