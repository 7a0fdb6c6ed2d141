"""Numbers that open what was said, behind a verb that has no *that*: *The ministry said at least 40 had fled*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.analysis.elements import WORD

if TYPE_CHECKING:
    from sayso.analysis.cue_parts import SentenceParts

#: How many words the subject of a clause has at most, behind a verb that is a noun too.
CLAUSE = 10
#: How many words make a number about so many: *as many as*.
BOUND = 4
#: So many words behind a number and what is counted are a clause, whatever its verb.
FEWEST = 3


def opens(parts: SentenceParts, k: int) -> bool:
    """Whether so many of something open a clause: *said at least 40 people had fled*, *about a third would go*."""
    grammar, size = parts.pack.grammar, len(parts.els)
    if parts.lows[k] in grammar.articles or parts.lows[k] in grammar.infinitive_signs:
        return False
    at = k
    while at < min(k + BOUND, size) and parts.lows[at] in grammar.approximates:
        at += 1
    if at == size or not _is_number(parts, at) or parts.els[at].kind != WORD:
        return False
    if at + 2 < size and parts.lows[at + 1] in grammar.joins and _is_number(parts, at + 2):
        at += 2  # "between 30 and 40"
    stop = at + 1
    while stop < min(at + CLAUSE, size) and parts.els[stop].kind == WORD:
        stop += 1
    if not grammar.content_openers.isdisjoint(parts.lows[at + 1 : stop]):
        return False  # "about two hours later that …" tells when
    return stop - at > FEWEST or parts.phrases.has_finite(at + 1, stop) or parts.is_interrupted(stop)


def opens_behind(parts: SentenceParts, k: int) -> bool:
    """Whether they do so behind a phrase: *said after the raid 40 people were held*."""
    before, behind = parts.els[k - 1], parts.lows[k + 1 : k + 2]
    if before.low in parts.pack.prepositions or before.low in parts.pack.determiners or before.capital:
        return False
    of_noun = bool(behind) and behind[0].isalpha() and behind[0] not in parts.pack.prepositions
    if not _is_number(parts, k):
        return parts.lows[k] in parts.pack.grammar.approximates and opens(parts, k)
    return of_noun and behind[0] not in parts.pack.clause_words and opens(parts, k)


def _is_number(parts: SentenceParts, k: int) -> bool:
    low = parts.lows[k]
    return low[0].isdigit() or low in parts.pack.grammar.numbers
