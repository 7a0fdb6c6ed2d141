"""The page of a rule for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso import Clean, Flagged
from sayso_cli.showing.rule_facts import command, facts, given, measured, options, settings

if TYPE_CHECKING:
    from sayso import Profile, Rule

#: Columns of the names of settings.
NAME = 12


def rule_text(rule: Rule, plugin: str, profiles: Mapping[str, Profile]) -> Iterator[str]:
    """The lines of the page, without their ends.

    Args:
        rule: The rule.
        plugin: Whose it is.
        profiles: The profiles that are known, by name.
    """
    yield rule.name
    yield f"  {rule.summary}"
    yield ""
    yield from (f"  {name:<{NAME}} {value}" for name, value in facts(rule, plugin, profiles))
    yield from _part("Why", rule.why.splitlines())
    yield from _part("What to do", [rule.cure])
    policies = (f"{one.who}{f' ({one.date})' if one.date else ''}: {one.says}" for one in rule.policies)
    yield from _part("Who asks for it", policies)
    if rule.options:
        yield from _part("Options", (f"{name} = {default}  ({kind})" for name, kind, default in options(rule)))
    seen: dict[str, int] = {}
    yield from _part("Examples", (line for example in rule.examples for line in _example(example, seen)))
    if rule.known_false_alarms:
        yield from _part("Known false alarms", [rule.known_false_alarms])
    yield from _part("How often it is right", [measured(rule)])
    pieces = "\n\n".join(settings(rule))
    yield from _part("Switch it on or off, or change it", [*pieces.splitlines(), "", command(rule)])


def _part(title: str, lines: Iterator[str] | list[str]) -> Iterator[str]:
    yield ""
    yield title
    for line in lines:
        yield f"  {line}" if line else ""


def _example(example: Clean | Flagged, seen: dict[str, int]) -> Iterator[str]:
    words = " ⏎ ".join(part for part in example.text.split("\n") if part)
    if isinstance(example, Flagged):
        at = ", ".join(example.places) or "the item as a whole"
        yield f"flagged  {words}  -> {at}" + (f" ({example.severity.value})" if example.severity else "")
    else:
        yield f"passes   {words}" + (f"  ({example.why})" if example.why else "")
    for label, value in given(example, seen):
        yield f"         {label} {' ⏎ '.join(value.splitlines())}".rstrip()
