"""Judgements of the author that slip into news, by all words of a sentence: what the model of statements sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Item
from sayso_plugins.rules._genre import genre, is_report

if TYPE_CHECKING:
    from sayso import Sentence

#: From this share on a sentence is taken for a judgement.
SURELY = 0.6
#: An item with more of them, and such a share of all, is no news: its author judges throughout.
MOST, THROUGHOUT = 3, 0.2


def slipped(item: Item) -> Iterator[Sentence]:
    """The sentences of news in which nobody is said to speak and the author judges.

    None of an item that is told by somebody who speaks of himself, or that judges throughout, as reviews and columns
    without a label do.
    """
    model = item.pack.statements
    if model is None or genre(item) == "press_release" or not is_report(item):
        return
    analysis = item.analysis
    read = [one for one in analysis.sentences if one.is_read and one.section.kind == "news"]
    found = [
        one
        for one in read
        if not analysis.attributions_in(one)
        and model.share(analysis.elements[one.index], "opinion", item.pack) >= SURELY
        and not analysis.may_be_sourced(one)
    ]
    if len(found) <= MOST or len(found) < THROUGHOUT * len(read):
        yield from found
