"""The rule attribution/outlet-has-learned."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Span, rule
from sayso_plugins.rules._near import matches, words_of
from sayso_plugins.rules._signed import WORDS, house

#: What an outlet calls itself behind *this*.
_HOUSE = (
    r"(?:newspaper|magazine|newsroom|reporter|correspondent|website|site|paper|programme|program|station|channel"
    r"|broadcaster|bulletin|outlet|publication|portal|podcast|blog|newsletter|news\s+(?:site|agency|service|desk|organi[sz]ation)"
    r"|journal|weekly|daily|column|masthead)"
)
#: Who speaks of itself: *this newspaper*, *our correspondent*, or a name.
_SELF = (
    rf"(?P<subject>\b(?:[Tt]his\s+{_HOUSE}|[Ww]e"
    r"|[Oo]ur\s+(?:correspondents?|reporters?|newsroom|news\s*desk|(?:news|investigations?|reporting)\s+team|journalists?|investigation)|(?:The\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4}))"
)
#: The days on which it emerged: *it emerged on Monday that*.
_WHEN = (
    r"(?:\s+(?:(?:on|over|earlier|late|last|this)\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|weekend"
    r"|week|month|year|night))?"
)
LEARNED = Pattern(
    rf"{_SELF}\s+(?:(?:has|have)\s+(?:(?:exclusively|reliably|since|also)\s+)?(?:learned|learnt)\s+(?:that|of)"
    r"|(?:(?:has|have|exclusively|reliably)\s+){0,2}"
    rf"(?<!\b[Ww]e\s)(?:gathered|learnt|learned|established|ascertained|discovered){_WHEN}\s+that"
    rf"|(?:has|have)\s+(?:(?:exclusively|reliably|since|also|now)\s+)?(?:ascertained|discovered|confirmed|been\s+able\s+to\s+(?:confirm|establish|verify))"
    rf"{_WHEN}\s+that)\b",
    needs=(
        "learn",
        "gathered",
        "establish",
        "ascertained",
        "discovered",
        "have confirmed",
        "has confirmed",
        "been able to",
    ),
)
UNDERSTANDS = Pattern(
    rf"{_SELF}\s+(?:understands\s+(?:that\b)?|(?<=\b[Ww]e\s)understand\s+that\b)", needs=("understand",)
)
#: *According to information available to the Gazette*, *information reaching our newsroom*.
AVAILABLE = Pattern(
    r"\b(?:[Aa]ccording\s+to\s+)?[Ii]nformation\s+(?:available\s+(?:to|with)|obtained\s+by|reaching|received\s+by|gathered\s+by|at\s+the\s+disposal\s+of"
    rf"|made\s+available\s+to)\s+{_SELF.replace('[Tt]his', '(?:[Tt]he|[Tt]his)').replace('(?:The', '(?:[Tt]he')}",
    needs=("nformation ",),
)
#: What it found in the trade's words: *findings by our correspondent revealed that*.
FINDINGS = Pattern(
    r"\b(?:[Ff]indings|[Cc]hecks|[Ee]nquiries|[Ii]nquiries|[Ii]nvestigations)\s+(?:made\s+)?by\s+"
    rf"{_SELF}\s+(?:(?:has|have|had)\s+)?(?:revealed|reveal|showed|shown|show|indicated|indicate|established|confirmed)\s+that\b",
    needs=("indings ", "hecks ", "quiries ", "nvestigations "),
)
_BY_NOW = r"(?:(?:since|now|also|further|reliably|only\s+now|recently|later)\s+)?"
EMERGED = Pattern(
    # "The Priory, as it is known, …" tells a name.
    rf"(?<!\b[Aa]s\s)\b[Ii]t(?:(?:\s+has|[’']s)\s+{_BY_NOW}(?:emerged|transpired|come\s+to\s+light|become\s+(?:known|public(?:\s+knowledge)?|apparent)|been\s+(?:reliably\s+)?(?:learned|learnt|gathered|established))"
    rf"|\s+(?:(?:later|also|then|subsequently|soon)\s+)?(?:emerged|transpired|came\s+to\s+light|became\s+known|comes\s+to\s+light|(?:now\s+)?(?:emerges|transpires))|(?:\s+(?:is|was)|[’']s)\s+{_BY_NOW}(?:understood|gathered|learned|learnt)"
    r"|(?:\s+is|[’']s)\s+(?:(?:well|widely|generally|now)\s+)?known|(?:\s+is|[’']s)\s+(?:now\s+)?emerging)"
    rf"{_WHEN}(?:\s+that\b|(?=,|\s+(?:the|a|an|he|she|they)\b))",
    needs=(
        *(
            "emerged",
            "understood",
            "is known",
            "now known",
            "emerging",
            "s known",
            "ly known",
            "well known",
            "to light",
            "transpired",
            "become ",
            "became known",
        ),
        *("gathered", " learned", " learnt", "emerges", "transpires", "established"),
    ),
)
#: Told by nobody: *it is common knowledge that*, *it has come to our notice that*, *the Gazette has been told that*.
TOLD = Pattern(
    r"\b[Ii]t(?:(?:\s+is|[’']s)\s+(?:common\s+knowledge|an\s+open\s+secret|no\s+secret)"
    r"|(?:\s+has|[’']s)\s+(?:come|been\s+brought)\s+to\s+(?:our|this\s+newspaper[’']s)\s+(?:attention|notice|knowledge))\s+that\b",
    needs=("common knowledge", "open secret", "no secret", "to our", "to this"),
)
INFORMED = Pattern(
    rf"{_SELF}\s+(?:has|have|was|were|is)\s+(?:also\s+|since\s+)?(?:been\s+)?(?:reliably\s+)?(?:told|informed)\s+that\b",
    needs=(" told that", "informed that"),
)
#: Behind what is said: *the mill was sold, it has emerged*.
TAIL = Pattern(
    rf"(?<=,\s)it(?:(?:\s+has|[’']s)\s+{_BY_NOW}(?:emerged|transpired|come\s+to\s+light)|\s+emerged|(?:\s+is|[’']s)\s+understood"
    rf"|\s+was\s+(?:gathered|learnt|learned)){_WHEN}(?=[.;]|\Z)",
    needs=("emerged", "understood", "come to light", "transpired", "gathered", "learn"),
)
#: *The Gazette can reveal that*; *can exclusively reveal*.
REVEALS = Pattern(
    rf"\b(?P<subject>[Tt]his\s+{_HOUSE}|"
    r"[Ww]e|(?:The\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4}"
    r"|[Ii]t)\s+can\s+(?:now\s+|exclusively\s+|today\s+|also\s+)?(?:be\s+)?(?:reveal|revealed|disclose|disclosed|report|reported)(?:\s+that\b|(?=\s+(?:the|a|an|how)\b))",
    needs=("reveal", "can disclose", "can be disclosed", "can report", "can now", "can also", "can exclusively"),
)
#: Behind what is said, with the outlet: *the mill will close, the Gazette has learned*.
OWN_TAIL = Pattern(
    rf"(?<=,\s)(?P<subject>this\s+{_HOUSE}|"
    r"we|(?:[Tt]he\s+)?[A-Z][\w&’'-]*(?:\s+[A-Z][\w&’'-]*){0,4})"
    r"\s+(?:understands|(?:has|have)\s+(?:exclusively\s+)?(?:learned|learnt|established)|can\s+(?:exclusively\s+)?reveal)(?=[.;]|\Z)",
    needs=("understands", "learn", "established", "can reveal", "exclusively reveal"),
)
#: What the author is told by somebody whom he does not name: *we're hearing that the road is shut*, *I'm told that*.
HEARING = Pattern(
    r"\b(?P<subject>[Ww]e|I)(?:\s+(?:are|am)|[’'](?:re|m))\s+(?:(?:also|now|still|just|reliably)\s+)?"
    r"(?:hearing|told|informed|given\s+to\s+understand|led\s+to\s+believe|getting\s+(?:word|reports))(?:\s+that\b)?"
    # "We're hearing that song everywhere" tells of a song, and who is told by somebody names him.
    r"(?!\s+(?:by|from|to|in)\b)"
    r"(?=[ ](?:[\w’'$£€,-]+[ ]){1,8}?(?:is|are|was|were|has|have|had|will|may|could|would|can)\b)"
    r"|\b(?:[Ww]e|I)\s+hear\s+(?:that\s+)?(?=(?:the|a|an|his|her|its|two|three|some)\s+(?:[\w’'-]+\s+){1,4}?(?:is|are|was|were|has|have|will|may|could|would)\b)"
    r"|\bI\s+understand\s+that\b|\b[Ff]rom\s+what\s+(?:we|I)\s+(?:can\s+)?(?:gather|hear|understand|establish)\b"
    r"|(?<=,\s)(?:we|I)(?:\s+(?:understand|hear|gather|are\s+told|am\s+told)|[’'](?:re|m)\s+told)(?=[.;]|\Z)"
    # "We've learned the hard way" tells of no news.
    r"|\b(?:[Ww]e|I)(?:\s+have|[’']ve)\s+(?:learned|learnt|discovered|established|been\s+told|been\s+informed)(?=\s+(?:the|a|an|his|her|its|two|three|at\s+least)\s+(?!hard\b|lot\b|great\b|few\b|good\b|thing|bit\b|lesson|value|ropes|art\b|trade\b)"
    r"(?:[\w’'-]+\s+){1,4}?(?:is|are|was|were|has|have|had|will|would|could|may|met|[a-z]{3,}ed)\b)",
    needs=(
        " hearing",
        " told ",
        " informed",
        " given to",
        " led to",
        " getting ",
        " hear ",
        "understand",
        " gather",
        "establish",
        "learn",
        "discovered",
    ),
)
#: What reached it: *word reaching us is that*, *our understanding is that*.
REACHING = Pattern(
    r"\b(?:[Oo]ur|[Mm]y)\s+understanding\s+is\s+that\b"
    rf"|\b(?:[Ww]ord|[Nn]ews|[Rr]eports?|[Rr]umours?)\s+(?:reaching|(?:has|have)\s+(?:just\s+)?reached|coming\s+(?:in\s+)?to)\s+(?:us|(?:our|the)\s+(?:newsroom|news\s*desk|studio)|this\s+{_HOUSE})\b"
    r"(?:\s+(?:is|was|says?|suggests?)(?:\s+that\b)?|\s+that\b)?"
    r"|\bWord\s+(?:is|has\s+it)\s+that\b",
    needs=("understanding", "reach", "coming ", "ord is that", "has it that"),
)
#: *The Gazette hears that*, *this newspaper has been made aware of*.
AWARE = Pattern(
    rf"{_SELF}\s+(?:(?:also\s+)?hears|is\s+aware|(?:has|have)\s+it\s+on\s+good\s+authority|(?:has|have)\s+(?:also\s+)?been\s+(?:made\s+aware|given\s+to\s+understand|led\s+to\s+believe))\s+(?:that|of)\b"
    rf"|{_SELF.replace('subject', 'told')}\s+is\s+(?:reliably\s+)?told(?=\s+(?:that|the|a|an|his|her|its)\b)",
    needs=(" hears ", " aware ", " authority", " told ", " to understand", " to believe"),
)
#: *As the Gazette has learned, the mill was sold*.
AS_LEARNED = Pattern(
    rf"\b[Aa]s\s+{_SELF.replace('(?:The', '(?:[Tt]he')}"
    r"\s+(?:has|have)\s+(?:(?:exclusively|since|now)\s+)?(?:learned|learnt|established|discovered)(?=,)",
    needs=("learn", "established", "discovered"),
)
#: Each with words of which one stands in every match.
_KNOWN = frozenset(
    """emerging emerges transpires established emerged understood known light transpired gathered learned learnt public
    apparent""".split()
)
PATTERNS = (
    (LEARNED, frozenset("learned learnt gathered established ascertained discovered confirmed able".split())),
    (UNDERSTANDS, frozenset({"understands", "understand"})),
    (AVAILABLE, frozenset({"information"})),
    (FINDINGS, frozenset("investigations findings checks enquiries inquiries".split())),
    (EMERGED, _KNOWN),
    (TOLD, frozenset("knowledge secret attention notice".split())),
    (INFORMED, frozenset({"told", "informed"})),
    (TAIL, _KNOWN),
    (REVEALS, frozenset({"can"})),
    (
        HEARING,
        frozenset(
            """hearing told informed given led getting hear understand gather establish established learned learnt
            discovered""".split()
        ),
    ),
    (REACHING, frozenset("understanding reaching reached coming word".split())),
    (AWARE, frozenset("hears aware understand believe authority told".split())),
    (AS_LEARNED, frozenset("learned learnt established discovered".split())),
    (OWN_TAIL, frozenset("understands learned learnt established reveal".split())),
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
        Flagged("It’s understood that the mill was sold.", at="It’s understood that"),
        Flagged("It was gathered that the mill was sold.", at="It was gathered that"),
        Flagged(
            "Lark Forum gathered that the mill was sold.",
            at="Lark Forum gathered that",
            item={"outlet": "Lark Forum"},
        ),
        Flagged(
            "Lark Forum has established that the mill was sold.",
            at="Lark Forum has established that",
            item={"outlet": "The Lark Forum"},
        ),
        Flagged(
            "Checks by our correspondent revealed that the mill was sold.",
            at="Checks by our correspondent revealed that",
        ),
        Flagged("It is common knowledge that the mill was sold.", at="It is common knowledge that"),
        Flagged("The Gazette has been told that the mill was sold.", at="The Gazette has been told that"),
        Flagged("We understand that the mill was sold.", at="We understand that"),
        Flagged(
            "According to information available to the Gazette, the mill was sold.",
            at="According to information available to the Gazette",
        ),
        Clean("According to information available to the court, the mill was sold."),
        Flagged("It has been established that the mill was sold.", at="It has been established that"),
        Flagged("It now emerges that the mill was sold.", at="It now emerges that"),
        Clean("It turns out that bread floats. Investigations by the police revealed that the mill was sold."),
        Flagged("This site has established that the mill was sold.", at="This site has established that"),
        Flagged("This station understands that the mill was sold.", at="This station understands that"),
        Flagged("Our newsroom has confirmed that the mill was sold.", at="Our newsroom has confirmed that"),
        Flagged("It came to light on Monday that the mill was sold.", at="It came to light on Monday that"),
        Flagged("It has become known that the mill was sold.", at="It has become known that"),
        Flagged("The mill was sold, this site understands.", at="this site understands"),
        Flagged("We're hearing that the bridge is shut.", at="We're hearing that"),
        Flagged("We're told the road will stay shut all night.", at="We're told"),
        Flagged("I understand that the chairman has resigned.", at="I understand that"),
        Flagged("Word reaching us is that the ferry has turned back.", at="Word reaching us is that"),
        Flagged("Our understanding is that the mill was sold.", at="Our understanding is that"),
        Flagged("The Gazette has been made aware of a second bid.", at="The Gazette has been made aware of"),
        Flagged("The Gazette hears that the mill has a buyer.", at="The Gazette hears that"),
        Flagged("We've learned the mill was sold.", at="We've learned"),
        Flagged("From what we gather, the mill was sold.", at="From what we gather"),
        Flagged("It later transpired that the mill was sold.", at="It later transpired that"),
        Flagged(
            "The Gazette has it on good authority that the mill was sold.",
            at="The Gazette has it on good authority that",
        ),
        Clean(
            "We've learned a lot about mills as we've worked, and the hard way that they burn. The clerk is told"
            " by the board when to open."
        ),
        Flagged("As the Gazette has learned, the mill was sold.", at="As the Gazette has learned"),
        Flagged(
            "Millgrid has learned that the mill was sold.",
            at="Millgrid has learned that",
            item={"outlet": "Millgrid Norway"},
        ),
        Clean("We're hearing that song in every mill. We hear the bells at noon."),
        Clean("We are told by the port that the ferry has turned back.", "It says by whom."),
        Clean("Jo Berg hears that the mill was sold. The court is aware that the mill was sold."),
        Clean("Larkmoor has learned that patience helps.", "A town.", {"outlet": "Larkmoor Post"}),
        Clean("News of the sale reached the mill at noon."),
        Clean("As she has learned, bread floats. My understanding of bread is slight."),
        Clean("We were told to wait, and they are told that the mill is old."),
        Clean("“We're hearing that the bridge is shut,” Jo Berg said."),
        Clean("Lene Holt has confirmed that the mill was sold, and this site has a mill."),
        Clean("It has become known as the Priory Mill. The wheel, as it is known, is old."),
        Clean("Jo Berg has been told that the mill was sold."),
        Clean("The crowd gathered that night at the mill. They gathered that wool into bales."),
        Clean("We learned that patience helps."),
        Clean("Lark Forum gathered signatures against the mill.", item={"outlet": "Lark Forum"}),
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
    words = words_of(item)
    for pattern, some in PATTERNS:
        if some.isdisjoint(words):
            continue
        for match in matches(pattern, item.analysis, back=140, ahead=70):
            span = Span(*match.span())
            sentence = analysis.sentence_at(span.start)
            subject = match.groupdict().get("subject") or match.groupdict().get("told") or ""
            if analysis.in_quotation(span) or not sentence.is_read or subject in PRONOUNS:
                continue
            # "It can be revealed" is nobody's; "it has learned" is somebody's who is told of before.
            known = " be " not in match.group() if subject in IT else bool(subject) and not _is_outlet(item, subject)
            if known:
                continue
            # "Information reaching the Gazette indicates" is the source that hides it.
            own = [a for a in analysis.attributions_in(sentence) if a.source and not a.cue[0].overlaps(span)]
            if all(any(part.overlaps(span) for part in a.source) for a in own):
                yield Finding(f"{match.group()!r} hides the source; from whom?", spans=(span,))


def _is_outlet(item: Item, subject: str) -> bool:
    """Whether the subject can be an outlet, or the one that speaks here: a person may learn what she likes."""
    words = subject.lower().split()
    own = item.record.outlet.value
    if words[0] in ("this", "we", "our", "i") or words[-1] in item.pack.outlet_words:
        return True
    names = {name.lower().removeprefix("the ") for name in (own.name, own.short_name or own.name)} if own else set()
    signed = house(item)
    if signed is not None:
        names.add(signed.of(item.text).lower().removeprefix("the "))
    told = subject.lower().removeprefix("the ")
    return told in names or subject.isupper() or any(_is_short_for(item, told, name) for name in names)


def _is_short_for(item: Item, told: str, name: str) -> bool:
    """Whether a word begins or ends a name, as *StartGrid* does *StartGrid India*, and is no place beside *Post*."""
    words = name.split()
    if len(words) < 2 or " " in told:
        return False
    return told == words[-1] or (told == words[0] and words[-1] not in item.pack.outlet_words | WORDS)
