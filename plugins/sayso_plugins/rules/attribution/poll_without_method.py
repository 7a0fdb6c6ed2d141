"""The rule attribution/poll-without-method."""

from __future__ import annotations

from collections.abc import Iterator
from re import IGNORECASE
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule
from sayso_plugins.rules._near import matches
from sayso_plugins.rules.attribution._figure_words import COUNTED

if TYPE_CHECKING:
    from sayso import Analysis, Sentence

#: One poll and its findings; *the polls* is mostly where people vote.
POLL = Pattern(
    r"\b(?:poll|survey)\b(?!\s+(?:tax|station|worker|book|watch|data|ship))|\b(?:opinion|tracking|exit)\s+polls\b"
    r"|\b(?:surveys|polling)\b(?=\s+(?:also\s+)?(?:shows?|suggests?|indicates?|finds?|found)\b)"
    r"|\bpolls\b(?=\s+(?:also\s+)?(?:show|suggest|indicate|find|put|have\s+(?:shown|found|put))\b)|(?<=\bin\sthe\s)polls\b",
    IGNORECASE,
    needs=("poll", "polls", "polling", "survey", "surveys"),
    whole=True,
)
SHARE = Pattern(r"\b\d{1,2}(?:\.\d+)?(?:\s?%|\s?per\s?cent\b|\s+percent(?:age)?\b)", IGNORECASE)
#: A lead that is told in points: *a nine-point lead*, *ahead by nine points*.
POINTS = Pattern(
    r"\b(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)[\s-]"
    r"(?:percentage[\s-])?points?\b",
    IGNORECASE,
    needs=("point",),
)
#: Shares in words, which a poll is told by.
IN_WORDS = Pattern(
    r"\b(?:most|majority|(?:two|three)[\s-](?:thirds|quarters)|half|(?:a|one)[\s-](?:third|quarter|fifth)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:[a-z]{3,12}\s+)?(?:in|out\s+of)\s+(?:every\s+)?(?:three|four|five|six|ten|10)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?\s+per\s?cent)\b",
    IGNORECASE,
)
#: What people are asked in a poll, and who is asked.
ASKED = frozenset(
    """support supports supported supporting favour favor favoured favored favours favors oppose opposes opposed
    opposing opposition back backs backed backing approve approves approved disapprove approval disapproval vote
    voters respondents trust believe believed agree agreed disagree want wanted prefer preferred lead leads leading
    ahead trails trailing ratings rating unfavorable favorable unfavourable favourable satisfied dissatisfied""".split()
)
#: By these a poll tells its result; an election does not.
TELLS = frozenset(
    """found finds showed shows show suggests suggested suggest indicates indicated indicate puts put gives gave
    reveals revealed concluded concludes predicts predicted reveal find""".split()
)
NAME = Pattern(
    r"\b(?:by|from|pollsters?|institute|university|firm|company)\s+(?:(?:the|pollsters?|research|market|firm|company)\s+){0,3}"
    r"[A-ZÀ-Ý]"
)
#: Of the house that is told of: *a survey that the charity carried out*.
ITS_OWN = Pattern(
    r"\b(?:survey|poll)\b[^.]{0,40}?\bthat\s+(?:the|its|a)\s+(?:[a-z-]{2,20}\s+){1,3}(?:carried\s+out|conducted|made|did|held|ran)\b"
    r"|\b(?:carried\s+out|conducted|published|done)\s+(?:[a-z]+\s+){0,3}?by\s+(?:the|two|three|researchers)\s+[a-z]",
    needs=("that ", " by "),
)
#: Whose poll it is: *the regulator's most recent survey*, *a survey by his department*, *of 3,900 of its members*.
WHOSE = Pattern(
    r"[a-z][’']s?\s+(?:[a-z]{1,12}\s+){0,3}(?:poll|survey)s?\b"
    r"|\b(?:poll|survey)s?\s+(?:[\w,]{1,12}\s+){0,4}(?:by|of)\s+(?:his|her|its|their)\s"
)
EXPERTS = frozenset("economists analysts brokers forecasters traders".split())
FORECAST = frozenset("forecast forecasts expected estimate estimated consensus predicted".split())
SPONSOR = Pattern(
    r"\b(?:commissioned|sponsored|funded|financed|paid\s+for)\b|\bon\s+behalf\s+of\b"
    r"|\b(?:conducted|carried\s+out|done|made)\s+for\s+an?\s+[a-z]"
    r"|\bthat\s+(?:the|its|a)\s+(?:[a-z-]{2,20}\s+){1,3}(?:carried\s+out|conducted|made|did|held|ran)\b"
    r"|\b(?:poll|survey|conducted|out)\s+(?:[\w’'-]{1,30}\s+){0,4}for\s+(?:the\s+)?[A-ZÀ-Ý]"
    r"|\b[A-Z][\w.]{0,30}[/–-][A-Z][\w.]{0,30}(?:\s+[A-Z]\w+){0,3}\s+(?:poll|survey)\b"
)
SAMPLE = Pattern(
    r"(?<![\d,])\d[\d,]{2,12}+\s+(?:[\w-]{1,30}\s+){0,3}?(?:people|adults|voters|respondents|residents|participants|citizens|households|"
    r"men|women|students|interviews|members|drivers|parents|workers|farmers|teachers)\b"
    r"|\bsample\s+of\b|\b(?:polled|surveyed|interviewed|questioned|asked|of)\s+(?:\w+\s+)?\d[\d,]{2,12}\b"
    r"|(?<![\d,])\d[\d,]{2,12}+[^.\d]{0,80}\b(?:polled|surveyed|interviewed|questioned)\b",
    IGNORECASE,
)
MARGIN = Pattern(
    r"\bmargin\s+of\s+(?:sampling\s+)?error\b|\berror\s+margin\b|\bsampling\s+error\b|\bplus\s+or\s+minus\b|±|\+/-",
    IGNORECASE,
)
POLLS = frozenset({"poll", "survey", "polls", "surveys", "polling"})
LATE = frozenset({"recent", "latest", "new", "successive", "most", "several"})
HAS = frozenset({"has", "have", "say", "says", "said"})
ONE = frozenset({"a", "an", "another", "one"})
EXEMPT = frozenset({"interview", "fact_check"})
#: How many sentences around a poll's its pollster and its dates are looked for.
NEAR = 3


