"""Every hook there is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sayso import Exporter, Format, LanguagePack, Profile, Reader, Rule, hookimpl, word_rules

requires_api = 1


@hookimpl
def sayso_readers() -> Iterable[Reader]:
    """Offer a reader and a refiner."""
    from sayso_kept.readers import kept_gazette, kept_lines

    return [kept_gazette, kept_lines]


@hookimpl
def sayso_rules() -> Iterable[Rule]:
    """Offer rules in Python, on one item and on many, and a list of words."""
    from sayso_kept.rules import copied, no_outlet, no_shouting, unnamed

    return [copied, no_outlet, no_shouting, unnamed, *word_rules(Path(__file__).with_name("words.toml"))]


@hookimpl
def sayso_formats() -> Iterable[Format]:
    """Offer a format."""
    from sayso_kept.outputs import counts

    return [counts]


@hookimpl
def sayso_exporters() -> Iterable[Exporter]:
    """Offer an exporter."""
    from sayso_kept.outputs import voices

    return [voices]


@hookimpl
def sayso_profiles() -> Iterable[Profile]:
    """Offer a profile."""
    options = {"kept/no-shouting": {"allowed": 1}}
    return [Profile("kept", "As kept", {"kept/no-outlet": "off", "kept/cant": "info"}, options)]


@hookimpl
def sayso_languages() -> Iterable[LanguagePack]:
    """Offer a language."""
    from sayso_kept.language import esperanto

    return [esperanto]
