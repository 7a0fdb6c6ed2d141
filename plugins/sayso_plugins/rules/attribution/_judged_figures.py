"""Figures and ranks that only the model of statements knows for such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso_plugins.rules.attribution._counters import names_origin
from sayso_plugins.rules.attribution._figure_words import FIGURE, MAPS, RANKS, SIZES
from sayso_plugins.rules.attribution._figures import may_count

if TYPE_CHECKING:
    from sayso import Claim, Item, Sentence

#: From this share on the model is believed against what the lists take for a source or for no figure: *The race is the
#: most expensive in the history of the state* behind a sentence on a poll, among other words of elections.
SURELY = 0.8


def is_judged(item: Item, claim: Claim, sentence: Sentence) -> bool:
    """Whether the model takes a claim that nobody is the source of for a figure or a rank."""
    return claim.standing == "unsourced" and claim.contestable.basis is not None and _share(item, sentence) > 0


def judged_apart(item: Item, sentence: Sentence) -> bool:
    """Whether the model surely takes a claim for a figure or a rank, and nothing in the sentence says whose it is.

    Who spoke before has seldom counted: *"People want order," she said. Arrivals have risen for five months.*
    """
    analysis = item.analysis
    words = analysis.narrated(sentence)
    if analysis.attributions_in(sentence) or (RANKS.isdisjoint(words) and not may_count(words)):
        return False
    if names_origin(item, sentence, words) or _share(item, sentence) < SURELY:
        return False
    return not analysis.may_be_sourced(sentence)


def _share(item: Item, sentence: Sentence) -> float:
    """How surely the model takes a sentence for a figure or a rank that no map shows; 0 where it does not."""
    judged = item.analysis.statement(sentence)
    if judged is None or FIGURE.isdisjoint(judged.names):
        return 0
    # What every map shows is a rank, too: *the largest city in the county*.
    words = item.analysis.narrated(sentence)
    told = "statistic" in judged.names or MAPS.isdisjoint(words) or SIZES.isdisjoint(words)
    return judged.share if told else 0
