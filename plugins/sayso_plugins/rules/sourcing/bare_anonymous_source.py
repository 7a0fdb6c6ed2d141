"""The rule sourcing/bare-anonymous-source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, WordList, rule
from sayso_plugins.rules._near import words_of
from sayso_plugins.rules.sourcing._unread_sources import knowing, tells

if TYPE_CHECKING:
    from sayso import Sentence

#: Words that count or praise a source and tell nothing about it.
EMPTY = (
    "a an the one two three four five six seven eight nine ten eleven twelve several multiple many some various "
    "numerous our its his her their other another separate "
    "well-placed well-informed reliable informed trusted credible anonymous unnamed unidentified undisclosed "
    "authoritative knowledgeable usually generally highly placed high-placed impeccable unimpeachable trustworthy "
    "unspecified nameless unattributed confidential well-connected good inside top-level high-level"
).split()
HEADS = ("source", "sources", "insider", "insiders", "tipster", "tipsters", "informant", "informants")
NOUNS = WordList(HEADS)
#: Before these, a source is one that was told of.
BACK = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "another"})
#: Through these something comes from somebody: *we hear from sources that …*, *per sources*.
THROUGH = frozenset({"from", "per", "via", "through"})
#: What comes so, where it is words and neither power nor money.
HEARD = frozenset(
    """
    hear hears heard hearing learn learns learned learnt learning understand understands understood gather gathers
    gathered gleaned know known information word confirmation tip tips tip-off reports details leaks leak obtained
    briefed confirmed
    """.split()
)
#: Behind the noun, these begin what tells who it is.
TELLING = frozenset(
    """of in at on inside within near close with who whose such from familiar for among across around aware privy
    involved based linked connected briefed directly present behind to""".split()
)
ULTIMATELY = frozenset("ultimately mainly mostly largely mainly especially".split())
#: How many words may stand between what is heard and the one it comes from.
APART = 6


@rule(
    "sourcing/bare-anonymous-source",
    "An unnamed source is not described at all.",
    since="0.1",
    certainty="lexical",
    confidence=0.95,
    judged=Judged(right=3, wrong=0, arguable=2),
    cure="Describe the source: how it knows, on whose side it stands, why it is not named.",
    policies=[
        Policy("AP", "'A source' alone is almost never acceptable.", "2004-2009"),
        Policy("Reuters", "A source is described as closely as can be; 'sources' only where there are several."),
    ],
    examples=[
        Flagged("Sources said the deal was dead.", at="Sources"),
        Flagged("The deal is dead, a reliable source said.", at="a reliable source"),
        Flagged("According to insiders, the deal is dead.", at="insiders"),
        Flagged("Three well-placed sources confirmed the sale.", at="Three well-placed sources"),
        Flagged("“The deal is dead,” an insider told the Larkmoor Gazette.", at="an insider"),
        Flagged("The source said the deal was dead.", at="The source"),
        Flagged("At the port, six sources said the deal was dead.", at="six sources"),
        Flagged("The deal is dead, 14 separate sources said.", at="14 separate sources"),
        Flagged("We’re hearing from sources that the ship is not insured.", at="sources"),
        Flagged("The bid will fail, it was learnt from two sources.", at="two sources"),
        Flagged("Per sources, the deal is worth 40 million euros.", at="sources"),
        Flagged("Information from reliable sources suggests that the mine will shut.", at="reliable sources"),
        Flagged("Bread, a well-placed source indicated, will be dear.", at="a well-placed source"),
        Flagged("A knowledgeable source was adamant that the ship would sail.", at="A knowledgeable source"),
        Flagged("The plan was described by one source as a mistake.", at="one source"),
        Flagged("Those in the know expect a sale.", at="Those in the know"),
        Flagged("Well-informed circles predict a split.", at="Well-informed circles"),
        Flagged("An informant said the vault was empty.", at="An informant"),
        Flagged("From a usually reliable source comes word of a split.", at="a usually reliable source"),
        Clean("The letter was put in the vault by a source of the river, and one source is dry."),
        Clean("Those in the know at the harbour ministry expect a sale.", "It says whose."),
        Clean("The plan was described by the source as a mistake, and by a source in the ministry."),
        Clean("The Larkmoor Gazette heard from sources close to the mayor that the deal was dead."),
        Clean("We learned from sources of that age how the mill was built.", "Documents."),
        Clean("The town gets its water from three sources.", "Wells."),
        Clean("What we know from sources such as letters is little."),
        Clean("Two people who attended the meeting said the deal was dead."),
        Clean("A source in the harbour ministry said the deal was dead."),
        Clean("Renewable sources supply a third of the power, the grid operator said.", "Energy."),
        Clean("Open source software runs the lock, the council said."),
        Clean("The river has its source in Norvik, the guide said."),
        Clean("Party insiders said the deal was dead.", "It says whose."),
        Clean("A source in the ministry said the deal was dead. The source said it had been for weeks."),
        Clean('"Sources said it was dead," Ana Ruiz said.', "Somebody else's words."),
    ],
    known_false_alarms="A source that another sentence describes, before or behind the one that quotes it.",
)
def bare_anonymous_source(item: Item, *, empty: tuple[str, ...] = tuple(EMPTY)) -> Iterator[Finding]:
    """Readers cannot tell a minister's aide from a passer-by.

    The option `empty` lists words that describe nothing.
    """
    words = words_of(item)
    analysis = item.analysis
    for span in knowing(item):
        if analysis.sentence_at(span.start).is_read and not analysis.in_quotation(span):
            yield Finding(f"{span.of(item.text)!r} tells nothing about who it is", spans=(span,))
    if words.isdisjoint(HEADS):
        return
    introduced = False
    told: set[int] = set()
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or source.head not in HEADS or source.named:
            continue
        told.add(analysis.sentence_at(source.span.start).index)
        phrase = [word.lower().strip(",") for word in source.span.of(item.text).split()]
        # "The source" is the one that was introduced before, where one was.
        known, introduced = introduced and phrase[0] == "the", True
        if not known and all(word in empty or word in HEADS or word.isdigit() for word in phrase):
            shown = source.span.of(item.text)
            yield Finding(f"{shown!r} tells nothing about who it is", spans=(source.span,))
    for sentence in analysis.sentences_with(NOUNS):
        if sentence.index in told or not sentence.is_read:
            continue
        who = _heard(item, sentence, frozenset(empty)) or _unread(item, sentence, frozenset(empty))
        if who is not None and not analysis.in_quotation(who):
            yield Finding(f"{who.of(item.text)!r} tells nothing about who it is", spans=(who,))


def _unread(item: Item, sentence: Sentence, empty: frozenset[str]) -> Span | None:
    """Who tells something that the analysis does not read as told: *fuel, a source indicated, will run out*."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    for at, low in enumerate(lows):
        if low not in HEADS or (at and elements[at].capital):
            continue
        start = at
        while start and (lows[start - 1] in empty or lows[start - 1].isdigit()):
            start -= 1
        if BACK.isdisjoint(lows[start:at]) and tells(lows, start, at):
            return Span(elements[start].start, elements[at].end)
    return None


def _heard(item: Item, sentence: Sentence, empty: frozenset[str]) -> Span | None:
    """Those from whom a sentence has its news, without a verb of theirs: *we hear from sources that …*."""
    elements = item.analysis.narration(sentence)
    lows = [el.low for el in elements]
    for at, low in enumerate(lows):
        if low not in HEADS:
            continue
        adverb = at + 1 < len(lows) and (lows[at + 1] in item.pack.adverbs or lows[at + 1] in ULTIMATELY)
        behind = at + 1 + adverb
        if behind < len(lows) and lows[behind] in TELLING:
            continue
        start = at
        while start and (lows[start - 1] in empty or lows[start - 1].isdigit()):
            start -= 1
        if not start or lows[start - 1] not in THROUGH:
            continue
        opens = lows[start - 1] == "per" and lows[at + 1 : at + 2] in ([","], ["."])
        if opens or (lows[start - 1] != "per" and not HEARD.isdisjoint(lows[max(0, start - APART) : start - 1])):
            return Span(elements[start].start, elements[at].end)
    return None
