"""The rule sourcing/plural-sources-one-voice."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Source, rule

#: People without a name in the plural, and one of them.
ONE_OF = {
    "sources": "source",
    "officials": "official",
    "insiders": "insider",
    "diplomats": "diplomat",
    "aides": "aide",
    "executives": "executive",
    "advisers": "adviser",
    "advisors": "advisor",
    "commanders": "commander",
}

#: Words by which one of several is told apart.
APART = frozenset({"one", "another", "first", "second", "former", "latter", "other"})


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
    announced: Source | None = None
    tried: set[str] = set()
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.quoted or source.kind == "pronoun":
            continue
        if source.kind == "unnamed_collective" and source.head in ONE_OF:
            announced = source
        elif announced is None or source.head in tried or source.head != ONE_OF[announced.head]:
            announced = None
        elif _is_the_one(item, attribution, source, announced):
            yield Finding(
                f"{announced.span.of(item.text)!r} are several, and only {source.span.of(item.text)!r} is heard",
                spans=(source.span,),
                related=(announced.span,),
            )
            return
        else:
            announced = None
            tried.add(source.head)


def _is_the_one(item: Item, attribution: Attribution, source: Source, announced: Source) -> bool:
    """Whether the source is *the official* of *officials*, with nobody else before or between."""
    one = ONE_OF[announced.head]
    words = source.span.of(item.text).lower().split()
    if words != ["the", one] or item.analysis.speaker_kind(attribution.speaker) != "unnamed_person":
        return False
    if item.analysis.section_at(source.span.start).id != item.analysis.section_at(announced.span.start).id:
        return False
    return not _told_apart(item, one, announced.span.end, source.span.start + 1)


def _told_apart(item: Item, one: str, start: int, end: int) -> bool:
    """Whether the noun stands in the singular before, or without *the* behind, or a name comes up in between."""
    tokens, pack = item.analysis.tokens, item.pack
    words = tokens.words
    for i, low in enumerate(tokens.lows):
        at = tokens.starts[i]
        if at >= end:
            if low == one and tokens.lows[i - 1] != "the":
                return True
            continue
        # "Each other" tells nobody apart.
        if low == one or (start < at and low in APART and tokens.lows[i - 1] != "each"):
            return True
        before = words[i - 1] if i and start < at else ""
        if words[i][:1].isupper() and (before[:1].isupper() or before in pack.roles or before.lower() in pack.titles):
            return True
    return False