@rule(
    "attribution/poll-without-method",
    "The result of a poll is reported, and how it was made is not.",
    since="0.1",
    certainty="lexical",
    confidence=0.8,
    judged=Judged(right=3, arguable=1),
    cure="Say who asked and who paid, how many were asked, when, and how far chance may be off.",
    policies=[
        Policy("AP", "A poll comes with who did it and paid, whom and how many it asked, how, when, and its margin."),
    ],
    examples=[
        Flagged("A survey found 61% support for the bridge.", at="A survey found 61% support for the bridge."),
        Flagged(
            "A Norbank poll of 1,200 adults found that 61 percent back the bridge.",
            at="A Norbank poll of 1,200 adults found that 61 percent back the bridge.",
        ),
        Flagged(
            "The mayor is ahead. An opinion poll puts her support at 54 per cent.",
            at="An opinion poll puts her support at 54 per cent.",
        ),
        Flagged(
            "An online poll this week showed that 70% of respondents oppose the toll. It closed the next day.",
            at="An online poll this week showed that 70% of respondents oppose the toll.",
        ),
        Flagged(
            "Berg has opened a nine-point lead over Ruiz, a new poll shows.",
            at="Berg has opened a nine-point lead over Ruiz, a new poll shows.",
        ),
        Flagged(
            "Berg leads in the race, a new poll shows. She is backed by 49 percent of voters.",
            at="Berg leads in the race, a new poll shows.",
        ),
        Flagged(
            "Two-thirds of tenants have gone without heat, a recent survey found.",
            at="Two-thirds of tenants have gone without heat, a recent survey found.",
        ),
        Flagged(
            "A poll last fall found that seven people in ten want the work to start.",
            at="A poll last fall found that seven people in ten want the work to start.",
        ),
        Flagged(
            "Surveys show that most commuters would rather take the train.",
            at="Surveys show that most commuters would rather take the train.",
        ),
        Flagged(
            "Two-thirds of tenants have gone without heat, a survey says.",
            at="Two-thirds of tenants have gone without heat, a survey says.",
        ),
        Clean("Exports grew 2 percent, short of the 3 percent forecast by economists in a poll.", "No opinions."),
        Clean("A land survey found that two-thirds of the plot lies under water."),
        Clean(
            "A poll by Norbank for the Larkmoor Gazette found 61% support for the bridge. It asked 1,200 adults from "
            "3 to 5 May 2026, with a margin of error of three points."
        ),
        Clean(
            "A poll by Norbank found 61% support for the bridge. It asked 1,200 adults in May 2026; the margin of "
            "error is three points.",
            "One thing is missing; the option decides.",
        ),
        Clean("At the poll on Sunday 61% of voters backed the bridge, the council said.", "An election."),
        Flagged(
            "An online survey found that 7 in 10 voters back the bridge.",
            at="An online survey found that 7 in 10 voters back the bridge.",
        ),
        Flagged("Polls show that most voters want a bridge.", at="Polls show that most voters want a bridge."),
        Clean("The polls close at nine, when most voters have gone home."),
        Flagged(
            "In a Norbank poll, 45 percent of voters backed her.",
            at="In a Norbank poll, 45 percent of voters backed her.",
        ),
        Clean("A survey of the seabed found that 61% of the sand had gone.", "Nobody was asked."),
        Clean("“A poll found 61% support,” Ana Ruiz said.", "Somebody else's words."),
        Clean("The poll will be held on Sunday. Turnout was 61% when voters last chose."),
    ],
    known_false_alarms="A poll whose method stands in a box or behind a link that the text has lost.",
)
def poll_without_method(item: Item, *, least_missing: int = 2) -> Iterator[Finding]:
    """Without knowing who asked whom, and how many, a share of support is a number and no news.

    The option `least_missing` is how many of pollster, sponsor, sample size, dates and margin of error must be missing.
    All polls of an item are one finding.
    """
    if item.record.item_type.value in EXEMPT:
        return
    analysis = item.analysis
    results = {s.index: s for s in _results(analysis)}
    if not results:
        return
    missing = _missing(analysis, list(results.values()))
    if len(missing) >= least_missing:
        listed = " and ".join((", ".join(missing[:-1]), missing[-1])) if len(missing) > 1 else missing[0]
        yield Finding(f"a poll is reported without its {listed}", spans=tuple(s.span for s in results.values()))


