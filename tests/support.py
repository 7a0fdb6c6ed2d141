"""What several tests need: an engine with the bundled plugins, and short ways to ask it."""

from __future__ import annotations

from functools import cache
from typing import Any

import sayso_plugins.plugin
from sayso import Analysis, Config, Engine, Item, Record, Report


@cache
def engine() -> Engine:
    """An engine with the bundled plugins and nothing else, whatever is installed beside them."""
    return Engine(plugins=[sayso_plugins.plugin])


@cache
def every_rule() -> Engine:
    """The same with the rules that are off by themselves."""
    return Engine(Config(preview=True), plugins=[sayso_plugins.plugin])


def item(text: str, **keys: Any) -> Item:
    """The one item of a plain JSON item."""
    (one,) = engine().items({"text": text, "language": "en", **keys})
    assert isinstance(one, Item), one
    return one


def analysis(text: str, **keys: Any) -> Analysis:
    """The analysis of a text."""
    return item(text, **keys).analysis


def record(text: str, **keys: Any) -> Record:
    """The record of a text, with everything that the analysis finds."""
    return engine().normalize({"text": text, "language": "en", **keys})


def findings(report: Report, rule: str) -> list[tuple[str, ...]]:
    """The words of each finding of one rule."""
    return [tuple(place.exact for place in f.spans) for f in report.findings if f.rule == rule]


def attributed(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, pieces joined by " … "."""
    found = analysis(text).attributions
    return [tuple(" … ".join(s.of(text) for s in role) for role in (a.source, a.cue, a.content)) for a in found]  # type: ignore[misc]
