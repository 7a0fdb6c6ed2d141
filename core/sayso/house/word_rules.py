"""Rules that are lists of words, as data: for editors who do not program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.analysis.tokens import Tokens
from sayso.plugins.hooks import hookimpl
from sayso.rules.finding import Finding
from sayso.rules.item import Item
from sayso.rules.rule import Clean, Example, Flagged, Policy, Rule, rule
from sayso.text.span import Span

#: Where the words are looked for.
SCOPES = ("narration", "quotation", "headline", "all")
#: What a message may have in the place of the words that were found, and what looks like it.
KNOWN = ("{words}", "{words!r}")
PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


class WordRules:
    """The plugin that a file of word lists is."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules

    @hookimpl
    def sayso_rules(self) -> list[Rule]:
        """Offer the rules of the file."""
        return self._rules


def word_rules(path: str | Path) -> list[Rule]:
    """The rules of a list of words: a TOML file by the schema ``words``, as ``local-plugins`` names it.

    A plugin with such a file in its package hands them over like rules that are written in Python.

    Raises:
        ConfigError: If it cannot be read or is not valid by the schema ``words``; it says all that is wrong, and where.
    """
    from sayso.config.toml import refuse, valid_table

    file = str(path)
    table = valid_table(file, "words", "rule")
    refuse(file, list(_problems(table["rules"])), "rule", file)
    return [_rule(one, file) for one in table["rules"]]


def _problems(rules: list[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """What the schema cannot see, with its place."""
    for number, one in enumerate(rules):
        unknown = [found for found in PLACEHOLDER.findall(one.get("message", "")) if found not in KNOWN]
        for found in dict.fromkeys(unknown):
            yield (
                f"/rules/{number}/message",
                f"there is no {found:.40}; write {KNOWN[0]} or, with quotation marks, {KNOWN[1]}",
            )


def _rule(table: Mapping[str, Any], file: str) -> Rule:
    given = table.get("examples", {})
    examples: list[Example] = [
        *(Flagged(one["text"], _at(one.get("at", ())), one.get("item", {})) for one in given.get("flagged", ())),
        *(Clean(one["text"], one.get("why", ""), one.get("item", {})) for one in given.get("clean", ())),
    ]
    policies = [Policy(one["who"], one["says"], one.get("date")) for one in table.get("policies", ())]
    check = WordCheck(table["words"], table.get("scope", "narration"), table.get("message"), table["why"])
    check.file = file
    return rule(
        table["name"],
        table["summary"],
        since=table.get("since", ""),
        severity=table.get("severity", "warning"),
        certainty="lexical",
        confidence=table.get("confidence", 0.9),
        cure=table.get("cure", ""),
        policies=policies,
        examples=examples,
        known_false_alarms=table.get("known-false-alarms", ""),
        languages=table.get("languages", ()),
    )(check)


def _at(given: str | Sequence[str]) -> str | tuple[str, ...]:
    return given if isinstance(given, str) else tuple(given)


class WordCheck:
    """Looks words and phrases up, whole words and without regard to capitals.

    Args:
        words: As they stand in a text; a phrase is several words with one space between.
        scope: ``narration`` (what the item says itself), ``quotation``, ``headline`` or ``all``.
        message: What to say of a place; ``{words}`` stands for what is there, ``{words!r}`` for the same in
            quotation marks.
        why: The reason that ``sayso explain`` gives.

    Attributes:
        file: Where the list is written, on which all that it finds depends.
    """

    file: str | None = None

    def __init__(self, words: list[str], scope: str, message: str | None, why: str) -> None:
        self.scope = scope
        self.message: str = message or "{words!r} is on the house's list"
        self.__doc__ = why
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for one in words:
            parts = tuple(Tokens(one).lows)
            phrases.setdefault(parts[0], []).append(parts)
        #: The longest phrase first, so that it counts and not a part of it.
        self.phrases: dict[str, list[tuple[str, ...]]] = {
            first: sorted(them, key=len, reverse=True) for first, them in phrases.items()
        }

    def __call__(self, item: Item) -> Iterator[Finding]:
        """A finding for each place; without one for words in a headline that only metadata give."""
        behind = 0
        for span in self._places(item.analysis.tokens):
            if span.start >= behind and self._in_scope(item, span):
                behind = span.end
                yield Finding(self._said(span.of(item.text)), (span,))
        headline = self._elsewhere(item)
        behind = 0
        for span in self._places(Tokens(headline)) if headline else ():
            if span.start >= behind:
                behind = span.end
                yield Finding(self._said(span.of(headline)), facts=("/headline",))

    def _places(self, tokens: Tokens) -> Iterator[Span]:
        """Where words of the list stand: of those that begin at one place, the longest."""
        lows = tokens.lows
        for at, low in enumerate(lows):
            for parts in self.phrases.get(low, ()):
                if tuple(lows[at : at + len(parts)]) == parts:
                    yield Span(tokens.starts[at], tokens.ends[at + len(parts) - 1])
                    break

    def _said(self, words: str) -> str:
        return self.message.replace("{words!r}", repr(words)).replace("{words}", words)

    def _in_scope(self, item: Item, span: Span) -> bool:
        section = item.analysis.section_at(span.start)
        if self.scope == "headline":
            return section.kind == "headline" or any(one.contains(span) for one in item.record.headline.spans)
        if section.is_boilerplate and self.scope != "all":
            return False
        quoted = item.analysis.in_quotation(span)
        return self.scope == "all" or quoted == (self.scope == "quotation")

    def _elsewhere(self, item: Item) -> str:
        """The headline, where it is looked at and does not stand in the text; else nothing."""
        headline = item.record.headline
        if self.scope not in ("headline", "all") or headline.value is None or headline.spans:
            return ""
        shown = [one.span.of(item.text) for one in item.record.sections if one.kind == "headline"]
        plain = _plain(headline.value)
        return "" if any(_plain(one) == plain for one in shown) else headline.value


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
