"""The rule attribution/anonymous-collective."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Source, rule

#: Groups that anybody can be counted into. Witnesses and residents are not among them: they say what they saw.
HEADS = """
    officials critics experts analysts observers locals pundits commentators many some others several specialists
    supporters opponents activists campaigners diplomats insiders economists scientists scholars academics historians
    watchers forecasters
""".split()

#: Words before the house that somebody belongs to.
HOUSE = frozenset({"at", "of", "from", "with", "for", "in", "within"})


@rule(
    "attribution/anonymous-collective",
    "A group without a name speaks, and no member of it is named.",
    since="0.1",
    certainty="lexical",
    confidence=0.8,
    judged=Judged(right=11, wrong=4, arguable=1),
    cure="Name one of them with role, or say how many were asked and by whom.",
    policies=[
        Policy("NPR", "A bare 'officials say' does not do; say whose officials, and describe them."),
        Policy(
            "Wikipedia, Manual of Style", "'Some say' hides who; a topic sentence that the next ones source is exempt."
        ),
    ],
    examples=[
        Flagged("Analysts stressed that the deal was dead.", at="Analysts"),
        Flagged("Critics wrote that the bridge was unsafe.", at="Critics"),
        Flagged("Analysts expect a split.", at="Analysts"),
        Flagged("Critics say the plan is too expensive.", at="Critics"),
        Flagged("The plan is too expensive, some experts said.", at="some experts"),
        Clean("The rules were written by analysts who studied the harbour.", "They wrote rules, and said nothing."),
        Clean("Analysts expect a split. Jo Berg of Norbank said the bank would divide its mortgage arm."),
        Clean("Officials at the harbour ministry said the plan was too expensive.", "Their house is named."),
        Clean("Some of the bridges were built in 1960.", "Nobody speaks."),
        Clean('"Experts say it is safe," Ana Ruiz said.', "Somebody else's words."),
    ],
)
def anonymous_collective(item: Item, *, heads: tuple[str, ...] = tuple(HEADS)) -> Iterator[Finding]:
    """A group cannot be asked, and anybody can be counted into it.

    The option `heads` lists the nouns. A group whose house is named is described well enough, and one of whom
    a member is named in the paragraph is no hiding place.
    """
    analysis = item.analysis
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.via or source.head not in heads or source.kind != "unnamed_collective":
            continue
        # "Rules written by analysts" are theirs, and no statement.
        if attribution.cue_lemma == "write" and attribution.cue[0] < source.span:
            continue
        # Words in quotation marks need one speaker: quotation/orphan-quote reads those.
        if attribution.mode == "direct":
            continue
        if not _is_bare(item, source) or _member_named(item, attribution):
            continue
        words = source.span.of(item.text)
        yield Finding(
            f"{words!r} names nobody; who, and how many?", spans=(source.span,), confidence=attribution.confidence
        )


def _is_bare(item: Item, source: Source) -> bool:
    """Whether the phrase names no house: no name, and no body behind *at*, *of* or *from*."""
    words = source.span.of(item.text).split()
    first = words[0].replace(".", "")
    if (
        any(word[0].isupper() for word in words[1:])
        or (len(first) > 1 and first.isupper())
        or words[0].endswith(("’s", "'s"))
    ):
        return False
    behind = next((i for i, word in enumerate(words) if word in HOUSE), len(words))
    return not any(word.strip(",.").lower() in item.pack.organisations for word in words[behind:])


def _member_named(item: Item, attribution: Attribution) -> bool:
    analysis = item.analysis
    paragraph = analysis.sentence_at(attribution.cue[0].start).paragraph
    for other in analysis.attributions:
        source = analysis.source_of(other)
        named = source is not None and source.kind == "person" and source.named
        if named and analysis.sentence_at(other.cue[0].start).paragraph == paragraph:
            return True
    return False
