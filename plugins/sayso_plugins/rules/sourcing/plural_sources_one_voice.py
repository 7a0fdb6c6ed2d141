"""The rule sourcing/plural-sources-one-voice."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Source, Span, rule

#: How many sentences before may begin with the several of whom then one speaks.
BACK = 4
#: Endings of the plural, and what the singular has in their place.
ENDINGS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", ""))
#: Words by which one of several is told apart, some of them only behind an article: *would go first* is none.
APART = frozenset({"another"})
ORDERED = frozenset({"first", "second", "third", "former", "latter", "other"})
ARTICLES = frozenset({"the", "a", "an"})


@rule(
    "sourcing/plural-sources-one-voice",
    "Several sources are announced, and only one is heard.",
    since="0.1",
    severity="warning",
    certainty="extraction",
    judged=Judged(right=3),
    confidence=0.75,
    cure="Write 'a source' where there is one, or tell the others apart.",
    policies=[
        Policy("Reuters", "'Sources' is written only where there are several."),
        Policy("NPR", "Unnamed sources are described as clearly as they can be."),
    ],
    examples=[
        Flagged("Officials said the deal was done. “It is done,” the official added.", at="the official"),
        Flagged(
            "Sources in the ministry said the port would be sold.\n\nThe source said the price was 3 million euros.",
            at="The source",
        ),
        Flagged(
            "The vote is off, two aides said. It was planned for May. “There is no majority,” the aide said.",
            at="the aide",
        ),
        Flagged("Diplomats said the talks were over. It was late, according to the diplomat.", at="the diplomat"),
        Flagged(
            "Officials said the deal was done. “They do not see each other,” the official said.", at="the official"
        ),
        Flagged(
            "Suppliers, whose contracts forbid them to speak, said the deal was dead. “I sold all,” the supplier said.",
            at="the supplier",
        ),
        Flagged("Observers left the hall in haste. “They locked the doors,” the observer said.", at="the observer"),
        Flagged(
            "The port will be sold, two managers said. The docks would go first, the manager added.", at="the manager"
        ),
        Flagged("Sources said he was to go. “The Prime Minister lost the vote,” the source added.", at="the source"),
        Flagged(
            "According to sources, the port will be sold. The same source put the price at 3 euros.",
            at="The same source",
        ),
        Flagged(
            "Officials said the crane was old. “We had asked for a new one,” said the official, who gave no name.",
            at="the official, who gave no name",
        ),
        Flagged("Club sources say the coach is leaving. “He packed in May,” our source said.", at="our source"),
        Clean("Two sources said he was to go. A third source said it was in May. It is sad, the source added."),
        Clean("Two managers said the port would be sold. One said it was late. The manager left."),
        Clean("Sources said he was to go. Prime Minister Jo Berg, an official, left. It is late, the official said."),
        Clean("Ministers met in May. The prime minister said it was late.", "One with an office of his own."),
        Clean("Lawmakers from nine states spoke. The lawmaker from Larkmoor said it was late."),
        Clean(
            "Observers left the hall in haste. “They locked us out,” an observer said. It was late, the observer added."
        ),
        Clean("Dockers left the port in haste. Jo Berg, a docker, went home. “It is over,” the docker said."),
        Clean("Officials said the deal was done. One official said it was signed on Monday."),
        Clean(
            "A port official and a customs official said the deal was done. The port official said it was signed.",
            "Two that are told apart.",
        ),
        Clean("Officials said the deal was done. Ana Ruiz, a port official, agreed. She was glad, the official said."),
        Clean("Officials said the deal was done. Ana Ruiz, who signed it, was glad. It will last, the official said."),
        Clean("Officials said the deal was done. The officials added that it was signed."),
    ],
    known_false_alarms="One of several who is told apart by words that the analysis does not tie to the noun.",
)
def plural_sources_one_voice(item: Item) -> Iterator[Finding]:
    """A plural promises that somebody else has confirmed it; one voice has not.

    Where one of the group has been told apart before, or somebody else has spoken or been named in between, it is
    not clear that the one is all there is, and the rule is silent.
    """
    analysis = item.analysis
    announced: Several | None = None
    tried: set[str] = set()
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.quoted or source.kind == "pronoun":
            continue
        one = singular(source.head) if source.kind == "unnamed_collective" else None
        if one is not None:
            announced = Several(one, source.span)
            continue
        several = announced if announced is not None and announced.one == source.head else _begun(item, source)
        announced = None
        if several is None or source.head in tried:
            continue
        if _is_the_one(item, attribution, source, several):
            yield Finding(
                f"{several.span.of(item.text)!r} are several, and only {source.span.of(item.text)!r} is heard",
                spans=(source.span,),
                related=(several.span,),
            )
            return
        tried.add(source.head)


class Several(NamedTuple):
    """People without a name in the plural.

    Attributes:
        one: The noun for one of them.
        span: Where they are told of.
    """

    one: str
    span: Span


def singular(noun: str) -> str | None:
    """The noun for one of several; None where it has no ending of the plural."""
    if noun == "people":
        return "person"
    for ending, instead in ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending) + instead
    return None


def _begun(item: Item, source: Source) -> Several | None:
    """The several with whom a sentence before begins, and of whom *the* one speaks."""
    if source.kind != "unnamed_person":
        return None
    analysis = item.analysis
    here = analysis.sentence_at(source.span.start).index
    for index in range(here - 1, max(-1, here - 1 - BACK), -1):
        words = [el for el in analysis.elements[index] if el.kind == "word"]
        if words and singular(words[0].low) == source.head:
            return Several(source.head, Span(words[0].start, words[0].end))
    return None


def _is_the_one(item: Item, attribution: Attribution, source: Source, several: Several) -> bool:
    """Whether the source is *the official* of *officials*, with nobody else before or between."""
    # "The official, who asked not to be named": what is told of the one behind a comma is left aside.
    words = source.span.of(item.text).lower().split(",")[0].split()
    known = words[:1] == ["the"] or words[:-1] == ["our"]
    alike = set(words[1:-1]) <= {"same", *several.span.of(item.text).lower().split()}
    if not known or words[-1] != several.one or not alike:
        return False
    if item.analysis.speaker_kind(attribution.speaker) != "unnamed_person":
        return False
    if item.analysis.section_at(source.span.start).id != item.analysis.section_at(several.span.start).id:
        return False
    return not _told_apart(item, several.one, several.span.end, source.span)


def _told_apart(item: Item, one: str, start: int, here: Span) -> bool:
    """Whether the noun stands in the singular before, or without *the* behind, or a name comes up in between."""
    tokens, pack = item.analysis.tokens, item.pack
    words = tokens.words
    for i, low in enumerate(tokens.lows):
        at = tokens.starts[i]
        if at >= here.start:
            if low == one and at >= here.end and tokens.lows[i - 1] != "the":
                return True
            continue
        if low == one or (start < at and _is_apart(item, one, i)):
            return True
        if start >= at or not words[i][:1].isupper() or item.analysis.in_quotation(Span(at, tokens.ends[i])):
            continue
        before = words[i - 1] if i and tokens.lows[i - 1] not in pack.function_like else ""
        if words[i][:1].isupper() and (before[:1].isupper() or before in pack.roles or before.lower() in pack.titles):
            return True
    return False


def _is_apart(item: Item, one: str, at: int) -> bool:
    """Whether a word tells one of several apart: *one of them*, *one said*, *the other*, and not *a new one*."""
    lows = item.analysis.tokens.lows
    low, behind = lows[at], lows[at + 1] if at + 1 < len(lows) else ""
    if low == "one":
        return behind in ("of", one) or behind in item.pack.verbs
    return low in APART or (low in ORDERED and lows[at - 1] in ARTICLES)
