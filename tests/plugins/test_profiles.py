"""The bundled profiles: they name what is there, and trust no rule beyond what was measured."""

from __future__ import annotations

import pytest

import sayso_plugins.plugin
from sayso import Certainty, Config, Engine, Rule
from support import engine

PROFILES = list(engine().host.profiles.values())
PROMISED = {"default", "wire", "broadsheet", "thinktank", "aggregator", "archive", "dataset"}
#: The precision from which a rule may be graver than information.
TRUSTED = 0.8


def trusted(rule: Rule) -> bool:
    """Whether what a rule finds was judged and found right, or needs no judging."""
    precision = rule.judged.precision if rule.judged else None
    if precision is not None:
        return precision >= TRUSTED
    return rule.certainty is Certainty.EXACT or not rule.preview


def test_the_promised_profiles_are_there():
    """Seven kinds of newsroom have a profile."""
    assert {profile.name for profile in PROFILES} >= PROMISED


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_profile_changes_something_that_is_there(profile):
    """Each entry names a rule and differs from its own severity, and the rule runs unless it is off."""
    rules = engine().host.rules
    for name, severity in profile.severities.items():
        assert name in rules
        assert rules[name].preview or rules[name].severity.value != severity, f"{name} is {severity} by itself"
    running = {one.rule.name for one in Engine(Config(profile=profile.name), plugins=[sayso_plugins.plugin]).rules}
    for name, severity in profile.severities.items():
        assert (name in running) == (severity != "off")


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_profile_raises_no_rule_that_nobody_has_judged(profile):
    """What reads texts and was not judged is for information at most, whichever profile an editor chooses."""
    for name, severity in profile.severities.items():
        rule = engine().host.rules[name]
        assert severity in ("info", "off") or trusted(rule), name


def test_an_archive_is_told_of_relative_dates_with_an_anchor_too():
    """In the archive, 'today' is for information even where there is a date; elsewhere the date is enough."""
    item = {"text": "The mill closed today, the city said.", "date_published": "2026-05-04", "language": "en"}
    found = {
        name: [
            f.severity.value
            for f in Engine(Config(profile=name), plugins=[sayso_plugins.plugin]).check(item).findings
            if f.rule == "dating/relative-date-unanchored"
        ]
        for name in ("default", "archive")
    }
    assert found == {"default": [], "archive": ["info"]}
