"""Scorn and doom, and who voices them where the analysis reads no source. Origin: written for sayso."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Item, Pattern, Span, WordList
from sayso_plugins.rules._near import has

if TYPE_CHECKING:
    from sayso import Element, Quotation, Sentence

_WHOSE = r"(?:his|her|their|its|the|our)"
#: What somebody is said never to have done, not to be able to do, or to do to others.
SCORN = Pattern(
    rf"\b(?:ha(?:s|ve|d)\s+never\s+[^.;]{{1,50}}?\s(?:in\s+{_WHOSE}\s+(?:life|career|lives)|a\s+day)\b"
    r"|could(?:n[’']t|\s+not)\s+[a-z]+\s+an?\s+[a-z]|(?:does|do|did)(?:n[’']t|\s+not)\s+(?:have\s+a\s+clue|listen|care\s+(?:about|who|what)"
    r"|know\s+what\s+(?:he|she|they)[’ ])"
    r"|knows?\s+nothing\s+(?:about|of)|(?:hears?|listens?\s+to|trusts?|promotes?|wants?|surrounds?\s+(?:him|her)self\s+with)\s+(?:only|nobody"
    r"|no\s+one|nothing\s+but)\b"
    rf"|ha(?:s|ve|d)\s+lost\s+(?:every|all|most|the\s+(?:dressing\s+room|room|players|team|staff|confidence|trust|respect|plot)"
    rf"|{_WHOSE}\s+(?:authority|grip|way))\b"
    rf"|would\s+sell\s+{_WHOSE}\s+(?:own\s+)?(?:grand)?mother|(?:is|are|was)\s+(?:only\s+)?in\s+it\s+for\b|cares?\s+more\s+(?:about|for)\b"
    r"|(?:is|are|was|were)\s+(?:just\s+|such\s+)?an?\s+(?:coward|liar|bully|fraud|crook|clown|disgrace|tyrant|snake"
    r"|hypocrite|puppet|egomaniac|narcissist)\b"
    rf"|never\s+(?:listens?|turns?\s+up|apologi[sz]es)\b"
    rf"|thinks?\s+(?:he|she)(?:[’']s|\s+is|\s+owns|\s+can)\b|(?:is|are|was|were)\s+(?:hopelessly|totally|utterly|completely|woefully)\s+[a-z]+"
    rf"|(?:makes?|made)\s+(?:our|their|my)\s+(?:lives|life)\s+(?:a\s+misery|hell|a\s+hell|miserable)|(?:rules?|runs?)\s+by\s+(?:fear|terror)"
    rf"|behind\s+(?:people[’']s|our|everyone[’']s)\s+backs?"
    rf"|hopelessly\s+out\s+of|couldn[’']t\s+care\s+less|(?:full|drunk)\s+(?:of|on)\s+(?:himself|herself|themselves|hot\s+air|power)|(?:not"
    rf"|never)\s+(?:been\s+)?(?:a|the)\s+(?:leader|manager|captain|statesman)\b"
    rf"|hid(?:es|ing)?\s+behind\s+{_WHOSE}\s|plays?\s+favou?rites|blames?\s+(?:everyone|everybody)\b)",
    re.IGNORECASE,
    needs=(
        *(
            "never",
            "could",
            "n't ",
            "n’t ",
            "not ",
            "nothing",
            "only",
            "nobody",
            "no one",
            "lost",
            "mother",
            "in it for",
        ),
        *("cares more", "care more", "thinks ", "think ", "hopelessly", "totally", "utterly", "completely", "woefully"),
        *("misery", "hell", "miserable", "fear", "terror", "back", "full of", "drunk", "hid", "favo", "blame"),
        *("coward", "liar", "bully", "fraud", "crook", "clown", "disgrace", "tyrant", "snake", "hypocrite", "puppet"),
        *("egomaniac", "narcissist"),
    ),
)
#: What is foretold of a house or of somebody, in somebody's own words.
DOOM = Pattern(
    r"\b(?:(?:there\s+will|there[’']ll)\s+be\s+(?:no|nothing)\b|(?:will|[’']ll|is\s+going\s+to|are\s+going\s+to"
    r"|would)\s+(?:be\s+)?(?:go\s+(?:bust|under|bankrupt|to\s+the\s+wall)|bankrupt|bust|ousted"
    r"|relegated|humiliated|defeated|voted\s+out|forced\s+out|thrown\s+out|sacked|implode|fold|crumble|cave\s+in|back\s+down|fall\s+apart|run\s+out\s+of|end\s+in\s+(?:tears"
    r"|failure|disaster)|blow\s+up|split)\b"
    r"|(?:won[’']t|will\s+not|will\s+never|never\s+going\s+to)\s+(?:be\s+(?:re-?elected|ready|built|finished|forgiven)|recover"
    r"|get\s+(?:through|past|elected|built)|see\s+out|work|happen|hold|come\s+back|give\s+up|step\s+(?:down|aside)|let\s+go)\b"
    r"|(?:months|weeks|days)\s+(?:away\s+)?from\s+(?:collapse|ruin|bankruptcy|disaster)\b|on\s+(?:its|his|her|their)\s+last\s+legs\b|(?:is|are)\s+(?:already\s+)?(?:over(?!\s+(?:for|in|by|at|the|to)\b)|dead(?!\s+(?:calm|ahead|on)\b)|done\s+for)\b)",
    re.IGNORECASE,
    needs=("will", "ll be", "going to", "would", "won't", "won’t", "from ", "last legs", "over", "dead", "done for"),
)
#: What somebody is called, by the noun.
NAMES = frozenset(
    """yes-man yes-men stooge stooges despot poodle lapdog mouthpiece chancer amateur amateurs crank zealot fanatic thug
    thugs brute monster snob weasel slave-driver diva windbag jobsworth lackey lackeys crony toady sycophant sycophants
    opportunist careerist demagogue warmonger loser failure flop phoney impostor menace autocrat dictator bore has-been
    nonentity lightweight featherweight flatterer flatterers martinet tyrants bullies bully tyrant puppets parasite
    parasites vulture vultures""".split()
)
#: Verbs by which somebody is judged in the passive or seems so to somebody.
CALLED = frozenset(
    """called described dubbed branded labelled labeled termed dismissed derided denounced characterised characterized
    portrayed likened compared mocked ridiculed seemed appeared considered deemed pronounced summed written remembered
    condemned attacked lampooned""".split()
)
#: Ways to say something that is no compliment.
SNEERED = frozenset(
    """sneered snapped scoffed fumed quipped joked sighed grumbled muttered whispered hissed shrugged mused groaned
    moaned snorted spat jeered remarked confided observed predicted lamented complained sniffed growled""".split()
)
#: Callings that no other list has.
FELLOWS = frozenset(
    """team-mate team-mates teammate co-worker workmate classmate shipmate trustee juror supplier distributor dealer
    contractor subordinate underling ex-minister ex-colleague ex-player old-timer""".split()
)
#: Behind these stands who judges.
AGENTS = frozenset({"by", "to", "for", "of"})
#: Behind *of* only in these: *in the words of one clerk*.
WORDS_OF = frozenset({"words", "view", "opinion", "eyes", "judgement", "judgment", "estimation", "mind"})
ONE = WordList("a an one another two three someone somebody".split())
#: How many words may stand between the article and the noun.
APART = 4


def unread(item: Item, heads: frozenset[str]) -> Iterator[tuple[Span, Quotation]]:
    """Quoted words with no source that the analysis sees, and somebody without a name in the sentence who said them.

    *By one team-mate the captain was called “…”*; *his successor, an insider predicted, would be “…”*.
    """
    if not item.analysis.quotations or not has(item, ONE):
        return
    analysis = item.analysis
    for quotation in analysis.quotations:
        sentence = analysis.sentence_at(quotation.span.start)
        owner = analysis.owner(quotation)
        if not sentence.is_read or (owner is not None and owner.source):
            continue
        who = _who(item, sentence, heads)
        if who is not None:
            yield who, quotation


def _who(item: Item, sentence: Sentence, heads: frozenset[str]) -> Span | None:
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    called = not CALLED.isdisjoint(lows)
    for i, low in enumerate(lows):
        if low not in ONE:
            continue
        noun = _noun(item, elements, i, heads)
        if noun is None:
            continue
        before = lows[i - 1] if i else ""
        agent = before in AGENTS and (called if before != "of" else not WORDS_OF.isdisjoint(lows[max(0, i - 3) : i]))
        if agent or (before == "for" and i == 1) or _speaks(item, lows, i, noun):
            return Span(elements[i].start, elements[noun].end)
    return None


def _noun(item: Item, elements: tuple[Element, ...], at: int, heads: frozenset[str]) -> int | None:
    """The noun for somebody behind *a* or *one*; of *a Church insider* the last."""
    found = at if elements[at].low in ("someone", "somebody") else None
    if [el.low for el in elements[at : at + 3]] == ["one", "of", "them"] and _are_nameless(item, elements[at], heads):
        return at + 2
    for k in range(at + 1, min(at + 1 + APART, len(elements))):
        low = elements[k].low
        if not low[:1].isalpha() or low in item.pack.prepositions or low in item.pack.function_like:
            break
        if low in heads or low in FELLOWS or (item.pack.kind_of(low) == "unnamed_person" and not elements[k].capital):
            found = k
        elif found is not None:
            break
    return found


def _are_nameless(item: Item, one: Element, heads: frozenset[str]) -> bool:
    """Whether the sentence before tells of several without a name, of whom *one of them* is one."""
    index = item.analysis.sentence_at(one.start).index
    if not index:
        return False
    before = item.analysis.narration(item.analysis.sentences[index - 1])
    return any(el.low in heads and el.low.endswith("s") and not el.capital for el in before)


def _speaks(item: Item, lows: list[str], at: int, noun: int) -> bool:
    """Whether a verb of speech stands right before the phrase, or right behind it or what explains it."""
    verbs = item.pack.verbs

    def says(low: str) -> bool:
        return low in SNEERED or low in ("said", "says") or (low in verbs and verbs[low].only_quoted)

    if at and says(lows[at - 1]):
        return True
    behind = noun + 1
    return bool(lows[behind : behind + 1]) and says(lows[behind]) and lows[behind + 1 : behind + 2] != ["as"]
