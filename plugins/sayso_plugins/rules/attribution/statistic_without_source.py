"""The rule attribution/statistic-without-source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Severity, rule
from sayso_plugins.rules._genre import addresses, genre, is_column, is_report, lists_cases
from sayso_plugins.rules._notes import LABEL
from sayso_plugins.rules.attribution._counters import needs_source
from sayso_plugins.rules.attribution._figure_words import AHEAD, MONEY, MOVED, RANKS
from sayso_plugins.rules.attribution._figures import counted, glued_of, may_count, own_results, ranked, spelled
from sayso_plugins.rules.attribution._judged_figures import is_judged, judged_apart
from sayso_plugins.rules.attribution._markets import is_traded
from sayso_plugins.rules.attribution._plain_figures import is_own, is_plain, is_wish, opens_market, until_now, were_told
from sayso_plugins.rules.attribution._tallies import foretold, large_of, tallied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso import Claim, Element, Sentence

#: How a figure is known for one.
BY_WORDS, BY_MODEL = "words", "model"
EXEMPT = frozenset({"press_release", "statement", "opinion", "analysis", "fact_check", "interview", "obituary"})
_FOLD = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|\d{1,3})-?fold\b"
#: "Crime has doubled since 2019": a comparison in time that gives no figure of its own.
MULTIPLE = Pattern(
    r"\b(?:doubled|tripled|trebled|quadrupled|halved)(?:\s+(?:since|in|over|within|compared|between|during|to|from|among|last|this|under)\b"
    r"|(?=[.;]))"
    r"|\b(?:grow(?:n|s|ing)?|grew|ris(?:en|ing|es)|rose|increas(?:e|es|ed|ing)|jumped|up|multiplied|climbed|swelled|surged|soared)\s+"
    rf"(?:[a-z]{{1,12}}\s+){{0,2}}?{_FOLD}|{_FOLD}\s+(?:increase|rise|jump|growth|drop|fall|surge|decrease)\b",
    needs=("doubled", "tripled", "trebled", "quadrupled", "halved", "fold"),
)
YEAR = Pattern(r"\b(?:1\d|20)\d\d\b")
#: Of claims of other kinds no figure is looked for here.
COUNTED = frozenset({"statistic", "prediction"})
#: What a claim may rest on: nothing. Background is what is dated in the past.
STANDINGS = frozenset({"unsourced", "observation", "background"})
#: What is measured. A rank by a measure is still one among others.
MEASURES = frozenset(
    """km kilometres kilometers metres meters miles feet mph kph magnitude celsius fahrenheit degrees altitude lb
    kg micrometers micrometres nanometers nanometres wavelength""".split()
)
#: An item that begins with these reports what they say.
FIGURES = frozenset("figures statistics data census study ranking rankings".split())
#: A list that somebody put out: *its annual list of the rich*.
LISTED = frozenset({"annual", "released", "published"})
#: Lists that count nothing: *the price list that the company published*.
OTHER_LISTS = frozenset("price prices waiting guest wish shopping tariff passenger".split())
#: Data of these say what was paid, and nothing else.
MARKETS = frozenset("dollar currency currencies shares stocks bond bonds yields trading exchange bourse index".split())
#: One that reports a poll has its shares from there, and what rose or fell before from elsewhere.
POLLS = frozenset({"poll", "polls", "survey", "surveys"})


@rule(
    "attribution/statistic-without-source",
    "A statistic or a record stands in the news, and nobody is said to have counted.",
    since="0.1",
    certainty="extraction",
    confidence=0.75,
    judged=Judged(right=20, wrong=1, arguable=9),
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
        Flagged(
            "The town lies on a river. About a third of the trees were felled.",
            at="About a third of the trees were felled.",
        ),
        Flagged(
            "The town lies on a river. One in six teachers works at night.", at="One in six teachers works at night."
        ),
        Flagged(
            "The town lies on a river. An estimated 9,000 boats pass the lock.",
            at="An estimated 9,000 boats pass the lock.",
        ),
        Flagged(
            "The town lies on a river. The county has lost about 1,900 factory jobs.",
            at="The county has lost about 1,900 factory jobs.",
        ),
        Flagged(
            "The town lies on a river. The mill is the largest private employer in the county.",
            at="The mill is the largest private employer in the county.",
        ),
        Flagged(
            "The town lies on a river. Exports of wool fell to a record low.",
            at="Exports of wool fell to a record low.",
        ),
        Flagged(
            "The town lies on a river. The inns pour 900,000 pints every day.",
            at="The inns pour 900,000 pints every day.",
        ),
        Flagged(
            "The town lies on a river. At least $7 million went to a company abroad.",
            at="At least $7 million went to a company abroad.",
        ),
        Flagged(
            "The town lies on a river. It is the first killing in the town since 1970.",
            at="It is the first killing in the town since 1970.",
        ),
        Flagged(
            "The town lies on a river. The cost is almost double the rate of Norwick.",
            at="The cost is almost double the rate of Norwick.",
        ),
        Flagged(
            "The town lies on a river. The mill has an 11 percent share of the trade.",
            at="The mill has an 11 percent share of the trade.",
        ),
        Flagged(
            "Jo Berg leads by nine points, a new poll shows.\n\nIt is late.\n\nCrime has fallen by 11 percent.",
            at="Crime has fallen by 11 percent.",
        ),
        Flagged(
            "Jo Berg leads by nine points, a poll shows.\n\nIt is late.\n\nThe race is now the most expensive in the"
            " history of the county.",
            at="The race is now the most expensive in the history of the county.",
        ),
        Flagged(
            "Jo Berg, the clerk, said that people want order. Arrivals by boat have now risen for five months running.",
            at="Arrivals by boat have now risen for five months running.",
        ),
        Flagged("The town lies on a river. Food prices rose by 11 percent.", at="Food prices rose by 11 percent."),
        Flagged(
            "The town lies on a river. Crime is at its highest in 28 years.", at="Crime is at its highest in 28 years."
        ),
        Flagged(
            "The town lies on a river. Car thefts are up 11 percent on last year.",
            at="Car thefts are up 11 percent on last year.",
        ),
        Flagged(
            "The town lies on a river. The ferry loses $40 million a year.", at="The ferry loses $40 million a year."
        ),
        Flagged(
            "The town lies on a river. Drivers shelled out $3 billion in charges.",
            at="Drivers shelled out $3 billion in charges.",
        ),
        Flagged(
            "The town lies on a river. The ferry carries more people than any other.",
            at="The ferry carries more people than any other.",
        ),
        Flagged(
            "The town lies on a river. The bill has passed $5,000 for the first time.",
            at="The bill has passed $5,000 for the first time.",
        ),
        Flagged(
            "The town lies on a river. The average wait is 11 weeks, up from four in 2019.",
            at="The average wait is 11 weeks, up from four in 2019.",
        ),
        Flagged("The town lies on a river. Complaints are up by a third.", at="Complaints are up by a third."),
        Flagged("The town lies on a river. Fraud costs the mill Rs 40 crore.", at="Fraud costs the mill Rs 40 crore."),
        Flagged(
            "The town lies on a river. The county has one doctor for every 9,000 people.",
            at="The county has one doctor for every 9,000 people.",
        ),
        Clean(
            "The town lies on a river. Norbank on Thursday posted a 12 percent fall in profit to $9 million.",
            "It tells its own results.",
        ),
        Flagged(
            "The town lies on a river. Some 14,000 households still have no water.",
            at="Some 14,000 households still have no water.",
        ),
        Flagged("The town lies on a river. Thefts are at a 20-year high.", at="Thefts are at a 20-year high."),
        Flagged(
            "The town lies on a river. Last year was the driest on record.", at="Last year was the driest on record."
        ),
        Flagged(
            "The town lies on a river. The trade in geese has grown fourfold.",
            at="The trade in geese has grown fourfold.",
        ),
        Flagged("The town lies on a river. The number of ferries has halved.", at="The number of ferries has halved."),
        Flagged(
            "The town lies on a river. Barely half of the trains ran on time.",
            at="Barely half of the trains ran on time.",
        ),
        Flagged(
            "The fare is in the price list that the ferry published.\n\nThe town lies on a river. Barely six in ten"
            " boats were on time.",
            at="Barely six in ten boats were on time.",
        ),
        Flagged("The town lies on a river. Nearly one child in four is thin.", at="Nearly one child in four is thin."),
        Flagged(
            "The town lies on a river. Exports of wool fell 7 percent. The ferry was late, Jo Berg of the port said.",
            at="Exports of wool fell 7 percent.",
        ),
        Clean(
            "The town lies on a river. Exports of wool fell 7 percent. Nobody wants wool, Jo Berg of the port said.",
            "Who speaks next tells of the same.",
        ),
        Flagged(
            "The town lies on a river. Dredgers took 14,000 tonnes of sand from it last year.",
            at="Dredgers took 14,000 tonnes of sand from it last year.",
        ),
        Flagged(
            "The town lies on a river. Since May, 1,400 acres of pine have been felled there.",
            at="Since May, 1,400 acres of pine have been felled there.",
        ),
        Flagged(
            "The town lies on a river. There are 1,400 stray dogs in its streets.",
            at="There are 1,400 stray dogs in its streets.",
        ),
        Flagged(
            "The town lies on a river. Rust has set the ferry back $14 million.",
            at="Rust has set the ferry back $14 million.",
        ),
        Flagged(
            "The town lies on a river. The rule will cost drivers $14 million a year.",
            at="The rule will cost drivers $14 million a year.",
        ),
        Flagged(
            "The town lies on a river. Its level has risen 14cm since 1990.",
            at="Its level has risen 14cm since 1990.",
        ),
        Flagged("The town has inns. They are the cheapest inns in Norvik.", at="They are the cheapest inns in Norvik."),
        Flagged(
            "The town lies on a river. Thefts rose from 1,140 to 1,610 in May. Insiders say that the mayor will go.",
            at="Thefts rose from 1,140 to 1,610 in May.",
        ),
        Flagged(
            "The town lies on a river. It is old. Jo Berg runs it. Thefts rose by two-thirds. A"
            " recent study found that geese sleep standing.",
            at="Thefts rose by two-thirds.",
        ),
        Clean("The town lies on a river. Thefts rose from 1,140 to 1,610 in May. The figures are from a study."),
        Clean("The town lies on a river. The guild has 1,400 members, and a staff of 300.", "How large it is."),
        Clean("The town lies on a river. The ship carries 1,400 tonnes of sand.", "What it can hold is measured."),
        Clean("The town lies on a river. The 1,400 dogs are gone, and so is Flight 370.", "Told before, and a name."),
        Clean("By the account of Jo Berg, who runs the pound, 1,400 dogs are gone."),
        Clean("The town lies on a river. The bill passed with 220 ayes, and 111 nations signed.", "Acts in public."),
        Clean("The town lies on a river. The aims of the guild are fourfold.", "No count."),
        Clean("The town lies on a river. The tram ran faster than any other.", "No count."),
        Clean("The town lies on a river. Larkmoor is the largest city in the county.", "To be looked up on a map."),
        Clean("The town lies on a river. The mill is one of the largest in the country.", "No rank."),
        Clean("The town lies on a river. The mill will be the tallest building in the county.", "Not yet."),
        Clean(
            "The town lies on a river. The company faces a fine of $7 million a day.", "An act of its own, on record."
        ),
        Clean("The town lies on a river. A small percentage of households keep geese.", "No figure."),
        Clean("We wrote to all of the guests. One in six teachers works at night.", "The author’s own count."),
        Flagged(
            "The town lies on a river. Every third household keeps geese.", at="Every third household keeps geese."
        ),
        Clean("The town lies on a river. In total, some 900 jobs will be lost.", "Not yet."),
        Clean("The town lies on a river. The mill closed for half of the year.", "A part of time."),
        Clean("Crime has doubled since 2019, police figures show."),
        Clean(
            "A new study of the harbour came out on Monday.\n\nIt names many ports.\n\nExports rose 7 percent in May.",
            "All of it is from the study.",
        ),
        Clean("The statistics office published its figures on Monday. Exports rose 7 percent in May."),
        Clean("Ana Ruiz, the harbour master, spoke of a good year. Exports rose 7 percent, she said."),
        Clean("The council increased the budget by $7 million.", "Its own act."),
        Clean("The town lies on a river. The union wants a rise of 7 percent.", "A wish."),
        Clean("Shares in the mill fell 9 percent in early trading.", "Market data."),
        Flagged("The town lies on a river. Gold exports fell 7 percent.", at="Gold exports fell 7 percent."),
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
    figure is from. What only the model of statements takes for a figure is for information. Scores, votes, market
    data, prices, distances, ages and dates need none.
    """
    if genre(item) in EXEMPT or item.analysis.turns or is_column(item) or lists_cases(item):
        return
    lead = _lead(item)
    for claim in item.analysis.claims:
        sentence = item.analysis.sentence_at(claim.span.start)
        # "Gold $934 | Oil $70": a line of a ticker, and no sentence.
        if sentence.section.kind != "news" or item.text.count("|", sentence.span.start, sentence.span.end) > 1:
            continue
        told = _how_told(item, claim, sentence, lead)
        if told is None and not (lead.report and judged_apart(item, sentence) and not is_own(item, sentence)):
            continue
        if LABEL.match(item.text, item.analysis.paragraphs[sentence.paragraph].start):
            continue
        yield Finding(
            "a figure or rank has no source; who counted?",
            spans=(claim.span,),
            related=claim.contestable.spans,
            severity=None if told == BY_WORDS else Severity.INFO,
        )


