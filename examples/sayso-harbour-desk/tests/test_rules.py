"""Tests of the rules; their examples are tests too, by the setting sayso_plugins."""

from __future__ import annotations

import pytest
from sayso import Rule, SaysoError
from sayso.testing import assert_rule, check_examples, engine_with

import sayso_harbour_desk.plugin as plugin
from sayso_harbour_desk.one_voice import one_voice
from sayso_harbour_desk.unexplained_acronym import unexplained_acronym

RULES = {rule.name: rule for rule in plugin.sayso_rules()}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_examples_hold(rule: Rule) -> None:
    """Each rule, in Python or a list of words, fires on its examples where they say, and nowhere else."""
    check_examples(rule)


def test_an_acronym_is_asked_for_once() -> None:
    """At its first place, and not where it is somebody else's word or is written out."""
    assert_rule(
        unexplained_acronym,
        """
        “The OMB knows,” Jo Berg said.

        The OMB did not know, the Velland Harbour Authority (VHA) said. The OMB and the VHA will meet.
            ^^^
        """,
    )


def test_one_voice_is_found_where_it_speaks_first() -> None:
    """The other places are beside it, and a second voice ends it."""
    assert_rule(
        one_voice,
        """
        The quay is safe, Ana Ruiz said. Ana Ruiz said the crane is too. Ana Ruiz warned that the sheds are old.
                          ^^^^^^^^
        """,
    )


def test_words_are_looked_for_where_the_list_says() -> None:
    """Worn words are the item's own; words of the trade are found in quotations too."""
    assert_rule(
        RULES["harbour-desk/words-of-the-trade"],
        """
        “Bunkering is in uncharted waters,” Jo Berg said.
         ^^^^^^^^^
        It is rudderless.
        """,
    )
    assert_rule(
        RULES["harbour-desk/worn-words"],
        """
        “Bunkering is in uncharted waters,” Jo Berg said.
        It is rudderless.
              ^^^^^^^^^^
        """,
    )


def test_the_profile_fits_the_rules() -> None:
    """Its options are taken by the rules that it names."""
    (profile,) = plugin.sayso_profiles()
    for name, options in profile.options.items():
        assert RULES[name].checked_options(options) == options
    with pytest.raises(SaysoError, match="no option"):
        unexplained_acronym.checked_options({"unknown": ()})


def test_the_engine_takes_the_whole_plugin() -> None:
    """All rules run, and a text without fault gives nothing."""
    engine = engine_with(plugin, bundled=["readers", "languages"])
    assert {active.rule.name for active in engine.rules} == set(RULES)
    assert engine.check({"text": "The quay is closed, Jo Berg said.", "language": "en"}).findings == ()
