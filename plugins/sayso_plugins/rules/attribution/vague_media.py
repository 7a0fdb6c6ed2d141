"""The rule attribution/vague-media."""

from collections.abc import Iterator

from sayso import Clean, Finding, Flagged, Item, Judged, Pattern, Policy, Source, Span, WordList, covering, rule
from sayso_plugins.rules._near import has, matches
from sayso_plugins.rules.attribution._kiosk import kiosk

#: The outlets may be named at the end: "…, among them the Larkmoor Gazette".
LISTED = Pattern(r"\b(?:among\s+them|including|such\s+as)\s+(?:the\s+)?[A-Z]")
#: Nobody's press, and the office of a force that speaks to the press.
NO_PRESS = ("no ", "police media", "army media", "navy media", "military media", "government media")
#: They pass on what somebody said, and are the source all the same.
QUOTED = Pattern(
    r"(?P<who>(?<![\w-])(?:[\w-]{1,30}\s){0,2}(?:media|newspapers|papers|press|broadcasters|reports))\s(?:(?:have|has|had|also|later)\s){0,2}"
    r"(?:quoted|cited)(?=\s[^.;\n]{1,100}\sas\s+saying\b)",
    needs=("as saying",),
    whole=True,
)
#: Where it stood, with nobody who wrote it: *it was reported in the regional press*.
STOOD = Pattern(
    r"\b(?:reported|alleged|claimed|suggested|said|written|described|carried|published|speculation|rumou?rs|claims|stories)\s+(?:(?:widely|at\s+length)\s+)?in\s+"
    r"(?:the\s+|several\s+|some\s+|various\s+|many\s+)?(?:[a-z][\w-]{1,30}\s+){0,2}?(?:press|media|newspapers|papers|tabloids)\b",
    needs=("press", "media", "newspapers", "papers", "tabloids"),
    whole=True,
)
#: A medium of no name that carries something or judges, which is no statement that the analysis reads.
CARRIED = Pattern(
    r"\b(?:[Ll]ocal|[Rr]egional|[Ff]oreign|[Ss]tate|[Ss]everal|[Ss]ome|[Mm]any|[Vv]arious|[Oo]ther|[Oo]ne|[Aa]n?|[Aa]nother|[Nn]ational"
    r"|[Ii]nternational|[Pp]opular|[Tt]wo|[Tt]hree|[Ff]our|[Oo]nline|[Oo]verseas|[Oo]pposition|[Rr]adio|[Tt]elevision|[Ss]ports?|[Bb]usiness)\s+(?:[A-Z][a-z]{3,12}\s+)?"
    r"(?:[a-z][\w-]{1,30}\s+){0,4}?(?:media|press|newspapers?|papers?|tabloids?|dail(?:y|ies)|weekly|weeklies"
    r"|broadcasters?|outlets?|(?:news\s+)(?:(?:web)?sites?|portals?)|(?:(?:radio|television|tv)\s+)?(?:stations?|channels?))"
    r"(?:\s+in\s+the\s+[a-z]{3,12})?\s+(?:(?:has|have|had|also|even)\s+){0,2}"
    r"(?:carried|published|printed|aired|broadcast|speculated|put|called|dubbed|branded|labelled|labeled|accused|named|identified|linked|hinted|tipped"
    r"|(?<=portals\s)(?:reported|said|claimed|wrote))\b(?!\s+(?:on|in|up|off|out|away"
    r"|for)\b|\s+(?:the\s+)?[A-Z])",
    needs=(
        *("media", "press", "newspaper", "newspapers", "paper", "papers", "tabloid", "tabloids", "daily", "dailies"),
        *("weekly", "weeklies", "broadcaster", "broadcasters", "outlet", "outlets", "news site", "news sites"),
        *("news website", "news websites", "news portal", "news portals", "station", "stations", "channel", "channels"),
    ),
    whole=True,
)
#: *Sections of the press have suggested*, *it has been widely reported that*: by whom, nobody tells.
SECTIONS = Pattern(
    r"\b(?:(?:[Ss]ome|[Cc]ertain|[Ll]arge|[Mm]any|[Ss]everal)\s+)?[Ss]ections\s+of\s+the\s+(?:[a-z]{3,15}\s+)?(?:press|media)\s+(?:(?:have|had|also)\s+){0,2}"
    r"(?:suggest|report|claim|say|said|allege|speculate|hint|call|blame|accuse)\w{0,2}\b"
    r"|\b(?:[Aa]s\s+(?:has\s+been\s+)?widely\s+reported|(?:has|have|was|were)\s+(?:been\s+)?widely\s+reported(?!\s+(?:in|by)\s+(?:[Tt]he\s+[A-Z]|[a-z]+\s+[a-z]*media\b)))"
    r"|\b[Tt]he\s+(?:[a-z][\w-]{1,20}\s+)?(?:press|papers|newspapers|media|tabloids)\s+(?:is|are|was|were|has\s+been|have\s+been)\s+"
    r"(?:full\s+of|awash\s+with|rife\s+with|abuzz\s+with|speculating)"
    r"|\b[Ii]t\s+(?:was|is|has\s+been)\s+in\s+all\s+the\s+(?:papers|newspapers)\b",
    needs=("sections of", "widely reported", "in all the", "full of", "awash", "rife with", "abuzz", "speculating"),
    whole=True,
)
#: By whom it was told first: *first reported by a trade magazine*, *named by local media*.
BY_SOME = Pattern(
    r"\b(?:reported|published|revealed|disclosed|named|quoted|aired|carried|claimed|alleged|identified|broadcast|repeated|picked\s+up)\s+(?:[a-z]{3,12}\s+)?(?:by|in|on)\s+"
    r"(?:an?|one|some|several|various|other|local|regional|foreign|state|national|international|rival|the\s+(?:local|foreign|regional))\s+"
    r"(?:[a-z][\w-]{1,20}\s+){0,3}?(?:newspapers?|magazines?|dail(?:y|ies)|tabloids?|broadcasters?|outlets?|websites?|news\s+sites?|channels?|stations?"
    r"|media|press)\b(?!,?\s+(?:called\s+|named\s+)?(?:[Tt]he\s+)?[A-Z])(?!-|\s+(?:license|licence|group|company|organisation|organization))",
    needs=(
        *("press", "newspaper", "newspapers", "magazine", "magazines", "daily", "dailies", "tabloid", "tabloids"),
        *("broadcaster", "broadcasters", "outlet", "outlets", "website", "websites", "news site", "news sites"),
        *("channel", "channels", "station", "stations", "media"),
    ),
    whole=True,
)
#: *One daily had it that*, *Russian-language media had it at the weekend that*.
HAD_IT = Pattern(
    r"\b(?:[\w-]{1,20}\s+){0,3}?(?:media|press|newspapers?|papers?|tabloids?|dail(?:y|ies)|broadcasters?|outlets?|websites?|stations?|channels?)\s+"
    r"(?:has|have|had)\s+it(?=[^.;\n]{0,40}\sthat\b)",
    needs=(" had it ", " has it ", " have it "),
    whole=True,
)
#: The medium and its verb, by which most places are told to be none.
CARRIES = Pattern(
    r"(?:[a-z]{0,12}\s(?:web)?)?[a-z]{4,14}(?:\s+in\s+the\s+[a-z]{3,12})?\s+(?:(?:has|have|had|also|even)\s+){0,2}"
    r"(?:carried|published|printed|aired|broadcast|speculated|put|called|dubbed|branded|labelled|labeled|accused|named|identified|linked"
    r"|hinted|tipped|reported|said|claimed|wrote)\b"
)
#: What they write, as a thing of its own: *press speculation has linked*, *as one paper noted*.
COVERAGE = Pattern(
    r"\b(?:[Pp]ress|[Mm]edia|[Nn]ewspaper|[Tt]abloid|[Tt]elevision|TV)\s+(?:coverage|commentary|speculation|commentators|pundits)\s+(?:(?:has|have|had|also)\s+){0,2}"
    r"(?:linked|suggested|spoke|spoken|claimed|put|said|called|described|pointed|hinted)\b"
    r"|\b[Cc]ommentary\s+in\s+the\s+(?:[A-Z]?[a-z]{2,12}\s+)?(?:press|media|papers)\b"
    r"|\b[Aa]s\s+(?:one|an?)\s+(?:[a-z]{3,12}\s+)?(?:paper|newspaper|daily|outlet|broadcaster|magazine|website|tabloid)\s+(?:noted|put\s+it|reported|wrote|said|observed)\b"
    r"|\ball\s+over\s+the\s+(?:[a-z]{3,12}\s+)?(?:papers|press|tabloids)\b",
    needs=("coverage", "commentary", "speculation", "commentators", "pundits", "as one ", "as a ", "all over the"),
    whole=True,
)
#: Each with what must stand at its word, and how far before that it may begin.
UNREAD = (
    (STOOD, None, 120),
    (CARRIED, CARRIES, 160),
    (SECTIONS, None, 60),
    (BY_SOME, None, 110),
    (HAD_IT, None, 90),
    (COVERAGE, None, 20),
)
#: Without one of these no medium is told of.
MEDIA = WordList(
    """media press newspaper newspapers paper papers tabloid tabloids daily dailies weekly weeklies
    broadcaster broadcasters magazine magazines outlet outlets site sites website websites station stations channel
    channels portals widely""".split()
)
#: Media in the singular that no name follows.
MEDIUMS = frozenset("blog newspaper daily tabloid broadcaster magazine website outlet station channel".split())
INDEFINITE = frozenset({"a", "an", "one", "another"})
#: Papers are scholarly or official, unless one of these tells that they are sold at a kiosk.
PAPERS = frozenset({"paper", "papers", "weekly", "dailies"})
PRESS = frozenset(
    "daily morning evening sunday weekly local regional national business tabloid popular leading".split()
) | {
    *(
        "read",
        "rival",
        "foreign",
        "provincial",
        "sports",
        "scandal",
        "vernacular",
        "broadsheet",
        "opposition",
        "gossip",
    ),
}
#: Beside what is read as media, these may be some.
HEADS = MEDIUMS | PAPERS | {"reports"}
#: The outlet speaks of itself here; attribution/outlet-has-learned reads that.
OWN = ("this ", "our ")
#: What is told of before, where nothing else is said of it: *the reports show*.
TOLD_OF, BACK = frozenset({"reports", "accounts"}), ("the ", "these ", "those ", "both ")
#: Whose accounts and reports they are: a house's own, which can be found.
OWNED = ("its ", "their ", "his ", "her ")
BOOKS = frozenset("annual audited filed published bank statutory company club".split())
#: A site is a medium only where it is one of news, and then another word says so.
SITES = frozenset({"site", "sites", "website", "websites"})


