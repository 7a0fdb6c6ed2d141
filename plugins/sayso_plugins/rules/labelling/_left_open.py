"""Whether a text says in so many words that what its headline says is not known. Origin: written for sayso."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules._near import has
from sayso_plugins.rules.labelling._unsettled import (
    CAREFUL,
    LEAST,
    MARKS,
    WORD,
    body_of,
    counts,
    stem_of,
    stems_of,
    verb_of,
)

if TYPE_CHECKING:
    from sayso import Sentence

#: That nobody knows yet, or nobody has said so.
OPEN = Pattern(
    r"\b(?:too\s+(?:early|soon)\s+to\s+(?:say|speak|tell|call|know|conclude|judge|claim|be\s+sure)"
    r"|(?:none|no\s+[a-z]+|nothing|not)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:yet\s+)?(?:been\s+)?(?:confirmed|established|determined|proven|proved|settled|concluded|verified|drawn|reached|found)\b"
    r"|(?:could|can|would|did|had|has|have)\s*(?:not|n[’']t)\s+(?:yet\s+)?(?:be\s+|been\s+)?(?:settled?|say|said|confirm(?:ed)?|establish(?:ed)?|determin(?:e|ed)|prov(?:e|ed|en)|ruled?\s+out|sure|certain|decide[d]?)\b"
    r"|cannot\s+(?:yet\s+)?(?:be\s+)?(?:settled?|say|said|confirm(?:ed)?|establish(?:ed)?|determin(?:e|ed)|prov(?:e|ed|en)|ruled?\s+out)\b"
    r"|one\s+of\s+(?:several|many|a\s+number\s+of|two|three|four|five|the)\s+(?:\w+\s+)?(?:lines\s+of\s+(?:inquiry|enquiry)|theories|possibilities|hypotheses|explanations|scenarios|possible\s+causes)"
    r"|yet\s+to\s+(?:be\s+)?(?:settled?|say|confirm(?:ed)?|establish(?:ed)?|determin(?:e|ed)|prov(?:e|ed|en)|decide[d]?|agree[d]?|sign(?:ed)?|approve[d]?|vote)\b"
    r"|remain(?:s|ed)?\s+(?:\w+\s+)?(?:unclear|unknown|to\s+be\s+(?:seen|determined|shown)|open|unproven|unconfirmed|under\s+investigation)"
    r"|(?:is|was|are|were)\s+(?:still\s+|as\s+yet\s+)?(?:unclear|unknown|unproven|unconfirmed|uncertain|under\s+(?:investigation|discussion|consideration|review)|not\s+(?:yet\s+)?(?:clear|known|certain|final|ruled\s+out|confirmed|proven))"
    r"|only\s+a\s+(?:possibility|theory|proposal|draft|suggestion)|far\s+from\s+(?:certain|proven|clear|settled)|no\s+(?:evidence|proof|sign)\s+(?:yet\s+)?(?:that|of))",
    re.IGNORECASE,
    needs=(
        *(
            "too early",
            "too soon",
            "none",
            "no ",
            "nothing",
            "not ",
            "n't",
            "n’t",
            "cannot",
            "one of",
            "yet to",
            "remain",
        ),
        *("unclear", "unknown", "unproven", "unconfirmed", "uncertain", "under ", "only a", "far from"),
    ),
)
#: Of these one stands in every such sentence.
SIGNS = WordList(
    """early soon confirmed confirm established establish determined determine proven proved prove settled settle
    concluded verified drawn reached unclear unknown unproven unconfirmed uncertain yet lines theories possibilities
    hypotheses explanations scenarios remains remain remained investigation discussion consideration review possibility
    theory proposal draft suggestion evidence proof sign far ruled certain clear known final decide decided""".split()
)
#: What was told of in other words than the verb of a headline.
KIN = {
    "kill": ("death", "dead", "die", "fatal", "toll", "victim"),
    "cure": ("cured", "curing", "cures"),
    "start": ("caus", "ignit", "spark", "set"),
    "caus": ("start", "trigger", "spark", "behind"),
    "agree": ("deal", "sign", "accord"),
    "sign": ("deal", "agree", "contract"),
    "win": ("victor", "result", "winner"),
    "resign": ("quit", "step", "leav"),
    "approv": ("vote", "decid", "decis"),
    "ban": ("prohib", "outlaw"),
    "close": ("shut", "closur"),
}
#: What a sentence on its causes leaves open is not what a headline says that tells none.
CAUSES = frozenset({"cause", "causes", "caused", "why", "motive"})
CAUSAL = frozenset("start caus set trigger spark derail sink sank down torch burn blow bomb poison shoot kill".split())
#: Of one of these a sentence is that says what else may have been.
GUESSES = frozenset("line lines theories possibilities hypotheses explanations evidence proof whether".split())
#: What two words share that are of one family: *saboteurs* and *sabotage*.
FAMILY = 5


def left_open(item: Item, headline: str) -> Sentence | None:
    """The sentence that leaves open what the headline says, where no other says it flatly."""
    if not has(item, SIGNS):
        return None
    words = [word.lower() for word in WORD.compiled.findall(headline)]
    if not LEAST <= len(words) <= 14 or MARKS.search(headline) or not CAREFUL.isdisjoint(words):
        return None
    verb = verb_of(item, words)
    body = body_of(item, headline)
    if verb is None or not body:
        return None
    stem = stem_of(words[verb])
    subject = [word for word in words[:verb] if counts(item, word)]
    about = {stem_of(word) for word in words if counts(item, word)} - {stem}
    for sentence in body[:6]:
        if SIGNS.isdisjoint(item.analysis.narrated(sentence)):
            continue
        match = OPEN.compiled.search(item.text, sentence.span.start, sentence.span.end)
        if match is None or item.analysis.in_quotation(Span(*match.span())):
            continue
        lows = [el.low for el in item.analysis.narration(sentence)]
        if not CAUSES.isdisjoint(lows) and stem not in CAUSAL:
            continue
        if _on_verb(lows, stem, about) or _on_subject(lows, subject):
            return None if _flat(item, body, sentence, stem, about) else sentence
    return None


def _on_verb(lows: Sequence[str], stem: str, about: set[str]) -> bool:
    """Whether a sentence is on what the headline says was done, and on whom or what."""
    kin = KIN.get(stem, ())
    done = any(stem_of(low) == stem or (kin and low.startswith(kin)) for low in lows)
    return done and bool(about & {stem_of(low) for low in lows})


def _on_subject(lows: Sequence[str], subject: Sequence[str]) -> bool:
    """Whether who did it is what the sentence begins with, or what it asks about: *sabotage was one of several …*."""
    begin = [low for low in lows if low[:1].isalpha()][:3]
    asked = [lows[i + 1] for i, low in enumerate(lows[:-1]) if low in ("whether", "of")]
    for word in subject:
        if len(word) >= FAMILY and any(low[:FAMILY] == word[:FAMILY] for low in [*begin[:2], *asked]):
            return not GUESSES.isdisjoint(lows)
    return False


def _flat(item: Item, body: Sequence[Sentence], open_: Sentence, stem: str, about: set[str]) -> bool:
    """Whether another sentence says with the same verb that it was so."""
    return any(
        stem in stems_of(item, one) and about & stems_of(item, one)
        for one in body
        if one is not open_ and SIGNS.isdisjoint(item.analysis.narrated(one))
    )
