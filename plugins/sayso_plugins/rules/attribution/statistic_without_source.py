"""The rule attribution/statistic-without-source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, rule

if TYPE_CHECKING:
    from sayso import Analysis, Sentence

EXEMPT = frozenset({"press_release", "statement", "opinion", "analysis", "fact_check", "interview", "obituary"})
#: "Crime has doubled since 2019": a comparison in time that gives no figure of its own.
MULTIPLE = Pattern(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved)\s+(?:since|in|over|within|compared|between|during)\b",
    needs=("doubled", "tripled", "trebled", "quadrupled", "halved"),
)
PERCENT = frozenset({"%", "percent", "per-cent", "cent", "percentage"})
MOVES = frozenset("rose fell grew shrank climbed dropped increased decreased surged plunged slumped soared".split())
MARGINS = frozenset({"by", "to", "from", "almost", "nearly", "about", "around", "some", "more", "over", "roughly"})
MONEY = frozenset("$£€¥")
#: What a share is of, where only a count of many can tell; and the rates that offices publish.
COUNTED = frozenset(
    """people population residents households children women men adults families users students pupils workers schools
    homes patients farmers migrants refugees teenagers girls boys pensioners businesses firms companies jobs""".split()
)
RATES = frozenset("infection unemployment jobless inflation poverty mortality literacy crime birth prevalence".split())
SHARES = frozenset({"account", "accounts", "accounted", "comprise", "comprises"})
#: A rank that only counting in time can show; a rank among neighbours is mostly common knowledge.
RANKS = frozenset("highest lowest worst deadliest costliest record".split())
#: How many sentences back in the paragraph a source is looked for.
BACK = 6
IN_TIME = frozenset({"ever", "since", "history", "decades", "decade", "recorded", "ever-recorded"})
#: Games, votes, markets, prices, measures and ages: AFP asks no source for them, or they are measured and not counted.
PLAIN = frozenset(
    """score scored goals points innings wickets wicket runs bowling batting
    match season lap race tournament championship league cup medal
    vote votes voted voters election elections ballot ballots precincts constituency turnout seats referendum runoff
    shares stock stocks index nasdaq nikkei ftse dow yen dollar euro barrel trading traded closed bourse
    interest tax taxes tariff tariffs duty stake owns owned deputies lawmakers mps dose
    price prices priced fare fares ticket tickets toll fee fees discount salary
    km kilometres kilometers metres meters miles feet mph kph magnitude celsius fahrenheit degrees altitude
    aged age ages old chance odds""".split()
)
#: Words that name what a figure is from, without a verb of saying.
ORIGIN = frozenset(
    """figures statistics data survey surveys poll polls census audit report reports study studies research estimates
    estimate released published analysis review according index measure gauge respondents surveyed polled""".split()
)
#: An item that begins with these reports what they say.
FIGURES = frozenset("figures statistics data survey surveys poll polls census study".split())
#: A count that is worth a source; years are none.
MANY = Pattern(r"(?!(?:19|20)\d\d$)\d[\d,]*\d\d|(?:million|billion|thousand)s?")


@rule(
    "attribution/statistic-without-source",
    "A statistic or a record stands in the news, and nobody is said to have counted.",
    since="0.1",
    certainty="extraction",
    confidence=0.75,
    judged=Judged(right=1, wrong=0, arguable=0),
    preview=True,
    cure="Say whose figure it is, and for when.",
    policies=[
        Policy("AP", "What can be disputed and was not gathered by the reporter has a source."),
        Policy("BBC", "Material facts that cannot be corroborated are attributed.", "2019"),
        Policy("AFP", "Scores and market data need no source."),
    ],
    examples=[
        Flagged("Crime has doubled since 2019.", at="Crime has doubled since 2019."),
        Flagged("The town lies on a river. Exports rose 7 percent in May.", at="Exports rose 7 percent in May."),
        Flagged(
            "Unemployment is the highest since records began, at 11 percent.",
            at="Unemployment is the highest since records began, at 11 percent.",
        ),
        Flagged(
            "The trade deficit has increased by almost $7 billion since last year.",
            at="The trade deficit has increased by almost $7 billion since last year.",
        ),
        Clean("Crime has doubled since 2019, police figures show."),
        Clean(
            "A new study of the harbour came out on Monday.\n\nIt names many ports.\n\nExports rose 7 percent in May.",
            "All of it is from the study.",
        ),
        Clean("The statistics office published its figures on Monday. Exports rose 7 percent in May."),
        Clean("Ana Ruiz, the harbour master, spoke of a good year. Exports rose 7 percent, she said."),
        Clean("The council increased the budget by $7 million.", "Its own act."),
        Clean("Shares in the mill fell 9 percent in early trading.", "Market data."),
        Clean("The mayor won 61 percent of the votes.", "A result."),
        Clean("Ticket prices rose 5 percent on Monday.", "Prices set by the seller."),
        Clean("Larkmoor won 3-1 and rose to second place.", "A score."),
        Clean("Exports rose 7 percent in May.", "It is the releaser's own figure.", {"item_type": "press_release"}),
    ],
    known_false_alarms="Figures that the caption, a table or a link gives the source of; the reporter's own count.",
)
def statistic_without_source(item: Item) -> Iterator[Finding]:
    """A figure looks exact, and readers cannot weigh it without knowing who counted what.

    A source in the sentence, before it in the paragraph or just behind it is enough, and so is a word for what the
    figure is from. Scores, votes, market data, prices, distances, ages and dates need none.
    """
    if item.record.item_type.value in EXEMPT or item.analysis.turns:
        return
    analysis = item.analysis
    if _reports_figures(analysis):
        return
    bare = {analysis.sentence_at(m.start()).index for m in MULTIPLE.finditer(item.text)}
    for claim in analysis.claims:
        listed = claim.contestable.value or ()
        counted = claim.standing == "unsourced" and ("statistic" in listed or "superlative" in listed)
        if not counted and not bare:
            continue
        sentence = analysis.sentence_at(claim.span.start)
        if not counted and (sentence.index not in bare or claim.standing not in ("background", "observation")):
            continue
        if sentence.section.kind == "news" and _needs_source(analysis, sentence, sentence.index in bare):
            yield Finding(
                "a figure or rank has no source; who counted?", spans=(claim.span,), related=claim.contestable.spans
            )


def _reports_figures(analysis: Analysis) -> bool:
    """Whether the first sentences are on a survey or on figures, which then are the source of all."""
    lead = [s for s in analysis.sentences[:6] if s.is_read][:3]
    return any(el.low in FIGURES for s in lead for el in analysis.narration(s))


def _needs_source(analysis: Analysis, sentence: Sentence, multiple: bool) -> bool:
    lows = [el.low for el in analysis.narration(sentence)]
    if PLAIN & set(lows) or ORIGIN & set(lows) or not (multiple or _measured(lows) or _ranked(lows)):
        return False
    if any(_gives_source(analysis, near) for near in _beside(analysis, sentence)):
        return False
    return not analysis.sourced_by(sentence) and not analysis.may_be_sourced(sentence)


def _beside(analysis: Analysis, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before this one in its paragraph, the one before that, and the one behind it in the paragraph."""
    behind = sentence.index + 1
    if behind < len(analysis.sentences) and analysis.sentences[behind].paragraph == sentence.paragraph:
        yield analysis.sentences[behind]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        yield analysis.sentences[index]
        if analysis.sentences[index].paragraph != sentence.paragraph:
            return