@rule(
    "attribution/vague-media",
    "Media that the item does not name are given as the source.",
    since="0.1",
    certainty="lexical",
    confidence=0.9,
    judged=Judged(right=14, wrong=1, arguable=4),
    cure="Name the outlets, and link to what they published.",
    policies=[
        Policy("NPR", "Media reports, without saying whose, are no attribution."),
        Policy("AP", "The outlet that first had a report is named, whoever it is.", "2010"),
    ],
    examples=[
        Flagged("Regional newspapers wrote that the mill had closed.", at="Regional newspapers wrote"),
        Flagged("According to local media, the mill has closed.", at="According to local media"),
        Flagged(
            "Accounts of the fire in the regional press show that the mill was empty.",
            at="Accounts of the fire in the regional press show",
        ),
        Flagged("The mill has closed, media reports said.", at="media reports said"),
        Flagged("Local media quoted a witness as saying that the mill burned.", at="Local media quoted"),
        Flagged("It was reported in the regional press that the mill had closed.", at="reported in the regional press"),
        Flagged("According to a regional daily, the mill has closed.", at="According to a regional daily"),
        Flagged("One leading business paper wrote that the mill was dead.", at="One leading business paper wrote"),
        Flagged("A television channel broadcast pictures of the fire.", at="A television channel broadcast"),
        Clean("One scientific paper said that the mill was dead.", "A study, which another rule asks for."),
        Flagged("One widely read paper has called the mill dead.", at="One widely read paper has called"),
        Clean("A newspaper called the Larkmoor Gazette was founded in 1951.", "It is the name."),
        Clean("Jo Berg said that it was reported in the press.", "Somebody tells of it."),
        Clean(
            "Local media reported that the mill had closed, among them the Larkmoor Gazette.",
            "The outlets are named at the end.",
        ),
        Clean("Regional newspapers, among them El Norte and La Voz, wrote that the mill had closed."),
        Clean("According to the Larkmoor Gazette, the mill has closed."),
        Clean('"The media say the mill has closed," Ana Ruiz said.', "Lexical rules stop at quotation marks."),
        Clean("The Larkmoor Gazette reported the fire. The newspaper said the mill was empty.", "It is named before."),
        Clean("The union lost $9 million, its accounts show.", "They are the union’s."),
        Clean("Thefts fell, according to the department's annual reports.", "Whose they are is said."),
        Clean("Norbank filed on Friday. Debt rose to $9 million, according to the accounts.", "Those that it filed."),
        Clean("The union lost $9 million, according to the union's accounts."),
        Flagged(
            "Some sections of the press have suggested that the mill will close.",
            at="Some sections of the press have suggested",
        ),
        Flagged("It has been widely reported that the mill will close.", at="has been widely reported"),
        Flagged("As widely reported, the mill has closed.", at="As widely reported"),
        Flagged("Two Dutch newspapers have named the buyer.", at="Two Dutch newspapers have named"),
        Flagged("Online news portals reported that the mill was dead.", at="Online news portals reported"),
        Flagged("Media speculation has linked her with the mill.", at="Media speculation has linked"),
        Flagged("As one paper noted, the mill was old.", at="As one paper noted"),
        Clean("The tabloids Blick and Tide named the buyer."),
        Flagged("Radio stations said the mill was dead.", at="Radio stations said"),
        Flagged("Blogs and news portals name Jo Berg as the buyer.", at="Blogs and news portals name"),
        Flagged(
            "Continental sports papers have since linked her with the mill.",
            at="Continental sports papers have since linked",
        ),
        Flagged("The mill is dead, if the opposition press is to be believed.", at="the opposition press"),
        Flagged("In the Dutch trade papers, a rescue is mooted.", at="the Dutch trade papers"),
        Flagged("The mill has been called a ruin on foreign websites.", at="foreign websites"),
        Flagged("Much has been made of the mill by the country's media.", at="the country's media"),
        Flagged("According to an online publication, the mill is dead.", at="an online publication"),
        Clean("The mayor was quoted as saying so in a press release.", "That is hers."),
        Clean("Betting sites have published odds on the mill, and shops put it in the window."),
        Clean("Larkmoor state radio reported the fire.", "There is one."),
        Clean("The match was shown on national television, and the final was aired by radio stations such as Tide."),
        Clean("In the sports papers, Ana Ruiz said that the mill was dead."),
        Flagged("The claim was picked up by the foreign press.", at="picked up by the foreign press"),
        Flagged("It was widely reported in March that the mill was dead.", at="was widely reported"),
        Flagged("One national daily had it that the mill was dead.", at="One national daily had it"),
        Flagged("The fire was first reported by a trade magazine.", at="reported by a trade magazine"),
        Flagged("The press has been full of stories about the mill.", at="The press has been full of"),
        Flagged("Vernacular papers wrote that the mill was dead.", at="Vernacular papers wrote"),
        Clean("The fire was first reported by a trade magazine, Flour World."),
        Clean("The fire was widely reported in the Larkmoor Gazette."),
        Clean("The mill had it all, and that was its charm."),
        Clean("Various public websites add the code on their own.", "They add it, and say nothing."),
        Clean("The two banks are of one size, their annual reports show.", "Whose they are is said."),
        Clean("The media were not allowed into the mill.", "The media are the subject here, and no source."),
    ],
    known_false_alarms="A single broadcaster of a country that is called by its kind, such as the state broadcaster.",
)
def vague_media(item: Item) -> Iterator[Finding]:
    """Readers can neither find nor weigh a report whose outlet is not named.

    Where the unnamed media pass on what somebody is quoted as saying, sourcing/second-hand-chain reports it.
    """
    told: list[Span] = []
    for finding in _read(item):
        told += finding.spans
        yield finding
    analysis = item.analysis
    for what, phrase in kiosk(item):
        if what.of(item.text).lower().startswith(NO_PRESS):
            continue
        sentence = analysis.sentence_at(what.start)
        if analysis.in_quotation(what) or sentence.section.is_comment or any(map(sentence.span.overlaps, told)):
            continue
        own = [one for one in analysis.attributions_in(sentence) if one.source]
        if any(not part.overlaps(phrase) for one in own for part in one.source):
            continue
        if not LISTED.search(item.text, what.end, sentence.span.end):
            yield Finding(
                f"{what.of(item.text)!r} names no outlet; which one, and when?", spans=(phrase,), confidence=0.7
            )