class _Lead(NamedTuple):
    """What holds for the whole item.

    Attributes:
        survey: Whether its first sentences are on a survey, on figures or a market, which are the source of all.
        poll: Whether they are on a poll.
        bare: The sentences with a comparison in time that gives no figure of its own.
        large: The large numbers of the item.
        glued: The shares that are written with their unit: *40pc*.
        report: Whether it is a report, of which the model of statements is asked.
    """

    survey: bool
    poll: bool
    bare: frozenset[int]
    large: frozenset[str]
    glued: frozenset[str]
    report: bool


def _lead(item: Item) -> _Lead:
    analysis = item.analysis
    first = [analysis.narrated(s) for s in analysis.sentences[:6] if s.is_read][:3]
    listed = any("list" in one and not LISTED.isdisjoint(one) and OTHER_LISTS.isdisjoint(one) for one in first)
    survey = listed or any(not FIGURES.isdisjoint(one) and MARKETS.isdisjoint(one) for one in first)
    bare = frozenset(analysis.sentence_at(m.start()).index for m in MULTIPLE.finditer(item.text))
    survey = survey or any(map(opens_market, first[:1]))
    return _Lead(
        survey, any(not POLLS.isdisjoint(one) for one in first), bare, large_of(item), glued_of(item), is_report(item)
    )


