"""What kind of item it is, by its headline (*Opinion: The port needs dredging*) and by who speaks in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso import Item, Pattern

LABEL = Pattern(r"\s*(?P<label>[^\W\d_][^:|–—\n]{1,24}?)\s*(?::|\||\s[–—-])\s*\S")
#: Labels of columns beside those of comments.
COLUMNS = frozenset({"column", "my view", "guest column", "your view", "letter", "letters", "essay"})
#: How a list of cases begins, within so many sentences.
COURT = frozenset({"court", "court’s", "magistrates", "magistrates’"})
DEALT = frozenset({"dealt", "heard", "following", "results", "listed"})
FIRST = 8
#: Words to the reader.
READER = frozenset({"you", "your", "yours"})
#: So many sentences, and such a share of all, in the author's own voice make a text that is no report.
OWN_LEAST, OWN_SHARE = 3, 0.1

#: Who signs a release: *Communications Office*, *Press Team*.
OFFICE = Pattern(
    r"(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:communications?|press|media\s+relations|public\s+(?:relations|affairs))\s+"
    r"(?:and\s+\w+\s+)?(?:office|team|department|unit|service)\Z",
    re.IGNORECASE,
)


def genre(item: Item) -> str | None:
    """The item's type; a press release where it has none and a press office signs it."""
    kind = item.record.item_type.value
    if kind is not None:
        return kind
    signed = [agent.name for agent in item.record.author.value or ()]
    return "press_release" if signed and all(OFFICE.match(name) for name in signed) else None


def labelled(item: Item) -> str | None:
    """The kind of comment that a label at the head of the headline announces; None where there is none."""
    label = _label(item.record.headline.value or "")
    if label is None:
        return None
    return "opinion" if label in COLUMNS else item.pack.comment_labels.get(label)


@lru_cache(maxsize=2)
def _label(headline: str) -> str | None:
    """The label, in lower case: several rules ask for that of the item under check."""
    match = LABEL.compiled.match(headline)
    return match["label"].lower().replace("'", "’") if match else None


def is_column(item: Item) -> bool:
    """Whether an item is a comment as a whole, by its type or by its headline's label where it has no other type."""
    kind = genre(item)
    return kind == "opinion" or (kind in (None, "article") and labelled(item) is not None)


def lists_cases(item: Item) -> bool:
    """Whether an item is a list of what a court has dealt with: all in it is on the court's record."""
    if "cases" not in item.analysis.tokens.known:
        return False
    first = [item.analysis.narrated(one) for one in item.analysis.sentences[:FIRST] if one.is_read]
    return any(not COURT.isdisjoint(one) and "cases" in one and not DEALT.isdisjoint(one) for one in first)


def addresses(item: Item, lows: Iterable[str]) -> bool:
    """Whether the author speaks of own doings, or to the reader: a witness's account, and advice."""
    lows = frozenset(lows)
    return not item.pack.own_voice.isdisjoint(lows) or not READER.isdisjoint(lows)


def is_report(item: Item) -> bool:
    """Whether a text is told by somebody who keeps out of it.

    Posts, guides and letters speak throughout of their author, or to their reader: the model of statements, which has
    learned from news, takes much in them for claims. All sentences are gone through: it is asked once for an item.
    """
    analysis = item.analysis
    spoken = [s for s in analysis.sentences_with(item.pack.own_voice | READER) if s.is_read]
    if len(spoken) < OWN_LEAST:
        return True
    own = sum(addresses(item, analysis.narrated(sentence)) for sentence in spoken)
    return own < OWN_LEAST or own < OWN_SHARE * sum(sentence.is_read for sentence in analysis.sentences)