def _read(item: Item) -> Iterator[Finding]:
    """What media are read as a source of, and the fixed ways in which they are told to have said something."""
    analysis = item.analysis
    for match in matches(QUOTED, item.analysis, back=240, ahead=20):
        span = Span(*match.span())
        sentence = analysis.sentence_at(span.start)
        if sentence.is_read and not analysis.in_quotation(span) and not _is_known(match["who"].lower(), "media"):
            yield Finding(f"{match['who']!r} names no outlet; which one, and when?", spans=(span,))
    yield from _unread(item)
    passing_on = {a.via for a in analysis.attributions if a.via and not a.carried_over_from}
    for attribution in analysis.attributions:
        source = analysis.source_of(attribution)
        if source is None or attribution.id in passing_on or not attribution.source or attribution.cue_lemma == "read":
            continue
        if not _is_vague(source, source.span.of(item.text)):
            continue
        words = source.span.of(item.text).lower()
        if words.startswith(OWN) or _is_known(words, source.head):
            continue
        if source.head == "reports" and (words.startswith(OWNED) or "’s " in words or "'s " in words):
            continue
        if LISTED.search(item.text, source.span.end, analysis.sentence_at(source.span.start).span.end):
            continue
        # "A newspaper called the Gazette" has its name; one that "called the plan dead" has none.
        behind = item.text[attribution.cue[-1].end : attribution.cue[-1].end + 60].removeprefix(" the").split()
        named = attribution.cue_lemma == "call" and behind and behind[0][0].isupper()
        if not named:
            yield Finding(
                f"{source.span.of(item.text)!r} names no outlet; which one, and when?",
                spans=(_phrase(attribution.source + attribution.cue),),
                confidence=attribution.confidence,
            )


