"""Whether a text has in doubt, from its beginning, what its headline says flatly and the model takes for contestable.

Origin of the words: written for sayso.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sayso import Item, Pattern
from sayso_plugins.rules.labelling._unsettled import CAREFUL, LEAST, body_of, counts, stem_of, stems_of

if TYPE_CHECKING:
    from sayso import Sentence

#: What is told with one of these is not told as known.
DOUBT = frozenset(
    """alleged alleges allege alleging allegedly allegation allegations accused accuses accuse accusing accusation
    claimed claims claim claiming fear fears feared fearing expects expect expected expecting suggests suggest suggested
    suggestion suspects suspect suspected suspicion believes believe believed thinks reckons guess could may might
    rumour rumours rumor rumors speculation predicted predicts warns warned apparently possible possibly likely theory
    convinced considering mulling weighing arrested questioned investigating credits credited blames blamed insists
    insisted stand stands charged trial""".split()
)
#: Headlines with one of these say whose word it is, that it is not settled, or what is no claim.
MARKED = frozenset("blamed held arrested arrest detained detain custody released freed".split())
#: Marks by which a headline is no flat statement; a dash between two names is none.
MARKS = Pattern(r"[:?\"“”‘«»]|\s['’–—-]|[’'–—-]\s")
#: From this share on the model takes a headline for contestable, where the text doubts it; and from this one surely.
LIKELY, SURELY = 0.3, 0.6
#: Among so many of the first sentences the doubt stands.
OPENING = 2
#: Words that a headline and a sentence share that tells the same.
SHARED = 2
LONGEST = 14
#: A share of capitals that only headlines have: then they tell nothing of names.
CAPITALS = 0.7


class Doubted(NamedTuple):
    """The sentence that has it in doubt, and how surely the headline says something contestable, 0 to 1."""

    sentence: Sentence
    share: float


def doubted(item: Item, headline: str) -> Doubted | None:
    """Where a text doubts what its headline says flatly: in its first sentences, and nowhere is it told as known."""
    model = item.pack.statements
    words = re.findall(r"[^\W_][\w’'-]*", headline)
    lows = frozenset(map(str.lower, words))
    if model is None or not LEAST <= len(words) <= LONGEST or MARKS.search(headline):
        return None
    if not CAREFUL.isdisjoint(lows) or not MARKED.isdisjoint(lows) or not DOUBT.isdisjoint(lows):
        return None
    about = {stem_of(low) for low in lows if counts(item, low)}
    body = body_of(item, headline)
    opens = [one for one in body[:OPENING] if not DOUBT.isdisjoint(item.analysis.narrated(one))]
    first = next((one for one in opens if about & stems_of(item, one)), None)
    if first is None:
        return None
    capitals = sum(word[0].isupper() for word in words)
    share = model.share_of(headline.lower() if capitals > CAPITALS * len(words) else headline, "contestable", item.pack)
    if share < LIKELY or any(len(about & stems_of(item, one)) >= SHARED and _is_flat(item, one) for one in body):
        return None
    return Doubted(first, share)


def _is_flat(item: Item, sentence: Sentence) -> bool:
    """Whether a sentence says something in the item's own name, and without a word of doubt."""
    analysis = item.analysis
    if not DOUBT.isdisjoint(analysis.narrated(sentence)) or analysis.attributions_in(sentence):
        return False
    return analysis.carried_by(sentence) is None and not analysis.may_be_sourced(sentence)
