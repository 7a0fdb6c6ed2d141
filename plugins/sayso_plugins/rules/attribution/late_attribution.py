"""The rule attribution/late-attribution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, WordList, rule
from sayso_plugins.rules._genre import genre
from sayso_plugins.rules._near import has, matches

if TYPE_CHECKING:
    from sayso import Analysis, Attribution, Claim, Sentence

#: Items that are attributed as a whole, or that argue.
EXEMPT = frozenset({"press_release", "statement", "opinion", "analysis", "fact_check", "interview", "obituary"})
#: What a lead says of its own matter; forecasts and comparisons are left to other rules.
GRAVE = frozenset({"casualties", "military_action", "crime", "blame", "cause", "motive", "private_conversation"})
#: What a court or the police do is on record.
ON_RECORD = frozenset("guilty convicted sentenced arrested arrests detained charged verdict court".split())
#: Whose the lead was, told far below: *the forecast was released by*. Origin: written for sayso.
BELOW = Pattern(
    r"\b[Tt]he\s+(?:forecast|warning|prediction|projection|outlook|estimate|assessment|claim|allegation|accusation|finding)s?\s+"
    r"(?:was|were|comes?|came|appears?|appeared|stems?|stemmed)\s+(?:[\w-]{1,20}\s+){0,4}?(?:by|from|in)\s+(?=[A-Za-z])",
    needs=("forecast", "warning", "prediction", "projection", "outlook", "estimate", "assessment"),
)
FORECASTS = WordList(
    """forecast forecasts warning warnings prediction predictions projection projections outlook estimate estimates
    assessment assessments""".split()
)
#: A lead with one of these tells what will be.
WILL = frozenset("will could would may might faces face".split())
#: How many paragraphs below a lead its forecast has its source too late.
BELOW_LEAD = 2
#: A paragraph of fewer words is a date line or a heading.
LEAST_WORDS = 8

LEAD = "Rebels shelled the depot on Sunday, killing nine people."
BODY = (
    "The depot stands at the edge of the old town and was built in 1960.",
    "Its gates had been closed since the spring, and few people worked there.",
    "The road to the harbour was blocked for most of the afternoon.",
)


@rule(
    "attribution/late-attribution",
    "The lead makes a contestable claim, and the first source comes far below.",
    since="0.1",
    severity="info",
    certainty="extraction",
    confidence=0.7,
    judged=Judged(right=3, wrong=0, arguable=1),
    preview=True,
    cure="Move the source up, into the lead or the sentence behind it.",
    policies=[
        Policy("AFP", "The source belongs in the lead, but for what is plainly in the public domain."),
        Policy("Reuters", "A lead may do without a source where it is uncontentious and sourced high up."),
    ],
    examples=[
        Flagged("\n\n".join((LEAD, *BODY, "Nine people were killed, mayor Ana Ruiz said.")), at=LEAD),
        Flagged("\n\n".join((LEAD, *BODY, BODY[0], "The army said the depot was empty.")), at=LEAD),
        Flagged(
            "\n\n".join(("Militants seized the mill and burned its records.", *BODY, "Ana Ruiz said it was arson.")),
            at="Militants seized the mill and burned its records.",
        ),
        Flagged(
            "\n\n".join(("A fire at the mill killed three workers.", *BODY, "According to the police, it began late.")),
            at="A fire at the mill killed three workers.",
        ),
        Flagged(
            "Floods will close the harbour this autumn.\n\nThe quay is to be moved.\n\nThe forecast was released on"
            " Monday by the harbour board.",
            at="Floods will close the harbour this autumn.",
        ),
        Clean(
            "Floods will close the harbour this autumn, the harbour board said.\n\nThe quay is to be moved.\n\nThe"
            " forecast was released on Monday by the board."
        ),
        Clean(
            "Floods will close the harbour this autumn.\n\nThe forecast was released on Monday by the harbour board."
            "\n\nThe quay is to be moved.",
            "The next paragraph tells whose it is.",
        ),
        Clean("\n\n".join((LEAD, BODY[0], "Nine people were killed, mayor Ana Ruiz said.", BODY[1]))),
        Clean("\n\n".join((LEAD, *BODY)), "No source at all; attribution/unattributed-contestable-claim says so."),
        Clean("\n\n".join((LEAD[:-1] + ", mayor Ana Ruiz said.", *BODY, "The army said the depot was empty."))),
        Clean("\n\n".join(("The town opened a bridge on Sunday.", *BODY, "Ana Ruiz said it was fine.")), "Plain."),
        Clean(
            "\n\n".join((LEAD, *BODY, "Nine people were killed, mayor Ana Ruiz said.")),
            "It is the word of the one who releases it.",
            {"item_type": "press_release"},
        ),
    ],
    known_false_alarms="What everybody saw on the day, such as a storm.",
)
def late_attribution(item: Item, *, paragraphs: int = 3) -> Iterator[Finding]:
    """Many readers stop after the first paragraphs, and take the claim for a fact.

    The option `paragraphs` is how many paragraphs, the lead included, may pass before the first source. An item that
    has no source at all has another fault.
    """
    analysis = item.analysis
    if genre(item) in EXEMPT or analysis.turns:
        return
    forecast = _forecast(item) if has(item, FORECASTS) else None
    if forecast is not None:
        lead, below = forecast
        yield Finding("the source of what the lead forecasts stands far below it", spans=(lead.span,), related=(below,))
        return
    if len(analysis.paragraphs) <= paragraphs:
        return
    first = next((one for one in analysis.attributions if _is_source(one)), None)
    if first is None:
        return
    found = analysis.sentence_at(first.cue[0].start)
    above = [s for s in analysis.sentences[: found.index] if s.is_read and s.section.kind == "news"]
    places = list(dict.fromkeys(s.paragraph for s in above))
    full = [p for p in places if len(analysis.paragraphs[p].of(item.text).split()) >= LEAST_WORDS]
    if len(full) < paragraphs or found.paragraph in full[:paragraphs]:
        return
    claim = _lead_claim(analysis, full[0])
    if claim is None or any(s.paragraph in full[:paragraphs] and analysis.may_be_sourced(s) for s in above):
        return
    lower = full.index(found.paragraph) if found.paragraph in full else len(full)
    yield Finding(
        f"the first source of the item, for what its lead claims and all else, stands {lower} paragraphs below",
        spans=(claim.span,),
        related=first.source,
    )


def _forecast(item: Item) -> tuple[Sentence, Span] | None:
    """A lead that tells what will be, and where whose forecast it was is told first, paragraphs below."""
    analysis = item.analysis
    lead = next((s for s in analysis.sentences if s.is_read and s.section.kind == "news"), None)
    if lead is None or WILL.isdisjoint(analysis.narrated(lead)):
        return None
    for match in matches(BELOW, item.analysis, back=10, ahead=110):
        below = analysis.sentence_at(match.start())
        if not below.is_read or below.paragraph < lead.paragraph + BELOW_LEAD or analysis.in_quotation(below.span):
            continue
        above = [s for s in analysis.sentences[: below.index] if s.paragraph < lead.paragraph + BELOW_LEAD]
        sourced = any(_is_source(one) for s in above for one in analysis.attributions_in(s))
        if not sourced and not any(analysis.may_be_sourced(s) for s in above if s.paragraph == lead.paragraph):
            return lead, Span(*match.span())
    return None


def _is_source(one: Attribution) -> bool:
    return bool(one.source and one.cue) and one.gives_words


def _lead_claim(analysis: Analysis, paragraph: int) -> Claim | None:
    """The first grave claim of a paragraph that has no source."""
    for claim in analysis.claims:
        sentence = analysis.sentence_at(claim.span.start)
        if sentence.paragraph > paragraph:
            return None
        grave = claim.standing == "unsourced" and GRAVE & set(claim.contestable.value or ())
        if grave and not any(el.low in ON_RECORD for el in analysis.narration(sentence)):
            return claim
    return None