def _unread(item: Item) -> Iterator[Finding]:
    """What media carried or called something, and what was reported in them: no attribution says so."""
    analysis = item.analysis
    if not has(item, MEDIA):
        return
    told: list[Span] = []
    for pattern, where, back in UNREAD:
        for match in matches(pattern, item.analysis, back=back, ahead=80, where=where):
            span = Span(*match.span())
            sentence = analysis.sentence_at(span.start)
            # The medium itself may be read as a source; then the rest of this rule asks which it is.
            own = [a for a in analysis.attributions_in(sentence) if a.source]
            # Who is told of behind "had it that" is in what it had, and so with "as one paper noted".
            before = [a for a in own if pattern not in (HAD_IT, COVERAGE) or a.source[0].start < span.end]
            sourced = any(not part.overlaps(span) for a in before for part in a.source) or any(
                source is not None and _is_vague(source, source.span.of(item.text))
                for source in map(analysis.source_of, own)
            )
            if not sentence.is_read or sourced or analysis.in_quotation(span) or any(map(span.overlaps, told)):
                continue
            if not LISTED.search(item.text, span.end, sentence.span.end):
                told.append(span)
                yield Finding(f"{match.group()!r} names no outlet; which one, and when?", spans=(span,))


def _is_vague(source: Source, words: str) -> bool:
    """Whether the source is a medium, or reports, without a name."""
    if source.kind != "media" and source.head not in HEADS:
        return False
    lows = words.lower().split()
    if source.head in MEDIUMS and lows[0] in INDEFINITE:
        return not _names(words)
    if source.head in PAPERS and (not PRESS.isdisjoint(lows) or any(low.endswith("-language") for low in lows)):
        return not _names(words)
    return (source.kind == "media" and not source.named and not _is_title(words)) or (
        source.head == "reports" and not _names(words)
    )


def _is_known(words: str, head: str) -> bool:
    """Whether the words lead back to an outlet named before, as *the newspaper*, or are about no medium at all."""
    back = words.startswith(("the ", "that ")) and not head.endswith("s") and head not in ("media", "press")
    books = head == "accounts" and (
        words.startswith(OWNED) or "’s " in words or "'s " in words or not BOOKS.isdisjoint(words.split())
    )
    told_of = head in TOLD_OF and words.startswith(BACK) and words.split()[1:] == [head]
    return (
        back
        or books
        or told_of
        or head in SITES
        or "press release" in words
        or words.startswith(NO_PRESS)
        or " by this " in words
    )


def _is_title(words: str) -> bool:
    """Whether the noun itself has a capital, as in *the Associated Press*; *the Iranian media* has none."""
    return " " in words and words.split()[-1][0].isupper()


def _names(words: str) -> bool:
    return any(word[0].isupper() for word in words.split()[1:])


def _phrase(parts: tuple[Span, ...]) -> Span:
    whole = covering(parts)
    # A cue far from its source makes no phrase with it.
    return whole if len(whole) <= sum(len(part) for part in parts) + 25 else parts[0]
