"""A profile of a plugin that says what cannot be: whoever uses it is told, with its name and that of the plugin."""

from __future__ import annotations

import pytest

from sayso import Config, ConfigError, Engine, PathSetting, Profile, rule
from sayso.testing.engines import Offering


@rule("house/no-cant", "Cant.", since="1", languages=())
def no_cant(item, *, most: int = 3):
    return ()


def engine(config, severities=None, options=None) -> Engine:
    """An engine with a plugin that has one rule and one profile."""
    return Engine(config, plugins=[Offering("acme", [no_cant, Profile("desk", "D", severities or {}, options or {})])])


IN_USE = [Config(profile="desk"), Config(paths=(PathSetting(("wires",), profile="desk"),))]


@pytest.mark.parametrize("config", IN_USE)
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"nope": 3}, "profile 'desk' (plugin acme): rule house/no-cant has no option 'nope'; it has most"),
        ({"most": "x"}, "profile 'desk' (plugin acme): rule house/no-cant: option 'most' takes a whole number, not"),
    ],
)
def test_an_option_that_a_rule_does_not_take_is_told_with_the_profile(config, options, said):
    """For all items, or for those of some paths."""
    with pytest.raises(ConfigError) as caught:
        engine(config, options={"house/no-cant": options})
    assert str(caught.value).startswith(said)
    engine(Config(), options={"house/no-cant": options})


@pytest.mark.parametrize("config", IN_USE)
def test_a_rule_that_is_not_there_is_a_failure_of_each_report(config):
    """What the profile says of it does nothing; where the profile is not used, nobody counts on it."""
    (failure,) = engine(config, {"house/no-cnat": "error", "house/no-cant": "off"}).check({"text": "A."}).failures[:1]
    assert failure.error == "plugin"
    assert failure.message == (
        "plugin 'acme' (local): profile desk is about the rule 'house/no-cnat', and there is no such rule; did you "
        "mean 'house/no-cant'?"
    )
    assert "plugin" not in [one.error for one in engine(Config(), {"house/x": "off"}).check({"text": "A."}).failures]
