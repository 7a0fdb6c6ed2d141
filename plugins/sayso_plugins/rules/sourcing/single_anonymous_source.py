"""The rule sourcing/single-anonymous-source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Policy, rule
from sayso_plugins.rules.consistency.content_words import content_words

if TYPE_CHECKING:
    from sayso import Analysis, Attribution, Sentence, Source

#: Nouns that tell a rank or a nearness, and that many have. A spokesman speaks for a house, a mayor there is one
#: of, and a witness tells what it saw.
HEADS = """
    source insider official aide adviser advisor diplomat executive employee staffer worker lawmaker person friend
    colleague relative negotiator analyst expert engineer manager clerk member someone somebody one individual player
    minister councillor councilor senator legislator backbencher board-member trustee director banker trader broker
    consultant strategist associate ally operative commander general ambassador envoy delegate judge lawyer prosecutor
    investigator detective officer nurse teacher professor scientist supplier contractor agent scout team-mate teammate
    dealer developer planner organiser organizer producer editor priest monk bishop courtier secretary assistant deputy
    bureaucrat functionary lobbyist donor whistleblower whistle-blower informant tipster confidant confidante figure
""".split()
#: Who speaks for a house is no single source, and who saw it tells what he saw.
OTHERS = frozenset(
    """spokesman spokeswoman spokesperson statement witness eyewitness resident survivor passenger neighbour neighbor
    mayor president premier chairman chairwoman coroner""".split()
)
#: Words by which somebody else is said to have borne it out.
BORNE_OUT = frozenset(
    """confirmed confirms confirm confirming confirmation corroborated corroborates verified bears bore echoed
    acknowledged admitted conceded""".split()
)
#: How many sentences an item has at least that has more than one matter.
LONG = 4
#: What may stand behind the noun, beside prepositions.
BEHIND = frozenset("who that close familiar there briefed involved privy working present speaking".split())
#: Within how many sentences one whom the lead leaves unnamed is named: *a former minister … Lady Berg …*.
NAMED_IN = 2
#: How many words another sentence shares with the lead that is on its matter.
SHARED = 2
#: Words that open the first mention of one among many.
ONE = frozenset({"a", "an", "one", "someone", "somebody"})
#: What is told of the source, and not by it.
ASKS = frozenset({"ask", "request", "insist", "speak", "decline", "refuse"})
#: What these items are made of is one voice, or many that are presented otherwise.
OTHER_GENRES = frozenset({"interview", "press_release", "statement", "fact_check", "opinion"})


@rule(
    "sourcing/single-anonymous-source",
    "The whole item rests on one source without a name.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    confidence=0.75,
    preview=True,
    cure="Find a second source or a document, or say why there is only this one and how it knows.",
    policies=[
        Policy("BBC", "One source is reluctantly relied on; a single one should be named.", "2019"),
        Policy("Reuters", "Two sources are better than one; a single unnamed source is for exceptional cases."),
    ],
    examples=[
        Flagged(
            "The deal is dead, an aide said. The aide said both sides had left the talks.",
            at="an aide",
        ),
        Flagged("A source in the harbour ministry said the port would be sold.", at="A source in the harbour ministry"),
        Flagged(
            "The two banks will merge, an executive at one of them said.\n\nThe executive said it would be in May.",
            at="an executive at one of them",
        ),
        Flagged(
            "An adviser said Norbank would close its branch. It has stood there since 1920.\n\nHe added that 40 "
            "people worked in it.",
            at="An adviser",
        ),
        Flagged(
            "The ferry line will be sold in May, someone close to the port has told this newspaper. It has two"
            " boats. It is old. Rain fell on Monday, Jo Berg, who keeps the station, said.",
            at="someone close to the port",
        ),
        Flagged(
            "Two bridges are to be shut, according to a former clerk of the port, who asked not to be named.\n\nIt is"
            " late. The bridges are old. The market opened on Monday, mayor Ana Ruiz said.",
            at="a former clerk of the port, who asked not to be named",
        ),
        Flagged(
            "The mayor will give up the post, said one of her aides. She opened a school on Monday. It is late. Its"
            " head, Jo Berg, was glad, she said.",
            at="one of her aides",
        ),
        Clean("The ferry line will be sold, a clerk of the port said. Jo Berg, its owner, confirmed it."),
        Clean(
            "The ferry line will be sold in May, a clerk said. The sale of the ferry is late, Jo Berg, its owner, said."
        ),
        Clean(
            "A former minister told peers that the mill leaks. Lady Berg said that it was old. It is red. It is late."
            " Rain fell, Ana Ruiz said.",
            "She is named behind.",
        ),
        Clean("A boat sank, a passenger said. It was old. It was red. Rain fell, Jo Berg said.", "Who was there."),
        Clean("The deal is dead, an aide said. Ana Ruiz, the mayor, said both sides had left.", "Two sources."),
        Clean("Isla Kerr, a ferry engineer who wrote at night, has won a prize. The aide said that it was hers."),
        Clean("The deal is dead, an aide said. The minutes show that both sides have left.", "A document."),
        Clean("The port will be sold, a ministry spokeswoman said.", "She speaks for the ministry."),
        Clean("The port will be sold, the mayor said. The mayor gave no date.", "There is one mayor."),
        Clean("The port was sold. A worker said the cranes had stopped.", "The lead does not rest on him."),
    ],
    known_false_alarms="A second source that the analysis does not see as one, such as a document that is only linked.",
)
def single_anonymous_source(item: Item, *, heads: tuple[str, ...] = tuple(HEADS)) -> Iterator[Finding]:
    """If the one source is wrong, all is wrong, and no reader can find out who it was.

    The option `heads` lists the nouns for somebody who could be one of many.
    """
    analysis = item.analysis
    if item.record.item_type.value in OTHER_GENRES or analysis.turns:
        return
    first = _sole_voice(analysis)
    sole = first is not None and _sole_voice(analysis.fuller) is not None
    if first is None or not sole:
        first = _first(item)
    source = analysis.source_of(first) if first is not None else None
    if first is None or source is None or not _is_unnamed(source):
        return
    words = source.span.of(item.text)
    # "Isla Kerr, a ferry engineer who wrote": her name stands before what she is.
    if words.lower().endswith(" who") and item.text[: source.span.start].rstrip().endswith(","):
        return
    if _head(source, item.text, heads) not in heads or words.split()[0].lower() not in ONE or not _leads(item, first):
        return
    # "A person close to the talks and minutes of them": a document, too.
    lows = words.lower().partition(",")[0].split()
    if any(item.pack.kind_of(word) == "document" for word in lows) or not OTHERS.isdisjoint(lows):
        return
    if sole:
        yield Finding(f"all that the item says rests on {words!r}, who is not named", spans=(source.span,))
    elif _is_long(item) and _ends_there(item, lows, heads) and not _borne_out(item, first):
        yield Finding(f"what the item begins with rests on {words!r} alone, who is not named", spans=(source.span,))


def _first(item: Item) -> Attribution | None:
    """The attribution of the first sentence, where it has no other, and the text makes it its news."""
    analysis = item.analysis
    lead = next((one for one in analysis.sentences if one.is_read and one.section.kind == "news"), None)
    if lead is None:
        return None
    # "Asked not to be named" is told of who speaks, and is no second source.
    told = [one for one in analysis.attributions_in(lead) if one.gives_words and one.governs]
    told = [one for one in told if one.cue_lemma not in ASKS]
    first = told[0] if len(told) == 1 else None
    return first if first is not None and not first.via and first.mode == "indirect" else None


def _names_another(item: Item, lead: Sentence, sentence: Sentence) -> bool:
    """Whether somebody with a name that the lead does not have speaks right behind it: that may be the same one."""
    said = lead.span.of(item.text)
    for one in item.analysis.attributions_in(sentence):
        source = item.analysis.source_of(one)
        if source is not None and source.kind == "person" and source.span.of(item.text).split()[-1] not in said:
            return True
    return False


def _is_long(item: Item) -> bool:
    """Whether there is room for more than one matter: in a few sentences another source is on the same."""
    return sum(one.is_read for one in item.analysis.sentences) >= LONG


def _ends_there(item: Item, lows: list[str], heads: tuple[str, ...]) -> bool:
    """Whether the noun is the head of the phrase: *an official mailing list* is no official."""
    at = next((i for i, low in enumerate(lows) if low in heads), len(lows))
    while lows[at + 1 : at + 2] and lows[at + 1] in heads:
        at += 1
    behind = lows[at + 1 : at + 2]
    return behind == [] or behind[0] in item.pack.prepositions or behind[0] in BEHIND


def _borne_out(item: Item, first: Attribution) -> bool:
    """Whether another sentence has the matter of the lead from somebody else, or says that it was confirmed."""
    analysis = item.analysis
    lead = analysis.sentence_at(first.content[0].start)
    matter = set(content_words(item, first.content))
    for sentence in analysis.sentences:
        if sentence.index == lead.index or not sentence.is_read:
            continue
        shared = matter & set(content_words(item, [sentence.span]))
        if sentence.index <= lead.index + NAMED_IN and _names_another(item, lead, sentence):
            return True
        if shared and not BORNE_OUT.isdisjoint(analysis.narrated(sentence)):
            return True
        for one in analysis.attributions_in(sentence):
            source = analysis.source_of(one)
            other = one.speaker != first.speaker and source is not None and source.kind != "pronoun"
            if other and source is not None and len(shared) >= SHARED:
                words = source.span.of(item.text).lower().split()
                if (
                    words[0] != "the"
                    or source.head not in item.text[first.source[0].start : first.source[0].end].lower()
                ):
                    return True
    return False


def _is_unnamed(source: Source) -> bool:
    return source.kind == "unnamed_person" and not source.named and not source.plural


def _head(source: Source, text: str, heads: tuple[str, ...] = tuple(HEADS)) -> str:
    """The noun: of *a person familiar with the plans*, it is not the last word before what explains it."""
    words = source.span.of(text).lower().split()[:4]
    return source.head if source.head in heads else next((word for word in words if word in heads), source.head)


def _sole_voice(analysis: Analysis) -> Attribution | None:
    """The first attribution with a speaker, where all others lead back to it; None where they do not."""
    first: Attribution | None = None
    head = ""
    for one in analysis.attributions:
        source = analysis.source_of(one)
        if not one.gives_words or source is None or one.carried_over_from:
            continue
        if one.via or (first is None and (one.speaker is None or not _is_unnamed(source))):
            return None
        if first is None:
            first, head = one, _head(source, analysis.text)
        elif one.speaker != first.speaker and source.kind != "pronoun" and not _is_unnamed(source):
            return None
        elif one.speaker != first.speaker and source.kind != "pronoun":
            words = source.span.of(analysis.text).lower().split()
            if words[0] != "the" or _head(source, analysis.text) != head:
                return None
    return first


def _leads(item: Item, first: Attribution) -> bool:
    claims = item.analysis.claims
    return bool(claims) and claims[0].attribution == first.id
