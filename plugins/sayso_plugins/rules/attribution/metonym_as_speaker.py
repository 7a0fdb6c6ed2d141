"""The rule attribution/metonym-as-speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Policy, Span, rule

if TYPE_CHECKING:
    from sayso import Analysis

#: Capitals and houses that stand for those who govern from them.
METONYMS = (
    "moscow",
    "beijing",
    "washington",
    "london",
    "paris",
    "berlin",
    "brussels",
    "tehran",
    "teheran",
    "kyiv",
    "kiev",
    "minsk",
    "warsaw",
    "pyongyang",
    "seoul",
    "tokyo",
    "taipei",
    "delhi",
    "new delhi",
    "islamabad",
    "kabul",
    "baghdad",
    "damascus",
    "riyadh",
    "ankara",
    "jerusalem",
    "tel aviv",
    "cairo",
    "khartoum",
    "caracas",
    "havana",
    "ottawa",
    "canberra",
    "madrid",
    "rome",
    "athens",
    "belgrade",
    "tbilisi",
    "yerevan",
    "baku",
    "kremlin",
    "white house",
    "downing street",
    "number 10",
    "no 10",
    "whitehall",
    "foggy bottom",
    "capitol hill",
    "élysée",
    "elysée",
    "elysee",
)
#: Words for those who govern and for their bodies.
GOVERNMENT = frozenset(
    """government governments ministry ministries minister ministers president premier chancellor cabinet secretary
    spokesman spokeswoman spokesperson ambassador envoy diplomat department embassy administration parliament
    presidency chairman""".split()
)
#: Where these stand, a city is a team.
SPORT = frozenset("coach quarterback goalkeeper innings touchdown playoffs playoff semifinal semi-final".split())
SPEAKING = frozenset({"reporting", "knowing"})


@rule(
    "attribution/metonym-as-speaker",
    "A city or a building speaks for a government.",
    since="0.1",
    severity="info",
    certainty="lexical",
    confidence=0.85,
    judged=Judged(right=1, wrong=0, arguable=0),
    preview=True,
    cure="Name the office or the person who said it.",
    policies=[
        Policy("Reuters", "A source is described as closely as can be."),
        Policy("NPR", "Say whose officials speak, and describe them."),
    ],
    examples=[
        Flagged("Moscow said the treaty was dead.", at="Moscow"),
        Flagged("The treaty is dead, according to the Kremlin.", at="the Kremlin"),
        Flagged("Downing Street announced that the talks would go on.", at="Downing Street"),
        Flagged("Beijing insists that the island is its own. Beijing said nothing of the harbour.", at="Beijing"),
        Clean("Moscow said the treaty was dead. Its foreign ministry published a note on Monday."),
        Clean(
            "Washington said it was sorry.\n\nThe deal is dead, White House spokesman Jo Berg said.",
            "The next says who.",
        ),
        Clean("The Kremlin spokesman, Ivan Orlov, said the treaty was dead."),
        Clean("“Moscow said the treaty was dead,” Ana Ruiz said.", "Somebody else's words."),
        Clean("Tom Washington plays the cello. Washington said he would rest.", "A person's name."),
        Clean("Washington is cold in winter, Ana Ruiz said."),
    ],
    known_false_alarms="A team, a university or a person that goes by the name of the city.",
)
def metonym_as_speaker(item: Item, *, metonyms: tuple[str, ...] = METONYMS) -> Iterator[Finding]:
    """A city says nothing; readers cannot tell a president's word from a press officer's.

    The option `metonyms` lists the names, in lower case and without *the*. A paragraph, or a sentence
    behind, that names an office or its holder is clear enough. All places with one name are one finding.
    """
    analysis = item.analysis
    found: dict[str, list[Span]] = {}
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.cue_class not in SPEAKING or analysis.in_quotation(source.span):
            continue
        name = _bare(source.span.of(item.text))
        if name in metonyms:
            found.setdefault(name, []).append(source.span)
    if not found or not SPORT.isdisjoint(analysis.tokens.lows):
        return
    offices = _offices(analysis)
    named = {analysis.sentences[index].paragraph for index in offices}
    for name, all_spans in found.items():
        sentences = [(span, analysis.sentence_at(span.start)) for span in all_spans]
        spans = [span for span, s in sentences if s.paragraph not in named and s.index + 1 not in offices]
        if spans and not _is_surname(analysis, name):
            shown = spans[0].of(item.text)
            yield Finding(f"{shown!r} stands for somebody who said it; who?", spans=tuple(spans))


def _bare(words: str) -> str:
    return " ".join(words.lower().replace(".", "").removeprefix("the ").split())


def _offices(analysis: Analysis) -> set[int]:
    """The sentences that have a word for an office or for one who holds it, by index."""
    return {
        analysis.sentence_at(start).index
        for start, low in zip(analysis.tokens.starts, analysis.tokens.lows, strict=True)
        if low.removesuffix("’s") in GOVERNMENT and not analysis.in_quotation(Span(start, start + 1))
    }


def _is_surname(analysis: Analysis, name: str) -> bool:
    """Whether a capitalised word stands before the name somewhere: *Tom Washington*."""
    last = name.split()[-1]
    if " " in name:
        return False
    words, lows = analysis.tokens.words, analysis.tokens.lows
    return any(
        low.removesuffix("’s") == last
        and i > 0
        and words[i - 1][0].isupper()
        and not words[i].isupper()
        and lows[i - 1] not in analysis.pack.function_like
        for i, low in enumerate(lows)
    )
