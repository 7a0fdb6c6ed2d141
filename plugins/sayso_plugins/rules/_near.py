"""Expressions that are tried only where their words stand, and not at every letter of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from sayso import Analysis, Item, Pattern


def words_of(item: Item) -> frozenset[str]:
    """All words of an item in lower case, those of quotations too: what none of them are is not looked for."""
    return item.analysis.tokens.known


def has(item: Item, words: frozenset[str]) -> bool:
    """Whether an item has one of these words, in quotations too."""
    return bool(item.analysis.tokens.hits(words))


def everywhere(pattern: Pattern, analysis: Analysis) -> Iterator[re.Match[str]]:
    """The matches of an expression in the text of an item; none at once where no word that it needs is there."""
    return pattern.finditer(analysis.text) if pattern.needed(analysis.tokens) else iter(())


def with_genitives(words: frozenset[str]) -> frozenset[str]:
    """These words and their genitives, as :class:`sayso.Tokens` would have them: *the minister’s*."""
    return words.union([f"{word}’s" for word in words])


def matches(
    pattern: Pattern, analysis: Analysis, *, back: int, ahead: int, where: Pattern | None = None
) -> Iterator[re.Match[str]]:
    """The matches of an expression in the text of an item in their order, each near one of the words that it needs.

    Args:
        pattern: An expression with `needs`; give it words that are rare in most texts.
        back: How many characters before such a word a match may begin.
        ahead: How many characters behind the word's beginning a match, and what it looks ahead for, may end.
        where: What must begin with such a word, too, so that the expression is worth to be tried.
    """
    places = pattern.near(analysis.text, analysis.tokens)
    return _around(pattern, analysis.text, sorted(places), back, ahead, where) if places else iter(())


def _around(
    pattern: Pattern, text: str, places: list[int], back: int, ahead: int, where: Pattern | None
) -> Iterator[re.Match[str]]:
    start = end = -1
    for at in places:
        if where is not None and where.compiled.match(text, at) is None:
            continue
        if at - back > end:
            if end >= 0:
                yield from pattern.compiled.finditer(text, start, end)
            start = max(0, at - back)
        end = min(at + ahead, len(text))
    if end >= 0:
        yield from pattern.compiled.finditer(text, start, end)
