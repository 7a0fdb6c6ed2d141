"""The rule sourcing/single-anonymous-source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Policy, rule

if TYPE_CHECKING:
    from sayso import Analysis, Attribution, Source

#: Nouns that tell a rank or a nearness, and that many have. A spokesman speaks for a house, a mayor there is one
#: of, and a witness tells what it saw.
HEADS = """
    source insider official aide adviser advisor diplomat executive employee staffer worker lawmaker person friend
    colleague relative negotiator analyst expert engineer manager
""".split()
#: Words that open the first mention of one among many.
ONE = frozenset({"a", "an", "one"})
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
        Clean("The deal is dead, an aide said. Ana Ruiz, the mayor, said both sides had left.", "Two sources."),
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
    source = analysis.source_of(first) if first is not None else None
    if first is None or source is None or not _is_unnamed(source):
        return
    words = source.span.of(item.text)
    if _head(source, item.text) not in heads or words.split()[0].lower() not in ONE or not _leads(item, first):
        return
    # "A person close to the talks and minutes of them": a document, too.
    if any(item.pack.kind_of(word) == "document" for word in words.lower().split()):
        return
    if _sole_voice(analysis.fuller) is not None:
        yield Finding(f"all that the item says rests on {words!r}, who is not named", spans=(source.span,))


def _is_unnamed(source: Source) -> bool:
    return source.kind == "unnamed_person" and not source.named and not source.plural


def _head(source: Source, text: str) -> str:
    """The noun: of *a person familiar with the plans*, it is not the last word before what explains it."""
    words = source.span.of(text).lower().split()[:4]
    return source.head if source.head in HEADS else next((word for word in words if word in HEADS), source.head)


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