def _results(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences that report the result of a poll in the item's own words."""
    for found in matches(POLL, analysis, back=20, ahead=50):
        place = Span(*found.span())
        sentence = analysis.sentence_at(place.start)
        if not sentence.is_read or analysis.in_quotation(place):
            continue
        lows = [el.low for el in analysis.narration(sentence)]
        # "Growth was short of the 3 percent that economists in a poll had forecast": no opinion poll.
        if not EXPERTS.isdisjoint(lows) and not FORECAST.isdisjoint(lows):
            continue
        if not (ASKED & set(lows) or _of_people(analysis, lows)) or not (
            TELLS & set(lows) or "according" in lows or _in_a_poll(lows)
        ):
            continue
        if _has_share(analysis, sentence):
            yield sentence
            continue
        # "A new poll shows that she is ahead. She has the support of 49 percent."
        behind = analysis.sentences[sentence.index + 1 : sentence.index + 2]
        if any(_has_share(analysis, one) and ASKED & {el.low for el in analysis.narration(one)} for one in behind):
            yield sentence


def _of_people(analysis: Analysis, lows: list[str]) -> bool:
    """Whether what is shared out are people: *two-thirds of tenants*, and not *of the plot*."""
    return any(
        low in COUNTED or low in analysis.pack.collectives or analysis.pack.kind_of(low) == "unnamed_collective"
        for low in lows
    )


def _has_share(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence has a share or a lead in points, in the item's own words."""
    return any(
        not analysis.in_quotation(Span(*found.span()))
        for pattern in (SHARE, POINTS, IN_WORDS)
        for found in pattern.finditer(analysis.text, sentence.span.start, sentence.span.end)
    )


def _in_a_poll(lows: list[str]) -> bool:
    """Whether it is *in a poll*, or *a poll has 54 percent opposed*, or *a survey says*."""
    return any(low in POLLS and lows[i + 1 : i + 2] and lows[i + 1] in HAS for i, low in enumerate(lows)) or any(
        low in POLLS and any(lows[k] == "in" and lows[k + 1] in ONE | LATE for k in range(max(0, i - 4), i - 1))
        for i, low in enumerate(lows)
    )


def _missing(analysis: Analysis, results: list[Sentence]) -> list[str]:
    """What the item does not say. It is looked for generously, so that nothing is missed that is there."""
    text = analysis.text
    size = len(analysis.sentences)
    near = {i for one in results for i in range(max(0, one.index - NEAR), min(size, one.index + NEAR + 1))}
    near |= {analysis.sentence_at(found.start()).index for found in POLL.finditer(text)}
    sentences = [analysis.sentences[i] for i in sorted(near)]
    times = {analysis.sentence_at(time.start).index for time in (*analysis.absolute_times, *analysis.relative_times)}
    checks = (
        ("pollster", any(_names_pollster(analysis, s) for s in sentences)),
        ("sponsor", SPONSOR.search(text) is not None or any(_has_own_house(analysis, s) for s in sentences)),
        ("sample size", SAMPLE.search(text) is not None),
        ("dates", not times.isdisjoint(near)),
        ("margin of error", MARGIN.search(text) is not None),
    )
    return [what for what, there in checks if not there]


def _names_pollster(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a name stands right before the poll, or behind *by* or *from*."""
    ends = sentence.span.start, sentence.span.end
    if any(pattern.search(analysis.text, *ends) for pattern in (NAME, ITS_OWN, WHOSE)):
        return True
    elements = analysis.narration(sentence)
    for i, el in enumerate(elements):
        if el.low in POLLS:
            before = [one for one in elements[max(0, i - 3) : i] if one.capital]
            if any(one.low not in analysis.pack.function_like for one in before):
                return True
    return False


def _has_own_house(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether an outlet or a public body is named with the poll, which then pays for its own: *a BBC survey*."""
    elements = analysis.narration(sentence)
    if not any(el.low in POLLS for el in elements):
        return False
    houses = analysis.pack.outlet_words | analysis.pack.organisations
    return any(el.capital and el.low in houses for el in elements)