def _gives_source(analysis: Analysis, near: Sentence) -> bool:
    """Whether a sentence says who counted, or speaks of what the figure is from."""
    return bool(analysis.sourced_by(near)) or any(el.low in ORIGIN for el in analysis.narration(near))


def _measured(lows: list[str]) -> bool:
    """Whether there is a rise or fall by so much, a published rate, or a share of what only a count can tell."""
    for i, low in enumerate(lows):
        if low in MOVES and _moves(lows, i):
            return True
        if low in PERCENT and (COUNTED & set(lows[i + 1 : i + 6]) or SHARES & set(lows[max(0, i - 6) : i])):
            return True
    return bool(PERCENT & set(lows) and RATES & set(lows) and not MOVES & set(lows))


def _moves(lows: list[str], i: int) -> bool:
    """Whether something *rose by* so much by itself: nobody raised it, as in *increased the budget*, *be increased*."""
    near = lows[i + 1 : i + 7]
    if not near or "will" in lows[:i] or "number" in near or (i and lows[i - 1] in ("be", "been", "was", "were")):
        return False
    if near[0] not in MARGINS and not near[0][0].isdigit() and near[0] not in MONEY:
        return False
    return bool(PERCENT & set(near) or MONEY & set(near)) or any(map(MANY.fullmatch, near))


def _ranked(lows: list[str]) -> bool:
    """Whether something is the highest or worst in time: the words stand close to each other, in this order."""
    return any(low in RANKS and IN_TIME & set(lows[i + 1 : i + 6]) for i, low in enumerate(lows))
