"""What can be said of a rule beside its own words: its settings, how often it is right, its examples in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sayso import Clean, Flagged
from sayso.declared import OF_RULES

if TYPE_CHECKING:
    from sayso import Profile, Rule

KINDS = {bool: "truth value", int: "whole number", float: "number", str: "text", tuple: "list of texts"}
SURE = {
    "exact": "what it compares is there or is not",
    "lexical": "words and their surroundings",
    "extraction": "attributions, quotations or claims that were extracted",
    "judgement": "a matter on which careful editors differ",
}
PREVIEW = "in preview: off until asked for by name or with --preview"
#: Defaults that are longer are cut short where they are only an example.
SHORT = 60
#: What an example has beside it is given once where it is longer.
LONG = 120


def facts(rule: Rule, plugin: str, profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Name and value of each setting of a rule, for a table.

    Args:
        rule: The rule.
        plugin: Whose it is.
        profiles: The profiles that are known, by name; those that name the rule are listed.
    """
    yield "severity", rule.severity.value
    cap = rule.certainty.cap.value
    yield "certainty", f"{rule.certainty.value}: {SURE[rule.certainty.value]}; stops at {cap} unless you raise it"
    yield "confidence", f"{rule.confidence:.2f}, where a finding has none of its own"
    yield "by itself", PREVIEW if rule.preview else "on"
    named = {name: one.severities[rule.name] for name, one in sorted(profiles.items()) if rule.name in one.severities}
    if named:
        yield "in profiles", ", ".join(f"{name}: {severity}" for name, severity in named.items())
    yield "looks at", "one item" if rule.on_items else "all items of a run, and of its index"
    yield "languages", ", ".join(rule.languages) or "any"
    if rule.since:  # lists of words may be without
        yield "since", rule.since
    yield "from plugin", plugin


def measured(rule: Rule) -> str:
    """What is known of how often a rule is right, in a sentence or two."""
    judged = rule.judged
    if judged is None:
        words = "Nobody has judged findings of this rule yet."
        if rule.certainty.value == "exact" and not rule.languages:
            words += " It compares metadata and fixed marks, which needs no reading of the text."
        return words
    if judged.precision is None:
        return "It found nothing in the real texts that rules are judged on."
    split = f", {judged.arguable} arguable (each counts as half right)" if judged.arguable else ""
    findings = "finding" if judged.total == 1 else "findings"
    return (
        f"{judged.right} right, {judged.wrong} wrong{split} of {judged.total} {findings} on real texts: {share(rule)}."
    )


def share(rule: Rule) -> str:
    """The precision of a rule with two digits; a dash where it is not known."""
    precision = rule.judged.precision if rule.judged else None
    return "–" if precision is None else f"{precision:.2f}"


def toml(value: Any) -> str:
    """A default as it is written in TOML.

    Raises:
        TypeError: If an option of this type cannot be set.
    """
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return f"[{', '.join(map(toml, value))}]"
    if type(value) in KINDS and not isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(f"an option is a {', a '.join(KINDS.values())}, not {value!r:.60}")


def options(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Name, kind and default of each option, the default as TOML."""
    for name, default in rule.options.items():
        if name in OF_RULES:
            continue
        yield name, KINDS[type(default)], toml(default)


def settings(rule: Rule) -> Iterator[str]:
    """Pieces of a ``sayso.toml``, each of its own, that set the rule."""
    if rule.preview:
        yield f'[rules]\n"{rule.name}" = "{rule.severity.value}"  # on; or "off", whatever the profile says'
    else:
        others = [level for level in ("info", "warning", "error") if level != rule.severity.value]
        yield f'[rules]\n"{rule.name}" = "off"  # or {", ".join(map(toml, others))}'
    if rule.options:
        lines = (f"{name} = {_short(one)}" for name, one in rule.options.items() if name not in OF_RULES)
        yield f'[rules."{rule.name}"]\nseverity = "{rule.severity.value}"\n' + "\n".join(lines)


def command(rule: Rule) -> str:
    """What switches the rule on or off for one run."""
    return f"sayso check PATHS --{'extend-select' if rule.preview else 'ignore'} {rule.name}"


def _short(default: Any) -> str:
    words = toml(default)
    if len(words) <= SHORT:
        return words
    return f"{toml(default[:3])}  # in place of {len(default)} by default"


def given(example: Clean | Flagged, seen: dict[str, int]) -> Iterator[tuple[str, str]]:
    """What an example has beside its text: what it is, and it, on one line unless it is a file's text.

    Args:
        example: The example.
        seen: The long ones that were given in full before, with their numbers; new ones are put in.
    """
    for label, value in _given(example):
        if len(value) <= LONG:
            yield label, value
        elif value in seen:
            yield f"{label} ({seen[value]}), as above", ""
        else:
            seen[value] = len(seen) + 1
            yield f"{label} ({seen[value]})", value


def _given(example: Clean | Flagged) -> Iterator[tuple[str, str]]:
    if example.item:
        yield "with", _json(example.item)
    if example.record:
        yield "in a record with", _json(example.record)
    for one in example.beside:
        yield "beside the item", _json(one)
    for one in example.evidence:
        yield "with the evidence", _json(one)
    if example.register:
        yield "with the register", example.register.strip("\n")


def marked(example: Clean | Flagged) -> Iterator[tuple[str, bool]]:
    """The text of an example in pieces, and whether each is flagged."""
    at = 0
    for words in example.places if isinstance(example, Flagged) else ():
        start = example.text.find(words, at)
        if start >= 0:
            yield from _filled((example.text[at:start], False), (words, True))
            at = start + len(words)
    yield from _filled((example.text[at:], False))


def _filled(*pieces: tuple[str, bool]) -> Iterable[tuple[str, bool]]:
    return (piece for piece in pieces if piece[0])


def _json(value: Any) -> str:
    plain = dict(value) if isinstance(value, Mapping) else value
    return json.dumps(plain, ensure_ascii=False, default=list)
