"""The rule attribution/hedge-for-source."""

from collections.abc import Iterator

from sayso import Attribution, Clean, Finding, Flagged, Item, Judged, Policy, Span, rule

#: Words of the courts, whose charge or claim is the source that the hedge points to.
COURT = frozenset("charged accused indicted prosecution indictment prosecutors plaintiff lawsuit defendant".split())


@rule(
    "attribution/hedge-for-source",
    "A hedge says that somebody said it, and hides who.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=30, wrong=2, arguable=8),
    cure="Name who reports, alleges or believes it; if nobody can be named, ask whether it can run.",
    policies=[
        Policy("NPR", "'Reportedly' is not a source."),
        Policy(
            "Wikipedia, Manual of Style",
            "Unsupported attributions lend weight without a source; not so inside quotations.",
        ),
    ],
    examples=[
        Flagged("The minister reportedly owns two flats.", at="reportedly"),
        Flagged("The ship is believed to have left the port.", at="is believed to"),
        Flagged("Allegedly, the records were burned.", at="Allegedly"),
        Flagged("The mayor is said to own a third flat.", at="is said to"),
        Flagged("A second man is alleged to have driven the van.", at="is alleged to"),
        Flagged(
            "The charge sheet names two flats. The minister allegedly hid them.",
            at="allegedly",
        ),
        Clean("The minister allegedly hid the flats, according to the charge sheet."),
        Clean('"The minister reportedly owns two flats," Ana Ruiz said.', "Somebody else's word."),
        Clean("Prosecutors said the minister allegedly hid the flats."),
        Clean(
            "The minister reportedly owns two flats, the Larkmoor Gazette wrote.", "The sentence says who reported it."
        ),
        Clean("The minister was charged with allegedly hiding the flats.", "The charge is the source."),
        Clean("Two people were arrested over the alleged theft.", "Here it is the theft that is not proved."),
    ],
    known_false_alarms="Court copy whose source stands in another sentence, and a source that the next sentence gives.",
)
def hedge_for_source(item: Item) -> Iterator[Finding]:
    """'Reportedly' tells readers that there is a source and keeps it from them.

    A source anywhere in the sentence clears the hedge; so does the court's language of charge and accusation.
    """
    analysis = item.analysis
    for attribution in analysis.attributions:
        if attribution.mode != "hedge":
            continue
        sentence = analysis.sentence_at(attribution.cue[0].start)
        if any(a.source or a.carried_over_from for a in analysis.attributions_in(sentence)):
            continue
        if any(element.low in COURT for element in analysis.narration(sentence)):
            continue
        phrase = _phrase(item, attribution)
        yield Finding(f"{phrase.of(item.text)!r} stands where a source should; who says so?", spans=(phrase,))


def _phrase(item: Item, attribution: Attribution) -> Span:
    """The hedge with all its words: *is believed to*, where the cue is *believed*."""
    elements = item.analysis.narration(item.analysis.sentence_at(attribution.cue[0].start))
    words = attribution.cue_lemma.split()
    first = last = next(i for i, el in enumerate(elements) if el.start == attribution.cue[0].start)
    while first > 0 and elements[first - 1].low in words:
        first -= 1
    while last + 1 < len(elements) and elements[last + 1].low in words:
        last += 1
    return Span(elements[first].start, elements[last].end)