def _how_told(item: Item, claim: Claim, sentence: Sentence, lead: _Lead) -> str | None:
    """By what a claim tells a figure that nobody is the source of: its words, or the model alone; None where not."""
    analysis = item.analysis
    if lead.survey or (claim.standing not in STANDINGS and claim.standing != "vague"):
        return None
    # Nobody counted for whom *the local press* of the sentence before is the source.
    if claim.standing == "vague" and analysis.attributions_in(sentence):
        return None
    words = analysis.narrated(sentence)
    if lead.glued and not lead.glued.isdisjoint(words):
        words = words | {"%"}
    judged = lead.report and is_judged(item, claim, sentence)
    bare = sentence.index in lead.bare
    large = not (lead.large.isdisjoint(words) or claim.contestable.value) and AHEAD.isdisjoint(words)
    if not (bare or judged or large or may_count(words)):
        return None
    if is_plain(words) or is_traded(item, sentence, words) or is_wish(item, sentence, words) or addresses(item, words):
        return None
    if lead.poll and not judged and MOVED.isdisjoint(words) and MONEY.isdisjoint(words) and not bare:
        return None
    if claim.standing == "background" and not judged and not bare and not until_now(words):
        return None
    elements = analysis.elements[sentence.index]
    lows = spelled([el.low for el in elements]) if lead.glued else [el.low for el in elements]
    if "told" in words and were_told(lows):
        return None
    may_rank = not RANKS.isdisjoint(words)
    names = frozenset(el.low for i, el in enumerate(elements) if i and el.capital) if may_rank else frozenset()
    measured = MEASURES.isdisjoint(words) and (bare or counted(lows, words))
    by_words = measured or _is_counted(item, claim, elements, lows, words, lead.large) or ranked(lows, words, names)
    if not (by_words or judged) or is_own(item, sentence) or own_results(lows):
        return None
    return (BY_WORDS if by_words else BY_MODEL) if needs_source(item, sentence, words) else None


def _is_counted(
    item: Item,
    claim: Claim,
    elements: Sequence[Element],
    lows: list[str],
    words: frozenset[str],
    large: frozenset[str],
) -> bool:
    """Whether many are counted of anything, or a sum is foretold. Tolls and the like are claims of another kind."""
    if not frozenset(claim.contestable.value or ()) <= COUNTED:
        return False
    if foretold(lows, words):
        return True
    if large.isdisjoint(words):
        return False
    # "The mill landed 380 tonnes": its own doings.
    if any(item.pack.kind_of(low) == "organization" or low == "it" for low in lows[:2]):
        return False
    # What was counted long ago is in books.
    if any(el.kind == "time" and YEAR.search(el.low) and "since" not in el.low for el in elements):
        return False
    return AHEAD.isdisjoint(words) and tallied(lows, [el.capital for el in elements])
