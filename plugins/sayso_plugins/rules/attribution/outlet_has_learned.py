"""The rule attribution/outlet-has-learned."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule
from sayso_plugins.rules._near import matches

LEARNED = Pattern(
    r"(?P<subject>\b(?:[Tt]his\s+(?:newspaper|magazine|newsroom|reporter|website|paper|programme)|[Ww]e|(?:The\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4}))"
    r"\s+(?:has|have)\s+(?:exclusively\s+)?(?:learned|learnt)\s+(?:that|of)\b",
    needs=("learn",),
)
UNDERSTANDS = Pattern(
    r"\b(?P<subject>[Tt]his\s+(?:newspaper|magazine|newsroom|website|paper)|[Ww]e|(?:The\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4})"
    r"\s+understands\s+(?:that\b)?",
    needs=("understands",),
)
#: The days on which it emerged: *it emerged on Monday that*.
_WHEN = (
    r"(?:\s+(?:(?:on|over|earlier|late|last|this)\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|weekend"
    r"|week|month|year|night))?"
)
EMERGED = Pattern(
    r"\b[Ii]t\s+(?:has\s+(?:since\s+|now\s+|also\s+)?emerged|emerged|(?:has\s+)?(?:since\s+)?transpired|is\s+understood"
    r"|is\s+(?:well\s+|widely\s+|generally\s+)?known|has\s+come\s+to\s+light)"
    rf"{_WHEN}(?:\s+that\b|(?=,|\s+(?:the|a|an|he|she|they)\b))",
    needs=("emerged", "is understood", "is known", "ly known", "well known", "come to light", "transpired"),
)
#: Behind what is said: *the mill was sold, it has emerged*.
TAIL = Pattern(
    rf"(?<=,\s)it\s+(?:has\s+(?:since\s+|now\s+)?(?:emerged|transpired|come\s+to\s+light)|emerged|is\s+understood){_WHEN}(?=[.;]|\Z)",
    needs=("emerged", "is understood", "come to light", "transpired"),
)
#: *The Gazette can reveal that*; *can exclusively reveal*.
REVEALS = Pattern(
    r"\b(?P<subject>[Tt]his\s+(?:newspaper|magazine|newsroom|website|paper|programme)|[Ww]e|(?:The\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4}"
    r"|[Ii]t)\s+can\s+(?:now\s+|exclusively\s+|today\s+)?(?:be\s+)?(?:reveal|revealed|disclose|disclosed|report|reported)(?:\s+that\b|(?=\s+(?:the|a|an|how)\b))",
    needs=("reveal", "can disclose", "can be disclosed", "can report", "can now", "can exclusively"),
)
#: Behind what is said, with the outlet: *the mill will close, the Gazette has learned*.
OWN_TAIL = Pattern(
    r"(?<=,\s)(?P<subject>this\s+(?:newspaper|magazine|newsroom|website|paper|programme)|we|(?:[Tt]he\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4})"
    r"\s+(?:understands|(?:has|have)\s+(?:exclusively\s+)?(?:learned|learnt|established)|can\s+(?:exclusively\s+)?reveal)(?=[.;]|\Z)",
    needs=("understands", "learn", "established", "can reveal", "exclusively reveal"),
)
PRONOUNS = frozenset({"He", "She", "They", "Who", "You"})
IT = frozenset({"It", "it"})


@rule(
    "attribution/outlet-has-learned",
    "The outlet gives itself, or nobody, as the source.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=1, wrong=0, arguable=0),
    cure="Say from whom or from which document it was learned, or why that cannot be said.",
    policies=[Policy("NPR", "Never 'NPR has learned': say how, and from whom.")],
    examples=[
        Flagged("The Gazette has learned that the mill will close.", at="The Gazette has learned that"),
        Flagged("It has emerged that the mill was sold.", at="It has emerged that"),
        Flagged("It emerged on Monday that the mill was sold.", at="It emerged on Monday that"),
        Flagged("The mill was sold, it has emerged.", at="it has emerged"),
        Flagged("We have learned that the mill was sold.", at="We have learned that"),
        Flagged("This newspaper understands that the mill was sold.", at="This newspaper understands that"),
        Flagged("It is understood that the mill was sold.", at="It is understood that"),
        Flagged(
            "Lark Weekly has learned that the mill was sold.",
            at="Lark Weekly has learned that",
            item={"outlet": "Lark Weekly"},
        ),
        Flagged("It can be revealed that the mill was sold.", at="It can be revealed that"),
        Flagged("The Gazette can reveal that the mill was sold.", at="The Gazette can reveal that"),
        Flagged("The mill will close, the Gazette has learned.", at="the Gazette has learned"),
        Flagged("The mill will close, this newspaper understands.", at="this newspaper understands"),
        Clean("A scan can reveal the age of a mill. It can reveal that the beams are old."),
        Clean("She has learned French."),
        Clean("The court heard that the mill was sold."),
        Clean("He has learned that patience helps."),
        Clean("Larkmoor has learned from the flood of 1953.", "A town is no outlet."),
        Clean("It has emerged that the mill was sold, according to the land register."),
        Clean("The Gazette has learned from Ana Ruiz that the mill will close.", "It says from whom."),
        Clean("“It has emerged that the mill was sold,” Ana Ruiz said.", "Somebody else's words."),
        Clean("The mill is old. It is known as the Priory Mill."),
    ],
    known_false_alarms="A source that the next sentence gives; what everybody knows, as that water boils.",
)
def outlet_has_learned(item: Item) -> Iterator[Finding]:
    """'Has learned' makes the outlet the source of its own report.

    A source in the same sentence clears it, and so does the word *from*, which gives one.
    """
    analysis = item.analysis
    for pattern in (LEARNED, UNDERSTANDS, EMERGED, TAIL, REVEALS, OWN_TAIL):
        for match in matches(pattern, item.text, back=140, ahead=70):
            span = Span(*match.span())
            sentence = analysis.sentence_at(span.start)
            subject = match.groupdict().get("subject") or ""
            if analysis.in_quotation(span) or not sentence.is_read or subject in PRONOUNS:
                continue
            # "It can be revealed" is nobody's; "it has learned" is somebody's who is told of before.
            known = " be " not in match.group() if subject in IT else bool(subject) and not _is_outlet(item, subject)
            if known:
                continue
            if not any(a.source and not a.cue[0].overlaps(span) for a in analysis.attributions_in(sentence)):
                yield Finding(f"{match.group()!r} hides the source; from whom?", spans=(span,))


def _is_outlet(item: Item, subject: str) -> bool:
    """Whether the subject can be an outlet, or the one that speaks here: a person may learn what she likes."""
    words = subject.lower().split()
    own = item.record.outlet.value
    if words[0] in ("this", "we") or words[-1] in item.pack.outlet_words:
        return True
    names = {name.lower().removeprefix("the ") for name in (own.name, own.short_name or own.name)} if own else set()
    return subject.lower().removeprefix("the ") in names or subject.isupper()
