"""The hooks of sayso-harbour-desk. They import late, so that listing plugins stays quick."""

from __future__ import annotations

from collections.abc import Iterable

from sayso import Profile, Rule, hookimpl

requires_api = 1


@hookimpl
def sayso_rules() -> Iterable[Rule]:
    """Offer the rules in Python, and those that are lists of words."""
    from pathlib import Path

    from sayso import word_rules

    from sayso_harbour_desk.one_voice import one_voice
    from sayso_harbour_desk.unexplained_acronym import unexplained_acronym

    return [one_voice, unexplained_acronym, *word_rules(Path(__file__).with_name("words.toml"))]


@hookimpl
def sayso_profiles() -> Iterable[Profile]:
    """Offer the desk's choices as a profile."""
    severities = {
        "harbour-desk/one-voice": "warning",
        "harbour-desk/words-of-the-trade": "off",
        "attribution/anonymous-collective": "error",
    }
    options = {"harbour-desk/unexplained-acronym": {"known": ("UN", "EU", "USA", "IMO")}}
    return [Profile("harbour-desk", "As the desk on the coast has it", severities, options)]
